SELECT s.id, s.number, client.id, client.name, client.member_number, s.total,
       coalesce((SELECT sum(amount) FROM arrears WHERE sale_id = s.id), 0)
           - coalesce((SELECT sum(amount) FROM payment WHERE sale_id = s.id AND set_id <> s.id), 0),
       (SELECT count(*) FROM invoice_note WHERE sale_id = s.id AND kind = 'asked')
           > (SELECT count(*) FROM invoice_note WHERE sale_id = s.id AND kind = 'issued'),
       s.at, seller.name
FROM sale AS s
JOIN client ON client.id = s.client_id
LEFT JOIN staff AS seller ON seller.id = s.by
