//! A refund that was wrong is taken back by a refund of the opposite amounts: every sum over refunds is then what it was
//! before. Nothing is edited.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::types::{GoodsFate, RefundBasis, Refunded, ReverseRefund};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::accounts::{self, AccountCause, Entry};
use crate::billing::entitlements::{self, Change, EntitlementCause};
use crate::billing::lines::require_unsold;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{
    AccountEntryId, ClientId, EntitlementId, MovementId, PaymentId, PlanLineId, RefundId, RefundPartId,
    RefundPaymentId, SaleId, SaleLineId,
};
use crate::membership::points::follow;
use crate::numbers::{self, Numbered};
use crate::permissions::Permission;
use crate::stock::{Witnessed, sold};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Takes a refund back. The second person, where there is one, approves what the first may not.
///
/// Said again with the same id, nothing is written.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`ErrorCode::AlreadyReversed`]; [`ErrorCode::CannotReverse`] of what itself takes one back,
/// unless two computers did so while apart;
/// [`ErrorCode::BalanceTooSmall`] where what it left here is spent, [`ErrorCode::PointsTooFew`] where points are,
/// [`ErrorCode::NotEnoughStock`] where the packs that came back are gone, [`ErrorCode::PlanLineSold`] where the plan's sessions were sold again;
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::ApprovalRequired`], [`ErrorCode::NotPermitted`] of the approver.
pub fn reverse(store: &Store, actor: &Actor, reversing: Witnessed<'_, ReverseRefund>) -> Result<Refunded> {
    let input = reversing.input;
    store.transact(actor, Verb::RefundReverse, |tx| {
        let connection = tx.connection();
        let before: Option<(String, Option<RefundId>)> = connection
            .query_row("SELECT number, reverses FROM refund WHERE id = ?1", [input.id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        match before {
            Some((number, of)) if of == Some(input.refund) => return Ok(Refunded { id: input.id, number }),
            Some(_) => return Err(ErrorCode::ChangedMeanwhile.at("id")),
            None => {}
        }
        let (sale, client, reverses, old, basis): (SaleId, ClientId, Option<RefundId>, String, RefundBasis) = connection
            .query_row(
                "SELECT sale_id, client_id, reverses, number, basis FROM refund WHERE id = ?1",
                [input.refund],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)),
            )
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("refund"))?;
        tx.about(client);
        if basis == RefundBasis::Opening {
            return Err(ErrorCode::CannotReverse.at("refund"));
        }
        if let Some(original) = reverses
            && !surplus(connection, original)?
        {
            return Err(ErrorCode::CannotReverse.at("refund"));
        }
        if connection.prepare("SELECT 1 FROM refund WHERE reverses = ?1")?.exists([input.refund])? {
            return Err(ErrorCode::AlreadyReversed.at("refund"));
        }
        let reason = fields::reason(&input.reason)?;
        let approver = reversing.approved(actor, Permission::Refund, "refund")?;
        let number = numbers::next(tx, Numbered::Refund)?;
        connection.execute(
            "INSERT INTO refund (id, number, sale_id, client_id, reverses, basis, amount, off_debt, interest, reason,
                 approved_by, business_day, at, by)
             SELECT ?1, ?2, sale_id, client_id, id, basis, -amount, -off_debt, -interest, ?3, ?4, ?5, ?6, ?7
             FROM refund WHERE id = ?8",
            params![
                input.id,
                number,
                reason,
                approver,
                tx.today(),
                tx.now(),
                tx.staff_id(),
                input.refund
            ],
        )?;
        parts(tx, input, &number)?;
        sessions(tx, input)?;
        money(tx, input, sale, client)?;
        payments(tx, input)?;
        follow::taken_back(tx, sale, input.id, input.refund)?;
        tx.detail("number", &number);
        tx.detail("reverses", &old);
        Ok(Refunded { id: input.id, number })
    })
}

fn rows<T>(
    tx: &Tx<'_>,
    sql: &str,
    of: RefundId,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>> {
    let mut statement = tx.connection().prepare_cached(sql)?;
    Ok(statement.query_map([of], |row| read(row))?.collect::<rusqlite::Result<_>>()?)
}

/// What came back goes out to the client again.
fn parts(tx: &Tx<'_>, input: &ReverseRefund, number: &str) -> Result<()> {
    let sql = "SELECT p.id, p.packs, p.goods, l.movement_id, l.quantity
               FROM refund_part AS p LEFT JOIN sale_line AS l ON l.id = p.line_id
               WHERE p.refund_id = ?1 ORDER BY p.position";
    type Part = (RefundPartId, i64, GoodsFate, Option<MovementId>, Option<i64>);
    let parts: Vec<Part> = rows(tx, sql, input.refund, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    for (part, packs, goods, movement, quantity) in parts {
        let (back, waste) = match (movement, goods) {
            (Some(movement), GoodsFate::Restocked | GoodsFate::Discarded) => {
                let discarded = goods == GoodsFate::Discarded;
                let of = (-packs, quantity.unwrap_or(1));
                let (back, waste) = sold::take_back(tx, movement, of, discarded, number)?;
                (Some(back), waste)
            }
            _ => (None, None),
        };
        tx.connection().execute(
            "INSERT INTO refund_part (id, refund_id, position, kind, line_id, lot_id, packs, goods, movement_id,
                 waste_id, proposed, amount)
             SELECT ?1, ?2, position, kind, line_id, lot_id, -packs, goods, ?3, ?4, -proposed, -amount
             FROM refund_part WHERE id = ?5",
            params![RefundPartId(tx.new_id()), input.id, back, waste, part],
        )?;
    }
    Ok(())
}

/// Sessions are there again, unless the plan that asked for them had them sold meanwhile.
fn sessions(tx: &Tx<'_>, input: &ReverseRefund) -> Result<()> {
    let sql = "SELECT n.entitlement_id, n.sessions, n.executed, n.refunded, e.plan_line_id
               FROM entitlement_entry AS n JOIN entitlement AS e ON e.id = n.entitlement_id
               WHERE n.refund_id = ?1 ORDER BY n.id";
    type Taken = (EntitlementId, i64, Fen, Fen, Option<PlanLineId>);
    let taken: Vec<Taken> = rows(tx, sql, input.refund, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    for (entitlement, sessions, executed, refunded, plan_line) in taken {
        let change = Change {
            executed: Fen(-executed.0),
            refunded: Fen(-refunded.0),
            refund: Some(input.id),
            ..Change::of(EntitlementCause::Refunded, -sessions)
        };
        entitlements::write(tx, entitlement, &change)?;
        settle_executed(tx, entitlement, input.id)?;
        if let Some(plan_line) = plan_line {
            require_unsold(tx.connection(), plan_line, "refund")?;
        }
    }
    Ok(())
}

/// What was executed is never less than nothing, and nothing where nothing was had and nothing went back: what other
/// refunds and withdrawn records took of it meanwhile is not taken twice.
fn settle_executed(tx: &Tx<'_>, id: EntitlementId, refund: RefundId) -> Result<()> {
    let (_, now) = entitlements::one(tx.connection(), id, tx.today())?;
    let executed = now.executed();
    let untouched = now.had() == 0 && now.returned == 0;
    if executed < 0 || (untouched && executed != 0) {
        let change = Change {
            executed: Fen(-executed),
            refund: Some(refund),
            ..Change::of(EntitlementCause::Refunded, 0)
        };
        entitlements::write(tx, id, &change)?;
    }
    Ok(())
}

/// Whether a refund is taken back more than once: two computers did so while apart.
pub(super) fn surplus(connection: &Connection, original: RefundId) -> Result<bool> {
    let back: i64 = connection
        .prepare_cached(
            "SELECT count(*) FROM refund AS back WHERE back.reverses = ?1
             AND NOT EXISTS (SELECT 1 FROM refund WHERE reverses = back.id)",
        )?
        .query_row([original], |row| row.get(0))?;
    Ok(back > 1)
}

/// What it put into the client's pots comes out again, and what it took out is there again.
fn money(tx: &Tx<'_>, input: &ReverseRefund, sale: SaleId, client: ClientId) -> Result<()> {
    let sql = "SELECT id, client_id, pot, amount, cause, line_id, payment_id, lot_id
               FROM account_entry WHERE refund_id = ?1 ORDER BY id";
    type Moved = (AccountEntryId, Entry);
    let moved: Vec<Moved> = rows(tx, sql, input.refund, |row| {
        let entry = Entry {
            client: row.get(1)?,
            pot: row.get(2)?,
            amount: Fen(-row.get::<_, i64>(3)?),
            cause: row.get(4)?,
            sale: Some(sale),
            line: row.get::<_, Option<SaleLineId>>(5)?,
            payment: row.get::<_, Option<PaymentId>>(6)?,
            refund: Some(input.id),
            lot: row.get(7)?,
            settlement: None,
        };
        Ok((row.get(0)?, entry))
    })?;
    for (id, mut entry) in moved {
        if entry.cause == AccountCause::Kept {
            entry.lot = entry.lot.or(Some(id));
        }
        let out = entry.amount.0 < 0;
        accounts::write(tx, &entry)?;
        if out {
            let mut balances =
                accounts::balances(tx.connection(), &clients::family(tx.connection(), client)?)?;
            let left = *balances.pot(entry.pot);
            if left.0 < 0 {
                let there = (left.0 - entry.amount.0).max(0);
                return Err(ErrorCode::BalanceTooSmall.at("refund").with("available", there));
            }
        }
    }
    Ok(())
}

fn payments(tx: &Tx<'_>, input: &ReverseRefund) -> Result<()> {
    let sql = "SELECT id FROM refund_payment WHERE refund_id = ?1 ORDER BY position";
    let ways: Vec<RefundPaymentId> = rows(tx, sql, input.refund, |row| row.get(0))?;
    for way in ways {
        tx.connection().execute(
            "INSERT INTO refund_payment (id, refund_id, sale_id, payment_id, position, method, name, amount, interest,
                 reference, business_day, at, by)
             SELECT ?1, ?2, sale_id, payment_id, position, method, name, -amount, interest, reference, ?3, ?4, ?5
             FROM refund_payment WHERE id = ?6",
            params![RefundPaymentId(tx.new_id()), input.id, tx.today(), tx.now(), tx.staff_id(), way],
        )?;
    }
    Ok(())
}
