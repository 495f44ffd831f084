-- Sales and what they give: entitlements, and the client's money kept here. All ledgers; balances are derived.

ALTER TABLE product ADD COLUMN retail_price INTEGER; -- fen, of one pack; NULL: not sold

-- What the owner changed of the shipped methods, and the owner's own.
CREATE TABLE payment_method (
    code            TEXT NOT NULL PRIMARY KEY,
    name            TEXT NOT NULL, -- empty: as shipped
    needs_reference INTEGER NOT NULL,
    position        INTEGER NOT NULL,
    active          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- 疗程卡, 次卡.
CREATE TABLE course_card (
    id         BLOB NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    price      INTEGER NOT NULL, -- fen
    valid_days INTEGER,          -- NULL: without end
    active     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE course_card_item (
    card_id       BLOB NOT NULL,
    procedure_id  BLOB NOT NULL,
    sessions      INTEGER NOT NULL,
    gift_sessions INTEGER NOT NULL,
    PRIMARY KEY (card_id, procedure_id)
) STRICT, WITHOUT ROWID;

-- So much paid in gives so much on top.
CREATE TABLE top_up_offer (
    id        BLOB NOT NULL PRIMARY KEY,
    principal INTEGER NOT NULL, -- fen
    gift      INTEGER NOT NULL, -- fen
    active    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sale (
    id              BLOB NOT NULL PRIMARY KEY,
    number          TEXT NOT NULL, -- the computer's letter, the year, a running number
    client_id       BLOB NOT NULL,
    visit_id        BLOB,
    list_total      INTEGER NOT NULL, -- fen
    total           INTEGER NOT NULL, -- fen
    discount_reason TEXT NOT NULL,
    approved_by     BLOB,
    note            TEXT NOT NULL,
    held_id         BLOB,
    business_day    TEXT NOT NULL,
    at              INTEGER NOT NULL,
    by              BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_number ON sale (number);
CREATE INDEX sale_client ON sale (client_id, at);
CREATE INDEX sale_day ON sale (business_day, at);
CREATE INDEX sale_visit ON sale (visit_id) WHERE visit_id IS NOT NULL;

CREATE TABLE sale_line (
    id            BLOB NOT NULL PRIMARY KEY,
    sale_id       BLOB NOT NULL,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('procedure', 'card', 'product', 'stored_value', 'deposit')),
    item_id       BLOB,             -- the procedure, card or product
    plan_line_id  BLOB,
    movement_id   BLOB,             -- by which a product left the stock
    name          TEXT NOT NULL,    -- of that day
    standard_name TEXT NOT NULL,
    quantity      INTEGER NOT NULL, -- sessions, cards or packs
    list_price    INTEGER NOT NULL, -- fen, of one
    price         INTEGER NOT NULL, -- fen, of all
    note          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_line_sale ON sale_line (sale_id, position);
CREATE INDEX sale_line_movement ON sale_line (movement_id, sale_id) WHERE movement_id IS NOT NULL;
CREATE INDEX sale_line_plan ON sale_line (plan_line_id, quantity) WHERE plan_line_id IS NOT NULL;

-- Why a line costs less than its list price, in the order in which it was taken off.
CREATE TABLE sale_reduction (
    id       BLOB NOT NULL PRIMARY KEY,
    line_id  BLOB NOT NULL,
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL, -- of the plan, of the card, on the line, on the whole
    amount   INTEGER NOT NULL -- fen
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_reduction_line ON sale_reduction (line_id, position);

-- Sold in spite of something, for the owner to see.
CREATE TABLE sale_override (
    id      BLOB NOT NULL PRIMARY KEY,
    sale_id BLOB NOT NULL,
    code    TEXT NOT NULL,
    detail  TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX sale_override_sale ON sale_override (sale_id);

CREATE TABLE payment (
    id           BLOB NOT NULL PRIMARY KEY,
    sale_id      BLOB NOT NULL,
    set_id       BLOB NOT NULL,    -- all that was paid at once; the sale's own id at the sale
    client_id    BLOB NOT NULL,
    position     INTEGER NOT NULL,
    method       TEXT NOT NULL,
    name         TEXT NOT NULL,    -- of that day
    amount       INTEGER NOT NULL, -- fen
    tendered     INTEGER,          -- fen, of cash
    reference    TEXT NOT NULL,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_sale ON payment (sale_id, at, position);
CREATE INDEX payment_set ON payment (set_id);
CREATE INDEX payment_day ON payment (business_day, method, amount);

-- What was left to pay when a sale was made.
CREATE TABLE arrears (
    id          BLOB NOT NULL PRIMARY KEY,
    sale_id     BLOB NOT NULL,
    client_id   BLOB NOT NULL,
    amount      INTEGER NOT NULL, -- fen
    due_on      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    approved_by BLOB,
    at          INTEGER NOT NULL,
    by          BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX arrears_client ON arrears (client_id);
CREATE INDEX arrears_sale ON arrears (sale_id);

-- 储值 and 定金: what a client's money here grew and shrank by. The balance of a pot is its sum.
CREATE TABLE account_entry (
    id        BLOB NOT NULL PRIMARY KEY,
    client_id BLOB NOT NULL,
    pot       TEXT NOT NULL CHECK (pot IN ('principal', 'gift', 'deposit')),
    amount    INTEGER NOT NULL, -- fen, signed
    cause     TEXT NOT NULL,    -- sold, or paid with
    sale_id   BLOB,
    line_id   BLOB,             -- the line that sold it
    payment_id BLOB,           -- the payment that used it
    at        INTEGER NOT NULL,
    by        BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX account_entry_client ON account_entry (client_id, pot, amount);
CREATE INDEX account_entry_at ON account_entry (client_id, at, id);
CREATE INDEX account_entry_sale ON account_entry (sale_id) WHERE sale_id IS NOT NULL;

-- 待执行项目: sessions of a procedure that a client has bought or been given.
CREATE TABLE entitlement (
    id            BLOB NOT NULL PRIMARY KEY,
    client_id     BLOB NOT NULL,
    sale_id       BLOB NOT NULL,
    line_id       BLOB NOT NULL,
    plan_line_id  BLOB,
    procedure_id  BLOB NOT NULL,
    name          TEXT NOT NULL,    -- of that day
    standard_name TEXT NOT NULL,
    card_name     TEXT NOT NULL,    -- of the card that it came on; empty for none
    sessions      INTEGER NOT NULL,
    list_price    INTEGER NOT NULL, -- fen, of one session
    paid          INTEGER NOT NULL, -- fen, of all sessions
    gift          INTEGER NOT NULL,
    expires_on    TEXT,
    at            INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entitlement_client ON entitlement (client_id, at);
CREATE INDEX entitlement_sale ON entitlement (sale_id);

CREATE TABLE entitlement_entry (
    id             BLOB NOT NULL PRIMARY KEY,
    entitlement_id BLOB NOT NULL,
    kind           TEXT NOT NULL,    -- redeemed, or given back
    sessions       INTEGER NOT NULL, -- signed
    executed       INTEGER NOT NULL, -- fen, signed: what the session was paid with
    signed_id      BLOB,
    at             INTEGER NOT NULL,
    by             BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX entitlement_entry_of ON entitlement_entry (entitlement_id, sessions, executed);
CREATE INDEX entitlement_entry_signed ON entitlement_entry (signed_id) WHERE signed_id IS NOT NULL;

-- 发票: asked for, then issued by the tax office's own program.
CREATE TABLE invoice_note (
    id         BLOB NOT NULL PRIMARY KEY,
    sale_id    BLOB NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('asked', 'issued')),
    title      TEXT NOT NULL,
    tax_number TEXT NOT NULL,
    number     TEXT NOT NULL,
    amount     INTEGER NOT NULL, -- fen
    at         INTEGER NOT NULL,
    by         BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_note_sale ON invoice_note (sale_id, at);

-- 挂单: a checkout put aside, on any computer to be taken up again.
CREATE TABLE held_sale (
    id        BLOB NOT NULL PRIMARY KEY,
    client_id BLOB NOT NULL,
    visit_id  BLOB,
    body      TEXT NOT NULL, -- JSON
    held_at   INTEGER NOT NULL,
    held_by   BLOB,
    ended_at  INTEGER,
    ended_by  BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX held_sale_open ON held_sale (held_at) WHERE ended_at IS NULL;
