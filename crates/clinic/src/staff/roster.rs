//! The list of staff members and their roles.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::pin;
use super::registrations::{self, Registration};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ProcedureId, StaffId};
use crate::permissions::Role;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A staff member.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StaffMember {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// The phone; in full only for who manages staff.
    pub phone: Option<String>,
    /// The roles.
    pub roles: Vec<Role>,
    /// Whether they still work here.
    pub active: bool,
    /// What a doctor is registered for; those that hold.
    pub registrations: Vec<Registration>,
    /// What a doctor is permitted to do.
    pub permitted_procedures: Vec<ProcedureId>,
}

/// A staff member as typed.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct StaffInput {
    /// The name.
    pub name: String,
    /// The phone.
    pub phone: Option<String>,
    /// At least one role.
    pub roles: Vec<Role>,
}

/// A new staff member.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct NewStaff {
    /// The name.
    pub name: String,
    /// The phone.
    pub phone: Option<String>,
    /// At least one role.
    pub roles: Vec<Role>,
    /// The first PIN.
    pub pin: String,
}

/// A change of a staff member.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditStaff {
    /// Who.
    pub id: StaffId,
    /// The name.
    pub name: String,
    /// The phone.
    pub phone: Option<String>,
    /// At least one role.
    pub roles: Vec<Role>,
    /// Whether they still work here.
    pub active: bool,
}

/// A new PIN given by the owner.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ResetPin {
    /// Who.
    pub id: StaffId,
    /// The PIN from now on.
    pub pin: String,
}

/// All staff members, those who left last.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Vec<StaffMember>> {
    store.read(actor, Verb::StaffAll, |read| {
        let full = actor.has(Verb::StaffEdit.permission());
        let connection = read.connection();
        let mut statement = connection.prepare_cached(
            "SELECT id, name, phone, active FROM staff ORDER BY active DESC, created_at, id",
        )?;
        let rows = statement
            .query_map([], |row| {
                Ok((row.get::<_, StaffId>(0)?, row.get(1)?, row.get::<_, Option<String>>(2)?, row.get(3)?))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        rows.into_iter()
            .map(|(id, name, phone, active)| {
                Ok(StaffMember {
                    id,
                    name,
                    phone: phone.map(|phone| if full { phone } else { fields::masked_phone(&phone) }),
                    roles: roles_of(connection, id)?,
                    active,
                    registrations: registrations::of(connection, id)?,
                    permitted_procedures: registrations::permitted(connection, id)?,
                })
            })
            .collect()
    })
}

/// The roles a staff member holds.
pub(crate) fn roles_of(connection: &Connection, staff: StaffId) -> Result<Vec<Role>> {
    let mut statement = connection
        .prepare_cached("SELECT role FROM staff_role WHERE staff_id = ?1 AND granted ORDER BY role")?;
    Ok(statement.query_map([staff], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a staff member.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`], [`ErrorCode::PinWeak`].
pub fn add(store: &Store, actor: &Actor, input: &NewStaff) -> Result<StaffId> {
    store.transact(actor, Verb::StaffAdd, |tx| {
        let person =
            StaffInput { name: input.name.clone(), phone: input.phone.clone(), roles: input.roles.clone() };
        insert(tx, &person, &input.pin)
    })
}

pub(crate) fn insert(tx: &Tx<'_>, input: &StaffInput, pin: &str) -> Result<StaffId> {
    let id = StaffId(tx.new_id());
    let (name, phone) = checked(tx, id, &input.name, input.phone.as_deref(), &input.roles)?;
    pin::check("pin", pin)?;
    tx.detail("name", &name);
    tx.connection().execute(
        "INSERT INTO staff (id, name, phone, pin_hash, active, created_at) VALUES (?1, ?2, ?3, ?4, 1, ?5)",
        params![id, name, phone, pin::hash(tx.world(), pin)?, tx.now()],
    )?;
    write_roles(tx, id, &input.roles)?;
    Ok(id)
}

/// Changes a staff member.
///
/// # Errors
/// By field; [`ErrorCode::LastOwner`] where no active owner would be left.
pub fn edit(store: &Store, actor: &Actor, input: &EditStaff) -> Result<()> {
    store.transact(actor, Verb::StaffEdit, |tx| {
        let (name, phone) = checked(tx, input.id, &input.name, input.phone.as_deref(), &input.roles)?;
        tx.detail("name", &name);
        let changed = tx.connection().execute(
            "UPDATE staff SET name = ?2, phone = ?3, active = ?4 WHERE id = ?1",
            params![input.id, name, phone, input.active],
        )?;
        if changed == 0 {
            return Err(ErrorCode::NotFound.into());
        }
        write_roles(tx, input.id, &input.roles)?;
        let owners: u32 = tx.connection().query_row(
            "SELECT count(*) FROM staff JOIN staff_role ON staff_role.staff_id = staff.id
             WHERE staff.active AND staff_role.role = 'owner' AND staff_role.granted",
            [],
            |row| row.get(0),
        )?;
        if owners == 0 { Err(ErrorCode::LastOwner.at("roles")) } else { Ok(()) }
    })
}

/// Gives a staff member a new PIN and forgets their failures on this computer.
///
/// # Errors
/// [`ErrorCode::PinWeak`], [`ErrorCode::NotFound`].
pub fn reset_pin(store: &Store, actor: &Actor, input: &ResetPin) -> Result<()> {
    store.transact(actor, Verb::StaffResetPin, |tx| {
        pin::check("pin", &input.pin)?;
        let name: Option<String> = tx
            .connection()
            .query_row("SELECT name FROM staff WHERE id = ?1", [input.id], |row| row.get(0))
            .optional()?;
        tx.detail("name", name.ok_or(ErrorCode::NotFound)?);
        write_pin(tx, input.id, &input.pin)
    })
}

pub(super) fn write_pin(tx: &Tx<'_>, staff: StaffId, pin: &str) -> Result<()> {
    let hash = pin::hash(tx.world(), pin)?;
    tx.connection().execute("UPDATE staff SET pin_hash = ?2 WHERE id = ?1", params![staff, hash])?;
    pin::forget_failures(tx.connection(), staff)
}

fn checked(
    tx: &Tx<'_>,
    id: StaffId,
    name: &str,
    phone: Option<&str>,
    roles: &[Role],
) -> Result<(String, Option<String>)> {
    let name = fields::required("name", name, fields::NAME_MAX)?;
    let phone = match phone {
        Some(phone) if !phone.trim().is_empty() => Some(fields::phone("phone", phone)?),
        _ => None,
    };
    if roles.is_empty() {
        return Err(ErrorCode::Required.at("roles"));
    }
    let taken: bool = tx.connection().query_row(
        "SELECT EXISTS (SELECT 1 FROM staff WHERE name = ?1 AND active AND id <> ?2)",
        params![name, id],
        |row| row.get(0),
    )?;
    if taken { Err(ErrorCode::NameTaken.at("name")) } else { Ok((name, phone)) }
}

fn write_roles(tx: &Tx<'_>, staff: StaffId, roles: &[Role]) -> Result<()> {
    let wanted: BTreeSet<Role> = roles.iter().copied().collect();
    let held: BTreeSet<Role> = roles_of(tx.connection(), staff)?.into_iter().collect();
    for role in wanted.symmetric_difference(&held) {
        tx.connection().execute(
            "INSERT INTO staff_role (staff_id, role, granted) VALUES (?1, ?2, ?3)
             ON CONFLICT (staff_id, role) DO UPDATE SET granted = excluded.granted",
            params![staff, role, wanted.contains(role)],
        )?;
    }
    Ok(())
}

/// The name of a staff member, for lines that show it.
pub(crate) fn name_of(connection: &Connection, staff: Option<StaffId>) -> Result<Option<String>> {
    let Some(staff) = staff else { return Ok(None) };
    Ok(connection
        .prepare_cached("SELECT name FROM staff WHERE id = ?1")?
        .query_row([staff], |row| row.get(0))
        .optional()?)
}
