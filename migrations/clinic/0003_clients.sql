-- Client files.

CREATE TABLE client (
    id                 BLOB NOT NULL PRIMARY KEY,
    member_number      TEXT NOT NULL,
    name               TEXT NOT NULL,
    other_names        TEXT NOT NULL,
    sex                TEXT NOT NULL CHECK (sex IN ('female', 'male', 'unknown')),
    birthday           TEXT,            -- YYYY-MM-DD; by the lunar calendar where birthday_calendar says so
    birthday_calendar  TEXT NOT NULL CHECK (birthday_calendar IN ('solar', 'lunar', 'lunar_leap')),
    id_number          TEXT,
    wechat             TEXT,
    guardian_name      TEXT,
    guardian_phone     TEXT,
    guardian_relation  TEXT,
    emergency_name     TEXT,
    emergency_phone    TEXT,
    emergency_relation TEXT,
    source             TEXT,
    referrer_id        BLOB,
    skin_type          TEXT,
    preferences        TEXT NOT NULL,
    notes              TEXT NOT NULL,
    created_at         INTEGER NOT NULL,
    created_by         BLOB,
    import_id          BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX client_member_number ON client (member_number);
CREATE INDEX client_name_birthday ON client (name, birthday);
CREATE INDEX client_birthday ON client (substr(birthday, 6)) WHERE birthday IS NOT NULL;
CREATE INDEX client_id_number ON client (id_number) WHERE id_number IS NOT NULL;

CREATE TABLE client_phone (
    id        BLOB NOT NULL PRIMARY KEY,
    client_id BLOB NOT NULL,
    number    TEXT NOT NULL, -- digits and a leading +
    label     TEXT NOT NULL,
    position  INTEGER NOT NULL,
    active    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_phone_client ON client_phone (client_id);
CREATE INDEX client_phone_number ON client_phone (number);

CREATE TABLE client_tag (
    client_id BLOB NOT NULL,
    tag       TEXT NOT NULL,
    present   INTEGER NOT NULL,
    PRIMARY KEY (client_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_alert (
    id           BLOB NOT NULL PRIMARY KEY,
    client_id    BLOB NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('allergy', 'contraindication')),
    substance    TEXT NOT NULL,
    severity     TEXT NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
    reaction     TEXT NOT NULL,
    noted_at     INTEGER NOT NULL,
    noted_by     BLOB,
    ended_at     INTEGER,
    ended_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX client_alert_client ON client_alert (client_id);

CREATE TABLE client_assignment (
    id          BLOB NOT NULL PRIMARY KEY,
    client_id   BLOB NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('consultant', 'doctor')),
    staff_id    BLOB,
    assigned_at INTEGER NOT NULL,
    assigned_by BLOB,
    reason      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX client_assignment_client ON client_assignment (client_id, role, assigned_at);

CREATE TABLE client_data_consent (
    id           BLOB NOT NULL PRIMARY KEY,
    client_id    BLOB NOT NULL,
    purpose      TEXT NOT NULL CHECK (purpose IN ('treatment', 'photo_archive', 'publicity', 'cloud_copy')),
    given_at     INTEGER NOT NULL,
    recorded_by  BLOB,
    withdrawn_at INTEGER,
    withdrawn_by BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX client_data_consent_client ON client_data_consent (client_id, purpose);

-- Two files of one person: the loser is read as the survivor until the row ends.
CREATE TABLE client_alias (
    id          BLOB NOT NULL PRIMARY KEY,
    loser_id    BLOB NOT NULL,
    survivor_id BLOB NOT NULL,
    joined_at   INTEGER NOT NULL,
    joined_by   BLOB,
    ended_at    INTEGER,
    ended_by    BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX client_alias_loser ON client_alias (loser_id) WHERE ended_at IS NULL;
CREATE INDEX client_alias_survivor ON client_alias (survivor_id) WHERE ended_at IS NULL;

CREATE TABLE client_scan (
    id          BLOB NOT NULL PRIMARY KEY,
    client_id   BLOB NOT NULL,
    file_id     BLOB NOT NULL,
    title       TEXT NOT NULL,
    added_at    INTEGER NOT NULL,
    added_by    BLOB,
    removed_at  INTEGER,
    removed_by  BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX client_scan_client ON client_scan (client_id);

-- A sealed file: its chunks lie beside the database, named by the hash of their sealed bytes.
CREATE TABLE sealed_file (
    id         BLOB NOT NULL PRIMARY KEY,
    media_type TEXT NOT NULL,
    length     INTEGER NOT NULL,
    sha256     BLOB NOT NULL, -- of the plain bytes
    file_key   BLOB NOT NULL,
    chunks     BLOB NOT NULL, -- 32 bytes a chunk, in order
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One act of importing, so that a list can be told from what was typed.
CREATE TABLE client_import (
    id          BLOB NOT NULL PRIMARY KEY,
    file_name   TEXT NOT NULL,
    rows        INTEGER NOT NULL,
    imported_at INTEGER NOT NULL,
    imported_by BLOB
) STRICT, WITHOUT ROWID;

-- Derived. The search index: one row a client, its rank rising with every visit, so that hits come out
-- most recent first without sorting. Contentless: the words themselves are not kept twice.
CREATE TABLE client_rank (
    rank      INTEGER PRIMARY KEY,
    client_id BLOB NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE client_search USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3', tokenize = 'ascii'
);
