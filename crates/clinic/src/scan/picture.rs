//! A code read from a picture: a photo of a pack, a delivery note that was scanned.

use std::panic::AssertUnwindSafe;

use image::DynamicImage;
use rxing::common::HybridBinarizer;
use rxing::multi::{GenericMultipleBarcodeReader, MultipleBarcodeReader};
use rxing::{
    BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader,
    RXingResultMetadataType,
};

use crate::error::{ErrorCode, Result};
use crate::pictures;

/// The largest picture, in bytes.
const BYTES_MAX: usize = 64 << 20;
/// Larger pictures are made smaller first: a code fills enough of them still.
const SIDE_MAX: u32 = 2_400;

/// Every code that a picture shows, as a scanner would send it; each once.
///
/// # Errors
/// [`ErrorCode::InvalidPicture`], [`ErrorCode::NoCodeInPicture`].
pub fn codes(bytes: &[u8]) -> Result<Vec<String>> {
    let picture = decode(bytes)?;
    // A reader of foreign bytes that panics must not take the program with it.
    let found = std::panic::catch_unwind(AssertUnwindSafe(|| find(&picture))).unwrap_or_default();
    if found.is_empty() { Err(ErrorCode::NoCodeInPicture.into()) } else { Ok(found) }
}

fn decode(bytes: &[u8]) -> Result<DynamicImage> {
    if bytes.len() > BYTES_MAX {
        return Err(ErrorCode::InvalidPicture.at("picture"));
    }
    let picture = pictures::upright(bytes).map_err(|error| error.at("picture"))?;
    let large = picture.width().max(picture.height()) > SIDE_MAX;
    Ok(if large { picture.thumbnail(SIDE_MAX, SIDE_MAX) } else { picture })
}

fn find(picture: &DynamicImage) -> Vec<String> {
    let grey = picture.to_luma8();
    let (width, height) = grey.dimensions();
    let hints = DecodeHints {
        TryHarder: Some(true),
        AlsoInverted: Some(true),
        // FNC1 within Code 128 as GS.
        AssumeGs1: Some(true),
        PossibleFormats: Some(
            [
                BarcodeFormat::DATA_MATRIX,
                BarcodeFormat::QR_CODE,
                BarcodeFormat::CODE_128,
                BarcodeFormat::EAN_13,
                BarcodeFormat::EAN_8,
                BarcodeFormat::UPC_A,
                BarcodeFormat::ITF,
            ]
            .into_iter()
            .collect(),
        ),
        ..DecodeHints::default()
    };
    let Ok(source) = Luma8LuminanceSource::new(grey.into_raw(), width, height) else { return Vec::new() };
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
    let found = GenericMultipleBarcodeReader::new(MultiFormatReader::default())
        .decode_multiple_with_hints(&mut bitmap, &hints)
        .unwrap_or_default();
    let mut codes: Vec<String> = Vec::new();
    for result in found {
        let identifier =
            match result.getRXingResultMetadata().get(&RXingResultMetadataType::SYMBOLOGY_IDENTIFIER) {
                Some(rxing::RXingResultMetadataValue::SymbologyIdentifier(identifier)) => identifier.clone(),
                _ => String::new(),
            };
        // Code 128 carries its identifier in the text already.
        let text = result.getText();
        let code =
            if text.starts_with(&identifier) { text.to_owned() } else { format!("{identifier}{text}") };
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}
