SELECT coalesce((SELECT sum(amount) FROM arrears WHERE client_id = ?1), 0)
     - coalesce((
           SELECT sum(p.amount) FROM arrears AS a
           JOIN payment AS p ON p.sale_id = a.sale_id AND p.set_id <> p.sale_id
           WHERE a.client_id = ?1), 0)
