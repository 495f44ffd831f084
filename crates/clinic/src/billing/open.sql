SELECT s.number, client.id, client.name, client.member_number, s.visit_id, s.list_total, s.total,
       s.discount_reason, approver.name, s.note, s.business_day, s.at, seller.name, s.opening_id
FROM sale AS s
JOIN client ON client.id = s.client_id
LEFT JOIN staff AS approver ON approver.id = s.approved_by
LEFT JOIN staff AS seller ON seller.id = s.by
WHERE s.id = ?1
