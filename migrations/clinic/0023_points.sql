-- 积分: how they are earned and spent.

-- Written whole; the last one written holds.
CREATE TABLE points_scheme (
    id                    BLOB NOT NULL PRIMARY KEY,
    fen_per_point         INTEGER,          -- so much earns one; NULL: what is bought earns none
    months                INTEGER,          -- how long they last; NULL: without end
    member_day_multiplier INTEGER NOT NULL, -- thousandths
    birthday_multiplier   INTEGER NOT NULL, -- thousandths
    sign_in               INTEGER NOT NULL, -- points
    referral              INTEGER NOT NULL, -- points
    points_per_yuan       INTEGER,          -- so many pay a yuan; NULL: they are no money
    least                 INTEGER NOT NULL, -- points at once
    most_percent          INTEGER NOT NULL, -- of a sale's price
    business_day          TEXT NOT NULL,
    at                    INTEGER NOT NULL,
    by                    BLOB
) STRICT, WITHOUT ROWID;

-- 会员日: days of the month.
CREATE TABLE points_member_day (
    scheme_id BLOB NOT NULL,
    day       INTEGER NOT NULL,
    PRIMARY KEY (scheme_id, day)
) STRICT, WITHOUT ROWID;

-- What earns more, less or nothing.
CREATE TABLE points_item (
    scheme_id  BLOB NOT NULL,
    position   INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('procedure', 'card', 'product', 'specialty', 'cards', 'products')),
    item_id    BLOB,
    specialty  TEXT,
    multiplier INTEGER NOT NULL, -- thousandths; 0: excluded
    PRIMARY KEY (scheme_id, position)
) STRICT, WITHOUT ROWID;

-- 积分商城.
CREATE TABLE points_reward (
    id      BLOB NOT NULL PRIMARY KEY,
    kind    TEXT NOT NULL CHECK (kind IN ('procedure', 'product')),
    item_id BLOB NOT NULL,
    points  INTEGER NOT NULL, -- for one session, or one pack
    active  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE tier ADD COLUMN points_multiplier INTEGER NOT NULL DEFAULT 1000; -- thousandths

-- By which rules a sale earns, for as long as anything happens to it.
ALTER TABLE sale ADD COLUMN fen_per_point INTEGER;
ALTER TABLE sale_line ADD COLUMN points_multiplier INTEGER NOT NULL DEFAULT 0; -- thousandths
ALTER TABLE sale_line ADD COLUMN points_why TEXT NOT NULL DEFAULT '';
ALTER TABLE sale_line ADD COLUMN reward_points INTEGER NOT NULL DEFAULT 0; -- what is paid with points instead of money

ALTER TABLE points_entry ADD COLUMN sale_id BLOB;     -- the sale that earned or spent them
ALTER TABLE points_entry ADD COLUMN payment_id BLOB;  -- the payment that they were
ALTER TABLE points_entry ADD COLUMN line_id BLOB;     -- the line that they paid for
ALTER TABLE points_entry ADD COLUMN refund_id BLOB;   -- the refund that it follows
ALTER TABLE points_entry ADD COLUMN visit_id BLOB;    -- 签到
ALTER TABLE points_entry ADD COLUMN newcomer_id BLOB; -- who was brought
ALTER TABLE points_entry ADD COLUMN let_go INTEGER NOT NULL DEFAULT 0; -- points, of a reversal: spent, and not asked for
CREATE INDEX points_entry_sale ON points_entry (sale_id, at, id) WHERE sale_id IS NOT NULL;
CREATE INDEX points_entry_visit ON points_entry (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX points_entry_newcomer ON points_entry (newcomer_id) WHERE newcomer_id IS NOT NULL;
CREATE INDEX points_entry_refund ON points_entry (refund_id) WHERE refund_id IS NOT NULL;
