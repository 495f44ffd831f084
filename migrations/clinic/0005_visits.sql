-- Visits: from check-in to departure.

CREATE TABLE visit (
    id             BLOB NOT NULL PRIMARY KEY,
    client_id      BLOB NOT NULL,
    appointment_id BLOB,
    business_day   TEXT NOT NULL,
    arrived_at     INTEGER NOT NULL,
    step           TEXT NOT NULL,
    step_since     INTEGER NOT NULL,
    doctor_id      BLOB,
    consultant_id  BLOB,
    room_id        BLOB,
    procedure_id   BLOB,
    numbing_until  INTEGER,
    left_at        INTEGER,
    closing_note   TEXT,
    undone         INTEGER NOT NULL, -- checked in by mistake and taken back
    created_by     BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_day ON visit (business_day);
CREATE INDEX visit_client ON visit (client_id, arrived_at);
CREATE INDEX visit_open ON visit (arrived_at) WHERE left_at IS NULL;

-- The times of each step. A step taken back is another line, never a line less.
CREATE TABLE visit_step (
    id        BLOB NOT NULL PRIMARY KEY,
    visit_id  BLOB NOT NULL,
    from_step TEXT,
    to_step   TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        BLOB,
    undoes    BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_step_visit ON visit_step (visit_id, at);

CREATE TABLE triage_form (
    id                BLOB NOT NULL PRIMARY KEY,
    visit_id          BLOB NOT NULL,
    client_id         BLOB NOT NULL,
    wish              TEXT NOT NULL,
    pregnancy         TEXT NOT NULL CHECK (pregnancy IN ('no', 'yes', 'breastfeeding', 'trying', 'not_asked')),
    allergies         TEXT NOT NULL,
    medication        TEXT NOT NULL,
    keloid            TEXT NOT NULL CHECK (keloid IN ('no', 'yes', 'unsure', 'not_asked')),
    recent_treatments TEXT NOT NULL,
    filled_by         TEXT NOT NULL CHECK (filled_by IN ('client', 'staff')),
    filled_at         INTEGER NOT NULL,
    staff_id          BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX triage_form_visit ON triage_form (visit_id);
CREATE INDEX triage_form_client ON triage_form (client_id, filled_at);

CREATE TABLE consultation (
    id            BLOB NOT NULL PRIMARY KEY,
    visit_id      BLOB NOT NULL,
    client_id     BLOB NOT NULL,
    consultant_id BLOB,
    doctor_id     BLOB,
    outcome       TEXT NOT NULL CHECK (outcome IN ('agreed', 'not_agreed')),
    reason        TEXT NOT NULL,
    note          TEXT NOT NULL,
    ended_at      INTEGER NOT NULL,
    recorded_by   BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX consultation_visit ON consultation (visit_id);
