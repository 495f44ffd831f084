//! "As last time": the client's last record of a procedure, to be edited into this one.

use chrono::TimeDelta;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::choices::usable;
use super::open::read_body;
use super::types::{Funding, TreatmentBody};
use crate::actor::Actor;
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, ProcedureId, TreatmentId};
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// Like which record.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct AsLastTime {
    /// Whose.
    pub client: ClientId,
    /// Of which procedure.
    pub procedure: ProcedureId,
    /// The record that is written now: not itself.
    pub except: TreatmentId,
}

/// The last record of the procedure, or else of one with its standard name. What was of its day only is left out:
/// reactions, what paid, the pack; a batch that may not be used any more gives way to the one that expires first.
/// `None` where there is no such record.
///
/// # Errors
/// What the disk gives.
pub fn as_last_time(store: &Store, actor: &Actor, input: AsLastTime) -> Result<Option<TreatmentBody>> {
    store.read(actor, Verb::TreatmentRead, |read| {
        read.note(input.client);
        let Some(mut body) = last(read, input)? else { return Ok(None) };
        body.reactions = String::new();
        body.funding = Funding::default();
        body.prescription.clear();
        body.next_on = interval(read, input.procedure)?.map(|days| read.today() + TimeDelta::days(days));
        for used in &mut body.uses {
            used.vial = None;
            used.unit_code = None;
            let choices = usable(read.connection(), Some(used.product), read.today())?;
            if !choices.iter().any(|choice| Some(choice.batch) == used.batch) {
                used.batch = choices.first().map(|choice| choice.batch);
            }
        }
        Ok(Some(body))
    })
}

fn last(read: &Read<'_>, input: AsLastTime) -> Result<Option<TreatmentBody>> {
    let mut found: Option<(bool, i64, String)> = None;
    for client in clients::family(read.connection(), input.client)? {
        let mut statement = read.connection().prepare_cached(
            "SELECT treatment.procedure_id = ?2, treatment.created_at, body
             FROM treatment
             JOIN procedure ON procedure.id = treatment.procedure_id
             JOIN procedure AS asked ON asked.id = ?2 AND asked.standard_name = procedure.standard_name
             WHERE client_id = ?1 AND treatment.id <> ?3 AND discarded_at IS NULL
             ORDER BY 1 DESC, 2 DESC LIMIT 1",
        )?;
        let rows = statement.query_map(params![client, input.procedure, input.except], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?;
        for row in rows {
            found = found.max(Some(row?));
        }
    }
    found.map(|(_, _, body)| read_body(&body)).transpose()
}

fn interval(read: &Read<'_>, procedure: ProcedureId) -> Result<Option<i64>> {
    Ok(read.connection().query_row(
        "SELECT return_interval_days FROM procedure WHERE id = ?1",
        [procedure],
        |row| row.get(0),
    )?)
}
