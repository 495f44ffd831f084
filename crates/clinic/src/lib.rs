//! The heart: one folder per word of the domain that carries rules, and `store`, the only code that opens a
//! write transaction.
//!
//! Every verb takes an [`Actor`] and names itself ([`Verb`]); [`store::Store::transact`] and
//! [`store::Store::read`] check the permission before the verb's own code runs. Time and randomness come from
//! the store's [`World`]. What does not belong here: windows, networks, paper.

pub mod actor;
pub mod amounts;
pub mod appointments;
pub mod audit;
pub mod billing;
pub mod care;
pub mod catalogue;
pub mod clients;
pub mod clinic;
pub mod complaints;
pub mod compliance;
pub mod consents;
pub mod demo;
pub mod drafts;
pub mod error;
mod exports;
mod fields;
pub mod ids;
pub mod membership;
mod numbers;
pub mod overdrafts;
pub mod permissions;
pub mod photos;
mod pictures;
pub mod plans;
pub mod scan;
pub mod seals;
pub mod settings;
mod spreadsheet;
pub mod staff;
pub mod stock;
pub mod store;
pub mod tables;
pub mod traces;
pub mod treatments;
pub mod verbs;
pub mod visits;
pub mod world;

pub use actor::{Actor, Rule, Session};
pub use error::{Error, ErrorCode, Result};
pub use permissions::{Permission, Role};
pub use store::Store;
pub use verbs::Verb;
pub use world::{SeededWorld, SystemWorld, World};
