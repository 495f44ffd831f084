//! Checking in, and taking a mistaken check-in back.

use rusqlite::{OptionalExtension, params};

use super::alerts;
use super::types::{CheckIn, CheckedIn, OfVisit};
use crate::actor::Actor;
use crate::appointments::AppointmentStatus::{self, Arrived, Booked, Confirmed, NoShow};
use crate::appointments::status;
use crate::clients::types::AssignmentRole;
use crate::clients::{self, assign};
use crate::error::{ErrorCode, Result};
use crate::ids::{AppointmentId, ClientId, ProcedureId, RoomId, StaffId, VisitId, VisitStepId};
use crate::membership::points::given;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Checks a client in, from an appointment or as a walk-in, and says what to know of them.
///
/// # Errors
/// [`ErrorCode::AlreadyCheckedIn`] with the open visit's id, [`ErrorCode::AppointmentClosed`],
/// [`ErrorCode::NotFound`].
pub fn check_in(store: &Store, actor: &Actor, input: &CheckIn) -> Result<CheckedIn> {
    store.transact(actor, Verb::VisitCheckIn, |tx| {
        let family = clients::family(tx.connection(), input.client)?;
        let client = family[0];
        let today = tx.today();
        refuse_second(tx, &family, &today.to_string())?;
        let (booked, appointment_was) = match input.appointment {
            Some(appointment) => {
                let was = status::change(tx, appointment, &[Booked, Confirmed, NoShow], Arrived, None)?;
                (booked(tx, appointment, &family)?, Some(was))
            }
            None => (Booking::default(), None),
        };
        let assigned = |role| assign::current(tx.connection(), &family, role);
        let doctor = match input.doctor.or(booked.doctor) {
            Some(doctor) => Some(doctor),
            None => assigned(AssignmentRole::Doctor)?,
        };
        let visit = VisitId(tx.new_id());
        tx.about(client);
        tx.connection().prepare_cached(include_str!("insert.sql"))?.execute(params![
            visit,
            client,
            input.appointment,
            today.to_string(),
            tx.now(),
            doctor,
            assigned(AssignmentRole::Consultant)?,
            booked.room,
            input.procedure.or(booked.procedure),
            tx.staff_id(),
            appointment_was,
        ])?;
        insert_step(tx, visit, None, "arrived", None)?;
        let points = given::sign_in(tx, &family, visit)?;
        let alerts = alerts::at_arrival(tx.connection(), actor, &family, today)?;
        Ok(CheckedIn { visit, alerts, points })
    })
}

/// One visit at a time.
pub(super) fn refuse_second(tx: &Tx<'_>, family: &[ClientId], today: &str) -> Result<()> {
    for client in family {
        let open: Option<VisitId> = tx
            .connection()
            .prepare_cached(
                "SELECT id FROM visit
                 WHERE client_id = ?1 AND business_day = ?2 AND left_at IS NULL AND NOT undone LIMIT 1",
            )?
            .query_row(params![client, today], |row| row.get(0))
            .optional()?;
        if let Some(open) = open {
            return Err(ErrorCode::AlreadyCheckedIn.with("visit", open));
        }
    }
    Ok(())
}

#[derive(Default)]
struct Booking {
    doctor: Option<StaffId>,
    room: Option<RoomId>,
    procedure: Option<ProcedureId>,
}

fn booked(tx: &Tx<'_>, appointment: AppointmentId, family: &[ClientId]) -> Result<Booking> {
    let (client, booking) = tx
        .connection()
        .prepare_cached("SELECT client_id, doctor_id, room_id, procedure_id FROM appointment WHERE id = ?1")?
        .query_row([appointment], |row| {
            let booking = Booking { doctor: row.get(1)?, room: row.get(2)?, procedure: row.get(3)? };
            Ok((row.get::<_, ClientId>(0)?, booking))
        })?;
    if family.contains(&client) { Ok(booking) } else { Err(ErrorCode::ChangedMeanwhile.at("appointment")) }
}

pub(super) fn insert_step(
    tx: &Tx<'_>,
    visit: VisitId,
    from: Option<&str>,
    to: &str,
    undoes: Option<VisitStepId>,
) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO visit_step (id, visit_id, from_step, to_step, at, by, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![tx.new_id(), visit, from, to, tx.now(), tx.staff_id(), undoes])?;
    Ok(())
}

/// Takes back a check-in that was a mistake: the visit stays in the log, marked, and the appointment is what it
/// was before.
///
/// # Errors
/// [`ErrorCode::NothingToUndo`] once the visit has moved on from its first step.
pub fn undo(store: &Store, actor: &Actor, input: OfVisit) -> Result<()> {
    store.transact(actor, Verb::VisitUndoCheckIn, |tx| {
        let found: Option<(ClientId, Option<AppointmentId>, Option<AppointmentStatus>)> = tx
            .connection()
            .query_row(
                "SELECT client_id, appointment_id, appointment_was FROM visit
                 WHERE id = ?1 AND step = 'arrived' AND NOT undone",
                [input.visit],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let (client, appointment, was) = found.ok_or(ErrorCode::NothingToUndo)?;
        tx.about(client);
        tx.connection().execute(
            "UPDATE visit SET undone = 1, left_at = ?2 WHERE id = ?1",
            params![input.visit, tx.now()],
        )?;
        given::sign_out(tx, &clients::family(tx.connection(), client)?, input.visit)?;
        if let Some(appointment) = appointment {
            status::change(tx, appointment, &[Arrived], was.unwrap_or(Booked), None)?;
            tx.about(client);
        }
        Ok(())
    })
}
