//! Names: surnames as frequent as the published registers say, given names of their decade and sex; here and
//! there a compound surname, a rare character, a name from elsewhere.

use super::dice::Dice;
use super::lines::{lines, number, rows, words};
use crate::clients::Sex;

/// A name to give.
pub(super) struct Name {
    pub(super) name: String,
    pub(super) other_names: String,
    pub(super) sex: Sex,
}

struct Given {
    sex: Sex,
    decade: i32,
    first: Vec<&'static str>,
    second: Vec<&'static str>,
    whole: Vec<&'static str>,
}

/// Everything that names are made of.
pub(super) struct Names {
    surnames: Vec<(&'static str, f64)>,
    given: Vec<Given>,
    rare: Vec<Vec<&'static str>>,
    foreign: Vec<Vec<&'static str>>,
    nick_names: Vec<&'static str>,
}

/// Every so many clients one has a name with a rare character, one a compound surname, one a foreign name: so
/// also a small clinic has some.
const RARE_EVERY: usize = 65;
const COMPOUND_EVERY: usize = 90;
const FOREIGN_EVERY: usize = 110;

impl Names {
    pub(super) fn read() -> Names {
        let surnames = words(include_str!("../../../../assets/demo/surnames.txt"));
        Names {
            surnames: surnames.chunks_exact(2).map(|pair| (pair[0], number(pair[1]))).collect(),
            given: rows(include_str!("../../../../assets/demo/given_names.txt"))
                .filter_map(|row| {
                    let (sex, decade) = row[0].split_once(' ')?;
                    let split = |text: &'static str| text.split_whitespace().collect();
                    Some(Given {
                        sex: sex_of(sex),
                        decade: number(decade),
                        first: split(row[1]),
                        second: split(row[2]),
                        whole: split(row[3]),
                    })
                })
                .collect(),
            rare: rows(include_str!("../../../../assets/demo/rare_names.txt")).collect(),
            foreign: rows(include_str!("../../../../assets/demo/foreign_names.txt")).collect(),
            nick_names: lines(include_str!("../../../../assets/demo/other_names.txt")).collect(),
        }
    }

    /// The name of the `index`th client, born in `year`.
    pub(super) fn of(&self, dice: &mut Dice, index: usize, year: i32) -> Name {
        let special = |list: &[Vec<&'static str>], every: usize| {
            (index % every == 7).then(|| list.get(index / every).cloned()).flatten()
        };
        let nick_name = if dice.chance(0.09) { dice.pick(&self.nick_names) } else { "" };
        if let Some(row) = special(&self.rare, RARE_EVERY) {
            return Name { name: row[1].to_owned(), other_names: nick_name.to_owned(), sex: sex_of(row[0]) };
        }
        if let Some(row) = special(&self.foreign, FOREIGN_EVERY) {
            return Name { name: row[1].to_owned(), other_names: row[2].to_owned(), sex: sex_of(row[0]) };
        }
        let sex = if dice.chance(0.92) { Sex::Female } else { Sex::Male };
        let compound = index % COMPOUND_EVERY == 41;
        let surname = self.surname(dice, compound);
        let name = format!("{surname}{}", self.given(dice, sex, year));
        Name { name, other_names: nick_name.to_owned(), sex }
    }

    /// A relative's or friend's name.
    pub(super) fn relative(&self, dice: &mut Dice, sex: Sex, year: i32) -> String {
        format!("{}{}", self.surname(dice, false), self.given(dice, sex, year))
    }

    fn surname(&self, dice: &mut Dice, compound: bool) -> &'static str {
        let weight =
            |(name, weight): &(&str, f64)| if compound && name.chars().count() < 2 { 0.0 } else { *weight };
        dice.weighted(self.surnames.iter().map(weight)).map_or("李", |index| self.surnames[index].0)
    }

    fn given(&self, dice: &mut Dice, sex: Sex, year: i32) -> String {
        let decade = (year.div_euclid(10) * 10).clamp(1950, 2000);
        let Some(given) = self.given.iter().find(|given| given.sex == sex && given.decade == decade) else {
            return "静".to_owned();
        };
        if dice.chance(0.28) {
            return dice.pick(&given.whole).to_owned();
        }
        let (first, second) = (dice.pick(&given.first), dice.pick(&given.second));
        if first == second { first.to_owned() } else { format!("{first}{second}") }
    }
}

fn sex_of(word: &str) -> Sex {
    if word == "male" { Sex::Male } else { Sex::Female }
}
