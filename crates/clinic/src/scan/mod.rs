//! What a scanner reads off a pack: pure parsing, no database, no clock.
//!
//! Known are GS1 element strings (raw with FNC1 as GS, with a symbology identifier, or as printed with
//! parentheses), plain GTINs, 药品追溯码, and the Chinese UDI codes MA and AHM, which are kept whole. What each GS1
//! application identifier must hold stands in one table of data ([`identifiers`]); an identifier that the table
//! does not know is kept as it is. Not checked: which identifiers must stand together (a pack may spread them
//! over several symbols), and the inside of North American coupons.

mod code;
mod elements;
mod field;
mod gtin;
mod identifiers;
pub mod picture;
mod symbology;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::error::{Error, ErrorCode, Result};

pub use code::ProductCode;
pub use elements::Element;
pub use symbology::Symbology;

/// Longer than any symbol holds.
const LONGEST: usize = 4_000;
/// 药品追溯码: 20 digits, the first seven of which name the drug and its pack (NMPAB/T 1011).
const TRACE_DIGITS: usize = 20;

/// What kind of code was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CodeKind {
    /// GS1 element strings.
    Gs1,
    /// A plain EAN-8, UPC-A, EAN-13 or GTIN-14.
    Gtin,
    /// 药品追溯码.
    Trace,
    /// A UDI of 中关村工信二维码技术研究院.
    Ma,
    /// A UDI of 阿里健康.
    Ahm,
}

/// A code, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Scanned {
    /// What kind.
    pub kind: CodeKind,
    /// All of it, without a symbology identifier.
    pub text: String,
    /// What it says of the product: the key of a product's codes.
    pub product_code: Option<ProductCode>,
    /// 批号.
    pub lot: Option<String>,
    /// The last day of use.
    pub expires_on: Option<NaiveDate>,
    /// 生产日期.
    pub produced_on: Option<NaiveDate>,
    /// 序列号.
    pub serial: Option<String>,
    /// What names this single pack among all: GTIN and serial, or the whole trace code.
    pub unit_code: Option<String>,
    /// The elements of a GS1 code in their order.
    pub elements: Vec<Element>,
}

/// Reads a code. `today` decides the century of a date (GS1 General Specifications, 7.12).
///
/// # Errors
/// [`ErrorCode::ScanUnrecognised`], and with the part that is wrong [`ErrorCode::ScanIdentifier`],
/// [`ErrorCode::ScanLength`], [`ErrorCode::ScanCharacter`], [`ErrorCode::ScanCheckDigit`],
/// [`ErrorCode::ScanDate`], [`ErrorCode::ScanValue`], [`ErrorCode::ScanConflict`].
pub fn read(text: &str, today: NaiveDate) -> Result<Scanned> {
    // A scanner's own ends: Enter, Tab, spaces. GS is part of the code.
    let text = text.trim_matches(|c: char| c.is_whitespace() && c != symbology::GS);
    if text.is_empty() || text.len() > LONGEST {
        return Err(ErrorCode::ScanUnrecognised.into());
    }
    let (symbology, text) = symbology::split(text)?;
    if let Some(code) = code::udi_kept_whole(text) {
        return Ok(code);
    }
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match symbology {
        Some(Symbology::Gs1) => return elements::read_raw(text, today, true),
        Some(Symbology::Ean) => return plain_gtin(text),
        _ => {}
    }
    if text.starts_with(['(', '（']) {
        return elements::read_printed(text, today);
    }
    if text.contains(symbology::GS) {
        return elements::read_raw(text, today, true);
    }
    if is_digits && matches!(text.len(), 8 | 12 | 13 | 14) {
        return plain_gtin(text);
    }
    // Of twenty digits those that begin with 8 are a drug's; a GS1 code that begins so is no pack's.
    if is_digits && text.len() == TRACE_DIGITS && text.starts_with('8') {
        return Ok(trace(text));
    }
    let read = elements::read_raw(text, today, false);
    if read.is_err() && is_digits && text.len() == TRACE_DIGITS && !text.starts_with("00") {
        return Ok(trace(text));
    }
    read
}

fn plain_gtin(text: &str) -> Result<Scanned> {
    let gtin = gtin::read(text)?;
    let mut scanned = Scanned::new(CodeKind::Gtin, text);
    scanned.product_code = Some(ProductCode::gtin(gtin));
    Ok(scanned)
}

fn trace(text: &str) -> Scanned {
    let mut scanned = Scanned::new(CodeKind::Trace, text);
    scanned.product_code = Some(ProductCode::trace(text));
    scanned.unit_code = Some(text.to_owned());
    scanned
}

impl Scanned {
    fn new(kind: CodeKind, text: &str) -> Scanned {
        Scanned {
            kind,
            text: text.to_owned(),
            product_code: None,
            lot: None,
            expires_on: None,
            produced_on: None,
            serial: None,
            unit_code: None,
            elements: Vec::new(),
        }
    }
}

/// The digits of a GTIN with their check digit behind them.
pub(crate) fn with_check_digit(before: &str) -> String {
    format!("{before}{}", gtin::check_digit(before))
}

/// An error that names the element it is about.
fn wrong(code: ErrorCode, ai: &str, value: &str) -> Error {
    code.with("ai", ai).with("value", value)
}
