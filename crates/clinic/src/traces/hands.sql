WITH movements AS (
    SELECT m.* FROM treatment_use AS u JOIN stock_movement AS m ON m.id = u.movement_id WHERE u.signed_id = ?1
)
SELECT 'started' AS what, staff.name, t.created_at AS at, '' AS detail
FROM signed_treatment AS s JOIN treatment AS t ON t.id = s.treatment_id JOIN staff ON staff.id = t.created_by WHERE s.id = ?1
UNION ALL
SELECT 'saved', staff.name, t.saved_at, ''
FROM signed_treatment AS s JOIN treatment AS t ON t.id = s.treatment_id JOIN staff ON staff.id = t.saved_by WHERE s.id = ?1
UNION ALL
SELECT 'signed', staff.name, s.at, ''
FROM signed_treatment AS s JOIN staff ON staff.id = s.doctor_id WHERE s.id = ?1
UNION ALL
SELECT 'assisted', json_extract(person.value, '$.name'), s.at, ''
FROM signed_treatment AS s, json_each(s.text, '$.assistants') AS person WHERE s.id = ?1
UNION ALL
SELECT DISTINCT 'dose_given', staff.name, m.at, batch.lot
FROM movements AS m JOIN batch ON batch.id = m.batch_id JOIN staff ON staff.id = m.by WHERE m.vial_id IS NOT NULL
UNION ALL
SELECT DISTINCT 'witnessed', staff.name, m.at, batch.lot
FROM movements AS m JOIN batch ON batch.id = m.batch_id JOIN staff ON staff.id = m.witness
UNION ALL
SELECT DISTINCT 'vial_opened', staff.name, vial.at, batch.lot
FROM movements AS m JOIN vial ON vial.id = m.vial_id JOIN batch ON batch.id = vial.batch_id JOIN staff ON staff.id = vial.by
UNION ALL
SELECT DISTINCT 'received', staff.name, received.at, batch.lot
FROM movements AS m
JOIN stock_movement AS received ON received.batch_id = m.batch_id AND received.kind = 'received'
JOIN delivery ON delivery.id = received.delivery_id
JOIN batch ON batch.id = m.batch_id
JOIN staff ON staff.id = delivery.inspected_by
UNION ALL
SELECT 'photographed', staff.name, photo.added_at, photo.view
FROM signed_photo JOIN photo ON photo.id = photo_id JOIN staff ON staff.id = photo.added_by WHERE signed_id = ?1
UNION ALL
SELECT 'amended', staff.name, a.at, a.reason
FROM treatment_amendment AS a JOIN staff ON staff.id = a.by WHERE a.signed_id = ?1
UNION ALL
SELECT 'withdrawn', staff.name, w.at, w.reason
FROM treatment_withdrawal AS w JOIN staff ON staff.id = w.by WHERE w.signed_id = ?1
UNION ALL
SELECT 'override_seen', staff.name, seen.at, o.code
FROM treatment_override AS o JOIN override_seen AS seen ON seen.override_id = o.id JOIN staff ON staff.id = seen.by
WHERE o.signed_id = ?1
ORDER BY at, what
