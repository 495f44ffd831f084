SELECT p.id, p.at, p.business_day, p.kind, p.points, p.expires_on, p.reverses, p.reason,
       -- Of what was earned or spent, what follows a refund says how much came and went.
       p.kind IN ('adjust', 'opening') AND EXISTS (SELECT 1 FROM points_entry WHERE reverses = p.id), approver.name, staff.name,
       sale.id, sale.number, refund.number, line.name, p.visit_id IS NOT NULL,
       newcomer.id, newcomer.name, newcomer.member_number, p.let_go
FROM points_entry AS p
LEFT JOIN staff ON staff.id = p.by
LEFT JOIN staff AS approver ON approver.id = p.approved_by
LEFT JOIN sale ON sale.id = p.sale_id
LEFT JOIN refund ON refund.id = p.refund_id
LEFT JOIN sale_line AS line ON line.id = p.line_id
LEFT JOIN client AS newcomer ON newcomer.id = p.newcomer_id
WHERE p.client_id = ?1
ORDER BY p.at, p.id
