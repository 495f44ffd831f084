//! Previews, made beside the desk: upright, smaller, and without what the camera wrote beside the picture.

use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;
use rusqlite::params;

use super::types::PhotoSize;
use crate::actor::{Actor, Rule};
use crate::error::{ErrorCode, Result};
use crate::ids::{FileId, PhotoId};
use crate::pictures;
use crate::store::{Store, files};
use crate::verbs::Verb;

/// How well previews are kept, of 100.
const QUALITY: u8 = 84;
/// The longer side, in pixels, the larger first.
const SIDES: [(PhotoSize, u32); 2] = [(PhotoSize::Screen, 2048), (PhotoSize::Small, 320)];
const MEDIA_TYPE: &str = "image/jpeg";

/// Makes the previews that are missing, the latest photos first, and says after each how many are done. One whose
/// original is not on this computer waits; one whose original cannot be decoded is noted as such.
///
/// # Errors
/// What the disk gives.
pub fn make_missing(store: &Store, progress: &dyn Fn(u64, u64)) -> Result<()> {
    let waiting = waiting(store)?;
    let total = waiting.len() as u64;
    for (done, (photo, file)) in (1..).zip(waiting) {
        let original = store.read(&Actor::System(Rule::PreviewMaker), Verb::PhotoPreview, |read| {
            Ok(files::open(read, file)?.1)
        });
        match original {
            Ok(bytes) => make(store, photo, &bytes)?,
            Err(error) => tracing::info!(%error, "a preview waits for its original"),
        }
        progress(done, total);
    }
    Ok(())
}

fn waiting(store: &Store) -> Result<Vec<(PhotoId, FileId)>> {
    store.read(&Actor::System(Rule::PreviewMaker), Verb::PhotoPreview, |read| {
        let mut statement = read.connection().prepare_cached(
            "SELECT id, file_id FROM photo
             WHERE NOT EXISTS (SELECT 1 FROM photo_preview WHERE photo_id = photo.id AND size = 'small')
             ORDER BY added_at DESC, id",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

fn make(store: &Store, photo: PhotoId, original: &[u8]) -> Result<()> {
    let mut made = Vec::new();
    match pictures::upright(original) {
        Ok(mut picture) => {
            for (size, side) in SIDES {
                if picture.width().max(picture.height()) > side {
                    picture = picture.thumbnail(side, side);
                }
                made.push((size, Some(store.seal(MEDIA_TYPE, &jpeg(&picture)?)?)));
            }
        }
        Err(error) => {
            tracing::info!(%error, "a photo cannot be decoded");
            made.extend(SIDES.map(|(size, _)| (size, None)));
        }
    }
    store.transact(&Actor::System(Rule::PreviewMaker), Verb::PhotoPreview, |tx| {
        for (size, sealed) in &made {
            let file = sealed.as_ref().map(|sealed| files::keep(tx, sealed)).transpose()?;
            tx.connection()
                .prepare_cached(
                    "INSERT INTO photo_preview (photo_id, size, file_id, made_at) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (photo_id, size) DO UPDATE SET file_id = ?3, made_at = ?4",
                )?
                .execute(params![photo, size, file, tx.now()])?;
        }
        Ok(())
    })
}

/// A picture as JPEG, and nothing beside it.
pub(super) fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>> {
    encode(picture, QUALITY)
}

/// A picture as JPEG of a quality of 1 to 100, and nothing beside it.
pub(super) fn encode(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // JPEG has neither transparency nor sixteen bits.
    JpegEncoder::new_with_quality(&mut bytes, quality)
        .encode_image(&picture.to_rgb8())
        .map_err(|error| ErrorCode::InvalidPicture.because(error))?;
    Ok(bytes)
}
