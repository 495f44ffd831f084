SELECT id, coalesce(
    (SELECT arrived_at FROM visit WHERE client_id = client.id AND NOT undone ORDER BY arrived_at DESC LIMIT 1),
    created_at
)
FROM client
