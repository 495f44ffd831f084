//! 发票: what was asked for and what was issued, by the tax office's own program. Nothing printed here is one.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::InvoiceWish;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::{ClientId, InvoiceNoteId, SaleId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// How far an invoice is.
    InvoiceState {
        /// The client wants one.
        Asked = "asked",
        /// It was issued.
        Issued = "issued",
    }
}

/// A word about an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceNote {
    /// Its id.
    pub id: InvoiceNoteId,
    /// Asked for, or issued.
    pub kind: InvoiceState,
    /// 抬头.
    pub title: String,
    /// 税号.
    pub tax_number: String,
    /// 发票号码, of one that was issued.
    pub number: String,
    /// On so much.
    pub amount: Fen,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who wrote it down.
    pub by: Option<String>,
}

/// An invoice to write down.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoteInvoice {
    /// For which sale.
    pub sale: SaleId,
    /// Asked for, or issued.
    pub kind: InvoiceState,
    /// 抬头.
    pub title: String,
    /// 税号; empty for a person.
    pub tax_number: String,
    /// 发票号码, of one that was issued.
    pub number: String,
    /// On so much: at most what of the sale's total is neither taken back nor on an invoice; below nothing for one that
    /// takes an earlier one back 红字发票.
    pub amount: Fen,
}

/// Writes it down.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the sale, [`ErrorCode::Required`] of title and number, [`ErrorCode::InvalidValue`] of
/// the tax number (15 to 20 letters and digits) and the amount.
pub fn note(store: &Store, actor: &Actor, input: &NoteInvoice) -> Result<InvoiceNoteId> {
    store.transact(actor, Verb::SaleNoteInvoice, |tx| {
        let (client, total): (ClientId, Fen) = tx
            .connection()
            .query_row("SELECT client_id, total FROM sale WHERE id = ?1", [input.sale], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("sale"))?;
        tx.about(client);
        let issued = issued_of(tx.connection(), input.sale)?.0;
        let refunded: i64 = tx.connection().query_row(
            "SELECT coalesce(sum(amount), 0) FROM line_refund WHERE sale_id = ?1",
            [input.sale],
            |row| row.get(0),
        )?;
        if input.amount.0 < 0 && input.kind == InvoiceState::Issued {
            between("amount", input.amount.0, -issued, -1)?;
        } else {
            between("amount", input.amount.0, 1, total.0 - refunded - issued)?;
        }
        let number = match input.kind {
            InvoiceState::Asked => String::new(),
            InvoiceState::Issued => fields::required("number", &input.number, NAME_MAX)?,
        };
        let wish = InvoiceWish { title: input.title.clone(), tax_number: input.tax_number.clone() };
        write(tx, input.sale, input.kind, &wish, &number, input.amount)
    })
}

/// Writes down that one was asked for at the sale.
pub(super) fn ask(tx: &Tx<'_>, sale: SaleId, total: Fen, wish: &InvoiceWish) -> Result<()> {
    write(tx, sale, InvoiceState::Asked, wish, "", total).map(drop)
}

fn write(
    tx: &Tx<'_>,
    sale: SaleId,
    kind: InvoiceState,
    wish: &InvoiceWish,
    number: &str,
    amount: Fen,
) -> Result<InvoiceNoteId> {
    let id = InvoiceNoteId(tx.new_id());
    tx.connection().execute(
        "INSERT INTO invoice_note (id, sale_id, kind, title, tax_number, number, amount, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            id,
            sale,
            kind,
            fields::required("title", &wish.title, LINE_MAX)?,
            tax_number(&wish.tax_number)?,
            number,
            amount,
            tx.now(),
            tx.staff_id()
        ],
    )?;
    Ok(id)
}

/// 纳税人识别号, 15 to 20 letters and digits; none for a person.
fn tax_number(typed: &str) -> Result<String> {
    let number = fields::optional("taxNumber", typed, NAME_MAX)?.to_ascii_uppercase();
    let plain: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    let good = plain.is_empty()
        || ((15..=20).contains(&plain.len()) && plain.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    if good {
        Ok(plain)
    } else {
        Err(ErrorCode::InvalidValue.at("taxNumber").with("least", 15).with("most", 20))
    }
}

/// On how much an invoice stands.
pub(super) fn issued_of(connection: &Connection, sale: SaleId) -> Result<Fen> {
    Ok(connection
        .prepare_cached(
            "SELECT coalesce(sum(amount), 0) FROM invoice_note WHERE sale_id = ?1 AND kind = 'issued'",
        )?
        .query_row([sale], |row| row.get(0))?)
}

pub(super) fn of_sale(connection: &Connection, sale: SaleId) -> Result<Vec<InvoiceNote>> {
    let mut statement = connection.prepare_cached(
        "SELECT n.id, kind, title, tax_number, number, amount, at, staff.name
         FROM invoice_note AS n LEFT JOIN staff ON staff.id = by WHERE sale_id = ?1 ORDER BY at, n.id",
    )?;
    let rows = statement.query_map([sale], |row| {
        Ok(InvoiceNote {
            id: row.get(0)?,
            kind: row.get(1)?,
            title: row.get(2)?,
            tax_number: row.get(3)?,
            number: row.get(4)?,
            amount: row.get(5)?,
            at: row.get(6)?,
            by: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
