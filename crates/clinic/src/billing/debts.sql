SELECT d.sale_id, sale.number, d.amount, d.owed, d.due_on, d.reason, d.at
FROM sale_debt AS d JOIN sale ON sale.id = d.sale_id
WHERE d.client_id = ?1 AND d.owed <> 0
