//! Pictures from outside: what they are, how large, and their pixels upright. Foreign bytes are bounded before
//! they are decoded.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, metadata::Orientation};

use crate::error::{ErrorCode, Result};

/// The most pixels that are decoded at all.
const PIXELS_MAX: u64 = 120_000_000;
/// The most memory that decoding may take, in bytes.
const ALLOCATION_MAX: u64 = 1 << 30;

/// What a picture is, without its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shape {
    /// Upright, in pixels.
    pub(crate) width: u32,
    /// Upright, in pixels.
    pub(crate) height: u32,
    /// How it must be turned to stand upright.
    pub(crate) orientation: Orientation,
}

/// A picture's shape.
///
/// # Errors
/// [`ErrorCode::HeicPicture`] for what iPhones write unless told otherwise; [`ErrorCode::InvalidPicture`] for what
/// is no JPEG, PNG or WebP, and for what is larger than 120 megapixels.
pub(crate) fn shape(bytes: &[u8]) -> Result<Shape> {
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let (width, height) = match orientation {
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => (width, height),
        _ => (height, width),
    };
    Ok(Shape { width, height, orientation })
}

/// A picture's pixels, upright.
///
/// # Errors
/// As [`shape`].
pub(crate) fn upright(bytes: &[u8]) -> Result<DynamicImage> {
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture =
        DynamicImage::from_decoder(decoder).map_err(|error| ErrorCode::InvalidPicture.because(error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_> {
    if is_heic(bytes) {
        return Err(ErrorCode::HeicPicture.into());
    }
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(ALLOCATION_MAX);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|error| ErrorCode::InvalidPicture.because(error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(ErrorCode::InvalidPicture.into());
    }
    Ok(decoder)
}

/// ISO base media with one of the brands of HEIF.
fn is_heic(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp")
        && matches!(bytes.get(8..12), Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"mif1" | b"msf1"))
}
