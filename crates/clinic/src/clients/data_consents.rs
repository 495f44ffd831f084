//! Consents to the use of data, one per purpose (个人信息保护法 14–17, 28–31), and their withdrawal.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;
use ts_rs::TS;

use super::types::{DataConsent, DataPurpose};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, DataConsentId};
use crate::store::Store;
use crate::verbs::Verb;

/// A consent for one purpose.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct DataConsentFor {
    /// The file.
    pub client: ClientId,
    /// For what.
    pub purpose: DataPurpose,
}

/// Writes down that the client consents. Where a consent already holds, nothing changes.
///
/// # Errors
/// What the disk gives.
pub fn give(store: &Store, actor: &Actor, input: DataConsentFor) -> Result<()> {
    store.transact(actor, Verb::ClientGiveConsent, |tx| {
        if holding(tx.connection(), input)?.is_some() {
            return Ok(());
        }
        tx.about(input.client);
        tx.detail("purpose", input.purpose.as_str());
        tx.connection().execute(
            "INSERT INTO client_data_consent (id, client_id, purpose, given_at, recorded_by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![tx.new_id(), input.client, input.purpose, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}

/// Writes down that the client withdraws it; that it was given stays readable.
///
/// # Errors
/// [`ErrorCode::NotFound`] where none holds.
pub fn withdraw(store: &Store, actor: &Actor, input: DataConsentFor) -> Result<()> {
    store.transact(actor, Verb::ClientWithdrawConsent, |tx| {
        let id = holding(tx.connection(), input)?.ok_or(ErrorCode::NotFound)?;
        tx.about(input.client);
        tx.detail("purpose", input.purpose.as_str());
        tx.connection().execute(
            "UPDATE client_data_consent SET withdrawn_at = ?2, withdrawn_by = ?3 WHERE id = ?1",
            params![id, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}

fn holding(connection: &Connection, input: DataConsentFor) -> Result<Option<DataConsentId>> {
    for client in super::family(connection, input.client)? {
        let found = connection
            .query_row(
                "SELECT id FROM client_data_consent
                 WHERE client_id = ?1 AND purpose = ?2 AND withdrawn_at IS NULL ORDER BY given_at DESC LIMIT 1",
                params![client, input.purpose],
                |row| row.get(0),
            )
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// All of a family's, the newest first.
pub(crate) fn of(connection: &Connection, family: &[ClientId]) -> Result<Vec<DataConsent>> {
    let mut consents = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT client_data_consent.id, purpose, given_at, withdrawn_at, staff.name
             FROM client_data_consent LEFT JOIN staff ON staff.id = recorded_by WHERE client_id = ?1",
        )?;
        let rows = statement.query_map([client], |row| {
            Ok(DataConsent {
                id: row.get(0)?,
                purpose: row.get(1)?,
                given_at: row.get(2)?,
                withdrawn_at: row.get(3)?,
                recorded_by: row.get(4)?,
            })
        })?;
        consents.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    consents.sort_by_key(|consent: &DataConsent| std::cmp::Reverse(consent.given_at));
    Ok(consents)
}
