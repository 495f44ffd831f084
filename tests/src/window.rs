//! The real program, in a real window, on a screen of its own, driven as a person drives it.
//!
//! Everything waits for its condition up to [`PATIENCE`] and then panics at the test's own line, leaving a
//! screenshot in target/failed/. Tests never sleep.

use crate::display::{Display, Screen};
use crate::driver::{self, Program};
use crate::group::{self, Group};
use crate::keyring::Keyring;
use crate::keys;
use crate::target::Target;
use anyhow::{Context, Result, bail};
use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// How long anything may take that a person waits for, on a busy build machine.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A driver that answers nothing for this long is stuck.
const STUCK: Duration = Duration::from_secs(60);

/// How a window is to be opened.
#[derive(Clone, Debug)]
pub struct Setup {
    screen: Screen,
    args: Vec<String>,
    data: Option<PathBuf>,
    program: &'static str,
    keyring: bool,
}

impl Setup {
    /// The laptop's screen, an empty data folder, no more arguments.
    pub fn new() -> Setup {
        Setup { screen: Screen::Laptop, args: Vec::new(), data: None, program: "jingtai", keyring: false }
    }

    /// On this screen.
    pub fn screen(mut self, screen: Screen) -> Setup {
        self.screen = screen;
        self
    }

    /// With one more argument to the program.
    pub fn arg(mut self, arg: &str) -> Setup {
        self.args.push(arg.to_owned());
        self
    }

    /// On data that is already there and stays there, in place of an empty folder of the test's own.
    pub fn data(mut self, folder: &Path) -> Setup {
        self.data = Some(folder.to_path_buf());
        self
    }

    /// With a keyring, empty and unlocked, that outlives the program.
    pub fn keyring(mut self) -> Setup {
        self.keyring = true;
        self
    }

    /// Another program than the desk, by its path in the folder of the profile.
    pub fn program(mut self, program: &'static str) -> Setup {
        self.program = program;
        self
    }

    /// Starts the program and waits until its first screen is drawn.
    #[track_caller]
    pub fn open(self) -> Window {
        let window = or_fail(Window::start(self), "the window did not open");
        window.css("#root > *").wait();
        window
    }
}

impl Default for Setup {
    fn default() -> Setup {
        Setup::new()
    }
}

/// A running program and its window; dropped, both are gone.
pub struct Window {
    setup: Setup,
    binary: PathBuf,
    runtime: Runtime,
    client: Client,
    display: Display,
    group: Group,
    keyring: Option<Keyring>,
    // The last field: the group must be dead before its files go.
    folder: TempDir,
}

impl Window {
    fn start(setup: Setup) -> Result<Window> {
        let binary = binary(setup.program)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let folder = tempfile::Builder::new().prefix("jingtai-window-").tempdir()?;
        let mut group = Group::start()?;
        let display = Display::start(&mut group, setup.screen)?;
        let keyring = setup.keyring.then(|| Keyring::start(&folder.path().join("home"))).transpose()?;
        let surroundings =
            Surroundings { display: &display, keyring: keyring.as_ref(), folder: folder.path() };
        let client = launch(&runtime, &mut group, &surroundings, &setup, &binary)?;
        Ok(Window { setup, binary, runtime, client, display, group, keyring, folder })
    }

    /// Where the program keeps its data.
    pub fn data(&self) -> PathBuf {
        data_folder(&self.setup, self.folder.path())
    }

    /// Kills the program as a power cut would: signal 9, no warning, in the middle of whatever it does.
    #[track_caller]
    pub fn kill(&self) {
        let running = self.group.running(&self.binary);
        if running.is_empty() {
            fail("the program is not running");
        }
        for id in &running {
            let killed = std::process::Command::new("sh").args(["-c", &format!("kill -KILL {id}")]).status();
            if !killed.is_ok_and(|status| status.success()) {
                fail(&format!("process {id} could not be killed"));
            }
        }
        self.until("the program is dead", || {
            if running.iter().any(|id| group::has_living_thread(*id)) {
                bail!("it still runs")
            }
            Ok(())
        });
    }

    /// Ends the program and starts it again on the same data and screen, killed before or not.
    #[track_caller]
    pub fn reopen(&mut self) {
        or_fail(self.restart(), "the window did not open again");
        self.css("#root > *").wait();
    }

    fn restart(&mut self) -> Result<()> {
        // The old group dies here, with its screen and driver: a driver whose program was killed is of no use.
        self.group = Group::start()?;
        self.display = Display::start(&mut self.group, self.setup.screen)?;
        let (display, keyring) = (&self.display, self.keyring.as_ref());
        let surroundings = Surroundings { display, keyring, folder: self.folder.path() };
        self.client = launch(&self.runtime, &mut self.group, &surroundings, &self.setup, &self.binary)?;
        Ok(())
    }

    /// The processes of this window: the program, the webview's and the screen's.
    pub fn processes(&self) -> Vec<u32> {
        self.group.processes()
    }

    /// The program's own process.
    #[track_caller]
    pub fn process(&self) -> u32 {
        let running = self.group.running(&self.binary);
        match running.first() {
            Some(id) => *id,
            None => fail("the program is not running"),
        }
    }

    /// By CSS selector.
    pub fn css(&self, selector: &str) -> Target<'_> {
        Target::new(self, "css", selector)
    }

    /// By CSS selector, hidden or not: for `<input type=file>` alone.
    pub fn hidden(&self, selector: &str) -> Target<'_> {
        Target::new(self, "hidden", selector)
    }

    /// By its whole visible text, blanks left out.
    pub fn text(&self, text: &str) -> Target<'_> {
        Target::new(self, "text", text)
    }

    /// By a part of its visible text, blanks left out.
    pub fn containing(&self, text: &str) -> Target<'_> {
        Target::new(self, "containing", text)
    }

    /// By `data-testid`.
    pub fn test_id(&self, id: &str) -> Target<'_> {
        Target::new(self, "testid", id)
    }

    /// An input by its label, `aria-label` or placeholder.
    pub fn field(&self, label: &str) -> Target<'_> {
        Target::new(self, "field", label)
    }

    /// Presses a key or a chord where the focus is: `Enter`, `Ctrl+K`.
    #[track_caller]
    pub fn press(&self, chord: &str) {
        self.perform(chord, or_fail(keys::chord(chord), chord));
    }

    /// Types where the focus is, as fast as a scanner; a line's end is Enter.
    #[track_caller]
    pub fn scan(&self, code: &str) {
        self.perform(code, keys::burst(code));
    }

    #[track_caller]
    fn perform(&self, what: &str, actions: fantoccini::actions::ActionSequence) {
        or_fail(self.wait_for(self.client.perform_actions(actions)), &format!("`{what}` could not be typed"));
    }

    /// Waits until the condition holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut condition: impl FnMut() -> bool) {
        self.until(what, || if condition() { Ok(()) } else { bail!("it does not hold") });
    }

    /// Tries again until it succeeds or the patience ends.
    #[track_caller]
    pub(crate) fn until<T>(&self, what: &str, mut attempt: impl FnMut() -> Result<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match attempt() {
                Ok(value) => return value,
                Err(error) if Instant::now() > deadline => {
                    fail(&format!("waited {} s until {what}: {error:#}", PATIENCE.as_secs()))
                }
                Err(_) => std::thread::sleep(Duration::from_millis(25)),
            }
        }
    }

    /// Chooses shade (`light`, `dark`) and language (`zh`, `en`) as the settings do, and draws the page anew.
    #[track_caller]
    pub fn prefer(&self, shade: &str, language: &str) {
        let script = "
            localStorage.setItem('jingtai.preferences', JSON.stringify({ shade: arguments[0], language: arguments[1] }));
            document.getElementById('root').replaceChildren();
            location.reload();";
        self.script(script, vec![json!(shade), json!(language)]);
        self.css("#root > *").wait();
    }

    /// Whether something is wider than the window.
    #[track_caller]
    pub fn scrolls_sideways(&self) -> bool {
        let script = "const page = document.scrollingElement; return page.scrollWidth > page.clientWidth;";
        self.script(script, vec![]) == json!(true)
    }

    /// Calls a command of the program as the UI does; the error is what the UI would get.
    #[track_caller]
    pub fn invoke(&self, command: &str, args: Value) -> Result<Value, Value> {
        let script = "
            const [command, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, args).then(
                (ok) => done({ ok: ok ?? null }), (error) => done({ error: error?.message ?? error ?? null }));";
        let mut answer = self.script_async(script, vec![json!(command), args]);
        match answer.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(answer["ok"].take()),
        }
    }

    /// Runs JavaScript in the window; `return` gives the value.
    #[track_caller]
    pub fn script(&self, script: &str, args: Vec<Value>) -> Value {
        or_fail(self.try_script(script, args), "the script failed")
    }

    /// Runs JavaScript that calls its last argument with the value.
    #[track_caller]
    pub fn script_async(&self, script: &str, args: Vec<Value>) -> Value {
        or_fail(self.wait_for(self.client.execute_async(script, args)), "the script failed")
    }

    pub(crate) fn try_script(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.wait_for(self.client.execute(script, args))
    }

    /// A picture of the whole screen: `<name>.png` in the folder that JINGTAI_SCREENSHOTS names, else in
    /// target/screenshots. What is still being read is waited for, and two animation frames pass, so that what
    /// the last key did is drawn.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        self.css(".ant-skeleton").wait_gone();
        self.script_async(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(null)));",
            vec![],
        );
        let folder = std::env::var_os("JINGTAI_SCREENSHOTS")
            .map_or_else(|| target_folder().join("screenshots"), PathBuf::from);
        or_fail(self.photograph(&folder, name), "no screenshot")
    }

    fn photograph(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("{name}.png"));
        self.display.screenshot(&file)?;
        Ok(file)
    }

    /// The page alone as a PNG, drawn by the webview.
    #[track_caller]
    pub fn page_png(&self) -> Vec<u8> {
        self.wait_for(self.client.screenshot())
            .unwrap_or_else(|error| fail(&format!("no screenshot: {error:#}")))
    }

    /// A folder of that name that goes with the window.
    #[track_caller]
    pub fn scratch(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        or_fail(std::fs::create_dir_all(&folder), name);
        folder
    }

    /// What the program and the driver have complained about.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn wait_for<T>(&self, answer: impl Future<Output = Result<T, CmdError>>) -> Result<T> {
        self.runtime.block_on(async {
            let answer = tokio::time::timeout(STUCK, answer).await;
            Ok(answer.context("the driver does not answer")??)
        })
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            return;
        }
        let test = std::thread::current().name().unwrap_or("window").replace("::", "-");
        if let Ok(file) = self.photograph(&target_folder().join("failed"), &test) {
            eprintln!("the screen at that moment: {}", file.display());
        }
        eprintln!("the program's last words:\n{}", driver::tail(&self.folder.path().join("log")));
    }
}

/// What the program finds around itself.
struct Surroundings<'a> {
    display: &'a Display,
    keyring: Option<&'a Keyring>,
    folder: &'a Path,
}

fn launch(
    runtime: &Runtime,
    group: &mut Group,
    surroundings: &Surroundings<'_>,
    setup: &Setup,
    binary: &Path,
) -> Result<Client> {
    let Surroundings { display, keyring, folder } = surroundings;
    let home = folder.join("home");
    // The system asks for less movement: tests wait for what happened, not for how it slides in.
    std::fs::create_dir_all(home.join("config/gtk-3.0"))?;
    std::fs::write(home.join("config/gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n")?;
    let mut args = vec!["--data-dir".to_owned(), data_folder(setup, folder).to_string_lossy().into_owned()];
    args.extend(["--window".to_owned(), setup.screen.spelled()]);
    args.extend(setup.args.iter().cloned());
    let log = folder.join("log");
    let bus = keyring.map(Keyring::address);
    let program = Program { binary, args: &args, display: display.name(), bus, home: &home, log: &log };
    runtime.block_on(async {
        let opened = tokio::time::timeout(STUCK, driver::open(group, &program)).await;
        opened.with_context(|| format!("the driver opened no window\n{}", driver::tail(&log)))?
    })
}

fn data_folder(setup: &Setup, folder: &Path) -> PathBuf {
    setup.data.clone().unwrap_or_else(|| folder.join("data"))
}

/// The program beside this test: target/<profile>/jingtai.
fn binary(program: &str) -> Result<PathBuf> {
    let binary = target_folder_of_profile()?.join(program);
    if !binary.is_file() {
        bail!("{} is not there: run `cargo build --workspace --bin jingtai` first", binary.display());
    }
    if let Some(newer) = newer_source(&binary) {
        eprintln!("warning: {newer} is newer than {}: the window shows the older program", binary.display());
    }
    Ok(binary)
}

/// Cargo keeps a list of what a program was made of beside it. Building a test does not build the program.
fn newer_source(binary: &Path) -> Option<String> {
    let built = binary.metadata().ok()?.modified().ok()?;
    let list = std::fs::read_to_string(binary.with_extension("d")).ok()?;
    let sources = list.split_once(": ")?.1.split_whitespace();
    let newer =
        |source: &&str| Path::new(source).metadata().and_then(|m| m.modified()).is_ok_and(|m| m > built);
    sources.into_iter().find(newer).map(str::to_owned)
}

fn target_folder_of_profile() -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test.parent().context("an executable is in a folder")?;
    Ok(if folder.ends_with("deps") { folder.parent().unwrap_or(folder) } else { folder }.to_path_buf())
}

fn target_folder() -> PathBuf {
    let folder = target_folder_of_profile().ok();
    folder.as_deref().and_then(Path::parent).map_or_else(|| root().join("target"), Path::to_path_buf)
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().unwrap_or(tests).to_path_buf()
}

/// Ends the test at the line that asked.
#[track_caller]
pub(crate) fn fail(message: &str) -> ! {
    panic!("{message}")
}

/// The value, or the end of the test at the line that asked. No closure stands between: a panic in one would
/// be told to have happened here.
#[track_caller]
pub(crate) fn or_fail<T, E: std::fmt::Display>(result: Result<T, E>, what: &str) -> T {
    match result {
        Ok(value) => value,
        Err(error) => fail(&format!("{what}: {error:#}")),
    }
}
