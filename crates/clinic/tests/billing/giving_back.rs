//! Giving back what a till sold.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::open::Sale;
use jingtai_clinic::billing::refunds::quote::{QuoteRefund, RefundQuote, quote};
use jingtai_clinic::billing::refunds::{
    GoodsFate, PayRefund, RefundBasis, RefundInput, RefundItem, RefundPartInput, RefundWayInput, Refunded,
    SessionsBack, pay,
};
use jingtai_clinic::ids::{PaymentId, RefundId, SaleId};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Error, Session, Store};
use uuid::Uuid;

use crate::till::Till;

/// Nothing of it yet.
pub(crate) fn part(item: RefundItem) -> RefundPartInput {
    RefundPartInput { item, sessions: vec![], packs: 0, goods: GoodsFate::None, part: None, amount: None }
}

/// A refund of these.
pub(crate) fn refund(sale: SaleId, basis: RefundBasis, parts: Vec<RefundPartInput>) -> RefundInput {
    RefundInput { sale, basis, parts, ways: None, interest: None, reason: "顾客要求".into() }
}

/// So many sessions of a line.
pub(crate) fn sessions(sale: &Sale, line: usize, sessions: u32) -> RefundPartInput {
    let line = sale.lines[line].id;
    let of = sale.entitlements.iter().find(|one| one.line == line && !one.gift).expect("sessions");
    RefundPartInput {
        sessions: vec![SessionsBack { entitlement: of.id, sessions }],
        ..part(RefundItem::Line { line })
    }
}

/// So many packs of a line.
pub(crate) fn packs(sale: &Sale, line: usize, packs: u32, goods: GoodsFate) -> RefundPartInput {
    RefundPartInput { packs, goods, ..part(RefundItem::Line { line: sale.lines[line].id }) }
}

/// The whole of what is left of a line.
pub(crate) fn line(sale: &Sale, line: usize) -> RefundPartInput {
    part(RefundItem::Line { line: sale.lines[line].id })
}

/// Everything that is left of a sale.
pub(crate) fn everything(quote: &RefundQuote) -> Vec<RefundPartInput> {
    let all = |one: &jingtai_clinic::billing::refunds::quote::Refundable| RefundPartInput {
        sessions: one
            .entitlements
            .iter()
            .filter(|one| one.left > 0)
            .map(|one| SessionsBack { entitlement: one.id, sessions: u32::try_from(one.left).expect("few") })
            .collect(),
        packs: u32::try_from(one.packs).expect("few"),
        goods: if one.packs > 0 { GoodsFate::Restocked } else { GoodsFate::None },
        ..part(one.item)
    };
    let is_left = |part: &RefundPartInput| {
        let one = quote.refundable.iter().find(|one| one.item == part.item).expect("it");
        !part.sessions.is_empty()
            || part.packs > 0
            || one.kept.iter().any(|kept| kept.0 > 0)
            || part.item == RefundItem::Overpaid
    };
    quote.refundable.iter().map(all).filter(is_left).collect()
}

pub(crate) fn way(payment: PaymentId, method: &str, amount: i64) -> RefundWayInput {
    let (payment, reference) = (Some(payment), String::new());
    RefundWayInput { payment, method: method.into(), amount: Fen(amount), reference }
}

/// What a store computes.
pub(crate) fn computed(store: &Store, actor: &Actor, refund: &RefundInput) -> Result<RefundQuote, Error> {
    quote(store, actor, &QuoteRefund { refund: refund.clone() })
}

/// The refund at what it comes to now.
pub(crate) fn paying(store: &Store, actor: &Actor, id: u128, refund: &RefundInput) -> PayRefund {
    let quote = computed(store, actor, refund).expect("a quote");
    let interest = if refund.interest.is_some() { quote.interest.0 } else { 0 };
    PayRefund {
        id: RefundId(Uuid::from_u128(id)),
        refund: refund.clone(),
        total: Fen(quote.amount.0 + interest),
    }
}

impl Till {
    pub(crate) fn refund_quote(&self, refund: &RefundInput) -> Result<RefundQuote, Error> {
        computed(self.store(), &self.cashier, refund)
    }

    /// Gives it back, by the cashier.
    pub(crate) fn give_back(&self, id: u128, refund: &RefundInput) -> Result<Refunded, Error> {
        let input = paying(self.store(), &self.cashier, id, refund);
        self.give_back_by(&self.cashier, &input, None)
    }

    pub(crate) fn give_back_by(
        &self,
        actor: &Actor,
        input: &PayRefund,
        approver: Option<&Session>,
    ) -> Result<Refunded, Error> {
        pay::pay(self.store(), actor, Witnessed { input, witness: approver })
    }
}
