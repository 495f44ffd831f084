//! Name, address, licence, zone and logo.

use chrono::NaiveDate;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::store::Store;
use crate::verbs::Verb;

/// What a clinic is called and where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClinicDetails {
    /// 机构名称.
    pub name: String,
    /// 地址.
    pub address: String,
    /// 医疗机构执业许可证登记号.
    pub licence_number: String,
    /// Until when that licence holds.
    pub licence_expires_on: Option<NaiveDate>,
    /// IANA name; business days are local days.
    pub zone: String,
}

/// The largest logo, in bytes.
const LOGO_MAX: usize = 4 << 20;
/// Logos are kept no larger than this, in pixels of the longer side.
const LOGO_SIDE: u32 = 512;

impl ClinicDetails {
    /// Checks every field.
    ///
    /// # Errors
    /// By field: required, too long, unknown zone.
    pub(crate) fn checked(&self) -> Result<ClinicDetails> {
        let zone: chrono_tz::Tz = self.zone.parse().map_err(|_| ErrorCode::UnknownZone.at("zone"))?;
        Ok(ClinicDetails {
            name: fields::required("name", &self.name, fields::NAME_MAX)?,
            address: fields::optional("address", &self.address, fields::LINE_MAX)?,
            licence_number: fields::optional("licenceNumber", &self.licence_number, fields::NAME_MAX)?,
            licence_expires_on: self.licence_expires_on,
            zone: zone.name().to_owned(),
        })
    }
}

/// The clinic's details.
///
/// # Errors
/// [`ErrorCode::NoClinic`].
pub fn details(store: &Store, actor: &Actor) -> Result<ClinicDetails> {
    store.read(actor, Verb::ClinicDetails, |read| {
        read.connection()
            .query_row(
                "SELECT name, address, licence_number, zone, licence_expires_on FROM clinic",
                [],
                |row| {
                    Ok(ClinicDetails {
                        name: row.get(0)?,
                        address: row.get(1)?,
                        licence_number: row.get(2)?,
                        zone: row.get(3)?,
                        licence_expires_on: row.get(4)?,
                    })
                },
            )
            .optional()?
            .ok_or_else(|| ErrorCode::NoClinic.into())
    })
}

/// Changes them.
///
/// # Errors
/// By field. A changed zone counts from the next start.
pub fn edit(store: &Store, actor: &Actor, details: &ClinicDetails) -> Result<()> {
    store.transact(actor, Verb::ClinicEdit, |tx| {
        let details = details.checked()?;
        tx.connection().execute(
            "UPDATE clinic SET name = ?1, address = ?2, licence_number = ?3, zone = ?4, licence_expires_on = ?5",
            params![
                details.name,
                details.address,
                details.licence_number,
                details.zone,
                details.licence_expires_on
            ],
        )?;
        Ok(())
    })
}

/// The logo as PNG; `None` where there is none.
///
/// # Errors
/// What the disk gives.
pub fn logo(store: &Store, actor: &Actor) -> Result<Option<Vec<u8>>> {
    store.read(actor, Verb::ClinicDetails, |read| {
        Ok(read.connection().query_row("SELECT logo FROM clinic", [], |row| row.get(0)).optional()?.flatten())
    })
}

/// Sets the logo from a PNG, JPEG or WebP picture of at most 4 MiB; empty bytes remove it.
///
/// # Errors
/// [`ErrorCode::InvalidPicture`].
pub fn set_logo(store: &Store, actor: &Actor, bytes: &[u8]) -> Result<()> {
    let png = if bytes.is_empty() { None } else { Some(logo_png(bytes)?) };
    store.transact(actor, Verb::ClinicSetLogo, |tx| {
        tx.connection().execute("UPDATE clinic SET logo = ?1", [png])?;
        Ok(())
    })
}

fn logo_png(bytes: &[u8]) -> Result<Vec<u8>> {
    let invalid = || ErrorCode::InvalidPicture.at("logo");
    if bytes.len() > LOGO_MAX {
        return Err(invalid());
    }
    let mut reader = image::ImageReader::new(std::io::Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| invalid().because(error))?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(12_000);
    limits.max_image_height = Some(12_000);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| invalid().because(error))?;
    let small = if picture.width().max(picture.height()) > LOGO_SIDE {
        picture.thumbnail(LOGO_SIDE, LOGO_SIDE)
    } else {
        picture
    };
    let mut png = Vec::new();
    small
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .map_err(|error| invalid().because(error))?;
    Ok(png)
}
