//! Making and moving.

use rusqlite::params;

use super::clash;
use super::types::{AppointmentInput, EditAppointment};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::AppointmentId;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

const DAY_MS: i64 = 86_400_000;

/// Books. A clash of doctor, room, equipment or client, or a time when the doctor does not work, needs a reason.
///
/// # Errors
/// [`ErrorCode::EndBeforeStart`], [`ErrorCode::ClashNeedsReason`], [`ErrorCode::NotFound`] for the client.
pub fn book(store: &Store, actor: &Actor, input: &AppointmentInput) -> Result<AppointmentId> {
    store.transact(actor, Verb::AppointmentBook, |tx| {
        let (note, clash_reason) = checked(tx, None, input)?;
        let id = AppointmentId(tx.new_id());
        tx.connection()
            .prepare_cached(
                "INSERT INTO appointment (id, client_id, doctor_id, room_id, equipment_id, procedure_id, starts_at,
                     ends_at, status, clash_reason, note, created_at, created_by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'booked', ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                id,
                input.client,
                input.doctor,
                input.room,
                input.equipment,
                input.procedure,
                input.starts_at,
                input.ends_at,
                clash_reason,
                note,
                tx.now(),
                tx.staff_id(),
            ])?;
        Ok(id)
    })
}

/// Moves or changes an appointment that is still to come.
///
/// # Errors
/// As [`book`]; [`ErrorCode::AppointmentClosed`] once it has arrived, passed or been cancelled.
pub fn edit(store: &Store, actor: &Actor, input: &EditAppointment) -> Result<()> {
    store.transact(actor, Verb::AppointmentMove, |tx| {
        let appointment = &input.appointment;
        let (note, clash_reason) = checked(tx, Some(input.id), appointment)?;
        let changed = tx.connection().execute(
            "UPDATE appointment SET client_id = ?2, doctor_id = ?3, room_id = ?4, equipment_id = ?5, procedure_id = ?6,
                 starts_at = ?7, ends_at = ?8, clash_reason = ?9, note = ?10
             WHERE id = ?1 AND status IN ('booked', 'confirmed')",
            params![
                input.id,
                appointment.client,
                appointment.doctor,
                appointment.room,
                appointment.equipment,
                appointment.procedure,
                appointment.starts_at,
                appointment.ends_at,
                clash_reason,
                note,
            ],
        )?;
        if changed == 0 { Err(ErrorCode::AppointmentClosed.into()) } else { Ok(()) }
    })
}

fn checked(
    tx: &Tx<'_>,
    id: Option<AppointmentId>,
    input: &AppointmentInput,
) -> Result<(String, Option<String>)> {
    tx.connection()
        .query_row("SELECT 1 FROM client WHERE id = ?1", [input.client], |_| Ok(()))
        .map_err(|error| crate::Error::from(error).at("client"))?;
    if input.ends_at <= input.starts_at || input.ends_at - input.starts_at > DAY_MS {
        return Err(ErrorCode::EndBeforeStart.at("endsAt"));
    }
    let note = fields::note("note", &input.note)?;
    let reason = fields::some("clashReason", input.clash_reason.as_deref(), LINE_MAX)?;
    let clashes = clash::find(tx.connection(), tx.zone(), id, input)?;
    if clashes.is_empty() {
        tx.about(input.client);
        return Ok((note, None));
    }
    let reason = reason.ok_or_else(|| ErrorCode::ClashNeedsReason.at("clashReason"))?;
    tx.about(input.client);
    tx.detail("clash_reason", &reason);
    Ok((note, Some(reason)))
}

/// Whether a doctor, a room or equipment of an appointment is taken by another at its time. Not asked of one that
/// was booked over others with a reason.
pub(super) fn is_taken(tx: &Tx<'_>, id: AppointmentId) -> Result<bool> {
    let wanted = tx.connection().query_row(
        "SELECT client_id, doctor_id, room_id, equipment_id, procedure_id, starts_at, ends_at, clash_reason
         FROM appointment WHERE id = ?1",
        [id],
        |row| {
            Ok(AppointmentInput {
                client: row.get(0)?,
                doctor: row.get(1)?,
                room: row.get(2)?,
                equipment: row.get(3)?,
                procedure: row.get(4)?,
                starts_at: row.get(5)?,
                ends_at: row.get(6)?,
                note: String::new(),
                clash_reason: row.get(7)?,
            })
        },
    )?;
    Ok(wanted.clash_reason.is_none() && !clash::overlapping(tx.connection(), Some(id), &wanted)?.is_empty())
}
