-- 封存: what was finished of a client's record, listed with its hashes and signed for by two people.

CREATE TABLE record_seal (
    id             BLOB NOT NULL PRIMARY KEY,
    client_id      BLOB NOT NULL,
    supplement_of  BLOB,          -- the first seal of this client
    reason         TEXT NOT NULL,
    party          TEXT NOT NULL, -- who stands for the client
    party_relation TEXT NOT NULL,
    manifest       TEXT NOT NULL, -- JSON
    sha256         BLOB NOT NULL, -- of the manifest
    at             INTEGER NOT NULL,
    by             BLOB,
    witness        BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_seal_client ON record_seal (client_id, at);

CREATE TABLE record_seal_part (
    id      BLOB NOT NULL PRIMARY KEY,
    seal_id BLOB NOT NULL,
    part_id BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX record_seal_part_seal ON record_seal_part (seal_id);
CREATE INDEX record_seal_part_part ON record_seal_part (part_id);
