//! The encrypted file, and the only code that opens a write transaction.
//!
//! [`Store::transact`] writes rows, the audit line and one change record made from what was really written, in
//! one SQLite transaction or not at all. [`Store::apply`] takes in a record made elsewhere. [`Store::read`]
//! uses connections of its own (WAL), so that a long report never blocks the desk.
//!
//! Architecture invariant: no other module begins a transaction, and none writes the log by itself.

pub mod apply;
pub mod backup;
mod capture;
mod connection;
mod derived;
pub mod files;
pub mod keys;
mod log;
mod migrate;
mod open;
mod read;
pub mod schema;
mod scope;
mod state_hash;
mod transact;
mod versions;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use ed25519_dalek::SigningKey;
use jingtai_sync::{Clock, RecordHash};
use rusqlite::Connection;

use crate::ids::{ClinicId, ComputerId};
use crate::world::World;

pub use apply::Applied;
pub use log::LoggedRecord;
pub use migrate::SCHEMA;
pub(crate) use open::DEFAULT_ZONE;
pub use open::{Founding, draw_computer};
pub use read::Read;
pub use schema::Tag;
pub use transact::Tx;

/// The database's file name in the data folder.
pub const FILE: &str = "clinic.db";

/// Called after a commit with what changed.
type Listener = Box<dyn Fn(&BTreeSet<Tag>) + Send + Sync>;

/// One clinic's file on this computer, open.
pub struct Store {
    dir: PathBuf,
    key: keys::DatabaseKey,
    world: Arc<dyn World>,
    shape: schema::Shape,
    writer: Mutex<Writer>,
    filling: AtomicBool,
    readers: Mutex<Vec<Connection>>,
    identity: RwLock<Identity>,
    noted_reads: Mutex<read::NotedReads>,
    listeners: RwLock<Vec<Listener>>,
    _lock: std::fs::File,
}

/// The writing connection and where this computer's chain and clock stand.
struct Writer {
    connection: Connection,
    signing_key: SigningKey,
    clock: Clock,
    incarnation: u32,
    sequence: u64,
    head: RecordHash,
    /// The last millisecond in which ids were drawn here, and how many.
    ids_drawn: Option<(i64, u32)>,
    /// While a new file is filled: how many verbs the open transaction has.
    filled: Option<u32>,
}

/// Which clinic and which computer; the zone its business days are in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Identity {
    pub(crate) clinic: ClinicId,
    pub(crate) computer: ComputerId,
    pub(crate) zone: chrono_tz::Tz,
}

impl Store {
    /// The folder that holds the file, its keys, sealed files and backups.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Where time and randomness come from.
    #[must_use]
    pub fn world(&self) -> &dyn World {
        &*self.world
    }

    /// The clinic's time zone.
    #[must_use]
    pub fn zone(&self) -> chrono_tz::Tz {
        self.identity().zone
    }

    /// The business day it is now.
    #[must_use]
    pub fn today(&self) -> chrono::NaiveDate {
        business_day(self.zone(), self.world.now())
    }

    /// This computer.
    #[must_use]
    pub fn computer(&self) -> ComputerId {
        self.identity().computer
    }

    /// Calls `listener` after every commit with the tags of what changed.
    pub fn on_change(&self, listener: impl Fn(&BTreeSet<Tag>) + Send + Sync + 'static) {
        self.listeners.write().unwrap_or_else(PoisonError::into_inner).push(Box::new(listener));
    }

    pub(crate) fn identity(&self) -> Identity {
        *self.identity.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn set_zone(&self, zone: chrono_tz::Tz) {
        self.identity.write().unwrap_or_else(PoisonError::into_inner).zone = zone;
    }

    fn writer(&self) -> MutexGuard<'_, Writer> {
        // A panic inside a transaction rolled it back (`transact` and `apply` say how): the writer is whole.
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn announce(&self, tags: &BTreeSet<Tag>) {
        if tags.is_empty() {
            return;
        }
        for listener in self.listeners.read().unwrap_or_else(PoisonError::into_inner).iter() {
            listener(tags);
        }
    }
}

/// The local day of an instant.
pub(crate) fn business_day(zone: chrono_tz::Tz, millis: i64) -> chrono::NaiveDate {
    local_time(zone, millis).date()
}

/// The local date and time of an instant.
pub(crate) fn local_time(zone: chrono_tz::Tz, millis: i64) -> chrono::NaiveDateTime {
    let utc = chrono::DateTime::from_timestamp_millis(millis).unwrap_or_default();
    utc.with_timezone(&zone).naive_local()
}

/// The instant at which a local day begins.
pub(crate) fn day_start(zone: chrono_tz::Tz, day: chrono::NaiveDate) -> i64 {
    use chrono::TimeZone;
    let midnight = day.and_time(chrono::NaiveTime::MIN);
    // Where midnight is skipped by summer time, the day begins an hour later.
    zone.from_local_datetime(&midnight)
        .earliest()
        .or_else(|| zone.from_local_datetime(&(midnight + chrono::TimeDelta::hours(1))).earliest())
        .map_or_else(|| midnight.and_utc().timestamp_millis(), |time| time.timestamp_millis())
}
