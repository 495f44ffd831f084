INSERT INTO equipment (
    id, name, manufacturer, model, serial_number, registration_number, registration_expires_on, filing_number,
    filing_expires_on, last_maintained_on, maintenance_months, active
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    manufacturer = excluded.manufacturer,
    model = excluded.model,
    serial_number = excluded.serial_number,
    registration_number = excluded.registration_number,
    registration_expires_on = excluded.registration_expires_on,
    filing_number = excluded.filing_number,
    filing_expires_on = excluded.filing_expires_on,
    last_maintained_on = excluded.last_maintained_on,
    maintenance_months = excluded.maintenance_months,
    active = excluded.active
