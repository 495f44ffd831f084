//! A client's file on one page.

use rusqlite::{OptionalExtension, Row};

use super::alerts::OfClient;
use super::types::{Birthday, ClientFile, ClientRef, Contact, JoinedFile, Phone, TimelineKind, VisitLine};
use super::{assign, birthday, data_consents, duplicates, family, member, tags};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::ClientId;
use crate::store::{Read, Store};
use crate::verbs::Verb;
use chrono::Datelike;

/// How many lines of the timeline are read.
const TIMELINE_MAX: usize = 200;

/// Opens a file; a joined file opens its survivor. Leaves an audit line.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn open(store: &Store, actor: &Actor, input: OfClient) -> Result<ClientFile> {
    store.read(actor, Verb::ClientOpen, |read| {
        let family = family(read.connection(), input.client)?;
        let id = family[0];
        let mut file = read
            .connection()
            .query_row(include_str!("open.sql"), [id], particulars)
            .optional()?
            .ok_or(ErrorCode::NotFound)?;
        read.note(id);
        file.birthday_this_year = file
            .birthday
            .as_ref()
            .and_then(|typed| birthday::in_year(typed, read.today().year()))
            .map(|day| day.to_string());
        file.age = file.birthday.as_ref().and_then(|typed| birthday::age_on(typed, read.today()));
        file.member_code = member::code(&file.member_number);
        file.member_qr = member::qr(&file.member_number)?;
        for client in &family {
            file.phones.extend(phones(read, *client)?);
            file.tags.extend(tags::of(read.connection(), *client)?);
        }
        file.tags.sort();
        file.tags.dedup();
        file.assignments = assign::history(read.connection(), &family)?;
        file.data_consents = data_consents::of(read.connection(), &family)?;
        file.joined = joined(read, &family)?;
        file.possible_duplicates = duplicates::of_file(read, &family)?;
        file.visits = timeline(read, &family)?;
        Ok(file)
    })
}

fn particulars(row: &Row<'_>) -> rusqlite::Result<ClientFile> {
    let date: Option<String> = row.get("birthday")?;
    let calendar = row.get("birthday_calendar")?;
    let id_number: Option<String> = row.get("id_number")?;
    let wechat: Option<String> = row.get("wechat")?;
    let referrer: Option<ClientId> = row.get("referrer_id")?;
    let referrer_name: Option<String> = row.get("referrer_name")?;
    let referrer_number: Option<String> = row.get("referrer_number")?;
    Ok(ClientFile {
        id: row.get("id")?,
        member_number: row.get("member_number")?,
        member_code: String::new(),
        member_qr: String::new(),
        name: row.get("name")?,
        other_names: row.get("other_names")?,
        sex: row.get("sex")?,
        birthday: date.map(|date| Birthday { date, calendar }),
        birthday_this_year: None,
        age: None,
        phones: Vec::new(),
        wechat: wechat.map(|wechat| fields::masked_if_phone(&wechat)),
        id_number: id_number.map(|number| fields::masked_id(&number)),
        guardian: contact(row, "guardian_name", "guardian_phone", "guardian_relation")?,
        emergency: contact(row, "emergency_name", "emergency_phone", "emergency_relation")?,
        source: row.get("source")?,
        referrer: match (referrer, referrer_name, referrer_number) {
            (Some(id), Some(name), Some(member_number)) => Some(ClientRef { id, name, member_number }),
            _ => None,
        },
        skin_type: row.get("skin_type")?,
        preferences: row.get("preferences")?,
        notes: row.get("notes")?,
        tags: Vec::new(),
        assignments: Vec::new(),
        data_consents: Vec::new(),
        joined: Vec::new(),
        possible_duplicates: Vec::new(),
        visits: Vec::new(),
        created_at: row.get("created_at")?,
    })
}

fn contact(row: &Row<'_>, name: &str, phone: &str, relation: &str) -> rusqlite::Result<Option<Contact>> {
    let name: Option<String> = row.get(name)?;
    let phone: Option<String> = row.get(phone)?;
    let relation: Option<String> = row.get(relation)?;
    if name.is_none() && phone.is_none() && relation.is_none() {
        return Ok(None);
    }
    let phone = phone.filter(|phone| !phone.is_empty()).map(|phone| fields::masked_phone(&phone));
    Ok(Some(Contact {
        name: name.unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        relation: relation.unwrap_or_default(),
    }))
}

fn phones(read: &Read<'_>, client: ClientId) -> Result<Vec<Phone>> {
    let mut statement = read.connection().prepare_cached(
        "SELECT id, number, label FROM client_phone WHERE client_id = ?1 AND active ORDER BY position, id",
    )?;
    let rows = statement.query_map([client], |row| {
        let number: String = row.get(1)?;
        Ok(Phone { id: row.get(0)?, masked: fields::masked_phone(&number), label: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn joined(read: &Read<'_>, family: &[ClientId]) -> Result<Vec<JoinedFile>> {
    let mut files = Vec::new();
    for client in family {
        let mut statement = read.connection().prepare_cached(
            "SELECT client_alias.id, loser_id, client.name, client.member_number, joined_at, staff.name
             FROM client_alias JOIN client ON client.id = loser_id LEFT JOIN staff ON staff.id = joined_by
             WHERE survivor_id = ?1 AND ended_at IS NULL ORDER BY joined_at DESC",
        )?;
        let rows = statement.query_map([client], |row| {
            Ok(JoinedFile {
                alias_id: row.get(0)?,
                loser_id: row.get(1)?,
                name: row.get(2)?,
                member_number: row.get(3)?,
                joined_at: row.get(4)?,
                joined_by: row.get(5)?,
            })
        })?;
        files.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(files)
}

fn timeline(read: &Read<'_>, family: &[ClientId]) -> Result<Vec<VisitLine>> {
    let mut lines: Vec<VisitLine> = Vec::new();
    for client in family {
        let mut statement = read.connection().prepare_cached(include_str!("timeline.sql"))?;
        let rows = statement.query_map([client], |row| {
            let kind: String = row.get(0)?;
            Ok(VisitLine {
                kind: match kind.as_str() {
                    "visit" => TimelineKind::Visit,
                    "consultation" => TimelineKind::Consultation,
                    _ => TimelineKind::Appointment,
                },
                at: row.get(1)?,
                state: row.get(2)?,
                procedure: row.get(3)?,
                doctor: row.get(4)?,
                note: row.get(5)?,
            })
        })?;
        lines.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.truncate(TIMELINE_MAX);
    Ok(lines)
}
