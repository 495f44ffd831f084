//! Chance, following the seed.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha12Rng;

/// Draws.
pub(super) struct Dice(ChaCha12Rng);

impl Dice {
    pub(super) fn new(seed: u64) -> Dice {
        // Another stream than the world's: the plan must not follow the keys that are drawn there.
        let mut generator = ChaCha12Rng::seed_from_u64(seed);
        generator.set_stream(1);
        Dice(generator)
    }

    /// From 0 to `count` - 1; 0 where there is nothing to choose.
    pub(super) fn below(&mut self, count: usize) -> usize {
        if count < 2 { 0 } else { self.0.random_range(0..count as u64) as usize }
    }

    /// Both ends included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        if low >= high { low } else { self.0.random_range(low..=high) }
    }

    /// Whether something of this likelihood (0 to 1) happens.
    pub(super) fn chance(&mut self, likelihood: f64) -> bool {
        self.0.random::<f64>() < likelihood
    }

    /// About normal, mean 0 and deviation 1.
    pub(super) fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.0.random::<f64>()).sum::<f64>() - 6.0
    }

    /// One of a list that is not empty.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    /// An index, by weight; `None` where all weights are 0.
    pub(super) fn weighted(&mut self, weights: impl Iterator<Item = f64> + Clone) -> Option<usize> {
        let total: f64 = weights.clone().sum();
        let mut left = self.0.random::<f64>() * total;
        let mut last = None;
        for (index, weight) in weights.enumerate().filter(|(_, weight)| *weight > 0.0) {
            last = Some(index);
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
        last
    }

    pub(super) fn shuffle<T>(&mut self, list: &mut [T]) {
        for index in (1..list.len()).rev() {
            list.swap(index, self.below(index + 1));
        }
    }

    /// Digits.
    pub(super) fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }
}
