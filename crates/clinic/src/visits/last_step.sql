-- The last move that is neither the arrival, nor an undo, nor undone already.
SELECT visit_step.id, visit_step.from_step, visit_step.to_step
FROM visit_step
JOIN visit ON visit.id = visit_step.visit_id
WHERE visit_step.visit_id = ?1
  AND NOT visit.undone
  AND visit_step.from_step IS NOT NULL
  AND visit_step.undoes IS NULL
  AND visit_step.id NOT IN (SELECT undoes FROM visit_step WHERE visit_id = ?1 AND undoes IS NOT NULL)
ORDER BY visit_step.at DESC, visit_step.id DESC
LIMIT 1
