//! Which of a client's money kept here came in by what, and what of it is left: the first that came in is used first.
//! Derived from the entries in their order, the same on every computer that saw the same ones.

use rusqlite::Connection;

use crate::billing::accounts::AccountCause;
use crate::billing::types::Pot;
use crate::error::Result;
use crate::ids::{AccountEntryId, ClientId, SaleId, SaleLineId};

/// Principal, gift and deposit, in fen.
pub(super) type Pots = [i64; 3];

/// Money that was paid in at once.
#[derive(Clone, Debug)]
pub(super) struct Lot {
    /// The entry that paid it in; of stored value the principal's.
    pub(super) id: AccountEntryId,
    /// In whose file, of those that are joined.
    pub(super) client: ClientId,
    /// The line that sold it; `None` for what a refund left here.
    pub(super) line: Option<SaleLineId>,
    /// The sale that it comes from.
    pub(super) sale: Option<SaleId>,
    /// What was paid in.
    pub(super) put: Pots,
    /// What refunds took out of it.
    pub(super) taken: Pots,
    /// What is left of it.
    pub(super) left: Pots,
}

/// An entry, as far as the lots need it.
struct Moved {
    client: ClientId,
    id: AccountEntryId,
    pot: usize,
    amount: i64,
    cause: AccountCause,
    sale: Option<SaleId>,
    line: Option<SaleLineId>,
    lot: Option<AccountEntryId>,
}

/// A family's lots, the first that came in before the others.
pub(super) fn of_family(connection: &Connection, family: &[ClientId]) -> Result<Vec<Lot>> {
    let mut moved = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT at, id, pot, amount, cause, sale_id, line_id, lot_id FROM account_entry WHERE client_id = ?1",
        )?;
        let rows = statement.query_map([client], |row| {
            let pot = match row.get(2)? {
                Pot::Principal => 0,
                Pot::Gift => 1,
                Pot::Deposit => 2,
            };
            let (id, amount, cause) = (row.get(1)?, row.get(3)?, row.get(4)?);
            let moved = Moved {
                client: *client,
                id,
                pot,
                amount,
                cause,
                sale: row.get(5)?,
                line: row.get(6)?,
                lot: row.get(7)?,
            };
            Ok((row.get::<_, i64>(0)?, moved))
        })?;
        moved.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    moved.sort_by_key(|(at, entry)| (*at, entry.id));
    Ok(fold(moved.into_iter().map(|(_, entry)| entry)))
}

fn fold(entries: impl Iterator<Item = Moved>) -> Vec<Lot> {
    let mut lots: Vec<Lot> = Vec::new();
    let mut used: Pots = [0; 3];
    // What names a lot is added once all lots are known: clocks differ, and it may stand before its lot.
    let mut named: Vec<Moved> = Vec::new();
    for entry in entries {
        match entry.cause {
            AccountCause::Sold | AccountCause::Kept if entry.lot.is_none() => put_in(&mut lots, &entry),
            AccountCause::Paid | AccountCause::Returned | AccountCause::Settled => {
                used[entry.pot] -= entry.amount
            }
            AccountCause::Sold | AccountCause::Kept | AccountCause::Refunded => named.push(entry),
        }
    }
    for entry in named {
        let Some(lot) = lots.iter_mut().find(|lot| Some(lot.id) == entry.lot) else { continue };
        match entry.cause {
            AccountCause::Refunded => lot.taken[entry.pot] -= entry.amount,
            // A refund that was taken back takes back what it left here.
            _ => lot.put[entry.pot] += entry.amount,
        }
    }
    for (pot, used) in used.into_iter().enumerate() {
        // What was taken out of a lot beyond what it held came out of the others.
        let beyond: i64 = lots.iter().map(|lot| (lot.taken[pot] - lot.put[pot]).max(0)).sum();
        let mut rest = used + beyond;
        for lot in &mut lots {
            let there = (lot.put[pot] - lot.taken[pot]).max(0);
            let gone = rest.clamp(0, there);
            rest -= gone;
            lot.left[pot] = there - gone;
        }
    }
    lots
}

/// Principal and gift of one line are one lot.
fn put_in(lots: &mut Vec<Lot>, entry: &Moved) {
    let same = |lot: &&mut Lot| entry.line.is_some() && lot.line == entry.line;
    if let Some(lot) = lots.iter_mut().find(same) {
        lot.put[entry.pot] += entry.amount;
        if entry.pot == 0 {
            lot.id = entry.id;
        }
        return;
    }
    let mut put = [0; 3];
    put[entry.pot] = entry.amount;
    lots.push(Lot {
        id: entry.id,
        client: entry.client,
        line: entry.line,
        sale: entry.sale,
        put,
        taken: [0; 3],
        left: [0; 3],
    });
}
