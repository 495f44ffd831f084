//! A new file.

use rusqlite::params;

use super::types::{Birthday, ClientInput, Contact, Sex};
use super::{birthday, member, tags};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX};
use crate::ids::{ClientId, ImportId, PhoneId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most phones a client has.
const PHONES_MAX: usize = 10;

/// A client's particulars, every field checked.
#[derive(Clone, Debug)]
pub(crate) struct Checked {
    pub(crate) name: String,
    pub(crate) other_names: String,
    pub(crate) sex: Sex,
    pub(crate) birthday: Option<Birthday>,
    pub(crate) phones: Vec<CheckedPhone>,
    pub(crate) wechat: Option<String>,
    /// `None`: as it was; `Some(None)`: none.
    pub(crate) id_number: Option<Option<String>>,
    pub(crate) guardian: Option<Contact>,
    pub(crate) emergency: Option<Contact>,
    pub(crate) source: Option<String>,
    pub(crate) referrer: Option<ClientId>,
    pub(crate) skin_type: Option<String>,
    pub(crate) preferences: String,
    pub(crate) notes: String,
    pub(crate) tags: Vec<String>,
}

#[derive(Clone, Debug)]
pub(crate) struct CheckedPhone {
    pub(crate) id: Option<PhoneId>,
    pub(crate) number: Option<String>,
    pub(crate) label: String,
}

/// Checks what was typed.
pub(crate) fn check(input: &ClientInput, today: chrono::NaiveDate) -> Result<Checked> {
    if input.phones.len() > PHONES_MAX {
        return Err(ErrorCode::TooLong.at("phones").with("max", PHONES_MAX));
    }
    let mut phones = Vec::with_capacity(input.phones.len());
    for phone in &input.phones {
        let label = fields::optional("phones", &phone.label, NAME_MAX)?;
        let typed = phone.number.as_deref().map(str::trim);
        match (phone.id, typed) {
            // An empty line of the form is no phone.
            (None, None | Some("")) => {}
            (id, number) => {
                let number = number.map(|number| fields::phone("phones", number)).transpose()?;
                phones.push(CheckedPhone { id, number, label });
            }
        }
    }
    Ok(Checked {
        name: fields::required("name", &input.name, NAME_MAX)?,
        other_names: fields::optional("otherNames", &input.other_names, LINE_MAX)?,
        sex: input.sex,
        birthday: input.birthday.as_ref().map(|typed| birthday::checked(typed, today)).transpose()?,
        phones,
        wechat: fields::some("wechat", input.wechat.as_deref(), NAME_MAX)?,
        id_number: input
            .id_number
            .as_deref()
            .map(|typed| fields::id_number("idNumber", typed))
            .transpose()?,
        guardian: input.guardian.as_ref().map(|typed| contact("guardian", typed)).transpose()?.flatten(),
        emergency: input.emergency.as_ref().map(|typed| contact("emergency", typed)).transpose()?.flatten(),
        source: fields::some("source", input.source.as_deref(), NAME_MAX)?,
        referrer: input.referrer,
        skin_type: fields::some("skinType", input.skin_type.as_deref(), NAME_MAX)?,
        preferences: fields::note("preferences", &input.preferences)?,
        notes: fields::note("notes", &input.notes)?,
        tags: tags::checked(&input.tags)?,
    })
}

fn contact(field: &'static str, typed: &Contact) -> Result<Option<Contact>> {
    let name = fields::optional(field, &typed.name, NAME_MAX)?;
    let relation = fields::optional(field, &typed.relation, NAME_MAX)?;
    let phone = match typed.phone.trim() {
        "" => String::new(),
        // A masked phone that came back is the phone that is there.
        masked if masked.contains('*') => masked.to_owned(),
        typed => fields::phone(field, typed)?,
    };
    let empty = name.is_empty() && relation.is_empty() && phone.is_empty();
    Ok((!empty).then_some(Contact { name, phone, relation }))
}

/// Makes a file.
///
/// # Errors
/// By field.
pub fn create(store: &Store, actor: &Actor, input: &ClientInput) -> Result<ClientId> {
    store.transact(actor, Verb::ClientCreate, |tx| {
        let client = check(input, tx.today())?;
        refuse_masks(&client)?;
        insert(tx, &client, None, None)
    })
}

/// A new file has no phone that a mask could stand for.
pub(super) fn refuse_masks(client: &Checked) -> Result<()> {
    for (field, contact) in [("guardian", &client.guardian), ("emergency", &client.emergency)] {
        if contact.as_ref().is_some_and(|contact| contact.phone.contains('*')) {
            return Err(ErrorCode::InvalidPhone.at(field));
        }
    }
    Ok(())
}

/// Writes a checked file's rows. `member_number` is one that an import brings; else the next is given.
pub(crate) fn insert(
    tx: &Tx<'_>,
    client: &Checked,
    import: Option<ImportId>,
    member_number: Option<&str>,
) -> Result<ClientId> {
    let id = ClientId(tx.new_id());
    let member_number = match member_number {
        Some(given) => given.to_owned(),
        None => member::next_number(tx)?,
    };
    let (guardian, emergency) = (columns_of(client.guardian.as_ref()), columns_of(client.emergency.as_ref()));
    tx.connection().prepare_cached(include_str!("insert.sql"))?.execute(params![
        id,
        member_number,
        client.name,
        client.other_names,
        client.sex,
        client.birthday.as_ref().map(|birthday| &birthday.date),
        client.birthday.as_ref().map_or("solar", |birthday| birthday.calendar.as_str()),
        client.id_number.as_ref().and_then(Option::as_ref),
        client.wechat,
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
        tx.now(),
        tx.staff_id(),
        import,
    ])?;
    for (position, phone) in client.phones.iter().enumerate() {
        if let Some(number) = &phone.number {
            insert_phone(tx, id, number, &phone.label, position)?;
        }
    }
    tags::write(tx, &[id], &client.tags)?;
    if import.is_none() {
        tx.about(id);
    }
    Ok(id)
}

pub(super) fn insert_phone(
    tx: &Tx<'_>,
    client: ClientId,
    number: &str,
    label: &str,
    position: usize,
) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO client_phone (id, client_id, number, label, position, active) VALUES (?1, ?2, ?3, ?4, ?5, 1)",
        )?
        .execute(params![PhoneId(tx.new_id()), client, number, label, position as i64])?;
    Ok(())
}

/// A contact's three columns.
pub(super) fn columns_of(contact: Option<&Contact>) -> (Option<&str>, Option<&str>, Option<&str>) {
    (
        contact.map(|contact| contact.name.as_str()),
        contact.map(|contact| contact.phone.as_str()),
        contact.map(|contact| contact.relation.as_str()),
    )
}
