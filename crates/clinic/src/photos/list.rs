//! A client's photos.

use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{Mark, Photo, PhotoFacts, PreviewState};
use crate::actor::Actor;
use crate::clients::types::DataPurpose;
use crate::clients::{self, data_consents};
use crate::error::Result;
use crate::ids::ClientId;
use crate::store::Store;
use crate::verbs::Verb;

/// Whose photos.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PhotosOf {
    /// The client.
    pub client: ClientId,
}

/// A client's photos and what they may be used for.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClientPhotos {
    /// The latest first; those taken out as well.
    pub photos: Vec<Photo>,
    /// The purposes that the client consents to today.
    pub consents: Vec<DataPurpose>,
}

/// A client's photos; the read leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: PhotosOf) -> Result<ClientPhotos> {
    store.read(actor, Verb::PhotoRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let family = clients::family(connection, input.client)?;
        let mut photos = Vec::new();
        for client in &family {
            let mut statement = connection.prepare_cached(include_str!("list.sql"))?;
            let rows = statement.query_map([client], photo)?;
            photos.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        photos.sort_by_key(|photo: &Photo| std::cmp::Reverse((photo.taken_at, photo.id)));
        Ok(ClientPhotos { photos, consents: consented(connection, &family)? })
    })
}

/// The purposes that a family consents to today.
pub(super) fn consented(connection: &Connection, family: &[ClientId]) -> Result<Vec<DataPurpose>> {
    let mut purposes: Vec<DataPurpose> = data_consents::of(connection, family)?
        .into_iter()
        .filter(|consent| consent.withdrawn_at.is_none())
        .map(|consent| consent.purpose)
        .collect();
    purposes.sort_unstable();
    purposes.dedup();
    Ok(purposes)
}

fn photo(row: &Row<'_>) -> rusqlite::Result<Photo> {
    let sha256: [u8; 32] = row.get("sha256")?;
    let made: Option<bool> = row.get("made")?;
    let marks: [Option<u32>; 4] =
        [row.get("first_x")?, row.get("first_y")?, row.get("second_x")?, row.get("second_y")?];
    Ok(Photo {
        id: row.get("id")?,
        client: row.get("client_id")?,
        facts: PhotoFacts {
            visit: row.get("visit_id")?,
            treatment: row.get("treatment_id")?,
            view: row.get("view")?,
            stage: row.get("stage")?,
            purpose: row.get("purpose")?,
            note: row.get("note")?,
        },
        file_name: row.get("file_name")?,
        sha256: data_encoding::HEXLOWER.encode(&sha256),
        media_type: row.get("media_type")?,
        length: row.get("file_length")?,
        width: row.get("width")?,
        height: row.get("height")?,
        located: row.get("located")?,
        camera: row.get("camera")?,
        taken_at: row.get("taken_at")?,
        marks: match marks {
            [Some(ax), Some(ay), Some(bx), Some(by)] => Some([Mark { x: ax, y: ay }, Mark { x: bx, y: by }]),
            _ => None,
        },
        preview: match made {
            None => PreviewState::Waiting,
            Some(true) => PreviewState::Made,
            Some(false) => PreviewState::Failed,
        },
        added_at: row.get("added_at")?,
        added_by: row.get("added_by")?,
        removed_reason: row.get("removed_reason")?,
        signed: row.get("signed")?,
    })
}
