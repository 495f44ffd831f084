//! Finding a client while somebody types.

use super::clinic::{Clinic, bare_file, lists};
use anyhow::{Context, Result};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_tests::report::{Goal, Measure, at_rank, median};
use rusqlite::{Connection, params};
use std::time::Instant;

const QUERIES: usize = 1_000;
/// What a list on the screen asks for.
const HITS: u32 = 20;
/// `LIKE` takes a whole scan for each: fewer say as much.
const SCANS: usize = 20;
/// What people are called most often, by their initials.
const INITIALS: [&str; 8] = ["zxm", "wl", "lj", "zx", "yq", "lyx", "wy", "csj"];

pub(super) fn measure(clinic: &Clinic) -> Result<Vec<Measure>> {
    let queries = queries(clinic);
    let mut took = Vec::with_capacity(QUERIES);
    let mut found = 0;
    for query in &queries {
        let began = Instant::now();
        let input = FindClients { query: query.clone(), limit: HITS, skip: None };
        found += find(&clinic.store, &clinic.owner, &input)?.len();
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    anyhow::ensure!(found > queries.len(), "the queries find somebody");
    let (scan_median, scan_p99) = scans(clinic.clients, &queries)?;
    let typed = |name, at, scan| {
        let value = at_rank(&took, at).context("there are queries")?;
        Ok::<_, anyhow::Error>(Measure::new(name, value, "ms").beside("LIKE '%…%'", scan))
    };
    Ok(vec![
        typed("search: median", 0.5, scan_median)?,
        typed("search: 99th percentile", 0.99, scan_p99)?.goal(Goal::AtMost(10.0)),
    ])
}

/// One character, two characters, initials and the last digits of a phone, in turn.
fn queries(clinic: &Clinic) -> Vec<String> {
    let name = |n: usize| clinic.names[n * 31 % clinic.names.len()].chars();
    let tail = |n: usize| {
        let phone = &clinic.phones[n * 17 % clinic.phones.len()];
        phone[phone.len().saturating_sub(4)..].to_owned()
    };
    (0..QUERIES)
        .map(|n| match n % 4 {
            0 => name(n).take(1).collect(),
            1 => name(n).take(2).collect(),
            2 => INITIALS[n / 4 % INITIALS.len()].to_owned(),
            _ => tail(n),
        })
        .filter(|query| !query.is_empty())
        .collect()
}

/// The same questions put to a table of the same people, the most recent first, as one would without an index.
fn scans(clients: u64, queries: &[String]) -> Result<(f64, f64)> {
    let dir = tempfile::tempdir()?;
    let mut bare = bare_file(dir.path())?;
    fill(&mut bare, clients)?;
    let mut took = Vec::with_capacity(SCANS);
    for query in queries.iter().take(SCANS) {
        let began = Instant::now();
        scan(&bare, query)?;
        took.push(began.elapsed().as_secs_f64() * 1000.0);
    }
    Ok((median(took.clone()).context("scans")?, at_rank(&took, 0.99).context("scans")?))
}

fn fill(bare: &mut Connection, clients: u64) -> Result<()> {
    let sqlite = bare.transaction()?;
    {
        let mut client = sqlite.prepare(
            "INSERT INTO client (id, member_number, name, other_names, sex, birthday, birthday_calendar, source,
                 preferences, notes, created_at)
             VALUES (?1, ?2, ?3, '', 'unknown', ?4, 'solar', ?5, '', ?6, ?7)",
        )?;
        let mut phone = sqlite.prepare(
            "INSERT INTO client_phone (id, client_id, number, label, position, active) VALUES (?1, ?1, ?2, '', 0, 1)",
        )?;
        for (n, [name, _, birthday, phones, source, notes]) in (1_i64..).zip(lists(clients).flatten()) {
            // As long as the clinic's ids.
            let id = i128::from(n).to_be_bytes();
            client.execute(params![id, format!("A{n:06}"), name, birthday, source, notes, n])?;
            phone.execute(params![id, phones])?;
        }
    }
    Ok(sqlite.commit()?)
}

fn scan(bare: &Connection, query: &str) -> Result<usize> {
    let mut statement = bare.prepare_cached(
        "SELECT id FROM client
         WHERE name LIKE '%' || ?1 || '%' OR member_number LIKE '%' || ?1 || '%'
            OR id IN (SELECT client_id FROM client_phone WHERE number LIKE '%' || ?1 || '%')
         ORDER BY created_at DESC LIMIT ?2",
    )?;
    let rows = statement.query_map(params![query, HITS], |row| row.get::<_, Vec<u8>>(0))?;
    Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.len())
}
