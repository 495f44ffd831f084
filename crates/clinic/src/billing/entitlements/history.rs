//! What came of an entitlement, step by step, as the client can be shown it.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::changes::{AgreedHow, EntitlementChangeKind};
use super::fold::{Noted, fold};
use super::{Entitlement, EntitlementCause, one};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{
    EntitlementChangeId, EntitlementEntryId, EntitlementId, SaleId, SettlementId, SignedTreatmentId,
};
use crate::store::Store;
use crate::verbs::Verb;

/// Of which.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfEntitlement {
    /// Its id.
    pub id: EntitlementId,
}

/// How a client agreed to a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AgreementNoted {
    /// How.
    pub how: AgreedHow,
    /// In words.
    pub note: String,
}

/// Sessions that became others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntitlementChange {
    /// Its id.
    pub id: EntitlementChangeId,
    /// What became of them.
    pub kind: EntitlementChangeKind,
    /// The entitlement that they were of.
    pub from: EntitlementId,
    /// What they were.
    pub from_name: String,
    /// Whose.
    pub from_client: ClientRef,
    /// How many.
    #[ts(type = "number")]
    pub sessions: i64,
    /// The entitlement that they became.
    pub into: Option<EntitlementId>,
    /// What they became; empty where they count no more.
    pub into_name: String,
    /// How many.
    #[ts(type = "number")]
    pub into_sessions: i64,
    /// Whose.
    pub into_client: Option<ClientRef>,
    /// Whether it takes one back.
    pub reverses: bool,
    /// Whether it was taken back.
    pub reversed: bool,
    /// Why.
    pub reason: String,
    /// The consent of who had them.
    pub giver: Option<AgreementNoted>,
    /// The consent of who has them now.
    pub taker: Option<AgreementNoted>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who did it.
    pub by: Option<String>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntitlementEntry {
    /// Its id.
    pub id: EntitlementEntryId,
    /// Why.
    pub cause: EntitlementCause,
    /// Signed.
    #[ts(type = "number")]
    pub sessions: i64,
    /// What is left after it.
    #[ts(type = "number")]
    pub after: i64,
    /// What of the price was executed by it; signed.
    pub executed: Fen,
    /// What of the price went back by it; signed.
    pub refunded: Fen,
    /// What of the price went with the sessions; signed.
    pub moved: Fen,
    /// The treatment that redeemed it.
    pub record: Option<SignedTreatmentId>,
    /// Who signed that.
    pub doctor: Option<String>,
    /// The number of the refund.
    pub refund: Option<String>,
    /// The refund's sale.
    pub sale: Option<SaleId>,
    /// What they became, or were.
    pub change: Option<EntitlementChange>,
    /// Why the owner made it good.
    pub settlement: Option<String>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
}

/// An entitlement and what came of it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EntitlementHistory {
    /// It.
    pub entitlement: Entitlement,
    /// Whose.
    pub client: ClientRef,
    /// What it was made of; `None` where it was sold as it is.
    pub made_by: Option<EntitlementChange>,
    /// In the order of time.
    pub entries: Vec<EntitlementEntry>,
}

/// What came of one.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn history(store: &Store, actor: &Actor, input: OfEntitlement) -> Result<EntitlementHistory> {
    store.read(actor, Verb::EntitlementRead, |read| {
        let connection = read.connection();
        let (client, entitlement) = one(connection, input.id, read.today())?;
        read.note(client);
        let client =
            clients::reference(connection, client)?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
        let made_by = match entitlement.from {
            Some(_) => changed(connection, "c.into_id = ?1 AND c.reverses IS NULL", input.id.0)?,
            None => None,
        };
        let entries = entries(connection, &entitlement)?;
        Ok(EntitlementHistory { entitlement, client, made_by, entries })
    })
}

fn client_at(row: &Row<'_>, at: usize) -> rusqlite::Result<ClientRef> {
    Ok(ClientRef { id: row.get(at)?, name: row.get(at + 1)?, member_number: row.get(at + 2)? })
}

/// What an entry says besides its amounts.
struct Told {
    record: Option<SignedTreatmentId>,
    doctor: Option<String>,
    refund: Option<String>,
    sale: Option<SaleId>,
    change: Option<EntitlementChangeId>,
    settlement: Option<SettlementId>,
    by: Option<String>,
}

fn entries(connection: &Connection, entitlement: &Entitlement) -> Result<Vec<EntitlementEntry>> {
    let mut statement = connection.prepare_cached(
        "SELECT n.id, n.at, n.kind, n.sessions, n.executed, n.refunded, n.moved, n.signed_id, doctor.name,
                refund.number, refund.sale_id, n.change_id, n.settlement_id, staff.name,
                (SELECT coalesce(reverses, id) FROM entitlement_change WHERE id = n.change_id), n.refund_id
         FROM entitlement_entry AS n LEFT JOIN staff ON staff.id = n.by LEFT JOIN refund ON refund.id = n.refund_id
         LEFT JOIN signed_treatment AS record ON record.id = n.signed_id
         LEFT JOIN staff AS doctor ON doctor.id = record.doctor_id
         WHERE n.entitlement_id = ?1",
    )?;
    let rows = statement.query_map([entitlement.id], |row| {
        let noted = Noted {
            id: row.get(0)?,
            at: row.get(1)?,
            kind: row.get(2)?,
            sessions: row.get(3)?,
            executed: row.get(4)?,
            written: row.get(4)?,
            refunded: row.get(5)?,
            moved: row.get(6)?,
            signed: row.get(7)?,
            change: row.get(14)?,
            refund: row.get(15)?,
        };
        let told = Told {
            record: row.get(7)?,
            doctor: row.get(8)?,
            refund: row.get(9)?,
            sale: row.get(10)?,
            change: row.get(11)?,
            settlement: row.get(12)?,
            by: row.get(13)?,
        };
        Ok((noted, told))
    })?;
    let (mut noted, mut told): (Vec<Noted>, std::collections::HashMap<EntitlementEntryId, Told>) =
        (Vec::new(), std::collections::HashMap::new());
    for row in rows {
        let (entry, rest) = row?;
        told.insert(entry.id, rest);
        noted.push(entry);
    }
    let mut sold = Entitlement { left: entitlement.sessions, ..entitlement.clone() };
    fold(&mut sold, &mut noted);
    let mut after = entitlement.sessions;
    let mut entries = Vec::with_capacity(noted.len());
    for entry in noted {
        let Some(told) = told.remove(&entry.id) else { continue };
        after += entry.sessions;
        entries.push(EntitlementEntry {
            id: entry.id,
            cause: entry.kind,
            sessions: entry.sessions,
            after,
            executed: Fen(entry.executed),
            refunded: Fen(entry.refunded),
            moved: Fen(entry.moved),
            record: told.record,
            doctor: told.doctor,
            refund: told.refund,
            sale: told.sale,
            change: match told.change {
                Some(change) => changed(connection, "c.id = ?1", change.0)?,
                None => None,
            },
            settlement: match told.settlement {
                Some(id) => connection
                    .prepare_cached("SELECT reason FROM settlement WHERE id = ?1")?
                    .query_row([id], |row| row.get(0))
                    .optional()?,
                None => None,
            },
            at: entry.at,
            by: told.by,
        });
    }
    Ok(entries)
}

fn changed(connection: &Connection, which: &str, of: uuid::Uuid) -> Result<Option<EntitlementChange>> {
    let found = connection
        .prepare_cached(&format!(
            "SELECT c.id, c.kind, e.name, giver.id, giver.name, giver.member_number, c.sessions,
                    coalesce(became.name, ''), coalesce(became.sessions, 0), taker.id, taker.name, taker.member_number,
                    c.reverses IS NOT NULL, EXISTS (SELECT 1 FROM entitlement_change WHERE reverses = c.id),
                    c.reason, c.giver_agreed, c.giver_note, c.taker_agreed, c.taker_note, approver.name, c.at,
                    staff.name, c.entitlement_id, c.into_id
             FROM entitlement_change AS c JOIN entitlement AS e ON e.id = c.entitlement_id
             JOIN client AS giver ON giver.id = c.client_id
             LEFT JOIN entitlement AS became ON became.id = c.into_id
             LEFT JOIN client AS taker ON taker.id = c.into_client_id
             LEFT JOIN staff AS approver ON approver.id = c.approved_by LEFT JOIN staff ON staff.id = c.by
             WHERE {which} ORDER BY c.at, c.id LIMIT 1"
        ))?
        .query_row(params![of], |row| {
            let agreed = |at: usize| -> rusqlite::Result<Option<AgreementNoted>> {
                let how: String = row.get(at)?;
                let known = AgreedHow::ALL.iter().copied().find(|known| known.as_str() == how);
                let note = row.get(at + 1)?;
                Ok(known.map(|how| AgreementNoted { how, note }))
            };
            Ok(EntitlementChange {
                id: row.get(0)?,
                kind: row.get(1)?,
                from: row.get(22)?,
                into: row.get(23)?,
                from_name: row.get(2)?,
                from_client: client_at(row, 3)?,
                sessions: row.get(6)?,
                into_name: row.get(7)?,
                into_sessions: row.get(8)?,
                into_client: match row.get::<_, Option<crate::ids::ClientId>>(9)? {
                    Some(_) => Some(client_at(row, 9)?),
                    None => None,
                },
                reverses: row.get(12)?,
                reversed: row.get(13)?,
                reason: row.get(14)?,
                giver: agreed(15)?,
                taker: agreed(17)?,
                approved_by: row.get(19)?,
                at: row.get(20)?,
                by: row.get(21)?,
            })
        })
        .optional()?;
    Ok(found)
}
