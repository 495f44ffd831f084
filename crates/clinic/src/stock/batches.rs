//! Every batch: what is left of it, whether it may be used, and what became of it.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(crate) use super::movement::on_hand;
use super::{BatchStatus, MovementKind, status};
use crate::actor::Actor;
use crate::amounts::{Fen, Quantity};
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, ClientId, DeliveryId, MovementId, ProductId, VialId};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// The most movements that a batch's page shows.
const MOVEMENTS_SHOWN: u32 = 1_000;

/// A batch.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Batch {
    /// Its id.
    pub id: BatchId,
    /// Of which product.
    pub product: ProductId,
    /// 批号.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
    /// How many days that is from today; negative once it has passed.
    #[ts(type = "number")]
    pub days_left: i64,
    /// 生产日期.
    pub produced_on: Option<NaiveDate>,
    /// What is there, opened vials included, in the product's smallest unit.
    pub on_hand: Quantity,
    /// Whether it may be used.
    pub status: BatchStatus,
    /// Why not.
    pub status_reason: String,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ListBatches {
    /// Those that are used up, too.
    pub used_up: bool,
}

/// Every batch, of each product the one that expires first in front: first expired, first out.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, input: ListBatches) -> Result<Vec<Batch>> {
    store.read(actor, Verb::StockRead, |read| {
        let mut statement = read.connection().prepare_cached(
            "SELECT batch.id, product_id, lot, expires_on, produced_on, coalesce(on_hand, 0)
             FROM batch LEFT JOIN batch_balance ON batch_id = batch.id
             WHERE ?1 OR coalesce(on_hand, 0) <> 0 ORDER BY expires_on, created_at, batch.id",
        )?;
        let rows = statement.query_map([input.used_up], of_row(read.today()))?;
        let mut batches = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        for batch in &mut batches {
            (batch.status, batch.status_reason) = status::of(read.connection(), batch.id)?;
        }
        Ok(batches)
    })
}

fn of_row(today: NaiveDate) -> impl Fn(&rusqlite::Row<'_>) -> rusqlite::Result<Batch> {
    move |row| {
        let expires_on: NaiveDate = row.get(3)?;
        Ok(Batch {
            id: row.get(0)?,
            product: row.get(1)?,
            lot: row.get(2)?,
            expires_on,
            days_left: (expires_on - today).num_days(),
            produced_on: row.get(4)?,
            on_hand: row.get(5)?,
            status: BatchStatus::Released,
            status_reason: String::new(),
        })
    }
}

/// A movement, as a batch's page shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MovementLine {
    /// Its id.
    pub id: MovementId,
    /// What it is.
    pub kind: MovementKind,
    /// Signed, in the product's smallest unit.
    pub quantity: Quantity,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
    /// And the second person.
    pub witness: Option<String>,
    /// On whom it was used.
    pub client: Option<ClientRef>,
    /// Who gave it.
    pub doctor: Option<String>,
    /// With which delivery it came.
    pub delivery: Option<DeliveryId>,
    /// What it cost.
    pub price: Option<Fen>,
    /// Out of which vial.
    pub vial: Option<VialId>,
    /// Out of which pack.
    pub unit_code: Option<String>,
    /// In words.
    pub reason: String,
    /// It takes another one back.
    pub reverses: Option<MovementId>,
    /// It was taken back.
    pub reversed: bool,
}

/// A batch and all that became of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchFile {
    /// The batch.
    pub batch: Batch,
    /// What came in, less what was taken back.
    pub received: Quantity,
    /// What was used.
    pub used: Quantity,
    /// What was thrown away.
    pub wasted: Quantity,
    /// What went back to the supplier.
    pub returned: Quantity,
    /// What counting found more, or less where negative.
    pub counted: Quantity,
    /// The latest first, at most 1,000.
    pub movements: Vec<MovementLine>,
    /// The codes of its packs.
    pub unit_codes: Vec<String>,
}

/// Which batch.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfBatch {
    /// Its id.
    pub id: BatchId,
}

/// A batch with its movements; the clients on whom it was used are named, and every such read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn open(store: &Store, actor: &Actor, input: OfBatch) -> Result<BatchFile> {
    store.read(actor, Verb::BatchOpen, |read| {
        let connection = read.connection();
        let mut batch = connection
            .prepare_cached(
                "SELECT batch.id, product_id, lot, expires_on, produced_on, coalesce(on_hand, 0)
                 FROM batch LEFT JOIN batch_balance ON batch_id = batch.id WHERE batch.id = ?1",
            )?
            .query_row([input.id], of_row(read.today()))
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        (batch.status, batch.status_reason) = status::of(connection, batch.id)?;
        let sums = connection
            .prepare_cached(
                "SELECT received, used, wasted, returned, counted FROM batch_balance WHERE batch_id = ?1",
            )?
            .query_row([input.id], |row| {
                Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
            })
            .optional()?;
        let [received, used, wasted, returned, counted] = sums.unwrap_or_default();
        let unit_codes = connection
            .prepare_cached("SELECT code FROM pack WHERE batch_id = ?1 ORDER BY code")?
            .query_map([input.id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let movements = movements(read, input.id)?;
        Ok(BatchFile { batch, received, used, wasted, returned, counted, movements, unit_codes })
    })
}

fn movements(read: &Read<'_>, batch: BatchId) -> Result<Vec<MovementLine>> {
    let mut statement = read.connection().prepare_cached(include_str!("movements.sql"))?;
    let rows = statement.query_map(params![batch, MOVEMENTS_SHOWN], |row| {
        let client = match (row.get::<_, Option<ClientId>>(6)?, row.get(7)?, row.get(8)?) {
            (Some(id), Some(name), Some(member_number)) => Some(ClientRef { id, name, member_number }),
            _ => None,
        };
        Ok(MovementLine {
            id: row.get(0)?,
            kind: row.get(1)?,
            quantity: row.get(2)?,
            at: row.get(3)?,
            by: row.get(4)?,
            witness: row.get(5)?,
            client,
            doctor: row.get(9)?,
            delivery: row.get(10)?,
            price: row.get(11)?,
            vial: row.get(12)?,
            unit_code: row.get(13)?,
            reason: row.get(14)?,
            reverses: row.get(15)?,
            reversed: row.get(16)?,
        })
    })?;
    let lines = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for client in lines.iter().filter_map(|line| line.client.as_ref()) {
        read.note(client.id);
    }
    Ok(lines)
}

/// Refuses a batch that must not be used: expired, held back, used up. The one place that decides it.
///
/// # Errors
/// [`ErrorCode::BatchExpired`], [`ErrorCode::BatchHeld`] with status and reason, [`ErrorCode::NotEnoughStock`].
pub(crate) fn usable(connection: &Connection, batch: BatchId, today: NaiveDate) -> Result<()> {
    let expires_on: Option<NaiveDate> = connection
        .prepare_cached("SELECT expires_on FROM batch WHERE id = ?1")?
        .query_row([batch], |row| row.get(0))
        .optional()?;
    let expires_on = expires_on.ok_or_else(|| ErrorCode::NotFound.at("batch"))?;
    if expires_on < today {
        return Err(ErrorCode::BatchExpired.at("batch").with("expiresOn", expires_on));
    }
    let (held, reason) = status::of(connection, batch)?;
    if held != BatchStatus::Released {
        return Err(ErrorCode::BatchHeld.at("batch").with("status", held.as_str()).with("reason", reason));
    }
    match on_hand(connection, batch)? {
        left if left.0 > 0 => Ok(()),
        left => Err(ErrorCode::NotEnoughStock.at("batch").with("onHand", left.0)),
    }
}
