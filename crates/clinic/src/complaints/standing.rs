//! How a complaint stands: what its steps add up to.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row};

use super::{ComplaintOutcome, StepKind};
use crate::clients::Severity;
use crate::error::Result;
use crate::ids::{ComplaintId, ComplaintStepId, SignedTreatmentId, StaffId};

/// A step as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) id: ComplaintStepId,
    pub(super) kind: StepKind,
    pub(super) text: String,
    pub(super) severity: Option<Severity>,
    pub(super) signed: Option<SignedTreatmentId>,
    pub(super) responsible: Option<StaffId>,
    pub(super) report_number: Option<String>,
    pub(super) outcome: Option<ComplaintOutcome>,
    pub(super) takes_back: Option<ComplaintStepId>,
    pub(super) at: i64,
    pub(super) by: Option<StaffId>,
}

/// How a complaint stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    /// As it was last assessed.
    pub(super) severity: Severity,
    /// The treatment it is about.
    pub(super) signed: Option<SignedTreatmentId>,
    /// Who sees to it.
    pub(super) responsible: Option<StaffId>,
    /// When the client first had an answer; an end is one.
    pub(super) answered_at: Option<i64>,
    /// When it ended, where it is not open again.
    pub(super) closed_at: Option<i64>,
    /// How.
    pub(super) outcome: Option<ComplaintOutcome>,
    /// It was noted by mistake.
    pub(super) dropped: bool,
    /// It was reported to the authority.
    pub(super) reported: bool,
}

impl Standing {
    /// As it was told.
    pub(super) fn told(
        severity: Severity,
        signed: Option<SignedTreatmentId>,
        responsible: Option<StaffId>,
    ) -> Standing {
        Standing {
            severity,
            signed,
            responsible,
            answered_at: None,
            closed_at: None,
            outcome: None,
            dropped: false,
            reported: false,
        }
    }

    /// After all its steps, in the order of time; those that were taken back count for nothing.
    pub(super) fn after(mut self, steps: &[Step]) -> Standing {
        let taken_back = taken_back(steps);
        for step in steps.iter().filter(|step| !taken_back.contains(&step.id)) {
            match step.kind {
                StepKind::Noted | StepKind::TakenBack => {}
                StepKind::Answered => self.answered_at = self.answered_at.or(Some(step.at)),
                StepKind::Assessed => {
                    self.severity = step.severity.unwrap_or(self.severity);
                    self.signed = step.signed;
                }
                StepKind::Assigned => self.responsible = step.responsible,
                StepKind::Reported => self.reported = true,
                StepKind::Closed => {
                    self.answered_at = self.answered_at.or(Some(step.at));
                    (self.closed_at, self.outcome, self.dropped) = (Some(step.at), step.outcome, false);
                }
                StepKind::Dropped => {
                    (self.closed_at, self.outcome, self.dropped) = (Some(step.at), None, true);
                }
                StepKind::Reopened => (self.closed_at, self.outcome, self.dropped) = (None, None, false),
            }
        }
        self
    }

    /// Whether something is still to be done.
    pub(super) fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }
}

/// The steps that were taken back.
pub(super) fn taken_back(steps: &[Step]) -> BTreeSet<ComplaintStepId> {
    steps.iter().filter_map(|step| step.takes_back).collect()
}

/// A complaint's steps in the order of time.
pub(super) fn steps_of(connection: &Connection, complaint: ComplaintId) -> Result<Vec<Step>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, kind, text, severity, signed_id, responsible_id, report_number, outcome, takes_back, at, by
         FROM complaint_step WHERE complaint_id = ?1 ORDER BY at, id",
    )?;
    Ok(statement.query_map([complaint], step)?.collect::<rusqlite::Result<_>>()?)
}

fn step(row: &Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        id: row.get(0)?,
        kind: row.get(1)?,
        text: row.get(2)?,
        severity: row.get(3)?,
        signed: row.get(4)?,
        responsible: row.get(5)?,
        report_number: row.get(6)?,
        outcome: row.get(7)?,
        takes_back: row.get(8)?,
        at: row.get(9)?,
        by: row.get(10)?,
    })
}
