//! Pictures for the demo's photos: a face in a few strokes, never anybody's.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::error::{ErrorCode, Result};
use crate::photos::PhotoView;

const WIDTH: u32 = 720;
const HEIGHT: u32 = 960;

/// A JPEG of a view. `redness` is how much of what is treated can be seen, of 100; no two `grain`s are one picture.
pub(super) fn face(view: PhotoView, redness: u8, grain: u32) -> Result<Vec<u8>> {
    // The head turns: what it shows moves to the side.
    let turn = match view {
        PhotoView::LeftOblique => 0.25,
        PhotoView::RightOblique => -0.25,
        _ => 0.0,
    };
    let picture = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let (across, down) = (f64::from(x) / f64::from(WIDTH), f64::from(y) / f64::from(HEIGHT));
        colour(across, down, turn, f64::from(redness), x.wrapping_mul(31) ^ y.wrapping_mul(17) ^ grain)
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture)
        .write_to(&mut bytes, ImageFormat::Jpeg)
        .map_err(|error| ErrorCode::StorageFailed.because(error))?;
    Ok(bytes.into_inner())
}

fn colour(x: f64, y: f64, turn: f64, redness: f64, grain: u32) -> Rgb<u8> {
    let within = |cx: f64, cy: f64, rx: f64, ry: f64| ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) < 1.0;
    let middle = 0.5 + turn * 0.35;
    let eyes = [middle - 0.11, middle + 0.11];
    let noise = f64::from(grain % 5) - 2.0;
    let shade = |red: f64, green: f64, blue: f64| {
        Rgb([red + noise, green + noise, blue + noise].map(|part| part.clamp(0.0, 255.0) as u8))
    };
    if eyes.iter().any(|eye| within(*eye, 0.44, 0.022, 0.016)) {
        return shade(60.0, 48.0, 44.0);
    }
    if eyes.iter().any(|eye| within(*eye, 0.39, 0.055, 0.008)) {
        return shade(104.0, 84.0, 74.0);
    }
    if within(middle, 0.66, 0.07, 0.017) {
        return shade(188.0, 118.0, 112.0);
    }
    if within(middle + turn * 0.06, 0.55, 0.022, 0.05) {
        return shade(214.0, 180.0, 160.0);
    }
    if within(0.5, 0.5, 0.27, 0.34) {
        let flush = eyes.iter().any(|eye| within(*eye, 0.56, 0.08, 0.07));
        let flush = if flush { redness * 0.5 } else { 0.0 };
        return shade(228.0, 198.0 - flush, 178.0 - flush);
    }
    if within(0.5, 0.44, 0.32, 0.38) {
        return shade(70.0, 60.0, 58.0);
    }
    if within(0.5, 0.95, 0.16, 0.22) || within(0.5, 1.12, 0.45, 0.2) {
        return shade(220.0, 190.0, 170.0);
    }
    shade(206.0, 212.0, 216.0)
}
