//! Keeps what counts as spending up to the ledgers: a sale that anything happened to is counted anew, whole.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};
use jingtai_sync::RowChange;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::sale::{Movement, Totals, spent};
use super::{Amounts, Spent, SpentKind};
use crate::billing::entitlements::{self, Executed};
use crate::billing::methods::{DEPOSIT, POINTS, STORED_VALUE};
use crate::billing::{LineKind, Pot};
use crate::error::Result;
use crate::ids::{ClientId, SaleId};
use crate::store::{DEFAULT_ZONE, business_day};

/// Brings the spending up to what was written.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let mut sales: BTreeSet<Uuid> = BTreeSet::new();
    let mut opened: BTreeSet<Uuid> = BTreeSet::new();
    for row in rows {
        match row.table.as_str() {
            "sale" => sales.extend(row.id()),
            "sale_line" | "payment" | "refund" | "entitlement" => sales.extend(row.born_id("sale_id")),
            "entitlement_entry" => {
                let sql = "SELECT sale_id FROM entitlement WHERE id = ?1";
                sales.extend(named(connection, sql, row.born_id("entitlement_id"))?);
            }
            "opening_client" => opened.extend(row.born_id("client_id")),
            "opening_reversal" => {
                let sql = "SELECT client_id FROM opening_client WHERE id = ?1";
                opened.extend(named(connection, sql, row.born_id("opening_client_id"))?);
            }
            _ => {}
        }
    }
    sales.into_iter().try_for_each(|sale| count_sale(connection, SaleId(sale)))?;
    opened.into_iter().try_for_each(|client| count_openings(connection, ClientId(client)))
}

fn named(connection: &Connection, sql: &str, id: Option<Uuid>) -> Result<Option<Uuid>> {
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// Counts everything anew.
///
/// # Errors
/// What the disk gives.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM spending", [])?;
    for sale in ids(connection, "SELECT id FROM sale")? {
        count_sale(connection, SaleId(sale))?;
    }
    for client in ids(connection, "SELECT DISTINCT client_id FROM opening_client")? {
        count_openings(connection, ClientId(client))?;
    }
    Ok(())
}

fn ids(connection: &Connection, sql: &str) -> Result<Vec<Uuid>> {
    Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// What a client would have spent after one more refund of a sale.
pub(crate) fn after_refund(
    connection: &Connection,
    sale: SaleId,
    change: Totals,
    today: NaiveDate,
    mut spent_before: Vec<Spent>,
) -> Result<Vec<Spent>> {
    let Some((client, day, at, opening)) = sold(connection, sale)? else { return Ok(spent_before) };
    let cause = Uuid::max();
    if opening {
        let back = Back { day: today, at: i64::MAX, refund: cause, sale: sale.0, services: -change.services };
        spent_before.extend(taken_back(&openings(connection, client)?, &back));
        return Ok(spent_before);
    }
    let mut movements = movements(connection, sale, day, at)?;
    let (at, kind, reverses) = (i64::MAX, SpentKind::Refund, None);
    movements.push(Movement { day: today, at, cause, kind, reverses, change });
    spent_before.retain(|one| one.sale != Some(sale.0));
    spent_before.extend(spent(sale.0, movements));
    Ok(spent_before)
}

/// What stands of a sale; `None` of one that was had before this program.
pub(crate) fn stands(connection: &Connection, sale: SaleId) -> Result<Option<Totals>> {
    let Some((_, day, at, false)) = sold(connection, sale)? else { return Ok(None) };
    let mut stands = Totals::default();
    movements(connection, sale, day, at)?.into_iter().for_each(|one| stands.add(one.change));
    Ok(Some(stands))
}

/// To whom it was sold, when, and whether it was had before this program.
fn sold(connection: &Connection, sale: SaleId) -> Result<Option<(ClientId, NaiveDate, i64, bool)>> {
    Ok(connection
        .prepare_cached("SELECT client_id, business_day, at, opening_id IS NOT NULL FROM sale WHERE id = ?1")?
        .query_row([sale], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?)
}

/// Counts a sale anew. What was had before this program is no spending here: the opening balances say how much it was.
fn count_sale(connection: &Connection, sale: SaleId) -> Result<()> {
    match sold(connection, sale)? {
        Some((client, day, at, false)) => {
            connection.prepare_cached("DELETE FROM spending WHERE sale_id = ?1")?.execute([sale])?;
            let all = spent(sale.0, movements(connection, sale, day, at)?);
            all.iter().try_for_each(|one| write(connection, client, one))
        }
        Some((client, _, _, true)) => count_openings(connection, client),
        None => Ok(()),
    }
}

/// All that happened to a sale.
fn movements(connection: &Connection, sale: SaleId, day: NaiveDate, at: i64) -> Result<Vec<Movement>> {
    let of = |cause: Uuid, kind, day, at, change| Movement { day, at, cause, kind, reverses: None, change };
    let mut all = vec![of(sale.0, SpentKind::Paid, day, at, lines(connection, sale)?)];
    let mut statement = connection.prepare_cached(
        "SELECT set_id, business_day, at, sum(iif(method = ?4, 0, amount)), sum(iif(method = ?4, amount, 0))
         FROM payment WHERE sale_id = ?1 AND method NOT IN (?2, ?3) GROUP BY set_id, business_day, at",
    )?;
    let rows = statement.query_map(params![sale, STORED_VALUE, DEPOSIT, POINTS], |row| {
        let change = Totals { money: row.get(3)?, by_points: row.get(4)?, ..Totals::default() };
        Ok(of(row.get(0)?, SpentKind::Paid, row.get(1)?, row.get(2)?, change))
    })?;
    all.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    // What was paid with what is kept here, and what of it went back there.
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(refund.id, payment.set_id), refund.id IS NOT NULL,
                coalesce(refund.business_day, payment.business_day), coalesce(refund.at, payment.at), e.pot, -e.amount
         FROM account_entry AS e JOIN payment ON payment.id = e.payment_id
         LEFT JOIN refund ON refund.id = e.refund_id WHERE e.sale_id = ?1",
    )?;
    let rows = statement.query_map([sale], |row| {
        let mut change = Totals::default();
        *change.by_pot(row.get(4)?) = row.get(5)?;
        let kind = if row.get(1)? { SpentKind::Refund } else { SpentKind::Paid };
        Ok(of(row.get(0)?, kind, row.get(2)?, row.get(3)?, change))
    })?;
    all.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    let executed = entitlements::executed_of(connection, sale)?;
    let refunds = refunds(connection, sale)?;
    for one in &refunds {
        let change = refunded(connection, one.id)?;
        let reverses = one.reverses;
        all.push(Movement { reverses, ..of(one.id, SpentKind::Refund, one.day, one.at, change) });
    }
    if !executed.is_empty() {
        let zone = crate::clinic::zone(connection)?.unwrap_or(DEFAULT_ZONE);
        for Executed { entry, at, refund, voided, amount } in executed {
            let change = Totals { executed: amount, ..Totals::default() };
            let by = refunds.iter().find(|one| Some(one.id) == refund.map(|id| id.0));
            all.push(match by {
                Some(by) => of(by.id, SpentKind::Refund, by.day, by.at, change),
                None => {
                    let kind = if voided { SpentKind::Voided } else { SpentKind::Executed };
                    of(entry.0, kind, business_day(zone, at), at, change)
                }
            });
        }
    }
    Ok(all)
}

fn lines(connection: &Connection, sale: SaleId) -> Result<Totals> {
    let mut totals = Totals::default();
    let mut statement = connection.prepare_cached("SELECT kind, price FROM sale_line WHERE sale_id = ?1")?;
    let rows = statement.query_map([sale], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    for row in rows {
        let (kind, price) = row?;
        *totals.of_kind(kind) += price;
    }
    Ok(totals)
}

impl Totals {
    /// What was paid with what is kept here.
    pub(crate) fn by_pot(&mut self, pot: Pot) -> &mut i64 {
        match pot {
            Pot::Principal => &mut self.by_principal,
            Pot::Gift => &mut self.by_gift,
            Pot::Deposit => &mut self.by_deposit,
        }
    }

    /// What stands of a kind of line.
    pub(crate) fn of_kind(&mut self, kind: LineKind) -> &mut i64 {
        match kind {
            LineKind::Procedure | LineKind::Card => &mut self.services,
            LineKind::Product => &mut self.products,
            LineKind::StoredValue => &mut self.stored_value,
            LineKind::Deposit => &mut self.deposits,
        }
    }
}

/// A refund of a sale.
struct Refund {
    id: Uuid,
    day: NaiveDate,
    at: i64,
    reverses: Option<Uuid>,
}

fn refunds(connection: &Connection, sale: SaleId) -> Result<Vec<Refund>> {
    let mut statement = connection
        .prepare_cached("SELECT id, business_day, at, reverses FROM refund WHERE sale_id = ?1 ORDER BY id")?;
    let rows = statement.query_map([sale], |row| {
        Ok(Refund { id: row.get(0)?, day: row.get(1)?, at: row.get(2)?, reverses: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a refund took of what was sold, and of the payments that had come in.
fn refunded(connection: &Connection, refund: Uuid) -> Result<Totals> {
    let mut totals = Totals::default();
    let mut statement = connection.prepare_cached(
        "SELECT line.kind, part.amount FROM refund_part AS part JOIN sale_line AS line ON line.id = part.line_id
         WHERE part.refund_id = ?1",
    )?;
    let rows = statement.query_map([refund], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?;
    for row in rows {
        let (kind, amount) = row?;
        *totals.of_kind(kind) -= amount;
    }
    let mut statement = connection.prepare_cached(
        "SELECT payment.method, way.method, way.amount
         FROM refund_payment AS way LEFT JOIN payment ON payment.id = way.payment_id
         WHERE way.refund_id = ?1 AND NOT way.interest",
    )?;
    let rows = statement.query_map([refund], |row| {
        Ok((row.get::<_, Option<String>>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
    })?;
    for row in rows {
        let (paid_by, method, amount) = row?;
        totals.way(paid_by.as_deref(), &method, amount);
    }
    Ok(totals)
}

impl Totals {
    /// A way that a refund went: out of which payment, if any, and by which method. What goes back to what is kept here
    /// stands in its entries.
    pub(crate) fn way(&mut self, paid_by: Option<&str>, method: &str, amount: i64) {
        match paid_by {
            // What an earlier refund had left here.
            None => self.kept -= amount,
            Some(STORED_VALUE | DEPOSIT) => {}
            Some(POINTS) => self.by_points -= amount,
            Some(_) => {
                self.money -= amount;
                if method == STORED_VALUE {
                    self.kept += amount;
                }
            }
        }
    }
}

fn count_openings(connection: &Connection, client: ClientId) -> Result<()> {
    connection
        .prepare_cached(
            "DELETE FROM spending WHERE client_id = ?1 AND (kind = ?2 OR sale_id IN
                 (SELECT sale_id FROM opening_client WHERE client_id = ?1))",
        )?
        .execute(params![client, SpentKind::Opening])?;
    openings(connection, client)?.iter().try_for_each(|one| write(connection, client, one))
}

/// What a client had spent before this program, and what of it went back since. The last twelve months of it count as if
/// they were of the day on which it was taken over, so that nobody loses a tier by that; what was before them counts in
/// no twelve months any more.
fn openings(connection: &Connection, client: ClientId) -> Result<Vec<Spent>> {
    let mut statement = connection.prepare_cached(
        "SELECT c.id, o.business_day, o.at, c.lifetime, c.last_year,
                c.principal + c.gift + c.sessions + c.lifetime > 0, c.sale_id
         FROM opening_client AS c JOIN opening AS o ON o.id = c.opening_id
         WHERE c.client_id = ?1 AND NOT EXISTS (SELECT 1 FROM opening_reversal WHERE opening_client_id = c.id)
         ORDER BY o.at, c.id",
    )?;
    type Had = (Uuid, NaiveDate, i64, i64, i64, bool, Option<Uuid>);
    let rows = statement.query_map([client], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
    })?;
    let mut all = Vec::new();
    for (cause, day, at, lifetime, last_year, bought, sale) in rows.collect::<rusqlite::Result<Vec<Had>>>()? {
        let mut own = Vec::new();
        let long_ago = day - Months::new(12);
        for (counts_on, amount, sales) in [(long_ago, lifetime - last_year, false), (day, last_year, bought)]
        {
            if amount != 0 || sales {
                let amounts = Amounts::plain(amount);
                let (kind, sales) = (SpentKind::Opening, i64::from(sales));
                own.push(Spent { day, at, cause, kind, sale: None, counts_on, amounts, sales });
            }
        }
        for back in sale.map(|sale| refunds_of_opening(connection, sale)).transpose()?.unwrap_or_default() {
            own.extend(taken_back(&own, &back));
        }
        all.extend(own);
    }
    Ok(all)
}

/// A refund of what was had before this program.
struct Back {
    day: NaiveDate,
    at: i64,
    refund: Uuid,
    sale: Uuid,
    /// What of it was paid for services; below nothing for one that is taken back.
    services: i64,
}

fn refunds_of_opening(connection: &Connection, sale: Uuid) -> Result<Vec<Back>> {
    let mut all = Vec::new();
    for Refund { id: refund, day, at, .. } in refunds(connection, SaleId(sale))? {
        let services = -refunded(connection, refund)?.services;
        all.push(Back { day, at, refund, sale, services });
    }
    all.sort_by_key(|back| (back.day, back.at, back.refund));
    Ok(all)
}

/// What it takes of what was spent before this program: of the last twelve months first, and never more than there is.
fn taken_back(own: &[Spent], back: &Back) -> Vec<Spent> {
    let Some(last) = own.iter().map(|one| one.counts_on).max() else { return Vec::new() };
    let mut days: Vec<NaiveDate> = own.iter().map(|one| one.counts_on).collect();
    days.sort_unstable_by(|one, other| other.cmp(one));
    days.dedup();
    // One that is taken back brings no more than was taken.
    let taken: i64 =
        own.iter().filter(|one| one.sale == Some(back.sale)).map(|one| -one.amounts.used.sold).sum();
    let mut rest = back.services.max(-taken.max(0));
    let mut rows = Vec::new();
    for counts_on in days {
        let there: i64 =
            own.iter().filter(|one| one.counts_on == counts_on).map(|one| one.amounts.used.sold).sum();
        let part = if rest < 0 { rest } else { rest.min(there.max(0)) };
        rest -= part;
        if part != 0 {
            rows.push(Spent {
                day: back.day,
                at: back.at,
                cause: back.refund,
                kind: SpentKind::Refund,
                sale: Some(back.sale),
                counts_on: if part < 0 { last } else { counts_on },
                amounts: Amounts::plain(-part),
                sales: 0,
            });
        }
    }
    rows
}

fn write(connection: &Connection, client: ClientId, spent: &Spent) -> Result<()> {
    let [used_sold, used_executed, used_products, paid_in_sold, paid_in_executed, paid_in_products, ahead] =
        spent.amounts.fields();
    connection
        .prepare_cached(
            "INSERT INTO spending (client_id, day, at, cause_id, counts_on, kind, sale_id, sales, used_sold,
                 used_executed, used_products, paid_in_sold, paid_in_executed, paid_in_products, ahead)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
        )?
        .execute(params![
            client,
            spent.day.num_days_from_ce(),
            spent.at,
            spent.cause,
            spent.counts_on.num_days_from_ce(),
            spent.kind,
            spent.sale,
            spent.sales,
            used_sold,
            used_executed,
            used_products,
            paid_in_sold,
            paid_in_executed,
            paid_in_products,
            ahead
        ])?;
    Ok(())
}
