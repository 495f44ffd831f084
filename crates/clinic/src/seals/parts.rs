//! The finished parts of a client's record, each with the hash of what it says.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::error::Result;
use crate::ids::ClientId;

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// A signed treatment record.
    Treatment,
    /// An amendment of one.
    Amendment,
    /// A withdrawal of one.
    Withdrawal,
    /// A consent to a procedure.
    Consent,
    /// A scan added to one later.
    ConsentScan,
    /// A withdrawal of one.
    ConsentWithdrawal,
    /// A triage form.
    Triage,
    /// A photo.
    Photo,
    /// A scan of old paper.
    Scan,
}

/// A part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// What it is called: a procedure, a form, a view.
    pub title: String,
    /// UTC milliseconds: when it was finished.
    #[ts(type = "number")]
    pub at: i64,
    /// The hash of what it says, in hexadecimal. Of a text, a photo and a scan it is their own SHA-256; of all else
    /// that of its fields in the order of the table, each with its length before it.
    pub sha256: String,
}

/// Where parts are found: kind, and a query of id, title, time and then either one hash or the fields that are hashed.
const SOURCES: [(PartKind, &str); 9] = [
    (
        PartKind::Treatment,
        "SELECT id, json_extract(text, '$.procedure.name'), at, sha256 FROM signed_treatment WHERE client_id = ?1",
    ),
    (
        PartKind::Amendment,
        "SELECT a.id, json_extract(text, '$.procedure.name'), a.at, a.signed_id, a.reason, a.changes, a.at, a.by
         FROM treatment_amendment AS a JOIN signed_treatment AS s ON s.id = a.signed_id WHERE client_id = ?1",
    ),
    (
        PartKind::Withdrawal,
        "SELECT w.id, json_extract(text, '$.procedure.name'), w.at, w.signed_id, w.reason, w.at, w.by
         FROM treatment_withdrawal AS w JOIN signed_treatment AS s ON s.id = w.signed_id WHERE client_id = ?1",
    ),
    (
        PartKind::Consent,
        "SELECT c.id, form, at, c.procedure_id, c.doctor_id, form, signed_on, note, sealed_file.sha256, at, by
         FROM paper_consent AS c LEFT JOIN sealed_file ON sealed_file.id = scan_file WHERE client_id = ?1",
    ),
    (
        PartKind::ConsentScan,
        "SELECT s.id, form, s.at, sealed_file.sha256
         FROM consent_scan AS s JOIN paper_consent AS c ON c.id = consent_id
         JOIN sealed_file ON sealed_file.id = file_id WHERE client_id = ?1",
    ),
    (
        PartKind::ConsentWithdrawal,
        "SELECT w.id, form, w.at, consent_id, reason, w.at, w.by
         FROM consent_withdrawal AS w JOIN paper_consent AS c ON c.id = consent_id WHERE client_id = ?1",
    ),
    (
        PartKind::Triage,
        "SELECT f.id, f.wish, f.filled_at, f.wish, f.pregnancy, f.allergies, f.medication, f.keloid,
                f.recent_treatments, f.filled_by, f.filled_at
         FROM triage_form AS f JOIN visit ON visit.id = visit_id WHERE visit.client_id = ?1 AND left_at IS NOT NULL",
    ),
    (
        PartKind::Photo,
        "SELECT id, view, taken_at, sha256 FROM photo WHERE client_id = ?1 AND removed_at IS NULL",
    ),
    (
        PartKind::Scan,
        "SELECT client_scan.id, title, added_at, sha256 FROM client_scan JOIN sealed_file ON sealed_file.id = file_id
         WHERE client_id = ?1 AND removed_at IS NULL",
    ),
];

/// All finished parts of a family, by kind and time.
pub(super) fn finished(connection: &Connection, family: &[ClientId]) -> Result<Vec<Part>> {
    let mut parts = Vec::new();
    for (kind, sql) in SOURCES {
        for client in family {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([client], |row| part(kind, row))?;
            parts.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
    }
    parts.sort_by_key(|part: &Part| (part.kind, part.at, part.id));
    Ok(parts)
}

fn part(kind: PartKind, row: &Row<'_>) -> rusqlite::Result<Part> {
    let fields = row.as_ref().column_count();
    let sha256: [u8; 32] = if fields == 4 {
        row.get(3)?
    } else {
        let mut hash = Sha256::new();
        for index in 3..fields {
            feed(&mut hash, row.get_ref(index)?);
        }
        hash.finalize().into()
    };
    Ok(Part {
        kind,
        id: row.get(0)?,
        title: row.get(1)?,
        at: row.get(2)?,
        sha256: data_encoding::HEXLOWER.encode(&sha256),
    })
}

/// A field with its kind and length before it, so that no two rows give the same bytes.
fn feed(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, Vec<u8>) = match value {
        ValueRef::Null => (0, Vec::new()),
        ValueRef::Integer(number) => (1, number.to_be_bytes().to_vec()),
        ValueRef::Real(number) => (2, number.to_be_bytes().to_vec()),
        ValueRef::Text(text) => (3, text.to_vec()),
        ValueRef::Blob(blob) => (4, blob.to_vec()),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}
