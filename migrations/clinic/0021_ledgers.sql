-- Ledgers: sessions voided, converted and transferred; points; opening balances; what the owner settled.

-- 作废, 转换, 转让. One that was wrong is taken back by one that names it.
CREATE TABLE entitlement_change (
    id             BLOB NOT NULL PRIMARY KEY,
    kind           TEXT NOT NULL CHECK (kind IN ('void', 'convert', 'transfer')),
    entitlement_id BLOB NOT NULL,
    client_id      BLOB NOT NULL,
    sessions       INTEGER NOT NULL,
    into_id        BLOB,             -- the entitlement that they became
    into_client_id BLOB,             -- whose it is
    reverses       BLOB,
    reason         TEXT NOT NULL,
    giver_agreed   TEXT NOT NULL,    -- how; empty but for a transfer
    giver_note     TEXT NOT NULL,
    taker_agreed   TEXT NOT NULL,
    taker_note     TEXT NOT NULL,
    approved_by    BLOB,
    business_day   TEXT NOT NULL,
    at             INTEGER NOT NULL,
    by             BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX entitlement_change_of ON entitlement_change (entitlement_id, at);
CREATE INDEX entitlement_change_into ON entitlement_change (into_id) WHERE into_id IS NOT NULL;
CREATE INDEX entitlement_change_reverses ON entitlement_change (reverses) WHERE reverses IS NOT NULL;

ALTER TABLE entitlement ADD COLUMN from_id BLOB; -- the one that it was made of, of the same line of the same sale
ALTER TABLE entitlement_entry ADD COLUMN moved INTEGER NOT NULL DEFAULT 0; -- fen, signed: what of the price went with the sessions
ALTER TABLE entitlement_entry ADD COLUMN change_id BLOB;
ALTER TABLE entitlement_entry ADD COLUMN settlement_id BLOB;
CREATE INDEX entitlement_entry_change ON entitlement_entry (change_id) WHERE change_id IS NOT NULL;
DROP INDEX entitlement_entry_of;
CREATE INDEX entitlement_entry_of ON entitlement_entry (entitlement_id, at, id, kind, sessions, executed, refunded, moved, signed_id);

-- What a plan's line sold and what of it did not go back, nor away.
DROP VIEW plan_sold;
CREATE VIEW plan_sold AS
SELECT s.plan_line_id,
       s.quantity + coalesce((
           SELECT sum(n.sessions) FROM entitlement AS e JOIN entitlement_entry AS n ON n.entitlement_id = e.id
           WHERE e.line_id = s.id AND e.plan_line_id = s.plan_line_id
             AND n.kind IN ('refunded', 'voided', 'converted', 'transferred')), 0) AS sessions
FROM sale_line AS s
WHERE s.plan_line_id IS NOT NULL;

-- 积分. Which lot was spent and what has expired is derived.
CREATE TABLE points_entry (
    id           BLOB NOT NULL PRIMARY KEY,
    client_id    BLOB NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('earn', 'redeem', 'reverse', 'adjust', 'opening')),
    points       INTEGER NOT NULL, -- signed
    expires_on   TEXT,             -- the last day of what came in; NULL: without end
    reverses     BLOB,             -- the entry that it takes back
    reason       TEXT NOT NULL,
    opening_client_id BLOB,
    settlement_id BLOB,
    approved_by  BLOB,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX points_entry_client ON points_entry (client_id, at, id);
CREATE INDEX points_entry_reverses ON points_entry (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX points_entry_opening ON points_entry (opening_client_id) WHERE opening_client_id IS NOT NULL;

-- 期初: what clients had before this program, taken over in one go and, if it was wrong, taken back in one.
CREATE TABLE opening (
    id           BLOB NOT NULL PRIMARY KEY,
    file_name    TEXT NOT NULL, -- empty: entered by hand
    clients      INTEGER NOT NULL,
    principal    INTEGER NOT NULL, -- fen
    gift         INTEGER NOT NULL, -- fen
    deposit      INTEGER NOT NULL, -- fen
    sessions     INTEGER NOT NULL,
    paid         INTEGER NOT NULL, -- fen, for the sessions
    points       INTEGER NOT NULL,
    lifetime     INTEGER NOT NULL, -- fen
    approved_by  BLOB NOT NULL,
    business_day TEXT NOT NULL,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;

CREATE TABLE opening_client (
    id         BLOB NOT NULL PRIMARY KEY,
    opening_id BLOB NOT NULL,
    client_id  BLOB NOT NULL,
    sale_id    BLOB,             -- the sale of money and sessions that it stands as
    principal  INTEGER NOT NULL, -- fen
    gift       INTEGER NOT NULL, -- fen
    deposit    INTEGER NOT NULL, -- fen
    sessions   INTEGER NOT NULL,
    paid       INTEGER NOT NULL, -- fen, for the sessions
    points     INTEGER NOT NULL,
    lifetime   INTEGER NOT NULL, -- fen, spent before
    last_year  INTEGER NOT NULL, -- fen, of it in the twelve months before
    tier       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX opening_client_opening ON opening_client (opening_id);
CREATE INDEX opening_client_client ON opening_client (client_id);

CREATE TABLE opening_reversal (
    id                BLOB NOT NULL PRIMARY KEY,
    opening_client_id BLOB NOT NULL,
    refund_id         BLOB,
    reason            TEXT NOT NULL,
    approved_by       BLOB NOT NULL,
    business_day      TEXT NOT NULL,
    at                INTEGER NOT NULL,
    by                BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX opening_reversal_of ON opening_reversal (opening_client_id);

ALTER TABLE sale ADD COLUMN opening_id BLOB; -- nothing was paid for it that day
CREATE INDEX sale_opening ON sale (opening_id) WHERE opening_id IS NOT NULL;

-- What two computers gave away twice while apart, and the owner made good.
CREATE TABLE settlement (
    id             BLOB NOT NULL PRIMARY KEY,
    kind           TEXT NOT NULL, -- a pot, sessions, points, a plan, a line
    client_id      BLOB NOT NULL,
    entitlement_id BLOB,
    plan_line_id   BLOB,
    line_id        BLOB,
    amount         INTEGER NOT NULL, -- fen, sessions or points, as the kind says
    reason         TEXT NOT NULL,
    business_day   TEXT NOT NULL,
    at             INTEGER NOT NULL,
    by             BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_plan ON settlement (plan_line_id, amount) WHERE plan_line_id IS NOT NULL;
CREATE INDEX settlement_line ON settlement (line_id, amount) WHERE line_id IS NOT NULL;

ALTER TABLE account_entry ADD COLUMN settlement_id BLOB;

-- Where a ledger may be below nothing; derived, looked at anew for everything that something was written about.
CREATE TABLE overdrawn (
    kind TEXT NOT NULL, -- a client's pots, points; an entitlement's sessions; a sale's debt; a plan's line; a sale's line
    id   BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
