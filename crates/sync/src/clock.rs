//! The hybrid logical clock: close to the wall clock, never going back, never waiting.
//!
//! Our own thirty lines rather than the crate `uhlc`: that one reads time through a plain `fn()` which a
//! simulator cannot own, refuses a peer whose clock is half a second ahead, and after a restart with the
//! wall clock set back issues smaller stamps. What is asked of a clock here is the opposite: nothing ever
//! blocks on it, and the last stamp is saved in each transaction and restored.

use serde::{Deserialize, Serialize};

const COUNTER_BITS: u32 = 16;

/// How far ahead of its arrival a received stamp may count, in milliseconds.
pub const GRACE_MS: i64 = 120_000;

/// A point of the hybrid clock: 48 bits of UTC milliseconds, then a 16-bit counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(u64);

impl Stamp {
    /// Before every stamp that a clock issues.
    pub const ZERO: Stamp = Stamp(0);

    /// The first stamp of a millisecond; times before 1970 count as 1970.
    #[must_use]
    pub fn at(millis: i64) -> Stamp {
        Stamp(u64::try_from(millis).unwrap_or(0) << COUNTER_BITS)
    }

    /// UTC milliseconds.
    #[must_use]
    pub fn millis(self) -> i64 {
        (self.0 >> COUNTER_BITS) as i64
    }

    /// As SQLite keeps it. Stamps order the same way as these integers.
    #[must_use]
    pub fn to_i64(self) -> i64 {
        self.0 as i64
    }

    /// The reverse of [`Stamp::to_i64`].
    #[must_use]
    pub fn from_i64(raw: i64) -> Stamp {
        Stamp(raw as u64)
    }

    /// The stamp as it counts for one who received it at `received_at` (UTC milliseconds): a clock a year
    /// ahead cannot win for longer than [`GRACE_MS`]. The counter of a clamped stamp is 0; the greatest
    /// counter would put it after stamps that saw it.
    #[must_use]
    pub fn clamped(self, received_at: i64) -> Stamp {
        self.min(Stamp::at(received_at.saturating_add(GRACE_MS)))
    }
}

/// Issues stamps that only rise.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    last: Stamp,
}

impl Clock {
    /// A clock that goes on after `last`, the stamp saved by the last transaction.
    #[must_use]
    pub fn resume(last: Stamp) -> Clock {
        Clock { last }
    }

    /// The stamp last issued or received.
    #[must_use]
    pub fn last(&self) -> Stamp {
        self.last
    }

    /// The next stamp, given the wall clock in UTC milliseconds. Rises even where the wall clock went back.
    pub fn tick(&mut self, wall: i64) -> Stamp {
        self.last = Stamp::at(wall).max(Stamp(self.last.0 + 1));
        self.last
    }

    /// Moves past a received stamp, which the caller has clamped ([`Stamp::clamped`]).
    pub fn observe(&mut self, received: Stamp) {
        self.last = self.last.max(received);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stamps_rise_whatever_the_wall_clock_does(walls in proptest::collection::vec(0i64..1 << 44, 1..60)) {
            let mut clock = Clock::resume(Stamp::ZERO);
            let mut before = Stamp::ZERO;
            for wall in walls {
                let stamp = clock.tick(wall);
                prop_assert!(stamp > before);
                before = stamp;
            }
        }

        #[test]
        fn a_clamped_stamp_never_passes_what_was_issued_after_seeing_it(ahead in 0i64..1 << 40, now in 1i64 << 40..1 << 41) {
            let wild = Stamp(Stamp::at(now + ahead).0 + 77);
            let seen = wild.clamped(now);
            let mut clock = Clock::resume(Stamp::ZERO);
            clock.observe(seen);
            prop_assert!(clock.tick(now) > seen);
            prop_assert!(seen.millis() <= now + GRACE_MS);
        }

        #[test]
        fn the_stored_integer_orders_like_the_stamp(a in 0i64..1 << 44, b in 0i64..1 << 44) {
            prop_assert_eq!(Stamp::at(a).cmp(&Stamp::at(b)), Stamp::at(a).to_i64().cmp(&Stamp::at(b).to_i64()));
            prop_assert_eq!(Stamp::from_i64(Stamp::at(a).to_i64()), Stamp::at(a));
        }
    }
}
