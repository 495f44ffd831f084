-- What is asked for so often, or in such a hurry, that it is written down where it is found at once. All of it is derived
-- from other tables; whoever opens an older file makes it anew.

-- Records that are neither signed nor let go.
CREATE TABLE unsigned_treatment (treatment_id BLOB NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Everybody on whom a batch was used, side by side.
CREATE TABLE batch_use (
    batch_id       BLOB NOT NULL,
    at             INTEGER NOT NULL,
    movement_id    BLOB NOT NULL,
    use_id         BLOB NOT NULL,    -- the record's; the movement's own for a dose that no record names
    client_id      BLOB NOT NULL,
    quantity       INTEGER NOT NULL, -- in the product's smallest unit
    doctor_id      BLOB,
    signed_id      BLOB,
    procedure_name TEXT,             -- of that day
    withdrawn      INTEGER NOT NULL,
    PRIMARY KEY (batch_id, at, movement_id, use_id)
) STRICT, WITHOUT ROWID;

-- A client's signed records in short, side by side.
CREATE TABLE timeline_entry (
    client_id BLOB NOT NULL,
    at        INTEGER NOT NULL,
    signed_id BLOB NOT NULL,
    entry     TEXT NOT NULL, -- JSON
    PRIMARY KEY (client_id, at, signed_id)
) STRICT, WITHOUT ROWID;

-- Who delivered a batch.
CREATE INDEX stock_movement_received ON stock_movement (batch_id, delivery_id) WHERE kind = 'received';

-- No query asks by it any more.
DROP INDEX treatment_saved;
