SELECT m.client_id, client.name, member_number, m.at, -m.quantity, doctor.name,
       u.signed_id, json_extract(s.text, '$.procedure.name'),
       EXISTS (SELECT 1 FROM treatment_withdrawal AS w WHERE w.signed_id = u.signed_id)
FROM stock_movement AS m
JOIN client ON client.id = m.client_id
LEFT JOIN staff AS doctor ON doctor.id = m.doctor_id
LEFT JOIN treatment_use AS u ON u.movement_id = m.id
LEFT JOIN signed_treatment AS s ON s.id = u.signed_id
WHERE m.batch_id = ?1
    AND m.kind = 'used'
    AND m.client_id IS NOT NULL
    AND m.reverses IS NULL
    AND (s.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id))
ORDER BY m.at DESC, m.id DESC
