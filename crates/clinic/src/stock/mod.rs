//! Stock: every quantity from the supplier to the client and back.
//!
//! Nothing is ever set: a batch's quantity is what its movements add up to ([`balance`]), and a movement that was
//! wrong is taken back by another ([`reverse`]). Which batch may be used at all is decided in one place
//! ([`batches::usable`]). What is toxin's kind passes through the vial book ([`vials`], [`book`]) with two people at
//! every step (医疗用毒性药品管理办法 6, 9).

pub mod alerts;
pub(crate) mod balance;
pub mod batches;
pub mod book;
pub mod count;
pub mod deliveries;
mod movement;
pub mod receive;
pub mod reverse;
pub mod scanned;
pub(crate) mod sold;
pub mod status;
pub mod suppliers;
pub mod take_out;
pub(crate) mod used;
pub mod vials;
mod witness;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::types::words;

pub use witness::Witnessed;

words! {
    /// What a movement is.
    MovementKind {
        /// 入库.
        Received = "received",
        /// 使用.
        Used = "used",
        /// 报损.
        Wasted = "wasted",
        /// 退货.
        Returned = "returned",
        /// 盘点.
        Counted = "counted",
    }
    /// Whether a batch may be used.
    BatchStatus {
        /// 正常.
        Released = "released",
        /// 暂停使用.
        Quarantined = "quarantined",
        /// 召回.
        Recalled = "recalled",
    }
}
