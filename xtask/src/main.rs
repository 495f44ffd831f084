//! What a developer types: `cargo xtask <command>`. One file per command; this one only reads the words.
//!
//! Nothing here knows the domain. Long proofs are commands of their own and never part of `test`.

mod bench;
mod codegen;
mod deny;
mod fuzz;
mod run;
mod shell;
mod system;
mod test;
mod tidy;
mod ui;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run              build the program and open its window on the demo clinic
cargo xtask run --headless   walk through a day of the demo clinic on a virtual screen, leaving screenshots
cargo xtask test             every check, stopping at the first that fails
cargo xtask bench [group] [--size N]
                             measure one group in a release build (the default group is `desk`)
cargo xtask fuzz [target] [--seconds N]
                             seek inputs that do harm (all targets, 60 seconds each)
cargo xtask codegen          write the TypeScript types that the program's commands speak
cargo xtask codegen --check  fail if those types are not fresh
cargo xtask tidy             the house rules alone";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Result<()> {
    std::env::set_current_dir(shell::root())?;
    match words {
        ["run"] => run::window(),
        ["run", "--headless"] => run::headless(),
        ["test"] => test::all(),
        ["bench", rest @ ..] => bench::group(rest),
        ["fuzz", rest @ ..] => fuzz::run(rest),
        ["codegen"] => codegen::write(),
        ["codegen", "--check"] => codegen::check(),
        ["tidy"] => tidy::check(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("no command `{}`\n\n{HELP}", words.join(" ")),
    }
}
