//! Which tier a client has, why, and when it will change: from what was spent, the rules in their order and the tiers that
//! were given by hand, as of a day. No database.
//!
//! A tier is reached in the moment in which enough was spent. It is lost on a day of review, after it was said for as many
//! days as the rules ask, or at once with a refund: what went back was never spent. A day on which it will be lost, once it
//! was said, is kept. A tier that was given by hand or was had before this program is had beside what was spent. Within a
//! day, what runs out comes first, then new rules, then the day's review; sales follow in their order.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::types::{TierReview, TierRule, TierRules, TierWindow};
use crate::membership::spending::Spent;

/// Rules, from a moment on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step<'a> {
    pub(crate) day: NaiveDate,
    /// UTC milliseconds; the least for the beginning of the day.
    pub(crate) at: i64,
    pub(crate) rules: &'a TierRules,
}

/// A tier given by hand.
#[derive(Clone, Debug)]
pub(crate) struct Granted {
    pub(crate) code: String,
    pub(crate) day: NaiveDate,
    pub(crate) at: i64,
    /// The last day.
    pub(crate) until: NaiveDate,
    /// When it was taken back.
    pub(crate) taken_back: Option<(NaiveDate, i64)>,
}

/// A tier that was had before this program, as it was called.
#[derive(Clone, Debug)]
pub(crate) struct Brought {
    pub(crate) name: String,
    pub(crate) day: NaiveDate,
    pub(crate) at: i64,
}

impl Brought {
    /// Until when it is had where it is no tier for good.
    fn until(&self) -> NaiveDate {
        self.day + Months::new(12)
    }
}

/// All that is known about a client.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    /// In the order in which they hold.
    pub(crate) steps: &'a [Step<'a>],
    /// In the order of time.
    pub(crate) spent: &'a [Spent],
    pub(crate) grants: &'a [Granted],
    pub(crate) brought: &'a [Brought],
}

/// Why a tier changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cause {
    /// What was spent, by its place.
    Spent(usize),
    Opening,
    Window,
    Scheme,
    /// A grant, by its place.
    Granted(usize),
    GrantEnded,
}

/// A tier: its place in the rules of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) step: usize,
    pub(crate) tier: usize,
}

/// A change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) day: NaiveDate,
    pub(crate) from: Option<At>,
    pub(crate) to: Option<At>,
    pub(crate) up: bool,
    pub(crate) cause: Cause,
}

/// What will happen if nothing more is spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ahead {
    pub(crate) change: Change,
    /// In fen: so much more spent before keeps what would be lost.
    pub(crate) missing: Option<i64>,
}

/// A client's tier as of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Folded {
    pub(crate) tier: Option<At>,
    /// The grant that it stands on, by its place.
    pub(crate) granted: Option<usize>,
    /// What other rules will take of it, and when: the tier that is left, by its place.
    pub(crate) ruled: Option<(NaiveDate, Option<usize>)>,
    /// In fen, by the rules of the day.
    pub(crate) lifetime: i64,
    /// Of it what counts for the last twelve months.
    pub(crate) year: i64,
    pub(crate) sales: i64,
    pub(crate) changes: Vec<Change>,
    pub(crate) ahead: Option<Ahead>,
}

impl TierRules {
    /// Where a tier stands.
    pub(crate) fn place(&self, code: &str) -> Option<usize> {
        self.tiers.iter().position(|tier| tier.code == code)
    }

    /// The first day of review that is not before a day.
    fn review(&self, day: NaiveDate) -> NaiveDate {
        let first = |year: i32, month: u32| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(day);
        let begins = match self.review {
            TierReview::Day => return day,
            TierReview::Month => first(day.year(), day.month()),
            TierReview::Quarter => first(day.year(), (day.month() - 1) / 3 * 3 + 1),
            TierReview::Year => first(day.year(), 1),
        };
        let months = match self.review {
            TierReview::Day | TierReview::Month => 1,
            TierReview::Quarter => 3,
            TierReview::Year => 12,
        };
        if begins == day { day } else { begins + Months::new(months) }
    }
}

impl TierRule {
    /// What is still to be spent until it is reached, in fen, where this much was.
    pub(crate) fn missing(&self, lifetime: i64, year: i64) -> i64 {
        let spent = match self.window {
            TierWindow::Lifetime => lifetime,
            TierWindow::Rolling => year,
        };
        (self.amount.0 - spent).max(0)
    }
}

/// On which day it counts for the last twelve months no more.
fn runs_out(spent: &Spent) -> NaiveDate {
    spent.counts_on + Months::new(12)
}

/// Something that may change a tier, in the order in which it does within a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    RunsOut(usize),
    Begins(usize),
    GrantEnds(usize),
    BroughtEnds(usize),
    Reviewed,
    Spent(usize),
    Brought(usize),
    GrantBegins(usize),
}

/// The beginning of a day.
const MORNING: i64 = i64::MIN;

type When = (NaiveDate, i64, Turn);

/// How far to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Until {
    /// The end of the day.
    Now,
    /// The next change.
    NextChange,
    /// The day on which the rules that hold have taken what they will take.
    RulesHeld,
}

/// Says it.
pub(crate) fn fold(known: &Known<'_>, today: NaiveDate, until: Until) -> Folded {
    let mut turns = turns(known);
    turns.sort_unstable();
    let mut walk = Walk {
        known,
        step: None,
        done: Vec::new(),
        lifetime: 0,
        year: 0,
        sales: 0,
        held: None,
        pending: None,
        told: None,
        before: None,
        active: Vec::new(),
        brought: Vec::new(),
        shown: None,
        changes: Vec::new(),
    };
    let mut rest = turns.as_slice();
    walk.until(&mut rest, |day| day <= today, usize::MAX);
    let mut folded = Folded {
        tier: walk.shown,
        granted: walk.granted(),
        ruled: None,
        lifetime: walk.lifetime,
        year: walk.year,
        sales: walk.sales,
        changes: Vec::new(),
        ahead: None,
    };
    let past = walk.changes.len();
    match (until, walk.pending) {
        (Until::NextChange, _) => {
            walk.until(&mut rest, |_| true, past + 1);
            folded.ahead =
                walk.changes.get(past).map(|change| Ahead { change: *change, missing: walk.missing(change) });
        }
        (Until::RulesHeld, Some((day, Cause::Scheme))) => {
            let beside = walk.beside(today);
            walk.until(&mut rest, |other| other <= day, usize::MAX);
            folded.ruled = Some((day, walk.held.max(beside)));
        }
        _ => {}
    }
    walk.changes.truncate(past);
    folded.changes = walk.changes;
    folded
}

fn turns(known: &Known<'_>) -> Vec<When> {
    let rolling = |step: &Step<'_>| step.rules.tiers.iter().any(|tier| tier.window == TierWindow::Rolling);
    let rolls = known.steps.iter().any(rolling);
    let mut turns: Vec<When> = Vec::with_capacity(known.spent.len() * 2 + known.steps.len());
    for (place, spent) in known.spent.iter().enumerate() {
        turns.push((spent.day, spent.at, Turn::Spent(place)));
        if rolls && runs_out(spent) > spent.day {
            turns.push((runs_out(spent), MORNING, Turn::RunsOut(place)));
        }
    }
    for (place, step) in known.steps.iter().enumerate() {
        turns.push((step.day, step.at, Turn::Begins(place)));
    }
    for (place, grant) in known.grants.iter().enumerate() {
        turns.push((grant.day, grant.at, Turn::GrantBegins(place)));
        let ends = (grant.until + Days::new(1), MORNING);
        let (day, at) = grant.taken_back.map_or(ends, |back| back.min(ends));
        turns.push((day, at, Turn::GrantEnds(place)));
    }
    for (place, brought) in known.brought.iter().enumerate() {
        turns.push((brought.day, brought.at, Turn::Brought(place)));
        // By each rules' own days of review.
        for step in known.steps {
            turns.push((step.rules.review(brought.until()), MORNING, Turn::BroughtEnds(place)));
        }
    }
    turns
}

struct Walk<'a> {
    known: &'a Known<'a>,
    step: Option<usize>,
    /// What was spent so far, by its place.
    done: Vec<usize>,
    lifetime: i64,
    year: i64,
    sales: i64,
    /// By what was spent.
    held: Option<usize>,
    /// When it is lost, unless more is spent.
    pending: Option<(NaiveDate, Cause)>,
    /// What was pending before more was spent: if that goes back, it is again.
    told: Option<(NaiveDate, Cause)>,
    /// What was reached before what belongs together began.
    before: Option<Option<usize>>,
    /// Grants that hold.
    active: Vec<usize>,
    /// Tiers that were had before this program, by what they are known by; empty while no rules have one of that name.
    brought: Vec<(usize, String)>,
    shown: Option<At>,
    changes: Vec<Change>,
}

impl<'a> Walk<'a> {
    /// Goes on as long as `within` says so of the day, and until there are so many changes.
    fn until(&mut self, rest: &mut &[When], within: impl Fn(NaiveDate) -> bool, changes: usize) {
        while self.changes.len() < changes {
            let next = rest.first().copied();
            let review = self.pending.map(|(day, _)| (day, MORNING, Turn::Reviewed));
            let (day, _, turn) = match (review, next) {
                (Some(review), Some(next)) => review.min(next),
                (Some(one), None) | (None, Some(one)) => one,
                (None, None) => return,
            };
            if !within(day) {
                return;
            }
            if turn == Turn::Reviewed {
                self.reviewed(day);
                continue;
            }
            *rest = &rest[1..];
            let more =
                rest.first().is_some_and(|(next_day, _, next)| *next_day == day && self.belong(turn, *next));
            self.turn(day, turn, more);
        }
    }

    /// Whether two are parts of one, in whichever order they come.
    fn belong(&self, turn: Turn, next: Turn) -> bool {
        match (turn, next) {
            (Turn::RunsOut(_), Turn::RunsOut(_)) => true,
            (Turn::Spent(one), Turn::Spent(two)) => {
                self.known.spent[one].cause == self.known.spent[two].cause
            }
            _ => false,
        }
    }

    /// `more`: what belongs to it follows.
    fn turn(&mut self, day: NaiveDate, turn: Turn, more: bool) {
        let before = *self.before.get_or_insert(self.reached());
        let cause = match turn {
            Turn::RunsOut(place) => {
                self.year -= self.counted(place);
                Cause::Window
            }
            Turn::Spent(place) => {
                let spent = &self.known.spent[place];
                self.done.push(place);
                self.sales += spent.sales;
                self.lifetime += self.counted(place);
                if runs_out(spent) > day {
                    self.year += self.counted(place);
                }
                Cause::Spent(place)
            }
            Turn::Begins(step) => {
                self.begin(day, step);
                Cause::Scheme
            }
            Turn::Brought(place) => {
                self.brought.push((place, String::new()));
                self.name_brought();
                Cause::Opening
            }
            Turn::BroughtEnds(_) => Cause::Window,
            Turn::GrantBegins(place) => {
                let grant = &self.known.grants[place];
                let over = grant.until < grant.day
                    || grant.taken_back.is_some_and(|back| back <= (grant.day, grant.at));
                if !over {
                    self.active.push(place);
                }
                Cause::Granted(place)
            }
            Turn::GrantEnds(place) => {
                self.active.retain(|active| *active != place);
                Cause::GrantEnded
            }
            Turn::Reviewed => return,
        };
        if more {
            return;
        }
        self.before = None;
        self.settle(day, turn, before);
        self.show(day, cause);
    }

    /// What is held by what was spent, after something changed that.
    fn settle(&mut self, day: NaiveDate, turn: Turn, before: Option<usize>) {
        let reached = self.reached();
        if reached >= self.held {
            self.held = reached;
            self.told = self.pending.take().or(self.told).filter(|(told, _)| *told > day);
            return;
        }
        if before < self.held {
            return;
        }
        match turn {
            // What went back was never spent.
            Turn::Spent(_) => match self.told.take().filter(|(told, _)| *told > day) {
                told @ Some(_) => self.pending = told,
                None => self.held = reached,
            },
            Turn::RunsOut(_) => {
                if let Some(rules) = self.rules() {
                    self.pending.get_or_insert((rules.review(day), Cause::Window));
                }
            }
            _ => {}
        }
    }

    fn rules(&self) -> Option<&'a TierRules> {
        self.step.map(|step| self.known.steps[step].rules)
    }

    fn counted(&self, place: usize) -> i64 {
        self.rules().map_or(0, |rules| self.known.spent[place].amounts.counted(rules.counting))
    }

    /// The highest tier that what was spent reaches.
    fn reached(&self) -> Option<usize> {
        self.rules()?.tiers.iter().rposition(|tier| {
            if tier.amount.0 == 0 { self.sales > 0 } else { tier.missing(self.lifetime, self.year) == 0 }
        })
    }

    /// Other rules: spending is counted anew by them, and who had a tier has it until the client was told.
    fn begin(&mut self, day: NaiveDate, step: usize) {
        let rules = self.known.steps[step].rules;
        let known_by = |tier: Option<usize>, old: Option<&TierRules>| {
            tier.zip(old).and_then(|(tier, old)| rules.place(&old.tiers[tier].code))
        };
        let left = known_by(self.reached(), self.rules());
        self.held = known_by(self.held, self.rules());
        self.step = Some(step);
        self.told = None;
        (self.lifetime, self.year) = (0, 0);
        for place in std::mem::take(&mut self.done) {
            self.lifetime += self.counted(place);
            if runs_out(&self.known.spent[place]) > day {
                self.year += self.counted(place);
            }
            self.done.push(place);
        }
        self.name_brought();
        let reached = self.reached();
        if reached >= self.held {
            return;
        }
        // What was told already is kept, unless these rules take more.
        let told = (rules.review(day + Days::new(rules.warn_days.into())), Cause::Scheme);
        self.pending = Some(match self.pending {
            Some(pending) if reached >= left => pending,
            Some(pending) if pending.0 > told.0 => (pending.0, Cause::Scheme),
            _ => told,
        });
    }

    /// A tier is brought by its name; from then on it is the one that is known so, whatever it is called.
    fn name_brought(&mut self) {
        let Some(rules) = self.rules() else { return };
        for (place, code) in self.brought.iter_mut().filter(|(_, code)| code.is_empty()) {
            let brought = &self.known.brought[*place];
            if let Some(tier) = rules.tiers.iter().find(|tier| tier.name == brought.name) {
                code.clone_from(&tier.code);
            }
        }
    }

    /// A day of review: a tier that is no more reached is lost.
    fn reviewed(&mut self, day: NaiveDate) {
        let Some((_, cause)) = self.pending.take() else { return };
        self.held = self.reached().min(self.held);
        self.show(day, cause);
    }

    /// The grant that gives more than anything else.
    fn granted(&self) -> Option<usize> {
        let rules = self.rules()?;
        let tier = |place: &usize| rules.place(&self.known.grants[*place].code);
        let best =
            self.active.iter().max_by_key(|place| (tier(place), self.known.grants[**place].until)).copied();
        best.filter(|place| tier(place) > self.held)
    }

    /// The highest tier that is had beside what was spent.
    fn beside(&self, today: NaiveDate) -> Option<usize> {
        let rules = self.rules()?;
        let granted = self.active.iter().filter_map(|place| rules.place(&self.known.grants[*place].code));
        let brought = self.brought.iter().filter_map(|(place, code)| {
            let tier = rules.place(code)?;
            let for_good = rules.tiers[tier].window == TierWindow::Lifetime;
            (for_good || today < rules.review(self.known.brought[*place].until())).then_some(tier)
        });
        granted.chain(brought).max()
    }

    /// Notes what changed.
    fn show(&mut self, day: NaiveDate, cause: Cause) {
        let Some(step) = self.step else { return };
        let rules = self.known.steps[step].rules;
        let to = self.held.max(self.beside(day)).map(|tier| At { step, tier });
        let code = |at: At| &self.known.steps[at.step].rules.tiers[at.tier].code;
        let from = self.shown;
        self.shown = to;
        if from.map(code) == to.map(code) {
            return;
        }
        let was = from.map(|from| rules.place(code(from)));
        let up = match (was, to) {
            (None, _) => true,
            (Some(None), _) | (_, None) => false,
            (Some(Some(was)), Some(to)) => to.tier > was,
        };
        self.changes.push(Change { day, from, to, up, cause });
    }

    /// How much more keeps what a change takes.
    fn missing(&self, change: &Change) -> Option<i64> {
        let from = change.from.filter(|_| !change.up)?;
        let rules = self.rules()?;
        let tier = &rules.tiers[rules.place(&self.known.steps[from.step].rules.tiers[from.tier].code)?];
        (tier.amount.0 > 0).then(|| tier.missing(self.lifetime, self.year))
    }
}

#[cfg(test)]
mod tests;
