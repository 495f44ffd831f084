-- Each product that was used since a day: how much, and how much of it may still be used.
WITH used AS (
    SELECT batch.product_id, -sum(quantity) AS quantity
    FROM stock_movement JOIN batch ON batch.id = batch_id
    WHERE business_day >= ?1 AND kind = 'used'
    GROUP BY batch.product_id
)
SELECT
    used.product_id,
    used.quantity,
    coalesce((
        SELECT sum(on_hand)
        FROM batch JOIN batch_balance ON batch_id = batch.id
        WHERE batch.product_id = used.product_id
            AND expires_on >= ?2
            AND coalesce((
                SELECT status FROM batch_status WHERE batch_status.batch_id = batch.id ORDER BY at DESC, id DESC LIMIT 1
            ), 'released') = 'released'
    ), 0)
FROM used JOIN product ON product.id = used.product_id
WHERE used.quantity > 0 AND product.active
