//! From a batch to everybody on whom it was used, and a client's whole timeline.

use super::house::{House, OF_ONE_CLIENT, USES_OF_A_BATCH};
use crate::desk::clinic::bare_file;
use anyhow::{Context, Result, ensure};
use jingtai_clinic::traces::batch::{TraceBatch, of_batch};
use jingtai_clinic::traces::timeline::{TimelineOf, of_client};
use jingtai_tests::report::{Goal, Measure, at_rank, median};
use rusqlite::{Connection, params};
use std::time::Instant;

const RECALLS: usize = 500;
const LOOKS: usize = 50;
/// The query of the look-up itself.
const BARE_QUERY: &str = include_str!("../../../../../crates/clinic/src/traces/batch.sql");

pub(super) fn measure(house: &House) -> Result<Vec<Measure>> {
    // The last two batches are not used up.
    let used = &house.batches[..house.batches.len().saturating_sub(2).max(1)];
    let mut took = Vec::with_capacity(RECALLS);
    for n in 0..RECALLS {
        let batch = used[n * 31 % used.len()];
        let began = Instant::now();
        let found = of_batch(&house.store, &house.owner, TraceBatch { batch })?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        ensure!(!found.is_empty(), "the batch was used");
    }
    let bare = bare_query(used.len() as i64)?;
    let p99 = at_rank(&took, 0.99).context("recalls")?;
    let bare_p99 = at_rank(&bare, 0.99).context("recalls")?;
    let (value, bare) = (median(took).context("recalls")?, median(bare).context("recalls")?);
    let mut looks = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        let began = Instant::now();
        let records = of_client(&house.store, &house.owner, TimelineOf { client: house.regular })?;
        looks.push(began.elapsed().as_secs_f64() * 1000.0);
        ensure!(records.len() as u64 <= OF_ONE_CLIENT, "one client's records");
    }
    Ok(vec![
        Measure::new("batch to clients: median", value, "ms")
            .beside("the same query, bare SQLite", bare)
            .goal(Goal::RatioAtMost(2.0)),
        Measure::new("batch to clients: 99th percentile", p99, "ms")
            .beside("the same query, bare SQLite", bare_p99)
            .goal(Goal::AtMost(10.0)),
        Measure::new("timeline of 500 records: median", median(looks).context("looks")?, "ms")
            .goal(Goal::AtMost(16.0)),
    ])
}

/// As many batches with as many uses, in a file with the same tables.
fn bare_query(batches: i64) -> Result<Vec<f64>> {
    let dir = tempfile::tempdir()?;
    let mut bare = bare_file(dir.path())?;
    fill(&mut bare, batches)?;
    let mut statement = bare.prepare(BARE_QUERY)?;
    let mut took = Vec::with_capacity(RECALLS);
    for n in 0..RECALLS as i64 {
        let id = i128::from(n * 31 % batches).to_be_bytes();
        let began = Instant::now();
        let rows = statement.query_map([id], |row| {
            let names: (String, String) = (row.get(1)?, row.get(2)?);
            let procedure: Option<String> = row.get(7)?;
            Ok((row.get::<_, Vec<u8>>(0)?, names, row.get::<_, i64>(3)?, row.get::<_, i64>(4)?, procedure))
        })?;
        let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        ensure!(found.len() as u64 == USES_OF_A_BATCH, "{} uses", found.len());
    }
    Ok(took)
}

fn fill(bare: &mut Connection, batches: i64) -> Result<()> {
    let text = serde_json::json!({ "procedure": { "name": "丰唇" }, "body": "x".repeat(2_000) }).to_string();
    let sqlite = bare.transaction()?;
    {
        let mut client = sqlite.prepare(
            "INSERT INTO client (id, member_number, name, other_names, sex, birthday_calendar, preferences, notes, created_at)
             VALUES (?1, ?2, '林晓', '', 'unknown', 'solar', '', '', 0)",
        )?;
        let mut movement = sqlite.prepare(
            "INSERT INTO stock_movement (id, batch_id, kind, quantity, at, business_day, client_id, reason)
             VALUES (?1, ?2, 'used', -5, ?3, '2026-11-22', ?1, '')",
        )?;
        let mut signed = sqlite.prepare(
            "INSERT INTO signed_treatment (id, treatment_id, client_id, procedure_id, doctor_id, business_day, text, sha256, at)
             VALUES (?1, ?1, ?1, ?1, ?1, '2026-11-22', ?2, zeroblob(32), ?3)",
        )?;
        let mut used = sqlite.prepare(
            "INSERT INTO treatment_use (id, signed_id, movement_id, batch_id, client_id) VALUES (?1, ?1, ?1, ?2, ?1)",
        )?;
        for n in 0..batches * USES_OF_A_BATCH as i64 {
            let id = i128::from(n).to_be_bytes();
            let batch = i128::from(n / USES_OF_A_BATCH as i64).to_be_bytes();
            client.execute(params![id, format!("A{n:06}")])?;
            movement.execute(params![id, batch, n])?;
            signed.execute(params![id, text, n])?;
            used.execute(params![id, batch])?;
        }
    }
    Ok(sqlite.commit()?)
}
