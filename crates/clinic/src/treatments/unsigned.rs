//! Records that are neither signed nor let go: derived, looked at anew for every record that something was written about.
//! The list of them, and how many are late, is asked for after every change; the signed records of years are not looked at
//! for it.

use std::collections::BTreeSet;

use jingtai_sync::RowChange;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::error::Result;

const FIND: &str = include_str!("unsigned.sql");

/// Brings the list up to what was written.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let mut touched: BTreeSet<Uuid> = BTreeSet::new();
    for row in rows {
        touched.extend(match row.table.as_str() {
            "treatment" => row.id(),
            "signed_treatment" => row.born_id("treatment_id"),
            "treatment_withdrawal" => {
                let signed = row.born_id("signed_id");
                signed.map(|signed| record_of(connection, signed)).transpose()?.flatten()
            }
            _ => None,
        });
    }
    for record in touched {
        connection
            .prepare_cached("DELETE FROM unsigned_treatment WHERE treatment_id = ?1")?
            .execute([record])?;
        connection.prepare_cached(&format!("{FIND} AND treatment.id = ?1"))?.execute([record])?;
    }
    Ok(())
}

/// Looks through all records anew.
///
/// # Errors
/// What the disk gives.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM unsigned_treatment", [])?;
    connection.execute(FIND, [])?;
    Ok(())
}

/// `None` while the signature has not arrived: it brings the withdrawal to bear itself.
fn record_of(connection: &Connection, signed: Uuid) -> Result<Option<Uuid>> {
    let mut statement =
        connection.prepare_cached("SELECT treatment_id FROM signed_treatment WHERE id = ?1")?;
    Ok(statement.query_row([signed], |row| row.get(0)).optional()?)
}
