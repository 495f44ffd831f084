//! Copies of the file: one a day, and one before each migration. A copy is encrypted with the same key.

use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::backup::Backup;
use serde::Serialize;
use ts_rs::TS;

use super::keys::DatabaseKey;
use super::{Store, connection};
use crate::error::{ErrorCode, Result};

const FOLDER: &str = "backups";

/// How many daily copies are kept.
const KEPT: usize = 30;

/// What the desk shows of backups.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupState {
    /// When the newest copy was finished, UTC milliseconds.
    #[ts(type = "number | null")]
    pub last_at: Option<i64>,
    /// Why the last try failed.
    pub problem: Option<ErrorCode>,
}

impl Store {
    /// Makes today's copy where there is none yet. Returns when the newest copy was finished.
    ///
    /// # Errors
    /// What the disk gives; an unfinished copy is removed.
    pub fn back_up_daily(&self) -> Result<Option<i64>> {
        let folder = self.dir.join(FOLDER);
        let copy = folder.join(daily_name(self.today()));
        if !copy.exists() {
            std::fs::create_dir_all(&folder)?;
            // A reading connection: the desk goes on writing while pages are copied.
            self.with_reader(|connection| copy_to(connection, &self.key, &copy))?;
            remove_old(&folder)?;
        }
        self.last_backup()
    }

    /// When the newest daily copy was finished, UTC milliseconds.
    ///
    /// # Errors
    /// What the disk gives.
    pub fn last_backup(&self) -> Result<Option<i64>> {
        let newest = daily_copies(&self.dir.join(FOLDER))?.pop();
        let Some(newest) = newest else { return Ok(None) };
        let written = std::fs::metadata(newest)?.modified()?;
        Ok(written.duration_since(std::time::UNIX_EPOCH).ok().map(|since| since.as_millis() as i64))
    }
}

/// Copies the file before migrations change it.
pub(super) fn before_migration(
    dir: &Path,
    connection: &Connection,
    key: &DatabaseKey,
    schema: u32,
    now: i64,
) -> Result<()> {
    let folder = dir.join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    copy_to(connection, key, &folder.join(format!("before-schema-{}-{now}.db", schema + 1)))
}

/// Copies under a temporary name, then renames: what carries the name is whole.
fn copy_to(source: &Connection, key: &DatabaseKey, path: &Path) -> Result<()> {
    let unfinished = path.with_extension("unfinished");
    let _ = std::fs::remove_file(&unfinished);
    let copied = (|| {
        let mut target = connection::keyed(Connection::open(&unfinished)?, key)?;
        {
            let backup = Backup::new(source, &mut target)?;
            backup.run_to_completion(1_000, Duration::from_millis(2), None)?;
        }
        target.close().map_err(|(_, error)| error)?;
        std::fs::File::open(&unfinished)?.sync_all()?;
        std::fs::rename(&unfinished, path)?;
        Ok(())
    })();
    if copied.is_err() {
        let _ = std::fs::remove_file(&unfinished);
    }
    copied
}

fn daily_name(day: NaiveDate) -> String {
    format!("clinic-{day}.db")
}

/// Oldest first.
fn daily_copies(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let is_daily = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix("clinic-")
            .and_then(|rest| rest.strip_suffix(".db"))
            .is_some_and(|day| day.parse::<NaiveDate>().is_ok())
    };
    let mut copies: Vec<PathBuf> =
        std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).filter(is_daily).collect();
    copies.sort();
    Ok(copies)
}

fn remove_old(folder: &Path) -> Result<()> {
    let copies = daily_copies(folder)?;
    for old in copies.iter().rev().skip(KEPT) {
        std::fs::remove_file(old)?;
    }
    Ok(())
}
