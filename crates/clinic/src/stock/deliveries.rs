//! Deliveries that came in, with the pictures of their notes.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::amounts::{Fen, Quantity};
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, DeliveryId, FileId, MovementId, ProductId};
use crate::store::{Read, Store, files};
use crate::verbs::Verb;

/// The most deliveries of one page.
const SHOWN: u32 = 200;

/// A line of a delivery.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeliveredLine {
    /// The movement.
    pub movement: MovementId,
    /// Of which product.
    pub product: ProductId,
    /// Of which batch.
    pub batch: BatchId,
    /// Its lot.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
    /// In the product's smallest unit.
    pub quantity: Quantity,
    /// What it cost.
    pub price: Option<Fen>,
    /// It was taken back.
    pub reversed: bool,
}

/// A delivery.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Delivery {
    /// Its id.
    pub id: DeliveryId,
    /// Who supplied.
    pub supplier: String,
    /// Their licence.
    pub licence_number: String,
    /// The number on the note.
    pub note_number: String,
    /// When it came.
    pub received_on: NaiveDate,
    /// UTC milliseconds, when it was entered.
    #[ts(type = "number")]
    pub at: i64,
    /// Who entered it.
    pub by: Option<String>,
    /// Who looked at it.
    pub inspected_by: Option<String>,
    /// The second person.
    pub witness: Option<String>,
    /// What was found.
    pub inspection: String,
    /// What kind of file the picture of its note is, where there is one.
    pub note_media_type: Option<String>,
    /// What came.
    pub lines: Vec<DeliveredLine>,
}

/// Which deliveries.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ListDeliveries {
    /// Only those entered before this moment: the next page.
    #[ts(type = "number | null")]
    pub before: Option<i64>,
}

/// Which delivery.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfDelivery {
    /// Its id.
    pub id: DeliveryId,
}

/// Deliveries, the latest first, 200 at a time.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, input: ListDeliveries) -> Result<Vec<Delivery>> {
    store.read(actor, Verb::DeliveryShow, |read| {
        let mut statement = read.connection().prepare_cached(
            "SELECT delivery.id, supplier.name, licence_number, note_number, received_on, delivery.at, staff.name,
                    inspector.name, witness.name, inspection, media_type
             FROM delivery
             JOIN supplier ON supplier.id = supplier_id
             LEFT JOIN staff ON staff.id = delivery.by
             LEFT JOIN staff AS inspector ON inspector.id = inspected_by
             LEFT JOIN staff AS witness ON witness.id = delivery.witness
             LEFT JOIN sealed_file ON sealed_file.id = note_file
             WHERE delivery.at < ?1 ORDER BY delivery.at DESC, delivery.id DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![input.before.unwrap_or(i64::MAX), SHOWN], |row| {
            Ok(Delivery {
                id: row.get(0)?,
                supplier: row.get(1)?,
                licence_number: row.get(2)?,
                note_number: row.get(3)?,
                received_on: row.get(4)?,
                at: row.get(5)?,
                by: row.get(6)?,
                inspected_by: row.get(7)?,
                witness: row.get(8)?,
                inspection: row.get(9)?,
                note_media_type: row.get(10)?,
                lines: Vec::new(),
            })
        })?;
        let mut deliveries = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        for delivery in &mut deliveries {
            delivery.lines = lines(read, delivery.id)?;
        }
        Ok(deliveries)
    })
}

fn lines(read: &Read<'_>, delivery: DeliveryId) -> Result<Vec<DeliveredLine>> {
    let mut statement = read.connection().prepare_cached(
        "SELECT m.id, product_id, batch_id, lot, expires_on, quantity, price,
                EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id)
         FROM stock_movement AS m JOIN batch ON batch.id = batch_id
         WHERE delivery_id = ?1 AND m.reverses IS NULL ORDER BY m.id",
    )?;
    let rows = statement.query_map([delivery], |row| {
        Ok(DeliveredLine {
            movement: row.get(0)?,
            product: row.get(1)?,
            batch: row.get(2)?,
            lot: row.get(3)?,
            expires_on: row.get(4)?,
            quantity: row.get(5)?,
            price: row.get(6)?,
            reversed: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The picture of a delivery's note.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`].
pub fn note(store: &Store, actor: &Actor, input: OfDelivery) -> Result<Vec<u8>> {
    store.read(actor, Verb::DeliveryShow, |read| {
        let file: Option<Option<FileId>> = read
            .connection()
            .query_row("SELECT note_file FROM delivery WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        let file = file.flatten().ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        Ok(files::open(read, file)?.1)
    })
}
