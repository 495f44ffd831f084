//! What some of the demo clinic's clients brought back: a pack that nobody opened, half of what was paid ahead.

use super::run::Run;
use crate::amounts::Fen;
use crate::billing::LineKind;
use crate::billing::refunds::quote::{QuoteRefund, quote};
use crate::billing::refunds::{GoodsFate, PayRefund, RefundBasis, RefundInput, RefundPartInput, pay};
use crate::error::Result;
use crate::ids::{RefundId, SaleId};
use crate::stock::Witnessed;

/// By the owner.
const OWNER: usize = 0;

impl Run<'_> {
    /// Gives back some of a sale, where its client is one of those.
    pub(super) fn give_back(&self, coming: usize, sale: SaleId) -> Result<()> {
        let (kind, basis, reason) = match coming {
            _ if coming % 15 == 2 => (LineKind::Product, RefundBasis::Mistake, "拿错规格，未拆封"),
            _ if coming % 28 == 4 => (LineKind::StoredValue, RefundBasis::CoolingOff, "家里急用钱，退一半"),
            _ => return Ok(()),
        };
        let store = self.store;
        let mut refund = RefundInput {
            sale,
            basis,
            parts: Vec::new(),
            ways: None,
            interest: None,
            reason: reason.to_owned(),
        };
        let all = quote(store, self.by(OWNER), &QuoteRefund { refund: refund.clone() })?;
        let Some(thing) = all.refundable.into_iter().find(|one| one.kind == kind && one.most.0 > 0) else {
            return Ok(());
        };
        let goods = kind == LineKind::Product;
        refund.parts.push(RefundPartInput {
            item: thing.item,
            sessions: Vec::new(),
            packs: u32::from(goods),
            goods: if goods { GoodsFate::Restocked } else { GoodsFate::None },
            part: (!goods).then_some(Fen(thing.most.0 / 2)),
            amount: None,
        });
        let total = quote(store, self.by(OWNER), &QuoteRefund { refund: refund.clone() })?.amount;
        let input = PayRefund { id: RefundId(self.draw()), refund, total };
        pay::pay(store, self.by(OWNER), Witnessed { input: &input, witness: None }).map(drop)
    }
}
