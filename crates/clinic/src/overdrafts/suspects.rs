//! Where a ledger may be below nothing: derived, so that the owner's desk, asked after every change, need not add up
//! everything that ever happened.

use std::collections::BTreeSet;

use jingtai_sync::RowChange;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::amounts;
use crate::error::Result;
use crate::ids::{ClientId, EntitlementId, PlanLineId, SaleId, SaleLineId};
use crate::membership::points;

/// What may be overdrawn, as the table names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Suspect {
    /// A client's money kept here.
    Pots,
    /// A client's points.
    Points,
    /// An entitlement.
    Sessions,
    /// A sale's debt, paid too much.
    Debt,
    /// A plan's line, sold too often.
    Plan,
    /// A sale's line, given back beyond its price.
    Line,
}

impl Suspect {
    const ALL: [Suspect; 6] =
        [Suspect::Pots, Suspect::Points, Suspect::Sessions, Suspect::Debt, Suspect::Plan, Suspect::Line];

    fn name(self) -> &'static str {
        match self {
            Suspect::Pots => "pots",
            Suspect::Points => "points",
            Suspect::Sessions => "sessions",
            Suspect::Debt => "debt",
            Suspect::Plan => "plan",
            Suspect::Line => "line",
        }
    }

    /// All that anything was ever written about.
    fn everything(self) -> &'static str {
        match self {
            Suspect::Pots => "SELECT DISTINCT client_id FROM account_entry",
            Suspect::Points => "SELECT DISTINCT client_id FROM points_entry",
            Suspect::Sessions => "SELECT DISTINCT entitlement_id FROM entitlement_entry",
            Suspect::Debt => "SELECT sale_id FROM arrears",
            Suspect::Plan => {
                "SELECT DISTINCT plan_line_id FROM sale_line WHERE plan_line_id IS NOT NULL
                 UNION SELECT plan_line_id FROM settlement WHERE plan_line_id IS NOT NULL"
            }
            Suspect::Line => "SELECT DISTINCT line_id FROM refund_part WHERE line_id IS NOT NULL",
        }
    }

    fn overdrawn(self, connection: &Connection, id: Uuid) -> Result<bool> {
        Ok(match self {
            Suspect::Pots => {
                amounts::pots(connection, &[ClientId(id)])?.iter().any(|(_, amount)| *amount > 0)
            }
            Suspect::Points => points::entries::overdrawn(connection, &[ClientId(id)])? > 0,
            Suspect::Sessions => amounts::sessions(connection, EntitlementId(id))? > 0,
            Suspect::Debt => amounts::debt(connection, SaleId(id))? > 0,
            Suspect::Plan => amounts::plan(connection, PlanLineId(id))? > 0,
            Suspect::Line => amounts::line(connection, SaleLineId(id))? > 0,
        })
    }

    fn look_at(self, connection: &Connection, id: Uuid) -> Result<()> {
        let sql = if self.overdrawn(connection, id)? {
            "INSERT OR IGNORE INTO overdrawn (kind, id) VALUES (?1, ?2)"
        } else {
            "DELETE FROM overdrawn WHERE kind = ?1 AND id = ?2"
        };
        connection.prepare_cached(sql)?.execute(params![self.name(), id])?;
        Ok(())
    }
}

/// Brings the list up to what was written.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let mut touched: BTreeSet<(Suspect, Uuid)> = BTreeSet::new();
    for row in rows {
        // What was sold or asked for is looked at as well: what names it may have arrived before it from elsewhere.
        let about = match row.table.as_str() {
            "account_entry" => [Some((Suspect::Pots, row.born_id("client_id"))), None],
            "points_entry" => [Some((Suspect::Points, row.born_id("client_id"))), None],
            "entitlement" => [Some((Suspect::Sessions, row.id())), None],
            "entitlement_entry" => {
                let entitlement = row.born_id("entitlement_id");
                let plan_line = plan_line_of(connection, entitlement)?;
                [Some((Suspect::Sessions, entitlement)), Some((Suspect::Plan, plan_line))]
            }
            "payment" | "refund" | "arrears" => [Some((Suspect::Debt, row.born_id("sale_id"))), None],
            "refund_part" => [Some((Suspect::Line, row.born_id("line_id"))), None],
            "sale_line" => {
                [Some((Suspect::Plan, row.born_id("plan_line_id"))), Some((Suspect::Line, row.id()))]
            }
            "plan_line" => [Some((Suspect::Plan, row.id())), None],
            "settlement" => [
                Some((Suspect::Plan, row.born_id("plan_line_id"))),
                Some((Suspect::Line, row.born_id("line_id"))),
            ],
            _ => [None, None],
        };
        let known = about.into_iter().flatten().filter_map(|(suspect, id)| id.map(|id| (suspect, id)));
        touched.extend(known);
    }
    for (suspect, id) in touched {
        suspect.look_at(connection, id)?;
    }
    Ok(())
}

fn plan_line_of(connection: &Connection, entitlement: Option<Uuid>) -> Result<Option<Uuid>> {
    let found: Option<Option<Uuid>> = connection
        .prepare_cached("SELECT plan_line_id FROM entitlement WHERE id = ?1")?
        .query_row([entitlement], |row| row.get(0))
        .optional()?;
    Ok(found.flatten())
}

/// Looks through everything anew.
///
/// # Errors
/// What the disk gives.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM overdrawn", [])?;
    for suspect in Suspect::ALL {
        let ids = connection
            .prepare(suspect.everything())?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<Uuid>>>()?;
        for id in ids {
            suspect.look_at(connection, id)?;
        }
    }
    Ok(())
}

/// All that stand on it.
pub(super) fn all(connection: &Connection) -> Result<Vec<(Suspect, Uuid)>> {
    let mut statement = connection.prepare_cached("SELECT kind, id FROM overdrawn ORDER BY kind, id")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let mut all = Vec::new();
    for row in rows {
        let (kind, id) = row?;
        all.extend(
            Suspect::ALL.into_iter().find(|suspect| suspect.name() == kind).map(|suspect| (suspect, id)),
        );
    }
    Ok(all)
}
