//! One movement, as it is written; and what stands of a batch right now.

use rusqlite::{Connection, OptionalExtension, params};

use super::MovementKind;
use crate::amounts::{Fen, Quantity};
use crate::catalogue::ProductKind;
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, ClientId, CountId, DeliveryId, MovementId, ProductId, StaffId, VialId};
use crate::store::Tx;

/// A movement to write. What goes out has a negative quantity.
#[derive(Clone, Debug)]
pub(super) struct Movement {
    pub(super) batch: BatchId,
    pub(super) kind: MovementKind,
    pub(super) quantity: Quantity,
    pub(super) witness: Option<StaffId>,
    pub(super) delivery: Option<DeliveryId>,
    pub(super) price: Option<Fen>,
    pub(super) client: Option<ClientId>,
    pub(super) doctor: Option<StaffId>,
    pub(super) vial: Option<VialId>,
    pub(super) unit_code: Option<String>,
    pub(super) count: Option<CountId>,
    pub(super) reason: String,
    pub(super) reverses: Option<MovementId>,
}

impl Movement {
    pub(super) fn new(batch: BatchId, kind: MovementKind, quantity: Quantity) -> Movement {
        Movement {
            batch,
            kind,
            quantity,
            witness: None,
            delivery: None,
            price: None,
            client: None,
            doctor: None,
            vial: None,
            unit_code: None,
            count: None,
            reason: String::new(),
            reverses: None,
        }
    }

    /// Writes it, unless the batch would go below nothing.
    pub(super) fn write(&self, tx: &Tx<'_>) -> Result<MovementId> {
        let left = on_hand(tx.connection(), self.batch)?;
        if left.0 + self.quantity.0 < 0 && self.quantity.0 < 0 {
            return Err(ErrorCode::NotEnoughStock.at("quantity").with("onHand", left.0));
        }
        let id = MovementId(tx.new_id());
        tx.connection().prepare_cached(include_str!("insert_movement.sql"))?.execute(params![
            id,
            self.batch,
            self.kind,
            self.quantity,
            tx.now(),
            tx.today(),
            tx.staff_id(),
            self.witness,
            self.delivery,
            self.price,
            self.client,
            self.doctor,
            self.vial,
            self.unit_code,
            self.count,
            self.reason,
            self.reverses
        ])?;
        Ok(id)
    }
}

/// What is there of a batch, opened vials included.
pub(crate) fn on_hand(connection: &Connection, batch: BatchId) -> Result<Quantity> {
    Ok(connection
        .prepare_cached("SELECT coalesce(sum(quantity), 0) FROM stock_movement WHERE batch_id = ?1")?
        .query_row([batch], |row| row.get(0))?)
}

/// What is left in a vial.
pub(super) fn left_in(connection: &Connection, vial: VialId) -> Result<Quantity> {
    Ok(connection
        .prepare_cached(
            "SELECT vial.quantity
                 + coalesce((SELECT sum(quantity) FROM stock_movement WHERE vial_id = vial.id), 0)
             FROM vial WHERE id = ?1",
        )?
        .query_row([vial], |row| row.get(0))?)
}

/// A product as stock needs it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) name: String,
    pub(super) kind: ProductKind,
    pub(super) registration_number: String,
    pub(super) pack_quantity: Quantity,
    pub(super) toxin: bool,
}

pub(super) fn product(connection: &Connection, id: ProductId) -> Result<Kept> {
    connection
        .prepare_cached(
            "SELECT name, kind, registration_number, pack_quantity, toxin FROM product WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(Kept {
                name: row.get(0)?,
                kind: row.get(1)?,
                registration_number: row.get(2)?,
                pack_quantity: row.get(3)?,
                toxin: row.get(4)?,
            })
        })
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("product"))
}

/// The product of a batch.
pub(super) fn product_of(connection: &Connection, batch: BatchId) -> Result<Kept> {
    let id = connection
        .prepare_cached("SELECT product_id FROM batch WHERE id = ?1")?
        .query_row([batch], |row| row.get(0))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("batch"))?;
    product(connection, id)
}
