//! One record, whole.

use rusqlite::{Connection, OptionalExtension};

use super::signed::signer;
use super::start::procedure;
use super::types::{OfTreatment, Treatment, TreatmentBody, totals};
use crate::actor::Actor;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{ProcedureId, TreatmentId};
use crate::staff::roster::name_of;
use crate::store::Store;
use crate::verbs::Verb;

/// A record; the read leaves an audit line.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::FileDamaged`].
pub fn open(store: &Store, actor: &Actor, input: OfTreatment) -> Result<Treatment> {
    store.read(actor, Verb::TreatmentRead, |read| {
        let treatment = load(read.connection(), input.id)?;
        read.note(treatment.client.id);
        Ok(treatment)
    })
}

pub(super) fn load(connection: &Connection, id: TreatmentId) -> Result<Treatment> {
    let found = connection
        .prepare_cached(
            "SELECT client.id, client.name, member_number, visit_id, plan_line_id, procedure_id, body,
                    treatment.created_at, saved_at, saved_by, discarded_reason
             FROM treatment JOIN client ON client.id = client_id WHERE treatment.id = ?1",
        )?
        .query_row([id], |row| {
            let client = ClientRef { id: row.get(0)?, name: row.get(1)?, member_number: row.get(2)? };
            let body: String = row.get(6)?;
            Ok((
                client,
                row.get(3)?,
                row.get(4)?,
                row.get::<_, ProcedureId>(5)?,
                body,
                row.get(7)?,
                row.get(8)?,
                row.get(9)?,
                row.get(10)?,
            ))
        })
        .optional()?;
    let (client, visit, plan_line, procedure_id, body, created_at, saved_at, saved_by, discarded_reason) =
        found.ok_or_else(|| ErrorCode::NotFound.at("id"))?;
    let body = read_body(&body)?;
    Ok(Treatment {
        id,
        client,
        visit,
        plan_line,
        procedure: procedure(connection, procedure_id)?,
        totals: totals(&body),
        body,
        created_at,
        saved_at,
        saved_by: name_of(connection, saved_by)?,
        discarded_reason,
        signed: signer(connection, id)?.map(|(signed, _)| signed),
    })
}

/// A body as the row has it.
pub(super) fn read_body(text: &str) -> Result<TreatmentBody> {
    serde_json::from_str(text).map_err(|error| ErrorCode::FileDamaged.because(error))
}
