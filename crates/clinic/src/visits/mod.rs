//! Visits (到店): from check-in to departure, with the times of each step.

pub mod alerts;
pub mod board;
pub mod check_in;
pub mod close;
pub mod consultation;
pub mod steps;
pub mod triage;
pub mod types;

pub use types::*;

/// The usual way of a visit; the clinic's own is a setting. Steps may be skipped or repeated.
pub const STEPS: [&str; 8] =
    ["arrived", "triage", "consulting", "paying", "preparing", "treating", "observing", "left"];

/// The step that ends a visit.
pub(crate) const LEFT: &str = "left";
