//! The system's packages. On Debian and Ubuntu they are installed; elsewhere they are named.
//!
//! When all is there this costs one `dpkg-query`, so that every command can start with it.

use crate::shell;
use anyhow::{Result, bail};
use std::collections::HashSet;
use std::process::Command;

/// To build the program and to see Chinese in it.
const BUILD: &[&str] = &[
    "build-essential",
    "fonts-noto-cjk",
    "libclang-dev",
    "libdbus-1-dev",
    "libwebkit2gtk-4.1-dev",
    "perl",
    "pkg-config",
];

/// To drive the window on a virtual screen, with a keyring, and to look at what the program printed.
const WINDOW: &[&str] = &[
    "dbus-bin",
    "dbus-daemon",
    "gnome-keyring",
    "imagemagick",
    "poppler-utils",
    "webkit2gtk-driver",
    "xauth",
    "xvfb",
];

/// What a command needs of the system.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// Building and running the program.
    Build,
    /// That, and a window driven by tests.
    Window,
}

impl Need {
    fn packages(self) -> Vec<&'static str> {
        match self {
            Need::Build => BUILD.to_vec(),
            Need::Window => BUILD.iter().chain(WINDOW).copied().collect(),
        }
    }
}

/// Sees to it that the packages are there, installing what is missing where that is possible.
pub(crate) fn provide(need: Need) -> Result<()> {
    if !cfg!(target_os = "linux") {
        println!("{}", advice_elsewhere());
        return Ok(());
    }
    if !shell::exists("dpkg-query", "--version") {
        println!(
            "This is not Debian or Ubuntu: your system's equivalents of these packages are needed:\n  {}",
            need.packages().join(" ")
        );
        return Ok(());
    }
    let missing = missing(&need.packages(), &installed(&need.packages())?);
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

fn advice_elsewhere() -> &'static str {
    if cfg!(target_os = "windows") {
        "On Windows these are needed: Visual Studio Build Tools (C++), Strawberry Perl, LLVM (libclang), WebView2 Runtime."
    } else if cfg!(target_os = "macos") {
        "On macOS these are needed: the Xcode command line tools (xcode-select --install)."
    } else {
        "On this system WebKitGTK 4.1, a C compiler, perl, pkg-config, D-Bus and libclang are needed."
    }
}

/// dpkg-query fails when it knows nothing of one of the packages, and still lists the others.
fn installed(packages: &[&str]) -> Result<HashSet<String>> {
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat", "${binary:Package} ${db:Status-Status}\n"])
        .args(packages)
        .output()?;
    Ok(parse_installed(&String::from_utf8_lossy(&output.stdout)))
}

/// A package of several architectures is listed as `name:amd64`.
fn parse_installed(listing: &str) -> HashSet<String> {
    listing
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .map(|name| name.split(':').next().unwrap_or(name).to_owned())
        .collect()
}

fn missing<'a>(wanted: &[&'a str], installed: &HashSet<String>) -> Vec<&'a str> {
    wanted.iter().copied().filter(|package| !installed.contains(*package)).collect()
}

fn install(packages: &[&str]) -> Result<()> {
    let by_hand = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    let Some(prefix) = privilege() else {
        bail!("packages are missing and this is neither root nor is sudo there; as root:\n  {by_hand}");
    };
    println!("installing {}", packages.join(" "));
    let apt = |words: &[&str]| {
        shell::run(
            Command::new(prefix[0])
                .args(&prefix[1..])
                .arg("DEBIAN_FRONTEND=noninteractive")
                .args(["apt-get", "-q", "-y"])
                .args(words),
        )
    };
    let installed =
        apt(&["update"]).and_then(|()| apt(&[&["install", "--no-install-recommends"], packages].concat()));
    if let Err(error) = installed {
        bail!("{error:#}\nwhat is needed:\n  {by_hand}");
    }
    Ok(())
}

/// What to put before `NAME=value command` so that root carries it out.
fn privilege() -> Option<&'static [&'static str]> {
    let root = Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0");
    if root {
        Some(&["env"])
    } else if shell::exists("sudo", "--version") {
        Some(&["sudo", "env"])
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_installed_packages_count() {
        let installed = parse_installed("perl installed\nlibdbus-1-dev:amd64 installed\nxvfb config-files\n");
        assert_eq!(missing(&["perl", "libdbus-1-dev", "xvfb", "xauth"], &installed), ["xvfb", "xauth"]);
    }

    #[test]
    fn driving_a_window_needs_what_building_needs() {
        let window = Need::Window.packages();
        assert!(Need::Build.packages().iter().all(|package| window.contains(package)));
    }
}
