//! The owner makes good what is overdrawn: the clinic bears it, with a reason that stays.
//!
//! What a client paid twice is no entry here: it is given back ([`crate::billing::refunds`]). So can a client pay in what
//! was spent twice, or buy what was had twice, before the owner settles what is left.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::amounts;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::Pot;
use crate::billing::accounts::make_good;
use crate::billing::entitlements;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, EntitlementId, PlanLineId, PointsEntryId, SaleLineId, SettlementId};
use crate::membership::points::PointsKind;
use crate::membership::points::entries::{self as points, NewEntry};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// What is made good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum Settled {
    /// Money kept here.
    Pot {
        /// Whose.
        client: ClientId,
        /// Which.
        pot: Pot,
    },
    /// Points.
    Points {
        /// Whose.
        client: ClientId,
    },
    /// Sessions.
    Sessions {
        /// Of which.
        entitlement: EntitlementId,
    },
    /// What was sold beyond a plan is accepted.
    Plan {
        /// Of which line.
        plan_line: PlanLineId,
    },
    /// What was given back beyond the price is accepted.
    Line {
        /// Of which line.
        line: SaleLineId,
    },
}

/// Something to make good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettleOverdraft {
    /// Drawn once by the window: said twice, it is done once.
    pub id: SettlementId,
    /// What.
    pub of: Settled,
    /// So much, at most what is overdrawn: fen, points or sessions.
    #[ts(type = "number")]
    pub amount: i64,
    /// Why.
    pub reason: String,
}

/// Makes it good.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::NotOverdrawn`] with the most, [`ErrorCode::ReasonRequired`].
pub fn settle(store: &Store, actor: &Actor, input: &SettleOverdraft) -> Result<()> {
    store.transact(actor, Verb::OverdraftSettle, |tx| {
        let connection = tx.connection();
        let (kind, entitlement, plan_line, line) = match input.of {
            Settled::Pot { pot, .. } => (pot.as_str(), None, None, None),
            Settled::Points { .. } => ("points", None, None, None),
            Settled::Sessions { entitlement } => ("sessions", Some(entitlement), None, None),
            Settled::Plan { plan_line } => ("plan", None, Some(plan_line), None),
            Settled::Line { line } => ("line", None, None, Some(line)),
        };
        let same: Option<bool> = connection
            .query_row(
                "SELECT kind = ?2 AND amount = ?3 AND entitlement_id IS ?4 AND plan_line_id IS ?5 AND line_id IS ?6
                 FROM settlement WHERE id = ?1",
                params![input.id, kind, input.amount, entitlement, plan_line, line],
                |row| row.get(0),
            )
            .optional()?;
        match same {
            Some(true) => return Ok(()),
            Some(false) => return Err(ErrorCode::ChangedMeanwhile.at("id")),
            None => {}
        }
        let (client, most) = stands(connection, input.of)?;
        tx.about(client);
        if input.amount < 1 || input.amount > most {
            return Err(ErrorCode::NotOverdrawn.at("amount").with("most", most.max(0)));
        }
        let reason = fields::reason(&input.reason)?;
        connection.execute(
            "INSERT INTO settlement (id, kind, client_id, entitlement_id, plan_line_id, line_id, amount, reason,
                 business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                input.id,
                kind,
                client,
                entitlement,
                plan_line,
                line,
                input.amount,
                reason,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ],
        )?;
        tx.detail("kind", kind);
        tx.detail("amount", input.amount);
        enter(tx, input, client, &reason)
    })
}

/// Whose it is, and by how much it is overdrawn.
fn stands(connection: &Connection, of: Settled) -> Result<(ClientId, i64)> {
    let whose = |sql: &str, id: &dyn rusqlite::ToSql| -> Result<ClientId> {
        let client: Option<ClientId> = connection.query_row(sql, [id], |row| row.get(0)).optional()?;
        clients::survivor(connection, client.ok_or_else(|| ErrorCode::NotFound.at("of"))?)
    };
    Ok(match of {
        Settled::Pot { client, pot } => {
            let family = clients::family(connection, client)?;
            let over = amounts::pots(connection, &family)?;
            (family[0], over.iter().find(|(other, _)| *other == pot).map_or(0, |(_, over)| *over))
        }
        Settled::Points { client } => {
            let family = clients::family(connection, client)?;
            (family[0], points::overdrawn(connection, &family)?)
        }
        Settled::Sessions { entitlement } => (
            whose("SELECT client_id FROM entitlement WHERE id = ?1", &entitlement)?,
            amounts::sessions(connection, entitlement)?,
        ),
        Settled::Plan { plan_line } => (
            whose(
                "SELECT plan.client_id FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id
                 JOIN plan ON plan.id = v.plan_id WHERE l.id = ?1",
                &plan_line,
            )?,
            amounts::plan(connection, plan_line)?,
        ),
        Settled::Line { line } => (
            whose(
                "SELECT sale.client_id FROM sale_line AS l JOIN sale ON sale.id = l.sale_id WHERE l.id = ?1",
                &line,
            )?,
            amounts::line(connection, line)?,
        ),
    })
}

/// The entries that make it good; what is only accepted has none but the settlement itself.
fn enter(tx: &Tx<'_>, input: &SettleOverdraft, client: ClientId, reason: &str) -> Result<()> {
    match input.of {
        Settled::Pot { pot, .. } => make_good(tx, client, pot, Fen(input.amount), input.id),
        Settled::Points { .. } => points::write(
            tx,
            &NewEntry {
                reason,
                settlement: Some(input.id),
                ..NewEntry::of(PointsEntryId(tx.new_id()), client, PointsKind::Adjust, input.amount)
            },
        ),
        Settled::Sessions { entitlement } => entitlements::make_good(tx, entitlement, input.amount, input.id),
        Settled::Plan { .. } | Settled::Line { .. } => Ok(()),
    }
}
