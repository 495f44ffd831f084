//! What was done to a client, to be read in two seconds: when, what, by whom, with which batch, where.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::amounts::Quantity;
use crate::clients::{self, Severity};
use crate::complaints::list::ComplaintLine;
use crate::complaints::{self, ComplaintKind};
use crate::error::Result;
use crate::ids::{BatchId, ClientId, ComplaintId, ProcedureId, ProductId, SignedTreatmentId, TreatmentId};
use crate::permissions::Permission;
use crate::store::Store;
use crate::treatments::sign::SignedText;
use crate::treatments::signed::{self, Amendment};
use crate::treatments::{SiteMap, totals};
use crate::verbs::Verb;

/// Whose timeline.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TimelineOf {
    /// The client.
    pub client: ClientId,
}

/// So much of a batch, in a record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TimelineUse {
    /// Which product.
    pub product: ProductId,
    /// Its name of that day.
    pub name: String,
    /// What quantities are given in.
    pub unit: String,
    /// With how many decimals.
    pub scale: u8,
    /// Which batch.
    pub batch: Option<BatchId>,
    /// Its lot.
    pub lot: String,
    /// Who supplied it.
    pub suppliers: Vec<String>,
    /// How much in all.
    pub quantity: Quantity,
}

/// A point of a record's maps.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TimelinePoint {
    /// On which drawing.
    pub map: SiteMap,
    /// From its left edge, in ten-thousandths of its width.
    pub x: u32,
    /// From its top.
    pub y: u32,
    /// Which product.
    pub product: ProductId,
    /// How much.
    pub quantity: Quantity,
}

/// A signed record, in short.
#[derive(Clone, Debug, Serialize, TS)]
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
#[derive(Clone, Debug, Serialize, TS)]
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

/// A client's signed records in short, the latest first; the read leaves a trace.
///
/// # Errors
/// [`crate::ErrorCode::FileDamaged`] for a text that cannot be read.
pub fn of_client(store: &Store, actor: &Actor, input: TimelineOf) -> Result<Vec<TimelineRecord>> {
    store.read(actor, Verb::TreatmentRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let mut records = Vec::new();
        let mut suppliers = Suppliers::default();
        let family = clients::family(connection, input.client)?;
        let complaints = if read.actor().has(Permission::SeeComplaints) {
            complaints::list::of_family(connection, &family)?
        } else {
            Vec::new()
        };
        for client in family {
            let mut statement = connection.prepare_cached(
                "SELECT id, text, EXISTS (SELECT 1 FROM treatment_amendment WHERE signed_id = signed_treatment.id),
                        EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = signed_treatment.id)
                 FROM signed_treatment WHERE client_id = ?1 ORDER BY at DESC, id DESC",
            )?;
            let mut rows = statement.query([client])?;
            while let Some(row) = rows.next()? {
                let id: SignedTreatmentId = row.get(0)?;
                let text = signed::read_text(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
                let amendments =
                    if row.get(2)? { signed::amendments(connection, id)? } else { Vec::new() };
                let mut record = record(connection, &mut suppliers, id, text, &amendments, row.get(3)?)?;
                record.complaints = complaints.iter().filter(|one| one.signed == Some(id)).filter_map(short).collect();
                records.push(record);
            }
        }
        records.sort_by_key(|record: &TimelineRecord| std::cmp::Reverse((record.at, record.id)));
        Ok(records)
    })
}

fn record(
    connection: &Connection,
    from: &mut Suppliers,
    id: SignedTreatmentId,
    text: SignedText,
    amendments: &[Amendment],
    withdrawn: bool,
) -> Result<TimelineRecord> {
    let mut uses = Vec::new();
    for total in totals(&text.body) {
        let product = text.products.iter().find(|product| product.id == total.product);
        let lot = text.batches.iter().find(|batch| Some(batch.id) == total.batch);
        uses.push(TimelineUse {
            product: total.product,
            name: product.map(|product| product.name.clone()).unwrap_or_default(),
            unit: product.map(|product| product.unit.clone()).unwrap_or_default(),
            scale: product.map_or(0, |product| product.scale),
            batch: total.batch,
            lot: lot.map(|batch| batch.lot.clone()).unwrap_or_default(),
            suppliers: match total.batch {
                Some(batch) => from.of(connection, batch)?,
                None => Vec::new(),
            },
            quantity: total.quantity,
        });
    }
    let mut sites: Vec<String> = Vec::new();
    let named =
        text.body.uses.iter().map(|used| &used.site).chain(text.body.energy.iter().map(|set| &set.site));
    for site in named.filter(|site| !site.is_empty()) {
        if !sites.contains(site) {
            sites.push(site.clone());
        }
    }
    let points = text
        .body
        .uses
        .iter()
        .filter_map(|used| {
            let (map, x, y) = (used.map?, used.x, used.y);
            Some(TimelinePoint { map, x, y, product: used.product, quantity: used.quantity })
        })
        .collect();
    let device = |set: &crate::treatments::Energy| {
        let name =
            text.equipment.iter().find(|piece| piece.id == set.equipment).map(|piece| piece.name.as_str());
        let parts = [name.unwrap_or_default(), &set.spot, &set.fluence, &set.depth, &set.other];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let devices = text.body.energy.iter().map(device).collect();
    let mut body = text.body;
    for amendment in amendments {
        crate::treatments::amend::apply(&mut body, &amendment.changes);
    }
    Ok(TimelineRecord {
        id,
        treatment: text.treatment,
        at: text.signed_at,
        procedure: text.procedure.id,
        procedure_name: text.procedure.name,
        doctor_name: text.doctor.name,
        uses,
        sites,
        points,
        devices,
        reactions: body.reactions,
        amendments: u32::try_from(amendments.len()).unwrap_or(u32::MAX),
        photos: u32::try_from(text.photos.len()).unwrap_or(u32::MAX),
        complaints: Vec::new(),
        withdrawn,
    })
}

/// `None` for what was noted by mistake.
fn short(line: &ComplaintLine) -> Option<TimelineComplaint> {
    let ComplaintLine { id, kind, severity, .. } = *line;
    let open = line.closed_at.is_none();
    (!line.dropped).then(|| TimelineComplaint { id, kind, severity, text: line.text.clone(), open })
}

/// Who supplied each batch, asked once.
#[derive(Default)]
struct Suppliers(BTreeMap<BatchId, Vec<String>>);

impl Suppliers {
    fn of(&mut self, connection: &Connection, batch: BatchId) -> Result<Vec<String>> {
        if let Some(known) = self.0.get(&batch) {
            return Ok(known.clone());
        }
        let mut statement = connection.prepare_cached(
            "SELECT DISTINCT supplier.name FROM stock_movement AS m
             JOIN delivery ON delivery.id = m.delivery_id
             JOIN supplier ON supplier.id = delivery.supplier_id
             WHERE m.batch_id = ?1 AND m.kind = 'received' ORDER BY supplier.name",
        )?;
        let rows = statement.query_map([batch], |row| row.get(0))?;
        let names = rows.collect::<rusqlite::Result<Vec<String>>>()?;
        self.0.insert(batch, names.clone());
        Ok(names)
    }
}
