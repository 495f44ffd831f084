//! The log of change records: their bytes as they were, in the order in which this computer took them in.

use jingtai_sync::{ChangeRecord, Header};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::Store;
use crate::error::Result;

/// Whether a record's rows are in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    Applied,
    /// For a newer schema, or for the record that bore a row it changes.
    Waiting,
}

impl State {
    fn as_str(self) -> &'static str {
        match self {
            State::Applied => "applied",
            State::Waiting => "waiting",
        }
    }
}

/// A record and its place in this computer's order.
#[derive(Clone, Debug)]
pub struct LoggedRecord {
    /// Rises with every record taken in here.
    pub position: i64,
    /// The record.
    pub record: ChangeRecord,
}

pub(super) fn append(
    connection: &Connection,
    record: &ChangeRecord,
    header: &Header,
    state: State,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO change_record
                 (computer_id, incarnation, sequence, hash, stamp, header, signature, body, state, position)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
                 (SELECT coalesce(max(position), 0) + 1 FROM change_record))",
        )?
        .execute(params![
            header.computer,
            header.incarnation,
            header.sequence as i64,
            record.hash().0,
            header.stamp.to_i64(),
            record.header,
            record.signature,
            record.body,
            state.as_str(),
        ])?;
    Ok(())
}

/// The hash that stands at a place of a chain.
pub(super) fn hash_at(
    connection: &Connection,
    computer: Uuid,
    incarnation: u32,
    sequence: u64,
) -> Result<Option<[u8; 32]>> {
    let found = connection
        .prepare_cached(
            "SELECT hash FROM change_record WHERE computer_id = ?1 AND incarnation = ?2 AND sequence = ?3",
        )?
        .query_row(params![computer, incarnation, sequence as i64], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn waiting(connection: &Connection) -> Result<Vec<LoggedRecord>> {
    let mut statement = connection.prepare_cached(
        "SELECT position, header, signature, body FROM change_record WHERE state = 'waiting' ORDER BY position",
    )?;
    Ok(statement.query_map([], read_row)?.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn mark_applied(connection: &Connection, position: i64) -> Result<()> {
    connection
        .prepare_cached("UPDATE change_record SET state = 'applied' WHERE position = ?1")?
        .execute([position])?;
    Ok(())
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<LoggedRecord> {
    let record = ChangeRecord { header: row.get(1)?, signature: row.get(2)?, body: row.get(3)? };
    Ok(LoggedRecord { position: row.get(0)?, record })
}

impl Store {
    /// Records after a position, in this computer's order, at most `limit`.
    ///
    /// # Errors
    /// What the disk gives.
    pub fn records_after(&self, position: i64, limit: u32) -> Result<Vec<LoggedRecord>> {
        self.with_reader(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT position, header, signature, body FROM change_record
                 WHERE position > ?1 ORDER BY position LIMIT ?2",
            )?;
            Ok(statement.query_map(params![position, limit], read_row)?.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// Walks every chain of the log: numbers without gaps, each record naming the hash of the one before it,
    /// bodies as promised. Returns how many records there are.
    ///
    /// # Errors
    /// [`crate::ErrorCode::RecordRefused`] at the first break.
    pub fn verify_log(&self) -> Result<u64> {
        use std::collections::HashMap;
        let mut heads: HashMap<(Uuid, u32), (u64, jingtai_sync::RecordHash)> = HashMap::new();
        let (mut after, mut count) = (0, 0);
        loop {
            let page = self.records_after(after, 500)?;
            let Some(last) = page.last() else { return Ok(count) };
            after = last.position;
            for LoggedRecord { record, .. } in page {
                let header = record.read_header()?;
                record.read_body(&header)?;
                let head = heads
                    .entry((header.computer, header.incarnation))
                    .or_insert((0, jingtai_sync::RecordHash::NONE));
                if header.sequence != head.0 + 1 || header.previous != head.1 {
                    return Err(crate::ErrorCode::RecordRefused.with("sequence", header.sequence));
                }
                *head = (header.sequence, record.hash());
                count += 1;
            }
        }
    }
}
