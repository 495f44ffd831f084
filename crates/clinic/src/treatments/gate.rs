//! What forbids a signature, all of it at once, so that the screen can say it before a PIN is asked for.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{OfTreatment, Treatment, Use};
use crate::actor::Actor;
use crate::billing::entitlements;
use crate::clients;
use crate::consents;
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, StaffId, VialId};
use crate::staff;
use crate::stock::batches;
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// A reason against signing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Obstacle {
    /// Which.
    pub code: ObstacleCode,
    /// About what: a batch's lot, an ingredient, a specialty.
    pub about: String,
    /// Whether the doctor may go on with a reason that the owner sees (DOMAIN.md, "What is never allowed").
    pub overridable: bool,
}

/// What a reason against signing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ObstacleCode {
    /// No doctor is named.
    NoDoctor,
    /// Whoever is named is no doctor any more.
    NotADoctor,
    /// The doctor is not filed for the specialty.
    NotRegistered,
    /// The doctor is not permitted this procedure.
    NotPermitted,
    /// No consent of this client to this procedure counts today.
    NoConsent,
    /// The consent names another doctor.
    ConsentNamesAnother,
    /// A product without a batch.
    NoBatch,
    /// The batch is expired.
    BatchExpired,
    /// Quarantined or recalled.
    BatchHeld,
    /// There is not so much of it.
    NotEnough,
    /// Toxin without the vial it came from.
    NoVial,
    /// The vial book does not have this dose for this client.
    DoseNotInBook,
    /// The vial book has given this client another quantity.
    DoseDiffers,
    /// The pack was used on somebody else.
    PackUsed,
    /// An allergy meets an ingredient.
    Allergy,
    /// Nobody has said what pays.
    NoFunding,
    /// Free, or done again, without a reason.
    NoFundingReason,
    /// Nothing that the client has bought pays for it.
    NoEntitlement,
    /// The last day of what the client has bought is over.
    EntitlementExpired,
    /// No session of it is left.
    EntitlementUsedUp,
}

impl ObstacleCode {
    /// As the database keeps it.
    #[must_use]
    pub fn name(self) -> String {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::String(name)) => name,
            _ => format!("{self:?}"),
        }
    }

    fn overridable(self) -> bool {
        use ObstacleCode::{
            Allergy, BatchExpired, BatchHeld, ConsentNamesAnother, EntitlementExpired, NoConsent,
            NoEntitlement, NotPermitted, NotRegistered,
        };
        matches!(
            self,
            NotRegistered
                | NotPermitted
                | NoConsent
                | ConsentNamesAnother
                | BatchExpired
                | BatchHeld
                | Allergy
                | NoEntitlement
                | EntitlementExpired
        )
    }
}

/// What forbids signing a record right now.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn obstacles(store: &Store, actor: &Actor, input: OfTreatment) -> Result<Vec<Obstacle>> {
    store.read(actor, Verb::TreatmentRead, |read: &Read<'_>| {
        let treatment = super::open::load(read.connection(), input.id)?;
        read.note(treatment.client.id);
        find(read.connection(), &treatment, read.today())
    })
}

pub(super) fn find(
    connection: &Connection,
    treatment: &Treatment,
    today: NaiveDate,
) -> Result<Vec<Obstacle>> {
    let mut found = Vec::new();
    let mut add = |code: ObstacleCode, about: &str| {
        found.push(Obstacle { code, about: about.to_owned(), overridable: code.overridable() });
    };
    doctor(connection, treatment, today, &mut add)?;
    stock(connection, treatment, today, &mut add)?;
    vials(connection, treatment, &mut add)?;
    allergies(connection, treatment, &mut add)?;
    match treatment.body.funding.kind {
        None => add(ObstacleCode::NoFunding, ""),
        Some(super::types::FundingKind::Entitlement) => {
            entitlement(connection, treatment, today, &mut add)?;
        }
        Some(_) if treatment.body.funding.reason.is_empty() => add(ObstacleCode::NoFundingReason, ""),
        Some(_) => {}
    }
    Ok(found)
}

/// What is redeemed must be the client's, of this procedure, and there.
fn entitlement(
    connection: &Connection,
    treatment: &Treatment,
    today: NaiveDate,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    let Some(id) = treatment.body.funding.entitlement else {
        add(ObstacleCode::NoEntitlement, &treatment.procedure.name);
        return Ok(());
    };
    let (whose, entitlement) = entitlements::one(connection, id, today)?;
    let theirs = clients::family(connection, treatment.client.id)?.contains(&whose);
    if !theirs || entitlement.procedure != treatment.procedure.id {
        add(ObstacleCode::NoEntitlement, &treatment.procedure.name);
    } else if entitlement.left <= 0 {
        add(ObstacleCode::EntitlementUsedUp, &entitlement.name);
    } else if entitlement.expired {
        add(ObstacleCode::EntitlementExpired, &entitlement.name);
    }
    Ok(())
}

fn doctor(
    connection: &Connection,
    treatment: &Treatment,
    today: NaiveDate,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    let Some(doctor) = treatment.body.doctor else {
        add(ObstacleCode::NoDoctor, "");
        return Ok(());
    };
    let practises = connection
        .prepare_cached(
            "SELECT 1 FROM staff_role JOIN staff ON staff.id = staff_id
             WHERE staff_id = ?1 AND role = 'doctor' AND granted AND active",
        )?
        .exists([doctor])?;
    if !practises {
        add(ObstacleCode::NotADoctor, "");
    }
    if !staff::registered_for(connection, doctor, today)?.contains(&treatment.procedure.specialty) {
        add(ObstacleCode::NotRegistered, treatment.procedure.specialty.as_str());
    }
    let permitted = connection
        .prepare_cached(
            "SELECT 1 FROM doctor_procedure WHERE staff_id = ?1 AND procedure_id = ?2 AND permitted",
        )?
        .exists(params![doctor, treatment.procedure.id])?;
    if !permitted {
        add(ObstacleCode::NotPermitted, &treatment.procedure.name);
    }
    consent(connection, treatment, doctor, today, add)
}

fn consent(
    connection: &Connection,
    treatment: &Treatment,
    doctor: StaffId,
    today: NaiveDate,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    if treatment.procedure.consent_template.is_empty() {
        return Ok(());
    }
    let consents = consents::load(connection, treatment.client.id, today)?;
    let mut given =
        consents.iter().filter(|consent| consent.valid && consent.procedure == treatment.procedure.id);
    match given.clone().next() {
        None => add(ObstacleCode::NoConsent, &treatment.procedure.consent_template),
        Some(other) if !given.any(|consent| consent.doctor == doctor) => {
            add(ObstacleCode::ConsentNamesAnother, other.doctor_name.as_deref().unwrap_or_default());
        }
        Some(_) => {}
    }
    Ok(())
}

fn stock(
    connection: &Connection,
    treatment: &Treatment,
    today: NaiveDate,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    for total in &treatment.totals {
        let Some(batch) = total.batch else {
            let name: String =
                connection
                    .query_row("SELECT name FROM product WHERE id = ?1", [total.product], |row| row.get(0))?;
            add(ObstacleCode::NoBatch, &name);
            continue;
        };
        let (lot, toxin): (String, bool) = connection.query_row(
            "SELECT lot, toxin FROM batch JOIN product ON product.id = product_id WHERE batch.id = ?1",
            [batch],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        match batches::usable(connection, batch, today) {
            Err(error) if error.code == ErrorCode::BatchExpired => add(ObstacleCode::BatchExpired, &lot),
            Err(error) if error.code == ErrorCode::BatchHeld => add(ObstacleCode::BatchHeld, &lot),
            // What toxin is given has left the stock already.
            Err(error) if error.code == ErrorCode::NotEnoughStock && toxin => {}
            Err(error) if error.code == ErrorCode::NotEnoughStock => add(ObstacleCode::NotEnough, &lot),
            Err(error) => return Err(error),
            Ok(()) if !toxin && total.quantity > batches::on_hand(connection, batch)? => {
                add(ObstacleCode::NotEnough, &lot);
            }
            Ok(()) => {}
        }
    }
    for code in treatment
        .body
        .uses
        .iter()
        .filter(|used| used.vial.is_none())
        .filter_map(|used| used.unit_code.as_ref())
    {
        let elsewhere = connection
            .prepare_cached(
                "SELECT 1 FROM stock_movement WHERE unit_code = ?1 AND kind = 'used' AND client_id IS NOT ?2
                 GROUP BY client_id HAVING sum(quantity) < 0",
            )?
            .exists(params![code, treatment.client.id])?;
        if elsewhere {
            add(ObstacleCode::PackUsed, code);
        }
    }
    Ok(())
}

/// Toxin leaves through the vial book, where two people stand for it; the record must say the same.
fn vials(
    connection: &Connection,
    treatment: &Treatment,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    let mut asked: BTreeMap<VialId, (BatchId, i64)> = BTreeMap::new();
    for used in treatment.body.uses.iter().filter(|used| used.batch.is_some()) {
        if !is_toxin(connection, used)? {
            continue;
        }
        match (used.vial, used.batch) {
            (Some(vial), Some(batch)) => asked.entry(vial).or_insert((batch, 0)).1 += used.quantity.0,
            _ => add(ObstacleCode::NoVial, &lot_of(connection, used)?),
        }
    }
    for (vial, (batch, quantity)) in asked {
        let given: i64 = in_book(connection, vial, treatment)?.iter().map(|(_, given)| given).sum();
        let lot: String =
            connection.query_row("SELECT lot FROM batch WHERE id = ?1", [batch], |row| row.get(0))?;
        if given == 0 {
            add(ObstacleCode::DoseNotInBook, &lot);
        } else if given != quantity {
            add(ObstacleCode::DoseDiffers, &lot);
        }
    }
    Ok(())
}

pub(super) fn is_toxin(connection: &Connection, used: &Use) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT toxin FROM product WHERE id = ?1")?
        .query_row([used.product], |row| row.get(0))
        .optional()?
        .unwrap_or(false))
}

fn lot_of(connection: &Connection, used: &Use) -> Result<String> {
    Ok(connection.query_row("SELECT lot FROM batch WHERE id IS ?1", [used.batch], |row| row.get(0))?)
}

/// What the vial book gave this client out of a vial and no signed record has named yet: movement and quantity.
pub(super) fn in_book(
    connection: &Connection,
    vial: VialId,
    treatment: &Treatment,
) -> Result<Vec<(crate::ids::MovementId, i64)>> {
    let mut given = Vec::new();
    for client in clients::family(connection, treatment.client.id)? {
        let mut statement = connection.prepare_cached(include_str!("in_book.sql"))?;
        let rows = statement.query_map(params![vial, client], |row| Ok((row.get(0)?, row.get(1)?)))?;
        given.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(given)
}

/// A substance that the client does not bear, named in what a product is made of.
fn allergies(
    connection: &Connection,
    treatment: &Treatment,
    add: &mut impl FnMut(ObstacleCode, &str),
) -> Result<()> {
    let mut substances = Vec::new();
    for client in clients::family(connection, treatment.client.id)? {
        let mut statement = connection.prepare_cached(
            "SELECT substance FROM client_alert WHERE client_id = ?1 AND kind = 'allergy' AND ended_at IS NULL",
        )?;
        let rows = statement.query_map([client], |row| row.get::<_, String>(0))?;
        substances.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    let products = treatment.totals.iter().map(|total| total.product);
    let prescribed = treatment.body.prescription.iter().map(|line| line.product);
    let mut seen = std::collections::BTreeSet::new();
    for product in products.chain(prescribed).filter(|product| seen.insert(*product)) {
        let (name, ingredients): (String, String) = connection.query_row(
            "SELECT name, generic_name || '、' || ingredients FROM product WHERE id = ?1",
            [product],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        for substance in &substances {
            if meets(substance, &ingredients) {
                add(ObstacleCode::Allergy, &format!("{substance} · {name}"));
            }
        }
    }
    Ok(())
}

/// Whether an allergy to a substance meets a list of ingredients: either names the other.
fn meets(substance: &str, ingredients: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
    let substance = plain(substance);
    let names = |text: &str| -> Vec<String> {
        text.split(['、', ',', '，', ';', '；', '/', '（', '）', '(', ')'])
            .map(plain)
            .filter(|name| name.chars().count() > 1)
            .collect()
    };
    names(ingredients).iter().any(|ingredient| {
        names(&substance)
            .iter()
            .any(|asked| ingredient.contains(asked.as_str()) || asked.contains(ingredient.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::meets;

    #[test]
    fn an_allergy_meets_what_names_it() {
        for (substance, ingredients) in [
            ("利多卡因", "透明质酸钠、利多卡因"),
            ("利多卡因（麻药）", "利多卡因、丙胺卡因"),
            ("盐酸利多卡因", "利多卡因"),
            ("Lidocaine", "lidocaine, prilocaine"),
            ("人血白蛋白", "A型肉毒毒素、人血白蛋白"),
        ] {
            assert!(meets(substance, ingredients), "{substance} {ingredients}");
        }
        for (substance, ingredients) in [("青霉素", "透明质酸钠"), ("", "利多卡因"), ("牛奶", "牛胶原蛋白")]
        {
            assert!(!meets(substance, ingredients), "{substance} {ingredients}");
        }
    }
}
