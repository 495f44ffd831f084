//! Complaints in a list: what waits for an answer first, what is open next, what ended last.

use chrono::NaiveDate;
use rusqlite::{Connection, Params, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::standing::{Standing, steps_of};
use super::{ComplaintKind, ComplaintOutcome};
use crate::actor::Actor;
use crate::clients::types::ClientRef;
use crate::clients::{self, Severity};
use crate::error::Result;
use crate::ids::{ClientId, ComplaintId, SignedTreatmentId, StaffId};
use crate::settings::{self, SettingKey};
use crate::staff::roster::name_of;
use crate::store::Store;
use crate::verbs::Verb;

/// Which complaints.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ListComplaints {
    /// Of one client; `None`: of everybody.
    pub client: Option<ClientId>,
    /// Those that ended as well.
    pub closed: bool,
}

/// A complaint in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintLine {
    /// Its id.
    pub id: ComplaintId,
    /// What it is.
    pub kind: ComplaintKind,
    /// Whose.
    pub client: ClientRef,
    /// How bad, as it was last assessed.
    pub severity: Severity,
    /// In the client's words.
    pub text: String,
    /// The day on which it began.
    pub began_on: Option<NaiveDate>,
    /// When it was told, UTC milliseconds.
    #[ts(type = "number")]
    pub told_at: i64,
    /// When it must be answered, UTC milliseconds.
    #[ts(type = "number")]
    pub due_at: i64,
    /// When it was answered, UTC milliseconds.
    #[ts(type = "number | null")]
    pub answered_at: Option<i64>,
    /// When it ended, UTC milliseconds.
    #[ts(type = "number | null")]
    pub closed_at: Option<i64>,
    /// How it ended.
    pub outcome: Option<ComplaintOutcome>,
    /// It was noted by mistake.
    pub dropped: bool,
    /// It was reported to the authority.
    pub reported: bool,
    /// The signed treatment it is about.
    pub signed: Option<SignedTreatmentId>,
    /// What was done there, by its name of that day.
    pub procedure_name: Option<String>,
    /// On which day.
    pub treated_on: Option<NaiveDate>,
    /// Who signed for it.
    pub doctor_name: Option<String>,
    /// Who sees to the complaint.
    pub responsible: Option<StaffId>,
    /// By name.
    pub responsible_name: Option<String>,
}

/// Complaints: those without an answer by when it is due, then the open ones, the oldest first, then those that ended,
/// the latest first. Each client's leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, input: ListComplaints) -> Result<Vec<ComplaintLine>> {
    store.read(actor, Verb::ComplaintRead, |read| {
        let mut lines = match input.client {
            Some(client) => of_family(read.connection(), &clients::family(read.connection(), client)?)?,
            None => of_everybody(read.connection(), input.closed)?,
        };
        lines.retain(|line| input.closed || line.closed_at.is_none());
        if let Some(client) = input.client {
            read.note(client);
        }
        for line in &lines {
            read.note(line.client.id);
        }
        Ok(lines)
    })
}

/// Everybody's open ones, or those that ended as well.
pub(crate) fn of_everybody(connection: &Connection, closed: bool) -> Result<Vec<ComplaintLine>> {
    load(connection, if closed { "TRUE" } else { OPEN }, []).map(in_order)
}

/// A client's, with those of the files joined into theirs.
pub(crate) fn of_family(connection: &Connection, family: &[ClientId]) -> Result<Vec<ComplaintLine>> {
    let mut lines = Vec::new();
    for client in family {
        lines.extend(load(connection, "client_id = ?1", [client])?);
    }
    Ok(in_order(lines))
}

fn in_order(mut lines: Vec<ComplaintLine>) -> Vec<ComplaintLine> {
    lines.sort_by_key(|line| {
        let (rank, by) = match (line.closed_at, line.answered_at) {
            (None, None) => (0, line.due_at),
            (None, Some(_)) => (1, line.told_at),
            (Some(closed_at), _) => (2, -closed_at),
        };
        (rank, by, line.id)
    });
    lines
}

/// A line as it was told; what its steps say comes on top.
fn told(row: &Row<'_>) -> rusqlite::Result<(ComplaintLine, Standing)> {
    let line = ComplaintLine {
        id: row.get(0)?,
        kind: row.get(1)?,
        client: ClientRef { id: row.get(2)?, name: row.get(3)?, member_number: row.get(4)? },
        severity: row.get(5)?,
        text: row.get(6)?,
        began_on: row.get(7)?,
        told_at: row.get(8)?,
        due_at: 0,
        answered_at: None,
        closed_at: None,
        outcome: None,
        dropped: false,
        reported: false,
        signed: None,
        procedure_name: None,
        treated_on: None,
        doctor_name: None,
        responsible: None,
        responsible_name: None,
    };
    let standing = Standing::told(line.severity, row.get(9)?, row.get(10)?);
    Ok((line, standing))
}

/// An end is never taken back but said anew: the last word on it decides. Years of them are passed over.
const OPEN: &str = "coalesce((
    SELECT step.kind FROM complaint_step AS step
    WHERE complaint_id = complaint.id AND step.kind IN ('closed', 'reopened', 'dropped')
    ORDER BY step.at DESC, step.id DESC LIMIT 1), 'reopened') = 'reopened'";

/// The join stands in the order in which it is made: most clients never complained.
fn load(connection: &Connection, which: &str, of: impl Params) -> Result<Vec<ComplaintLine>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT complaint.id, complaint.kind, client.id, client.name, member_number, severity, text, began_on, told_at,
                signed_id, responsible_id
         FROM complaint CROSS JOIN client ON client.id = client_id
         WHERE {which}"
    ))?;
    let rows = statement.query_map(of, told)?.collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|(line, standing)| finished(connection, line, standing)).collect()
}

/// One complaint.
pub(super) fn one(connection: &Connection, id: ComplaintId) -> Result<ComplaintLine> {
    let (line, standing) = connection
        .prepare_cached(
            "SELECT complaint.id, complaint.kind, client.id, client.name, member_number, severity, text, began_on, told_at,
                    signed_id, responsible_id
             FROM complaint JOIN client ON client.id = client_id WHERE complaint.id = ?1",
        )?
        .query_row([id], told)?;
    finished(connection, line, standing)
}

fn finished(connection: &Connection, mut line: ComplaintLine, standing: Standing) -> Result<ComplaintLine> {
    let standing = standing.after(&steps_of(connection, line.id)?);
    line.due_at = line.told_at + settings::hours_in_ms(connection, SettingKey::ComplaintAnswerHours)?;
    line.severity = standing.severity;
    line.answered_at = standing.answered_at;
    line.closed_at = standing.closed_at;
    line.outcome = standing.outcome;
    line.dropped = standing.dropped;
    line.reported = standing.reported;
    line.responsible = standing.responsible;
    line.responsible_name = name_of(connection, standing.responsible)?;
    line.signed = standing.signed;
    if let Some(signed) = standing.signed {
        let mut statement = connection.prepare_cached(
            "SELECT json_extract(text, '$.procedure.name'), business_day, staff.name
             FROM signed_treatment LEFT JOIN staff ON staff.id = doctor_id WHERE signed_treatment.id = ?1",
        )?;
        let mut rows = statement.query(params![signed])?;
        if let Some(row) = rows.next()? {
            (line.procedure_name, line.treated_on, line.doctor_name) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
        }
    }
    Ok(line)
}
