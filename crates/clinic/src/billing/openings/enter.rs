//! Taking opening balances over: all of them, in one transaction, or none.

use rusqlite::{OptionalExtension, params};

use super::check::{Part, Sessions, check};
use super::said_by;
use super::types::{
    EnterOpening, OpeningEntered, OpeningPreview, OpeningSource, OpeningTotals, PreviewOpening,
};
use crate::actor::{Actor, Session};
use crate::amounts::Fen;
use crate::billing::lines::{Grant, Line};
use crate::billing::methods::OPENING;
use crate::billing::pay::write_line;
use crate::billing::price::Price;
use crate::billing::types::{LineKind, ReductionKind};
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{OpeningClientId, OpeningId, PaymentId, PointsEntryId, SaleId};
use crate::membership::points::PointsKind;
use crate::membership::points::entries::{self as points, NewEntry};
use crate::numbers::{self, Numbered};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Looks at them.
///
/// # Errors
/// As [`check`].
pub fn preview(store: &Store, actor: &Actor, input: &PreviewOpening, bytes: &[u8]) -> Result<OpeningPreview> {
    store.read(actor, Verb::OpeningPreview, |read| {
        Ok(check(read.connection(), read.today(), &input.source, bytes, input.again)?.preview())
    })
}

/// Takes them over. `said`: who said so with a PIN.
///
/// Said again with the same id nothing is written.
///
/// # Errors
/// As [`check`]; [`ErrorCode::ApprovalRequired`] without a PIN, [`ErrorCode::NotPermitted`] of whose it is,
/// [`ErrorCode::ImportHasErrors`] with the number of rows, [`ErrorCode::ChangedMeanwhile`] where the totals are not what
/// was shown, [`ErrorCode::Required`] where there is nothing.
pub fn enter(
    store: &Store,
    actor: &Actor,
    input: &EnterOpening,
    said: Option<&Session>,
    bytes: &[u8],
) -> Result<OpeningEntered> {
    store.transact(actor, Verb::OpeningEnter, |tx| {
        let connection = tx.connection();
        let before: Option<i64> = connection
            .query_row("SELECT clients FROM opening WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        match before {
            Some(clients) if clients == input.totals.clients => {
                return Ok(OpeningEntered { id: input.id, clients });
            }
            Some(_) => return Err(ErrorCode::ChangedMeanwhile.at("id")),
            None => {}
        }
        let approver = said_by(said)?;
        let checked = check(connection, tx.today(), &input.source, bytes, input.again)?;
        if checked.failed() > 0 {
            return Err(ErrorCode::ImportHasErrors.with("rows", checked.failed()));
        }
        let totals = checked.totals();
        if totals != input.totals {
            return Err(ErrorCode::ChangedMeanwhile.at("totals"));
        }
        if checked.parts.is_empty() {
            return Err(ErrorCode::Required.at("opening"));
        }
        let file_name = match &input.source {
            OpeningSource::File { file_name } => fields::optional("fileName", file_name, LINE_MAX)?,
            OpeningSource::Hand { .. } => String::new(),
        };
        connection.execute(
            "INSERT INTO opening (id, file_name, clients, principal, gift, deposit, sessions, paid, points, lifetime,
                 approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            params![
                input.id,
                file_name,
                totals.clients,
                totals.principal,
                totals.gift,
                totals.deposit,
                totals.sessions,
                totals.paid,
                totals.points,
                totals.lifetime,
                approver,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ],
        )?;
        if let [only] = checked.parts.as_slice() {
            tx.about(only.client);
        }
        tx.detail("file", &file_name);
        tx.detail("clients", totals.clients);
        for part in &checked.parts {
            write(tx, input.id, part)?;
        }
        Ok(OpeningEntered { id: input.id, clients: totals.clients })
    })
}

fn write(tx: &Tx<'_>, opening: OpeningId, part: &Part) -> Result<()> {
    let id = OpeningClientId(tx.new_id());
    let sale = sale(tx, opening, part)?;
    let OpeningTotals { sessions, paid, points, .. } = part.totals();
    let money = &part.money;
    tx.connection()
        .prepare_cached(
            "INSERT INTO opening_client (id, opening_id, client_id, sale_id, principal, gift, deposit, sessions, paid,
                 points, lifetime, last_year, tier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            id,
            opening,
            part.client,
            sale,
            money.principal,
            money.gift,
            money.deposit,
            sessions,
            paid,
            points,
            money.lifetime,
            money.last_year,
            money.tier
        ])?;
    for lot in &part.points {
        let entry = NewEntry {
            expires_on: lot.expires_on,
            opening: Some(id),
            ..NewEntry::of(PointsEntryId(tx.new_id()), part.client, PointsKind::Opening, lot.points)
        };
        points::write(tx, &entry)?;
    }
    Ok(())
}

/// Money and sessions as a sale; `None` where there are none.
fn sale(tx: &Tx<'_>, opening: OpeningId, part: &Part) -> Result<Option<SaleId>> {
    let lines = lines(part);
    if lines.is_empty() {
        return Ok(None);
    }
    let id = SaleId(tx.new_id());
    let number = numbers::next(tx, Numbered::Opening)?;
    let list_total: i64 = lines.iter().map(|line| line.price.list.0).sum();
    let total: i64 = lines.iter().map(|line| line.price.now.0).sum();
    tx.connection()
        .prepare_cached(
            "INSERT INTO sale (id, number, client_id, visit_id, list_total, total, discount_reason, approved_by, note,
                 held_id, opening_id, business_day, at, by)
             VALUES (?1, ?2, ?3, NULL, ?4, ?5, '', NULL, '', NULL, ?6, ?7, ?8, ?9)",
        )?
        .execute(params![
            id,
            number,
            part.client,
            list_total,
            total,
            opening,
            tx.today(),
            tx.now(),
            tx.staff_id()
        ])?;
    for (place, line) in lines.iter().enumerate() {
        write_line(tx, id, part.client, &number, place, line)?;
    }
    if total > 0 {
        tx.connection()
            .prepare_cached(
                "INSERT INTO payment (id, sale_id, set_id, client_id, position, method, name, amount, tendered,
                     reference, business_day, at, by)
                 VALUES (?1, ?2, ?2, ?3, 0, ?4, '', ?5, NULL, '', ?6, ?7, ?8)",
            )?
            .execute(params![
                PaymentId(tx.new_id()),
                id,
                part.client,
                OPENING,
                total,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ])?;
    }
    Ok(Some(id))
}

fn lines(part: &Part) -> Vec<Line> {
    let mut lines = Vec::new();
    let money = &part.money;
    if money.principal.0 > 0 || money.gift.0 > 0 {
        let mut line = Line::new(LineKind::StoredValue, None, String::new(), 1, money.principal);
        line.gift = money.gift;
        lines.push(line);
    }
    if money.deposit.0 > 0 {
        lines.push(Line::new(LineKind::Deposit, None, String::new(), 1, money.deposit));
    }
    lines.extend(part.sessions.iter().map(of_sessions));
    lines
}

fn of_sessions(had: &Sessions) -> Line {
    let mut line =
        Line::new(LineKind::Procedure, Some(had.procedure.0), had.name.clone(), had.sessions, had.list_price);
    line.standard_name.clone_from(&had.standard_name);
    line.price = Price::list(Fen(had.list_price.0 * had.sessions));
    line.price.lower(ReductionKind::Opening, had.paid);
    line.grants.push(Grant {
        procedure: had.procedure,
        name: had.name.clone(),
        standard_name: had.standard_name.clone(),
        card_name: had.card_name.clone(),
        sessions: had.sessions,
        list_price: had.list_price,
        gift: had.gift,
        expires_on: had.expires_on,
    });
    line
}
