//! WebKitWebDriver, spoken to directly: on Linux tauri-driver only renames one capability and passes the rest on.

use crate::group::Group;
use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long the driver may take until it listens.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the driver starts, and in which surroundings.
#[derive(Debug)]
pub struct Program<'a> {
    /// Absolute path of the executable.
    pub binary: &'a Path,
    /// Its arguments.
    pub args: &'a [String],
    /// The X display.
    pub display: &'a str,
    /// The session bus's address, where there is one.
    pub bus: Option<&'a str>,
    /// An empty folder that stands for the user's home: settings, caches and the session bus of the person
    /// who runs the tests are neither read nor written.
    pub home: &'a Path,
    /// Where the program's and the driver's complaints go.
    pub log: &'a Path,
}

/// Starts a driver on a free port; it starts the program and hands out its one session.
pub async fn open(group: &mut Group, program: &Program<'_>) -> Result<Client> {
    let port = start(group, program)?;
    let capabilities = json!({
        "webkitgtk:browserOptions": { "binary": program.binary, "args": program.args }
    });
    let Value::Object(capabilities) = capabilities else { bail!("an object is written above") };
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .with_context(|| format!("{} did not open a window\n{}", program.binary.display(), tail(program.log)))
}

fn start(group: &mut Group, program: &Program<'_>) -> Result<u16> {
    // Between our letting go of a port and the driver's taking it, another test may come first.
    for _ in 0..5 {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let driver = group
            .spawn(&mut command(program, port)?)
            .context("WebKitWebDriver cannot be started (Debian package webkit2gtk-driver)")?;
        let deadline = Instant::now() + PATIENCE;
        while driver.try_wait()?.is_none() {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(port);
            }
            if Instant::now() > deadline {
                bail!("WebKitWebDriver does not listen on port {port}\n{}", tail(program.log));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    bail!("WebKitWebDriver ends as soon as it is started\n{}", tail(program.log))
}

fn command(program: &Program<'_>, port: u16) -> Result<Command> {
    let log = File::options().create(true).append(true).open(program.log)?;
    // Without one of the test's own, no keyring and no accessibility bridge of the person who runs the tests.
    let no_bus = format!("unix:path={}", program.home.join("no-bus").display());
    let mut command = Command::new("WebKitWebDriver");
    command
        .args([format!("--port={port}"), "--host=127.0.0.1".to_owned()])
        .env("DISPLAY", program.display)
        .env("GDK_BACKEND", "x11")
        .env_remove("WAYLAND_DISPLAY")
        // What lets the driver into the webview.
        .env("TAURI_AUTOMATION", "true")
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("HOME", program.home)
        .env("XDG_CONFIG_HOME", program.home.join("config"))
        .env("XDG_DATA_HOME", program.home.join("data"))
        .env("XDG_CACHE_HOME", program.home.join("cache"))
        .env("XDG_RUNTIME_DIR", program.home)
        .env("DBUS_SESSION_BUS_ADDRESS", program.bus.unwrap_or(&no_bus))
        .env("NO_AT_BRIDGE", "1")
        .env("GTK_IM_MODULE", "gtk-im-context-simple")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    Ok(command)
}

/// The last lines of a log, for a message.
pub fn tail(log: &Path) -> String {
    let text =
        std::fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}
