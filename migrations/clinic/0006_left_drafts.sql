-- A form that was left unsaved, for its writer on any of the clinic's computers. `draft` is this computer's
-- keystrokes. No row is removed, so that a form can be left again: a body of NULL is a draft let go.
CREATE TABLE left_draft (
    staff_id BLOB NOT NULL,
    form     TEXT NOT NULL,
    body     TEXT,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (staff_id, form)
) STRICT, WITHOUT ROWID;
