//! What was done to a client, to be read in two seconds: when, what, by whom, with which batch, where.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::entry::{self, Entry};
use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients::{self, Severity};
use crate::complaints::list::ComplaintLine;
use crate::complaints::{self, ComplaintKind};
use crate::error::Result;
use crate::ids::{BatchId, ClientId, ComplaintId, DeliveryId, ProcedureId, ProductId, SignedTreatmentId};
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

/// A point of a record's maps, a row of five without names for each: on which drawing; from its left edge, in
/// ten-thousandths of its width; from its top; the place of the product among those of the timeline; and how much.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TimelinePoint(pub SiteMap, pub u32, pub u32, pub u32, pub Quantity);

/// A signed record, in short.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineRecord {
    /// Its id.
    pub id: SignedTreatmentId,
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
    deliverers: HashMap<DeliveryId, String>,
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
            point.3 = entry::at_place(&products, point.3)?;
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
        let suppliers = self.suppliers(connection, batch.0)?;
        let all = &mut self.timeline.batches;
        let place = entry::place(all.len());
        all.push(TimelineBatch { id: batch.0, lot: batch.1.clone(), suppliers });
        self.batches.insert(batch, place);
        Ok(place)
    }

    /// Who supplied a batch, by name. A client of decades has hundreds of batches from a few deliverers.
    fn suppliers(&mut self, connection: &Connection, batch: BatchId) -> Result<Vec<String>> {
        let mut statement = connection.prepare_cached(
            "SELECT delivery_id FROM stock_movement
             WHERE batch_id = ?1 AND kind = 'received' AND delivery_id IS NOT NULL",
        )?;
        let mut rows = statement.query([batch])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let delivery: DeliveryId = row.get(0)?;
            let name = match self.deliverers.get(&delivery) {
                Some(name) => name.clone(),
                None => {
                    let name = deliverer(connection, delivery)?;
                    self.deliverers.insert(delivery, name.clone());
                    name
                }
            };
            names.push(name);
        }
        names.sort();
        names.dedup();
        names.retain(|name| !name.is_empty());
        Ok(names)
    }
}

/// Nothing where the delivery has not arrived.
fn deliverer(connection: &Connection, delivery: DeliveryId) -> Result<String> {
    let mut statement = connection.prepare_cached(
        "SELECT supplier.name FROM delivery JOIN supplier ON supplier.id = supplier_id WHERE delivery.id = ?1",
    )?;
    Ok(statement.query_row([delivery], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// `None` for what was noted by mistake.
fn short(line: &ComplaintLine) -> Option<TimelineComplaint> {
    let ComplaintLine { id, kind, severity, .. } = *line;
    let open = line.closed_at.is_none();
    (!line.dropped).then(|| TimelineComplaint { id, kind, severity, text: line.text.clone(), open })
}
