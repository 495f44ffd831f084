//! The scan of an inked page, shown, and added to the consent that was noted without one (电子签名法 13, 14).

use rusqlite::{OptionalExtension, params};

use super::OfConsent;
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, ConsentScanId, FileId};
use crate::store::{Store, files};
use crate::verbs::Verb;

/// A consent's latest scan; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`].
pub fn scan(store: &Store, actor: &Actor, input: OfConsent) -> Result<Vec<u8>> {
    store.read(actor, Verb::ConsentRead, |read| {
        let found: Option<(ClientId, Option<FileId>)> = read
            .connection()
            .query_row(
                "SELECT client_id, coalesce(
                     (SELECT file_id FROM consent_scan WHERE consent_id = c.id ORDER BY at DESC, id DESC LIMIT 1),
                     scan_file)
                 FROM paper_consent AS c WHERE c.id = ?1",
                [input.id],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let (client, file) = found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        read.note(client);
        Ok(files::open(read, file.ok_or_else(|| ErrorCode::NotFound.at("id"))?)?.1)
    })
}

/// Adds a scan to a consent; one that was there before is kept behind it.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::InvalidPicture`] for what is neither a picture nor a PDF, or nothing.
pub fn add(store: &Store, actor: &Actor, input: OfConsent, scan: &[u8]) -> Result<ConsentScanId> {
    // Before anything is sealed: chunks are written outside the transaction.
    actor.require(Verb::ConsentAddScan)?;
    let sealed = store.seal_if_any("scan", scan)?.ok_or_else(|| ErrorCode::InvalidPicture.at("scan"))?;
    store.transact(actor, Verb::ConsentAddScan, |tx| {
        let found: Option<(ClientId, String)> = tx
            .connection()
            .query_row("SELECT client_id, form FROM paper_consent WHERE id = ?1", [input.id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (client, form) = found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        tx.about(client);
        tx.detail("form", form);
        let id = ConsentScanId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO consent_scan (id, consent_id, file_id, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![id, input.id, files::keep(tx, &sealed)?, tx.now(), tx.staff_id()],
        )?;
        Ok(id)
    })
}
