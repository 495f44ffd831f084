//! The record is made from what was really written: SQLite's session extension says which rows and columns.

use std::collections::{BTreeMap, BTreeSet};

use jingtai_sync::{Change, RowChange, Value};
use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::Session;
use rusqlite::types::ValueRef;

use super::schema::{Kind, Shape, Tag, is_recorded};
use crate::error::{ErrorCode, Result};

/// Watches the shared tables of a connection, each from the first row on that is written to it: of so many tables an action
/// writes a few. The others are left out, or the search index would be recorded.
pub(super) fn watch(connection: &Connection) -> Result<Session<'_>> {
    let mut session = Session::new(connection)?;
    session.table_filter(Some(is_recorded));
    session.attach(None::<&str>)?;
    Ok(session)
}

/// What was written since [`watch`].
pub(super) struct Captured {
    pub(super) rows: Vec<RowChange>,
    pub(super) tags: BTreeSet<Tag>,
}

/// Reads the session.
///
/// # Errors
/// [`ErrorCode::StorageFailed`] where a row of a ledger was changed or removed: that is a bug, and the
/// transaction must not commit.
pub(super) fn read(session: &mut Session<'_>, shape: &Shape) -> Result<Captured> {
    let mut captured = Captured { rows: Vec::new(), tags: BTreeSet::new() };
    let changeset = session.changeset()?;
    let mut items = changeset.iter()?;
    while let Some(item) = items.next()? {
        let operation = item.op()?;
        let (table, columns) = shape
            .table(operation.table_name())
            .ok_or_else(|| ErrorCode::StorageFailed.with("table", operation.table_name()))?;
        let action = operation.code();
        if table.kind == Kind::Ledger && action != Action::SQLITE_INSERT {
            return Err(ErrorCode::StorageFailed.with("ledger", table.name));
        }
        let mut key = BTreeMap::new();
        let mut rest = BTreeMap::new();
        for (index, column) in columns.iter().enumerate() {
            let value = match action {
                Action::SQLITE_INSERT => item.new_value(index),
                _ if column.in_key => item.old_value(index),
                Action::SQLITE_UPDATE => match item.new_value(index) {
                    // An update names only the columns whose value changed.
                    Err(rusqlite::Error::InvalidColumnIndex(_)) => continue,
                    value => value,
                },
                _ => continue,
            };
            let place = if column.in_key { &mut key } else { &mut rest };
            place.insert(column.name.clone(), owned(value?)?);
        }
        let change = match action {
            Action::SQLITE_INSERT => Change::Insert(rest),
            Action::SQLITE_UPDATE => Change::Patch(rest),
            _ => Change::Tombstone,
        };
        captured.tags.extend(table.tag);
        captured.rows.push(RowChange { table: table.name.to_owned(), key, change });
    }
    // SQLite gives them in no order. In that of their keys they are found again and written where the last was.
    captured.rows.sort_unstable_by(|one, other| (&one.table, &one.key).cmp(&(&other.table, &other.key)));
    Ok(captured)
}

fn owned(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(integer) => Value::Integer(integer),
        ValueRef::Text(text) => Value::Text(
            std::str::from_utf8(text).map_err(|error| ErrorCode::StorageFailed.because(error))?.to_owned(),
        ),
        ValueRef::Blob(blob) => Value::Blob(blob.to_vec()),
        // No column is REAL: amounts are fen, quantities are the product's smallest unit.
        ValueRef::Real(_) => return Err(ErrorCode::StorageFailed.with("value", "real")),
    })
}
