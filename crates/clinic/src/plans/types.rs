//! What a plan holds.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Fen;
use crate::catalogue::Specialty;
use crate::clients::types::words;
use crate::ids::{ClientId, PlanId, PlanLineId, PlanVersionId, ProcedureId, VisitId};

words! {
    /// Where a plan stands.
    PlanState {
        /// No doctor has looked at its latest version.
        Draft = "draft",
        /// A doctor approved some of its specialties.
        PartlyApproved = "partly_approved",
        /// Every specialty is approved.
        Approved = "approved",
        /// A doctor sent it back.
        SentBack = "sent_back",
        /// The client agreed to one of its alternatives.
        Agreed = "agreed",
        /// Let go.
        Closed = "closed",
    }
}

/// A procedure of a plan as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PlanLineInput {
    /// 0 is what is recommended; 1 to 4 are alternatives to it.
    pub alternative: u8,
    /// Which procedure.
    pub procedure: ProcedureId,
    /// 1 to 100.
    pub sessions: u32,
    /// Of all sessions; `None` where the procedure has no price yet.
    pub price: Option<Fen>,
    /// Where, how much, in which order.
    pub note: String,
}

/// A plan as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DraftPlan {
    /// The plan that is changed; `None` for a new one.
    pub id: Option<PlanId>,
    /// Whose.
    pub client: ClientId,
    /// Made at which visit.
    pub visit: Option<VisitId>,
    /// What it is for.
    pub note: String,
    /// In their order.
    pub lines: Vec<PlanLineInput>,
}

/// A procedure of a plan, with the names and prices of its day.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanLine {
    /// Its id.
    pub id: PlanLineId,
    /// 0 is what is recommended.
    pub alternative: u8,
    /// Which procedure.
    pub procedure: ProcedureId,
    /// What the clinic called it.
    pub name: String,
    /// Its standard name.
    pub standard_name: String,
    /// 科目.
    pub specialty: Specialty,
    /// Of one session.
    pub list_price: Option<Fen>,
    /// Of all sessions.
    pub price: Option<Fen>,
    /// How many.
    pub sessions: u32,
    /// Where, how much.
    pub note: String,
}

/// A doctor's word on a version.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Decision {
    /// For which specialty; `None` where all of it was sent back.
    pub specialty: Option<Specialty>,
    /// Approved, or sent back.
    pub approved: bool,
    /// Why it was sent back.
    pub reason: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
}

/// A version.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlanVersion {
    /// Its id.
    pub id: PlanVersionId,
    /// What it is for.
    pub note: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who proposed it.
    pub by: Option<String>,
    /// In their order.
    pub lines: Vec<PlanLine>,
    /// What doctors said of it, in the order of time.
    pub decisions: Vec<Decision>,
    /// The alternative that the client agreed to.
    pub agreed: Option<u8>,
}

/// A plan.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// Whose.
    pub client: ClientId,
    /// Made at which visit.
    pub visit: Option<VisitId>,
    /// Where it stands.
    pub state: PlanState,
    /// The specialties that no doctor has approved yet.
    pub missing: Vec<Specialty>,
    /// Why it was let go.
    pub closed_reason: Option<String>,
    /// The latest first.
    pub versions: Vec<PlanVersion>,
}

/// Which plan.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfPlan {
    /// Its id.
    pub id: PlanId,
}

/// A doctor's decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecidePlan {
    /// The version that the doctor saw.
    pub version: PlanVersionId,
    /// Approve it, or send it back.
    pub approve: bool,
    /// Why it is sent back.
    pub reason: String,
}

/// A client's agreement.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct AgreePlan {
    /// The version that the client saw.
    pub version: PlanVersionId,
    /// To which alternative.
    pub alternative: u8,
}

/// A plan let go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ClosePlan {
    /// Which.
    pub id: PlanId,
    /// Why.
    pub reason: String,
}
