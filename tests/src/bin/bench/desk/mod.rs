//! What a person at the desk waits for. The size is the number of clients in the clinic.

mod check_in;
pub(crate) mod clinic;
mod import;
mod search;
#[cfg(target_os = "linux")]
mod start;

use anyhow::Result;
use jingtai_tests::report::Measure;

/// What a chain of clinics might come to in decades; a boutique clinic has some thousands.
const CLIENTS: u64 = 1_000_000;

/// An old list of so many rows is a tenth of the clinic.
const LISTS: u64 = 10;

pub(super) fn measure(size: Option<u64>) -> Result<Vec<Measure>> {
    let clients = size.unwrap_or(CLIENTS);
    let mut measures = import::measure(clients.div_ceil(LISTS))?;
    let big = clinic::Clinic::with_clients(clients)?;
    measures.extend(search::measure(&big)?);
    measures.extend(check_in::measure(&big)?);
    measures.extend(start_with(big)?);
    Ok(measures)
}

#[cfg(target_os = "linux")]
fn start_with(big: clinic::Clinic) -> Result<Vec<Measure>> {
    start::measure(big)
}

/// The window is driven by WebKitWebDriver, which is Linux's.
#[cfg(not(target_os = "linux"))]
fn start_with(_big: clinic::Clinic) -> Result<Vec<Measure>> {
    Ok(Vec::new())
}
