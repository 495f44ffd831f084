//! What a verb writes in: a transaction of its own, or, while a new file is filled, a savepoint in one that many
//! verbs share.
//!
//! Sharing loses nothing: a file being filled is not in its place yet, and a crash leaves no clinic.

use std::ops::Deref;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

use rusqlite::Connection;

use super::{Store, Writer};
use crate::error::Result;

/// How many verbs share a transaction while a new file is filled.
const VERBS_A_COMMIT: u32 = 200;

/// Dropped without [`Scope::commit`] (an error, a panic), all written in it is taken back.
pub(super) struct Scope<'c> {
    connection: &'c Connection,
    is_savepoint: bool,
    open: bool,
}

impl<'c> Scope<'c> {
    pub(super) fn begin(writer: &'c Writer) -> Result<Scope<'c>> {
        let connection = &writer.connection;
        let is_savepoint = writer.filled.is_some();
        run(connection, if is_savepoint { "SAVEPOINT verb" } else { "BEGIN IMMEDIATE" })?;
        Ok(Scope { connection, is_savepoint, open: true })
    }

    pub(super) fn commit(mut self) -> Result<()> {
        run(self.connection, if self.is_savepoint { "RELEASE verb" } else { "COMMIT" })?;
        self.open = false;
        Ok(())
    }
}

impl Deref for Scope<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection
    }
}

impl Drop for Scope<'_> {
    fn drop(&mut self) {
        if !self.open {
            return;
        }
        // A full disk may have ended the transaction already.
        let undone = if self.connection.is_autocommit() {
            Ok(())
        } else if self.is_savepoint {
            run(self.connection, "ROLLBACK TO verb").and_then(|()| run(self.connection, "RELEASE verb"))
        } else {
            run(self.connection, "ROLLBACK")
        };
        if let Err(error) = undone {
            tracing::error!(%error, "what was written could not be taken back");
        }
    }
}

fn run(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}

impl Store {
    /// From now on verbs share transactions, and none waits for the disk.
    pub(super) fn begin_filling(&self) -> Result<()> {
        let mut writer = self.writer();
        writer.connection.execute_batch("PRAGMA synchronous = OFF; BEGIN IMMEDIATE;")?;
        writer.filled = Some(0);
        self.filling.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Commits what is open; verbs have transactions of their own again, and each waits for the disk.
    pub(super) fn end_filling(&self) -> Result<()> {
        let mut writer = self.writer();
        writer.connection.execute_batch("COMMIT; PRAGMA synchronous = FULL;")?;
        writer.filled = None;
        self.filling.store(false, Ordering::Relaxed);
        Ok(())
    }

    /// Lets a reader see what verbs wrote into a transaction that is still open.
    pub(super) fn show_filled(&self) -> Result<()> {
        if self.filling.load(Ordering::Relaxed) {
            let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
            writer.share_anew()?;
        }
        Ok(())
    }
}

impl Writer {
    /// Counts a verb; those that share a transaction are committed together now and then.
    pub(super) fn count_verb(&mut self) -> Result<()> {
        match &mut self.filled {
            Some(verbs) if *verbs + 1 >= VERBS_A_COMMIT => self.share_anew(),
            Some(verbs) => {
                *verbs += 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn share_anew(&mut self) -> Result<()> {
        self.connection.execute_batch("COMMIT; BEGIN IMMEDIATE;")?;
        self.filled = Some(0);
        Ok(())
    }
}
