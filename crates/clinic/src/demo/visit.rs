//! A visit from the door to the door, and what is written down when somebody comes for the first time.

use super::agenda::Act;
use super::lines::lines;
use super::plan::{DAY, MINUTE, Planner};
use crate::clients::{AlertKind, AssignmentRole, DataPurpose, Sex};
use crate::visits::{FilledBy, Keloid, Pregnancy, TriageForm};

/// Days of the history whose visits have every step written down; before, the desk did not bother with all.
const RECENT_DAYS: i64 = 45;

const NOT_AGREED: [&str; 6] = ["价格", "再考虑", "与家人商量", "对比其他机构", "不适合治疗", "时间不合适"];

/// What is said and written.
pub(super) struct Words {
    pub(super) booking_notes: Vec<&'static str>,
    pub(super) clash_reasons: Vec<&'static str>,
    consultation_notes: Vec<&'static str>,
    closing_notes: Vec<&'static str>,
    reassign_reasons: Vec<&'static str>,
    wishes: Vec<&'static str>,
    medications: Vec<&'static str>,
    recent_treatments: Vec<&'static str>,
}

impl Words {
    pub(super) fn read() -> Words {
        Words {
            booking_notes: lines(include_str!("../../../../assets/demo/booking_notes.txt")).collect(),
            clash_reasons: lines(include_str!("../../../../assets/demo/clash_reasons.txt")).collect(),
            consultation_notes: lines(include_str!("../../../../assets/demo/consultation_notes.txt"))
                .collect(),
            closing_notes: lines(include_str!("../../../../assets/demo/closing_notes.txt")).collect(),
            reassign_reasons: lines(include_str!("../../../../assets/demo/reassign_reasons.txt")).collect(),
            wishes: lines(include_str!("../../../../assets/demo/wishes.txt")).collect(),
            medications: lines(include_str!("../../../../assets/demo/medications.txt")).collect(),
            recent_treatments: lines(include_str!("../../../../assets/demo/recent_treatments.txt")).collect(),
        }
    }
}

impl Planner<'_> {
    /// Consents, warnings and assignments of somebody who is here for the first time.
    pub(super) fn welcome(&mut self, file: usize, at: i64) {
        if std::mem::replace(&mut self.known[file].welcomed, true) {
            return;
        }
        let mut given = Vec::new();
        let purposes = [
            (DataPurpose::Treatment, 0.94),
            (DataPurpose::PhotoArchive, 0.42),
            (DataPurpose::CloudCopy, 0.12),
            (DataPurpose::Publicity, 0.08),
        ];
        for (index, (purpose, likelihood)) in purposes.into_iter().enumerate() {
            if self.dice.chance(likelihood) {
                self.happens(at + index as i64 * 9_000, Act::Consent(file, purpose));
                given.push(purpose);
            }
        }
        for index in 0..self.plan.files[file].warnings.len() {
            self.happens(at + 50_000 + index as i64 * 15_000, Act::Warn(file, index));
        }
        let consultant = self.plan.files[file].consultant;
        if self.dice.chance(0.88) {
            self.happens(at + 40_000, Act::Assign(file, AssignmentRole::Consultant, consultant, ""));
            if self.dice.chance(0.07) {
                let other =
                    self.consultants.iter().copied().find(|other| *other != consultant).unwrap_or(consultant);
                let reason = self.dice.pick(&self.words.reassign_reasons);
                let later = self.later(at);
                self.happens(later, Act::Assign(file, AssignmentRole::Consultant, other, reason));
            }
        }
        if self.dice.chance(0.5) {
            let doctor = self.known[file].doctor;
            self.happens(at + 44_000, Act::Assign(file, AssignmentRole::Doctor, doctor, ""));
        }
        if let Some(last) = given.last().copied().filter(|last| *last != DataPurpose::Treatment)
            && self.dice.chance(0.04)
        {
            let later = self.later(at);
            self.happens(later, Act::Withdraw(file, last));
        }
    }

    /// Some day between then and now, in the hours of work; after the present where there is none.
    fn later(&mut self, at: i64) -> i64 {
        let passed = (at - self.at(0, 0)) / DAY;
        let day = self.dice.between(passed + 1, self.days - 1);
        let minute = self.dice_minute();
        self.at(day.max(passed + 1), minute)
    }

    /// A visit of the history, all of it.
    pub(super) fn come(&mut self, coming: usize, day: i64, arrives: i64, first: bool) {
        let planned = &self.plan.comings[coming];
        let (file, offer) = (planned.client, &self.house.offers[planned.offer]);
        let (minutes, numbing) = (i64::from(offer.minutes), i64::from(offer.numbing_minutes));
        self.welcome(file, arrives - 2 * MINUTE);
        self.happens(arrives, Act::CheckIn(coming));
        let recent = day + RECENT_DAYS > self.days;
        let mut at = arrives;
        let triage = if first { 0.9 } else { 0.45 } * if recent { 1.0 } else { 0.15 };
        if self.dice.chance(triage) {
            at = self.passes(at, 4, 12);
            if recent {
                self.happens(at, Act::Move(coming, "triage"));
                at = self.passes(at, 3, 8);
            }
            let form = self.form(file);
            self.happens(at, Act::Triage(coming, Box::new(form)));
        }
        let talks = if first { 0.85 } else { 0.25 } * if recent { 1.0 } else { 0.8 };
        let mut agreed = true;
        if self.dice.chance(talks) {
            at = self.passes(at, 3, 18);
            self.happens(at, Act::Move(coming, "consulting"));
            at = self.passes(at, 12, 45);
            if self.dice.chance(0.85) {
                agreed = self.consulted(coming, at, if first { 0.66 } else { 0.86 });
            }
        }
        if agreed {
            if recent {
                at = self.passes(at, 2, 10);
                self.happens(at, Act::Move(coming, "paying"));
                if numbing > 0 {
                    at = self.passes(at, 3, 9);
                    self.happens(at, Act::Move(coming, "preparing"));
                }
            }
            at += numbing * MINUTE;
            at = self.passes(at, 3, 15);
            if recent || self.dice.chance(0.35) {
                self.happens(at, Act::Move(coming, "treating"));
            }
            at += minutes * MINUTE;
            if recent && self.dice.chance(0.4) {
                self.happens(at, Act::Move(coming, "observing"));
                at = self.passes(at, 10, 25);
            }
        }
        at = self.passes(at, 2, 15).min(self.at(day, 1_430));
        if self.dice.chance(0.004) && day + 1 < self.days {
            let morning = self.at(day + 1, 9 * 60 + 10) + self.dice.between(0, 30) * MINUTE;
            let note = self.dice.pick(&self.words.closing_notes);
            self.happens(morning, Act::CloseForgotten(coming, note));
        } else {
            self.happens(at, Act::Move(coming, "left"));
        }
        let known = &mut self.known[file];
        (known.last_day, known.free_from) = (day, at);
    }

    /// Some minutes later.
    fn passes(&mut self, at: i64, least: i64, most: i64) -> i64 {
        at + self.dice.between(least * MINUTE, most * MINUTE)
    }

    /// The consultation ends. Says whether they agreed.
    pub(super) fn consulted(&mut self, coming: usize, at: i64, likelihood: f64) -> bool {
        let agreed = self.dice.chance(likelihood);
        let reason = if agreed { None } else { Some(self.dice.pick(&NOT_AGREED)) };
        let note = if self.dice.chance(0.5) { self.dice.pick(&self.words.consultation_notes) } else { "" };
        self.happens(at, Act::Consult(coming, reason, note));
        agreed
    }

    /// What a client declares.
    pub(super) fn form(&mut self, file: usize) -> TriageForm {
        let planned = &self.plan.files[file];
        let allergies: Vec<&str> = planned
            .warnings
            .iter()
            .filter(|warning| warning.kind == AlertKind::Allergy)
            .map(|warning| warning.substance)
            .collect();
        let pregnancy = match (planned.input.sex, self.dice.below(100)) {
            (Sex::Male, _) | (_, 0..=2) => Pregnancy::NotAsked,
            (_, 3..=4) => Pregnancy::Trying,
            (_, 5..=6) => Pregnancy::Breastfeeding,
            (_, 7) => Pregnancy::Yes,
            _ => Pregnancy::No,
        };
        TriageForm {
            wish: self.dice.pick(&self.words.wishes).to_owned(),
            pregnancy,
            allergies: if allergies.is_empty() {
                "无".to_owned()
            } else {
                format!("{}过敏", allergies.join("、"))
            },
            medication: self.dice.pick(&self.words.medications).to_owned(),
            keloid: match self.dice.below(20) {
                0 => Keloid::Yes,
                1 => Keloid::Unsure,
                2 => Keloid::NotAsked,
                _ => Keloid::No,
            },
            recent_treatments: self.dice.pick(&self.words.recent_treatments).to_owned(),
            filled_by: if self.dice.chance(0.7) { FilledBy::Client } else { FilledBy::Staff },
        }
    }
}
