SELECT other_names, birthday, birthday_calendar, wechat, id_number, source, skin_type, preferences, notes, created_at
FROM client
WHERE id = ?1
