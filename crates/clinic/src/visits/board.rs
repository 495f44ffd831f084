//! The board of today: who waits how long, and for whom.

use rusqlite::{OptionalExtension, Row};

use super::alerts;
use super::types::{Board, ConsultationOutcome, VisitCard};
use crate::actor::Actor;
use crate::appointments::{AppointmentStatus, calendar};
use crate::clients::{self, ClientHit, hits};
use crate::error::Result;
use crate::ids::{ClientId, VisitId};
use crate::settings::{self, SettingKey};
use crate::store::{Read, Store, day_start};
use crate::verbs::Verb;

/// The board.
///
/// # Errors
/// What the disk gives.
pub fn board(store: &Store, actor: &Actor) -> Result<Board> {
    store.read(actor, Verb::VisitBoard, |read| {
        let today = read.today();
        let day = today.to_string();
        let tomorrow = today.succ_opt().unwrap_or(today);
        let (from, until) = (day_start(read.zone(), today), day_start(read.zone(), tomorrow));
        let mut coming = calendar::between(read, from, until)?;
        coming.retain(|appointment| {
            matches!(appointment.status, AppointmentStatus::Booked | AppointmentStatus::Confirmed)
        });
        let today_visits = "WHERE business_day = ?1 AND NOT undone ORDER BY arrived_at, id";
        let forgotten =
            "WHERE left_at IS NULL AND business_day < ?1 AND NOT undone ORDER BY arrived_at, id LIMIT 100";
        let caution = settings::whole_number(read.connection(), SettingKey::WaitingCautionMinutes)?;
        Ok(Board {
            visits: cards(read, today_visits, &day)?,
            forgotten: cards(read, forgotten, &day)?,
            coming,
            steps: settings::list(read.connection(), SettingKey::VisitSteps)?,
            caution_minutes: u32::try_from(caution).unwrap_or_default(),
            day,
        })
    })
}

fn cards(read: &Read<'_>, condition: &str, day: &str) -> Result<Vec<VisitCard>> {
    let sql = format!(
        "SELECT id, client_id, step, step_since, arrived_at, doctor_id, consultant_id, room_id, procedure_id,
                numbing_until, left_at,
                EXISTS (SELECT 1 FROM triage_form WHERE triage_form.visit_id = visit.id)
         FROM visit {condition}"
    );
    let mut statement = read.connection().prepare_cached(&sql)?;
    let rows = statement
        .query_map([day], |row| Ok((row.get::<_, ClientId>(1)?, columns(row)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter()
        .map(|(client, columns)| {
            let family = clients::family(read.connection(), client)?;
            let mut card = columns(hits::hit(read, family[0])?);
            // Who left needs no warning any more.
            if card.left_at.is_none() {
                card.alerts = alerts::at_arrival(read.connection(), read.actor(), &family, read.today())?;
            }
            card.outcome = outcome(read, card.id)?;
            Ok(card)
        })
        .collect()
}

fn columns(row: &Row<'_>) -> rusqlite::Result<impl FnOnce(ClientHit) -> VisitCard + use<>> {
    let (id, step, step_since, arrived_at) = (row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?);
    let (doctor, consultant, room, procedure) = (row.get(5)?, row.get(6)?, row.get(7)?, row.get(8)?);
    let (numbing_until, left_at, has_triage) = (row.get(9)?, row.get(10)?, row.get(11)?);
    Ok(move |client| VisitCard {
        id,
        client,
        step,
        step_since,
        arrived_at,
        doctor,
        consultant,
        room,
        procedure,
        numbing_until,
        left_at,
        alerts: Vec::new(),
        has_triage,
        outcome: None,
    })
}

fn outcome(read: &Read<'_>, visit: VisitId) -> Result<Option<ConsultationOutcome>> {
    Ok(read
        .connection()
        .prepare_cached(
            "SELECT outcome FROM consultation WHERE visit_id = ?1 ORDER BY ended_at DESC, id DESC LIMIT 1",
        )?
        .query_row([visit], |row| row.get(0))
        .optional()?)
}
