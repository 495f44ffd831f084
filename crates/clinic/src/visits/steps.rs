//! Moving a visit from step to step, and undoing the last move.

use rusqlite::{OptionalExtension, params};

use super::LEFT;
use super::check_in::{insert_step, refuse_second};
use super::types::{EditVisit, MoveVisit, Numb, OfVisit};
use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, VisitId, VisitStepId};
use crate::settings::{self, SettingKey};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Moves a visit to any step of the clinic's; `left` ends it.
///
/// # Errors
/// [`ErrorCode::UnknownStep`], [`ErrorCode::VisitEnded`], [`ErrorCode::NotFound`].
pub fn move_to(store: &Store, actor: &Actor, input: &MoveVisit) -> Result<()> {
    store.transact(actor, Verb::VisitMove, |tx| {
        if !settings::list(tx.connection(), SettingKey::VisitSteps)?.contains(&input.to) {
            return Err(ErrorCode::UnknownStep.with("step", &input.to));
        }
        let step = open_step(tx, input.visit)?;
        if step == input.to {
            return Ok(());
        }
        tx.detail("to", &input.to);
        insert_step(tx, input.visit, Some(&step), &input.to, None)?;
        set_step(tx, input.visit, &input.to)
    })
}

/// Undoes the last move: the visit is where it was, and both moves stay in the log. Brings back who left.
///
/// # Errors
/// [`ErrorCode::NothingToUndo`]; [`ErrorCode::AlreadyCheckedIn`] where who left has come again.
pub fn undo(store: &Store, actor: &Actor, input: OfVisit) -> Result<()> {
    store.transact(actor, Verb::VisitUndoMove, |tx| {
        let last: Option<(VisitStepId, String, String)> = tx
            .connection()
            .query_row(include_str!("last_step.sql"), [input.visit], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        let (last, from, to) = last.ok_or(ErrorCode::NothingToUndo)?;
        let client = note_client(tx, input.visit)?;
        if to == LEFT {
            // They may have come again since.
            refuse_second(tx, &clients::family(tx.connection(), client)?, &tx.today().to_string())?;
        }
        tx.detail("to", &from);
        insert_step(tx, input.visit, Some(&to), &from, Some(last))?;
        set_step(tx, input.visit, &from)
    })
}

/// Who, where and what of a visit under way.
///
/// # Errors
/// [`ErrorCode::VisitEnded`], [`ErrorCode::NotFound`].
pub fn edit(store: &Store, actor: &Actor, input: &EditVisit) -> Result<()> {
    store.transact(actor, Verb::VisitEdit, |tx| {
        open_step(tx, input.visit)?;
        tx.connection().execute(
            "UPDATE visit SET doctor_id = ?2, consultant_id = ?3, room_id = ?4, procedure_id = ?5 WHERE id = ?1",
            params![input.visit, input.doctor, input.consultant, input.room, input.procedure],
        )?;
        Ok(())
    })
}

/// Starts or stops the numbing timer.
///
/// # Errors
/// [`ErrorCode::InvalidValue`], [`ErrorCode::VisitEnded`].
pub fn numb(store: &Store, actor: &Actor, input: Numb) -> Result<()> {
    store.transact(actor, Verb::VisitNumb, |tx| {
        if input.minutes.is_some_and(|minutes| !(1..=180).contains(&minutes)) {
            return Err(ErrorCode::InvalidValue.at("minutes").with("least", 1).with("most", 180));
        }
        open_step(tx, input.visit)?;
        let until = input.minutes.map(|minutes| tx.now() + i64::from(minutes) * 60_000);
        tx.connection()
            .execute("UPDATE visit SET numbing_until = ?2 WHERE id = ?1", params![input.visit, until])?;
        Ok(())
    })
}

/// The step of a visit that has not ended.
fn open_step(tx: &Tx<'_>, visit: VisitId) -> Result<String> {
    let client = note_client(tx, visit)?;
    tx.about(client);
    let (step, ended): (String, bool) = tx
        .connection()
        .prepare_cached("SELECT step, left_at IS NOT NULL FROM visit WHERE id = ?1")?
        .query_row([visit], |row| Ok((row.get(0)?, row.get(1)?)))?;
    if ended { Err(ErrorCode::VisitEnded.into()) } else { Ok(step) }
}

pub(super) fn note_client(tx: &Tx<'_>, visit: VisitId) -> Result<ClientId> {
    let client = tx
        .connection()
        .prepare_cached("SELECT client_id FROM visit WHERE id = ?1")?
        .query_row([visit], |row| row.get(0))?;
    tx.about(client);
    Ok(client)
}

pub(super) fn set_step(tx: &Tx<'_>, visit: VisitId, step: &str) -> Result<()> {
    let left_at = (step == LEFT).then_some(tx.now());
    tx.connection()
        .prepare_cached("UPDATE visit SET step = ?2, step_since = ?3, left_at = ?4 WHERE id = ?1")?
        .execute(params![visit, step, tx.now(), left_at])?;
    Ok(())
}
