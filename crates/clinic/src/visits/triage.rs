//! The triage form (预检分诊): what the client declares on arrival. Filled in again, the last one counts and all
//! are kept.

use rusqlite::{OptionalExtension, Row, params};

use super::steps::note_client;
use super::types::{FillTriage, OfVisit, Triage, TriageForm};
use crate::actor::Actor;
use crate::clients;
use crate::error::Result;
use crate::fields;
use crate::ids::ClientId;
use crate::store::Store;
use crate::verbs::Verb;

/// Keeps a form.
///
/// # Errors
/// By field; [`crate::ErrorCode::NotFound`].
pub fn fill(store: &Store, actor: &Actor, input: &FillTriage) -> Result<()> {
    store.transact(actor, Verb::TriageFill, |tx| {
        let form = &input.form;
        let client = note_client(tx, input.visit)?;
        tx.detail("filled_by", form.filled_by.as_str());
        tx.connection().execute(
            "INSERT INTO triage_form (id, visit_id, client_id, wish, pregnancy, allergies, medication, keloid,
                 recent_treatments, filled_by, filled_at, staff_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                tx.new_id(),
                input.visit,
                client,
                fields::note("wish", &form.wish)?,
                form.pregnancy,
                fields::note("allergies", &form.allergies)?,
                fields::note("medication", &form.medication)?,
                form.keloid,
                fields::note("recentTreatments", &form.recent_treatments)?,
                form.filled_by,
                tx.now(),
                tx.staff_id(),
            ],
        )?;
        Ok(())
    })
}

/// This visit's form, and the last one before it. Leaves an audit line.
///
/// # Errors
/// What the disk gives.
pub fn read(store: &Store, actor: &Actor, input: OfVisit) -> Result<Triage> {
    store.read(actor, Verb::TriageRead, |read| {
        let client: ClientId = read.connection().query_row(
            "SELECT client_id FROM visit WHERE id = ?1",
            [input.visit],
            |row| row.get(0),
        )?;
        read.note(client);
        let current = read
            .connection()
            .query_row(
                "SELECT * FROM triage_form WHERE visit_id = ?1 ORDER BY filled_at DESC, id DESC LIMIT 1",
                [input.visit],
                form,
            )
            .optional()?;
        let mut previous: Option<(i64, TriageForm)> = None;
        for member in clients::family(read.connection(), client)? {
            let found = read
                .connection()
                .query_row(
                    "SELECT * FROM triage_form WHERE client_id = ?1 AND visit_id <> ?2
                     ORDER BY filled_at DESC, id DESC LIMIT 1",
                    params![member, input.visit],
                    |row| Ok((row.get("filled_at")?, form(row)?)),
                )
                .optional()?;
            previous = previous.into_iter().chain(found).max_by_key(|(at, _)| *at);
        }
        let (previous_at, previous) = previous.unzip();
        Ok(Triage { current, previous, previous_at })
    })
}

fn form(row: &Row<'_>) -> rusqlite::Result<TriageForm> {
    Ok(TriageForm {
        wish: row.get("wish")?,
        pregnancy: row.get("pregnancy")?,
        allergies: row.get("allergies")?,
        medication: row.get("medication")?,
        keloid: row.get("keloid")?,
        recent_treatments: row.get("recent_treatments")?,
        filled_by: row.get("filled_by")?,
    })
}
