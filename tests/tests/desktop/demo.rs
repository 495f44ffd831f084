//! A small demo clinic, made once and copied for each test.

use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;

use jingtai_clinic::demo::{self, DemoSize, Present};
use jingtai_clinic::{Role, SystemWorld, World};
use jingtai_tests::display::Screen;
use jingtai_tests::window::{Setup, Window};
use serde_json::{Value, json};
use tempfile::TempDir;

/// A window on a demo clinic of its own, at the sign-in page.
pub(crate) struct Demo {
    pub(crate) window: Window,
    _folder: TempDir,
}

/// Opens one.
pub(crate) fn open(screen: Screen) -> Demo {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for file in ["clinic.db", "clinic.keys"] {
        std::fs::copy(original().path().join(file), folder.path().join(file)).expect("copies");
    }
    copy_folder(&original().path().join("files"), &folder.path().join("files"));
    let window = Setup::new().screen(screen).data(folder.path()).arg("--demo").open();
    Demo { window, _folder: folder }
}

/// Photos and papers, sealed beside the database.
fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder").map(|entry| entry.expect("an entry")) {
        let copy = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &copy);
        } else {
            std::fs::copy(entry.path(), copy).expect("copies");
        }
    }
}

fn original() -> &'static TempDir {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a temporary folder");
        make(folder.path());
        folder
    })
}

/// The clinic is where it is between ten and eleven: at whatever hour the tests run, its day has begun, goes on
/// and does not end under them.
fn mid_morning(now: i64) -> Present {
    let hour = now.div_euclid(3_600_000).rem_euclid(24);
    // From 11 hours behind Greenwich to 12 before it; the database counts the hours behind as positive.
    let behind = (hour - 10 + 12).rem_euclid(24) - 12;
    let zone = format!("Etc/GMT{behind:+}").parse().expect("a zone of whole hours");
    Present { now, zone }
}

fn make(folder: &Path) {
    let never = AtomicBool::new(false);
    demo::found(folder, 7, mid_morning(SystemWorld.now()), DemoSize::TEST, &|_, _| {}, &never)
        .expect("a demo clinic");
}

/// What a command answers to who is signed in.
#[track_caller]
pub(crate) fn call(window: &Window, name: &str, input: Value) -> Value {
    window.invoke("call", json!({ "name": name, "input": input })).expect("an answer")
}

/// Somebody of a role: name and PIN.
pub(crate) fn somebody(role: Role) -> (String, String) {
    let people = demo::people();
    let person = people.iter().find(|person| person.roles == [role]);
    let person = person.or_else(|| people.iter().find(|person| person.roles.contains(&role)));
    let person = person.expect("every role is in the demo");
    (person.name.clone(), person.pin.clone())
}

/// Signs somebody of a role in, by typing alone.
pub(crate) fn sign_in(window: &Window, role: Role) {
    let (name, pin) = somebody(role);
    window.test_id("people-filter").type_text(&name);
    window.press("Enter");
    window.test_id("pin").type_text(&pin);
    window.press("Enter");
    window.test_id("frame").wait();
}

/// Opens a demo clinic with somebody signed in.
pub(crate) fn signed_in(role: Role) -> Demo {
    let demo = open(Screen::Laptop);
    sign_in(&demo.window, role);
    demo
}
