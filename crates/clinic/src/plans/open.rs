//! A client's plans, with every version and every word said on it.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{Decision, Plan, PlanLine, PlanState, PlanVersion};
use crate::actor::Actor;
use crate::catalogue::Specialty;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PlanId, PlanVersionId};
use crate::store::Store;
use crate::verbs::Verb;

/// Whose plans.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PlansOf {
    /// The client.
    pub client: ClientId,
}

/// A plan that waits for a doctor.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaitingPlan {
    /// Which.
    pub id: PlanId,
    /// Whose.
    pub client: ClientId,
    /// The client's name.
    pub client_name: String,
    /// Who proposed its latest version.
    pub by: Option<String>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// The specialties that no doctor has approved yet.
    pub missing: Vec<Specialty>,
}

/// A client's plans, the latest first; those of files joined with it, too.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: PlansOf) -> Result<Vec<Plan>> {
    store.read(actor, Verb::PlanRead, |read| {
        let connection = read.connection();
        read.note(input.client);
        let mut plans = Vec::new();
        for client in clients::family(connection, input.client)? {
            let mut statement = connection.prepare_cached(
                "SELECT id, visit_id, closed_reason, closed_at IS NOT NULL FROM plan WHERE client_id = ?1",
            )?;
            let rows = statement.query_map([client], |row| {
                let plan = Plan {
                    id: row.get(0)?,
                    client,
                    visit: row.get(1)?,
                    state: PlanState::Draft,
                    missing: Vec::new(),
                    closed_reason: row.get(2)?,
                    versions: Vec::new(),
                };
                Ok((plan, row.get::<_, bool>(3)?))
            })?;
            for row in rows {
                let (mut plan, closed) = row?;
                plan.versions = versions(connection, plan.id)?;
                if let Some(version) = plan.versions.first() {
                    (plan.state, plan.missing) = state(connection, version.id)?;
                }
                if closed {
                    plan.state = PlanState::Closed;
                }
                plans.push(plan);
            }
        }
        plans.sort_by_key(|plan: &Plan| std::cmp::Reverse(plan.id));
        Ok(plans)
    })
}

/// Plans whose latest version waits for a doctor, the oldest first.
///
/// # Errors
/// What the disk gives.
pub fn waiting(store: &Store, actor: &Actor) -> Result<Vec<WaitingPlan>> {
    store.read(actor, Verb::PlanRead, |read| {
        let connection = read.connection();
        let mut statement = connection.prepare_cached(
            "SELECT plan.id, plan.client_id, client.name, staff.name, plan_version.at, plan_version.id
             FROM plan
             JOIN client ON client.id = plan.client_id
             JOIN plan_version ON plan_version.id = (
                 SELECT id FROM plan_version WHERE plan_id = plan.id ORDER BY at DESC, id DESC LIMIT 1)
             LEFT JOIN staff ON staff.id = plan_version.by
             WHERE closed_at IS NULL AND plan_version.at > ?1 ORDER BY plan_version.at",
        )?;
        // What nobody approved within a month is asked for anew.
        let since = read.now() - 30 * 86_400_000;
        let rows = statement.query_map([since], |row| {
            let plan = WaitingPlan {
                id: row.get(0)?,
                client: row.get(1)?,
                client_name: row.get(2)?,
                by: row.get(3)?,
                at: row.get(4)?,
                missing: Vec::new(),
            };
            Ok((plan, row.get::<_, PlanVersionId>(5)?))
        })?;
        let mut plans = Vec::new();
        for row in rows {
            let (mut plan, version) = row?;
            let (state, missing) = state(connection, version)?;
            if matches!(state, PlanState::Draft | PlanState::PartlyApproved) {
                plan.missing = missing;
                plans.push(plan);
            }
        }
        Ok(plans)
    })
}

fn versions(connection: &Connection, plan: PlanId) -> Result<Vec<PlanVersion>> {
    let mut statement = connection.prepare_cached(
        "SELECT plan_version.id, note, at, staff.name,
                (SELECT alternative FROM plan_agreement WHERE version_id = plan_version.id
                 ORDER BY at DESC, id DESC LIMIT 1)
         FROM plan_version LEFT JOIN staff ON staff.id = by
         WHERE plan_id = ?1 ORDER BY at DESC, plan_version.id DESC",
    )?;
    let rows = statement.query_map([plan], |row| {
        Ok(PlanVersion {
            id: row.get(0)?,
            note: row.get(1)?,
            at: row.get(2)?,
            by: row.get(3)?,
            lines: Vec::new(),
            decisions: Vec::new(),
            agreed: row.get(4)?,
        })
    })?;
    let mut versions = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for version in &mut versions {
        version.lines = lines(connection, version.id)?;
        version.decisions = decisions(connection, version.id)?;
    }
    Ok(versions)
}

pub(crate) fn lines(connection: &Connection, version: PlanVersionId) -> Result<Vec<PlanLine>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, alternative, procedure_id, name, standard_name, specialty, list_price, price, sessions, note
         FROM plan_line WHERE version_id = ?1 ORDER BY alternative, position",
    )?;
    let rows = statement.query_map([version], |row| {
        Ok(PlanLine {
            id: row.get(0)?,
            alternative: row.get(1)?,
            procedure: row.get(2)?,
            name: row.get(3)?,
            standard_name: row.get(4)?,
            specialty: row.get(5)?,
            list_price: row.get(6)?,
            price: row.get(7)?,
            sessions: row.get(8)?,
            note: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn decisions(connection: &Connection, version: PlanVersionId) -> Result<Vec<Decision>> {
    let mut statement = connection.prepare_cached(
        "SELECT specialty, approved, reason, at, staff.name FROM plan_decision LEFT JOIN staff ON staff.id = by
         WHERE version_id = ?1 ORDER BY at, plan_decision.id",
    )?;
    let rows = statement.query_map([version], |row| {
        Ok(Decision {
            specialty: row.get(0)?,
            approved: row.get(1)?,
            reason: row.get(2)?,
            at: row.get(3)?,
            by: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Where a version stands, and which specialties nobody has approved since it was last sent back.
pub(crate) fn state(connection: &Connection, version: PlanVersionId) -> Result<(PlanState, Vec<Specialty>)> {
    let asked: BTreeSet<Specialty> = lines(connection, version)?.iter().map(|line| line.specialty).collect();
    let (mut approved, mut sent_back) = (BTreeSet::new(), false);
    for decision in decisions(connection, version)? {
        match decision.specialty {
            Some(specialty) if decision.approved => {
                approved.insert(specialty);
                sent_back = false;
            }
            _ => {
                approved.clear();
                sent_back = true;
            }
        }
    }
    let missing: Vec<Specialty> = asked.difference(&approved).copied().collect();
    let agreed =
        connection.prepare_cached("SELECT 1 FROM plan_agreement WHERE version_id = ?1")?.exists([version])?;
    let state = match (missing.is_empty(), sent_back, approved.is_empty()) {
        (true, ..) if agreed => PlanState::Agreed,
        (true, ..) => PlanState::Approved,
        (false, true, _) => PlanState::SentBack,
        (false, false, true) => PlanState::Draft,
        (false, false, false) => PlanState::PartlyApproved,
    };
    Ok((state, missing))
}

/// The plan's version that counts.
pub(crate) fn latest(connection: &Connection, plan: PlanId) -> Result<Option<PlanVersionId>> {
    Ok(connection
        .prepare_cached("SELECT id FROM plan_version WHERE plan_id = ?1 ORDER BY at DESC, id DESC LIMIT 1")?
        .query_row([plan], |row| row.get(0))
        .optional()?)
}

/// The alternative of a version that the client agreed to last.
pub(crate) fn agreed(connection: &Connection, version: PlanVersionId) -> Result<Option<u8>> {
    Ok(connection
        .prepare_cached(
            "SELECT alternative FROM plan_agreement WHERE version_id = ?1 ORDER BY at DESC, id DESC LIMIT 1",
        )?
        .query_row([version], |row| row.get(0))
        .optional()?)
}

/// The plan of a version, whose it is, and whether it was let go.
pub(crate) fn plan_of(connection: &Connection, version: PlanVersionId) -> Result<(PlanId, ClientId, bool)> {
    connection
        .prepare_cached(
            "SELECT plan.id, client_id, closed_at IS NOT NULL
             FROM plan_version JOIN plan ON plan.id = plan_id WHERE plan_version.id = ?1",
        )?
        .query_row([version], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("version"))
}
