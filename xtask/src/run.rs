//! `run`: build the program and open its window; `run --headless`: walk through a day where there is no screen.

use crate::{shell, system, ui};
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const NO_SCREEN: &str = "there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); \
    `cargo xtask run --headless` walks through a day on a virtual one and leaves screenshots";

/// The test that walks through a day of the demo clinic, taking a screenshot at each station.
const WALK: &str = "walk_a_day";

/// The program as `cargo build --workspace` makes it. With `--package` cargo would choose other features for the
/// crates they share, and compile most of them a second time for `cargo xtask test`.
pub(crate) const BUILD: &[&str] = &["build", "--workspace", "--bin", "jingtai"];

/// Opens the window on the demo clinic, which the program makes when it is not there yet.
pub(crate) fn window() -> Result<()> {
    if cfg!(target_os = "linux") && !has_screen() {
        bail!("{NO_SCREEN}");
    }
    prepare(system::Need::Build)?;
    println!("opening the demo clinic in target/demo");
    shell::run(Command::new(program()).args(["--data-dir", "target/demo", "--demo"]))
}

/// Where [`BUILD`] leaves the program.
pub(crate) fn program() -> PathBuf {
    shell::root().join("target/debug").join(format!("jingtai{}", std::env::consts::EXE_SUFFIX))
}

/// Walks through a day under Xvfb and says where the screenshots are.
pub(crate) fn headless() -> Result<()> {
    prepare(system::Need::Window)?;
    let folder = shell::root().join("target/headless");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut walk = shell::cargo(&["test", "--workspace", "--test", "desktop", "--", WALK, "--nocapture"]);
    shell::run(walk.env("JINGTAI_SCREENSHOTS", &folder))?;
    let screenshots = screenshots(&folder)?;
    if screenshots.is_empty() {
        bail!("the walk took no screenshot: is there a test named `{WALK}` in tests/tests/desktop?");
    }
    println!("\nscreenshots in {}:", folder.display());
    for file in screenshots {
        println!("  {}", file.file_name().unwrap_or_default().to_string_lossy());
    }
    Ok(())
}

fn prepare(need: system::Need) -> Result<()> {
    system::provide(need)?;
    ui::install()?;
    ui::build()?;
    shell::run(&mut shell::cargo(BUILD))
}

fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn screenshots(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "png") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
