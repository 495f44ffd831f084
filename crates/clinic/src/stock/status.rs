//! Batches held back: quarantined while something is looked into, recalled by the maker or the authority.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::BatchStatus;
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{BatchId, BatchStatusId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A batch held back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HoldBatch {
    /// Which.
    pub batch: BatchId,
    /// Recalled, rather than only quarantined.
    pub recalled: bool,
    /// Why.
    pub reason: String,
}

/// A batch free again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReleaseBatch {
    /// Which.
    pub batch: BatchId,
    /// Why.
    pub reason: String,
}

/// Holds a batch back; from now on nobody can choose it.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::NotFound`].
pub fn hold(store: &Store, actor: &Actor, input: &HoldBatch) -> Result<()> {
    let status = if input.recalled { BatchStatus::Recalled } else { BatchStatus::Quarantined };
    store.transact(actor, Verb::BatchHold, |tx| set(tx, input.batch, status, &input.reason))
}

/// Frees a batch again.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::NotFound`].
pub fn release(store: &Store, actor: &Actor, input: &ReleaseBatch) -> Result<()> {
    store.transact(actor, Verb::BatchRelease, |tx| set(tx, input.batch, BatchStatus::Released, &input.reason))
}

fn set(tx: &Tx<'_>, batch: BatchId, status: BatchStatus, reason: &str) -> Result<()> {
    let reason = fields::reason(reason)?;
    let lot: Option<String> = tx
        .connection()
        .prepare_cached("SELECT lot FROM batch WHERE id = ?1")?
        .query_row([batch], |row| row.get(0))
        .optional()?;
    tx.detail("lot", lot.ok_or_else(|| ErrorCode::NotFound.at("batch"))?);
    if of(tx.connection(), batch)?.0 == status {
        return Ok(());
    }
    tx.detail("status", status.as_str());
    tx.connection().execute(
        "INSERT INTO batch_status (id, batch_id, status, reason, at, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![BatchStatusId(tx.new_id()), batch, status, reason, tx.now(), tx.staff_id()],
    )?;
    Ok(())
}

/// A batch's status and the reason for it.
pub(super) fn of(connection: &Connection, batch: BatchId) -> Result<(BatchStatus, String)> {
    let latest = connection
        .prepare_cached(
            "SELECT status, reason FROM batch_status WHERE batch_id = ?1 ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([batch], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(latest.unwrap_or((BatchStatus::Released, String::new())))
}
