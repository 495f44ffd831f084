SELECT
    m.id, m.kind, m.quantity, m.at, staff.name, witness.name, client.id, client.name, client.member_number,
    doctor.name, m.delivery_id, m.price, m.vial_id, m.unit_code, m.reason, m.reverses,
    EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id)
FROM stock_movement AS m
LEFT JOIN staff ON staff.id = m.by
LEFT JOIN staff AS witness ON witness.id = m.witness
LEFT JOIN staff AS doctor ON doctor.id = m.doctor_id
LEFT JOIN client ON client.id = m.client_id
WHERE m.batch_id = ?1
ORDER BY m.at DESC, m.id DESC
LIMIT ?2
