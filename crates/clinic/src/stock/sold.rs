//! Packs that a sale takes out of stock, to the client who buys them, so that a recall finds that client; and packs
//! that come back with a refund.

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

/// Packs come back of those that a sale took: so many of so many; fewer than none go out again. That the client had them
/// stays to be seen. What is discarded leaves again as waste.
pub(crate) fn take_back(
    tx: &Tx<'_>,
    movement: MovementId,
    (packs, of): (i64, i64),
    discarded: bool,
    number: &str,
) -> Result<(MovementId, Option<MovementId>)> {
    let (batch, client, took): (BatchId, Option<ClientId>, i64) = tx
        .connection()
        .prepare_cached("SELECT batch_id, client_id, quantity FROM stock_movement WHERE id = ?1")?
        .query_row([movement], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let quantity = Quantity(-took / of.max(1) * packs);
    let mut back = Movement::new(batch, MovementKind::Used, quantity);
    back.client = client;
    number.clone_into(&mut back.reason);
    let mut waste = Movement::new(batch, MovementKind::Wasted, Quantity(-quantity.0));
    number.clone_into(&mut waste.reason);
    // What goes out again must be there first.
    let thrown_before = if discarded && packs < 0 { Some(waste.write(tx)?) } else { None };
    let id = back.write(tx)?;
    let thrown_after = if discarded && packs > 0 { Some(waste.write(tx)?) } else { None };
    Ok((id, thrown_before.or(thrown_after)))
}
