//! Photos taken in, with their previews, beside decoding them alone.

use super::house::House;
use anyhow::{Context, Result};
use image::{DynamicImage, ImageFormat, RgbImage};
use jingtai_clinic::clients::DataPurpose;
use jingtai_clinic::photos::add::{AddPhoto, add};
use jingtai_clinic::photos::previews::make_missing;
use jingtai_clinic::photos::{PhotoFacts, PhotoStage, PhotoView};
use jingtai_tests::report::Measure;
use std::io::Cursor;
use std::time::Instant;

const PHOTOS: u32 = 50;
/// Twelve megapixels.
const WIDTH: u32 = 4_000;
const HEIGHT: u32 = 3_000;

pub(super) fn measure(house: &House) -> Result<Vec<Measure>> {
    let photos = (0..PHOTOS).map(photo).collect::<Result<Vec<_>>>()?;
    let began = Instant::now();
    for bytes in &photos {
        image::load_from_memory(bytes).context("decodes")?;
    }
    let decoding = began.elapsed().as_secs_f64();
    let began = Instant::now();
    for bytes in &photos {
        let input = AddPhoto {
            client: house.clients[0],
            facts: PhotoFacts {
                visit: None,
                treatment: None,
                view: PhotoView::Front,
                stage: PhotoStage::Before,
                purpose: DataPurpose::PhotoArchive,
                note: String::new(),
            },
            file_name: String::new(),
            file_changed_at: None,
        };
        add(&house.store, &house.owner, &input, bytes)?;
    }
    let added = began.elapsed().as_secs_f64();
    make_missing(&house.store, &|_, _| {})?;
    let made = began.elapsed().as_secs_f64();
    Ok(vec![
        Measure::new("50 photos of 12 megapixels: taken in", added, "s").beside("decoding alone", decoding),
        Measure::new("50 photos of 12 megapixels: with previews", made, "s")
            .beside("decoding alone", decoding),
    ])
}

/// Skin and shadow, as much as a camera's JPEG has of it; no two are one.
fn photo(n: u32) -> Result<Vec<u8>> {
    let pixels = RgbImage::from_fn(WIDTH, HEIGHT, |x, y| {
        let grain = (x.wrapping_mul(31) ^ y.wrapping_mul(17) ^ n.wrapping_mul(97)) % 9;
        image::Rgb([(x / 20 + grain) as u8, (y / 16 + grain) as u8, (180 + grain) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(pixels).write_to(&mut bytes, ImageFormat::Jpeg)?;
    Ok(bytes.into_inner())
}
