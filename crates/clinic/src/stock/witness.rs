//! The second person, where the law wants two.

use crate::actor::{Actor, Session};
use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;
use crate::permissions::Permission;

/// What is done with or without a second person, who proved to be there with a PIN (`staff::witness`).
#[derive(Clone, Copy, Debug)]
pub struct Witnessed<'a, T> {
    /// What is done.
    pub input: &'a T,
    /// The second person.
    pub witness: Option<&'a Session>,
}

impl<T> Witnessed<'_, T> {
    /// The second person where there is one, who must not be the first.
    pub(crate) fn person(&self, actor: &Actor) -> Result<Option<StaffId>> {
        let Some(witness) = self.witness else { return Ok(None) };
        if actor.staff_id() == Some(witness.staff_id()) {
            return Err(ErrorCode::WitnessIsActor.at("witness"));
        }
        Ok(Some(witness.staff_id()))
    }

    /// Who approved it, where the first person may not do it alone; whoever is named must be another who may. `why` names
    /// what is approved.
    pub(crate) fn approved(
        &self,
        actor: &Actor,
        permission: Permission,
        why: &'static str,
    ) -> Result<Option<StaffId>> {
        let approver = self.person(actor)?;
        if actor.has(permission) {
            return Ok(approver);
        }
        match self.witness {
            None => Err(ErrorCode::ApprovalRequired.at("approver").with("why", why)),
            Some(session) if session.has(permission) => Ok(approver),
            Some(_) => Err(ErrorCode::NotPermitted.at("approver").with("verb", format!("{why}.approve"))),
        }
    }

    /// The second person, who must be there.
    pub(crate) fn required(&self, actor: &Actor) -> Result<StaffId> {
        self.person(actor)?.ok_or_else(|| ErrorCode::WitnessRequired.at("witness"))
    }
}
