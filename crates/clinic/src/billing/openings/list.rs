//! Opening balances as they were taken over.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{Opening, OpeningClient, OpeningHead, OpeningTotals};
use crate::actor::Actor;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, OpeningId};
use crate::store::Store;
use crate::verbs::Verb;

/// Which.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfOpening {
    /// Their id.
    pub id: OpeningId,
}

/// Whose.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OpeningsOf {
    /// The client.
    pub client: ClientId,
}

const HEAD: &str = "SELECT o.id, o.file_name, o.clients, o.principal, o.gift, o.deposit, o.sessions, o.paid, o.points,
        o.lifetime, o.business_day, o.at, staff.name, approver.name,
        (SELECT count(DISTINCT r.opening_client_id) FROM opening_client AS c JOIN opening_reversal AS r
             ON r.opening_client_id = c.id WHERE c.opening_id = o.id)
    FROM opening AS o LEFT JOIN staff ON staff.id = o.by LEFT JOIN staff AS approver ON approver.id = o.approved_by";

/// All of them, the latest first.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Vec<OpeningHead>> {
    store.read(actor, Verb::OpeningRead, |read| {
        let connection = read.connection();
        let mut statement = connection.prepare_cached(&format!("{HEAD} ORDER BY o.at DESC, o.id"))?;
        let mut all = statement.query_map([], head)?.collect::<rusqlite::Result<Vec<_>>>()?;
        for one in all.iter_mut().filter(|one| one.totals.clients == 1) {
            one.client = only(connection, one.id)?;
            if let Some(client) = &one.client {
                read.note(client.id);
            }
        }
        Ok(all)
    })
}

/// One of them, by client.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn open(store: &Store, actor: &Actor, input: OfOpening) -> Result<Opening> {
    store.read(actor, Verb::OpeningRead, |read| {
        let connection = read.connection();
        let mut head = connection
            .prepare_cached(&format!("{HEAD} WHERE o.id = ?1"))?
            .query_row([input.id], head)
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("id"))?;
        head.client = if head.totals.clients == 1 { only(connection, input.id)? } else { None };
        let mut statement = connection
            .prepare_cached(&format!("{CLIENT} WHERE c.opening_id = ?1 ORDER BY client.name, c.id"))?;
        let clients = statement.query_map([input.id], client)?.collect::<rusqlite::Result<Vec<_>>>()?;
        for one in &clients {
            read.note(one.client.id);
        }
        Ok(Opening { head, clients })
    })
}

/// A client's, those of files joined with it too, the latest first.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: OpeningsOf) -> Result<Vec<OpeningClient>> {
    store.read(actor, Verb::AccountRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let mut found = Vec::new();
        for file in clients::family(connection, input.client)? {
            let mut statement = connection.prepare_cached(&format!("{CLIENT} WHERE c.client_id = ?1"))?;
            found.extend(statement.query_map([file], client)?.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        found.sort_by_key(|one| std::cmp::Reverse((one.business_day, one.id)));
        Ok(found)
    })
}

/// The day of a family's opening balances that were not taken back.
pub(super) fn day_of(connection: &Connection, family: &[ClientId]) -> Result<Option<NaiveDate>> {
    for file in family {
        let day = connection
            .prepare_cached(
                "SELECT o.business_day FROM opening_client AS c JOIN opening AS o ON o.id = c.opening_id
                 WHERE c.client_id = ?1
                     AND NOT EXISTS (SELECT 1 FROM opening_reversal WHERE opening_client_id = c.id)",
            )?
            .query_row([file], |row| row.get(0))
            .optional()?;
        if day.is_some() {
            return Ok(day);
        }
    }
    Ok(None)
}

fn head(row: &Row<'_>) -> rusqlite::Result<OpeningHead> {
    Ok(OpeningHead {
        id: row.get(0)?,
        file_name: row.get(1)?,
        totals: OpeningTotals {
            clients: row.get(2)?,
            principal: row.get(3)?,
            gift: row.get(4)?,
            deposit: row.get(5)?,
            sessions: row.get(6)?,
            paid: row.get(7)?,
            points: row.get(8)?,
            lifetime: row.get(9)?,
        },
        business_day: row.get(10)?,
        at: row.get(11)?,
        by: row.get(12)?,
        approved_by: row.get(13)?,
        reversed: row.get(14)?,
        client: None,
    })
}

fn only(connection: &Connection, opening: OpeningId) -> Result<Option<ClientRef>> {
    Ok(connection
        .prepare_cached(
            "SELECT client.id, client.name, client.member_number
             FROM opening_client AS c JOIN client ON client.id = c.client_id WHERE c.opening_id = ?1",
        )?
        .query_row([opening], |row| {
            Ok(ClientRef { id: row.get(0)?, name: row.get(1)?, member_number: row.get(2)? })
        })
        .optional()?)
}

const CLIENT: &str = "SELECT c.id, c.opening_id, client.id, client.name, client.member_number, c.sale_id, sale.number,
        c.principal, c.gift, c.deposit, c.sessions, c.paid, c.points, c.lifetime, c.last_year, c.tier, o.business_day,
        (SELECT reason FROM opening_reversal WHERE opening_client_id = c.id ORDER BY at, id LIMIT 1)
    FROM opening_client AS c JOIN opening AS o ON o.id = c.opening_id JOIN client ON client.id = c.client_id
    LEFT JOIN sale ON sale.id = c.sale_id";

fn client(row: &Row<'_>) -> rusqlite::Result<OpeningClient> {
    Ok(OpeningClient {
        id: row.get(0)?,
        opening: row.get(1)?,
        client: ClientRef { id: row.get(2)?, name: row.get(3)?, member_number: row.get(4)? },
        sale: row.get(5)?,
        number: row.get(6)?,
        principal: row.get(7)?,
        gift: row.get(8)?,
        deposit: row.get(9)?,
        sessions: row.get(10)?,
        paid: row.get(11)?,
        points: row.get(12)?,
        lifetime: row.get(13)?,
        last_year: row.get(14)?,
        tier: row.get(15)?,
        business_day: row.get(16)?,
        reversed: row.get(17)?,
    })
}
