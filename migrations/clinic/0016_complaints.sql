-- Complaints and adverse reactions, with every step that was taken about them. Nothing here is ever changed.

CREATE TABLE complaint (
    id             BLOB NOT NULL PRIMARY KEY,
    kind           TEXT NOT NULL CHECK (kind IN ('complaint', 'adverse_reaction')),
    client_id      BLOB NOT NULL,
    signed_id      BLOB,             -- the signed treatment it is about
    severity       TEXT NOT NULL CHECK (severity IN ('mild', 'moderate', 'severe')),
    text           TEXT NOT NULL,    -- in the client's words
    began_on       TEXT,
    told_at        INTEGER NOT NULL, -- the clock for the answer runs from here
    responsible_id BLOB,
    at             INTEGER NOT NULL,
    by             BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX complaint_client ON complaint (client_id, told_at);
CREATE INDEX complaint_signed ON complaint (signed_id) WHERE signed_id IS NOT NULL;

-- How it stands is what its steps add up to, in the order of time.
CREATE TABLE complaint_step (
    id             BLOB NOT NULL PRIMARY KEY,
    complaint_id   BLOB NOT NULL,
    kind           TEXT NOT NULL CHECK (kind IN (
        'noted', 'answered', 'assessed', 'assigned', 'reported', 'closed', 'reopened', 'dropped', 'taken_back')),
    text           TEXT NOT NULL,
    severity       TEXT CHECK (severity IN ('mild', 'moderate', 'severe')), -- assessed
    signed_id      BLOB,             -- assessed
    responsible_id BLOB,             -- assigned
    report_number  TEXT,             -- reported
    outcome        TEXT CHECK (outcome IN ('recovered', 'lasting', 'settled', 'unfounded', 'referred')), -- closed
    takes_back     BLOB,             -- taken_back: the step that was wrong
    at             INTEGER NOT NULL,
    by             BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX complaint_step_complaint ON complaint_step (complaint_id, at);
