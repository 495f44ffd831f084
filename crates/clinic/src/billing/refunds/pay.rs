//! Giving it back: what is taken away, what is paid out and what comes back to stock, all at once or not at all.

use rusqlite::{OptionalExtension, params};

use super::quote::{Computed, chosen, compute};
use super::stands::{self, Stands};
use super::types::{GoodsFate, PayRefund, RefundInput, RefundItem, RefundPartInput, RefundStep, Refunded};
use super::work::{Holds, Standing, Worked};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::accounts::{self, AccountCause, Entry};
use crate::billing::entitlements::{self, Change, EntitlementCause};
use crate::billing::methods::{self, POINTS, PaymentMethod, STORED_VALUE};
use crate::billing::types::Pot;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{MovementId, RefundId, RefundPartId, RefundPaymentId, RefundStepId, SaleLineId, StaffId};
use crate::membership::points::follow;
use crate::numbers::{self, Numbered};
use crate::permissions::Permission;
use crate::stock::{Witnessed, sold};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The pots in the order in which a lot has them.
const POTS: [Pot; 3] = [Pot::Principal, Pot::Gift, Pot::Deposit];

/// Gives it back. The second person, where there is one, approves what the first may not.
///
/// Said again with the same id it is the same refund, and nothing is written.
///
/// # Errors
/// As [`super::quote::quote`]; [`ErrorCode::Required`] without a part, [`ErrorCode::ReasonRequired`],
/// [`ErrorCode::ChangedMeanwhile`] where the total is not what the client was shown, [`ErrorCode::ApprovalRequired`],
/// [`ErrorCode::NotPermitted`] of the approver.
pub fn pay(store: &Store, actor: &Actor, paying: Witnessed<'_, PayRefund>) -> Result<Refunded> {
    let input = paying.input;
    store.transact(actor, Verb::RefundPay, |tx| {
        let connection = tx.connection();
        if let Some(refunded) = already(tx, input)? {
            return Ok(refunded);
        }
        chosen(input.refund.basis)?;
        let sale = stands::read(connection, input.refund.sale, tx.today())?;
        tx.about(sale.client);
        if input.refund.parts.is_empty() {
            return Err(ErrorCode::Required.at("parts"));
        }
        let computed = compute(connection, &sale, &input.refund, tx.today())?;
        let interest = if input.refund.interest.is_some() { computed.ways.interest } else { 0 };
        let total = Fen(computed.amount() + interest);
        if total != input.total {
            return Err(ErrorCode::ChangedMeanwhile.at("total").with("total", total.0));
        }
        let approver = paying.approved(actor, Permission::Refund, "refund")?;
        let number = write(tx, input.id, &sale, &input.refund, &computed, approver, Numbered::Refund)?;
        follow::refunded(tx, sale.id, input.id)?;
        tx.detail("number", &number);
        tx.detail("sale", &sale.number);
        tx.detail("amount", total.written());
        Ok(Refunded { id: input.id, number })
    })
}

/// Writes it. Says its number.
pub(super) fn write(
    tx: &Tx<'_>,
    id: RefundId,
    sale: &Stands,
    refund: &RefundInput,
    computed: &Computed<'_>,
    approver: Option<StaffId>,
    numbered: Numbered,
) -> Result<String> {
    let interest = if refund.interest.is_some() { computed.ways.interest } else { 0 };
    let reason = fields::reason(&refund.reason)?;
    let number = numbers::next(tx, numbered)?;
    tx.connection().execute(
        "INSERT INTO refund (id, number, sale_id, client_id, basis, amount, off_debt, interest, reason,
             approved_by, business_day, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            number,
            sale.id,
            sale.client,
            refund.basis,
            computed.amount(),
            computed.ways.off_debt,
            interest,
            reason,
            approver,
            tx.today(),
            tx.now(),
            tx.staff_id()
        ],
    )?;
    let writing = Writing { tx, id, number: &number, sale };
    let mut steps = 0;
    for (place, ((thing, worked), typed)) in computed.parts.iter().zip(&refund.parts).enumerate() {
        let part = writing.part(place, thing, worked, typed)?;
        writing.steps(Some(part), &mut steps, &worked.steps)?;
    }
    if interest > 0 {
        writing.steps(None, &mut steps, &computed.ways.steps)?;
    }
    writing.ways(computed, refund.interest.as_deref(), interest)?;
    Ok(number)
}

/// The refund of this id, where it was written before: of the same sale, on the same total.
fn already(tx: &Tx<'_>, input: &PayRefund) -> Result<Option<Refunded>> {
    let found: Option<(String, bool)> = tx
        .connection()
        .prepare_cached(
            "SELECT number, sale_id = ?2 AND amount + interest = ?3 AND basis = ?4 FROM refund WHERE id = ?1",
        )?
        .query_row(params![input.id, input.refund.sale, input.total, input.refund.basis], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match found {
        None => Ok(None),
        Some((number, true)) => Ok(Some(Refunded { id: input.id, number })),
        Some((_, false)) => Err(ErrorCode::ChangedMeanwhile.at("id")),
    }
}

/// A refund that is being written.
struct Writing<'a> {
    tx: &'a Tx<'a>,
    id: RefundId,
    number: &'a str,
    sale: &'a Stands,
}

impl Writing<'_> {
    fn part(
        &self,
        place: usize,
        thing: &Standing,
        worked: &Worked,
        typed: &RefundPartInput,
    ) -> Result<RefundPartId> {
        let id = RefundPartId(self.tx.new_id());
        let (kind, line, lot) = match (&thing.item, &thing.holds) {
            (RefundItem::Line { line }, Holds::Money(lot)) => ("line", Some(*line), Some(lot.id)),
            (RefundItem::Line { line }, _) => ("line", Some(*line), None),
            (RefundItem::Kept { lot }, _) => ("kept", None, Some(*lot)),
            (RefundItem::Overpaid, _) => ("overpaid", None, None),
        };
        let goods = if worked.packs > 0 { typed.goods } else { GoodsFate::None };
        let (movement, waste) = match line {
            Some(line) if goods != GoodsFate::None => self.goods(line, worked.packs, goods)?,
            _ => (None, None),
        };
        self.tx.connection().execute(
            "INSERT INTO refund_part (id, refund_id, position, kind, line_id, lot_id, packs, goods, movement_id,
                 waste_id, proposed, amount)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                id,
                self.id,
                place as i64,
                kind,
                line,
                lot,
                worked.packs,
                goods,
                movement,
                waste,
                worked.proposed,
                worked.amount
            ],
        )?;
        for taken in &worked.sessions {
            let change = Change {
                executed: Fen(taken.executed),
                refunded: Fen(taken.refunded),
                refund: Some(self.id),
                ..Change::of(EntitlementCause::Refunded, -taken.sessions)
            };
            entitlements::write(self.tx, taken.entitlement, &change)?;
        }
        let client = match &thing.holds {
            Holds::Money(lot) => lot.client,
            _ => self.sale.file,
        };
        for (pot, amount) in POTS.into_iter().zip(worked.pots) {
            let entry = Entry { client, line, lot, ..self.entry(pot, 0, AccountCause::Refunded) };
            accounts::withdraw(self.tx, &entry, Fen(amount))?;
        }
        Ok(id)
    }

    /// Packs that come back to stock, to be sold again or thrown away.
    fn goods(
        &self,
        line: SaleLineId,
        packs: i64,
        goods: GoodsFate,
    ) -> Result<(Option<MovementId>, Option<MovementId>)> {
        let (movement, quantity): (Option<MovementId>, i64) = self
            .tx
            .connection()
            .prepare_cached("SELECT movement_id, quantity FROM sale_line WHERE id = ?1")?
            .query_row([line], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some(movement) = movement else { return Ok((None, None)) };
        let discarded = goods == GoodsFate::Discarded;
        let (back, waste) = sold::take_back(self.tx, movement, (packs, quantity), discarded, self.number)?;
        Ok((Some(back), waste))
    }

    fn entry(&self, pot: Pot, amount: i64, cause: AccountCause) -> Entry {
        Entry {
            sale: Some(self.sale.id),
            refund: Some(self.id),
            ..Entry::of(self.sale.file, pot, Fen(amount), cause)
        }
    }

    fn steps(&self, part: Option<RefundPartId>, place: &mut i64, steps: &[RefundStep]) -> Result<()> {
        for step in steps {
            self.tx
                .connection()
                .prepare_cached(
                    "INSERT INTO refund_step (id, refund_id, part_id, position, kind, name, count, of, price, rate,
                         amount)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                )?
                .execute(params![
                    RefundStepId(self.tx.new_id()),
                    self.id,
                    part,
                    *place,
                    step.kind,
                    step.name,
                    step.count,
                    step.of,
                    step.price,
                    step.rate,
                    step.amount
                ])?;
            *place += 1;
        }
        Ok(())
    }

    fn ways(&self, computed: &Computed<'_>, interest_by: Option<&str>, interest: i64) -> Result<()> {
        let offered = methods::all(self.tx.connection())?;
        for (place, way) in computed.ways.ways.iter().enumerate() {
            let paid_as = self.sale.payments.iter().find(|paying| Some(paying.id) == way.payment);
            let name = match paid_as {
                Some(paying) if paying.method == way.method => paying.name.clone(),
                _ => name_of(&offered, &way.method),
            };
            let written = Written {
                payment: way.payment,
                method: &way.method,
                name: &name,
                amount: way.amount,
                interest: false,
                reference: &way.reference,
            };
            self.way(place, &written)?;
            match (way.back, way.payment) {
                // The ledger of points follows by itself.
                (true, _) if way.method == POINTS => {}
                (true, Some(payment)) => {
                    let entry = self.entry(Pot::Principal, 0, AccountCause::Returned);
                    accounts::give_back(self.tx, &entry, payment, Fen(way.amount))?;
                }
                _ if way.method == STORED_VALUE => {
                    accounts::write(self.tx, &self.entry(Pot::Principal, way.amount, AccountCause::Kept))?;
                }
                _ => {}
            }
        }
        if interest > 0 {
            let method = interest_by.unwrap_or(methods::CASH);
            let known = offered.iter().any(|one| one.code == method && one.active);
            if !known || methods::is_kept_here(method) {
                return Err(ErrorCode::NotFound.at("interest"));
            }
            let name = name_of(&offered, method);
            let written = Written {
                payment: None,
                method,
                name: &name,
                amount: interest,
                interest: true,
                reference: "",
            };
            self.way(computed.ways.ways.len(), &written)?;
        }
        Ok(())
    }

    fn way(&self, place: usize, way: &Written<'_>) -> Result<()> {
        self.tx
            .connection()
            .prepare_cached(
                "INSERT INTO refund_payment (id, refund_id, sale_id, payment_id, position, method, name, amount,
                     interest, reference, business_day, at, by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                RefundPaymentId(self.tx.new_id()),
                self.id,
                self.sale.id,
                way.payment,
                place as i64,
                way.method,
                way.name,
                way.amount,
                way.interest,
                way.reference,
                self.tx.today(),
                self.tx.now(),
                self.tx.staff_id()
            ])?;
        Ok(())
    }
}

/// A way, as it is written.
struct Written<'a> {
    payment: Option<crate::ids::PaymentId>,
    method: &'a str,
    name: &'a str,
    amount: i64,
    interest: bool,
    reference: &'a str,
}

fn name_of(offered: &[PaymentMethod], code: &str) -> String {
    offered.iter().find(|method| method.code == code).map(|method| method.name.clone()).unwrap_or_default()
}
