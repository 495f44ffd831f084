INSERT INTO stock_movement (
    id, batch_id, kind, quantity, at, business_day, by, witness, delivery_id, price, client_id, doctor_id, vial_id,
    unit_code, count_id, reason, reverses
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
