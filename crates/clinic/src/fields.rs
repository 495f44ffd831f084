//! What a typed field must be before it is written: trimmed, within its length, of its form.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use crate::error::{ErrorCode, Result};

/// Longest name, in characters.
pub(crate) const NAME_MAX: usize = 60;
/// Longest line of text.
pub(crate) const LINE_MAX: usize = 200;
/// Longest note.
pub(crate) const NOTE_MAX: usize = 10_000;

/// A required line: control characters out, NFC, trimmed, 1 to `max` characters.
pub(crate) fn required(field: &'static str, typed: &str, max: usize) -> Result<String> {
    let text = optional(field, typed, max)?;
    if text.is_empty() { Err(ErrorCode::Required.at(field)) } else { Ok(text) }
}

/// A line that may be empty.
pub(crate) fn optional(field: &'static str, typed: &str, max: usize) -> Result<String> {
    let text: String = typed.nfc().filter(|c| !is_invisible(*c)).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    within(field, text, max)
}

/// Why something is done: a line of the field `reason` that must not be empty.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::TooLong`].
pub(crate) fn reason(typed: &str) -> Result<String> {
    let reason = optional("reason", typed, LINE_MAX)?;
    if reason.is_empty() { Err(ErrorCode::ReasonRequired.at("reason")) } else { Ok(reason) }
}

/// A text of several lines.
pub(crate) fn note(field: &'static str, typed: &str) -> Result<String> {
    let text: String = typed.nfc().filter(|c| *c == '\n' || !is_invisible(*c)).collect();
    within(field, text.trim().to_owned(), NOTE_MAX)
}

/// A number within its bounds.
///
/// # Errors
/// [`ErrorCode::InvalidValue`] with both.
pub(crate) fn between<N: PartialOrd + std::fmt::Display>(
    field: &'static str,
    number: N,
    least: N,
    most: N,
) -> Result<N> {
    if number >= least && number <= most {
        Ok(number)
    } else {
        Err(ErrorCode::InvalidValue.at(field).with("least", least).with("most", most))
    }
}

/// `None` for an empty line.
pub(crate) fn some(field: &'static str, typed: Option<&str>, max: usize) -> Result<Option<String>> {
    let text = optional(field, typed.unwrap_or_default(), max)?;
    Ok((!text.is_empty()).then_some(text))
}

fn within(field: &'static str, text: String, max: usize) -> Result<String> {
    if text.chars().count() > max { Err(ErrorCode::TooLong.at(field).with("max", max)) } else { Ok(text) }
}

/// Control characters and the marks that turn text around or hide in it; not ZWJ, which emoji need.
fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{200b}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A phone as it is kept: digits, a leading + where typed. Full-width digits and separators are understood;
/// +86 before a mobile number is left out.
pub(crate) fn phone(field: &'static str, typed: &str) -> Result<String> {
    let mut kept = String::new();
    for c in typed.nfkc() {
        match c {
            '0'..='9' => kept.push(c),
            '+' if kept.is_empty() => kept.push(c),
            ' ' | '-' | '(' | ')' | '.' | '/' | '\u{2010}'..='\u{2015}' => {}
            c if is_invisible(c) => {}
            _ => return Err(ErrorCode::InvalidPhone.at(field)),
        }
    }
    if let Some(mobile) = ["+86", "0086", "86"].iter().find_map(|prefix| kept.strip_prefix(prefix))
        && mobile.len() == 11
        && mobile.starts_with('1')
    {
        kept = mobile.to_owned();
    }
    let digits = kept.trim_start_matches('+').len();
    if (3..=20).contains(&digits) { Ok(kept) } else { Err(ErrorCode::InvalidPhone.at(field)) }
}

/// A WeChat name as it may be shown: many have their phone for one.
pub(crate) fn masked_if_phone(wechat: &str) -> String {
    match phone("wechat", wechat) {
        Ok(number) if number.len() >= 11 => masked_phone(&number),
        _ => wechat.to_owned(),
    }
}

/// A resident's ID number (GB 11643-1999: 18 characters, birth date, check character), or any other document's
/// number of 5 to 24 letters and digits.
pub(crate) fn id_number(field: &'static str, typed: &str) -> Result<Option<String>> {
    let text: String = typed.nfkc().filter(|c| !c.is_whitespace() && !is_invisible(*c)).collect();
    let text = text.to_ascii_uppercase();
    if text.is_empty() {
        return Ok(None);
    }
    let invalid = || ErrorCode::InvalidIdNumber.at(field);
    if !text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '-')) {
        return Err(invalid());
    }
    let looks_resident = text.len() == 18 && text[..17].bytes().all(|b| b.is_ascii_digit());
    if looks_resident {
        let date =
            NaiveDate::parse_from_str(&text[6..14], "%Y%m%d").map_err(|error| invalid().because(error))?;
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let sum: u32 =
            text.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        let check = b"10X98765432"[(sum % 11) as usize];
        if text.as_bytes()[17] != check || date.year() < 1850 {
            return Err(invalid());
        }
    } else if !(5..=24).contains(&text.len()) {
        return Err(invalid());
    }
    Ok(Some(text))
}

/// A phone as it stands on a screen: 138 **** 6721.
pub(crate) fn masked_phone(number: &str) -> String {
    masked(number, 3, 4)
}

/// An ID number as it stands on a screen.
pub(crate) fn masked_id(number: &str) -> String {
    masked(number, 3, 2)
}

fn masked(text: &str, head: usize, tail: usize) -> String {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= head + tail {
        return "*".repeat(characters.len());
    }
    let (head, tail) = (&characters[..head], &characters[characters.len() - tail..]);
    format!("{} **** {}", head.iter().collect::<String>(), tail.iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_what_people_are_called() {
        for name in ["李", "𠮷野家", "䶮", "娜🌸", "O'Brien \"Ann\"", "%_; DROP TABLE client", "שרה"]
        {
            assert_eq!(required("name", name, NAME_MAX).expect("a name"), name);
        }
        assert_eq!(required("name", " 张\u{200b}  三\t", NAME_MAX).expect("a name"), "张 三");
        assert_eq!(required("name", "\u{202e}abc", NAME_MAX).expect("a name"), "abc");
        assert_eq!(required("name", " \u{200b} ", NAME_MAX).map_err(|e| e.code), Err(ErrorCode::Required));
        assert!(required("name", &"喆".repeat(60), NAME_MAX).is_ok());
        assert_eq!(required("name", &"喆".repeat(61), NAME_MAX).map_err(|e| e.code), Err(ErrorCode::TooLong));
    }

    #[test]
    fn phones_are_read_as_people_write_them() {
        for typed in [
            "138 1234 6721",
            "138-1234-6721",
            "+86 138 1234 6721",
            "１３８１２３４６７２１",
            "008613812346721",
        ] {
            assert_eq!(phone("phone", typed).expect(typed), "13812346721");
        }
        assert_eq!(phone("phone", "+852 9123 4567").expect("Hong Kong"), "+85291234567");
        assert_eq!(phone("phone", "021-6235 8888").expect("landline"), "02162358888");
        for bad in ["12", "一三八", "138x", "1".repeat(21).as_str()] {
            assert_eq!(phone("phone", bad).map_err(|e| e.code), Err(ErrorCode::InvalidPhone));
        }
    }

    #[test]
    fn an_id_number_with_a_wrong_check_character_is_refused() {
        assert_eq!(
            id_number("id", "11010519491231002x").expect("valid").as_deref(),
            Some("11010519491231002X")
        );
        assert!(id_number("id", "110105194912310021").is_err());
        assert!(id_number("id", "110105194913310028").is_err());
        assert_eq!(id_number("id", "E12345678").expect("a passport").as_deref(), Some("E12345678"));
        assert_eq!(id_number("id", "  ").expect("none"), None);
    }

    #[test]
    fn what_is_masked_cannot_be_read_back() {
        assert_eq!(masked_phone("13812346721"), "138 **** 6721");
        assert_eq!(masked_phone("110"), "***");
    }
}
