SELECT client_id
FROM client_search CROSS JOIN client_rank ON client_rank.rank = client_search.rowid
WHERE client_search MATCH ?1
ORDER BY client_search.rowid DESC
LIMIT ?2
