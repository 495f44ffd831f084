//! Scans of old paper: sealed beside the database, listed in the file.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::ClientScan;
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX};
use crate::ids::{ClientId, ScanId};
use crate::seals;
use crate::store::{Store, files};
use crate::verbs::Verb;

/// A scan to add; its bytes travel beside.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AddScan {
    /// The file.
    pub client: ClientId,
    /// What it is.
    pub title: String,
}

/// A scan by its id.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfScan {
    /// Which.
    pub id: ScanId,
}

/// Adds a scan: PNG, JPEG, WebP or PDF, at most 64 MiB.
///
/// # Errors
/// [`ErrorCode::InvalidPicture`]; by field.
pub fn add(store: &Store, actor: &Actor, input: &AddScan, bytes: &[u8]) -> Result<ScanId> {
    // Before anything is sealed: chunks are written outside the transaction.
    actor.require(Verb::ClientAddScan)?;
    let title = fields::required("title", &input.title, NAME_MAX)?;
    let media_type = files::media_type(bytes).ok_or_else(|| ErrorCode::InvalidPicture.at("scan"))?;
    let sealed = store.seal(media_type, bytes)?;
    store.transact(actor, Verb::ClientAddScan, |tx| {
        let id = ScanId(tx.new_id());
        let file = files::keep(tx, &sealed)?;
        tx.about(input.client);
        tx.detail("title", &title);
        tx.connection().execute(
            "INSERT INTO client_scan (id, client_id, file_id, title, added_at, added_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, input.client, file, title, tx.now(), tx.staff_id()],
        )?;
        Ok(id)
    })
}

/// A scan's bytes; the read leaves an audit line.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`].
pub fn show(store: &Store, actor: &Actor, input: OfScan) -> Result<Vec<u8>> {
    store.read(actor, Verb::ClientShowScan, |read| {
        let (client, file): (ClientId, _) = read.connection().query_row(
            "SELECT client_id, file_id FROM client_scan WHERE id = ?1",
            [input.id],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        read.note(client);
        Ok(files::open(read, file)?.1)
    })
}

/// Takes a scan out of the list; its bytes stay, as records are kept.
///
/// # Errors
/// [`ErrorCode::PartSealed`], [`ErrorCode::NotFound`].
pub fn remove(store: &Store, actor: &Actor, input: OfScan) -> Result<()> {
    store.transact(actor, Verb::ClientRemoveScan, |tx| {
        let client: ClientId = tx.connection().query_row(
            "SELECT client_id FROM client_scan WHERE id = ?1",
            [input.id],
            |row| row.get(0),
        )?;
        tx.about(client);
        seals::require_unsealed(tx.connection(), input.id.0)?;
        tx.connection().execute(
            "UPDATE client_scan SET removed_at = ?2, removed_by = ?3 WHERE id = ?1 AND removed_at IS NULL",
            params![input.id, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}

pub(super) fn of(connection: &Connection, family: &[ClientId]) -> Result<Vec<ClientScan>> {
    let mut scans = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT client_scan.id, title, media_type, length, added_at, staff.name
             FROM client_scan JOIN sealed_file ON sealed_file.id = file_id LEFT JOIN staff ON staff.id = added_by
             WHERE client_id = ?1 AND removed_at IS NULL",
        )?;
        let rows = statement.query_map([client], |row| {
            Ok(ClientScan {
                id: row.get(0)?,
                title: row.get(1)?,
                media_type: row.get(2)?,
                length: row.get(3)?,
                added_at: row.get(4)?,
                added_by: row.get(5)?,
            })
        })?;
        scans.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    scans.sort_by_key(|scan: &ClientScan| std::cmp::Reverse(scan.added_at));
    Ok(scans)
}
