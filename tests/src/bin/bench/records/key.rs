//! The key of a clinic's file, for a connection beside the program's own: rows in bulk, and bare queries.

use anyhow::{Context, Result};
use jingtai_clinic::{SystemWorld, World};
use std::sync::{Arc, OnceLock};

/// The real world, which remembers the first 32 random bytes that it gave. A founding draws the file's key before anything
/// else of that length; were that to change, the file would not open.
#[derive(Debug, Default)]
pub(super) struct Remembering(OnceLock<[u8; 32]>);

impl Remembering {
    pub(super) fn new() -> Arc<Remembering> {
        Arc::new(Remembering::default())
    }

    pub(super) fn key(&self) -> Result<[u8; 32]> {
        self.0.get().copied().context("a clinic was founded in this world")
    }
}

impl World for Remembering {
    fn now(&self) -> i64 {
        SystemWorld.now()
    }

    fn random(&self, bytes: &mut [u8]) {
        SystemWorld.random(bytes);
        if let Ok(key) = <[u8; 32]>::try_from(&*bytes) {
            let _ = self.0.set(key);
        }
    }
}
