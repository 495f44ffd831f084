//! 挂单: a checkout put aside for whoever comes next, and taken up again on any of the clinic's computers.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::cart;
use super::types::SaleInput;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, between};
use crate::ids::{ClientId, HeldSaleId, VisitId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A checkout to put aside.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct HoldSale {
    /// The one that was taken up and is put aside again; `None` for a new one.
    pub id: Option<HeldSaleId>,
    /// As it stands.
    pub sale: SaleInput,
}

/// Which.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfHeld {
    /// Its id.
    pub id: HeldSaleId,
}

/// A checkout that was put aside.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeldSale {
    /// Its id.
    pub id: HeldSaleId,
    /// Whose.
    pub client: ClientRef,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// As it stood.
    pub sale: SaleInput,
    /// What it costs today; `None` where something on it is not sold any more.
    pub total: Option<Fen>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub held_at: i64,
    /// Who.
    pub held_by: Option<String>,
}

/// Puts one aside. Prices are not kept: they are those of the day on which it is paid.
///
/// # Errors
/// [`ErrorCode::HeldSaleEnded`] where it was paid or let go meanwhile, [`ErrorCode::Required`] without a line.
pub fn hold(store: &Store, actor: &Actor, input: &HoldSale) -> Result<HeldSaleId> {
    store.transact(actor, Verb::SaleHold, |tx| {
        let client = clients::survivor(tx.connection(), input.sale.client)?;
        clients::require(tx.connection(), client)?;
        tx.about(client);
        check(&input.sale)?;
        let body =
            serde_json::to_string(&input.sale).map_err(|error| ErrorCode::StorageFailed.because(error))?;
        match input.id {
            None => {
                let id = HeldSaleId(tx.new_id());
                tx.connection().execute(
                    "INSERT INTO held_sale (id, client_id, visit_id, body, held_at, held_by)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                    params![id, client, input.sale.visit, body, tx.now(), tx.staff_id()],
                )?;
                Ok(id)
            }
            Some(id) => {
                require_of(tx, id, client)?;
                let held = tx.connection().execute(
                    "UPDATE held_sale SET body = ?2, held_at = ?3, held_by = ?4
                     WHERE id = ?1 AND ended_at IS NULL",
                    params![id, body, tx.now(), tx.staff_id()],
                )?;
                if held == 0 { Err(ErrorCode::HeldSaleEnded.at("id")) } else { Ok(id) }
            }
        }
    })
}

/// Lets one go.
///
/// # Errors
/// [`ErrorCode::HeldSaleEnded`].
pub fn drop(store: &Store, actor: &Actor, input: OfHeld) -> Result<()> {
    store.transact(actor, Verb::SaleDropHeld, |tx| end(tx, input.id, None))
}

/// What may be kept: every text within its length, so many lines and no more.
fn check(sale: &SaleInput) -> Result<()> {
    if sale.lines.is_empty() {
        return Err(ErrorCode::Required.at("lines"));
    }
    between("lines", sale.lines.len() as i64, 1, cart::LINES_MAX as i64)?;
    fields::optional("discountReason", &sale.discount_reason, LINE_MAX)?;
    fields::optional("noPlanReason", &sale.no_plan_reason, LINE_MAX)?;
    fields::optional("note", &sale.note, LINE_MAX)?;
    for line in &sale.lines {
        fields::optional("note", &line.note, LINE_MAX)?;
    }
    Ok(())
}

/// Refuses one that was put aside for somebody else.
fn require_of(tx: &Tx<'_>, id: HeldSaleId, client: ClientId) -> Result<()> {
    let whose: Option<ClientId> = tx
        .connection()
        .query_row("SELECT client_id FROM held_sale WHERE id = ?1", [id], |row| row.get(0))
        .optional()?;
    let whose = whose.ok_or_else(|| ErrorCode::HeldSaleEnded.at("held"))?;
    if clients::survivor(tx.connection(), whose)? == client {
        Ok(())
    } else {
        Err(ErrorCode::NotFound.at("held"))
    }
}

/// Ends one that is paid, by this client, or let go.
pub(super) fn end(tx: &Tx<'_>, id: HeldSaleId, client: Option<ClientId>) -> Result<()> {
    if let Some(client) = client {
        require_of(tx, id, client)?;
    }
    let ended = tx.connection().execute(
        "UPDATE held_sale SET ended_at = ?2, ended_by = ?3 WHERE id = ?1 AND ended_at IS NULL",
        params![id, tx.now(), tx.staff_id()],
    )?;
    if ended == 0 { Err(ErrorCode::HeldSaleEnded.at("held")) } else { Ok(()) }
}

/// Those that are put aside, the longest first.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor) -> Result<Vec<HeldSale>> {
    store.read(actor, Verb::SaleRead, |read| all(read.connection(), read.today(), None))
}

/// All of them, or one family's. What a newer program put aside in a way that is not known here is left to it.
pub(super) fn all(
    connection: &Connection,
    today: chrono::NaiveDate,
    family: Option<&[ClientId]>,
) -> Result<Vec<HeldSale>> {
    let mut statement = connection.prepare_cached(
        "SELECT h.id, client.id, client.name, member_number, h.visit_id, h.body, h.held_at, staff.name
         FROM held_sale AS h JOIN client ON client.id = h.client_id LEFT JOIN staff ON staff.id = h.held_by
         WHERE h.ended_at IS NULL ORDER BY h.held_at, h.id",
    )?;
    let rows = statement.query_map([], |row| {
        let body: String = row.get(5)?;
        let Ok(sale) = serde_json::from_str::<SaleInput>(&body) else { return Ok(None) };
        Ok(Some(HeldSale {
            id: row.get(0)?,
            client: ClientRef { id: row.get(1)?, name: row.get(2)?, member_number: row.get(3)? },
            visit: row.get(4)?,
            sale,
            total: None,
            held_at: row.get(6)?,
            held_by: row.get(7)?,
        }))
    })?;
    let mut held: Vec<HeldSale> = rows.collect::<rusqlite::Result<Vec<_>>>()?.into_iter().flatten().collect();
    held.retain(|held| family.is_none_or(|family| family.contains(&held.client.id)));
    for one in &mut held {
        one.total = cart::read(connection, today, &one.sale).ok().map(|cart| cart.total);
    }
    Ok(held)
}
