//! Measures one group, or all, and leaves a table and target/bench/<group>.json of each. A new group is a file here and a line
//! in [`GROUPS`].

mod desk;
mod money;
mod records;
mod tiers;

use anyhow::{Context, Result, bail};
use jingtai_tests::report::{self, Measure};
use std::path::Path;
use std::process::ExitCode;

/// Measures at a size; without one, at the size the group thinks right.
type Group = fn(Option<u64>) -> Result<Vec<Measure>>;

const GROUPS: &[(&str, Group)] = &[
    ("desk", desk::measure),
    ("money", money::measure),
    ("records", records::measure),
    ("tiers", tiers::measure),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match bench(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn bench(words: &[&str]) -> Result<()> {
    let (wanted, options) = match words {
        [group, options @ ..] if !group.starts_with('-') => (Some(*group), options),
        options => (None, options),
    };
    let size = match options {
        [] => None,
        ["--size", size] => Some(size.parse().context("--size takes a number")?),
        _ => bail!("usage: bench [group] [--size N]"),
    };
    let groups: Vec<_> =
        GROUPS.iter().filter(|(name, _)| wanted.is_none_or(|wanted| wanted == *name)).collect();
    if groups.is_empty() {
        let known: Vec<&str> = GROUPS.iter().map(|(known, _)| *known).collect();
        bail!("no group `{}`; there are: {}", wanted.unwrap_or_default(), known.join(", "));
    }
    let mut missed = false;
    for (name, group) in groups {
        let measures = group(size)?;
        let file = report::write(Path::new("target/bench"), name, &measures)?;
        println!("{}\n\n{}", report::table(&measures), file.display());
        missed |= measures.iter().any(|measure| measure.holds() == Some(false));
    }
    if missed {
        bail!("a goal was missed");
    }
    Ok(())
}
