-- Of a procedure in a plan: the most that an alternative of its latest version asks for, and what of all versions is sold
-- and did not go back.
WITH this AS (
    SELECT l.procedure_id, v.plan_id FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id WHERE l.id = ?1
)
SELECT coalesce((
           SELECT max(asked) FROM (
               SELECT sum(l.sessions) AS asked FROM plan_line AS l
               WHERE l.procedure_id = this.procedure_id AND l.version_id = (
                   SELECT id FROM plan_version WHERE plan_id = this.plan_id ORDER BY at DESC, id DESC LIMIT 1)
               GROUP BY l.alternative)), 0),
       coalesce((
           SELECT sum(s.sessions)
           FROM plan_version AS v JOIN plan_line AS l ON l.version_id = v.id JOIN plan_sold AS s ON s.plan_line_id = l.id
           WHERE v.plan_id = this.plan_id AND l.procedure_id = this.procedure_id), 0),
       (SELECT name FROM procedure WHERE id = this.procedure_id)
FROM this
