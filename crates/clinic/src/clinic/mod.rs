//! The clinic itself: its founding, its details, its computers.

pub mod computers;
pub mod details;
pub mod found;

use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;

pub use computers::{admit_computer, certified_in};
pub use details::{ClinicDetails, details, edit, logo, set_logo};
pub(crate) use found::found;

/// The clinic's zone; `None` in a file that has no clinic yet.
pub(crate) fn zone(connection: &Connection) -> Result<Option<chrono_tz::Tz>> {
    let name: Option<String> =
        connection.prepare_cached("SELECT zone FROM clinic")?.query_row([], |row| row.get(0)).optional()?;
    Ok(name.and_then(|name| name.parse().ok()))
}
