//! Points spent: as money and for rewards, and back again with a refund.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::refunds::{GoodsFate, RefundBasis};
use jingtai_clinic::billing::{Paid, PaidPoints, ReductionKind, SaleItem};
use jingtai_clinic::ids::{PointsEntryId, RewardId};
use jingtai_clinic::membership::points::PointsCause;
use jingtai_clinic::membership::points::adjust::{AdjustPoints, adjust};
use jingtai_clinic::membership::points::rewards::{RewardInput, RewardKind, set as set_reward};
use jingtai_clinic::membership::points::rules::{
    PointsItem, PointsItemRule, PointsMoney, PointsRules, settings,
};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Error, ErrorCode};
use uuid::Uuid;

use crate::giving_back::{packs, refund, sessions};
use crate::till::{CREAM, LASER, Till, code, line, refusal, till};

use crate::earning::{all_of, balance, give, money, pay_by, points, rule, take_back, with};

fn offer(till: &Till, id: u128, kind: RewardKind, item: Uuid, points: i64) -> Result<RewardId, Error> {
    let id = RewardId(Uuid::from_u128(id));
    let input = RewardInput { id, kind, item, points, active: true };
    set_reward(till.store(), &till.house.clinic.owner, &input).map(|()| id)
}

#[test]
fn points_pay_as_money_and_come_back_with_a_refund() {
    let money = PointsMoney { points_per_yuan: 10, least: 500, most_percent: 50 };
    let till = with(157, PointsRules { money: Some(money), ..PointsRules::default() });
    give(&till, 1, 6_000);
    let sale = || till.sale(vec![till.lasers(1), line(SaleItem::Deposit { amount: Fen(10_000) }, 1)]);
    let quote = till.quote(&sale()).expect("a price").points;
    assert_eq!(
        (quote.available, quote.payable),
        (6_000, Fen(50_000)),
        "half of the laser, nothing of the deposit"
    );
    let with = |points: i64| pay_by(&till, sale(), &[("points", points), ("cash", 110_000 - points)]);
    let param = |wrong: Result<Paid, Error>, param| refusal(wrong, param);
    assert_eq!(
        param(with(50_001), "payable"),
        (ErrorCode::NotPayableWithPoints, Some("payments"), "50000".into())
    );
    assert_eq!(param(with(4_990), "least"), (ErrorCode::PointsBelowLeast, Some("payments"), "500".into()));
    // 333.35 yuan are 3,333.5 points: a point that is begun is a whole one. What they pay earns nothing.
    let done = with(33_335).expect("sells");
    assert_eq!(done.points, PaidPoints { earned: 666, redeemed: 3_334, balance: 6_000 - 3_334 + 666 });
    let again = with(33_335);
    assert_eq!(param(again, "available"), (ErrorCode::PointsTooFew, Some("payments"), "3332".into()));
    let sold = till.open(done.id);
    let half = refund(sold.id, RefundBasis::CoolingOff, vec![sessions(&sold, 0, 1)]);
    let quote = till.refund_quote(&half).expect("a quote");
    let ways: Vec<_> = quote.ways.iter().map(|way| (way.method.as_str(), way.amount.0, way.back)).collect();
    assert_eq!(ways, [("points", 33_335, true), ("cash", 66_665, false)]);
    let turn = quote.points.expect("both");
    assert_eq!((turn.taken, turn.returned, turn.short), (666, 3_334, 0));
    let back = till.give_back(1, &half).expect("back");
    assert_eq!(balance(&till), 6_000);
    take_back(&till, 2, back.id).expect("taken back");
    assert_eq!(balance(&till), 6_000 - 3_334 + 666);
    // Where what was given back is spent, the refund stands.
    let back = till.give_back(3, &half).expect("back again");
    give(&till, 2, -5_000);
    assert_eq!(refusal(take_back(&till, 4, back.id), "available").0, ErrorCode::PointsTooFew);
}

#[test]
fn points_come_back_in_the_measure_in_which_their_payment_does_and_all_of_them_in_the_end() {
    let till = with(158, money());
    give(&till, 1, 70_000);
    let done = pay_by(&till, till.sale(vec![till.lasers(3)]), &[("points", 70_000), ("cash", 230_000)]);
    let sold = till.open(done.expect("sells").id);
    for n in 1..=3 {
        till.give_back(n, &refund(sold.id, RefundBasis::CoolingOff, vec![sessions(&sold, 0, 1)]))
            .expect("back");
    }
    assert_eq!(balance(&till), 70_000);
    assert_eq!((till.open(sold.id).earned, till.open(sold.id).redeemed), (0, 0));
}

#[test]
fn points_pay_for_no_money_paid_ahead_and_lend_nothing() {
    let till = with(159, money());
    give(&till, 1, 1_000_000);
    let ahead = line(SaleItem::StoredValue { principal: Fen(500_000), offer: None }, 1);
    let wrong =
        pay_by(&till, till.sale(vec![ahead, till.lasers(1)]), &[("points", 100_001), ("cash", 499_999)]);
    assert_eq!(
        refusal(wrong, "payable"),
        (ErrorCode::NotPayableWithPoints, Some("payments"), "100000".into())
    );
    rule(&till, 2, PointsRules::default()).expect("rules");
    let wrong = pay_by(&till, till.sale(vec![till.lasers(1)]), &[("points", 1), ("cash", 99_999)]);
    assert_eq!(code(wrong), ErrorCode::NotPayableWithPoints);
}

#[test]
fn a_reward_costs_points_gives_what_it_is_and_comes_back_by_session_and_pack() {
    let till = till(160);
    let laser = offer(&till, 1, RewardKind::Procedure, till.laser.0, 800).expect("a reward");
    let cream = offer(&till, 2, RewardKind::Product, till.cream.0, 101).expect("a reward");
    let lines = vec![
        line(SaleItem::Reward { reward: laser, plan_line: None }, 2),
        line(SaleItem::Reward { reward: cream, plan_line: None }, 3),
        till.creams(1),
    ];
    give(&till, 1, 1_902);
    let short = pay_by(&till, till.sale(lines.clone()), &[("cash", CREAM.0)]);
    assert_eq!(refusal(short, "available"), (ErrorCode::PointsTooFew, Some("lines"), "302".into()));
    assert_eq!(balance(&till), 1_902, "nothing of it was done");
    give(&till, 2, 1);
    let quote = till.quote(&till.sale(lines.clone())).expect("a price");
    assert_eq!((quote.total, quote.points.rewards, quote.points.earns), (CREAM, 1_903, 123));
    assert!(quote.lines[0].without_plan, "a doctor approves what is had for points as well");
    let by = &quote.lines[0].reductions[0];
    assert_eq!((by.kind, by.amount), (ReductionKind::Reward, Fen(2 * LASER.0)));
    let done = pay_by(&till, till.sale(lines), &[("cash", CREAM.0)]).expect("sells");
    assert_eq!(done.points, PaidPoints { earned: 123, redeemed: 1_903, balance: 123 });
    let sold = till.open(done.id);
    let lasers = till.entitlements().remove(0);
    assert_eq!((lasers.sessions, lasers.paid), (2, Fen(0)));
    assert!(sold.lines[1].lot.is_some(), "its packs left a batch");
    // One of the two sessions and two of the three packs go back.
    let parts = vec![sessions(&sold, 0, 1), packs(&sold, 1, 2, GoodsFate::Restocked)];
    let asked = refund(sold.id, RefundBasis::CoolingOff, parts);
    let turn = till.refund_quote(&asked).expect("a quote").points.expect("some come back");
    assert_eq!((turn.returned, turn.taken), (800 + 202, 0));
    let back = till.give_back(1, &asked).expect("back");
    assert_eq!(balance(&till), 123 + 1_002);
    take_back(&till, 2, back.id).expect("taken back");
    assert_eq!(balance(&till), 123);
    let taken = points(&till).lines.into_iter().find_map(|line| match line.cause {
        Some(PointsCause::Reward { name, .. }) => Some((name, line.points)),
        _ => None,
    });
    assert_eq!(taken, Some(("修复霜".into(), -303)));
}

#[test]
fn what_is_offered_for_points_is_there_once_and_can_be_withdrawn() {
    let till = till(161);
    offer(&till, 1, RewardKind::Product, till.cream.0, 100).expect("a reward");
    assert_eq!(code(offer(&till, 2, RewardKind::Product, till.cream.0, 100)), ErrorCode::NameTaken);
    assert_eq!(code(offer(&till, 2, RewardKind::Product, till.laser.0, 100)), ErrorCode::NotFound);
    assert_eq!(code(offer(&till, 2, RewardKind::Procedure, till.laser.0, 0)), ErrorCode::InvalidValue);
    let owner = &till.house.clinic.owner;
    let (id, kind) = (RewardId(Uuid::from_u128(1)), RewardKind::Product);
    let off = RewardInput { id, kind, item: till.cream.0, points: 100, active: false };
    set_reward(till.store(), owner, &off).expect("withdrawn");
    let changed = RewardInput { kind: RewardKind::Procedure, item: till.laser.0, active: true, ..off };
    assert_eq!(
        code(set_reward(till.store(), owner, &changed)),
        ErrorCode::InvalidValue,
        "it stays what it is"
    );
    let gone = till.quote(&till.sale(vec![line(SaleItem::Reward { reward: id, plan_line: None }, 1)]));
    assert_eq!(refusal(gone, "line"), (ErrorCode::NotFound, Some("reward"), "1".into()));
    let shop = settings(till.store(), owner).expect("settings").rewards;
    assert_eq!(
        shop.iter().map(|one| (one.name.as_str(), one.active)).collect::<Vec<_>>(),
        [("修复霜", false)]
    );
}

#[test]
fn points_that_came_back_too_late_are_nobodys_and_cost_nothing_again() {
    let till = with(169, money());
    let input = AdjustPoints {
        id: PointsEntryId(Uuid::from_u128(1)),
        client: till.client(),
        points: 1_000,
        expires_on: Some(till.store().today() + chrono::Duration::days(3)),
        reason: "活动".into(),
    };
    adjust(till.store(), &till.cashier, Witnessed { input: &input, witness: None }).expect("gives");
    let done = pay_by(&till, till.sale(vec![till.lasers(1)]), &[("points", 1_000), ("cash", 99_000)])
        .expect("sells");
    give(&till, 2, 700);
    till.pass_days(5);
    let sold = till.open(done.id);
    let asked = all_of(&till, &sold);
    let turn = till.refund_quote(&asked).expect("a quote").points.expect("it earned some");
    assert_eq!((turn.taken, turn.returned), (990, 0), "their day is over");
    let back = till.give_back(1, &asked).expect("back");
    assert_eq!(balance(&till), 700);
    take_back(&till, 2, back.id).expect("taken back");
    assert_eq!(balance(&till), 700 + 990);
}

#[test]
fn a_refund_of_what_earned_nothing_may_raise_what_the_rest_earns() {
    let till = till(170);
    let excluded = PointsItemRule { item: PointsItem::Products, multiplier: 0 };
    rule(&till, 1, PointsRules { items: vec![excluded], ..money() }).expect("rules");
    give(&till, 1, 50_000);
    // A laser of 1,000 and cream that earns nothing; points pay 400 of it.
    let sale = till.sale(vec![till.lasers(1), till.creams(4)]);
    let total = LASER.0 + 4 * CREAM.0;
    let done = pay_by(&till, sale, &[("points", 40_000), ("cash", total - 40_000)]).expect("sells");
    let sold = till.open(done.id);
    let asked = refund(sold.id, RefundBasis::CoolingOff, vec![packs(&sold, 1, 4, GoodsFate::Restocked)]);
    let turn = till.refund_quote(&asked).expect("a quote").points.expect("some");
    till.give_back(1, &asked).expect("back");
    let now = till.open(sold.id).earned;
    assert_eq!((turn.taken, turn.returned, turn.gained), (0, 40_000, now - sold.earned));
    assert!(now > sold.earned && now <= 1_000, "{now}");
}

#[test]
fn a_reward_is_what_the_plan_asks_for_where_one_does() {
    let till = till(171);
    let laser = offer(&till, 1, RewardKind::Procedure, till.laser.0, 800).expect("a reward");
    give(&till, 1, 2_000);
    let plan_line = till.plan(1, 90_000);
    let reward = |quantity| line(SaleItem::Reward { reward: laser, plan_line: Some(plan_line) }, quantity);
    let mut sale = till.sale(vec![reward(1)]);
    sale.no_plan_reason = String::new();
    let done = pay_by(&till, sale, &[]).expect("no reason is asked for");
    assert_eq!(done.points.redeemed, 800);
    assert!(till.begin().unsold.is_empty(), "the plan's session is sold");
    assert_eq!(code(till.quote(&till.sale(vec![reward(1)]))), ErrorCode::PlanLineSold);
    let another = SaleItem::Reward { reward: laser, plan_line: None };
    assert!(till.quote(&till.sale(vec![line(another, 1)])).expect("a price").without_plan);
}
