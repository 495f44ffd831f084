//! What of a code names the product: the key under which a catalogue keeps it.

use std::fmt;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::{CodeKind, Scanned, TRACE_DIGITS, gtin};
use crate::error::{ErrorCode, Result};

/// 药品标识码, the part of a trace code that names the drug and its pack.
const TRACE_PRODUCT: usize = 7;
/// `MA.156.M0.100131.1ABCDE90`: issuer, country, industry, registrant, product.
const MA_PRODUCT_PARTS: usize = 5;
/// The longest UDI (YY/T 1752).
const UDI_MAX: usize = 254;

/// A product's code: a GTIN in 14 digits, the first seven digits of a 药品追溯码, or the product part of a MA or AHM
/// code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct ProductCode(String);

impl fmt::Display for ProductCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl ProductCode {
    /// Reads a code as a person types it off a pack: a GTIN with its check digit, seven or twenty digits of a trace
    /// code, a MA or AHM code.
    ///
    /// # Errors
    /// As [`super::read`].
    pub fn read(typed: &str) -> Result<ProductCode> {
        let text: String = typed.nfkc().filter(|c| !c.is_whitespace()).collect();
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.len() {
            TRACE_PRODUCT if digits => Ok(ProductCode(text)),
            TRACE_DIGITS if digits => Ok(ProductCode::trace(&text)),
            _ => match udi_kept_whole(&text) {
                Some(scanned) => scanned.product_code.ok_or_else(|| ErrorCode::ScanUnrecognised.into()),
                None => gtin::read(text.strip_prefix("(01)").unwrap_or(&text)).map(ProductCode),
            },
        }
    }

    pub(super) fn gtin(fourteen: String) -> ProductCode {
        ProductCode(fourteen)
    }

    pub(super) fn trace(twenty: &str) -> ProductCode {
        ProductCode(twenty[..TRACE_PRODUCT].to_owned())
    }
}

/// A MA or AHM code: recognised and kept whole.
pub(super) fn udi_kept_whole(text: &str) -> Option<Scanned> {
    let text = text.trim_start_matches(super::symbology::is_separator);
    let head = text.get(..3)?.to_ascii_uppercase();
    let kind = match head.as_str() {
        "MA." => CodeKind::Ma,
        "AHM" => CodeKind::Ahm,
        _ => return None,
    };
    let printable = text.chars().all(|c| c.is_ascii_graphic());
    if !printable || text.len() > UDI_MAX || text.len() < 8 {
        return None;
    }
    let parts: Vec<&str> = text.split('.').collect();
    if kind == CodeKind::Ma && parts.iter().take(MA_PRODUCT_PARTS).any(|part| part.is_empty()) {
        return None;
    }
    let mut scanned = Scanned::new(kind, text);
    let product = match kind {
        CodeKind::Ma if parts.len() >= MA_PRODUCT_PARTS => parts[..MA_PRODUCT_PARTS].join("."),
        // Its parts are the issuer's; the whole names at least this pack.
        _ => text.to_owned(),
    };
    scanned.product_code = Some(ProductCode(product));
    scanned.unit_code = (kind == CodeKind::Ma && parts[1..].iter().any(|part| part.starts_with(['S', 's'])))
        .then(|| text.to_owned());
    Some(scanned)
}
