//! 退款: a sale, or part of it, taken back — by line, by session, by pack, by amount.
//!
//! A refund is written once, whole ([`pay`]), and never changed; what a sale still holds is derived ([`stands`]). How
//! much goes back is computed after 法释〔2025〕4号 with its working kept step by step ([`work`]): whose cause it is says
//! whether the used part counts at the price that was paid or at the list's. People may decide otherwise; then both
//! figures stand. Where it goes is decided in one order ([`ways`]): what is owed is not owed any more, then what was
//! paid from stored value and deposits goes back there, and only the rest leaves the clinic or becomes stored value. A
//! refund that was wrong is taken back by one of the opposite amounts ([`reverse`]).

mod lots;
pub mod open;
pub(super) mod opening;
pub mod pay;
pub mod quote;
pub mod reverse;
mod stands;
mod types;
mod ways;
mod work;

pub use types::*;
