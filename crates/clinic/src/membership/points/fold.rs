//! Points lots: what is left of each, which of them a redemption spent, what has expired, folded from the entries in the
//! order of SYNC.md as of a business date. No database, nothing of it stored: every computer that saw the same entries
//! shows the same, were it off for a month.
//!
//! What comes in is a lot with its own last day. What ends soonest is spent first. What is taken beyond all lots is
//! overdrawn — two computers spent the same points while apart — until something comes in or the owner settles it. A
//! reversal puts points back into the lots that they came from, with their old last days, or takes back what came in;
//! what two computers take back while apart is taken back once.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::PointsKind;
use crate::ids::PointsEntryId;

/// An entry, as far as the lots need it.
#[derive(Clone, Debug)]
pub(super) struct Noted {
    pub(super) id: PointsEntryId,
    pub(super) at: i64,
    pub(super) day: NaiveDate,
    pub(super) kind: PointsKind,
    pub(super) points: i64,
    pub(super) expires_on: Option<NaiveDate>,
    pub(super) reverses: Option<PointsEntryId>,
}

/// Points that came in at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lot {
    pub(super) entry: PointsEntryId,
    pub(super) points: i64,
    pub(super) left: i64,
    pub(super) expired: i64,
    /// How many of them were taken back.
    reversed: i64,
    pub(super) expires_on: Option<NaiveDate>,
}

impl Lot {
    fn is_over(&self, day: NaiveDate) -> bool {
        self.expires_on.is_some_and(|last| last < day)
    }

    /// What of it was spent, on what was overdrawn too.
    pub(super) fn spent(&self) -> i64 {
        (self.points - self.reversed - self.left - self.expired).max(0)
    }
}

/// What happened, in its order: an entry, or points that expired.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// The entry; of what expired, the one that had brought it in.
    pub(super) entry: PointsEntryId,
    /// The last day of what expired.
    pub(super) expired: Option<NaiveDate>,
    /// What the balance changed by.
    pub(super) points: i64,
    /// The balance after it.
    pub(super) after: i64,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    pub(super) lots: Vec<Lot>,
    pub(super) overdrawn: i64,
    /// What is left of all lots, less what is overdrawn.
    pub(super) balance: i64,
    pub(super) events: Vec<Event>,
}

impl Folded {
    /// What is there to be spent.
    pub(super) fn available(&self) -> i64 {
        self.balance.max(0)
    }
}

/// Which lots an entry took from, or what of it was overdrawn.
struct Took {
    of: Vec<(usize, i64)>,
    overdrawn: i64,
}

/// Folds a client's entries, those of all files of a family together, as of a day.
pub(super) fn fold(mut entries: Vec<Noted>, as_of: NaiveDate) -> Folded {
    entries.sort_by_key(|entry| (entry.at, entry.id));
    // A clock that went back may have put what is reversed after what reverses it.
    entries = reversed_first(entries);
    let mut book = Book::default();
    let mut day = NaiveDate::MIN;
    for entry in &entries {
        // A day never ends twice: what a clock that went back dates earlier happened after what is folded already.
        day = day.max(entry.day);
        book.day = day.min(as_of);
        book.expire();
        book.enter(entry);
    }
    book.day = as_of;
    book.expire();
    book.folded
}

/// What reverses something stands after it.
fn reversed_first(entries: Vec<Noted>) -> Vec<Noted> {
    let mut ordered: Vec<Noted> = Vec::with_capacity(entries.len());
    let mut there: HashSet<PointsEntryId> = HashSet::with_capacity(entries.len());
    let mut waiting: Vec<Noted> = Vec::new();
    for entry in entries {
        match entry.reverses {
            Some(target) if !there.contains(&target) => waiting.push(entry),
            _ => {
                let id = entry.id;
                there.insert(id);
                ordered.push(entry);
                let (now, later) = waiting.into_iter().partition(|other| other.reverses == Some(id));
                ordered.extend::<Vec<Noted>>(now);
                waiting = later;
            }
        }
    }
    // What it reverses has not arrived: it counts by itself.
    ordered.extend(waiting);
    ordered
}

#[derive(Default)]
struct Book {
    /// The day on which it stands.
    day: NaiveDate,
    folded: Folded,
    took: Vec<Took>,
    /// Where each entry's lot, or what it took, stands.
    lot_of: HashMap<PointsEntryId, usize>,
    took_of: HashMap<PointsEntryId, usize>,
    /// Lots with something left: what ends soonest first, what does not end last; of those that end together the earlier.
    open: BTreeSet<(bool, Option<NaiveDate>, usize)>,
    /// From which on of those that took something may be overdrawn.
    short_from: usize,
}

impl Book {
    fn change(&mut self, at: usize, by: i64) {
        let lot = &mut self.folded.lots[at];
        lot.left += by;
        let key = (lot.expires_on.is_none(), lot.expires_on, at);
        if lot.left > 0 {
            self.open.insert(key)
        } else {
            self.open.remove(&key)
        };
    }

    /// What ended before the day is gone.
    fn expire(&mut self) {
        while let Some((_, last, at)) = self.open.first().copied() {
            if !self.folded.lots[at].is_over(self.day) {
                return;
            }
            let gone = self.folded.lots[at].left;
            self.change(at, -gone);
            self.folded.lots[at].expired += gone;
            self.folded.balance -= gone;
            self.tell(self.folded.lots[at].entry, last, -gone);
        }
    }

    fn tell(&mut self, entry: PointsEntryId, expired: Option<NaiveDate>, points: i64) {
        let after = self.folded.balance;
        self.folded.events.push(Event { entry, expired, points, after });
    }

    fn enter(&mut self, entry: &Noted) {
        let lot = entry.reverses.and_then(|target| self.lot_of.get(&target).copied());
        let took = entry.reverses.and_then(|target| self.took_of.get(&target).copied());
        let changed = match (lot, took) {
            (Some(lot), _) => self.take_out_of(lot, entry),
            (_, Some(took)) => self.put_back(took, entry.points),
            _ if entry.points < 0 => self.take(entry.id, -entry.points),
            _ => self.put_in(entry),
        };
        self.folded.balance += changed;
        self.tell(entry.id, None, changed);
    }

    fn put_in(&mut self, entry: &Noted) -> i64 {
        let at = self.folded.lots.len();
        self.folded.lots.push(Lot {
            entry: entry.id,
            points: entry.points,
            left: 0,
            expired: 0,
            reversed: 0,
            expires_on: entry.expires_on,
        });
        self.lot_of.insert(entry.id, at);
        self.change(at, entry.points);
        self.make_good(at);
        entry.points
    }

    /// What is there makes good what is overdrawn, the earliest before the others: nobody has points and owes some.
    fn make_good(&mut self, at: usize) {
        if self.folded.overdrawn == 0 || self.folded.lots[at].is_over(self.day) {
            return;
        }
        let mut left = self.folded.lots[at].left;
        let mut good = 0;
        while let Some(took) = self.took.get_mut(self.short_from) {
            let part = left.min(took.overdrawn);
            if part > 0 {
                took.overdrawn -= part;
                took.of.push((at, part));
                left -= part;
                good += part;
            }
            if took.overdrawn > 0 {
                break;
            }
            self.short_from += 1;
        }
        self.folded.overdrawn -= good;
        self.change(at, -good);
    }

    /// What ends soonest is spent first.
    fn take(&mut self, entry: PointsEntryId, points: i64) -> i64 {
        let mut rest = points;
        let mut of = Vec::new();
        while rest > 0
            && let Some((_, _, at)) = self.open.first().copied()
        {
            let part = rest.min(self.folded.lots[at].left);
            self.change(at, -part);
            rest -= part;
            of.push((at, part));
        }
        self.folded.overdrawn += rest;
        self.took_of.insert(entry, self.took.len());
        self.took.push(Took { of, overdrawn: rest });
        -points
    }

    /// What came in goes out again: out of its own lot as far as something is left, what expired of it being gone
    /// already, then out of the others.
    fn take_out_of(&mut self, at: usize, entry: &Noted) -> i64 {
        let lot = &mut self.folded.lots[at];
        let back = (-entry.points).clamp(0, lot.points - lot.reversed);
        lot.reversed += back;
        let own = back.min(lot.left);
        let expired = (back - own).min(lot.expired);
        lot.expired -= expired;
        self.change(at, -own);
        let rest = back - own - expired;
        if rest > 0 {
            self.take(entry.id, rest);
        }
        -own - rest
    }

    /// What was overdrawn by it is not any more; the rest goes back to where it came from, the last taken first.
    fn put_back(&mut self, at: usize, points: i64) -> i64 {
        let took = &mut self.took[at];
        let good = points.clamp(0, took.overdrawn);
        took.overdrawn -= good;
        self.folded.overdrawn -= good;
        let mut rest = points - good;
        let mut filled = Vec::new();
        for (lot, part) in took.of.iter_mut().rev() {
            let back = rest.clamp(0, *part);
            *part -= back;
            rest -= back;
            filled.push((*lot, back));
        }
        for (lot, back) in &filled {
            self.change(*lot, *back);
        }
        for (lot, _) in filled {
            self.make_good(lot);
        }
        points - rest
    }
}

#[cfg(test)]
mod tests {
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
        let one =
            (0..4_u64, -60..80_i64, prop::option::of(0..40_u64), prop::option::weighted(0.2, 0..20_usize));
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
            };
            let mut after = entries;
            after.push(at(n, -points, None));
            // Two computers that take it back while apart take it back once.
            after.extend((1..=times).map(|time| at(n + time, points, Some(id(1_000 + n)))));
            prop_assert_eq!(fold(after, today).lots, before.lots);
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
        };
        assert_eq!(fold(vec![earn.clone()], day(30)).balance, 100);
        let over = fold(vec![earn.clone()], day(31));
        assert_eq!((over.balance, over.lots[0].expired), (0, 100));
        // Spent on its last day by a program that was off until today: nothing of it expires.
        let spend =
            Noted { id: id(1), at: 1, day: day(30), kind: PointsKind::Redeem, points: -100, ..earn.clone() };
        assert_eq!(fold(vec![earn, spend], day(90)).lots[0].expired, 0);
    }
}
