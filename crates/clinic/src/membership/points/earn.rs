//! What a sale earns (DOMAIN.md, "Membership"): the yuan that count, by the highest multiplier that applies to each line,
//! rounded down once for the whole sale. Money counts as it is received: what is paid ahead when it is used, debts when
//! they are paid; gift and points earn nothing.
//!
//! By which rules a sale earns is written with it, so that its points can follow what stands of it ([`super::follow`]).

use chrono::{Datelike, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::rules::{PointsItem, PointsItemRule, PointsRules};
use crate::amounts::Fen;
use crate::billing::LineKind;
use crate::catalogue::Specialty;
use crate::clients::types::{Birthday, words};
use crate::clients::{self, birthday};
use crate::error::Result;
use crate::ids::{ClientId, CourseCardId, ProcedureId, ProductId, SaleId, SaleLineId};
use crate::membership::ONCE;
use crate::membership::spending::derive;
use crate::membership::spending::sale::Totals;

words! {
    /// Why a line earns what it does.
    PointsWhy {
        /// Nothing multiplies it.
        Plain = "plain",
        /// What was bought has a rule of its own.
        Item = "item",
        /// The client's tier.
        Tier = "tier",
        /// 会员日.
        MemberDay = "member_day",
        /// 生日月.
        Birthday = "birthday",
        /// It earns nothing.
        Excluded = "excluded",
    }
}

/// What a line earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Multiplied {
    /// In thousandths.
    pub(crate) multiplier: u32,
    pub(crate) why: PointsWhy,
}

impl Multiplied {
    /// Of what never earns.
    pub(crate) const NOTHING: Multiplied = Multiplied { multiplier: 0, why: PointsWhy::Plain };
    /// Of what the owner excludes.
    const EXCLUDED: Multiplied = Multiplied { multiplier: 0, why: PointsWhy::Excluded };
}

/// What multiplies a client's points on a day.
#[derive(Clone, Debug)]
pub(crate) struct Multipliers {
    pub(crate) rules: PointsRules,
    tier: u32,
    member_day: bool,
    birthday: bool,
}

impl Multipliers {
    pub(crate) fn of(
        connection: &Connection,
        rules: PointsRules,
        client: ClientId,
        tier: u32,
        today: NaiveDate,
    ) -> Result<Multipliers> {
        let birthday = clients::birthday_of(connection, client)?;
        Ok(Multipliers {
            member_day: rules.is_member_day(today),
            birthday: birthday.is_some_and(|birthday| is_birthday_month(&birthday, today)),
            tier,
            rules,
        })
    }

    /// The highest that applies; of two that are the same, the one that needs least explaining.
    pub(crate) fn of_line(
        &self,
        connection: &Connection,
        kind: LineKind,
        item: Option<Uuid>,
    ) -> Result<Multiplied> {
        if self.rules.fen_per_point.is_none() || matches!(kind, LineKind::StoredValue | LineKind::Deposit) {
            return Ok(Multiplied::NOTHING);
        }
        let own = self.rule_of(connection, kind, item)?.map(|rule| rule.multiplier);
        if own == Some(0) {
            return Ok(Multiplied::EXCLUDED);
        }
        let base = own.map_or((ONCE, PointsWhy::Plain), |own| (own, PointsWhy::Item));
        let others = [
            (self.tier, PointsWhy::Tier),
            (if self.member_day { self.rules.member_day_multiplier } else { 0 }, PointsWhy::MemberDay),
            (if self.birthday { self.rules.birthday_multiplier } else { 0 }, PointsWhy::Birthday),
        ];
        // What multiplies by one says nothing against a rule of the item's own.
        let others = others.into_iter().filter(|(multiplier, _)| *multiplier > ONCE);
        let (multiplier, why) = others.fold(base, |best, next| if next.0 > best.0 { next } else { best });
        Ok(Multiplied { multiplier, why })
    }

    /// The item's own rule, or that of its kind.
    fn rule_of(
        &self,
        connection: &Connection,
        kind: LineKind,
        item: Option<Uuid>,
    ) -> Result<Option<PointsItemRule>> {
        let Some(id) = item else { return Ok(None) };
        let find = |item| self.rules.items.iter().find(|rule| rule.item == item).copied();
        Ok(match kind {
            LineKind::Procedure => match find(PointsItem::Procedure { id: ProcedureId(id) }) {
                Some(rule) => Some(rule),
                None => specialty_of(connection, id)?
                    .and_then(|specialty| find(PointsItem::Specialty { specialty })),
            },
            LineKind::Card => {
                find(PointsItem::Card { id: CourseCardId(id) }).or_else(|| find(PointsItem::Cards))
            }
            LineKind::Product => {
                find(PointsItem::Product { id: ProductId(id) }).or_else(|| find(PointsItem::Products))
            }
            LineKind::StoredValue | LineKind::Deposit => None,
        })
    }
}

fn specialty_of(connection: &Connection, procedure: Uuid) -> Result<Option<Specialty>> {
    Ok(connection
        .prepare_cached("SELECT specialty FROM procedure WHERE id = ?1")?
        .query_row([procedure], |row| row.get(0))
        .optional()?)
}

/// Whether the birthday of this year is in the month of a day.
fn is_birthday_month(birthday: &Birthday, day: NaiveDate) -> bool {
    birthday::in_year(birthday, day.year()).is_some_and(|on| on.month() == day.month())
}

/// How many points money earns: what counts, spread over prices as they stand, each with its multiplier in thousandths.
pub(crate) fn earned(
    counts: i64,
    lines: impl Iterator<Item = (i64, u32)>,
    fen_per_point: Option<Fen>,
) -> i64 {
    let Some(Fen(fen)) = fen_per_point else { return 0 };
    let (mut goods, mut weighed) = (0_i128, 0_i128);
    for (price, multiplier) in lines {
        let price = i128::from(price.max(0));
        goods += price;
        weighed += price * i128::from(multiplier);
    }
    let points =
        i128::from(counts.max(0)) * weighed / (goods.max(1) * i128::from(ONCE) * i128::from(fen.max(1)));
    i64::try_from(points).unwrap_or(i64::MAX)
}

/// A sale as far as it earns.
#[derive(Clone, Debug)]
pub(crate) struct Basis {
    /// To whom it was sold.
    pub(crate) client: ClientId,
    fen_per_point: Option<Fen>,
    totals: Totals,
    lines: Vec<BasisLine>,
}

/// A line that has a price of its own.
#[derive(Clone, Debug)]
struct BasisLine {
    id: SaleLineId,
    /// What of it stands, in fen.
    price: i64,
    multiplier: u32,
}

impl Basis {
    /// `None` where nothing of it ever counts.
    pub(crate) fn of_sale(connection: &Connection, sale: SaleId) -> Result<Option<Basis>> {
        let found: Option<(ClientId, Option<Fen>)> = connection
            .prepare_cached("SELECT client_id, fen_per_point FROM sale WHERE id = ?1")?
            .query_row([sale], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((client, fen_per_point)) = found else { return Ok(None) };
        let Some(totals) = derive::stands(connection, sale)? else { return Ok(None) };
        let mut statement = connection.prepare_cached(
            "SELECT l.id, l.price - coalesce((SELECT sum(amount) FROM refund_part WHERE line_id = l.id), 0),
                    l.points_multiplier
             FROM sale_line AS l WHERE l.sale_id = ?1 AND l.kind IN ('procedure', 'card', 'product')",
        )?;
        let rows = statement.query_map([sale], |row| {
            Ok(BasisLine { id: row.get(0)?, price: row.get(1)?, multiplier: row.get(2)? })
        })?;
        let lines = rows.collect::<rusqlite::Result<_>>()?;
        Ok(Some(Basis { client, fen_per_point, totals, lines }))
    }

    /// As it would be after something more.
    pub(crate) fn change(&mut self, totals: Totals, lines: &[(SaleLineId, i64)]) {
        self.totals.add(totals);
        for (id, less) in lines {
            self.lines.iter_mut().filter(|line| line.id == *id).for_each(|line| line.price -= less);
        }
    }

    /// What of it counts, in fen.
    pub(crate) fn counts(&self) -> i64 {
        self.totals.used()
    }

    /// What it earns.
    pub(crate) fn earned(&self) -> i64 {
        let lines = self.lines.iter().map(|line| (line.price, line.multiplier));
        earned(self.counts(), lines, self.fen_per_point)
    }
}
