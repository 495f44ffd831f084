//! A photo's bytes, for the screen.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::PhotoSize;
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, FileId, PhotoId};
use crate::store::{Store, files};
use crate::verbs::Verb;

/// Which photo, how large.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ShowPhoto {
    /// Which.
    pub id: PhotoId,
    /// How large.
    pub size: PhotoSize,
}

/// A photo's bytes; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`] for a preview that is not made yet as well, [`ErrorCode::FileDamaged`].
pub fn show(store: &Store, actor: &Actor, input: ShowPhoto) -> Result<Vec<u8>> {
    store.read(actor, Verb::PhotoRead, |read| {
        let found: Option<(ClientId, Option<FileId>)> = read
            .connection()
            .prepare_cached(
                "SELECT client_id, CASE ?2 WHEN 'original' THEN photo.file_id ELSE photo_preview.file_id END
                 FROM photo LEFT JOIN photo_preview ON photo_id = id AND size = ?2 WHERE id = ?1",
            )?
            .query_row(params![input.id, input.size], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let (client, file) = found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        read.note(client);
        Ok(files::open(read, file.ok_or_else(|| ErrorCode::NotFound.at("id"))?)?.1)
    })
}
