//! Reading what was spent: of one client with all files joined, or of everybody, one client after the other.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::{Amounts, Spent};
use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;

const COLUMNS: &str =
    "day, at, cause_id, counts_on, kind, sale_id, sales, used_sold, used_executed, used_products,
    paid_in_sold, paid_in_executed, paid_in_products, ahead, client_id";

fn spent(row: &Row<'_>) -> rusqlite::Result<Spent> {
    let day = |at: usize| -> rusqlite::Result<NaiveDate> {
        Ok(NaiveDate::from_num_days_from_ce_opt(row.get(at)?).unwrap_or_default())
    };
    let amount = |at: usize| row.get::<_, i64>(at);
    Ok(Spent {
        day: day(0)?,
        at: row.get(1)?,
        cause: row.get(2)?,
        counts_on: day(3)?,
        kind: row.get(4)?,
        sale: row.get(5)?,
        sales: row.get(6)?,
        amounts: Amounts::of([
            amount(7)?,
            amount(8)?,
            amount(9)?,
            amount(10)?,
            amount(11)?,
            amount(12)?,
            amount(13)?,
        ]),
    })
}

/// In the order of time.
pub(crate) fn of_family(connection: &Connection, family: &[ClientId]) -> Result<Vec<Spent>> {
    let mut all = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM spending WHERE client_id = ?1 ORDER BY day, at, cause_id, counts_on"
        ))?;
        let rows = statement.query_map([client], spent)?;
        all.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    in_order(&mut all);
    Ok(all)
}

/// Puts it into the order of time.
pub(crate) fn in_order(all: &mut [Spent]) {
    all.sort_by_key(|one| (one.day, one.at, one.cause, one.counts_on));
}

/// Everybody who spent anything, with what they spent in the order of time; joined files as the one that goes on. Those
/// in `also` are there even where they spent nothing.
pub(crate) fn each(
    connection: &Connection,
    also: &[ClientId],
    mut visit: impl FnMut(ClientId, &[Spent]) -> Result<()>,
) -> Result<()> {
    let mut joined: BTreeMap<ClientId, Vec<Spent>> = BTreeMap::new();
    let survivors = survivors(connection)?;
    for survivor in survivors.values() {
        joined.entry(*survivor).or_default();
    }
    for client in also {
        joined.entry(survivors.get(client).copied().unwrap_or(*client)).or_default();
    }
    let mut own: Vec<Spent> = Vec::new();
    let mut done = |client: ClientId, own: &mut Vec<Spent>| -> Result<()> {
        match joined.get_mut(survivors.get(&client).unwrap_or(&client)) {
            Some(family) => family.append(own),
            None => visit(client, own)?,
        }
        own.clear();
        Ok(())
    };
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM spending ORDER BY client_id, day, at, cause_id, counts_on"
    ))?;
    let mut rows = statement.query([])?;
    let mut of: Option<ClientId> = None;
    while let Some(row) = rows.next()? {
        let client: ClientId = row.get(14)?;
        if let Some(before) = of.replace(client).filter(|before| *before != client) {
            done(before, &mut own)?;
        }
        own.push(spent(row)?);
    }
    if let Some(last) = of {
        done(last, &mut own)?;
    }
    for (client, mut family) in joined {
        in_order(&mut family);
        visit(client, &family)?;
    }
    Ok(())
}

/// Of every file that is joined into another, which one goes on.
fn survivors(connection: &Connection) -> Result<HashMap<ClientId, ClientId>> {
    let mut statement =
        connection.prepare_cached("SELECT loser_id FROM client_alias WHERE ended_at IS NULL")?;
    let losers = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<ClientId>>>()?;
    let mut survivors = HashMap::new();
    for loser in losers {
        survivors.insert(loser, clients::survivor(connection, loser)?);
    }
    Ok(survivors)
}
