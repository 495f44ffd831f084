//! Taking in a record made on another computer: idempotent, on a living store as well.
//!
//! Order is the stored stamp, then the computer ([`WriteStamp`]). A server's sequence joins this order when
//! there is a server. A record that this version cannot read yet, or that changes a row which is not here yet,
//! waits whole and is tried again after every other.

use std::collections::BTreeSet;

use ed25519_dalek::VerifyingKey;
use jingtai_sync::merge::{Verdict, WriteStamp, merge};
use jingtai_sync::record::Body;
use jingtai_sync::{Change, ChangeRecord, Header, RecordHash, RowChange, Value};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql, Transaction, TransactionBehavior};

use super::schema::{Kind, Shape, Tag};
use super::{Store, derived, log, migrate, versions};
use crate::clinic;
use crate::error::{ErrorCode, Result};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// Its rows are here now.
    Now,
    /// It was here already.
    Already,
    /// Kept; its rows wait for a newer program or for another record.
    Waiting,
}

impl Store {
    /// Takes in one record.
    ///
    /// # Errors
    /// [`ErrorCode::RecordRefused`] for another clinic's, a forged, unreadable or out-of-order record;
    /// [`ErrorCode::RecordFork`] where another record stands at its place. Nothing is written then.
    pub fn apply(&self, record: &ChangeRecord) -> Result<Applied> {
        let header = record.read_header()?;
        if header.clinic != self.identity().clinic.0 {
            return Err(ErrorCode::RecordRefused.with("why", "clinic"));
        }
        let mut writer = self.writer();
        let sqlite = Transaction::new_unchecked(&writer.connection, TransactionBehavior::Immediate)?;
        if let Some(here) = log::hash_at(&sqlite, header.computer, header.incarnation, header.sequence)? {
            return if here == record.hash().0 {
                Ok(Applied::Already)
            } else {
                Err(ErrorCode::RecordFork.into())
            };
        }
        check_chain(&sqlite, &header)?;
        let body = record.read_body(&header)?;
        record.verify(&signer(&sqlite, &header, &body)?)?;

        let mut tags = BTreeSet::new();
        let can = can_apply(&sqlite, &self.shape, &header, &body)?;
        if can {
            write_rows(&sqlite, &self.shape, &header, &body, &mut tags)?;
        }
        log::append(&sqlite, record, &header, if can { log::State::Applied } else { log::State::Waiting })?;
        if can {
            self.try_waiting(&sqlite, &mut tags)?;
        }
        let mut clock = writer.clock;
        clock.observe(header.stamp.clamped(self.world.now()));
        sqlite.prepare_cached("UPDATE this_computer SET clock = ?1")?.execute([clock.last().to_i64()])?;
        let zone = clinic::zone(&sqlite)?;
        sqlite.commit()?;
        writer.clock = clock;
        drop(writer);
        if let Some(zone) = zone {
            self.set_zone(zone);
        }
        self.announce(&tags);
        Ok(if can { Applied::Now } else { Applied::Waiting })
    }

    /// Tries the waiting records until none moves.
    pub(super) fn try_waiting(&self, connection: &Connection, tags: &mut BTreeSet<Tag>) -> Result<()> {
        loop {
            let mut moved = false;
            for waiting in log::waiting(connection)? {
                let header = waiting.record.read_header()?;
                let body = waiting.record.read_body(&header)?;
                if can_apply(connection, &self.shape, &header, &body)? {
                    write_rows(connection, &self.shape, &header, &body, tags)?;
                    log::mark_applied(connection, waiting.position)?;
                    moved = true;
                }
            }
            if !moved {
                return Ok(());
            }
        }
    }
}

fn check_chain(connection: &Connection, header: &Header) -> Result<()> {
    let refused = || ErrorCode::RecordRefused.with("why", "order");
    let before = match header.sequence {
        0 => return Err(refused()),
        1 => RecordHash::NONE,
        sequence => RecordHash(
            log::hash_at(connection, header.computer, header.incarnation, sequence - 1)?
                .ok_or_else(refused)?,
        ),
    };
    if header.previous == before { Ok(()) } else { Err(refused()) }
}

/// The key a record must be signed with: that of a computer the clinic knows, or, for a computer's very first
/// words, the key that the clinic certified in this same record.
fn signer(connection: &Connection, header: &Header, body: &Body) -> Result<VerifyingKey> {
    let refused = || ErrorCode::RecordRefused.with("why", "signer");
    let known: Option<Vec<u8>> = connection
        .prepare_cached("SELECT public_key FROM computer WHERE id = ?1")?
        .query_row([header.computer], |row| row.get(0))
        .optional()?;
    let bytes = match known {
        Some(bytes) => bytes,
        None => clinic::certified_in(body, header.computer).ok_or_else(refused)?,
    };
    let bytes: [u8; 32] = bytes.try_into().map_err(|_| refused())?;
    VerifyingKey::from_bytes(&bytes).map_err(|error| refused().because(error))
}

fn can_apply(connection: &Connection, shape: &Shape, header: &Header, body: &Body) -> Result<bool> {
    if header.reads_from > migrate::SCHEMA {
        return Ok(false);
    }
    for row in &body.rows {
        let Some((_, columns)) = shape.table(&row.table) else { return Ok(false) };
        let named = match &row.change {
            Change::Insert(named) | Change::Patch(named) => Some(named),
            Change::Tombstone => None,
        };
        let known = |name: &String| columns.iter().any(|column| column.name == *name);
        if !named.into_iter().flat_map(|named| named.keys()).chain(row.key.keys()).all(known) {
            return Ok(false);
        }
        if matches!(row.change, Change::Patch(_))
            && versions::load(connection, &row.table, &versions::row_key(&row.key)?)?.is_none()
        {
            return Ok(false);
        }
    }
    Ok(true)
}

fn write_rows(
    connection: &Connection,
    shape: &Shape,
    header: &Header,
    body: &Body,
    tags: &mut BTreeSet<Tag>,
) -> Result<()> {
    let at = WriteStamp(header.stamp, header.computer);
    for row in &body.rows {
        let Some((table, _)) = shape.table(&row.table) else { continue };
        tags.extend(table.tag);
        if table.kind == Kind::Ledger {
            if let Change::Insert(columns) = &row.change {
                insert(connection, row, columns, "INSERT OR IGNORE")?;
            }
            continue;
        }
        let key = versions::row_key(&row.key)?;
        let (verdict, version) = merge(versions::load(connection, &row.table, &key)?, &row.change, at);
        match &verdict {
            Verdict::Insert(columns) => insert(connection, row, columns, "INSERT OR REPLACE")?,
            Verdict::Update(columns) if columns.is_empty() => {}
            Verdict::Update(columns) => update(connection, row, columns)?,
            Verdict::Remove => remove(connection, row)?,
            Verdict::Wait => return Err(ErrorCode::RecordRefused.with("why", "cause")),
        }
        if let Some(version) = version {
            versions::save(connection, &row.table, &key, &version)?;
        }
    }
    derived::refresh(connection, &body.rows)
}

type Columns = std::collections::BTreeMap<String, Value>;

fn insert(connection: &Connection, row: &RowChange, columns: &Columns, verb: &str) -> Result<()> {
    let all: Vec<(&String, &Value)> = row.key.iter().chain(columns).collect();
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    let places = vec!["?"; all.len()].join(", ");
    let sql = format!("{verb} INTO {} ({}) VALUES ({places})", row.table, names.join(", "));
    let values = all.iter().map(|(_, value)| Bound(value));
    connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn update(connection: &Connection, row: &RowChange, columns: &Columns) -> Result<()> {
    let sets: Vec<String> = columns.keys().map(|name| format!("{name} = ?")).collect();
    let sql = format!("UPDATE {} SET {} WHERE {}", row.table, sets.join(", "), key_condition(row));
    let values = columns.values().chain(row.key.values()).map(Bound);
    connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(values))?;
    Ok(())
}

fn remove(connection: &Connection, row: &RowChange) -> Result<()> {
    let sql = format!("DELETE FROM {} WHERE {}", row.table, key_condition(row));
    connection.prepare_cached(&sql)?.execute(rusqlite::params_from_iter(row.key.values().map(Bound)))?;
    Ok(())
}

fn key_condition(row: &RowChange) -> String {
    row.key.keys().map(|name| format!("{name} = ?")).collect::<Vec<_>>().join(" AND ")
}

/// A record's value as SQLite takes it.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self.0 {
            Value::Null => ValueRef::Null,
            Value::Integer(integer) => ValueRef::Integer(*integer),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(blob) => ValueRef::Blob(blob),
        }))
    }
}
