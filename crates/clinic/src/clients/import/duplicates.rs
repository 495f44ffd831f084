//! Rows that are somebody who is known: the same ID number, or the same name with the same phone or birthday.
//! A phone alone is no proof: mother and daughter share one.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::row::ReadRow;
use super::{RowDuplicate, RowState};
use crate::clients::create::Checked;
use crate::clients::types::ClientRef;
use crate::clients::{reference, search, survivor};
use crate::error::Result;
use crate::ids::ClientId;

/// What becomes of each row, and who the known ones are.
pub(super) fn states(
    connection: &Connection,
    rows: &[ReadRow],
) -> Result<(Vec<RowState>, Vec<RowDuplicate>)> {
    let by_id_number = by_id_number(connection, rows)?;
    let mut seen: HashMap<Key, u32> = HashMap::new();
    let mut states = Vec::with_capacity(rows.len());
    let mut duplicates = Vec::new();
    for row in rows {
        let Some(client) = &row.checked else {
            states.push(RowState::Error);
            continue;
        };
        let mut duplicate =
            RowDuplicate { row: row.number, name: client.name.clone(), of_row: None, of_client: None };
        let keys = keys(client);
        duplicate.of_client = known_client(connection, client, &by_id_number)?;
        duplicate.of_row = keys.iter().filter_map(|key| seen.get(key)).min().copied();
        states.push(match (&duplicate.of_client, duplicate.of_row) {
            (Some(_), _) => RowState::DuplicateOfClient,
            (None, Some(_)) => RowState::DuplicateInFile,
            (None, None) => RowState::Ready,
        });
        for key in keys {
            seen.entry(key).or_insert(row.number);
        }
        if duplicate.of_client.is_some() || duplicate.of_row.is_some() {
            duplicates.push(duplicate);
        }
    }
    Ok((states, duplicates))
}

#[derive(PartialEq, Eq, Hash)]
enum Key {
    IdNumber(String),
    Phone(String, String),
    Birthday(String, String, &'static str),
}

fn keys(client: &Checked) -> Vec<Key> {
    let mut keys: Vec<Key> =
        id_number(client).map(|number| Key::IdNumber(number.to_owned())).into_iter().collect();
    let name = || search::simplified(&client.name.to_lowercase());
    keys.extend(client.phones.iter().filter_map(|phone| Some(Key::Phone(name(), phone.number.clone()?))));
    if let Some(birthday) = &client.birthday {
        keys.push(Key::Birthday(name(), birthday.date.clone(), birthday.calendar.as_str()));
    }
    keys
}

fn id_number(client: &Checked) -> Option<&str> {
    client.id_number.as_ref()?.as_deref()
}

/// Clients who have an ID number that stands in the list; the table is read once.
fn by_id_number(connection: &Connection, rows: &[ReadRow]) -> Result<HashMap<String, ClientId>> {
    let wanted: std::collections::HashSet<&str> =
        rows.iter().filter_map(|row| id_number(row.checked.as_ref()?)).collect();
    let mut found = HashMap::new();
    if wanted.is_empty() {
        return Ok(found);
    }
    let mut statement = connection.prepare("SELECT id_number, id FROM client WHERE id_number IS NOT NULL")?;
    let mut numbers = statement.query([])?;
    while let Some(row) = numbers.next()? {
        let number = row.get_ref(0)?.as_str().unwrap_or_default();
        if wanted.contains(number) {
            found.insert(number.to_owned(), row.get(1)?);
        }
    }
    Ok(found)
}

/// Whoever has this phone and this name, in either script.
fn of_phone(connection: &Connection, number: &str, name: &str) -> Result<Option<ClientId>> {
    let mut statement = connection.prepare_cached(
        "SELECT client.id, client.name FROM client_phone CROSS JOIN client ON client.id = client_id
         WHERE number = ?1 AND active",
    )?;
    let name = search::simplified(&name.to_lowercase());
    let mut rows = statement.query([number])?;
    while let Some(row) = rows.next()? {
        if search::simplified(&row.get_ref(1)?.as_str().unwrap_or_default().to_lowercase()) == name {
            return Ok(Some(row.get(0)?));
        }
    }
    Ok(None)
}

fn known_client(
    connection: &Connection,
    client: &Checked,
    by_id_number: &HashMap<String, ClientId>,
) -> Result<Option<ClientRef>> {
    let mut found = id_number(client).and_then(|number| by_id_number.get(number)).copied();
    for number in client.phones.iter().filter_map(|phone| phone.number.as_deref()) {
        if found.is_none() {
            found = of_phone(connection, number, &client.name)?;
        }
    }
    if let (None, Some(birthday)) = (found, &client.birthday) {
        found = connection
            .prepare_cached(
                "SELECT id FROM client WHERE name = ?1 AND birthday = ?2 AND birthday_calendar = ?3 LIMIT 1",
            )?
            .query_row(params![client.name, birthday.date, birthday.calendar], |row| row.get(0))
            .optional()?;
    }
    let Some(found) = found else { return Ok(None) };
    reference(connection, survivor(connection, found)?)
}
