-- Everything that happened to toxin before a moment, in the order of time.
WITH toxin AS (
    SELECT batch.id, batch.product_id, batch.lot
    FROM batch JOIN product ON product.id = batch.product_id
    WHERE product.toxin
)
SELECT
    m.at, m.kind AS step, toxin.product_id, toxin.id, toxin.lot, m.vial_id, m.id, m.quantity,
    client.id, client.name, client.member_number, doctor.name, staff.name, witness.name, m.reason,
    m.reverses IS NOT NULL,
    EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id), m.id AS entry
FROM toxin
JOIN stock_movement AS m ON m.batch_id = toxin.id
LEFT JOIN client ON client.id = m.client_id
LEFT JOIN staff AS doctor ON doctor.id = m.doctor_id
LEFT JOIN staff ON staff.id = m.by
LEFT JOIN staff AS witness ON witness.id = m.witness
WHERE m.at < ?1
UNION ALL
SELECT
    vial.at, 'opened', toxin.product_id, toxin.id, toxin.lot, vial.id, NULL, vial.quantity,
    NULL, NULL, NULL, NULL, staff.name, witness.name, '', 0, 0, vial.id
FROM toxin
JOIN vial ON vial.batch_id = toxin.id
LEFT JOIN staff ON staff.id = vial.by
LEFT JOIN staff AS witness ON witness.id = vial.witness
WHERE vial.at < ?1
UNION ALL
SELECT
    vial_return.at, 'given_back', toxin.product_id, toxin.id, toxin.lot, vial.id, NULL, 0,
    NULL, NULL, NULL, NULL, staff.name, witness.name, '', 0, 0, vial_return.id
FROM toxin
JOIN vial ON vial.batch_id = toxin.id
JOIN vial_return ON vial_return.vial_id = vial.id
LEFT JOIN staff ON staff.id = vial_return.by
LEFT JOIN staff AS witness ON witness.id = vial_return.witness
WHERE vial_return.at < ?1
ORDER BY 1, 18
