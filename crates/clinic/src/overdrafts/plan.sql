-- Of a procedure in a plan: what of all versions is sold and did not go back nor away, beyond the most that an alternative
-- of a version ever asked for and what the owner accepted.
WITH this AS (
    SELECT l.procedure_id, v.plan_id FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id WHERE l.id = ?1
), lines AS (
    SELECT l.id, l.version_id, l.alternative, l.sessions
    FROM this JOIN plan_version AS v ON v.plan_id = this.plan_id JOIN plan_line AS l ON l.version_id = v.id
    WHERE l.procedure_id = this.procedure_id
)
SELECT coalesce((SELECT sum(s.sessions) FROM lines JOIN plan_sold AS s ON s.plan_line_id = lines.id), 0)
    - coalesce((SELECT max(asked) FROM (
          SELECT sum(sessions) AS asked FROM lines GROUP BY version_id, alternative)), 0)
    - coalesce((SELECT sum(settlement.amount) FROM lines JOIN settlement ON settlement.plan_line_id = lines.id), 0)
FROM this
