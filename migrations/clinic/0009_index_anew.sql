-- Traditional characters are found by simplified ones from here on: everybody's words are indexed anew, in the
-- order in which they stand.
INSERT OR IGNORE INTO client_to_index (client_id, came) SELECT client_id, 0 FROM client_rank ORDER BY rank;
