UPDATE client SET
    name = ?2, other_names = ?3, sex = ?4, birthday = ?5, birthday_calendar = ?6, id_number = ?7, wechat = ?8,
    guardian_name = ?9, guardian_phone = ?10, guardian_relation = ?11,
    emergency_name = ?12, emergency_phone = ?13, emergency_relation = ?14,
    source = ?15, referrer_id = ?16, skin_type = ?17, preferences = ?18, notes = ?19
WHERE id = ?1
