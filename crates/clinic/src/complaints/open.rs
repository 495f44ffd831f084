//! One complaint with everything that was done about it.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{self, ComplaintLine};
use super::standing::{self, Standing, steps_of};
use super::{ComplaintOutcome, StepKind};
use crate::actor::Actor;
use crate::clients::Severity;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, ComplaintId, ComplaintStepId, StaffId};
use crate::staff::roster::name_of;
use crate::store::Store;
use crate::verbs::Verb;

/// Which complaint.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfComplaint {
    /// Its id.
    pub id: ComplaintId,
}

/// A complaint, whole.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintFile {
    /// How it stands.
    pub complaint: ComplaintLine,
    /// Who wrote it down.
    pub taken_by: Option<String>,
    /// When, UTC milliseconds.
    #[ts(type = "number")]
    pub taken_at: i64,
    /// What was done, in the order of time.
    pub steps: Vec<ComplaintStepLine>,
}

/// A step about a complaint.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintStepLine {
    /// Its id.
    pub id: ComplaintStepId,
    /// What was done.
    pub kind: StepKind,
    /// In words.
    pub text: String,
    /// How bad it is since then.
    pub severity: Option<Severity>,
    /// Who sees to it since then.
    pub responsible_name: Option<String>,
    /// The report's number at the authority.
    pub report_number: Option<String>,
    /// How it ended.
    pub outcome: Option<ComplaintOutcome>,
    /// The step that it takes back.
    pub takes_back: Option<ComplaintStepId>,
    /// It was taken back later.
    pub taken_back: bool,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
}

/// Opens a complaint; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn open(store: &Store, actor: &Actor, input: OfComplaint) -> Result<ComplaintFile> {
    store.read(actor, Verb::ComplaintRead, |read| {
        let connection = read.connection();
        let complaint = list::one(connection, input.id)?;
        read.note(complaint.client.id);
        let (taken_at, by): (i64, Option<StaffId>) =
            connection.query_row("SELECT at, by FROM complaint WHERE id = ?1", [input.id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let steps = steps_of(connection, input.id)?;
        let taken_back = standing::taken_back(&steps);
        let line = |step: standing::Step| {
            Ok(ComplaintStepLine {
                id: step.id,
                kind: step.kind,
                text: step.text,
                severity: step.severity,
                responsible_name: name_of(connection, step.responsible)?,
                report_number: step.report_number,
                outcome: step.outcome,
                takes_back: step.takes_back,
                taken_back: taken_back.contains(&step.id),
                at: step.at,
                by: name_of(connection, step.by)?,
            })
        };
        Ok(ComplaintFile {
            complaint,
            taken_by: name_of(connection, by)?,
            taken_at,
            steps: steps.into_iter().map(line).collect::<Result<_>>()?,
        })
    })
}

/// Whose a complaint is, and how it stands.
pub(super) fn standing_of(connection: &Connection, id: ComplaintId) -> Result<(ClientId, Standing)> {
    let found: Option<(ClientId, Standing)> = connection
        .prepare_cached("SELECT client_id, severity, signed_id, responsible_id FROM complaint WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, Standing::told(row.get(1)?, row.get(2)?, row.get(3)?))))
        .optional()?;
    let (client, standing) = found.ok_or_else(|| ErrorCode::NotFound.at("complaint"))?;
    Ok((client, standing.after(&steps_of(connection, id)?)))
}
