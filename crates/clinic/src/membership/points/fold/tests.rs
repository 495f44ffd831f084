//! The fold of points against what it promises: nothing created or lost, whatever arrives when, is taken back or given twice.

use chrono::Days;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn day(day: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day") + Days::new(day)
}

fn id(n: usize) -> PointsEntryId {
    PointsEntryId(Uuid::from_u128(n as u128 + 1))
}

/// Entries one after another: which day, how many, how long they last, and which of those before it takes back.
fn entries() -> impl Strategy<Value = Vec<Noted>> {
    let one = (0..4_u64, -60..80_i64, prop::option::of(0..40_u64), prop::option::weighted(0.2, 0..20_usize));
    prop::collection::vec(one, 0..25).prop_map(|steps| {
        let mut all: Vec<Noted> = Vec::new();
        let mut now = 0;
        for (n, (passes, points, lasts, back)) in steps.into_iter().enumerate() {
            now += passes;
            let reverses = back.and_then(|back| all.get(back % all.len().max(1))).cloned();
            let (kind, points, reverses) = match reverses {
                Some(target) if target.reverses.is_none() => {
                    (PointsKind::Reverse, -target.points, Some(target.id))
                }
                _ if points > 0 => (PointsKind::Earn, points, None),
                _ => (PointsKind::Redeem, points, None),
            };
            all.push(Noted {
                id: id(n),
                at: n as i64,
                day: day(now),
                kind,
                points,
                expires_on: lasts.filter(|_| kind == PointsKind::Earn).map(|lasts| day(now + lasts)),
                reverses,
                let_go: 0,
                once: None,
            });
        }
        all
    })
}

proptest! {
    #[test]
    fn nothing_is_created_or_lost(entries in entries(), as_of in 0..160_u64) {
        let last = entries.last().map_or(day(0), |entry| entry.day);
        let folded = fold(entries.clone(), day(as_of).max(last));
        let told: i64 = folded.events.iter().map(|event| event.points).sum();
        prop_assert_eq!(told, folded.balance);
        let left: i64 = folded.lots.iter().map(|lot| lot.left).sum();
        prop_assert_eq!(left - folded.overdrawn, folded.balance);
        prop_assert_eq!(folded.events.last().map_or(0, |event| event.after), folded.balance);
        for lot in &folded.lots {
            prop_assert!(lot.left >= 0 && lot.expired >= 0);
            prop_assert!(lot.left == 0 || lot.expires_on.is_none_or(|end| end >= day(as_of).max(last)));
        }
        // Nobody has points and owes some.
        prop_assert!(folded.overdrawn >= 0);
        prop_assert!(folded.overdrawn == 0 || folded.lots.iter().all(|lot| lot.left == 0));
    }

    #[test]
    fn the_order_in_which_records_arrive_changes_nothing(
        (entries, shuffled) in entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        as_of in 0..160_u64,
    ) {
        let (one, other) = (fold(entries, day(as_of)), fold(shuffled, day(as_of)));
        prop_assert_eq!(one.lots, other.lots);
        prop_assert_eq!(one.events, other.events);
    }

    /// Every point by itself: whoever takes some takes those that end soonest and are not over.
    #[test]
    fn lots_are_what_single_points_would_be(entries in entries(), more in 0..60_u64) {
        let entries: Vec<Noted> = entries.into_iter().filter(|one| one.reverses.is_none()).collect();
        let as_of = entries.last().map_or(day(0), |entry| entry.day) + Days::new(more);
        let mut points: Vec<Option<NaiveDate>> = Vec::new();
        let mut short = 0;
        for entry in &entries {
            points.retain(|end| end.is_none_or(|end| end >= entry.day));
            for _ in 0..entry.points.max(0) {
                if short > 0 { short -= 1 } else { points.push(entry.expires_on) }
            }
            points.sort_by_key(|end| (end.is_none(), *end));
            for _ in 0..(-entry.points).max(0) {
                if points.is_empty() {
                    short += 1;
                } else {
                    points.remove(0);
                }
            }
        }
        points.retain(|end| end.is_none_or(|end| end >= as_of));
        let folded = fold(entries, as_of);
        prop_assert_eq!(folded.balance, points.len() as i64 - short);
        let mut left: Vec<Option<NaiveDate>> = folded
            .lots
            .iter()
            .flat_map(|lot| std::iter::repeat_n(lot.expires_on, usize::try_from(lot.left).expect("some")))
            .collect();
        left.sort_by_key(|end| (end.is_none(), *end));
        prop_assert_eq!(left, points);
    }

    #[test]
    fn what_is_taken_back_is_where_it_was(entries in entries(), points in 1..90_i64, times in 1..4_usize) {
        let entries: Vec<Noted> = entries.into_iter().filter(|one| one.reverses.is_none()).collect();
        let today = entries.last().map_or(day(0), |entry| entry.day);
        let before = fold(entries.clone(), today);
        let n = entries.len();
        let at = |n: usize, points, reverses| Noted {
            id: id(1_000 + n),
            at: 1_000 + n as i64,
            day: today,
            kind: PointsKind::Redeem,
            points,
            expires_on: None,
            reverses,
            let_go: 0,
            once: None,
        };
        let mut after = entries;
        after.push(at(n, -points, None));
        // Two computers that take it back while apart take it back once.
        after.extend((1..=times).map(|time| at(n + time, points, Some(id(1_000 + n)))));
        prop_assert_eq!(fold(after, today).lots, before.lots);
    }
}

proptest! {
    /// Whatever of a redemption is returned and taken again, in parts: what is returned in the end is where it was.
    #[test]
    fn what_is_returned_and_taken_again_can_all_be_returned(
        entries in entries(),
        points in 1..90_i64,
        steps in prop::collection::vec((1..60_i64, any::<bool>()), 0..6),
    ) {
        let mut after: Vec<Noted> = entries.into_iter().filter(|one| one.reverses.is_none()).collect();
        let today = after.last().map_or(day(0), |entry| entry.day);
        let before = fold(after.clone(), today);
        let redeemed = id(1_000);
        let add = |after: &mut Vec<Noted>, points, reverses: Option<PointsEntryId>| {
            let n = after.len();
            let id = if reverses.is_some() { id(2_000 + n) } else { redeemed };
            let at = 1_000 + n as i64;
            let kind = PointsKind::Reverse;
            after.push(Noted { id, at, day: today, kind, points, expires_on: None, reverses, let_go: 0, once: None });
            id
        };
        add(&mut after, -points, None);
        let mut taken = points;
        for (part, again) in steps {
            let part = part.min(taken);
            if part == 0 {
                break;
            }
            let returned = add(&mut after, part, Some(redeemed));
            if again {
                add(&mut after, -part, Some(returned));
            } else {
                taken -= part;
            }
            prop_assert_eq!(fold(after.clone(), today).balance, before.balance - taken);
        }
        add(&mut after, taken, Some(redeemed));
        let after = fold(after, today);
        prop_assert_eq!(after.lots, before.lots);
        prop_assert_eq!((after.balance, after.overdrawn), (before.balance, before.overdrawn));
    }

    /// Whatever expired meanwhile: what was returned by mistake and is taken again was never returned.
    #[test]
    fn what_is_returned_and_taken_again_later_costs_what_it_did(
        entries in entries(),
        points in 1..90_i64,
        part in 1..90_i64,
        (one, other, more) in (0..30_u64, 0..30_u64, 0..30_u64),
    ) {
        let entries: Vec<Noted> = entries.into_iter().filter(|one| one.reverses.is_none()).collect();
        let first = entries.last().map_or(day(0), |entry| entry.day);
        let at = |n: usize, on: NaiveDate, points, reverses| Noted {
            id: id(1_000 + n),
            at: 1_000 + n as i64,
            day: on,
            kind: PointsKind::Reverse,
            points,
            expires_on: None,
            reverses,
            let_go: 0,
            once: None,
        };
        let (second, third) = (first + Days::new(one), first + Days::new(one + other));
        let mut plain = entries;
        plain.push(at(0, first, -points, None));
        let part = part.min(points);
        let mut after = plain.clone();
        after.push(at(1, second, part, Some(id(1_000))));
        after.push(at(2, third, -part, Some(id(1_001))));
        let end = third + Days::new(more);
        let (plain, after) = (fold(plain, end), fold(after, end));
        prop_assert_eq!((after.balance, after.overdrawn), (plain.balance, plain.overdrawn));
        prop_assert_eq!(after.lots, plain.lots);
    }

    /// Two computers give the same thing while apart: it counts once, as long as one of them stands.
    #[test]
    fn what_is_given_once_counts_once(
        given in prop::collection::vec((1..50_i64, any::<bool>()), 1..5),
        spent in 0..40_i64,
    ) {
        let noted = |n: usize, points, reverses| Noted {
            id: id(n),
            at: n as i64,
            day: day(0),
            kind: PointsKind::Earn,
            points,
            expires_on: None,
            reverses,
            let_go: 0,
            once: Some(Once::SignIn(day(0))),
        };
        let mut all: Vec<Noted> =
            given.iter().enumerate().map(|(n, (points, _))| noted(n, *points, None)).collect();
        for (n, (points, _)) in given.iter().enumerate().filter(|(_, (_, back))| *back) {
            all.push(noted(100 + n, -points, Some(id(n))));
        }
        all.push(Noted { kind: PointsKind::Redeem, once: None, ..noted(200, -spent, None) });
        let counts = given.iter().find(|(_, back)| !back).map_or(0, |(points, _)| *points);
        prop_assert_eq!(fold(all, day(1)).balance, counts - spent);
    }

    #[test]
    fn what_came_in_and_was_taken_back_is_there_again(
        entries in entries(),
        which in 0..20_usize,
        parts in prop::collection::vec(1..60_i64, 1..4),
        times in 1..3_usize,
        forgives in any::<bool>(),
    ) {
        let entries: Vec<Noted> = entries.into_iter().filter(|one| one.reverses.is_none()).collect();
        let came: Vec<&Noted> = entries.iter().filter(|one| one.points > 0).collect();
        prop_assume!(!came.is_empty());
        let target = came[which % came.len()].id;
        let today = entries.last().map_or(day(0), |entry| entry.day);
        let before = fold(entries.clone(), today);
        let mut after = entries;
        let at = |after: &mut Vec<Noted>, n: usize, points: i64, reverses| after.push(Noted {
            id: id(1_000 + n),
            at: 1_000 + n as i64,
            day: today,
            kind: PointsKind::Reverse,
            points,
            expires_on: None,
            reverses: Some(reverses),
            let_go: if forgives { -points.min(0) } else { 0 },
            once: None,
        });
        for (n, part) in parts.iter().enumerate() {
            at(&mut after, n, -part, target);
        }
        // Who lets go what is spent overdraws nothing by it.
        prop_assert!(!forgives || fold(after.clone(), today).overdrawn <= before.overdrawn);
        // The last taken back is there again first; by two computers while apart it is so once.
        for (n, part) in parts.iter().enumerate().rev() {
            for time in 0..times {
                at(&mut after, 100 + time + 10 * (parts.len() - n), *part, id(1_000 + n));
            }
        }
        let after = fold(after, today);
        prop_assert_eq!(after.lots, before.lots);
        prop_assert_eq!((after.balance, after.overdrawn), (before.balance, before.overdrawn));
    }
}

#[test]
fn the_last_day_counts_and_the_next_does_not() {
    let earn = Noted {
        id: id(0),
        at: 0,
        day: day(0),
        kind: PointsKind::Earn,
        points: 100,
        expires_on: Some(day(30)),
        reverses: None,
        let_go: 0,
        once: None,
    };
    assert_eq!(fold(vec![earn.clone()], day(30)).balance, 100);
    let over = fold(vec![earn.clone()], day(31));
    assert_eq!((over.balance, over.lots[0].expired), (0, 100));
    // Spent on its last day by a program that was off until today: nothing of it expires.
    let spend =
        Noted { id: id(1), at: 1, day: day(30), kind: PointsKind::Redeem, points: -100, ..earn.clone() };
    assert_eq!(fold(vec![earn, spend], day(90)).lots[0].expired, 0);
}
