INSERT INTO batch_use
SELECT m.batch_id, m.at, m.id, coalesce(u.id, m.id), m.client_id, -m.quantity, m.doctor_id,
       u.signed_id, json_extract(s.text, '$.procedure.name'),
       EXISTS (SELECT 1 FROM treatment_withdrawal AS w WHERE w.signed_id = u.signed_id)
FROM stock_movement AS m
LEFT JOIN treatment_use AS u ON u.movement_id = m.id
LEFT JOIN signed_treatment AS s ON s.id = u.signed_id
WHERE +m.kind = 'used' -- all movements in their own order: an index would lead through them at random
    AND +m.client_id IS NOT NULL
    AND m.reverses IS NULL
    AND (s.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id))
