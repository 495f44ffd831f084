//! The UI's types, written from the Rust ones so that no mirror kept by hand can drift.
//!
//! The program itself prints them: it is the only one that knows every command it answers.

use crate::{run, shell};
use anyhow::{Result, bail};
use std::fs;
use std::process::Command;

const GENERATED: &str = "ui/src/api/generated.ts";

/// Writes the types; leaves the file alone when nothing changed, so that nothing is rebuilt for it.
pub(crate) fn write() -> Result<()> {
    let fresh = print()?;
    if fs::read_to_string(GENERATED).is_ok_and(|kept| kept == fresh) {
        println!("{GENERATED} is fresh");
        return Ok(());
    }
    fs::write(GENERATED, &fresh)?;
    println!("{GENERATED} written, {} lines", fresh.lines().count());
    Ok(())
}

/// Fails if the file in the tree is not what the program prints now.
pub(crate) fn check() -> Result<()> {
    let fresh = print()?;
    let kept = fs::read_to_string(GENERATED).unwrap_or_default();
    match first_difference(&kept, &fresh) {
        None => Ok(()),
        Some(difference) => bail!(
            "{GENERATED} is not what the Rust types say ({difference}): run `cargo xtask codegen` and commit the file"
        ),
    }
}

fn print() -> Result<String> {
    shell::run(shell::cargo(run::BUILD).arg("--quiet"))?;
    let fresh = shell::read(Command::new(run::program()).arg("--print-typescript"))?;
    if fresh.trim().is_empty() {
        bail!("`jingtai --print-typescript` printed nothing");
    }
    Ok(fresh)
}

fn first_difference(kept: &str, fresh: &str) -> Option<String> {
    if kept == fresh {
        return None;
    }
    if kept.is_empty() {
        return Some("it is not there".to_owned());
    }
    let line = kept.lines().zip(fresh.lines()).take_while(|(a, b)| a == b).count();
    Some(format!("first at line {}: `{}`", line + 1, fresh.lines().nth(line).unwrap_or("(the end)").trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_its_line() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("", "a\n").as_deref(), Some("it is not there"));
        assert_eq!(first_difference("a\nb\n", "a\nc\n").as_deref(), Some("first at line 2: `c`"));
        assert_eq!(first_difference("a\nb\n", "a\n").as_deref(), Some("first at line 2: `(the end)`"));
    }
}
