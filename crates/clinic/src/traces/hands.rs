//! From a record to every hand that touched it: who received the batch, opened the vial, gave, witnessed, wrote,
//! photographed, signed, amended.

use rusqlite::OptionalExtension;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::ids::ClientId;
use crate::store::Store;
use crate::treatments::signed::OfSigned;
use crate::verbs::Verb;

words! {
    /// What somebody did.
    HandKind {
        /// Inspected the delivery of a batch.
        Received = "received",
        /// Opened the vial.
        VialOpened = "vial_opened",
        /// Gave the dose, as the vial book has it.
        DoseGiven = "dose_given",
        /// Stood by.
        Witnessed = "witnessed",
        /// Began the record.
        Started = "started",
        /// Saved it last.
        Saved = "saved",
        /// Helped.
        Assisted = "assisted",
        /// Took a photo in.
        Photographed = "photographed",
        /// Signed.
        Signed = "signed",
        /// Amended.
        Amended = "amended",
        /// Withdrew.
        Withdrawn = "withdrawn",
        /// Saw an override.
        OverrideSeen = "override_seen",
    }
}

/// A hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Hand {
    /// What was done.
    pub what: HandKind,
    /// Who.
    pub name: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Of what, or why: a lot, a view, a reason.
    pub detail: String,
}

/// Every hand, in the order of time; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn of_record(store: &Store, actor: &Actor, input: OfSigned) -> Result<Vec<Hand>> {
    store.read(actor, Verb::TreatmentRead, |read| {
        let client: Option<ClientId> = read
            .connection()
            .query_row("SELECT client_id FROM signed_treatment WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        read.note(client.ok_or_else(|| ErrorCode::NotFound.at("id"))?);
        let mut statement = read.connection().prepare_cached(include_str!("hands.sql"))?;
        let rows = statement.query_map([input.id], |row| {
            Ok(Hand { what: row.get(0)?, name: row.get(1)?, at: row.get(2)?, detail: row.get(3)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    })
}
