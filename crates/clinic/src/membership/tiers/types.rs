//! What a tier is made of, as the owner edits it and as a client has it.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Fen;
use crate::clients::types::{ClientRef, words};
use crate::ids::{ClientId, ProcedureId, SaleId, TierGrantId, TierSchemeId};
use crate::membership::spending::Counting;

words! {
    /// Over what time spending is added up.
    TierWindow {
        /// All of it: such a tier is never lost.
        Lifetime = "lifetime",
        /// The last twelve months.
        Rolling = "rolling",
    }

    /// On which days a tier may be lost.
    TierReview {
        /// On every day.
        Day = "day",
        /// On the first of a month.
        Month = "month",
        /// On the first of a quarter.
        Quarter = "quarter",
        /// On the first of a year.
        Year = "year",
    }
}

/// A tier, as the owner edits it. Who has it has what the tiers below it give as well.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierRule {
    /// What it is known by, whatever it is called.
    pub code: String,
    /// 名称.
    pub name: String,
    /// From so much on; 0 for whoever has bought anything.
    pub amount: Fen,
    /// Over what time.
    pub window: TierWindow,
    /// What is paid of a price, in thousandths: 880 is 8.8 折, 1,000 no discount.
    pub rate: u16,
    /// Whether it holds for every procedure.
    pub all_procedures: bool,
    /// Else for these.
    pub procedures: Vec<ProcedureId>,
    /// Whether it holds for course cards.
    pub cards: bool,
    /// Whether for products.
    pub products: bool,
    /// What points are multiplied by, in thousandths; 1,000 for no more than others.
    pub points_multiplier: u32,
    /// 权益, in words.
    pub benefits: Vec<String>,
}

/// The owner's rules, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierRules {
    /// What counts as spending.
    pub counting: Counting,
    /// When a tier may be lost.
    pub review: TierReview,
    /// So many days it is said before.
    pub warn_days: u16,
    /// From the lowest to the highest; none where the clinic has no tiers.
    pub tiers: Vec<TierRule>,
}

/// Rules, as they were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierScheme {
    /// Their id.
    pub id: TierSchemeId,
    /// From this day on.
    pub takes_effect_on: NaiveDate,
    /// They.
    pub rules: TierRules,
    /// The day on which they were written.
    pub business_day: NaiveDate,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// By whom.
    pub by: Option<String>,
}

/// A tier by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierName {
    /// What it is known by.
    pub code: String,
    /// What it was called then.
    pub name: String,
}

impl TierRule {
    /// What it is known by and called.
    pub(super) fn named(&self) -> TierName {
        TierName { code: self.code.clone(), name: self.name.clone() }
    }
}

/// Why a client's tier changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum TierCause {
    /// A sale, or what was still owed of one, was paid.
    Paid {
        /// Which.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// A session of a sale was had, or given back.
    Executed {
        /// Of which.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// Sessions of a sale count no more, or do again.
    Voided {
        /// Of which.
        sale: SaleId,
        /// Its number.
        number: String,
    },
    /// A refund, or one taken back.
    Refund {
        /// Of which sale.
        sale: SaleId,
        /// The refund's number.
        number: String,
    },
    /// It was had, or spent, before this program.
    Opening,
    /// What was spent is longer ago than twelve months.
    Window,
    /// The rules changed.
    Scheme,
    /// It was given by hand.
    Granted {
        /// Why.
        reason: String,
    },
    /// What was given by hand ended.
    GrantEnded,
}

/// What becomes of a client's tier by something that is not done yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierTurn {
    /// From which.
    pub from: Option<TierName>,
    /// To which.
    pub to: Option<TierName>,
}

/// A change of a client's tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierChange {
    /// The clinic's day.
    pub day: NaiveDate,
    /// From which; `None` where there was none.
    pub from: Option<TierName>,
    /// To which; `None` for none.
    pub to: Option<TierName>,
    /// Whether the new one is higher.
    pub up: bool,
    /// Why.
    pub cause: TierCause,
}

/// The tier that comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextTier {
    /// Which.
    pub tier: TierName,
    /// Over what time.
    pub window: TierWindow,
    /// What it asks for.
    pub amount: Fen,
    /// What is missing; 0 where it asks for a purchase only.
    pub missing: Fen,
}

/// A tier that will be lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierFall {
    /// On this day.
    pub on: NaiveDate,
    /// To which; `None` for none.
    pub to: Option<TierName>,
    /// What is missing to keep it; `None` where no spending keeps it.
    pub missing: Option<Fen>,
    /// Why.
    pub cause: TierCause,
    /// Whether that is so near that the client is told.
    pub near: bool,
}

/// What a client has spent, by today's rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierSpending {
    /// All of it.
    pub lifetime: Fen,
    /// What counts for the last twelve months.
    pub year: Fen,
}

/// A tier given by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierGrant {
    /// Its id.
    pub id: TierGrantId,
    /// Which tier.
    pub tier: TierName,
    /// From.
    pub from_day: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// Who wrote it.
    pub by: Option<String>,
    /// Why it was taken back; `None` where it was not.
    pub taken_back: Option<String>,
    /// Whether it holds today.
    pub holds: bool,
}

/// A client's tier, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientTier {
    /// Whose.
    pub client: ClientRef,
    /// Whether the clinic has tiers.
    pub has_scheme: bool,
    /// Which tier; `None` for none.
    pub tier: Option<TierName>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// Until when where it is given by hand.
    pub granted_until: Option<NaiveDate>,
    /// What it gives, with what the tiers below it give, the highest first.
    pub rules: Vec<TierRule>,
    /// What comes next.
    pub next: Option<NextTier>,
    /// Whether it will be lost.
    pub falls: Option<TierFall>,
    /// What was spent; `None` for who may not see money.
    pub spending: Option<TierSpending>,
    /// The latest first.
    pub changes: Vec<TierChange>,
    /// Tiers given by hand, the latest first.
    pub grants: Vec<TierGrant>,
}

/// Whose tier.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TierOf {
    /// The client.
    pub client: ClientId,
}
