//! Money: sales 收费单, their payments 收款, and what they give — entitlements 待执行项目, stored value 储值, deposits
//! 定金.
//!
//! A sale is written once, whole ([`pay`]), and never changed. What a client has and owes is the sum of ledger
//! entries ([`accounts`], [`entitlements`]). How a price comes about is data of the sale: each line keeps its list
//! price and every amount that was taken off it, with the reason ([`price`]). What is taken back is a refund 退款, a ledger of its own ([`refunds`]).

pub mod accounts;
pub mod begin;
mod cart;
pub mod entitlements;
pub mod hold;
pub mod invoices;
mod lines;
pub mod list;
pub mod methods;
pub mod offers;
pub mod open;
pub mod openings;
pub mod pay;
pub(crate) mod price;
pub mod quote;
pub mod refunds;
pub mod settle;
mod types;

pub use types::*;
