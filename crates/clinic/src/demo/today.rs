//! Today, a living day whatever the hour: some have left, some are here in different steps, some are to come.
//!
//! Where the hour leaves no time for it (just after midnight), everything before the present is pressed
//! together; where the evening leaves none, appointments go to the late hours and to tomorrow.

use super::agenda::Act;
use super::plan::{MINUTE, Planner};
use super::slots::{GRID, Slots, squeezed};

/// Somebody on the board.
struct Here {
    /// The steps so far; the last is where they are.
    steps: &'static [&'static str],
    arrived_minutes_ago: i64,
    in_step_since_minutes: i64,
    new: bool,
}

const HERE: [Here; 8] = [
    Here {
        steps: &["triage", "consulting", "preparing", "treating", "observing"],
        arrived_minutes_ago: 116,
        in_step_since_minutes: 7,
        new: false,
    },
    Here {
        steps: &["consulting", "paying", "preparing", "treating"],
        arrived_minutes_ago: 97,
        in_step_since_minutes: 18,
        new: false,
    },
    Here {
        steps: &["triage", "consulting", "paying", "preparing"],
        arrived_minutes_ago: 66,
        in_step_since_minutes: 12,
        new: false,
    },
    Here {
        steps: &["triage", "consulting", "paying"],
        arrived_minutes_ago: 52,
        in_step_since_minutes: 5,
        new: false,
    },
    Here { steps: &["triage", "consulting"], arrived_minutes_ago: 43, in_step_since_minutes: 23, new: true },
    Here { steps: &[], arrived_minutes_ago: 24, in_step_since_minutes: 24, new: false },
    Here { steps: &["triage"], arrived_minutes_ago: 17, in_step_since_minutes: 6, new: false },
    Here { steps: &[], arrived_minutes_ago: 4, in_step_since_minutes: 4, new: true },
];
/// The minutes that the board's visits need.
const BOARD_MINUTES: i64 = 118;
/// How many appointments are still to come today.
const TO_COME: usize = 8;
/// No appointment today begins later than this minute of the day.
const LATEST: i64 = 23 * 60 + 30;

impl Planner<'_> {
    /// Plans today. Says how many appointments found no place any more.
    pub(super) fn today(&mut self) -> usize {
        let mut slots = Slots::default();
        self.gone(&mut slots);
        self.here(&mut slots);
        self.still_to_come(&mut slots)
    }

    fn minute_now(&self) -> i64 {
        (self.now - self.at(self.days, 0)) / MINUTE
    }

    /// Who came and left today.
    fn gone(&mut self, slots: &mut Slots) {
        let (midnight, opened) = (self.at(self.days, 0), self.at(self.days, 9 * 60 + 20));
        let three_hours = 180 * MINUTE;
        let since =
            if self.now - opened >= three_hours { opened } else { midnight.max(self.now - three_hours) };
        let passed = self.now - since;
        let count = (passed / (50 * MINUTE)).clamp(4, 11);
        let stay = (85 * MINUTE).min(passed * 3 / 10);
        let last_arrival = passed - stay - (10 * MINUTE).min(passed / 10);
        for index in 0..count {
            let Some(file) = self.regular(self.days) else { continue };
            let arrives =
                since + last_arrival * index / count + self.dice.between(0, last_arrival / count / 2);
            let (doctor, offer) = self.whom_and_what(self.days, Some(file));
            let coming = self.arrival(file, (doctor, offer), arrives, slots);
            self.welcome(file, arrives);
            self.happens(arrives, Act::CheckIn(coming));
            self.happens(arrives + stay / 6, Act::Place(coming));
            self.happens(arrives + stay / 5, Act::Move(coming, "consulting"));
            if self.consulted(coming, arrives + stay / 2, 0.8) {
                self.happens(arrives + stay * 3 / 5, Act::Move(coming, "treating"));
            }
            self.happens(arrives + stay, Act::Move(coming, "left"));
            self.stays(file);
        }
    }

    /// Who is here.
    fn here(&mut self, slots: &mut Slots) {
        let passed = self.now - self.at(self.days, 0);
        // A minute of the board, shorter where the day is not old enough.
        let minute = MINUTE.min(passed / BOARD_MINUTES);
        for here in &HERE {
            let arrives = self.now - here.arrived_minutes_ago * minute;
            let since = self.now - here.in_step_since_minutes * minute;
            let Some(coming) = self.place_on_board(here, arrives, minute, slots) else { continue };
            self.happens(arrives, Act::CheckIn(coming));
            let file = self.plan.comings[coming].client;
            for (index, step) in here.steps.iter().enumerate() {
                let at = arrives + (since - arrives) * (index as i64 + 1) / here.steps.len() as i64;
                self.happens(at, Act::Move(coming, step));
                if index > 0 && here.steps[index - 1] == "consulting" {
                    self.consulted(coming, at - minute / 4, 1.0);
                }
                match *step {
                    "triage" => {
                        let form = self.form(file);
                        self.happens(at + minute, Act::Triage(coming, Box::new(form)));
                    }
                    "consulting" => {
                        self.happens(at + minute / 2, Act::Place(coming));
                        if index + 1 == here.steps.len() {
                            self.happens(at + 9 * minute, Act::Draft(coming));
                            self.happens(at + 10 * minute, Act::PutAside(coming));
                        }
                    }
                    "preparing" if index + 1 == here.steps.len() => {
                        self.happens(at + minute, Act::Numb(coming))
                    }
                    _ => {}
                }
            }
            self.stays(file);
        }
    }

    /// Somebody for a place on the board.
    fn place_on_board(&mut self, here: &Here, arrives: i64, minute: i64, slots: &mut Slots) -> Option<usize> {
        let known = if here.new { None } else { Some(self.regular_with_warning()?) };
        let (doctor, mut offer) = self.whom_and_what(self.days, known);
        if here.steps.contains(&"preparing") && self.house.offers[offer].numbing_minutes == 0 {
            let numbed = |offer: &super::house::Offer| {
                if offer.numbing_minutes > 0 && offer.doctors.contains(&doctor) { offer.weight } else { 0.0 }
            };
            offer = self.dice.weighted(self.house.offers.iter().map(numbed)).unwrap_or(offer);
        }
        if let Some(file) = known {
            return Some(self.arrival(file, (doctor, offer), arrives, slots));
        }
        let file = self.new_file(arrives - 2 * minute);
        if here.steps.len() > 1 {
            self.welcome(file, arrives);
        }
        Some(self.walks_in(file, doctor, offer))
    }

    /// By an appointment where the day had room for one near that time, else without.
    fn arrival(
        &mut self,
        file: usize,
        whom_and_what: (usize, usize),
        arrives: i64,
        slots: &mut Slots,
    ) -> usize {
        let (doctor, offer) = whom_and_what;
        let near = (arrives - self.at(self.days, 0)) / MINUTE;
        match slots.near(self.house, doctor, &self.house.offers[offer], near) {
            Some(slot) => {
                let lead = self.dice.between(1, 8);
                self.books(self.days, Some(file), whom_and_what, slot, lead, "").0
            }
            None => self.walks_in(file, doctor, offer),
        }
    }

    /// Rather somebody of whom there is something to know.
    fn regular_with_warning(&mut self) -> Option<usize> {
        let drawn: Vec<usize> = (0..5).filter_map(|_| self.regular(self.days)).collect();
        let warned = drawn
            .iter()
            .copied()
            .find(|file| self.known[*file].welcomed && !self.plan.files[*file].warnings.is_empty());
        warned.or(drawn.first().copied())
    }

    fn stays(&mut self, file: usize) {
        let (days, now) = (self.days, self.now);
        let known = &mut self.known[file];
        (known.last_day, known.free_from) = (days, now);
    }

    /// Who is still to come today.
    fn still_to_come(&mut self, slots: &mut Slots) -> usize {
        let from = ((self.minute_now() + 10).div_euclid(GRID) + 1) * GRID;
        let mut squeezed_out = 0;
        for index in 0..TO_COME {
            let new = index >= TO_COME - 2 && self.plan.files.len() < self.size;
            let known = if new { None } else { self.regular(self.days) };
            if known.is_none() && !new {
                continue;
            }
            let (mut doctor, mut offer) = self.whom_and_what(self.days, known);
            let mut found = None;
            for _ in 0..4 {
                found = slots.find(
                    &mut self.dice,
                    self.house,
                    doctor,
                    &self.house.offers[offer],
                    (from, 24 * 60),
                );
                if found.is_some() {
                    break;
                }
                (doctor, offer) = self.whom_and_what(self.days, known);
            }
            let late = from + index as i64 * 2 * GRID;
            let (slot, reason) = match found {
                Some(slot) => (slot, ""),
                None if (12 * 60..=LATEST).contains(&late) => {
                    (squeezed(&self.house.offers[offer], late), "顾客下班后到店，医生加班")
                }
                None => {
                    squeezed_out += 1;
                    continue;
                }
            };
            let lead = if new { 0 } else { self.dice.between(1, 9) };
            let (coming, booked_at) = self.books(self.days, known, (doctor, offer), slot, lead, reason);
            let called = self.at(self.days - 1, 17 * 60) + self.dice.between(0, 150) * MINUTE;
            if booked_at < called && self.dice.chance(0.6) {
                self.happens(called, Act::Confirm(coming));
            }
            let file = self.plan.comings[coming].client;
            self.known[file].last_day = self.days;
        }
        // Files that were to be made today and were not needed: asked on the phone.
        while self.plan.files.len() < self.size {
            let asked_at = self.now - self.dice.between(5, 40) * MINUTE;
            self.new_file(asked_at);
        }
        squeezed_out
    }
}
