//! A sale's points follow what stands of it, whatever is paid later, given back or taken back: what it earned, what
//! bringing its client earned somebody else, and what it took of points as money or for rewards.
//!
//! What is written is the difference to what stands in the ledger, so that two computers that did something while apart
//! are put right with the next thing that is done.
//!
//! A balance is never taken below nothing here: where a refund takes back more than is left, because it was spent, the
//! reversal says how many are not asked for. What the client owes for them is settled in money by whoever refunds; the
//! refund's quote says how much that is.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::PointsKind;
use super::earn::Basis;
use super::entries::{self, About, NewEntry, folded};
use super::fold::Folded;
use super::moves::{By, Moves, Planned};
use super::redeem::{self, Spent};
use super::rules::{self, PointsRules};
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PaymentId, PointsEntryId, RefundId, SaleId, SaleLineId};
use crate::membership::spending::sale::Totals;
use crate::store::Tx;

/// After payments of a sale.
pub(crate) fn paid(tx: &Tx<'_>, sale: SaleId) -> Result<()> {
    let connection = tx.connection();
    let Some(basis) = Basis::of_sale(connection, sale)? else { return Ok(()) };
    let rules = rules::current(connection)?;
    earn(tx, sale, &basis, &rules, By::default())?;
    refer(tx, sale, &basis, &rules)
}

/// After a refund of a sale.
pub(crate) fn refunded(tx: &Tx<'_>, sale: SaleId, refund: RefundId) -> Result<()> {
    let by = By { refund: Some(refund), takes_back: None };
    let connection = tx.connection();
    let Some(basis) = Basis::of_sale(connection, sale)? else { return Ok(()) };
    let mut planned = Vec::new();
    for spent in redeem::of_sale(connection, sale)? {
        planned.extend(spent.give_back(spent.back, by));
    }
    planned.extend(Moves::earned(connection, sale)?.bring_to(basis.earned(), by));
    write_all(tx, basis.client, planned, by)?;
    earn(tx, sale, &basis, &rules::current(connection)?, by)?;
    referral_follows(tx, sale, &basis, by)
}

/// After a refund of a sale was taken back.
///
/// # Errors
/// [`ErrorCode::PointsTooFew`] where points that it had given back are spent.
pub(crate) fn taken_back(tx: &Tx<'_>, sale: SaleId, refund: RefundId, of: RefundId) -> Result<()> {
    let by = By { refund: Some(refund), takes_back: Some(of) };
    let connection = tx.connection();
    let Some(basis) = Basis::of_sale(connection, sale)? else { return Ok(()) };
    let family = clients::family(connection, basis.client)?;
    let before = folded(connection, &family, tx.today())?.balance;
    earn(tx, sale, &basis, &rules::current(connection)?, by)?;
    for spent in redeem::of_sale(connection, sale)? {
        let planned = spent.give_back(spent.back, by);
        planned.iter().try_for_each(|one| one.write(tx, by))?;
    }
    referral_follows(tx, sale, &basis, by)?;
    if missing(before, folded(connection, &family, tx.today())?.balance) > 0 {
        return Err(ErrorCode::PointsTooFew.at("refund").with("available", before.max(0)));
    }
    Ok(())
}

/// Writes what is taken back and given back; what is taken and spent already is let go, the last of it first.
fn write_all(tx: &Tx<'_>, client: ClientId, mut planned: Vec<Planned>, by: By) -> Result<()> {
    let family = clients::family(tx.connection(), client)?;
    let (before, after) = with(tx.connection(), &family, &planned, tx.today())?;
    let mut short = missing(before.balance, after.balance);
    for one in planned.iter_mut().rev() {
        short = one.let_go(short);
    }
    planned.iter().try_for_each(|one| one.write(tx, by))
}

fn with(
    connection: &Connection,
    family: &[ClientId],
    planned: &[Planned],
    today: NaiveDate,
) -> Result<(Folded, Folded)> {
    let noted = planned.iter().zip(0..).map(|(one, place)| one.noted(place, today)).collect();
    entries::folded_with(connection, family, noted, today)
}

/// By how much more a balance is below nothing.
fn missing(before: i64, after: i64) -> i64 {
    (before.min(0) - after).max(0)
}

/// Brings what a sale earned to what it earns as it stands now.
fn earn(tx: &Tx<'_>, sale: SaleId, basis: &Basis, rules: &PointsRules, by: By) -> Result<()> {
    let earned = Moves::earned(tx.connection(), sale)?;
    let target = basis.earned();
    let planned = earned.bring_to(target, by);
    planned.iter().try_for_each(|one| one.write(tx, by))?;
    let rest = target - earned.stand() - planned.iter().map(Planned::points).sum::<i64>();
    if rest <= 0 {
        return Ok(());
    }
    let entry = NewEntry {
        expires_on: rules.last_day(tx.today()),
        about: About { sale: Some(sale), refund: by.refund, ..About::default() },
        ..NewEntry::of(
            PointsEntryId(tx.new_id()),
            clients::survivor(tx.connection(), basis.client)?,
            PointsKind::Earn,
            rest,
        )
    };
    entries::write(tx, &entry)
}

/// What bringing a client is worth, with the first sale of theirs that is paid.
fn refer(tx: &Tx<'_>, sale: SaleId, basis: &Basis, rules: &PointsRules) -> Result<()> {
    let connection = tx.connection();
    if rules.referral == 0 || basis.counts() <= 0 {
        return Ok(());
    }
    let family = clients::family(connection, basis.client)?;
    let Some(referrer) = clients::referrer_of(connection, &family)? else { return Ok(()) };
    let referrer = clients::survivor(connection, referrer)?;
    if family.contains(&referrer) || !is_first(connection, &family, sale)? {
        return Ok(());
    }
    let id = PointsEntryId(tx.new_id());
    let entry = NewEntry {
        expires_on: rules.last_day(tx.today()),
        about: About { sale: Some(sale), newcomer: Some(family[0]), ..About::default() },
        ..NewEntry::of(id, referrer, PointsKind::Earn, rules.referral.into())
    };
    entries::write(tx, &entry)
}

/// Whether nobody stands rewarded for bringing a client, who has paid for nothing but this.
fn is_first(connection: &Connection, family: &[ClientId], sale: SaleId) -> Result<bool> {
    for client in family {
        let mut statement =
            connection.prepare_cached("SELECT DISTINCT sale_id FROM points_entry WHERE newcomer_id = ?1")?;
        let sales =
            statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<Vec<SaleId>>>()?;
        for rewarded in sales {
            if Moves::referral(connection, rewarded)?.stand() > 0 {
                return Ok(false);
            }
        }
        let bought = connection
            .prepare_cached(
                "SELECT 1 FROM spending WHERE client_id = ?1 AND sale_id IS NOT ?2
                 GROUP BY sale_id HAVING sum(used_sold + used_products) > 0",
            )?
            .exists(rusqlite::params![client, sale])?;
        if bought {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What bringing the client was worth: nothing where nothing of the sale is left that counts.
fn referral(connection: &Connection, sale: SaleId, basis: &Basis, by: By) -> Result<Vec<Planned>> {
    let referral = Moves::referral(connection, sale)?;
    let target = if basis.counts() > 0 { referral.all() } else { 0 };
    Ok(referral.bring_to(target, by))
}

fn referral_follows(tx: &Tx<'_>, sale: SaleId, basis: &Basis, by: By) -> Result<()> {
    let planned = referral(tx.connection(), sale, basis, by)?;
    match planned.first().map(Planned::client) {
        Some(referrer) => write_all(tx, referrer, planned, by),
        None => Ok(()),
    }
}

/// Points of somebody else that a refund takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReferrerTurn {
    /// Who had brought the client.
    pub client: ClientRef,
    /// How many.
    #[ts(type = "number")]
    pub points: i64,
}

/// What a refund would do to points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PointsTurn {
    /// So many that the sale earned are taken back; what expired of them is gone already.
    #[ts(type = "number")]
    pub taken: i64,
    /// So many that were paid with are there again; what of them is past its last day is not.
    #[ts(type = "number")]
    pub returned: i64,
    /// So many more the sale earns, where what goes back had earned less than the rest.
    #[ts(type = "number")]
    pub gained: i64,
    /// So many of those that are taken back are spent already.
    #[ts(type = "number")]
    pub short: i64,
    /// What these are worth where points are money.
    pub worth: Option<Fen>,
    /// What whoever brought the client loses.
    pub referrer: Option<ReferrerTurn>,
}

/// What goes back of a sale that is not written yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Going {
    pub(crate) totals: Totals,
    /// What of each line's price.
    pub(crate) lines: Vec<(SaleLineId, i64)>,
    /// What of each payment, in fen.
    pub(crate) payments: Vec<(PaymentId, i64)>,
    /// How many sessions or packs of each line.
    pub(crate) counts: Vec<(SaleLineId, i64)>,
}

/// What one more refund of a sale would do to points; `None` where nothing.
pub(crate) fn after_refund(
    connection: &Connection,
    sale: SaleId,
    going: &Going,
    today: NaiveDate,
) -> Result<Option<PointsTurn>> {
    let Some(mut basis) = Basis::of_sale(connection, sale)? else { return Ok(None) };
    basis.change(going.totals, &going.lines);
    let by = By::default();
    let mut planned = Vec::new();
    for spent in redeem::of_sale(connection, sale)? {
        planned.extend(spent.give_back(spent.after(going), by));
    }
    let earned = Moves::earned(connection, sale)?;
    let gained = (basis.earned() - earned.stand()).max(0);
    planned.extend(earned.bring_to(basis.earned(), by));
    let family = clients::family(connection, basis.client)?;
    let (before, after) = with(connection, &family, &planned, today)?;
    let short = missing(before.balance, after.balance);
    let (mut taken, mut returned) = (0, 0);
    // What is planned comes last.
    for event in after.events.iter().skip(before.events.len()) {
        if event.points < 0 && event.expired.is_none() {
            taken -= event.points;
        } else {
            // What is past its last day is nobody's any more in the moment in which it is there again.
            returned += event.points;
        }
    }
    let referral = referral(connection, sale, &basis, by)?;
    let referrer = match referral.first().map(Planned::client) {
        Some(client) => {
            clients::reference(connection, clients::survivor(connection, client)?)?.map(|client| {
                ReferrerTurn { client, points: -referral.iter().map(Planned::points).sum::<i64>() }
            })
        }
        None => None,
    };
    if (taken, returned, gained, short) == (0, 0, 0, 0) && referrer.is_none() {
        return Ok(None);
    }
    let money = rules::current(connection)?.money.filter(|_| short > 0);
    let worth = money.map(|money| money.worth(short));
    Ok(Some(PointsTurn { taken, returned, gained, short, worth, referrer }))
}

impl Spent {
    /// How many points would have gone back after something more.
    fn after(&self, going: &Going) -> i64 {
        let payments = going.payments.iter().filter(|(id, _)| self.payment == Some(*id));
        let lines = going.counts.iter().filter(|(id, _)| self.line == Some(*id));
        let more = payments.map(|(_, amount)| amount).chain(lines.map(|(_, count)| count)).sum::<i64>();
        self.points_for(self.gone + more)
    }
}

/// How many points a sale earned, as it stands, and how many it was paid with.
pub(crate) fn of_sale(connection: &Connection, sale: SaleId) -> Result<(i64, i64)> {
    let spent = redeem::of_sale(connection, sale)?;
    let redeemed = spent.iter().map(|one| one.moves.stand()).sum();
    Ok((Moves::earned(connection, sale)?.stand(), redeemed))
}
