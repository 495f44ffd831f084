//! Appointments: a time with a doctor, a room and equipment, made ahead.

pub mod book;
pub mod calendar;
pub mod clash;
pub mod hours;
pub mod status;
pub mod types;

pub use types::*;
