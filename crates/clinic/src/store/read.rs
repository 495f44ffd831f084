//! Reading, on connections of its own, with the permission checked and reads of health data noted.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::PoisonError;

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::{Store, connection};
use crate::actor::{Actor, Rule};
use crate::error::Result;
use crate::ids::{ClientId, StaffId};
use crate::verbs::Verb;

/// A reading connection with its context.
pub struct Read<'a> {
    connection: &'a Connection,
    actor: &'a Actor,
    store: &'a Store,
    verb: Verb,
    now: i64,
}

/// A read that leaves an audit line; lines are written in batches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NotedRead {
    at: i64,
    staff_id: Option<StaffId>,
    verb: Verb,
    client: ClientId,
}

/// Reads of the same file by the same person within this time leave one line.
const SAME_READ_MS: u64 = 60_000;

/// Reads on their way to the audit.
#[derive(Debug, Default)]
pub(super) struct NotedReads {
    /// When each was noted last, written or not; what is longer ago is forgotten whenever lines are written.
    recent: HashMap<(Option<StaffId>, Verb, ClientId), i64>,
    unwritten: Vec<NotedRead>,
}

impl NotedReads {
    fn note(&mut self, read: NotedRead) {
        match self.recent.entry((read.staff_id, read.verb, read.client)) {
            Entry::Occupied(before) if read.at.abs_diff(*before.get()) < SAME_READ_MS => {}
            entry => {
                entry.insert_entry(read.at);
                self.unwritten.push(read);
            }
        }
    }

    fn take(&mut self, now: i64) -> Vec<NotedRead> {
        self.recent.retain(|_, noted| now.abs_diff(*noted) < SAME_READ_MS);
        std::mem::take(&mut self.unwritten)
    }
}

impl Read<'_> {
    pub(crate) fn connection(&self) -> &Connection {
        self.connection
    }

    pub(crate) fn actor(&self) -> &Actor {
        self.actor
    }

    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    pub(crate) fn zone(&self) -> chrono_tz::Tz {
        self.store.zone()
    }

    pub(crate) fn today(&self) -> chrono::NaiveDate {
        super::business_day(self.zone(), self.now)
    }

    pub(crate) fn store(&self) -> &Store {
        self.store
    }

    /// Leaves an audit line: this client's file was read.
    pub(crate) fn note(&self, client: ClientId) {
        let noted = NotedRead { at: self.now, staff_id: self.actor.staff_id(), verb: self.verb, client };
        self.store.noted_reads.lock().unwrap_or_else(PoisonError::into_inner).note(noted);
    }
}

impl Store {
    /// Runs `work` on a reading connection with the permission checked.
    ///
    /// # Errors
    /// [`crate::ErrorCode::NotPermitted`], what `work` gives, what the disk gives.
    pub fn read<T>(&self, actor: &Actor, verb: Verb, work: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        actor.require(verb)?;
        self.with_reader(|connection| {
            // One snapshot for everything that the verb reads.
            let snapshot = Transaction::new_unchecked(connection, TransactionBehavior::Deferred)?;
            work(&Read { connection: &snapshot, actor, store: self, verb, now: self.world.now() })
        })
    }

    pub(super) fn with_reader<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.show_filled()?;
        let pooled = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let reader = match pooled {
            Some(reader) => reader,
            None => connection::reading(&self.path(), &self.key)?,
        };
        let value = work(&reader);
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(reader);
        value
    }

    /// Writes the noted reads as audit lines.
    ///
    /// # Errors
    /// What the disk gives; the lines are kept for the next try.
    pub fn flush_reads(&self) -> Result<()> {
        let now = self.world.now();
        let batch = self.noted_reads.lock().unwrap_or_else(PoisonError::into_inner).take(now);
        if batch.is_empty() {
            return Ok(());
        }
        let written = self.transact(&Actor::System(Rule::AuditWriter), Verb::AuditFlush, |tx| {
            for read in &batch {
                tx.connection()
                    .prepare_cached(
                        "INSERT INTO audit_line (id, at, staff_id, verb, is_read, client_id, detail)
                         VALUES (?1, ?2, ?3, ?4, 1, ?5, '{}')",
                    )?
                    .execute(params![tx.new_id(), read.at, read.staff_id, read.verb.name(), read.client])?;
            }
            Ok(())
        });
        if written.is_err() {
            let mut reads = self.noted_reads.lock().unwrap_or_else(PoisonError::into_inner);
            reads.unwritten.splice(0..0, batch);
        }
        written
    }
}
