//! Photos and files: a random key each, chunks of 1 MiB, sealed, named by the hash of the sealed bytes, beside
//! the database. Written and synced before the transaction that names them; orphans are swept at start. Never
//! decrypted to disk.

use std::collections::HashSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{Read, Store, Tx};
use crate::error::{ErrorCode, Result};
use crate::ids::FileId;

const FOLDER: &str = "files";
const CHUNK: usize = 1 << 20;

/// The largest file, in bytes.
pub(crate) const FILE_MAX: usize = 64 << 20;

/// What a picture or a paper is, by its first bytes, never by its name; `None` for what is neither, and for what
/// is too large.
pub(crate) fn media_type(bytes: &[u8]) -> Option<&'static str> {
    if bytes.len() > FILE_MAX {
        return None;
    }
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xff, 0xd8, 0xff, ..] => Some("image/jpeg"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("image/webp"),
        [b'%', b'P', b'D', b'F', b'-', ..] => Some("application/pdf"),
        _ => None,
    }
}

/// Chunks on disk, not yet named by any row.
pub(crate) struct Sealed {
    media_type: String,
    length: usize,
    sha256: [u8; 32],
    key: [u8; 32],
    chunks: Vec<u8>,
}

impl Sealed {
    /// The hash of the bytes that were sealed.
    pub(crate) fn sha256(&self) -> [u8; 32] {
        self.sha256
    }
}

impl Store {
    /// Seals a paper or a picture that may be missing: no bytes are none. `field` is where it was chosen.
    ///
    /// # Errors
    /// [`ErrorCode::InvalidPicture`], what the disk gives.
    pub(crate) fn seal_if_any(&self, field: &'static str, bytes: &[u8]) -> Result<Option<Sealed>> {
        if bytes.is_empty() {
            return Ok(None);
        }
        let media_type = media_type(bytes).ok_or_else(|| ErrorCode::InvalidPicture.at(field))?;
        self.seal(media_type, bytes).map(Some)
    }

    /// Seals bytes into chunks on disk, synced.
    pub(crate) fn seal(&self, media_type: &str, bytes: &[u8]) -> Result<Sealed> {
        let mut key = [0; 32];
        self.world.random(&mut key);
        let cipher = XChaCha20Poly1305::new(&key.into());
        let mut chunks = Vec::new();
        for (index, chunk) in bytes.chunks(CHUNK).enumerate() {
            let sealed = cipher
                .encrypt(&nonce(index), Payload { msg: chunk, aad: media_type.as_bytes() })
                .map_err(|_| ErrorCode::StorageFailed)?;
            let name: [u8; 32] = Sha256::digest(&sealed).into();
            write_chunk(&chunk_path(&self.dir, &name), &sealed)?;
            chunks.extend_from_slice(&name);
        }
        let sha256 = Sha256::digest(bytes).into();
        Ok(Sealed { media_type: media_type.to_owned(), length: bytes.len(), sha256, key, chunks })
    }
}

/// The nonce of a chunk: its index, since no key seals two files.
fn nonce(index: usize) -> XNonce {
    let mut nonce = [0; 24];
    nonce[16..].copy_from_slice(&(index as u64).to_be_bytes());
    nonce.into()
}

fn write_chunk(path: &Path, sealed: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let unfinished = path.with_extension("new");
    let mut file = std::fs::File::create(&unfinished)?;
    file.write_all(sealed)?;
    file.sync_all()?;
    std::fs::rename(&unfinished, path)?;
    Ok(())
}

fn chunk_path(dir: &Path, name: &[u8]) -> PathBuf {
    let name = data_encoding::HEXLOWER.encode(name);
    dir.join(FOLDER).join(&name[..2]).join(&name[2..])
}

/// Writes the row that names a sealed file.
pub(crate) fn keep(tx: &Tx<'_>, sealed: &Sealed) -> Result<FileId> {
    let id = FileId(tx.new_id());
    tx.connection()
        .prepare_cached(
            "INSERT INTO sealed_file (id, media_type, length, sha256, file_key, chunks, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            id,
            sealed.media_type,
            sealed.length as i64,
            sealed.sha256,
            sealed.key,
            sealed.chunks,
            tx.now()
        ])?;
    Ok(id)
}

/// Opens a file in memory and checks it against its hash.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`].
pub(crate) fn open(read: &Read<'_>, id: FileId) -> Result<(String, Vec<u8>)> {
    let (media_type, length, sha256, key, chunks) = read
        .connection()
        .query_row(
            "SELECT media_type, length, sha256, file_key, chunks FROM sealed_file WHERE id = ?1",
            [id],
            |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, i64>(1)?,
                    row.get::<_, [u8; 32]>(2)?,
                    row.get::<_, [u8; 32]>(3)?,
                    row.get::<_, Vec<u8>>(4)?,
                ))
            },
        )
        .optional()?
        .ok_or(ErrorCode::NotFound)?;
    let cipher = XChaCha20Poly1305::new(&key.into());
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    for (index, name) in chunks.chunks_exact(32).enumerate() {
        let sealed = std::fs::read(chunk_path(read.store().dir(), name))?;
        let plain = cipher
            .decrypt(&nonce(index), Payload { msg: &sealed, aad: media_type.as_bytes() })
            .map_err(|_| ErrorCode::FileDamaged)?;
        bytes.extend_from_slice(&plain);
    }
    if <[u8; 32]>::from(Sha256::digest(&bytes)) == sha256 {
        Ok((media_type, bytes))
    } else {
        Err(ErrorCode::FileDamaged.into())
    }
}

/// Removes chunks that no row names: what a crash between sealing and committing left.
pub(super) fn sweep(store: &Store) -> Result<()> {
    let folder = store.dir.join(FOLDER);
    if !folder.exists() {
        return Ok(());
    }
    let named: HashSet<PathBuf> = store.with_reader(|connection| {
        let mut statement = connection.prepare("SELECT chunks FROM sealed_file")?;
        let lists =
            statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(lists
            .iter()
            .flat_map(|list| list.chunks_exact(32))
            .map(|name| chunk_path(&store.dir, name))
            .collect())
    })?;
    for shelf in std::fs::read_dir(&folder)?.filter_map(Result::ok) {
        for chunk in std::fs::read_dir(shelf.path())?.filter_map(Result::ok) {
            if !named.contains(&chunk.path()) {
                std::fs::remove_file(chunk.path())?;
            }
        }
    }
    Ok(())
}
