//! Copies that leave the program: in full size, upright, and without place, camera or any other word of the file.

use std::fs;
use std::path::Path;

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::consented;
use super::previews::encode;
use crate::actor::Actor;
use crate::clients;
use crate::clients::types::DataPurpose;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, FileId, PhotoId};
use crate::pictures;
use crate::store::{Store, business_day, files};
use crate::verbs::Verb;

/// How well copies are kept, of 100.
const QUALITY: u8 = 95;

/// Photos to copy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportPhotos {
    /// Which.
    pub ids: Vec<PhotoId>,
    /// What the copies are for.
    pub purpose: DataPurpose,
}

/// Copies were written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PhotosExported {
    /// The folder.
    pub path: String,
    /// How many.
    pub count: u32,
}

struct Chosen {
    client: ClientId,
    file: FileId,
    name: String,
}

/// Writes copies into a folder, which it makes; none where one of them fails. The trace of it stands before the first copy does.
///
/// # Errors
/// [`ErrorCode::PurposeNotConsented`] where a client does not consent to that purpose today (param: client);
/// [`ErrorCode::ExportFailed`], [`ErrorCode::NotFound`], [`ErrorCode::InvalidPicture`] for what cannot be decoded.
pub fn export(store: &Store, actor: &Actor, input: &ExportPhotos, folder: &Path) -> Result<PhotosExported> {
    let chosen = choose(store, actor, input)?;
    for client in chosen.iter().map(|photo| photo.client).collect::<std::collections::BTreeSet<_>>() {
        store.transact(actor, Verb::PhotoExport, |tx| {
            tx.about(client);
            tx.detail("purpose", input.purpose.as_str());
            tx.detail("photos", chosen.iter().filter(|photo| photo.client == client).count());
            tx.leave_line();
            Ok(())
        })?;
    }
    let failed =
        |error: std::io::Error| ErrorCode::ExportFailed.with("path", folder.display()).because(error);
    fs::create_dir_all(folder).map_err(failed)?;
    let copy = |(number, photo): (u32, &Chosen)| -> Result<()> {
        let bytes = store.read(actor, Verb::PhotoExport, |read| Ok(files::open(read, photo.file)?.1))?;
        let copy = encode(&pictures::upright(&bytes)?, QUALITY)?;
        fs::write(folder.join(format!("{}-{number}.jpg", photo.name)), copy).map_err(failed)
    };
    // All of them or none.
    (1..).zip(&chosen).try_for_each(copy).inspect_err(|_| {
        let _ = fs::remove_dir_all(folder);
    })?;
    let count = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    Ok(PhotosExported { path: folder.display().to_string(), count })
}

fn choose(store: &Store, actor: &Actor, input: &ExportPhotos) -> Result<Vec<Chosen>> {
    store.read(actor, Verb::PhotoExport, |read| {
        let connection = read.connection();
        let mut chosen = Vec::new();
        for id in &input.ids {
            let found = connection
                .prepare_cached(
                    "SELECT client_id, file_id, taken_at, view, member_number, client.name
                     FROM photo JOIN client ON client.id = client_id WHERE photo.id = ?1 AND removed_at IS NULL",
                )?
                .query_row([id], |row| {
                    let taken_at: i64 = row.get(2)?;
                    let (view, member): (String, String) = (row.get(3)?, row.get(4)?);
                    let name = format!("{member}-{}-{view}", business_day(read.zone(), taken_at));
                    let client_name: String = row.get(5)?;
                    Ok((Chosen { client: row.get(0)?, file: row.get(1)?, name }, client_name))
                })
                .optional()?;
            let (photo, client_name) = found.ok_or_else(|| ErrorCode::NotFound.at("ids"))?;
            let family = clients::family(connection, photo.client)?;
            // What is needed to treat, or asked for by the client, needs no other word than the treatment itself.
            if input.purpose != DataPurpose::Treatment
                && !consented(connection, &family)?.contains(&input.purpose)
            {
                return Err(ErrorCode::PurposeNotConsented.at("purpose").with("client", client_name));
            }
            chosen.push(photo);
        }
        Ok(chosen)
    })
}
