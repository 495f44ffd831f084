//! `bench`: measure in a release build. What is measured, and beside what, is in tests/src/bin/bench.

use crate::{shell, system, ui};
use anyhow::{Result, bail};
use std::process::Command;

/// Measures one group, or all, and leaves target/bench/<group>.json.
pub(crate) fn group(words: &[&str]) -> Result<()> {
    let options = match words {
        [group, options @ ..] if !group.starts_with('-') => options,
        options => options,
    };
    match options {
        [] => {}
        ["--size", size] if size.parse::<u64>().is_ok() => {}
        _ => bail!("bench takes a group and `--size N`, not `{}`", words.join(" ")),
    }
    system::provide(system::Need::Window)?;
    ui::install()?;
    ui::build()?;
    // Some measures start the program itself, which has to be of the same profile.
    shell::run(&mut shell::cargo(&[
        "build",
        "--release",
        "--workspace",
        "--bin",
        "jingtai",
        "--bin",
        "bench",
        "--example",
        "empty_window",
    ]))?;
    let program = format!("target/release/bench{}", std::env::consts::EXE_SUFFIX);
    shell::run(Command::new(shell::root().join(program)).args(words))
}
