//! What a doctor and an owner wait for. The size is the number of signed records; each is written and signed through its
//! verbs, so that a million of them would take hours: what depends on how many there are is found by an index.

mod house;
mod photos;
mod sign;
mod trace;

use anyhow::Result;
use jingtai_tests::report::Measure;

const RECORDS: u64 = 20_000;

pub(super) fn measure(size: Option<u64>) -> Result<Vec<Measure>> {
    let house = house::House::with_records(size.unwrap_or(RECORDS))?;
    let mut measures = trace::measure(&house)?;
    measures.extend(sign::measure(&house)?);
    measures.extend(photos::measure(&house)?);
    Ok(measures)
}
