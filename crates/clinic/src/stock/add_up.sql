INSERT OR REPLACE INTO batch_balance (batch_id, received, used, wasted, returned, counted, on_hand)
SELECT
    batch_id,
    coalesce(sum(quantity) FILTER (WHERE kind = 'received'), 0),
    -coalesce(sum(quantity) FILTER (WHERE kind = 'used'), 0),
    -coalesce(sum(quantity) FILTER (WHERE kind = 'wasted'), 0),
    -coalesce(sum(quantity) FILTER (WHERE kind = 'returned'), 0),
    coalesce(sum(quantity) FILTER (WHERE kind = 'counted'), 0),
    sum(quantity)
FROM stock_movement
