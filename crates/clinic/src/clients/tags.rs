//! Tags (标签): free words by which a clinic groups its clients.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX};
use crate::ids::ClientId;
use crate::store::Tx;

/// The most tags a client has.
const TAGS_MAX: usize = 30;

pub(super) fn checked(typed: &[String]) -> Result<Vec<String>> {
    let mut tags = BTreeSet::new();
    for tag in typed {
        let tag = fields::optional("tags", tag, NAME_MAX)?;
        if !tag.is_empty() {
            tags.insert(tag);
        }
    }
    if tags.len() > TAGS_MAX {
        return Err(ErrorCode::TooLong.at("tags").with("max", TAGS_MAX));
    }
    Ok(tags.into_iter().collect())
}

/// Makes the tags of a family of files these: one taken away goes from whichever file has it, a new one is the
/// survivor's, and the others stay where they are, so that a joined file takes its own back with it.
pub(super) fn write(tx: &Tx<'_>, family: &[ClientId], tags: &[String]) -> Result<()> {
    let mut new: BTreeSet<&String> = tags.iter().collect();
    for client in family {
        for held in of(tx.connection(), *client)? {
            new.remove(&held);
            if !tags.contains(&held) {
                set(tx, *client, &held, false)?;
            }
        }
    }
    new.into_iter().try_for_each(|tag| set(tx, family[0], tag, true))
}

fn set(tx: &Tx<'_>, client: ClientId, tag: &str, present: bool) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO client_tag (client_id, tag, present) VALUES (?1, ?2, ?3)
             ON CONFLICT (client_id, tag) DO UPDATE SET present = excluded.present",
        )?
        .execute(params![client, tag, present])?;
    Ok(())
}

pub(super) fn of(connection: &Connection, client: ClientId) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare_cached("SELECT tag FROM client_tag WHERE client_id = ?1 AND present ORDER BY tag")?;
    Ok(statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
