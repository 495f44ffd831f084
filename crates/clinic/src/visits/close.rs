//! A visit left open last night: closed with a note, never lost.

use rusqlite::params;

use super::LEFT;
use super::check_in::insert_step;
use super::steps::note_client;
use super::types::CloseForgotten;
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::store::Store;
use crate::verbs::Verb;

/// Closes a visit of an earlier day.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`] without a note, [`ErrorCode::VisitEnded`].
pub fn close_forgotten(store: &Store, actor: &Actor, input: &CloseForgotten) -> Result<()> {
    store.transact(actor, Verb::VisitCloseForgotten, |tx| {
        let note = fields::note("note", &input.note)?;
        if note.is_empty() {
            return Err(ErrorCode::ReasonRequired.at("note"));
        }
        note_client(tx, input.visit)?;
        let step: String =
            tx.connection()
                .query_row("SELECT step FROM visit WHERE id = ?1", [input.visit], |row| row.get(0))?;
        let changed = tx.connection().execute(
            "UPDATE visit SET step = ?2, step_since = ?3, left_at = ?3, closing_note = ?4
             WHERE id = ?1 AND left_at IS NULL AND business_day < ?5",
            params![input.visit, LEFT, tx.now(), note, tx.today().to_string()],
        )?;
        if changed == 0 {
            return Err(ErrorCode::VisitEnded.into());
        }
        insert_step(tx, input.visit, Some(&step), LEFT, None)
    })
}
