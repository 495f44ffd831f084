//! What a doctor and an owner wait for. The size is the number of signed records in the clinic; each client has ten.

mod bulk;
mod house;
mod key;
mod photos;
#[cfg(target_os = "linux")]
mod shown;
mod sign;
mod timeline;
mod trace;

use anyhow::Result;
use jingtai_tests::report::Measure;

/// What a chain of clinics might come to in decades.
const RECORDS: u64 = 1_000_000;

pub(super) fn measure(size: Option<u64>) -> Result<Vec<Measure>> {
    let house = house::House::with_records(size.unwrap_or(RECORDS))?;
    let mut measures = trace::measure(&house)?;
    measures.extend(timeline::measure(&house)?);
    measures.extend(sign::measure(&house)?);
    measures.extend(photos::measure(&house)?);
    measures.extend(in_the_window(house)?);
    Ok(measures)
}

#[cfg(target_os = "linux")]
fn in_the_window(house: house::House) -> Result<Vec<Measure>> {
    shown::measure(house)
}

/// The window is driven by WebKitWebDriver, which is Linux's.
#[cfg(not(target_os = "linux"))]
fn in_the_window(_house: house::House) -> Result<Vec<Measure>> {
    Ok(Vec::new())
}
