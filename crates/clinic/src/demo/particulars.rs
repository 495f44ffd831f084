//! What stands in a client's file: age, phones, ID number, where they came from, what the desk remembers.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, TimeDelta};
use pinyin::ToPinyin;
use tyme4rs::tyme::solar::SolarDay;

use super::dice::Dice;
use super::lines::{lines, number, rows, words};
use super::names::Names;
use crate::clients::{
    AlertKind, Birthday, BirthdayCalendar, ClientInput, Contact, PhoneInput, Severity, Sex,
};

/// An allergy or contraindication that a client has.
#[derive(Clone)]
pub(super) struct Warning {
    pub(super) kind: AlertKind,
    pub(super) substance: &'static str,
    pub(super) severity: Severity,
    pub(super) reaction: &'static str,
    weight: f64,
}

/// The words that files are made of.
pub(super) struct Particulars {
    names: Names,
    regions: Vec<&'static str>,
    prefixes: Vec<&'static str>,
    relations: Vec<&'static str>,
    notes: Vec<&'static str>,
    preferences: Vec<&'static str>,
    tags: Vec<(&'static str, f64)>,
    warnings: Vec<Warning>,
    given_phones: BTreeSet<String>,
}

/// The settings' own defaults, by how often clients come from there; 转介绍 has a referrer instead.
const SOURCES: [(&str, f64); 7] = [
    ("小红书", 24.0),
    ("美团", 20.0),
    ("抖音", 17.0),
    ("大众点评", 13.0),
    ("自然到店", 12.0),
    ("微信", 9.0),
    ("异业合作", 5.0),
];

impl Particulars {
    pub(super) fn read() -> Particulars {
        Particulars {
            names: Names::read(),
            regions: words(include_str!("../../../../assets/demo/id_regions.txt")),
            prefixes: words(include_str!("../../../../assets/demo/mobile_prefixes.txt")),
            relations: lines(include_str!("../../../../assets/demo/relations.txt")).collect(),
            notes: lines(include_str!("../../../../assets/demo/notes.txt")).collect(),
            preferences: lines(include_str!("../../../../assets/demo/preferences.txt")).collect(),
            tags: rows(include_str!("../../../../assets/demo/tags.txt"))
                .map(|row| (row[0], number(row[1])))
                .collect(),
            warnings: rows(include_str!("../../../../assets/demo/allergies.txt"))
                .map(|row| Warning {
                    kind: AlertKind::ALL
                        .iter()
                        .copied()
                        .find(|kind| kind.as_str() == row[0])
                        .unwrap_or(AlertKind::Allergy),
                    substance: row[1],
                    severity: Severity::ALL
                        .iter()
                        .copied()
                        .find(|word| word.as_str() == row[2])
                        .unwrap_or(Severity::Mild),
                    reaction: row[3],
                    weight: number(row[4]),
                })
                .collect(),
            given_phones: BTreeSet::new(),
        }
    }

    /// The file of the `index`th client, made on `day`; the referrer is told later.
    pub(super) fn of(&mut self, dice: &mut Dice, index: usize, day: NaiveDate) -> ClientInput {
        let age = age(dice);
        let born = day - TimeDelta::days(age * 365 + age / 4 + dice.between(1, 364));
        let name = self.names.of(dice, index, born.year());
        let phones = self.phones(dice);
        let main_phone = phones.first().and_then(|phone| phone.number.clone());
        let guardian = (age < 18).then(|| self.contact(dice, &["母亲", "父亲"], born.year() - 27));
        let emergency = if dice.chance(0.28) {
            let relations = self.relations.clone();
            Some(self.contact(dice, &relations, born.year()))
        } else {
            None
        };
        ClientInput {
            wechat: wechat(dice, &name.name, main_phone.as_deref(), born.year()),
            birthday: dice.chance(0.88).then(|| birthday(dice, born)),
            id_number: dice.chance(0.2).then(|| self.id_number(dice, born, name.sex)),
            phones,
            guardian,
            emergency,
            source: dice
                .weighted(SOURCES.iter().map(|(_, weight)| *weight))
                .filter(|_| dice.chance(0.95))
                .map(|index| SOURCES[index].0.to_owned()),
            referrer: None,
            skin_type: dice
                .chance(0.7)
                .then(|| dice.pick(&["干性", "油性", "混合", "混合", "敏感"]).to_owned()),
            preferences: maybe(dice, 0.22, &self.preferences),
            notes: self.note(dice, name.sex, age),
            tags: self.tags(dice),
            name: name.name,
            other_names: name.other_names,
            sex: name.sex,
        }
    }

    /// What is to be known of a client's health: for about one in ten something, for a few two things.
    pub(super) fn warnings(&self, dice: &mut Dice) -> Vec<Warning> {
        let count = if dice.chance(0.09) { 1 + usize::from(dice.chance(0.12)) } else { 0 };
        let mut found: Vec<Warning> = Vec::new();
        for _ in 0..count {
            let drawn = dice.weighted(self.warnings.iter().map(|warning| warning.weight));
            if let Some(warning) = drawn.map(|index| &self.warnings[index])
                && !found.iter().any(|known| known.substance == warning.substance)
            {
                found.push(warning.clone());
            }
        }
        found
    }

    /// A mobile number that nobody else in the clinic has.
    pub(super) fn mobile(&mut self, dice: &mut Dice) -> String {
        loop {
            let number = format!("{}{}", dice.pick(&self.prefixes), dice.digits(8));
            if self.given_phones.insert(number.clone()) {
                return number;
            }
        }
    }

    fn phones(&mut self, dice: &mut Dice) -> Vec<PhoneInput> {
        let count = if dice.chance(0.03) { 0 } else { 1 + usize::from(dice.chance(0.06)) };
        let labels = ["手机", dice.pick(&["工作", "家里", "备用"])];
        (0..count)
            .map(|index| PhoneInput {
                id: None,
                number: Some(self.mobile(dice)),
                label: labels[index].to_owned(),
            })
            .collect()
    }

    fn contact(&mut self, dice: &mut Dice, relations: &[&str], year: i32) -> Contact {
        let relation = dice.pick(relations);
        let sex = if matches!(relation, "丈夫" | "父亲" | "男朋友") { Sex::Male } else { Sex::Female };
        Contact {
            name: self.names.relative(dice, sex, year),
            phone: self.mobile(dice),
            relation: relation.to_owned(),
        }
    }

    fn id_number(&self, dice: &mut Dice, born: NaiveDate, sex: Sex) -> String {
        let order = dice.between(0, 49) * 10 + dice.between(0, 4) * 2 + i64::from(sex == Sex::Male);
        let body = format!("{}{}{order:03}", dice.pick(&self.regions), born.format("%Y%m%d"));
        format!("{body}{}", check_character(&body))
    }

    /// What the desk remembers of somebody; many of the notes are of grown women.
    fn note(&self, dice: &mut Dice, sex: Sex, age: i64) -> String {
        let note = maybe(dice, 0.38, &self.notes);
        let fits = sex == Sex::Female && age > 20
            || !note.contains(['她', '妈', '婚', '孩']) && !note.contains("先生");
        if fits { note } else { String::new() }
    }

    fn tags(&self, dice: &mut Dice) -> Vec<String> {
        let count = if dice.chance(0.3) { 1 + usize::from(dice.chance(0.3)) } else { 0 };
        (0..count)
            .filter_map(|_| dice.weighted(self.tags.iter().map(|(_, weight)| *weight)))
            .map(|index| self.tags[index].0.to_owned())
            .collect()
    }
}

fn age(dice: &mut Dice) -> i64 {
    if dice.chance(0.008) {
        return dice.between(15, 17);
    }
    // More of the younger, a long end of the older.
    let bell = dice.bell();
    let years = 33.0 + bell * if bell > 0.0 { 11.0 } else { 6.5 };
    let years = years.round() as i64;
    if (18..=68).contains(&years) { years } else { dice.between(22, 48) }
}

fn birthday(dice: &mut Dice, born: NaiveDate) -> Birthday {
    let solar = Birthday { date: born.to_string(), calendar: BirthdayCalendar::Solar };
    if !dice.chance(0.05) {
        return solar;
    }
    let lunar =
        SolarDay::from_ymd(born.year() as isize, born.month() as usize, born.day() as usize).get_lunar_day();
    let month = lunar.get_month();
    let calendar = if month < 0 { BirthdayCalendar::LunarLeap } else { BirthdayCalendar::Lunar };
    Birthday { date: format!("{:04}-{:02}-{:02}", lunar.get_year(), month.abs(), lunar.get_day()), calendar }
}

fn wechat(dice: &mut Dice, name: &str, phone: Option<&str>, year: i32) -> Option<String> {
    let letters: String = name.to_pinyin().flatten().map(|syllable| syllable.plain()).collect();
    let letters = if letters.is_empty() { "meili".to_owned() } else { letters };
    match dice.below(10) {
        0..=2 => None,
        3 | 4 => phone.map(str::to_owned),
        5 | 6 => Some(format!("{letters}{}", year.rem_euclid(100))),
        7 => Some(format!("{letters}_{}", dice.digits(3))),
        8 => Some(format!("{}-{letters}", dice.pick(&["amy", "coco", "baby", "miss", "xiao", "sunny"]))),
        _ => Some(format!(
            "wxid_{}",
            (0..14).map(|_| dice.pick(b"abcdefghijkmnpqrstuvwxyz23456789") as char).collect::<String>()
        )),
    }
}

/// GB 11643-1999.
fn check_character(body: &str) -> char {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = body.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from(b"10X98765432"[(sum % 11) as usize])
}

fn maybe(dice: &mut Dice, likelihood: f64, texts: &[&str]) -> String {
    if dice.chance(likelihood) { dice.pick(texts).to_owned() } else { String::new() }
}
