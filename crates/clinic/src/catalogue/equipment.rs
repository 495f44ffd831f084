//! Equipment 设备: energy devices with their papers and their maintenance.

use chrono::{Months, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::history::{self, Item};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::EquipmentId;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The longest time between two maintenances, in months.
const MAINTENANCE_MAX: u32 = 120;

/// A piece of equipment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Equipment {
    /// Its id.
    pub id: EquipmentId,
    /// Its name.
    pub name: String,
    /// 生产企业.
    pub manufacturer: String,
    /// 型号.
    pub model: String,
    /// 序列号.
    pub serial_number: String,
    /// 注册证号.
    pub registration_number: String,
    /// When the registration ends.
    pub registration_expires_on: Option<NaiveDate>,
    /// 备案号.
    pub filing_number: String,
    /// When the filing ends.
    pub filing_expires_on: Option<NaiveDate>,
    /// When it was last maintained.
    pub last_maintained_on: Option<NaiveDate>,
    /// How often it must be, in months.
    pub maintenance_months: Option<u32>,
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
    /// 生产企业.
    pub manufacturer: String,
    /// 型号.
    pub model: String,
    /// 序列号.
    pub serial_number: String,
    /// 注册证号.
    pub registration_number: String,
    /// When the registration ends.
    pub registration_expires_on: Option<NaiveDate>,
    /// 备案号.
    pub filing_number: String,
    /// When the filing ends.
    pub filing_expires_on: Option<NaiveDate>,
    /// Not after today.
    pub last_maintained_on: Option<NaiveDate>,
    /// 1 to 120.
    pub maintenance_months: Option<u32>,
    /// Whether it is used.
    pub active: bool,
}

/// What stands, to be edited.
impl From<Equipment> for EquipmentInput {
    fn from(piece: Equipment) -> EquipmentInput {
        EquipmentInput {
            id: Some(piece.id),
            name: piece.name,
            manufacturer: piece.manufacturer,
            model: piece.model,
            serial_number: piece.serial_number,
            registration_number: piece.registration_number,
            registration_expires_on: piece.registration_expires_on,
            filing_number: piece.filing_number,
            filing_expires_on: piece.filing_expires_on,
            last_maintained_on: piece.last_maintained_on,
            maintenance_months: piece.maintenance_months,
            active: piece.active,
        }
    }
}

impl Equipment {
    /// When its next maintenance is due; `None` where it needs none or was never maintained.
    #[must_use]
    pub fn maintenance_due_on(&self) -> Option<NaiveDate> {
        self.last_maintained_on?.checked_add_months(Months::new(self.maintenance_months?))
    }
}

impl EquipmentInput {
    /// The piece under an id, where every field is what it must be.
    pub(super) fn checked(&self, id: EquipmentId, today: NaiveDate) -> Result<Equipment> {
        if self.last_maintained_on.is_some_and(|day| day > today) {
            return Err(ErrorCode::InvalidDate.at("lastMaintainedOn"));
        }
        let line = |field, text: &str| fields::optional(field, text, LINE_MAX);
        Ok(Equipment {
            id,
            name: fields::required("name", &self.name, NAME_MAX)?,
            manufacturer: line("manufacturer", &self.manufacturer)?,
            model: line("model", &self.model)?,
            serial_number: fields::optional("serialNumber", &self.serial_number, NAME_MAX)?,
            registration_number: line("registrationNumber", &self.registration_number)?,
            registration_expires_on: self.registration_expires_on,
            filing_number: line("filingNumber", &self.filing_number)?,
            filing_expires_on: self.filing_expires_on,
            last_maintained_on: self.last_maintained_on,
            maintenance_months: self
                .maintenance_months
                .map(|months| between("maintenanceMonths", months, 1, MAINTENANCE_MAX))
                .transpose()?,
            active: self.active,
        })
    }
}

const COLUMNS: &str =
    "id, name, manufacturer, model, serial_number, registration_number, registration_expires_on,
    filing_number, filing_expires_on, last_maintained_on, maintenance_months, active";

fn read(row: &Row<'_>) -> rusqlite::Result<Equipment> {
    Ok(Equipment {
        id: row.get(0)?,
        name: row.get(1)?,
        manufacturer: row.get(2)?,
        model: row.get(3)?,
        serial_number: row.get(4)?,
        registration_number: row.get(5)?,
        registration_expires_on: row.get(6)?,
        filing_number: row.get(7)?,
        filing_expires_on: row.get(8)?,
        last_maintained_on: row.get(9)?,
        maintenance_months: row.get(10)?,
        active: row.get(11)?,
    })
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<Equipment>> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM equipment ORDER BY active DESC, name, id"))?;
    Ok(statement.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a piece of equipment.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`] where another piece in use has the name and the serial number.
pub fn set_equipment(store: &Store, actor: &Actor, input: &EquipmentInput) -> Result<EquipmentId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let equipment = input.checked(input.id.unwrap_or_else(|| EquipmentId(tx.new_id())), tx.today())?;
        tx.detail("name", &equipment.name);
        write(tx, &equipment)?;
        Ok(equipment.id)
    })
}

/// Writes a checked piece and its history.
pub(super) fn write(tx: &Tx<'_>, equipment: &Equipment) -> Result<()> {
    let connection = tx.connection();
    let id = equipment.id;
    let taken = connection
        .prepare_cached(
            "SELECT 1 FROM equipment WHERE name = ?1 AND serial_number = ?2 AND active AND id <> ?3",
        )?
        .exists(params![equipment.name, equipment.serial_number, id])?;
    if taken && equipment.active {
        return Err(ErrorCode::NameTaken.at("serialNumber"));
    }
    let before = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM equipment WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?;
    if before.as_ref() == Some(equipment) {
        return Ok(());
    }
    connection.prepare_cached(include_str!("write_equipment.sql"))?.execute(params![
        id,
        equipment.name,
        equipment.manufacturer,
        equipment.model,
        equipment.serial_number,
        equipment.registration_number,
        equipment.registration_expires_on,
        equipment.filing_number,
        equipment.filing_expires_on,
        equipment.last_maintained_on,
        equipment.maintenance_months,
        equipment.active
    ])?;
    history::record(tx, Item::Equipment, id.0, before.as_ref(), equipment)
}
