//! What a doctor is registered for (主诊医师: filed per specialty) and permitted to do.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::catalogue::Specialty;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ProcedureId, RegistrationId, StaffId};
use crate::store::Store;
use crate::verbs::Verb;

/// A registration for a specialty.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Registration {
    /// Its id.
    pub id: RegistrationId,
    /// For what.
    pub specialty: Specialty,
    /// 医师资格证书编号.
    pub title_number: String,
    /// 医师执业证书编号.
    pub practice_number: String,
    /// When it was filed.
    pub filed_on: NaiveDate,
    /// The last day it holds; `None` where it has no end.
    pub expires_on: Option<NaiveDate>,
}

/// A registration as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegistrationInput {
    /// The doctor.
    pub staff_id: StaffId,
    /// For what.
    pub specialty: Specialty,
    /// 医师资格证书编号.
    pub title_number: String,
    /// 医师执业证书编号.
    pub practice_number: String,
    /// When it was filed.
    pub filed_on: NaiveDate,
    /// The last day it holds.
    pub expires_on: Option<NaiveDate>,
}

/// A registration that no longer holds.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EndRegistration {
    /// Which.
    pub id: RegistrationId,
    /// Why.
    pub reason: String,
}

/// What a doctor is permitted to do, whole.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PermitProcedures {
    /// The doctor.
    pub staff_id: StaffId,
    /// All procedures permitted from now on.
    pub procedure_ids: Vec<ProcedureId>,
}

/// Writes down a registration.
///
/// # Errors
/// By field; [`ErrorCode::EndBeforeStart`].
pub fn register(store: &Store, actor: &Actor, input: &RegistrationInput) -> Result<RegistrationId> {
    store.transact(actor, Verb::StaffRegister, |tx| {
        let title = fields::required("titleNumber", &input.title_number, fields::NAME_MAX)?;
        let practice = fields::required("practiceNumber", &input.practice_number, fields::NAME_MAX)?;
        if input.expires_on.is_some_and(|end| end <= input.filed_on) {
            return Err(ErrorCode::EndBeforeStart.at("expiresOn"));
        }
        let name: Option<String> = tx
            .connection()
            .query_row("SELECT name FROM staff WHERE id = ?1", [input.staff_id], |row| row.get(0))
            .optional()?;
        tx.detail("name", name.ok_or_else(|| ErrorCode::NotFound.at("staffId"))?);
        tx.detail("specialty", input.specialty.as_str());
        let id = RegistrationId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO doctor_registration
                 (id, staff_id, specialty, title_number, practice_number, filed_on, expires_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                id,
                input.staff_id,
                input.specialty,
                title,
                practice,
                input.filed_on.to_string(),
                input.expires_on.map(|day| day.to_string())
            ],
        )?;
        Ok(id)
    })
}

/// Ends a registration; it stays readable.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::NotFound`].
pub fn end_registration(store: &Store, actor: &Actor, input: &EndRegistration) -> Result<()> {
    store.transact(actor, Verb::StaffEndRegistration, |tx| {
        let reason = fields::reason(&input.reason)?;
        tx.detail("reason", &reason);
        let changed = tx.connection().execute(
            "UPDATE doctor_registration SET ended_at = ?2, ended_reason = ?3 WHERE id = ?1 AND ended_at IS NULL",
            params![input.id, tx.now(), reason],
        )?;
        if changed == 0 { Err(ErrorCode::NotFound.into()) } else { Ok(()) }
    })
}

/// Sets what a doctor is permitted to do.
///
/// # Errors
/// What the disk gives.
pub fn permit_procedures(store: &Store, actor: &Actor, input: &PermitProcedures) -> Result<()> {
    store.transact(actor, Verb::StaffPermitProcedures, |tx| {
        let wanted: BTreeSet<ProcedureId> = input.procedure_ids.iter().copied().collect();
        let held: BTreeSet<ProcedureId> = permitted(tx.connection(), input.staff_id)?.into_iter().collect();
        for procedure in wanted.symmetric_difference(&held) {
            tx.connection().execute(
                "INSERT INTO doctor_procedure (staff_id, procedure_id, permitted) VALUES (?1, ?2, ?3)
                 ON CONFLICT (staff_id, procedure_id) DO UPDATE SET permitted = excluded.permitted",
                params![input.staff_id, procedure, wanted.contains(procedure)],
            )?;
        }
        Ok(())
    })
}

pub(super) fn of(connection: &Connection, staff: StaffId) -> Result<Vec<Registration>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, specialty, title_number, practice_number, filed_on, expires_on
         FROM doctor_registration WHERE staff_id = ?1 AND ended_at IS NULL ORDER BY filed_on, id",
    )?;
    let rows = statement.query_map([staff], |row| {
        let filed_on: String = row.get(4)?;
        let expires_on: Option<String> = row.get(5)?;
        Ok(Registration {
            id: row.get(0)?,
            specialty: row.get(1)?,
            title_number: row.get(2)?,
            practice_number: row.get(3)?,
            filed_on: filed_on.parse().unwrap_or_default(),
            expires_on: expires_on.and_then(|day| day.parse().ok()),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The specialties for which a doctor is registered on a day.
pub(crate) fn registered_for(
    connection: &Connection,
    staff: StaffId,
    on: NaiveDate,
) -> Result<BTreeSet<Specialty>> {
    let holds = |registration: &Registration| {
        registration.filed_on <= on && registration.expires_on.is_none_or(|end| end >= on)
    };
    Ok(of(connection, staff)?.iter().filter(|held| holds(held)).map(|held| held.specialty).collect())
}

pub(super) fn permitted(connection: &Connection, staff: StaffId) -> Result<Vec<ProcedureId>> {
    let mut statement = connection
        .prepare_cached("SELECT procedure_id FROM doctor_procedure WHERE staff_id = ?1 AND permitted")?;
    Ok(statement.query_map([staff], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
