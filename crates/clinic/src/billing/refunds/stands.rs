//! A sale as it stands: what of each line can still be given back, what is owed, and what of each payment is left.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use super::lots::{self, Lot};
use super::types::RefundItem;
use super::work::{Holds, Standing};
use crate::amounts::Fen;
use crate::billing::entitlements::{self, Entitlement};
use crate::billing::settle::owed_of;
use crate::billing::types::LineKind;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PaymentId, SaleId, SaleLineId};

/// A payment, and what of it did not go back.
#[derive(Clone, Debug)]
pub(super) struct Paying {
    pub(super) id: PaymentId,
    pub(super) method: String,
    pub(super) name: String,
    pub(super) amount: i64,
    pub(super) left: i64,
    pub(super) day: NaiveDate,
    /// Whether it paid what was left to pay.
    pub(super) settles: bool,
}

/// A sale.
#[derive(Clone, Debug)]
pub(super) struct Stands {
    pub(super) id: SaleId,
    pub(super) number: String,
    /// Whose it is now.
    pub(super) client: ClientId,
    /// To whose file it was sold.
    pub(super) file: ClientId,
    pub(super) day: NaiveDate,
    /// Whether it was had before this program.
    pub(super) opening: bool,
    pub(super) things: Vec<Standing>,
    /// Below nothing where too much was paid.
    pub(super) owed: i64,
    pub(super) payments: Vec<Paying>,
    /// On how much an invoice stands.
    pub(super) invoiced: Fen,
}

/// Reads it.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub(super) fn read(connection: &Connection, sale: SaleId, today: NaiveDate) -> Result<Stands> {
    let (number, client, day, opening): (String, ClientId, NaiveDate, bool) = connection
        .prepare_cached(
            "SELECT number, client_id, business_day, opening_id IS NOT NULL FROM sale WHERE id = ?1",
        )?
        .query_row([sale], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("sale"))?;
    let family = clients::family(connection, client)?;
    let lots = lots::of_family(connection, &family)?;
    let owed = owed_of(connection, sale)?.0;
    let mut things = lines(connection, sale, today, &lots)?;
    for lot in lots.iter().filter(|lot| lot.sale == Some(sale) && lot.line.is_none() && lot.put[0] > 0) {
        things.push(Standing {
            item: RefundItem::Kept { lot: lot.id },
            kind: LineKind::StoredValue,
            name: String::new(),
            price: lot.put[0],
            refunded: refunded_of(connection, lot)?,
            holds: Holds::Money(lot.clone()),
        });
    }
    if owed < 0 {
        things.push(Standing {
            item: RefundItem::Overpaid,
            kind: LineKind::Deposit,
            name: String::new(),
            price: -owed,
            refunded: 0,
            holds: Holds::TooMuch,
        });
    }
    Ok(Stands {
        id: sale,
        number,
        client: family[0],
        file: client,
        day,
        opening,
        things,
        owed,
        payments: payments(connection, sale)?,
        invoiced: crate::billing::invoices::issued_of(connection, sale)?,
    })
}

/// A line, and what came of its sale.
struct LineRow {
    id: SaleLineId,
    kind: LineKind,
    name: String,
    quantity: i64,
    price: i64,
    refunded: i64,
    packs: i64,
}

fn lines(connection: &Connection, sale: SaleId, today: NaiveDate, lots: &[Lot]) -> Result<Vec<Standing>> {
    let mut statement = connection.prepare_cached(
        "SELECT l.id, l.kind, l.name, l.quantity, l.price,
                coalesce((SELECT sum(amount) FROM refund_part WHERE line_id = l.id), 0),
                coalesce((SELECT sum(packs) FROM refund_part WHERE line_id = l.id), 0)
         FROM sale_line AS l WHERE l.sale_id = ?1 ORDER BY l.position",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(LineRow {
            id: row.get(0)?,
            kind: row.get(1)?,
            name: row.get(2)?,
            quantity: row.get(3)?,
            price: row.get(4)?,
            refunded: row.get(5)?,
            packs: row.get(6)?,
        })
    })?;
    let given = entitlements::of_sale(connection, sale, today)?;
    let mut things = Vec::new();
    for row in rows {
        let row = row?;
        let holds = match row.kind {
            LineKind::Procedure | LineKind::Card => {
                let of_line = |one: &&Entitlement| one.line == row.id;
                Holds::Sessions(given.iter().filter(of_line).cloned().collect())
            }
            LineKind::Product => Holds::Packs { left: row.quantity - row.packs, of: row.quantity },
            LineKind::StoredValue | LineKind::Deposit => {
                let lot = lots.iter().find(|lot| lot.line == Some(row.id));
                Holds::Money(lot.cloned().ok_or_else(|| ErrorCode::StorageFailed.at("lot"))?)
            }
        };
        things.push(Standing {
            item: RefundItem::Line { line: row.id },
            kind: row.kind,
            name: row.name,
            price: row.price,
            refunded: row.refunded,
            holds,
        });
    }
    Ok(things)
}

/// What refunds paid for what they took out of a lot.
fn refunded_of(connection: &Connection, lot: &Lot) -> Result<i64> {
    Ok(connection
        .prepare_cached("SELECT coalesce(sum(amount), 0) FROM refund_part WHERE lot_id = ?1")?
        .query_row([lot.id], |row| row.get(0))?)
}

fn payments(connection: &Connection, sale: SaleId) -> Result<Vec<Paying>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, method, name, amount,
                amount - coalesce((SELECT sum(amount) FROM refund_payment WHERE payment_id = payment.id), 0),
                business_day, set_id <> sale_id
         FROM payment WHERE sale_id = ?1 ORDER BY at, position, id",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(Paying {
            id: row.get(0)?,
            method: row.get(1)?,
            name: row.get(2)?,
            amount: row.get(3)?,
            left: row.get(4)?,
            day: row.get(5)?,
            settles: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
