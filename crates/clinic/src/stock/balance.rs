//! What the movements of a batch add up to: derived, made anew for every batch that moved.

use std::collections::BTreeSet;

use jingtai_sync::RowChange;
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::Result;

const ADD_UP: &str = include_str!("add_up.sql");

/// Brings the balances up to what was written.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let moved: BTreeSet<Uuid> = rows
        .iter()
        .filter(|row| row.table == "stock_movement")
        .filter_map(|row| row.born_id("batch_id"))
        .collect();
    for batch in moved {
        connection
            .prepare_cached(&format!("{ADD_UP} WHERE batch_id = ?1 GROUP BY batch_id"))?
            .execute([batch])?;
    }
    Ok(())
}

/// Adds everything up anew.
///
/// # Errors
/// What the disk gives.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM batch_balance", [])?;
    connection.execute(&format!("{ADD_UP} GROUP BY batch_id"), [])?;
    Ok(())
}
