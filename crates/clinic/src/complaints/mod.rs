//! Complaints 投诉 and adverse reactions 不良反应: what the client told, to be answered within the hours of a setting
//! (DOMAIN.md, "Follow-up": 24), every step that was taken, and how it ended.
//!
//! What was told is never changed. How a complaint stands is what its steps add up to; a step that was
//! wrong is taken back by another, a complaint noted by mistake is dropped and stays readable.

pub mod list;
pub mod open;
mod standing;
pub mod step;
pub mod take;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::types::words;

words! {
    /// What was told.
    ComplaintKind {
        /// 投诉.
        Complaint = "complaint",
        /// 不良反应.
        AdverseReaction = "adverse_reaction",
    }
    /// What was done about it.
    StepKind {
        /// 记录.
        Noted = "noted",
        /// 已答复: the clock stops.
        Answered = "answered",
        /// 评估: how bad it is, and after which treatment.
        Assessed = "assessed",
        /// 转交.
        Assigned = "assigned",
        /// 已上报: to the monitoring of adverse reactions.
        Reported = "reported",
        /// 结案.
        Closed = "closed",
        /// 重新处理.
        Reopened = "reopened",
        /// 误记作废.
        Dropped = "dropped",
        /// 撤回: an earlier step was wrong.
        TakenBack = "taken_back",
    }
    /// How it ended.
    ComplaintOutcome {
        /// 痊愈.
        Recovered = "recovered",
        /// 留有后遗症.
        Lasting = "lasting",
        /// 协商解决.
        Settled = "settled",
        /// 不成立.
        Unfounded = "unfounded",
        /// 转诊, 转交主管部门或司法途径.
        Referred = "referred",
    }
}
