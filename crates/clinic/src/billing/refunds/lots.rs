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
    /// The line that sold it; `None` for what a refund left here.
    pub(super) line: Option<SaleLineId>,
    /// The sale that it comes from.
    pub(super) sale: SaleId,
    /// What was paid in.
    pub(super) put: Pots,
    /// What refunds took out of it.
    pub(super) taken: Pots,
    /// What is left of it.
    pub(super) left: Pots,
}

/// An entry, as far as the lots need it.
struct Moved {
    id: AccountEntryId,
    pot: usize,
    amount: i64,
    cause: AccountCause,
    sale: SaleId,
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
            let moved =
                Moved { id, pot, amount, cause, sale: row.get(5)?, line: row.get(6)?, lot: row.get(7)? };
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
    let mut taken: Vec<(AccountEntryId, usize, i64)> = Vec::new();
    for Moved { id, pot, amount, cause, sale, line, lot } in entries {
        match cause {
            // A refund that was taken back takes back what it left here.
            AccountCause::Kept if lot.is_some() => {
                if let Some(kept) = lots.iter_mut().find(|one| Some(one.id) == lot) {
                    kept.put[pot] += amount;
                }
            }
            AccountCause::Sold | AccountCause::Kept => {
                let same = |lot: &&mut Lot| line.is_some() && lot.line == line;
                if let Some(lot) = lots.iter_mut().find(same) {
                    lot.put[pot] += amount;
                    if pot == 0 {
                        lot.id = id;
                    }
                } else {
                    let mut put = [0; 3];
                    put[pot] = amount;
                    lots.push(Lot { id, line, sale, put, taken: [0; 3], left: [0; 3] });
                }
            }
            AccountCause::Paid | AccountCause::Returned => used[pot] -= amount,
            AccountCause::Refunded => taken.extend(lot.map(|lot| (lot, pot, -amount))),
        }
    }
    for (of, pot, amount) in taken {
        if let Some(lot) = lots.iter_mut().find(|lot| lot.id == of) {
            lot.taken[pot] += amount;
        }
    }
    for (pot, used) in used.into_iter().enumerate() {
        let mut rest = used;
        for lot in &mut lots {
            let there = (lot.put[pot] - lot.taken[pot]).max(0);
            let gone = rest.clamp(0, there);
            rest -= gone;
            lot.left[pot] = there - gone;
        }
    }
    lots
}
