//! The minimal catalogue: procedures with their standard name, specialty and minutes; rooms; equipment.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{EquipmentId, ProcedureId, RoomId};
use crate::store::Store;
use crate::verbs::Verb;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

words! {
    /// 科目.
    Specialty {
        /// 美容外科.
        Surgery = "surgery",
        /// 美容皮肤科.
        Dermatology = "dermatology",
        /// 美容牙科.
        Dentistry = "dentistry",
        /// 美容中医科.
        Tcm = "tcm",
    }
}

/// A procedure.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Procedure {
    /// Its id.
    pub id: ProcedureId,
    /// What the clinic calls it.
    pub name: String,
    /// Its name in 《医疗美容项目分级管理目录》.
    pub standard_name: String,
    /// 科目.
    pub specialty: Specialty,
    /// How long it takes.
    pub minutes: u32,
    /// How long the numbing cream needs before it; 0 for none.
    pub numbing_minutes: u32,
    /// Whether it is offered.
    pub active: bool,
}

/// A procedure as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProcedureInput {
    /// The procedure that is edited; `None` for a new one.
    pub id: Option<ProcedureId>,
    /// What the clinic calls it.
    pub name: String,
    /// Its standard name.
    pub standard_name: String,
    /// 科目.
    pub specialty: Specialty,
    /// 5 to 600.
    pub minutes: u32,
    /// 0 to 180.
    pub numbing_minutes: u32,
    /// Whether it is offered.
    pub active: bool,
}

/// A room.
#[derive(Clone, Debug, Serialize, TS)]
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

/// A piece of equipment.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Equipment {
    /// Its id.
    pub id: EquipmentId,
    /// Its name.
    pub name: String,
    /// Its serial number.
    pub serial_number: String,
    /// Whether it is used.
    pub active: bool,
}

/// A piece of equipment as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EquipmentInput {
    /// The piece that is edited; `None` for a new one.
    pub id: Option<EquipmentId>,
    /// Its name.
    pub name: String,
    /// Its serial number.
    pub serial_number: String,
    /// Whether it is used.
    pub active: bool,
}

/// Everything there is to choose from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Catalogue {
    /// By specialty and name.
    pub procedures: Vec<Procedure>,
    /// In their order.
    pub rooms: Vec<Room>,
    /// By name.
    pub equipment: Vec<Equipment>,
}

/// The whole catalogue.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Catalogue> {
    store.read(actor, Verb::CatalogueRead, |read| {
        Ok(Catalogue {
            procedures: procedures(read.connection())?,
            rooms: rooms(read.connection())?,
            equipment: equipment(read.connection())?,
        })
    })
}

fn procedures(connection: &Connection) -> Result<Vec<Procedure>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name, standard_name, specialty, minutes, numbing_minutes, active
         FROM procedure ORDER BY active DESC, specialty, name",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Procedure {
            id: row.get(0)?,
            name: row.get(1)?,
            standard_name: row.get(2)?,
            specialty: row.get(3)?,
            minutes: row.get(4)?,
            numbing_minutes: row.get(5)?,
            active: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(crate) fn rooms(connection: &Connection) -> Result<Vec<Room>> {
    let mut statement =
        connection.prepare_cached("SELECT id, name, active FROM room ORDER BY position, id")?;
    let rows = statement
        .query_map([], |row| Ok(Room { id: row.get(0)?, name: row.get(1)?, active: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn equipment(connection: &Connection) -> Result<Vec<Equipment>> {
    let mut statement = connection
        .prepare_cached("SELECT id, name, serial_number, active FROM equipment ORDER BY name, id")?;
    let rows = statement.query_map([], |row| {
        Ok(Equipment { id: row.get(0)?, name: row.get(1)?, serial_number: row.get(2)?, active: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a procedure.
///
/// # Errors
/// By field.
pub fn set_procedure(store: &Store, actor: &Actor, input: &ProcedureInput) -> Result<ProcedureId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let name = fields::required("name", &input.name, fields::NAME_MAX)?;
        let standard_name = fields::required("standardName", &input.standard_name, fields::NAME_MAX)?;
        if !(5..=600).contains(&input.minutes) {
            return Err(ErrorCode::InvalidValue.at("minutes").with("least", 5).with("most", 600));
        }
        if input.numbing_minutes > 180 {
            return Err(ErrorCode::InvalidValue.at("numbingMinutes").with("least", 0).with("most", 180));
        }
        tx.detail("name", &name);
        let id = input.id.unwrap_or_else(|| ProcedureId(tx.new_id()));
        tx.connection().execute(
            "INSERT INTO procedure (id, name, standard_name, specialty, minutes, numbing_minutes, active)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, standard_name = excluded.standard_name,
                 specialty = excluded.specialty, minutes = excluded.minutes,
                 numbing_minutes = excluded.numbing_minutes, active = excluded.active",
            params![
                id,
                name,
                standard_name,
                input.specialty,
                input.minutes,
                input.numbing_minutes,
                input.active
            ],
        )?;
        Ok(id)
    })
}

/// Writes a room.
///
/// # Errors
/// By field.
pub fn set_room(store: &Store, actor: &Actor, input: &RoomInput) -> Result<RoomId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let name = fields::required("name", &input.name, fields::NAME_MAX)?;
        tx.detail("name", &name);
        let id = input.id.unwrap_or_else(|| RoomId(tx.new_id()));
        tx.connection().execute(
            "INSERT INTO room (id, name, position, active)
             VALUES (?1, ?2, (SELECT coalesce(max(position), 0) + 1 FROM room), ?3)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, active = excluded.active",
            params![id, name, input.active],
        )?;
        Ok(id)
    })
}

/// Writes a piece of equipment.
///
/// # Errors
/// By field.
pub fn set_equipment(store: &Store, actor: &Actor, input: &EquipmentInput) -> Result<EquipmentId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let name = fields::required("name", &input.name, fields::NAME_MAX)?;
        let serial_number = fields::optional("serialNumber", &input.serial_number, fields::NAME_MAX)?;
        tx.detail("name", &name);
        let id = input.id.unwrap_or_else(|| EquipmentId(tx.new_id()));
        tx.connection().execute(
            "INSERT INTO equipment (id, name, serial_number, active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, serial_number = excluded.serial_number,
                 active = excluded.active",
            params![id, name, serial_number, input.active],
        )?;
        Ok(id)
    })
}
