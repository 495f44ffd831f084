//! Rooms 诊室.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::history::{self, Item};
use crate::actor::Actor;
use crate::error::Result;
use crate::fields;
use crate::ids::RoomId;
use crate::store::Store;
use crate::verbs::Verb;

/// A room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Room {
    /// Its id.
    pub id: RoomId,
    /// Its name.
    pub name: String,
    /// Whether it is used.
    pub active: bool,
}

/// A room as typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RoomInput {
    /// The room that is edited; `None` for a new one.
    pub id: Option<RoomId>,
    /// Its name.
    pub name: String,
    /// Whether it is used.
    pub active: bool,
}

pub(crate) fn rooms(connection: &Connection) -> Result<Vec<Room>> {
    let mut statement =
        connection.prepare_cached("SELECT id, name, active FROM room ORDER BY position, id")?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Room> {
    Ok(Room { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? })
}

/// Writes a room.
///
/// # Errors
/// By field.
pub fn set_room(store: &Store, actor: &Actor, input: &RoomInput) -> Result<RoomId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let room = Room {
            id: input.id.unwrap_or_else(|| RoomId(tx.new_id())),
            name: fields::required("name", &input.name, fields::NAME_MAX)?,
            active: input.active,
        };
        let before = tx
            .connection()
            .query_row("SELECT id, name, active FROM room WHERE id = ?1", [room.id], read)
            .optional()?;
        tx.detail("name", &room.name);
        tx.connection().execute(
            "INSERT INTO room (id, name, position, active)
             VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM room), ?3)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active",
            params![room.id, room.name, room.active],
        )?;
        history::record(tx, Item::Room, room.id.0, before.as_ref(), &room)?;
        Ok(room.id)
    })
}
