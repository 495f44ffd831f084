//! Plans 方案: drafted by a consultant, approved or changed by a doctor before anything is sold or done.
//!
//! A plan is its versions: changing it adds one, and what a doctor approved or a client agreed to names the version
//! it was about. A joint plan (1+N) crosses specialties, and each specialty is approved by a doctor registered for
//! it ([`decide`]).

pub mod agree;
pub mod decide;
pub mod draft;
pub mod open;
mod types;

pub use types::*;
