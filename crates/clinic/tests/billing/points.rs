//! Points by hand: who may, what is refused, and the statement.

use chrono::NaiveDate;
use jingtai_clinic::ids::PointsEntryId;
use jingtai_clinic::membership::points::adjust::{AdjustPoints, ReversePoints, adjust, reverse};
use jingtai_clinic::membership::points::{Points, PointsKind, PointsOf, of_client};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Error, ErrorCode, Session, Store, World};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::till::{Till, code, refusal, till};

fn adjusting(till: &Till, id: u128, points: i64, lasts: Option<i64>) -> AdjustPoints {
    AdjustPoints {
        id: PointsEntryId(Uuid::from_u128(id)),
        client: till.client(),
        points,
        expires_on: lasts.map(|days| till.store().today() + chrono::Duration::days(days)),
        reason: "活动".into(),
    }
}

fn give(store: &Store, actor: &Actor, input: &AdjustPoints, approver: Option<&Session>) -> Result<(), Error> {
    adjust(store, actor, Witnessed { input, witness: approver })
}

fn undo(store: &Store, actor: &Actor, id: u128, entry: u128) -> Result<(), Error> {
    let [id, entry] = [id, entry].map(|id| PointsEntryId(Uuid::from_u128(id)));
    reverse(
        store,
        actor,
        Witnessed { input: &ReversePoints { id, entry, reason: "错了".into() }, witness: None },
    )
}

fn of(till: &Till, store: &Store) -> Points {
    of_client(store, &till.house.clinic.owner, PointsOf { client: till.client() }).expect("points")
}

/// What each line says, the latest first.
fn lines(points: &Points) -> Vec<(PointsKind, Option<NaiveDate>, i64, i64)> {
    points.lines.iter().map(|one| (one.kind, one.expired, one.points, one.after)).collect()
}

#[test]
fn the_statement_says_what_came_what_went_and_what_ends_next() {
    let till = till(70);
    let (store, today) = (till.store(), till.store().today());
    give(store, &till.cashier, &adjusting(&till, 1, 300, None), None).expect("gives");
    give(store, &till.cashier, &adjusting(&till, 2, 100, Some(10)), None).expect("gives");
    give(store, &till.cashier, &adjusting(&till, 2, 100, Some(10)), None).expect("the same");
    till.pass_days(1);
    give(store, &till.cashier, &adjusting(&till, 3, -40, None), None).expect("takes");
    let points = of(&till, store);
    let lots: Vec<_> = points.lots.iter().map(|lot| (lot.left, lot.expires_on)).collect();
    assert_eq!(
        (points.balance, lots),
        (360, vec![(60, Some(today + chrono::Duration::days(10))), (300, None)])
    );
    // The program is off for a month.
    till.pass_days(30);
    let points = of(&till, store);
    use PointsKind::Adjust;
    let over = today + chrono::Duration::days(10);
    assert_eq!(
        lines(&points),
        [
            (Adjust, Some(over), -60, 300),
            (Adjust, None, -40, 360),
            (Adjust, None, 100, 400),
            (Adjust, None, 300, 300)
        ]
    );
    assert_eq!(points.lines[0].day, over);
}

#[test]
fn what_is_adjusted_needs_who_may_a_reason_and_points_that_are_there() {
    let till = till(71);
    let store = till.store();
    let ask = |actor: &Actor, input: AdjustPoints, approver| code(give(store, actor, &input, approver));
    assert_eq!(ask(&till.reception, adjusting(&till, 1, 5, None), None), ErrorCode::ApprovalRequired);
    let doctor = till.house.doctor.clone();
    assert_eq!(ask(&till.reception, adjusting(&till, 1, 5, None), Some(&doctor)), ErrorCode::NotPermitted);
    assert_eq!(ask(&till.cashier, adjusting(&till, 1, 0, None), None), ErrorCode::Required);
    assert_eq!(ask(&till.cashier, adjusting(&till, 1, i64::MIN, None), None), ErrorCode::InvalidValue);
    assert_eq!(ask(&till.cashier, adjusting(&till, 1, 5, Some(-1)), None), ErrorCode::DayPast);
    let quiet = AdjustPoints { reason: String::new(), ..adjusting(&till, 1, 5, None) };
    assert_eq!(ask(&till.cashier, quiet, None), ErrorCode::ReasonRequired);
    give(store, &till.reception, &adjusting(&till, 1, 5, Some(0)), Some(till.owner_session()))
        .expect("approved");
    let taken = give(store, &till.cashier, &adjusting(&till, 2, -6, None), None);
    assert_eq!(refusal(taken, "available"), (ErrorCode::PointsTooFew, Some("points"), "5".into()));
    // Today is the last day of those five; tomorrow nothing is there to be taken.
    till.pass_days(1);
    let taken = give(store, &till.cashier, &adjusting(&till, 2, -1, None), None);
    assert_eq!(refusal(taken, "available"), (ErrorCode::PointsTooFew, Some("points"), "0".into()));
}

#[test]
fn an_adjustment_is_taken_back_once_and_not_when_it_is_spent() {
    let till = till(72);
    let store = till.store();
    give(store, &till.cashier, &adjusting(&till, 1, 100, None), None).expect("gives");
    give(store, &till.cashier, &adjusting(&till, 2, -70, None), None).expect("takes");
    assert_eq!(code(undo(store, &till.cashier, 3, 1)), ErrorCode::PointsTooFew);
    undo(store, &till.cashier, 3, 2).expect("gives them back");
    undo(store, &till.cashier, 3, 2).expect("the same");
    assert_eq!(code(undo(store, &till.cashier, 4, 2)), ErrorCode::AlreadyReversed);
    assert_eq!(code(undo(store, &till.cashier, 4, 3)), ErrorCode::CannotReverse);
    undo(store, &till.cashier, 4, 1).expect("takes them back");
    let points = of(&till, store);
    assert_eq!((points.balance, points.lots.len()), (0, 0));
    assert_eq!(points.lines.iter().map(|line| line.reversed).collect::<Vec<_>>(), [false, false, true, true]);
}

#[test]
fn what_two_computers_take_back_while_apart_is_taken_back_once() {
    let till = till(73);
    give(till.store(), &till.cashier, &adjusting(&till, 1, 100, None), None).expect("gives");
    let (_dir, world, second) = second_computer(&till.house.clinic, 74);
    world.set(till.house.clinic.world.now() + 5_000);
    let owner = crate::common::sign_in(&second, "院长", crate::common::OWNER_PIN);
    undo(till.store(), &till.cashier, 2, 1).expect("takes it back");
    undo(&second, &owner, 3, 1).expect("there too");
    pull(till.store(), &second);
    pull(&second, till.store());
    for store in [till.store(), &second] {
        assert_eq!(of(&till, store).balance, 0, "not a hundred too few");
    }
}
