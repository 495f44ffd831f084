//! Joining two files of one person, and taking it back.

use rusqlite::params;
use serde::Deserialize;
use ts_rs::TS;

use super::{family, survivor};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{AliasId, ClientId};
use crate::store::Store;
use crate::verbs::Verb;

/// Two files.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct Join {
    /// The file that goes on.
    pub survivor: ClientId,
    /// The file that is read as the other from now on.
    pub loser: ClientId,
}

/// A joining to take back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct EndJoin {
    /// The row that joins.
    pub alias: AliasId,
}

/// Joins. One row is written and no other is touched: visits, appointments and alerts of both files are read
/// together from now on, and apart again when it is taken back.
///
/// # Errors
/// [`ErrorCode::SameClient`] where both already are one file, [`ErrorCode::NotFound`].
pub fn join(store: &Store, actor: &Actor, input: Join) -> Result<AliasId> {
    store.transact(actor, Verb::ClientJoin, |tx| {
        let number = |client: ClientId| -> Result<String> {
            Ok(tx
                .connection()
                .query_row("SELECT member_number FROM client WHERE id = ?1", [client], |row| row.get(0))?)
        };
        number(input.survivor)?;
        number(input.loser)?;
        let (keep, loser) = (survivor(tx.connection(), input.survivor)?, survivor(tx.connection(), input.loser)?);
        if keep == loser {
            return Err(ErrorCode::SameClient.into());
        }
        let id = AliasId(tx.new_id());
        tx.about(keep);
        tx.detail("joined", number(loser)?);
        tx.connection().execute(
            "INSERT INTO client_alias (id, loser_id, survivor_id, joined_at, joined_by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, loser, keep, tx.now(), tx.staff_id()],
        )?;
        Ok(id)
    })
}

/// Takes a joining back: both files stand alone again, each with what was its own.
///
/// # Errors
/// [`ErrorCode::NotFound`] where it was taken back already.
pub fn end_join(store: &Store, actor: &Actor, input: EndJoin) -> Result<()> {
    store.transact(actor, Verb::ClientEndJoin, |tx| {
        let keep: ClientId = tx.connection().query_row(
            "SELECT survivor_id FROM client_alias WHERE id = ?1 AND ended_at IS NULL",
            [input.alias],
            |row| row.get(0),
        )?;
        tx.about(family(tx.connection(), keep)?[0]);
        tx.connection().execute(
            "UPDATE client_alias SET ended_at = ?2, ended_by = ?3 WHERE id = ?1",
            params![input.alias, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}
