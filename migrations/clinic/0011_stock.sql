-- Stock: what came in from whom, every batch, every movement, and the book of toxin vials.

CREATE TABLE supplier (
    id                 BLOB NOT NULL PRIMARY KEY,
    name               TEXT NOT NULL,
    licence_number     TEXT NOT NULL, -- 药品 or 医疗器械经营许可证
    licence_expires_on TEXT,
    contact            TEXT NOT NULL,
    active             INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Its id is made of product, lot and expiry, so that two computers that receive one lot have one batch.
CREATE TABLE batch (
    id          BLOB NOT NULL PRIMARY KEY,
    product_id  BLOB NOT NULL,
    lot         TEXT NOT NULL,
    expires_on  TEXT NOT NULL,
    produced_on TEXT,
    created_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_product ON batch (product_id, expires_on);
CREATE INDEX batch_lot ON batch (lot);

-- Held back or free again; the latest counts.
CREATE TABLE batch_status (
    id       BLOB NOT NULL PRIMARY KEY,
    batch_id BLOB NOT NULL,
    status   TEXT NOT NULL CHECK (status IN ('released', 'quarantined', 'recalled')),
    reason   TEXT NOT NULL,
    at       INTEGER NOT NULL,
    by       BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_status_batch ON batch_status (batch_id, at);

CREATE TABLE delivery (
    id           BLOB NOT NULL PRIMARY KEY,
    supplier_id  BLOB NOT NULL,
    note_number  TEXT NOT NULL,
    received_on  TEXT NOT NULL,
    inspected_by BLOB NOT NULL,
    inspection   TEXT NOT NULL,
    note_file    BLOB,              -- sealed_file: a picture of the delivery note
    at           INTEGER NOT NULL,
    by           BLOB,
    witness      BLOB               -- the second person, where toxin came in
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_at ON delivery (at);

-- The code of one pack, where it carries one of its own.
CREATE TABLE pack (
    id          BLOB NOT NULL PRIMARY KEY,
    code        TEXT NOT NULL,
    batch_id    BLOB NOT NULL,
    movement_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_code ON pack (code);
CREATE INDEX pack_batch ON pack (batch_id);

CREATE TABLE stock_movement (
    id           BLOB NOT NULL PRIMARY KEY,
    batch_id     BLOB NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('received', 'used', 'wasted', 'returned', 'counted')),
    quantity     INTEGER NOT NULL, -- signed, in the product's smallest unit
    at           INTEGER NOT NULL,
    business_day TEXT NOT NULL,
    by           BLOB,
    witness      BLOB,
    delivery_id  BLOB,
    price        INTEGER,          -- fen, of all that was received
    client_id    BLOB,
    doctor_id    BLOB,
    vial_id      BLOB,
    unit_code    TEXT,
    count_id     BLOB,
    reason       TEXT NOT NULL,
    reverses     BLOB              -- the movement that this one takes back
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_movement_batch ON stock_movement (batch_id, kind, quantity);
CREATE INDEX stock_movement_client ON stock_movement (client_id, at) WHERE client_id IS NOT NULL;
CREATE INDEX stock_movement_unit ON stock_movement (unit_code) WHERE unit_code IS NOT NULL;
CREATE INDEX stock_movement_vial ON stock_movement (vial_id) WHERE vial_id IS NOT NULL;
CREATE INDEX stock_movement_reverses ON stock_movement (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX stock_movement_delivery ON stock_movement (delivery_id) WHERE delivery_id IS NOT NULL;
CREATE INDEX stock_movement_day ON stock_movement (business_day, kind, batch_id, quantity);

CREATE TABLE stock_count (
    id   BLOB NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL,
    by   BLOB,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_count_line (
    id       BLOB NOT NULL PRIMARY KEY,
    count_id BLOB NOT NULL,
    batch_id BLOB NOT NULL,
    expected INTEGER NOT NULL,
    counted  INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_count_line_count ON stock_count_line (count_id);

-- A vial taken out and opened; what it gives are movements that name it.
CREATE TABLE vial (
    id           BLOB NOT NULL PRIMARY KEY,
    batch_id     BLOB NOT NULL,
    unit_code    TEXT,
    quantity     INTEGER NOT NULL,
    shared       INTEGER NOT NULL, -- declared to be for more than one client
    at           INTEGER NOT NULL,
    business_day TEXT NOT NULL,
    by           BLOB,
    witness      BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX vial_day ON vial (business_day);
CREATE INDEX vial_batch ON vial (batch_id);

-- The empty vial given back.
CREATE TABLE vial_return (
    id      BLOB NOT NULL PRIMARY KEY,
    vial_id BLOB NOT NULL,
    at      INTEGER NOT NULL,
    by      BLOB,
    witness BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX vial_return_vial ON vial_return (vial_id);

-- What the movements of a batch add up to.
CREATE TABLE batch_balance (
    batch_id BLOB NOT NULL PRIMARY KEY,
    received INTEGER NOT NULL,
    used     INTEGER NOT NULL,
    wasted   INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    counted  INTEGER NOT NULL,
    on_hand  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
