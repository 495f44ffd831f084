//! Suppliers, with the licence that allows them to supply.

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX};
use crate::ids::SupplierId;
use crate::store::Store;
use crate::verbs::Verb;

/// A supplier.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Supplier {
    /// Its id.
    pub id: SupplierId,
    /// Its name.
    pub name: String,
    /// 经营许可证号.
    pub licence_number: String,
    /// Until when the licence holds.
    pub licence_expires_on: Option<NaiveDate>,
    /// Whom to call.
    pub contact: String,
    /// Whether it still supplies.
    pub active: bool,
}

/// A supplier as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SupplierInput {
    /// The one that is edited; `None` for a new one.
    pub id: Option<SupplierId>,
    /// Its name.
    pub name: String,
    /// 经营许可证号.
    pub licence_number: String,
    /// Until when the licence holds.
    pub licence_expires_on: Option<NaiveDate>,
    /// Whom to call.
    pub contact: String,
    /// Whether it still supplies.
    pub active: bool,
}

/// All suppliers, those in use first.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Vec<Supplier>> {
    store.read(actor, Verb::StockRead, |read| {
        let mut statement = read.connection().prepare_cached(
            "SELECT id, name, licence_number, licence_expires_on, contact, active FROM supplier
             ORDER BY active DESC, name, id",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Supplier {
                id: row.get(0)?,
                name: row.get(1)?,
                licence_number: row.get(2)?,
                licence_expires_on: row.get(3)?,
                contact: row.get(4)?,
                active: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}

/// Writes a supplier.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`].
pub fn set(store: &Store, actor: &Actor, input: &SupplierInput) -> Result<SupplierId> {
    store.transact(actor, Verb::StockSetSupplier, |tx| {
        let name = fields::required("name", &input.name, NAME_MAX)?;
        let licence_number = fields::required("licenceNumber", &input.licence_number, LINE_MAX)?;
        let contact = fields::optional("contact", &input.contact, LINE_MAX)?;
        let id = input.id.unwrap_or_else(|| SupplierId(tx.new_id()));
        let taken = tx
            .connection()
            .prepare_cached("SELECT 1 FROM supplier WHERE name = ?1 AND active AND id <> ?2")?
            .exists(params![name, id])?;
        if taken && input.active {
            return Err(ErrorCode::NameTaken.at("name"));
        }
        tx.detail("name", &name);
        tx.connection().execute(
            "INSERT INTO supplier (id, name, licence_number, licence_expires_on, contact, active)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, licence_number = excluded.licence_number,
                 licence_expires_on = excluded.licence_expires_on, contact = excluded.contact,
                 active = excluded.active",
            params![id, name, licence_number, input.licence_expires_on, contact, input.active],
        )?;
        Ok(id)
    })
}
