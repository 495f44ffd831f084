//! A client's money kept here: stored value 储值 (principal 本金 and gift 赠送 apart), deposits 定金, and what the
//! client owes. Balances are sums of entries, never facts of their own.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::price::spread;
use super::types::Pot;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::words;
use crate::error::{ErrorCode, Result};
use crate::ids::{AccountEntryId, ClientId, PaymentId, RefundId, SaleId, SaleLineId, SettlementId};
use crate::settings::{self, SettingKey};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// Why an account changed.
    AccountCause {
        /// It was sold: money came in.
        Sold = "sold",
        /// Something was paid with it.
        Paid = "paid",
        /// What was paid with it went back.
        Returned = "returned",
        /// A refund stays here.
        Kept = "kept",
        /// It went back to the client.
        Refunded = "refunded",
        /// The owner made good what two computers spent twice.
        Settled = "settled",
    }
}

/// Whose account.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct AccountOf {
    /// The client.
    pub client: ClientId,
    /// How many of the latest entries.
    pub entries: u32,
}

/// What a client has here, and owes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Balances {
    /// 储值本金.
    pub principal: Fen,
    /// 储值赠送.
    pub gift: Fen,
    /// 定金.
    pub deposit: Fen,
    /// 欠款.
    pub owed: Fen,
}

impl Balances {
    /// What both parts of stored value are together, nothing below nothing: what one is overdrawn by is not there in the
    /// other.
    pub(super) fn stored_value(&self) -> Fen {
        Fen((self.principal.0 + self.gift.0).max(0))
    }

    pub(super) fn pot(&mut self, pot: Pot) -> &mut Fen {
        match pot {
            Pot::Principal => &mut self.principal,
            Pot::Gift => &mut self.gift,
            Pot::Deposit => &mut self.deposit,
        }
    }
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AccountEntry {
    /// Its id.
    pub id: AccountEntryId,
    /// Of what.
    pub pot: Pot,
    /// Signed.
    pub amount: Fen,
    /// What the pot holds after it.
    pub after: Fen,
    /// Why.
    pub cause: AccountCause,
    /// The sale that sold it or was paid with it.
    pub sale: Option<SaleId>,
    /// The sale's number.
    pub number: Option<String>,
    /// The number of the refund that did it.
    pub refund: Option<String>,
    /// Whether it was had before this program.
    pub opening: bool,
    /// Why the owner made it good.
    pub reason: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who.
    pub by: Option<String>,
}

/// A debt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Debt {
    /// Of which sale.
    pub sale: SaleId,
    /// Its number.
    pub number: String,
    /// What was left to pay.
    pub amount: Fen,
    /// What still is; below nothing where two computers were paid the same while apart.
    pub owed: Fen,
    /// Until when.
    pub due_on: chrono::NaiveDate,
    /// Whether that day is over.
    pub overdue: bool,
    /// Why.
    pub reason: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
}

/// A statement that the client understands.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Account {
    /// What there is.
    pub balances: Balances,
    /// What came from what, the latest first.
    pub entries: Vec<AccountEntry>,
    /// Whether there are earlier ones.
    pub more: bool,
    /// What is owed, the earliest due first.
    pub debts: Vec<Debt>,
}

/// Reads a client's account, that of files joined with it too.
///
/// # Errors
/// What the disk gives.
pub fn of_client(store: &Store, actor: &Actor, input: AccountOf) -> Result<Account> {
    store.read(actor, Verb::AccountRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let family = clients::family(connection, input.client)?;
        let balances = balances(connection, &family)?;
        let mut entries = entries(connection, &family, &balances, i64::from(input.entries) + 1)?;
        let more = entries.len() > input.entries as usize;
        entries.truncate(input.entries as usize);
        Ok(Account { balances, entries, more, debts: debts(connection, &family, read.today())? })
    })
}

/// What a family has and owes.
pub(super) fn balances(connection: &Connection, family: &[ClientId]) -> Result<Balances> {
    let mut balances = Balances::default();
    for client in family {
        let mut statement = connection
            .prepare_cached("SELECT pot, sum(amount) FROM account_entry WHERE client_id = ?1 GROUP BY pot")?;
        let rows = statement.query_map([client], |row| Ok((row.get::<_, Pot>(0)?, row.get::<_, i64>(1)?)))?;
        for row in rows {
            let (pot, sum) = row?;
            balances.pot(pot).0 += sum;
        }
        // What one debt was overpaid by pays for no other.
        balances.owed.0 += connection
            .prepare_cached(concat!(
                "SELECT coalesce(sum(owed), 0) FROM (",
                include_str!("debts.sql"),
                ") WHERE owed > 0"
            ))?
            .query_row([client], |row| row.get::<_, i64>(0))?;
    }
    Ok(balances)
}

/// The latest entries; what stood after each is what stands now without those that came later.
fn entries(
    connection: &Connection,
    family: &[ClientId],
    now: &Balances,
    most: i64,
) -> Result<Vec<AccountEntry>> {
    let mut entries = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT e.id, e.pot, e.amount, e.cause, e.sale_id, sale.number, e.at, staff.name, refund.number,
                    sale.opening_id IS NOT NULL, coalesce(settlement.reason, '')
             FROM account_entry AS e LEFT JOIN sale ON sale.id = e.sale_id LEFT JOIN staff ON staff.id = e.by
             LEFT JOIN refund ON refund.id = e.refund_id LEFT JOIN settlement ON settlement.id = e.settlement_id
             WHERE e.client_id = ?1 ORDER BY e.at DESC, e.id DESC LIMIT ?2",
        )?;
        let rows = statement.query_map(params![client, most], |row| {
            Ok(AccountEntry {
                id: row.get(0)?,
                pot: row.get(1)?,
                amount: row.get(2)?,
                after: Fen(0),
                cause: row.get(3)?,
                sale: row.get(4)?,
                number: row.get(5)?,
                refund: row.get(8)?,
                opening: row.get(9)?,
                reason: row.get(10)?,
                at: row.get(6)?,
                by: row.get(7)?,
            })
        })?;
        entries.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
    let mut stands = *now;
    for entry in &mut entries {
        let pot = stands.pot(entry.pot);
        entry.after = *pot;
        pot.0 -= entry.amount.0;
    }
    Ok(entries)
}

fn debts(connection: &Connection, family: &[ClientId], today: chrono::NaiveDate) -> Result<Vec<Debt>> {
    let mut debts = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(include_str!("debts.sql"))?;
        let rows = statement.query_map([client], |row| {
            let due_on = row.get(4)?;
            Ok(Debt {
                sale: row.get(0)?,
                number: row.get(1)?,
                amount: row.get(2)?,
                owed: row.get(3)?,
                due_on,
                overdue: due_on < today && row.get::<_, i64>(3)? > 0,
                reason: row.get(5)?,
                at: row.get(6)?,
            })
        })?;
        debts.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    debts.sort_by_key(|debt: &Debt| (debt.due_on, debt.sale));
    Ok(debts)
}

/// What changes an account.
#[derive(Clone)]
pub(super) struct Entry {
    pub(super) client: ClientId,
    pub(super) pot: Pot,
    /// Signed; nothing is written of nothing.
    pub(super) amount: Fen,
    pub(super) cause: AccountCause,
    /// `None` of what no sale has a part in.
    pub(super) sale: Option<SaleId>,
    pub(super) line: Option<SaleLineId>,
    pub(super) payment: Option<PaymentId>,
    pub(super) refund: Option<RefundId>,
    /// The entry that paid in what this one takes out for good.
    pub(super) lot: Option<AccountEntryId>,
    pub(super) settlement: Option<SettlementId>,
}

impl Entry {
    /// That no sale, payment, refund or settlement has a part in yet.
    pub(super) fn of(client: ClientId, pot: Pot, amount: Fen, cause: AccountCause) -> Entry {
        Entry {
            client,
            pot,
            amount,
            cause,
            sale: None,
            line: None,
            payment: None,
            refund: None,
            lot: None,
            settlement: None,
        }
    }
}

pub(super) fn write(tx: &Tx<'_>, entry: &Entry) -> Result<()> {
    if entry.amount == Fen(0) {
        return Ok(());
    }
    tx.connection()
        .prepare_cached(
            "INSERT INTO account_entry
                 (id, client_id, pot, amount, cause, sale_id, line_id, payment_id, at, by, refund_id, lot_id,
                  settlement_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            AccountEntryId(tx.new_id()),
            entry.client,
            entry.pot,
            entry.amount,
            entry.cause,
            entry.sale,
            entry.line,
            entry.payment,
            tx.now(),
            tx.staff_id(),
            entry.refund,
            entry.lot,
            entry.settlement
        ])?;
    Ok(())
}

/// The owner makes good what a family's pot is below nothing by: in the files in which it is.
pub(crate) fn make_good(
    tx: &Tx<'_>,
    client: ClientId,
    pot: Pot,
    amount: Fen,
    settlement: SettlementId,
) -> Result<()> {
    let mut rest = amount.0;
    for file in clients::family(tx.connection(), client)? {
        let below: i64 = tx
            .connection()
            .prepare_cached(
                "SELECT -coalesce(sum(amount), 0) FROM account_entry WHERE client_id = ?1 AND pot = ?2",
            )?
            .query_row(params![file, pot], |row| row.get(0))?;
        let part = below.clamp(0, rest);
        rest -= part;
        let entry =
            Entry { settlement: Some(settlement), ..Entry::of(file, pot, Fen(part), AccountCause::Settled) };
        write(tx, &entry)?;
    }
    Ok(())
}

/// Takes so much out of an entry's pot: out of each file's own, so that files that are parted again have what was their
/// own. The entry's file goes first, and what no file holds is taken from it.
pub(super) fn withdraw(tx: &Tx<'_>, entry: &Entry, amount: Fen) -> Result<()> {
    let connection = tx.connection();
    let mut family = clients::family(connection, entry.client)?;
    family.sort_by_key(|file| *file != entry.client);
    let mut left = amount.0;
    let mut parts = Vec::new();
    for file in &family {
        let holds: i64 = connection
            .prepare_cached(
                "SELECT coalesce(sum(amount), 0) FROM account_entry WHERE client_id = ?1 AND pot = ?2",
            )?
            .query_row(params![file, entry.pot], |row| row.get(0))?;
        let part = holds.clamp(0, left);
        left -= part;
        parts.push(part);
    }
    for (place, file) in family.iter().enumerate() {
        let part = parts[place] + if place == 0 { left } else { 0 };
        write(tx, &Entry { client: *file, amount: Fen(-part), ..entry.clone() })?;
    }
    Ok(())
}

/// Gives so much of what a payment took back to where it took it from, in proportion; at most what did not go back yet.
pub(super) fn give_back(tx: &Tx<'_>, entry: &Entry, payment: PaymentId, amount: Fen) -> Result<()> {
    for (client, pot, part) in taken_from(tx.connection(), payment, amount)? {
        write(tx, &Entry { client, pot, amount: part, payment: Some(payment), ..entry.clone() })?;
    }
    Ok(())
}

/// Where so much of what a payment took was taken from, in proportion.
pub(super) fn taken_from(
    connection: &Connection,
    payment: PaymentId,
    amount: Fen,
) -> Result<Vec<(ClientId, Pot, Fen)>> {
    let mut statement = connection.prepare_cached(
        "SELECT client_id, pot, -sum(amount) FROM account_entry WHERE payment_id = ?1 GROUP BY client_id, pot",
    )?;
    let took = statement
        .query_map([payment], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(ClientId, Pot, i64)>>>()?;
    let weights: Vec<i64> = took.iter().map(|(_, _, took)| (*took).max(0)).collect();
    let parts = spread(amount, &weights);
    Ok(took.into_iter().zip(parts).map(|((client, pot, _), part)| (client, pot, part)).collect())
}

/// How much of an amount of stored value is principal and how much gift, in the clinic's order.
///
/// # Errors
/// [`ErrorCode::BalanceTooSmall`] with what is there.
pub(super) fn split(connection: &Connection, has: &Balances, amount: Fen) -> Result<(Fen, Fen)> {
    let (principal, gift) = (has.principal.0.max(0), has.gift.0.max(0));
    let there = has.stored_value().0;
    if amount.0 > there {
        return Err(ErrorCode::BalanceTooSmall.at("payments").with("available", there));
    }
    let of_principal = match settings::choice(connection, SettingKey::StoredValueOrder)?.as_str() {
        "gift_first" => amount.0 - amount.0.min(gift),
        "in_proportion" => spread(amount, &[principal, gift])[0].0,
        _ => amount.0.min(principal),
    };
    Ok((Fen(of_principal), Fen(amount.0 - of_principal)))
}
