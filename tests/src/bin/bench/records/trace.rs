//! From a batch to everybody on whom it was used.

use super::house::House;
use crate::desk::clinic::connect;
use anyhow::{Context, Result, ensure};
use jingtai_clinic::ids::BatchId;
use jingtai_clinic::store::FILE;
use jingtai_clinic::traces::batch::{TraceBatch, of_batch};
use jingtai_tests::report::{Goal, Measure, at_rank, median};
use rusqlite::{Connection, Statement};
use std::time::Instant;

const RECALLS: usize = 500;
/// The query of the look-up itself.
const BARE_QUERY: &str = include_str!("../../../../../crates/clinic/src/traces/batch.sql");
/// As the program's reading connections have it.
const READING: &str = "PRAGMA query_only = ON; PRAGMA cache_size = -16384;";

/// The same batches are asked for by the verb and, on a connection beside it to the same file, by the query alone; each is
/// first as often as the other.
pub(super) fn measure(house: &House) -> Result<Vec<Measure>> {
    let beside = connect(&house.dir.path().join(FILE), house.key)?;
    beside.execute_batch(READING)?;
    let mut bare = Bare::prepare(&beside)?;
    let verb = |batch: BatchId| -> Result<(f64, usize)> {
        let began = Instant::now();
        let found = of_batch(&house.store, &house.owner, TraceBatch { batch })?;
        Ok((began.elapsed().as_secs_f64() * 1000.0, found.len()))
    };
    let (mut took, mut bare_took) = (Vec::with_capacity(RECALLS), Vec::with_capacity(RECALLS));
    for n in 0..RECALLS {
        let batch = house.batches[n * 31 % house.batches.len()];
        let ((one, found), (other, bare_found)) = if n % 2 == 0 {
            let one = verb(batch)?;
            (one, bare.ask(batch)?)
        } else {
            let other = bare.ask(batch)?;
            (verb(batch)?, other)
        };
        ensure!(found > 0 && found == bare_found, "{found} uses and {bare_found}");
        took.push(one);
        bare_took.push(other);
    }
    let p99 = at_rank(&took, 0.99).context("recalls")?;
    let bare_p99 = at_rank(&bare_took, 0.99).context("recalls")?;
    let (value, bare) = (median(took).context("recalls")?, median(bare_took).context("recalls")?);
    Ok(vec![
        Measure::new("batch to clients: median", value, "ms")
            .beside("the same query, bare SQLite", bare)
            .goal(Goal::RatioAtMost(2.0)),
        Measure::new("batch to clients: 99th percentile", p99, "ms")
            .beside("the same query, bare SQLite", bare_p99)
            .goal(Goal::AtMost(10.0)),
    ])
}

struct Bare<'c>(Statement<'c>);

impl Bare<'_> {
    fn prepare(connection: &Connection) -> Result<Bare<'_>> {
        Ok(Bare(connection.prepare(BARE_QUERY)?))
    }

    /// How long it took, and how many rows it gave.
    fn ask(&mut self, batch: BatchId) -> Result<(f64, usize)> {
        let began = Instant::now();
        let rows = self.0.query_map([batch.0], |row| {
            let names: (String, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(5)?);
            let when: (i64, i64, bool) = (row.get(3)?, row.get(4)?, row.get(8)?);
            Ok((
                row.get::<_, [u8; 16]>(0)?,
                names,
                when,
                row.get::<_, Option<[u8; 16]>>(6)?,
                row.get::<_, Option<String>>(7)?,
            ))
        })?;
        let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok((began.elapsed().as_secs_f64() * 1000.0, found.len()))
    }
}
