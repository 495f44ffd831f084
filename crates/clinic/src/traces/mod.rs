//! Look-up: from a batch to everybody on whom it was used, from a record to every hand that touched it, from a client
//! back to the supplier, and by doctor, procedure, product and equipment.

pub mod batch;
mod entry;
pub mod export;
pub mod find;
pub mod hands;
pub mod timeline;

use std::collections::BTreeSet;

use jingtai_sync::RowChange;
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::SignedTreatmentId;

/// Brings what is derived for look-up to what was written: whatever a movement or a signed record is to be found by is
/// looked at anew when one of its rows arrives, in whatever order they do.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let (mut moved, mut signed) = (BTreeSet::new(), BTreeSet::new());
    for row in rows {
        match row.table.as_str() {
            "stock_movement" => {
                moved.extend(row.id().filter(|_| row.born_id("client_id").is_some()));
                moved.extend(row.born_id("reverses"));
            }
            "treatment_use" => moved.extend(row.born_id("movement_id")),
            "signed_treatment" => signed.extend(row.id()),
            "treatment_amendment" | "treatment_withdrawal" => signed.extend(row.born_id("signed_id")),
            _ => {}
        }
    }
    for id in signed {
        moved.extend(movements_of(connection, id)?);
        entry::write(connection, SignedTreatmentId(id))?;
    }
    for movement in moved {
        batch::write(connection, movement)?;
    }
    Ok(())
}

/// Makes all of it anew.
///
/// # Errors
/// [`crate::ErrorCode::FileDamaged`] for a record's text that cannot be read.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    batch::rebuild(connection)?;
    entry::rebuild(connection)
}

fn movements_of(connection: &Connection, signed: Uuid) -> Result<Vec<Uuid>> {
    let mut statement =
        connection.prepare_cached("SELECT movement_id FROM treatment_use WHERE signed_id = ?1")?;
    let ids = statement.query_map([signed], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}
