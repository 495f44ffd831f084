//! One who comes: who it is, for what, to whom, and when that was agreed.

use super::agenda::{Act, Coming, File};
use super::plan::{DAY, MINUTE, Planner, Regular};
use super::slots::{GRID, Slot, Slots, liked_minute, squeezed};
use crate::store::business_day;

/// How many are looked at before one is taken to come again.
const LOOKED_AT: usize = 8;
/// Nobody comes again within a week.
const LEAST_DAYS_BETWEEN: i64 = 7;
/// Deliberate possible duplicates: first those that are joined, then those with the same phone, then those with
/// the same name and birthday.
const JOINED: usize = 2;
const SAME_PHONE: usize = 6;
const SAME_NAME: usize = 6;
/// A joining waits until the visits of both files are surely over.
const DAYS_TO_JOINING: i64 = 8;

const CANCEL_REASONS: [&str; 5] = ["顾客改期", "顾客改期", "身体不适", "联系不上", "重复预约"];

impl Planner<'_> {
    /// Makes a file at an instant, by the telephone or at the desk.
    pub(super) fn new_file(&mut self, made_at: i64) -> usize {
        let index = self.plan.files.len();
        let day = business_day(self.zone, made_at);
        let mut input = self.particulars.of(&mut self.dice, index, day);
        let referrer = if self.dice.chance(0.2) { self.referrer(made_at) } else { None };
        if referrer.is_some() {
            input.source = Some("转介绍".to_owned());
        }
        let mut loyalty = if self.dice.chance(0.15) { 0.0 } else { (1.15 * self.dice.bell()).exp() };
        if self.make_alike(index, made_at, &mut input) {
            loyalty = 0.0;
        }
        let warnings = self.particulars.warnings(&mut self.dice);
        let consultant = self.dice.pick(&self.consultants);
        let doctor = self.dice.pick(&self.doctors);
        let favourites = (0..3).filter_map(|_| self.any_offer()).collect();
        self.plan.files.push(File { input, referrer, warnings, consultant });
        let first_day = (day - self.first_day).num_days();
        self.known.push(Regular {
            loyalty,
            first_day,
            last_day: first_day,
            made_at,
            free_from: made_at,
            doctor,
            favourites,
            welcomed: false,
        });
        self.happens(made_at, Act::MakeFile(index));
        index
    }

    /// Makes some files like an earlier one's. Says whether it will be joined into that.
    fn make_alike(&mut self, index: usize, made_at: i64, input: &mut crate::clients::ClientInput) -> bool {
        let (first, all) = (self.size / 2, JOINED + SAME_PHONE + SAME_NAME);
        let every = (self.size - first).saturating_sub(12) / all;
        let which =
            index.checked_sub(first).filter(|over| over % every.max(1) == 0).map(|over| over / every.max(1));
        let Some(which) = which.filter(|which| *which < all) else { return false };
        let alike = |earlier: usize| {
            let (file, regular) = (&self.plan.files[earlier].input, &self.known[earlier]);
            !file.phones.is_empty() && file.birthday.is_some() && regular.made_at + DAY < made_at
        };
        let start = self.dice.below(index);
        let Some(earlier) = (0..index).map(|step| (start + step) % index).find(|earlier| alike(*earlier))
        else {
            return false;
        };
        let like = &self.plan.files[earlier].input;
        let (joined, same_phone) = (which < JOINED, which < JOINED + SAME_PHONE);
        if same_phone {
            input.phones = like.phones[..1].to_vec();
        }
        if joined || !same_phone {
            input.birthday.clone_from(&like.birthday);
        }
        // A mother's phone is often her daughter's: half of the same phones have another name.
        if joined || !same_phone || which % 2 == 0 {
            input.name.clone_from(&like.name);
            input.sex = like.sex;
            input.id_number = None;
        }
        if joined {
            self.happens(made_at + DAYS_TO_JOINING * DAY, Act::Join(earlier, index));
        }
        joined
    }

    fn referrer(&mut self, made_at: i64) -> Option<usize> {
        let drawn: Vec<usize> = (0..LOOKED_AT).map(|_| self.dice.below(self.known.len())).collect();
        let weight = |file: &usize| {
            self.known
                .get(*file)
                .filter(|known| known.made_at + DAY < made_at)
                .map_or(0.0, |known| known.loyalty)
        };
        self.dice.weighted(drawn.iter().map(weight)).map(|index| drawn[index])
    }

    /// Somebody who comes again on a day.
    pub(super) fn regular(&mut self, day: i64) -> Option<usize> {
        let drawn: Vec<usize> = (0..LOOKED_AT).map(|_| self.dice.below(self.known.len())).collect();
        let readiness: Vec<f64> = drawn.iter().map(|file| self.readiness(*file, day)).collect();
        if let Some(index) = self.dice.weighted(readiness.into_iter()) {
            return Some(drawn[index]);
        }
        let (count, start) = (self.known.len(), self.dice.below(self.known.len()));
        (0..count).map(|step| (start + step) % count).find(|file| self.readiness(*file, day) > 0.0)
    }

    /// How readily a client comes on a day; 0 where not at all.
    fn readiness(&self, file: usize, day: i64) -> f64 {
        let Some(known) = self.known.get(file) else { return 0.0 };
        // Who was here today is not asked about the coming days yet.
        let free =
            known.last_day + LEAST_DAYS_BETWEEN <= day && (day <= self.days || known.last_day < self.days);
        // Interest fades over a year or so.
        if free { known.loyalty * (-(day - known.first_day) as f64 / 420.0).exp() } else { 0.0 }
    }

    /// Any procedure, by how often it is asked for.
    pub(super) fn any_offer(&mut self) -> Option<usize> {
        self.dice.weighted(self.house.offers.iter().map(|offer| offer.weight))
    }

    /// A doctor of the day and something that they may do, if possible what the client likes.
    pub(super) fn whom_and_what(&mut self, day: i64, known: Option<usize>) -> (usize, usize) {
        let on_duty = self.on_duty(day);
        let own = known.map(|file| self.known[file].doctor).filter(|own| on_duty.contains(own));
        let doctor = match own {
            Some(own) if self.dice.chance(0.75) => own,
            _ => self.dice.pick(&on_duty),
        };
        let offers = &self.house.offers;
        let fits = |offer: &usize| offers[*offer].doctors.contains(&doctor);
        let liked: Vec<usize> = known
            .map_or_else(Vec::new, |file| self.known[file].favourites.iter().copied().filter(fits).collect());
        if !liked.is_empty() && self.dice.chance(0.8) {
            return (doctor, self.dice.pick(&liked));
        }
        let weights =
            offers.iter().map(|offer| if offer.doctors.contains(&doctor) { offer.weight } else { 0.0 });
        (doctor, self.dice.weighted(weights).unwrap_or_default())
    }

    /// Somebody comes on a day of the history; `None` is a new client.
    pub(super) fn bring(&mut self, day: i64, known: Option<usize>, slots: &mut Slots) {
        let (doctor, offer) = self.whom_and_what(day, known);
        let slot = if self.dice.chance(0.74) {
            slots.find(&mut self.dice, self.house, doctor, &self.house.offers[offer], (0, 1_440))
        } else {
            None
        };
        let Some(slot) = slot else {
            let minute = liked_minute(&mut self.dice).clamp(9 * 60 + 25, 19 * 60 + 20);
            let arrives = self.at(day, minute) + self.dice.between(0, MINUTE);
            let file = known.unwrap_or_else(|| self.new_file(arrives - 4 * MINUTE));
            let coming = self.walks_in(file, doctor, offer);
            self.come(coming, day, arrives, known.is_none());
            return;
        };
        let lead = if known.is_some() {
            1 + (self.dice.bell().abs() * 7.0) as i64
        } else {
            self.dice.below(5) as i64
        };
        let (coming, booked_at) = self.books(day, known, (doctor, offer), slot, lead, "");
        let starts = self.at(day, slot.starts);
        self.known[self.plan.comings[coming].client].last_day = day;
        let fate = self.dice.below(100);
        if fate >= 7 && booked_at < starts - DAY && self.dice.chance(0.3) {
            let confirmed_at = starts - DAY + self.dice.between(0, 3 * 60) * MINUTE;
            self.happens(confirmed_at, Act::Confirm(coming));
        }
        if fate < 7 {
            let cancelled_at = self.dice.between(booked_at + MINUTE, starts - 20 * MINUTE);
            let reason = self.dice.pick(&CANCEL_REASONS);
            self.happens(cancelled_at.max(starts - DAY), Act::Cancel(coming, reason));
        } else if fate < 12 {
            let given_up_at = starts + self.dice.between(40, 100) * MINUTE;
            self.happens(given_up_at, Act::NoShow(coming));
        } else {
            let late = (self.dice.bell() * 8.0).clamp(-20.0, 30.0);
            let arrives = starts + (late * MINUTE as f64) as i64;
            self.come(coming, day, arrives, known.is_none());
        }
    }

    /// Somebody is to come on a day ahead.
    pub(super) fn bring_later(&mut self, day: i64, file: usize, slots: &mut Slots) {
        let (doctor, offer) = self.whom_and_what(day, Some(file));
        let found = slots.find(&mut self.dice, self.house, doctor, &self.house.offers[offer], (0, 1_440));
        let slot = match found {
            Some(slot) if !self.dice.chance(0.08) => slot,
            // At a time that may be somebody else's already: then the clash has its reason.
            _ => squeezed(
                &self.house.offers[offer],
                liked_minute(&mut self.dice).clamp(600, 1_080) / GRID * GRID,
            ),
        };
        let lead = (day - self.days) + self.dice.between(1, 9);
        let (coming, booked_at) = self.books(day, Some(file), (doctor, offer), slot, lead, "");
        self.known[file].last_day = day;
        let called = self.at(self.days - 1, 17 * 60) + self.dice.between(0, 150) * MINUTE;
        if day <= self.days + 1 && booked_at < called && self.dice.chance(0.6) {
            self.happens(called, Act::Confirm(coming));
        } else if self.dice.chance(0.06) {
            let at = self.dice.between(booked_at + MINUTE, self.now);
            let reason = self.dice.pick(&CANCEL_REASONS);
            self.happens(at, Act::Cancel(coming, reason));
        }
    }

    /// Makes an appointment, `lead` days ahead. Says when that was.
    pub(super) fn books(
        &mut self,
        day: i64,
        known: Option<usize>,
        (doctor, offer): (usize, usize),
        slot: Slot,
        lead: i64,
        clash_reason: &'static str,
    ) -> (usize, i64) {
        let starts = self.at(day, slot.starts);
        let ends = self.at(day, slot.ends);
        let minute = self.dice_minute();
        let wanted = if lead > 0 {
            self.at((day - lead).max(0), minute)
        } else {
            starts - self.dice.between(1, 3) * 60 * MINUTE
        };
        let mut booked_at =
            wanted.min(starts - 30 * MINUTE).min(self.now - 10 * MINUTE) + self.dice.between(0, MINUTE);
        if let Some(file) = known {
            booked_at = booked_at.max(self.known[file].free_from + MINUTE);
        }
        let file = known.unwrap_or_else(|| self.new_file(booked_at - 3 * MINUTE));
        let note = if self.dice.chance(0.2) { self.dice.pick(&self.words.booking_notes) } else { "" };
        let clash_reason =
            if clash_reason.is_empty() { self.dice.pick(&self.words.clash_reasons) } else { clash_reason };
        let booked_for = Some((starts, ends));
        let coming = Coming { client: file, doctor, offer, room: slot.room, booked_for, note, clash_reason };
        self.plan.comings.push(coming);
        let coming = self.plan.comings.len() - 1;
        self.happens(booked_at, Act::Book(coming));
        (coming, booked_at)
    }

    /// Somebody comes without an appointment.
    pub(super) fn walks_in(&mut self, client: usize, doctor: usize, offer: usize) -> usize {
        let room = self.house.offers[offer].rooms.first().copied().unwrap_or_default();
        let walk_in = Coming { client, doctor, offer, room, booked_for: None, note: "", clash_reason: "" };
        self.plan.comings.push(walk_in);
        self.plan.comings.len() - 1
    }
}
