//! The rules, each with its reason.

use super::{File, Finding, literals};

/// Longer files are read by nobody from end to end, and two people cannot work in one.
const LONGEST: usize = 600;

/// Written by programs: their length, words and blanks are not ours.
const GENERATED: &[&str] = &["ui/src/api/generated.ts"];

/// Written so that this file does not break the rule it holds.
const UNFINISHED: &[(&str, &str)] = &[
    (concat!("TO", "DO"), "unfinished work belongs in the issue tracker, where somebody will look for it"),
    (concat!("FIX", "ME"), "unfinished work belongs in the issue tracker, where somebody will look for it"),
    (concat!("todo", "!("), "a branch that panics at a client's visit is not written yet: write it"),
    (concat!("unimplemented", "!("), "a branch that panics at a client's visit is not written yet: write it"),
    (concat!("dbg", "!("), "left over from looking for something"),
    (concat!("#[", "ignore"), "a test that does not run promises what nobody checks: mend it or delete it"),
];

const NARROWED: &[&str] = &[concat!(".on", "ly("), concat!(".sk", "ip(")];

const STATEMENTS: &[&str] = &[
    concat!("SEL", "ECT "),
    concat!("INSERT", " INTO "),
    concat!("DELETE", " FROM "),
    concat!("CREATE", " TABLE "),
    concat!("PRA", "GMA "),
];

const TEXT: &[&str] = &[
    ".rs",
    ".toml",
    ".sql",
    ".ts",
    ".tsx",
    ".js",
    ".mjs",
    ".css",
    ".html",
    ".json",
    ".md",
    ".sh",
    ".yml",
    ".yaml",
    ".ci/run",
    ".gitignore",
    ".gitattributes",
];

/// Whether the rules read the file at all.
pub(super) fn is_text(path: &str) -> bool {
    TEXT.iter().any(|ending| path.ends_with(ending))
}

/// A tracked file that a build makes.
pub(super) fn made_not_written(path: &str) -> Option<&'static str> {
    let mut folders = path.split('/').rev().skip(1);
    folders
        .any(|folder| ["target", "node_modules", "dist"].contains(&folder))
        .then_some("what a build makes is not kept in git: it would differ from what the sources say")
}

/// Every rule against one file.
pub(super) fn hold(file: &File<'_>) -> Vec<Finding> {
    if GENERATED.contains(&file.path) {
        return Vec::new();
    }
    let rules: [fn(&File<'_>) -> Vec<Finding>; 9] = [
        long,
        unfinished,
        narrowed,
        sql_elsewhere,
        shown_text_in_the_ui,
        shown_text_in_the_program,
        no_introduction,
        trailing_blanks,
        no_final_newline,
    ];
    rules.iter().flat_map(|rule| rule(file)).collect()
}

fn found(lines: Vec<usize>, why: &'static str) -> Vec<Finding> {
    lines.into_iter().map(|line| Finding { line: Some(line), why }).collect()
}

fn long(file: &File<'_>) -> Vec<Finding> {
    let ours = file.ends_with(&[".rs", ".ts", ".tsx"]);
    if !ours || file.text.lines().count() <= LONGEST {
        return Vec::new();
    }
    vec![Finding { line: None, why: "over 600 lines: a file holds one idea; split it by what its parts do" }]
}

fn unfinished(file: &File<'_>) -> Vec<Finding> {
    if !file.ends_with(&[".rs", ".ts", ".tsx", ".sql", ".css"]) {
        return Vec::new();
    }
    UNFINISHED
        .iter()
        .flat_map(|(word, why)| found(file.lines_where(|line| line.contains(word)), why))
        .collect()
}

fn is_ui_test(file: &File<'_>) -> bool {
    file.is_under(&["ui/"]) && file.ends_with(&[".test.ts", ".test.tsx"])
}

fn narrowed(file: &File<'_>) -> Vec<Finding> {
    if !is_ui_test(file) {
        return Vec::new();
    }
    found(
        file.lines_where(|line| NARROWED.iter().any(|word| line.contains(word))),
        "a test left out, or one that leaves out the others, promises what nobody checks",
    )
}

fn sql_elsewhere(file: &File<'_>) -> Vec<Finding> {
    if !file.ends_with(&[".rs"]) || file.is_under(&["crates/clinic/", "crates/server/", "tests/"]) {
        return Vec::new();
    }
    found(
        file.lines_where(|line| STATEMENTS.iter().any(|statement| line.contains(statement))),
        "SQL is written in clinic and server alone: elsewhere it would pass by the checks of `transact`",
    )
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Tests may name clients in Chinese: nothing in them is shown to a person.
fn shown_text_in_the_ui(file: &File<'_>) -> Vec<Finding> {
    let checked = file.is_under(&["ui/src/"]) && file.ends_with(&[".ts", ".tsx"]);
    if !checked || is_ui_test(file) || file.is_under(&["ui/src/locales/"]) {
        return Vec::new();
    }
    found(
        file.lines_where(|line| line.contains(is_chinese)),
        "Chinese outside ui/src/locales: what people read must be there in every language",
    )
}

fn shown_text_in_the_program(file: &File<'_>) -> Vec<Finding> {
    let test = file.is_under(&["src-tauri/tests/"])
        || file.ends_with(&["/tests.rs"])
        || file.path.contains("/tests/");
    if !file.is_under(&["src-tauri/"]) || !file.ends_with(&[".rs"]) || test {
        return Vec::new();
    }
    let before_tests = file.text.split("#[cfg(test)]\nmod ").next().unwrap_or(file.text);
    found(
        literals::lines_with(before_tests, is_chinese),
        "a Chinese string in the program: give an error code and let the UI's locales say it",
    )
}

fn no_introduction(file: &File<'_>) -> Vec<Finding> {
    if !file.ends_with(&[".rs"]) || file.ends_with(&["build.rs"]) || file.text.starts_with("//!") {
        return Vec::new();
    }
    vec![Finding {
        line: Some(1),
        why: "a module's first lines (//!) say what it is for and what it leaves to others",
    }]
}

fn trailing_blanks(file: &File<'_>) -> Vec<Finding> {
    found(file.lines_where(|line| line.ends_with([' ', '\t', '\r'])), "blanks at the end of a line")
}

fn no_final_newline(file: &File<'_>) -> Vec<Finding> {
    let ends_well = file.text.is_empty() || (file.text.ends_with('\n') && !file.text.ends_with("\n\n"));
    if ends_well {
        Vec::new()
    } else {
        vec![Finding { line: None, why: "a text file ends with one newline" }]
    }
}

#[cfg(test)]
mod tests;
