//! Signing: the doctor's PIN locks the record, takes what it used out of stock, and writes its whole text with the
//! names of its day and a hash over it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;

use super::gate::{self, Obstacle, ObstacleCode};
use super::open::load;
use super::types::{FundingKind, OfProcedure, Treatment, TreatmentBody};
use crate::actor::{Actor, Session};
use crate::amounts::Fen;
use crate::billing::entitlements;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{
    BatchId, EquipmentId, MovementId, OverrideId, PhotoId, PrescriptionId, ProductId, SignedPhotoId,
    SignedTreatmentId, StaffId, TreatmentDeviceId, TreatmentId, TreatmentUseId, VisitId,
};
use crate::numbers::{self, Numbered};
use crate::photos::{PhotoStage, PhotoView};
use crate::staff::roster::name_of;
use crate::stock::used;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The version of the signed text.
const FORMAT: u32 = 1;

/// Why a doctor goes on in spite of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Override {
    /// In spite of what.
    pub code: ObstacleCode,
    /// Why.
    pub reason: String,
}

/// A record to sign.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignTreatment {
    /// Which.
    pub id: TreatmentId,
    /// The saving that the doctor saw.
    #[ts(type = "number")]
    pub saved_at: i64,
    /// Why the doctor goes on, for each thing that would forbid it.
    pub overrides: Vec<Override>,
}

/// Somebody as the record names them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedPerson {
    /// Who.
    pub id: StaffId,
    /// The name of that day.
    pub name: String,
    /// 医师执业证书编号, of the doctor.
    pub practice_number: Option<String>,
}

/// A batch as the record names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedBatch {
    /// Which.
    pub id: BatchId,
    /// Of which product.
    pub product: ProductId,
    /// Its lot.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
}

/// A product as the record names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedProduct {
    /// Which.
    pub id: ProductId,
    /// The name of that day.
    pub name: String,
    /// 通用名.
    pub generic_name: String,
    /// 生产企业.
    pub manufacturer: String,
    /// 注册证号.
    pub registration_number: String,
    /// What quantities are given in.
    pub unit: String,
    /// With how many decimals.
    pub scale: u8,
}

/// A photo as the record names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedPhoto {
    /// Which.
    pub id: PhotoId,
    /// From where.
    pub view: PhotoView,
    /// Before or after.
    pub stage: PhotoStage,
    /// The hash of the original, in hexadecimal.
    pub sha256: String,
}

/// A piece of equipment as the record names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedEquipment {
    /// Which.
    pub id: EquipmentId,
    /// The name of that day.
    pub name: String,
    /// 序列号.
    pub serial_number: String,
}

/// The whole text that was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignedText {
    /// The version of this form.
    pub format: u32,
    /// The record.
    pub treatment: TreatmentId,
    /// Whose.
    pub client: ClientRef,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// What was done, by its names of that day.
    pub procedure: OfProcedure,
    /// 级别.
    pub level: Option<u8>,
    /// What it cost that day.
    pub list_price: Option<Fen>,
    /// Who signed.
    pub doctor: SignedPerson,
    /// Who helped.
    pub assistants: Vec<SignedPerson>,
    /// Everything that it says.
    pub body: TreatmentBody,
    /// The products that it names.
    pub products: Vec<SignedProduct>,
    /// The batches that it names.
    pub batches: Vec<SignedBatch>,
    /// The equipment that it names.
    pub equipment: Vec<SignedEquipment>,
    /// The photos taken for it.
    pub photos: Vec<SignedPhoto>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub signed_at: i64,
    /// 处方编号, where drugs were prescribed.
    pub prescription_number: Option<String>,
    /// What the doctor went on in spite of.
    pub overrides: Vec<Override>,
}

/// A signature was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Signed {
    /// The signed record.
    pub id: SignedTreatmentId,
    /// The prescription's number, where there is one.
    pub prescription_number: Option<String>,
}

/// Signs a record, by a doctor who proved to be there with a PIN (`staff::signer`).
///
/// # Errors
/// [`ErrorCode::NotTheDoctor`] by anybody but the doctor whom the record names; [`ErrorCode::SignatureForbidden`]
/// with the first obstacle that no reason was given for; [`ErrorCode::ChangedMeanwhile`],
/// [`ErrorCode::TreatmentSigned`], [`ErrorCode::TreatmentDiscarded`], [`ErrorCode::NotFound`].
pub fn sign(store: &Store, doctor: &Session, input: &SignTreatment) -> Result<Signed> {
    let actor = Actor::Staff(doctor.clone());
    store.transact(&actor, Verb::TreatmentSign, |tx| {
        let saved_at = super::save::require_unsigned(tx, input.id)?;
        if saved_at != input.saved_at {
            return Err(ErrorCode::ChangedMeanwhile.at("savedAt"));
        }
        let treatment = load(tx.connection(), input.id)?;
        if treatment.body.doctor.is_some_and(|named| named != doctor.staff_id()) {
            return Err(ErrorCode::NotTheDoctor.at("doctor"));
        }
        let obstacles = gate::find(tx.connection(), &treatment, tx.today())?;
        let overridden = pass(&obstacles, input)?;
        let id = SignedTreatmentId(tx.new_id());
        let number = match treatment.body.prescription.as_slice() {
            [] => None,
            _ => Some(numbers::next(tx, Numbered::Prescription)?),
        };
        let text = text(tx, &treatment, doctor, number.clone(), &input.overrides)?;
        let written =
            serde_json::to_string(&text).map_err(|error| ErrorCode::StorageFailed.because(error))?;
        write(tx, id, &treatment, doctor.staff_id(), &written)?;
        for piece in &text.equipment {
            tx.connection().execute(
                "INSERT INTO treatment_device (id, signed_id, equipment_id) VALUES (?1, ?2, ?3)",
                params![TreatmentDeviceId(tx.new_id()), id, piece.id],
            )?;
        }
        for photo in &text.photos {
            tx.connection().execute(
                "INSERT INTO signed_photo (id, signed_id, photo_id) VALUES (?1, ?2, ?3)",
                params![SignedPhotoId(tx.new_id()), id, photo.id],
            )?;
        }
        take_stock(tx, id, &treatment, doctor.staff_id())?;
        // What is somebody else's is passed over with a reason, never taken.
        let barred = overridden.iter().any(|(obstacle, _)| obstacle.code == ObstacleCode::NoEntitlement);
        let redeems = treatment.body.funding.kind == Some(FundingKind::Entitlement) && !barred;
        if let Some(entitlement) = treatment.body.funding.entitlement.filter(|_| redeems) {
            entitlements::redeem(tx, entitlement, id)?;
        }
        for (obstacle, reason) in &overridden {
            write_override(tx, id, obstacle, reason)?;
        }
        if let Some(number) = &number {
            tx.connection().execute(
                "INSERT INTO prescription (id, number, signed_id, client_id, doctor_id, at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![
                    PrescriptionId(tx.new_id()),
                    number,
                    id,
                    treatment.client.id,
                    doctor.staff_id(),
                    tx.now()
                ],
            )?;
        }
        tx.detail("procedure", &treatment.procedure.name);
        Ok(Signed { id, prescription_number: number })
    })
}

/// Every obstacle with the reason given for it.
fn pass<'o>(obstacles: &'o [Obstacle], input: &SignTreatment) -> Result<Vec<(&'o Obstacle, String)>> {
    let mut passed = Vec::new();
    for obstacle in obstacles {
        let forbidden = || {
            ErrorCode::SignatureForbidden
                .at("overrides")
                .with("obstacle", obstacle.code.name())
                .with("about", &obstacle.about)
        };
        let given = input.overrides.iter().find(|given| given.code == obstacle.code);
        let reason = match given {
            Some(given) if obstacle.overridable => fields::optional("overrides", &given.reason, LINE_MAX)?,
            _ => return Err(forbidden()),
        };
        if reason.is_empty() {
            return Err(forbidden());
        }
        passed.push((obstacle, reason));
    }
    Ok(passed)
}

fn write(
    tx: &Tx<'_>,
    id: SignedTreatmentId,
    treatment: &Treatment,
    doctor: StaffId,
    text: &str,
) -> Result<()> {
    tx.connection().execute(
        "INSERT INTO signed_treatment
             (id, treatment_id, client_id, procedure_id, doctor_id, business_day, text, sha256, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            treatment.id,
            treatment.client.id,
            treatment.procedure.id,
            doctor,
            tx.today(),
            text,
            <[u8; 32]>::from(Sha256::digest(text)),
            tx.now()
        ],
    )?;
    Ok(())
}

/// What is no toxin leaves the stock now; what is has left it through the vial book, and is named.
fn take_stock(tx: &Tx<'_>, id: SignedTreatmentId, treatment: &Treatment, doctor: StaffId) -> Result<()> {
    let (connection, client) = (tx.connection(), treatment.client.id);
    let link = |batch: BatchId, movement: MovementId| -> Result<()> {
        connection
            .prepare_cached(
                "INSERT INTO treatment_use (id, signed_id, movement_id, batch_id, client_id)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![TreatmentUseId(tx.new_id()), id, movement, batch, client])?;
        Ok(())
    };
    let mut out: BTreeMap<(BatchId, Option<String>), i64> = BTreeMap::new();
    let mut vials = BTreeMap::new();
    for used in &treatment.body.uses {
        let Some(batch) = used.batch else { continue };
        match used.vial {
            Some(vial) if gate::is_toxin(connection, used)? => {
                vials.insert(vial, batch);
            }
            _ => *out.entry((batch, used.unit_code.clone())).or_default() += used.quantity.0,
        }
    }
    for ((batch, unit_code), quantity) in out {
        let movement = used::take(tx, batch, crate::amounts::Quantity(quantity), client, doctor, unit_code)?;
        link(batch, movement)?;
    }
    for (vial, batch) in vials {
        for (movement, _) in gate::in_book(connection, vial, treatment)? {
            link(batch, movement)?;
        }
    }
    Ok(())
}

fn write_override(tx: &Tx<'_>, id: SignedTreatmentId, obstacle: &Obstacle, reason: &str) -> Result<()> {
    tx.connection().execute(
        "INSERT INTO treatment_override (id, signed_id, code, detail, reason, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            OverrideId(tx.new_id()),
            id,
            obstacle.code.name(),
            obstacle.about,
            reason,
            tx.now(),
            tx.staff_id()
        ],
    )?;
    Ok(())
}

fn text(
    tx: &Tx<'_>,
    treatment: &Treatment,
    doctor: &Session,
    prescription_number: Option<String>,
    overrides: &[Override],
) -> Result<SignedText> {
    let connection = tx.connection();
    let (level, list_price) = connection.query_row(
        "SELECT level, list_price FROM procedure WHERE id = ?1",
        [treatment.procedure.id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let practice_number = connection
        .query_row(
            "SELECT practice_number FROM doctor_registration
             WHERE staff_id = ?1 AND ended_at IS NULL ORDER BY specialty = ?2 DESC, filed_on LIMIT 1",
            params![doctor.staff_id(), treatment.procedure.specialty],
            |row| row.get(0),
        )
        .optional()?;
    let assistant = |id: &StaffId| -> Result<SignedPerson> {
        let name = name_of(connection, Some(*id))?.unwrap_or_default();
        Ok(SignedPerson { id: *id, name, practice_number: None })
    };
    let body = &treatment.body;
    Ok(SignedText {
        format: FORMAT,
        treatment: treatment.id,
        client: treatment.client.clone(),
        visit: treatment.visit,
        procedure: treatment.procedure.clone(),
        level,
        list_price,
        doctor: SignedPerson { id: doctor.staff_id(), name: doctor.name().to_owned(), practice_number },
        assistants: body.assistants.iter().map(assistant).collect::<Result<_>>()?,
        products: products(connection, body)?,
        batches: batches(connection, body)?,
        equipment: equipment(connection, body)?,
        photos: photos(connection, treatment.id)?,
        body: body.clone(),
        signed_at: tx.now(),
        prescription_number,
        overrides: overrides.to_vec(),
    })
}

fn products(connection: &Connection, body: &TreatmentBody) -> Result<Vec<SignedProduct>> {
    let used = body.uses.iter().map(|used| used.product);
    let mut ids: Vec<ProductId> = used.chain(body.prescription.iter().map(|line| line.product)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut statement = connection.prepare_cached(
        "SELECT id, name, generic_name, manufacturer, registration_number, unit, scale FROM product WHERE id = ?1",
    )?;
    let mut read = |id| {
        statement.query_row([id], |row| {
            Ok(SignedProduct {
                id: row.get(0)?,
                name: row.get(1)?,
                generic_name: row.get(2)?,
                manufacturer: row.get(3)?,
                registration_number: row.get(4)?,
                unit: row.get(5)?,
                scale: row.get(6)?,
            })
        })
    };
    Ok(ids.into_iter().map(&mut read).collect::<rusqlite::Result<_>>()?)
}

fn batches(connection: &Connection, body: &TreatmentBody) -> Result<Vec<SignedBatch>> {
    let mut ids: Vec<BatchId> = body.uses.iter().filter_map(|used| used.batch).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut statement =
        connection.prepare_cached("SELECT id, product_id, lot, expires_on FROM batch WHERE id = ?1")?;
    let mut read = |id| {
        statement.query_row([id], |row| {
            Ok(SignedBatch {
                id: row.get(0)?,
                product: row.get(1)?,
                lot: row.get(2)?,
                expires_on: row.get(3)?,
            })
        })
    };
    Ok(ids.into_iter().map(&mut read).collect::<rusqlite::Result<_>>()?)
}

fn photos(connection: &Connection, treatment: TreatmentId) -> Result<Vec<SignedPhoto>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, view, stage, sha256 FROM photo WHERE treatment_id = ?1 AND removed_at IS NULL
         ORDER BY taken_at, id",
    )?;
    let rows = statement.query_map([treatment], |row| {
        let sha256: [u8; 32] = row.get(3)?;
        let sha256 = data_encoding::HEXLOWER.encode(&sha256);
        Ok(SignedPhoto { id: row.get(0)?, view: row.get(1)?, stage: row.get(2)?, sha256 })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn equipment(connection: &Connection, body: &TreatmentBody) -> Result<Vec<SignedEquipment>> {
    let mut ids: Vec<EquipmentId> = body.energy.iter().map(|energy| energy.equipment).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut statement =
        connection.prepare_cached("SELECT id, name, serial_number FROM equipment WHERE id = ?1")?;
    let mut named = Vec::new();
    for id in ids {
        let found = statement
            .query_row([id], |row| {
                Ok(SignedEquipment { id: row.get(0)?, name: row.get(1)?, serial_number: row.get(2)? })
            })
            .optional()?;
        named.extend(found);
    }
    Ok(named)
}
