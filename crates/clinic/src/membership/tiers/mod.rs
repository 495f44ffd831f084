//! Tiers 会员等级: what a client's spending has earned. Rules are the owner's ([`schemes`], shipped as [`presets`]); a
//! tier by hand is a fact ([`grants`]); which tier a client has, since when and why is derived from them and the ledgers
//! ([`fold`]) as of a business day, and never written down.

pub(crate) mod fold;
pub mod grants;
mod known;
pub mod members;
pub mod presets;
pub mod preview;
pub(crate) mod prices;
pub mod schemes;
pub mod standing;
mod types;

pub use types::*;
