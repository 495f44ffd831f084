//! A virtual screen of a test's own, so that tests run beside each other and need no real one.

use crate::group::Group;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// The screens that clinics have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The receptionist's 14-inch laptop: 1366x768.
    Laptop,
    /// A desk screen: 1920x1080.
    Desk,
}

impl Screen {
    /// Width and height in pixels.
    pub fn size(self) -> (u32, u32) {
        match self {
            Screen::Laptop => (1366, 768),
            Screen::Desk => (1920, 1080),
        }
    }

    /// As the program and Xvfb spell it: `1366x768`.
    pub fn spelled(self) -> String {
        let (width, height) = self.size();
        format!("{width}x{height}")
    }
}

/// A running Xvfb.
#[derive(Debug)]
pub struct Display {
    name: String,
}

impl Display {
    /// Starts Xvfb in the group; it picks a free number itself, so that tests never fight for one.
    pub fn start(group: &mut Group, screen: Screen) -> Result<Display> {
        let xvfb = group
            .spawn(
                Command::new("Xvfb")
                    .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
                    .arg(format!("{}x24", screen.spelled()))
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null()),
            )
            .context("Xvfb cannot be started (Debian package xvfb)")?;
        let stdout = xvfb.stdout.take().context("piped above")?;
        let mut number = String::new();
        BufReader::new(stdout).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended before it named its display");
        }
        Ok(Display { name: format!(":{}", number.trim()) })
    }

    /// What DISPLAY is set to.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole screen as a person would see it, native dialogs included.
    pub fn screenshot(&self, file: &Path) -> Result<()> {
        let status = Command::new("import")
            .args(["-display", &self.name, "-window", "root"])
            .arg(file)
            .status()
            .context("import cannot be started (Debian package imagemagick)")?;
        if !status.success() {
            bail!("import failed ({status})");
        }
        Ok(())
    }
}
