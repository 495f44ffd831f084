//! What an appointment would clash with.

use chrono::{Datelike, Timelike};
use rusqlite::{Connection, OptionalExtension, named_params};

use super::types::{AppointmentInput, Clash, ClashOver, ClashQuery};
use crate::actor::Actor;
use crate::clients;
use crate::error::Result;
use crate::ids::{AppointmentId, ClientId, EquipmentId, RoomId, StaffId};
use crate::store::{Store, local_time};
use crate::verbs::Verb;

/// The clashes of an appointment not yet saved.
///
/// # Errors
/// What the disk gives.
pub fn clashes(store: &Store, actor: &Actor, input: &ClashQuery) -> Result<Vec<Clash>> {
    store.read(actor, Verb::AppointmentList, |read| {
        find(read.connection(), read.zone(), input.id, &input.appointment)
    })
}

pub(super) fn find(
    connection: &Connection,
    zone: chrono_tz::Tz,
    id: Option<AppointmentId>,
    wanted: &AppointmentInput,
) -> Result<Vec<Clash>> {
    let mut clashes = overlapping(connection, id, wanted)?;
    if let Some(doctor) = wanted.doctor {
        clashes.extend(leaves(connection, doctor, wanted)?);
        clashes.extend(outside_hours(connection, zone, doctor, wanted)?);
    }
    Ok(clashes)
}

pub(super) fn overlapping(
    connection: &Connection,
    id: Option<AppointmentId>,
    wanted: &AppointmentInput,
) -> Result<Vec<Clash>> {
    let family = clients::family(connection, wanted.client)?;
    let mut statement = connection.prepare_cached(include_str!("overlapping.sql"))?;
    // Appointments are at most a day long: the index on the start bounds the search.
    let parameters = named_params! {
        ":id": id, ":starts": wanted.starts_at, ":ends": wanted.ends_at, ":earliest": wanted.starts_at - 86_400_000,
    };
    let rows = statement.query_map(parameters, |row| {
        Ok((
            row.get::<_, AppointmentId>(0)?,
            row.get::<_, i64>(1)?,
            row.get::<_, i64>(2)?,
            row.get::<_, ClientId>(3)?,
            row.get::<_, String>(4)?,
            row.get::<_, Option<StaffId>>(5)?,
            row.get::<_, Option<RoomId>>(6)?,
            row.get::<_, Option<EquipmentId>>(7)?,
        ))
    })?;
    let mut clashes = Vec::new();
    for row in rows {
        let (with, starts_at, ends_at, client, name, doctor, room, equipment) = row?;
        let both = [
            (ClashOver::Client, family.contains(&client)),
            (ClashOver::Doctor, doctor.is_some() && doctor == wanted.doctor),
            (ClashOver::Room, room.is_some() && room == wanted.room),
            (ClashOver::Equipment, equipment.is_some() && equipment == wanted.equipment),
        ];
        clashes.extend(both.into_iter().filter(|(_, same)| *same).map(|(over, _)| Clash {
            over,
            with: Some(with),
            name: name.clone(),
            starts_at: Some(starts_at),
            ends_at: Some(ends_at),
        }));
    }
    Ok(clashes)
}

fn leaves(connection: &Connection, doctor: StaffId, wanted: &AppointmentInput) -> Result<Vec<Clash>> {
    let mut statement = connection.prepare_cached(
        "SELECT reason, starts_at, ends_at FROM leave
         WHERE staff_id = ?1 AND ended_at IS NULL AND starts_at < ?3 AND ends_at > ?2",
    )?;
    let rows = statement.query_map(rusqlite::params![doctor, wanted.starts_at, wanted.ends_at], |row| {
        Ok(Clash {
            over: ClashOver::Leave,
            with: None,
            name: row.get(0)?,
            starts_at: row.get(1)?,
            ends_at: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A doctor without hours on a weekday has none set: that is no clash.
fn outside_hours(
    connection: &Connection,
    zone: chrono_tz::Tz,
    doctor: StaffId,
    wanted: &AppointmentInput,
) -> Result<Option<Clash>> {
    let (from, to) = (local_time(zone, wanted.starts_at), local_time(zone, wanted.ends_at));
    let hours: Option<(bool, u32, u32)> = connection
        .prepare_cached("SELECT works, starts, ends FROM working_hours WHERE staff_id = ?1 AND weekday = ?2")?
        .query_row(rusqlite::params![doctor, from.weekday().number_from_monday()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    let Some((works, starts, ends)) = hours else { return Ok(None) };
    let minute = |time: chrono::NaiveDateTime| time.hour() * 60 + time.minute();
    let last = if from.date() == to.date() { minute(to) } else { 24 * 60 };
    if works && minute(from) >= starts && last <= ends {
        return Ok(None);
    }
    Ok(Some(Clash {
        over: ClashOver::OutsideHours,
        with: None,
        name: String::new(),
        starts_at: None,
        ends_at: None,
    }))
}
