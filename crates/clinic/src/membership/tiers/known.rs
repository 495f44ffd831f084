//! What the ledgers and the rules say about a client's tier, gathered for the fold.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, ToSql};

use super::fold::{Brought, Folded, Granted, Known, Step, Until, fold};
use super::types::{TierGrant, TierName};
use crate::clients;
use crate::error::Result;
use crate::ids::ClientId;
use crate::membership::spending::Spent;
use crate::membership::spending::read;

/// Of one client, with all files joined.
pub(super) struct Gathered {
    pub(super) spent: Vec<Spent>,
    /// As people see them, and as the fold does, side by side.
    pub(super) grants: Vec<TierGrant>,
    pub(super) granted: Vec<Granted>,
    brought: Vec<Brought>,
}

impl Gathered {
    pub(super) fn of(connection: &Connection, family: &[ClientId]) -> Result<Gathered> {
        let mut grants = Vec::new();
        let mut brought = Vec::new();
        for client in family {
            grants.extend(grants_where(connection, "g.client_id = ?1", [client])?);
            brought.extend(brought_where(connection, "c.client_id = ?1", [client])?);
        }
        grants.sort_by_key(|(_, (one, _))| (one.from_day, one.id));
        let (grants, granted) = grants.into_iter().map(|(_, grant)| grant).unzip();
        Ok(Gathered {
            spent: read::of_family(connection, family)?,
            grants,
            granted,
            brought: brought.into_iter().map(|(_, brought)| brought).collect(),
        })
    }

    pub(super) fn fold(&self, steps: &[Step<'_>], today: NaiveDate, until: Until) -> Folded {
        let known = Known { steps, spent: &self.spent, grants: &self.granted, brought: &self.brought };
        fold(&known, today, until)
    }
}

/// What stands beside the spending of everybody.
pub(super) struct Beside {
    pub(super) grants: HashMap<ClientId, Vec<Granted>>,
    pub(super) brought: HashMap<ClientId, Vec<Brought>>,
}

impl Beside {
    /// By the file that goes on.
    pub(super) fn all(connection: &Connection) -> Result<Beside> {
        let mut beside = Beside { grants: HashMap::new(), brought: HashMap::new() };
        for (client, (_, granted)) in grants_where(connection, "1", [])? {
            beside.grants.entry(clients::survivor(connection, client)?).or_default().push(granted);
        }
        for (client, brought) in brought_where(connection, "1", [])? {
            beside.brought.entry(clients::survivor(connection, client)?).or_default().push(brought);
        }
        Ok(beside)
    }

    pub(super) fn clients(&self) -> Vec<ClientId> {
        self.grants.keys().chain(self.brought.keys()).copied().collect()
    }

    /// What is known of one of them.
    pub(super) fn known<'a>(
        &'a self,
        client: ClientId,
        steps: &'a [Step<'a>],
        spent: &'a [Spent],
    ) -> Known<'a> {
        Known {
            steps,
            spent,
            grants: self.grants.get(&client).map_or(&[], Vec::as_slice),
            brought: self.brought.get(&client).map_or(&[], Vec::as_slice),
        }
    }
}

type OfClient<T> = (ClientId, T);

fn grants_where<const N: usize>(
    connection: &Connection,
    which: &str,
    of: [&ClientId; N],
) -> Result<Vec<OfClient<(TierGrant, Granted)>>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT g.client_id, g.id, g.code, g.name, g.business_day, g.at, g.until, g.reason, approver.name, staff.name,
                back.business_day, back.at, back.reason
         FROM tier_grant AS g LEFT JOIN tier_grant_end AS back ON back.grant_id = g.id
         LEFT JOIN staff AS approver ON approver.id = g.approved_by LEFT JOIN staff ON staff.id = g.by
         WHERE {which} ORDER BY g.at, g.id, back.at, back.id"
    ))?;
    let rows = statement.query_map(of.map(|id| id as &dyn ToSql).as_slice(), grant)?;
    let mut all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    // Two computers may have taken one back while apart.
    all.dedup_by_key(|(_, (one, _))| one.id);
    Ok(all)
}

fn grant(row: &Row<'_>) -> rusqlite::Result<OfClient<(TierGrant, Granted)>> {
    let (code, name): (String, String) = (row.get(2)?, row.get(3)?);
    let (day, at, until): (NaiveDate, i64, NaiveDate) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let back: Option<NaiveDate> = row.get(10)?;
    let taken_back = match back {
        Some(day) => Some((day, row.get(11)?)),
        None => None,
    };
    let shown = TierGrant {
        id: row.get(1)?,
        tier: TierName { code: code.clone(), name },
        from_day: day,
        until,
        reason: row.get(7)?,
        approved_by: row.get(8)?,
        by: row.get(9)?,
        taken_back: row.get(12)?,
        holds: false,
    };
    Ok((row.get(0)?, (shown, Granted { code, day, at, until, taken_back })))
}

fn brought_where<const N: usize>(
    connection: &Connection,
    which: &str,
    of: [&ClientId; N],
) -> Result<Vec<OfClient<Brought>>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT c.client_id, c.tier, o.business_day, o.at FROM opening_client AS c JOIN opening AS o ON o.id = c.opening_id
         WHERE c.tier <> '' AND {which}
             AND NOT EXISTS (SELECT 1 FROM opening_reversal WHERE opening_client_id = c.id)
         ORDER BY o.at, c.id"
    ))?;
    let rows = statement.query_map(of.map(|id| id as &dyn ToSql).as_slice(), |row| {
        Ok((row.get(0)?, Brought { name: row.get(1)?, day: row.get(2)?, at: row.get(3)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
