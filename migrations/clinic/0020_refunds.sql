-- 退款: what went back, why, and how. Ledgers again; what a sale still holds is derived.

CREATE TABLE refund (
    id           BLOB NOT NULL PRIMARY KEY,
    number       TEXT NOT NULL, -- as a sale's, of its own count
    sale_id      BLOB NOT NULL,
    client_id    BLOB NOT NULL,
    reverses     BLOB,          -- the refund that this one takes back: the same amounts, below nothing
    basis        TEXT NOT NULL, -- whose cause, which says how the used part counts
    amount       INTEGER NOT NULL, -- fen, of what was sold
    off_debt     INTEGER NOT NULL, -- fen, of it: what is not owed any more; below nothing for what was paid too much
    interest     INTEGER NOT NULL, -- fen, paid on top
    reason       TEXT NOT NULL,
    approved_by  BLOB,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_number ON refund (number);
CREATE INDEX refund_sale ON refund (sale_id, off_debt);
CREATE INDEX refund_reverses ON refund (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX refund_day ON refund (business_day, at);

CREATE TABLE refund_part (
    id          BLOB NOT NULL PRIMARY KEY,
    refund_id   BLOB NOT NULL,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL, -- a line of the sale, what an earlier refund left as stored value, what was paid too much
    line_id     BLOB,
    lot_id      BLOB,             -- the account entry that paid in what is taken out
    packs       INTEGER NOT NULL,
    goods       TEXT NOT NULL,    -- what became of them; empty for none
    movement_id BLOB,             -- by which they came back
    waste_id    BLOB,             -- by which they were thrown away
    proposed    INTEGER NOT NULL, -- fen, as computed
    amount      INTEGER NOT NULL  -- fen
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_part_refund ON refund_part (refund_id, position);
CREATE INDEX refund_part_line ON refund_part (line_id, amount, packs) WHERE line_id IS NOT NULL;
CREATE INDEX refund_part_lot ON refund_part (lot_id, amount) WHERE lot_id IS NOT NULL;
CREATE INDEX refund_part_movement ON refund_part (movement_id, refund_id) WHERE movement_id IS NOT NULL;
CREATE INDEX refund_part_waste ON refund_part (waste_id) WHERE waste_id IS NOT NULL;

-- The working, as it was shown.
CREATE TABLE refund_step (
    id        BLOB NOT NULL PRIMARY KEY,
    refund_id BLOB NOT NULL,
    part_id   BLOB,             -- NULL: of the whole
    position  INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    name      TEXT NOT NULL,    -- of a procedure
    count     INTEGER NOT NULL, -- sessions, packs or days
    of        INTEGER NOT NULL, -- of so many
    price     INTEGER NOT NULL, -- fen, of one; or what interest is paid on
    rate      INTEGER NOT NULL, -- hundredths of a percent a year
    amount    INTEGER NOT NULL  -- fen, signed
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_step_refund ON refund_step (refund_id, position);

-- By which way it went back.
CREATE TABLE refund_payment (
    id           BLOB NOT NULL PRIMARY KEY,
    refund_id    BLOB NOT NULL,
    sale_id      BLOB NOT NULL,
    payment_id   BLOB,             -- the payment that it gives back
    position     INTEGER NOT NULL,
    method       TEXT NOT NULL,
    name         TEXT NOT NULL,    -- of that day
    amount       INTEGER NOT NULL, -- fen
    interest     INTEGER NOT NULL, -- whether it pays interest, and gives nothing back
    reference    TEXT NOT NULL,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_payment_refund ON refund_payment (refund_id, position);
CREATE INDEX refund_payment_of ON refund_payment (payment_id, amount) WHERE payment_id IS NOT NULL;
CREATE INDEX refund_payment_day ON refund_payment (business_day, method, amount);

ALTER TABLE account_entry ADD COLUMN refund_id BLOB;
CREATE INDEX account_entry_refund ON account_entry (refund_id) WHERE refund_id IS NOT NULL;
ALTER TABLE account_entry ADD COLUMN lot_id BLOB; -- the entry that paid in what this one takes out, or puts back
CREATE INDEX account_entry_payment ON account_entry (payment_id, client_id, pot, amount) WHERE payment_id IS NOT NULL;

ALTER TABLE entitlement_entry ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0; -- fen, signed: what of the price went back
ALTER TABLE entitlement_entry ADD COLUMN refund_id BLOB;
CREATE INDEX entitlement_entry_refund ON entitlement_entry (refund_id) WHERE refund_id IS NOT NULL;
DROP INDEX entitlement_entry_of;
CREATE INDEX entitlement_entry_of ON entitlement_entry (entitlement_id, kind, sessions, executed, refunded);
CREATE INDEX entitlement_line ON entitlement (line_id);

-- What went back of what was sold: not what was paid too much, nor again what an earlier refund had left here.
CREATE VIEW line_refund AS
SELECT refund.sale_id, part.line_id, part.amount
FROM refund JOIN refund_part AS part ON part.refund_id = refund.id
WHERE part.line_id IS NOT NULL;

-- Of a plan's line: the sessions of each sale that did not go back.
CREATE VIEW plan_sold AS
SELECT s.plan_line_id,
       s.quantity + coalesce((
           SELECT sum(n.sessions) FROM entitlement AS e JOIN entitlement_entry AS n ON n.entitlement_id = e.id
           WHERE e.line_id = s.id AND n.kind = 'refunded'), 0) AS sessions
FROM sale_line AS s
WHERE s.plan_line_id IS NOT NULL;

-- What of a sale is still owed.
CREATE VIEW sale_debt AS
SELECT a.sale_id, a.client_id, a.amount, a.due_on, a.reason, a.at,
       a.amount
           - coalesce((SELECT sum(amount) FROM payment WHERE sale_id = a.sale_id AND set_id <> a.sale_id), 0)
           - coalesce((SELECT sum(off_debt) FROM refund WHERE sale_id = a.sale_id), 0) AS owed
FROM arrears AS a;
