-- 会员等级: the owner's rules, tiers by hand, and what counts as spending. Which tier a client has is derived.

-- Written whole, from a day on; the last one written that has begun holds.
CREATE TABLE tier_scheme (
    id              BLOB NOT NULL PRIMARY KEY,
    takes_effect_on TEXT NOT NULL,
    counts          TEXT NOT NULL CHECK (counts IN ('sold', 'executed')),
    stored_value    TEXT NOT NULL CHECK (stored_value IN ('used', 'paid_in')),
    products        INTEGER NOT NULL, -- whether they count
    review          TEXT NOT NULL CHECK (review IN ('day', 'month', 'quarter', 'year')),
    warn_days       INTEGER NOT NULL,
    business_day    TEXT NOT NULL,
    at              INTEGER NOT NULL,
    by              BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE tier (
    id             BLOB NOT NULL PRIMARY KEY,
    scheme_id      BLOB NOT NULL,
    position       INTEGER NOT NULL, -- the lowest first
    code           TEXT NOT NULL,    -- what it is known by from scheme to scheme
    name           TEXT NOT NULL,
    amount         INTEGER NOT NULL, -- fen; 0 for whoever bought anything
    span           TEXT NOT NULL CHECK (span IN ('lifetime', 'rolling')),
    rate           INTEGER NOT NULL, -- thousandths of a price that are paid
    all_procedures INTEGER NOT NULL, -- what it holds for
    cards          INTEGER NOT NULL,
    products       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tier_of_scheme ON tier (scheme_id, position);

CREATE TABLE tier_procedure (
    tier_id      BLOB NOT NULL,
    procedure_id BLOB NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (tier_id, procedure_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tier_benefit (
    tier_id  BLOB NOT NULL,
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (tier_id, position)
) STRICT, WITHOUT ROWID;

-- 手动等级.
CREATE TABLE tier_grant (
    id           BLOB NOT NULL PRIMARY KEY,
    client_id    BLOB NOT NULL,
    code         TEXT NOT NULL,
    name         TEXT NOT NULL, -- of that day
    until        TEXT NOT NULL, -- the last day
    reason       TEXT NOT NULL,
    approved_by  BLOB,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX tier_grant_client ON tier_grant (client_id, at);

CREATE TABLE tier_grant_end (
    id           BLOB NOT NULL PRIMARY KEY,
    grant_id     BLOB NOT NULL,
    reason       TEXT NOT NULL,
    approved_by  BLOB,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX tier_grant_end_of ON tier_grant_end (grant_id);

-- The tier that lowered a price, and what of it is paid.
ALTER TABLE sale_reduction ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_reduction ADD COLUMN rate INTEGER NOT NULL DEFAULT 0; -- thousandths

-- What each client has spent, by every way of counting; derived from the ledgers, side by side for each client.
CREATE TABLE spending (
    client_id         BLOB NOT NULL,
    day               INTEGER NOT NULL, -- days since the beginning of year 1
    at                INTEGER NOT NULL,
    cause_id          BLOB NOT NULL,    -- payments made at once, a refund, a session's entry, an opening
    counts_on         INTEGER NOT NULL, -- the day on which the money came to count
    kind              TEXT NOT NULL,
    sale_id           BLOB,
    sales             INTEGER NOT NULL, -- purchases more, or fewer
    used_sold         INTEGER NOT NULL, -- fen, signed, where stored value counts when it is used
    used_executed     INTEGER NOT NULL,
    used_products     INTEGER NOT NULL,
    paid_in_sold      INTEGER NOT NULL, -- where it counts when it is paid in
    paid_in_executed  INTEGER NOT NULL,
    paid_in_products  INTEGER NOT NULL,
    ahead             INTEGER NOT NULL, -- money paid ahead
    PRIMARY KEY (client_id, day, at, cause_id, counts_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX spending_sale ON spending (sale_id) WHERE sale_id IS NOT NULL;

-- What was undone of a session's change is found beside it.
DROP INDEX entitlement_entry_of;
CREATE INDEX entitlement_entry_of ON entitlement_entry
    (entitlement_id, at, id, kind, sessions, executed, refunded, moved, signed_id, change_id, refund_id);
