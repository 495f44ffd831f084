//! Planning everything: how many come on which day, from the first day of the history to two weeks from now.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::agenda::{Act, Plan};
use super::dice::Dice;
use super::house::House;
use super::particulars::Particulars;
use super::slots::Slots;
use super::visit::Words;
use super::{DemoSize, Present};
use crate::permissions::Role;
use crate::store::day_start;

pub(super) const MINUTE: i64 = 60_000;
pub(super) const DAY: i64 = 1_440 * MINUTE;

/// How many come on an ordinary day, on average over the history.
const A_DAY: f64 = 12.0;
/// Monday to Sunday: quiet Mondays, busy weekends.
const WEEKDAYS: [f64; 7] = [0.62, 0.85, 0.9, 0.95, 1.08, 1.42, 1.18];
/// Files typed in from paper in the first days.
const FROM_PAPER: f64 = 0.08;
/// Files made today: some on the board, some who phoned.
const NEW_TODAY: usize = 5;
/// How far ahead there are appointments.
const DAYS_AHEAD: i64 = 14;

/// What the planner remembers of a client.
pub(super) struct Regular {
    /// How readily they come again; 0 for who never does.
    pub(super) loyalty: f64,
    pub(super) first_day: i64,
    pub(super) last_day: i64,
    pub(super) made_at: i64,
    /// When their last visit ended.
    pub(super) free_from: i64,
    pub(super) doctor: usize,
    /// What they come for again and again.
    pub(super) favourites: Vec<usize>,
    /// Whether consents and assignments are written down.
    pub(super) welcomed: bool,
}

/// The plan in the making. Days are counted from the first of the history; `days` is today.
pub(super) struct Planner<'a> {
    pub(super) house: &'a House,
    pub(super) dice: Dice,
    pub(super) words: Words,
    pub(super) particulars: Particulars,
    pub(super) now: i64,
    pub(super) zone: chrono_tz::Tz,
    pub(super) days: i64,
    pub(super) size: usize,
    pub(super) first_day: NaiveDate,
    pub(super) doctors: Vec<usize>,
    pub(super) consultants: Vec<usize>,
    /// Who is away, from which day, until which (not included).
    pub(super) leave: (usize, i64, i64),
    pub(super) known: Vec<Regular>,
    pub(super) plan: Plan,
}

/// Plans.
pub(super) fn make(house: &House, seed: u64, present: Present, size: DemoSize) -> Plan {
    let today = present.today();
    let days = i64::from(size.days.max(1));
    let doctors = house.with_role(Role::Doctor);
    // Wednesday to Friday of next week, the doctor who works most.
    let wednesday = days + 10 - i64::from(today.weekday().number_from_monday());
    let away = doctors
        .iter()
        .copied()
        .max_by_key(|doctor| house.workers[*doctor].weekdays.len())
        .unwrap_or_default();
    let mut planner = Planner {
        house,
        dice: Dice::new(seed),
        words: Words::read(),
        particulars: Particulars::read(),
        now: present.now,
        zone: present.zone,
        days,
        size: size.clients as usize,
        first_day: today - TimeDelta::days(days),
        consultants: house.with_role(Role::Consultant),
        doctors,
        leave: (away, wednesday, wednesday + 3),
        known: Vec::new(),
        plan: Plan { present: present.now, files: Vec::new(), comings: Vec::new(), agenda: Vec::new() },
    };
    planner.maintenance();
    planner.deliveries();
    planner.history();
    planner.leave_open_last_night();
    let squeezed_out = planner.today();
    planner.ahead(squeezed_out);
    planner.complaints();
    planner.plan.agenda.sort_by_key(|(at, _)| *at);
    planner.plan
}

impl Planner<'_> {
    /// A local minute of a day.
    pub(super) fn at(&self, day: i64, minute: i64) -> i64 {
        day_start(self.zone, self.first_day + TimeDelta::days(day)) + minute * MINUTE
    }

    /// Notes what is to happen; what would be after the present has not happened.
    pub(super) fn happens(&mut self, at: i64, act: Act) {
        if at <= self.now {
            self.plan.agenda.push((at, act));
        }
    }

    /// The doctors who work on a day.
    pub(super) fn on_duty(&self, day: i64) -> Vec<usize> {
        let weekday = (self.first_day + TimeDelta::days(day)).weekday().number_from_monday() as u8;
        let (away, from, until) = self.leave;
        let works = |doctor: &usize| {
            self.house.workers[*doctor].weekdays.contains(&weekday)
                && !(*doctor == away && (from..until).contains(&day))
        };
        self.doctors.iter().copied().filter(works).collect()
    }

    /// Every piece of equipment is maintained as often as it must be, the last time when its file says.
    fn maintenance(&mut self) {
        for (index, machine) in self.house.equipment.iter().enumerate() {
            let every = usize::try_from(machine.maintenance_months * 30).unwrap_or(usize::MAX).max(1);
            for day in (0..=self.days - machine.maintained_days_ago).rev().step_by(every) {
                self.happens(self.at(day, 9 * 60), Act::Maintain(index));
            }
        }
    }

    fn weekday_factor(&self, day: i64) -> f64 {
        let weekday = (self.first_day + TimeDelta::days(day)).weekday().num_days_from_monday() as usize;
        WEEKDAYS[weekday]
    }

    fn demand(&self, day: i64) -> f64 {
        let grown = 0.7 + 0.6 * day as f64 / self.days as f64;
        A_DAY * grown * self.weekday_factor(day)
    }

    fn history(&mut self) {
        self.files_from_paper();
        let new_files = self.size.saturating_sub(self.known.len() + NEW_TODAY);
        let whole: f64 = (0..self.days).map(|day| self.demand(day)).sum();
        let mut passed = 0.0;
        for day in 0..self.days {
            let before = (new_files as f64 * passed / whole).floor();
            passed += self.demand(day);
            let upto = if day + 1 == self.days {
                new_files as f64
            } else {
                (new_files as f64 * passed / whole).floor()
            };
            self.day(day, (upto - before) as usize);
        }
        let (away, from, until) = self.leave;
        let entered = self.at((self.days - 9).max(0), 10 * 60);
        self.happens(entered, Act::Leave(away, self.at(from, 0), self.at(until, 0)));
    }

    fn files_from_paper(&mut self) {
        let count = (self.size as f64 * FROM_PAPER) as i64;
        for index in 0..count {
            // The evenings of the first week.
            let made_at = self.at(index * 6 / count.max(1), 20 * 60) + (index % (count / 6 + 1)) * 45_000;
            let file = self.new_file(made_at);
            self.welcome(file, made_at + 5_000);
            self.known[file].last_day -= 6;
        }
    }

    fn day(&mut self, day: i64, new: usize) {
        let noise = 1.0 + 0.13 * self.dice.bell();
        let returning = (self.demand(day) * noise - new as f64).round().max(0.0) as usize;
        let mut slots = Slots::default();
        let mut coming: Vec<bool> = (0..new + returning).map(|index| index < new).collect();
        self.dice.shuffle(&mut coming);
        for is_new in coming {
            if is_new && self.dice.chance(0.04) {
                // Asked on the phone and was never seen.
                let minute = self.dice_minute();
                let asked_at = self.at(day, minute);
                let file = self.new_file(asked_at);
                self.known[file].loyalty = 0.0;
            } else if is_new {
                self.bring(day, None, &mut slots);
            } else if let Some(regular) = self.regular(day) {
                self.bring(day, Some(regular), &mut slots);
            }
        }
    }

    pub(super) fn dice_minute(&mut self) -> i64 {
        self.dice.between(9 * 60 + 30, 20 * 60)
    }

    /// Somebody was forgotten when the lights went out: the last who left yesterday did not, for the program.
    fn leave_open_last_night(&mut self) {
        let (from, until) = (self.at(self.days - 1, 0), self.at(self.days, 0));
        let left =
            |entry: &(i64, Act)| (from..until).contains(&entry.0) && matches!(entry.1, Act::Move(_, "left"));
        let last = (0..self.plan.agenda.len())
            .filter(|index| left(&self.plan.agenda[*index]))
            .max_by_key(|index| self.plan.agenda[*index].0);
        if let Some(last) = last {
            self.plan.agenda.remove(last);
        }
    }

    /// The coming two weeks, fuller the nearer.
    fn ahead(&mut self, squeezed_out: usize) {
        for day in 1..=DAYS_AHEAD {
            let full = 1.0 - day as f64 / (DAYS_AHEAD + 3) as f64;
            let count = (A_DAY * 1.15 * full * self.weekday_factor(self.days + day)).round() as usize;
            let count = count.max(2) + if day == 1 { squeezed_out } else { 0 };
            let mut slots = Slots::default();
            for _ in 0..count {
                if let Some(regular) = self.regular(self.days + day) {
                    self.bring_later(self.days + day, regular, &mut slots);
                }
            }
        }
    }
}
