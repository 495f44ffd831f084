INSERT INTO visit (
    id, client_id, appointment_id, business_day, arrived_at, step, step_since,
    doctor_id, consultant_id, room_id, procedure_id, undone, created_by, appointment_was
) VALUES (
    ?1, ?2, ?3, ?4, ?5, 'arrived', ?5,
    ?6, ?7, ?8, ?9, 0, ?10, ?11
)
