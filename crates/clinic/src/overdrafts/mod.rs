//! What two computers gave away twice while they were apart: stored value spent twice, the last session redeemed twice,
//! points, debts paid twice, a plan's sessions sold twice, a line given back twice. No entry is refused or dropped for it
//! (SYNC.md 7): what is below nothing stands before the owner, who gets it back from the client, gives back what is too
//! much, or makes it good here ([`settle`]).

mod amounts;
pub mod settle;
mod suspects;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::suspects::Suspect;
use crate::billing::Pot;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{ClientId, EntitlementId, PlanId, PlanLineId, SaleId, SaleLineId};
use crate::membership::points;
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
    let asked = Asked { connection, zone };
    for (suspect, id) in suspects::all(connection)? {
        let these = match suspect {
            Suspect::Pots => asked.pots(ClientId(id))?,
            Suspect::Points => asked.points(ClientId(id))?,
            Suspect::Sessions => asked.sessions(EntitlementId(id))?,
            Suspect::Debt => asked.debt(SaleId(id))?,
            Suspect::Plan => asked.plan(PlanLineId(id))?,
            Suspect::Line => asked.line(SaleLineId(id))?,
        };
        for one in these {
            // A family's stands once, whichever of its files it was found in; a plan's, whichever of its lines.
            if !found.iter().any(|other| same(other, &one)) {
                found.push(one);
            }
        }
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

/// Whose something is and what it is, as a query tells it.
type Told = (ClientId, OverdraftOf);

impl Asked<'_> {
    fn pots(&self, client: ClientId) -> Result<Vec<Overdraft>> {
        let family = clients::family(self.connection, client)?;
        let mut found = Vec::new();
        for (pot, amount) in amounts::pots(self.connection, &family)? {
            let last = "SELECT max(at) FROM account_entry WHERE client_id = ?1";
            found.extend(self.of_client(client, OverdraftOf::Pot { pot }, amount, last)?);
        }
        Ok(found)
    }

    fn points(&self, client: ClientId) -> Result<Vec<Overdraft>> {
        let family = clients::family(self.connection, client)?;
        let amount = points::entries::overdrawn(self.connection, &family)?;
        let last = "SELECT max(at) FROM points_entry WHERE client_id = ?1";
        self.of_client(client, OverdraftOf::Points, amount, last)
    }

    fn sessions(&self, entitlement: EntitlementId) -> Result<Vec<Overdraft>> {
        self.told(
            amounts::sessions(self.connection, entitlement)?,
            entitlement,
            "SELECT e.client_id, e.name, e.sale_id, sale.number FROM entitlement AS e
             JOIN sale ON sale.id = e.sale_id WHERE e.id = ?1",
            |row| {
                let (name, sale, number) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok((row.get(0)?, OverdraftOf::Sessions { entitlement, name, sale, number }))
            },
            "SELECT max(at) FROM entitlement_entry WHERE entitlement_id = ?1",
        )
    }

    fn debt(&self, sale: SaleId) -> Result<Vec<Overdraft>> {
        self.told(
            amounts::debt(self.connection, sale)?,
            sale,
            "SELECT client_id, number FROM sale WHERE id = ?1",
            |row| Ok((row.get(0)?, OverdraftOf::Debt { sale, number: row.get(1)? })),
            "SELECT max(at) FROM payment WHERE sale_id = ?1",
        )
    }

    fn plan(&self, plan_line: PlanLineId) -> Result<Vec<Overdraft>> {
        self.told(
            amounts::plan(self.connection, plan_line)?,
            plan_line,
            "SELECT plan.client_id, plan.id, procedure.name
             FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id JOIN plan ON plan.id = v.plan_id
             JOIN procedure ON procedure.id = l.procedure_id WHERE l.id = ?1",
            |row| {
                Ok((row.get(0)?, OverdraftOf::Plan { plan_line, plan: row.get(1)?, name: row.get(2)? }))
            },
            "SELECT max(sale.at) FROM sale_line JOIN sale ON sale.id = sale_line.sale_id
             WHERE sale_line.plan_line_id = ?1",
        )
    }

    fn line(&self, line: SaleLineId) -> Result<Vec<Overdraft>> {
        self.told(
            amounts::line(self.connection, line)?,
            line,
            "SELECT sale.client_id, l.name, sale.id, sale.number FROM sale_line AS l
             JOIN sale ON sale.id = l.sale_id WHERE l.id = ?1",
            |row| {
                let (name, sale, number) = (row.get(1)?, row.get(2)?, row.get(3)?);
                Ok((row.get(0)?, OverdraftOf::Line { line, name, sale, number }))
            },
            "SELECT max(refund.at) FROM sale_line JOIN refund ON refund.sale_id = sale_line.sale_id
             WHERE sale_line.id = ?1",
        )
    }

    /// Of what is below nothing: whose it is, and when something was last written about it.
    fn told(
        &self,
        amount: i64,
        id: impl ToSql + Copy,
        whose: &str,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<Told>,
        last: &str,
    ) -> Result<Vec<Overdraft>> {
        if amount <= 0 {
            return Ok(Vec::new());
        }
        let told = self.connection.prepare_cached(whose)?.query_row([id], read).optional()?;
        match told {
            Some((client, of)) => self.one(client, of, amount, last, id),
            None => Ok(Vec::new()),
        }
    }

    fn of_client(
        &self,
        client: ClientId,
        of: OverdraftOf,
        amount: i64,
        last: &str,
    ) -> Result<Vec<Overdraft>> {
        if amount > 0 { self.one(client, of, amount, last, client) } else { Ok(Vec::new()) }
    }

    /// None while the client's file has not arrived.
    fn one(
        &self,
        client: ClientId,
        of: OverdraftOf,
        amount: i64,
        last: &str,
        id: impl ToSql,
    ) -> Result<Vec<Overdraft>> {
        let at: Option<i64> = self.connection.prepare_cached(last)?.query_row([id], |row| row.get(0))?;
        let since = business_day(self.zone, at.unwrap_or(0));
        let client = clients::reference(self.connection, clients::survivor(self.connection, client)?)?;
        Ok(client.map(|client| Overdraft { client, of, amount, since }).into_iter().collect())
    }
}
