//! A client's whole timeline, as the core gives it.

use super::house::{House, REGULARS};
use anyhow::{Context, Result, ensure};
use jingtai_clinic::ids::ClientId;
use jingtai_clinic::traces::timeline::{TimelineOf, of_client};
use jingtai_tests::report::{Goal, Measure, median};
use std::time::Instant;

/// Each regular is looked at once; then one of them again and again.
pub(super) fn measure(house: &House) -> Result<Vec<Measure>> {
    let regulars = &house.clients[..REGULARS];
    let look = |client: ClientId| {
        let began = Instant::now();
        let timeline = of_client(&house.store, &house.owner, TimelineOf { client })?;
        let took = began.elapsed().as_secs_f64() * 1000.0;
        ensure!(!timeline.records.is_empty(), "a regular has records");
        Ok(took)
    };
    let first = regulars.iter().map(|client| look(*client)).collect::<Result<Vec<_>>>()?;
    let again = regulars.iter().map(|_| look(regulars[0])).collect::<Result<Vec<_>>>()?;
    Ok(vec![
        Measure::new("timeline of 500 records: median", median(first).context("looks")?, "ms")
            .goal(Goal::AtMost(16.0)),
        Measure::new("timeline of 500 records, again: median", median(again).context("looks")?, "ms"),
    ])
}
