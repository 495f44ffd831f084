//! Points lots: what is left of each, which of them a redemption spent, what has expired, folded from the entries in the
//! order of SYNC.md as of a business date. No database, nothing of it stored: every computer that saw the same entries
//! shows the same, were it off for a month.
//!
//! What comes in is a lot with its own last day. What ends soonest is spent first. What is taken beyond all lots is
//! overdrawn — two computers spent the same points while apart — until something comes in or the owner settles it. A
//! reversal puts points back into the lots that they came from, with their old last days, or takes back what came in,
//! and is itself undone by one that names it; what two computers take back while apart is taken back once, and what they
//! give while apart for the same thing is given once.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::PointsKind;
use crate::ids::{ClientId, PointsEntryId};

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
    /// Of a reversal: so many of them are not asked for where they are spent.
    pub(super) let_go: i64,
    /// What it is given for once, whichever computers give it.
    pub(super) once: Option<Once>,
}

/// What points are given for once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Once {
    /// A check-in on a day.
    SignIn(NaiveDate),
    /// Somebody who was brought.
    Referral(ClientId),
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
    /// So many were not asked for although they were taken back; below nothing where that is undone.
    pub(super) let_go: i64,
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

/// How what came in was taken back, as far as it is not undone.
struct Undone {
    lot: usize,
    /// Out of its own lot.
    own: i64,
    /// What of it had expired.
    expired: i64,
    /// The rest, out of others.
    rest: Option<usize>,
    /// What was spent and not asked for.
    let_go: i64,
}

/// How much was put back to what took it, and into which lots.
struct Returned {
    took: usize,
    back: i64,
    into: Vec<(usize, i64)>,
}

/// Folds a client's entries, those of all files of a family together, as of a day.
pub(super) fn fold(mut entries: Vec<Noted>, as_of: NaiveDate) -> Folded {
    entries.sort_by_key(|entry| (entry.at, entry.id));
    // A clock that went back may have put what is reversed after what reverses it.
    entries = once_each(reversed_first(entries));
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

/// What was given for one thing by several computers counts once: the first that stands. The others, and what reverses
/// them, count nothing.
fn once_each(entries: Vec<Noted>) -> Vec<Noted> {
    let mut given: HashMap<Once, Vec<&Noted>> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.reverses.is_none()) {
        if let Some(once) = entry.once {
            given.entry(once).or_default().push(entry);
        }
    }
    given.retain(|_, same| same.len() > 1);
    let reversals = |id: PointsEntryId| entries.iter().filter(move |entry| entry.reverses == Some(id));
    let stands = |given: &Noted| {
        let mut left = given.points;
        for back in reversals(given.id) {
            let taken = (-back.points).clamp(0, left);
            let again: i64 = reversals(back.id).map(|again| again.points).sum();
            left -= taken - again.clamp(0, taken);
        }
        left > 0
    };
    let mut dropped: HashSet<PointsEntryId> = HashSet::new();
    for same in given.values() {
        let counts = same.iter().position(|one| stands(one)).unwrap_or(0);
        let others = same.iter().enumerate().filter(|(place, _)| *place != counts);
        dropped.extend(others.map(|(_, one)| one.id));
    }
    if dropped.is_empty() {
        return entries;
    }
    let mut kept = Vec::with_capacity(entries.len());
    for entry in entries {
        // What it reverses stands before it.
        if dropped.contains(&entry.id) || entry.reverses.is_some_and(|target| dropped.contains(&target)) {
            dropped.insert(entry.id);
        } else {
            kept.push(entry);
        }
    }
    kept
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
    undone: HashMap<PointsEntryId, Undone>,
    returned: HashMap<PointsEntryId, Returned>,
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
        self.folded.events.push(Event { entry, expired, points, after, let_go: 0 });
    }

    fn enter(&mut self, entry: &Noted) {
        let lot = entry.reverses.and_then(|target| self.lot_of.get(&target).copied());
        let took = entry.reverses.and_then(|target| self.took_of.get(&target).copied());
        let undone = entry.reverses.and_then(|target| self.undone.remove_entry(&target));
        let returned = entry.reverses.and_then(|target| self.returned.remove_entry(&target));
        let mut let_go = 0;
        let changed = match (lot, undone, took, returned) {
            (Some(lot), ..) => {
                let changed = self.take_out_of(lot, entry);
                let_go = self.undone.get(&entry.id).map_or(0, |undone| undone.let_go);
                changed
            }
            (_, Some((target, undone)), ..) => {
                let before = undone.let_go;
                let changed = self.redo(target, undone, entry.points);
                let_go = self.undone.get(&target).map_or(0, |undone| undone.let_go) - before;
                changed
            }
            (_, _, Some(took), _) => {
                let (back, into) = self.put_back(took, entry.points);
                self.returned.insert(entry.id, Returned { took, back, into });
                back
            }
            (.., Some((target, returned))) => self.take_again(target, returned, -entry.points),
            _ if entry.points < 0 => {
                self.take(entry.id, -entry.points);
                entry.points
            }
            _ => self.put_in(entry),
        };
        self.folded.balance += changed;
        self.tell(entry.id, None, changed);
        if let Some(event) = self.folded.events.last_mut() {
            event.let_go = let_go;
        }
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

    fn take(&mut self, entry: PointsEntryId, points: i64) -> usize {
        let at = self.took.len();
        self.took_of.insert(entry, at);
        self.took.push(Took { of: Vec::new(), overdrawn: 0 });
        self.take_into(at, points);
        at
    }

    /// What ends soonest is spent first.
    fn take_into(&mut self, took: usize, points: i64) {
        let mut rest = points;
        while rest > 0
            && let Some((_, _, at)) = self.open.first().copied()
        {
            let part = rest.min(self.folded.lots[at].left);
            self.change(at, -part);
            rest -= part;
            self.took[took].of.push((at, part));
        }
        if rest > 0 {
            self.folded.overdrawn += rest;
            self.took[took].overdrawn += rest;
            self.short_from = self.short_from.min(took);
        }
    }

    /// What came in goes out again: out of its own lot as far as something is left, what expired of it being gone
    /// already, then out of the others; what is not there is overdrawn, unless it is let go.
    fn take_out_of(&mut self, at: usize, entry: &Noted) -> i64 {
        let lot = &mut self.folded.lots[at];
        let back = (-entry.points).clamp(0, lot.points - lot.reversed);
        lot.reversed += back;
        let own = back.min(lot.left);
        let expired = (back - own).min(lot.expired);
        lot.expired -= expired;
        self.change(at, -own);
        let others = back - own - expired;
        let rest = (others > 0).then(|| self.take(entry.id, others));
        let let_go = rest.map_or(0, |rest| entry.let_go.clamp(0, self.took[rest].overdrawn));
        if let Some(rest) = rest {
            self.took[rest].overdrawn -= let_go;
            self.folded.overdrawn -= let_go;
        }
        self.undone.insert(entry.id, Undone { lot: at, own, expired, rest, let_go });
        let_go - own - others
    }

    /// What was taken back is there again: in its own lot first, what expired of it gone as it was, then in the others;
    /// what was let go is spent as it was.
    fn redo(&mut self, target: PointsEntryId, mut undone: Undone, points: i64) -> i64 {
        let own = points.clamp(0, undone.own);
        let expired = (points - own).clamp(0, undone.expired);
        undone.own -= own;
        undone.expired -= expired;
        self.change(undone.lot, own);
        let others = undone.rest.map_or(0, |rest| self.put_back(rest, points - own - expired).0);
        let spent = (points - own - expired - others).clamp(0, undone.let_go);
        undone.let_go -= spent;
        let lot = &mut self.folded.lots[undone.lot];
        lot.expired += expired;
        lot.reversed -= own + expired + others + spent;
        self.make_good(undone.lot);
        self.undone.insert(target, undone);
        own + others
    }

    /// What was overdrawn by it is not any more; the rest goes back to where it came from, the last taken first. Says
    /// how much, and into which lots.
    fn put_back(&mut self, at: usize, points: i64) -> (i64, Vec<(usize, i64)>) {
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
        for (lot, _) in &filled {
            self.make_good(*lot);
        }
        (points - rest, filled)
    }

    /// What was put back is taken again: out of the lots into which it was put, what expired there having been nobody's
    /// gain, then out of the others.
    fn take_again(&mut self, target: PointsEntryId, mut returned: Returned, points: i64) -> i64 {
        let again = points.clamp(0, returned.back);
        returned.back -= again;
        let (mut rest, mut expired) = (again, 0);
        for (at, part) in returned.into.iter_mut().rev() {
            let lot = &mut self.folded.lots[*at];
            let left = rest.min(*part).min(lot.left);
            let over = (rest - left).min(*part - left).min(lot.expired);
            lot.expired -= over;
            self.change(*at, -left);
            self.took[returned.took].of.push((*at, left + over));
            *part -= left + over;
            rest -= left + over;
            expired += over;
        }
        self.take_into(returned.took, rest);
        self.returned.insert(target, returned);
        expired - again
    }
}

#[cfg(test)]
mod tests;
