//! What a person has typed and not saved: kept on this computer, per person and form, until it is saved or let
//! go. Survives a lock, a crash and a power cut.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::store::Store;
use crate::verbs::Verb;

/// The longest draft, in bytes.
const BODY_MAX: usize = 256 * 1024;

/// A form's name, such as `client.new` or `triage.<visit>`.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftOf {
    /// The form.
    pub form: String,
}

/// A draft to keep.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct SaveDraft {
    /// The form.
    pub form: String,
    /// What was typed, as the form writes it; `None` lets the draft go.
    pub body: Option<String>,
}

/// A kept draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// As the form wrote it.
    pub body: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub saved_at: i64,
}

/// Keeps a draft, or lets it go.
///
/// # Errors
/// [`ErrorCode::TooLong`] over 256 KiB.
pub fn save(store: &Store, actor: &Actor, input: &SaveDraft) -> Result<()> {
    store.transact(actor, Verb::DraftSave, |tx| {
        let form = fields::required("form", &input.form, fields::LINE_MAX)?;
        match &input.body {
            Some(body) if body.len() > BODY_MAX => Err(ErrorCode::TooLong.at("body").with("max", BODY_MAX)),
            Some(body) => {
                tx.connection()
                    .prepare_cached(
                        "INSERT INTO draft (staff_id, form, body, saved_at) VALUES (?1, ?2, ?3, ?4)
                         ON CONFLICT (staff_id, form) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
                    )?
                    .execute(params![tx.staff_id(), form, body, tx.now()])?;
                Ok(())
            }
            None => {
                tx.connection()
                    .execute("DELETE FROM draft WHERE staff_id = ?1 AND form = ?2", params![tx.staff_id(), form])?;
                Ok(())
            }
        }
    })
}

/// The draft of a form, if one was kept.
///
/// # Errors
/// What the disk gives.
pub fn load(store: &Store, actor: &Actor, input: &DraftOf) -> Result<Option<Draft>> {
    store.read(actor, Verb::DraftLoad, |read| {
        Ok(read
            .connection()
            .query_row(
                "SELECT body, saved_at FROM draft WHERE staff_id = ?1 AND form = ?2",
                params![actor.staff_id(), input.form],
                |row| Ok(Draft { body: row.get(0)?, saved_at: row.get(1)? }),
            )
            .optional()?)
    })
}
