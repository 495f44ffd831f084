//! The vial book: every step of every toxin vial, with the balance after it (医疗用毒性药品管理办法 6, 9).

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::movement::left_in;
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients::types::ClientRef;
use crate::error::Result;
use crate::ids::{BatchId, ClientId, MovementId, ProductId, VialId};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// A step in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BookStep {
    /// Received and locked away.
    Received,
    /// Taken out and opened.
    Opened,
    /// Units to a client.
    Given,
    /// Thrown away.
    Wasted,
    /// Back to the supplier.
    Returned,
    /// Found more or less when counting.
    Counted,
    /// The empty vial given back.
    GivenBack,
}

/// A line of the book.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookLine {
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// What happened.
    pub step: BookStep,
    /// Of which product.
    pub product: ProductId,
    /// Of which batch.
    pub batch: BatchId,
    /// Its lot.
    pub lot: String,
    /// With which vial.
    pub vial: Option<VialId>,
    /// The movement, where it moved something.
    pub movement: Option<MovementId>,
    /// Signed, in the product's smallest unit; what a vial holds where it is opened.
    pub quantity: Quantity,
    /// What is there of the product after it, in unopened and opened vials.
    pub balance: Quantity,
    /// To whom.
    pub client: Option<ClientRef>,
    /// By which doctor.
    pub doctor: Option<String>,
    /// The first person.
    pub by: Option<String>,
    /// The second person.
    pub witness: Option<String>,
    /// In words.
    pub reason: String,
    /// It takes an earlier line back.
    pub takes_back: bool,
    /// It was taken back later.
    pub taken_back: bool,
}

/// A vial that is open or was open in the days asked for.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VialLine {
    /// Its id.
    pub id: VialId,
    /// Of which product.
    pub product: ProductId,
    /// Of which batch.
    pub batch: BatchId,
    /// Its lot.
    pub lot: String,
    /// Its own code.
    pub unit_code: Option<String>,
    /// What it held.
    pub quantity: Quantity,
    /// What is left in it.
    pub left: Quantity,
    /// For more than one client.
    pub shared: bool,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub opened_at: i64,
    /// The empty vial was given back.
    pub given_back: bool,
    /// Opened on an earlier day and not emptied and given back: the book was not at zero at that day's end.
    pub overdue: bool,
}

/// Which days.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ReadBook {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// The book of some days.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VialBook {
    /// What happened, in the order of time.
    pub lines: Vec<BookLine>,
    /// Every vial that is still open, and those opened in these days; the latest first.
    pub vials: Vec<VialLine>,
}

/// Reads the book. The clients are named, and every such read leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn read(store: &Store, actor: &Actor, input: ReadBook) -> Result<VialBook> {
    store.read(actor, Verb::VialBook, |read| {
        let mut lines = lines(read, input.until)?;
        let mut balances = std::collections::BTreeMap::<ProductId, i64>::new();
        for line in &mut lines {
            let balance = balances.entry(line.product).or_default();
            // Opening moves nothing: the units are in the opened vial.
            if line.movement.is_some() {
                *balance += line.quantity.0;
            }
            line.balance = Quantity(*balance);
        }
        let first = crate::store::day_start(read.zone(), input.from);
        lines.retain(|line| line.at >= first);
        for client in lines.iter().filter_map(|line| line.client.as_ref()) {
            read.note(client.id);
        }
        Ok(VialBook { lines, vials: vials(read, input)? })
    })
}

/// Everything up to the end of a day.
fn lines(read: &Read<'_>, until: NaiveDate) -> Result<Vec<BookLine>> {
    let end = crate::store::day_start(read.zone(), until + chrono::TimeDelta::days(1));
    let mut statement = read.connection().prepare_cached(include_str!("book.sql"))?;
    let rows = statement.query_map([end], |row| {
        let client = match (row.get::<_, Option<ClientId>>(8)?, row.get(9)?, row.get(10)?) {
            (Some(id), Some(name), Some(member_number)) => Some(ClientRef { id, name, member_number }),
            _ => None,
        };
        let step = match row.get_ref(1)?.as_str()? {
            "opened" => BookStep::Opened,
            "given_back" => BookStep::GivenBack,
            "used" => BookStep::Given,
            "wasted" => BookStep::Wasted,
            "returned" => BookStep::Returned,
            "counted" => BookStep::Counted,
            _ => BookStep::Received,
        };
        Ok(BookLine {
            at: row.get(0)?,
            step,
            product: row.get(2)?,
            batch: row.get(3)?,
            lot: row.get(4)?,
            vial: row.get(5)?,
            movement: row.get(6)?,
            quantity: row.get(7)?,
            balance: Quantity(0),
            client,
            doctor: row.get(11)?,
            by: row.get(12)?,
            witness: row.get(13)?,
            reason: row.get(14)?,
            takes_back: row.get(15)?,
            taken_back: row.get(16)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn vials(read: &Read<'_>, input: ReadBook) -> Result<Vec<VialLine>> {
    let today = read.today();
    let mut statement = read.connection().prepare_cached(
        "SELECT vial.id, product_id, batch_id, lot, unit_code, quantity, shared, at, business_day,
                EXISTS (SELECT 1 FROM vial_return WHERE vial_id = vial.id) AS given_back
         FROM vial JOIN batch ON batch.id = batch_id
         WHERE business_day BETWEEN ?1 AND ?2 OR NOT given_back
         ORDER BY at DESC, vial.id DESC",
    )?;
    let rows = statement.query_map(params![input.from, input.until], |row| {
        let (day, given_back): (NaiveDate, bool) = (row.get(8)?, row.get(9)?);
        Ok(VialLine {
            id: row.get(0)?,
            product: row.get(1)?,
            batch: row.get(2)?,
            lot: row.get(3)?,
            unit_code: row.get(4)?,
            quantity: row.get(5)?,
            left: Quantity(0),
            shared: row.get(6)?,
            opened_at: row.get(7)?,
            given_back,
            overdue: !given_back && day < today,
        })
    })?;
    let mut vials = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for vial in &mut vials {
        vial.left = left_in(read.connection(), vial.id)?;
    }
    Ok(vials)
}
