-- Appointments, and the hours in which they can be.

CREATE TABLE working_hours (
    staff_id  BLOB NOT NULL,
    weekday   INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- 1 is Monday
    works     INTEGER NOT NULL,
    starts    INTEGER NOT NULL, -- minutes after midnight
    ends      INTEGER NOT NULL,
    PRIMARY KEY (staff_id, weekday)
) STRICT, WITHOUT ROWID;

CREATE TABLE leave (
    id         BLOB NOT NULL PRIMARY KEY,
    staff_id   BLOB NOT NULL,
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    created_by BLOB,
    ended_at   INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX leave_staff ON leave (staff_id, starts_at);

CREATE TABLE appointment (
    id            BLOB NOT NULL PRIMARY KEY,
    client_id     BLOB NOT NULL,
    doctor_id     BLOB,
    room_id       BLOB,
    equipment_id  BLOB,
    procedure_id  BLOB,
    starts_at     INTEGER NOT NULL,
    ends_at       INTEGER NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('booked', 'confirmed', 'arrived', 'no_show', 'cancelled')),
    cancel_reason TEXT,
    clash_reason  TEXT,
    note          TEXT NOT NULL,
    created_at    INTEGER NOT NULL,
    created_by    BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_starts ON appointment (starts_at);
CREATE INDEX appointment_client ON appointment (client_id, starts_at);
