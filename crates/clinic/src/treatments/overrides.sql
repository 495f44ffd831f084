SELECT o.id, o.signed_id, client.id, client.name, member_number,
       json_extract(s.text, '$.procedure.name'), doctor.name,
       o.code, o.detail, o.reason, o.at, seen.at, seer.name
FROM treatment_override AS o
JOIN signed_treatment AS s ON s.id = o.signed_id
JOIN client ON client.id = s.client_id
LEFT JOIN staff AS doctor ON doctor.id = s.doctor_id
LEFT JOIN override_seen AS seen ON seen.id = (
    SELECT id FROM override_seen WHERE override_id = o.id ORDER BY at, id LIMIT 1)
LEFT JOIN staff AS seer ON seer.id = seen.by
WHERE ?1 OR seen.id IS NULL
ORDER BY o.at DESC, o.id DESC
