//! What a signed treatment takes out of stock.

use super::MovementKind;
use super::movement::Movement;
use super::reverse;
use crate::amounts::Quantity;
use crate::error::Result;
use crate::ids::{BatchId, ClientId, MovementId, StaffId};
use crate::store::Tx;

/// So much of a batch, on a client, by a doctor. Whether the batch may be used is the signature's question.
///
/// # Errors
/// [`crate::ErrorCode::NotEnoughStock`].
pub(crate) fn take(
    tx: &Tx<'_>,
    batch: BatchId,
    quantity: Quantity,
    client: ClientId,
    doctor: StaffId,
    unit_code: Option<String>,
) -> Result<MovementId> {
    let mut used = Movement::new(batch, MovementKind::Used, Quantity(-quantity.0));
    used.client = Some(client);
    used.doctor = Some(doctor);
    used.unit_code = unit_code;
    used.write(tx)
}

/// Takes back what a treatment used that was withdrawn.
///
/// # Errors
/// As [`reverse::reverse`].
pub(crate) fn give_back(tx: &Tx<'_>, id: MovementId, reason: &str) -> Result<MovementId> {
    let mut movement = reverse::opposite(tx, id)?;
    reason.clone_into(&mut movement.reason);
    movement.write(tx)
}
