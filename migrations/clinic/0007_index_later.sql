-- Derived. Clients of a long list whose words are not in `client_search` yet: they are put there in short
-- transactions after the list's own, so that nobody at the desk waits for thousands of names.
CREATE TABLE client_to_index (
    client_id BLOB NOT NULL PRIMARY KEY,
    came      INTEGER NOT NULL -- since it was indexed last
) STRICT, WITHOUT ROWID;
