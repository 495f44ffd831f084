//! Everybody's tier, derived anew after the rules changed, beside one aggregate query over the same rows. The size is the
//! number of clients.

use crate::desk::clinic::{Clinic, bare_file};
use crate::money::random_id as id;
use anyhow::{Context, Result, bail};
use chrono::Datelike;
use jingtai_clinic::billing::openings::enter::{enter, preview};
use jingtai_clinic::billing::openings::{EnterOpening, OpeningSource, PreviewOpening};
use jingtai_clinic::ids::{OpeningId, TierSchemeId};
use jingtai_clinic::membership::tiers::members::{ListMembers, TierGroup, members};
use jingtai_clinic::membership::tiers::presets::{TierPresetKind, rules};
use jingtai_clinic::membership::tiers::preview::{PreviewTiers, preview as try_rules};
use jingtai_clinic::membership::tiers::schemes::{SetTiers, set};
use jingtai_clinic::{Actor, SystemWorld, World};
use jingtai_tests::report::Measure;
use rusqlite::{Connection, params};
use std::time::Instant;

const CLIENTS: u64 = 1_000_000;
/// How many clients' spending is written at once.
const AT_ONCE: u64 = 20_000;
/// Every client has as many rows: what was spent in the last twelve months, and before.
const ROWS_EACH: u64 = 2;

pub(super) fn measure(size: Option<u64>) -> Result<Vec<Measure>> {
    let count = size.unwrap_or(CLIENTS);
    let mut clinic = Clinic::empty_in(std::sync::Arc::new(SystemWorld))?;
    clinic.take_in(count)?;
    let mut first = 1;
    while first <= count {
        let last = (first + AT_ONCE - 1).min(count);
        spend(&clinic, first..=last)?;
        eprintln!("-- {last} of {count} clients have spent");
        first = last + 1;
    }
    let (store, owner, today) = (&clinic.store, &clinic.owner, clinic.store.today());
    let mut boutique = rules(TierPresetKind::Boutique);
    boutique.tiers[1].all_procedures = true;
    let seconds = |began: Instant| began.elapsed().as_secs_f64();
    let rows = (count * ROWS_EACH) as f64;
    set(store, owner, &SetTiers { id: TierSchemeId(id()), rules: boutique.clone(), takes_effect_on: today })?;
    let mut other = boutique;
    other.tiers[1].amount.0 *= 2;
    let began = Instant::now();
    let asked = PreviewTiers { rules: other.clone(), takes_effect_on: today };
    let seen = try_rules(store, owner, &asked)?;
    let tried = seconds(began);
    set(store, owner, &SetTiers { id: TierSchemeId(id()), rules: other, takes_effect_on: today })?;
    let began = Instant::now();
    let all = members(store, owner, &ListMembers { group: TierGroup::Rising })?;
    let derived = seconds(began);
    let found: i64 = all.tiers.iter().map(|tier| tier.count).sum();
    if found != seen.sizes.iter().map(|size| size.now).sum::<i64>() {
        bail!("not everybody was found");
    }
    let dir = tempfile::tempdir()?;
    let bare = beside(dir.path(), count)?;
    let began = Instant::now();
    let sums: i64 = bare.query_row(
        "SELECT count(*) FROM (SELECT client_id, sum(used_sold), sum(used_sold) FILTER (WHERE counts_on > ?1)
         FROM spending GROUP BY client_id)",
        [today.num_days_from_ce() - 365],
        |row| row.get(0),
    )?;
    let aggregate = seconds(began);
    if sums != i64::try_from(count)? {
        bail!("the bare table has {sums} clients");
    }
    let reference = "one bare aggregate query over the same rows";
    Ok(vec![
        Measure::new("everybody's tier derived anew after a rule change", rows / derived, "rows/s")
            .beside(reference, rows / aggregate),
        Measure::new("who would move under other rules", rows / tried, "rows/s")
            .beside(reference, rows / aggregate),
    ])
}

/// What a client has spent in all and in the last twelve months, in yuan.
fn spent(client: u64) -> (u64, u64) {
    let year = client * 7_919 % 60_000;
    (year + client * 104_729 % 40_000 + 1, year)
}

/// By what an old program says of the clients with these numbers.
fn spend(clinic: &Clinic, numbers: std::ops::RangeInclusive<u64>) -> Result<()> {
    let Actor::Staff(said) = &clinic.owner else { bail!("the owner is a person") };
    let mut rows = "会员号,累计消费,近12个月消费\n".to_owned();
    for number in numbers {
        let (lifetime, year) = spent(number);
        rows.push_str(&format!("A{number:06},{lifetime},{year}\n"));
    }
    let source = OpeningSource::File { file_name: "旧系统.csv".to_owned() };
    let asked = PreviewOpening { source: source.clone(), again: true };
    let totals = preview(&clinic.store, &clinic.owner, &asked, rows.as_bytes())?.totals;
    let input = EnterOpening { id: OpeningId(id()), source, again: true, totals };
    enter(&clinic.store, &clinic.owner, &input, Some(said), rows.as_bytes())?;
    Ok(())
}

/// The same rows in a bare file.
fn beside(dir: &std::path::Path, count: u64) -> Result<Connection> {
    let mut bare = bare_file(dir)?;
    let today = SystemWorld.now() / 86_400_000 + 719_163;
    let writing = bare.transaction()?;
    {
        let mut insert = writing.prepare(
            "INSERT INTO spending VALUES (?1, ?2, 0, x'00', ?3, 'opening', NULL, 1, ?4, ?4, 0, ?4, ?4, 0, 0)",
        )?;
        for client in 1..=count {
            let (lifetime, year) = spent(client);
            for (counts_on, yuan) in [(today, year), (today - 365, lifetime - year)] {
                let amount = i64::try_from(yuan * 100).context("an amount")?;
                insert.execute(params![client.to_be_bytes(), today, counts_on, amount])?;
            }
        }
    }
    writing.commit()?;
    Ok(bare)
}
