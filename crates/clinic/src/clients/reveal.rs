//! Showing a masked number in full: one at a time, each with an audit line.

use rusqlite::OptionalExtension;
use serde::Deserialize;
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PhoneId};
use crate::store::Store;
use crate::verbs::Verb;

/// What is to be shown.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Reveal {
    /// One of the phones.
    Phone {
        /// Which.
        id: PhoneId,
    },
    /// The ID number.
    IdNumber,
    /// The guardian's phone.
    GuardianPhone,
    /// The emergency contact's phone.
    EmergencyPhone,
}

/// Of whom.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RevealOf {
    /// The file.
    pub client: ClientId,
    /// What.
    pub reveal: Reveal,
}

/// The number in full.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn reveal(store: &Store, actor: &Actor, input: &RevealOf) -> Result<String> {
    store.transact(actor, Verb::ClientReveal, |tx| {
        let (what, sql) = match input.reveal {
            Reveal::Phone { .. } => {
                ("phone", "SELECT number FROM client_phone WHERE client_id = ?1 AND id = ?2")
            }
            Reveal::IdNumber => ("id_number", "SELECT id_number FROM client WHERE id = ?1 AND ?2 IS NULL"),
            Reveal::GuardianPhone => {
                ("guardian_phone", "SELECT guardian_phone FROM client WHERE id = ?1 AND ?2 IS NULL")
            }
            Reveal::EmergencyPhone => {
                ("emergency_phone", "SELECT emergency_phone FROM client WHERE id = ?1 AND ?2 IS NULL")
            }
        };
        let phone = match input.reveal {
            Reveal::Phone { id } => Some(id),
            _ => None,
        };
        for member in super::family(tx.connection(), input.client)? {
            let found: Option<Option<String>> = tx
                .connection()
                .query_row(sql, rusqlite::params![member, phone], |row| row.get(0))
                .optional()?;
            if let Some(Some(number)) = found {
                tx.about(input.client);
                tx.detail("what", what);
                tx.leave_line();
                return Ok(number);
            }
        }
        Err(ErrorCode::NotFound.into())
    })
}
