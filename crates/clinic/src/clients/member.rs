//! Member numbers and the code that is shown as QR and scanned at the desk.

use qrcode::render::svg;
use qrcode::{EcLevel, QrCode};
use rusqlite::params;

use crate::error::{ErrorCode, Result};
use crate::store::Tx;

/// What a member code begins with, so that a scan is told from anything else.
pub const CODE_PREFIX: &str = "JT1:";

/// The next number: the computer's letter and six digits, so that two offline computers never give the same.
pub(crate) fn next_number(tx: &Tx<'_>) -> Result<String> {
    let letter: String = tx.connection().query_row(
        "SELECT letter FROM computer WHERE id = ?1",
        [tx.identity().computer],
        |row| row.get(0),
    )?;
    let last: Option<String> = tx
        .connection()
        .prepare_cached(
            "SELECT max(member_number) FROM client
             WHERE member_number >= ?1 || '000000' AND member_number <= ?1 || '999999'
               AND length(member_number) = length(?1) + 6",
        )?
        .query_row(params![letter], |row| row.get(0))?;
    let last: u32 = last.and_then(|number| number[letter.len()..].parse().ok()).unwrap_or(0);
    Ok(format!("{letter}{:06}", last + 1))
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
