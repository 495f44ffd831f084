SELECT s.id, client.id, client.name, member_number, s.at, json_extract(s.text, '$.procedure.name'), doctor.name,
       EXISTS (SELECT 1 FROM treatment_withdrawal AS w WHERE w.signed_id = s.id)
FROM signed_treatment AS s
JOIN client ON client.id = s.client_id
LEFT JOIN staff AS doctor ON doctor.id = s.doctor_id
WHERE s.business_day BETWEEN ?1 AND ?2
    AND (?3 IS NULL OR s.doctor_id = ?3)
    AND (?4 IS NULL OR s.procedure_id = ?4)
    AND (?5 IS NULL OR EXISTS (SELECT 1 FROM treatment_device AS d WHERE d.signed_id = s.id AND d.equipment_id = ?5))
    AND (?6 IS NULL OR EXISTS (
        SELECT 1 FROM treatment_use AS u JOIN batch ON batch.id = u.batch_id
        WHERE u.signed_id = s.id AND batch.product_id = ?6))
    AND (?7 IS NULL OR EXISTS (
        SELECT 1 FROM treatment_use AS u
        JOIN stock_movement AS m ON m.batch_id = u.batch_id AND m.kind = 'received'
        JOIN delivery ON delivery.id = m.delivery_id
        WHERE u.signed_id = s.id AND delivery.supplier_id = ?7))
ORDER BY s.business_day DESC, s.at DESC, s.id DESC
