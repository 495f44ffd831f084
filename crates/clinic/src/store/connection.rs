//! One connection to the encrypted file, set up the same way everywhere.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::keys::DatabaseKey;
use crate::error::{ErrorCode, Result};

/// The writing connection; makes the file where there is none.
pub(super) fn writing(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(Connection::open_with_flags(path, flags)?, key)?;
    // FULL: a record that another computer has seen must survive a power cut, or this chain forks.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = OFF;
         PRAGMA secure_delete = OFF;
         PRAGMA wal_autocheckpoint = 2000;
         PRAGMA cache_size = -65536;",
    )?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// A reading connection of the same file.
pub(super) fn reading(path: &Path, key: &DatabaseKey) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(Connection::open_with_flags(path, flags)?, key)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -16384;")?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(connection)
}

/// Gives the raw key (no derivation rounds a connection) and reads the first page with it.
pub(super) fn keyed(connection: Connection, key: &DatabaseKey) -> Result<Connection> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.execute_batch(&key.pragma())?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(
        |error| match error.sqlite_error_code() {
            Some(rusqlite::ffi::ErrorCode::NotADatabase) => ErrorCode::FileDamaged.because(error),
            _ => error.into(),
        },
    )?;
    Ok(connection)
}
