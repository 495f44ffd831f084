//! What was had before this program and was taken over wrongly goes back whole, as a refund by which nothing leaves the
//! clinic: every sum is then what it was before.

use super::pay::write;
use super::quote::compute;
use super::stands::{self, Stands};
use super::types::{GoodsFate, RefundBasis, RefundInput, RefundPartInput, SessionsBack};
use super::work::{Holds, Standing};
use crate::error::Result;
use crate::ids::{RefundId, SaleId, StaffId};
use crate::numbers::Numbered;
use crate::store::Tx;

/// Takes a sale of opening balances back. `None` where something of it was used; nothing is written then.
pub(in crate::billing) fn take_back(
    tx: &Tx<'_>,
    sale: SaleId,
    reason: &str,
    approver: StaffId,
) -> Result<Option<RefundId>> {
    let sale: Stands = stands::read(tx.connection(), sale, tx.today())?;
    if !sale.things.iter().all(untouched) {
        return Ok(None);
    }
    let refund = RefundInput {
        sale: sale.id,
        basis: RefundBasis::Opening,
        parts: sale.things.iter().map(everything).collect(),
        ways: None,
        interest: None,
        reason: reason.to_owned(),
    };
    let computed = compute(tx.connection(), &sale, &refund, tx.today())?;
    let id = RefundId(tx.new_id());
    write(tx, id, &sale, &refund, &computed, Some(approver), Numbered::OpeningBack)?;
    Ok(Some(id))
}

fn untouched(thing: &Standing) -> bool {
    thing.refunded == 0
        && match &thing.holds {
            Holds::Sessions(all) => {
                all.iter().all(|one| one.left == one.sessions && one.unredeemed == one.paid)
            }
            Holds::Packs { left, of } => left == of,
            Holds::Money(lot) => lot.left == lot.put && lot.taken == [0; 3],
            Holds::TooMuch => false,
        }
}

fn everything(thing: &Standing) -> RefundPartInput {
    let sessions = match &thing.holds {
        Holds::Sessions(all) => {
            let back = |one: &crate::billing::entitlements::Entitlement| SessionsBack {
                entitlement: one.id,
                sessions: u32::try_from(one.left).unwrap_or(0),
            };
            all.iter().map(back).collect()
        }
        _ => Vec::new(),
    };
    RefundPartInput { item: thing.item, sessions, packs: 0, goods: GoodsFate::None, part: None, amount: None }
}
