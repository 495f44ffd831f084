-- Papers that come later: the scan of a form noted without one, and when the clinic's own licence ends.

CREATE TABLE consent_scan (
    id         BLOB NOT NULL PRIMARY KEY,
    consent_id BLOB NOT NULL,
    file_id    BLOB NOT NULL,
    at         INTEGER NOT NULL,
    by         BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX consent_scan_consent ON consent_scan (consent_id, at);

ALTER TABLE clinic ADD COLUMN licence_expires_on TEXT;
