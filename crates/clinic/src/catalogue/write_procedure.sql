INSERT INTO procedure (
    id, name, standard_name, specialty, level, list_price, minutes, numbing_minutes, return_interval_days,
    consent_template, aftercare, active
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    standard_name = excluded.standard_name,
    specialty = excluded.specialty,
    level = excluded.level,
    list_price = excluded.list_price,
    minutes = excluded.minutes,
    numbing_minutes = excluded.numbing_minutes,
    return_interval_days = excluded.return_interval_days,
    consent_template = excluded.consent_template,
    aftercare = excluded.aftercare,
    active = excluded.active
