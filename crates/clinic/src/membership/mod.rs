//! Membership 会员: what belonging to the clinic earns its clients.

pub mod points;
pub mod spending;
pub mod tiers;
