//! Taking the money: a sale, its lines, what it gives, and its payments, all at once or not at all.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::accounts::{self, AccountCause, Balances, Entry};
use super::cart::{self, Cart};
use super::entitlements::{self, Given};
use super::lines::Line;
use super::methods::{self, CASH, DEPOSIT, POINTS, STORED_VALUE};
use super::price::spread;
use super::types::{ArrearsInput, LineKind, Paid, PaidPoints, PaySale, PaymentInput, Pot};
use super::{hold, invoices};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::{
    ArrearsId, ClientId, PaymentId, ReductionId, SaleId, SaleLineId, SaleOverrideId, StaffId, VisitId,
};
use crate::membership::points::rules::PointsMoney;
use crate::membership::points::{entries, follow, redeem};
use crate::numbers::{self, Numbered};
use crate::permissions::Permission;
use crate::settings::{self, SettingKey};
use crate::stock::{Witnessed, sold};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most payments at once.
const PAYMENTS_MAX: usize = 20;
/// The largest payment: a hundred million yuan.
const AMOUNT_MAX: i64 = Fen::PRICE_MAX.0 * 10;

/// Takes the money. The second person, where there is one, approves what the first may not.
///
/// Said again with the same id it is the same sale, and nothing is written.
///
/// # Errors
/// As [`super::quote::quote`]; [`ErrorCode::ChangedMeanwhile`] where the total is not what the client was shown,
/// [`ErrorCode::ReasonRequired`] of a discount, [`ErrorCode::PlanReasonRequired`],
/// [`ErrorCode::ApprovalRequired`], [`ErrorCode::NotPermitted`] of the approver, [`ErrorCode::PaymentsDiffer`] with
/// what is left, [`ErrorCode::BalanceTooSmall`], [`ErrorCode::NotPayableWithBalance`],
/// [`ErrorCode::NotPayableWithPoints`], [`ErrorCode::PointsBelowLeast`], [`ErrorCode::PointsTooFew`],
/// [`ErrorCode::ArrearsNotAllowed`], [`ErrorCode::HeldSaleEnded`].
pub fn pay(store: &Store, actor: &Actor, paying: Witnessed<'_, PaySale>) -> Result<Paid> {
    let input = paying.input;
    store.transact(actor, Verb::SalePay, |tx| {
        let connection = tx.connection();
        bounded(&input.payments)?;
        let client = clients::survivor(connection, input.sale.client)?;
        if let Some(paid) = already(connection, client, input, tx.today())? {
            return Ok(paid);
        }
        tx.about(client);
        let cart = cart::read(connection, tx.today(), &input.sale)?;
        if cart.total != input.total {
            return Err(ErrorCode::ChangedMeanwhile.at("total").with("total", cart.total.0));
        }
        let approver = approve(connection, actor, &paying, &cart)?;
        let reason = fields::optional("discountReason", &input.sale.discount_reason, LINE_MAX)?;
        if cart.by_hand > 0 && reason.is_empty() {
            return Err(ErrorCode::ReasonRequired.at("discountReason"));
        }
        let visit = visit_of(connection, input.sale.visit, client)?;
        if let Some(held) = input.held {
            hold::end(tx, held, Some(client))?;
        }
        let number = numbers::next(tx, Numbered::Sale)?;
        connection
            .prepare_cached(
                "INSERT INTO sale (id, number, client_id, visit_id, list_total, total, discount_reason,
                     approved_by, note, held_id, business_day, at, by, fen_per_point)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            )?
            .execute(params![
                input.id,
                number,
                client,
                visit,
                cart.list_total,
                cart.total,
                reason,
                approver,
                fields::optional("note", &input.sale.note, LINE_MAX)?,
                input.held,
                tx.today(),
                tx.now(),
                tx.staff_id(),
                cart.points.fen_per_point
            ])?;
        override_plan(tx, input, &cart)?;
        // The balance before the sale: what is paid in now does not pay for this.
        let family = clients::family(connection, client)?;
        let has = accounts::balances(connection, &family)?;
        for (place, line) in cart.lines.iter().enumerate() {
            let id = write_line(tx, input.id, client, &number, place, line)?;
            if line.reward_points > 0 {
                redeem::reward(tx, &family, input.id, id, line.reward_points)
                    .map_err(|wrong| wrong.with("line", place + 1))?;
            }
        }
        let paid = write_payments(tx, client, input, &cart, &has)?;
        let left = Fen(cart.total.0 - paid.0);
        match &input.arrears {
            Some(_) if lends(input, &cart, left) => {
                return Err(ErrorCode::ArrearsNotAllowed.at("arrears"));
            }
            Some(arrears) if left.0 > 0 => owe(tx, client, input.id, left, arrears, approver)?,
            _ if left.0 != 0 => return Err(ErrorCode::PaymentsDiffer.at("payments").with("left", left.0)),
            _ => {}
        }
        if let Some(wish) = input.invoice.as_ref().filter(|_| cart.total.0 > 0) {
            invoices::ask(tx, input.id, cart.total, wish)?;
        }
        follow::paid(tx, input.id)?;
        tx.detail("number", &number);
        tx.detail("total", cart.total.written());
        let points = points(connection, input.id, &family, tx.today())?;
        Ok(Paid { id: input.id, number, change: change(&input.payments), points })
    })
}

/// The visit at which it is sold; none where the check-in was taken back meanwhile.
///
/// # Errors
/// [`ErrorCode::ChangedMeanwhile`] for somebody else's.
fn visit_of(connection: &Connection, visit: Option<VisitId>, client: ClientId) -> Result<Option<VisitId>> {
    let Some(visit) = visit else { return Ok(None) };
    let found: Option<ClientId> = connection
        .prepare_cached("SELECT client_id FROM visit WHERE id = ?1 AND NOT undone")?
        .query_row([visit], |row| row.get(0))
        .optional()?;
    let Some(whose) = found else { return Ok(None) };
    if clients::survivor(connection, whose)? == client {
        Ok(Some(visit))
    } else {
        Err(ErrorCode::ChangedMeanwhile.at("visit"))
    }
}

/// The sale of this id, where it was paid before: the same client, total and payments. What is not the same is
/// another sale under an old id, and is refused before anybody believes it paid.
fn already(
    connection: &Connection,
    client: ClientId,
    input: &PaySale,
    today: NaiveDate,
) -> Result<Option<Paid>> {
    let found: Option<(String, ClientId, Fen)> = connection
        .prepare_cached("SELECT number, client_id, total FROM sale WHERE id = ?1")?
        .query_row([input.id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((number, whose, total)) = found else { return Ok(None) };
    let same = clients::survivor(connection, whose)? == client
        && total == input.total
        && said_before(connection, input.id.0, input.id, &input.payments)?;
    if same {
        let points = points(connection, input.id, &clients::family(connection, client)?, today)?;
        Ok(Some(Paid { id: input.id, number, change: change(&input.payments), points }))
    } else {
        Err(ErrorCode::ChangedMeanwhile.at("id"))
    }
}

/// Whether these payments are the ones that stand under this id.
pub(super) fn said_before(
    connection: &Connection,
    set: uuid::Uuid,
    sale: SaleId,
    payments: &[PaymentInput],
) -> Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT sale_id, method, amount, tendered FROM payment WHERE set_id = ?1 ORDER BY position",
    )?;
    type Stands = (SaleId, String, Fen, Option<Fen>);
    let stands = statement
        .query_map([set], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<Vec<Stands>>>()?;
    let asked = payments.iter().map(|paid| (sale, paid.method.clone(), paid.amount, paid.tendered));
    Ok(stands.into_iter().eq(asked))
}

/// Refuses payments that no sum or change could be made of.
pub(super) fn bounded(payments: &[PaymentInput]) -> Result<()> {
    between("payments", payments.len() as i64, 0, PAYMENTS_MAX as i64)?;
    for (place, paid) in payments.iter().enumerate() {
        let at_payment = |wrong: crate::Error| wrong.with("payment", place + 1);
        between("amount", paid.amount.0, 1, AMOUNT_MAX).map_err(at_payment)?;
        if let Some(tendered) = paid.tendered {
            between("tendered", tendered.0, paid.amount.0, AMOUNT_MAX).map_err(at_payment)?;
        }
    }
    Ok(())
}

/// Who approved what the seller may not give alone: a discount beyond the limit, a debt.
fn approve(
    connection: &Connection,
    actor: &Actor,
    paying: &Witnessed<'_, PaySale>,
    cart: &Cart,
) -> Result<Option<StaffId>> {
    let approver = paying.person(actor)?;
    let limit = cart::limit_of(connection, cart::roles(actor))?;
    let owing = paying.input.arrears.is_some();
    let arrears = settings::choice(connection, SettingKey::Arrears)?;
    if owing && arrears == "never" {
        return Err(ErrorCode::ArrearsNotAllowed.at("arrears"));
    }
    let over = cart.by_hand > limit;
    let owed = owing && arrears == "approved" && !actor.has(Permission::AllowArrears);
    if !over && !owed {
        return Ok(None);
    }
    let Some(session) = paying.witness else {
        let why = if over { "discount" } else { "arrears" };
        return Err(ErrorCode::ApprovalRequired.at("approver").with("why", why).with("limit", limit / 10));
    };
    let may = (!over || cart::limit_of(connection, session.roles())? >= cart.by_hand)
        && (!owed || session.has(Permission::AllowArrears));
    if may { Ok(approver) } else { Err(ErrorCode::NotPermitted.at("approver").with("verb", "sales.approve")) }
}

/// What no approved plan asks for is sold only with a reason that the owner sees (DOMAIN.md, "Membership").
fn override_plan(tx: &Tx<'_>, input: &PaySale, cart: &Cart) -> Result<()> {
    if cart.without_plan.is_empty() {
        return Ok(());
    }
    let names = cart.without_plan.join("、");
    let reason = fields::optional("noPlanReason", &input.sale.no_plan_reason, LINE_MAX)?;
    if reason.is_empty() {
        return Err(ErrorCode::PlanReasonRequired.at("noPlanReason").with("names", names));
    }
    tx.connection().execute(
        "INSERT INTO sale_override (id, sale_id, code, detail, reason, at, by)
         VALUES (?1, ?2, 'no_plan', ?3, ?4, ?5, ?6)",
        params![SaleOverrideId(tx.new_id()), input.id, names, reason, tx.now(), tx.staff_id()],
    )?;
    Ok(())
}

/// What a sale did to the client's points, as they stand.
pub(super) fn points(
    connection: &Connection,
    sale: SaleId,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<PaidPoints> {
    let (earned, redeemed) = follow::of_sale(connection, sale)?;
    Ok(PaidPoints { earned, redeemed, balance: entries::balance(connection, family, today)? })
}

/// Writes a line, what it takes out of stock, gives and pays in.
pub(super) fn write_line(
    tx: &Tx<'_>,
    sale: SaleId,
    client: ClientId,
    number: &str,
    place: usize,
    line: &Line,
) -> Result<SaleLineId> {
    let connection = tx.connection();
    let id = SaleLineId(tx.new_id());
    let movement = match &line.goods {
        Some(goods) => Some(sold::take(tx, goods.batch, goods.quantity, client, number)?),
        None => None,
    };
    connection
        .prepare_cached(
            "INSERT INTO sale_line (id, sale_id, position, kind, item_id, plan_line_id, movement_id, name,
                 standard_name, quantity, list_price, price, note, points_multiplier, points_why, reward_points)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            id,
            sale,
            place as i64,
            line.kind,
            line.item,
            line.plan_line,
            movement,
            line.name,
            line.standard_name,
            line.quantity,
            line.list_price,
            line.price.now,
            line.note,
            line.earns.multiplier,
            line.earns.why,
            line.reward_points
        ])?;
    for (place, reduction) in line.price.reductions.iter().enumerate() {
        connection
            .prepare_cached(
                "INSERT INTO sale_reduction (id, line_id, position, kind, amount, name, rate)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                ReductionId(tx.new_id()),
                id,
                place as i64,
                reduction.kind,
                reduction.amount,
                reduction.name,
                reduction.rate
            ])?;
    }
    grant(tx, sale, client, id, line)?;
    let entry = |pot, amount| Entry {
        sale: Some(sale),
        line: Some(id),
        ..Entry::of(client, pot, amount, AccountCause::Sold)
    };
    match line.kind {
        LineKind::StoredValue => {
            accounts::write(tx, &entry(Pot::Principal, line.price.now))?;
            accounts::write(tx, &entry(Pot::Gift, line.gift))?;
        }
        LineKind::Deposit => accounts::write(tx, &entry(Pot::Deposit, line.price.now))?,
        LineKind::Procedure | LineKind::Card | LineKind::Product => {}
    }
    Ok(id)
}

/// The line's price falls on what it gives by its list price; what is given on top costs nothing.
fn grant(tx: &Tx<'_>, sale: SaleId, client: ClientId, id: SaleLineId, line: &Line) -> Result<()> {
    let paid: Vec<&super::lines::Grant> = line.grants.iter().filter(|grant| !grant.gift).collect();
    // Where one has no list price, all weigh by their sessions.
    let priced = paid.iter().all(|grant| grant.list_price.0 > 0);
    let weight = |grant: &&super::lines::Grant| if priced { grant.list_price.0 } else { 1 } * grant.sessions;
    let weights: Vec<i64> = paid.iter().map(weight).collect();
    let mut shares = spread(line.price.now, &weights).into_iter();
    for grant in &line.grants {
        let share = if grant.gift { Fen(0) } else { shares.next().unwrap_or_default() };
        entitlements::give(
            tx,
            &Given {
                client,
                sale,
                line: id,
                plan_line: line.plan_line,
                procedure: grant.procedure,
                name: &grant.name,
                standard_name: &grant.standard_name,
                card_name: &grant.card_name,
                sessions: grant.sessions,
                list_price: grant.list_price,
                paid: share,
                gift: grant.gift,
                expires_on: grant.expires_on,
                from: None,
            },
        )?;
    }
    Ok(())
}

/// Writes the payments. Says how much they are together.
fn write_payments(
    tx: &Tx<'_>,
    client: ClientId,
    input: &PaySale,
    cart: &Cart,
    has: &Balances,
) -> Result<Fen> {
    within_points(paid_by(&input.payments, POINTS), cart)?;
    let for_goods = for_goods(&input.payments);
    let kept_here = Fen(for_goods.0 + paid_by(&input.payments, DEPOSIT).0);
    for (asked, payable) in
        [(for_goods, cart.payable_with_stored_value()), (kept_here, cart.payable_with_deposit())]
    {
        if asked > payable {
            return Err(ErrorCode::NotPayableWithBalance.at("payments").with("payable", payable.0));
        }
    }
    write_set(tx, &Set { sale: input.id, id: input.id.0, client }, &input.payments, has)
}

/// Refuses more than points may pay of it.
fn within_points(asked: Fen, cart: &Cart) -> Result<()> {
    let most = |money: PointsMoney| money.payable(cart.payable_with_stored_value(), i64::MAX);
    let payable = cart.points.money.map_or(Fen(0), most);
    if asked > payable {
        return Err(ErrorCode::NotPayableWithPoints.at("payments").with("payable", payable.0));
    }
    Ok(())
}

/// What is paid by what pays for no money.
fn for_goods(payments: &[PaymentInput]) -> Fen {
    Fen(paid_by(payments, STORED_VALUE).0 + paid_by(payments, POINTS).0)
}

/// Whether what is left to pay would be lent as money paid ahead, which is there once it is paid, never before: neither
/// a debt nor what is kept here already pays for it.
fn lends(input: &PaySale, cart: &Cart, left: Fen) -> bool {
    let for_goods = for_goods(&input.payments);
    left.0 + for_goods.0 > cart.payable_with_stored_value().0
        || left.0 + for_goods.0 + paid_by(&input.payments, DEPOSIT).0 > cart.payable_with_deposit().0
}

/// What is paid by a method.
pub(super) fn paid_by(payments: &[PaymentInput], code: &str) -> Fen {
    Fen(payments.iter().filter(|paid| paid.method == code).map(|paid| paid.amount.0).sum())
}

/// Payments made at once for a sale.
pub(super) struct Set {
    pub(super) sale: SaleId,
    pub(super) id: uuid::Uuid,
    pub(super) client: ClientId,
}

/// Writes payments made at once and [`bounded`], each by a method that is offered, and takes what is kept here out of its pots. Says
/// how much they are together.
pub(super) fn write_set(tx: &Tx<'_>, set: &Set, payments: &[PaymentInput], has: &Balances) -> Result<Fen> {
    let connection = tx.connection();
    let offered = methods::all(connection)?;
    let mut together = 0;
    for (place, paid) in payments.iter().enumerate() {
        let at_payment = |wrong: crate::Error| wrong.with("payment", place + 1);
        let method = offered.iter().find(|method| method.code == paid.method && method.active);
        let method = method.ok_or_else(|| at_payment(ErrorCode::NotFound.at("method")))?;
        let reference = fields::optional("reference", &paid.reference, NAME_MAX).map_err(at_payment)?;
        if method.needs_reference && reference.is_empty() {
            return Err(at_payment(ErrorCode::Required.at("reference")));
        }
        let kept_here = methods::is_kept_here(&paid.method);
        if kept_here && payments[..place].iter().any(|before| before.method == paid.method) {
            return Err(at_payment(ErrorCode::NameTaken.at("method")));
        }
        let tendered = match paid.tendered {
            Some(_) if paid.method != CASH => {
                return Err(at_payment(ErrorCode::InvalidValue.at("tendered")));
            }
            tendered => tendered,
        };
        let id = PaymentId(tx.new_id());
        connection
            .prepare_cached(
                "INSERT INTO payment (id, sale_id, set_id, client_id, position, method, name, amount, tendered,
                     reference, business_day, at, by)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                id,
                set.sale,
                set.id,
                set.client,
                place as i64,
                method.code,
                method.name,
                paid.amount,
                tendered,
                reference,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ])?;
        take(tx, set, id, paid, has).map_err(at_payment)?;
        together += paid.amount.0;
    }
    Ok(Fen(together))
}

/// What a payment takes out of what is kept here.
fn take(tx: &Tx<'_>, set: &Set, payment: PaymentId, paid: &PaymentInput, has: &Balances) -> Result<()> {
    let out = |pot, amount: Fen| {
        let entry = Entry {
            sale: Some(set.sale),
            payment: Some(payment),
            ..Entry::of(set.client, pot, amount, AccountCause::Paid)
        };
        accounts::withdraw(tx, &entry, amount)
    };
    match paid.method.as_str() {
        STORED_VALUE => {
            let (principal, gift) = accounts::split(tx.connection(), has, paid.amount)?;
            out(Pot::Principal, principal)?;
            out(Pot::Gift, gift)
        }
        DEPOSIT if paid.amount > has.deposit => {
            Err(ErrorCode::BalanceTooSmall.at("payments").with("available", has.deposit.0.max(0)))
        }
        DEPOSIT => out(Pot::Deposit, paid.amount),
        POINTS => {
            let family = clients::family(tx.connection(), set.client)?;
            redeem::pay(tx, &family, set.sale, payment, paid.amount)
        }
        _ => Ok(()),
    }
}

fn owe(
    tx: &Tx<'_>,
    client: ClientId,
    sale: SaleId,
    left: Fen,
    arrears: &ArrearsInput,
    approver: Option<StaffId>,
) -> Result<()> {
    let reason = fields::optional("arrearsReason", &arrears.reason, LINE_MAX)?;
    if reason.is_empty() {
        return Err(ErrorCode::ReasonRequired.at("arrearsReason"));
    }
    if arrears.due_on < tx.today() {
        return Err(ErrorCode::InvalidDate.at("dueOn"));
    }
    tx.detail("arrears", left.written());
    tx.connection().execute(
        "INSERT INTO arrears (id, sale_id, client_id, amount, due_on, reason, approved_by, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            ArrearsId(tx.new_id()),
            sale,
            client,
            left,
            arrears.due_on,
            reason,
            approver,
            tx.now(),
            tx.staff_id()
        ],
    )?;
    Ok(())
}

/// The cash to hand back.
pub(super) fn change(payments: &[PaymentInput]) -> Fen {
    let over = |paid: &PaymentInput| paid.tendered.map_or(0, |tendered| tendered.0 - paid.amount.0);
    Fen(payments.iter().map(over).sum())
}
