SELECT * FROM (
    SELECT a.sale_id, sale.number, a.amount,
           a.amount - coalesce((
               SELECT sum(amount) FROM payment WHERE sale_id = a.sale_id AND set_id <> a.sale_id), 0) AS owed,
           a.due_on, a.reason, a.at
    FROM arrears AS a JOIN sale ON sale.id = a.sale_id
    WHERE a.client_id = ?1)
WHERE owed <> 0
