//! Days of the calendar.

use rusqlite::Row;

use super::hours;
use super::types::{Appointment, AppointmentStatus, Calendar, CalendarQuery};
use crate::actor::Actor;
use crate::clients::hits;
use crate::error::{ErrorCode, Result};
use crate::ids::ClientId;
use crate::settings::{self, SettingKey};
use crate::store::{Read, Store, day_start};
use crate::verbs::Verb;

/// The longest stretch that is read at once, in days.
const DAYS_MAX: i64 = 31;

/// What the calendar shows of these days.
///
/// # Errors
/// [`ErrorCode::EndBeforeStart`], also for more than 31 days.
pub fn calendar(store: &Store, actor: &Actor, input: CalendarQuery) -> Result<Calendar> {
    store.read(actor, Verb::AppointmentList, |read| {
        let days = (input.to - input.from).num_days();
        let after = input.to.succ_opt().filter(|_| (0..DAYS_MAX).contains(&days));
        let after = after.ok_or_else(|| ErrorCode::EndBeforeStart.at("to"))?;
        let (from, until) = (day_start(read.zone(), input.from), day_start(read.zone(), after));
        let minutes = |key| -> Result<u16> {
            Ok(u16::try_from(settings::whole_number(read.connection(), key)?).unwrap_or_default())
        };
        Ok(Calendar {
            day_starts: minutes(SettingKey::DayStartsAt)?,
            day_ends: minutes(SettingKey::DayEndsAt)?,
            slot: minutes(SettingKey::CalendarSlotMinutes)?,
            appointments: between(read, from, until)?,
            hours: hours::all_hours(read.connection())?,
            leaves: hours::leaves_between(read.connection(), from, until)?,
        })
    })
}

/// Appointments that begin between two instants.
pub(crate) fn between(read: &Read<'_>, from: i64, until: i64) -> Result<Vec<Appointment>> {
    let mut statement = read.connection().prepare_cached(
        "SELECT id, client_id, doctor_id, room_id, equipment_id, procedure_id, starts_at, ends_at, status,
                cancel_reason, clash_reason, note
         FROM appointment WHERE starts_at >= ?1 AND starts_at < ?2 ORDER BY starts_at, id",
    )?;
    let rows = statement.query_map([from, until], |row| Ok((row.get::<_, ClientId>(1)?, columns(row)?)))?;
    rows.map(|row| {
        let (client, columns) = row?;
        Ok(columns(hits::hit(read, client)?))
    })
    .collect()
}

/// Everything of a row but the client, which is looked up.
fn columns(row: &Row<'_>) -> rusqlite::Result<impl FnOnce(crate::clients::ClientHit) -> Appointment + use<>> {
    let id = row.get(0)?;
    let (doctor, room, equipment, procedure) = (row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
    let (starts_at, ends_at) = (row.get(6)?, row.get(7)?);
    let status: AppointmentStatus = row.get(8)?;
    let (cancel_reason, clash_reason, note) = (row.get(9)?, row.get(10)?, row.get(11)?);
    Ok(move |client| Appointment {
        id,
        client,
        doctor,
        room,
        equipment,
        procedure,
        starts_at,
        ends_at,
        status,
        cancel_reason,
        clash_reason,
        note,
    })
}
