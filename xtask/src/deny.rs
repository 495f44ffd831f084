//! cargo-deny: which crates, licences and sources may be in the program. Its own list of reasons is deny.toml.
//!
//! The check of advisories is left out: it fetches a database and would fail wherever there is no network.

use crate::shell;
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Named, so that a new release cannot fail a tree that passed yesterday.
const VERSION: &str = "0.20.2";

/// Bans, licences and sources, by a cargo-deny that is built into target/ the first time.
pub(crate) fn check() -> Result<()> {
    let tools = shell::root().join("target/tools");
    let program = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    if !is_wanted_version(&program) {
        // Its release profile asks for fat link-time optimisation; the check itself takes a second either way.
        println!("building cargo-deny {VERSION} into target/tools, once");
        let mut install =
            shell::cargo(&["install", "cargo-deny", "--version", VERSION, "--locked", "--debug"]);
        install.args(["--quiet", "--force", "--root"]).arg(&tools);
        shell::run(install.env("CARGO_PROFILE_DEV_DEBUG", "false").env_remove("CARGO_TARGET_DIR"))?;
    }
    let mut check = Command::new(program);
    check.args([
        "--all-features",
        "--locked",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]);
    shell::run(check.current_dir(shell::root()))
}

fn is_wanted_version(program: &PathBuf) -> bool {
    Command::new(program)
        .arg("--version")
        .output()
        .is_ok_and(|output| String::from_utf8_lossy(&output.stdout).trim().ends_with(VERSION))
}
