SELECT 'visit', visit.arrived_at, visit.step, procedure.name, staff.name, coalesce(visit.closing_note, '')
FROM visit
LEFT JOIN procedure ON procedure.id = visit.procedure_id
LEFT JOIN staff ON staff.id = visit.doctor_id
WHERE visit.client_id = ?1 AND NOT visit.undone
UNION ALL
SELECT 'consultation', consultation.ended_at, consultation.outcome, NULL, staff.name,
       trim(consultation.reason || ' ' || consultation.note)
FROM consultation
LEFT JOIN staff ON staff.id = coalesce(consultation.doctor_id, consultation.consultant_id)
WHERE consultation.client_id = ?1
UNION ALL
SELECT 'appointment', appointment.starts_at, appointment.status, procedure.name, staff.name,
       coalesce(appointment.cancel_reason, appointment.note)
FROM appointment
LEFT JOIN procedure ON procedure.id = appointment.procedure_id
LEFT JOIN staff ON staff.id = appointment.doctor_id
WHERE appointment.client_id = ?1 AND appointment.status <> 'arrived'
ORDER BY 2 DESC
LIMIT 200
