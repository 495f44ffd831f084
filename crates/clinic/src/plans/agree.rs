//! What the client agreed to: one of the alternatives of an approved plan.

use rusqlite::params;

use super::open::{latest, lines, plan_of, state};
use super::types::{AgreePlan, PlanState};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::PlanAgreementId;
use crate::store::Store;
use crate::verbs::Verb;

/// Notes the client's agreement. Said again, the last one counts and all are kept.
///
/// # Errors
/// [`ErrorCode::PlanNotApproved`]: nothing is sold or done behind the doctor's back;
/// [`ErrorCode::ChangedMeanwhile`], [`ErrorCode::NotFound`] of the alternative, [`ErrorCode::PlanClosed`].
pub fn agree(store: &Store, actor: &Actor, input: &AgreePlan) -> Result<()> {
    store.transact(actor, Verb::PlanAgree, |tx| {
        let connection = tx.connection();
        let (plan, client, closed) = plan_of(connection, input.version)?;
        tx.about(client);
        if closed {
            return Err(ErrorCode::PlanClosed.at("version"));
        }
        if latest(connection, plan)? != Some(input.version) {
            return Err(ErrorCode::ChangedMeanwhile.at("version"));
        }
        match state(connection, input.version)?.0 {
            PlanState::Approved | PlanState::Agreed => {}
            _ => return Err(ErrorCode::PlanNotApproved.at("version")),
        }
        if !lines(connection, input.version)?.iter().any(|line| line.alternative == input.alternative) {
            return Err(ErrorCode::NotFound.at("alternative"));
        }
        tx.detail("alternative", input.alternative);
        connection.execute(
            "INSERT INTO plan_agreement (id, version_id, alternative, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![PlanAgreementId(tx.new_id()), input.version, input.alternative, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}
