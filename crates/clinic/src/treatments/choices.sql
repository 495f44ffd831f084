-- Batches that may be used on a day: not expired, not held back, not used up; first expired first.
SELECT batch.id, batch.product_id, batch.lot, batch.expires_on, batch_balance.on_hand
FROM batch
JOIN batch_balance ON batch_balance.batch_id = batch.id
WHERE batch_balance.on_hand > 0
    AND batch.expires_on >= ?1
    AND (?2 IS NULL OR batch.product_id = ?2)
    AND coalesce((
        SELECT status FROM batch_status WHERE batch_status.batch_id = batch.id ORDER BY at DESC, id DESC LIMIT 1
    ), 'released') = 'released'
ORDER BY batch.expires_on, batch.created_at, batch.id
