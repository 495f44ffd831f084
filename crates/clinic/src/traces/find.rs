//! Signed records by doctor, procedure, equipment, product and supplier, within days.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{EquipmentId, ProcedureId, ProductId, SignedTreatmentId, StaffId, SupplierId};
use crate::store::Store;
use crate::verbs::Verb;

/// The most that are given at once.
const MOST: usize = 1_000;

/// Which records; what is `None` may be anything.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct FindTreatments {
    /// The first business day.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// Signed by whom.
    pub doctor: Option<StaffId>,
    /// What was done.
    pub procedure: Option<ProcedureId>,
    /// With which device.
    pub equipment: Option<EquipmentId>,
    /// With which product.
    pub product: Option<ProductId>,
    /// With a batch from whom.
    pub supplier: Option<SupplierId>,
}

/// A record that was found.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundTreatment {
    /// Its id.
    pub signed: SignedTreatmentId,
    /// Whose.
    pub client: ClientRef,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// What was done, by its name of that day.
    pub procedure_name: String,
    /// Who signed.
    pub doctor_name: Option<String>,
    /// The lots it used, each once.
    pub lots: Vec<String>,
    /// It was withdrawn.
    pub withdrawn: bool,
}

/// What was found.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundTreatments {
    /// The latest 1,000, the latest first.
    pub lines: Vec<FoundTreatment>,
    /// How many there are in all.
    pub total: u32,
}

/// Signed records; each client's leaves a trace.
///
/// # Errors
/// [`ErrorCode::InvalidDate`] where the last day lies before the first.
pub fn find(store: &Store, actor: &Actor, input: FindTreatments) -> Result<FoundTreatments> {
    store.read(actor, Verb::TraceFind, |read| {
        if input.to < input.from {
            return Err(ErrorCode::InvalidDate.at("to"));
        }
        let mut statement = read.connection().prepare_cached(include_str!("find.sql"))?;
        let mut lots = read.connection().prepare_cached(
            "SELECT DISTINCT lot FROM treatment_use JOIN batch ON batch.id = batch_id WHERE signed_id = ?1 ORDER BY lot",
        )?;
        let mut rows = statement.query(params![
            input.from,
            input.to,
            input.doctor,
            input.procedure,
            input.equipment,
            input.product,
            input.supplier
        ])?;
        let mut found = FoundTreatments { lines: Vec::new(), total: 0 };
        while let Some(row) = rows.next()? {
            found.total += 1;
            if found.lines.len() < MOST {
                let mut line = line(row)?;
                read.note(line.client.id);
                line.lots = lots.query_map([line.signed], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
                found.lines.push(line);
            }
        }
        Ok(found)
    })
}

fn line(row: &Row<'_>) -> rusqlite::Result<FoundTreatment> {
    Ok(FoundTreatment {
        signed: row.get(0)?,
        client: ClientRef { id: row.get(1)?, name: row.get(2)?, member_number: row.get(3)? },
        at: row.get(4)?,
        procedure_name: row.get(5)?,
        doctor_name: row.get(6)?,
        lots: Vec::new(),
        withdrawn: row.get(7)?,
    })
}
