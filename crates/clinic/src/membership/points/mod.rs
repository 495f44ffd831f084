//! Points 积分: a ledger of what was earned, redeemed, reversed, adjusted and taken over; the balance, its lots and what
//! expires next are derived ([`fold`]).

pub mod adjust;
mod fold;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::fold::{Folded, Noted};
use crate::actor::Actor;
use crate::clients::{self, types::words};
use crate::error::Result;
use crate::ids::{ClientId, OpeningClientId, PointsEntryId, SettlementId, StaffId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// Why points changed.
    PointsKind {
        /// 获得.
        Earn = "earn",
        /// 兑换.
        Redeem = "redeem",
        /// An earlier entry taken back.
        Reverse = "reverse",
        /// 调整: by hand, with a reason.
        Adjust = "adjust",
        /// 期初.
        Opening = "opening",
    }
}

/// The most points that come or go at once.
pub const POINTS_MAX: i64 = 1_000_000_000;

/// Whose points.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PointsOf {
    /// The client.
    pub client: ClientId,
}

/// Points that came in at once and are not all gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointsLot {
    /// The entry that brought them in.
    pub id: PointsEntryId,
    /// How many came.
    #[ts(type = "number")]
    pub points: i64,
    /// How many are left.
    #[ts(type = "number")]
    pub left: i64,
    /// Their last day; `None` for ever.
    pub expires_on: Option<NaiveDate>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

/// A line of the statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointsLine {
    /// The entry; of what expired, the one that had brought it in.
    pub id: PointsEntryId,
    /// Why.
    pub kind: PointsKind,
    /// Of what expired: the last day.
    pub expired: Option<NaiveDate>,
    /// Signed.
    #[ts(type = "number")]
    pub points: i64,
    /// The balance after it.
    #[ts(type = "number")]
    pub after: i64,
    /// The last day of what came in.
    pub expires_on: Option<NaiveDate>,
    /// Whether it was taken back.
    pub reversed: bool,
    /// Why, in words.
    pub reason: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// The clinic's day.
    pub day: NaiveDate,
    /// Who.
    pub by: Option<String>,
}

/// A client's points.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Points {
    /// How many there are; below nothing where two computers spent the same while apart.
    #[ts(type = "number")]
    pub balance: i64,
    /// What is left, what ends first before the others.
    pub lots: Vec<PointsLot>,
    /// What came and went, the latest first; expired points among it.
    pub lines: Vec<PointsLine>,
}

/// Reads a client's points, those of files joined with it too, as of today.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: PointsOf) -> Result<Points> {
    store.read(actor, Verb::PointsRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let family = clients::family(connection, input.client)?;
        let entries = entries(connection, &family)?;
        let folded = fold::fold(entries.iter().map(|one| one.noted.clone()).collect(), read.today());
        Ok(statement(&entries, &folded))
    })
}

/// An entry as it is kept.
struct Entry {
    noted: Noted,
    reason: String,
    reversed: bool,
    approved_by: Option<String>,
    by: Option<String>,
}

fn entries(connection: &Connection, family: &[ClientId]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT p.id, p.at, p.business_day, p.kind, p.points, p.expires_on, p.reverses, p.reason,
                    EXISTS (SELECT 1 FROM points_entry WHERE reverses = p.id), approver.name, staff.name
             FROM points_entry AS p LEFT JOIN staff ON staff.id = p.by
             LEFT JOIN staff AS approver ON approver.id = p.approved_by
             WHERE p.client_id = ?1 ORDER BY p.at, p.id",
        )?;
        let rows = statement.query_map([client], |row| {
            Ok(Entry {
                noted: Noted {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    day: row.get(2)?,
                    kind: row.get(3)?,
                    points: row.get(4)?,
                    expires_on: row.get(5)?,
                    reverses: row.get(6)?,
                },
                reason: row.get(7)?,
                reversed: row.get(8)?,
                approved_by: row.get(9)?,
                by: row.get(10)?,
            })
        })?;
        entries.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(entries)
}

/// A family's points, folded.
fn folded(connection: &Connection, family: &[ClientId], today: NaiveDate) -> Result<Folded> {
    let entries = entries(connection, family)?;
    Ok(fold::fold(entries.into_iter().map(|one| one.noted).collect(), today))
}

/// By how much a family's points are overdrawn; the day has no part in it.
pub(crate) fn overdrawn(connection: &Connection, family: &[ClientId]) -> Result<i64> {
    Ok(folded(connection, family, NaiveDate::MAX)?.overdrawn)
}

/// Takes back what a client's opening balances brought in. `false` where some of it was spent; nothing is written then.
pub(crate) fn take_back_opening(
    tx: &Tx<'_>,
    family: &[ClientId],
    opening: OpeningClientId,
    reason: &str,
    approver: StaffId,
) -> Result<bool> {
    let mut statement = tx.connection().prepare_cached(
        "SELECT id, client_id, points FROM points_entry WHERE opening_client_id = ?1 AND kind = 'opening'
         ORDER BY id",
    )?;
    let brought = statement
        .query_map([opening], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(PointsEntryId, ClientId, i64)>>>()?;
    if brought.is_empty() {
        return Ok(true);
    }
    let folded = folded(tx.connection(), family, tx.today())?;
    let spent = |id: PointsEntryId| folded.lots.iter().any(|lot| lot.entry == id && lot.spent() > 0);
    if brought.iter().any(|(id, ..)| spent(*id)) {
        return Ok(false);
    }
    for (reverses, client, points) in brought {
        let entry = NewEntry {
            reverses: Some(reverses),
            reason,
            opening: Some(opening),
            approver: Some(approver),
            ..NewEntry::of(PointsEntryId(tx.new_id()), client, PointsKind::Reverse, -points)
        };
        write(tx, &entry)?;
    }
    Ok(true)
}

fn statement(entries: &[Entry], folded: &Folded) -> Points {
    let by_id: HashMap<PointsEntryId, &Entry> = entries.iter().map(|one| (one.noted.id, one)).collect();
    let entry = |id: PointsEntryId| by_id.get(&id).copied();
    let mut lots: Vec<PointsLot> = folded
        .lots
        .iter()
        .filter(|lot| lot.left > 0)
        .map(|lot| PointsLot {
            id: lot.entry,
            points: lot.points,
            left: lot.left,
            expires_on: lot.expires_on,
            at: entry(lot.entry).map_or(0, |one| one.noted.at),
        })
        .collect();
    lots.sort_by_key(|lot| (lot.expires_on.is_none(), lot.expires_on, lot.at, lot.id));
    let line = |event: &fold::Event| {
        let one = entry(event.entry)?;
        let expired = event.expired;
        Some(PointsLine {
            id: event.entry,
            kind: one.noted.kind,
            expired,
            points: event.points,
            after: event.after,
            expires_on: one.noted.expires_on.filter(|_| expired.is_none()),
            reversed: one.reversed && expired.is_none(),
            reason: if expired.is_some() { String::new() } else { one.reason.clone() },
            approved_by: one.approved_by.clone().filter(|_| expired.is_none()),
            day: expired.unwrap_or(one.noted.day),
            by: one.by.clone().filter(|_| expired.is_none()),
        })
    };
    let lines = folded.events.iter().rev().filter_map(line).collect();
    Points { balance: folded.balance, lots, lines }
}

/// What changes a client's points.
pub(crate) struct NewEntry<'a> {
    pub(crate) id: PointsEntryId,
    pub(crate) client: ClientId,
    pub(crate) kind: PointsKind,
    /// Signed.
    pub(crate) points: i64,
    pub(crate) expires_on: Option<NaiveDate>,
    pub(crate) reverses: Option<PointsEntryId>,
    pub(crate) reason: &'a str,
    pub(crate) opening: Option<OpeningClientId>,
    pub(crate) settlement: Option<SettlementId>,
    pub(crate) approver: Option<StaffId>,
}

impl NewEntry<'_> {
    /// Without end, of its own, and without a reason yet.
    pub(crate) fn of(id: PointsEntryId, client: ClientId, kind: PointsKind, points: i64) -> Self {
        NewEntry {
            id,
            client,
            kind,
            points,
            expires_on: None,
            reverses: None,
            reason: "",
            opening: None,
            settlement: None,
            approver: None,
        }
    }
}

pub(crate) fn write(tx: &Tx<'_>, entry: &NewEntry<'_>) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO points_entry (id, client_id, kind, points, expires_on, reverses, reason, opening_client_id,
                 settlement_id, approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            entry.id,
            entry.client,
            entry.kind,
            entry.points,
            entry.expires_on,
            entry.reverses,
            entry.reason,
            entry.opening,
            entry.settlement,
            entry.approver,
            tx.today(),
            tx.now(),
            tx.staff_id()
        ])?;
    Ok(())
}
