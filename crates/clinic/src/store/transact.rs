//! The single way to write.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use jingtai_sync::merge::{RowVersion, WriteStamp, merge};
use jingtai_sync::{Body, Change, ChangeRecord, Header, RecordHash, RowChange, Stamp};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::schema::{Kind, Shape, Tag};
use super::scope::Scope;
use super::{Store, Writer, capture, derived, log, migrate, versions};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, StaffId};
use crate::verbs::Verb;
use crate::world::World;

/// An open write transaction with its context.
pub struct Tx<'a> {
    connection: &'a Connection,
    actor: &'a Actor,
    world: &'a dyn World,
    store: &'a Store,
    now: i64,
    audit: RefCell<AuditNote>,
    ids_drawn: Cell<u32>,
}

#[derive(Default)]
struct AuditNote {
    client: Option<ClientId>,
    detail: BTreeMap<&'static str, String>,
    always: bool,
}

impl Tx<'_> {
    /// The connection inside the transaction.
    pub(crate) fn connection(&self) -> &Connection {
        self.connection
    }

    /// The person who acts; `None` for a rule.
    pub(crate) fn staff_id(&self) -> Option<StaffId> {
        self.actor.staff_id()
    }

    /// UTC milliseconds, the same throughout the transaction.
    pub(crate) fn now(&self) -> i64 {
        self.now
    }

    /// The clinic's time zone.
    pub(crate) fn zone(&self) -> chrono_tz::Tz {
        self.store.zone()
    }

    /// The business day it is now.
    pub(crate) fn today(&self) -> chrono::NaiveDate {
        super::business_day(self.zone(), self.now)
    }

    /// The clinic, this computer.
    pub(crate) fn identity(&self) -> super::Identity {
        self.store.identity()
    }

    /// Where randomness comes from.
    pub(crate) fn world(&self) -> &dyn World {
        self.world
    }

    /// A new id, rising with time and, within its millisecond, with every id drawn: rows of a long list are
    /// written at the end of their tables, not all over them. The 26 bits after the time count (RFC 9562, 6.2).
    pub(crate) fn new_id(&self) -> Uuid {
        let mut random = [0; 10];
        self.world.random(&mut random);
        let count = self.ids_drawn.replace(self.ids_drawn.get() + 1);
        random[..2].copy_from_slice(&((count >> 14) as u16).to_be_bytes());
        random[2..4].copy_from_slice(&((count & 0x3fff) as u16).to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(self.now).unwrap_or(0), &random).into_uuid()
    }

    /// Names the client the audit line is about.
    pub(crate) fn about(&self, client: ClientId) {
        self.audit.borrow_mut().client = Some(client);
    }

    /// Leaves an audit line even where no row is written: a sign-in, a phone shown in full.
    pub(crate) fn leave_line(&self) {
        self.audit.borrow_mut().always = true;
    }

    /// Adds what happened to the audit line. Never a PIN, a key or a phone in full.
    pub(crate) fn detail(&self, name: &'static str, value: impl ToString) {
        self.audit.borrow_mut().detail.insert(name, value.to_string());
    }
}

impl Store {
    /// Runs `work` with the permission checked, and commits its rows, the audit line and one change record
    /// together, or nothing. What changed is announced after the commit, never before. A verb that wrote
    /// nothing leaves neither audit line nor record.
    ///
    /// # Errors
    /// [`ErrorCode::NotPermitted`], what `work` gives, and what the disk gives; nothing is written then.
    pub fn transact<T>(
        &self,
        actor: &Actor,
        verb: Verb,
        work: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        actor.require(verb)?;
        let mut writer = self.writer();
        let (value, tags) = self.write(&mut writer, actor, verb, work)?;
        writer.count_verb()?;
        drop(writer);
        self.announce(&tags);
        Ok(value)
    }

    fn write<T>(
        &self,
        writer: &mut Writer,
        actor: &Actor,
        verb: Verb,
        work: impl FnOnce(&Tx<'_>) -> Result<T>,
    ) -> Result<(T, BTreeSet<Tag>)> {
        // Dropped without a commit (an error, a panic), the transaction rolls back, and `writer`'s chain and
        // clock, set only after the commit, still say what the file says.
        let sqlite = Scope::begin(writer)?;
        let mut session = capture::watch(&sqlite)?;
        let now = self.world.now();
        let tx = Tx {
            connection: &sqlite,
            actor,
            world: &*self.world,
            store: self,
            now,
            audit: RefCell::default(),
            ids_drawn: Cell::new(writer.ids_drawn.filter(|(at, _)| *at == now).map_or(0, |(_, drawn)| drawn)),
        };
        let value = work(&tx)?;
        if session.is_empty() && !tx.audit.borrow().always {
            drop(session);
            // Local tables may have been written (a failed PIN, a draft).
            sqlite.commit()?;
            return Ok((value, BTreeSet::new()));
        }
        if verb != Verb::AuditFlush {
            write_audit_line(&tx, verb)?;
        }
        let captured = capture::read(&mut session, &self.shape)?;
        drop(session);
        derived::refresh(&sqlite, &captured.rows)?;

        let identity = self.identity();
        let mut clock = writer.clock;
        let at = stamp_rows(&sqlite, &self.shape, &captured.rows, identity.computer.0, |at_least| {
            clock.observe(at_least);
            clock.tick(now)
        })?;
        let header = Header {
            format: 0,
            clinic: identity.clinic.0,
            computer: identity.computer.0,
            incarnation: writer.incarnation,
            sequence: writer.sequence + 1,
            previous: writer.head,
            stamp: at,
            seen: 0,
            reads_from: migrate::READS_FROM,
            commitment: RecordHash::NONE,
        };
        let mut salt = vec![0; 32];
        self.world.random(&mut salt);
        let body = Body { salt, verb: verb.name().to_owned(), rows: captured.rows };
        let record = ChangeRecord::sign(header, &body, &writer.signing_key)?;
        let head = record.hash();
        log::append(&sqlite, &record, &record.read_header()?, log::State::Applied)?;
        save_position(&sqlite, writer.sequence + 1, head, at)?;
        let drawn = tx.ids_drawn.get();
        sqlite.commit()?;

        writer.ids_drawn = Some((now, drawn));
        writer.sequence += 1;
        writer.head = head;
        writer.clock = clock;
        Ok((value, captured.tags))
    }
}

fn write_audit_line(tx: &Tx<'_>, verb: Verb) -> Result<()> {
    let note = tx.audit.borrow();
    let detail =
        serde_json::to_string(&note.detail).map_err(|error| ErrorCode::StorageFailed.because(error))?;
    tx.connection
        .prepare_cached(
            "INSERT INTO audit_line (id, at, staff_id, verb, is_read, client_id, detail)
             VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)",
        )?
        .execute(params![tx.new_id(), tx.now, tx.staff_id(), verb.name(), note.client, detail])?;
    Ok(())
}

/// Stamps the rows just written. What a person writes here must win over what stands here, so the clock first
/// moves past the latest writing of the touched fields (only a wrong clock elsewhere can be ahead of it).
fn stamp_rows(
    connection: &Connection,
    shape: &Shape,
    rows: &[RowChange],
    computer: Uuid,
    tick: impl FnOnce(Stamp) -> Stamp,
) -> Result<Stamp> {
    let mut latest = Stamp::ZERO;
    let mut known: Vec<(&RowChange, Vec<u8>, Option<RowVersion>)> = Vec::with_capacity(rows.len());
    for row in rows {
        let is_ledger = shape.table(&row.table).is_some_and(|(table, _)| table.kind == Kind::Ledger);
        if is_ledger {
            continue;
        }
        let key = versions::row_key(&row.key)?;
        let version = versions::load(connection, &row.table, &key)?;
        if let Some(version) = &version {
            let stamps = version.fields.values().chain([&version.born]).map(|write| write.0);
            latest = stamps.fold(latest, Stamp::max);
        }
        known.push((row, key, version));
    }
    let at = tick(latest);
    for (row, key, version) in known {
        let written = WriteStamp(at, computer);
        let next = match (version, &row.change) {
            (None, Change::Insert(_)) => Some(RowVersion::born(written)),
            (version, change) => merge(version, change, written).1,
        };
        if let Some(next) = next {
            versions::save(connection, &row.table, &key, &next)?;
        }
    }
    Ok(at)
}

fn save_position(connection: &Connection, sequence: u64, head: RecordHash, clock: Stamp) -> Result<()> {
    connection
        .prepare_cached("UPDATE this_computer SET sequence = ?1, head = ?2, clock = ?3")?
        .execute(params![sequence as i64, head.0, clock.to_i64()])?;
    Ok(())
}
