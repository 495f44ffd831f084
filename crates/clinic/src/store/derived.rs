//! What is derived from the shared tables, brought up to date or forgotten and made anew.

use std::collections::BTreeSet;
use std::time::Duration;

use jingtai_sync::RowChange;
use rusqlite::Connection;

use super::scope::Scope;
use super::{Store, Tag};
use crate::clients;
use crate::error::Result;
use crate::membership::spending;
use crate::{overdrafts, stock, traces, treatments};

/// How many clients are indexed in one transaction: about a fifth of a second, so that the desk can write between.
const INDEXED_AT_ONCE: u32 = 1_000;
/// How long the writer is left to others between two of them.
const PAUSE: Duration = Duration::from_millis(2);

/// Brings what is derived up to what was just written.
///
/// # Errors
/// What the disk gives.
pub(super) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    clients::search::refresh(connection, rows)?;
    stock::balance::refresh(connection, rows)?;
    treatments::unsigned::refresh(connection, rows)?;
    traces::refresh(connection, rows)?;
    overdrafts::refresh(connection, rows)?;
    spending::refresh(connection, rows)
}

/// Makes anew what is derived, but for the search index, which is filled beside the desk's work.
///
/// # Errors
/// [`crate::ErrorCode::FileDamaged`] for a signed record's text that cannot be read.
pub(super) fn rebuild(connection: &Connection) -> Result<()> {
    stock::balance::rebuild(connection)?;
    treatments::unsigned::rebuild(connection)?;
    traces::rebuild(connection)?;
    overdrafts::rebuild(connection)?;
    spending::rebuild(connection)
}

impl Store {
    /// Brings the search index up to what waits for it: the names of a long list, who came since. `progress`
    /// hears how many clients of how many are done.
    ///
    /// # Errors
    /// What the disk gives; what was done stays, and the rest waits for the next call.
    pub fn index_waiting(&self, progress: &dyn Fn(u64, u64)) -> Result<()> {
        let total = self.with_reader(clients::search::waiting)?;
        if total == 0 {
            return Ok(());
        }
        let mut done = 0;
        loop {
            if done < total {
                progress(done, total);
            }
            let writer = self.writer();
            let scope = Scope::begin(&writer)?;
            let indexed = clients::search::index_waiting(&scope, INDEXED_AT_ONCE)?;
            scope.commit()?;
            drop(writer);
            done += u64::from(indexed);
            // Fewer than were asked for: nobody waits any more.
            if indexed < INDEXED_AT_ONCE {
                break;
            }
            std::thread::sleep(PAUSE);
        }
        progress(total, total);
        self.announce(&BTreeSet::from([Tag::Clients]));
        Ok(())
    }

    /// Makes anew what is derived, but for the search index.
    ///
    /// # Errors
    /// [`crate::ErrorCode::FileDamaged`] for a signed record's text that cannot be read.
    pub fn rebuild_derived(&self) -> Result<()> {
        let writer = self.writer();
        let scope = Scope::begin(&writer)?;
        rebuild(&scope)?;
        scope.commit()
    }

    /// Rebuilds the search index from the client files.
    ///
    /// # Errors
    /// What the disk gives.
    pub fn rebuild_search(&self) -> Result<()> {
        let writer = self.writer();
        let scope = Scope::begin(&writer)?;
        clients::search::rebuild(&scope)?;
        scope.commit()?;
        sqlite_optimize(&writer.connection)
    }
}

fn sqlite_optimize(connection: &Connection) -> Result<()> {
    connection.execute("INSERT INTO client_search (client_search) VALUES ('optimize')", [])?;
    Ok(())
}
