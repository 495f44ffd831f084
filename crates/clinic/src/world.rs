//! Time and randomness, so that a test, the demo's generator and a simulator can own them.

use std::sync::Mutex;

use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha12Rng;

/// What the store asks of the world outside.
pub trait World: Send + Sync {
    /// UTC milliseconds.
    fn now(&self) -> i64;
    /// Fills with random bytes.
    fn random(&self, bytes: &mut [u8]);
}

/// The real one.
#[derive(Debug, Default)]
pub struct SystemWorld;

impl World for SystemWorld {
    fn now(&self) -> i64 {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
        chrono::Utc::now().timestamp_millis()
    }

    fn random(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the system has a source of randomness");
    }
}

/// A world whose clock stands where it is set and whose randomness follows a seed.
#[derive(Debug)]
pub struct SeededWorld {
    inner: Mutex<(i64, ChaCha12Rng)>,
}

impl SeededWorld {
    /// Starts at `now` (UTC milliseconds).
    #[must_use]
    pub fn new(seed: u64, now: i64) -> SeededWorld {
        SeededWorld { inner: Mutex::new((now, ChaCha12Rng::seed_from_u64(seed))) }
    }

    /// Moves the clock, back as well.
    pub fn set(&self, now: i64) {
        self.lock().0 = now;
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (i64, ChaCha12Rng)> {
        self.inner.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl World for SeededWorld {
    fn now(&self) -> i64 {
        self.lock().0
    }

    fn random(&self, bytes: &mut [u8]) {
        self.lock().1.fill_bytes(bytes);
    }
}
