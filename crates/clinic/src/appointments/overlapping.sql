SELECT appointment.id, appointment.starts_at, appointment.ends_at, appointment.client_id, client.name,
       appointment.doctor_id, appointment.room_id, appointment.equipment_id
FROM appointment
JOIN client ON client.id = appointment.client_id
WHERE appointment.starts_at > :earliest
  AND appointment.starts_at < :ends
  AND appointment.ends_at > :starts
  AND appointment.status IN ('booked', 'confirmed', 'arrived')
  AND appointment.id IS NOT :id
ORDER BY appointment.starts_at
