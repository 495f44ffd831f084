//! Treatment records 治疗记录: who did what with which batch where.
//!
//! Until it is signed a record is [`TreatmentBody`] in one row, saved as often as one likes and kept whole when it
//! is let go. What is typed between two savings is a draft of its writer (`drafts`), as in every form.

pub mod choices;
pub mod last_time;
pub mod list;
pub mod open;
pub mod save;
pub mod start;
mod types;

pub use types::*;
