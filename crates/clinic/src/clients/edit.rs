//! Changing a file's particulars.

use rusqlite::{OptionalExtension, params};
use serde::Deserialize;
use ts_rs::TS;

use super::create::{Checked, check, columns_of, insert_phone};
use super::types::{ClientInput, Contact};
use super::{family, survivor, tags};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, PhoneId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A file's particulars as they are to be.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditClient {
    /// The file.
    pub id: ClientId,
    /// Everything that the form holds.
    pub client: ClientInput,
}

/// Changes a file. Only columns whose value changed travel.
///
/// # Errors
/// By field; [`ErrorCode::SelfReferral`], [`ErrorCode::ClientJoined`], [`ErrorCode::NotFound`].
pub fn edit(store: &Store, actor: &Actor, input: &EditClient) -> Result<()> {
    store.transact(actor, Verb::ClientEdit, |tx| {
        let client = check(&input.client, tx.today())?;
        if survivor(tx.connection(), input.id)? != input.id {
            return Err(ErrorCode::ClientJoined.into());
        }
        if let Some(referrer) = client.referrer
            && family(tx.connection(), input.id)?.contains(&referrer)
        {
            return Err(ErrorCode::SelfReferral.at("referrer"));
        }
        tx.about(input.id);
        write_columns(tx, input.id, &client)?;
        let family = family(tx.connection(), input.id)?;
        write_phones(tx, &family, &client)?;
        tags::write(tx, &family, &client.tags)
    })
}

fn write_columns(tx: &Tx<'_>, id: ClientId, client: &Checked) -> Result<()> {
    let before = tx
        .connection()
        .query_row(
            "SELECT id_number, guardian_phone, emergency_phone, wechat FROM client WHERE id = ?1",
            [id],
            |row| {
                Ok((
                    row.get::<_, Option<String>>(0)?,
                    row.get::<_, Option<String>>(1)?,
                    row.get::<_, Option<String>>(2)?,
                    row.get::<_, Option<String>>(3)?,
                ))
            },
        )
        .optional()?
        .ok_or(ErrorCode::NotFound)?;
    let id_number = client.id_number.clone().unwrap_or(before.0);
    let guardian = unmasked("guardian", client.guardian.as_ref(), before.1)?;
    let emergency = unmasked("emergency", client.emergency.as_ref(), before.2)?;
    let wechat = match (&client.wechat, &before.3) {
        (Some(typed), Some(before)) if *typed == fields::masked_if_phone(before) => Some(before),
        (typed, _) => typed.as_ref(),
    };
    let (guardian, emergency) = (columns_of(guardian.as_ref()), columns_of(emergency.as_ref()));
    tx.connection().execute(
        include_str!("update.sql"),
        params![
            id,
            client.name,
            client.other_names,
            client.sex,
            client.birthday.as_ref().map(|birthday| &birthday.date),
            client.birthday.as_ref().map_or("solar", |birthday| birthday.calendar.as_str()),
            id_number,
            wechat,
            guardian.0,
            guardian.1,
            guardian.2,
            emergency.0,
            emergency.1,
            emergency.2,
            client.source,
            client.referrer,
            client.skin_type,
            client.preferences,
            client.notes,
        ],
    )?;
    Ok(())
}

/// A masked phone that came back with the form stands for the phone that is there. Another mask stands for one
/// that was changed meanwhile, and must not take its place.
fn unmasked(
    field: &'static str,
    contact: Option<&Contact>,
    before: Option<String>,
) -> Result<Option<Contact>> {
    let Some(contact) = contact else { return Ok(None) };
    let phone = match before {
        Some(before) if contact.phone == fields::masked_phone(&before) => before,
        _ if contact.phone.contains('*') => return Err(ErrorCode::ChangedMeanwhile.at(field)),
        _ => contact.phone.clone(),
    };
    Ok(Some(Contact { phone, ..contact.clone() }))
}

/// The form shows the phones of every file that is joined into this one; each stays its own file's, so that it
/// goes back with it. A new one is the survivor's.
fn write_phones(tx: &Tx<'_>, family: &[ClientId], checked: &Checked) -> Result<()> {
    let mut held: Vec<PhoneId> = Vec::new();
    for client in family {
        let mut statement =
            tx.connection().prepare_cached("SELECT id FROM client_phone WHERE client_id = ?1 AND active")?;
        held.extend(
            statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<Vec<PhoneId>>>()?,
        );
    }
    let survivor = family[0];
    for gone in held.iter().filter(|id| !checked.phones.iter().any(|phone| phone.id == Some(**id))) {
        tx.connection().execute("UPDATE client_phone SET active = 0 WHERE id = ?1", [gone])?;
    }
    for (position, phone) in checked.phones.iter().enumerate() {
        match phone.id {
            Some(id) if held.contains(&id) => {
                tx.connection().execute(
                    "UPDATE client_phone SET number = coalesce(?2, number), label = ?3,
                         position = CASE WHEN client_id = ?5 THEN ?4 ELSE position END
                     WHERE id = ?1",
                    params![id, phone.number, phone.label, position as i64, survivor],
                )?;
            }
            Some(_) => return Err(ErrorCode::ChangedMeanwhile.at("phones")),
            None => {
                if let Some(number) = &phone.number {
                    insert_phone(tx, survivor, number, &phone.label, position)?;
                }
            }
        }
    }
    Ok(())
}
