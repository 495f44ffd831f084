-- Derived. Clients whose place or words in `client_search` wait to be brought up to date, in the order in which
-- that was asked: after a check-in, or a long list, so that nobody at the desk waits for it.
CREATE TABLE client_to_index (
    position  INTEGER PRIMARY KEY,
    client_id BLOB NOT NULL UNIQUE,
    came      INTEGER NOT NULL -- since it was indexed last
) STRICT;
