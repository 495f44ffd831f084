//! Regular working hours and leave.

use rusqlite::{Connection, params};

use super::types::{Leave, LeaveInput, OfLeave, WorkingHours};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::LeaveId;
use crate::store::Store;
use crate::verbs::Verb;

/// Sets a person's regular hours on a weekday.
///
/// # Errors
/// [`ErrorCode::InvalidValue`], [`ErrorCode::EndBeforeStart`].
pub fn set_hours(store: &Store, actor: &Actor, input: &WorkingHours) -> Result<()> {
    store.transact(actor, Verb::StaffSetHours, |tx| {
        if !(1..=7).contains(&input.weekday) {
            return Err(ErrorCode::InvalidValue.at("weekday"));
        }
        if input.works && (input.ends <= input.starts || input.ends > 1_440) {
            return Err(ErrorCode::EndBeforeStart.at("ends"));
        }
        tx.connection().execute(
            "INSERT INTO working_hours (staff_id, weekday, works, starts, ends) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (staff_id, weekday) DO UPDATE SET works = excluded.works, starts = excluded.starts,
                 ends = excluded.ends",
            params![input.staff_id, input.weekday, input.works, input.starts, input.ends],
        )?;
        Ok(())
    })
}

/// Enters a leave.
///
/// # Errors
/// [`ErrorCode::EndBeforeStart`].
pub fn add_leave(store: &Store, actor: &Actor, input: &LeaveInput) -> Result<LeaveId> {
    store.transact(actor, Verb::StaffAddLeave, |tx| {
        let reason = fields::optional("reason", &input.reason, LINE_MAX)?;
        if input.ends_at <= input.starts_at {
            return Err(ErrorCode::EndBeforeStart.at("endsAt"));
        }
        let id = LeaveId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO leave (id, staff_id, starts_at, ends_at, reason, created_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, input.staff_id, input.starts_at, input.ends_at, reason, tx.staff_id()],
        )?;
        Ok(id)
    })
}

/// Takes a leave back.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn end_leave(store: &Store, actor: &Actor, input: OfLeave) -> Result<()> {
    store.transact(actor, Verb::StaffEndLeave, |tx| {
        let changed = tx.connection().execute(
            "UPDATE leave SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL",
            params![input.id, tx.now()],
        )?;
        if changed == 0 { Err(ErrorCode::NotFound.into()) } else { Ok(()) }
    })
}

pub(super) fn all_hours(connection: &Connection) -> Result<Vec<WorkingHours>> {
    let mut statement = connection.prepare_cached(
        "SELECT staff_id, weekday, works, starts, ends FROM working_hours ORDER BY staff_id, weekday",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(WorkingHours {
            staff_id: row.get(0)?,
            weekday: row.get(1)?,
            works: row.get(2)?,
            starts: row.get(3)?,
            ends: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn leaves_between(connection: &Connection, from: i64, until: i64) -> Result<Vec<Leave>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, staff_id, starts_at, ends_at, reason FROM leave
         WHERE ended_at IS NULL AND starts_at < ?2 AND ends_at > ?1 ORDER BY starts_at",
    )?;
    let rows = statement.query_map([from, until], |row| {
        Ok(Leave {
            id: row.get(0)?,
            staff_id: row.get(1)?,
            starts_at: row.get(2)?,
            ends_at: row.get(3)?,
            reason: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
