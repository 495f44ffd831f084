//! Points by hand: given or taken with a reason, and an entry taken back.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entries::{NewEntry, folded, write};
use super::{POINTS_MAX, PointsKind};
use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, between};
use crate::ids::{ClientId, PointsEntryId};
use crate::permissions::Permission;
use crate::stock::Witnessed;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Points given or taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AdjustPoints {
    /// Drawn once by the window: said twice, it is done once.
    pub id: PointsEntryId,
    /// Whose.
    pub client: ClientId,
    /// Signed, not nothing; no more are taken than there are.
    #[ts(type = "number")]
    pub points: i64,
    /// The last day of what is given; `None` for ever.
    pub expires_on: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// An entry to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReversePoints {
    /// Its own id, drawn once by the window: said twice, it is taken back once.
    pub id: PointsEntryId,
    /// The adjustment that was wrong.
    pub entry: PointsEntryId,
    /// Why.
    pub reason: String,
}

/// Gives or takes points. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::InvalidValue`], [`ErrorCode::DayPast`] of the last day,
/// [`ErrorCode::PointsTooFew`] with what is there, [`ErrorCode::ReasonRequired`], [`ErrorCode::ApprovalRequired`],
/// [`ErrorCode::NotPermitted`] of the approver.
pub fn adjust(store: &Store, actor: &Actor, adjusting: Witnessed<'_, AdjustPoints>) -> Result<()> {
    let input = adjusting.input;
    store.transact(actor, Verb::PointsAdjust, |tx| {
        let connection = tx.connection();
        clients::require(connection, input.client)?;
        let family = clients::family(connection, input.client)?;
        if already(tx, input.id, family[0], input.points, None)? {
            return Ok(());
        }
        tx.about(family[0]);
        between("points", input.points, -POINTS_MAX, POINTS_MAX)?;
        if input.points == 0 {
            return Err(ErrorCode::Required.at("points"));
        }
        let given = input.points > 0;
        if given && input.expires_on.is_some_and(|last| last < tx.today()) {
            return Err(ErrorCode::DayPast.at("expiresOn"));
        }
        let there = folded(connection, &family, tx.today())?.available();
        if !given && -input.points > there {
            return Err(ErrorCode::PointsTooFew.at("points").with("available", there));
        }
        let entry = NewEntry {
            expires_on: input.expires_on.filter(|_| given),
            reason: &fields::reason(&input.reason)?,
            approver: adjusting.approved(actor, Permission::ChangeLedgers, "ledgers")?,
            ..NewEntry::of(input.id, family[0], PointsKind::Adjust, input.points)
        };
        tx.detail("points", input.points);
        write(tx, &entry)
    })
}

/// Takes an adjustment back. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::CannotReverse`] of what is no adjustment, [`ErrorCode::AlreadyReversed`],
/// [`ErrorCode::PointsTooFew`] where what was given is spent; [`ErrorCode::ReasonRequired`],
/// [`ErrorCode::ApprovalRequired`], [`ErrorCode::NotPermitted`] of the approver.
pub fn reverse(store: &Store, actor: &Actor, reversing: Witnessed<'_, ReversePoints>) -> Result<()> {
    let input = reversing.input;
    store.transact(actor, Verb::PointsReverse, |tx| {
        let connection = tx.connection();
        let (client, kind, points, settles): (ClientId, PointsKind, i64, bool) = connection
            .query_row(
                "SELECT client_id, kind, points, settlement_id IS NOT NULL FROM points_entry WHERE id = ?1",
                [input.entry],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
            )
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("entry"))?;
        let family = clients::family(connection, client)?;
        if already(tx, input.id, family[0], -points, Some(input.entry))? {
            return Ok(());
        }
        tx.about(family[0]);
        if kind != PointsKind::Adjust || settles {
            return Err(ErrorCode::CannotReverse.at("entry"));
        }
        if connection.prepare("SELECT 1 FROM points_entry WHERE reverses = ?1")?.exists([input.entry])? {
            return Err(ErrorCode::AlreadyReversed.at("entry"));
        }
        let before = folded(connection, &family, tx.today())?.balance;
        let entry = NewEntry {
            reverses: Some(input.entry),
            reason: &fields::reason(&input.reason)?,
            approver: reversing.approved(actor, Permission::ChangeLedgers, "ledgers")?,
            ..NewEntry::of(input.id, client, PointsKind::Reverse, -points)
        };
        write(tx, &entry)?;
        let after = folded(connection, &family, tx.today())?.balance;
        if after < 0 && after < before {
            return Err(ErrorCode::PointsTooFew.at("entry").with("available", before.max(0)));
        }
        tx.detail("points", -points);
        Ok(())
    })
}

/// Whether an entry of this id is written: this one, or it is another.
fn already(
    tx: &Tx<'_>,
    id: PointsEntryId,
    client: ClientId,
    points: i64,
    reverses: Option<PointsEntryId>,
) -> Result<bool> {
    let found: Option<(ClientId, bool)> = tx
        .connection()
        .prepare_cached("SELECT client_id, points = ?2 AND reverses IS ?3 FROM points_entry WHERE id = ?1")?
        .query_row(params![id, points, reverses], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        None => Ok(false),
        Some((whose, same)) if same && clients::survivor(tx.connection(), whose)? == client => Ok(true),
        Some(_) => Err(ErrorCode::ChangedMeanwhile.at("id")),
    }
}
