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

/// Makes the client's tags these.
pub(super) fn write(tx: &Tx<'_>, client: ClientId, tags: &[String]) -> Result<()> {
    let wanted: BTreeSet<String> = tags.iter().cloned().collect();
    let held: BTreeSet<String> = of(tx.connection(), client)?.into_iter().collect();
    for tag in wanted.symmetric_difference(&held) {
        tx.connection()
            .prepare_cached(
                "INSERT INTO client_tag (client_id, tag, present) VALUES (?1, ?2, ?3)
                 ON CONFLICT (client_id, tag) DO UPDATE SET present = excluded.present",
            )?
            .execute(params![client, tag, wanted.contains(tag)])?;
    }
    Ok(())
}

pub(super) fn of(connection: &Connection, client: ClientId) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare_cached("SELECT tag FROM client_tag WHERE client_id = ?1 AND present ORDER BY tag")?;
    Ok(statement.query_map([client], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
