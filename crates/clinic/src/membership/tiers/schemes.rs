//! The owner's rules: each version written once and whole, from a day on. Whoever writes one drops what was planned and had
//! not begun.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::Step;
use super::presets::{self, TierPreset};
use super::types::{TierRule, TierRules, TierScheme, TierWindow};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::error::{Error, ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::{ProcedureId, TierId, TierSchemeId};
use crate::membership::points::rules::MULTIPLIER_MAX;
use crate::membership::spending::Counting;
use crate::membership::{FULL, ONCE};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most tiers.
const TIERS_MAX: usize = 12;
/// The most lines of benefits.
const BENEFITS_MAX: usize = 20;
/// The most that a tier asks for, in fen: a thousand million yuan.
const AMOUNT_MAX: i64 = Fen::PRICE_MAX.0 * 100;
/// The most days that a fall is said before.
const WARN_MAX: i64 = 365;
/// So far ahead rules are planned at most.
const PLANNED_MAX: Months = Months::new(24);

/// The rules, and those that ship.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TierSchemes {
    /// Every version, the last written first.
    pub schemes: Vec<TierScheme>,
    /// Which holds today.
    pub current: Option<TierSchemeId>,
    /// Which will, from its day on.
    pub planned: Option<TierSchemeId>,
    /// What ships.
    pub presets: Vec<TierPreset>,
}

/// Rules to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetTiers {
    /// Drawn once by the window: said twice, they are written once.
    pub id: TierSchemeId,
    /// They.
    pub rules: TierRules,
    /// From this day on: today or later.
    pub takes_effect_on: NaiveDate,
}

/// Reads them.
///
/// # Errors
/// What the disk gives.
pub fn schemes(store: &Store, actor: &Actor) -> Result<TierSchemes> {
    store.read(actor, Verb::TierSchemes, |read| {
        let mut schemes = all(read.connection())?;
        let steps = steps(&schemes);
        let of = |step: Option<&Step<'_>>| {
            let rules = step?.rules;
            schemes.iter().find(|scheme| std::ptr::eq(&raw const scheme.rules, rules)).map(|scheme| scheme.id)
        };
        let current = of(steps.iter().rfind(|step| step.day <= read.today()));
        let planned = of(steps.last().filter(|step| step.day > read.today()));
        schemes.reverse();
        Ok(TierSchemes { schemes, current, planned, presets: presets::all() })
    })
}

/// Every version, in the order in which they were written.
pub(crate) fn all(connection: &Connection) -> Result<Vec<TierScheme>> {
    let mut statement = connection.prepare_cached(
        "SELECT s.id, s.takes_effect_on, s.counts, s.stored_value, s.products, s.review, s.warn_days, s.business_day,
                s.at, staff.name
         FROM tier_scheme AS s LEFT JOIN staff ON staff.id = s.by ORDER BY s.at, s.id",
    )?;
    let rows = statement.query_map([], |row| {
        let rules = TierRules {
            counting: Counting { counts: row.get(2)?, stored_value: row.get(3)?, products: row.get(4)? },
            review: row.get(5)?,
            warn_days: row.get(6)?,
            tiers: Vec::new(),
        };
        Ok(TierScheme {
            id: row.get(0)?,
            takes_effect_on: row.get(1)?,
            rules,
            business_day: row.get(7)?,
            at: row.get(8)?,
            by: row.get(9)?,
        })
    })?;
    let mut schemes = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut tiers = tiers(connection)?;
    for scheme in &mut schemes {
        scheme.rules.tiers = tiers.remove(&scheme.id).unwrap_or_default();
    }
    Ok(schemes)
}

/// The tiers of every version: asked with every price, they take as many queries whatever their number.
fn tiers(connection: &Connection) -> Result<HashMap<TierSchemeId, Vec<TierRule>>> {
    let mut procedures =
        of_tiers(connection, "SELECT tier_id, procedure_id FROM tier_procedure ORDER BY position")?;
    let mut benefits = of_tiers(connection, "SELECT tier_id, text FROM tier_benefit ORDER BY position")?;
    let mut statement = connection.prepare_cached(
        "SELECT id, code, name, amount, span, rate, all_procedures, cards, products, scheme_id,
                points_multiplier FROM tier
         ORDER BY position",
    )?;
    let mut rows = statement.query([])?;
    let mut all: HashMap<TierSchemeId, Vec<TierRule>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let id: TierId = row.get(0)?;
        let tier = TierRule {
            procedures: procedures.remove(&id).unwrap_or_default(),
            benefits: benefits.remove(&id).unwrap_or_default(),
            ..tier(row)?
        };
        all.entry(row.get(9)?).or_default().push(tier);
    }
    Ok(all)
}

fn of_tiers<T: FromSql>(connection: &Connection, sql: &str) -> Result<HashMap<TierId, Vec<T>>> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all: HashMap<TierId, Vec<T>> = HashMap::new();
    while let Some(row) = rows.next()? {
        all.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(all)
}

fn tier(row: &Row<'_>) -> rusqlite::Result<TierRule> {
    Ok(TierRule {
        code: row.get(1)?,
        name: row.get(2)?,
        amount: row.get(3)?,
        window: row.get(4)?,
        rate: row.get(5)?,
        all_procedures: row.get(6)?,
        procedures: Vec::new(),
        cards: row.get(7)?,
        products: row.get(8)?,
        points_multiplier: row.get(10)?,
        benefits: Vec::new(),
    })
}

/// From when which rules hold. Those written on the day on which they begin do so in that moment; the others in the
/// morning.
pub(crate) fn steps(schemes: &[TierScheme]) -> Vec<Step<'_>> {
    let mut steps: Vec<Step<'_>> = Vec::new();
    for scheme in schemes {
        let day = scheme.takes_effect_on;
        let at = if scheme.business_day == day { scheme.at } else { i64::MIN };
        let dropped = |last: &Step<'_>| last.day > scheme.business_day || (last.day, last.at) >= (day, at);
        while steps.last().is_some_and(dropped) {
            steps.pop();
        }
        steps.push(Step { day, at, rules: &scheme.rules });
    }
    steps
}

/// The rules of a day; none before the first.
pub(crate) fn of_day<'a>(steps: &[Step<'a>], day: NaiveDate) -> Option<&'a TierRules> {
    steps.iter().rfind(|step| step.day <= day).map(|step| step.rules)
}

/// What the tiers of a day are called.
pub(crate) fn names(connection: &Connection, day: NaiveDate) -> Result<Vec<String>> {
    let schemes = all(connection)?;
    let rules = of_day(&steps(&schemes), day);
    Ok(rules.map_or_else(Vec::new, |rules| rules.tiers.iter().map(|tier| tier.name.clone()).collect()))
}

/// Writes them. Said again with the same id, nothing is written.
///
/// # Errors
/// By field, of a tier with `tier` counted from 1: [`ErrorCode::Required`], [`ErrorCode::TooLong`],
/// [`ErrorCode::InvalidValue`], [`ErrorCode::NameTaken`], [`ErrorCode::TierNotAbove`] where a tier asks for no more than the one below it,
/// [`ErrorCode::NotFound`] of a procedure; [`ErrorCode::DayPast`], [`ErrorCode::InvalidDate`] of the day,
/// [`ErrorCode::ChangedMeanwhile`] where other rules have this id.
pub fn set(store: &Store, actor: &Actor, input: &SetTiers) -> Result<()> {
    store.transact(actor, Verb::TierSet, |tx| {
        let connection = tx.connection();
        let rules = checked(connection, &input.rules)?;
        if let Some(before) = all(connection)?.into_iter().find(|scheme| scheme.id == input.id) {
            let same = before.rules == rules && before.takes_effect_on == input.takes_effect_on;
            return if same { Ok(()) } else { Err(ErrorCode::ChangedMeanwhile.at("id")) };
        }
        in_time(input.takes_effect_on, tx.today())?;
        tx.detail("takes_effect_on", input.takes_effect_on);
        tx.detail("tiers", rules.tiers.iter().map(|tier| tier.name.as_str()).collect::<Vec<_>>().join("、"));
        write(tx, input, &rules)
    })
}

/// Refuses a day that is over, or too far away.
pub(super) fn in_time(day: NaiveDate, today: NaiveDate) -> Result<()> {
    if day < today {
        return Err(ErrorCode::DayPast.at("takesEffectOn"));
    }
    if day > today + PLANNED_MAX {
        return Err(ErrorCode::InvalidDate.at("takesEffectOn"));
    }
    Ok(())
}

fn write(tx: &Tx<'_>, input: &SetTiers, rules: &TierRules) -> Result<()> {
    let connection = tx.connection();
    connection.execute(
        "INSERT INTO tier_scheme (id, takes_effect_on, counts, stored_value, products, review, warn_days, business_day,
             at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            input.id,
            input.takes_effect_on,
            rules.counting.counts,
            rules.counting.stored_value,
            rules.counting.products,
            rules.review,
            rules.warn_days,
            tx.today(),
            tx.now(),
            tx.staff_id()
        ],
    )?;
    for (place, tier) in rules.tiers.iter().enumerate() {
        let id = TierId(tx.new_id());
        connection.execute(
            "INSERT INTO tier (id, scheme_id, position, code, name, amount, span, rate, all_procedures, cards, products,
                 points_multiplier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                id,
                input.id,
                place as i64,
                tier.code,
                tier.name,
                tier.amount,
                tier.window,
                tier.rate,
                tier.all_procedures,
                tier.cards,
                tier.products,
                tier.points_multiplier
            ],
        )?;
        for (place, procedure) in tier.procedures.iter().enumerate() {
            connection.execute(
                "INSERT INTO tier_procedure (tier_id, procedure_id, position) VALUES (?1, ?2, ?3)",
                params![id, procedure, place as i64],
            )?;
        }
        for (place, benefit) in tier.benefits.iter().enumerate() {
            connection.execute(
                "INSERT INTO tier_benefit (tier_id, position, text) VALUES (?1, ?2, ?3)",
                params![id, place as i64, benefit],
            )?;
        }
    }
    Ok(())
}

/// The rules as they are kept.
pub(super) fn checked(connection: &Connection, rules: &TierRules) -> Result<TierRules> {
    between("tiers", rules.tiers.len() as i64, 0, TIERS_MAX as i64)?;
    between("warnDays", rules.warn_days.into(), 0, WARN_MAX)?;
    let mut kept = TierRules { tiers: Vec::new(), ..rules.clone() };
    for (place, tier) in rules.tiers.iter().enumerate() {
        let at_tier = |wrong: Error| wrong.with("tier", place + 1);
        let tier = checked_tier(connection, tier, &kept.tiers).map_err(at_tier)?;
        kept.tiers.push(tier);
    }
    Ok(kept)
}

fn checked_tier(connection: &Connection, tier: &TierRule, below: &[TierRule]) -> Result<TierRule> {
    let code = fields::required("code", &tier.code, NAME_MAX)?;
    let name = fields::required("name", &tier.name, NAME_MAX)?;
    if below.iter().any(|other| other.code == code) {
        return Err(ErrorCode::NameTaken.at("code"));
    }
    if below.iter().any(|other| other.name == name) {
        return Err(ErrorCode::NameTaken.at("name"));
    }
    // Whoever bought anything has a tier that asks for nothing: only the lowest does.
    let least = if below.is_empty() { 0 } else { 1 };
    between("amount", tier.amount.0, least, AMOUNT_MAX)?;
    let same = below.iter().rfind(|other| other.window == tier.window || other.amount.0 == 0);
    if let Some(below) = same.filter(|below| tier.amount <= below.amount) {
        return Err(ErrorCode::TierNotAbove.at("amount").with("name", &below.name));
    }
    if tier.amount.0 == 0 && tier.window == TierWindow::Rolling {
        return Err(ErrorCode::InvalidValue.at("window"));
    }
    between("rate", tier.rate.into(), 1, FULL)?;
    between("pointsMultiplier", tier.points_multiplier, ONCE, MULTIPLIER_MAX)?;
    let discounted = i64::from(tier.rate) < FULL;
    let procedures = if tier.all_procedures || !discounted { Vec::new() } else { tier.procedures.clone() };
    if discounted && !tier.all_procedures && procedures.is_empty() && !tier.cards && !tier.products {
        return Err(ErrorCode::Required.at("procedures"));
    }
    for (place, procedure) in procedures.iter().enumerate() {
        if procedures[..place].contains(procedure) || !known(connection, *procedure)? {
            return Err(ErrorCode::NotFound.at("procedures"));
        }
    }
    between("benefits", tier.benefits.len() as i64, 0, BENEFITS_MAX as i64)?;
    let mut benefits = Vec::new();
    for benefit in &tier.benefits {
        benefits.push(fields::required("benefits", benefit, LINE_MAX)?);
    }
    Ok(TierRule { code, name, procedures, benefits, ..tier.clone() })
}

fn known(connection: &Connection, procedure: ProcedureId) -> Result<bool> {
    let found: Option<i64> = connection
        .prepare_cached("SELECT 1 FROM procedure WHERE id = ?1")?
        .query_row([procedure], |row| row.get(0))
        .optional()?;
    Ok(found.is_some())
}
