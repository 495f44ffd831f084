//! A record saved, or let go. A record may be unfinished; what it says must be possible.

use rusqlite::{Connection, OptionalExtension, params};

use serde::Serialize;
use ts_rs::TS;

use super::signed::signer;
use super::start::written;
use super::types::{DiscardTreatment, Energy, PrescriptionLine, SaveTreatment, TreatmentBody, Use};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX};
use crate::ids::{ClientId, TreatmentId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most points, settings and drugs of a record; of people who help.
const USES_MAX: usize = 500;
const ENERGY_MAX: usize = 100;
const DRUGS_MAX: usize = 30;
const ASSISTANTS_MAX: usize = 10;
/// A map's edges.
const MAP_EDGE: u32 = 10_000;
/// The most pulses, minutes and days.
const PULSES_MAX: u32 = 1_000_000;
const MINUTES_MAX: u32 = 600;
const DAYS_MAX: u32 = 365;

/// A record was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Saved {
    /// UTC milliseconds: what the next saving must have seen.
    #[ts(type = "number")]
    pub saved_at: i64,
}

/// Saves a record.
///
/// # Errors
/// By field, one of a list with its place from 0 as the parameter `line`; [`ErrorCode::ChangedMeanwhile`] where
/// somebody else saved it since, [`ErrorCode::TreatmentSigned`], [`ErrorCode::TreatmentDiscarded`], [`ErrorCode::NotFound`].
pub fn save(store: &Store, actor: &Actor, input: &SaveTreatment) -> Result<Saved> {
    store.transact(actor, Verb::TreatmentSave, |tx| {
        let saved_at = require_unsigned(tx, input.id)?;
        if saved_at != input.saved_at {
            return Err(ErrorCode::ChangedMeanwhile.at("savedAt"));
        }
        let body = checked(tx.connection(), &input.body)?;
        // Two savings within a millisecond are two.
        let now = tx.now().max(saved_at + 1);
        tx.connection().execute(
            "UPDATE treatment SET body = ?2, saved_at = ?3, saved_by = ?4 WHERE id = ?1",
            params![input.id, written(&body)?, now, tx.staff_id()],
        )?;
        Ok(Saved { saved_at: now })
    })
}

/// Lets a record go that was begun by mistake; it stays readable.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::TreatmentDiscarded`], [`ErrorCode::NotFound`].
pub fn discard(store: &Store, actor: &Actor, input: &DiscardTreatment) -> Result<()> {
    store.transact(actor, Verb::TreatmentDiscard, |tx| {
        let reason = fields::reason(&input.reason)?;
        require_unsigned(tx, input.id)?;
        tx.detail("reason", &reason);
        tx.connection().execute(
            "UPDATE treatment SET discarded_at = ?2, discarded_by = ?3, discarded_reason = ?4 WHERE id = ?1",
            params![input.id, tx.now(), tx.staff_id(), reason],
        )?;
        Ok(())
    })
}

/// The moment of the last saving, of a record that may still be written.
pub(super) fn require_unsigned(tx: &Tx<'_>, id: TreatmentId) -> Result<i64> {
    let found: Option<(ClientId, i64, bool)> = tx
        .connection()
        .prepare_cached("SELECT client_id, saved_at, discarded_at IS NOT NULL FROM treatment WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (client, saved_at, discarded) = found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
    tx.about(client);
    if discarded {
        return Err(ErrorCode::TreatmentDiscarded.at("id"));
    }
    match signer(tx.connection(), id)? {
        Some(_) => Err(ErrorCode::TreatmentSigned.at("id")),
        None => Ok(saved_at),
    }
}

/// The body with its texts cleaned, where everything that it says is possible.
pub(super) fn checked(connection: &Connection, body: &TreatmentBody) -> Result<TreatmentBody> {
    let mut body = body.clone();
    at_most("uses", body.uses.len(), USES_MAX)?;
    at_most("energy", body.energy.len(), ENERGY_MAX)?;
    at_most("prescription", body.prescription.len(), DRUGS_MAX)?;
    at_most("assistants", body.assistants.len(), ASSISTANTS_MAX)?;
    body.indication = fields::note("indication", &body.indication)?;
    body.course = fields::note("course", &body.course)?;
    body.reactions = fields::note("reactions", &body.reactions)?;
    body.advice = fields::note("advice", &body.advice)?;
    body.anaesthesia.note = fields::optional("anaesthesia", &body.anaesthesia.note, LINE_MAX)?;
    body.funding.reason = fields::optional("funding", &body.funding.reason, LINE_MAX)?;
    number("anaesthesia", body.anaesthesia.minutes, MINUTES_MAX)?;
    for (place, used) in body.uses.iter_mut().enumerate() {
        check_use(connection, used).map_err(|error| error.with("line", place))?;
    }
    for (place, energy) in body.energy.iter_mut().enumerate() {
        check_energy(energy).map_err(|error| error.with("line", place))?;
    }
    for (place, drug) in body.prescription.iter_mut().enumerate() {
        check_drug(connection, drug).map_err(|error| error.with("line", place))?;
    }
    Ok(body)
}

fn at_most(field: &'static str, count: usize, most: usize) -> Result<()> {
    if count > most {
        Err(ErrorCode::InvalidValue.at(field).with("least", 0).with("most", most))
    } else {
        Ok(())
    }
}

fn number(field: &'static str, number: u32, most: u32) -> Result<()> {
    if number > most {
        Err(ErrorCode::InvalidValue.at(field).with("least", 0).with("most", most))
    } else {
        Ok(())
    }
}

fn quantity(field: &'static str, quantity: Quantity) -> Result<()> {
    if (1..=Quantity::MAX.0).contains(&quantity.0) {
        Ok(())
    } else {
        Err(ErrorCode::InvalidValue.at(field).with("least", 1).with("most", Quantity::MAX.0))
    }
}

fn check_use(connection: &Connection, used: &mut Use) -> Result<()> {
    quantity("uses", used.quantity)?;
    number("uses", used.x, MAP_EDGE)?;
    number("uses", used.y, MAP_EDGE)?;
    used.site = fields::optional("uses", &used.site, NAME_MAX)?;
    used.depth = fields::optional("uses", &used.depth, NAME_MAX)?;
    used.unit_code = fields::some("uses", used.unit_code.as_deref(), 2 * LINE_MAX)?;
    let known = match used.batch {
        Some(batch) => connection
            .prepare_cached("SELECT 1 FROM batch WHERE id = ?1 AND product_id = ?2")?
            .exists(params![batch, used.product])?,
        None => connection.prepare_cached("SELECT 1 FROM product WHERE id = ?1")?.exists([used.product])?,
    };
    let vial_fits = match used.vial {
        Some(vial) => connection
            .prepare_cached("SELECT 1 FROM vial WHERE id = ?1 AND batch_id IS ?2")?
            .exists(params![vial, used.batch])?,
        None => true,
    };
    if known && vial_fits { Ok(()) } else { Err(ErrorCode::NotFound.at("uses")) }
}

fn check_energy(energy: &mut Energy) -> Result<()> {
    number("energy", energy.pulses, PULSES_MAX)?;
    for text in [&mut energy.site, &mut energy.spot, &mut energy.fluence, &mut energy.depth] {
        *text = fields::optional("energy", text, NAME_MAX)?;
    }
    energy.other = fields::optional("energy", &energy.other, LINE_MAX)?;
    Ok(())
}

fn check_drug(connection: &Connection, drug: &mut PrescriptionLine) -> Result<()> {
    quantity("prescription", drug.quantity)?;
    number("prescription", drug.days, DAYS_MAX)?;
    for text in [&mut drug.route, &mut drug.dose, &mut drug.frequency] {
        *text = fields::optional("prescription", text, NAME_MAX)?;
    }
    let is_drug = connection
        .prepare_cached("SELECT 1 FROM product WHERE id = ?1 AND kind = 'drug'")?
        .exists([drug.product])?;
    if is_drug { Ok(()) } else { Err(ErrorCode::PrescriptionOfDrugsOnly.at("prescription")) }
}
