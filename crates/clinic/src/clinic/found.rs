//! The first record of a clinic: the clinic, its first computer, its owner.

use ed25519_dalek::{SigningKey, VerifyingKey};
use rusqlite::params;

use super::computers;
use crate::error::Result;
use crate::permissions::Role;
use crate::staff;
use crate::store::{Founding, Tx};

pub(crate) fn found(
    tx: &Tx<'_>,
    founding: &Founding<'_>,
    clinic_key: &SigningKey,
    computer_key: &VerifyingKey,
) -> Result<()> {
    let details = founding.details.checked()?;
    let identity = tx.identity();
    tx.connection().execute(
        "INSERT INTO clinic (id, name, address, licence_number, licence_expires_on, zone, logo, public_key, demo,
             created_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL, ?7, ?8, ?9)",
        params![
            identity.clinic,
            details.name,
            details.address,
            details.licence_number,
            details.licence_expires_on,
            details.zone,
            clinic_key.verifying_key().to_bytes(),
            founding.demo,
            tx.now()
        ],
    )?;
    computers::write(tx, clinic_key, identity.computer, "1", computer_key)?;
    let owner =
        staff::StaffInput { name: founding.owner_name.clone(), phone: None, roles: vec![Role::Owner] };
    staff::insert(tx, &owner, &founding.owner_pin)?;
    Ok(())
}
