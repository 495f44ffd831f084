//! Signing in by name and PIN.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{pin, roster};
use crate::actor::{Actor, Rule, Session};
use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;
use crate::permissions::{Permission, Role};
use crate::store::Store;
use crate::verbs::Verb;

/// A name on the sign-in page.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// Who.
    pub staff_id: StaffId,
    /// The name.
    pub name: String,
    /// The roles.
    pub roles: Vec<Role>,
}

/// Name and PIN.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SignIn {
    /// Who.
    pub staff_id: StaffId,
    /// Six digits.
    pub pin: String,
}

/// A change of one's own PIN.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePin {
    /// The PIN so far.
    pub old_pin: String,
    /// The PIN from now on.
    pub new_pin: String,
}

/// Who is signed in, and what the roles allow.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Me {
    /// Who.
    pub staff_id: StaffId,
    /// The name.
    pub name: String,
    /// The roles.
    pub roles: Vec<Role>,
    /// What they allow together.
    pub permissions: Vec<Permission>,
}

/// A session as the UI sees it.
#[must_use]
pub fn me(session: &Session) -> Me {
    Me {
        staff_id: session.staff_id(),
        name: session.name().to_owned(),
        roles: session.roles().to_vec(),
        permissions: session.permissions(),
    }
}

/// The active staff, for the sign-in page.
///
/// # Errors
/// What the disk gives.
pub fn people(store: &Store) -> Result<Vec<Person>> {
    store.read(&Actor::System(Rule::SignInPage), Verb::StaffAll, |read| {
        let mut statement = read
            .connection()
            .prepare_cached("SELECT id, name FROM staff WHERE active ORDER BY created_at, id")?;
        let people = statement
            .query_map([], |row| Ok((row.get::<_, StaffId>(0)?, row.get::<_, String>(1)?)))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        people
            .into_iter()
            .map(|(staff_id, name)| {
                Ok(Person { staff_id, name, roles: roster::roles_of(read.connection(), staff_id)? })
            })
            .collect()
    })
}

/// Opens a session.
///
/// # Errors
/// [`ErrorCode::PinWrong`] and [`ErrorCode::PinWait`], both with the seconds until the next try.
pub fn sign_in(store: &Store, input: &SignIn) -> Result<Session> {
    let session = prove(store, input)?;
    store.transact(&Actor::Staff(session.clone()), Verb::SignIn, |tx| {
        tx.leave_line();
        Ok(())
    })?;
    Ok(session)
}

/// A second person, who proves to be there with a PIN and does not sign in. The line it leaves names both.
///
/// # Errors
/// As [`sign_in`]; [`ErrorCode::WitnessIsActor`].
pub fn witness(store: &Store, actor: &Actor, input: &SignIn) -> Result<Session> {
    actor.require(Verb::Witness)?;
    if actor.staff_id() == Some(input.staff_id) {
        return Err(ErrorCode::WitnessIsActor.at("witness"));
    }
    let session = prove(store, input)?;
    store.transact(actor, Verb::Witness, |tx| {
        tx.detail("witness", session.name());
        tx.leave_line();
        Ok(())
    })?;
    Ok(session)
}

/// A doctor who signs with a PIN at a computer where perhaps another is signed in.
///
/// # Errors
/// As [`sign_in`].
pub fn signer(store: &Store, actor: &Actor, input: &SignIn) -> Result<Session> {
    actor.require(Verb::Witness)?;
    prove(store, input)
}

/// Compares a PIN; a failure counts.
fn prove(store: &Store, input: &SignIn) -> Result<Session> {
    store.transact(&Actor::System(Rule::SignInPage), Verb::SignIn, |tx| {
        let found: Option<(String, String)> = tx
            .connection()
            .query_row("SELECT name, pin_hash FROM staff WHERE id = ?1 AND active", [input.staff_id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (name, pin_hash) = found.ok_or_else(|| ErrorCode::NotFound.at("staffId"))?;
        let (count, wait) = pin::failures(tx.connection(), input.staff_id, tx.now())?;
        if wait > 0 {
            return Ok(Err(ErrorCode::PinWait.at("pin").with("waitSeconds", wait)));
        }
        if pin::matches(&input.pin, &pin_hash)? {
            pin::forget_failures(tx.connection(), input.staff_id)?;
            let roles = roster::roles_of(tx.connection(), input.staff_id)?;
            return Ok(Ok(Session::open(input.staff_id, name, roles)));
        }
        // The failure is committed, the sign-in is not: an error here would roll the count back.
        pin::note_failure(tx.connection(), input.staff_id, count + 1, tx.now())?;
        Ok(Err(ErrorCode::PinWrong.at("pin").with("waitSeconds", pin::wait_seconds(count + 1))))
    })?
}

/// Changes one's own PIN.
///
/// # Errors
/// [`ErrorCode::PinWrong`] for the old one, [`ErrorCode::PinWeak`] for the new one.
pub fn change_pin(store: &Store, actor: &Actor, input: &ChangePin) -> Result<()> {
    let staff = actor.staff_id().ok_or(ErrorCode::SignedOut)?;
    store.transact(actor, Verb::ChangePin, |tx| {
        pin::check("newPin", &input.new_pin)?;
        let (count, wait) = pin::failures(tx.connection(), staff, tx.now())?;
        if wait > 0 {
            return Ok(Err(ErrorCode::PinWait.at("oldPin").with("waitSeconds", wait)));
        }
        let old: String =
            tx.connection()
                .query_row("SELECT pin_hash FROM staff WHERE id = ?1", [staff], |row| row.get(0))?;
        if !pin::matches(&input.old_pin, &old)? {
            pin::note_failure(tx.connection(), staff, count + 1, tx.now())?;
            return Ok(Err(ErrorCode::PinWrong
                .at("oldPin")
                .with("waitSeconds", pin::wait_seconds(count + 1))));
        }
        roster::write_pin(tx, staff, &input.new_pin)?;
        Ok(Ok(()))
    })?
}
