//! What is left of an entitlement, and what of its price was executed, from its entries in the order of SYNC.md. No
//! database.
//!
//! Two computers that were apart may both redeem the last session: the sessions are then fewer than none, for the owner
//! to settle, but what was paid is executed once. The earlier treatment has it, and the later one has nothing.

use super::{Entitlement, EntitlementCause};
use crate::ids::{EntitlementChangeId, EntitlementEntryId, RefundId, SignedTreatmentId};

/// An entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noted {
    pub(super) id: EntitlementEntryId,
    pub(super) at: i64,
    pub(super) kind: EntitlementCause,
    pub(super) sessions: i64,
    pub(super) executed: i64,
    /// As it was written.
    pub(super) written: i64,
    pub(super) refunded: i64,
    pub(super) moved: i64,
    pub(super) signed: Option<SignedTreatmentId>,
    /// The change that did it, or that is taken back by it.
    pub(super) change: Option<EntitlementChangeId>,
    pub(super) refund: Option<RefundId>,
}

impl Noted {
    /// Whether two do and undo the same: redeem one session for a record and give it back, void some and take that back.
    fn is_of_one_with(&self, other: &Noted) -> bool {
        takes(self.kind) && takes(other.kind) && self.signed == other.signed && self.change == other.change
    }
}

/// Brings one, as it was sold, to what its entries made of it; puts them in their order and writes into each what it
/// really executed.
pub(super) fn fold(one: &mut Entitlement, entries: &mut [Noted]) {
    entries.sort_unstable_by_key(|entry| (entry.at, entry.id));
    // What went back or away is gone whoever was first: what is left of the price pays for what was had.
    let mut pool = one.paid.0;
    for entry in entries.iter() {
        one.left += entry.sessions;
        one.refunded.0 += entry.refunded;
        one.moved.0 += entry.moved;
        pool -= entry.refunded + entry.moved;
        match entry.kind {
            EntitlementCause::Refunded => {
                one.returned -= entry.sessions;
                pool -= entry.executed;
            }
            EntitlementCause::Converted | EntitlementCause::Transferred => one.away -= entry.sessions,
            EntitlementCause::Voided => one.voided -= entry.sessions,
            EntitlementCause::Redeemed | EntitlementCause::GivenBack | EntitlementCause::Settled => {}
        }
    }
    for place in 0..entries.len() {
        let entry = entries[place];
        if !takes(entry.kind) {
            continue;
        }
        // What was taken back again was never taken, and leaves its part to the others.
        let same = |other: &Noted| other.is_of_one_with(&entry);
        let first = entries[..place].iter().all(|before| !same(before));
        let net: i64 = entries[place..].iter().filter(|other| same(other)).map(|other| other.executed).sum();
        let executed = if first { net.clamp(0, pool.max(0)) } else { 0 };
        pool -= executed;
        if first {
            entries[place..].iter_mut().filter(|other| same(other)).for_each(|other| other.executed = 0);
            entries[place].executed = executed;
        }
    }
    one.unredeemed.0 = pool;
}

/// What each really executed in its moment: what was given back later was executed until then.
pub(super) fn executed_at(entries: &[Noted]) -> impl Iterator<Item = (&Noted, i64)> {
    entries.iter().enumerate().map(|(place, entry)| {
        if takes(entry.kind) && entry.written < 0 {
            return (entry, entry.written);
        }
        let later = entries[place + 1..].iter().filter(|later| later.is_of_one_with(entry));
        let undone: i64 = later.map(|later| later.written.min(0)).sum();
        (entry, entry.executed - undone)
    })
}

fn takes(kind: EntitlementCause) -> bool {
    matches!(kind, EntitlementCause::Redeemed | EntitlementCause::GivenBack | EntitlementCause::Voided)
}
