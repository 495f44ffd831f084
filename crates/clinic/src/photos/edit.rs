//! What is said about a photo, put right; and a photo taken out of the file and back into it. The picture itself is
//! never touched.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::add::checked;
use super::types::{Mark, PhotoFacts};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{ClientId, PhotoId, TreatmentId};
use crate::seals;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A picture's edge, in the parts that marks are counted in.
const EDGE: u32 = 10_000;

/// What is said about a photo now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DescribePhoto {
    /// Which.
    pub id: PhotoId,
    /// What is said.
    pub facts: PhotoFacts,
}

/// Two points to align a photo by.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct MarkPhoto {
    /// Which.
    pub id: PhotoId,
    /// The same two places of the body on every photo; `None` takes them away.
    pub marks: Option<[Mark; 2]>,
}

/// A photo to take out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RemovePhoto {
    /// Which.
    pub id: PhotoId,
    /// Why.
    pub reason: String,
}

/// Which photo.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfPhoto {
    /// Its id.
    pub id: PhotoId,
}

/// Says something else about a photo.
///
/// # Errors
/// [`ErrorCode::PhotoSigned`] where a signed record names it and it would belong to another record;
/// [`ErrorCode::NotFound`], by field as for `add`.
pub fn describe(store: &Store, actor: &Actor, input: &DescribePhoto) -> Result<()> {
    store.transact(actor, Verb::PhotoEdit, |tx| {
        let known = known(tx, input.id)?;
        let facts = checked(tx, known.client, &input.facts)?;
        if known.signed && facts.treatment != known.treatment {
            return Err(ErrorCode::PhotoSigned.at("treatment"));
        }
        tx.connection().execute(
            "UPDATE photo SET visit_id = ?2, treatment_id = ?3, view = ?4, stage = ?5, purpose = ?6, note = ?7
             WHERE id = ?1",
            params![
                input.id,
                facts.visit,
                facts.treatment,
                facts.view,
                facts.stage,
                facts.purpose,
                facts.note
            ],
        )?;
        Ok(())
    })
}

/// Marks two points.
///
/// # Errors
/// [`ErrorCode::InvalidValue`] for a point outside of the picture and for two points at one place;
/// [`ErrorCode::NotFound`].
pub fn mark(store: &Store, actor: &Actor, input: MarkPhoto) -> Result<()> {
    store.transact(actor, Verb::PhotoEdit, |tx| {
        known(tx, input.id)?;
        if let Some([first, second]) = input.marks {
            let outside = [first.x, first.y, second.x, second.y].into_iter().any(|part| part > EDGE);
            if outside || first == second {
                return Err(ErrorCode::InvalidValue.at("marks").with("least", 0).with("most", EDGE));
            }
        }
        let [first, second] = input.marks.map_or([None; 2], |marks| marks.map(Some));
        tx.connection().execute(
            "UPDATE photo SET first_x = ?2, first_y = ?3, second_x = ?4, second_y = ?5 WHERE id = ?1",
            params![
                input.id,
                first.map(|mark| mark.x),
                first.map(|mark| mark.y),
                second.map(|mark| mark.x),
                second.map(|mark| mark.y)
            ],
        )?;
        Ok(())
    })
}

/// Takes a photo out of the file; it stays readable.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`]; [`ErrorCode::PhotoSigned`] where a signed record names it;
/// [`ErrorCode::PartSealed`]; [`ErrorCode::NotFound`].
pub fn remove(store: &Store, actor: &Actor, input: &RemovePhoto) -> Result<()> {
    store.transact(actor, Verb::PhotoRemove, |tx| {
        let reason = fields::reason(&input.reason)?;
        if known(tx, input.id)?.signed {
            return Err(ErrorCode::PhotoSigned.at("id"));
        }
        seals::require_unsealed(tx.connection(), input.id.0)?;
        tx.detail("reason", &reason);
        tx.connection().execute(
            "UPDATE photo SET removed_at = ?2, removed_by = ?3, removed_reason = ?4
             WHERE id = ?1 AND removed_at IS NULL",
            params![input.id, tx.now(), tx.staff_id(), reason],
        )?;
        Ok(())
    })
}

/// Takes it back into the file.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn restore(store: &Store, actor: &Actor, input: OfPhoto) -> Result<()> {
    store.transact(actor, Verb::PhotoRestore, |tx| {
        known(tx, input.id)?;
        tx.connection().execute(
            "UPDATE photo SET removed_at = NULL, removed_by = NULL, removed_reason = NULL WHERE id = ?1",
            [input.id],
        )?;
        Ok(())
    })
}

struct Known {
    client: ClientId,
    treatment: Option<TreatmentId>,
    /// A signed record that stands names it.
    signed: bool,
}

fn known(tx: &Tx<'_>, id: PhotoId) -> Result<Known> {
    let known = tx
        .connection()
        .prepare_cached(
            "SELECT client_id, treatment_id, EXISTS (
                 SELECT 1 FROM signed_photo WHERE photo_id = photo.id AND NOT EXISTS (
                     SELECT 1 FROM treatment_withdrawal AS w WHERE w.signed_id = signed_photo.signed_id))
             FROM photo WHERE id = ?1",
        )?
        .query_row([id], |row| Ok(Known { client: row.get(0)?, treatment: row.get(1)?, signed: row.get(2)? }))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("id"))?;
    tx.about(known.client);
    Ok(known)
}
