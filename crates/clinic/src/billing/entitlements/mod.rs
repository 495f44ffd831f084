//! Entitlements 待执行项目: the sessions that a client has bought or been given. A signed treatment redeems one; its
//! part of what was paid is the revenue that was executed 执行.
//!
//! What is left of one is derived from its entries ([`fold`]). Sessions become those of another procedure or of another
//! client, or nobody's, by a change ([`changes`]).

pub mod changes;
mod fold;
pub mod history;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::fold::Noted;
use super::price::portion;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::open::client_of;
use crate::clients;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::ids::{
    ClientId, EntitlementChangeId, EntitlementEntryId, EntitlementId, PlanLineId, ProcedureId, RefundId,
    SaleId, SaleLineId, SettlementId, SignedTreatmentId,
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
        /// They went back with a refund.
        Refunded = "refunded",
        /// They count no more, or do again.
        Voided = "voided",
        /// They became sessions of another procedure, or were such.
        Converted = "converted",
        /// They became another client's, or were such.
        Transferred = "transferred",
        /// The owner made good what two computers gave away while apart.
        Settled = "settled",
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
    /// How many went back.
    #[ts(type = "number")]
    pub returned: i64,
    /// How many became others, or another client's.
    #[ts(type = "number")]
    pub away: i64,
    /// How many count no more.
    #[ts(type = "number")]
    pub voided: i64,
    /// How many are left; below nothing where two computers redeemed the same while apart.
    #[ts(type = "number")]
    pub left: i64,
    /// Of one session, by the list of that day.
    pub list_price: Fen,
    /// For all sessions.
    pub paid: Fen,
    /// What of it went back.
    pub refunded: Fen,
    /// What of it went with sessions that became others.
    pub moved: Fen,
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
    /// The one that it was made of.
    pub from: Option<EntitlementId>,
    /// Whether it was had before this program.
    pub opening: bool,
    /// Of a sale's: who has it now, where that is not who bought it; empty elsewhere.
    pub holder: String,
    /// By which sale.
    pub sale: SaleId,
    /// By which line of it.
    pub line: SaleLineId,
    /// The sale's number.
    pub number: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

impl Entitlement {
    /// What of its price was executed 执行, or kept of sessions that count no more, in fen.
    pub(super) fn executed(&self) -> i64 {
        self.paid.0 - self.refunded.0 - self.moved.0 - self.unredeemed.0
    }

    /// How many sessions were had, or count no more; what the owner made good is none of them.
    pub(super) fn had(&self) -> i64 {
        self.sessions - self.left - self.returned - self.away
    }
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

const COLUMNS: &str =
    "e.id, e.procedure_id, e.name, e.standard_name, e.card_name, e.sessions, e.list_price, e.paid,
    e.gift, e.expires_on, e.plan_line_id, e.sale_id, e.line_id, sale.number, e.at, e.client_id, e.from_id,
    sale.opening_id IS NOT NULL, n.id, n.at, n.kind, n.sessions, n.executed, n.refunded, n.moved, n.signed_id,
    (SELECT coalesce(reverses, id) FROM entitlement_change WHERE id = n.change_id), n.refund_id";

/// Those that `which` asks for, in the order of its index, each with what came of it.
fn select(
    connection: &Connection,
    which: &str,
    of: impl ToSql,
    today: NaiveDate,
) -> Result<Vec<(ClientId, Entitlement)>> {
    select_with(connection, which, of, today, |_| {})
}

/// The same; `show` is shown the entries of each, folded. The entries of each follow it, so that nothing need be sorted
/// or grouped.
fn select_with(
    connection: &Connection,
    which: &str,
    of: impl ToSql,
    today: NaiveDate,
    mut show: impl FnMut(&[Noted]),
) -> Result<Vec<(ClientId, Entitlement)>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM entitlement AS e JOIN sale ON sale.id = e.sale_id
         LEFT JOIN entitlement_entry AS n ON n.entitlement_id = e.id WHERE {which}"
    ))?;
    let mut all: Vec<(ClientId, Entitlement)> = Vec::new();
    let mut entries: Vec<Noted> = Vec::new();
    let mut rows = statement.query([of])?;
    while let Some(row) = rows.next()? {
        let id: EntitlementId = row.get(0)?;
        if all.last().is_none_or(|(_, last)| last.id != id) {
            if let Some((_, last)) = all.last_mut() {
                fold::fold(last, &mut entries);
                show(&entries);
            }
            entries.clear();
            all.push((row.get(15)?, read(row, today)?));
        }
        if let Some(id) = row.get::<_, Option<EntitlementEntryId>>(18)? {
            entries.push(Noted {
                id,
                at: row.get(19)?,
                kind: row.get(20)?,
                sessions: row.get(21)?,
                executed: row.get(22)?,
                written: row.get(22)?,
                refunded: row.get(23)?,
                moved: row.get(24)?,
                signed: row.get(25)?,
                change: row.get(26)?,
                refund: row.get(27)?,
            });
        }
    }
    if let Some((_, last)) = all.last_mut() {
        fold::fold(last, &mut entries);
        show(&entries);
    }
    Ok(all)
}

/// As it was sold.
fn read(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<Entitlement> {
    let (sessions, paid): (i64, Fen) = (row.get(5)?, row.get(7)?);
    let expires_on: Option<NaiveDate> = row.get(9)?;
    Ok(Entitlement {
        id: row.get(0)?,
        procedure: row.get(1)?,
        name: row.get(2)?,
        standard_name: row.get(3)?,
        card_name: row.get(4)?,
        sessions,
        returned: 0,
        away: 0,
        voided: 0,
        left: sessions,
        list_price: row.get(6)?,
        paid,
        refunded: Fen(0),
        moved: Fen(0),
        unredeemed: paid,
        gift: row.get(8)?,
        expires_on,
        expired: expires_on.is_some_and(|day| day < today),
        plan_line: row.get(10)?,
        from: row.get(16)?,
        opening: row.get(17)?,
        holder: String::new(),
        sale: row.get(11)?,
        line: row.get(12)?,
        number: row.get(13)?,
        at: row.get(14)?,
    })
}

pub(super) fn of_family(
    connection: &Connection,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<Vec<Entitlement>> {
    let mut all = Vec::new();
    for client in family {
        let own = select(connection, "e.client_id = ?1 ORDER BY e.at, e.id", client, today)?;
        all.extend(own.into_iter().map(|(_, one)| one));
    }
    // What ends comes before what does not; what was paid for before what was given on top.
    all.sort_by_key(|one| (one.expires_on.is_none(), one.expires_on, one.gift, one.at, one.id));
    Ok(all)
}

/// What of one sale is there to be had.
pub(super) fn of_sale(connection: &Connection, sale: SaleId, today: NaiveDate) -> Result<Vec<Entitlement>> {
    let mut all = select(connection, "e.sale_id = ?1 ORDER BY e.id", sale, today)?;
    for (client, one) in all.iter_mut().filter(|(_, one)| one.from.is_some()) {
        one.holder = holder(connection, sale, *client)?;
    }
    Ok(all.into_iter().map(|(_, one)| one).collect())
}

/// What of a sale's price an entry executed.
pub(crate) struct Executed {
    pub(crate) entry: EntitlementEntryId,
    pub(crate) at: i64,
    /// The refund that wrote it.
    pub(crate) refund: Option<RefundId>,
    /// Whether the sessions count no more, and were not had.
    pub(crate) voided: bool,
    /// In fen, signed.
    pub(crate) amount: i64,
}

/// What of a sale's price was executed, entry by entry.
pub(crate) fn executed_of(connection: &Connection, sale: SaleId) -> Result<Vec<Executed>> {
    let mut all = Vec::new();
    select_with(connection, "e.sale_id = ?1 ORDER BY e.id", sale, NaiveDate::MIN, |entries| {
        let executed = fold::executed_at(entries).filter(|(_, amount)| *amount != 0);
        all.extend(executed.map(|(entry, amount)| Executed {
            entry: entry.id,
            at: entry.at,
            refund: entry.refund,
            voided: entry.kind == EntitlementCause::Voided,
            amount,
        }));
    })?;
    Ok(all)
}

/// The name of who has what a sale sold; empty for who bought it.
fn holder(connection: &Connection, sale: SaleId, client: ClientId) -> Result<String> {
    let has = clients::survivor(connection, client)?;
    if has == clients::survivor(connection, client_of(connection, sale)?)? {
        return Ok(String::new());
    }
    Ok(connection
        .prepare_cached("SELECT name FROM client WHERE id = ?1")?
        .query_row([has], |row| row.get(0))?)
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
    select(connection, "e.id = ?1", id, today)?.pop().ok_or_else(|| ErrorCode::NotFound.at("entitlement"))
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
    let change = Change { executed, signed: Some(signed), ..Change::of(EntitlementCause::Redeemed, -1) };
    write(tx, id, &change)
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
            let (_, now) = one(tx.connection(), id, tx.today())?;
            // What a refund took of the price of a session that was had does not come back with it.
            let change = Change {
                executed: Fen(-executed.min(now.executed().max(0))),
                signed: Some(signed),
                ..Change::of(EntitlementCause::GivenBack, -sessions)
            };
            write(tx, id, &change)
        }
        None => Ok(()),
    }
}

/// The owner makes good sessions that were had twice.
pub(crate) fn make_good(
    tx: &Tx<'_>,
    id: EntitlementId,
    sessions: i64,
    settlement: SettlementId,
) -> Result<()> {
    write(tx, id, &Change { settlement: Some(settlement), ..Change::of(EntitlementCause::Settled, sessions) })
}

/// Sessions that are given.
pub(super) struct Given<'a> {
    pub(super) client: ClientId,
    pub(super) sale: SaleId,
    pub(super) line: SaleLineId,
    pub(super) plan_line: Option<PlanLineId>,
    pub(super) procedure: ProcedureId,
    pub(super) name: &'a str,
    pub(super) standard_name: &'a str,
    pub(super) card_name: &'a str,
    pub(super) sessions: i64,
    /// Of one.
    pub(super) list_price: Fen,
    /// For all of them.
    pub(super) paid: Fen,
    pub(super) gift: bool,
    pub(super) expires_on: Option<NaiveDate>,
    /// What they were made of.
    pub(super) from: Option<EntitlementId>,
}

pub(super) fn give(tx: &Tx<'_>, given: &Given<'_>) -> Result<EntitlementId> {
    let id = EntitlementId(tx.new_id());
    tx.connection()
        .prepare_cached(
            "INSERT INTO entitlement (id, client_id, sale_id, line_id, plan_line_id, procedure_id, name,
                 standard_name, card_name, sessions, list_price, paid, gift, expires_on, from_id, at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(params![
            id,
            given.client,
            given.sale,
            given.line,
            given.plan_line,
            given.procedure,
            given.name,
            given.standard_name,
            given.card_name,
            given.sessions,
            given.list_price,
            given.paid,
            given.gift,
            given.expires_on,
            given.from,
            tx.now()
        ])?;
    Ok(id)
}

/// What changes an entitlement.
#[derive(Clone)]
pub(super) struct Change {
    pub(super) kind: EntitlementCause,
    /// Signed.
    pub(super) sessions: i64,
    /// Signed.
    pub(super) executed: Fen,
    /// Signed.
    pub(super) refunded: Fen,
    /// Signed.
    pub(super) moved: Fen,
    pub(super) signed: Option<SignedTreatmentId>,
    pub(super) refund: Option<RefundId>,
    pub(super) change: Option<EntitlementChangeId>,
    pub(super) settlement: Option<SettlementId>,
}

impl Change {
    /// Of sessions alone.
    pub(super) fn of(kind: EntitlementCause, sessions: i64) -> Change {
        Change {
            kind,
            sessions,
            executed: Fen(0),
            refunded: Fen(0),
            moved: Fen(0),
            signed: None,
            refund: None,
            change: None,
            settlement: None,
        }
    }
}

pub(super) fn write(tx: &Tx<'_>, id: EntitlementId, change: &Change) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO entitlement_entry
                 (id, entitlement_id, kind, sessions, executed, refunded, moved, signed_id, refund_id, change_id,
                  settlement_id, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            EntitlementEntryId(tx.new_id()),
            id,
            change.kind,
            change.sessions,
            change.executed,
            change.refunded,
            change.moved,
            change.signed,
            change.refund,
            change.change,
            change.settlement,
            tx.now(),
            tx.staff_id()
        ])?;
    Ok(())
}
