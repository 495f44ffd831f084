//! `test`: every check there is, quick ones first, stopping at the first that fails.
//!
//! The UI is built before anything that compiles the program: the program embeds ui/dist.

use crate::{codegen, deny, shell, system, tidy, ui};
use anyhow::{Context, Result, bail};
use std::time::Instant;

type Step = (&'static str, fn() -> Result<()>);

const STEPS: &[Step] = &[
    ("system packages", || system::provide(system::Need::Window)),
    ("house rules", tidy::check),
    ("formatting", formatting),
    ("UI: packages", ui::install),
    ("UI: build", ui::build),
    ("types generated for the UI", codegen::check),
    ("UI: types", || ui::script("typecheck")),
    ("UI: lint", || ui::script("lint")),
    ("UI: tests", || ui::script("test")),
    ("clippy", clippy),
    ("crates, licences, sources", deny::check),
    ("build", || cargo(&["build", "--workspace"])),
    ("tests", || cargo(&["test", "--workspace"])),
];

/// Runs the steps in order.
pub(crate) fn all() -> Result<()> {
    let start = Instant::now();
    for (number, (name, step)) in STEPS.iter().enumerate() {
        println!("\n== {}/{} {name}", number + 1, STEPS.len());
        let began = Instant::now();
        step().with_context(|| {
            format!(
                "`{name}` failed after {}, {} in all",
                shell::spell(began.elapsed()),
                shell::spell(start.elapsed())
            )
        })?;
        println!("-- {name}: {}", shell::spell(began.elapsed()));
    }
    println!("\nall {} steps passed in {}", STEPS.len(), shell::spell(start.elapsed()));
    Ok(())
}

fn formatting() -> Result<()> {
    component("rustfmt", "fmt")?;
    cargo(&["fmt", "--all", "--check"]).context("run `cargo fmt --all`")
}

fn clippy() -> Result<()> {
    component("clippy", "clippy")?;
    cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "--deny", "warnings"])
}

fn cargo(args: &[&str]) -> Result<()> {
    shell::run(&mut shell::cargo(args))
}

/// A minimal toolchain comes without these two; rustup can add them.
fn component(name: &str, subcommand: &str) -> Result<()> {
    let there =
        || shell::cargo(&[subcommand, "--version"]).output().is_ok_and(|output| output.status.success());
    if there() {
        return Ok(());
    }
    if shell::exists("rustup", "--version") {
        shell::run(std::process::Command::new("rustup").args(["component", "add", name]))?;
    }
    if !there() {
        bail!("`cargo {subcommand}` is not there: install the toolchain's component {name}");
    }
    Ok(())
}
