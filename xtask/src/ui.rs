//! The UI's packages and its build, each done only when something changed.
//!
//! Both are told apart by a stamp of the contents, not by dates: a fresh clone and a branch switch give every
//! file a new date.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that Vite runs on.
const NODE: (u32, u32) = (20, 19);

/// `npm ci`, unless what is installed is what the lock file says.
pub(crate) fn install() -> Result<()> {
    check_node()?;
    let lock = fs::read_to_string("ui/package-lock.json").context("ui/package-lock.json cannot be read")?;
    let stamp = Path::new("ui/node_modules/.installed-lock");
    if fs::read_to_string(stamp).is_ok_and(|installed| installed == lock) {
        println!("ui/node_modules is as package-lock.json says");
        return Ok(());
    }
    shell::run(npm(&["ci", "--no-audit", "--no-fund"]).env_remove("NODE_ENV"))?;
    fs::write(stamp, lock)?;
    Ok(())
}

/// `npm run build`, unless ui/dist was built from what is there now.
pub(crate) fn build() -> Result<()> {
    let stamp = Path::new("target/ui-dist.stamp");
    let now = format!("{:016x}", fingerprint(Path::new("."))?);
    if Path::new("ui/dist/index.html").is_file() && fs::read_to_string(stamp).is_ok_and(|built| built == now)
    {
        println!("ui/dist is fresh");
        return Ok(());
    }
    script("build")?;
    fs::create_dir_all("target")?;
    fs::write(stamp, now)?;
    Ok(())
}

/// One of the scripts of ui/package.json.
pub(crate) fn script(name: &str) -> Result<()> {
    shell::run(&mut npm(&["run", "--silent", name]))
}

fn npm(args: &[&str]) -> Command {
    let mut command = if cfg!(windows) { Command::new("npm.cmd") } else { Command::new("npm") };
    command.args(args).current_dir(shell::root().join("ui"));
    command
}

fn check_node() -> Result<()> {
    let (major, minor) = NODE;
    let wanted = format!("Node {major}.{minor} or newer is needed to build the UI (https://nodejs.org)");
    let Ok(output) = Command::new("node").arg("--version").output() else { bail!("{wanted}; there is none") };
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match parse_version(&version) {
        Some(found) if found >= NODE => Ok(()),
        _ => bail!("{wanted}; this is {version}"),
    }
}

fn parse_version(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// A hash over everything that decides what ui/dist holds: ui/ without what is made, and assets/.
fn fingerprint(root: &Path) -> Result<u64> {
    let mut files = Vec::new();
    for folder in ["ui", "assets"] {
        collect(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut hash = DefaultHasher::new();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hash);
        fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?.hash(&mut hash);
    }
    Ok(hash.finish())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let Ok(entries) = fs::read_dir(folder) else { return Ok(()) };
    for entry in entries {
        let entry = entry?;
        let made = ["node_modules", "dist", "coverage"].iter().any(|name| entry.file_name() == *name);
        if entry.file_type()?.is_dir() {
            if !made {
                collect(&entry.path(), files)?;
            }
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_compare_as_numbers() {
        assert_eq!(parse_version("v20.19.2"), Some((20, 19)));
        assert!(parse_version("v100.0.0") > parse_version("v20.19.2"));
        assert_eq!(parse_version("nonsense"), None);
    }

    #[test]
    fn a_changed_source_changes_the_fingerprint_and_a_made_file_does_not() {
        let root = std::env::temp_dir().join(format!("xtask-fingerprint-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let path = root.join(name);
            fs::create_dir_all(path.parent().expect("every name has a folder")).expect("temp is writable");
            fs::write(path, text).expect("temp is writable");
        };
        write("ui/src/main.tsx", "one");
        let first = fingerprint(&root).expect("readable");
        write("ui/dist/index.html", "made");
        write("ui/node_modules/react/index.js", "installed");
        assert_eq!(fingerprint(&root).expect("readable"), first);
        write("ui/src/main.tsx", "two");
        assert_ne!(fingerprint(&root).expect("readable"), first);
        fs::remove_dir_all(&root).expect("made above");
    }
}
