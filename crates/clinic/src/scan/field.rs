//! What a field must be beside its length: the checks that the table names.

use chrono::{Datelike, NaiveDate};

use super::gtin::check_digit;
use super::identifiers::{COUNTRY_CODES, CURRENCY_CODES, Set};
use crate::error::ErrorCode;

/// Every check that the table may name.
#[cfg(test)]
pub(super) const CHECKS: &[&str] = &[
    "check",
    "pair",
    "key",
    "item",
    "date",
    "day0",
    "birthday",
    "time",
    "anytime",
    "hour",
    "minute",
    "second",
    "country",
    "land",
    "currency",
    "piece",
    "latitude",
    "longitude",
    "iban",
    "percent",
    "flag",
    "sex",
    "order",
    "zero",
    "nonzero",
    "nolead",
    "winding",
    "medium",
    "minus",
    "text",
];

/// What is wrong with a field.
pub(super) struct Fault {
    pub(super) code: ErrorCode,
    /// What would have been right.
    pub(super) expected: Option<String>,
}

impl From<ErrorCode> for Fault {
    fn from(code: ErrorCode) -> Fault {
        Fault { code, expected: None }
    }
}

/// The place of the first character that a set does not have.
pub(super) fn foreign(set: Set, text: &str) -> Option<usize> {
    let has = |c: char| match set {
        Set::Digits => c.is_ascii_digit(),
        Set::Invariant => c.is_ascii_alphanumeric() || "!\"%&'()*+,-./:;<=>?_".contains(c),
        Set::Upper => c.is_ascii_digit() || c.is_ascii_uppercase() || "#-/".contains(c),
        Set::FileSafe => c.is_ascii_alphanumeric() || "-_".contains(c),
    };
    text.chars().position(|c| !has(c))
}

/// Checks a field of the right length and characters.
pub(super) fn check(name: &str, text: &str, today: NaiveDate) -> Result<(), Fault> {
    let number = || text.parse::<u64>().unwrap_or(u64::MAX);
    let known = |known: bool, code: ErrorCode| if known { Ok(()) } else { Err(Fault::from(code)) };
    match name {
        "check" => check_last_digit(text),
        "pair" => check_pair(text),
        "key" => known(begins_with_digits(text), ErrorCode::ScanValue),
        "item" => known(begins_with_digits(text.get(1..).unwrap_or_default()), ErrorCode::ScanValue),
        "date" => known(date(text, today).is_some() && !text.ends_with("00"), ErrorCode::ScanDate),
        "day0" => known(date(text, today).is_some(), ErrorCode::ScanDate),
        "birthday" => known(NaiveDate::parse_from_str(text, "%Y%m%d").is_ok(), ErrorCode::ScanDate),
        "time" => known(is_time(text), ErrorCode::ScanDate),
        "anytime" => known(text == "9999" || is_time(text), ErrorCode::ScanDate),
        "hour" => known(number() < 24, ErrorCode::ScanDate),
        "minute" | "second" => known(number() < 60, ErrorCode::ScanDate),
        "country" => known(text == "999" || COUNTRY_CODES.contains(text), ErrorCode::ScanValue),
        "land" => known(COUNTRY_CODES.contains(text), ErrorCode::ScanValue),
        "currency" => known(CURRENCY_CODES.contains(text), ErrorCode::ScanValue),
        "piece" => known(is_piece(text), ErrorCode::ScanValue),
        "latitude" => known(number() <= 1_800_000_000, ErrorCode::ScanValue),
        "longitude" => known(number() <= 3_600_000_000, ErrorCode::ScanValue),
        "iban" => known(is_iban(text), ErrorCode::ScanCheckDigit),
        "percent" => known(is_percent_encoded(text), ErrorCode::ScanValue),
        "flag" => known(matches!(text, "0" | "1"), ErrorCode::ScanValue),
        "sex" => known(matches!(text, "0" | "1" | "2" | "9"), ErrorCode::ScanValue),
        "order" => known(is_order(text), ErrorCode::ScanValue),
        "zero" => known(number() == 0, ErrorCode::ScanValue),
        "nonzero" => known(number() != 0, ErrorCode::ScanValue),
        "nolead" => known(!text.starts_with('0') || text == "0", ErrorCode::ScanValue),
        "winding" => known(matches!(text, "0" | "1" | "9"), ErrorCode::ScanValue),
        "medium" => known(matches!(number(), 1..=10 | 80..=99), ErrorCode::ScanValue),
        "minus" => known(text == "-", ErrorCode::ScanValue),
        "text" => known(!text.bytes().all(|byte| byte.is_ascii_digit()), ErrorCode::ScanValue),
        _ => Ok(()),
    }
}

fn check_last_digit(text: &str) -> Result<(), Fault> {
    let (before, last) = text.split_at(text.len() - 1);
    let expected = check_digit(before);
    if last.starts_with(expected) {
        Ok(())
    } else {
        Err(Fault { code: ErrorCode::ScanCheckDigit, expected: Some(expected.into()) })
    }
}

fn begins_with_digits(text: &str) -> bool {
    text.len() >= 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit)
}

/// A date of six digits; day 00 is the month's last. The century is the one that brings the year within 50 years
/// behind and 49 ahead of today's (GS1 General Specifications, 7.12).
pub(super) fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (part(0..2)?, part(2..4)?, part(4..6)?);
    let century = today.year() - today.year().rem_euclid(100);
    let year = match i32::try_from(year).ok()? {
        year if year - today.year().rem_euclid(100) >= 51 => century - 100 + year,
        year if year - today.year().rem_euclid(100) <= -50 => century + 100 + year,
        year => century + year,
    };
    if day == 0 {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        return first.checked_add_months(chrono::Months::new(1))?.pred_opt();
    }
    NaiveDate::from_ymd_opt(year, month, day)
}

fn is_time(text: &str) -> bool {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    part(0..2).is_some_and(|hour| hour < 24) && part(2..4).is_some_and(|minute| minute < 60)
}

fn is_piece(text: &str) -> bool {
    let (piece, total) = text.split_at(2);
    piece != "00" && total != "00" && piece <= total
}

fn is_order(text: &str) -> bool {
    match text.as_bytes() {
        [at, b'/', of] => at.is_ascii_digit() && of.is_ascii_digit() && *at != b'0' && at <= of,
        _ => false,
    }
}

fn is_percent_encoded(text: &str) -> bool {
    let mut parts = text.split('%');
    parts.next();
    parts.all(|part| part.get(..2).is_some_and(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit())))
}

/// ISO 13616: the first four characters behind the rest, letters as 10 to 35, remainder 1 of 97.
fn is_iban(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shaped = bytes.len() > 4
        && bytes.iter().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase())
        && text.get(..2).is_some_and(|land| COUNTRY_CODES.contains(land))
        && bytes[2..4].iter().all(u8::is_ascii_digit);
    let remainder = bytes.iter().cycle().skip(4).take(bytes.len()).fold(0_u32, |sum, byte| {
        let value = char::from(*byte).to_digit(36).unwrap_or(0);
        (if value > 9 { sum * 100 } else { sum * 10 } + value) % 97
    });
    shaped && remainder == 1
}

/// The check pair of a model number (GS1 General Specifications, 7.9.5): the characters' places in CSET 82, weighted
/// by the primes from the right, modulo 1021, in base 32.
fn check_pair(text: &str) -> Result<(), Fault> {
    const CSET82: &str =
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
    const CSET32: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const PRIMES: [usize; 23] =
        [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];
    let Some((before, pair)) = text.len().checked_sub(2).and_then(|at| text.split_at_checked(at)) else {
        return Err(ErrorCode::ScanLength.into());
    };
    let place = |c: char| CSET82.find(c).unwrap_or_default();
    let sum: usize = before.chars().rev().zip(PRIMES).map(|(c, prime)| place(c) * prime).sum();
    let sum = sum % 1021;
    let expected: String = [CSET32[sum >> 5], CSET32[sum & 31]].map(char::from).into_iter().collect();
    if pair == expected {
        Ok(())
    } else {
        Err(Fault { code: ErrorCode::ScanCheckDigit, expected: Some(expected) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_century_is_the_nearest() {
        let read = |text, today| date(text, day(today)).map(|date| date.to_string());
        assert_eq!(read("261231", "2026-11-22").as_deref(), Some("2026-12-31"));
        assert_eq!(read("760101", "2026-11-22").as_deref(), Some("2076-01-01"));
        assert_eq!(read("770101", "2026-11-22").as_deref(), Some("1977-01-01"));
        assert_eq!(read("010101", "2051-01-01").as_deref(), Some("2101-01-01"));
        assert_eq!(read("020101", "2051-01-01").as_deref(), Some("2002-01-01"));
        assert_eq!(read("990101", "2000-01-01").as_deref(), Some("1999-01-01"));
    }

    #[test]
    fn day_00_is_the_last_of_its_month() {
        let read = |text| date(text, day("2026-11-22")).map(|date| date.to_string());
        assert_eq!(read("280200").as_deref(), Some("2028-02-29"));
        assert_eq!(read("261200").as_deref(), Some("2026-12-31"));
        assert_eq!(read("260230"), None);
        assert_eq!(read("261300"), None);
        assert_eq!(read("260032"), None);
    }

    #[test]
    fn the_standard_s_own_examples_pass() {
        let ok = |name, text| check(name, text, day("2026-11-22")).is_ok();
        assert!(ok("check", "06901234567892") && !ok("check", "06901234567893"));
        assert!(ok("pair", "1987654Ad4X4bL5ttr2310c2K") && !ok("pair", "1987654Ad4X4bL5ttr2310c2L"));
        assert!(ok("iban", "GB82WEST12345698765432") && !ok("iban", "GB82WEST12345698765433"));
        assert!(ok("percent", "%E9%95%9C") && !ok("percent", "%E") && !ok("percent", "100%"));
        assert!(ok("piece", "0102") && !ok("piece", "0302") && !ok("piece", "0002"));
        assert!(ok("anytime", "9999") && !ok("time", "2460"));
    }
}
