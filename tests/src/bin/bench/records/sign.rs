//! A signature: every obstacle looked for, the text written and hashed, the stock taken.

use super::house::House;
use crate::desk::clinic::{bare_file, leave_trace};
use anyhow::{Context, Result};
use jingtai_tests::report::{Goal, Measure, median};
use rusqlite::{Connection, TransactionBehavior, params};
use std::time::Instant;

const SIGNATURES: usize = 200;

/// The bare transaction writes what a signature leaves in the file: the text, the movement and its balance, the use,
/// what is found by it, the audit line and the change record. It checks nothing, hashes nothing, signs nothing.
pub(super) fn measure(house: &House) -> Result<Vec<Measure>> {
    let mut took = Vec::with_capacity(SIGNATURES);
    for n in 0..SIGNATURES {
        let (id, saved_at) = house.write(house.clients[n % house.clients.len()], house.fresh)?;
        let began = Instant::now();
        house.sign(id, saved_at)?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let last = house.store.sequence() as i64 - 1;
    let record = house.store.records_after(last, 1)?.pop().context("the last record")?.record;
    let dir = tempfile::tempdir()?;
    let mut bare = bare_file(dir.path())?;
    let mut bare_took = Vec::with_capacity(SIGNATURES);
    for n in 1..=SIGNATURES as i64 {
        let began = Instant::now();
        write(&mut bare, n, &record)?;
        bare_took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let (value, bare) = (median(took).context("signatures")?, median(bare_took).context("signatures")?);
    let measure = Measure::new("signature: median", value, "ms").beside("the same rows, bare SQLite", bare);
    Ok(vec![measure.goal(Goal::RatioAtMost(3.0))])
}

fn write(bare: &mut Connection, n: i64, record: &jingtai_sync::ChangeRecord) -> Result<()> {
    let id = i128::from(n).to_be_bytes();
    let text = "x".repeat(3_000);
    let sqlite = bare.transaction_with_behavior(TransactionBehavior::Immediate)?;
    sqlite
        .prepare_cached(
            "INSERT INTO signed_treatment (id, treatment_id, client_id, procedure_id, doctor_id, business_day, text, sha256, at)
             VALUES (?1, ?1, ?1, ?1, ?1, '2026-11-22', ?2, zeroblob(32), ?3)",
        )?
        .execute(params![id, text, n])?;
    sqlite
        .prepare_cached(
            "INSERT INTO stock_movement (id, batch_id, kind, quantity, at, business_day, client_id, reason)
             VALUES (?1, zeroblob(16), 'used', -5, ?2, '2026-11-22', ?1, '')",
        )?
        .execute(params![id, n])?;
    sqlite
        .prepare_cached(
            "INSERT INTO batch_balance (batch_id, received, used, wasted, returned, counted, on_hand)
             VALUES (zeroblob(16), 0, 5, 0, 0, 0, -5)
             ON CONFLICT (batch_id) DO UPDATE SET used = used + 5, on_hand = on_hand - 5",
        )?
        .execute([])?;
    sqlite
        .prepare_cached(
            "INSERT INTO treatment_use (id, signed_id, movement_id, batch_id, client_id)
             VALUES (?1, ?1, ?1, zeroblob(16), ?1)",
        )?
        .execute(params![id])?;
    sqlite
        .prepare_cached(
            "INSERT INTO batch_use (batch_id, at, movement_id, use_id, client_id, quantity, withdrawn)
             VALUES (zeroblob(16), ?2, ?1, ?1, ?1, 5, 0)",
        )?
        .execute(params![id, n])?;
    sqlite
        .prepare_cached(
            "INSERT INTO timeline_entry (client_id, at, signed_id, entry) VALUES (?1, ?2, ?1, ?3)",
        )?
        .execute(params![id, n, &text[..1_000]])?;
    leave_trace(&sqlite, n, "treatments.sign", record)?;
    Ok(sqlite.commit()?)
}
