SELECT client.*, referrer.name AS referrer_name, referrer.member_number AS referrer_number
FROM client
LEFT JOIN client AS referrer ON referrer.id = client.referrer_id
WHERE client.id = ?1
