SELECT o.id, o.signed_id, o.sale_id, client.id, client.name, member_number, o.name, doer.name,
       o.code, o.detail, o.reason, o.at, seen.at, seer.name
FROM (
    SELECT o.id, o.signed_id, NULL AS sale_id, s.client_id, json_extract(s.text, '$.procedure.name') AS name,
           s.doctor_id AS doer, o.code, o.detail, o.reason, o.at
    FROM treatment_override AS o JOIN signed_treatment AS s ON s.id = o.signed_id
    UNION ALL
    SELECT o.id, NULL, o.sale_id, s.client_id, o.detail, s.by, o.code, '', o.reason, o.at
    FROM sale_override AS o JOIN sale AS s ON s.id = o.sale_id
) AS o
JOIN client ON client.id = o.client_id
LEFT JOIN staff AS doer ON doer.id = o.doer
LEFT JOIN override_seen AS seen ON seen.id = (
    SELECT id FROM override_seen WHERE override_id = o.id ORDER BY at, id LIMIT 1)
LEFT JOIN staff AS seer ON seer.id = seen.by
WHERE ?1 OR seen.id IS NULL
ORDER BY o.at DESC, o.id DESC
