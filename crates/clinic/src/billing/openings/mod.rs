//! Opening balances 期初: what clients had before this program — stored value, deposits, sessions left, points, what they
//! spent — taken over from a spreadsheet or by hand, looked at first and said with the owner's PIN.
//!
//! A client's money and sessions stand as a sale of their own kind, paid by a method that brought nothing in
//! ([`crate::billing::methods::OPENING`]): whatever is done with them later is done as with what was sold here. What was
//! wrong is taken back as a whole, as long as nothing of it was used.

mod check;
pub mod enter;
mod form;
pub mod list;
mod read;
pub mod reverse;
pub mod template;
mod types;

pub use types::*;

use crate::actor::Session;
use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;
use crate::permissions::Permission;

/// The most sessions of one procedure that a client had.
const SESSIONS_MAX: i64 = 1_000;

/// Who said it with the PIN: the owner, signed in or not.
fn said_by(session: Option<&Session>) -> Result<StaffId> {
    match session {
        None => Err(ErrorCode::ApprovalRequired.at("approver").with("why", "openings")),
        Some(session) if session.has(Permission::OpenBalances) => Ok(session.staff_id()),
        Some(_) => Err(ErrorCode::NotPermitted.at("approver").with("verb", "openings.enter")),
    }
}
