//! What points pay for: a sale's price as money 积分抵现, and rewards of the points shop 积分商城.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::PointsKind;
use super::entries::{self, About, NewEntry, folded};
use super::moves::{By, Moves, Planned};
use super::rules::{self, PointsMoney};
use crate::amounts::Fen;
use crate::billing::methods::POINTS;
use crate::billing::price::portion;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PaymentId, PointsEntryId, SaleId, SaleLineId};
use crate::store::Tx;

impl PointsMoney {
    /// So many points pay an amount; a point that is begun is a whole one.
    pub(crate) fn points_for(self, amount: Fen) -> i64 {
        let points = i128::from(amount.0.max(0)) * i128::from(self.points_per_yuan);
        i64::try_from((points + 99) / 100).unwrap_or(i64::MAX)
    }

    /// So much money is paid by so many points.
    pub(crate) fn worth(self, points: i64) -> Fen {
        let fen = i128::from(points.max(0)) * 100 / i128::from(self.points_per_yuan.max(1));
        Fen(i64::try_from(fen).unwrap_or(i64::MAX))
    }

    /// The most of a price that so many points pay at once.
    pub(crate) fn payable(self, price: Fen, available: i64) -> Fen {
        let allowed = i128::from(price.0.max(0)) * i128::from(self.most_percent) / 100;
        let most = Fen(i64::try_from(allowed).unwrap_or(i64::MAX)).min(self.worth(available));
        if self.points_for(most) < i64::from(self.least) { Fen(0) } else { most }
    }
}

/// What a family has to spend.
pub(crate) fn available(connection: &Connection, family: &[ClientId], today: NaiveDate) -> Result<i64> {
    Ok(folded(connection, family, today)?.available())
}

/// Takes what a payment is in points.
///
/// # Errors
/// [`ErrorCode::NotPayableWithPoints`] where points are no money, [`ErrorCode::PointsBelowLeast`],
/// [`ErrorCode::PointsTooFew`].
pub(crate) fn pay(
    tx: &Tx<'_>,
    family: &[ClientId],
    sale: SaleId,
    payment: PaymentId,
    amount: Fen,
) -> Result<()> {
    let money = rules::current(tx.connection())?.money;
    let money = money.ok_or_else(|| ErrorCode::NotPayableWithPoints.at("payments").with("payable", 0))?;
    let points = money.points_for(amount);
    if points < i64::from(money.least) {
        return Err(ErrorCode::PointsBelowLeast.at("payments").with("least", money.least));
    }
    spend(
        tx,
        family,
        About { sale: Some(sale), payment: Some(payment), ..About::default() },
        points,
        "payments",
    )
}

/// Takes what a reward costs.
///
/// # Errors
/// [`ErrorCode::PointsTooFew`].
pub(crate) fn reward(
    tx: &Tx<'_>,
    family: &[ClientId],
    sale: SaleId,
    line: SaleLineId,
    points: i64,
) -> Result<()> {
    spend(tx, family, About { sale: Some(sale), line: Some(line), ..About::default() }, points, "lines")
}

fn spend(tx: &Tx<'_>, family: &[ClientId], about: About, points: i64, field: &'static str) -> Result<()> {
    let there = available(tx.connection(), family, tx.today())?;
    if points > there {
        return Err(ErrorCode::PointsTooFew.at(field).with("available", there));
    }
    let entry = NewEntry {
        about,
        ..NewEntry::of(PointsEntryId(tx.new_id()), family[0], PointsKind::Redeem, -points)
    };
    entries::write(tx, &entry)
}

/// What a payment, or a line, of a sale took, and what of it goes back with what went back.
pub(super) struct Spent {
    pub(super) payment: Option<PaymentId>,
    pub(super) line: Option<SaleLineId>,
    pub(super) moves: Moves,
    /// The payment's amount in fen, or the line's sessions or packs.
    of: i64,
    /// What of it went back.
    pub(super) gone: i64,
    /// How many points therefore go back.
    pub(super) back: i64,
}

impl Spent {
    fn new(moves: Moves, payment: Option<PaymentId>, line: Option<SaleLineId>, of: i64, gone: i64) -> Spent {
        let mut spent = Spent { payment, line, moves, of, gone, back: 0 };
        spent.back = spent.points_for(gone);
        spent
    }

    /// What brings what went back to so many points.
    pub(super) fn give_back(&self, back: i64, by: By) -> Vec<Planned> {
        self.moves.bring_to(self.moves.all() - back, by)
    }

    /// How many points go back with so much of it: all of them with all of it, whatever the portions.
    pub(super) fn points_for(&self, gone: i64) -> i64 {
        portion(Fen(self.moves.all()), 0, gone.clamp(0, self.of), self.of).0
    }
}

/// Everything of a sale that was paid with points.
pub(super) fn of_sale(connection: &Connection, sale: SaleId) -> Result<Vec<Spent>> {
    let mut all = Vec::new();
    let mut statement = connection.prepare_cached(
        "SELECT id, amount, coalesce((SELECT sum(amount) FROM refund_payment WHERE payment_id = payment.id), 0)
         FROM payment WHERE sale_id = ?1 AND method = ?2 ORDER BY position, id",
    )?;
    let payments = statement
        .query_map(rusqlite::params![sale, POINTS], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(PaymentId, i64, i64)>>>()?;
    for (id, amount, gone) in payments {
        all.push(Spent::new(Moves::payment(connection, id)?, Some(id), None, amount, gone));
    }
    let mut statement = connection.prepare_cached(include_str!("rewards_gone.sql"))?;
    let lines = statement
        .query_map([sale], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(SaleLineId, i64, i64)>>>()?;
    for (id, quantity, gone) in lines {
        all.push(Spent::new(Moves::reward(connection, id)?, None, Some(id), quantity, gone));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn points_pay_no_more_than_the_rule_allows() {
        let money = PointsMoney { points_per_yuan: 100, least: 500, most_percent: 50 };
        assert_eq!(money.payable(Fen(100_000), 30_000), Fen(30_000));
        assert_eq!(money.payable(Fen(40_000), 30_000), Fen(20_000));
        assert_eq!(money.payable(Fen(40_000), 499), Fen(0));
        assert_eq!(money.payable(Fen(999), 30_000), Fen(0), "half of it is less than the least");
    }

    proptest! {
        #[test]
        fn what_points_are_worth_is_paid_by_no_more_of_them(
            points in 0..=1_000_000_000_i64,
            points_per_yuan in 1..=1_000_000_u32,
        ) {
            let money = PointsMoney { points_per_yuan, least: 0, most_percent: 100 };
            prop_assert!(money.points_for(money.worth(points)) <= points);
            prop_assert!(money.points_for(Fen(money.worth(points).0 + 1)) > points);
        }
    }
}
