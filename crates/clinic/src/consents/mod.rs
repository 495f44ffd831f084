//! Consents 知情同意书 to a procedure. Until forms are signed on the screen, a consent is a form signed on paper and
//! noted here with its scan: same client, same procedure, same doctor (民法典 1219; DOMAIN.md, "Doctors and scope").

pub mod scans;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, ConsentId, ConsentWithdrawalId, ProcedureId, StaffId};
use crate::settings::{self, SettingKey};
use crate::staff::roster::name_of;
use crate::store::{Store, files};
use crate::verbs::Verb;

/// A paper form to note; its scan travels beside, empty where there is none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotePaperConsent {
    /// Who signed.
    pub client: ClientId,
    /// For what.
    pub procedure: ProcedureId,
    /// The doctor whom the form names.
    pub doctor: StaffId,
    /// When; not after today.
    pub signed_on: NaiveDate,
    /// In words: who signed for a minor, where the paper is.
    pub note: String,
}

/// A consent.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// For what.
    pub procedure: ProcedureId,
    /// The form's name.
    pub form: String,
    /// The doctor whom it names.
    pub doctor: StaffId,
    /// The doctor's name.
    pub doctor_name: Option<String>,
    /// When it was signed.
    pub signed_on: NaiveDate,
    /// In words.
    pub note: String,
    /// Whether there is a scan.
    pub scanned: bool,
    /// Whether it counts today: not withdrawn and within the clinic's days.
    pub valid: bool,
    /// Why it was withdrawn.
    pub withdrawn_reason: Option<String>,
}

/// Whose consents.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ConsentsOf {
    /// The client.
    pub client: ClientId,
}

/// Which consent.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfConsent {
    /// Its id.
    pub id: ConsentId,
}

/// A consent taken back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawConsent {
    /// Which.
    pub id: ConsentId,
    /// Why.
    pub reason: String,
}

/// Notes a paper form.
///
/// # Errors
/// By field: [`ErrorCode::InvalidDate`], [`ErrorCode::NotFound`]; [`ErrorCode::InvalidPicture`].
pub fn note_paper(store: &Store, actor: &Actor, input: &NotePaperConsent, scan: &[u8]) -> Result<ConsentId> {
    // Before anything is sealed: chunks are written outside the transaction.
    actor.require(Verb::ConsentNote)?;
    let sealed = store.seal_if_any("scan", scan)?;
    store.transact(actor, Verb::ConsentNote, |tx| {
        tx.about(input.client);
        if input.signed_on > tx.today() {
            return Err(ErrorCode::InvalidDate.at("signedOn"));
        }
        let form: Option<String> = tx
            .connection()
            .query_row(
                "SELECT CASE consent_template WHEN '' THEN name ELSE consent_template END FROM procedure WHERE id = ?1",
                [input.procedure],
                |row| row.get(0),
            )
            .optional()?;
        let form = form.ok_or_else(|| ErrorCode::NotFound.at("procedure"))?;
        let is_doctor = tx
            .connection()
            .prepare_cached("SELECT 1 FROM staff_role WHERE staff_id = ?1 AND role = 'doctor' AND granted")?
            .exists([input.doctor])?;
        if !is_doctor {
            return Err(ErrorCode::NotFound.at("doctor"));
        }
        let file = sealed.as_ref().map(|sealed| files::keep(tx, sealed)).transpose()?;
        let id = ConsentId(tx.new_id());
        tx.detail("form", &form);
        tx.connection().execute(
            "INSERT INTO paper_consent
                 (id, client_id, procedure_id, doctor_id, form, signed_on, note, scan_file, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id,
                input.client,
                input.procedure,
                input.doctor,
                form,
                input.signed_on,
                fields::note("note", &input.note)?,
                file,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    })
}

/// Takes a consent back; it stays readable.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::NotFound`].
pub fn withdraw(store: &Store, actor: &Actor, input: &WithdrawConsent) -> Result<()> {
    store.transact(actor, Verb::ConsentWithdraw, |tx| {
        let reason = fields::reason(&input.reason)?;
        let client: Option<ClientId> = tx
            .connection()
            .query_row("SELECT client_id FROM paper_consent WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        tx.about(client.ok_or_else(|| ErrorCode::NotFound.at("id"))?);
        tx.connection().execute(
            "INSERT INTO consent_withdrawal (id, consent_id, reason, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![ConsentWithdrawalId(tx.new_id()), input.id, reason, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}

/// A client's consents, the latest first; the read leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: ConsentsOf) -> Result<Vec<Consent>> {
    store.read(actor, Verb::ConsentRead, |read| {
        read.note(input.client);
        load(read.connection(), input.client, read.today())
    })
}

pub(crate) fn load(connection: &Connection, client: ClientId, today: NaiveDate) -> Result<Vec<Consent>> {
    let oldest = today - settings::days(connection, SettingKey::ConsentDays)?;
    let mut consents = Vec::new();
    for client in clients::family(connection, client)? {
        let mut statement = connection.prepare_cached(
            "SELECT id, procedure_id, form, doctor_id, signed_on, note,
                    scan_file IS NOT NULL OR EXISTS (SELECT 1 FROM consent_scan WHERE consent_id = paper_consent.id),
                    (SELECT reason FROM consent_withdrawal WHERE consent_id = paper_consent.id ORDER BY at LIMIT 1)
             FROM paper_consent WHERE client_id = ?1",
        )?;
        let rows = statement.query_map([client], |row| {
            let signed_on: NaiveDate = row.get(4)?;
            let withdrawn_reason: Option<String> = row.get(7)?;
            Ok(Consent {
                id: row.get(0)?,
                procedure: row.get(1)?,
                form: row.get(2)?,
                doctor: row.get(3)?,
                doctor_name: None,
                signed_on,
                note: row.get(5)?,
                scanned: row.get(6)?,
                valid: withdrawn_reason.is_none() && signed_on >= oldest,
                withdrawn_reason,
            })
        })?;
        consents.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    for consent in &mut consents {
        consent.doctor_name = name_of(connection, Some(consent.doctor))?;
    }
    consents.sort_by_key(|consent| std::cmp::Reverse((consent.signed_on, consent.id)));
    Ok(consents)
}
