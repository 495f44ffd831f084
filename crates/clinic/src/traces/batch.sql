SELECT b.client_id, client.name, member_number, b.at, b.quantity, doctor.name,
       b.signed_id, b.procedure_name, b.withdrawn,
       CASE WHEN b.signed_id IS NULL THEN coalesce(
           (SELECT sale_id FROM sale_line WHERE movement_id = b.movement_id),
           (SELECT sale_id FROM refund_part JOIN refund ON refund.id = refund_id WHERE movement_id = b.movement_id)) END
FROM batch_use AS b
JOIN client ON client.id = b.client_id
LEFT JOIN staff AS doctor ON doctor.id = b.doctor_id
WHERE b.batch_id = ?1
ORDER BY b.at DESC, b.movement_id DESC, b.use_id DESC
