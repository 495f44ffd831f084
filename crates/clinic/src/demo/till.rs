//! The demo clinic's till: what is for sale, and what was sold in the last weeks — from plans, on cards, with money
//! paid ahead, by every method, with a debt and a few sales that no plan asked for.

use super::lines::{number, rows};
use super::plan::DAY;
use super::run::Run;
use super::stockroom::BOOK_DAYS;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::begin::{BeginSale, begin};
use crate::billing::entitlements::{self, Entitlement, EntitlementsOf};
use crate::billing::hold::{HoldSale, hold};
use crate::billing::invoices::{self, InvoiceState, NoteInvoice};
use crate::billing::offers::{CardItem, CourseCardInput, TopUpOfferInput, set_card, set_top_up};
use crate::billing::quote::{Quote, QuoteSale, quote};
use crate::billing::{
    ArrearsInput, Discount, InvoiceWish, PaySale, PaymentInput, SaleInput, SaleItem, SaleLineInput, pay,
};
use crate::catalogue;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, CourseCardId, ProcedureId, ProductId, RewardId, SaleId, TopUpOfferId, VisitId};
use crate::membership::points::{self, PointsOf};
use crate::stock::Witnessed;
use crate::store::Store;

/// One in so many is free of charge and not sold.
pub(super) const FREE: usize = 17;
/// From how many days before the present on something is sold that no plan asked for: what the owner has yet to see.
const UNPLANNED_DAYS: i64 = 5;
/// Money paid ahead, and what is given on top, in fen.
const TOP_UPS: [(i64, i64); 3] = [(500_000, 30_000), (1_000_000, 80_000), (3_000_000, 300_000)];

/// What is sold beside procedures.
#[derive(Default)]
pub(super) struct Counter {
    pub(super) retail: Vec<ProductId>,
    pub(super) cards: Vec<(CourseCardId, Vec<ProcedureId>)>,
    /// What is had for points, and for how many; the cheapest first.
    pub(super) rewards: Vec<(RewardId, i64)>,
    top_ups: Vec<(TopUpOfferId, Fen)>,
}

/// Products to take home, as their names and prices are in the file.
pub(super) fn retail() -> Vec<(&'static str, Fen)> {
    rows(include_str!("../../../../assets/demo/retail.txt"))
        .map(|row| (row[0], Fen(number::<i64>(row[1]) * 100)))
        .collect()
}

/// Cards and offers.
pub(super) fn set_up(store: &Store, owner: &Actor) -> Result<Counter> {
    let known = catalogue::all(store, owner)?;
    let mut counter = Counter::default();
    for (name, _) in retail() {
        counter.retail.extend(known.products.iter().find(|product| product.name == name).map(|one| one.id));
    }
    for row in rows(include_str!("../../../../assets/demo/cards.txt")) {
        let mut items = Vec::new();
        for item in row[3].split('；') {
            let mut words = item.split(' ');
            let name = words.next().unwrap_or_default();
            let procedure = known.procedures.iter().find(|procedure| procedure.name == name);
            let procedure = procedure.ok_or_else(|| ErrorCode::NotFound.with("procedure", name))?.id;
            let mut count = || words.next().map_or(0, number);
            items.push(CardItem { procedure, sessions: count(), gift_sessions: count() });
        }
        let input = CourseCardInput {
            id: None,
            name: row[0].to_owned(),
            price: Fen(number::<i64>(row[1]) * 100),
            valid_days: row[2].parse().ok(),
            active: true,
            items,
        };
        let procedures = input.items.iter().map(|item| item.procedure).collect();
        counter.cards.push((set_card(store, owner, &input)?, procedures));
    }
    for (principal, gift) in TOP_UPS {
        let (principal, gift) = (Fen(principal), Fen(gift));
        let input = TopUpOfferInput { id: None, principal, gift, active: true };
        counter.top_ups.push((set_top_up(store, owner, &input)?, principal));
    }
    Ok(counter)
}

fn line(item: SaleItem, quantity: u32) -> SaleLineInput {
    SaleLineInput { item, quantity, discount: None, note: String::new() }
}

impl Run<'_> {
    /// Before a treatment is prepared it is paid for, unless it was long ago, is free or is there already.
    pub(super) fn check_out(&mut self, coming: usize, now: i64) -> Result<()> {
        let age = self.plan.present - now;
        if age > BOOK_DAYS * DAY || coming.is_multiple_of(FREE) || self.owned(coming)?.is_some() {
            return Ok(());
        }
        let sale = self.checkout(coming, age)?;
        let seller = if sale.discount.is_some() { self.consultant(coming) } else { self.cast.reception };
        self.pay(coming, seller, sale, age)
    }

    /// What a client has bought of the procedure of a visit and not had yet.
    pub(super) fn owned(&self, coming: usize) -> Result<Option<Entitlement>> {
        let planned = &self.plan.comings[coming];
        let of = EntitlementsOf { client: self.client(planned.client)?, all: false };
        let owned = entitlements::of_client(self.store, self.by(self.cast.nurse), of)?;
        let procedure = self.cast.procedures[planned.offer];
        Ok(owned.into_iter().find(|one| one.procedure == procedure && one.left > 0))
    }

    /// Somebody pays ahead for the appointment just made.
    pub(super) fn take_deposit(&mut self, coming: usize, now: i64) -> Result<()> {
        let age = self.plan.present - now;
        if age > BOOK_DAYS * DAY || coming % 19 != 3 {
            return Ok(());
        }
        let client = self.client(self.plan.comings[coming].client)?;
        let lines = vec![line(SaleItem::Deposit { amount: Fen(50_000) }, 1)];
        self.pay(coming, self.cast.reception, self.empty(client, None, lines), age)
    }

    /// A checkout that somebody had to think over.
    pub(super) fn put_aside(&self, coming: usize) -> Result<()> {
        let planned = &self.plan.comings[coming];
        let procedure = self.cast.procedures[planned.offer];
        let mut lines = vec![line(SaleItem::Procedure { procedure, plan_line: None, price: None }, 1)];
        lines.extend(
            self.cast
                .counter
                .retail
                .first()
                .map(|cream| line(SaleItem::Product { product: *cream, batch: None }, 1)),
        );
        let mut sale = self.empty(self.client(planned.client)?, None, lines);
        sale.note = "去拿身份证，马上回来".to_owned();
        hold(self.store, self.by(self.cast.reception), &HoldSale { id: None, sale }).map(drop)
    }

    fn empty(&self, client: ClientId, visit: Option<VisitId>, lines: Vec<SaleLineInput>) -> SaleInput {
        SaleInput {
            client,
            visit,
            lines,
            discount: None,
            discount_reason: String::new(),
            no_plan_reason: String::new(),
            note: String::new(),
        }
    }

    fn checkout(&self, coming: usize, age: i64) -> Result<SaleInput> {
        let planned = &self.plan.comings[coming];
        let (client, visit) = (self.client(planned.client)?, self.arrived(coming)?);
        let procedure = self.cast.procedures[planned.offer];
        let desk = self.by(self.cast.reception);
        let unplanned = coming % 8 == 3 && age < UNPLANNED_DAYS * DAY;
        let unsold =
            |run: &Run<'_>| -> Result<_> { Ok(begin(run.store, desk, BeginSale { client })?.unsold) };
        let mut asked_for = unsold(self)?;
        if !unplanned && !asked_for.iter().any(|line| line.procedure == procedure) {
            self.propose(coming, self.plan.present - age)?;
            asked_for = unsold(self)?;
        }
        let asked = asked_for.iter().find(|line| line.procedure == procedure);
        let card = self.cast.counter.cards.iter().find(|(_, on_it)| on_it.contains(&procedure));
        let on_card = coming % 6 == 1 && age < UNPLANNED_DAYS * DAY;
        let mut lines = Vec::new();
        let mut reason = "";
        match (asked, card) {
            (_, Some((card, _))) if on_card => {
                lines.push(line(SaleItem::Card { card: *card }, 1));
                reason = "老顾客续卡，方案不变";
            }
            (Some(asked), _) => {
                let item = SaleItem::Procedure { procedure, plan_line: Some(asked.plan_line), price: None };
                lines.push(line(item, u32::try_from(asked.sessions).unwrap_or(1)));
            }
            (None, _) => {
                lines.push(line(SaleItem::Procedure { procedure, plan_line: None, price: None }, 1));
                reason = "顾客临时加做，医生口头同意";
            }
        }
        if coming % 5 == 2 {
            let creams = &self.cast.counter.retail;
            lines.extend(creams.get(coming / 5 % creams.len().max(1)).map(|cream| {
                line(SaleItem::Product { product: *cream, batch: None }, 1 + (coming % 2) as u32)
            }));
        }
        if coming % 9 == 4 {
            let there = points::of_client(self.store, desk, PointsOf { client })?.balance;
            let reward = self.cast.counter.rewards.iter().rev().find(|(_, points)| *points <= there);
            lines.extend(
                reward.map(|(reward, _)| line(SaleItem::Reward { reward: *reward, plan_line: None }, 1)),
            );
        }
        if coming % 14 == 4 {
            let offers = &self.cast.counter.top_ups;
            lines.extend(offers.get(coming / 14 % offers.len().max(1)).map(|(offer, principal)| {
                line(SaleItem::StoredValue { principal: *principal, offer: Some(*offer) }, 1)
            }));
        }
        let mut sale = self.empty(client, Some(visit), lines);
        sale.no_plan_reason = reason.to_owned();
        if coming % 9 == 5 {
            sale.discount = Some(Discount::Rate(950));
            sale.discount_reason = "老带新".to_owned();
        }
        Ok(sale)
    }

    /// An id as a window draws it.
    pub(super) fn draw(&self) -> uuid::Uuid {
        super::draw(self.store)
    }

    /// Pays it in a way that is different from sale to sale.
    fn pay(&mut self, coming: usize, seller: usize, sale: SaleInput, age: i64) -> Result<()> {
        let store = self.store;
        let quoted = quote(store, self.by(seller), &QuoteSale { sale: sale.clone() })?;
        let owing = coming % 23 == 9 && age < 20 * DAY && quoted.stored_value.0 == 0 && sale.visit.is_some();
        let owed = if owing { Fen(quoted.total.0 / 2 / 10_000 * 10_000) } else { Fen(0) };
        let money = sale.lines.iter().any(|line| matches!(line.item, SaleItem::StoredValue { .. }));
        let owed = if money { Fen(0) } else { owed };
        let payments = payments(coming, &quoted, owed);
        let due_on = store.today() + chrono::TimeDelta::days(14);
        let input = PaySale {
            id: SaleId(self.draw()),
            total: quoted.total,
            payments,
            arrears: (owed.0 > 0).then(|| ArrearsInput { due_on, reason: "下次到店补齐".to_owned() }),
            invoice: (coming % 8 == 2).then(|| InvoiceWish {
                title: "上海某某贸易有限公司（演示）".to_owned(),
                tax_number: "91310000MA1DEMO00X".to_owned(),
            }),
            held: None,
            sale,
        };
        let paying =
            if owed.0 > 0 { self.witnessed(&input)? } else { Witnessed { input: &input, witness: None } };
        let paid = pay::pay(store, self.by(seller), paying)?;
        if let Some(wish) = input.invoice.filter(|_| age > 2 * DAY) {
            let issued = NoteInvoice {
                sale: paid.id,
                kind: InvoiceState::Issued,
                title: wish.title,
                tax_number: wish.tax_number,
                number: format!("2631{:016}", coming),
                amount: input.total,
            };
            invoices::note(store, self.by(self.cast.reception), &issued)?;
            return Ok(());
        }
        self.give_back(coming, paid.id)
    }
}

/// First what is kept here, then one of the ways in which people pay.
fn payments(coming: usize, quoted: &Quote, owed: Fen) -> Vec<PaymentInput> {
    let by = |method: &str, amount: i64| PaymentInput {
        method: method.to_owned(),
        amount: Fen(amount),
        tendered: None,
        reference: String::new(),
    };
    let mut left = quoted.total.0 - owed.0;
    let mut payments = Vec::new();
    // Whole hundreds of yuan, so that it reads well.
    let by_points = if coming % 4 == 3 { quoted.points.payable.0 / 10_000 * 10_000 } else { 0 };
    let kept_here =
        [("points", by_points), ("deposit", quoted.deposit.0), ("stored_value", quoted.stored_value.0)];
    for (method, there) in kept_here {
        let amount = there.min(left).min(quoted.total.0);
        if amount > 0 && payments.is_empty() {
            payments.push(by(method, amount));
            left -= amount;
        }
    }
    if left == 0 {
        return payments;
    }
    match coming % 7 {
        0..=2 => payments.push(by("wechat", left)),
        3 => payments.push(by("alipay", left)),
        4 => payments
            .push(PaymentInput { tendered: Some(Fen((left + 9_999) / 10_000 * 10_000)), ..by("cash", left) }),
        5 => payments
            .push(PaymentInput { reference: format!("MT{:010}", 7_700_000 + coming), ..by("meituan", left) }),
        _ if left > 100_000 => {
            payments.push(by("card", left - 50_000));
            payments.push(by("wechat", 50_000));
        }
        _ => payments.push(by("card", left)),
    }
    payments
}
