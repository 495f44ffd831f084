//! Records that are not finished, and those of a visit or a client.

use std::cmp::Reverse;

use rusqlite::{Connection, Params, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::open::read_body;
use crate::actor::Actor;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{ClientId, ProcedureId, SignedTreatmentId, StaffId, TreatmentId, VisitId};
use crate::store::Store;
use crate::verbs::Verb;

/// Which records.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ListTreatments {
    /// Of one client; `None`: of everybody, those that are not finished.
    pub client: Option<ClientId>,
}

/// A record in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TreatmentLine {
    /// Its id.
    pub id: TreatmentId,
    /// Whose.
    pub client: ClientRef,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// What is done.
    pub procedure: ProcedureId,
    /// What the clinic calls it.
    pub procedure_name: String,
    /// Who does it.
    pub doctor: Option<StaffId>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub saved_at: i64,
    /// Who saved it last.
    pub saved_by: Option<String>,
    /// It was let go.
    pub discarded: bool,
    /// The signed record that it became.
    pub signed: Option<SignedTreatmentId>,
}

/// Records, the latest first. A client's are read with a trace.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, input: ListTreatments) -> Result<Vec<TreatmentLine>> {
    store.read(actor, Verb::TreatmentRead, |read| {
        let Some(client) = input.client else { return unsigned(read.connection()) };
        read.note(client);
        let mut lines = Vec::new();
        for client in clients::family(read.connection(), client)? {
            lines.extend(load(read.connection(), "treatment.client_id = ?1", [client])?);
        }
        lines.sort_by_key(latest_first);
        Ok(lines)
    })
}

/// Everybody's that are not finished, the latest first.
pub(crate) fn unsigned(connection: &Connection) -> Result<Vec<TreatmentLine>> {
    let mut lines = load(connection, "treatment.id IN (SELECT treatment_id FROM unsigned_treatment)", [])?;
    lines.sort_by_key(latest_first);
    Ok(lines)
}

fn latest_first(line: &TreatmentLine) -> Reverse<(i64, TreatmentId)> {
    Reverse((line.created_at, line.id))
}

fn load(connection: &Connection, which: &str, of: impl Params) -> Result<Vec<TreatmentLine>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT treatment.id, client.id, client.name, member_number, visit_id, procedure_id, procedure.name,
                body, treatment.created_at, saved_at, staff.name, discarded_at IS NOT NULL,
                (SELECT s.id FROM signed_treatment AS s
                 WHERE s.treatment_id = treatment.id AND NOT EXISTS (
                     SELECT 1 FROM treatment_withdrawal WHERE signed_id = s.id)
                 ORDER BY s.at, s.id LIMIT 1)
         FROM treatment
         JOIN client ON client.id = client_id
         JOIN procedure ON procedure.id = procedure_id
         LEFT JOIN staff ON staff.id = saved_by
         WHERE {which}"
    ))?;
    let rows = statement.query_map(of, line)?;
    let mut lines = Vec::new();
    for row in rows {
        let (mut line, body) = row?;
        line.doctor = read_body(&body)?.doctor;
        lines.push(line);
    }
    Ok(lines)
}

fn line(row: &Row<'_>) -> rusqlite::Result<(TreatmentLine, String)> {
    let line = TreatmentLine {
        id: row.get(0)?,
        client: ClientRef { id: row.get(1)?, name: row.get(2)?, member_number: row.get(3)? },
        visit: row.get(4)?,
        procedure: row.get(5)?,
        procedure_name: row.get(6)?,
        doctor: None,
        created_at: row.get(8)?,
        saved_at: row.get(9)?,
        saved_by: row.get(10)?,
        discarded: row.get(11)?,
        signed: row.get(12)?,
    };
    Ok((line, row.get(7)?))
}
