//! What becomes of an appointment.

use rusqlite::{OptionalExtension, params};

use super::book;
use super::types::{AppointmentStatus, CancelAppointment, OfAppointment};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{AppointmentId, ClientId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The client said that they will come.
///
/// # Errors
/// [`ErrorCode::AppointmentClosed`].
pub fn confirm(store: &Store, actor: &Actor, input: OfAppointment) -> Result<()> {
    use AppointmentStatus::{Booked, Confirmed};
    store.transact(actor, Verb::AppointmentConfirm, |tx| {
        change(tx, input.id, &[Booked], Confirmed, None).map(drop)
    })
}

/// The client did not come.
///
/// # Errors
/// [`ErrorCode::AppointmentClosed`].
pub fn no_show(store: &Store, actor: &Actor, input: OfAppointment) -> Result<()> {
    use AppointmentStatus::{Booked, Confirmed, NoShow};
    store.transact(actor, Verb::AppointmentNoShow, |tx| {
        change(tx, input.id, &[Booked, Confirmed], NoShow, None).map(drop)
    })
}

/// Cancels, with a reason.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::AppointmentClosed`].
pub fn cancel(store: &Store, actor: &Actor, input: &CancelAppointment) -> Result<()> {
    use AppointmentStatus::{Booked, Cancelled, Confirmed};
    store.transact(actor, Verb::AppointmentCancel, |tx| {
        let reason = fields::reason(&input.reason)?;
        tx.detail("reason", &reason);
        change(tx, input.id, &[Booked, Confirmed], Cancelled, Some(&reason)).map(drop)
    })
}

/// Puts an appointment back to booked: the undo of [`confirm`], [`cancel`] and [`no_show`].
///
/// # Errors
/// [`ErrorCode::AppointmentClosed`]; [`ErrorCode::ClashNeedsReason`] where its time was given to another: it is
/// then booked anew, with the reason.
pub fn reopen(store: &Store, actor: &Actor, input: OfAppointment) -> Result<()> {
    use AppointmentStatus::{Booked, Cancelled, Confirmed, NoShow};
    store.transact(actor, Verb::AppointmentReopen, |tx| {
        let was = change(tx, input.id, &[Confirmed, Cancelled, NoShow], Booked, None)?;
        // Meanwhile somebody else may have the time.
        if was != Confirmed && book::is_taken(tx, input.id)? {
            return Err(ErrorCode::ClashNeedsReason.into());
        }
        Ok(())
    })
}

/// Changes the status and gives what it was.
pub(crate) fn change(
    tx: &Tx<'_>,
    id: AppointmentId,
    from: &[AppointmentStatus],
    to: AppointmentStatus,
    reason: Option<&str>,
) -> Result<AppointmentStatus> {
    let found: Option<(AppointmentStatus, ClientId)> = tx
        .connection()
        .prepare_cached("SELECT status, client_id FROM appointment WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (status, client) = found.ok_or(ErrorCode::NotFound)?;
    if !from.contains(&status) {
        return Err(ErrorCode::AppointmentClosed.with("status", status.as_str()));
    }
    tx.about(client);
    tx.connection()
        .prepare_cached("UPDATE appointment SET status = ?2, cancel_reason = ?3 WHERE id = ?1")?
        .execute(params![id, to, reason])?;
    Ok(status)
}
