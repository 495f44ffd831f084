-- Signed treatment records, and what stands beside them. Nothing here is ever changed.

-- A consent form signed on paper.
CREATE TABLE paper_consent (
    id           BLOB NOT NULL PRIMARY KEY,
    client_id    BLOB NOT NULL,
    procedure_id BLOB NOT NULL,
    doctor_id    BLOB NOT NULL,
    form         TEXT NOT NULL, -- its name
    signed_on    TEXT NOT NULL,
    note         TEXT NOT NULL,
    scan_file    BLOB,
    at           INTEGER NOT NULL,
    by           BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_consent_client ON paper_consent (client_id, signed_on);

CREATE TABLE consent_withdrawal (
    id         BLOB NOT NULL PRIMARY KEY,
    consent_id BLOB NOT NULL,
    reason     TEXT NOT NULL,
    at         INTEGER NOT NULL,
    by         BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_withdrawal_consent ON consent_withdrawal (consent_id);

-- The record as it was signed: its whole text, and the hash of that text.
CREATE TABLE signed_treatment (
    id           BLOB NOT NULL PRIMARY KEY,
    treatment_id BLOB NOT NULL,
    client_id    BLOB NOT NULL,
    procedure_id BLOB NOT NULL,
    doctor_id    BLOB NOT NULL,
    business_day TEXT NOT NULL,
    text         TEXT NOT NULL,
    sha256       BLOB NOT NULL,
    at           INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX signed_treatment_treatment ON signed_treatment (treatment_id, at);
CREATE INDEX signed_treatment_client ON signed_treatment (client_id, at);
CREATE INDEX signed_treatment_day ON signed_treatment (business_day, at);

-- The devices that it names.
CREATE TABLE treatment_device (
    id           BLOB NOT NULL PRIMARY KEY,
    signed_id    BLOB NOT NULL,
    equipment_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_device_signed ON treatment_device (signed_id);
CREATE INDEX treatment_device_equipment ON treatment_device (equipment_id, signed_id);

-- What of which batch a signed record used, by the movement that took it.
CREATE TABLE treatment_use (
    id          BLOB NOT NULL PRIMARY KEY,
    signed_id   BLOB NOT NULL,
    movement_id BLOB NOT NULL,
    batch_id    BLOB NOT NULL,
    client_id   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_use_signed ON treatment_use (signed_id);
CREATE INDEX treatment_use_movement ON treatment_use (movement_id);
CREATE INDEX treatment_use_batch ON treatment_use (batch_id, client_id, signed_id);

-- What would have forbidden the signature, and why the doctor went on.
CREATE TABLE treatment_override (
    id        BLOB NOT NULL PRIMARY KEY,
    signed_id BLOB NOT NULL,
    code      TEXT NOT NULL,
    detail    TEXT NOT NULL,
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_override_signed ON treatment_override (signed_id);

-- The owner has seen it.
CREATE TABLE override_seen (
    id          BLOB NOT NULL PRIMARY KEY,
    override_id BLOB NOT NULL,
    at          INTEGER NOT NULL,
    by          BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX override_seen_override ON override_seen (override_id);

CREATE TABLE treatment_amendment (
    id        BLOB NOT NULL PRIMARY KEY,
    signed_id BLOB NOT NULL,
    reason    TEXT NOT NULL,
    changes   TEXT NOT NULL, -- JSON: field, before, after
    at        INTEGER NOT NULL,
    by        BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_amendment_signed ON treatment_amendment (signed_id, at);

CREATE TABLE treatment_withdrawal (
    id        BLOB NOT NULL PRIMARY KEY,
    signed_id BLOB NOT NULL,
    reason    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_withdrawal_signed ON treatment_withdrawal (signed_id);

-- 处方, numbered without gaps per computer's letter and year.
CREATE TABLE prescription (
    id        BLOB NOT NULL PRIMARY KEY,
    number    TEXT NOT NULL,
    signed_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    doctor_id BLOB NOT NULL,
    at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX prescription_number ON prescription (number);
CREATE INDEX prescription_client ON prescription (client_id, at);
