-- The store's own tables: this computer, the log, what the log says of each row, and audit.

CREATE TABLE migration (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    checksum   BLOB NOT NULL,
    reads_from INTEGER NOT NULL, -- the oldest schema whose programs can still read this file's records
    applied_at INTEGER NOT NULL
) STRICT;

-- One row: which computer this file belongs to, and where its chain and its clock stand.
CREATE TABLE this_computer (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    computer_id BLOB NOT NULL,
    signing_key BLOB NOT NULL,
    clinic_key  BLOB,             -- the clinic's signing key, on the computer that made the clinic
    incarnation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL, -- of the last record made here
    head        BLOB NOT NULL,    -- hash of that record
    clock       INTEGER NOT NULL  -- the last stamp issued or received
) STRICT;

CREATE TABLE this_clinic (
    only_row  INTEGER PRIMARY KEY CHECK (only_row = 1),
    clinic_id BLOB NOT NULL
) STRICT;

-- Every change record, made here or received, as its bytes were. Never edited, never deleted.
CREATE TABLE change_record (
    computer_id BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    sequence    INTEGER NOT NULL,
    hash        BLOB NOT NULL,
    stamp       INTEGER NOT NULL,
    header      BLOB NOT NULL,
    signature   BLOB NOT NULL,
    body        BLOB NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('applied', 'waiting')),
    position    INTEGER NOT NULL, -- the order in which this computer took it in
    PRIMARY KEY (computer_id, incarnation, sequence)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX change_record_position ON change_record (position);

-- What the log says of a row: the stamp of its birth, of each field changed since, and of its end.
CREATE TABLE row_version (
    table_name TEXT NOT NULL,
    row_key    BLOB NOT NULL,
    born       BLOB NOT NULL,
    fields     BLOB,
    ended      BLOB,
    PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE computer (
    id          BLOB NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    letter      TEXT NOT NULL,
    public_key  BLOB NOT NULL,
    certificate BLOB NOT NULL, -- the clinic's signature over id, letter and public key
    joined_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic (
    id             BLOB NOT NULL PRIMARY KEY,
    name           TEXT NOT NULL,
    address        TEXT NOT NULL,
    licence_number TEXT NOT NULL,
    zone           TEXT NOT NULL,
    logo           BLOB,
    public_key     BLOB NOT NULL,
    demo           INTEGER NOT NULL,
    created_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_line (
    id        BLOB NOT NULL PRIMARY KEY,
    at        INTEGER NOT NULL,
    staff_id  BLOB,             -- NULL: a rule of the system
    verb      TEXT NOT NULL,
    is_read   INTEGER NOT NULL,
    client_id BLOB,
    detail    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_line_at ON audit_line (at);
CREATE INDEX audit_line_client ON audit_line (client_id, at) WHERE client_id IS NOT NULL;

-- What a person has typed and not yet saved, so that a lock, a crash or a power cut loses nothing.
CREATE TABLE draft (
    staff_id BLOB NOT NULL,
    form     TEXT NOT NULL,
    body     TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;
