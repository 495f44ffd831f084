//! A sale: its prices, the reasons it needs, its number, and that it is paid once.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::hold::{HoldSale, OfHeld};
use jingtai_clinic::billing::invoices::{self, InvoiceState, NoteInvoice};
use jingtai_clinic::billing::list::{SalesOf, SalesOfDay};
use jingtai_clinic::billing::{Discount, InvoiceWish, ReductionKind, SaleItem, hold, list};
use jingtai_clinic::catalogue::{self, ProcedureInput};
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::treatments::overrides::{self, ListOverrides, OfOverride};
use jingtai_clinic::{ErrorCode, World};

use crate::common::second::{pull, second_computer};
use crate::common::sign_in;
use crate::till::{CARD, CREAM, LASER, code, line, paid, refusal, till};

#[test]
fn every_line_says_how_its_price_came_about_and_the_lines_are_the_total() {
    let till = till(1);
    let plan_line = till.plan(3, 280_001);
    let mut lasers = till.of_plan(plan_line, 2);
    lasers.discount = Some(Discount::Off(Fen(667)));
    let mut sale = till.sale(vec![lasers, till.cards(1), till.creams(1)]);
    sale.discount = Some(Discount::Rate(900));
    let quote = till.quote(&sale).expect("a price");

    // Two of three sessions of the plan's 2800.01, then 6.67 off, then a tenth of what is left.
    let reductions = |at: usize| -> Vec<(ReductionKind, i64)> {
        quote.lines[at].reductions.iter().map(|one| (one.kind, one.amount.0)).collect()
    };
    assert_eq!((quote.lines[0].list_total.0, quote.lines[1].list_total.0), (200_000, 500_000));
    assert_eq!(reductions(0)[..2], [(ReductionKind::Plan, 200_000 - 186_667), (ReductionKind::Line, 667)]);
    assert_eq!(reductions(1)[0], (ReductionKind::Card, 500_000 - CARD.0));
    for line in &quote.lines {
        let off: i64 = line.reductions.iter().map(|one| one.amount.0).sum();
        assert_eq!(line.price.0, line.list_total.0 - off);
        assert_eq!(line.reductions.last().expect("one").kind, ReductionKind::Sale);
    }
    // 186,000 + 400,001 + 12,345 fen at nine tenths.
    assert_eq!(quote.total, Fen(538_511));
    assert_eq!(quote.lines.iter().map(|line| line.price.0).sum::<i64>(), 538_511);
    assert!(quote.by_hand && quote.over_limit && quote.without_plan, "a card is not in the plan");

    let mut paying = till.paying(sale, vec![paid("wechat", 538_511)]);
    let sold = till.pay_by(&till.reception, &paying, Some(till.owner_session())).expect("sells");
    let sale = till.open(sold.id);
    assert_eq!((sale.total, sale.list_total), (Fen(538_511), Fen(712_345)));
    assert_eq!(sale.approved_by.as_deref(), Some("院长"));
    for (line, quoted) in sale.lines.iter().zip(&quote.lines) {
        assert_eq!((line.price, &line.reductions), (quoted.price, &quoted.reductions));
    }
    // The same total asked for on another day's price is not taken.
    paying.id = jingtai_clinic::ids::SaleId(uuid::Uuid::from_u128(9));
    paying.total = Fen(538_510);
    assert_eq!(code(till.pay(&paying)), ErrorCode::PlanLineSold);
    paying.sale.lines.remove(0);
    assert_eq!(code(till.pay(&paying)), ErrorCode::ChangedMeanwhile);
}

#[test]
fn said_twice_it_is_paid_once_and_numbers_have_no_gap() {
    let till = till(2);
    let mut paying = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("cash", LASER.0)]);
    paying.payments[0].tendered = Some(Fen(LASER.0 + 5_000));
    let first = till.pay(&paying).expect("sells");
    let again = till.pay(&paying).expect("the same");
    assert_eq!(first, again);
    assert_eq!((first.number.as_str(), first.change), ("A-2026-000001", Fen(5_000)));

    // What was refused takes no number.
    let short = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", 1)]);
    assert_eq!(
        refusal(till.pay(&short), "left"),
        (ErrorCode::PaymentsDiffer, Some("payments"), (LASER.0 - 1).to_string())
    );
    assert_eq!(till.sell(vec![till.lasers(1)]).number, "A-2026-000002");

    // Another computer numbers by its own letter, and both see all of them.
    let (_dir, world, second) = second_computer(&till.house.clinic, 22);
    world.set(till.house.clinic.world.now() + 60_000);
    let there = sign_in(&second, "Reception", "730915");
    let paying = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", LASER.0)]);
    let witnessed = jingtai_clinic::stock::Witnessed { input: &paying, witness: None };
    let sold = jingtai_clinic::billing::pay::pay(&second, &there, witnessed).expect("sells");
    assert_eq!(sold.number, "B-2026-000001");
    pull(&second, till.store());
    let day = list::of_day(till.store(), &till.reception, SalesOfDay { day: None }).expect("a day");
    assert_eq!(day.sales.len(), 3);
    let by_method: Vec<_> =
        day.methods.iter().map(|one| (one.method.as_str(), one.amount.0, one.payments)).collect();
    assert_eq!(by_method, [("wechat", 2 * LASER.0, 2), ("cash", LASER.0, 1)]);
    let of = list::of_client(till.store(), &till.reception, SalesOf { client: till.client() });
    assert_eq!(of.expect("sales").len(), 3);
}

#[test]
fn a_discount_by_hand_needs_a_reason_and_beyond_the_limit_somebody_who_may() {
    let till = till(3);
    let mut sale = till.sale(vec![till.lasers(1)]);
    sale.lines[0].discount = Some(Discount::Rate(950));
    let paying = till.paying(sale, vec![paid("wechat", 95_000)]);
    // Reception may give nothing, a cashier a twentieth.
    let refused = till.pay(&paying);
    assert_eq!(refusal(refused, "why"), (ErrorCode::ApprovalRequired, Some("approver"), "discount".into()));
    let cashier = match &till.cashier {
        jingtai_clinic::Actor::Staff(session) => session,
        jingtai_clinic::Actor::System(_) => panic!("a person"),
    };
    let mut without = paying.clone();
    without.sale.discount_reason = " ".into();
    assert_eq!(code(till.pay_by(&till.cashier, &without, None)), ErrorCode::ReasonRequired);
    let sold = till.pay_by(&till.reception, &paying, Some(cashier)).expect("sells");
    assert_eq!(till.open(sold.id).approved_by.as_deref(), Some("Cashier"));

    let mut sale = till.sale(vec![till.lasers(1)]);
    sale.lines[0].discount = Some(Discount::To(Fen(94_000)));
    let paying = till.paying(sale, vec![paid("wechat", 94_000)]);
    assert_eq!(code(till.pay_by(&till.reception, &paying, Some(cashier))), ErrorCode::NotPermitted);
    assert_eq!(code(till.pay_by(&till.cashier, &paying, Some(cashier))), ErrorCode::WitnessIsActor);
    let raise = SetSetting { key: SettingKey::DiscountReception, value: 6.into() };
    settings::set(till.store(), &till.house.clinic.owner, &raise).expect("a rule");
    assert_eq!(till.open(till.pay(&paying).expect("sells").id).approved_by, None);

    for (discount, wrong) in [
        (Discount::Off(Fen(LASER.0 + 1)), ErrorCode::DiscountTooLarge),
        (Discount::To(Fen(LASER.0 + 1)), ErrorCode::InvalidValue),
        (Discount::Rate(1_001), ErrorCode::InvalidValue),
    ] {
        let mut sale = till.sale(vec![till.creams(1), till.lasers(1)]);
        sale.lines[1].discount = Some(discount);
        assert_eq!(refusal(till.quote(&sale), "line"), (wrong, Some("discount"), "2".into()));
    }
}

#[test]
fn what_no_plan_asks_for_is_sold_only_with_a_reason_that_the_owner_sees() {
    let till = till(4);
    let mut paying = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", LASER.0)]);
    paying.sale.no_plan_reason = String::new();
    assert_eq!(
        refusal(till.pay(&paying), "names"),
        (ErrorCode::PlanReasonRequired, Some("noPlanReason"), "光子".into())
    );
    paying.sale.no_plan_reason = "老项目续做".into();
    let sold = till.pay(&paying).expect("sells");
    let owner = &till.house.clinic.owner;
    let unseen = overrides::list(till.store(), owner, ListOverrides { seen: false }).expect("overrides");
    assert_eq!(unseen.len(), 1);
    assert_eq!(
        (unseen[0].sale, unseen[0].signed, unseen[0].reason.as_str()),
        (Some(sold.id), None, "老项目续做")
    );
    overrides::see(till.store(), owner, OfOverride { id: unseen[0].id }).expect("seen");
    assert!(overrides::list(till.store(), owner, ListOverrides { seen: false }).expect("none").is_empty());

    // Goods and money need no plan, and neither does what a plan asks for.
    let goods = [till.creams(1), line(SaleItem::Deposit { amount: Fen(10_000) }, 1)];
    let mut sale = till.sale(goods.to_vec());
    sale.no_plan_reason = String::new();
    assert!(!till.quote(&sale).expect("a price").without_plan);
    let plan_line = till.plan(3, 270_000);
    let unsold = till.begin().unsold;
    assert_eq!(unsold.len(), 1);
    assert_eq!(
        (unsold[0].plan_line, unsold[0].sessions, unsold[0].price),
        (plan_line, 3, Some(Fen(270_000)))
    );
    till.sell(vec![till.of_plan(plan_line, 1)]);
    assert_eq!((till.begin().unsold[0].sessions, till.begin().unsold[0].price), (2, Some(Fen(180_000))));
    let too_many = till.sale(vec![till.of_plan(plan_line, 1), till.of_plan(plan_line, 2)]);
    assert_eq!(
        refusal(till.quote(&too_many), "left"),
        (ErrorCode::PlanLineSold, Some("quantity"), "1".into())
    );
    till.sell(vec![till.of_plan(plan_line, 2)]);
    assert!(till.begin().unsold.is_empty());
}

#[test]
fn a_price_comes_from_the_list_and_only_where_there_is_none_from_a_hand() {
    let till = till(5);
    let lips = |price| line(SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price }, 2);
    let sale = till.sale(vec![lips(None)]);
    assert_eq!(refusal(till.quote(&sale), "name"), (ErrorCode::PriceMissing, Some("price"), "丰唇".into()));
    assert_eq!(till.quote(&till.sale(vec![lips(Some(Fen(99_999)))])).expect("a price").total, Fen(199_998));
    let dearer = SaleItem::Procedure { procedure: till.laser, plan_line: None, price: Some(Fen(200_000)) };
    assert_eq!(code(till.quote(&till.sale(vec![line(dearer, 1)]))), ErrorCode::InvalidValue);

    // A plan that says more than the list asks for no more than the list.
    let plan_line = till.plan(2, 250_000);
    let quote = till.quote(&till.sale(vec![till.of_plan(plan_line, 2)])).expect("a price");
    assert_eq!((quote.total, quote.lines[0].reductions.len()), (Fen(200_000), 0));
    for quantity in [0, 101] {
        assert_eq!(code(till.quote(&till.sale(vec![till.lasers(quantity)]))), ErrorCode::InvalidValue);
    }
    assert_eq!(code(till.quote(&till.sale(Vec::new()))), ErrorCode::Required);

    // What was sold keeps its name and price.
    let sold = till.sell(vec![till.lasers(1)]);
    let all = catalogue::all(till.store(), &till.house.clinic.owner).expect("the catalogue").procedures;
    let laser = all.into_iter().find(|procedure| procedure.id == till.laser).expect("it");
    let laser = ProcedureInput { name: "新名".into(), list_price: Some(Fen(1)), ..laser.into() };
    catalogue::set_procedure(till.store(), &till.house.clinic.owner, &laser).expect("an edit");
    let line = till.open(sold.id).lines.remove(0);
    assert_eq!((line.name.as_str(), line.list_price, line.price), ("光子", LASER, LASER));
    assert_eq!(till.entitlements()[0].name, "光子");
}

#[test]
fn packs_leave_the_batch_that_ends_first_and_a_recall_finds_who_bought_them() {
    let till = till(6);
    // Two packs of K1, five of K2: three come of K2 at once, one of K1.
    let sale = till.sale(vec![till.creams(3), till.creams(1)]);
    let quote = till.quote(&sale).expect("a price");
    let lots: Vec<&str> =
        quote.lines.iter().map(|line| line.batch.as_ref().expect("a batch").lot.as_str()).collect();
    assert_eq!(lots, ["K2", "K1"]);
    assert_eq!(quote.total, Fen(4 * CREAM.0));
    let sold = till.sell(vec![till.creams(3), till.creams(1)]);
    assert_eq!(sold.lines[0].lot.as_deref(), Some("K2"));
    let used = till.house.file("K2");
    assert_eq!(used.batch.on_hand.0, 200);
    let of = jingtai_clinic::traces::batch::TraceBatch { batch: used.batch.id };
    let uses = jingtai_clinic::traces::batch::of_batch(till.store(), &till.house.nurse, of).expect("uses");
    assert_eq!((uses.len(), uses[0].client.id, uses[0].quantity.0), (1, till.client(), 300));

    let refused = till.quote(&till.sale(vec![till.creams(3)]));
    assert_eq!(refusal(refused, "packs"), (ErrorCode::NotEnoughPacks, Some("quantity"), "2".into()));
    let refused = till.quote(&till.sale(vec![till.creams(2), till.creams(2)]));
    assert_eq!(refusal(refused, "line"), (ErrorCode::NotEnoughPacks, Some("quantity"), "2".into()));
    let toxin = line(SaleItem::Product { product: till.house.toxin, batch: None }, 1);
    assert_eq!(code(till.quote(&till.sale(vec![toxin]))), ErrorCode::VialBookOnly);
    let filler = line(SaleItem::Product { product: till.house.filler, batch: None }, 1);
    assert_eq!(code(till.quote(&till.sale(vec![filler]))), ErrorCode::PriceMissing);
}

#[test]
fn a_checkout_put_aside_is_taken_up_once_and_paid_at_todays_price() {
    let till = till(7);
    let sale = till.sale(vec![till.lasers(1), till.creams(1)]);
    let hold = |id, sale: &jingtai_clinic::billing::SaleInput| {
        hold::hold(till.store(), &till.reception, &HoldSale { id, sale: sale.clone() })
    };
    let id = hold(None, &sale).expect("holds");
    let held = hold::list(till.store(), &till.cashier).expect("held").remove(0);
    assert_eq!((held.id, &held.sale, held.total), (id, &sale, Some(Fen(LASER.0 + CREAM.0))));
    let fewer = till.sale(vec![till.lasers(1)]);
    assert_eq!(hold(Some(id), &fewer).expect("holds again"), id);
    assert_eq!(till.begin().held[0].sale, fewer);

    let mut paying = till.paying(fewer.clone(), vec![paid("wechat", LASER.0)]);
    paying.held = Some(id);
    till.pay(&paying).expect("sells");
    assert!(hold::list(till.store(), &till.cashier).expect("held").is_empty());
    // Elsewhere it still stood on the screen.
    let mut paying = till.paying(fewer.clone(), vec![paid("wechat", LASER.0)]);
    paying.held = Some(id);
    assert_eq!(code(till.pay(&paying)), ErrorCode::HeldSaleEnded);
    assert_eq!(code(hold(Some(id), &fewer)), ErrorCode::HeldSaleEnded);
    let id = hold(None, &fewer).expect("holds");
    hold::drop(till.store(), &till.reception, OfHeld { id }).expect("lets go");
    assert_eq!(code(hold::drop(till.store(), &till.reception, OfHeld { id })), ErrorCode::HeldSaleEnded);
    assert_eq!(code(hold(None, &till.sale(Vec::new()))), ErrorCode::Required);
}

#[test]
fn an_invoice_is_asked_for_and_issued_elsewhere() {
    let till = till(8);
    let mut paying = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", LASER.0)]);
    paying.invoice =
        Some(InvoiceWish { title: "上海某某有限公司".into(), tax_number: "91310000".into() });
    assert_eq!(
        refusal(till.pay(&paying), "least"),
        (ErrorCode::InvalidValue, Some("taxNumber"), "15".into())
    );
    paying.invoice = Some(InvoiceWish {
        title: "上海某某有限公司".into(),
        tax_number: "91310000ma1k3 xxx8j".into(),
    });
    let sold = till.pay(&paying).expect("sells");
    let waits = || {
        let day = list::of_day(till.store(), &till.reception, SalesOfDay { day: None }).expect("a day");
        day.sales[0].invoice_waits
    };
    assert!(waits());
    let mut issued = NoteInvoice {
        sale: sold.id,
        kind: InvoiceState::Issued,
        title: "上海某某有限公司".into(),
        tax_number: "91310000MA1K3XXX8J".into(),
        number: String::new(),
        amount: LASER,
    };
    let note = |input: &NoteInvoice| invoices::note(till.store(), &till.reception, input);
    assert_eq!(refusal(note(&issued), ""), (ErrorCode::Required, Some("number"), String::new()));
    issued.number = "25312000000012345678".into();
    issued.amount = Fen(LASER.0 + 1);
    assert_eq!(code(note(&issued)), ErrorCode::InvalidValue);
    issued.amount = LASER;
    note(&issued).expect("noted");
    assert!(!waits());
    let notes = till.open(sold.id).invoices;
    assert_eq!(notes.len(), 2);
    assert_eq!(notes[0].tax_number, "91310000MA1K3XXX8J");
}
