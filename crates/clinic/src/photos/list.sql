SELECT photo.id, client_id, visit_id, treatment_id, view, stage, purpose, note, photo.sha256, file_name, file_length,
       width, height, located, camera, taken_at, first_x, first_y, second_x, second_y,
       media_type, added_at, staff.name AS added_by, removed_reason,
       (SELECT photo_preview.file_id IS NOT NULL FROM photo_preview
        WHERE photo_id = photo.id AND size = 'small') AS made,
       EXISTS (
           SELECT 1 FROM signed_photo WHERE photo_id = photo.id AND NOT EXISTS (
               SELECT 1 FROM treatment_withdrawal AS w WHERE w.signed_id = signed_photo.signed_id)) AS signed
FROM photo
JOIN sealed_file ON sealed_file.id = photo.file_id
LEFT JOIN staff ON staff.id = added_by
WHERE client_id = ?1
