//! Rows in bulk: copies of the one record that was signed, on other clients, out of other batches, on other days.

use anyhow::{Context, Result, ensure};
use chrono::DateTime;
use jingtai_clinic::ids::ClientId;
use rusqlite::{Connection, Statement, Transaction, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::house::{OF_A_REGULAR, REGULARS};

/// A batch is used on so many clients at least, and at most.
const USES: (f64, f64) = (50.0, 500.0);
/// How many batches are in use on the same days.
const OPEN: usize = 8;
/// A client's records lie so many records apart: years, and the other end of the file.
const STRIDE: u64 = 7_919;
/// Between one record and the next, in milliseconds: a million of them fill ten years.
const APART_MS: i64 = 315_360;

/// A batch, and how many records it is enough for.
pub(super) struct Shelved {
    pub(super) id: Uuid,
    pub(super) lot: String,
    pub(super) uses: u32,
}

pub(super) struct Bulk<'a> {
    pub(super) clients: &'a [ClientId],
    pub(super) batches: Vec<Shelved>,
    pub(super) count: u64,
}

/// On how many clients each batch is used, most of them on few, until that is so many in all.
pub(super) fn uses_of_batches(count: u64) -> Vec<u32> {
    let (least, most) = USES;
    let mut uses = Vec::new();
    let mut left = count;
    while left > 0 {
        // As even as random numbers are, and the same in each run: multiples of the golden ratio.
        let even = (uses.len() as f64 * 0.618_034).fract();
        let some = (least * (most / least).powf(even)) as u64;
        uses.push(some.min(left) as u32);
        left -= some.min(left);
    }
    uses
}

/// Every client, in the order of their files.
pub(super) fn clients(connection: &Connection) -> Result<Vec<ClientId>> {
    let mut statement = connection.prepare("SELECT id FROM client ORDER BY id")?;
    let ids = statement.query_map([], |row| row.get::<_, Uuid>(0))?;
    Ok(ids.map(|id| id.map(ClientId)).collect::<rusqlite::Result<_>>()?)
}

/// The record that is copied, as the verbs wrote it.
struct Original {
    text: String,
    body: String,
    treatment: Uuid,
    client: String,
    batch: Uuid,
    lot: String,
    at: i64,
}

impl Original {
    fn read(connection: &Connection) -> Result<Original> {
        let mut original = connection.query_row(
            "SELECT s.text, t.body, t.id, '', u.batch_id, batch.lot, s.at
             FROM signed_treatment AS s
             JOIN treatment AS t ON t.id = s.treatment_id
             JOIN treatment_use AS u ON u.signed_id = s.id
             JOIN batch ON batch.id = u.batch_id",
            [],
            |row| {
                Ok(Original {
                    text: row.get(0)?,
                    body: row.get(1)?,
                    treatment: row.get(2)?,
                    client: row.get(3)?,
                    batch: row.get(4)?,
                    lot: row.get(5)?,
                    at: row.get(6)?,
                })
            },
        )?;
        let text: serde_json::Value = serde_json::from_str(&original.text)?;
        let client = |name: &str| text["client"][name].as_str().context("the text names the client");
        original.client = named(client("id")?, client("name")?, client("memberNumber")?);
        ensure!(
            original.text.contains(&original.client),
            "the text names the client so: {}",
            original.client
        );
        Ok(original)
    }

    /// The text and the body on another client, out of another batch, at another time.
    fn copy(&self, treatment: Uuid, client: &str, batch: &Shelved, at: i64) -> (String, String) {
        let (old, new) = (self.batch.to_string(), batch.id.to_string());
        let text = self
            .text
            .replace(&self.client, client)
            .replace(&self.treatment.to_string(), &treatment.to_string())
            .replace(&self.at.to_string(), &at.to_string())
            .replace(&self.lot, &batch.lot)
            .replace(&old, &new);
        (text, self.body.replace(&old, &new))
    }
}

/// A client, as a signed text names one.
fn named(id: &str, name: &str, member_number: &str) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    format!("{{\"id\":{},\"name\":{},\"memberNumber\":{}}}", quoted(id), quoted(name), quoted(member_number))
}

impl Bulk<'_> {
    /// Writes all but the first, which is there.
    pub(super) fn write(&mut self, connection: &mut Connection) -> Result<()> {
        let original = Original::read(connection)?;
        let names = self.names(connection)?;
        let sqlite = connection.transaction()?;
        {
            let mut rows = Rows::prepare(&sqlite)?;
            let mut open: Vec<usize> = (0..OPEN.min(self.batches.len())).collect();
            let mut next = open.len();
            // The original took the first.
            self.batches[0].uses -= 1;
            for n in 1..self.count {
                open.retain(|batch| self.batches[*batch].uses > 0);
                while open.len() < OPEN && next < self.batches.len() {
                    open.push(next);
                    next += 1;
                }
                let batch = open[n as usize * 5 % open.len()];
                self.batches[batch].uses -= 1;
                let client = self.client_of(n);
                let at = original.at - (self.count - n) as i64 * APART_MS;
                let id = id_at(at, n);
                let (text, body) = original.copy(id, &names[client], &self.batches[batch], at);
                rows.write(id, self.clients[client].0, self.batches[batch].id, at, &text, &body)?;
                if n % 100_000 == 0 {
                    eprintln!("-- {n} of {} records", self.count);
                }
            }
        }
        sqlite.commit()?;
        connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE;")?;
        Ok(())
    }

    /// The first clients are regulars; their records, as everybody's, are spread over all the years.
    fn client_of(&self, n: u64) -> usize {
        let of_regulars = OF_A_REGULAR * REGULARS as u64;
        let every = (self.count / of_regulars).max(1);
        if n.is_multiple_of(every) && n / every < of_regulars {
            return (n / every) as usize % REGULARS;
        }
        let others = self.clients.len() - REGULARS;
        if others == 0 { 0 } else { REGULARS + (n * STRIDE % others as u64) as usize }
    }

    fn names(&self, connection: &Connection) -> Result<Vec<String>> {
        let mut statement = connection.prepare("SELECT name, member_number FROM client WHERE id = ?1")?;
        let mut name = |id: &ClientId| {
            statement.query_row([id.0], |row| {
                let (name, member_number): (String, String) = (row.get(0)?, row.get(1)?);
                Ok(named(&id.0.to_string(), &name, &member_number))
            })
        };
        Ok(self.clients.iter().map(&mut name).collect::<rusqlite::Result<_>>()?)
    }
}

/// An id as one drawn at that time would be.
fn id_at(at: i64, n: u64) -> Uuid {
    let tail = (u128::from(n) * 0x9e37_79b9_7f4a_7c15).to_le_bytes();
    let mut random = [0; 10];
    random.copy_from_slice(&tail[..10]);
    uuid::Builder::from_unix_timestamp_millis(at as u64, &random).into_uuid()
}

/// What a record, written and signed, leaves in the tables.
struct Rows<'c> {
    treatment: Statement<'c>,
    signed: Statement<'c>,
    movement: Statement<'c>,
    used: Statement<'c>,
    audit: Statement<'c>,
}

impl Rows<'_> {
    fn prepare<'c>(sqlite: &'c Transaction<'_>) -> Result<Rows<'c>> {
        Ok(Rows {
            treatment: sqlite.prepare(
                "INSERT INTO treatment (id, client_id, procedure_id, body, created_at, created_by, saved_at, saved_by)
                 SELECT ?1, ?2, procedure_id, ?3, ?4, created_by, ?4, saved_by FROM treatment ORDER BY id DESC LIMIT 1",
            )?,
            signed: sqlite.prepare(
                "INSERT INTO signed_treatment
                     (id, treatment_id, client_id, procedure_id, doctor_id, business_day, text, sha256, at)
                 SELECT ?1, ?1, ?2, procedure_id, doctor_id, ?3, ?4, ?5, ?6
                 FROM signed_treatment ORDER BY id DESC LIMIT 1",
            )?,
            movement: sqlite.prepare(
                "INSERT INTO stock_movement
                     (id, batch_id, kind, quantity, at, business_day, by, client_id, doctor_id, reason)
                 SELECT ?1, ?2, kind, quantity, ?3, ?4, by, ?5, doctor_id, reason
                 FROM stock_movement ORDER BY id DESC LIMIT 1",
            )?,
            used: sqlite.prepare(
                "INSERT INTO treatment_use (id, signed_id, movement_id, batch_id, client_id) VALUES (?1, ?1, ?1, ?2, ?3)",
            )?,
            audit: sqlite.prepare(
                "INSERT INTO audit_line (id, at, staff_id, verb, is_read, client_id, detail)
                 SELECT ?1, ?2, doctor_id, 'treatments.sign', 0, ?3, '{}' FROM signed_treatment ORDER BY id DESC LIMIT 1",
            )?,
        })
    }

    fn write(&mut self, id: Uuid, client: Uuid, batch: Uuid, at: i64, text: &str, body: &str) -> Result<()> {
        let day = DateTime::from_timestamp_millis(at).context("a time")?.date_naive();
        self.treatment.execute(params![id, client, body, at])?;
        self.signed.execute(params![id, client, day, text, <[u8; 32]>::from(Sha256::digest(text)), at])?;
        self.movement.execute(params![id, batch, at, day, client])?;
        self.used.execute(params![id, batch, client])?;
        self.audit.execute(params![id, at, client])?;
        Ok(())
    }
}
