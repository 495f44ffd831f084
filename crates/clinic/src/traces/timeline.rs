//! What was done to a client, to be read in two seconds: when, what, by whom, with which batch, where.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entry::{self, Entry};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients::{self, Severity};
use crate::complaints::list::ComplaintLine;
use crate::complaints::{self, ComplaintKind};
use crate::error::Result;
use crate::ids::{BatchId, ClientId, ComplaintId, ProcedureId, ProductId, SignedTreatmentId, TreatmentId};
use crate::permissions::Permission;
use crate::store::Store;
use crate::treatments::SiteMap;
use crate::verbs::Verb;

/// Whose timeline.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TimelineOf {
    /// The client.
    pub client: ClientId,
}

/// A client's signed records in short. Products and batches are written out once, and named by their place: a client of
/// decades has hundreds of records, most of them with the same.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Timeline {
    /// The latest first.
    pub records: Vec<TimelineRecord>,
    /// What they used; one that was named anew stands there under each of its names.
    pub products: Vec<TimelineProduct>,
    /// Out of which batches.
    pub batches: Vec<TimelineBatch>,
}

/// A product by its name of a record's day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct TimelineProduct {
    /// Its id.
    pub id: ProductId,
    /// Its name.
    pub name: String,
    /// What quantities are given in.
    pub unit: String,
    /// With how many decimals.
    pub scale: u8,
}

/// A batch that records used.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimelineBatch {
    /// Its id.
    pub id: BatchId,
    /// Its lot.
    pub lot: String,
    /// Who supplied it.
    pub suppliers: Vec<String>,
}

/// So much of a batch, in a record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelineUse {
    /// The place of the product among those of the timeline.
    pub product: u32,
    /// The place of the batch.
    pub batch: Option<u32>,
    /// How much in all.
    pub quantity: Quantity,
}

/// A point of a record's maps.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelinePoint {
    /// On which drawing.
    pub map: SiteMap,
    /// From its left edge, in ten-thousandths of its width.
    pub x: u32,
    /// From its top.
    pub y: u32,
    /// The place of the product among those of the timeline.
    pub product: u32,
    /// How much.
    pub quantity: Quantity,
}

/// A signed record, in short.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineRecord {
    /// Its id.
    pub id: SignedTreatmentId,
    /// What it was before it was signed.
    pub treatment: TreatmentId,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// What was done.
    pub procedure: ProcedureId,
    /// By its name of that day.
    pub procedure_name: String,
    /// Who signed.
    pub doctor_name: String,
    /// What it used.
    pub uses: Vec<TimelineUse>,
    /// Where, in words; each once.
    pub sites: Vec<String>,
    /// Where, on the maps.
    pub points: Vec<TimelinePoint>,
    /// The devices and what they were set to, in words.
    pub devices: Vec<String>,
    /// Reactions, as amended.
    pub reactions: String,
    /// How many amendments stand beside it.
    pub amendments: u32,
    /// How many photos it names.
    pub photos: u32,
    /// Complaints and adverse reactions after it.
    pub complaints: Vec<TimelineComplaint>,
    /// It was withdrawn.
    pub withdrawn: bool,
}

/// A complaint about a record, in short.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelineComplaint {
    /// Its id.
    pub id: ComplaintId,
    /// What was told.
    pub kind: ComplaintKind,
    /// How bad it is.
    pub severity: Severity,
    /// In the client's words.
    pub text: String,
    /// It did not end yet.
    pub open: bool,
}

/// A client's signed records in short; the read leaves a trace.
///
/// # Errors
/// [`crate::ErrorCode::FileDamaged`] for an entry that cannot be read.
pub fn of_client(store: &Store, actor: &Actor, input: TimelineOf) -> Result<Timeline> {
    store.read(actor, Verb::TreatmentRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let family = clients::family(connection, input.client)?;
        let complaints = if read.actor().has(Permission::SeeComplaints) {
            complaints::list::of_family(connection, &family)?
        } else {
            Vec::new()
        };
        let mut found = Gathered::default();
        for client in family {
            for entry in entry::of_client(connection, client)? {
                found.take(connection, entry)?;
            }
        }
        let mut timeline = found.timeline;
        for record in &mut timeline.records {
            let about = complaints.iter().filter(|one| one.signed == Some(record.id));
            record.complaints = about.filter_map(short).collect();
        }
        timeline.records.sort_by_key(|record| Reverse((record.at, record.id)));
        Ok(timeline)
    })
}

/// A timeline as far as it was gathered, and where in it each product and batch stands.
#[derive(Default)]
struct Gathered {
    timeline: Timeline,
    products: HashMap<TimelineProduct, u32>,
    batches: HashMap<(BatchId, String), u32>,
}

impl Gathered {
    fn take(&mut self, connection: &Connection, entry: Entry) -> Result<()> {
        let Entry { mut record, products, batches } = entry;
        let products: Vec<u32> = products.into_iter().map(|product| self.product(product)).collect();
        let batches =
            batches.into_iter().map(|batch| self.batch(connection, batch)).collect::<Result<Vec<u32>>>()?;
        for used in &mut record.uses {
            used.product = entry::at_place(&products, used.product)?;
            used.batch = used.batch.map(|batch| entry::at_place(&batches, batch)).transpose()?;
        }
        for point in &mut record.points {
            point.product = entry::at_place(&products, point.product)?;
        }
        self.timeline.records.push(record);
        Ok(())
    }

    fn product(&mut self, product: TimelineProduct) -> u32 {
        let all = &mut self.timeline.products;
        *self.products.entry(product).or_insert_with_key(|product| {
            all.push(product.clone());
            entry::place(all.len() - 1)
        })
    }

    fn batch(&mut self, connection: &Connection, batch: (BatchId, String)) -> Result<u32> {
        if let Some(place) = self.batches.get(&batch) {
            return Ok(*place);
        }
        let all = &mut self.timeline.batches;
        let place = entry::place(all.len());
        all.push(TimelineBatch {
            id: batch.0,
            lot: batch.1.clone(),
            suppliers: suppliers(connection, batch.0)?,
        });
        self.batches.insert(batch, place);
        Ok(place)
    }
}

/// Who supplied a batch. The joins stand in the order in which they are made: a client of decades has hundreds of batches,
/// and each is found by its own few deliveries.
fn suppliers(connection: &Connection, batch: BatchId) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT supplier.name FROM stock_movement AS m
         CROSS JOIN delivery ON delivery.id = m.delivery_id
         CROSS JOIN supplier ON supplier.id = delivery.supplier_id
         WHERE m.batch_id = ?1 AND m.kind = 'received' ORDER BY supplier.name",
    )?;
    let rows = statement.query_map([batch], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// `None` for what was noted by mistake.
fn short(line: &ComplaintLine) -> Option<TimelineComplaint> {
    let ComplaintLine { id, kind, severity, .. } = *line;
    let open = line.closed_at.is_none();
    (!line.dropped).then(|| TimelineComplaint { id, kind, severity, text: line.text.clone(), open })
}
