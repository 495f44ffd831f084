//! A complaint or an adverse reaction written down as the client told it.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ComplaintKind;
use crate::actor::Actor;
use crate::clients::{self, Severity};
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, ComplaintId, SignedTreatmentId, StaffId};
use crate::store::{Store, Tx, day_start};
use crate::verbs::Verb;

/// What a client told.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakeComplaint {
    /// What it is.
    pub kind: ComplaintKind,
    /// Who told it.
    pub client: ClientId,
    /// After which treatment, where that is known.
    pub signed: Option<SignedTreatmentId>,
    /// How bad it is.
    pub severity: Severity,
    /// In the client's words.
    pub text: String,
    /// The day on which it began; not after today.
    pub began_on: Option<NaiveDate>,
    /// When the client told it, UTC milliseconds; the time for the answer runs from here. `None`: now.
    #[ts(type = "number | null")]
    pub told_at: Option<i64>,
    /// Who sees to it.
    pub responsible: Option<StaffId>,
}

/// Whose treatments.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TreatmentsOf {
    /// The client.
    pub client: ClientId,
}

/// A treatment that a complaint may be about.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComplaintTreatment {
    /// The signed record.
    pub signed: SignedTreatmentId,
    /// The day.
    pub day: NaiveDate,
    /// What was done, by its name of that day.
    pub procedure_name: String,
    /// Who signed.
    pub doctor_name: Option<String>,
}

/// Writes down what a client told.
///
/// # Errors
/// By field: [`ErrorCode::Required`], [`ErrorCode::TooLong`], [`ErrorCode::InvalidDate`] for what lies ahead,
/// [`ErrorCode::NotFound`] for a client, a person or a treatment that is not there or is another client's.
pub fn take(store: &Store, actor: &Actor, input: &TakeComplaint) -> Result<ComplaintId> {
    store.transact(actor, Verb::ComplaintTake, |tx| {
        tx.about(input.client);
        let text = required_note("text", &input.text)?;
        if input.began_on.is_some_and(|day| day > tx.today()) {
            return Err(ErrorCode::InvalidDate.at("beganOn"));
        }
        let told_at = input.told_at.unwrap_or(tx.now());
        let earliest = input.began_on.map_or(0, |day| day_start(tx.zone(), day));
        if told_at > tx.now() || told_at < earliest {
            return Err(ErrorCode::InvalidDate.at("toldAt"));
        }
        clients::require(tx.connection(), input.client)?;
        if let Some(signed) = input.signed {
            require_treatment(tx, input.client, signed)?;
        }
        if let Some(person) = input.responsible {
            require_person(tx, "responsible", person)?;
        }
        let id = ComplaintId(tx.new_id());
        tx.detail("kind", input.kind.as_str());
        tx.detail("severity", input.severity.as_str());
        tx.connection().execute(
            "INSERT INTO complaint
                 (id, kind, client_id, signed_id, severity, text, began_on, told_at, responsible_id, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                input.kind,
                input.client,
                input.signed,
                input.severity,
                text,
                input.began_on,
                told_at,
                input.responsible,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    })
}

/// A client's signed treatments, the latest first, to say which one a complaint is about; the read leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn treatments_of(store: &Store, actor: &Actor, input: TreatmentsOf) -> Result<Vec<ComplaintTreatment>> {
    store.read(actor, Verb::ComplaintRead, |read| {
        read.note(input.client);
        let mut treatments = Vec::new();
        for client in clients::family(read.connection(), input.client)? {
            let mut statement = read.connection().prepare_cached(
                "SELECT s.id, business_day, json_extract(text, '$.procedure.name'), staff.name
                 FROM signed_treatment AS s LEFT JOIN staff ON staff.id = doctor_id
                 WHERE client_id = ?1 AND NOT EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = s.id)",
            )?;
            let rows = statement.query_map([client], |row| {
                Ok(ComplaintTreatment {
                    signed: row.get(0)?,
                    day: row.get(1)?,
                    procedure_name: row.get(2)?,
                    doctor_name: row.get(3)?,
                })
            })?;
            treatments.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        treatments
            .sort_by_key(|treatment: &ComplaintTreatment| std::cmp::Reverse((treatment.day, treatment.signed)));
        Ok(treatments)
    })
}

/// A text of several lines that must not be empty.
pub(super) fn required_note(field: &'static str, typed: &str) -> Result<String> {
    let text = fields::note(field, typed)?;
    if text.is_empty() { Err(ErrorCode::Required.at(field)) } else { Ok(text) }
}

/// A treatment of this client, in whichever of the joined files it stands.
pub(super) fn require_treatment(tx: &Tx<'_>, client: ClientId, signed: SignedTreatmentId) -> Result<()> {
    let treated: Option<ClientId> = tx
        .connection()
        .prepare_cached("SELECT client_id FROM signed_treatment WHERE id = ?1")?
        .query_row([signed], |row| row.get(0))
        .optional()?;
    let family = clients::family(tx.connection(), client)?;
    match treated {
        Some(treated) if family.contains(&treated) => Ok(()),
        _ => Err(ErrorCode::NotFound.at("signed")),
    }
}

pub(super) fn require_person(tx: &Tx<'_>, field: &'static str, person: StaffId) -> Result<()> {
    let works =
        tx.connection().prepare_cached("SELECT 1 FROM staff WHERE id = ?1 AND active")?.exists([person])?;
    if works { Ok(()) } else { Err(ErrorCode::NotFound.at(field)) }
}
