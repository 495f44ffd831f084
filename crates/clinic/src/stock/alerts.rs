//! What of the stock needs care: batches that expire, products that run low against their use, vials not at zero.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::params;
use serde::Serialize;
use ts_rs::TS;

use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::care::{Care, Limits};
use crate::error::Result;
use crate::ids::{BatchId, ProductId, VialId};
use crate::settings::{self, SettingKey};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// A batch that expires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Expiring {
    /// Which.
    pub batch: BatchId,
    /// Of which product.
    pub product: ProductId,
    /// Its lot.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
    /// What is there.
    pub on_hand: Quantity,
    /// Expired: now. Within the first limit: this month. Within the second: soon.
    pub care: Care,
}

/// A product that runs low.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Low {
    /// Which.
    pub product: ProductId,
    /// What may still be used of it.
    pub usable: Quantity,
    /// What was used in the days that are looked at.
    pub used: Quantity,
    /// For how many days it lasts at that rate.
    #[ts(type = "number")]
    pub lasts_days: i64,
}

/// A vial that was not emptied and given back on its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OverdueVial {
    /// Which.
    pub vial: VialId,
    /// Of which product.
    pub product: ProductId,
    /// Its lot.
    pub lot: String,
    /// The day on which it was opened.
    pub opened_on: NaiveDate,
}

/// Everything that needs care.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct StockAlerts {
    /// The first to expire in front.
    pub expiring: Vec<Expiring>,
    /// Those that last the shortest in front.
    pub low: Vec<Low>,
    /// The oldest in front.
    pub vials: Vec<OverdueVial>,
}

/// What needs care.
///
/// # Errors
/// What the disk gives.
pub fn alerts(store: &Store, actor: &Actor) -> Result<StockAlerts> {
    store.read(actor, Verb::StockRead, |read| {
        Ok(StockAlerts { expiring: expiring(read)?, low: low(read)?, vials: overdue(read)? })
    })
}

pub(crate) fn expiring(read: &Read<'_>) -> Result<Vec<Expiring>> {
    let connection = read.connection();
    let limits = Limits::read(connection, read.today())?;
    let mut statement = connection.prepare_cached(
        "SELECT batch.id, product_id, lot, expires_on, on_hand
         FROM batch JOIN batch_balance ON batch_id = batch.id
         WHERE on_hand > 0 AND expires_on <= ?1 ORDER BY expires_on, batch.id",
    )?;
    let rows = statement.query_map([limits.last()], |row| {
        let expires_on: NaiveDate = row.get(3)?;
        Ok(Expiring {
            batch: row.get(0)?,
            product: row.get(1)?,
            lot: row.get(2)?,
            expires_on,
            on_hand: row.get(4)?,
            care: limits.care(expires_on).unwrap_or(Care::Soon),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Products that at the rate of the last days do not last as long as they should.
fn low(read: &Read<'_>) -> Result<Vec<Low>> {
    let (connection, today) = (read.connection(), read.today());
    let window = settings::days(connection, SettingKey::StockUseDays)?;
    let enough = settings::days(connection, SettingKey::StockLowDays)?.num_days();
    let mut statement = connection.prepare_cached(include_str!("low.sql"))?;
    let rows = statement.query_map(params![today - window, today], |row| {
        Ok((row.get::<_, ProductId>(0)?, row.get::<_, i64>(1)?, row.get::<_, i64>(2)?))
    })?;
    let mut low = Vec::new();
    for row in rows {
        let (product, used, usable) = row?;
        let lasts_days = usable.max(0) * TimeDelta::num_days(&window) / used.max(1);
        if lasts_days < enough {
            low.push(Low { product, usable: Quantity(usable), used: Quantity(used), lasts_days });
        }
    }
    low.sort_by_key(|low| (low.lasts_days, low.product));
    Ok(low)
}

pub(crate) fn overdue(read: &Read<'_>) -> Result<Vec<OverdueVial>> {
    let mut statement = read.connection().prepare_cached(
        "SELECT vial.id, product_id, lot, business_day FROM vial JOIN batch ON batch.id = batch_id
         WHERE business_day < ?1 AND NOT EXISTS (SELECT 1 FROM vial_return WHERE vial_id = vial.id)
         ORDER BY at, vial.id",
    )?;
    let rows = statement.query_map([read.today()], |row| {
        Ok(OverdueVial { vial: row.get(0)?, product: row.get(1)?, lot: row.get(2)?, opened_on: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
