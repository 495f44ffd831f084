//! What two computers gave away twice while they were apart: stored value spent twice, the last session redeemed twice,
//! points, debts paid twice, a plan's sessions sold twice, a line given back twice. No entry is refused or dropped for it
//! (SYNC.md 7): what is below nothing stands before the owner, who gets it back from the client, gives back what is too
//! much, or makes it good here ([`settle`]).

mod amounts;
pub mod settle;
mod suspects;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::suspects::Suspect;
use crate::billing::Pot;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{ClientId, EntitlementId, PlanId, PlanLineId, SaleId, SaleLineId};
use crate::store::business_day;

pub(crate) use suspects::{rebuild, refresh};

/// What is overdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum OverdraftOf {
    /// Money kept here, in fen.
    Pot {
        /// Which.
        pot: Pot,
    },
    /// Points.
    Points,
    /// Sessions.
    Sessions {
        /// Of which.
        entitlement: EntitlementId,
        /// Of what.
        name: String,
        /// By which sale.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// A debt paid too much, in fen: it is given back.
    Debt {
        /// Of which sale.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// Sessions sold beyond a plan.
    Plan {
        /// Which line of it.
        plan_line: PlanLineId,
        /// Which plan.
        plan: PlanId,
        /// The procedure.
        name: String,
    },
    /// Given back beyond the price, in fen.
    Line {
        /// Which line.
        line: SaleLineId,
        /// Of what; empty for money.
        name: String,
        /// Of which sale.
        sale: SaleId,
        /// Its number.
        number: String,
    },
}

/// Something overdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Overdraft {
    /// Whose.
    pub client: ClientRef,
    /// What.
    pub of: OverdraftOf,
    /// By how much, above nothing.
    #[ts(type = "number")]
    pub amount: i64,
    /// The day of what was last written about it.
    pub since: NaiveDate,
}

/// Everything that is overdrawn.
pub(crate) fn all(connection: &Connection, zone: chrono_tz::Tz) -> Result<Vec<Overdraft>> {
    let mut found: Vec<Overdraft> = Vec::new();
    for (suspect, id) in suspects::all(connection)? {
        let asked = Asked { connection, zone };
        let these = match suspect {
            Suspect::Pots => asked.pots(ClientId(id))?,
            Suspect::Points => asked.points(ClientId(id))?,
            Suspect::Sessions => asked.sessions(EntitlementId(id))?,
            Suspect::Debt => asked.debt(SaleId(id))?,
            Suspect::Plan => asked.plan(PlanLineId(id))?,
            Suspect::Line => asked.line(SaleLineId(id))?,
        };
        // A family's stands once, whichever of its files it was found in; a plan's, whichever of its lines.
        found.extend(
            these.into_iter().filter(|one| !found.iter().any(|other| same(other, one))).collect::<Vec<_>>(),
        );
    }
    Ok(found)
}

fn same(one: &Overdraft, other: &Overdraft) -> bool {
    match (&one.of, &other.of) {
        (OverdraftOf::Plan { plan, name, .. }, OverdraftOf::Plan { plan: plan_2, name: name_2, .. }) => {
            plan == plan_2 && name == name_2
        }
        (of, other_of) => one.client.id == other.client.id && of == other_of,
    }
}

struct Asked<'a> {
    connection: &'a Connection,
    zone: chrono_tz::Tz,
}

impl Asked<'_> {
    fn one(&self, client: ClientId, of: OverdraftOf, amount: i64, at: Option<i64>) -> Result<Vec<Overdraft>> {
        let client = self
            .connection
            .prepare_cached("SELECT id, name, member_number FROM client WHERE id = ?1")?
            .query_row([clients::survivor(self.connection, client)?], |row| {
                Ok(ClientRef { id: row.get(0)?, name: row.get(1)?, member_number: row.get(2)? })
            })
            .optional()?;
        let since = business_day(self.zone, at.unwrap_or(0));
        Ok(client.into_iter().map(|client| Overdraft { client, of: of.clone(), amount, since }).collect())
    }

    fn last(&self, sql: &str, id: impl rusqlite::ToSql) -> Result<Option<i64>> {
        Ok(self.connection.prepare_cached(sql)?.query_row(params![id], |row| row.get(0))?)
    }

    fn pots(&self, client: ClientId) -> Result<Vec<Overdraft>> {
        let family = clients::family(self.connection, client)?;
        let mut found = Vec::new();
        for (pot, amount) in amounts::pots(self.connection, &family)? {
            if amount > 0 {
                let at = self.last("SELECT max(at) FROM account_entry WHERE client_id = ?1", client)?;
                found.extend(self.one(client, OverdraftOf::Pot { pot }, amount, at)?);
            }
        }
        Ok(found)
    }

    fn points(&self, client: ClientId) -> Result<Vec<Overdraft>> {
        let family = clients::family(self.connection, client)?;
        let amount = amounts::points(self.connection, &family)?;
        if amount <= 0 {
            return Ok(Vec::new());
        }
        let at = self.last("SELECT max(at) FROM points_entry WHERE client_id = ?1", client)?;
        self.one(client, OverdraftOf::Points, amount, at)
    }

    fn sessions(&self, entitlement: EntitlementId) -> Result<Vec<Overdraft>> {
        let amount = amounts::sessions(self.connection, entitlement)?;
        let found: Option<(ClientId, String, SaleId, String)> = self
            .connection
            .prepare_cached(
                "SELECT e.client_id, e.name, e.sale_id, sale.number FROM entitlement AS e
                 JOIN sale ON sale.id = e.sale_id WHERE e.id = ?1",
            )?
            .query_row([entitlement], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        match found {
            Some((client, name, sale, number)) if amount > 0 => {
                let at = self
                    .last("SELECT max(at) FROM entitlement_entry WHERE entitlement_id = ?1", entitlement)?;
                self.one(client, OverdraftOf::Sessions { entitlement, name, sale, number }, amount, at)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn debt(&self, sale: SaleId) -> Result<Vec<Overdraft>> {
        let amount = amounts::debt(self.connection, sale)?;
        let found: Option<(ClientId, String)> = self
            .connection
            .prepare_cached("SELECT client_id, number FROM sale WHERE id = ?1")?
            .query_row([sale], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            Some((client, number)) if amount > 0 => {
                let at = self.last("SELECT max(at) FROM payment WHERE sale_id = ?1", sale)?;
                self.one(client, OverdraftOf::Debt { sale, number }, amount, at)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn plan(&self, plan_line: PlanLineId) -> Result<Vec<Overdraft>> {
        let amount = amounts::plan(self.connection, plan_line)?;
        let found: Option<(ClientId, PlanId, String)> = self
            .connection
            .prepare_cached(
                "SELECT plan.client_id, plan.id, procedure.name
                 FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id JOIN plan ON plan.id = v.plan_id
                 JOIN procedure ON procedure.id = l.procedure_id WHERE l.id = ?1",
            )?
            .query_row([plan_line], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        match found {
            Some((client, plan, name)) if amount > 0 => {
                let at = self.last(
                    "SELECT max(sale.at) FROM sale_line JOIN sale ON sale.id = sale_line.sale_id
                     WHERE sale_line.plan_line_id = ?1",
                    plan_line,
                )?;
                self.one(client, OverdraftOf::Plan { plan_line, plan, name }, amount, at)
            }
            _ => Ok(Vec::new()),
        }
    }

    fn line(&self, line: SaleLineId) -> Result<Vec<Overdraft>> {
        let amount = amounts::line(self.connection, line)?;
        let found: Option<(ClientId, String, SaleId, String)> = self
            .connection
            .prepare_cached(
                "SELECT sale.client_id, l.name, sale.id, sale.number FROM sale_line AS l
                 JOIN sale ON sale.id = l.sale_id WHERE l.id = ?1",
            )?
            .query_row([line], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .optional()?;
        match found {
            Some((client, name, sale, number)) if amount > 0 => {
                let at = self.last("SELECT max(at) FROM refund WHERE sale_id = ?1", sale)?;
                self.one(client, OverdraftOf::Line { line, name, sale, number }, amount, at)
            }
            _ => Ok(Vec::new()),
        }
    }
}
