//! Files that may be the same person's, found while typing and on opening a file.

use rusqlite::{Connection, OptionalExtension, params};
use serde::Deserialize;
use ts_rs::TS;

use super::types::{Birthday, DuplicateReason, PossibleDuplicate};
use super::{family, hits, search, survivor};
use crate::actor::Actor;
use crate::error::Result;
use crate::fields;
use crate::ids::ClientId;
use crate::store::{Read, Store};
use crate::verbs::Verb;

/// The most that are shown.
const MAX: usize = 8;

/// What has been typed of a new file so far; fields that are not valid yet are passed over.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DuplicateQuery {
    /// The name.
    pub name: String,
    /// The phones.
    pub phones: Vec<String>,
    /// The birthday.
    pub birthday: Option<Birthday>,
    /// The ID number.
    pub id_number: Option<String>,
    /// The file that is edited.
    pub except: Option<ClientId>,
}

/// Files that may be the same person's, the strongest reason first.
///
/// # Errors
/// What the disk gives.
pub fn possible(store: &Store, actor: &Actor, input: &DuplicateQuery) -> Result<Vec<PossibleDuplicate>> {
    store.read(actor, Verb::ClientFind, |read| {
        let except = match input.except {
            Some(client) => family(read.connection(), client)?,
            None => Vec::new(),
        };
        let typed = Particulars {
            name: input.name.trim().to_owned(),
            phones: input.phones.iter().filter_map(|typed| fields::phone("phones", typed).ok()).collect(),
            birthday: input.birthday.as_ref().map(|birthday| birthday.date.clone()),
            id_number: input
                .id_number
                .as_deref()
                .and_then(|typed| fields::id_number("idNumber", typed).ok().flatten()),
        };
        shown(read, candidates(read.connection(), &typed, &except, true)?)
    })
}

/// Of a file that is there.
pub(super) fn of_file(read: &Read<'_>, family: &[ClientId]) -> Result<Vec<PossibleDuplicate>> {
    let typed = particulars(read.connection(), family)?;
    shown(read, candidates(read.connection(), &typed, family, false)?)
}

/// Those that are worth interrupting an arrival for: the same ID number, the same name and birthday, or the same
/// phone under a name that sounds alike.
pub(crate) fn strong_for(connection: &Connection, family: &[ClientId]) -> Result<Vec<ClientId>> {
    let typed = particulars(connection, family)?;
    let mut strong = Vec::new();
    for (client, why) in candidates(connection, &typed, family, false)? {
        // Mother and daughter share a phone, and must not be asked about at every arrival.
        let is_strong = why != DuplicateReason::SamePhone || {
            let sql = "SELECT name FROM client WHERE id = ?1";
            let other: String = connection.prepare_cached(sql)?.query_row([client], |row| row.get(0))?;
            search::sound_alike(&typed.name, &other)
        };
        if is_strong {
            strong.push(client);
        }
    }
    strong.truncate(MAX);
    Ok(strong)
}

struct Particulars {
    name: String,
    phones: Vec<String>,
    birthday: Option<String>,
    id_number: Option<String>,
}

fn particulars(connection: &Connection, family: &[ClientId]) -> Result<Particulars> {
    let found = connection
        .prepare_cached("SELECT name, birthday, id_number FROM client WHERE id = ?1")?
        .query_row([family[0]], |row| {
            Ok(Particulars {
                name: row.get(0)?,
                phones: Vec::new(),
                birthday: row.get(1)?,
                id_number: row.get(2)?,
            })
        })
        .optional()?;
    let mut typed = found.ok_or(crate::ErrorCode::NotFound)?;
    for client in family {
        let mut statement =
            connection.prepare_cached("SELECT number FROM client_phone WHERE client_id = ?1 AND active")?;
        typed.phones.extend(
            statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?,
        );
    }
    Ok(typed)
}

fn candidates(
    connection: &Connection,
    typed: &Particulars,
    except: &[ClientId],
    near_names: bool,
) -> Result<Vec<(ClientId, DuplicateReason)>> {
    let mut found: Vec<(ClientId, DuplicateReason)> = Vec::new();
    let mut take = |clients: Vec<ClientId>, why: DuplicateReason| -> Result<()> {
        for client in clients {
            let client = survivor(connection, client)?;
            if !except.contains(&client) && !found.iter().any(|(known, _)| *known == client) {
                found.push((client, why));
            }
        }
        Ok(())
    };
    if let Some(id_number) = &typed.id_number {
        let sql = "SELECT id FROM client WHERE id_number = ?1 LIMIT 20";
        take(ids(connection, sql, params![id_number])?, DuplicateReason::SameIdNumber)?;
    }
    for phone in &typed.phones {
        let sql = "SELECT client_id FROM client_phone WHERE number = ?1 AND active LIMIT 20";
        take(ids(connection, sql, params![phone])?, DuplicateReason::SamePhone)?;
    }
    if typed.name.is_empty() {
        return Ok(found);
    }
    if let Some(birthday) = &typed.birthday {
        let sql = "SELECT id FROM client WHERE name = ?1 AND birthday = ?2 LIMIT 20";
        take(ids(connection, sql, params![typed.name, birthday])?, DuplicateReason::SameNameAndBirthday)?;
    }
    if near_names {
        let sql = "SELECT id FROM client WHERE name = ?1 LIMIT 20";
        take(ids(connection, sql, params![typed.name])?, DuplicateReason::NearName)?;
        take(search::sounding_like(connection, &typed.name, 20)?, DuplicateReason::NearName)?;
    }
    Ok(found)
}

fn ids(connection: &Connection, sql: &str, parameters: impl rusqlite::Params) -> Result<Vec<ClientId>> {
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_map(parameters, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn shown(read: &Read<'_>, found: Vec<(ClientId, DuplicateReason)>) -> Result<Vec<PossibleDuplicate>> {
    found
        .into_iter()
        .take(MAX)
        .map(|(client, why)| Ok(PossibleDuplicate { client: hits::hit(read, client)?, why }))
        .collect()
}
