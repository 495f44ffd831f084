//! A photo taken into a client's file.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::card;
use super::exif::{self, Written};
use super::types::PhotoFacts;
use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{ClientId, PhotoId, TreatmentId, VisitId};
use crate::pictures::{self, Shape};
use crate::store::{Store, Tx, files};
use crate::verbs::Verb;

/// A photo to add; its bytes travel beside.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddPhoto {
    /// Whose.
    pub client: ClientId,
    /// What is said about it.
    pub facts: PhotoFacts,
    /// The file's name.
    pub file_name: String,
    /// When the file was last written, in UTC milliseconds: what counts where the camera wrote no time.
    #[ts(type = "number | null")]
    pub file_changed_at: Option<i64>,
}

/// A photo to add from a camera's card.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddFromCard {
    /// Whose.
    pub client: ClientId,
    /// What is said about it.
    pub facts: PhotoFacts,
    /// The watched folder.
    pub folder: String,
    /// The file, within it.
    pub path: String,
}

/// Adds a photo: JPEG, PNG or WebP, at most 64 MiB. The bytes are kept as they are.
///
/// # Errors
/// [`ErrorCode::InvalidPicture`], [`ErrorCode::HeicPicture`]; [`ErrorCode::PhotoKept`] where the same picture is in
/// a file already (param: client); by field [`ErrorCode::NotFound`] for a visit or a record of somebody else.
pub fn add(store: &Store, actor: &Actor, input: &AddPhoto, bytes: &[u8]) -> Result<PhotoId> {
    // Before anything is sealed: chunks are written outside the transaction.
    actor.require(Verb::PhotoAdd)?;
    let shape = pictures::shape(bytes).map_err(|error| error.at("photo"))?;
    let media_type = files::media_type(bytes).ok_or_else(|| ErrorCode::InvalidPicture.at("photo"))?;
    let written = exif::read(bytes, store.zone());
    let file_name = fields::optional("fileName", &input.file_name, LINE_MAX)?;
    let sealed = store.seal(media_type, bytes)?;
    store.transact(actor, Verb::PhotoAdd, |tx| {
        tx.about(input.client);
        require_new(tx, sealed.sha256())?;
        let facts = checked(tx, input.client, &input.facts)?;
        let file = files::keep(tx, &sealed)?;
        let id = PhotoId(tx.new_id());
        let Shape { width, height, orientation } = shape;
        let Written { taken_at, camera, located } = &written;
        tx.detail("view", facts.view.as_str());
        tx.connection().execute(
            include_str!("add.sql"),
            params![
                id,
                input.client,
                facts.visit,
                facts.treatment,
                file,
                sealed.sha256(),
                file_name,
                bytes.len() as i64,
                input.file_changed_at,
                width,
                height,
                orientation.to_exif(),
                located,
                camera,
                taken_at.or(input.file_changed_at).unwrap_or_else(|| tx.now()).min(tx.now()),
                facts.view,
                facts.stage,
                facts.purpose,
                facts.note,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    })
}

/// Adds a photo from a camera's card; the card is only read.
///
/// # Errors
/// As [`add`]; [`ErrorCode::CardUnreadable`] where the file is gone or lies outside of the folder.
pub fn add_from_card(store: &Store, actor: &Actor, input: &AddFromCard) -> Result<PhotoId> {
    actor.require(Verb::PhotoAdd)?;
    let (path, bytes) = card::read(Path::new(&input.folder), Path::new(&input.path))?;
    let changed = std::fs::metadata(&path).and_then(|found| found.modified()).ok();
    let photo = AddPhoto {
        client: input.client,
        facts: input.facts.clone(),
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        file_changed_at: changed.map(|at| DateTime::<Utc>::from(at).timestamp_millis()),
    };
    add(store, actor, &photo, &bytes)
}

fn require_new(tx: &Tx<'_>, sha256: [u8; 32]) -> Result<()> {
    let kept: Option<String> = tx
        .connection()
        .query_row(
            "SELECT client.name FROM photo JOIN client ON client.id = client_id
             WHERE sha256 = ?1 AND removed_at IS NULL",
            [sha256],
            |row| row.get(0),
        )
        .optional()?;
    match kept {
        Some(client) => Err(ErrorCode::PhotoKept.at("photo").with("client", client)),
        None => Ok(()),
    }
}

/// The facts with their note cleaned, where the visit and the record are the client's.
pub(super) fn checked(tx: &Tx<'_>, client: ClientId, facts: &PhotoFacts) -> Result<PhotoFacts> {
    let family = clients::family(tx.connection(), client)?;
    let owner = |field: &'static str, sql: &str, id: uuid::Uuid| -> Result<()> {
        let of: Option<ClientId> = tx.connection().query_row(sql, [id], |row| row.get(0)).optional()?;
        if of.is_some_and(|of| family.contains(&of)) { Ok(()) } else { Err(ErrorCode::NotFound.at(field)) }
    };
    if let Some(VisitId(id)) = facts.visit {
        owner("visit", "SELECT client_id FROM visit WHERE id = ?1", id)?;
    }
    if let Some(TreatmentId(id)) = facts.treatment {
        owner("treatment", "SELECT client_id FROM treatment WHERE id = ?1", id)?;
    }
    Ok(PhotoFacts { note: fields::note("note", &facts.note)?, ..facts.clone() })
}
