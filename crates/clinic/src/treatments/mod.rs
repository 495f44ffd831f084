//! Treatment records 治疗记录: who did what with which batch where.
//!
//! Signing ([`sign`]) is refused with every reason that forbids it ([`gate`]); what was signed is only read
//! ([`signed`]) and amended ([`amend`]); what a doctor
//! went on in spite of stands before the owner ([`overrides`]).
//!
//! Until it is signed a record is [`TreatmentBody`] in one row, saved as often as one likes and kept whole when it
//! is let go. What is typed between two savings is a draft of its writer (`drafts`), as in every form.

pub mod amend;
pub mod choices;
pub mod gate;
pub mod last_time;
pub mod list;
pub mod open;
pub mod overrides;
pub mod save;
pub mod sign;
pub mod signed;
pub mod start;
mod types;
pub(crate) mod unsigned;

pub use types::*;
