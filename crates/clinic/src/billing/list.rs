//! The sales of a day, with what came in by each method; and the sales of a client.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::refunds;
use super::refunds::open::RefundHead;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{ClientId, SaleId};
use crate::store::Store;
use crate::verbs::Verb;

/// Which day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SalesOfDay {
    /// The clinic's day; `None` for today.
    pub day: Option<NaiveDate>,
}

/// Whose sales.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SalesOf {
    /// The client.
    pub client: ClientId,
}

/// A sale in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleHead {
    /// Its id.
    pub id: SaleId,
    /// Its number.
    pub number: String,
    /// To whom.
    pub client: ClientRef,
    /// What was sold, by its names of that day, the first ones.
    pub names: Vec<String>,
    /// How many lines it has.
    #[ts(type = "number")]
    pub lines: i64,
    /// What it cost.
    pub total: Fen,
    /// What of it went back.
    pub refunded: Fen,
    /// What of it is still owed.
    pub owed: Fen,
    /// Whether an invoice was asked for and not issued yet.
    pub invoice_waits: bool,
    /// Whether it was had before this program.
    pub opening: bool,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who sold it.
    pub by: Option<String>,
}

/// What came in by a method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct MethodTotal {
    /// The method's code.
    pub method: String,
    /// What the owner calls it; empty for a shipped one's own name.
    pub name: String,
    /// So much.
    pub amount: Fen,
    /// In so many payments.
    #[ts(type = "number")]
    pub payments: i64,
    /// So much went back by it.
    pub refunded: Fen,
}

/// A day's sales; what was had before this program is none of them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DaySales {
    /// The day.
    pub day: NaiveDate,
    /// The latest first.
    pub sales: Vec<SaleHead>,
    /// The latest first, of older sales too.
    pub refunds: Vec<RefundHead>,
    /// What came in that day, for older debts too, and what went back, interest among it.
    pub methods: Vec<MethodTotal>,
}

/// A day's sales.
///
/// # Errors
/// What the disk gives.
pub fn of_day(store: &Store, actor: &Actor, input: SalesOfDay) -> Result<DaySales> {
    store.read(actor, Verb::SaleRead, |read| {
        let connection = read.connection();
        let day = input.day.unwrap_or_else(|| read.today());
        let mut statement = connection.prepare_cached(concat!(
            include_str!("list.sql"),
            " WHERE s.business_day = ?1 AND s.opening_id IS NULL ORDER BY s.at DESC, s.id"
        ))?;
        let mut sales = statement.query_map([day], head)?.collect::<rusqlite::Result<Vec<_>>>()?;
        name(connection, &mut sales)?;
        let mut statement = connection.prepare_cached(
            "SELECT method, (SELECT name FROM payment_method WHERE code = method), sum(amount), sum(payment), sum(back)
             FROM (SELECT method, amount, 1 AS payment, 0 AS back FROM payment WHERE business_day = ?1
                   UNION ALL SELECT method, 0, 0, amount FROM refund_payment WHERE business_day = ?1)
             WHERE method <> 'opening' GROUP BY method ORDER BY sum(amount) DESC, method",
        )?;
        let rows = statement.query_map([day], |row| {
            Ok(MethodTotal {
                method: row.get(0)?,
                name: row.get::<_, Option<String>>(1)?.unwrap_or_default(),
                amount: row.get(2)?,
                payments: row.get(3)?,
                refunded: row.get(4)?,
            })
        })?;
        let methods = rows.collect::<rusqlite::Result<_>>()?;
        Ok(DaySales { day, sales, refunds: refunds::open::of_day(connection, day)?, methods })
    })
}

/// A client's sales, those of files joined with it too: the latest first.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: SalesOf) -> Result<Vec<SaleHead>> {
    store.read(actor, Verb::SaleRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let mut sales = Vec::new();
        for client in clients::family(connection, input.client)? {
            let mut statement =
                connection.prepare_cached(concat!(include_str!("list.sql"), " WHERE s.client_id = ?1"))?;
            sales.extend(statement.query_map([client], head)?.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        sales.sort_by_key(|sale| std::cmp::Reverse((sale.at, sale.id)));
        name(connection, &mut sales)?;
        Ok(sales)
    })
}

fn head(row: &Row<'_>) -> rusqlite::Result<SaleHead> {
    Ok(SaleHead {
        id: row.get(0)?,
        number: row.get(1)?,
        client: ClientRef { id: row.get(2)?, name: row.get(3)?, member_number: row.get(4)? },
        names: Vec::new(),
        lines: 0,
        total: row.get(5)?,
        refunded: row.get(10)?,
        owed: row.get(6)?,
        invoice_waits: row.get(7)?,
        opening: row.get(11)?,
        at: row.get(8)?,
        by: row.get(9)?,
    })
}

/// How many names a sale in short has.
const NAMES: usize = 3;

/// What was sold: the name where it has one, else the kind's code.
fn name(connection: &Connection, sales: &mut [SaleHead]) -> Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(nullif(name, ''), kind) FROM sale_line WHERE sale_id = ?1 ORDER BY position",
    )?;
    for sale in sales {
        let names = statement.query_map(params![sale.id], |row| row.get(0))?;
        let mut names = names.collect::<rusqlite::Result<Vec<String>>>()?;
        sale.lines = names.len() as i64;
        names.truncate(NAMES);
        sale.names = names;
    }
    Ok(())
}
