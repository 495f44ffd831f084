//! The points shop 积分商城: goods and services that are had for points instead of money. A reward is sold at the
//! checkout as what it is, so that a doctor approves it, stock and batches follow, and a refund gives the points back.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::rules::GIVEN_MAX;
use crate::actor::Actor;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::fields::between;
use crate::ids::RewardId;
use crate::store::Store;
use crate::verbs::Verb;

words! {
    /// What a reward is.
    RewardKind {
        /// A session of a procedure.
        Procedure = "procedure",
        /// A pack of a product.
        Product = "product",
    }
}

/// What is had for points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reward {
    /// Its id.
    pub id: RewardId,
    /// What it is.
    pub kind: RewardKind,
    /// The procedure or product.
    pub item: Uuid,
    /// What that is called.
    pub name: String,
    /// For so many points.
    #[ts(type = "number")]
    pub points: i64,
    /// Whether it is offered.
    pub active: bool,
    /// Whether the catalogue still has it: what is not there any more is not offered either.
    pub listed: bool,
}

/// A reward as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RewardInput {
    /// The reward that is edited, or a new id.
    pub id: RewardId,
    /// What it is: of one that is edited, the same for good.
    pub kind: RewardKind,
    /// The procedure or product.
    pub item: Uuid,
    /// For so many points.
    #[ts(type = "number")]
    pub points: i64,
    /// Whether it is offered.
    pub active: bool,
}

const SELECT: &str =
    "SELECT r.id, r.kind, r.item_id, coalesce(procedure.name, product.name, ''), r.points, r.active,
         coalesce(procedure.active, product.active, 0)
     FROM points_reward AS r
     LEFT JOIN procedure ON r.kind = 'procedure' AND procedure.id = r.item_id
     LEFT JOIN product ON r.kind = 'product' AND product.id = r.item_id";

fn reward(row: &rusqlite::Row<'_>) -> rusqlite::Result<Reward> {
    Ok(Reward {
        id: row.get(0)?,
        kind: row.get(1)?,
        item: row.get(2)?,
        name: row.get(3)?,
        points: row.get(4)?,
        active: row.get(5)?,
        listed: row.get(6)?,
    })
}

/// Every reward; those that are offered first, what costs least before the others.
pub(crate) fn all(connection: &Connection) -> Result<Vec<Reward>> {
    let mut statement =
        connection.prepare_cached(&format!("{SELECT} ORDER BY r.active DESC, r.points, r.id"))?;
    Ok(statement.query_map([], reward)?.collect::<rusqlite::Result<_>>()?)
}

/// One that is offered.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub(crate) fn offered(connection: &Connection, id: RewardId) -> Result<Reward> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE r.id = ?1 AND r.active"))?
        .query_row([id], reward)
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("reward"))
}

/// Writes a reward. What was had keeps what it was.
///
/// # Errors
/// By field: [`ErrorCode::NotFound`] of an item that the catalogue does not have any more, [`ErrorCode::InvalidValue`] of
/// another item than it was, [`ErrorCode::InvalidValue`] of the points, [`ErrorCode::NameTaken`]
/// where the item is offered already, [`ErrorCode::VialBookOnly`] of a toxin's packs.
pub fn set(store: &Store, actor: &Actor, input: &RewardInput) -> Result<()> {
    store.transact(actor, Verb::PointsSetReward, |tx| {
        let connection = tx.connection();
        between("points", input.points, 1, GIVEN_MAX)?;
        let was: Option<(RewardKind, Uuid)> = connection
            .query_row("SELECT kind, item_id FROM points_reward WHERE id = ?1", [input.id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        // A checkout that was put aside with it means what it was.
        if was.is_some_and(|was| was != (input.kind, input.item)) {
            return Err(ErrorCode::InvalidValue.at("item"));
        }
        let (name, toxin, listed) = named(connection, input)?;
        if input.active && !listed {
            return Err(ErrorCode::NotFound.at("item"));
        }
        if toxin {
            return Err(ErrorCode::VialBookOnly.at("item"));
        }
        let taken = connection
            .prepare_cached(
                "SELECT 1 FROM points_reward WHERE kind = ?1 AND item_id = ?2 AND active AND id <> ?3",
            )?
            .exists(params![input.kind, input.item, input.id])?;
        if taken && input.active {
            return Err(ErrorCode::NameTaken.at("item"));
        }
        tx.detail("name", name);
        tx.detail("points", input.points);
        connection.execute(
            "INSERT INTO points_reward (id, kind, item_id, points, active) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET points = excluded.points, active = excluded.active",
            params![input.id, input.kind, input.item, input.points, input.active],
        )?;
        Ok(())
    })
}

fn named(connection: &Connection, input: &RewardInput) -> Result<(String, bool, bool)> {
    let sql = match input.kind {
        RewardKind::Procedure => "SELECT name, 0, active FROM procedure WHERE id = ?1",
        RewardKind::Product => "SELECT name, toxin, active FROM product WHERE id = ?1",
    };
    connection
        .prepare_cached(sql)?
        .query_row([input.item], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("item"))
}
