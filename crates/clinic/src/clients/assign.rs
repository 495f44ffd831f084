//! The client's own consultant and doctor (归属), with history.

use rusqlite::{Connection, params};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::types::{Assignment, AssignmentRole};
use crate::actor::Actor;
use crate::error::Result;
use crate::fields::{self, LINE_MAX};
use crate::ids::{ClientId, StaffId};
use crate::staff::roster::name_of;
use crate::store::Store;
use crate::verbs::Verb;

/// An assignment to make.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assign {
    /// The file.
    pub client: ClientId,
    /// As what.
    pub role: AssignmentRole,
    /// Whom; `None` takes the assignment away.
    pub staff_id: Option<StaffId>,
    /// Why.
    pub reason: String,
}

/// Assigns a client.
///
/// # Errors
/// By field.
pub fn assign(store: &Store, actor: &Actor, input: &Assign) -> Result<()> {
    store.transact(actor, Verb::ClientAssign, |tx| {
        let reason = fields::optional("reason", &input.reason, LINE_MAX)?;
        tx.about(input.client);
        tx.detail("role", input.role.as_str());
        tx.connection().execute(
            "INSERT INTO client_assignment (id, client_id, role, staff_id, assigned_at, assigned_by, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![tx.new_id(), input.client, input.role, input.staff_id, tx.now(), tx.staff_id(), reason],
        )?;
        Ok(())
    })
}

/// Who holds an assignment now: the latest line decides.
pub(crate) fn current(
    connection: &Connection,
    family: &[ClientId],
    role: AssignmentRole,
) -> Result<Option<StaffId>> {
    Ok(history(connection, family)?.into_iter().find(|line| line.role == role).and_then(|line| line.staff_id))
}

/// All lines of a family of files, the newest first.
pub(super) fn history(connection: &Connection, family: &[ClientId]) -> Result<Vec<Assignment>> {
    let mut lines: Vec<(Uuid, Assignment)> = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT id, role, staff_id, assigned_at, assigned_by, reason FROM client_assignment WHERE client_id = ?1",
        )?;
        let rows = statement
            .query_map([client], |row| {
                Ok((
                    row.get::<_, Uuid>(0)?,
                    row.get::<_, AssignmentRole>(1)?,
                    row.get::<_, Option<StaffId>>(2)?,
                    row.get::<_, i64>(3)?,
                    row.get::<_, Option<StaffId>>(4)?,
                    row.get::<_, String>(5)?,
                ))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        for (id, role, staff_id, assigned_at, by, reason) in rows {
            let staff_name = name_of(connection, staff_id)?;
            let assigned_by = name_of(connection, by)?;
            lines.push((id, Assignment { role, staff_id, staff_name, assigned_at, assigned_by, reason }));
        }
    }
    lines.sort_by_key(|(id, line)| std::cmp::Reverse((line.assigned_at, *id)));
    Ok(lines.into_iter().map(|(_, line)| line).collect())
}
