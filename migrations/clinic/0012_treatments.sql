-- Plans, as they were proposed, approved and agreed; and treatment records until they are signed.

CREATE TABLE plan (
    id            BLOB NOT NULL PRIMARY KEY,
    client_id     BLOB NOT NULL,
    visit_id      BLOB,
    created_at    INTEGER NOT NULL,
    created_by    BLOB,
    closed_at     INTEGER,
    closed_by     BLOB,
    closed_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_client ON plan (client_id, created_at);
CREATE INDEX plan_visit ON plan (visit_id) WHERE visit_id IS NOT NULL;

-- What was proposed; the latest counts, all are kept.
CREATE TABLE plan_version (
    id      BLOB NOT NULL PRIMARY KEY,
    plan_id BLOB NOT NULL,
    note    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    by      BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_version_plan ON plan_version (plan_id, at);

-- A procedure of a version, with the names and the price of its day.
CREATE TABLE plan_line (
    id            BLOB NOT NULL PRIMARY KEY,
    version_id    BLOB NOT NULL,
    alternative   INTEGER NOT NULL, -- 0 is what is recommended
    position      INTEGER NOT NULL,
    procedure_id  BLOB NOT NULL,
    name          TEXT NOT NULL,
    standard_name TEXT NOT NULL,
    specialty     TEXT NOT NULL,
    list_price    INTEGER,          -- fen, of one session
    price         INTEGER,          -- fen, of all sessions
    sessions      INTEGER NOT NULL,
    note          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_line_version ON plan_line (version_id, alternative, position);

-- A doctor's word on a version, for the specialties in which that doctor is registered.
CREATE TABLE plan_decision (
    id         BLOB NOT NULL PRIMARY KEY,
    version_id BLOB NOT NULL,
    specialty  TEXT,             -- NULL: the whole version was sent back
    approved   INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    at         INTEGER NOT NULL,
    by         BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_decision_version ON plan_decision (version_id, at);

-- What the client agreed to.
CREATE TABLE plan_agreement (
    id          BLOB NOT NULL PRIMARY KEY,
    version_id  BLOB NOT NULL,
    alternative INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    by          BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_agreement_version ON plan_agreement (version_id, at);

-- A treatment record that is not signed yet.
CREATE TABLE treatment (
    id               BLOB NOT NULL PRIMARY KEY,
    client_id        BLOB NOT NULL,
    visit_id         BLOB,
    plan_line_id     BLOB,
    procedure_id     BLOB NOT NULL,
    body             TEXT NOT NULL, -- JSON
    created_at       INTEGER NOT NULL,
    created_by       BLOB,
    saved_at         INTEGER NOT NULL,
    saved_by         BLOB,
    discarded_at     INTEGER,
    discarded_by     BLOB,
    discarded_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX treatment_client ON treatment (client_id, created_at);
CREATE INDEX treatment_visit ON treatment (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX treatment_saved ON treatment (saved_at) WHERE discarded_at IS NULL;
