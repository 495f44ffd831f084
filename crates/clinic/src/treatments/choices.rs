//! Which batches may be used, the one that expires first in front: what the map offers at a tap.

use chrono::NaiveDate;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::error::Result;
use crate::ids::{BatchId, ProductId, VialId};
use crate::store::Store;
use crate::verbs::Verb;

/// An opened vial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VialChoice {
    /// Its id.
    pub id: VialId,
    /// Its own code.
    pub unit_code: Option<String>,
    /// What is left in it.
    pub left: Quantity,
    /// For more than one client.
    pub shared: bool,
}

/// A batch that may be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchChoice {
    /// Its id.
    pub batch: BatchId,
    /// Of which product.
    pub product: ProductId,
    /// Its lot.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
    /// What is there.
    pub on_hand: Quantity,
    /// Its opened vials, where it is toxin.
    pub vials: Vec<VialChoice>,
}

/// Every batch that may be used today, first expired first.
///
/// # Errors
/// What the disk gives.
pub fn choices(store: &Store, actor: &Actor) -> Result<Vec<BatchChoice>> {
    store.read(actor, Verb::TreatmentRead, |read| usable(read.connection(), None, read.today()))
}

/// Of one product, or of all.
pub(super) fn usable(
    connection: &Connection,
    product: Option<ProductId>,
    today: NaiveDate,
) -> Result<Vec<BatchChoice>> {
    let mut statement = connection.prepare_cached(include_str!("choices.sql"))?;
    let rows = statement.query_map(params![today, product], |row| {
        Ok(BatchChoice {
            batch: row.get(0)?,
            product: row.get(1)?,
            lot: row.get(2)?,
            expires_on: row.get(3)?,
            on_hand: row.get(4)?,
            vials: Vec::new(),
        })
    })?;
    let mut choices = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for choice in &mut choices {
        choice.vials = vials(connection, choice.batch)?;
    }
    Ok(choices)
}

fn vials(connection: &Connection, batch: BatchId) -> Result<Vec<VialChoice>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, unit_code, shared,
                quantity + coalesce((SELECT sum(quantity) FROM stock_movement WHERE vial_id = vial.id), 0)
         FROM vial
         WHERE batch_id = ?1 AND NOT EXISTS (SELECT 1 FROM vial_return WHERE vial_id = vial.id)
         ORDER BY at, id",
    )?;
    let rows = statement.query_map([batch], |row| {
        Ok(VialChoice { id: row.get(0)?, unit_code: row.get(1)?, shared: row.get(2)?, left: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
