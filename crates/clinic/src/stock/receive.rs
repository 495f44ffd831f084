//! Goods that come in: from whom, which batches, inspected by whom (医疗器械监督管理条例 45, 药品管理法 70).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::movement::{self, Movement};
use super::{MovementKind, Witnessed};
use crate::actor::Actor;
use crate::amounts::{Fen, Quantity};
use crate::catalogue::ProductKind;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{BatchId, DeliveryId, PackId, ProductId, StaffId, SupplierId};
use crate::store::{Store, Tx, files};
use crate::verbs::Verb;

/// The most lines of one delivery, and the most packs of one line.
const LINES_MAX: usize = 200;
const PACKS_MAX: u32 = 10_000;
/// The longest lot or serial number (GS1: 20; paper labels have more).
const CODE_MAX: usize = 64;

/// One batch of a delivery.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeliveryLine {
    /// Which product.
    pub product: ProductId,
    /// 批号.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
    /// 生产日期.
    pub produced_on: Option<NaiveDate>,
    /// How many packs, 1 to 10,000.
    pub packs: u32,
    /// The codes of single packs, as far as they have and were scanned; at most one a pack.
    pub unit_codes: Vec<String>,
    /// What all of them cost.
    pub price: Option<Fen>,
}

/// A delivery as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Receive {
    /// Who supplied.
    pub supplier: SupplierId,
    /// The number on the delivery note.
    pub note_number: String,
    /// When it came; not after today.
    pub received_on: NaiveDate,
    /// Who looked at it.
    pub inspected_by: StaffId,
    /// What was found: packs whole, cold chain kept.
    pub inspection: String,
    /// What came.
    pub lines: Vec<DeliveryLine>,
}

/// The batch of a product, a lot and an expiry: the same on every computer.
pub(super) fn batch_id(product: ProductId, lot: &str, expires_on: NaiveDate) -> BatchId {
    BatchId(Uuid::new_v5(&product.0, format!("batch\n{lot}\n{expires_on}").as_bytes()))
}

/// Receives a delivery, with a picture of its note where `note` has bytes (PNG, JPEG, WebP or PDF).
///
/// # Errors
/// By field, a line's as `lines`, with its place from 0 as the parameter `line`:
/// [`ErrorCode::RegistrationMissing`], [`ErrorCode::BatchExpired`], [`ErrorCode::LotHasOtherExpiry`],
/// [`ErrorCode::UnitCodeKnown`]; [`ErrorCode::WitnessRequired`] where toxin comes in;
/// [`ErrorCode::LicenceExpired`] of the supplier; [`ErrorCode::InvalidPicture`].
pub fn receive(
    store: &Store,
    actor: &Actor,
    delivery: Witnessed<'_, Receive>,
    note: &[u8],
) -> Result<DeliveryId> {
    // Before anything is sealed: chunks are written outside the transaction.
    actor.require(Verb::StockReceive)?;
    let sealed = store.seal_if_any("note", note)?;
    let input = delivery.input;
    store.transact(actor, Verb::StockReceive, |tx| {
        let witness = delivery.person(actor)?;
        check_supplier(tx, input)?;
        if input.received_on > tx.today() {
            return Err(ErrorCode::InvalidDate.at("receivedOn"));
        }
        if input.lines.is_empty() || input.lines.len() > LINES_MAX {
            return Err(ErrorCode::InvalidValue.at("lines").with("least", 1).with("most", LINES_MAX));
        }
        let id = DeliveryId(tx.new_id());
        let note_file = sealed.as_ref().map(|sealed| files::keep(tx, sealed)).transpose()?;
        tx.connection().execute(
            "INSERT INTO delivery
                 (id, supplier_id, note_number, received_on, inspected_by, inspection, note_file, at, by, witness)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id,
                input.supplier,
                fields::optional("noteNumber", &input.note_number, LINE_MAX)?,
                input.received_on,
                input.inspected_by,
                fields::note("inspection", &input.inspection)?,
                note_file,
                tx.now(),
                tx.staff_id(),
                witness
            ],
        )?;
        let mut seen = BTreeSet::new();
        for (place, line) in input.lines.iter().enumerate() {
            receive_line(tx, id, line, input.received_on, witness, &mut seen)
                .map_err(|error| error.with("line", place))?;
        }
        tx.detail("lines", input.lines.len());
        Ok(id)
    })
}

fn check_supplier(tx: &Tx<'_>, input: &Receive) -> Result<()> {
    let licence: Option<Option<NaiveDate>> = tx
        .connection()
        .prepare_cached("SELECT licence_expires_on FROM supplier WHERE id = ?1 AND active")?
        .query_row([input.supplier], |row| row.get(0))
        .optional()?;
    let expires_on = licence.ok_or_else(|| ErrorCode::NotFound.at("supplier"))?;
    if expires_on.is_some_and(|day| day < input.received_on) {
        return Err(ErrorCode::LicenceExpired.at("supplier"));
    }
    let inspector = tx
        .connection()
        .prepare_cached("SELECT 1 FROM staff WHERE id = ?1 AND active")?
        .exists([input.inspected_by])?;
    if inspector { Ok(()) } else { Err(ErrorCode::NotFound.at("inspectedBy")) }
}

fn receive_line(
    tx: &Tx<'_>,
    delivery: DeliveryId,
    line: &DeliveryLine,
    received_on: NaiveDate,
    witness: Option<StaffId>,
    seen: &mut BTreeSet<String>,
) -> Result<()> {
    let product = movement::product(tx.connection(), line.product)?;
    if product.registration_number.is_empty() && product.kind != ProductKind::Cosmetic {
        return Err(ErrorCode::RegistrationMissing.at("product").with("name", &product.name));
    }
    if product.toxin && witness.is_none() {
        return Err(ErrorCode::WitnessRequired.at("witness"));
    }
    let lot = fields::required("lot", &line.lot, CODE_MAX)?;
    if line.expires_on < tx.today() {
        return Err(ErrorCode::BatchExpired.at("expiresOn").with("expiresOn", line.expires_on));
    }
    if line.produced_on.is_some_and(|day| day > received_on || day > line.expires_on) {
        return Err(ErrorCode::InvalidDate.at("producedOn"));
    }
    if !(1..=PACKS_MAX).contains(&line.packs) {
        return Err(ErrorCode::InvalidValue.at("packs").with("least", 1).with("most", PACKS_MAX));
    }
    if line.unit_codes.len() > line.packs as usize {
        return Err(ErrorCode::InvalidValue.at("unitCodes").with("least", 0).with("most", line.packs));
    }
    if let Some(price) = line.price
        && !(0..=Fen::PRICE_MAX.0).contains(&price.0)
    {
        return Err(ErrorCode::InvalidValue.at("price").with("least", 0).with("most", Fen::PRICE_MAX.0));
    }
    let other: Option<NaiveDate> = tx
        .connection()
        .prepare_cached(
            "SELECT expires_on FROM batch WHERE product_id = ?1 AND lot = ?2 AND expires_on <> ?3
                 AND id IN (SELECT batch_id FROM stock_movement WHERE kind = 'received' GROUP BY batch_id
                            HAVING sum(quantity) > 0)",
        )?
        .query_row(params![line.product, lot, line.expires_on], |row| row.get(0))
        .optional()?;
    if let Some(other) = other {
        return Err(ErrorCode::LotHasOtherExpiry.at("expiresOn").with("expiresOn", other));
    }
    let batch = batch_id(line.product, &lot, line.expires_on);
    tx.connection()
        .prepare_cached(
            "INSERT INTO batch (id, product_id, lot, expires_on, produced_on, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET produced_on = coalesce(produced_on, excluded.produced_on)",
        )?
        .execute(params![batch, line.product, lot, line.expires_on, line.produced_on, tx.now()])?;
    let mut received = Movement::new(
        batch,
        MovementKind::Received,
        Quantity(product.pack_quantity.0 * i64::from(line.packs)),
    );
    received.delivery = Some(delivery);
    received.price = line.price;
    received.witness = witness;
    let movement = received.write(tx)?;
    for code in &line.unit_codes {
        let code = fields::required("unitCodes", code, 2 * LINE_MAX)?;
        if !seen.insert(code.clone()) || is_known(tx, &code)? {
            return Err(ErrorCode::UnitCodeKnown.at("unitCodes").with("code", code));
        }
        tx.connection()
            .prepare_cached("INSERT INTO pack (id, code, batch_id, movement_id) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![PackId(tx.new_id()), code, batch, movement])?;
    }
    Ok(())
}

/// Whether a pack of this code came in already: then one of the two is not what it says.
fn is_known(tx: &Tx<'_>, code: &str) -> Result<bool> {
    Ok(tx
        .connection()
        .prepare_cached(
            "SELECT 1 FROM pack WHERE code = ?1
                 AND NOT EXISTS (SELECT 1 FROM stock_movement WHERE reverses = pack.movement_id)",
        )?
        .exists([code])?)
}
