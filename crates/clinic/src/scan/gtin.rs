//! GTINs and the check digit (GS1 General Specifications, 7.9.1).

use super::wrong;
use crate::error::{ErrorCode, Result};

/// The check digit of the digits before it: weights 3 and 1 from the right, what is missing to the next ten.
pub(super) fn check_digit(before: &str) -> char {
    let weighted = before.bytes().rev().zip([3, 1].into_iter().cycle());
    let sum: u32 = weighted.map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from_digit((10 - sum % 10) % 10, 10).unwrap_or('0')
}

/// A GTIN of 8, 12, 13 or 14 digits as 14.
pub(super) fn read(text: &str) -> Result<String> {
    if let Some((at, _)) = text.char_indices().find(|(_, c)| !c.is_ascii_digit()) {
        return Err(wrong(ErrorCode::ScanCharacter, "", text).with("position", at + 1));
    }
    if !matches!(text.len(), 8 | 12 | 13 | 14) {
        return Err(wrong(ErrorCode::ScanLength, "", text).with("length", text.len()));
    }
    let (before, check) = text.split_at(text.len() - 1);
    let expected = check_digit(before);
    if check.starts_with(expected) {
        Ok(format!("{text:0>14}"))
    } else {
        Err(wrong(ErrorCode::ScanCheckDigit, "", text).with("expected", expected))
    }
}
