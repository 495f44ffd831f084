-- The whole catalogue: what a procedure costs, lasts and uses up; products; equipment with its papers; and who
-- changed what of it when.

ALTER TABLE procedure ADD COLUMN level INTEGER CHECK (level BETWEEN 1 AND 4); -- of 美容外科
ALTER TABLE procedure ADD COLUMN list_price INTEGER;                          -- fen
ALTER TABLE procedure ADD COLUMN return_interval_days INTEGER;
ALTER TABLE procedure ADD COLUMN consent_template TEXT NOT NULL DEFAULT '';
ALTER TABLE procedure ADD COLUMN aftercare TEXT NOT NULL DEFAULT '';

CREATE TABLE product (
    id                  BLOB NOT NULL PRIMARY KEY,
    name                TEXT NOT NULL,
    generic_name        TEXT NOT NULL,
    kind                TEXT NOT NULL CHECK (kind IN ('drug', 'device', 'cosmetic')),
    device_class        INTEGER CHECK (device_class BETWEEN 1 AND 3),
    manufacturer        TEXT NOT NULL,
    registration_number TEXT NOT NULL, -- 国药准字, 国械注准
    specification       TEXT NOT NULL,
    unit                TEXT NOT NULL,
    scale               INTEGER NOT NULL CHECK (scale BETWEEN 0 AND 3), -- decimals of the unit; quantities count its smallest part
    pack_quantity       INTEGER NOT NULL,
    ingredients         TEXT NOT NULL,
    contraindications   TEXT NOT NULL,
    storage             TEXT NOT NULL,
    toxin               INTEGER NOT NULL,
    active              INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The codes on a product's packs: GTIN or another UDI-DI, or the first seven digits of its 药品追溯码.
CREATE TABLE product_code (
    code       TEXT NOT NULL PRIMARY KEY,
    product_id BLOB NOT NULL,
    active     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX product_code_product ON product_code (product_id);

CREATE TABLE procedure_product (
    procedure_id BLOB NOT NULL,
    product_id   BLOB NOT NULL,
    quantity     INTEGER NOT NULL,
    usual        INTEGER NOT NULL,
    PRIMARY KEY (procedure_id, product_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE equipment ADD COLUMN manufacturer TEXT NOT NULL DEFAULT '';
ALTER TABLE equipment ADD COLUMN model TEXT NOT NULL DEFAULT '';
ALTER TABLE equipment ADD COLUMN registration_number TEXT NOT NULL DEFAULT '';
ALTER TABLE equipment ADD COLUMN registration_expires_on TEXT;
ALTER TABLE equipment ADD COLUMN filing_number TEXT NOT NULL DEFAULT ''; -- 备案
ALTER TABLE equipment ADD COLUMN filing_expires_on TEXT;
ALTER TABLE equipment ADD COLUMN last_maintained_on TEXT;
ALTER TABLE equipment ADD COLUMN maintenance_months INTEGER;

-- Every edit of the catalogue: the fields it changed, before and after.
CREATE TABLE catalogue_edit (
    id        BLOB NOT NULL PRIMARY KEY,
    item      TEXT NOT NULL CHECK (item IN ('procedure', 'product', 'equipment', 'room')),
    item_id   BLOB NOT NULL,
    at        INTEGER NOT NULL,
    staff_id  BLOB,
    changes   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX catalogue_edit_item ON catalogue_edit (item_id, at);
