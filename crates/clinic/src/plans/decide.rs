//! A doctor approves a plan, or sends it back (医疗美容服务管理办法 17, 19–21: only by who is registered for it).

use std::collections::BTreeSet;

use rusqlite::params;

use super::open::{latest, lines, plan_of};
use super::types::DecidePlan;
use crate::actor::Actor;
use crate::catalogue::Specialty;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX};
use crate::ids::PlanDecisionId;
use crate::staff;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Approves the specialties for which this doctor is registered, or sends all of it back.
///
/// # Errors
/// [`ErrorCode::ChangedMeanwhile`] where a newer version stands; [`ErrorCode::DoctorNotRegistered`] with the
/// specialties where the doctor is registered for none of them; [`ErrorCode::ReasonRequired`] to send back;
/// [`ErrorCode::PlanClosed`].
pub fn decide(store: &Store, actor: &Actor, input: &DecidePlan) -> Result<()> {
    store.transact(actor, Verb::PlanDecide, |tx| {
        let reason = fields::optional("reason", &input.reason, LINE_MAX)?;
        if !input.approve && reason.is_empty() {
            return Err(ErrorCode::ReasonRequired.at("reason"));
        }
        let (plan, client, closed) = plan_of(tx.connection(), input.version)?;
        tx.about(client);
        if closed {
            return Err(ErrorCode::PlanClosed.at("version"));
        }
        if latest(tx.connection(), plan)? != Some(input.version) {
            return Err(ErrorCode::ChangedMeanwhile.at("version"));
        }
        tx.detail("approved", input.approve);
        if !input.approve {
            return write(tx, input, None, &reason);
        }
        let doctor = tx.staff_id().ok_or(ErrorCode::SignedOut)?;
        let asked: BTreeSet<Specialty> =
            lines(tx.connection(), input.version)?.iter().map(|line| line.specialty).collect();
        let held = staff::registered_for(tx.connection(), doctor, tx.today())?;
        let approved: Vec<Specialty> =
            asked.iter().copied().filter(|specialty| held.contains(specialty)).collect();
        if approved.is_empty() {
            let names: Vec<&str> = asked.iter().map(|specialty| specialty.as_str()).collect();
            return Err(ErrorCode::DoctorNotRegistered.at("version").with("specialties", names.join(",")));
        }
        for specialty in approved {
            write(tx, input, Some(specialty), &reason)?;
        }
        Ok(())
    })
}

fn write(tx: &Tx<'_>, input: &DecidePlan, specialty: Option<Specialty>, reason: &str) -> Result<()> {
    tx.connection().execute(
        "INSERT INTO plan_decision (id, version_id, specialty, approved, reason, at, by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            PlanDecisionId(tx.new_id()),
            input.version,
            specialty,
            input.approve,
            reason,
            tx.now(),
            tx.staff_id()
        ],
    )?;
    Ok(())
}
