//! The folder of a camera's card, as it is right now. It is only read.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{Error, ErrorCode, Result};
use crate::pictures;
use crate::store::{Store, files};
use crate::verbs::Verb;

/// How deep folders lie in folders: DCIM, then one of the camera's.
const DEPTH: usize = 3;
/// The most files that are looked at, and shown.
const LOOKED_AT: usize = 20_000;
const SHOWN: usize = 300;
/// A file written a moment ago may be half there yet.
const SETTLED_MS: i64 = 1_500;
/// What cameras call pictures.
const EXTENSIONS: &[&str] = &["jpg", "jpeg", "png", "webp"];
/// The longer side of a picture on the card, as it is shown before it is taken in.
const PREVIEW_SIDE: u32 = 240;

/// Which folder to look into.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LookAtCard {
    /// Its path on this computer.
    pub folder: String,
}

/// Which picture of a card.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OnCard {
    /// The watched folder.
    pub folder: String,
    /// The file, within it.
    pub path: String,
}

/// A picture on a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardPhoto {
    /// Its path.
    pub path: String,
    /// Its name.
    pub name: String,
    /// In bytes.
    #[ts(type = "number")]
    pub length: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub changed_at: i64,
    /// It was taken in already.
    pub kept: bool,
}

/// A card, as it is right now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Card {
    /// The latest 300, the latest first.
    pub photos: Vec<CardPhoto>,
    /// How many there are in all.
    pub total: u32,
}

/// The pictures of a folder.
///
/// # Errors
/// [`ErrorCode::CardUnreadable`] where there is no such folder (param: path).
pub fn look(store: &Store, actor: &Actor, input: &LookAtCard) -> Result<Card> {
    store.read(actor, Verb::PhotoCard, |read| {
        let folder = Path::new(&input.folder);
        let mut found = Vec::new();
        collect(folder, DEPTH, &mut found).map_err(|error| unreadable(folder, error))?;
        found.retain(|photo| !(0..SETTLED_MS).contains(&(read.now() - photo.changed_at)));
        found.sort_by(|a, b| (b.changed_at, &b.path).cmp(&(a.changed_at, &a.path)));
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        found.truncate(SHOWN);
        let mut kept = read.connection().prepare_cached(
            "SELECT 1 FROM photo WHERE file_name = ?1 AND file_length = ?2 AND file_changed_at = ?3
                 AND removed_at IS NULL",
        )?;
        for photo in &mut found {
            photo.kept = kept.exists(params![photo.name, photo.length, photo.changed_at])?;
        }
        Ok(Card { photos: found, total })
    })
}

/// Folders of cards that are in this computer right now.
///
/// # Errors
/// What the permission gives.
pub fn cards(store: &Store, actor: &Actor) -> Result<Vec<String>> {
    store.read(actor, Verb::PhotoCard, |_| {
        let inside = |folder: &Path| -> Vec<PathBuf> {
            fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
        };
        let mut roots: Vec<PathBuf> =
            ["/mnt", "/Volumes"].iter().flat_map(|root| inside(Path::new(root))).collect();
        for root in ["/media", "/run/media"] {
            roots.extend(inside(Path::new(root)).iter().flat_map(|user| inside(user)));
        }
        if cfg!(windows) {
            roots.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))));
        }
        let folders = roots.into_iter().map(|root| root.join("DCIM")).filter(|folder| folder.is_dir());
        Ok(folders.filter_map(|folder| folder.to_str().map(str::to_owned)).collect())
    })
}

/// A picture of a card in small, as JPEG.
///
/// # Errors
/// [`ErrorCode::CardUnreadable`], [`ErrorCode::InvalidPicture`].
pub fn preview(actor: &Actor, input: &OnCard) -> Result<Vec<u8>> {
    actor.require(Verb::PhotoCard)?;
    let (_, bytes) = read(Path::new(&input.folder), Path::new(&input.path))?;
    super::previews::jpeg(&pictures::upright(&bytes)?.thumbnail(PREVIEW_SIDE, PREVIEW_SIDE))
}

/// A file of a folder and its bytes.
pub(super) fn read(folder: &Path, path: &Path) -> Result<(PathBuf, Vec<u8>)> {
    let failed = |error| unreadable(path, error);
    let folder = folder.canonicalize().map_err(failed)?;
    let path = path.canonicalize().map_err(failed)?;
    if !path.starts_with(&folder) {
        return Err(ErrorCode::CardUnreadable.with("path", path.display()));
    }
    if fs::metadata(&path).map_err(failed)?.len() > files::FILE_MAX as u64 {
        return Err(ErrorCode::InvalidPicture.at("photo"));
    }
    let bytes = fs::read(&path).map_err(failed)?;
    Ok((path, bytes))
}

fn collect(folder: &Path, depth: usize, found: &mut Vec<CardPhoto>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // A name that is no text, or hidden as macOS does with what it writes beside each picture, is none of ours.
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if name.starts_with('.') || found.len() >= LOOKED_AT {
            continue;
        }
        // What cannot be looked at is left out; the folder itself could be read.
        let Ok(metadata) = entry.metadata() else { continue };
        if metadata.is_dir() {
            if depth > 1 {
                let _ = collect(&path, depth - 1, found);
            }
            continue;
        }
        let known = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()));
        let Some(path) = path.to_str().filter(|_| known) else { continue };
        let changed = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        found.push(CardPhoto {
            path: path.to_owned(),
            name: name.to_owned(),
            length: i64::try_from(metadata.len()).unwrap_or(i64::MAX),
            changed_at: DateTime::<Utc>::from(changed).timestamp_millis(),
            kept: false,
        });
    }
    Ok(())
}

fn unreadable(path: &Path, error: std::io::Error) -> Error {
    ErrorCode::CardUnreadable.with("path", path.display()).because(error)
}
