//! How a price comes about: whole fen, and shares that add up exactly. No database, no rule of a clinic.

use super::types::{Discount, Reduction, ReductionKind};
use crate::amounts::Fen;
use crate::error::{ErrorCode, Result};
use crate::membership::FULL;
use crate::membership::tiers::prices::TierPrice;

impl Discount {
    /// What is left of an amount; a rate is rounded to the nearest fen, half a fen upwards.
    ///
    /// # Errors
    /// [`ErrorCode::DiscountTooLarge`] where more is taken off than there is, [`ErrorCode::InvalidValue`] where
    /// the discount would raise the price.
    pub(super) fn of(self, before: Fen) -> Result<Fen> {
        let after = match self {
            Discount::Off(Fen(off)) if off < 0 => return Err(ErrorCode::InvalidValue.at("discount")),
            Discount::Off(off) if off > before => return Err(ErrorCode::DiscountTooLarge.at("discount")),
            Discount::Off(Fen(off)) => before.0 - off,
            Discount::Rate(paid) if i64::from(paid) > FULL => {
                return Err(ErrorCode::InvalidValue.at("discount").with("least", 0).with("most", FULL));
            }
            Discount::Rate(paid) => (before.0 * i64::from(paid) + FULL / 2) / FULL,
            Discount::To(Fen(to)) if to < 0 || to > before.0 => {
                return Err(ErrorCode::InvalidValue.at("discount").with("least", 0).with("most", before.0));
            }
            Discount::To(Fen(to)) => to,
        };
        Ok(Fen(after))
    }
}

/// Parts of a total by weight, each within one fen of its exact share, together exactly the total: the rest goes
/// to the largest remainders, the earlier first. Where nothing has weight, all weigh the same.
pub(super) fn spread(total: Fen, weights: &[i64]) -> Vec<Fen> {
    let all: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if weights.is_empty() {
        return Vec::new();
    }
    if all == 0 {
        return spread(total, &vec![1; weights.len()]);
    }
    let exact = |weight: &i64| i128::from(total.0) * i128::from(*weight);
    let mut parts: Vec<i128> = weights.iter().map(|weight| exact(weight) / all).collect();
    let mut by_remainder: Vec<usize> = (0..weights.len()).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse(exact(&weights[*index]) % all));
    let rest = i128::from(total.0) - parts.iter().sum::<i128>();
    for index in by_remainder.into_iter().take(usize::try_from(rest).unwrap_or(0)) {
        parts[index] += 1;
    }
    parts.into_iter().map(|part| Fen(i64::try_from(part).unwrap_or(total.0))).collect()
}

/// What of a sum falls on the sessions after the first `before`, `count` of them, of `all`: whoever sells or redeems
/// all sessions in whatever portions gets exactly the sum.
pub(crate) fn portion(sum: Fen, before: i64, count: i64, all: i64) -> Fen {
    let until = |sessions: i64| i128::from(sum.0) * i128::from(sessions) / i128::from(all.max(1));
    Fen(i64::try_from(until(before + count) - until(before)).unwrap_or(sum.0))
}

/// A price on its way from the list to what is paid.
#[derive(Clone, Debug)]
pub(super) struct Price {
    /// By the list.
    pub(super) list: Fen,
    /// What it was lowered by so far.
    pub(super) reductions: Vec<Reduction>,
    /// What is paid.
    pub(super) now: Fen,
}

impl Price {
    pub(super) fn list(list: Fen) -> Price {
        Price { list, reductions: Vec::new(), now: list }
    }

    /// Lowers it to this; what does not lower it is no reduction.
    pub(super) fn lower(&mut self, kind: ReductionKind, to: Fen) {
        self.lower_by(Reduction { kind, amount: Fen(self.now.0 - to.0), name: String::new(), rate: 0 });
    }

    /// Lowers it to what a tier makes of a price.
    pub(super) fn lower_for(&mut self, tier: TierPrice, of: Fen) -> Result<()> {
        let to = Discount::Rate(tier.rate).of(of)?;
        let amount = Fen(self.now.0 - to.0);
        self.lower_by(Reduction {
            kind: ReductionKind::Tier,
            amount,
            name: tier.name,
            rate: tier.rate.into(),
        });
        Ok(())
    }

    fn lower_by(&mut self, reduction: Reduction) {
        if reduction.amount.0 > 0 {
            self.now.0 -= reduction.amount.0;
            self.reductions.push(reduction);
        }
    }

    /// What was given by hand.
    pub(super) fn by_hand(&self) -> Fen {
        let by_hand =
            |reduction: &&Reduction| matches!(reduction.kind, ReductionKind::Line | ReductionKind::Sale);
        Fen(self.reductions.iter().filter(by_hand).map(|reduction| reduction.amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rate_is_rounded_to_the_nearest_fen() {
        for (before, rate, after) in [(10_000, 880, 8_800), (1, 500, 1), (3, 333, 1), (9_999, 950, 9_499)] {
            assert_eq!(Discount::Rate(rate).of(Fen(before)).expect("a discount"), Fen(after));
        }
        assert!(Discount::Rate(1_001).of(Fen(100)).is_err());
        assert_eq!(
            Discount::Off(Fen(101)).of(Fen(100)).map_err(|wrong| wrong.code),
            Err(ErrorCode::DiscountTooLarge)
        );
        assert!(Discount::To(Fen(101)).of(Fen(100)).is_err());
        assert!(Discount::Off(Fen(-1)).of(Fen(100)).is_err());
    }

    proptest! {
        #[test]
        fn parts_add_up_and_none_is_a_fen_away_from_its_share(
            weights in prop::collection::vec(0..=10_000_000_000_i64, 1..40),
            share in 0..=1_000_u64,
        ) {
            let all: i64 = weights.iter().sum();
            let total = i64::try_from(i128::from(all) * i128::from(share) / 1_000).expect("within");
            let parts = spread(Fen(total), &weights);
            prop_assert_eq!(parts.iter().map(|part| part.0).sum::<i64>(), total);
            for (part, weight) in parts.iter().zip(&weights) {
                prop_assert!((0..=*weight).contains(&part.0), "never more than there is");
                let exact = i128::from(total) * i128::from(*weight);
                let off = i128::from(part.0) * i128::from(all) - exact;
                prop_assert!(all == 0 || off.abs() < i128::from(all));
            }
        }

        #[test]
        fn portions_are_the_whole_whatever_their_size(
            sum in 0..=1_000_000_000_i64,
            portions in prop::collection::vec(1..=9_i64, 1..12),
        ) {
            let all: i64 = portions.iter().sum();
            let mut before = 0;
            let mut together = 0;
            for count in portions {
                together += portion(Fen(sum), before, count, all).0;
                before += count;
            }
            prop_assert_eq!(together, sum);
        }
    }
}
