-- Photos of clients. The original is sealed and never altered; what is said about it may be put right.

CREATE TABLE photo (
    id             BLOB NOT NULL PRIMARY KEY,
    client_id      BLOB NOT NULL,
    visit_id       BLOB,
    treatment_id   BLOB,
    file_id        BLOB NOT NULL,    -- sealed_file: the original
    sha256         BLOB NOT NULL,    -- of the original
    file_name      TEXT NOT NULL,
    file_length    INTEGER NOT NULL, -- bytes
    file_changed_at INTEGER,         -- UTC milliseconds, as the card has it
    width          INTEGER NOT NULL, -- upright
    height         INTEGER NOT NULL,
    orientation    INTEGER NOT NULL, -- of the original, as EXIF counts: 1 to 8
    located        INTEGER NOT NULL, -- the original says where it was taken
    camera         TEXT NOT NULL,
    taken_at       INTEGER NOT NULL,
    view           TEXT NOT NULL,
    stage          TEXT NOT NULL,
    purpose        TEXT NOT NULL,
    note           TEXT NOT NULL,
    first_x        INTEGER,          -- two points to align by, in ten-thousandths of width and height
    first_y        INTEGER,
    second_x       INTEGER,
    second_y       INTEGER,
    added_at       INTEGER NOT NULL,
    added_by       BLOB,
    removed_at     INTEGER,
    removed_by     BLOB,
    removed_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_client ON photo (client_id, taken_at);
CREATE INDEX photo_treatment ON photo (treatment_id) WHERE treatment_id IS NOT NULL;
CREATE INDEX photo_sha256 ON photo (sha256);
CREATE INDEX photo_file_name ON photo (file_name, file_length);

-- Smaller copies, upright and without what the camera wrote beside the picture.
CREATE TABLE photo_preview (
    photo_id BLOB NOT NULL,
    size     TEXT NOT NULL,
    file_id  BLOB,    -- sealed_file; NULL: the original cannot be decoded
    made_at  INTEGER NOT NULL,
    PRIMARY KEY (photo_id, size)
) STRICT, WITHOUT ROWID;

-- What a signed record shows.
CREATE TABLE signed_photo (
    id        BLOB NOT NULL PRIMARY KEY,
    signed_id BLOB NOT NULL,
    photo_id  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX signed_photo_signed ON signed_photo (signed_id);
CREATE INDEX signed_photo_photo ON signed_photo (photo_id);
