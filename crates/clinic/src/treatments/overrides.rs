//! What doctors went on in spite of, and what was sold in spite of something, as it stands before the owner until somebody has seen it (DOMAIN.md, "What is
//! never allowed").

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, OverrideId, OverrideSeenId, SaleId, SignedTreatmentId};
use crate::store::Store;
use crate::verbs::Verb;

/// Which overrides.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ListOverrides {
    /// Those that were seen as well.
    pub seen: bool,
}

/// Which override.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfOverride {
    /// Its id.
    pub id: OverrideId,
}

/// What a doctor went on in spite of, and with whom.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Overridden {
    /// Its id.
    pub id: OverrideId,
    /// In which signed record; `None` where it was a sale.
    pub signed: Option<SignedTreatmentId>,
    /// At which sale; `None` where it was a record.
    pub sale: Option<SaleId>,
    /// Whose.
    pub client: ClientRef,
    /// What was done or sold, by its name of that day.
    pub procedure_name: String,
    /// Who signed, or sold it.
    pub by: Option<String>,
    /// Which obstacle of a signature; `no_plan` of a sale.
    pub code: String,
    /// About what.
    pub detail: String,
    /// Why.
    pub reason: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// UTC milliseconds; `None` while nobody has seen it.
    #[ts(type = "number | null")]
    pub seen_at: Option<i64>,
    /// Who saw it first.
    pub seen_by: Option<String>,
}

/// Overrides, the latest first; each client's leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, input: ListOverrides) -> Result<Vec<Overridden>> {
    store.read(actor, Verb::OverrideRead, |read| {
        let overridden = load(read.connection(), input.seen)?;
        for one in &overridden {
            read.note(one.client.id);
        }
        Ok(overridden)
    })
}

/// Those that nobody has seen, or all.
pub(crate) fn load(connection: &Connection, seen: bool) -> Result<Vec<Overridden>> {
    let mut statement = connection.prepare_cached(include_str!("overrides.sql"))?;
    let rows = statement.query_map([seen], |row| {
        Ok(Overridden {
            id: row.get(0)?,
            signed: row.get(1)?,
            sale: row.get(2)?,
            client: ClientRef { id: row.get(3)?, name: row.get(4)?, member_number: row.get(5)? },
            procedure_name: row.get(6)?,
            by: row.get(7)?,
            code: row.get(8)?,
            detail: row.get(9)?,
            reason: row.get(10)?,
            at: row.get(11)?,
            seen_at: row.get(12)?,
            seen_by: row.get(13)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes that the owner has seen it. Seen twice, the first time counts.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn see(store: &Store, actor: &Actor, input: OfOverride) -> Result<()> {
    store.transact(actor, Verb::OverrideSee, |tx| {
        let client: Option<ClientId> = tx
            .connection()
            .query_row(
                "SELECT client_id FROM treatment_override JOIN signed_treatment ON signed_treatment.id = signed_id
                 WHERE treatment_override.id = ?1
                 UNION ALL
                 SELECT client_id FROM sale_override JOIN sale ON sale.id = sale_id
                 WHERE sale_override.id = ?1",
                [input.id],
                |row| row.get(0),
            )
            .optional()?;
        tx.about(client.ok_or_else(|| ErrorCode::NotFound.at("id"))?);
        tx.connection().execute(
            "INSERT INTO override_seen (id, override_id, at, by)
             SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM override_seen WHERE override_id = ?2)",
            params![OverrideSeenId(tx.new_id()), input.id, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}
