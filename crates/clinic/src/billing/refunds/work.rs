//! How much goes back, step by step (法释〔2025〕4号 on money paid ahead). No database.
//!
//! What was used counts at the price that was paid where the client is not the cause, and at list price where the client
//! is; money given on top counts in the proportion of what was paid to what could be spent; never does the client owe
//! something for having prepaid. Every amount that the working names is a step, and the steps add up to the amount.

use super::lots::Lot;
use super::types::{
    GoodsFate, RefundBasis, RefundItem, RefundPartInput, RefundStep, RefundStepKind, SessionsBack,
};
use crate::amounts::Fen;
use crate::billing::entitlements::Entitlement;
use crate::billing::price::{portion, spread};
use crate::billing::types::LineKind;
use crate::error::{ErrorCode, Result};
use crate::fields::between;
use crate::ids::EntitlementId;

/// What can be given back of something, as it stands.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) item: RefundItem,
    /// The kind of line that it was sold by, or what it is now.
    pub(super) kind: LineKind,
    pub(super) name: String,
    /// What was paid for it.
    pub(super) price: i64,
    /// What of it went back.
    pub(super) refunded: i64,
    pub(super) holds: Holds,
}

/// What it still holds.
#[derive(Clone, Debug)]
pub(super) enum Holds {
    /// Sessions.
    Sessions(Vec<Entitlement>),
    /// Packs that the client has, of so many.
    Packs { left: i64, of: i64 },
    /// Money kept here.
    Money(Lot),
    /// What was paid too much.
    TooMuch,
}

/// Sessions that are taken away, and what becomes of their price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) entitlement: EntitlementId,
    pub(super) sessions: i64,
    /// What the clinic keeps as executed; below nothing where it gives back what was executed.
    pub(super) executed: i64,
    pub(super) refunded: i64,
}

/// What goes back of one thing.
#[derive(Clone, Debug)]
pub(super) struct Worked {
    pub(super) proposed: i64,
    pub(super) amount: i64,
    pub(super) steps: Vec<RefundStep>,
    pub(super) sessions: Vec<Taken>,
    /// Out of principal, gift and deposit.
    pub(super) pots: [i64; 3],
    pub(super) packs: i64,
}

impl Standing {
    /// The most that can go back, whatever is computed.
    pub(super) fn most(&self) -> i64 {
        (self.price - self.refunded).max(0)
    }

    /// Computes it.
    ///
    /// # Errors
    /// [`ErrorCode::Required`] where nothing is given back, [`ErrorCode::InvalidValue`] of sessions and packs that are not
    /// there, [`ErrorCode::RefundTooLarge`] with the most.
    pub(super) fn work(&self, part: &RefundPartInput, basis: RefundBasis) -> Result<Worked> {
        let mut worked = Worked {
            proposed: 0,
            amount: 0,
            steps: vec![RefundStep::new(RefundStepKind::Prepaid, self.price)],
            sessions: Vec::new(),
            pots: [0; 3],
            packs: 0,
        };
        if self.refunded != 0 {
            worked.steps.push(RefundStep::new(RefundStepKind::RefundedBefore, -self.refunded));
        }
        match &self.holds {
            Holds::Sessions(all) => self.sessions(all, part, basis, &mut worked)?,
            Holds::Packs { left, of } => self.packs(*left, *of, part, &mut worked)?,
            Holds::Money(lot) => self.money(lot, part, basis, &mut worked)?,
            Holds::TooMuch => {
                let asked = part.part.unwrap_or(Fen(self.most())).0;
                at_most("part", asked, self.most())?;
                worked.conclude(
                    self.most(),
                    RefundStep::new(RefundStepKind::Part, asked - self.most()),
                    asked,
                );
            }
        }
        if worked.amount != worked.proposed {
            worked.steps.push(RefundStep::new(RefundStepKind::ByHand, worked.amount - worked.proposed));
        }
        Ok(worked)
    }

    fn sessions(
        &self,
        all: &[Entitlement],
        part: &RefundPartInput,
        basis: RefundBasis,
        worked: &mut Worked,
    ) -> Result<()> {
        for one in all {
            worked.steps.extend(used_sessions(one, basis));
        }
        let unredeemed: Vec<i64> =
            all.iter().map(|one| if one.left > 0 { one.unredeemed.0.max(0) } else { 0 }).collect();
        let open: i64 = unredeemed.iter().sum();
        let full = worked.sum().clamp(0, open.min(self.most()));
        // What each would give back if all of it were taken.
        let worth = spread(Fen(full), &unredeemed);
        let mut books = vec![0; all.len()];
        let (mut count, mut proposed) = (0, 0);
        let mut parts = vec![0; all.len()];
        let mut taken = vec![0; all.len()];
        for SessionsBack { entitlement, sessions } in &part.sessions {
            let place = all.iter().position(|one| one.id == *entitlement);
            let place = place.ok_or_else(|| ErrorCode::NotFound.at("sessions"))?;
            let sessions = between("sessions", i64::from(*sessions), 1, all[place].left - taken[place])?;
            taken[place] += sessions;
            count += sessions;
        }
        for (place, one) in all.iter().enumerate() {
            if taken[place] > 0 {
                parts[place] = portion(worth[place], 0, taken[place], one.left).0;
                books[place] = portion(Fen(unredeemed[place]), 0, taken[place], one.left).0;
                proposed += parts[place];
            }
        }
        // What was given on top is worth nothing here, and would only blur how the part comes about.
        let paid = |of: &dyn Fn(usize) -> i64| -> i64 {
            (0..all.len()).filter(|place| !all[*place].gift).map(of).sum()
        };
        let (back, left) = (paid(&|place| taken[place]), paid(&|place| all[place].left.max(0)));
        let step =
            RefundStep { count: back, of: left, ..RefundStep::new(RefundStepKind::Part, proposed - full) };
        worked.conclude(full, step, proposed);
        worked.by_hand(part, count == 0, self.most())?;
        let book: i64 = books.iter().sum();
        if worked.amount != worked.proposed {
            parts = spread(Fen(worked.amount.min(book)), &books).into_iter().map(|part| part.0).collect();
        }
        // More than the sessions are worth comes out of the price of all the others, had or not.
        let others: Vec<i64> = all
            .iter()
            .zip(&books)
            .map(|(one, book)| (one.paid.0 - one.refunded.0 - one.moved.0 - book).max(0))
            .collect();
        let beyond = spread(Fen((worked.amount - book).max(0)), &others);
        for (place, one) in all.iter().enumerate() {
            let executed = one.executed().max(0);
            let of_executed =
                spread(beyond[place], &[executed, others[place] - executed.min(others[place])])[0];
            let part = Taken {
                entitlement: one.id,
                sessions: taken[place],
                executed: books[place] - parts[place] - of_executed.0,
                refunded: parts[place] + beyond[place].0,
            };
            if part.sessions != 0 || part.executed != 0 || part.refunded != 0 {
                worked.sessions.push(part);
            }
        }
        Ok(())
    }

    fn packs(&self, left: i64, of: i64, part: &RefundPartInput, worked: &mut Worked) -> Result<()> {
        let packs = between("packs", i64::from(part.packs), 0, left.max(0))?;
        if packs == 0 && part.goods != GoodsFate::None {
            return Err(ErrorCode::Required.at("packs"));
        }
        // What was kept of the price of others is not given back with these.
        let full = self.most().min(portion(Fen(self.price), of - left, left.max(0), of).0);
        let proposed = portion(Fen(full), 0, packs, left.max(1)).0;
        let step =
            RefundStep { count: packs, of: left, ..RefundStep::new(RefundStepKind::Part, proposed - full) };
        worked.conclude(full, step, proposed);
        worked.packs = packs;
        worked.by_hand(part, packs == 0, self.most())
    }

    fn money(
        &self,
        lot: &Lot,
        part: &RefundPartInput,
        basis: RefundBasis,
        worked: &mut Worked,
    ) -> Result<()> {
        let sum = |pots: &[i64; 3]| pots.iter().sum::<i64>();
        let (put, left) = (sum(&lot.put), sum(&lot.left));
        let used = put - sum(&lot.taken) - left;
        if used > 0 {
            let at_list = basis == RefundBasis::Client;
            let counts = if at_list { used } else { in_proportion(used, self.price, put) };
            let kind = if at_list { RefundStepKind::UsedAtList } else { RefundStepKind::UsedAtPaid };
            worked.steps.push(RefundStep { price: Fen(used), ..RefundStep::new(kind, -counts) });
        }
        // Where nothing is left here, nothing goes back; a deposit that was kept is not there any more.
        let bound = match self.kind {
            LineKind::Deposit => left,
            // What the clinic kept of what was taken out before is not given back with what is left.
            _ => self.most().min(share(left, self.price, put)),
        };
        let full = worked.sum().clamp(0, bound);
        let asked = part.part.unwrap_or(Fen(full)).0;
        at_most("part", asked, full)?;
        worked.conclude(full, RefundStep::new(RefundStepKind::Part, asked - full), asked);
        worked.pots = if part.part.is_none() || (asked == full && full > 0) {
            lot.left
        } else {
            lot.left.map(|pot| portion(Fen(pot), 0, asked, full).0)
        };
        worked.by_hand(part, worked.pots == [0; 3], self.most())
    }
}

impl Worked {
    fn sum(&self) -> i64 {
        self.steps.iter().map(|step| step.amount.0).sum()
    }

    /// From what the steps say to what would go back if all were taken, and then to the part that is.
    fn conclude(&mut self, full: i64, part: RefundStep, proposed: i64) {
        let bound = full - self.sum();
        if bound != 0 {
            self.steps.push(RefundStep::new(RefundStepKind::Bound, bound));
        }
        if part.amount != Fen(0) {
            self.steps.push(part);
        }
        self.proposed = proposed;
        self.amount = proposed;
    }

    /// What people agreed on instead.
    fn by_hand(&mut self, part: &RefundPartInput, nothing: bool, most: i64) -> Result<()> {
        match part.amount {
            None if nothing => Err(ErrorCode::Required.at("parts")),
            Some(Fen(0)) if nothing => Err(ErrorCode::Required.at("parts")),
            None => Ok(()),
            Some(amount) => {
                at_most("amount", amount.0, most)?;
                self.amount = amount.0;
                Ok(())
            }
        }
    }
}

/// What was had of it.
fn used_sessions(one: &Entitlement, basis: RefundBasis) -> Option<RefundStep> {
    let count = one.had();
    let executed = one.executed();
    let step = |kind, price, amount| RefundStep {
        name: one.name.clone(),
        count,
        price,
        ..RefundStep::new(kind, amount)
    };
    if one.gift {
        (count > 0).then(|| step(RefundStepKind::GiftUsed, one.list_price, 0))
    } else if basis == RefundBasis::Client && one.list_price.0 > 0 {
        (count > 0).then(|| step(RefundStepKind::UsedAtList, one.list_price, -(one.list_price.0 * count)))
    } else {
        (count > 0 || executed != 0).then(|| step(RefundStepKind::UsedAtPaid, Fen(0), -executed))
    }
}

/// What was paid for so much of what could be spent, rounded up.
fn share(left: i64, paid: i64, all: i64) -> i64 {
    let (left, paid, all) = (i128::from(left), i128::from(paid), i128::from(all.max(1)));
    i64::try_from((left * paid + all - 1) / all).unwrap_or(i64::MAX)
}

/// So much of what could be spent, in the proportion of what was paid for it; rounded to the nearest fen.
fn in_proportion(used: i64, paid: i64, all: i64) -> i64 {
    let (used, paid, all) = (i128::from(used), i128::from(paid), i128::from(all.max(1)));
    i64::try_from((used * paid * 2 + all) / (all * 2)).unwrap_or(i64::MAX)
}

fn at_most(field: &'static str, amount: i64, most: i64) -> Result<()> {
    if amount < 0 {
        return Err(ErrorCode::InvalidValue.at(field).with("least", 0).with("most", most));
    }
    if amount > most { Err(ErrorCode::RefundTooLarge.at(field).with("most", most)) } else { Ok(()) }
}
