//! The owner's rules of points 积分规则 (DOMAIN.md, "Points"): what earns how many, how long they last, and what they pay
//! for. Written whole; the last ones written hold. By which of them a sale earns stands with the sale
//! ([`super::earn`]), so that new rules change nothing that was earned.

use chrono::{Datelike, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::rewards::{self, Reward};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::catalogue::Specialty;
use crate::clients::types::words;
use crate::error::{Error, ErrorCode, Result};
use crate::fields::between;
use crate::ids::{CourseCardId, PointsSchemeId, ProcedureId, ProductId};
use crate::membership::ONCE;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most that points are multiplied by: a hundredfold.
pub(crate) const MULTIPLIER_MAX: u32 = 100 * ONCE;
/// The most that a point asks for: ten thousand yuan.
const FEN_PER_POINT_MAX: i64 = 1_000_000;
/// The longest that points last, in months: fifty years.
const MONTHS_MAX: u16 = 600;
/// The most points that are given at once by a rule.
pub(super) const GIVEN_MAX: i64 = 1_000_000;
/// The most items that earn otherwise than the rest.
const ITEMS_MAX: usize = 500;

/// What earns otherwise than the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PointsItem {
    /// A procedure.
    Procedure {
        /// Which.
        id: ProcedureId,
    },
    /// A course card.
    Card {
        /// Which.
        id: CourseCardId,
    },
    /// A product.
    Product {
        /// Which.
        id: ProductId,
    },
    /// Every procedure of a specialty.
    Specialty {
        /// Which.
        specialty: Specialty,
    },
    /// Every course card.
    Cards,
    /// Every product.
    Products,
}

/// What something earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PointsItemRule {
    /// What. Of an item and the kind it is of, the item's own rule holds.
    pub item: PointsItem,
    /// What others earn, multiplied by so many thousandths; 0 where it is excluded.
    pub multiplier: u32,
}

/// Points as money 积分抵现.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointsMoney {
    /// So many points pay a yuan.
    pub points_per_yuan: u32,
    /// Fewer are not taken at once.
    pub least: u32,
    /// So many percent of a sale's price may be paid with them.
    pub most_percent: u8,
}

/// The rules, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointsRules {
    /// So much money earns a point; `None` where what is bought earns none.
    pub fen_per_point: Option<Fen>,
    /// For so many months points last; `None` without end.
    pub months: Option<u16>,
    /// 会员日: days of the month; one that a month does not have is its last.
    pub member_days: Vec<u8>,
    /// What is earned on one is multiplied by so many thousandths.
    pub member_day_multiplier: u32,
    /// What is earned in the month of the client's birthday, by so many.
    pub birthday_multiplier: u32,
    /// What earns otherwise.
    pub items: Vec<PointsItemRule>,
    /// 签到: so many for a check-in, once a day.
    pub sign_in: u32,
    /// 转介绍: so many for whoever brought a client, with the first sale that is paid.
    pub referral: u32,
    /// Whether they are money, and how.
    pub money: Option<PointsMoney>,
}

impl Default for PointsRules {
    /// As shipped (DOMAIN.md, "Points"); which day is the member day only the clinic knows.
    fn default() -> PointsRules {
        PointsRules {
            fen_per_point: Some(Fen(100)),
            months: Some(24),
            member_days: Vec::new(),
            member_day_multiplier: 2 * ONCE,
            birthday_multiplier: 2 * ONCE,
            items: Vec::new(),
            sign_in: 0,
            referral: 0,
            money: None,
        }
    }
}

impl PointsRules {
    /// Whether a day is a member day.
    pub(super) fn is_member_day(&self, day: NaiveDate) -> bool {
        let ends = day.succ_opt().is_none_or(|next| next.month() != day.month());
        let is = |member: &u8| {
            let member = u32::from(*member);
            member == day.day() || (ends && member > day.day())
        };
        self.member_days.iter().any(is)
    }

    /// The last day of points that come in on a day.
    pub(super) fn last_day(&self, day: NaiveDate) -> Option<NaiveDate> {
        self.months.and_then(|months| day.checked_add_months(Months::new(months.into())))
    }
}

/// The rules, and what is had for points.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PointsSettings {
    /// What holds.
    pub rules: PointsRules,
    /// The day on which they were written; `None` as shipped.
    pub written_on: Option<NaiveDate>,
    /// By whom.
    pub by: Option<String>,
    /// 积分商城, what costs least first.
    pub rewards: Vec<Reward>,
}

/// Rules to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetPoints {
    /// Drawn once by the window: said twice, they are written once.
    pub id: PointsSchemeId,
    /// They.
    pub rules: PointsRules,
}

words! {
    /// What an item's rule is about.
    ItemKind {
        /// A procedure.
        Procedure = "procedure",
        /// A course card.
        Card = "card",
        /// A product.
        Product = "product",
        /// A specialty.
        Specialty = "specialty",
        /// Every course card.
        Cards = "cards",
        /// Every product.
        Products = "products",
    }
}

impl PointsItem {
    /// As columns keep it.
    fn columns(self) -> (ItemKind, Option<Uuid>, Option<Specialty>) {
        match self {
            PointsItem::Procedure { id } => (ItemKind::Procedure, Some(id.0), None),
            PointsItem::Card { id } => (ItemKind::Card, Some(id.0), None),
            PointsItem::Product { id } => (ItemKind::Product, Some(id.0), None),
            PointsItem::Specialty { specialty } => (ItemKind::Specialty, None, Some(specialty)),
            PointsItem::Cards => (ItemKind::Cards, None, None),
            PointsItem::Products => (ItemKind::Products, None, None),
        }
    }

    fn of(kind: ItemKind, id: Option<Uuid>, specialty: Option<Specialty>) -> Option<PointsItem> {
        Some(match kind {
            ItemKind::Procedure => PointsItem::Procedure { id: ProcedureId(id?) },
            ItemKind::Card => PointsItem::Card { id: CourseCardId(id?) },
            ItemKind::Product => PointsItem::Product { id: ProductId(id?) },
            ItemKind::Specialty => PointsItem::Specialty { specialty: specialty? },
            ItemKind::Cards => PointsItem::Cards,
            ItemKind::Products => PointsItem::Products,
        })
    }
}

/// Reads them.
///
/// # Errors
/// What the disk gives.
pub fn settings(store: &Store, actor: &Actor) -> Result<PointsSettings> {
    store.read(actor, Verb::PointsRules, |read| {
        let connection = read.connection();
        let written: Option<(NaiveDate, Option<String>)> = connection
            .query_row(
                "SELECT s.business_day, staff.name FROM points_scheme AS s LEFT JOIN staff ON staff.id = s.by
                 ORDER BY s.at DESC, s.id DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let (written_on, by) = written.map_or((None, None), |(day, by)| (Some(day), by));
        Ok(PointsSettings { rules: current(connection)?, written_on, by, rewards: rewards::all(connection)? })
    })
}

/// What holds.
pub(crate) fn current(connection: &Connection) -> Result<PointsRules> {
    Ok(match latest(connection)? {
        Some(id) => of_scheme(connection, id)?.unwrap_or_default(),
        None => PointsRules::default(),
    })
}

fn latest(connection: &Connection) -> Result<Option<PointsSchemeId>> {
    Ok(connection
        .prepare_cached("SELECT id FROM points_scheme ORDER BY at DESC, id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?)
}

fn of_scheme(connection: &Connection, id: PointsSchemeId) -> Result<Option<PointsRules>> {
    let found = connection
        .prepare_cached(
            "SELECT fen_per_point, months, member_day_multiplier, birthday_multiplier, sign_in, referral,
                    points_per_yuan, least, most_percent
             FROM points_scheme WHERE id = ?1",
        )?
        .query_row([id], |row| {
            let money = |points_per_yuan| -> rusqlite::Result<PointsMoney> {
                Ok(PointsMoney { points_per_yuan, least: row.get(7)?, most_percent: row.get(8)? })
            };
            Ok(PointsRules {
                fen_per_point: row.get(0)?,
                months: row.get(1)?,
                member_days: Vec::new(),
                member_day_multiplier: row.get(2)?,
                birthday_multiplier: row.get(3)?,
                items: Vec::new(),
                sign_in: row.get(4)?,
                referral: row.get(5)?,
                money: row.get::<_, Option<u32>>(6)?.map(money).transpose()?,
            })
        })
        .optional()?;
    let Some(mut rules) = found else { return Ok(None) };
    rules.member_days = connection
        .prepare_cached("SELECT day FROM points_member_day WHERE scheme_id = ?1 ORDER BY day")?
        .query_map([id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut statement = connection.prepare_cached(
        "SELECT kind, item_id, specialty, multiplier FROM points_item WHERE scheme_id = ?1 ORDER BY position",
    )?;
    let rows = statement.query_map([id], |row| {
        let item = PointsItem::of(row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(item.zip(Some(row.get(3)?)).map(|(item, multiplier)| PointsItemRule { item, multiplier }))
    })?;
    for row in rows {
        rules.items.extend(row?);
    }
    Ok(Some(rules))
}

/// Writes them. Said again with the same id, nothing is written.
///
/// # Errors
/// By field, of an item with `item` counted from 1: [`ErrorCode::InvalidValue`], [`ErrorCode::NameTaken`] of what stands
/// twice, [`ErrorCode::NotFound`]; [`ErrorCode::ChangedMeanwhile`] where other rules have this id.
pub fn set(store: &Store, actor: &Actor, input: &SetPoints) -> Result<()> {
    store.transact(actor, Verb::PointsSetRules, |tx| {
        let connection = tx.connection();
        let mut rules = input.rules.clone();
        rules.member_days.sort_unstable();
        rules.member_days.dedup();
        check(connection, &rules)?;
        if let Some(before) = of_scheme(connection, input.id)? {
            return if before == rules { Ok(()) } else { Err(ErrorCode::ChangedMeanwhile.at("id")) };
        }
        write(tx, input.id, &rules)
    })
}

fn check(connection: &Connection, rules: &PointsRules) -> Result<()> {
    if let Some(fen) = rules.fen_per_point {
        between("fenPerPoint", fen.0, 1, FEN_PER_POINT_MAX)?;
    }
    if let Some(months) = rules.months {
        between("months", months, 1, MONTHS_MAX)?;
    }
    for day in &rules.member_days {
        between("memberDays", *day, 1, 31)?;
    }
    between("memberDayMultiplier", rules.member_day_multiplier, ONCE, MULTIPLIER_MAX)?;
    between("birthdayMultiplier", rules.birthday_multiplier, ONCE, MULTIPLIER_MAX)?;
    between("signIn", i64::from(rules.sign_in), 0, GIVEN_MAX)?;
    between("referral", i64::from(rules.referral), 0, GIVEN_MAX)?;
    if let Some(money) = rules.money {
        between("pointsPerYuan", i64::from(money.points_per_yuan), 1, GIVEN_MAX)?;
        between("least", i64::from(money.least), 0, GIVEN_MAX)?;
        between("mostPercent", money.most_percent, 1, 100)?;
    }
    between("items", rules.items.len(), 0, ITEMS_MAX)?;
    for (place, rule) in rules.items.iter().enumerate() {
        let at_item = |wrong: Error| wrong.with("item", place + 1);
        between("multiplier", rule.multiplier, 0, MULTIPLIER_MAX).map_err(at_item)?;
        if rules.items[..place].iter().any(|before| before.item == rule.item) {
            return Err(at_item(ErrorCode::NameTaken.at("items")));
        }
        if !is_known(connection, rule.item)? {
            return Err(at_item(ErrorCode::NotFound.at("items")));
        }
    }
    Ok(())
}

fn is_known(connection: &Connection, item: PointsItem) -> Result<bool> {
    let (sql, id) = match item {
        PointsItem::Procedure { id } => ("SELECT 1 FROM procedure WHERE id = ?1", id.0),
        PointsItem::Card { id } => ("SELECT 1 FROM course_card WHERE id = ?1", id.0),
        PointsItem::Product { id } => ("SELECT 1 FROM product WHERE id = ?1", id.0),
        PointsItem::Specialty { .. } | PointsItem::Cards | PointsItem::Products => return Ok(true),
    };
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

fn write(tx: &Tx<'_>, id: PointsSchemeId, rules: &PointsRules) -> Result<()> {
    let connection = tx.connection();
    connection.execute(
        "INSERT INTO points_scheme (id, fen_per_point, months, member_day_multiplier, birthday_multiplier, sign_in,
             referral, points_per_yuan, least, most_percent, business_day, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            rules.fen_per_point,
            rules.months,
            rules.member_day_multiplier,
            rules.birthday_multiplier,
            rules.sign_in,
            rules.referral,
            rules.money.map(|money| money.points_per_yuan),
            rules.money.map_or(0, |money| money.least),
            rules.money.map_or(0, |money| money.most_percent),
            tx.today(),
            tx.now(),
            tx.staff_id()
        ],
    )?;
    for day in &rules.member_days {
        connection
            .execute("INSERT INTO points_member_day (scheme_id, day) VALUES (?1, ?2)", params![id, day])?;
    }
    for (place, rule) in rules.items.iter().enumerate() {
        let (kind, item, specialty) = rule.item.columns();
        connection.execute(
            "INSERT INTO points_item (scheme_id, position, kind, item_id, specialty, multiplier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![id, place as i64, kind, item, specialty, rule.multiplier],
        )?;
    }
    if let Some(fen) = rules.fen_per_point {
        tx.detail("fen_per_point", fen.written());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a day")
    }

    #[test]
    fn a_member_day_that_a_month_does_not_have_is_its_last() {
        let rules = PointsRules { member_days: vec![8, 31], ..PointsRules::default() };
        let is = |month, of| rules.is_member_day(day(2026, month, of));
        assert!(is(1, 8) && is(1, 31) && is(4, 30) && is(2, 28));
        assert!(!is(1, 30) && !is(4, 29) && !is(2, 27) && !is(1, 9));
        let none = PointsRules::default();
        assert!(!none.is_member_day(day(2026, 1, 31)));
    }

    #[test]
    fn points_last_to_the_same_day_of_a_month_or_to_its_last() {
        let rules = PointsRules { months: Some(3), ..PointsRules::default() };
        assert_eq!(rules.last_day(day(2026, 11, 30)), Some(day(2027, 2, 28)));
        assert_eq!(PointsRules { months: None, ..rules }.last_day(day(2026, 11, 30)), None);
    }
}
