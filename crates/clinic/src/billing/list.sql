SELECT s.id, s.number, client.id, client.name, client.member_number, s.total,
       coalesce((SELECT owed FROM sale_debt WHERE sale_id = s.id), 0),
       (SELECT count(*) FROM invoice_note WHERE sale_id = s.id AND kind = 'asked')
               > (SELECT count(*) FROM invoice_note WHERE sale_id = s.id AND kind = 'issued' AND amount > 0)
           AND s.total > coalesce((SELECT sum(amount) FROM line_refund WHERE sale_id = s.id), 0)
               + coalesce((SELECT sum(amount) FROM invoice_note WHERE sale_id = s.id AND kind = 'issued'), 0),
       s.at, seller.name, coalesce((SELECT sum(amount) FROM line_refund WHERE sale_id = s.id), 0),
       s.opening_id IS NOT NULL
FROM sale AS s
JOIN client ON client.id = s.client_id
LEFT JOIN staff AS seller ON seller.id = s.by
