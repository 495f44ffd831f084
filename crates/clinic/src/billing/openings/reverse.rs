//! Taking opening balances back: as a whole, or those of one client, as long as nothing of them was used.

use rusqlite::params;

use super::said_by;
use super::types::ReverseOpening;
use crate::actor::{Actor, Session};
use crate::billing::refunds;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, OpeningClientId, OpeningReversalId, RefundId, SaleId, StaffId};
use crate::membership::points;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Takes them back. `said`: who said so with a PIN.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::AlreadyReversed`], [`ErrorCode::OpeningUsed`] with the first of those who used
/// some and how many they are, [`ErrorCode::ReasonRequired`], [`ErrorCode::ApprovalRequired`] without a PIN,
/// [`ErrorCode::NotPermitted`] of whose it is. Nothing is taken back then.
pub fn reverse(store: &Store, actor: &Actor, input: &ReverseOpening, said: Option<&Session>) -> Result<()> {
    store.transact(actor, Verb::OpeningReverse, |tx| {
        let approver = said_by(said)?;
        let reason = fields::reason(&input.reason)?;
        let parts = parts(tx, input)?;
        if parts.is_empty() {
            return Err(ErrorCode::NotFound.at("opening"));
        }
        let standing: Vec<&Part> = parts.iter().filter(|part| !part.reversed).collect();
        if standing.is_empty() {
            return Err(ErrorCode::AlreadyReversed.at("opening"));
        }
        let mut used: Vec<&str> = Vec::new();
        for part in &standing {
            if !take_back(tx, part, &reason, approver)? {
                used.push(&part.name);
            }
        }
        if let Some(name) = used.first() {
            return Err(ErrorCode::OpeningUsed.at("opening").with("name", name).with("count", used.len()));
        }
        if let [only] = standing.as_slice() {
            tx.about(only.client);
        }
        tx.detail("clients", standing.len());
        Ok(())
    })
}

struct Part {
    id: OpeningClientId,
    client: ClientId,
    name: String,
    sale: Option<SaleId>,
    reversed: bool,
}

fn parts(tx: &Tx<'_>, input: &ReverseOpening) -> Result<Vec<Part>> {
    let mut statement = tx.connection().prepare_cached(
        "SELECT c.id, c.client_id, client.name, c.sale_id,
                EXISTS (SELECT 1 FROM opening_reversal WHERE opening_client_id = c.id)
         FROM opening_client AS c JOIN client ON client.id = c.client_id
         WHERE c.opening_id = ?1 AND (?2 IS NULL OR c.id = ?2) ORDER BY client.name, c.id",
    )?;
    let rows = statement.query_map(params![input.opening, input.client], |row| {
        Ok(Part {
            id: row.get(0)?,
            client: row.get(1)?,
            name: row.get(2)?,
            sale: row.get(3)?,
            reversed: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// `false` where something was used; the whole is refused then.
fn take_back(tx: &Tx<'_>, part: &Part, reason: &str, approver: StaffId) -> Result<bool> {
    let family = clients::family(tx.connection(), part.client)?;
    let refund: Option<RefundId> = match part.sale {
        None => None,
        Some(sale) => match refunds::opening::take_back(tx, sale, reason, approver)? {
            None => return Ok(false),
            back => back,
        },
    };
    if !points::entries::take_back_opening(tx, &family, part.id, reason, approver)? {
        return Ok(false);
    }
    tx.connection()
        .prepare_cached(
            "INSERT INTO opening_reversal (id, opening_client_id, refund_id, reason, approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            OpeningReversalId(tx.new_id()),
            part.id,
            refund,
            reason,
            approver,
            tx.today(),
            tx.now(),
            tx.staff_id()
        ])?;
    Ok(true)
}
