//! Which symbol a code came from, where the scanner says so (ISO/IEC 15424), and how it sends FNC1.

use crate::error::{ErrorCode, Result};

/// What scanners send for FNC1 between two elements.
pub(super) const GS: char = '\u{1d}';
/// The picture of it, as some keyboards and texts have it.
const GS_PICTURE: char = '\u{241d}';

/// What a symbology identifier says of the data behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbology {
    /// GS1 element strings: GS1 DataMatrix, GS1-128, GS1 QR, DotCode, DataBar, Aztec with FNC1.
    Gs1,
    /// EAN and UPC: a GTIN.
    Ean,
    /// Anything else: the data must speak for itself.
    Plain,
}

/// Takes the symbology identifier off, and the FNC1 that some scanners send in front.
///
/// # Errors
/// [`crate::ErrorCode::ScanUnrecognised`] where nothing stands behind it.
pub(super) fn split(text: &str) -> Result<(Option<Symbology>, &str)> {
    let (symbology, rest) = match text.strip_prefix(']').and_then(|rest| rest.split_at_checked(2)) {
        Some((identifier, rest)) if identifier.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            let symbology = match identifier {
                "C1" | "d2" | "Q3" | "J1" | "e0" | "e1" | "e2" | "e3" => Symbology::Gs1,
                "E0" | "E4" => Symbology::Ean,
                _ => Symbology::Plain,
            };
            (Some(symbology), rest)
        }
        _ => (None, text),
    };
    if rest.is_empty() { Err(ErrorCode::ScanUnrecognised.into()) } else { Ok((symbology, rest)) }
}

/// Whether a character stands for FNC1.
pub(super) fn is_separator(c: char) -> bool {
    c == GS || c == GS_PICTURE
}
