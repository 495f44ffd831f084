SELECT name, member_number, sex, birthday, birthday_calendar,
       (SELECT number FROM client_phone WHERE client_id = client.id AND active ORDER BY position, id LIMIT 1) AS phone,
       (SELECT max(arrived_at) FROM visit WHERE client_id = client.id AND NOT undone) AS last_visit_at,
       (SELECT count(*) FROM visit WHERE client_id = client.id AND NOT undone) AS visits,
       EXISTS (SELECT 1 FROM client_alert WHERE client_id = client.id AND ended_at IS NULL) AS has_alert
FROM client
WHERE id = ?1
