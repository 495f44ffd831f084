//! Signed records as they are read: the text as it was signed, its hash compared, and what stands beside it.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::amend;
use super::sign::SignedText;
use super::types::{BatchTotal, TreatmentBody, totals};
use crate::actor::Actor;
use crate::catalogue::history::FieldChange;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, SignedTreatmentId, StaffId};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// An amendment.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Amendment {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
    /// What was, and what is said instead.
    pub changes: Vec<FieldChange>,
}

/// A withdrawal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Withdrawal {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
    /// Why.
    pub reason: String,
}

/// What a doctor went on in spite of.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverrideLine {
    /// Which obstacle.
    pub code: String,
    /// About what.
    pub detail: String,
    /// Why.
    pub reason: String,
    /// Whether an owner has seen it.
    pub seen: bool,
}

/// A signed record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedTreatment {
    /// Its id.
    pub id: SignedTreatmentId,
    /// The text as it was signed.
    pub text: SignedText,
    /// What it used of each batch.
    pub totals: Vec<BatchTotal>,
    /// The hash over the text, in hexadecimal.
    pub sha256: String,
    /// Whether the text still has that hash.
    pub whole: bool,
    /// In the order of time.
    pub amendments: Vec<Amendment>,
    /// What it says with every amendment.
    pub amended: TreatmentBody,
    /// It was withdrawn.
    pub withdrawal: Option<Withdrawal>,
    /// What the doctor went on in spite of.
    pub overrides: Vec<OverrideLine>,
}

/// Which signed record.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfSigned {
    /// Its id.
    pub id: SignedTreatmentId,
}

/// Whose signed records.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SignedOf {
    /// The client.
    pub client: ClientId,
}

/// A signed record; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`] for a text that cannot be read.
pub fn open(store: &Store, actor: &Actor, input: OfSigned) -> Result<SignedTreatment> {
    store.read(actor, Verb::TreatmentRead, |read| {
        let signed = load(read.connection(), input.id)?;
        read.note(signed.text.client.id);
        Ok(signed)
    })
}

/// A client's signed records, the latest first; the read leaves a trace.
///
/// # Errors
/// As [`open`].
pub fn of_client(store: &Store, actor: &Actor, input: SignedOf) -> Result<Vec<SignedTreatment>> {
    store.read(actor, Verb::TreatmentRead, |read: &Read<'_>| {
        read.note(input.client);
        let mut signed = Vec::new();
        for client in clients::family(read.connection(), input.client)? {
            let mut statement = read.connection().prepare_cached(
                "SELECT id FROM signed_treatment WHERE client_id = ?1 ORDER BY at DESC, id DESC",
            )?;
            let ids =
                statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
            for id in ids {
                signed.push(load(read.connection(), id)?);
            }
        }
        signed.sort_by_key(|signed: &SignedTreatment| std::cmp::Reverse((signed.text.signed_at, signed.id)));
        Ok(signed)
    })
}

fn load(connection: &Connection, id: SignedTreatmentId) -> Result<SignedTreatment> {
    let (written, sha256) = row(connection, id)?;
    let text = read_text(&written)?;
    let amendments = amendments(connection, id)?;
    let mut amended = text.body.clone();
    for amendment in &amendments {
        amend::apply(&mut amended, &amendment.changes);
    }
    let withdrawal = connection
        .prepare_cached(
            "SELECT at, staff.name, reason FROM treatment_withdrawal LEFT JOIN staff ON staff.id = by
             WHERE signed_id = ?1 ORDER BY at LIMIT 1",
        )?
        .query_row([id], |row| Ok(Withdrawal { at: row.get(0)?, by: row.get(1)?, reason: row.get(2)? }))
        .optional()?;
    Ok(SignedTreatment {
        id,
        totals: totals(&text.body),
        whole: <[u8; 32]>::from(Sha256::digest(&written)) == sha256,
        sha256: data_encoding::HEXLOWER.encode(&sha256),
        text,
        amendments,
        amended,
        withdrawal,
        overrides: overrides(connection, id)?,
    })
}

fn row(connection: &Connection, id: SignedTreatmentId) -> Result<(String, [u8; 32])> {
    connection
        .prepare_cached("SELECT text, sha256 FROM signed_treatment WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("id"))
}

pub(crate) fn read_text(written: &str) -> Result<SignedText> {
    serde_json::from_str(written).map_err(|error| ErrorCode::FileDamaged.because(error))
}

pub(crate) fn amendments(connection: &Connection, id: SignedTreatmentId) -> Result<Vec<Amendment>> {
    let mut statement = connection.prepare_cached(
        "SELECT at, staff.name, reason, changes FROM treatment_amendment LEFT JOIN staff ON staff.id = by
         WHERE signed_id = ?1 ORDER BY at, treatment_amendment.id",
    )?;
    let rows = statement.query_map([id], |row| {
        let changes: String = row.get(3)?;
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, changes))
    })?;
    let mut amendments = Vec::new();
    for row in rows {
        let (at, by, reason, changes) = row?;
        let changes =
            serde_json::from_str(&changes).map_err(|error| ErrorCode::FileDamaged.because(error))?;
        amendments.push(Amendment { at, by, reason, changes });
    }
    Ok(amendments)
}

fn overrides(connection: &Connection, id: SignedTreatmentId) -> Result<Vec<OverrideLine>> {
    let mut statement = connection.prepare_cached(
        "SELECT code, detail, reason, EXISTS (SELECT 1 FROM override_seen WHERE override_id = treatment_override.id)
         FROM treatment_override WHERE signed_id = ?1 ORDER BY id",
    )?;
    let rows = statement.query_map(params![id], |row| {
        Ok(OverrideLine { code: row.get(0)?, detail: row.get(1)?, reason: row.get(2)?, seen: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a record says with every amendment.
pub(super) fn amended(connection: &Connection, id: SignedTreatmentId) -> Result<TreatmentBody> {
    let mut body = read_text(&row(connection, id)?.0)?.body;
    for amendment in amendments(connection, id)? {
        amend::apply(&mut body, &amendment.changes);
    }
    Ok(body)
}

/// Whose record it is, unless it was withdrawn.
pub(super) fn require_standing(connection: &Connection, id: SignedTreatmentId) -> Result<ClientId> {
    let found: Option<(ClientId, bool)> = connection
        .prepare_cached(
            "SELECT client_id, EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = signed_treatment.id)
             FROM signed_treatment WHERE id = ?1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        None => Err(ErrorCode::NotFound.at("id")),
        Some((_, true)) => Err(ErrorCode::TreatmentWithdrawn.at("id")),
        Some((client, false)) => Ok(client),
    }
}

/// The doctor who signed a record, once somebody has.
pub(super) fn signer(
    connection: &Connection,
    treatment: crate::ids::TreatmentId,
) -> Result<Option<(SignedTreatmentId, StaffId)>> {
    Ok(connection
        .prepare_cached(
            "SELECT id, doctor_id FROM signed_treatment WHERE treatment_id = ?1
                 AND NOT EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = signed_treatment.id)
             ORDER BY at, id LIMIT 1",
        )?
        .query_row([treatment], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}
