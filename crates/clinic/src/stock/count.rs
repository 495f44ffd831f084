//! Counting what is really there: every batch that was counted, every difference explained.

use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::movement::{self, Movement, on_hand};
use super::{MovementKind, Witnessed, vials};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{BatchId, CountId, CountLineId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// What was counted of one batch.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CountLine {
    /// Of which batch.
    pub batch: BatchId,
    /// What the person who counted saw as the book's quantity.
    pub expected: Quantity,
    /// What is there, opened vials included, in the product's smallest unit.
    pub counted: Quantity,
    /// Why they differ.
    pub reason: String,
}

/// A count as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Count {
    /// Every batch that was counted.
    pub lines: Vec<CountLine>,
    /// In words.
    pub note: String,
}

/// A finished count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Counted {
    /// How many batches were counted.
    pub batches: u32,
    /// How many of them differed.
    pub differences: u32,
}

/// Books a count: where it differs from the book, a movement brings the book to what is there.
///
/// # Errors
/// By line, whose place from 0 is the parameter `line`: [`ErrorCode::ChangedMeanwhile`] where the book has moved
/// since it was looked at, [`ErrorCode::ReasonRequired`] where it differs, [`ErrorCode::InvalidValue`];
/// [`ErrorCode::WitnessRequired`] where toxin differs.
pub fn count(store: &Store, actor: &Actor, counting: Witnessed<'_, Count>) -> Result<Counted> {
    let input = counting.input;
    store.transact(actor, Verb::StockCount, |tx| {
        let witness = counting.person(actor)?;
        if input.lines.is_empty() {
            return Err(ErrorCode::Required.at("lines"));
        }
        let id = CountId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO stock_count (id, at, by, note) VALUES (?1, ?2, ?3, ?4)",
            params![id, tx.now(), tx.staff_id(), fields::note("note", &input.note)?],
        )?;
        let mut differences = 0;
        for (place, line) in input.lines.iter().enumerate() {
            let movement = difference(tx, id, line).map_err(|error| error.with("line", place))?;
            if let Some(mut movement) = movement {
                let product = movement::product_of(tx.connection(), line.batch)?;
                if product.toxin && witness.is_none() {
                    return Err(ErrorCode::WitnessRequired.at("witness"));
                }
                movement.witness = witness;
                movement.write(tx).map_err(|error| error.with("line", place))?;
                differences += 1;
            }
        }
        tx.detail("batches", input.lines.len());
        tx.detail("differences", differences);
        Ok(Counted { batches: u32::try_from(input.lines.len()).unwrap_or(u32::MAX), differences })
    })
}

fn difference(tx: &Tx<'_>, count: CountId, line: &CountLine) -> Result<Option<Movement>> {
    if !(0..=Quantity::MAX.0).contains(&line.counted.0) {
        return Err(ErrorCode::InvalidValue.at("counted").with("least", 0).with("most", Quantity::MAX.0));
    }
    let expected = on_hand(tx.connection(), line.batch)?;
    if expected != line.expected {
        return Err(ErrorCode::ChangedMeanwhile.at("counted").with("onHand", expected.0));
    }
    let reason = fields::optional("reason", &line.reason, LINE_MAX)?;
    if line.counted != expected && reason.is_empty() {
        return Err(ErrorCode::ReasonRequired.at("reason"));
    }
    tx.connection()
        .prepare_cached(
            "INSERT INTO stock_count_line (id, count_id, batch_id, expected, counted, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![CountLineId(tx.new_id()), count, line.batch, expected, line.counted, reason])?;
    if line.counted == expected {
        return Ok(None);
    }
    if line.counted < expected {
        vials::leave_opened_alone(tx.connection(), line.batch, Quantity(expected.0 - line.counted.0))?;
    }
    let difference = Quantity(line.counted.0 - expected.0);
    let mut movement = Movement::new(line.batch, MovementKind::Counted, difference);
    movement.count = Some(count);
    movement.reason = reason;
    Ok(Some(movement))
}
