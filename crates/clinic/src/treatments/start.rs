//! A record begun: with what the procedure usually takes, out of the batches that expire first.

use chrono::TimeDelta;
use rusqlite::{OptionalExtension, params};

use super::choices::usable;
use super::types::{Anaesthesia, AnaesthesiaMethod, OfProcedure, StartTreatment, TreatmentBody, Use};
use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, ProductId, StaffId, TreatmentId};
use crate::permissions::Role;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Begins a record.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the client, the procedure or the visit; [`ErrorCode::ChangedMeanwhile`] where the visit
/// is another client's.
pub fn start(store: &Store, actor: &Actor, input: &StartTreatment) -> Result<TreatmentId> {
    store.transact(actor, Verb::TreatmentStart, |tx| {
        tx.about(input.client);
        let body = prefilled(tx, actor, input)?;
        let id = TreatmentId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO treatment
                 (id, client_id, visit_id, plan_line_id, procedure_id, body, created_at, created_by, saved_at, saved_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?7, ?8)",
            params![
                id,
                input.client,
                input.visit,
                input.plan_line,
                input.procedure,
                written(&body)?,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    })
}

/// A body as the row keeps it.
pub(super) fn written(body: &TreatmentBody) -> Result<String> {
    serde_json::to_string(body).map_err(|error| ErrorCode::StorageFailed.because(error))
}

fn prefilled(tx: &Tx<'_>, actor: &Actor, input: &StartTreatment) -> Result<TreatmentBody> {
    let connection = tx.connection();
    clients::require(connection, input.client)?;
    let visit_doctor = match input.visit {
        None => None,
        Some(visit) => {
            let found: Option<(ClientId, Option<StaffId>)> = connection
                .prepare_cached("SELECT client_id, doctor_id FROM visit WHERE id = ?1 AND NOT undone")?
                .query_row([visit], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?;
            let (client, doctor) = found.ok_or_else(|| ErrorCode::NotFound.at("visit"))?;
            let same = clients::survivor(connection, client)? == clients::survivor(connection, input.client)?;
            if !same {
                return Err(ErrorCode::ChangedMeanwhile.at("visit"));
            }
            doctor
        }
    };
    let procedure: Option<(u32, Option<i64>, String)> = connection
        .prepare_cached(
            "SELECT numbing_minutes, return_interval_days, aftercare FROM procedure WHERE id = ?1",
        )?
        .query_row([input.procedure], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (numbing, interval, aftercare) = procedure.ok_or_else(|| ErrorCode::NotFound.at("procedure"))?;
    let oneself = match actor {
        Actor::Staff(session) if session.roles().contains(&Role::Doctor) => Some(session.staff_id()),
        _ => None,
    };
    let method = if numbing > 0 { AnaesthesiaMethod::Topical } else { AnaesthesiaMethod::None };
    Ok(TreatmentBody {
        doctor: oneself.or(visit_doctor),
        assistants: tx.staff_id().filter(|_| oneself.is_none()).into_iter().collect(),
        anaesthesia: Anaesthesia { method, minutes: numbing, note: String::new() },
        uses: usual(tx, input)?,
        advice: aftercare,
        next_on: interval.map(|days| tx.today() + TimeDelta::days(days)),
        ..TreatmentBody::default()
    })
}

/// What the procedure usually takes.
fn usual(tx: &Tx<'_>, input: &StartTreatment) -> Result<Vec<Use>> {
    let mut statement = tx.connection().prepare_cached(
        "SELECT product_id, quantity FROM procedure_product JOIN product ON product.id = product_id
         WHERE procedure_id = ?1 AND usual AND product.active ORDER BY toxin DESC, product.name",
    )?;
    let rows =
        statement.query_map([input.procedure], |row| Ok((row.get::<_, ProductId>(0)?, row.get(1)?)))?;
    let mut uses = Vec::new();
    for (key, row) in (1..).zip(rows) {
        let (product, quantity) = row?;
        let first = usable(tx.connection(), Some(product), tx.today())?.into_iter().next();
        let vial = first.as_ref().and_then(|choice| choice.vials.iter().find(|vial| vial.left >= quantity));
        uses.push(Use {
            key,
            map: None,
            x: 0,
            y: 0,
            site: String::new(),
            product,
            batch: first.as_ref().map(|choice| choice.batch),
            vial: vial.map(|vial| vial.id),
            unit_code: vial.and_then(|vial| vial.unit_code.clone()),
            quantity,
            depth: String::new(),
        });
    }
    Ok(uses)
}

/// The procedure as it is called today.
pub(super) fn procedure(
    connection: &rusqlite::Connection,
    id: crate::ids::ProcedureId,
) -> Result<OfProcedure> {
    connection
        .prepare_cached(
            "SELECT id, name, standard_name, specialty, consent_template FROM procedure WHERE id = ?1",
        )?
        .query_row([id], |row| {
            Ok(OfProcedure {
                id: row.get(0)?,
                name: row.get(1)?,
                standard_name: row.get(2)?,
                specialty: row.get(3)?,
                consent_template: row.get(4)?,
            })
        })
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("procedure"))
}
