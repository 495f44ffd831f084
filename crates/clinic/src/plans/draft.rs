//! A plan proposed or changed: always a new version.

use rusqlite::{OptionalExtension, params};

use super::types::{ClosePlan, DraftPlan, PlanLineInput};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::catalogue::Specialty;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{ClientId, PlanId, PlanLineId, PlanVersionId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most lines of a plan, alternatives to the first, and sessions of a line.
const LINES_MAX: usize = 60;
const ALTERNATIVES_MAX: u8 = 4;
const SESSIONS_MAX: u32 = 100;

/// Writes a plan's first or next version.
///
/// # Errors
/// By field, a line's with its place from 0 as the parameter `line`: [`ErrorCode::Required`] without lines,
/// [`ErrorCode::NotFound`] of a procedure that is not offered; [`ErrorCode::PlanClosed`].
pub fn draft(store: &Store, actor: &Actor, input: &DraftPlan) -> Result<PlanVersionId> {
    store.transact(actor, Verb::PlanDraft, |tx| {
        tx.about(input.client);
        if !(1..=LINES_MAX).contains(&input.lines.len()) {
            return Err(ErrorCode::Required.at("lines").with("most", LINES_MAX));
        }
        if !input.lines.iter().any(|line| line.alternative == 0) {
            return Err(ErrorCode::Required.at("lines"));
        }
        let plan = match input.id {
            Some(id) => changed(tx, id, input.client)?,
            None => new(tx, input)?,
        };
        let note = fields::note("note", &input.note)?;
        let version = PlanVersionId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO plan_version (id, plan_id, note, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![version, plan, note, tx.now(), tx.staff_id()],
        )?;
        for (place, line) in input.lines.iter().enumerate() {
            write_line(tx, version, place, line).map_err(|error| error.with("line", place))?;
        }
        tx.detail("lines", input.lines.len());
        Ok(version)
    })
}

fn new(tx: &Tx<'_>, input: &DraftPlan) -> Result<PlanId> {
    clients::require(tx.connection(), input.client)?;
    let id = PlanId(tx.new_id());
    tx.connection().execute(
        "INSERT INTO plan (id, client_id, visit_id, created_at, created_by) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![id, input.client, input.visit, tx.now(), tx.staff_id()],
    )?;
    Ok(id)
}

fn changed(tx: &Tx<'_>, id: PlanId, client: ClientId) -> Result<PlanId> {
    let found: Option<(ClientId, Option<i64>)> = tx
        .connection()
        .query_row("SELECT client_id, closed_at FROM plan WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match found {
        Some((whose, None)) if whose == client => Ok(id),
        Some((whose, Some(_))) if whose == client => Err(ErrorCode::PlanClosed.at("id")),
        _ => Err(ErrorCode::NotFound.at("id")),
    }
}

fn write_line(tx: &Tx<'_>, version: PlanVersionId, place: usize, line: &PlanLineInput) -> Result<()> {
    let invalid = |field, least: i64, most: i64| {
        Err(ErrorCode::InvalidValue.at(field).with("least", least).with("most", most))
    };
    if line.alternative > ALTERNATIVES_MAX {
        return invalid("alternative", 0, ALTERNATIVES_MAX.into());
    }
    if !(1..=SESSIONS_MAX).contains(&line.sessions) {
        return invalid("sessions", 1, SESSIONS_MAX.into());
    }
    if line.price.is_some_and(|price| !(0..=Fen::PRICE_MAX.0).contains(&price.0)) {
        return invalid("price", 0, Fen::PRICE_MAX.0);
    }
    let procedure: Option<(String, String, Specialty, Option<Fen>)> = tx
        .connection()
        .prepare_cached(
            "SELECT name, standard_name, specialty, list_price FROM procedure WHERE id = ?1 AND active",
        )?
        .query_row([line.procedure], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let (name, standard_name, specialty, list_price) =
        procedure.ok_or_else(|| ErrorCode::NotFound.at("procedure"))?;
    tx.connection()
        .prepare_cached(
            "INSERT INTO plan_line (id, version_id, alternative, position, procedure_id, name, standard_name,
                 specialty, list_price, price, sessions, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            PlanLineId(tx.new_id()),
            version,
            line.alternative,
            place as i64,
            line.procedure,
            name,
            standard_name,
            specialty,
            list_price,
            line.price,
            line.sessions,
            fields::optional("note", &line.note, LINE_MAX)?
        ])?;
    Ok(())
}

/// Lets a plan go; it stays readable.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::NotFound`], [`ErrorCode::PlanClosed`].
pub fn close(store: &Store, actor: &Actor, input: &ClosePlan) -> Result<()> {
    store.transact(actor, Verb::PlanClose, |tx| {
        let reason = fields::reason(&input.reason)?;
        let client: Option<ClientId> = tx
            .connection()
            .query_row("SELECT client_id FROM plan WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        tx.about(client.ok_or_else(|| ErrorCode::NotFound.at("id"))?);
        let closed = tx.connection().execute(
            "UPDATE plan SET closed_at = ?2, closed_by = ?3, closed_reason = ?4 WHERE id = ?1 AND closed_at IS NULL",
            params![input.id, tx.now(), tx.staff_id(), reason],
        )?;
        if closed == 0 { Err(ErrorCode::PlanClosed.at("id")) } else { Ok(()) }
    })
}
