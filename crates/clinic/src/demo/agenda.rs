//! What happens, and when. Clients, comings, workers and offers are named by their place in the plan's lists.

use super::particulars::Warning;
use crate::clients::{AssignmentRole, ClientInput, DataPurpose};
use crate::visits::TriageForm;

/// Somebody who is to come, with an appointment or without.
pub(super) struct Coming {
    pub(super) client: usize,
    pub(super) doctor: usize,
    pub(super) offer: usize,
    pub(super) room: usize,
    /// UTC milliseconds; `None` for a walk-in.
    pub(super) booked_for: Option<(i64, i64)>,
    pub(super) note: &'static str,
    /// Given where the time clashes.
    pub(super) clash_reason: &'static str,
}

/// A client's file.
pub(super) struct File {
    pub(super) input: ClientInput,
    pub(super) referrer: Option<usize>,
    pub(super) warnings: Vec<Warning>,
    pub(super) consultant: usize,
}

/// One act.
pub(super) enum Act {
    /// The desk makes a file.
    MakeFile(usize),
    /// The client consents to a use of data.
    Consent(usize, DataPurpose),
    /// And withdraws it.
    Withdraw(usize, DataPurpose),
    /// A nurse notes an allergy or contraindication.
    Warn(usize, usize),
    /// Client, as what, whom, why.
    Assign(usize, AssignmentRole, usize, &'static str),
    /// Survivor and loser.
    Join(usize, usize),
    /// An appointment is made.
    Book(usize),
    /// It is confirmed.
    Confirm(usize),
    /// It is cancelled, with a reason.
    Cancel(usize, &'static str),
    /// Nobody came.
    NoShow(usize),
    /// The client arrives.
    CheckIn(usize),
    /// The visit gets its room and consultant.
    Place(usize),
    /// The visit goes on to a step.
    Move(usize, &'static str),
    /// The numbing cream is put on.
    Numb(usize),
    /// The client declares.
    Triage(usize, Box<TriageForm>),
    /// The consultation ends: agreed, or the reason why not; and a note.
    Consult(usize, Option<&'static str>, &'static str),
    /// A plan is proposed that no doctor has looked at yet.
    Draft(usize),
    /// A checkout is put aside.
    PutAside(usize),
    /// A visit left open is closed the next morning.
    CloseForgotten(usize, &'static str),
    /// A leave is entered: worker, from, to.
    Leave(usize, i64, i64),
    /// Goods come in.
    Deliver(usize),
    /// A piece of equipment is maintained.
    Maintain(usize),
    /// A client complains or has a reaction.
    Complain(usize),
    /// Something is done about it: complaint, step.
    Respond(usize, usize),
}

/// Everything that happens, in the order of time once it is sorted.
pub(super) struct Plan {
    /// UTC milliseconds: where the history ends.
    pub(super) present: i64,
    pub(super) files: Vec<File>,
    pub(super) comings: Vec<Coming>,
    pub(super) agenda: Vec<(i64, Act)>,
}
