//! What goes back: how much, why, and where to. Figures are by hand, after 法释〔2025〕4号.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::accounts::AccountCause;
use jingtai_clinic::billing::list::{SalesOfDay, of_day};
use jingtai_clinic::billing::open::Sale;
use jingtai_clinic::billing::refunds::reverse::reverse;
use jingtai_clinic::billing::refunds::{
    GoodsFate, PayRefund, RefundBasis, RefundItem, RefundPartInput, RefundStepKind, RefundWayInput,
    ReverseRefund, SessionsBack,
};
use jingtai_clinic::billing::{ArrearsInput, Discount, SaleItem, SaleLineInput};
use jingtai_clinic::ids::RefundId;
use jingtai_clinic::traces::batch::{TraceBatch, of_batch};
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::{Actor, ErrorCode, Session};
use uuid::Uuid;

use crate::giving_back::{everything, line, packs, part, paying, refund, sessions, way};
use crate::model::Desk;
use crate::till::{CREAM, LASER, Till, code, paid, refusal, till};

use RefundStepKind as Step;

/// Five lips at 1,000.00 by the list, sold for this.
fn five_lips(till: &Till, price: i64) -> Sale {
    let item = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(100_000)) };
    let line = SaleLineInput {
        item,
        quantity: 5,
        discount: (price < 500_000).then_some(Discount::To(Fen(price))),
        note: String::new(),
    };
    let owner = &till.house.clinic.owner;
    let input = till.paying(till.sale(vec![line]), vec![paid("wechat", price)]);
    till.open(till.pay_by(owner, &input, None).expect("sells").id)
}

fn treated(till: &Till, times: usize) {
    let mut desk = Desk::new(till, till.store(), 1 << 32);
    for _ in 0..times {
        desk.treat(0);
    }
}

fn top_up(till: &Till) -> SaleLineInput {
    crate::till::line(SaleItem::StoredValue { principal: Fen(500_000), offer: Some(till.offer) }, 1)
}

/// The working: what each step does, and by how much.
fn steps(till: &Till, input: &jingtai_clinic::billing::refunds::RefundInput) -> Vec<(Step, i64)> {
    let quote = till.refund_quote(input).expect("a quote");
    quote.parts[0].steps.iter().map(|step| (step.kind, step.amount.0)).collect()
}

#[test]
fn the_used_part_counts_at_the_price_that_was_paid_or_at_the_lists() {
    let till = till(60);
    till.house.consent();
    let sale = five_lips(&till, 400_000);
    treated(&till, 2);
    let all = |basis| refund(sale.id, basis, vec![sessions(&sale, 0, 3)]);
    assert_eq!(
        steps(&till, &all(RefundBasis::Clinic)),
        [(Step::Prepaid, 400_000), (Step::UsedAtPaid, -160_000)]
    );
    let by_client = steps(&till, &all(RefundBasis::Client));
    assert_eq!(by_client, [(Step::Prepaid, 400_000), (Step::UsedAtList, -200_000)]);
    // One of the three that are left is a third of that.
    let one = refund(sale.id, RefundBasis::Client, vec![sessions(&sale, 0, 1)]);
    let third = steps(&till, &one);
    assert_eq!(third[2], (Step::Part, 66_666 - 200_000));
    till.give_back(1, &one).expect("gives back");
    let had = till.entitlements().remove(0);
    assert_eq!((had.left, had.returned, had.refunded.0, had.unredeemed.0), (2, 1, 66_666, 160_000));
    // The rest of it, for the other cause: what was had cost what was paid for it.
    let rest = |basis| refund(sale.id, basis, vec![sessions(&sale, 0, 2)]);
    assert_eq!(till.refund_quote(&rest(RefundBasis::Clinic)).expect("a quote").amount, Fen(160_000));
    assert_eq!(till.refund_quote(&rest(RefundBasis::Client)).expect("a quote").amount, Fen(133_334));
    till.give_back(2, &rest(RefundBasis::Client)).expect("gives back");
    let had = till.entitlements().remove(0);
    assert_eq!((had.left, had.refunded.0, had.unredeemed.0), (0, 200_000, 0), "two at list price are kept");
    assert_eq!(code(till.refund_quote(&rest(RefundBasis::Client))), ErrorCode::InvalidValue);
}

#[test]
fn nobody_owes_for_having_prepaid() {
    let till = till(61);
    till.house.consent();
    let sale = five_lips(&till, 150_000);
    treated(&till, 2);
    let all = refund(sale.id, RefundBasis::Client, vec![sessions(&sale, 0, 3)]);
    assert_eq!(
        steps(&till, &all),
        [(Step::Prepaid, 150_000), (Step::UsedAtList, -200_000), (Step::Bound, 50_000)]
    );
    till.give_back(1, &all).expect("gives back nothing");
    let had = till.entitlements().remove(0);
    assert_eq!((had.left, had.unredeemed.0), (0, 0));
    assert!(till.open(sale.id).refunds[0].payments.is_empty());
}

#[test]
fn within_seven_days_it_goes_back_for_the_asking() {
    let till = till(62);
    let sale = five_lips(&till, 400_000);
    let all = refund(sale.id, RefundBasis::CoolingOff, vec![sessions(&sale, 0, 5)]);
    till.pass_days(7);
    let quote = till.refund_quote(&all).expect("a quote");
    assert_eq!((quote.amount, quote.interest, quote.cooling_off), (Fen(400_000), Fen(0), true));
    till.pass_days(1);
    assert!(matches!(refusal(till.refund_quote(&all), "day"), (ErrorCode::CoolingOffOver, Some("basis"), _)));
}

#[test]
fn interest_is_paid_on_what_was_paid_ahead_and_leaves_the_clinic() {
    let till = till(63);
    let sale = five_lips(&till, 400_000);
    till.pass_days(100);
    let mut all = refund(sale.id, RefundBasis::Clinic, vec![sessions(&sale, 0, 5)]);
    // 4,000.00 at 3 % for 100 days of 365: 32.8767.
    assert_eq!(till.refund_quote(&all).expect("a quote").interest, Fen(3_288));
    all.basis = RefundBasis::Client;
    assert_eq!(till.refund_quote(&all).expect("a quote").interest, Fen(1_644));
    // What stays here as stored value has not been given back.
    all.ways = Some(vec![
        way(sale.payments[0].id, "stored_value", 300_000),
        way(sale.payments[0].id, "wechat", 100_000),
    ]);
    assert_eq!(till.refund_quote(&all).expect("a quote").interest, Fen(411));
    all.interest = Some("stored_value".into());
    assert_eq!(refusal(till.give_back(1, &all), ""), (ErrorCode::NotFound, Some("interest"), String::new()));
    all.interest = Some("cash".into());
    till.give_back(1, &all).expect("gives back");
    let given = till.open(sale.id).refunds.remove(0);
    let ways: Vec<_> =
        given.payments.iter().map(|way| (way.method.as_str(), way.amount.0, way.interest)).collect();
    assert_eq!(ways, [("stored_value", 300_000, false), ("wechat", 100_000, false), ("cash", 411, true)]);
    assert_eq!((given.amount, given.interest, given.interest_steps[0].count), (Fen(400_000), Fen(411), 100));
    let day = of_day(till.store(), &till.cashier, SalesOfDay { day: None }).expect("a day");
    let back: Vec<_> = day.methods.iter().map(|one| (one.method.as_str(), one.refunded.0)).collect();
    assert_eq!(back, [("cash", 411), ("stored_value", 300_000), ("wechat", 100_000)]);
    assert_eq!((day.refunds[0].number.as_str(), day.refunds[0].sale), ("A-2026-R000001", sale.id));
}

#[test]
fn stored_value_goes_back_in_the_proportion_in_which_it_was_paid() {
    let till = till(64);
    let topped = till.sell(vec![top_up(&till)]);
    let input = till.paying(till.sale(vec![till.creams(1)]), vec![paid("stored_value", CREAM.0)]);
    till.pay(&input).expect("sells");
    let all = |basis| refund(topped.id, basis, vec![line(&topped, 0)]);
    // 123.45 of 5,500.00 that could be spent for 5,000.00: 112.23 of what was paid.
    assert_eq!(
        steps(&till, &all(RefundBasis::Clinic)),
        [(Step::Prepaid, 500_000), (Step::UsedAtPaid, -11_223)]
    );
    assert_eq!(
        steps(&till, &all(RefundBasis::Client)),
        [(Step::Prepaid, 500_000), (Step::UsedAtList, -CREAM.0)]
    );
    // A part of it takes its part of the gift along; both parts together are the whole.
    let mut part = all(RefundBasis::Clinic);
    part.parts[0].part = Some(Fen(244_388));
    till.give_back(1, &part).expect("gives back");
    let balances = till.account().balances;
    assert_eq!((balances.principal.0, balances.gift.0), (487_655 - 243_827, 25_001));
    assert_eq!(till.refund_quote(&all(RefundBasis::Clinic)).expect("a quote").amount, Fen(488_777 - 244_388));
    part.parts[0].part = Some(Fen(244_390));
    assert_eq!(
        refusal(till.refund_quote(&part), "most"),
        (ErrorCode::RefundTooLarge, Some("part"), "244389".into())
    );
    // Agreed on by hand: everything here is taken, and so much is paid.
    part.parts[0].part = None;
    part.parts[0].amount = Some(Fen(200_000));
    assert_eq!(steps(&till, &part).last(), Some(&(Step::ByHand, -44_389)));
    till.give_back(2, &part).expect("gives back");
    let account = till.account();
    assert_eq!((account.balances.principal.0, account.balances.gift.0), (0, 0));
    assert_eq!(account.entries[0].cause, AccountCause::Refunded);
    assert_eq!(account.entries[0].refund.as_deref(), Some("A-2026-R000002"));
}

#[test]
fn it_goes_back_the_way_it_was_paid_or_another_and_what_was_kept_here_stays() {
    let till = till(65);
    till.sell(vec![top_up(&till), crate::till::line(SaleItem::Deposit { amount: Fen(10_000) }, 1)]);
    let before = till.account().balances;
    let payments = vec![
        paid("stored_value", 60_000),
        paid("deposit", 10_000),
        paid("wechat", 100_000),
        paid("cash", 30_000),
    ];
    let sold = till.pay(&till.paying(till.sale(vec![till.lasers(2)]), payments)).expect("sells");
    let sale = till.open(sold.id);
    let half = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    let ways = |input| -> Vec<(String, i64, bool)> {
        let quote = till.refund_quote(input).expect("a quote");
        quote.ways.iter().map(|way| (way.method.clone(), way.amount.0, way.back)).collect()
    };
    let way_of = |method: &str, amount, back| (method.to_owned(), amount, back);
    assert_eq!(
        ways(&half),
        [
            way_of("stored_value", 60_000, true),
            way_of("deposit", 10_000, true),
            way_of("wechat", 30_000, false)
        ]
    );
    let cash = sale.payments[3].id;
    let mut by_cash = half.clone();
    by_cash.ways = Some(vec![way(cash, "cash", 30_001)]);
    assert_eq!(
        refusal(till.refund_quote(&by_cash), "most"),
        (ErrorCode::RefundTooLarge, Some("amount"), "30000".into())
    );
    by_cash.ways = Some(vec![way(cash, "cash", 20_000)]);
    assert_eq!(
        refusal(till.refund_quote(&by_cash), "left"),
        (ErrorCode::WaysDiffer, Some("ways"), "10000".into())
    );
    by_cash.ways = Some(vec![way(cash, "deposit", 30_000)]);
    assert_eq!(
        refusal(till.refund_quote(&by_cash), "way"),
        (ErrorCode::NotFound, Some("method"), "1".into())
    );
    by_cash.ways = Some(vec![way(cash, "transfer", 30_000)]);
    till.give_back(1, &by_cash).expect("gives back");
    assert_eq!(till.account().balances, before);
    let rest = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    assert_eq!(ways(&rest), [way_of("wechat", 100_000, false)]);
    till.give_back(2, &rest).expect("gives back");
    let empty = till.refund_quote(&refund(sale.id, RefundBasis::Mistake, vec![])).expect("a quote");
    assert!(everything(&empty).is_empty());
    assert!(empty.payments.iter().all(|payment| payment.left == Fen(0)));
}

#[test]
fn what_is_owed_is_not_owed_any_more_before_anything_goes_back() {
    let till = till(66);
    let mut owing = till.paying(till.sale(vec![till.lasers(3)]), vec![paid("wechat", 100_000)]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
    let sold = till.pay_by(&till.reception, &owing, Some(till.owner_session())).expect("sells");
    let sale = till.open(sold.id);
    let one = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    till.give_back(1, &one).expect("gives back");
    assert_eq!(till.account().balances.owed, Fen(100_000));
    let both = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 2)]);
    let quote = till.refund_quote(&both).expect("a quote");
    assert_eq!((quote.amount, quote.off_debt, quote.ways[0].amount), (Fen(200_000), Fen(100_000), LASER));
    till.give_back(2, &both).expect("gives back");
    assert_eq!(till.account().balances.owed, Fen(0));
    assert!(till.account().debts.is_empty());
}

#[test]
fn what_stays_here_as_stored_value_can_still_go_back() {
    let till = till(67);
    let sale = till.sell(vec![till.lasers(1)]);
    let mut stays = refund(sale.id, RefundBasis::CoolingOff, vec![sessions(&sale, 0, 1)]);
    stays.ways = Some(vec![way(sale.payments[0].id, "stored_value", LASER.0)]);
    till.give_back(1, &stays).expect("stays");
    assert_eq!(till.account().balances.principal, LASER);
    assert_eq!(till.account().entries[0].cause, AccountCause::Kept);
    let input = till.paying(till.sale(vec![till.creams(1)]), vec![paid("stored_value", CREAM.0)]);
    till.pay(&input).expect("sells");
    let left = till.refund_quote(&refund(sale.id, RefundBasis::Client, vec![])).expect("a quote");
    let kept = left.refundable.iter().find(|one| matches!(one.item, RefundItem::Kept { .. }));
    let mut out = refund(sale.id, RefundBasis::Client, vec![part(kept.expect("it").item)]);
    let by = |method: &str| {
        let way = RefundWayInput {
            payment: None,
            method: method.into(),
            amount: Fen(LASER.0 - CREAM.0),
            reference: String::new(),
        };
        Some(vec![way])
    };
    out.ways = by("stored_value");
    assert_eq!(code(till.refund_quote(&out)), ErrorCode::RefundTooLarge);
    out.ways = by("wechat");
    till.give_back(2, &out).expect("gives back");
    assert_eq!(till.account().balances.principal, Fen(0));
}

#[test]
fn a_deposit_goes_back_or_is_kept() {
    let till = till(68);
    let deposit = crate::till::line(SaleItem::Deposit { amount: Fen(10_000) }, 1);
    let sale = till.sell(vec![deposit]);
    let mut kept = refund(sale.id, RefundBasis::Client, vec![line(&sale, 0)]);
    kept.parts[0].part = Some(Fen(4_000));
    kept.parts[0].amount = Some(Fen(0));
    till.give_back(1, &kept).expect("keeps it");
    assert_eq!(till.account().balances.deposit, Fen(6_000));
    // A bare amount takes nothing of what is still here.
    let bare = RefundPartInput { part: Some(Fen(0)), amount: Some(Fen(1_000)), ..line(&sale, 0) };
    till.give_back(3, &refund(sale.id, RefundBasis::Client, vec![bare])).expect("gives back");
    assert_eq!(till.account().balances.deposit, Fen(6_000));
    let rest = refund(sale.id, RefundBasis::Client, vec![line(&sale, 0)]);
    assert_eq!(
        steps(&till, &rest),
        [(Step::Prepaid, 10_000), (Step::RefundedBefore, -1_000), (Step::Bound, -3_000)],
        "what was kept does not go back"
    );
    till.give_back(2, &rest).expect("gives back");
    assert_eq!(till.account().balances.deposit, Fen(0));
}

#[test]
fn packs_come_back_to_be_sold_again_or_thrown_away_and_a_recall_still_finds_who_had_them() {
    let till = till(69);
    let sale = till.sell(vec![till.creams(3)]);
    assert_eq!(sale.lines[0].lot.as_deref(), Some("K2"));
    let on_hand = || till.house.file("K2").batch.on_hand.0;
    assert_eq!(on_hand(), 200);
    let restocked = refund(sale.id, RefundBasis::Client, vec![packs(&sale, 0, 1, GoodsFate::Restocked)]);
    till.give_back(1, &restocked).expect("comes back");
    assert_eq!(on_hand(), 300);
    let thrown = refund(sale.id, RefundBasis::Client, vec![packs(&sale, 0, 1, GoodsFate::Discarded)]);
    till.give_back(2, &thrown).expect("comes back");
    assert_eq!(on_hand(), 300);
    let more = refund(sale.id, RefundBasis::Client, vec![packs(&sale, 0, 2, GoodsFate::None)]);
    assert_eq!(
        refusal(till.refund_quote(&more), "most"),
        (ErrorCode::InvalidValue, Some("packs"), "1".into())
    );
    let file = till.house.file("K2");
    let uses = of_batch(till.store(), &till.house.nurse, TraceBatch { batch: file.batch.id }).expect("uses");
    let found: Vec<_> = uses.iter().map(|used| (used.quantity.0, used.sale)).collect();
    assert_eq!(found, [(-100, Some(sale.id)), (-100, Some(sale.id)), (300, Some(sale.id))]);
    let given: i64 = till.open(sale.id).refunds.iter().map(|one| one.amount.0).sum();
    assert_eq!(given, 2 * CREAM.0);
    // What came back with a refund is not taken back in the stock.
    let back = file.movements.iter().find(|one| one.quantity.0 == 100).expect("it");
    let input = jingtai_clinic::stock::reverse::Reverse { id: back.id, reason: "x".into() };
    let witnessed = jingtai_clinic::stock::Witnessed { input: &input, witness: None };
    let reversed = jingtai_clinic::stock::reverse::reverse(till.store(), &till.house.nurse, witnessed);
    assert_eq!(code(reversed), ErrorCode::CannotReverse);
}

#[test]
fn an_amount_goes_back_of_what_was_had_and_stays_gone_when_the_record_is_withdrawn() {
    let till = till(70);
    till.house.consent();
    let sale = five_lips(&till, 400_000);
    let mut desk = Desk::new(&till, till.store(), 1 << 32);
    desk.treat(0);
    let allowance = RefundPartInput { amount: Some(Fen(100_000)), ..line(&sale, 0) };
    let mut input = refund(sale.id, RefundBasis::Clinic, vec![allowance]);
    till.give_back(1, &input).expect("gives back");
    // A quarter off of every session, had or not.
    let had = || till.entitlements().remove(0);
    assert_eq!((had().left, had().refunded.0, had().unredeemed.0), (4, 100_000, 240_000));
    let signed = desk.signed.remove(0);
    let wrong = WithdrawTreatment { id: signed, reason: "写错了".into() };
    withdraw(till.store(), &till.house.doctor, &wrong).expect("withdraws");
    assert_eq!((had().left, had().unredeemed.0), (5, 300_000), "what went back is not there again");
    input.parts[0].amount = Some(Fen(300_001));
    assert_eq!(
        refusal(till.refund_quote(&input), "most"),
        (ErrorCode::RefundTooLarge, Some("amount"), "300000".into())
    );
    input.parts[0].amount = None;
    assert_eq!(refusal(till.refund_quote(&input), "part"), (ErrorCode::Required, Some("parts"), "1".into()));
}

#[test]
fn a_card_goes_back_with_its_gift() {
    let till = till(71);
    let sale = till.sell(vec![till.cards(1)]);
    let quote = till.refund_quote(&refund(sale.id, RefundBasis::Mistake, vec![])).expect("a quote");
    let all = refund(sale.id, RefundBasis::Mistake, everything(&quote));
    assert_eq!(all.parts[0].sessions.iter().map(|one| one.sessions).sum::<u32>(), 6);
    let of_two = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 2)]);
    let quote = till.refund_quote(&of_two).expect("a quote");
    let step = &quote.parts[0].steps[1];
    assert_eq!((step.count, step.of), (2, 5), "what was given on top is no part of what was paid");
    till.give_back(1, &all).expect("gives back");
    assert!(till.entitlements().iter().all(|one| one.left == 0 && one.unredeemed == Fen(0)));
    assert_eq!(till.open(sale.id).refunds[0].parts[0].sessions, 6);
    let same = all.parts[0].sessions[0];
    let twice = RefundPartInput { sessions: vec![same, same], ..line(&sale, 0) };
    let again = refund(sale.id, RefundBasis::Mistake, vec![twice]);
    assert_eq!(code(till.refund_quote(&again)), ErrorCode::InvalidValue);
}

#[test]
fn what_a_plan_asks_for_can_be_sold_again() {
    let till = till(72);
    let plan_line = till.plan(3, 240_000);
    let sale = till.sell(vec![till.of_plan(plan_line, 3)]);
    assert!(till.begin().unsold.is_empty());
    till.give_back(1, &refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 2)]))
        .expect("gives back");
    let unsold = till.begin().unsold.remove(0);
    assert_eq!((unsold.sessions, unsold.price), (2, Some(Fen(160_000))));
    till.sell(vec![till.of_plan(plan_line, 2)]);
    assert!(till.begin().unsold.is_empty());
}

#[test]
fn said_twice_it_goes_back_once_by_who_may_and_as_it_was_shown() {
    let till = till(73);
    let sale = till.sell(vec![till.lasers(2)]);
    let one = refund(sale.id, RefundBasis::CoolingOff, vec![sessions(&sale, 0, 1)]);
    let mut input = paying(till.store(), &till.reception, 1, &one);
    assert!(till.refund_quote(&one).is_ok_and(|quote| !quote.approval));
    let by =
        |input: &PayRefund, approver: Option<&Session>| till.give_back_by(&till.reception, input, approver);
    assert_eq!(code(by(&input, None)), ErrorCode::ApprovalRequired);
    let Actor::Staff(nurse) = &till.house.nurse else { panic!("a person") };
    assert_eq!(code(by(&input, Some(nurse))), ErrorCode::NotPermitted);
    input.total = Fen(1);
    assert_eq!(
        refusal(by(&input, Some(till.owner_session())), "total"),
        (ErrorCode::ChangedMeanwhile, Some("total"), "100000".into())
    );
    input.total = LASER;
    let first = by(&input, Some(till.owner_session())).expect("gives back");
    assert_eq!(by(&input, Some(till.owner_session())).expect("the same"), first);
    assert_eq!(till.open(sale.id).refunds.len(), 1);
    assert_eq!(till.open(sale.id).refunds[0].approved_by.as_deref(), Some("院长"));
    input.total = Fen(2);
    assert_eq!(refusal(by(&input, None), ""), (ErrorCode::ChangedMeanwhile, Some("id"), String::new()));
    let mut silent = refund(sale.id, RefundBasis::CoolingOff, vec![sessions(&sale, 0, 1)]);
    silent.reason = " ".into();
    assert_eq!(code(till.give_back(2, &silent)), ErrorCode::ReasonRequired);
    assert_eq!(code(till.give_back(2, &refund(sale.id, RefundBasis::Client, vec![]))), ErrorCode::Required);
    let twice = refund(sale.id, RefundBasis::Client, vec![sessions(&sale, 0, 1), line(&sale, 0)]);
    assert_eq!(code(till.refund_quote(&twice)), ErrorCode::NameTaken);
    let strange = SessionsBack { entitlement: till.entitlements()[0].id, sessions: 0 };
    let none = RefundPartInput { sessions: vec![strange], ..line(&sale, 0) };
    assert_eq!(
        code(till.refund_quote(&refund(sale.id, RefundBasis::Client, vec![none]))),
        ErrorCode::InvalidValue
    );
}

#[test]
fn an_invoice_is_taken_back_as_far_as_the_sale_is() {
    use jingtai_clinic::billing::invoices::{InvoiceState, NoteInvoice, note};
    let till = till(74);
    let sale = till.sell(vec![till.lasers(2)]);
    let invoice = |amount| {
        let input = NoteInvoice {
            sale: sale.id,
            kind: InvoiceState::Issued,
            title: "个人".into(),
            tax_number: String::new(),
            number: "25312000000012345678".into(),
            amount: Fen(amount),
        };
        note(till.store(), &till.cashier, &input)
    };
    invoice(150_000).expect("issued");
    till.give_back(1, &refund(sale.id, RefundBasis::Client, vec![sessions(&sale, 0, 1)]))
        .expect("gives back");
    assert_eq!(
        till.refund_quote(&refund(sale.id, RefundBasis::Client, vec![])).expect("it").invoiced.0,
        150_000
    );
    assert_eq!(code(invoice(1)), ErrorCode::InvalidValue, "more than the sale is stands on it already");
    assert_eq!(code(invoice(-150_001)), ErrorCode::InvalidValue);
    invoice(-50_000).expect("taken back");
    assert_eq!(till.open(sale.id).invoices.len(), 2);
}

#[test]
fn a_refund_that_was_wrong_is_taken_back_and_everything_stands_as_before() {
    let till = till(75);
    till.sell(vec![top_up(&till)]);
    let plan_line = till.plan(2, 180_000);
    let payments = vec![paid("stored_value", 50_000), paid("wechat", 130_000 + 2 * CREAM.0)];
    let cart = till.sale(vec![till.of_plan(plan_line, 2), till.creams(2)]);
    let sale = till.open(till.pay(&till.paying(cart, payments)).expect("sells").id);
    let nothing = refund(sale.id, RefundBasis::Clinic, vec![]);
    let stands = || {
        let quote = till.refund_quote(&nothing).expect("a quote");
        let lots = ["K1", "K2"].map(|lot| till.house.file(lot).batch.on_hand.0);
        (quote, till.account().balances, till.begin().unsold, lots)
    };
    let before = stands();
    let mut all = refund(sale.id, RefundBasis::Clinic, everything(&before.0));
    all.parts[1].goods = GoodsFate::Discarded;
    all.ways = Some(vec![
        way(sale.payments[1].id, "stored_value", 30_000),
        way(sale.payments[1].id, "wechat", 100_000 + 2 * CREAM.0),
    ]);
    let given = till.give_back(1, &all).expect("gives back");
    let mut input = ReverseRefund { id: RefundId(Uuid::from_u128(2)), refund: given.id, reason: " ".into() };
    let by = |actor: &Actor, input: &ReverseRefund| {
        reverse(till.store(), actor, jingtai_clinic::stock::Witnessed { input, witness: None })
    };
    assert_eq!(code(by(&till.cashier, &input)), ErrorCode::ReasonRequired);
    input.reason = "退错了人".into();
    assert_eq!(code(by(&till.reception, &input)), ErrorCode::ApprovalRequired);
    // What it left here as stored value is spent: first that must come back.
    let has = till.account().balances;
    let spends = has.principal.0 + has.gift.0;
    let spending = till.paying(till.sale(vec![till.lasers(6)]), vec![paid("stored_value", spends)]);
    let spending = jingtai_clinic::billing::PaySale {
        payments: vec![paid("stored_value", spends), paid("cash", 600_000 - spends)],
        ..spending
    };
    let spent = till.open(till.pay(&spending).expect("sells").id);
    assert_eq!(
        refusal(by(&till.cashier, &input), "available"),
        (ErrorCode::BalanceTooSmall, Some("refund"), "0".into())
    );
    till.give_back(3, &refund(spent.id, RefundBasis::Mistake, vec![sessions(&spent, 0, 6)]))
        .expect("gives back");
    let resold = till.sell(vec![till.of_plan(plan_line, 1)]);
    assert_eq!(code(by(&till.cashier, &input)), ErrorCode::PlanLineSold);
    till.give_back(4, &refund(resold.id, RefundBasis::Mistake, vec![sessions(&resold, 0, 1)]))
        .expect("gives back");

    let taken = by(&till.cashier, &input).expect("takes back");
    assert_eq!(by(&till.cashier, &input).expect("the same"), taken);
    assert_eq!(stands(), before);
    input.id = RefundId(Uuid::from_u128(5));
    assert_eq!(code(by(&till.cashier, &input)), ErrorCode::AlreadyReversed);
    input.refund = taken.id;
    assert_eq!(code(by(&till.cashier, &input)), ErrorCode::CannotReverse);
    let refunds = till.open(sale.id).refunds;
    assert_eq!((refunds[0].reversed, refunds[1].reverses), (true, Some(refunds[0].id)));
    assert_eq!(refunds[1].amount.0, -refunds[0].amount.0);
    // And it can be given back again.
    till.give_back(6, &all).expect("gives back");
}
