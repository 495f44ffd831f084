//! The entries of timelines: derived, one for each signed record, side by side for each client. A whole record says far
//! more, and the records of years lie far apart in the file.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::timeline::{TimelinePoint, TimelineProduct, TimelineRecord, TimelineUse};
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, ClientId, ProductId, SignedTreatmentId};
use crate::treatments::sign::SignedText;
use crate::treatments::signed::{self, Amendment};
use crate::treatments::{Energy, amend, totals};

/// A signed record in short, with what its uses and points name by place. Whoever changes what is written of it adds a
/// migration, be it an empty one: with every migration all entries are written anew.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) record: TimelineRecord,
    pub(super) products: Vec<TimelineProduct>,
    /// With the lots.
    pub(super) batches: Vec<(BatchId, String)>,
}

/// What stands at a place.
///
/// # Errors
/// [`ErrorCode::FileDamaged`] where nothing does.
pub(super) fn at_place(places: &[u32], place: u32) -> Result<u32> {
    places.get(place as usize).copied().ok_or_else(|| ErrorCode::FileDamaged.with("place", place))
}

/// A place in a list.
pub(super) fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

/// A client's entries.
///
/// # Errors
/// [`ErrorCode::FileDamaged`] for one that cannot be read.
pub(super) fn of_client(connection: &Connection, client: ClientId) -> Result<Vec<Entry>> {
    let mut statement = connection
        .prepare_cached("SELECT entry FROM timeline_entry WHERE client_id = ?1 ORDER BY at DESC")?;
    let mut rows = statement.query([client])?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let written = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        entries.push(serde_json::from_str(written).map_err(|error| ErrorCode::FileDamaged.because(error))?);
    }
    Ok(entries)
}

/// Writes a record's entry anew; nothing where the record has not arrived.
///
/// # Errors
/// [`ErrorCode::FileDamaged`] for a text that cannot be read.
pub(super) fn write(connection: &Connection, id: SignedTreatmentId) -> Result<()> {
    let found: Option<(ClientId, i64, String, bool)> = connection
        .prepare_cached(
            "SELECT client_id, at, text, EXISTS (SELECT 1 FROM treatment_withdrawal WHERE signed_id = ?1)
             FROM signed_treatment WHERE id = ?1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((client, at, text, withdrawn)) = found else { return Ok(()) };
    let entry = entry(id, signed::read_text(&text)?, &signed::amendments(connection, id)?, withdrawn);
    let written = serde_json::to_string(&entry).map_err(|error| ErrorCode::StorageFailed.because(error))?;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO timeline_entry (client_id, at, signed_id, entry) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![client, at, id, written])?;
    Ok(())
}

/// Writes all of them anew.
///
/// # Errors
/// As [`write`].
pub(super) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute("DELETE FROM timeline_entry", [])?;
    // In the order in which the entries stand: each page is written once.
    let mut statement = connection.prepare("SELECT id FROM signed_treatment ORDER BY client_id, at")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    for id in ids {
        write(connection, id?)?;
    }
    Ok(())
}

fn entry(id: SignedTreatmentId, text: SignedText, amendments: &[Amendment], withdrawn: bool) -> Entry {
    let (mut products, mut batches) = (Vec::new(), Vec::new());
    let uses = totals(&text.body)
        .into_iter()
        .map(|total| TimelineUse {
            product: place_of(&mut products, product(&text, total.product)),
            batch: total.batch.map(|batch| place_of(&mut batches, (batch, lot(&text, batch)))),
            quantity: total.quantity,
        })
        .collect();
    let mut points = Vec::new();
    for used in &text.body.uses {
        let Some(map) = used.map else { continue };
        let product = place_of(&mut products, product(&text, used.product));
        points.push(TimelinePoint(map, used.x, used.y, product, used.quantity));
    }
    let mut sites: Vec<String> = Vec::new();
    let named =
        text.body.uses.iter().map(|used| &used.site).chain(text.body.energy.iter().map(|set| &set.site));
    for site in named.filter(|site| !site.is_empty()) {
        if !sites.contains(site) {
            sites.push(site.clone());
        }
    }
    let devices = text.body.energy.iter().map(|set| device(&text, set)).collect();
    let mut body = text.body;
    for amendment in amendments {
        amend::apply(&mut body, &amendment.changes);
    }
    let record = TimelineRecord {
        id,
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
    };
    Entry { record, products, batches }
}

/// Where it stands, at the end if it did not stand there yet.
fn place_of<T: PartialEq>(all: &mut Vec<T>, one: T) -> u32 {
    let index = all.iter().position(|other| *other == one).unwrap_or_else(|| {
        all.push(one);
        all.len() - 1
    });
    place(index)
}

fn product(text: &SignedText, id: ProductId) -> TimelineProduct {
    let named = text.products.iter().find(|product| product.id == id);
    TimelineProduct {
        id,
        name: named.map(|product| product.name.clone()).unwrap_or_default(),
        unit: named.map(|product| product.unit.clone()).unwrap_or_default(),
        scale: named.map_or(0, |product| product.scale),
    }
}

fn lot(text: &SignedText, id: BatchId) -> String {
    text.batches.iter().find(|batch| batch.id == id).map(|batch| batch.lot.clone()).unwrap_or_default()
}

fn device(text: &SignedText, set: &Energy) -> String {
    let name = text.equipment.iter().find(|piece| piece.id == set.equipment).map(|piece| piece.name.as_str());
    let parts = [name.unwrap_or_default(), &set.spot, &set.fluence, &set.depth, &set.other];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
