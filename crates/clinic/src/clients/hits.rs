//! A client as lists show them: one line.

use rusqlite::{OptionalExtension, Row};

use super::types::{Birthday, ClientHit};
use super::{birthday, family};
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::ClientId;
use crate::permissions::Permission;
use crate::store::Read;

/// A client's line: the particulars of the survivor's file; visits, alerts and, where it has none, the phone of
/// all files joined into it. Whether an alert is noted is told only to a role with need of it.
pub(crate) fn hit(read: &Read<'_>, client: ClientId) -> Result<ClientHit> {
    let mut line: Option<ClientHit> = None;
    for file in family(read.connection(), client)? {
        let own = read
            .connection()
            .prepare_cached(include_str!("hit.sql"))?
            .query_row([file], |row| of_file(read, file, row))
            .optional()?;
        match (&mut line, own) {
            (None, own) => line = own,
            (Some(line), Some(own)) => {
                line.phone = line.phone.take().or(own.phone);
                line.last_visit_at = line.last_visit_at.max(own.last_visit_at);
                line.visits += own.visits;
                line.has_alert |= own.has_alert;
            }
            (Some(_), None) => {}
        }
    }
    line.ok_or_else(|| ErrorCode::NotFound.into())
}

fn of_file(read: &Read<'_>, id: ClientId, row: &Row<'_>) -> rusqlite::Result<ClientHit> {
    let date: Option<String> = row.get("birthday")?;
    let calendar = row.get("birthday_calendar")?;
    let phone: Option<String> = row.get("phone")?;
    Ok(ClientHit {
        id,
        name: row.get("name")?,
        member_number: row.get("member_number")?,
        sex: row.get("sex")?,
        age: date.and_then(|date| birthday::age_on(&Birthday { date, calendar }, read.today())),
        phone: phone.map(|phone| fields::masked_phone(&phone)),
        last_visit_at: row.get("last_visit_at")?,
        visits: row.get("visits")?,
        has_alert: read.actor().has(Permission::SeeHealth) && row.get("has_alert")?,
    })
}
