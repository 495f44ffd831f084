//! By how much a ledger is below nothing; nothing or less where it is not.

use rusqlite::{Connection, OptionalExtension};

use crate::billing::Pot;
use crate::error::Result;
use crate::ids::{ClientId, EntitlementId, PlanLineId, SaleId, SaleLineId};

/// A family's pots, each in fen.
pub(super) fn pots(connection: &Connection, family: &[ClientId]) -> Result<Vec<(Pot, i64)>> {
    let mut over: Vec<(Pot, i64)> = Pot::ALL.iter().map(|pot| (*pot, 0)).collect();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT pot, -sum(amount) FROM account_entry WHERE client_id = ?1 GROUP BY pot",
        )?;
        let rows = statement.query_map([client], |row| Ok((row.get::<_, Pot>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (pot, below) = row?;
            over.iter_mut().filter(|(other, _)| *other == pot).for_each(|(_, sum)| *sum += below);
        }
    }
    Ok(over)
}

/// An entitlement's sessions.
pub(super) fn sessions(connection: &Connection, entitlement: EntitlementId) -> Result<i64> {
    Ok(connection
        .prepare_cached(
            "SELECT -sessions - coalesce(
                 (SELECT sum(sessions) FROM entitlement_entry WHERE entitlement_id = ?1), 0)
             FROM entitlement WHERE id = ?1",
        )?
        .query_row([entitlement], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// What a sale's debt was paid too much, in fen.
pub(super) fn debt(connection: &Connection, sale: SaleId) -> Result<i64> {
    Ok(connection
        .prepare_cached("SELECT coalesce((SELECT -owed FROM sale_debt WHERE sale_id = ?1), 0)")?
        .query_row([sale], |row| row.get(0))?)
}

/// Sessions of a plan's procedure that were sold beyond what any version of the plan asked for, and that the owner did not
/// accept.
pub(super) fn plan(connection: &Connection, line: PlanLineId) -> Result<i64> {
    Ok(connection
        .prepare_cached(include_str!("plan.sql"))?
        .query_row([line], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}

/// What went back of a sale's line beyond its price, in fen, and that the owner did not accept.
pub(super) fn line(connection: &Connection, line: SaleLineId) -> Result<i64> {
    Ok(connection
        .prepare_cached(
            "SELECT coalesce((SELECT sum(amount) FROM refund_part WHERE line_id = ?1), 0) - price
                 - coalesce((SELECT sum(amount) FROM settlement WHERE line_id = ?1), 0)
             FROM sale_line WHERE id = ?1",
        )?
        .query_row([line], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}
