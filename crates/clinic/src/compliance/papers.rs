//! Papers that end: the clinic's licence, doctors' registrations, devices' papers and maintenance, suppliers' licences.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::OptionalExtension;

use super::{Asked, Matter, NeedsCare};
use crate::care::Care;
use crate::catalogue::{self, Specialty};
use crate::error::Result;
use crate::ids::StaffId;
use crate::permissions::Permission;

impl Asked<'_> {
    /// What ends with a day; `None` while that is far.
    fn ends(&self, on: Option<NaiveDate>, matter: impl FnOnce() -> Matter) -> Option<NeedsCare> {
        let on = on?;
        Some(NeedsCare { care: self.limits.care(on)?, on, matter: matter() })
    }
}

pub(super) fn clinic_licence(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    let licence: Option<(String, Option<NaiveDate>)> = asked
        .read
        .connection()
        .query_row("SELECT licence_number, licence_expires_on FROM clinic", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    Ok(licence
        .and_then(|(number, on)| asked.ends(on, || Matter::ClinicLicence { number }))
        .into_iter()
        .collect())
}

/// Of each doctor and specialty the registration that lasts longest. Who does not manage staff sees their own.
pub(super) fn registrations(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    let mut statement = asked.read.connection().prepare_cached(
        "SELECT staff_id, name, specialty, expires_on
         FROM doctor_registration JOIN staff ON staff.id = staff_id
         WHERE active AND ended_at IS NULL AND (?1 IS NULL OR staff_id = ?1)",
    )?;
    let whose =
        if asked.read.actor().has(Permission::ManageStaff) { None } else { asked.read.actor().staff_id() };
    let mut last: BTreeMap<(StaffId, Specialty), (String, Option<NaiveDate>)> = BTreeMap::new();
    let mut rows = statement.query([whose])?;
    while let Some(row) = rows.next()? {
        let ends: Option<NaiveDate> = row.get(3)?;
        let held = last.entry((row.get(0)?, row.get(2)?)).or_insert((row.get(1)?, ends));
        // One without an end outlasts every other.
        held.1 = held.1.zip(ends).map(|(one, other)| one.max(other));
    }
    let found = last.into_iter().filter_map(|((staff, specialty), (name, on))| {
        asked.ends(on, || Matter::Registration { staff, name, specialty })
    });
    Ok(found.collect())
}

/// Devices in use: registration, filing, maintenance. A maintenance is due with its day; one that was never noted needs
/// care this month.
pub(super) fn equipment(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    let today = asked.read.today();
    let mut found = Vec::new();
    for piece in catalogue::equipment(asked.read.connection())?.into_iter().filter(|piece| piece.active) {
        let (equipment, name) = (piece.id, piece.name.clone());
        let due = match (piece.maintenance_months, piece.maintenance_due_on()) {
            (None, _) => None,
            (Some(_), None) => Some((Care::Month, today)),
            (Some(_), Some(day)) if day <= today => Some((Care::Now, day)),
            (Some(_), Some(day)) => asked.limits.care(day).map(|care| (care, day)),
        };
        let last_on = piece.last_maintained_on;
        found.extend(due.map(|(care, on)| NeedsCare {
            care,
            on,
            matter: Matter::Maintenance { equipment, name: name.clone(), last_on },
        }));
        let number = piece.registration_number;
        found.extend(asked.ends(piece.registration_expires_on, || Matter::EquipmentRegistration {
            equipment,
            name: name.clone(),
            number,
        }));
        let number = piece.filing_number;
        found.extend(asked.ends(piece.filing_expires_on, || Matter::EquipmentFiling {
            equipment,
            name,
            number,
        }));
    }
    Ok(found)
}

pub(super) fn supplier_licences(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    let mut statement = asked.read.connection().prepare_cached(
        "SELECT id, name, licence_number, licence_expires_on FROM supplier
         WHERE active AND licence_expires_on <= ?1",
    )?;
    let rows = statement.query_map([asked.limits.last()], |row| {
        Ok((
            row.get(3)?,
            Matter::SupplierLicence { supplier: row.get(0)?, name: row.get(1)?, number: row.get(2)? },
        ))
    })?;
    let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found.into_iter().filter_map(|(on, matter)| asked.ends(on, || matter)).collect())
}
