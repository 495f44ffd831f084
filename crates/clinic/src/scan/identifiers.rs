//! The table of GS1 application identifiers, read once from its file.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

const TABLE: &str = include_str!("../../../../assets/gs1/application-identifiers.txt");
const COUNTRIES: &str = include_str!("../../../../assets/gs1/countries.txt");
const CURRENCIES: &str = include_str!("../../../../assets/gs1/currencies.txt");

/// Which characters a field may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Set {
    /// Digits.
    Digits,
    /// CSET 82.
    Invariant,
    /// CSET 39.
    Upper,
    /// CSET 64.
    FileSafe,
}

/// A field of an identifier's value.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) set: Set,
    pub(super) least: usize,
    pub(super) most: usize,
    pub(super) optional: bool,
    pub(super) checks: Vec<&'static str>,
}

/// An identifier.
#[derive(Clone, Debug)]
pub(super) struct Identifier {
    pub(super) title: &'static str,
    pub(super) fields: Vec<Field>,
    /// Whether no separator need follow.
    pub(super) predefined: bool,
}

impl Identifier {
    /// The most characters of its value.
    pub(super) fn most(&self) -> usize {
        self.fields.iter().map(|field| field.most).sum()
    }

    /// The fewest.
    pub(super) fn least(&self) -> usize {
        self.fields.iter().filter(|field| !field.optional).map(|field| field.least).sum()
    }
}

/// Every identifier by its digits.
pub(super) static IDENTIFIERS: LazyLock<BTreeMap<String, Identifier>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for line in lines(TABLE) {
        let mut parts = line.split('|').map(str::trim);
        let (Some(digits), Some(fields), Some(title)) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        let (digits, predefined) = match digits.strip_suffix('*') {
            Some(digits) => (digits, true),
            None => (digits, false),
        };
        let identifier =
            Identifier { title, fields: fields.split_whitespace().map(field).collect(), predefined };
        let (first, last) = digits.split_once('-').unwrap_or((digits, digits));
        let number = |digits: &str| digits.parse::<u32>().unwrap_or_default();
        for at in number(first)..=number(last) {
            table.insert(format!("{at:0width$}", width = first.len()), identifier.clone());
        }
    }
    table
});

/// Numeric and alphabetic country codes.
pub(super) static COUNTRY_CODES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(COUNTRIES).flat_map(str::split_whitespace).collect());

/// Numeric and alphabetic currency codes.
pub(super) static CURRENCY_CODES: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| lines(CURRENCIES).flat_map(str::split_whitespace).collect());

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// `[n..12:check,key]`.
fn field(text: &'static str) -> Field {
    let optional = text.starts_with('[');
    let text = text.trim_matches(['[', ']']);
    let (form, checks) = text.split_once(':').unwrap_or((text, ""));
    let (set, length) = form.split_at(1);
    let set = match set {
        "n" => Set::Digits,
        "y" => Set::Upper,
        "z" => Set::FileSafe,
        _ => Set::Invariant,
    };
    let number = |text: &str| text.parse().unwrap_or_default();
    let (least, most) = match length.strip_prefix("..") {
        Some(most) => (1, number(most)),
        None => (number(length), number(length)),
    };
    Field {
        set,
        least,
        most,
        optional,
        checks: checks.split(',').filter(|check| !check.is_empty()).collect(),
    }
}

/// How many digits an identifier has that begins with these two, also one that the table does not know
/// (GS1 General Specifications, 3.2 and 7.8); `None` where no identifier begins so.
pub(super) fn digits_of(first_two: &str) -> Option<usize> {
    let first_two: u8 = first_two.parse().ok()?;
    match first_two {
        0..=22 | 30 | 37 | 90..=99 => Some(2),
        23..=25 | 40..=42 | 71 => Some(3),
        31..=36 | 39 | 43 | 70 | 72 | 80..=82 => Some(4),
        _ => None,
    }
}

/// How long an identifier and its value are together where no separator need follow, by its first two digits
/// (GS1 General Specifications, 7.8.5): also of one that the table does not know.
pub(super) fn predefined_length(first_two: &str) -> Option<usize> {
    match first_two {
        "00" => Some(20),
        "01" | "02" | "03" | "41" => Some(16),
        "04" => Some(18),
        "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" => Some(8),
        "20" => Some(4),
        "31" | "32" | "33" | "34" | "35" | "36" => Some(10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::CHECKS;
    use super::*;

    #[test]
    fn every_line_of_the_table_is_understood() {
        assert_eq!(IDENTIFIERS.len(), 541);
        for (digits, identifier) in &*IDENTIFIERS {
            assert_eq!(digits_of(&digits[..2]), Some(digits.len()), "{digits}");
            assert!(!identifier.title.is_empty() && !identifier.fields.is_empty(), "{digits}");
            assert_eq!(predefined_length(&digits[..2]).is_some(), identifier.predefined, "{digits}");
            if let Some(length) = predefined_length(&digits[..2]) {
                assert_eq!(
                    (identifier.least(), identifier.most()),
                    (length - digits.len(), length - digits.len())
                );
            }
            for field in &identifier.fields {
                assert!(field.least >= 1 && field.most >= field.least, "{digits}");
                assert!(
                    field.checks.iter().all(|check| CHECKS.contains(check)),
                    "{digits} {:?}",
                    field.checks
                );
            }
        }
        assert!(COUNTRY_CODES.contains("156") && COUNTRY_CODES.contains("CN"));
        assert!(CURRENCY_CODES.contains("156"));
    }
}
