//! What a person has typed and not saved, per person and form, until it is saved or let go. Keystrokes are kept
//! on this computer ([`save`]) and survive a lock, a crash and a power cut; a form that is left unsaved
//! ([`leave`]) is shared, so that its writer finds it on any of the clinic's computers.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::store::{Store, Tx};
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

/// Keeps a draft on this computer, or lets it go everywhere.
///
/// # Errors
/// [`ErrorCode::TooLong`] over 256 KiB.
pub fn save(store: &Store, actor: &Actor, input: &SaveDraft) -> Result<()> {
    store.transact(actor, Verb::DraftSave, |tx| {
        let (form, body) = checked(input)?;
        match body {
            Some(body) => {
                tx.connection()
                    .prepare_cached(
                        "INSERT INTO draft (staff_id, form, body, saved_at) VALUES (?1, ?2, ?3, ?4)
                         ON CONFLICT (staff_id, form) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at",
                    )?
                    .execute(params![tx.staff_id(), form, body, tx.now()])?;
            }
            None => {
                forget_keystrokes(tx, &form)?;
                tx.connection().execute(
                    "UPDATE left_draft SET body = NULL, saved_at = ?3
                     WHERE staff_id = ?1 AND form = ?2 AND body IS NOT NULL",
                    params![tx.staff_id(), form, tx.now()],
                )?;
            }
        }
        Ok(())
    })
}

/// Shares the draft of a form that is left unsaved; without a body as [`save`] does.
///
/// # Errors
/// [`ErrorCode::TooLong`] over 256 KiB.
pub fn leave(store: &Store, actor: &Actor, input: &SaveDraft) -> Result<()> {
    store.transact(actor, Verb::DraftLeave, |tx| {
        let (form, body) = checked(input)?;
        forget_keystrokes(tx, &form)?;
        tx.connection().execute(
            "INSERT INTO left_draft (staff_id, form, body, saved_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (staff_id, form) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
             WHERE body IS NOT excluded.body",
            params![tx.staff_id(), form, body, tx.now()],
        )?;
        Ok(())
    })
}

fn checked(input: &SaveDraft) -> Result<(String, Option<&str>)> {
    let form = fields::required("form", &input.form, fields::LINE_MAX)?;
    match input.body.as_deref() {
        Some(body) if body.len() > BODY_MAX => Err(ErrorCode::TooLong.at("body").with("max", BODY_MAX)),
        body => Ok((form, body)),
    }
}

fn forget_keystrokes(tx: &Tx<'_>, form: &str) -> Result<()> {
    tx.connection()
        .execute("DELETE FROM draft WHERE staff_id = ?1 AND form = ?2", params![tx.staff_id(), form])?;
    Ok(())
}

/// The newest draft of a form, if one was kept here or left anywhere.
///
/// # Errors
/// What the disk gives.
pub fn load(store: &Store, actor: &Actor, input: &DraftOf) -> Result<Option<Draft>> {
    store.read(actor, Verb::DraftLoad, |read| {
        Ok(read
            .connection()
            .query_row(
                "SELECT body, saved_at FROM draft WHERE staff_id = ?1 AND form = ?2
                 UNION ALL
                 SELECT body, saved_at FROM left_draft WHERE staff_id = ?1 AND form = ?2 AND body IS NOT NULL
                 ORDER BY saved_at DESC LIMIT 1",
                params![actor.staff_id(), input.form],
                |row| Ok(Draft { body: row.get(0)?, saved_at: row.get(1)? }),
            )
            .optional()?)
    })
}
