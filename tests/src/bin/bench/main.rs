//! Measures one group and leaves a table and target/bench/<group>.json. A new group is a file here and a line
//! in [`GROUPS`].

mod desk;

use anyhow::{Context, Result, bail};
use jingtai_tests::report::{self, Measure};
use std::path::Path;
use std::process::ExitCode;

/// Measures at a size; without one, at the size the group thinks right.
type Group = fn(Option<u64>) -> Result<Vec<Measure>>;

const GROUPS: &[(&str, Group)] = &[("desk", desk::measure)];

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
    let (name, size) = match words {
        [name] => (*name, None),
        [name, "--size", size] => (*name, Some(size.parse().context("--size takes a number")?)),
        _ => bail!("usage: bench <group> [--size N]"),
    };
    let Some((_, group)) = GROUPS.iter().find(|(known, _)| *known == name) else {
        let known: Vec<&str> = GROUPS.iter().map(|(known, _)| *known).collect();
        bail!("no group `{name}`; there are: {}", known.join(", "));
    };
    let measures = group(size)?;
    let file = report::write(Path::new("target/bench"), name, &measures)?;
    println!("{}\n\n{}", report::table(&measures), file.display());
    if measures.iter().any(|measure| measure.holds() == Some(false)) {
        bail!("a goal was missed");
    }
    Ok(())
}
