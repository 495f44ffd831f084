//! What is put to the test, each by one function that takes bytes; and the end of a run at a panic that nobody contained.
//!
//! The clinic contains the panics of some readers of foreign bytes. libFuzzer's binding would end the run within them,
//! so a target goes through [`run`] instead, which ends it only at a panic that comes all the way out.

use std::panic::{self, AssertUnwindSafe};
use std::sync::Mutex;

#[path = "../../src/clinic.rs"]
pub mod clinic;
pub mod picture;
pub mod scan;
pub mod spreadsheet;

use anyhow::Result;
use jingtai_clinic::{Actor, Store};
use tempfile::TempDir;

/// What the last panic said, contained or not.
static LAST_WORDS: Mutex<String> = Mutex::new(String::new());

/// Lets panics unwind; for a target's `init`.
pub fn contain_panics() {
    panic::set_hook(Box::new(|panic| {
        if let Ok(mut words) = LAST_WORDS.lock() {
            *words = panic.to_string();
        }
    }));
}

/// Puts one input to the test.
pub fn run(test: impl FnOnce()) {
    if panic::catch_unwind(AssertUnwindSafe(test)).is_err() {
        eprintln!("{}", LAST_WORDS.lock().map(|words| words.clone()).unwrap_or_default());
        std::process::abort();
    }
}

/// An open clinic.
pub struct Clinic {
    /// Its file.
    pub store: Store,
    /// Who may do everything.
    pub owner: Actor,
    _dir: TempDir,
}

impl Clinic {
    /// Makes one in the folder for temporary files.
    ///
    /// # Errors
    /// What the store and the disk give.
    pub fn found() -> Result<Clinic> {
        let dir = tempfile::tempdir()?;
        clinic::found(dir.path())?;
        let (store, owner) = clinic::open(dir.path())?;
        Ok(Clinic { store, owner, _dir: dir })
    }
}
