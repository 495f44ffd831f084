//! Points 积分: a ledger of what was earned, redeemed, reversed, adjusted and taken over; the balance, its lots and what
//! expires next are derived ([`fold`]).
//!
//! What earns and what is paid for with points are the owner's [`rules`] and [`rewards`]. A sale's points follow what
//! stands of it ([`follow`]), whatever is paid, given back or taken back; check-ins and referrals give some ([`given`]);
//! they pay as money and for rewards ([`redeem`]).

pub mod adjust;
pub(crate) mod earn;
pub(crate) mod entries;
mod fold;
pub(crate) mod follow;
pub(crate) mod given;
mod moves;
pub(crate) mod redeem;
pub mod rewards;
pub mod rules;

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::entries::Entry;
use self::fold::Folded;
use crate::actor::Actor;
use crate::clients::{
    self,
    types::{ClientRef, words},
};
use crate::error::Result;
use crate::ids::{ClientId, PointsEntryId, SaleId};
use crate::store::Store;
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

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PointsCause {
    /// A sale, or what was still owed of one.
    Sale {
        /// Which.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// What a reward cost.
    Reward {
        /// The sale that it was had with.
        sale: SaleId,
        /// Its number.
        number: String,
        /// What it was.
        name: String,
    },
    /// A refund, or one taken back.
    Refund {
        /// Of which sale.
        sale: SaleId,
        /// The sale's number.
        number: String,
        /// The refund's number.
        refund: String,
    },
    /// 签到.
    SignIn,
    /// 转介绍.
    Referral {
        /// Who was brought.
        client: ClientRef,
        /// The number of the refund by which that came to nothing.
        refund: Option<String>,
    },
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
    /// So many were not asked for although a refund takes them back, being spent already; below nothing where that refund
    /// was taken back.
    #[ts(type = "number")]
    pub let_go: i64,
    /// The last day of what came in.
    pub expires_on: Option<NaiveDate>,
    /// Whether it was taken back whole: what was given by hand, or taken over.
    pub reversed: bool,
    /// What it is about; `None` for what was done by hand or taken over.
    pub cause: Option<PointsCause>,
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
        let entries = entries::shown(connection, &family)?;
        let folded = fold::fold(entries.iter().map(|one| one.noted.clone()).collect(), read.today());
        Ok(statement(&entries, &folded))
    })
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
            let_go: event.let_go,
            expires_on: one.noted.expires_on.filter(|_| expired.is_none()),
            reversed: one.reversed && expired.is_none(),
            cause: one.cause.clone().filter(|_| expired.is_none()),
            reason: if expired.is_some() { String::new() } else { one.reason.clone() },
            approved_by: one.approved_by.clone().filter(|_| expired.is_none()),
            day: expired.unwrap_or(one.noted.day),
            by: one.by.clone().filter(|_| expired.is_none()),
        })
    };
    let lines = folded.events.iter().rev().filter_map(line).collect();
    Points { balance: folded.balance, lots, lines }
}
