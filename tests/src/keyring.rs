//! A session bus with a keyring of a test's own, as a desktop has them.

use crate::group::Group;
use anyhow::{Context, Result, bail};
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// Lives as long as this value, whatever becomes of the program that uses it.
#[derive(Debug)]
pub(crate) struct Keyring {
    address: String,
    _group: Group,
}

impl Keyring {
    /// Starts both, the keyring unlocked and empty. `home` stands for the user's home.
    pub(crate) fn start(home: &Path) -> Result<Keyring> {
        std::fs::create_dir_all(home)?;
        let mut group = Group::start()?;
        let socket = home.join("bus");
        let address = format!("unix:path={}", socket.display());
        group
            .spawn(
                Command::new("dbus-daemon")
                    .args(["--session", "--nofork", "--nopidfile", "--address", &address])
                    .stdin(Stdio::null())
                    .stdout(Stdio::null())
                    .stderr(Stdio::null()),
            )
            .context("dbus-daemon cannot be started (Debian package dbus-daemon)")?;
        wait_for("the session bus", || socket.exists())?;
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon
            .args(["--foreground", "--unlock", "--components=secrets"])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_RUNTIME_DIR", home)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let daemon = group
            .spawn(&mut daemon)
            .context("gnome-keyring-daemon cannot be started (Debian package gnome-keyring)")?;
        // The password of the keyring that it makes ends with the input.
        daemon.stdin.take().context("piped above")?.write_all(b"keyring")?;
        let keyring = Keyring { address, _group: group };
        wait_for("the keyring", || keyring.is_there())?;
        Ok(keyring)
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    fn is_there(&self) -> bool {
        let ask = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
        let name = ["org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.secrets"];
        Command::new("dbus-send")
            .args(ask)
            .args(name)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.address)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }
}

fn wait_for(what: &str, there: impl Fn() -> bool) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    while !there() {
        if Instant::now() > deadline {
            bail!("{what} did not come up");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    Ok(())
}
