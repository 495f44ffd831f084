//! The two schemes that ship (DOMAIN.md, "Membership"). The owner picks one and edits it; a name is the clinic's own from
//! then on.

use serde::Serialize;
use ts_rs::TS;

use super::types::{TierReview, TierRule, TierRules, TierWindow};
use crate::amounts::Fen;
use crate::clients::types::words;
use crate::membership::ONCE;
use crate::membership::spending::{Counting, SpendingCounts, StoredValueCounts};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Deserialize;

words! {
    /// A scheme that ships.
    TierPresetKind {
        /// By everything that was ever spent.
        Lifetime = "lifetime",
        /// For a boutique clinic: the highest tier by the last twelve months.
        Boutique = "boutique",
    }
}

/// A scheme that ships.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierPreset {
    /// Which.
    pub kind: TierPresetKind,
    /// Its rules.
    pub rules: TierRules,
}

const YUAN: i64 = 100;

fn tier(code: &str, name: &str, yuan: i64, window: TierWindow, rate: u16, benefits: &[&str]) -> TierRule {
    TierRule {
        code: code.to_owned(),
        name: name.to_owned(),
        amount: Fen(yuan * YUAN),
        window,
        rate,
        all_procedures: true,
        procedures: Vec::new(),
        cards: false,
        products: false,
        points_multiplier: ONCE,
        benefits: benefits.iter().map(|benefit| (*benefit).to_owned()).collect(),
    }
}

/// Both.
pub(super) fn all() -> Vec<TierPreset> {
    TierPresetKind::ALL.iter().map(|kind| TierPreset { kind: *kind, rules: rules(*kind) }).collect()
}

/// The rules of one.
pub fn rules(kind: TierPresetKind) -> TierRules {
    use TierWindow::{Lifetime, Rolling};
    let tiers = match kind {
        TierPresetKind::Lifetime => vec![
            tier("silver", "白银会员", 30_000, Lifetime, 1_000, &[]),
            tier("gold", "黄金会员", 100_000, Lifetime, 1_000, &[]),
            tier("diamond", "钻石会员", 300_000, Lifetime, 1_000, &["24 小时专属顾问", "海外医疗绿色通道"]),
        ],
        TierPresetKind::Boutique => vec![
            tier("basic", "基础会员", 0, Lifetime, 950, &[]),
            // 8.8 折 holds for a list, which only the clinic knows.
            TierRule { all_procedures: false, ..tier("silver", "银卡会员", 10_000, Lifetime, 880, &[]) },
            tier("gold", "金卡会员", 50_000, Rolling, 1_000, &["私人顾问", "优先预约"]),
        ],
    };
    TierRules {
        counting: Counting {
            counts: SpendingCounts::Sold,
            stored_value: StoredValueCounts::Used,
            products: false,
        },
        review: TierReview::Month,
        warn_days: 30,
        tiers,
    }
}
