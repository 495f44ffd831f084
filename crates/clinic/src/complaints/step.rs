//! What is done about a complaint, step by step, until it ends.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::open::standing_of;
use super::take::{require_person, require_treatment, required_note};
use super::{ComplaintOutcome, StepKind};
use crate::actor::Actor;
use crate::clients::Severity;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{ComplaintId, ComplaintStepId, SignedTreatmentId, StaffId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A step about a complaint.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakeStep {
    /// Which complaint.
    pub complaint: ComplaintId,
    /// What was done.
    pub step: Step,
}

/// What was done.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Step {
    /// Something to remember.
    Noted {
        /// What; required.
        text: String,
    },
    /// The client has an answer.
    Answered {
        /// Which; required.
        text: String,
    },
    /// How bad it is, and after which treatment.
    Assessed {
        /// How bad.
        severity: Severity,
        /// After which treatment; `None`: after none that is known.
        signed: Option<SignedTreatmentId>,
        /// In words.
        text: String,
    },
    /// Somebody else sees to it.
    Assigned {
        /// Who.
        to: StaffId,
        /// In words.
        text: String,
    },
    /// It was reported to the monitoring of adverse reactions (药品不良反应, 医疗器械不良事件).
    Reported {
        /// The report's number there; required.
        number: String,
        /// In words.
        text: String,
    },
}

/// How a complaint ended, or did not.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CloseComplaint {
    /// Which complaint.
    pub complaint: ComplaintId,
    /// What is said of it.
    pub end: End,
}

/// What is said of a complaint's end.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum End {
    /// It ended.
    Closed {
        /// How.
        outcome: ComplaintOutcome,
        /// In words; required.
        text: String,
    },
    /// It had not ended.
    Reopened {
        /// Why; required.
        reason: String,
    },
    /// It was noted by mistake.
    Dropped {
        /// Why; required.
        reason: String,
    },
}

/// Which step.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfStep {
    /// Its id.
    pub id: ComplaintStepId,
}

/// A row to be.
struct Row {
    kind: StepKind,
    text: String,
    severity: Option<Severity>,
    signed: Option<SignedTreatmentId>,
    responsible: Option<StaffId>,
    report_number: Option<String>,
    outcome: Option<ComplaintOutcome>,
    takes_back: Option<ComplaintStepId>,
}

impl Row {
    fn new(kind: StepKind, text: String) -> Row {
        Row {
            kind,
            text,
            severity: None,
            signed: None,
            responsible: None,
            report_number: None,
            outcome: None,
            takes_back: None,
        }
    }

    fn write(self, tx: &Tx<'_>, complaint: ComplaintId) -> Result<ComplaintStepId> {
        let id = ComplaintStepId(tx.new_id());
        tx.detail("step", self.kind.as_str());
        tx.connection().execute(
            "INSERT INTO complaint_step (id, complaint_id, kind, text, severity, signed_id, responsible_id,
                 report_number, outcome, takes_back, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                id,
                complaint,
                self.kind,
                self.text,
                self.severity,
                self.signed,
                self.responsible,
                self.report_number,
                self.outcome,
                self.takes_back,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    }
}

/// Notes a step. What ended takes only notes and reports, until it is opened again.
///
/// # Errors
/// [`ErrorCode::ComplaintClosed`], [`ErrorCode::NotFound`]; by field [`ErrorCode::Required`],
/// [`ErrorCode::TooLong`].
pub fn take(store: &Store, actor: &Actor, input: &TakeStep) -> Result<ComplaintStepId> {
    store.transact(actor, Verb::ComplaintStep, |tx| {
        let (client, standing) = standing_of(tx.connection(), input.complaint)?;
        tx.about(client);
        let after_the_end = matches!(input.step, Step::Noted { .. } | Step::Reported { .. });
        if !standing.is_open() && !after_the_end {
            return Err(ErrorCode::ComplaintClosed.at("complaint"));
        }
        let row = match &input.step {
            Step::Noted { text } => Row::new(StepKind::Noted, required_note("text", text)?),
            Step::Answered { text } => Row::new(StepKind::Answered, required_note("text", text)?),
            Step::Assessed { severity, signed, text } => {
                if let Some(signed) = signed {
                    require_treatment(tx, client, *signed)?;
                }
                let text = fields::note("text", text)?;
                Row { severity: Some(*severity), signed: *signed, ..Row::new(StepKind::Assessed, text) }
            }
            Step::Assigned { to, text } => {
                require_person(tx, "to", *to)?;
                Row { responsible: Some(*to), ..Row::new(StepKind::Assigned, fields::note("text", text)?) }
            }
            Step::Reported { number, text } => {
                let number = fields::required("number", number, LINE_MAX)?;
                let text = fields::note("text", text)?;
                Row { report_number: Some(number), ..Row::new(StepKind::Reported, text) }
            }
        };
        row.write(tx, input.complaint)
    })
}

/// Says how it ended, that it had not, or that it was noted by mistake.
///
/// # Errors
/// [`ErrorCode::ComplaintClosed`] for what ended already, [`ErrorCode::ComplaintOpen`] for what is open,
/// [`ErrorCode::NotFound`]; by field [`ErrorCode::Required`], [`ErrorCode::ReasonRequired`].
pub fn close(store: &Store, actor: &Actor, input: &CloseComplaint) -> Result<ComplaintStepId> {
    store.transact(actor, Verb::ComplaintClose, |tx| {
        let (client, standing) = standing_of(tx.connection(), input.complaint)?;
        tx.about(client);
        let reopens = matches!(input.end, End::Reopened { .. });
        match (reopens, standing.is_open()) {
            (true, true) => return Err(ErrorCode::ComplaintOpen.at("complaint")),
            (false, false) => return Err(ErrorCode::ComplaintClosed.at("complaint")),
            _ => {}
        }
        let row = match &input.end {
            End::Closed { outcome, text } => {
                Row { outcome: Some(*outcome), ..Row::new(StepKind::Closed, required_note("text", text)?) }
            }
            End::Reopened { reason } => Row::new(StepKind::Reopened, fields::reason(reason)?),
            End::Dropped { reason } => Row::new(StepKind::Dropped, fields::reason(reason)?),
        };
        row.write(tx, input.complaint)
    })
}

/// Takes a step back; both stand. What says how a complaint ended is not taken back but said anew.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::NothingToUndo`] for what was taken back already or cannot be.
pub fn take_back(store: &Store, actor: &Actor, input: OfStep) -> Result<ComplaintStepId> {
    store.transact(actor, Verb::ComplaintStep, |tx| {
        let found: Option<(ComplaintId, StepKind, bool)> = tx
            .connection()
            .query_row(
                "SELECT complaint_id, kind, EXISTS (SELECT 1 FROM complaint_step AS back WHERE back.takes_back = s.id)
                 FROM complaint_step AS s WHERE id = ?1",
                [input.id],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let (complaint, kind, taken_back) = found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        tx.about(standing_of(tx.connection(), complaint)?.0);
        let final_word =
            matches!(kind, StepKind::Closed | StepKind::Reopened | StepKind::Dropped | StepKind::TakenBack);
        if taken_back || final_word {
            return Err(ErrorCode::NothingToUndo.at("id"));
        }
        tx.detail("takenBack", kind.as_str());
        Row { takes_back: Some(input.id), ..Row::new(StepKind::TakenBack, String::new()) }.write(tx, complaint)
    })
}
