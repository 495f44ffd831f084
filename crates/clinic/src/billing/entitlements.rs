//! Entitlements 待执行项目: the sessions that a client has bought or been given. A signed treatment redeems one; its
//! part of what was paid is the revenue that was executed 执行.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::price::portion;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::ids::{
    ClientId, EntitlementEntryId, EntitlementId, PlanLineId, ProcedureId, SaleId, SignedTreatmentId,
};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// Why sessions are fewer or more.
    EntitlementCause {
        /// A signed treatment took one.
        Redeemed = "redeemed",
        /// The record was withdrawn.
        GivenBack = "given_back",
    }
}

/// Whose entitlements.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct EntitlementsOf {
    /// The client.
    pub client: ClientId,
    /// Those that are used up or over as well.
    pub all: bool,
}

/// Sessions of a procedure that a client has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Entitlement {
    /// Its id.
    pub id: EntitlementId,
    /// Of which procedure.
    pub procedure: ProcedureId,
    /// Its name when it was sold.
    pub name: String,
    /// Its standard name then.
    pub standard_name: String,
    /// The card that it came on; empty for none.
    pub card_name: String,
    /// How many there were.
    #[ts(type = "number")]
    pub sessions: i64,
    /// How many are left; below nothing where two computers redeemed the same while apart.
    #[ts(type = "number")]
    pub left: i64,
    /// Of one session, by the list of that day.
    pub list_price: Fen,
    /// For all sessions.
    pub paid: Fen,
    /// What of it was paid for the sessions that are left.
    pub unredeemed: Fen,
    /// Given on top.
    pub gift: bool,
    /// The last day.
    pub expires_on: Option<NaiveDate>,
    /// Whether that day is over.
    pub expired: bool,
    /// The plan's line that asked for it.
    pub plan_line: Option<PlanLineId>,
    /// By which sale.
    pub sale: SaleId,
    /// The sale's number.
    pub number: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

/// A client's entitlements, those of files joined with it too: what ends first before the others.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: EntitlementsOf) -> Result<Vec<Entitlement>> {
    store.read(actor, Verb::EntitlementRead, |read| {
        read.note(input.client);
        let family = clients::family(read.connection(), input.client)?;
        let mut all = of_family(read.connection(), &family, read.today())?;
        if !input.all {
            all.retain(|entitlement| entitlement.left != 0 && !entitlement.expired);
        }
        Ok(all)
    })
}

const COLUMNS: &str = "e.id, e.procedure_id, e.name, e.standard_name, e.card_name, e.sessions,
    coalesce((SELECT sum(sessions) FROM entitlement_entry WHERE entitlement_id = e.id), 0),
    coalesce((SELECT sum(executed) FROM entitlement_entry WHERE entitlement_id = e.id), 0),
    e.list_price, e.paid, e.gift, e.expires_on, e.plan_line_id, e.sale_id, sale.number, e.at";

fn read(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<Entitlement> {
    let (sessions, changed, executed): (i64, i64, i64) = (row.get(5)?, row.get(6)?, row.get(7)?);
    let (paid, expires_on): (Fen, Option<NaiveDate>) = (row.get(9)?, row.get(11)?);
    Ok(Entitlement {
        id: row.get(0)?,
        procedure: row.get(1)?,
        name: row.get(2)?,
        standard_name: row.get(3)?,
        card_name: row.get(4)?,
        sessions,
        left: sessions + changed,
        list_price: row.get(8)?,
        paid,
        unredeemed: Fen(paid.0 - executed),
        gift: row.get(10)?,
        expires_on,
        expired: expires_on.is_some_and(|day| day < today),
        plan_line: row.get(12)?,
        sale: row.get(13)?,
        number: row.get(14)?,
        at: row.get(15)?,
    })
}

pub(super) fn of_family(
    connection: &Connection,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<Vec<Entitlement>> {
    let mut all = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM entitlement AS e JOIN sale ON sale.id = e.sale_id WHERE e.client_id = ?1"
        ))?;
        let rows = statement.query_map([client], |row| read(row, today))?;
        all.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    // What ends comes before what does not; what was paid for before what was given on top.
    all.sort_by_key(|one| (one.expires_on.is_none(), one.expires_on, one.gift, one.at, one.id));
    Ok(all)
}

/// What of one sale is there to be had.
pub(super) fn of_sale(connection: &Connection, sale: SaleId, today: NaiveDate) -> Result<Vec<Entitlement>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM entitlement AS e JOIN sale ON sale.id = e.sale_id
         WHERE e.sale_id = ?1 ORDER BY e.id"
    ))?;
    let rows = statement.query_map([sale], |row| read(row, today))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One of them.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub(crate) fn one(
    connection: &Connection,
    id: EntitlementId,
    today: NaiveDate,
) -> Result<(ClientId, Entitlement)> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, e.client_id FROM entitlement AS e JOIN sale ON sale.id = e.sale_id WHERE e.id = ?1"
        ))?
        .query_row([id], |row| Ok((row.get(16)?, read(row, today)?)))
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("entitlement"))
}

/// Takes one session for a signed treatment. Whether it may be taken is the signature's question.
pub(crate) fn redeem(tx: &Tx<'_>, id: EntitlementId, signed: SignedTreatmentId) -> Result<()> {
    let (_, entitlement) = one(tx.connection(), id, tx.today())?;
    // An equal part of what is left, so that the last session takes the last fen. Beyond what was there, nothing was
    // paid with it.
    let executed = match entitlement.left {
        left if left > 0 => portion(entitlement.unredeemed, 0, 1, left),
        _ => Fen(0),
    };
    write(tx, id, EntitlementCause::Redeemed, -1, executed, signed)
}

/// Gives back what a record took that is withdrawn.
pub(crate) fn give_back(tx: &Tx<'_>, signed: SignedTreatmentId) -> Result<()> {
    let taken: Option<(EntitlementId, i64, i64)> = tx
        .connection()
        .prepare_cached(
            "SELECT entitlement_id, sum(sessions), sum(executed) FROM entitlement_entry WHERE signed_id = ?1
             GROUP BY entitlement_id HAVING sum(sessions) <> 0",
        )?
        .query_row([signed], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    match taken {
        Some((id, sessions, executed)) => {
            write(tx, id, EntitlementCause::GivenBack, -sessions, Fen(-executed), signed)
        }
        None => Ok(()),
    }
}

fn write(
    tx: &Tx<'_>,
    id: EntitlementId,
    kind: EntitlementCause,
    sessions: i64,
    executed: Fen,
    signed: SignedTreatmentId,
) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO entitlement_entry (id, entitlement_id, kind, sessions, executed, signed_id, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            EntitlementEntryId(tx.new_id()),
            id,
            kind,
            sessions,
            executed,
            signed,
            tx.now(),
            tx.staff_id()
        ])?;
    Ok(())
}
