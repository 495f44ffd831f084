SELECT audit_line.id, audit_line.at, audit_line.staff_id, staff.name, audit_line.verb, audit_line.is_read,
       audit_line.client_id, client.name, audit_line.detail
FROM audit_line
LEFT JOIN staff ON staff.id = audit_line.staff_id
LEFT JOIN client ON client.id = audit_line.client_id
WHERE (:from IS NULL OR audit_line.at >= :from)
  AND (:until IS NULL OR audit_line.at < :until)
  AND (:staff IS NULL OR audit_line.staff_id = :staff)
  AND (:client IS NULL OR audit_line.client_id = :client)
  AND (:is_read IS NULL OR audit_line.is_read = :is_read)
  AND (:verb IS NULL OR audit_line.verb = :verb)
  AND (:before IS NULL OR audit_line.id < :before)
ORDER BY audit_line.id DESC
LIMIT :limit
