//! What opening balances are made of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Fen;
use crate::catalogue::import::RowProblem;
use crate::clients::types::ClientRef;
use crate::ids::{ClientId, OpeningClientId, OpeningId, ProcedureId, SaleId};

/// Points that a client had, of one last day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningPoints {
    /// How many.
    #[ts(type = "number")]
    pub points: i64,
    /// Their last day; `None` for ever.
    pub expires_on: Option<NaiveDate>,
}

/// Sessions that a client had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningSessions {
    /// Of which procedure.
    pub procedure: ProcedureId,
    /// How many are left.
    pub sessions: u32,
    /// Of one, by the list of then; `None` for the price list's of today.
    pub list_price: Option<Fen>,
    /// What was paid for those that are left.
    pub paid: Fen,
    /// Given on top.
    pub gift: bool,
    /// The card that they came on; empty for none.
    pub card_name: String,
    /// Their last day.
    pub expires_on: Option<NaiveDate>,
}

/// What a client had, entered by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningInput {
    /// Who.
    pub client: ClientId,
    /// 储值本金.
    pub principal: Fen,
    /// 储值赠送.
    pub gift: Fen,
    /// 定金.
    pub deposit: Fen,
    /// By their last days.
    pub points: Vec<OpeningPoints>,
    /// 累计消费: what the client spent before.
    pub lifetime: Fen,
    /// What of it in the last twelve months.
    pub last_year: Fen,
    /// 会员等级, as it was called.
    pub tier: String,
    /// 未执行项目.
    pub sessions: Vec<OpeningSessions>,
}

/// Where they come from. With a file its bytes come along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum OpeningSource {
    /// A spreadsheet.
    File {
        /// Its name.
        file_name: String,
    },
    /// A client, by hand.
    Hand {
        /// What the client had.
        input: OpeningInput,
    },
}

/// Opening balances to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewOpening {
    /// Where they come from.
    pub source: OpeningSource,
    /// Also of clients who have opening balances already.
    pub again: bool,
}

/// Opening balances to take over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EnterOpening {
    /// Drawn once by the window: said twice, they are taken over once.
    pub id: OpeningId,
    /// Where they come from.
    pub source: OpeningSource,
    /// Also of clients who have opening balances already.
    pub again: bool,
    /// What the owner was shown.
    pub totals: OpeningTotals,
}

/// Opening balances to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReverseOpening {
    /// Which.
    pub opening: OpeningId,
    /// Of one client; `None` for all of them.
    pub client: Option<OpeningClientId>,
    /// Why.
    pub reason: String,
}

/// What opening balances come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpeningTotals {
    /// Of how many clients.
    #[ts(type = "number")]
    pub clients: i64,
    /// 储值本金.
    pub principal: Fen,
    /// 储值赠送.
    pub gift: Fen,
    /// 定金.
    pub deposit: Fen,
    /// 待执行次数.
    #[ts(type = "number")]
    pub sessions: i64,
    /// What was paid for them.
    pub paid: Fen,
    /// 积分.
    #[ts(type = "number")]
    pub points: i64,
    /// 累计消费.
    pub lifetime: Fen,
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningRowRead {
    /// 储值本金.
    pub principal: Fen,
    /// 储值赠送.
    pub gift: Fen,
    /// 定金.
    pub deposit: Fen,
    /// 积分.
    #[ts(type = "number")]
    pub points: i64,
    /// Their last day.
    pub points_expire_on: Option<NaiveDate>,
    /// 累计消费.
    pub lifetime: Fen,
    /// What of it in the last twelve months.
    pub last_year: Fen,
    /// 会员等级.
    pub tier: String,
    /// The procedure, by name; empty where the row is about none.
    pub procedure: String,
    /// 剩余次数.
    #[ts(type = "number")]
    pub sessions: i64,
    /// Of one.
    pub list_price: Fen,
    /// What was paid for them.
    pub paid: Fen,
    /// Given on top.
    pub gift_sessions: bool,
    /// The card that they came on.
    pub card_name: String,
    /// Their last day.
    pub expires_on: Option<NaiveDate>,
}

/// A row, looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OpeningPreviewRow {
    /// The sheet; empty where it was entered by hand.
    pub sheet: String,
    /// As the spreadsheet numbers it, from 1; 0 where it was entered by hand.
    pub number: u32,
    /// The client as the row names them.
    pub named: String,
    /// Whose file it is.
    pub client: Option<ClientRef>,
    /// What it says.
    pub read: Option<OpeningRowRead>,
    /// Why it cannot be taken over.
    pub problem: Option<RowProblem>,
}

/// Opening balances, looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OpeningPreview {
    /// In their order.
    pub rows: Vec<OpeningPreviewRow>,
    /// What those without a problem come to.
    pub totals: OpeningTotals,
    /// How many have a problem; nothing is taken over then.
    pub failed: u32,
}

/// Opening balances in short.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningHead {
    /// Their id.
    pub id: OpeningId,
    /// The file; empty where they were entered by hand.
    pub file_name: String,
    /// What they came to.
    pub totals: OpeningTotals,
    /// Of how many clients they were taken back.
    #[ts(type = "number")]
    pub reversed: i64,
    /// The first client, where it is the only one.
    pub client: Option<ClientRef>,
    /// The clinic's day.
    pub business_day: NaiveDate,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who entered them.
    pub by: Option<String>,
    /// Whose PIN stands for them.
    pub approved_by: Option<String>,
}

/// A client's part of opening balances.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpeningClient {
    /// Its id.
    pub id: OpeningClientId,
    /// In which.
    pub opening: OpeningId,
    /// Whose.
    pub client: ClientRef,
    /// The sale that its money and sessions stand as.
    pub sale: Option<SaleId>,
    /// The sale's number.
    pub number: Option<String>,
    /// 储值本金.
    pub principal: Fen,
    /// 储值赠送.
    pub gift: Fen,
    /// 定金.
    pub deposit: Fen,
    /// 待执行次数.
    #[ts(type = "number")]
    pub sessions: i64,
    /// What was paid for them.
    pub paid: Fen,
    /// 积分.
    #[ts(type = "number")]
    pub points: i64,
    /// 累计消费.
    pub lifetime: Fen,
    /// What of it in the twelve months before.
    pub last_year: Fen,
    /// 会员等级, as it was called.
    pub tier: String,
    /// The clinic's day.
    pub business_day: NaiveDate,
    /// Why it was taken back; `None` where it was not.
    pub reversed: Option<String>,
}

/// Opening balances, opened.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Opening {
    /// In short.
    pub head: OpeningHead,
    /// By client.
    pub clients: Vec<OpeningClient>,
}

/// Opening balances were taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OpeningEntered {
    /// Which.
    pub id: OpeningId,
    /// Of how many clients.
    #[ts(type = "number")]
    pub clients: i64,
}
