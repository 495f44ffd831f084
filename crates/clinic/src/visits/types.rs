//! What a visit holds, and what the board shows of it.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::appointments::Appointment;
use crate::clients::types::words;
use crate::clients::{ClientHit, Severity};
use crate::complaints::ComplaintKind;
use crate::ids::{AppointmentId, ClientId, ComplaintId, ProcedureId, RoomId, StaffId, VisitId};

words! {
    /// 怀孕, 哺乳.
    Pregnancy {
        /// 否.
        No = "no",
        /// 怀孕.
        Yes = "yes",
        /// 哺乳期.
        Breastfeeding = "breastfeeding",
        /// 备孕.
        Trying = "trying",
        /// 未询问.
        NotAsked = "not_asked",
    }
    /// 疤痕体质.
    Keloid {
        /// 否.
        No = "no",
        /// 是.
        Yes = "yes",
        /// 不确定.
        Unsure = "unsure",
        /// 未询问.
        NotAsked = "not_asked",
    }
    /// Who filled in a form.
    FilledBy {
        /// The client, on the screen turned round.
        Client = "client",
        /// A staff member.
        Staff = "staff",
    }
    /// How a consultation ended.
    ConsultationOutcome {
        /// 成交.
        Agreed = "agreed",
        /// 未成交.
        NotAgreed = "not_agreed",
    }
}

/// An arrival.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CheckIn {
    /// Who came.
    pub client: ClientId,
    /// The appointment they came for; `None` for a walk-in.
    pub appointment: Option<AppointmentId>,
    /// With whom; `None` takes the appointment's, else the assigned doctor.
    pub doctor: Option<StaffId>,
    /// What for; `None` takes the appointment's.
    pub procedure: Option<ProcedureId>,
}

/// A visit just begun.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckedIn {
    /// The visit.
    pub visit: VisitId,
    /// What to know of the client right now.
    pub alerts: Vec<ArrivalAlert>,
    /// So many points were given for it.
    #[ts(type = "number")]
    pub points: i64,
}

/// What to know of a client who arrives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ArrivalAlert {
    /// An allergy.
    Allergy {
        /// To what.
        substance: String,
        /// How bad.
        severity: Severity,
    },
    /// A contraindication.
    Contraindication {
        /// What.
        substance: String,
        /// How bad.
        severity: Severity,
    },
    /// What the client declared in triage to be allergic to and nobody has noted as an alert yet.
    DeclaredAllergy {
        /// In the client's words.
        text: String,
    },
    /// The last triage form says pregnant, breastfeeding or trying.
    Pregnancy {
        /// Which.
        pregnancy: Pregnancy,
    },
    /// The client complained or had a reaction, and it is open or was told since the last visit.
    Complaint {
        /// Which.
        complaint: ComplaintId,
        /// What was told.
        of: ComplaintKind,
        /// How bad it is.
        severity: Severity,
        /// In the client's words.
        text: String,
        /// It ended.
        closed: bool,
    },
    /// The birthday is today or within a week.
    Birthday {
        /// Days until it; 0 is today.
        days: u8,
    },
    /// The client has not consented to the use of health data for treatment.
    NoDataConsent,
    /// Another file may be the same person's.
    PossibleDuplicate {
        /// The other file's name and number.
        name: String,
        /// Its member number.
        member_number: String,
    },
}

/// A visit's card.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VisitCard {
    /// The visit.
    pub id: VisitId,
    /// Who.
    pub client: ClientHit,
    /// One of the steps.
    pub step: String,
    /// Since when, UTC milliseconds.
    #[ts(type = "number")]
    pub step_since: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub arrived_at: i64,
    /// With whom.
    pub doctor: Option<StaffId>,
    /// Who advises.
    pub consultant: Option<StaffId>,
    /// Where.
    pub room: Option<RoomId>,
    /// What for.
    pub procedure: Option<ProcedureId>,
    /// When the numbing cream has worked, UTC milliseconds.
    #[ts(type = "number | null")]
    pub numbing_until: Option<i64>,
    /// When they left, UTC milliseconds.
    #[ts(type = "number | null")]
    pub left_at: Option<i64>,
    /// What to know, allergies first.
    pub alerts: Vec<ArrivalAlert>,
    /// Whether a triage form was filled in at this visit.
    pub has_triage: bool,
    /// How the consultation ended, where it did.
    pub outcome: Option<ConsultationOutcome>,
}

/// The board of today.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Board {
    /// The business day, YYYY-MM-DD.
    pub day: String,
    /// The columns, in their order.
    pub steps: Vec<String>,
    /// From how many minutes on waiting turns to caution.
    pub caution_minutes: u32,
    /// Everybody who came today, in the order of arrival.
    pub visits: Vec<VisitCard>,
    /// Today's appointments that have not arrived, in the order of their start.
    pub coming: Vec<Appointment>,
    /// Visits of earlier days that nobody closed.
    pub forgotten: Vec<VisitCard>,
}

/// A visit by its id.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfVisit {
    /// Which.
    pub visit: VisitId,
}

/// A step to go to.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MoveVisit {
    /// Which.
    pub visit: VisitId,
    /// One of the clinic's steps.
    pub to: String,
}

/// Who, where and what of a visit.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditVisit {
    /// Which.
    pub visit: VisitId,
    /// With whom.
    pub doctor: Option<StaffId>,
    /// Who advises.
    pub consultant: Option<StaffId>,
    /// Where.
    pub room: Option<RoomId>,
    /// What for.
    pub procedure: Option<ProcedureId>,
}

/// Numbing cream (敷麻).
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct Numb {
    /// Which visit.
    pub visit: VisitId,
    /// For how many minutes from now, 1 to 180; `None` stops the timer.
    pub minutes: Option<u32>,
}

/// A visit left open on an earlier day.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CloseForgotten {
    /// Which.
    pub visit: VisitId,
    /// What happened, as far as is known.
    pub note: String,
}

/// A triage form (预检分诊), as filled in and as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TriageForm {
    /// 诉求.
    pub wish: String,
    /// 怀孕, 哺乳.
    pub pregnancy: Pregnancy,
    /// 过敏史, in the client's words.
    pub allergies: String,
    /// 用药.
    pub medication: String,
    /// 疤痕体质.
    pub keloid: Keloid,
    /// 近期治疗.
    pub recent_treatments: String,
    /// Who filled it in.
    pub filled_by: FilledBy,
}

/// A form to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FillTriage {
    /// At which visit.
    pub visit: VisitId,
    /// What was declared.
    pub form: TriageForm,
}

/// What is known for a visit's triage.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Triage {
    /// This visit's form; the last one where it was filled in again.
    pub current: Option<TriageForm>,
    /// The last form of an earlier visit, to begin from.
    pub previous: Option<TriageForm>,
    /// When that was, UTC milliseconds.
    #[ts(type = "number | null")]
    pub previous_at: Option<i64>,
}

/// How a consultation ended.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EndConsultation {
    /// At which visit.
    pub visit: VisitId,
    /// 成交 or 未成交.
    pub outcome: ConsultationOutcome,
    /// Why not; required for 未成交.
    pub reason: String,
    /// Free text.
    pub note: String,
}
