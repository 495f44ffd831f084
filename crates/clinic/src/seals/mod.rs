//! Sealing 封存: the finished parts of a client's record are listed with their hashes before both parties and signed
//! for by two people (医疗纠纷预防和处理条例 24, 25). What comes later is added as a supplement.
//!
//! Signed records, amendments, withdrawals and consents are never changed anyway; a seal shows that, and keeps photos
//! and scans of old paper from being taken out of the file.

mod parts;
pub mod seal;

use rusqlite::Connection;

use crate::error::{ErrorCode, Result};

pub use parts::{Part, PartKind};

/// Refuses to touch what stands in a seal.
///
/// # Errors
/// [`ErrorCode::PartSealed`].
pub(crate) fn require_unsealed(connection: &Connection, part: uuid::Uuid) -> Result<()> {
    let sealed =
        connection.prepare_cached("SELECT 1 FROM record_seal_part WHERE part_id = ?1")?.exists([part])?;
    if sealed { Err(ErrorCode::PartSealed.at("id")) } else { Ok(()) }
}
