//! Refunds, and those that are taken back, in the model's book.

use jingtai_clinic::ErrorCode;
use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::refunds::quote::{QuotedWay, RefundQuote};
use jingtai_clinic::billing::refunds::reverse::reverse;
use jingtai_clinic::billing::refunds::{self, RefundBasis, RefundItem, RefundWayInput, ReverseRefund};
use jingtai_clinic::ids::RefundId;
use jingtai_clinic::stock::Witnessed;

use super::Desk;
use crate::giving_back::{computed, everything, paying, refund};

impl Desk<'_> {
    pub(super) fn refund(&mut self, which: usize, basis: u8, half: bool, keep: bool, rate: i64) {
        let sales = self.sales();
        let Some(sale) = sales.get(which % sales.len().max(1)) else { return };
        let basis = [RefundBasis::Mistake, RefundBasis::Clinic, RefundBasis::Client][usize::from(basis % 3)];
        let mut input = refund(sale.id, basis, vec![]);
        let left = computed(self.store, &self.owner, &input).expect("a quote");
        input.parts = everything(&left);
        if input.parts.is_empty() {
            return;
        }
        let full = computed(self.store, &self.owner, &input).expect("a quote");
        if half {
            for (part, full) in input.parts.iter_mut().zip(&full.parts) {
                for one in &mut part.sessions {
                    one.sessions = one.sessions.div_ceil(2);
                }
                let money = part.sessions.is_empty() && full.proposed.0 > 0;
                part.part = money.then_some(Fen((full.proposed.0 + 1) / 2));
            }
        }
        let mut quote = computed(self.store, &self.owner, &input).expect("a quote");
        if rate != 1_000 {
            for (part, quoted) in input.parts.iter_mut().zip(&quote.parts) {
                let most = left.refundable.iter().find(|one| one.item == part.item).expect("it").most.0;
                if part.item != RefundItem::Overpaid {
                    part.amount = Some(Fen((quoted.proposed.0 * rate / 1_000).min(most)));
                }
            }
            quote = computed(self.store, &self.owner, &input).expect("a quote");
        }
        if keep {
            let mut stays = quote.keepable.0;
            let mut ways = Vec::new();
            for one in quote.ways.iter().filter(|way| !way.back) {
                let kept = if one.payment.is_some() { one.amount.0.min(stays) } else { 0 };
                stays -= kept;
                for (method, amount) in [("stored_value", kept), (one.method.as_str(), one.amount.0 - kept)] {
                    if amount > 0 {
                        let (payment, reference) = (one.payment, String::new());
                        ways.push(RefundWayInput {
                            payment,
                            method: method.into(),
                            amount: Fen(amount),
                            reference,
                        });
                    }
                }
            }
            input.ways = Some(ways);
            quote = computed(self.store, &self.owner, &input).expect("the same, kept here");
        }
        let id = self.draw().as_u128();
        let paying = paying(self.store, &self.owner, id, &input);
        let give = || refunds::pay::pay(self.store, &self.owner, Witnessed { input: &paying, witness: None });
        assert_eq!(give().expect("gives back"), give().expect("the same"));
        let before = [self.kept, self.sold, self.came_in, self.owed, self.pointed];
        self.note_refund(&left, &full, &quote);
        let after = [self.kept, self.sold, self.came_in, self.owed, self.pointed];
        self.given.push((paying.id, std::array::from_fn(|at| after[at] - before[at])));
    }

    pub(super) fn take_back(&mut self, which: usize) {
        if self.given.is_empty() {
            return;
        }
        let (refund, wrote) = self.given.remove(which % self.given.len());
        let input = ReverseRefund { id: RefundId(self.draw()), refund, reason: "退错了".into() };
        let take = || reverse(self.store, &self.owner, Witnessed { input: &input, witness: None });
        match take() {
            Ok(taken) => {
                assert_eq!(take().expect("the same"), taken);
                let books =
                    [&mut self.kept, &mut self.sold, &mut self.came_in, &mut self.owed, &mut self.pointed];
                for (book, wrote) in books.into_iter().zip(wrote) {
                    *book -= wrote;
                }
            }
            Err(wrong) => {
                assert!(
                    matches!(wrong.code, ErrorCode::BalanceTooSmall | ErrorCode::PointsTooFew),
                    "{wrong:?}"
                );
            }
        }
    }

    /// What the book says of it.
    fn note_refund(&mut self, left: &RefundQuote, full: &RefundQuote, quote: &RefundQuote) {
        for ((part, full), quoted) in quote.parts.iter().zip(&full.parts).zip(&quote.parts) {
            let steps: i64 = part.steps.iter().map(|step| step.amount.0).sum();
            assert_eq!(steps, part.amount.0, "the working is the amount");
            let one = left.refundable.iter().find(|one| one.item == part.item).expect("it");
            assert!((0..=one.most.0).contains(&part.amount.0));
            if one.item == RefundItem::Overpaid {
                continue;
            }
            // Of money kept here, the part that is asked for takes its part of each pot.
            let taken: i64 = one
                .kept
                .iter()
                .map(|pot| {
                    if quoted.proposed == full.proposed {
                        pot.0
                    } else {
                        pot.0 * quoted.proposed.0 / full.proposed.0
                    }
                })
                .sum();
            self.kept -= taken;
            self.sold += taken - part.amount.0;
        }
        let sum = |of: &dyn Fn(&QuotedWay) -> bool| -> i64 {
            quote.ways.iter().filter(|way| of(way)).map(|way| way.amount.0).sum()
        };
        let pointed = sum(&|way| way.method == "points");
        let back = sum(&|way| way.back) - pointed;
        let kept = sum(&|way| !way.back && way.method == "stored_value");
        let out = sum(&|way| !way.back && way.method != "stored_value");
        assert_eq!(
            pointed + back + kept + out + quote.off_debt.0,
            quote.amount.0,
            "all of it goes somewhere"
        );
        self.pointed -= pointed;
        self.kept += back + kept;
        self.came_in -= out;
        self.owed -= quote.off_debt.0;
    }
}
