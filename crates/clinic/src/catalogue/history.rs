//! Who changed which field of the catalogue, from what to what, when.

use std::collections::BTreeMap;

use rusqlite::params;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::actor::Actor;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::ids::CatalogueEditId;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// What of the catalogue.
    Item {
        /// A procedure.
        Procedure = "procedure",
        /// A product.
        Product = "product",
        /// A piece of equipment.
        Equipment = "equipment",
        /// A room.
        Room = "room",
    }
}

/// A field's change. The values are as the item itself has them; `null` before an item was there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// What stood there.
    #[ts(type = "unknown")]
    pub before: Value,
    /// What stands there since.
    #[ts(type = "unknown")]
    pub after: Value,
}

/// One edit.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CatalogueEdit {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who; `None` for a rule of the system.
    pub by: Option<String>,
    /// Which fields.
    pub changes: Vec<FieldChange>,
}

/// Whose history.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct HistoryOf {
    /// What it is.
    pub item: Item,
    /// Which.
    pub id: Uuid,
}

/// The fields that differ, by name; everything where nothing was before.
pub(super) fn differences<T: Serialize>(before: Option<&T>, after: &T) -> Result<Vec<FieldChange>> {
    let fields = |item: &T| match serde_json::to_value(item) {
        Ok(Value::Object(fields)) => Ok(fields),
        Ok(_) => Err(ErrorCode::StorageFailed.into()),
        Err(error) => Err(ErrorCode::StorageFailed.because(error)),
    };
    let mut before = before.map(fields).transpose()?.unwrap_or_default();
    let mut changes = Vec::new();
    for (field, after) in fields(after)? {
        let before = before.remove(&field).unwrap_or_default();
        if field != "id" && before != after {
            changes.push(FieldChange { field, before, after });
        }
    }
    Ok(changes)
}

/// Adds an edit to the history; nothing where nothing changed.
pub(super) fn record<T: Serialize>(
    tx: &Tx<'_>,
    item: Item,
    id: Uuid,
    before: Option<&T>,
    after: &T,
) -> Result<()> {
    let changes = differences(before, after)?;
    if changes.is_empty() {
        return Ok(());
    }
    let changes: BTreeMap<&str, [&Value; 2]> =
        changes.iter().map(|change| (change.field.as_str(), [&change.before, &change.after])).collect();
    let text = serde_json::to_string(&changes).map_err(|error| ErrorCode::StorageFailed.because(error))?;
    tx.connection()
        .prepare_cached(
            "INSERT INTO catalogue_edit (id, item, item_id, at, staff_id, changes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![CatalogueEditId(tx.new_id()), item, id, tx.now(), tx.staff_id(), text])?;
    Ok(())
}

/// An item's edits, the latest first.
///
/// # Errors
/// What the disk gives.
pub fn history(store: &Store, actor: &Actor, input: HistoryOf) -> Result<Vec<CatalogueEdit>> {
    store.read(actor, Verb::CatalogueRead, |read| {
        let mut statement = read.connection().prepare_cached(
            "SELECT at, staff.name, changes FROM catalogue_edit LEFT JOIN staff ON staff.id = staff_id
             WHERE item_id = ?1 AND item = ?2 ORDER BY at DESC, catalogue_edit.id DESC",
        )?;
        let rows = statement.query_map(params![input.id, input.item], |row| {
            let changes: String = row.get(2)?;
            let changes: BTreeMap<String, [Value; 2]> = serde_json::from_str(&changes).map_err(|error| {
                rusqlite::Error::FromSqlConversionFailure(2, rusqlite::types::Type::Text, error.into())
            })?;
            let changes = changes
                .into_iter()
                .map(|(field, [before, after])| FieldChange { field, before, after })
                .collect();
            Ok(CatalogueEdit { at: row.get(0)?, by: row.get(1)?, changes })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
