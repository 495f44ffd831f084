//! Toxin vials: opened, given, emptied, given back, with two people at every step (医疗用毒性药品管理办法 6, 9).

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::movement::{self, Movement, left_in, on_hand};
use super::{MovementKind, Witnessed, batches};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{BatchId, ClientId, MovementId, StaffId, VialId, VialReturnId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A vial to open.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenVial {
    /// Of which batch.
    pub batch: BatchId,
    /// The code of this very vial, where it has one.
    pub unit_code: Option<String>,
    /// Declared to be for more than one client.
    pub shared: bool,
}

/// Units out of a vial, given to a client.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct GiveDose {
    /// Out of which vial.
    pub vial: VialId,
    /// To whom.
    pub client: ClientId,
    /// By which doctor.
    pub doctor: StaffId,
    /// In the product's smallest unit, at least 1.
    pub quantity: Quantity,
}

/// What is left of a vial, thrown away.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WasteVial {
    /// Which.
    pub vial: VialId,
    /// In the product's smallest unit, at least 1.
    pub quantity: Quantity,
    /// Why, and how.
    pub reason: String,
}

/// Which vial.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfVial {
    /// Its id.
    pub vial: VialId,
}

/// Takes a vial out and opens it.
///
/// # Errors
/// [`ErrorCode::NotToxin`]; as [`batches::usable`]; [`ErrorCode::NotEnoughStock`] where every vial of the batch is
/// open already; [`ErrorCode::UnitCodeUnknown`] and [`ErrorCode::UnitAlreadyUsed`] of its code;
/// [`ErrorCode::WitnessRequired`].
pub fn open(store: &Store, actor: &Actor, opening: Witnessed<'_, OpenVial>) -> Result<VialId> {
    let input = opening.input;
    store.transact(actor, Verb::VialOpen, |tx| {
        let witness = opening.required(actor)?;
        let product = movement::product_of(tx.connection(), input.batch)?;
        if !product.toxin {
            return Err(ErrorCode::NotToxin.at("batch"));
        }
        batches::usable(tx.connection(), input.batch, tx.today())?;
        let closed = closed(tx.connection(), input.batch)?;
        if closed < product.pack_quantity {
            return Err(ErrorCode::NotEnoughStock.at("batch").with("onHand", closed.0));
        }
        let unit_code = fields::some("unitCode", input.unit_code.as_deref(), 2 * LINE_MAX)?;
        if let Some(code) = &unit_code {
            check_unit_code(tx.connection(), input.batch, code)?;
        }
        let id = VialId(tx.new_id());
        tx.detail("product", &product.name);
        tx.connection().execute(
            "INSERT INTO vial (id, batch_id, unit_code, quantity, shared, at, business_day, by, witness)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                id,
                input.batch,
                unit_code,
                product.pack_quantity,
                input.shared,
                tx.now(),
                tx.today(),
                tx.staff_id(),
                witness
            ],
        )?;
        Ok(id)
    })
}

/// A code must be one that came in with the batch, where its packs were scanned, and be opened once only.
fn check_unit_code(connection: &Connection, batch: BatchId, code: &str) -> Result<()> {
    let came: Option<BatchId> = connection
        .prepare_cached("SELECT batch_id FROM pack WHERE code = ?1 LIMIT 1")?
        .query_row([code], |row| row.get(0))
        .optional()?;
    let any_scanned = connection.prepare_cached("SELECT 1 FROM pack WHERE batch_id = ?1")?.exists([batch])?;
    if came.is_some_and(|came| came != batch) || (came.is_none() && any_scanned) {
        return Err(ErrorCode::UnitCodeUnknown.at("unitCode").with("code", code));
    }
    let opened = connection.prepare_cached("SELECT 1 FROM vial WHERE unit_code = ?1")?.exists([code])?;
    if opened { Err(ErrorCode::UnitAlreadyUsed.at("unitCode").with("code", code)) } else { Ok(()) }
}

/// Gives units out of a vial to a client.
///
/// # Errors
/// [`ErrorCode::VialClosed`]; as [`batches::usable`]; [`ErrorCode::NotEnoughStock`] with what is left in it;
/// [`ErrorCode::UnitAlreadyUsed`] where it served another client and is not declared shared;
/// [`ErrorCode::WitnessRequired`].
pub fn give(store: &Store, actor: &Actor, giving: Witnessed<'_, GiveDose>) -> Result<MovementId> {
    let input = giving.input;
    store.transact(actor, Verb::VialGive, |tx| {
        let witness = giving.required(actor)?;
        tx.about(input.client);
        let vial = require_open(tx.connection(), input.vial)?;
        batches::usable(tx.connection(), vial.batch, tx.today())?;
        let doctor = tx
            .connection()
            .prepare_cached("SELECT 1 FROM staff_role WHERE staff_id = ?1 AND role = 'doctor' AND granted")?
            .exists([input.doctor])?;
        if !doctor {
            return Err(ErrorCode::NotFound.at("doctor"));
        }
        clients::require(tx.connection(), input.client)?;
        if !vial.shared && serves_another(tx.connection(), input.vial, input.client)? {
            return Err(ErrorCode::UnitAlreadyUsed.at("vial"));
        }
        let mut dose = out_of(tx, &vial, input.vial, MovementKind::Used, input.quantity)?;
        dose.client = Some(input.client);
        dose.doctor = Some(input.doctor);
        dose.witness = Some(witness);
        tx.detail("quantity", input.quantity.0);
        dose.write(tx)
    })
}

/// Whether a vial gave something to somebody else that was not taken back.
fn serves_another(connection: &Connection, vial: VialId, client: ClientId) -> Result<bool> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM stock_movement WHERE vial_id = ?1 AND kind = 'used' AND client_id <> ?2
             GROUP BY client_id HAVING sum(quantity) < 0",
        )?
        .exists(params![vial, client])?)
}

/// Throws away what is left of a vial, or a part of it.
///
/// # Errors
/// [`ErrorCode::VialClosed`], [`ErrorCode::ReasonRequired`], [`ErrorCode::NotEnoughStock`],
/// [`ErrorCode::WitnessRequired`].
pub fn waste(store: &Store, actor: &Actor, wasting: Witnessed<'_, WasteVial>) -> Result<MovementId> {
    let input = wasting.input;
    store.transact(actor, Verb::VialWaste, |tx| {
        let witness = wasting.required(actor)?;
        let reason = fields::reason(&input.reason)?;
        let vial = require_open(tx.connection(), input.vial)?;
        let mut wasted = out_of(tx, &vial, input.vial, MovementKind::Wasted, input.quantity)?;
        wasted.reason = reason;
        wasted.witness = Some(witness);
        tx.detail("quantity", input.quantity.0);
        wasted.write(tx)
    })
}

/// Gives the empty vial back.
///
/// # Errors
/// [`ErrorCode::VialNotEmpty`] with what is left, [`ErrorCode::VialClosed`], [`ErrorCode::WitnessRequired`].
pub fn give_back(store: &Store, actor: &Actor, returning: Witnessed<'_, OfVial>) -> Result<()> {
    let vial = returning.input.vial;
    store.transact(actor, Verb::VialGiveBack, |tx| {
        let witness = returning.required(actor)?;
        require_open(tx.connection(), vial)?;
        let left = left_in(tx.connection(), vial)?;
        if left.0 != 0 {
            return Err(ErrorCode::VialNotEmpty.at("vial").with("left", left.0));
        }
        tx.connection().execute(
            "INSERT INTO vial_return (id, vial_id, at, by, witness) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![VialReturnId(tx.new_id()), vial, tx.now(), tx.staff_id(), witness],
        )?;
        Ok(())
    })
}

/// A vial that is open.
pub(super) struct Opened {
    pub(super) batch: BatchId,
    pub(super) unit_code: Option<String>,
    pub(super) shared: bool,
}

/// The vial, unless it was given back.
pub(super) fn require_open(connection: &Connection, id: VialId) -> Result<Opened> {
    let (vial, returned) = connection
        .prepare_cached(
            "SELECT batch_id, unit_code, shared, EXISTS (SELECT 1 FROM vial_return WHERE vial_id = vial.id)
             FROM vial WHERE id = ?1",
        )?
        .query_row([id], |row| {
            let vial = Opened { batch: row.get(0)?, unit_code: row.get(1)?, shared: row.get(2)? };
            Ok((vial, row.get::<_, bool>(3)?))
        })
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("vial"))?;
    if returned { Err(ErrorCode::VialClosed.at("vial")) } else { Ok(vial) }
}

fn out_of(
    tx: &Tx<'_>,
    vial: &Opened,
    id: VialId,
    kind: MovementKind,
    quantity: Quantity,
) -> Result<Movement> {
    if !(1..=Quantity::MAX.0).contains(&quantity.0) {
        return Err(ErrorCode::InvalidValue.at("quantity").with("least", 1).with("most", Quantity::MAX.0));
    }
    let left = left_in(tx.connection(), id)?;
    if quantity > left {
        return Err(ErrorCode::NotEnoughStock.at("quantity").with("onHand", left.0));
    }
    let mut movement = Movement::new(vial.batch, kind, Quantity(-quantity.0));
    movement.vial = Some(id);
    movement.unit_code.clone_from(&vial.unit_code);
    Ok(movement)
}

/// What is there of a batch in vials that nobody opened.
pub(super) fn closed(connection: &Connection, batch: BatchId) -> Result<Quantity> {
    let opened: i64 = connection
        .prepare_cached(
            "SELECT coalesce(sum(vial.quantity
                 + coalesce((SELECT sum(quantity) FROM stock_movement WHERE vial_id = vial.id), 0)), 0)
             FROM vial WHERE batch_id = ?1",
        )?
        .query_row([batch], |row| row.get(0))?;
    Ok(Quantity(on_hand(connection, batch)?.0 - opened))
}

/// Refuses to take out of a batch what is in its opened vials: that leaves through the book.
pub(super) fn leave_opened_alone(connection: &Connection, batch: BatchId, out: Quantity) -> Result<()> {
    match closed(connection, batch)? {
        closed if out <= closed => Ok(()),
        closed => Err(ErrorCode::NotEnoughStock.at("quantity").with("onHand", closed.0)),
    }
}
