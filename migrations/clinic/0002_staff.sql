-- Staff members, what they may do, and who is registered for what.

CREATE TABLE staff (
    id         BLOB NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    phone      TEXT,
    pin_hash   TEXT NOT NULL, -- argon2id, PHC string
    active     INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE staff_role (
    staff_id BLOB NOT NULL,
    role     TEXT NOT NULL,
    granted  INTEGER NOT NULL,
    PRIMARY KEY (staff_id, role)
) STRICT, WITHOUT ROWID;

-- Failed PINs on this computer; kept across restarts so that closing the program does not shorten a wait.
CREATE TABLE pin_failure (
    staff_id   BLOB NOT NULL PRIMARY KEY,
    count      INTEGER NOT NULL,
    not_before INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE doctor_registration (
    id              BLOB NOT NULL PRIMARY KEY,
    staff_id        BLOB NOT NULL,
    specialty       TEXT NOT NULL,
    title_number    TEXT NOT NULL, -- 医师资格证书编号
    practice_number TEXT NOT NULL, -- 医师执业证书编号
    filed_on        TEXT NOT NULL,
    expires_on      TEXT,
    ended_at        INTEGER,
    ended_reason    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX doctor_registration_staff ON doctor_registration (staff_id);

CREATE TABLE doctor_procedure (
    staff_id     BLOB NOT NULL,
    procedure_id BLOB NOT NULL,
    permitted    INTEGER NOT NULL,
    PRIMARY KEY (staff_id, procedure_id)
) STRICT, WITHOUT ROWID;

-- The minimal catalogue.
CREATE TABLE procedure (
    id            BLOB NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    standard_name TEXT NOT NULL, -- 《医疗美容项目分级管理目录》
    specialty     TEXT NOT NULL,
    minutes       INTEGER NOT NULL,
    numbing_minutes INTEGER NOT NULL,
    active        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE room (
    id       BLOB NOT NULL PRIMARY KEY,
    name     TEXT NOT NULL,
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE equipment (
    id            BLOB NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    serial_number TEXT NOT NULL,
    active        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
