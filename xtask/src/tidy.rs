//! The house rules as code: a rule worth having is a test, and says why when it fails.
//!
//! The rules are in rules.rs, one function each; here they meet the files that git has or would take in.

mod literals;
mod rules;

use crate::shell;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// A file of the tree, as the rules see it.
struct File<'a> {
    /// From the root, with `/`.
    path: &'a str,
    text: &'a str,
}

impl File<'_> {
    fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    fn is_under(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The numbers, from 1, of the lines for which `test` holds.
    fn lines_where(&self, test: impl Fn(&str) -> bool) -> Vec<usize> {
        self.text.lines().enumerate().filter(|(_, line)| test(line)).map(|(number, _)| number + 1).collect()
    }
}

/// What is wrong: the line (none where it is the whole file), and why that matters.
#[derive(Debug, PartialEq)]
struct Finding {
    line: Option<usize>,
    why: &'static str,
}

/// Holds every rule against every file.
pub(crate) fn check() -> Result<()> {
    let mut complaints = Vec::new();
    for path in list(&["--cached"])? {
        if let Some(why) = rules::made_not_written(&path) {
            complaints.push(format!("{path}: {why}"));
        }
    }
    let files = list(&["--cached", "--others", "--exclude-standard"])?;
    for path in &files {
        if !rules::is_text(path) || !Path::new(path).is_file() {
            continue;
        }
        let text = std::fs::read_to_string(path).with_context(|| format!("{path} is not UTF-8 text"))?;
        for finding in rules::hold(&File { path, text: &text }) {
            let line = finding.line.map(|line| format!(":{line}")).unwrap_or_default();
            complaints.push(format!("{path}{line}: {}", finding.why));
        }
    }
    if complaints.is_empty() {
        println!("{} files follow the house rules", files.len());
        return Ok(());
    }
    bail!("the house rules are broken in {} places\n{}", complaints.len(), complaints.join("\n"))
}

/// Files by git's list; `-z`, since git otherwise quotes names that are not ASCII.
fn list(which: &[&str]) -> Result<Vec<String>> {
    let listing = shell::read(Command::new("git").args(["ls-files", "-z"]).args(which))?;
    let mut files: Vec<String> =
        listing.split('\0').filter(|path| !path.is_empty()).map(str::to_owned).collect();
    files.sort();
    files.dedup();
    Ok(files)
}
