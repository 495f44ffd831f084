//! A movement that was wrong is taken back by one that says so; nothing is edited.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::movement::Movement;
use super::{MovementKind, Witnessed};
use crate::actor::Actor;
use crate::amounts::{Fen, Quantity};
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{ClientId, DeliveryId, MovementId, StaffId, VialId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Which movement, and why.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Reverse {
    /// The movement.
    pub id: MovementId,
    /// Why it was wrong.
    pub reason: String,
}

/// Takes a movement back.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`]; [`ErrorCode::AlreadyReversed`]; [`ErrorCode::CannotReverse`] of what itself takes
/// back, and of what was sold or came back with a refund; [`ErrorCode::NotEnoughStock`] where what came in is used already; [`ErrorCode::WitnessRequired`] for
/// toxin; [`ErrorCode::VialClosed`] once the empty vial was given back.
pub fn reverse(store: &Store, actor: &Actor, reversing: Witnessed<'_, Reverse>) -> Result<MovementId> {
    let input = reversing.input;
    store.transact(actor, Verb::StockReverse, |tx| {
        let witness = reversing.person(actor)?;
        let reason = fields::reason(&input.reason)?;
        let mut movement = opposite(tx, input.id)?;
        let sold = tx
            .connection()
            .prepare_cached(
                "SELECT 1 FROM sale_line WHERE movement_id = ?1
                 UNION ALL SELECT 1 FROM refund_part WHERE movement_id = ?1
                 UNION ALL SELECT 1 FROM refund_part WHERE waste_id = ?1",
            )?
            .exists([input.id])?;
        if sold {
            return Err(ErrorCode::CannotReverse.at("id"));
        }
        let product = super::movement::product_of(tx.connection(), movement.batch)?;
        if product.toxin && witness.is_none() {
            return Err(ErrorCode::WitnessRequired.at("witness"));
        }
        if movement.quantity.0 < 0 {
            let out = Quantity(-movement.quantity.0);
            super::vials::leave_opened_alone(tx.connection(), movement.batch, out)?;
        }
        if let Some(vial) = movement.vial {
            super::vials::require_open(tx.connection(), vial)?;
        }
        movement.reason = reason;
        movement.witness = witness;
        if let Some(client) = movement.client {
            tx.about(client);
        }
        tx.detail("product", &product.name);
        movement.write(tx)
    })
}

pub(super) fn opposite(tx: &Tx<'_>, id: MovementId) -> Result<Movement> {
    type Found =
        (Movement, Option<MovementId>, Option<DeliveryId>, Option<Fen>, Option<ClientId>, Option<StaffId>);
    let found: Option<Found> = tx
        .connection()
        .prepare_cached(
            "SELECT batch_id, kind, quantity, reverses, delivery_id, price, client_id, doctor_id, vial_id, unit_code
             FROM stock_movement WHERE id = ?1",
        )?
        .query_row([id], |row| {
            let kind: MovementKind = row.get(1)?;
            let mut movement = Movement::new(row.get(0)?, kind, Quantity(-row.get::<_, i64>(2)?));
            movement.vial = row.get::<_, Option<VialId>>(8)?;
            movement.unit_code = row.get(9)?;
            Ok((movement, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?))
        })
        .optional()?;
    let (mut movement, reverses, delivery, price, client, doctor) =
        found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
    if reverses.is_some() {
        return Err(ErrorCode::CannotReverse.at("id"));
    }
    let reversed = tx
        .connection()
        .prepare_cached("SELECT 1 FROM stock_movement WHERE reverses = ?1")?
        .exists(params![id])?;
    if reversed {
        return Err(ErrorCode::AlreadyReversed.at("id"));
    }
    movement.delivery = delivery;
    movement.price = price.map(|price| Fen(-price.0));
    movement.client = client;
    movement.doctor = doctor;
    movement.reverses = Some(id);
    Ok(movement)
}
