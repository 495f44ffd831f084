//! What leaves the stock without a treatment: thrown away, given back to the supplier, used up by the house.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::movement::{self, Movement};
use super::{MovementKind, Witnessed};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{BatchId, MovementId};
use crate::store::Store;
use crate::verbs::Verb;

/// Why something leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Leaving {
    /// 报损: broken, expired, spoilt.
    Wasted,
    /// 退货: back to the supplier.
    Returned,
    /// 领用: used up by the house, on nobody in particular.
    House,
}

/// So much of a batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakeOut {
    /// Of which batch.
    pub batch: BatchId,
    /// In the product's smallest unit, at least 1.
    pub quantity: Quantity,
    /// Why.
    pub leaving: Leaving,
    /// In words.
    pub reason: String,
}

/// Takes something out. An expired or held-back batch may leave as waste or to the supplier, never to be used.
///
/// # Errors
/// By field: [`ErrorCode::ReasonRequired`], [`ErrorCode::NotEnoughStock`] with `onHand`; as
/// [`super::batches::usable`] for use by the house; [`ErrorCode::WitnessRequired`] for toxin, and
/// [`ErrorCode::VialBookOnly`] where the house would use it.
pub fn take_out(store: &Store, actor: &Actor, taking: Witnessed<'_, TakeOut>) -> Result<MovementId> {
    let input = taking.input;
    store.transact(actor, Verb::StockTakeOut, |tx| {
        let witness = taking.person(actor)?;
        let product = movement::product_of(tx.connection(), input.batch)?;
        if product.toxin && input.leaving == Leaving::House {
            return Err(ErrorCode::VialBookOnly.at("leaving"));
        }
        if product.toxin && witness.is_none() {
            return Err(ErrorCode::WitnessRequired.at("witness"));
        }
        if !(1..=Quantity::MAX.0).contains(&input.quantity.0) {
            return Err(ErrorCode::InvalidValue
                .at("quantity")
                .with("least", 1)
                .with("most", Quantity::MAX.0));
        }
        let reason = fields::reason(&input.reason)?;
        let kind = match input.leaving {
            Leaving::Wasted => MovementKind::Wasted,
            Leaving::Returned => MovementKind::Returned,
            Leaving::House => {
                super::batches::usable(tx.connection(), input.batch, tx.today())?;
                MovementKind::Used
            }
        };
        super::vials::leave_opened_alone(tx.connection(), input.batch, input.quantity)?;
        let mut movement = Movement::new(input.batch, kind, Quantity(-input.quantity.0));
        movement.reason = reason;
        movement.witness = witness;
        tx.detail("product", &product.name);
        movement.write(tx)
    })
}
