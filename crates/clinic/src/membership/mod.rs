//! Membership 会员: what belonging to the clinic earns its clients.

pub mod points;
pub mod spending;
pub mod tiers;

/// A full price in thousandths.
pub(crate) const FULL: i64 = 1_000;
/// What points are multiplied by where nothing multiplies them, in thousandths.
pub(crate) const ONCE: u32 = 1_000;
