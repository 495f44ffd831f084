-- Doses out of a vial to a client that were not taken back and that no signed record, unless it was withdrawn, names.
SELECT m.id, -m.quantity
FROM stock_movement AS m
WHERE m.vial_id = ?1
    AND m.client_id = ?2
    AND m.kind = 'used'
    AND m.reverses IS NULL
    AND NOT EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id)
    AND NOT EXISTS (
        SELECT 1
        FROM treatment_use
        WHERE treatment_use.movement_id = m.id
            AND NOT EXISTS (
                SELECT 1 FROM treatment_withdrawal WHERE treatment_withdrawal.signed_id = treatment_use.signed_id
            )
    )
ORDER BY m.at, m.id
