//! The second person, where the law wants two.

use crate::actor::{Actor, Session};
use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;

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

    /// The second person, who must be there.
    pub(crate) fn required(&self, actor: &Actor) -> Result<StaffId> {
        self.person(actor)?.ok_or_else(|| ErrorCode::WitnessRequired.at("witness"))
    }
}
