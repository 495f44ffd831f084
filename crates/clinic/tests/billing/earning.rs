//! Points by the owner's rules: earned with what is paid, and followed by refunds.

use chrono::{Datelike, NaiveDate};
use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::open::{OfSale, Sale, open};
use jingtai_clinic::billing::refunds::reverse::reverse as reverse_refund;
use jingtai_clinic::billing::refunds::{GoodsFate, RefundBasis, RefundInput, ReverseRefund};
use jingtai_clinic::billing::settle::{SettleSale, settle};
use jingtai_clinic::billing::{ArrearsInput, Paid, PaidPoints, SaleInput, SaleItem};
use jingtai_clinic::catalogue::Specialty;
use jingtai_clinic::ids::{
    ClientId, CourseCardId, PointsEntryId, PointsSchemeId, ProcedureId, ProductId, RefundId, TierSchemeId,
};
use jingtai_clinic::membership::points::adjust::{AdjustPoints, adjust};
use jingtai_clinic::membership::points::rules::{
    PointsItem, PointsItemRule, PointsMoney, PointsRules, SetPoints, set, settings,
};
use jingtai_clinic::membership::points::{Points, PointsCause, PointsKind, PointsOf, of_client};
use jingtai_clinic::membership::tiers::presets::{TierPresetKind, rules as preset};
use jingtai_clinic::membership::tiers::schemes::{SetTiers, set as set_tiers};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Error, ErrorCode, Store};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::giving_back::{everything, packs, refund, sessions};
use crate::till::{CREAM, LASER, Till, code, line, paid, refusal, till};

pub(crate) fn rule(till: &Till, id: u128, rules: PointsRules) -> Result<(), Error> {
    set(till.store(), &till.house.clinic.owner, &SetPoints { id: PointsSchemeId(Uuid::from_u128(id)), rules })
}

/// A till with other rules than those that ship.
pub(crate) fn with(seed: u64, rules: PointsRules) -> Till {
    let till = till(seed);
    rule(&till, 1, rules).expect("rules");
    till
}

pub(crate) fn money() -> PointsRules {
    let money = PointsMoney { points_per_yuan: 100, least: 0, most_percent: 100 };
    PointsRules { money: Some(money), ..PointsRules::default() }
}

pub(crate) fn points_at(till: &Till, store: &Store, client: ClientId) -> Points {
    of_client(store, &till.house.clinic.owner, PointsOf { client }).expect("points")
}

pub(crate) fn points(till: &Till) -> Points {
    points_at(till, till.store(), till.client())
}

pub(crate) fn balance(till: &Till) -> i64 {
    points(till).balance
}

pub(crate) fn give(till: &Till, id: u128, points: i64) {
    let input = AdjustPoints {
        id: PointsEntryId(Uuid::from_u128(id)),
        client: till.client(),
        points,
        expires_on: None,
        reason: "活动".into(),
    };
    adjust(till.store(), &till.cashier, Witnessed { input: &input, witness: None }).expect("gives");
}

pub(crate) fn pay_by(till: &Till, sale: SaleInput, payments: &[(&str, i64)]) -> Result<Paid, Error> {
    till.pay(&till.paying(sale, payments.iter().map(|(method, amount)| paid(method, *amount)).collect()))
}

pub(crate) fn take_back(till: &Till, id: u128, of: RefundId) -> Result<(), Error> {
    let input = ReverseRefund { id: RefundId(Uuid::from_u128(id)), refund: of, reason: "退错了".into() };
    reverse_refund(till.store(), &till.cashier, Witnessed { input: &input, witness: None }).map(|_| ())
}

pub(crate) fn all_of(till: &Till, sale: &Sale) -> RefundInput {
    let mut asked = refund(sale.id, RefundBasis::CoolingOff, vec![]);
    asked.parts = everything(&till.refund_quote(&asked).expect("a quote"));
    asked
}

/// Kind, points, balance after: the latest first.
pub(crate) fn told(points: &Points) -> Vec<(PointsKind, i64, i64)> {
    points.lines.iter().map(|one| (one.kind, one.points, one.after)).collect()
}

#[test]
fn what_is_paid_earns_a_point_a_yuan_for_two_years() {
    let till = till(150);
    let today = till.store().today();
    let sale = till.sale(vec![till.lasers(1), till.creams(1)]);
    assert_eq!(till.quote(&sale).expect("a price").points.earns, 1_123);
    let done = pay_by(&till, sale, &[("wechat", LASER.0 + CREAM.0)]).expect("sells");
    // 1,123.45 yuan, rounded down once.
    assert_eq!(done.points, PaidPoints { earned: 1_123, redeemed: 0, balance: 1_123 });
    let points = points(&till);
    let (line, lot) = (&points.lines[0], &points.lots[0]);
    let number = done.number.clone();
    assert_eq!(
        (line.kind, &line.cause),
        (PointsKind::Earn, &Some(PointsCause::Sale { sale: done.id, number }))
    );
    let last = NaiveDate::from_ymd_opt(today.year() + 2, today.month(), today.day());
    assert_eq!((lot.points, lot.expires_on), (1_123, last));
    assert_eq!(till.open(done.id).earned, 1_123);
}

#[test]
fn money_paid_ahead_earns_when_it_is_used_and_gift_earns_nothing() {
    let till = till(151);
    till.sell(vec![line(SaleItem::StoredValue { principal: Fen(500_000), offer: Some(till.offer) }, 1)]);
    till.sell(vec![line(SaleItem::Deposit { amount: Fen(20_000) }, 1)]);
    assert_eq!(balance(&till), 0);
    // 5,000 of principal and 200 of gift pay 5,200; the deposit pays 200.
    let sale = till.sale(vec![till.lasers(5), till.lasers(1)]);
    let pays = [("stored_value", 520_000), ("deposit", 20_000), ("cash", 60_000)];
    let done = pay_by(&till, sale, &pays).expect("sells");
    assert_eq!(done.points.earned, 5_000 + 200 + 600);
}

#[test]
fn debts_earn_when_they_are_paid() {
    let till = till(152);
    let mut owing = till.paying(till.sale(vec![till.lasers(2)]), vec![paid("cash", 50_050)]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
    let sold = till.pay_by(&till.reception, &owing, Some(till.owner_session())).expect("sells");
    assert_eq!(sold.points.earned, 500);
    till.pass_days(40);
    let input = SettleSale { id: Uuid::from_u128(7), sale: sold.id, payments: vec![paid("cash", 149_950)] };
    for _ in 0..2 {
        let settled = settle(till.store(), &till.reception, &input).expect("pays");
        assert_eq!(settled.points, PaidPoints { earned: 2_000, redeemed: 0, balance: 2_000 });
    }
    let lots = points(&till).lots;
    assert_eq!(lots.iter().map(|lot| lot.points).collect::<Vec<_>>(), [500, 1_500]);
    assert!(lots[0].expires_on < lots[1].expires_on, "each from the day on which it came");
    let by_points = SettleSale { id: Uuid::from_u128(8), payments: vec![paid("points", 1)], ..input };
    assert_eq!(code(settle(till.store(), &till.reception, &by_points)), ErrorCode::NotPayableWithPoints);
}

#[test]
fn the_highest_multiplier_that_applies_holds_and_excluded_items_earn_nothing() {
    let rules = |till: &Till, days: Vec<u8>| PointsRules {
        member_days: days,
        birthday_multiplier: 3_000,
        items: vec![
            PointsItemRule {
                item: PointsItem::Specialty { specialty: Specialty::Dermatology },
                multiplier: 1_500,
            },
            PointsItemRule { item: PointsItem::Products, multiplier: 0 },
            PointsItemRule { item: PointsItem::Card { id: till.card }, multiplier: 500 },
        ],
        ..PointsRules::default()
    };
    let till = till(153);
    let lines = || vec![till.lasers(1), till.creams(1), till.cards(1)];
    let earns = || till.quote(&till.sale(lines())).expect("a price");
    let multiplied = |quote: &jingtai_clinic::billing::quote::Quote| {
        quote.lines.iter().map(|line| line.multiplier).collect::<Vec<_>>()
    };
    rule(&till, 1, rules(&till, vec![])).expect("rules");
    assert_eq!((earns().points.earns, multiplied(&earns())), (1_500 + 2_000, vec![1_500, 0, 500]));
    // The second of March is a member day; nothing that is excluded earns on it.
    rule(&till, 2, rules(&till, vec![2])).expect("rules");
    assert_eq!((earns().points.earns, multiplied(&earns())), (2_000 + 8_000, vec![2_000, 0, 2_000]));
    let sold = till.sell(lines());
    // What was sold keeps the rules of its day.
    rule(&till, 3, PointsRules { fen_per_point: None, ..PointsRules::default() }).expect("rules");
    assert_eq!(earns().points.earns, 0);
    till.give_back(1, &refund(sold.id, RefundBasis::CoolingOff, vec![sessions(&sold, 0, 1)])).expect("back");
    assert_eq!(balance(&till), 8_000);
    // May is the month of the client's birthday.
    till.pass_days(65);
    rule(&till, 4, rules(&till, vec![2])).expect("rules");
    assert_eq!(multiplied(&earns()), [3_000, 0, 3_000]);
}

#[test]
fn a_tier_multiplies_from_the_next_sale_on() {
    let till = till(154);
    let mut tiers = preset(TierPresetKind::Lifetime);
    tiers.tiers[0].amount = LASER;
    tiers.tiers[0].points_multiplier = 1_500;
    let id = TierSchemeId(Uuid::from_u128(1));
    let takes_effect_on = till.store().today();
    set_tiers(till.store(), &till.house.clinic.owner, &SetTiers { id, rules: tiers, takes_effect_on })
        .expect("tiers");
    assert_eq!(till.sell(vec![till.lasers(1)]).earned, 1_000);
    assert_eq!(till.sell(vec![till.lasers(1)]).earned, 1_500);
}

#[test]
fn a_refund_takes_what_it_earned_less_what_the_rest_earns() {
    let till = with(155, PointsRules { fen_per_point: Some(Fen(333)), ..PointsRules::default() });
    let sold = till.sell(vec![till.lasers(3), till.creams(2)]);
    let earned = |fen: i64| fen / 333;
    let all = 3 * LASER.0 + 2 * CREAM.0;
    assert_eq!(balance(&till), earned(all));
    let cream = refund(sold.id, RefundBasis::CoolingOff, vec![packs(&sold, 1, 1, GoodsFate::Restocked)]);
    let quote = till.refund_quote(&cream).expect("a quote").points.expect("it takes some");
    assert_eq!((quote.taken, quote.returned, quote.short), (earned(all) - earned(all - CREAM.0), 0, 0));
    till.give_back(1, &cream).expect("back");
    assert_eq!(balance(&till), earned(all - CREAM.0));
    let laser = refund(sold.id, RefundBasis::CoolingOff, vec![sessions(&sold, 0, 1)]);
    till.give_back(2, &laser).expect("back");
    assert_eq!(balance(&till), earned(all - CREAM.0 - LASER.0));
    let before = points(&till).lots;
    let rest = till.give_back(3, &all_of(&till, &sold)).expect("back");
    assert_eq!(balance(&till), 0);
    // A refund that was wrong brings them back with their old day, even much later.
    till.pass_days(200);
    take_back(&till, 4, rest.id).expect("taken back");
    assert_eq!(points(&till).lots, before);
    let line = &points(&till).lines[0];
    assert!(matches!(&line.cause, Some(PointsCause::Refund { number, .. }) if *number == sold.number));
    take_back(&till, 5, RefundId(Uuid::from_u128(1))).expect("taken back");
    assert_eq!(balance(&till), earned(all - LASER.0));
}

#[test]
fn what_a_refund_takes_beyond_what_is_left_is_let_go_and_said_before() {
    let till = with(156, money());
    let sold = till.sell(vec![till.lasers(2)]);
    give(&till, 1, 50);
    give(&till, 2, -1_600);
    let asked = all_of(&till, &sold);
    let quote = till.refund_quote(&asked).expect("a quote").points.expect("it takes some");
    assert_eq!((quote.taken, quote.short, quote.worth), (2_000, 1_550, Some(Fen(1_550))));
    let back = till.give_back(1, &asked).expect("back");
    let line = points(&till).lines[0].clone();
    assert_eq!((line.kind, line.points, line.let_go, line.after), (PointsKind::Reverse, -450, 1_550, 0));
    take_back(&till, 2, back.id).expect("taken back");
    assert_eq!(balance(&till), 450);
    give(&till, 3, -450);
    assert_eq!(balance(&till), 0);
}

#[test]
fn two_computers_that_give_the_same_sale_back_make_no_points() {
    let till = with(168, money());
    let sold = till.sell(vec![till.lasers(1)]);
    give(&till, 1, -1_000);
    let (_dir, _world, other) = second_computer(&till.house.clinic, 1_168);
    let asked = all_of(&till, &sold);
    till.give_back(1, &asked).expect("back");
    let input = crate::giving_back::paying(&other, &till.cashier, 2, &asked);
    jingtai_clinic::billing::refunds::pay::pay(
        &other,
        &till.cashier,
        Witnessed { input: &input, witness: None },
    )
    .expect("back");
    pull(till.store(), &other);
    pull(&other, till.store());
    for store in [till.store(), &other] {
        assert_eq!(points_at(&till, store, till.client()).balance, 0);
    }
    take_back(&till, 3, RefundId(Uuid::from_u128(2))).expect("the second one is taken back");
    assert_eq!(balance(&till), 0);
}

#[test]
fn rules_are_checked_written_once_and_read_back() {
    let till = till(166);
    let owner = &till.house.clinic.owner;
    let shipped = settings(till.store(), owner).expect("settings");
    assert_eq!((shipped.rules, shipped.written_on), (PointsRules::default(), None));
    let asks = |change: fn(&mut PointsRules)| {
        let mut rules = money();
        change(&mut rules);
        let wrong = rule(&till, 9, rules).expect_err("refused");
        (wrong.code, wrong.field.unwrap_or_default())
    };
    let invalid = |field| (ErrorCode::InvalidValue, field);
    assert_eq!(asks(|rules| rules.fen_per_point = Some(Fen(0))), invalid("fenPerPoint"));
    assert_eq!(asks(|rules| rules.months = Some(0)), invalid("months"));
    assert_eq!(asks(|rules| rules.member_days = vec![1, 32]), invalid("memberDays"));
    assert_eq!(asks(|rules| rules.member_day_multiplier = 999), invalid("memberDayMultiplier"));
    assert_eq!(asks(|rules| rules.birthday_multiplier = u32::MAX), invalid("birthdayMultiplier"));
    assert_eq!(asks(|rules| rules.sign_in = u32::MAX), invalid("signIn"));
    assert_eq!(
        asks(|rules| rules.money.as_mut().expect("money").points_per_yuan = 0),
        invalid("pointsPerYuan")
    );
    assert_eq!(asks(|rules| rules.money.as_mut().expect("money").most_percent = 101), invalid("mostPercent"));
    let one = |item| PointsItemRule { item, multiplier: 0 };
    let unknown = [
        PointsItem::Procedure { id: ProcedureId(Uuid::max()) },
        PointsItem::Product { id: ProductId(Uuid::max()) },
        PointsItem::Card { id: CourseCardId(Uuid::max()) },
    ];
    for item in unknown {
        let wrong = rule(&till, 9, PointsRules { items: vec![one(PointsItem::Cards), one(item)], ..money() });
        assert_eq!(refusal(wrong, "item"), (ErrorCode::NotFound, Some("items"), "2".into()));
    }
    let twice = PointsRules { items: vec![one(PointsItem::Cards), one(PointsItem::Cards)], ..money() };
    assert_eq!(code(rule(&till, 9, twice)), ErrorCode::NameTaken);

    let rules = PointsRules {
        member_days: vec![18, 8, 8],
        items: vec![one(PointsItem::Procedure { id: till.laser }), one(PointsItem::Products)],
        sign_in: 3,
        months: None,
        ..money()
    };
    rule(&till, 9, rules.clone()).expect("rules");
    rule(&till, 9, rules.clone()).expect("the same");
    assert_eq!(code(rule(&till, 9, money())), ErrorCode::ChangedMeanwhile);
    let kept = settings(till.store(), owner).expect("settings");
    assert_eq!(kept.rules, PointsRules { member_days: vec![8, 18], ..rules });
    assert_eq!(kept.written_on, Some(till.store().today()));
}

#[test]
fn what_two_computers_refund_while_apart_is_put_right_with_the_next_thing_done() {
    let till = till(167);
    let sold = till.sell(vec![till.lasers(2), till.creams(1)]);
    let (_dir, _world, other) = second_computer(&till.house.clinic, 1_167);
    let laser = refund(sold.id, RefundBasis::CoolingOff, vec![sessions(&sold, 0, 1)]);
    let cream = refund(sold.id, RefundBasis::CoolingOff, vec![packs(&sold, 1, 1, GoodsFate::None)]);
    till.give_back(1, &laser).expect("back");
    let input = crate::giving_back::paying(&other, &till.cashier, 2, &cream);
    jingtai_clinic::billing::refunds::pay::pay(
        &other,
        &till.cashier,
        Witnessed { input: &input, witness: None },
    )
    .expect("back");
    pull(till.store(), &other);
    pull(&other, till.store());
    let here = points(&till);
    let there = points_at(&till, &other, till.client());
    assert_eq!(told(&here), told(&there));
    assert_eq!(here.lots, there.lots);
    // 1,123.45 yuan were paid for what went back, in two roundings: the third is of the whole.
    let owner = &till.house.clinic.owner;
    let earned = open(&other, owner, OfSale { id: sold.id }).expect("the sale").earned;
    assert!((earned - 1_000).abs() <= 1);
    till.give_back(3, &all_of(&till, &sold)).expect("back");
    assert_eq!(balance(&till), 0);
}
