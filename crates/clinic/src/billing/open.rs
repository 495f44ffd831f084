//! A sale as it stands: what was bought at what price and why, how it was paid, what is owed, what it gave.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entitlements::{self, Entitlement};
use super::invoices::{self, InvoiceNote};
use super::refunds::{self, open::Refund};
use super::settle::owed_of;
use super::types::{LineKind, Reduction};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, ClientId, OpeningId, PaymentId, SaleId, SaleLineId, VisitId};
use crate::membership::points::earn::PointsWhy;
use crate::membership::points::follow;
use crate::store::Store;
use crate::verbs::Verb;

/// Which sale.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfSale {
    /// Its id.
    pub id: SaleId,
}

/// A line of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleLine {
    /// Its id.
    pub id: SaleLineId,
    /// What it sold.
    pub kind: LineKind,
    /// What it was called; empty for money.
    pub name: String,
    /// The standard name of a procedure.
    pub standard_name: String,
    /// Sessions, cards or packs.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Of one.
    pub list_price: Fen,
    /// What it was lowered by, in this order.
    pub reductions: Vec<Reduction>,
    /// What it cost.
    pub price: Fen,
    /// In words.
    pub note: String,
    /// The batch that its packs came from.
    pub batch: Option<BatchId>,
    /// Its lot.
    pub lot: Option<String>,
    /// What was given on top of money paid ahead.
    pub gift: Fen,
    /// So many points paid for it instead of money.
    #[ts(type = "number")]
    pub reward_points: i64,
    /// What it earns, multiplied by so many thousandths; 0 where nothing.
    pub multiplier: u32,
    /// Why; `None` where it was sold before there were points.
    pub multiplied_by: Option<PointsWhy>,
}

/// A payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// The method's code.
    pub method: String,
    /// What the owner called it that day; empty for a shipped one's own name.
    pub name: String,
    /// So much.
    pub amount: Fen,
    /// The cash that was handed over.
    pub tendered: Option<Fen>,
    /// The number that it has elsewhere.
    pub reference: String,
    /// Whether it paid what was left to pay.
    pub settles: bool,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who took it.
    pub by: Option<String>,
}

/// What was left to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleArrears {
    /// So much.
    pub amount: Fen,
    /// So much still is.
    pub owed: Fen,
    /// Until when.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// What was sold in spite of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SaleOverride {
    /// Of what: `no_plan`.
    pub code: String,
    /// About what.
    pub detail: String,
    /// Why.
    pub reason: String,
}

/// A sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Sale {
    /// Its id.
    pub id: SaleId,
    /// Its number.
    pub number: String,
    /// To whom.
    pub client: ClientRef,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// The opening balances that it stands for: it was had before this program.
    pub opening: Option<OpeningId>,
    /// In their order.
    pub lines: Vec<SaleLine>,
    /// By the list.
    pub list_total: Fen,
    /// What it cost.
    pub total: Fen,
    /// Why something was given by hand.
    pub discount_reason: String,
    /// Who approved what the seller could not give alone.
    pub approved_by: Option<String>,
    /// In words.
    pub note: String,
    /// What it was sold in spite of.
    pub overrides: Vec<SaleOverride>,
    /// In the order of time.
    pub payments: Vec<Payment>,
    /// What was left to pay.
    pub arrears: Option<SaleArrears>,
    /// What it gave, and what is left of it.
    pub entitlements: Vec<Entitlement>,
    /// What went back of it.
    pub refunds: Vec<Refund>,
    /// Invoices asked for and issued.
    pub invoices: Vec<InvoiceNote>,
    /// How many points it earned, as it stands.
    #[ts(type = "number")]
    pub earned: i64,
    /// How many it was paid with, as it stands.
    #[ts(type = "number")]
    pub redeemed: i64,
    /// The clinic's day.
    pub business_day: NaiveDate,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who sold it.
    pub by: Option<String>,
}

/// Opens one.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn open(store: &Store, actor: &Actor, input: OfSale) -> Result<Sale> {
    store.read(actor, Verb::SaleRead, |read| {
        let connection = read.connection();
        let mut sale = connection
            .prepare_cached(include_str!("open.sql"))?
            .query_row([input.id], |row| {
                Ok(Sale {
                    id: input.id,
                    number: row.get(0)?,
                    client: ClientRef { id: row.get(1)?, name: row.get(2)?, member_number: row.get(3)? },
                    visit: row.get(4)?,
                    opening: row.get(13)?,
                    lines: Vec::new(),
                    list_total: row.get(5)?,
                    total: row.get(6)?,
                    discount_reason: row.get(7)?,
                    approved_by: row.get(8)?,
                    note: row.get(9)?,
                    overrides: Vec::new(),
                    payments: Vec::new(),
                    arrears: None,
                    entitlements: Vec::new(),
                    refunds: Vec::new(),
                    invoices: Vec::new(),
                    earned: 0,
                    redeemed: 0,
                    business_day: row.get(10)?,
                    at: row.get(11)?,
                    by: row.get(12)?,
                })
            })
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        read.note(sale.client.id);
        sale.lines = lines(connection, input.id)?;
        sale.overrides = overrides(connection, input.id)?;
        sale.payments = payments(connection, input.id)?;
        sale.arrears = arrears(connection, input.id)?;
        sale.entitlements = entitlements::of_sale(connection, input.id, read.today())?;
        sale.refunds = refunds::open::of_sale(connection, input.id)?;
        sale.invoices = invoices::of_sale(connection, input.id)?;
        (sale.earned, sale.redeemed) = follow::of_sale(connection, input.id)?;
        Ok(sale)
    })
}

/// To whom it was sold: the file of that day.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub(crate) fn client_of(connection: &Connection, sale: SaleId) -> Result<ClientId> {
    connection
        .prepare_cached("SELECT client_id FROM sale WHERE id = ?1")?
        .query_row([sale], |row| row.get(0))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("sale"))
}

fn lines(connection: &Connection, sale: SaleId) -> Result<Vec<SaleLine>> {
    let mut statement = connection.prepare_cached(
        "SELECT l.id, l.kind, l.name, l.standard_name, l.quantity, l.list_price, l.price, l.note, m.batch_id,
                batch.lot,
                coalesce((SELECT sum(amount) FROM account_entry
                          WHERE line_id = l.id AND pot = 'gift' AND cause = 'sold'), 0),
                l.reward_points, l.points_multiplier, nullif(l.points_why, '')
         FROM sale_line AS l LEFT JOIN stock_movement AS m ON m.id = l.movement_id
         LEFT JOIN batch ON batch.id = m.batch_id
         WHERE l.sale_id = ?1 ORDER BY l.position",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(SaleLine {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            standard_name: row.get(3)?,
            quantity: row.get(4)?,
            list_price: row.get(5)?,
            reductions: Vec::new(),
            price: row.get(6)?,
            note: row.get(7)?,
            batch: row.get(8)?,
            lot: row.get(9)?,
            gift: row.get(10)?,
            reward_points: row.get(11)?,
            multiplier: row.get(12)?,
            multiplied_by: row.get(13)?,
        })
    })?;
    let mut lines = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT kind, amount, name, rate FROM sale_reduction WHERE line_id = ?1 ORDER BY position",
    )?;
    for line in &mut lines {
        let rows = statement.query_map([line.id], |row| {
            Ok(Reduction { kind: row.get(0)?, amount: row.get(1)?, name: row.get(2)?, rate: row.get(3)? })
        })?;
        line.reductions = rows.collect::<rusqlite::Result<_>>()?;
    }
    Ok(lines)
}

fn overrides(connection: &Connection, sale: SaleId) -> Result<Vec<SaleOverride>> {
    let mut statement = connection
        .prepare_cached("SELECT code, detail, reason FROM sale_override WHERE sale_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([sale], |row| {
        Ok(SaleOverride { code: row.get(0)?, detail: row.get(1)?, reason: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn payments(connection: &Connection, sale: SaleId) -> Result<Vec<Payment>> {
    let mut statement = connection.prepare_cached(
        "SELECT p.id, method, p.name, amount, tendered, reference, set_id <> sale_id, at, staff.name
         FROM payment AS p LEFT JOIN staff ON staff.id = by WHERE sale_id = ?1 ORDER BY at, position, p.id",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(Payment {
            id: row.get(0)?,
            method: row.get(1)?,
            name: row.get(2)?,
            amount: row.get(3)?,
            tendered: row.get(4)?,
            reference: row.get(5)?,
            settles: row.get(6)?,
            at: row.get(7)?,
            by: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn arrears(connection: &Connection, sale: SaleId) -> Result<Option<SaleArrears>> {
    let owed = owed_of(connection, sale)?;
    Ok(connection
        .prepare_cached("SELECT amount, due_on, reason FROM arrears WHERE sale_id = ?1")?
        .query_row([sale], |row| {
            Ok(SaleArrears { amount: row.get(0)?, owed, due_on: row.get(1)?, reason: row.get(2)? })
        })
        .optional()?)
}
