INSERT INTO unsigned_treatment (treatment_id)
SELECT treatment.id FROM treatment
WHERE discarded_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM signed_treatment AS s
    WHERE s.treatment_id = treatment.id
      AND NOT EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = s.id))
