//! Points given for a check-in, and for bringing somebody.

use jingtai_clinic::Store;
use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::{SaleInput, SaleItem};
use jingtai_clinic::clients::edit::{EditClient, edit};
use jingtai_clinic::clients::join::{Join, join};
use jingtai_clinic::ids::ClientId;
use jingtai_clinic::membership::points::rules::PointsRules;
use jingtai_clinic::membership::points::{Points, PointsCause};
use jingtai_clinic::visits::check_in::{check_in, undo};
use jingtai_clinic::visits::steps::move_to;
use jingtai_clinic::visits::{CheckIn, MoveVisit, OfVisit};

use crate::common::client_input;
use crate::common::second::{pull, second_computer};
use crate::till::{CREAM, LASER, Till, line};

use crate::earning::{all_of, balance, give, pay_by, points, points_at, rule, take_back, with};

fn arrive(till: &Till, store: &Store, client: ClientId) -> jingtai_clinic::visits::CheckedIn {
    let input = CheckIn { client, appointment: None, doctor: None, procedure: None };
    check_in(store, &till.reception, &input).expect("checks in")
}

fn bring(till: &Till, newcomer: ClientId, name: &str, phone: &str, referrer: ClientId) {
    let client =
        jingtai_clinic::clients::ClientInput { referrer: Some(referrer), ..client_input(name, phone) };
    edit(till.store(), &till.house.clinic.owner, &EditClient { id: newcomer, client }).expect("named");
}

#[test]
fn a_check_in_gives_points_once_a_day() {
    let till = with(162, PointsRules { sign_in: 5, months: Some(1), ..PointsRules::default() });
    let store = till.store();
    let first = arrive(&till, store, till.client());
    assert_eq!((first.points, balance(&till)), (5, 5));
    let of = |visit| OfVisit { visit };
    undo(store, &till.reception, of(first.visit)).expect("a mistake");
    assert_eq!(balance(&till), 0);
    let second = arrive(&till, store, till.client());
    assert_eq!((second.points, balance(&till)), (5, 5));
    let left = MoveVisit { visit: second.visit, to: "left".into() };
    move_to(store, &till.reception, &left).expect("leaves");
    assert_eq!(arrive(&till, store, till.client()).points, 0, "once a day");
    till.pass_days(1);
    assert_eq!((arrive(&till, store, till.client()).points, balance(&till)), (5, 10));
    assert!(matches!(points(&till).lines[0].cause, Some(PointsCause::SignIn)));
    // What was spent meanwhile stays spent.
    give(&till, 1, -8);
    let today = points(&till);
    assert_eq!(today.balance, 2);
}

#[test]
fn two_computers_that_check_somebody_in_while_apart_give_points_once() {
    let till = with(163, PointsRules { sign_in: 5, ..PointsRules::default() });
    let (_dir, _world, other) = second_computer(&till.house.clinic, 1_163);
    // The other one does not know yet that it is more now.
    rule(&till, 2, PointsRules { sign_in: 10, ..PointsRules::default() }).expect("rules");
    let here = arrive(&till, till.store(), till.client());
    let there = arrive(&till, &other, till.client());
    let balances = || {
        pull(till.store(), &other);
        pull(&other, till.store());
        assert_eq!(till.store().state_hash().expect("a hash"), other.state_hash().expect("a hash"));
        [till.store(), &other].map(|store| points_at(&till, store, till.client()).balance)
    };
    assert_eq!(balances(), [10, 10], "what was given first");
    // Which of the two check-ins was a mistake: the other stands, and so do its points.
    undo(till.store(), &till.reception, OfVisit { visit: here.visit }).expect("a mistake");
    assert_eq!(balances(), [5, 5]);
    undo(&other, &till.reception, OfVisit { visit: there.visit }).expect("a mistake");
    assert_eq!(balances(), [0, 0]);
}

#[test]
fn whoever_brings_somebody_gets_points_with_their_first_paid_sale() {
    let till = with(164, PointsRules { referral: 300, ..PointsRules::default() });
    bring(&till, till.other, "钱七", "13600136000", till.client());
    let sale = |lines| SaleInput { client: till.other, ..till.sale(lines) };
    // Money paid ahead is not a sale that paid for anything.
    let ahead = line(SaleItem::StoredValue { principal: Fen(500_000), offer: None }, 1);
    pay_by(&till, sale(vec![ahead]), &[("cash", 500_000)]).expect("sells");
    assert_eq!(balance(&till), 0);
    let first = pay_by(&till, sale(vec![till.creams(1)]), &[("cash", CREAM.0)]).expect("sells");
    assert_eq!(balance(&till), 300);
    let told_of = |points: &Points| match &points.lines[0].cause {
        Some(PointsCause::Referral { client, refund }) => (client.name.clone(), refund.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(told_of(&points(&till)), ("钱七".into(), None));
    pay_by(&till, sale(vec![till.lasers(1)]), &[("cash", LASER.0)]).expect("sells");
    assert_eq!(balance(&till), 300, "once");
    // When nothing of that sale is left, it was none.
    let sold = till.open(first.id);
    let back = till.give_back(1, &all_of(&till, &sold)).expect("back");
    assert_eq!(balance(&till), 0);
    assert_eq!(told_of(&points(&till)), ("钱七".into(), Some(back.number.clone())));
    take_back(&till, 2, back.id).expect("taken back");
    assert_eq!(balance(&till), 300);
}

#[test]
fn a_first_sale_that_was_keyed_wrongly_costs_nobody_their_points() {
    let till = with(172, PointsRules { referral: 300, ..PointsRules::default() });
    bring(&till, till.other, "钱七", "13600136000", till.client());
    let sale = |lines| SaleInput { client: till.other, ..till.sale(lines) };
    let wrong = pay_by(&till, sale(vec![till.creams(1)]), &[("cash", CREAM.0)]).expect("sells");
    let asked = all_of(&till, &till.open(wrong.id));
    let turn = till.refund_quote(&asked).expect("a quote").points.expect("some");
    let referrer = turn.referrer.expect("somebody loses by it");
    assert_eq!((referrer.client.id, referrer.points), (till.client(), 300));
    till.give_back(1, &asked).expect("back");
    assert_eq!(balance(&till), 0);
    pay_by(&till, sale(vec![till.lasers(1)]), &[("cash", LASER.0)]).expect("sells");
    assert_eq!(balance(&till), 300);
}

#[test]
fn nobody_brings_themselves_and_a_joined_file_is_one_person() {
    let till = with(165, PointsRules { referral: 300, ..PointsRules::default() });
    bring(&till, till.other, "钱七", "13600136000", till.client());
    let joined = Join { loser: till.other, survivor: till.client() };
    join(till.store(), &till.house.clinic.owner, joined).expect("joins");
    let sold = till.sell(vec![till.lasers(1)]);
    assert_eq!((balance(&till), sold.earned), (1_000, 1_000));
}
