//! GS1 element strings, raw and as printed.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::identifiers::{IDENTIFIERS, Identifier, digits_of, predefined_length};
use super::symbology::is_separator;
use super::{CodeKind, ProductCode, Scanned, field, wrong};
use crate::error::{Error, ErrorCode, Result};

/// One element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Element {
    /// The application identifier's digits.
    pub ai: String,
    /// Its data title as GS1 has it; empty for one that the table does not know.
    pub title: String,
    /// Its value.
    pub value: String,
    /// The day, where the identifier says one.
    pub date: Option<NaiveDate>,
}

/// Reads elements that stand behind one another, parted by FNC1 where they must be. `marked` says that the symbol
/// or a separator proves them to be GS1: without it, an unknown identifier is no identifier.
pub(super) fn read_raw(text: &str, today: NaiveDate, marked: bool) -> Result<Scanned> {
    let mut rest = text.strip_prefix(is_separator).unwrap_or(text);
    let mut elements = Vec::new();
    while !rest.is_empty() {
        let position = text.len() - rest.len() + 1;
        let no_identifier = || {
            let code = if marked || !elements.is_empty() {
                ErrorCode::ScanIdentifier
            } else {
                ErrorCode::ScanUnrecognised
            };
            code.with("position", position).with("value", shown(rest))
        };
        let (ai, value) = next_identifier(rest).ok_or_else(no_identifier)?;
        let known = IDENTIFIERS.get(ai);
        if known.is_none() && !marked {
            return Err(no_identifier());
        }
        let up_to_separator = value.find(is_separator).unwrap_or(value.len());
        let length = match known {
            Some(identifier) if identifier.predefined => identifier.most().min(up_to_separator),
            None => predefined_length(&ai[..2])
                .map_or(up_to_separator, |whole| (whole - ai.len()).min(up_to_separator)),
            Some(_) => up_to_separator,
        };
        let length = (length..=value.len()).find(|at| value.is_char_boundary(*at)).unwrap_or(value.len());
        let (value, after) = value.split_at(length);
        elements.push(element(ai, known, value, today)?);
        // A separator behind an element of predefined length, or at the end, is superfluous and harmless.
        rest = after.strip_prefix(is_separator).unwrap_or(after);
        if rest.starts_with(is_separator) {
            return Err(ErrorCode::ScanIdentifier
                .with("position", text.len() - rest.len() + 1)
                .with("value", shown(rest)));
        }
    }
    whole(text, elements)
}

/// The identifier that a text begins with, and what stands behind it.
fn next_identifier(text: &str) -> Option<(&str, &str)> {
    let digits = digits_of(text.get(..2)?)?;
    let (ai, value) = text.split_at_checked(digits)?;
    ai.bytes().all(|byte| byte.is_ascii_digit()).then_some((ai, value))
}

/// Reads elements as they are printed: `(01)06901234567892(17)261231(10)ABC`. A parenthesis that belongs to a value
/// may stand as it is where it cannot be an identifier's, or behind a backslash.
pub(super) fn read_printed(text: &str, today: NaiveDate) -> Result<Scanned> {
    let text = text.replace('（', "(").replace('）', ")");
    let mut elements = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let position = text.len() - rest.len() + 1;
        let (ai, behind) = printed_identifier(rest)
            .ok_or_else(|| ErrorCode::ScanIdentifier.with("position", position).with("value", shown(rest)))?;
        let end = end_of_printed(IDENTIFIERS.get(ai), behind);
        let (value, after) = behind.split_at(end);
        let value = value.trim().replace("\\(", "(").replace("\\)", ")");
        elements.push(element(ai, IDENTIFIERS.get(ai), &value, today)?);
        rest = after;
    }
    whole(&text, elements)
}

/// `(10)` and what stands behind it: two to four digits, as many as identifiers that begin so have.
fn printed_identifier(text: &str) -> Option<(&str, &str)> {
    let (ai, behind) = text.strip_prefix('(')?.split_once(')')?;
    let plain = ai.trim();
    let fits = (2..=4).contains(&plain.len()) && plain.bytes().all(|byte| byte.is_ascii_digit());
    let right = fits && digits_of(&plain[..2]).is_none_or(|digits| digits == plain.len());
    right.then_some((plain, behind))
}

/// Where a printed value ends: at the next identifier, but not before the value has what it must.
fn end_of_printed(identifier: Option<&Identifier>, behind: &str) -> usize {
    let least = identifier.filter(|identifier| identifier.predefined).map_or(0, Identifier::least);
    let begins = |(at, _): &(usize, &str)| {
        let escaped = behind[..*at].ends_with('\\');
        !escaped
            && behind[..*at].trim().chars().count() >= least.min(1)
            && printed_identifier(&behind[*at..]).is_some()
    };
    behind.match_indices('(').find(begins).map_or(behind.len(), |(at, _)| at)
}

fn element(ai: &str, known: Option<&Identifier>, value: &str, today: NaiveDate) -> Result<Element> {
    let Some(identifier) = known else {
        return unknown(ai, value);
    };
    let fail = |code: ErrorCode| wrong(code, ai, &shown(value)).with("title", identifier.title);
    let length = value.chars().count();
    if length < identifier.least() || length > identifier.most() {
        return Err(length_error(fail(ErrorCode::ScanLength), length, identifier));
    }
    let (mut at, mut date) = (0, None);
    for part in &identifier.fields {
        let left = length - at;
        if left == 0 && part.optional {
            break;
        }
        let take = left.min(part.most);
        let text: String = value.chars().skip(at).take(take).collect();
        if let Some(place) = field::foreign(part.set, &text) {
            let character = text.chars().nth(place).unwrap_or_default();
            return Err(fail(ErrorCode::ScanCharacter)
                .with("position", at + place + 1)
                .with("character", character));
        }
        if take < part.least {
            return Err(length_error(fail(ErrorCode::ScanLength), length, identifier));
        }
        for check in &part.checks {
            field::check(check, &text, today).map_err(|fault| {
                let error = fail(fault.code);
                fault.expected.map_or(error.with("part", &text), |expected| {
                    fail(fault.code).with("part", &text).with("expected", expected)
                })
            })?;
        }
        if part.checks.contains(&"day0") || part.checks.contains(&"date") {
            date = date.or_else(|| field::date(&text, today));
        }
        at += take;
    }
    Ok(Element { ai: ai.to_owned(), title: identifier.title.to_owned(), value: value.to_owned(), date })
}

fn length_error(error: Error, length: usize, identifier: &Identifier) -> Error {
    error.with("length", length).with("least", identifier.least()).with("most", identifier.most())
}

/// An identifier that the table does not know: its value is kept, as long as it could be one at all.
fn unknown(ai: &str, value: &str) -> Result<Element> {
    if let Some(place) = field::foreign(super::identifiers::Set::Invariant, value) {
        let character = value.chars().nth(place).unwrap_or_default();
        return Err(wrong(ErrorCode::ScanCharacter, ai, &shown(value))
            .with("position", place + 1)
            .with("character", character));
    }
    let length = value.chars().count();
    let predefined = ai.get(..2).and_then(predefined_length).map(|whole| whole.saturating_sub(ai.len()));
    let (least, most) = predefined.map_or((1, 90), |length| (length, length));
    if length < least || length > most {
        return Err(wrong(ErrorCode::ScanLength, ai, &shown(value))
            .with("length", length)
            .with("least", least)
            .with("most", most));
    }
    Ok(Element { ai: ai.to_owned(), title: String::new(), value: value.to_owned(), date: None })
}

/// What the elements say together. One that is repeated must say the same.
fn whole(text: &str, elements: Vec<Element>) -> Result<Scanned> {
    let value = |ai: &str| elements.iter().find(|element| element.ai == ai);
    for element in &elements {
        if value(&element.ai).is_some_and(|first| first.value != element.value) {
            return Err(wrong(ErrorCode::ScanConflict, &element.ai, &shown(&element.value)));
        }
    }
    if elements.is_empty() {
        return Err(ErrorCode::ScanUnrecognised.into());
    }
    let mut scanned = Scanned::new(CodeKind::Gs1, text);
    let text_of = |ai| value(ai).map(|element| element.value.clone());
    let date_of = |ai| value(ai).and_then(|element| element.date);
    let gtin = text_of("01").or_else(|| text_of("02")).or_else(|| text_of("03"));
    scanned.lot = text_of("10");
    scanned.serial = text_of("21");
    scanned.expires_on = date_of("17").or_else(|| date_of("7003"));
    scanned.produced_on = date_of("11");
    scanned.unit_code =
        gtin.as_ref().zip(scanned.serial.as_ref()).map(|(gtin, serial)| format!("(01){gtin}(21){serial}"));
    scanned.product_code = gtin.map(ProductCode::gtin);
    scanned.elements = elements;
    Ok(scanned)
}

/// As much of a text as an error shows, its separators visible.
fn shown(text: &str) -> String {
    text.chars().take(40).map(|c| if is_separator(c) { '\u{241d}' } else { c }).collect()
}
