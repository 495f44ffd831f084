//! Allergies and contraindications: noted, ended with a reason, never removed.

use rusqlite::{Connection, params};
use serde::Deserialize;
use ts_rs::TS;

use super::scans;
use super::types::{AlertKind, ClientAlert, ClientHealth, Severity};
use crate::actor::Actor;
use crate::error::Result;
use crate::fields::{self, LINE_MAX, NAME_MAX};
use crate::ids::{AlertId, ClientId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// An alert to note.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct AddAlert {
    /// The file.
    pub client: ClientId,
    /// What it warns of.
    pub kind: AlertKind,
    /// 物质 or 情况.
    pub substance: String,
    /// How bad.
    pub severity: Severity,
    /// 反应.
    pub reaction: String,
}

/// An alert that no longer holds.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EndAlert {
    /// Which.
    pub id: AlertId,
    /// Why.
    pub reason: String,
}

/// A file by its id.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfClient {
    /// The file.
    pub client: ClientId,
}

/// Notes an alert.
///
/// # Errors
/// By field.
pub fn add_alert(store: &Store, actor: &Actor, input: &AddAlert) -> Result<AlertId> {
    store.transact(actor, Verb::ClientAddAlert, |tx| {
        let substance = fields::required("substance", &input.substance, NAME_MAX)?;
        let reaction = fields::optional("reaction", &input.reaction, LINE_MAX)?;
        tx.about(input.client);
        tx.detail("substance", &substance);
        insert(tx, input, &substance, &reaction)
    })
}

fn insert(tx: &Tx<'_>, input: &AddAlert, substance: &str, reaction: &str) -> Result<AlertId> {
    let id = AlertId(tx.new_id());
    tx.connection().execute(
        "INSERT INTO client_alert (id, client_id, kind, substance, severity, reaction, noted_at, noted_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![id, input.client, input.kind, substance, input.severity, reaction, tx.now(), tx.staff_id()],
    )?;
    Ok(id)
}

/// Ends an alert.
///
/// # Errors
/// [`crate::ErrorCode::ReasonRequired`], [`crate::ErrorCode::NotFound`].
pub fn end_alert(store: &Store, actor: &Actor, input: &EndAlert) -> Result<()> {
    store.transact(actor, Verb::ClientEndAlert, |tx| {
        let reason = fields::reason(&input.reason)?;
        let client: ClientId = tx.connection().query_row(
            "SELECT client_id FROM client_alert WHERE id = ?1 AND ended_at IS NULL",
            [input.id],
            |row| row.get(0),
        )?;
        tx.about(client);
        tx.detail("reason", &reason);
        tx.connection().execute(
            "UPDATE client_alert SET ended_at = ?2, ended_reason = ?3 WHERE id = ?1",
            params![input.id, tx.now(), reason],
        )?;
        Ok(())
    })
}

/// What only a role with need of it reads.
///
/// # Errors
/// What the disk gives.
pub fn health(store: &Store, actor: &Actor, input: OfClient) -> Result<ClientHealth> {
    store.read(actor, Verb::ClientHealth, |read| {
        let family = super::family(read.connection(), input.client)?;
        read.note(family[0]);
        let mut alerts = Vec::new();
        for client in &family {
            alerts.extend(of(read.connection(), *client)?);
        }
        alerts.sort_by_key(|alert| {
            (alert.ended_at.is_some(), std::cmp::Reverse(alert.severity), alert.noted_at)
        });
        Ok(ClientHealth { alerts, scans: scans::of(read.connection(), &family)? })
    })
}

pub(crate) fn of(connection: &Connection, client: ClientId) -> Result<Vec<ClientAlert>> {
    let mut statement = connection.prepare_cached(
        "SELECT client_alert.id, kind, substance, severity, reaction, noted_at, staff.name, ended_at, ended_reason
         FROM client_alert LEFT JOIN staff ON staff.id = noted_by WHERE client_id = ?1",
    )?;
    let rows = statement.query_map([client], |row| {
        Ok(ClientAlert {
            id: row.get(0)?,
            kind: row.get(1)?,
            substance: row.get(2)?,
            severity: row.get(3)?,
            reaction: row.get(4)?,
            noted_at: row.get(5)?,
            noted_by: row.get(6)?,
            ended_at: row.get(7)?,
            ended_reason: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
