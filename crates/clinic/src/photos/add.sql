INSERT INTO photo (
    id, client_id, visit_id, treatment_id, file_id, sha256, file_name, file_length, file_changed_at,
    width, height, orientation, located, camera, taken_at, view, stage, purpose, note, added_at, added_by)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
