//! The search index: words in FTS5, rows in the order of last visits.
//!
//! `client_rank` gives every client who can be found a number that rises with each visit, and that number is
//! the row's number in `client_search`: hits come out most recent first without sorting. A joined file is no
//! hit; its names, phones and member number find its survivor. A visit moves a client to the front a moment later
//! (`client_to_index`). All three tables are derived: [`rebuild`] makes them from the client files alone.

mod find;
mod pinyin;
mod tokens;

use std::collections::{BTreeMap, HashMap, HashSet};

use jingtai_sync::{Change, RowChange};
use rusqlite::{Connection, OptionalExtension, params};

use super::{family, survivor};
use crate::error::Result;
use crate::ids::ClientId;

pub use find::{FindClients, HITS_MAX, find};
pub(crate) use find::{all_matching, sounding_like};

use tokens::Findable;
pub(crate) use tokens::{simplified, sound_alike};

/// So many clients at once are a list being imported or taken in: they are indexed later, a part at a time.
const LIST: usize = 1_000;

/// What a change asks of a client's row in the index.
#[derive(Clone, Copy, Default)]
struct Touched {
    /// Its words may be others now.
    words: bool,
    /// They came: it moves to the front.
    came: bool,
}

/// Brings the index up to what was just written. Called inside the transaction that wrote `rows`. A long list,
/// and who only moves to the front, wait for [`index_waiting`]: a check-in need not.
///
/// # Errors
/// What the disk gives.
pub(crate) fn refresh(connection: &Connection, rows: &[RowChange]) -> Result<()> {
    let mut touched: BTreeMap<ClientId, Touched> = BTreeMap::new();
    for row in rows {
        let (clients, came) = touched_by(connection, row)?;
        for client in clients {
            let touched = touched.entry(client).or_default();
            touched.came |= came;
            touched.words |= !came;
        }
    }
    let is_list = touched.len() >= LIST;
    let (now, later): (BTreeMap<_, _>, BTreeMap<_, _>) =
        touched.into_iter().partition(|(_, touched)| touched.words && !is_list);
    wait(connection, &later)?;
    index_touched(connection, now.into_iter().map(|(client, touched)| (client, touched.came)).collect())
}

fn wait(connection: &Connection, clients: &BTreeMap<ClientId, Touched>) -> Result<()> {
    let mut wait = connection.prepare_cached(
        "INSERT OR REPLACE INTO client_to_index (client_id, came)
         VALUES (?1, max(?2, coalesce((SELECT came FROM client_to_index WHERE client_id = ?1), 0)))",
    )?;
    for (client, touched) in clients {
        wait.execute(params![client, touched.came])?;
    }
    Ok(())
}

/// Indexes clients that wait, at most `most` of them, and gives how many. Called in a transaction of its own.
///
/// # Errors
/// What the disk gives.
pub(crate) fn index_waiting(connection: &Connection, most: u32) -> Result<u32> {
    let waiting: Vec<(ClientId, bool)> = connection
        .prepare_cached("SELECT client_id, came FROM client_to_index ORDER BY position LIMIT ?1")?
        .query_map([most], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut done = connection.prepare_cached("DELETE FROM client_to_index WHERE client_id = ?1")?;
    for (client, _) in &waiting {
        done.execute([client])?;
    }
    let indexed = u32::try_from(waiting.len()).unwrap_or(most);
    index_touched(connection, waiting)?;
    Ok(indexed)
}

/// How many clients wait to be indexed.
///
/// # Errors
/// What the disk gives.
pub(crate) fn waiting(connection: &Connection) -> Result<u64> {
    let count: i64 =
        connection.prepare_cached("SELECT count(*) FROM client_to_index")?.query_row([], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Indexes clients, and whether they came, in the order given: who came last comes to stand first.
fn index_touched(connection: &Connection, touched: Vec<(ClientId, bool)>) -> Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    if !any_joined(connection)? {
        return touched.into_iter().try_for_each(|(client, came)| index(connection, &[client], came));
    }
    for (client, came) in touched {
        let survivor = survivor(connection, client)?;
        if survivor != client {
            remove(connection, client)?;
        }
        index(connection, &family(connection, survivor)?, came)?;
    }
    Ok(())
}

/// The clients whose words or place a change may have changed, and whether they came (a visit).
fn touched_by(connection: &Connection, row: &RowChange) -> Result<(Vec<ClientId>, bool)> {
    let changes = |columns: &[&str]| match &row.change {
        Change::Insert(_) | Change::Tombstone => true,
        Change::Patch(changed) => columns.iter().any(|column| changed.contains_key(*column)),
    };
    let none = (Vec::new(), false);
    Ok(match row.table.as_str() {
        "client" if changes(&["name", "other_names", "member_number"]) => {
            (row.id().map(ClientId).into_iter().collect(), false)
        }
        "client_phone" if changes(&["number", "active", "client_id"]) => (
            named(connection, row, &["client_id"], "SELECT client_id FROM client_phone WHERE id = ?1")?,
            false,
        ),
        "client_alias" => {
            let sql = "SELECT loser_id, survivor_id FROM client_alias WHERE id = ?1";
            (named(connection, row, &["loser_id", "survivor_id"], sql)?, false)
        }
        "visit" if matches!(row.change, Change::Insert(_)) => {
            (named(connection, row, &["client_id"], "SELECT client_id FROM visit WHERE id = ?1")?, true)
        }
        _ => none,
    })
}

/// The clients named in a row's columns: in the change where it is the row's birth, else in the row.
fn named(connection: &Connection, row: &RowChange, columns: &[&str], sql: &str) -> Result<Vec<ClientId>> {
    if matches!(row.change, Change::Insert(_)) {
        return Ok(columns.iter().filter_map(|column| row.born_id(column).map(ClientId)).collect());
    }
    let Some(key) = row.id() else { return Ok(Vec::new()) };
    let read = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|column| row.get(column)).collect();
    Ok(connection.prepare_cached(sql)?.query_row([key], read).optional()?.unwrap_or_default())
}

/// Whether any files are joined at all: most clinics' imports need not ask client by client.
fn any_joined(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM client_alias WHERE ended_at IS NULL)";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Writes the words of a family, its survivor first, anew: at their place, or, where they came just now or were
/// not here, at the front.
fn index(connection: &Connection, files: &[ClientId], came: bool) -> Result<()> {
    let client = files[0];
    let Some(findable) = gather(connection, files)? else {
        return remove(connection, client);
    };
    let place = rank(connection, client)?.filter(|_| !came);
    match place {
        Some(rank) => {
            connection.prepare_cached("DELETE FROM client_search WHERE rowid = ?1")?.execute([rank])?;
            write_words(connection, rank, &findable)
        }
        None => {
            remove(connection, client)?;
            connection
                .prepare_cached(
                    "INSERT INTO client_rank (rank, client_id)
                     VALUES ((SELECT coalesce(max(rank), 0) + 1 FROM client_rank), ?1)",
                )?
                .execute([client])?;
            write_words(connection, connection.last_insert_rowid(), &findable)
        }
    }
}

fn write_words(connection: &Connection, rank: i64, findable: &Findable) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO client_search (rowid, words) VALUES (?1, ?2)")?
        .execute(params![rank, tokens::words(findable)])?;
    Ok(())
}

fn remove(connection: &Connection, client: ClientId) -> Result<()> {
    if let Some(rank) = rank(connection, client)? {
        connection.prepare_cached("DELETE FROM client_search WHERE rowid = ?1")?.execute([rank])?;
        connection.prepare_cached("DELETE FROM client_rank WHERE rank = ?1")?.execute([rank])?;
    }
    Ok(())
}

fn rank(connection: &Connection, client: ClientId) -> Result<Option<i64>> {
    let mut statement = connection.prepare_cached("SELECT rank FROM client_rank WHERE client_id = ?1")?;
    Ok(statement.query_row([client], |row| row.get(0)).optional()?)
}

/// What a family is found by; `None` where the survivor's file is not here.
fn gather(connection: &Connection, family: &[ClientId]) -> Result<Option<Findable>> {
    let mut findable = Findable::default();
    for (position, client) in family.iter().enumerate() {
        let found: Option<(String, String, String)> = connection
            .prepare_cached("SELECT name, other_names, member_number FROM client WHERE id = ?1")?
            .query_row([client], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        match found {
            Some((name, other_names, member_number)) => {
                findable.names.push(name);
                findable.other_names.push(other_names);
                findable.member_numbers.push(member_number);
            }
            None if position == 0 => return Ok(None),
            None => {}
        }
        let mut statement =
            connection.prepare_cached("SELECT number FROM client_phone WHERE client_id = ?1 AND active")?;
        for number in statement.query_map([client], |row| row.get(0))? {
            findable.phones.push(number?);
        }
    }
    Ok(Some(findable))
}

/// Drops the index and makes it from the client files: in the order of last visits, clients who never came by
/// the time their file was made. Reads client by client; only ids and times are held in memory.
///
/// # Errors
/// What the disk gives.
pub(crate) fn rebuild(connection: &Connection) -> Result<()> {
    connection.execute_batch(
        "DELETE FROM client_to_index; DELETE FROM client_rank;
         INSERT INTO client_search (client_search) VALUES ('delete-all');",
    )?;
    let order = in_order_of_last_visit(connection)?;
    let any_joined = any_joined(connection)?;
    in_bulk(connection, |connection| {
        let mut place = connection.prepare("INSERT INTO client_rank (rank, client_id) VALUES (?1, ?2)")?;
        for (position, client) in order.iter().enumerate() {
            let files = if any_joined { family(connection, *client)? } else { vec![*client] };
            if let Some(findable) = gather(connection, &files)? {
                let rank = position as i64 + 1;
                place.execute(params![rank, client])?;
                write_words(connection, rank, &findable)?;
            }
        }
        Ok(())
    })
}

/// Every client who can be found, the longest unseen first.
fn in_order_of_last_visit(connection: &Connection) -> Result<Vec<ClientId>> {
    let mut statement = connection.prepare(include_str!("last_seen.sql"))?;
    let seen = statement.query_map([], |row| Ok((row.get(1)?, row.get(0)?)))?;
    let mut seen = seen.collect::<rusqlite::Result<Vec<(i64, ClientId)>>>()?;
    let joined: HashSet<ClientId> = connection
        .prepare("SELECT loser_id FROM client_alias WHERE ended_at IS NULL")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if !joined.is_empty() {
        // A joined file's visits are its survivor's. In a ring the survivor is a loser as well.
        let mut latest: HashMap<ClientId, i64> = HashMap::new();
        for (at, client) in seen.iter().filter(|(_, client)| joined.contains(client)) {
            let latest = latest.entry(survivor(connection, *client)?).or_insert(*at);
            *latest = (*latest).max(*at);
        }
        seen.retain(|(_, client)| !joined.contains(client) || latest.contains_key(client));
        for (at, client) in &mut seen {
            *at = latest.get(client).map_or(*at, |latest| (*latest).max(*at));
        }
    }
    seen.sort_unstable();
    Ok(seen.into_iter().map(|(_, client)| client).collect())
}

/// How much memory FTS5 takes for words before it writes them out, in bytes.
const BULK_MEMORY: i64 = 32 << 20;
const USUAL_MEMORY: i64 = 1 << 20;

/// FTS5 writes out its words whenever they fill its memory: the more memory, the fewer pieces to merge.
fn in_bulk(connection: &Connection, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
    let give = |memory: i64| {
        connection
            .execute("INSERT INTO client_search (client_search, rank) VALUES ('hashsize', ?1)", [memory])
    };
    give(BULK_MEMORY)?;
    work(connection)?;
    give(USUAL_MEMORY)?;
    Ok(())
}
