//! Finding clients while somebody types.

use rusqlite::{Connection, params};
use serde::Deserialize;
use ts_rs::TS;

use super::tokens::{self, Query};
use crate::actor::Actor;
use crate::clients::types::ClientHit;
use crate::clients::{hits, survivor};
use crate::error::Result;
use crate::ids::ClientId;
use crate::store::Store;
use crate::verbs::Verb;

/// The most hits that are asked for at once.
pub const HITS_MAX: u32 = 200;

/// What is looked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindClients {
    /// Any part of a name, its pinyin or initials, a phone, a member number, parted by spaces; or a scanned
    /// member code. Empty: everybody.
    pub query: String,
    /// At most this many, up to 200.
    pub limit: u32,
    /// So many of the first are left out: for the next page of a list.
    #[ts(optional)]
    pub skip: Option<u32>,
}

/// Finds clients: whose member number it is exactly, then those who match, the most recently seen first.
///
/// # Errors
/// What the disk gives.
pub fn find(store: &Store, actor: &Actor, input: &FindClients) -> Result<Vec<ClientHit>> {
    store.read(actor, Verb::ClientFind, |read| {
        let skip = input.skip.unwrap_or(0) as usize;
        let limit = input.limit.clamp(1, HITS_MAX) as usize + skip;
        let clients = match tokens::query(&input.query) {
            Query::Member(number) => of_member_number(read.connection(), &number)?,
            Query::Parts(parts) if parts.is_empty() => most_recent(read.connection(), limit)?,
            Query::Parts(parts) => {
                let mut clients = of_member_number(read.connection(), input.query.trim())?;
                for client in rows(read.connection(), &tokens::expression(&parts), limit)? {
                    if !clients.contains(&client) {
                        clients.push(client);
                    }
                }
                clients
            }
        };
        clients.into_iter().take(limit).skip(skip).map(|client| hits::hit(read, client)).collect()
    })
}

fn of_member_number(connection: &Connection, number: &str) -> Result<Vec<ClientId>> {
    let mut statement = connection
        .prepare_cached("SELECT id FROM client WHERE member_number IN (?1, ?2) ORDER BY id LIMIT 10")?;
    let found = statement
        .query_map(params![number, number.to_ascii_uppercase()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<ClientId>>>()?;
    let mut clients = Vec::with_capacity(found.len());
    for client in found {
        let client = survivor(connection, client)?;
        if !clients.contains(&client) {
            clients.push(client);
        }
    }
    Ok(clients)
}

fn most_recent(connection: &Connection, limit: usize) -> Result<Vec<ClientId>> {
    let mut statement =
        connection.prepare_cached("SELECT client_id FROM client_rank ORDER BY rank DESC LIMIT ?1")?;
    Ok(statement.query_map([sql_limit(limit)], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn rows(connection: &Connection, expression: &str, limit: usize) -> Result<Vec<ClientId>> {
    let mut statement = connection.prepare_cached(include_str!("find.sql"))?;
    let rows = statement.query_map(params![expression, sql_limit(limit)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn sql_limit(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

/// Every client whom a query finds, the most recently seen first.
pub(crate) fn all_matching(connection: &Connection, query: &str) -> Result<Vec<ClientId>> {
    match tokens::query(query) {
        Query::Member(number) => of_member_number(connection, &number),
        Query::Parts(parts) if parts.is_empty() => most_recent(connection, usize::MAX),
        Query::Parts(parts) => rows(connection, &tokens::expression(&parts), usize::MAX),
    }
}

/// Clients whose name sounds like this one in any of its readings, the most recently seen first. A single
/// syllable sounds like too many.
pub(crate) fn sounding_like(connection: &Connection, name: &str, limit: usize) -> Result<Vec<ClientId>> {
    match tokens::sounds(name) {
        Some(expression) => rows(connection, &expression, limit),
        None => Ok(Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_stream_in_order_without_sorting() {
        let connection = Connection::open_in_memory().expect("a database");
        connection
            .execute_batch(include_str!("../../../../../migrations/clinic/0003_clients.sql"))
            .expect("the clients' tables");
        let plan: Vec<String> = connection
            .prepare(&format!("EXPLAIN QUERY PLAN {}", include_str!("find.sql")))
            .expect("a query")
            .query_map(params!["\"a\"*", 10], |row| row.get(3))
            .expect("a plan")
            .collect::<rusqlite::Result<_>>()
            .expect("a plan");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        assert!(plan[0].starts_with("SCAN client_search"), "{plan:?}");
    }
}
