INSERT INTO client (
    id, member_number, name, other_names, sex, birthday, birthday_calendar, id_number, wechat,
    guardian_name, guardian_phone, guardian_relation, emergency_name, emergency_phone, emergency_relation,
    source, referrer_id, skin_type, preferences, notes, created_at, created_by, import_id
) VALUES (
    ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
    ?10, ?11, ?12, ?13, ?14, ?15,
    ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23
)
