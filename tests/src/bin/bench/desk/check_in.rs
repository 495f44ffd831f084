//! A client checked in: the whole way of one action, from the click's verb to the disk.

use super::clinic::{Clinic, bare_file, leave_trace};
use anyhow::{Context, Result};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::visits::{CheckIn, OfVisit, check_in};
use jingtai_tests::report::{Goal, Measure, median};
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::HashSet;
use std::time::Instant;

const CHECK_INS: usize = 300;
/// How many of them stay in the house.
const ON_THE_BOARD: usize = 20;

/// The bare transaction writes what a check-in leaves in the file: the visit, its first step, the audit line, the
/// change record, what the log says of the visit, and that the client moves to the front of the search. It checks
/// nothing, signs nothing and finds nothing out.
pub(super) fn measure(clinic: &Clinic) -> Result<Vec<Measure>> {
    let mut took = Vec::with_capacity(CHECK_INS);
    let mut here = HashSet::new();
    for name in &clinic.names {
        let input = FindClients { query: name.clone(), limit: 50, skip: None };
        let hits = find(&clinic.store, &clinic.owner, &input)?;
        let Some(hit) = hits.into_iter().find(|hit| !here.contains(&hit.id)) else { continue };
        let input = CheckIn { client: hit.id, appointment: None, doctor: None, procedure: None };
        let began = Instant::now();
        let visit = check_in::check_in(&clinic.store, &clinic.owner, &input)?.visit;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
        // A board as a busy morning has it.
        if took.len() > ON_THE_BOARD {
            check_in::undo(&clinic.store, &clinic.owner, OfVisit { visit })?;
        }
        here.insert(hit.id);
        if took.len() == CHECK_INS {
            break;
        }
    }
    let last = clinic.store.sequence() as i64 - 1;
    let record = clinic.store.records_after(last, 1)?.pop().context("the last record")?.record;
    let dir = tempfile::tempdir()?;
    let mut bare = bare_file(dir.path())?;
    let mut bare_took = Vec::with_capacity(took.len());
    for n in 1..=took.len() as i64 {
        let began = Instant::now();
        write(&mut bare, n, &record)?;
        bare_took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    let (value, bare) = (median(took).context("check-ins")?, median(bare_took).context("check-ins")?);
    let measure = Measure::new("check-in: median", value, "ms").beside("the same rows, bare SQLite", bare);
    Ok(vec![measure.goal(Goal::RatioAtMost(2.0))])
}

fn write(bare: &mut Connection, n: i64, record: &jingtai_sync::ChangeRecord) -> Result<()> {
    let id = i128::from(n).to_be_bytes();
    let sqlite = bare.transaction_with_behavior(TransactionBehavior::Immediate)?;
    sqlite
        .prepare_cached(
            "INSERT INTO visit (id, client_id, business_day, arrived_at, step, step_since, undone, created_by)
             VALUES (?1, ?1, '2026-11-22', ?2, 'arrived', ?2, 0, ?1)",
        )?
        .execute(params![id, n])?;
    sqlite
        .prepare_cached(
            "INSERT INTO visit_step (id, visit_id, to_step, at, by) VALUES (?1, ?1, 'arrived', ?2, ?1)",
        )?
        .execute(params![id, n])?;
    leave_trace(&sqlite, n, "visits.check_in", record)?;
    sqlite
        .prepare_cached(
            "INSERT INTO row_version (table_name, row_key, born) VALUES ('visit', ?1, zeroblob(24))",
        )?
        .execute(params![id])?;
    sqlite
        .prepare_cached("INSERT INTO client_to_index (client_id, came) VALUES (?1, 1)")?
        .execute(params![id])?;
    Ok(sqlite.commit()?)
}
