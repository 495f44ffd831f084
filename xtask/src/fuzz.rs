//! `fuzz`: libFuzzer seeks inputs that do harm. The targets, each a program that takes bytes, are in tests/fuzz.
//!
//! The flags that cargo-fuzz would set are set here: one tool less to install, and without them in its way the stable
//! compiler watches where an input goes as well. Only the sanitizer, which sees wrong uses of memory in the crates that
//! have unsafe code, needs nightly.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A target, and the tests' own fixtures that it begins with beside its seeds.
const TARGETS: &[(&str, Option<&str>)] = &[
    ("scan", None),
    ("picture", Some("crates/clinic/tests/fixtures")),
    ("spreadsheet", Some("tests/fixtures")),
];

const SECONDS: u32 = 60;

/// Counters at every branch, and the values that are compared.
const WATCHED: &[&str] = &[
    "--cfg",
    "fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];

/// A picture of the most pixels that are decoded takes so long, and so much memory, under the sanitizer.
const LIMITS: &[&str] = &["-timeout=60", "-rss_limit_mb=4096"];

/// Fuzzes one target, or all, each for so long.
pub(crate) fn run(words: &[&str]) -> Result<()> {
    let (wanted, options) = match words {
        [target, options @ ..] if !target.starts_with('-') => (Some(*target), options),
        options => (None, options),
    };
    let seconds = match options {
        [] => SECONDS,
        ["--seconds", seconds] => seconds.parse().context("--seconds takes a number")?,
        _ => bail!("fuzz takes a target and `--seconds N`, not `{}`", words.join(" ")),
    };
    let targets: Vec<_> =
        TARGETS.iter().filter(|(name, _)| wanted.is_none_or(|wanted| wanted == *name)).collect();
    if targets.is_empty() {
        let known: Vec<&str> = TARGETS.iter().map(|(known, _)| *known).collect();
        bail!("no target `{}`; there are: {}", wanted.unwrap_or_default(), known.join(", "));
    }
    let programs = build()?;
    for (name, fixtures) in targets {
        fuzz(&format!("{programs}/{name}"), name, *fixtures, seconds)?;
    }
    Ok(())
}

/// Builds every target and gives the folder of the programs.
fn build() -> Result<String> {
    let host = host()?;
    let nightly = Command::new("rustup")
        .args(["run", "nightly", "rustc", "--version"])
        .output()
        .is_ok_and(|output| output.status.success());
    let mut flags = WATCHED.to_vec();
    // A named target keeps the flags from what runs while building.
    let words = ["build", "--release", "--manifest-path", "tests/fuzz/Cargo.toml", "--target", &host];
    let (mut cargo, kind) = if nightly {
        println!("nightly is there: with the address sanitizer");
        flags.push("-Zsanitizer=address");
        let mut cargo = shell::like_cargo("rustup");
        cargo.args(["run", "nightly", "cargo"]).args(words);
        (cargo, "nightly")
    } else {
        println!("no nightly: without the address sanitizer (`rustup toolchain install nightly` brings it)");
        (shell::cargo(&words), "stable")
    };
    // Each toolchain has a folder of its own: one would throw away what the other built.
    cargo.args(["--target-dir", &format!("target/fuzz/{kind}")]);
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    shell::run(&mut cargo)?;
    Ok(format!("target/fuzz/{kind}/{host}/release"))
}

/// Such as `x86_64-unknown-linux-gnu`.
fn host() -> Result<String> {
    let version = shell::read(Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("`rustc -vV` names its host")?.to_owned())
}

/// The corpus grows from run to run in target/fuzz; what does harm is left in `crashes` and named on the terminal.
fn fuzz(program: &str, name: &str, fixtures: Option<&str>, seconds: u32) -> Result<()> {
    println!("\n== {name}, {seconds} s");
    let [corpus, crashes, temporary] =
        ["corpus", "crashes", "tmp"].map(|folder| format!("target/fuzz/{folder}/{name}"));
    // libFuzzer ends without unwinding, and its clinics stay behind.
    if Path::new(&temporary).exists() {
        fs::remove_dir_all(&temporary).with_context(|| temporary.clone())?;
    }
    for folder in [&corpus, &crashes, &temporary] {
        fs::create_dir_all(folder).with_context(|| folder.clone())?;
    }
    let mut fuzzer = Command::new(shell::root().join(program));
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={crashes}/")).args(LIMITS);
    fuzzer.arg(&corpus).arg(format!("tests/fuzz/seeds/{name}")).args(fixtures);
    fuzzer.env("TMPDIR", shell::root().join(&temporary));
    shell::run(&mut fuzzer).with_context(|| format!("{name}: the input is in {crashes}"))
}
