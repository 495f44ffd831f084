//! Packs that a sale takes out of stock: to the client who buys them, so that a recall finds that client.

use super::MovementKind;
use super::movement::Movement;
use crate::amounts::Quantity;
use crate::error::Result;
use crate::ids::{BatchId, ClientId, MovementId};
use crate::store::Tx;

/// So much of a batch, by the sale of that number. Whether the batch may be sold is the sale's question.
///
/// # Errors
/// [`crate::ErrorCode::NotEnoughStock`].
pub(crate) fn take(
    tx: &Tx<'_>,
    batch: BatchId,
    quantity: Quantity,
    client: ClientId,
    number: &str,
) -> Result<MovementId> {
    let mut sold = Movement::new(batch, MovementKind::Used, Quantity(-quantity.0));
    sold.client = Some(client);
    number.clone_into(&mut sold.reason);
    sold.write(tx)
}
