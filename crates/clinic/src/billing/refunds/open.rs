//! Refunds as they stand: of a sale, each with its working; and those of a day.

use chrono::NaiveDate;
use rusqlite::{Connection, Row};
use serde::Serialize;
use ts_rs::TS;

use super::reverse::surplus;
use super::types::{GoodsFate, RefundBasis, RefundStep};
use crate::amounts::Fen;
use crate::billing::types::LineKind;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{PaymentId, RefundId, RefundPartId, SaleId, SaleLineId};

/// What went back of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefundPart {
    /// Its id.
    pub id: RefundPartId,
    /// Of which line; `None` for what an earlier refund had left here, and for what was paid too much.
    pub line: Option<SaleLineId>,
    /// The line's kind; `None` for what was paid too much.
    pub kind: Option<LineKind>,
    /// What it was called; empty for money.
    pub name: String,
    /// So many sessions.
    #[ts(type = "number")]
    pub sessions: i64,
    /// So many packs.
    #[ts(type = "number")]
    pub packs: i64,
    /// What became of them.
    pub goods: GoodsFate,
    /// As computed.
    pub proposed: Fen,
    /// What went back.
    pub amount: Fen,
    /// The working, as it was shown.
    pub steps: Vec<RefundStep>,
}

/// A way that it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundPayment {
    /// The payment that it gave back.
    pub payment: Option<PaymentId>,
    /// The method's code.
    pub method: String,
    /// What the owner called it that day.
    pub name: String,
    /// So much.
    pub amount: Fen,
    /// Whether it paid interest.
    pub interest: bool,
    /// The number that it has elsewhere.
    pub reference: String,
}

/// A refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refund {
    /// Its id.
    pub id: RefundId,
    /// Its number.
    pub number: String,
    /// The refund that it takes back: then every amount is below nothing.
    pub reverses: Option<RefundId>,
    /// Whether it was taken back.
    pub reversed: bool,
    /// Whether it takes back what another one took back already, on a computer that did not know: it can itself be taken
    /// back.
    pub surplus: bool,
    /// Whose cause.
    pub basis: RefundBasis,
    /// What went back of what was sold.
    pub amount: Fen,
    /// What of it is not owed any more; below nothing for what was paid too much.
    pub off_debt: Fen,
    /// Paid on top.
    pub interest: Fen,
    /// How interest was computed.
    pub interest_steps: Vec<RefundStep>,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// In their order.
    pub parts: Vec<RefundPart>,
    /// Where it went.
    pub payments: Vec<RefundPayment>,
    /// The clinic's day.
    pub business_day: NaiveDate,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who gave it back.
    pub by: Option<String>,
}

/// A refund in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefundHead {
    /// Its id.
    pub id: RefundId,
    /// Its number.
    pub number: String,
    /// Of which sale.
    pub sale: SaleId,
    /// The sale's number.
    pub sale_number: String,
    /// To whom.
    pub client: ClientRef,
    /// What went back of what was sold; below nothing where it takes back a refund.
    pub amount: Fen,
    /// Paid on top.
    pub interest: Fen,
    /// Why.
    pub reason: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who gave it back.
    pub by: Option<String>,
}

/// The refunds of a sale, in the order of time.
pub(in crate::billing) fn of_sale(connection: &Connection, sale: SaleId) -> Result<Vec<Refund>> {
    let mut statement = connection.prepare_cached(
        "SELECT r.id, r.number, r.basis, r.amount, r.off_debt, r.interest, r.reason, approver.name,
                r.business_day, r.at, staff.name, r.reverses,
                EXISTS (SELECT 1 FROM refund AS back WHERE back.reverses = r.id)
         FROM refund AS r LEFT JOIN staff ON staff.id = r.by LEFT JOIN staff AS approver ON approver.id = r.approved_by
         WHERE r.sale_id = ?1 ORDER BY r.at, r.id",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(Refund {
            id: row.get(0)?,
            number: row.get(1)?,
            reverses: row.get(11)?,
            reversed: row.get(12)?,
            surplus: false,
            basis: row.get(2)?,
            amount: row.get(3)?,
            off_debt: row.get(4)?,
            interest: row.get(5)?,
            interest_steps: Vec::new(),
            reason: row.get(6)?,
            approved_by: row.get(7)?,
            parts: Vec::new(),
            payments: Vec::new(),
            business_day: row.get(8)?,
            at: row.get(9)?,
            by: row.get(10)?,
        })
    })?;
    let mut refunds = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for refund in &mut refunds {
        if let Some(original) = refund.reverses {
            refund.surplus = surplus(connection, original)?;
        }
        refund.parts = parts(connection, refund.id)?;
        refund.payments = payments(connection, refund.id)?;
        for (part, step) in steps(connection, refund.id)? {
            match refund.parts.iter_mut().find(|of| Some(of.id) == part) {
                Some(of) => of.steps.push(step),
                None => refund.interest_steps.push(step),
            }
        }
    }
    Ok(refunds)
}

fn parts(connection: &Connection, refund: RefundId) -> Result<Vec<RefundPart>> {
    let mut statement = connection.prepare_cached(
        "SELECT p.id, p.line_id, coalesce(l.kind, CASE p.kind WHEN 'kept' THEN 'stored_value' END),
                coalesce(l.name, ''),
                coalesce((SELECT -sum(n.sessions) FROM entitlement AS e
                          JOIN entitlement_entry AS n ON n.entitlement_id = e.id
                          WHERE e.line_id = p.line_id AND n.refund_id = p.refund_id), 0),
                p.packs, p.goods, p.proposed, p.amount
         FROM refund_part AS p LEFT JOIN sale_line AS l ON l.id = p.line_id
         WHERE p.refund_id = ?1 ORDER BY p.position",
    )?;
    let rows = statement.query_map([refund], |row| {
        Ok(RefundPart {
            id: row.get(0)?,
            line: row.get(1)?,
            kind: row.get(2)?,
            name: row.get(3)?,
            sessions: row.get(4)?,
            packs: row.get(5)?,
            goods: row.get(6)?,
            proposed: row.get(7)?,
            amount: row.get(8)?,
            steps: Vec::new(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn payments(connection: &Connection, refund: RefundId) -> Result<Vec<RefundPayment>> {
    let mut statement = connection.prepare_cached(
        "SELECT payment_id, method, name, amount, interest, reference FROM refund_payment WHERE refund_id = ?1
         ORDER BY position",
    )?;
    let rows = statement.query_map([refund], |row| {
        Ok(RefundPayment {
            payment: row.get(0)?,
            method: row.get(1)?,
            name: row.get(2)?,
            amount: row.get(3)?,
            interest: row.get(4)?,
            reference: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn steps(connection: &Connection, refund: RefundId) -> Result<Vec<(Option<RefundPartId>, RefundStep)>> {
    let mut statement = connection.prepare_cached(
        "SELECT part_id, kind, name, count, of, price, rate, amount FROM refund_step WHERE refund_id = ?1
         ORDER BY position",
    )?;
    let rows = statement.query_map([refund], |row| {
        let step = RefundStep {
            kind: row.get(1)?,
            name: row.get(2)?,
            count: row.get(3)?,
            of: row.get(4)?,
            price: row.get(5)?,
            rate: row.get(6)?,
            amount: row.get(7)?,
        };
        Ok((row.get(0)?, step))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The refunds of a day, the latest first.
pub(in crate::billing) fn of_day(connection: &Connection, day: NaiveDate) -> Result<Vec<RefundHead>> {
    let mut statement = connection.prepare_cached(
        "SELECT r.id, r.number, r.sale_id, sale.number, client.id, client.name, client.member_number, r.amount,
                r.interest, r.reason, r.at, staff.name
         FROM refund AS r JOIN sale ON sale.id = r.sale_id JOIN client ON client.id = r.client_id
         LEFT JOIN staff ON staff.id = r.by
         WHERE r.business_day = ?1 AND r.basis <> 'opening' ORDER BY r.at DESC, r.id",
    )?;
    let rows = statement.query_map([day], head)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn head(row: &Row<'_>) -> rusqlite::Result<RefundHead> {
    Ok(RefundHead {
        id: row.get(0)?,
        number: row.get(1)?,
        sale: row.get(2)?,
        sale_number: row.get(3)?,
        client: ClientRef { id: row.get(4)?, name: row.get(5)?, member_number: row.get(6)? },
        amount: row.get(7)?,
        interest: row.get(8)?,
        reason: row.get(9)?,
        at: row.get(10)?,
        by: row.get(11)?,
    })
}
