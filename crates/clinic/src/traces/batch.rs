//! From a batch to everybody on whom it was used.

use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{BatchId, SaleId, SignedTreatmentId};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// Which batch.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TraceBatch {
    /// Its id.
    pub batch: BatchId,
}

/// A use of a batch on somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchUse {
    /// On whom.
    pub client: ClientRef,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// How much, in the product's smallest unit.
    pub quantity: Quantity,
    /// By which doctor.
    pub doctor_name: Option<String>,
    /// In which signed record; `None` for what was sold, and for a dose of the vial book that no record names yet.
    pub signed: Option<SignedTreatmentId>,
    /// By which sale it went to the client, to take home.
    pub sale: Option<SaleId>,
    /// What was done, by its name of that day.
    pub procedure_name: Option<String>,
    /// The record was withdrawn.
    pub withdrawn: bool,
}

/// Everybody on whom a batch was used, the latest first; each file read leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn of_batch(store: &Store, actor: &Actor, input: TraceBatch) -> Result<Vec<BatchUse>> {
    store.read(actor, Verb::TraceBatch, |read| {
        let uses = load(read, input.batch)?;
        for used in &uses {
            read.note(used.client.id);
        }
        Ok(uses)
    })
}

pub(super) fn load(read: &Read<'_>, batch: BatchId) -> Result<Vec<BatchUse>> {
    let mut statement = read.connection().prepare_cached(include_str!("batch.sql"))?;
    let rows = statement.query_map([batch], line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const FILL: &str = include_str!("fill_batch_use.sql");

/// Writes anew what a movement was used for; nothing where it was for nobody, or was taken back.
///
/// # Errors
/// What the disk gives.
pub(super) fn write(connection: &Connection, movement: Uuid) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM batch_use WHERE (batch_id, at, movement_id) = (
                 SELECT batch_id, at, id FROM stock_movement WHERE id = ?1)",
        )?
        .execute([movement])?;
    connection.prepare_cached(&format!("{FILL} AND m.id = ?1"))?.execute([movement])?;
    Ok(())
}

/// Writes all uses anew.
///
/// # Errors
/// What the disk gives.
pub(super) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM batch_use", [])?;
    connection.execute(FILL, [])?;
    Ok(())
}

fn line(row: &Row<'_>) -> rusqlite::Result<BatchUse> {
    Ok(BatchUse {
        client: ClientRef { id: row.get(0)?, name: row.get(1)?, member_number: row.get(2)? },
        at: row.get(3)?,
        quantity: row.get(4)?,
        doctor_name: row.get(5)?,
        signed: row.get(6)?,
        procedure_name: row.get(7)?,
        withdrawn: row.get(8)?,
        sale: row.get(9)?,
    })
}
