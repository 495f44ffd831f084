//! Member numbers and the code that is shown as QR and scanned at the desk.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use rusqlite::params;

use crate::error::{ErrorCode, Result};
use crate::numbers;
use crate::store::Tx;

/// What a member code begins with, so that a scan is told from anything else.
pub const CODE_PREFIX: &str = "JT1:";

/// The next number: the computer's letter and six digits, so that two offline computers never give the same.
pub(crate) fn next_number(tx: &Tx<'_>) -> Result<String> {
    let letter = numbers::letter(tx)?;
    let last = match last_given(tx, &letter, DIGITS)?.unwrap_or(0) {
        // Six digits are all given: seven sort among them, and are looked for only now.
        999_999 => last_given(tx, &letter, DIGITS + 1)?.unwrap_or(999_999),
        last => last,
    };
    Ok(format!("{letter}{:06}", last + 1))
}

/// How many digits a number has, until they are used up.
const DIGITS: i64 = 6;

/// The last number of so many digits. An imported list may bring others that begin like it (A12-345B).
fn last_given(tx: &Tx<'_>, letter: &str, digits: i64) -> Result<Option<u32>> {
    let mut statement = tx.connection().prepare_cached(
        "SELECT substr(member_number, length(?1) + 1) FROM client
         WHERE member_number >= ?1 || '0' AND member_number < ?1 || ':'
           AND length(member_number) = length(?1) + ?2
         ORDER BY member_number DESC",
    )?;
    let mut rows = statement.query(params![letter, digits])?;
    while let Some(row) = rows.next()? {
        let tail = row.get_ref(0)?.as_str().unwrap_or_default();
        if tail.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(tail.parse().ok());
        }
    }
    Ok(None)
}

/// The text of the code.
#[must_use]
pub fn code(member_number: &str) -> String {
    format!("{CODE_PREFIX}{member_number}")
}

/// The code as an SVG document.
pub(crate) fn qr(member_number: &str) -> Result<String> {
    let code = QrCode::with_error_correction_level(code(member_number), EcLevel::M)
        .map_err(|error| ErrorCode::InvalidValue.because(error))?;
    Ok(code
        .render::<svg::Color<'_>>()
        .min_dimensions(160, 160)
        .dark_color(svg::Color("#22272B"))
        .light_color(svg::Color("#FFFFFF"))
        .build())
}
