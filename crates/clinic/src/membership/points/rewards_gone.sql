SELECT l.id, l.quantity,
       coalesce((SELECT sum(packs) FROM refund_part WHERE line_id = l.id), 0)
       - coalesce((SELECT sum(n.sessions) FROM entitlement AS e JOIN entitlement_entry AS n ON n.entitlement_id = e.id
                   WHERE e.line_id = l.id AND n.kind = 'refunded'), 0)
FROM sale_line AS l
WHERE l.sale_id = ?1 AND l.reward_points > 0
ORDER BY l.position
