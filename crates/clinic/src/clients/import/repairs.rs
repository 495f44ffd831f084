//! What was repaired while reading, counted, with a few examples.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was done to read a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// A phone or a number kept as a number (1.38E+10): its digits are whole.
    WrittenOut,
    /// Several phones in one cell.
    PhonesParted,
    /// A remark beside a phone became its label.
    PhoneRemark,
    /// Full-width digits and letters.
    FullWidth,
    /// Spaces inside a Chinese name taken out.
    NameSpaces,
    /// Invisible characters, a leading apostrophe.
    Invisible,
    /// The value of a merged cell filled into its rows.
    MergedCell,
    /// A date written as text.
    TextDate,
    /// A year of two digits.
    ShortYear,
    /// A date kept as the spreadsheet's day number.
    DayNumber,
    /// 农历.
    Lunar,
    /// A birthday without a year, kept in the notes.
    NoYear,
    /// 无, —, 不详: read as nothing.
    Placeholder,
    /// A traditional or rare character, kept as it is.
    RareCharacter,
    /// A member number that another client has; the next is given.
    MemberNumberTaken,
}

/// A repair with what stood there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RepairExample {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// What stands there.
    pub before: String,
    /// As what it was read.
    pub after: String,
}

/// How often something was repaired.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Repaired {
    /// What.
    pub repair: Repair,
    /// How often.
    pub count: u32,
    /// The first of them.
    pub examples: Vec<RepairExample>,
}

/// How many examples are shown.
const EXAMPLES: usize = 5;

/// Repairs, counted.
#[derive(Debug, Default)]
pub(super) struct Repairs(BTreeMap<Repair, (u32, Vec<RepairExample>)>);

impl Repairs {
    pub(super) fn note(&mut self, repair: Repair, row: u32, before: &str, after: &str) {
        let (count, examples) = self.0.entry(repair).or_default();
        *count += 1;
        if examples.len() < EXAMPLES {
            examples.push(RepairExample { row, before: before.to_owned(), after: after.to_owned() });
        }
    }

    pub(super) fn into_list(self) -> Vec<Repaired> {
        let list = self.0.into_iter();
        list.map(|(repair, (count, examples))| Repaired { repair, count, examples }).collect()
    }
}
