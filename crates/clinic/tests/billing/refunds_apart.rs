//! Refunds that were taken back, divided over computers and files, or given in an unlucky order: nothing is paid twice.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::list::{SalesOfDay, of_day};
use jingtai_clinic::billing::refunds::reverse::reverse;
use jingtai_clinic::billing::refunds::{
    GoodsFate, RefundBasis, RefundInput, RefundItem, RefundPartInput, ReverseRefund, pay,
};
use jingtai_clinic::billing::settle::{SettleSale, settle};
use jingtai_clinic::billing::{ArrearsInput, InvoiceWish, SaleItem, SaleLineInput};
use jingtai_clinic::clients::join::{EndJoin, Join, end_join, join};
use jingtai_clinic::ids::RefundId;
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::{Actor, Error, ErrorCode, Store, World};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::common::sign_in;
use crate::giving_back::{everything, line, packs, part, paying, refund, sessions, way};
use crate::model::Desk;
use crate::till::{CREAM, LASER, Till, code, paid, till};

fn take_back(store: &Store, actor: &Actor, id: u128, refund: RefundId) -> Result<RefundId, Error> {
    let input = ReverseRefund { id: RefundId(Uuid::from_u128(id)), refund, reason: "退错了".into() };
    reverse(store, actor, Witnessed { input: &input, witness: None }).map(|taken| taken.id)
}

fn top_up(principal: i64) -> SaleLineInput {
    crate::till::line(SaleItem::StoredValue { principal: Fen(principal), offer: None }, 1)
}

fn amount(till: &Till, input: &RefundInput) -> i64 {
    till.refund_quote(input).expect("a quote").amount.0
}

#[test]
fn what_a_refund_left_here_and_another_paid_out_is_not_paid_out_a_third_time() {
    let till = till(80);
    let sale = till.sell(vec![till.lasers(1)]);
    let mut stays = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    stays.ways = Some(vec![way(sale.payments[0].id, "stored_value", LASER.0)]);
    let first = till.give_back(1, &stays).expect("stays here").id;
    let left = till.refund_quote(&refund(sale.id, RefundBasis::Mistake, vec![])).expect("a quote");
    let kept = left.refundable.iter().find(|one| matches!(one.item, RefundItem::Kept { .. })).expect("it");
    till.give_back(2, &refund(sale.id, RefundBasis::Mistake, vec![part(kept.item)])).expect("pays it out");
    let topped = till.sell(vec![top_up(2 * LASER.0)]);
    take_back(till.store(), &till.cashier, 3, first).expect("the balance covers it");
    assert_eq!(till.account().balances.principal, LASER);
    let all = refund(topped.id, RefundBasis::Mistake, vec![line(&topped, 0)]);
    let there = till.refund_quote(&all).expect("a quote").refundable[0].kept[0];
    assert_eq!(there, LASER, "no more than there is");
}

#[test]
fn refunds_taken_back_in_any_order_leave_no_more_than_the_price() {
    let till = till(81);
    let sale = till.sell(vec![till.lasers(2)]);
    let by_hand = |amount: i64| {
        let one = RefundPartInput { amount: Some(Fen(amount)), ..sessions(&sale, 0, 1) };
        refund(sale.id, RefundBasis::Mistake, vec![one])
    };
    let first = till.give_back(1, &by_hand(60_000)).expect("less").id;
    till.give_back(2, &by_hand(140_000)).expect("and more");
    take_back(till.store(), &till.cashier, 3, first).expect("takes back");
    let one = till.entitlements().remove(0);
    assert_eq!((one.left, one.refunded.0, one.unredeemed.0), (1, 140_000, 60_000));
    let rest = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    assert_eq!(amount(&till, &rest), 60_000);
    till.give_back(4, &rest).expect("the rest");
    let given: i64 = till.open(sale.id).refunds.iter().map(|one| one.amount.0).sum();
    assert_eq!(given, 2 * LASER.0);
}

#[test]
fn a_session_that_was_never_had_is_worth_what_was_paid_for_it() {
    let till = till(82);
    till.house.consent();
    let item = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(100_000)) };
    let sale = till.sell(vec![crate::till::line(item, 1)]);
    let mut desk = Desk::new(&till, till.store(), 1 << 32);
    desk.treat(0);
    let allowance = RefundPartInput { amount: Some(Fen(40_000)), ..line(&sale, 0) };
    let given =
        till.give_back(1, &refund(sale.id, RefundBasis::Clinic, vec![allowance])).expect("an allowance").id;
    let wrong = WithdrawTreatment { id: desk.signed.remove(0), reason: "写错了".into() };
    withdraw(till.store(), &till.house.doctor, &wrong).expect("withdraws");
    take_back(till.store(), &till.cashier, 2, given).expect("takes back");
    let one = till.entitlements().remove(0);
    assert_eq!((one.left, one.refunded.0, one.unredeemed.0), (1, 0, 100_000));
}

#[test]
fn what_was_kept_of_one_part_is_not_given_back_with_the_next() {
    let till = till(83);
    let sale = till.sell(vec![till.creams(2)]);
    let opened = RefundPartInput { amount: Some(Fen(0)), ..packs(&sale, 0, 1, GoodsFate::Discarded) };
    till.give_back(1, &refund(sale.id, RefundBasis::Client, vec![opened])).expect("for nothing");
    let other = refund(sale.id, RefundBasis::Client, vec![packs(&sale, 0, 1, GoodsFate::Restocked)]);
    assert_eq!(amount(&till, &other), CREAM.0);

    let topped = till.sell(vec![top_up(100_000)]);
    for basis in [RefundBasis::Clinic, RefundBasis::Client] {
        let half = RefundPartInput { part: Some(Fen(50_000)), amount: Some(Fen(30_000)), ..line(&topped, 0) };
        let given =
            till.give_back(2 + basis as u128, &refund(topped.id, basis, vec![half])).expect("less").id;
        assert_eq!(amount(&till, &refund(topped.id, basis, vec![line(&topped, 0)])), 50_000);
        take_back(till.store(), &till.cashier, 20 + basis as u128, given).expect("takes back");
    }
}

#[test]
fn two_computers_that_take_the_same_refund_back_can_mend_it() {
    let till = till(84);
    let sale = till.sell(vec![till.lasers(1)]);
    let given = till
        .give_back(1, &refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]))
        .expect("gives")
        .id;
    let (_dir, world, second) = second_computer(&till.house.clinic, 85);
    // Its clock is a day behind: what it takes back stands before what was given.
    world.set(till.house.clinic.world.now() - 86_400_000);
    let there = sign_in(&second, "院长", crate::common::OWNER_PIN);
    let one = take_back(till.store(), &till.cashier, 2, given).expect("takes back");
    let other = take_back(&second, &there, 3, given).expect("takes back");
    pull(till.store(), &second);
    pull(&second, till.store());
    let refunds = till.open(sale.id).refunds;
    assert_eq!(refunds.iter().filter(|one| one.surplus).count(), 2, "either of the two");
    take_back(till.store(), &till.cashier, 4, other).expect("mends it");
    assert_eq!(code(take_back(till.store(), &till.cashier, 5, one)), ErrorCode::CannotReverse);
    let entitlement = till.entitlements().remove(0);
    assert_eq!((entitlement.left, entitlement.unredeemed), (1, LASER));
    assert_eq!(amount(&till, &refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)])), LASER.0);
}

#[test]
fn what_a_slow_clock_took_back_of_stored_value_is_not_there() {
    let till = till(86);
    let sale = till.sell(vec![till.lasers(1)]);
    let mut stays = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    stays.ways = Some(vec![way(sale.payments[0].id, "stored_value", LASER.0)]);
    let given = till.give_back(1, &stays).expect("stays here").id;
    let (_dir, world, second) = second_computer(&till.house.clinic, 87);
    world.set(till.house.clinic.world.now() - 86_400_000);
    let there = sign_in(&second, "院长", crate::common::OWNER_PIN);
    take_back(&second, &there, 2, given).expect("takes back");
    pull(&second, till.store());
    assert_eq!(till.account().balances.principal, Fen(0));
    let left = till.refund_quote(&refund(sale.id, RefundBasis::Mistake, vec![])).expect("a quote");
    assert_eq!(left.refundable.len(), 1, "only the line");
}

#[test]
fn a_debt_paid_twice_with_stored_value_goes_back_there() {
    let till = till(88);
    till.sell(vec![top_up(2 * LASER.0)]);
    let mut owing = till.paying(till.sale(vec![till.lasers(1)]), vec![]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
    let sale = till.pay_by(&till.reception, &owing, Some(till.owner_session())).expect("owes").id;
    let (_dir, world, second) = second_computer(&till.house.clinic, 89);
    world.set(till.house.clinic.world.now() + 1_000);
    let there = sign_in(&second, "院长", crate::common::OWNER_PIN);
    for (store, actor, id) in [(till.store(), &till.reception, 7), (&second, &there, 8)] {
        let payments = vec![paid("stored_value", LASER.0)];
        settle(store, actor, &SettleSale { id: Uuid::from_u128(id), sale, payments }).expect("pays");
    }
    pull(&second, till.store());
    assert_eq!((till.account().balances.owed, till.account().balances.principal), (Fen(0), Fen(0)));
    let twice = refund(sale, RefundBasis::Mistake, vec![part(RefundItem::Overpaid)]);
    let quote = till.refund_quote(&twice).expect("a quote");
    assert_eq!((quote.off_debt, quote.ways.len(), quote.ways[0].back), (Fen(-LASER.0), 1, true));
    till.give_back(9, &twice).expect("gives back");
    assert_eq!(till.account().balances.principal, LASER);
    assert_eq!(till.open(sale).arrears.expect("a debt").owed, Fen(0));
}

#[test]
fn files_that_are_parted_again_give_back_what_was_their_own() {
    let till = till(90);
    let (store, owner) = (till.store(), &till.house.clinic.owner);
    let other = till.house.clinic.client("安娜二", "13800000009");
    let (survivor, loser) = (till.client(), other);
    let top_up_of = |client| {
        let sale = jingtai_clinic::billing::SaleInput { client, ..till.sale(vec![top_up(100_000)]) };
        till.open(till.pay(&till.paying(sale, vec![paid("cash", 100_000)])).expect("sells").id)
    };
    let (theirs, sale) = (top_up_of(survivor), top_up_of(loser));
    let alias = join(store, owner, Join { survivor, loser }).expect("joins");
    till.give_back(1, &refund(sale.id, RefundBasis::Mistake, vec![line(&sale, 0)])).expect("gives back");
    end_join(store, owner, EndJoin { alias }).expect("parts");
    let kept = |sale: &jingtai_clinic::billing::open::Sale| {
        till.refund_quote(&refund(sale.id, RefundBasis::Mistake, vec![])).expect("a quote").refundable[0].kept
            [0]
        .0
    };
    assert_eq!((till.account().balances.principal.0, kept(&theirs), kept(&sale)), (100_000, 100_000, 0));
}

#[test]
fn a_pack_that_was_thrown_away_cannot_be_had_again_by_the_back_door() {
    let till = till(91);
    let sale = till.sell(vec![till.creams(1)]);
    let given = till
        .give_back(1, &refund(sale.id, RefundBasis::Client, vec![packs(&sale, 0, 1, GoodsFate::Discarded)]));
    let given = given.expect("comes back").id;
    let lot = sale.lines[0].lot.clone().expect("a lot");
    let file = || till.house.file(&lot);
    let waste = file().movements.into_iter().find(|one| one.quantity.0 == -100 && one.client.is_none());
    let input = jingtai_clinic::stock::reverse::Reverse { id: waste.expect("it").id, reason: "x".into() };
    let witnessed = Witnessed { input: &input, witness: None };
    let reversed = jingtai_clinic::stock::reverse::reverse(till.store(), &till.house.nurse, witnessed);
    assert_eq!(code(reversed), ErrorCode::CannotReverse);
    let before = file().batch.on_hand;
    take_back(till.store(), &till.cashier, 2, given).expect("takes back");
    assert_eq!(file().batch.on_hand, before);
}

#[test]
fn a_refund_is_not_taken_back_over_a_newer_version_of_its_plan() {
    use jingtai_clinic::plans::open::{PlansOf, of_client};
    use jingtai_clinic::plans::{DecidePlan, DraftPlan, PlanLineInput, decide, draft};
    let till = till(92);
    let owner = &till.house.clinic.owner;
    let first = till.plan(2, 180_000);
    let sale = till.sell(vec![till.of_plan(first, 2)]);
    let given = till
        .give_back(1, &refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 2)]))
        .expect("gives")
        .id;
    let plan = of_client(till.store(), owner, PlansOf { client: till.client() }).expect("plans").remove(0);
    till.pass_days(1);
    let lines = vec![PlanLineInput {
        alternative: 0,
        procedure: till.laser,
        sessions: 2,
        price: Some(Fen(180_000)),
        note: String::new(),
    }];
    let input =
        DraftPlan { id: Some(plan.id), client: till.client(), visit: None, note: "再来".into(), lines };
    draft::draft(till.store(), owner, &input).expect("a version");
    let plan = of_client(till.store(), owner, PlansOf { client: till.client() }).expect("plans").remove(0);
    let version = plan.versions.iter().find(|version| version.lines[0].id != first).expect("the new one");
    let input = DecidePlan { version: version.id, approve: true, reason: String::new() };
    decide::decide(till.store(), &Actor::Staff(till.house.doctor.clone()), &input).expect("approves");
    till.sell(vec![till.of_plan(version.lines[0].id, 2)]);
    assert_eq!(code(take_back(till.store(), &till.cashier, 2, given)), ErrorCode::PlanLineSold);
}

#[test]
fn interest_is_the_same_whatever_goes_back_beside_it() {
    let till = till(93);
    let sale = till.sell(vec![till.lasers(2)]);
    let mut stays = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    stays.ways = Some(vec![way(sale.payments[0].id, "stored_value", LASER.0)]);
    till.give_back(1, &stays).expect("stays here");
    till.pass_days(365);
    let left = till.refund_quote(&refund(sale.id, RefundBasis::Clinic, vec![])).expect("a quote");
    let both = refund(sale.id, RefundBasis::Clinic, everything(&left));
    assert_eq!(both.parts.len(), 2);
    assert_eq!(till.refund_quote(&both).expect("a quote").interest, Fen(LASER.0 * 3 / 100));
}

#[test]
fn no_invoice_is_waited_for_once_everything_went_back() {
    let till = till(94);
    let mut asking = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", LASER.0)]);
    asking.invoice = Some(InvoiceWish { title: "个人".into(), tax_number: String::new() });
    let sale = till.open(till.pay(&asking).expect("sells").id);
    let waits = || {
        let day = of_day(till.store(), &till.cashier, SalesOfDay { day: None }).expect("a day");
        (day.sales[0].invoice_waits, day.sales[0].refunded.0)
    };
    assert_eq!(waits(), (true, 0));
    let input = refund(sale.id, RefundBasis::Mistake, vec![sessions(&sale, 0, 1)]);
    let input = paying(till.store(), &till.cashier, 1, &input);
    pay::pay(till.store(), &till.cashier, Witnessed { input: &input, witness: None }).expect("gives back");
    assert_eq!(waits(), (false, LASER.0));
}
