//! How a consultation (面诊) ended: 成交, or 未成交 with its reason.

use rusqlite::params;

use super::steps::note_client;
use super::types::{ConsultationOutcome, EndConsultation};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::{ConsultationId, StaffId};
use crate::store::Store;
use crate::verbs::Verb;

/// Records the outcome. Recorded again, the last one counts and all are kept.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`] for 未成交 without a reason; [`ErrorCode::NotFound`].
pub fn end(store: &Store, actor: &Actor, input: &EndConsultation) -> Result<ConsultationId> {
    store.transact(actor, Verb::ConsultationEnd, |tx| {
        let reason = fields::optional("reason", &input.reason, LINE_MAX)?;
        let note = fields::note("note", &input.note)?;
        if input.outcome == ConsultationOutcome::NotAgreed && reason.is_empty() {
            return Err(ErrorCode::ReasonRequired.at("reason"));
        }
        let client = note_client(tx, input.visit)?;
        tx.detail("outcome", input.outcome.as_str());
        let (consultant, doctor): (Option<StaffId>, Option<StaffId>) = tx.connection().query_row(
            "SELECT consultant_id, doctor_id FROM visit WHERE id = ?1",
            [input.visit],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let id = ConsultationId(tx.new_id());
        tx.connection().execute(
            "INSERT INTO consultation (id, visit_id, client_id, consultant_id, doctor_id, outcome, reason, note,
                 ended_at, recorded_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id,
                input.visit,
                client,
                consultant,
                doctor,
                input.outcome,
                reason,
                note,
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(id)
    })
}
