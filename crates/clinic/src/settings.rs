//! The clinic's rules as data: each with its default, its kind, and the owner's value where one is set.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::store::Store;
use crate::verbs::Verb;

/// What a setting's value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SettingKind {
    /// Whole minutes.
    Minutes,
    /// Whole hours.
    Hours,
    /// Whole days.
    Days,
    /// Whole percent.
    Percent,
    /// Hundredths of a percent.
    Rate,
    /// One of a few words.
    Choice,
    /// Lines of text in an order.
    List,
}

/// A rule's declaration.
struct Rule {
    key: SettingKey,
    kind: SettingKind,
    least: i64,
    most: i64,
    default: fn() -> Value,
}

/// A setting's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SettingKey {
    /// After how many idle minutes the window locks.
    IdleLockMinutes,
    /// From how many minutes on a card on the board turns to caution.
    WaitingCautionMinutes,
    /// The calendar's grid.
    CalendarSlotMinutes,
    /// When the calendar's day begins, in minutes after midnight.
    DayStartsAt,
    /// When it ends.
    DayEndsAt,
    /// Which of the steps of a visit the board shows, in their order.
    VisitSteps,
    /// Where clients come from.
    SourceChannels,
    /// Reasons offered when a consultation ends without an agreement.
    NotAgreedReasons,
    /// Reasons offered when an appointment is cancelled.
    CancelReasons,
    /// What ends within so many days (a batch, a certificate, a filing, a maintenance) needs care this month.
    ExpiryMonthDays,
    /// Within so many, soon.
    ExpirySoonDays,
    /// A product that lasts less than so many days runs low.
    StockLowDays,
    /// At the rate of so many last days.
    StockUseDays,
    /// A consent to a procedure counts for so many days.
    ConsentDays,
    /// A complaint or an adverse reaction is answered within so many hours.
    ComplaintAnswerHours,
    /// A record that is not signed after so many hours needs care.
    UnsignedHours,
    /// So much off may reception give by hand.
    DiscountReception,
    /// So much a consultant.
    DiscountConsultant,
    /// So much a cashier.
    DiscountCashier,
    /// Which part of stored value is used first.
    StoredValueOrder,
    /// Whether a client may pay later.
    Arrears,
    /// Within how many days, unless another day is said.
    ArrearsDays,
    /// For so many days money paid ahead goes back for the asking.
    RefundFreeDays,
    /// Whether interest is paid on what goes back.
    RefundInterest,
    /// So much a year where the client is not the cause.
    RefundRateClinic,
    /// So much where the client is.
    RefundRateClient,
}

impl SettingKey {
    /// The words to choose from, the first of which is shipped; none where it is no choice.
    #[must_use]
    pub fn options(self) -> &'static [&'static str] {
        match self {
            SettingKey::StoredValueOrder => &["principal_first", "gift_first", "in_proportion"],
            SettingKey::Arrears => &["approved", "allowed", "never"],
            SettingKey::RefundInterest => &["both", "clinic", "never"],
            _ => &[],
        }
    }
}

const fn percent(key: SettingKey, default: fn() -> Value) -> Rule {
    Rule { key, kind: SettingKind::Percent, least: 0, most: 100, default }
}

const fn rate(key: SettingKey, default: fn() -> Value) -> Rule {
    Rule { key, kind: SettingKind::Rate, least: 0, most: 2_400, default }
}

const RULES: &[Rule] = &[
    percent(SettingKey::DiscountReception, || json!(0)),
    percent(SettingKey::DiscountConsultant, || json!(5)),
    percent(SettingKey::DiscountCashier, || json!(5)),
    Rule {
        key: SettingKey::StoredValueOrder,
        kind: SettingKind::Choice,
        least: 0,
        most: 0,
        default: || json!("principal_first"),
    },
    Rule {
        key: SettingKey::Arrears,
        kind: SettingKind::Choice,
        least: 0,
        most: 0,
        default: || json!("approved"),
    },
    Rule {
        key: SettingKey::ArrearsDays,
        kind: SettingKind::Days,
        least: 1,
        most: 730,
        default: || json!(30),
    },
    Rule {
        key: SettingKey::RefundFreeDays,
        kind: SettingKind::Days,
        least: 0,
        most: 365,
        default: || json!(7),
    },
    Rule {
        key: SettingKey::RefundInterest,
        kind: SettingKind::Choice,
        least: 0,
        most: 0,
        default: || json!("both"),
    },
    rate(SettingKey::RefundRateClinic, || json!(300)),
    rate(SettingKey::RefundRateClient, || json!(150)),
    Rule {
        key: SettingKey::ComplaintAnswerHours,
        kind: SettingKind::Hours,
        least: 1,
        most: 720,
        default: || json!(24),
    },
    Rule {
        key: SettingKey::UnsignedHours,
        kind: SettingKind::Hours,
        least: 1,
        most: 720,
        default: || json!(24),
    },
    Rule {
        key: SettingKey::ConsentDays,
        kind: SettingKind::Days,
        least: 1,
        most: 365,
        default: || json!(30),
    },
    Rule {
        key: SettingKey::IdleLockMinutes,
        kind: SettingKind::Minutes,
        least: 1,
        most: 240,
        default: || json!(10),
    },
    Rule {
        key: SettingKey::WaitingCautionMinutes,
        kind: SettingKind::Minutes,
        least: 1,
        most: 240,
        default: || json!(20),
    },
    Rule {
        key: SettingKey::CalendarSlotMinutes,
        kind: SettingKind::Minutes,
        least: 5,
        most: 60,
        default: || json!(15),
    },
    Rule {
        key: SettingKey::DayStartsAt,
        kind: SettingKind::Minutes,
        least: 0,
        most: 1_380,
        default: || json!(540),
    },
    Rule {
        key: SettingKey::DayEndsAt,
        kind: SettingKind::Minutes,
        least: 60,
        most: 1_440,
        default: || json!(1_230),
    },
    Rule {
        key: SettingKey::VisitSteps,
        kind: SettingKind::List,
        least: 2,
        most: 16,
        default: || json!(crate::visits::STEPS),
    },
    Rule {
        key: SettingKey::SourceChannels,
        kind: SettingKind::List,
        least: 0,
        most: 60,
        default: || json!(["转介绍", "美团", "抖音", "小红书", "大众点评", "微信", "自然到店", "异业合作"]),
    },
    Rule {
        key: SettingKey::NotAgreedReasons,
        kind: SettingKind::List,
        least: 0,
        most: 60,
        default: || json!(["价格", "再考虑", "与家人商量", "对比其他机构", "不适合治疗", "时间不合适"]),
    },
    Rule {
        key: SettingKey::CancelReasons,
        kind: SettingKind::List,
        least: 0,
        most: 60,
        default: || json!(["顾客改期", "身体不适", "医生停诊", "联系不上", "重复预约"]),
    },
    Rule {
        key: SettingKey::ExpiryMonthDays,
        kind: SettingKind::Days,
        least: 1,
        most: 365,
        default: || json!(30),
    },
    Rule {
        key: SettingKey::ExpirySoonDays,
        kind: SettingKind::Days,
        least: 1,
        most: 730,
        default: || json!(90),
    },
    Rule {
        key: SettingKey::StockLowDays,
        kind: SettingKind::Days,
        least: 1,
        most: 365,
        default: || json!(14),
    },
    Rule {
        key: SettingKey::StockUseDays,
        kind: SettingKind::Days,
        least: 7,
        most: 730,
        default: || json!(90),
    },
];

/// A setting as the owner sees it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Setting {
    /// Which.
    pub key: SettingKey,
    /// What kind of value.
    pub kind: SettingKind,
    /// The least number, or the fewest lines.
    #[ts(type = "number")]
    pub least: i64,
    /// The greatest number, or the most lines.
    #[ts(type = "number")]
    pub most: i64,
    /// The words to choose from, of a choice.
    pub options: &'static [&'static str],
    /// The value in force.
    #[ts(type = "number | string | string[]")]
    pub value: Value,
    /// The value shipped.
    #[ts(type = "number | string | string[]")]
    pub default: Value,
}

/// A setting to change.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SetSetting {
    /// Which.
    pub key: SettingKey,
    /// `null` puts the default back.
    #[ts(type = "number | string | string[] | null")]
    pub value: Value,
}

fn rule(key: SettingKey) -> &'static Rule {
    RULES.iter().find(|rule| rule.key == key).expect("every key has its rule: a test walks them")
}

fn name(key: SettingKey) -> Result<String> {
    match serde_json::to_value(key) {
        Ok(Value::String(name)) => Ok(name),
        _ => Err(ErrorCode::StorageFailed.into()),
    }
}

/// All settings.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Vec<Setting>> {
    store.read(actor, Verb::SettingsAll, |read| {
        RULES
            .iter()
            .map(|rule| {
                Ok(Setting {
                    key: rule.key,
                    kind: rule.kind,
                    least: rule.least,
                    most: rule.most,
                    options: rule.key.options(),
                    value: value(read.connection(), rule.key)?,
                    default: (rule.default)(),
                })
            })
            .collect()
    })
}

/// A number's value in force.
///
/// # Errors
/// What the disk gives.
pub fn number(store: &Store, actor: &Actor, key: SettingKey) -> Result<i64> {
    store.read(actor, Verb::SettingsAll, |read| whole_number(read.connection(), key))
}

/// Changes one.
///
/// # Errors
/// [`ErrorCode::InvalidValue`] outside its bounds.
pub fn set(store: &Store, actor: &Actor, input: &SetSetting) -> Result<()> {
    store.transact(actor, Verb::SettingsSet, |tx| {
        let value = checked(rule(input.key), &input.value)?;
        tx.detail("key", name(input.key)?);
        tx.detail("value", words_of(&value));
        tx.connection().execute(
            "INSERT INTO setting (key, value) VALUES (?1, ?2)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            params![name(input.key)?, value.to_string()],
        )?;
        Ok(())
    })
}

/// A value as the audit line says it.
fn words_of(value: &Value) -> String {
    match value {
        Value::Array(lines) => lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("、"),
        Value::String(word) => word.clone(),
        value => value.to_string(),
    }
}

fn checked(rule: &Rule, value: &Value) -> Result<Value> {
    let invalid = || ErrorCode::InvalidValue.at("value").with("least", rule.least).with("most", rule.most);
    match (rule.kind, value) {
        (_, Value::Null) => Ok((rule.default)()),
        (SettingKind::Choice, value) => {
            let word = value.as_str().ok_or_else(invalid)?;
            if rule.key.options().contains(&word) { Ok(json!(word)) } else { Err(invalid()) }
        }
        (
            SettingKind::Minutes
            | SettingKind::Hours
            | SettingKind::Days
            | SettingKind::Percent
            | SettingKind::Rate,
            value,
        ) => {
            let number = value.as_i64().ok_or_else(invalid)?;
            if (rule.least..=rule.most).contains(&number) { Ok(json!(number)) } else { Err(invalid()) }
        }
        (SettingKind::List, Value::Array(lines)) => {
            let mut kept: Vec<String> = Vec::new();
            for line in lines {
                let line = fields::required("value", line.as_str().ok_or_else(invalid)?, fields::NAME_MAX)?;
                if kept.contains(&line) {
                    return Err(invalid());
                }
                kept.push(line);
            }
            let enough = (rule.least..=rule.most).contains(&(kept.len() as i64));
            // A visit begins with the arrival and ends with leaving, whatever is between.
            let whole = rule.key != SettingKey::VisitSteps
                || (kept.first().is_some_and(|step| step == "arrived")
                    && kept.last().is_some_and(|step| step == "left"));
            if enough && whole { Ok(json!(kept)) } else { Err(invalid()) }
        }
        (SettingKind::List, _) => Err(invalid()),
    }
}

/// The value in force.
pub(crate) fn value(connection: &Connection, key: SettingKey) -> Result<Value> {
    let stored: Option<String> = connection
        .prepare_cached("SELECT value FROM setting WHERE key = ?1")?
        .query_row([name(key)?], |row| row.get(0))
        .optional()?;
    let stored = stored.and_then(|text| serde_json::from_str(&text).ok());
    Ok(stored.unwrap_or_else(rule(key).default))
}

/// A number's value in force.
pub(crate) fn whole_number(connection: &Connection, key: SettingKey) -> Result<i64> {
    Ok(value(connection, key)?.as_i64().unwrap_or_default())
}

/// So many days.
pub(crate) fn days(connection: &Connection, key: SettingKey) -> Result<chrono::TimeDelta> {
    Ok(chrono::TimeDelta::days(whole_number(connection, key)?))
}

/// So many hours, in milliseconds.
pub(crate) fn hours_in_ms(connection: &Connection, key: SettingKey) -> Result<i64> {
    Ok(whole_number(connection, key)? * 3_600_000)
}

/// A choice's word in force.
pub(crate) fn choice(connection: &Connection, key: SettingKey) -> Result<String> {
    Ok(value(connection, key)?.as_str().unwrap_or_default().to_owned())
}

/// A list's value in force.
pub(crate) fn list(connection: &Connection, key: SettingKey) -> Result<Vec<String>> {
    Ok(serde_json::from_value(value(connection, key)?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_within_its_own_bounds() {
        for rule in RULES {
            let default = (rule.default)();
            assert_eq!(checked(rule, &default).expect("within bounds"), default, "{:?}", rule.key);
        }
    }

    #[test]
    fn the_steps_of_a_visit_keep_their_ends() {
        let steps = rule(SettingKey::VisitSteps);
        for good in [
            json!(["arrived", "paying", "left"]),
            json!(["arrived", "left"]),
            json!(["arrived", "拍照", "left"]),
        ] {
            assert!(checked(steps, &good).is_ok(), "{good}");
        }
        for bad in [
            json!(["paying", "left"]),
            json!(["arrived", "paying"]),
            json!(["arrived", "tea", "tea", "left"]),
        ] {
            assert!(checked(steps, &bad).is_err(), "{bad}");
        }
    }
}
