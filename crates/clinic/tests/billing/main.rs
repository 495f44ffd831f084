//! Money: what is sold costs what it says, is paid once, and gives what was bought, no more and no less.

mod apart;
mod balances;
#[path = "../common/mod.rs"]
mod common;
mod earning;
mod giving_back;
mod ledgers;
mod model;
mod openings;
mod overdrafts;
mod points;
mod points_given;
mod points_spent;
mod redeeming;
mod refunds;
mod refunds_apart;
mod sales;
mod tiers;
mod till;
