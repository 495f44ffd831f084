//! Client files: one for life, never two.
//!
//! Joining writes one alias row and rewrites nothing: [`survivor`] and [`family`] resolve it wherever a file is
//! read. Phones and ID numbers leave here masked; [`reveal`] shows one, audited. Health data is read by a verb
//! of its own.

pub mod alerts;
pub mod assign;
pub mod birthday;
pub mod create;
pub mod data_consents;
pub mod duplicates;
pub mod edit;
pub mod export;
pub(crate) mod hits;
pub mod import;
pub mod join;
pub mod member;
pub mod open;
pub mod reveal;
pub mod scans;
pub mod search;
pub mod tags;
pub mod types;

use rusqlite::{Connection, OptionalExtension};

use crate::error::{ErrorCode, Result};
use crate::ids::ClientId;

pub use types::*;

/// The file that a joined file is read as; the file itself where it is not joined. Two computers that joined
/// A to B and B to A while apart made a ring: its smallest id survives, and a person is asked.
pub(crate) fn survivor(connection: &Connection, client: ClientId) -> Result<ClientId> {
    let mut seen = vec![client];
    let mut current = client;
    loop {
        let next: Option<ClientId> = connection
            .prepare_cached(
                "SELECT survivor_id FROM client_alias WHERE loser_id = ?1 AND ended_at IS NULL
                 ORDER BY joined_at DESC, id DESC LIMIT 1",
            )?
            .query_row([current], |row| row.get(0))
            .optional()?;
        match next {
            None => return Ok(current),
            Some(next) => match seen.iter().position(|id| *id == next) {
                Some(start) => return Ok(seen[start..].iter().copied().min().unwrap_or(next)),
                None => {
                    seen.push(next);
                    current = next;
                }
            },
        }
    }
}

/// The phones of a family that are in use, in full.
pub(crate) fn phones(connection: &Connection, family: &[ClientId]) -> Result<Vec<String>> {
    let mut phones = Vec::new();
    for file in family {
        let mut statement = connection.prepare_cached(
            "SELECT number FROM client_phone WHERE client_id = ?1 AND active ORDER BY position, id",
        )?;
        let numbers = statement.query_map([file], |row| row.get(0))?;
        phones.extend(numbers.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(phones)
}

/// Refuses a client who is not there.
///
/// # Errors
/// [`ErrorCode::NotFound`] at the field `client`.
pub(crate) fn require(connection: &Connection, client: ClientId) -> Result<()> {
    let known = connection.prepare_cached("SELECT 1 FROM client WHERE id = ?1")?.exists([client])?;
    if known { Ok(()) } else { Err(ErrorCode::NotFound.at("client")) }
}

/// A file as other records name it; `None` where it is not there (yet).
pub(crate) fn reference(connection: &Connection, client: ClientId) -> Result<Option<ClientRef>> {
    Ok(connection
        .prepare_cached("SELECT id, name, member_number FROM client WHERE id = ?1")?
        .query_row([client], |row| {
            Ok(ClientRef { id: row.get(0)?, name: row.get(1)?, member_number: row.get(2)? })
        })
        .optional()?)
}

/// The birthday in a client's file, or in one joined with it.
pub(crate) fn birthday_of(connection: &Connection, client: ClientId) -> Result<Option<Birthday>> {
    for client in family(connection, client)? {
        let found = connection
            .prepare_cached(
                "SELECT birthday, birthday_calendar FROM client WHERE id = ?1 AND birthday IS NOT NULL",
            )?
            .query_row([client], |row| Ok(Birthday { date: row.get(0)?, calendar: row.get(1)? }))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Who brought a client, by the file or one joined with it.
pub(crate) fn referrer_of(connection: &Connection, family: &[ClientId]) -> Result<Option<ClientId>> {
    for client in family {
        let found: Option<Option<ClientId>> = connection
            .prepare_cached("SELECT referrer_id FROM client WHERE id = ?1")?
            .query_row([client], |row| row.get(0))
            .optional()?;
        if let Some(Some(referrer)) = found {
            return Ok(Some(referrer));
        }
    }
    Ok(None)
}

/// The survivor and every file joined into it, the survivor first.
pub(crate) fn family(connection: &Connection, client: ClientId) -> Result<Vec<ClientId>> {
    let survivor = survivor(connection, client)?;
    let mut family = vec![survivor];
    let mut index = 0;
    while index < family.len() {
        let mut statement = connection.prepare_cached(
            "SELECT loser_id FROM client_alias WHERE survivor_id = ?1 AND ended_at IS NULL",
        )?;
        let losers = statement
            .query_map([family[index]], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<ClientId>>>()?;
        family.extend(losers.into_iter().filter(|loser| !family.contains(loser)).collect::<Vec<_>>());
        index += 1;
    }
    Ok(family)
}
