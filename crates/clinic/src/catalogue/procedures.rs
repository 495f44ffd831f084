//! Procedures 项目.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Specialty;
use super::history::{self, Item};
use crate::actor::Actor;
use crate::amounts::{Fen, Quantity};
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::{ProcedureId, ProductId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The longest return interval, in days: ten years.
const INTERVAL_MAX: u32 = 3_650;

/// A product that a procedure usually takes, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UsualProduct {
    /// Which.
    pub product_id: ProductId,
    /// In its smallest unit.
    pub quantity: Quantity,
}

/// A procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
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
    /// 级别 of a surgical one, 1 to 4.
    pub level: Option<u8>,
    /// What it costs; `None` while it has no price.
    pub list_price: Option<Fen>,
    /// How long it takes.
    pub minutes: u32,
    /// How long the numbing cream needs before it; 0 for none.
    pub numbing_minutes: u32,
    /// After how many days its effect is about to fade.
    pub return_interval_days: Option<u32>,
    /// The consent form it needs, by name; empty for none.
    pub consent_template: String,
    /// What the client is told to mind afterwards.
    pub aftercare: String,
    /// What it usually takes.
    pub usual_products: Vec<UsualProduct>,
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
    /// 1 to 4, of 美容外科 only.
    pub level: Option<u8>,
    /// Up to ten million yuan.
    pub list_price: Option<Fen>,
    /// 5 to 600.
    pub minutes: u32,
    /// 0 to 180.
    pub numbing_minutes: u32,
    /// 1 to 3,650.
    pub return_interval_days: Option<u32>,
    /// The consent form's name.
    pub consent_template: String,
    /// Lines of text.
    pub aftercare: String,
    /// Each product once.
    pub usual_products: Vec<UsualProduct>,
    /// Whether it is offered.
    pub active: bool,
}

/// What stands, to be edited.
impl From<Procedure> for ProcedureInput {
    fn from(procedure: Procedure) -> ProcedureInput {
        ProcedureInput {
            id: Some(procedure.id),
            name: procedure.name,
            standard_name: procedure.standard_name,
            specialty: procedure.specialty,
            level: procedure.level,
            list_price: procedure.list_price,
            minutes: procedure.minutes,
            numbing_minutes: procedure.numbing_minutes,
            return_interval_days: procedure.return_interval_days,
            consent_template: procedure.consent_template,
            aftercare: procedure.aftercare,
            usual_products: procedure.usual_products,
            active: procedure.active,
        }
    }
}

impl ProcedureInput {
    /// The procedure under an id, where every field is what it must be.
    pub(super) fn checked(&self, id: ProcedureId) -> Result<Procedure> {
        let mut usual_products = self.usual_products.clone();
        usual_products.sort_unstable();
        let products: BTreeSet<ProductId> = usual_products.iter().map(|usual| usual.product_id).collect();
        if products.len() < usual_products.len() {
            return Err(ErrorCode::InvalidValue.at("usualProducts"));
        }
        for usual in &usual_products {
            between("usualProducts", usual.quantity.0, 1, Quantity::MAX.0)?;
        }
        if self.level.is_some() && self.specialty != Specialty::Surgery {
            return Err(ErrorCode::LevelOfSurgeryOnly.at("level"));
        }
        Ok(Procedure {
            id,
            name: fields::required("name", &self.name, NAME_MAX)?,
            standard_name: fields::required("standardName", &self.standard_name, NAME_MAX)?,
            specialty: self.specialty,
            level: self.level.map(|level| between("level", level, 1, 4)).transpose()?,
            list_price: self
                .list_price
                .map(|price| between("listPrice", price.0, 0, Fen::PRICE_MAX.0).map(Fen))
                .transpose()?,
            minutes: between("minutes", self.minutes, 5, 600)?,
            numbing_minutes: between("numbingMinutes", self.numbing_minutes, 0, 180)?,
            return_interval_days: self
                .return_interval_days
                .map(|days| between("returnIntervalDays", days, 1, INTERVAL_MAX))
                .transpose()?,
            consent_template: fields::optional("consentTemplate", &self.consent_template, LINE_MAX)?,
            aftercare: fields::note("aftercare", &self.aftercare)?,
            usual_products,
            active: self.active,
        })
    }
}

const COLUMNS: &str = "id, name, standard_name, specialty, level, list_price, minutes, numbing_minutes,
    return_interval_days, consent_template, aftercare, active";

fn read(row: &Row<'_>) -> rusqlite::Result<Procedure> {
    Ok(Procedure {
        id: row.get(0)?,
        name: row.get(1)?,
        standard_name: row.get(2)?,
        specialty: row.get(3)?,
        level: row.get(4)?,
        list_price: row.get(5)?,
        minutes: row.get(6)?,
        numbing_minutes: row.get(7)?,
        return_interval_days: row.get(8)?,
        consent_template: row.get(9)?,
        aftercare: row.get(10)?,
        usual_products: Vec::new(),
        active: row.get(11)?,
    })
}

pub(crate) fn all(connection: &Connection) -> Result<Vec<Procedure>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM procedure ORDER BY active DESC, specialty, name, id"
    ))?;
    let mut procedures = statement.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    for procedure in &mut procedures {
        procedure.usual_products = usual_products(connection, procedure.id)?;
    }
    Ok(procedures)
}

fn usual_products(connection: &Connection, id: ProcedureId) -> Result<Vec<UsualProduct>> {
    let mut statement = connection.prepare_cached(
        "SELECT product_id, quantity FROM procedure_product WHERE procedure_id = ?1 AND usual ORDER BY product_id",
    )?;
    let rows = statement
        .query_map([id], |row| Ok(UsualProduct { product_id: row.get(0)?, quantity: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a procedure.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`] where another one that is offered has the name.
pub fn set_procedure(store: &Store, actor: &Actor, input: &ProcedureInput) -> Result<ProcedureId> {
    store.transact(actor, Verb::CatalogueEdit, |tx| {
        let procedure = input.checked(input.id.unwrap_or_else(|| ProcedureId(tx.new_id())))?;
        tx.detail("name", &procedure.name);
        write(tx, &procedure)?;
        Ok(procedure.id)
    })
}

/// Writes a checked procedure and its history.
pub(super) fn write(tx: &Tx<'_>, procedure: &Procedure) -> Result<()> {
    let connection = tx.connection();
    let id = procedure.id;
    let taken = connection
        .prepare_cached("SELECT 1 FROM procedure WHERE name = ?1 AND active AND id <> ?2")?
        .exists(params![procedure.name, id])?;
    if taken && procedure.active {
        return Err(ErrorCode::NameTaken.at("name"));
    }
    let mut before = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM procedure WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?;
    if let Some(before) = &mut before {
        before.usual_products = usual_products(connection, id)?;
    }
    if before.as_ref() == Some(procedure) {
        return Ok(());
    }
    connection.prepare_cached(include_str!("write_procedure.sql"))?.execute(params![
        id,
        procedure.name,
        procedure.standard_name,
        procedure.specialty,
        procedure.level,
        procedure.list_price,
        procedure.minutes,
        procedure.numbing_minutes,
        procedure.return_interval_days,
        procedure.consent_template,
        procedure.aftercare,
        procedure.active
    ])?;
    for was in before.iter().flat_map(|before| &before.usual_products) {
        if !procedure.usual_products.iter().any(|usual| usual.product_id == was.product_id) {
            connection
                .prepare_cached(
                    "UPDATE procedure_product SET usual = 0 WHERE procedure_id = ?1 AND product_id = ?2",
                )?
                .execute(params![id, was.product_id])?;
        }
    }
    for usual in &procedure.usual_products {
        connection
            .prepare_cached(
                "INSERT INTO procedure_product (procedure_id, product_id, quantity, usual) VALUES (?1, ?2, ?3, 1)
                 ON CONFLICT DO UPDATE SET quantity = excluded.quantity, usual = 1",
            )?
            .execute(params![id, usual.product_id, usual.quantity])?;
    }
    history::record(tx, Item::Procedure, id.0, before.as_ref(), procedure)
}
