//! What a person at the desk waits for.

use anyhow::Result;
use jingtai_tests::report::Measure;

/// `_size` is the number of clients in the clinic.
pub(super) fn measure(_size: Option<u64>) -> Result<Vec<Measure>> {
    Ok(Vec::new())
}
