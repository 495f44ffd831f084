//! Membership 会员: what belonging to the clinic earns its clients.

pub mod points;
