//! Where a refund goes, in one order: what is owed is not owed any more; what was paid with points, from stored value and
//! deposits goes back there, for it never was money that the clinic could hand out twice; the rest leaves the clinic by the way
//! in which it was paid, by another, or stays here as stored value.
//!
//! What holds at a sale — debts and stored value pay for no money paid ahead, deposits for no deposit — holds for what
//! goes back as well, so that whatever of a sale is left can still be given back by what is left of its payments.

use chrono::NaiveDate;

use super::stands::{Paying, Stands};
use super::types::{RefundBasis, RefundItem, RefundStep, RefundStepKind, RefundWayInput};
use super::work::{Standing, Worked};
use crate::amounts::Fen;
use crate::billing::methods::{self, DEPOSIT, OPENING, POINTS, PaymentMethod, STORED_VALUE};
use crate::billing::types::LineKind;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX};
use crate::ids::PaymentId;
use crate::settings::{self, SettingKey};
use rusqlite::Connection;

/// The most ways.
const WAYS_MAX: usize = 40;

/// A way that it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    pub(super) payment: Option<PaymentId>,
    pub(super) method: String,
    pub(super) amount: i64,
    pub(super) reference: String,
    /// It goes back to where it was kept here; nobody chooses.
    pub(super) back: bool,
}

/// Where it goes.
#[derive(Clone, Debug)]
pub(super) struct Ways {
    /// What is not owed any more; below nothing for what was paid too much.
    pub(super) off_debt: i64,
    pub(super) ways: Vec<Way>,
    /// What of it may stay here as stored value.
    pub(super) keepable: i64,
    pub(super) interest: i64,
    pub(super) steps: Vec<RefundStep>,
}

/// What goes back by what it was sold as.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    services: i64,
    stored_value: i64,
    deposits: i64,
    kept: i64,
    too_much: i64,
    /// What of it was paid ahead: it bears interest.
    prepaid: i64,
}

impl Sums {
    fn of(parts: &[(&Standing, Worked)]) -> Sums {
        let mut sums = Sums::default();
        for (thing, worked) in parts {
            let (sum, prepaid) = match (thing.item, thing.kind) {
                (RefundItem::Kept { .. }, _) => (&mut sums.kept, false),
                (RefundItem::Overpaid, _) => (&mut sums.too_much, false),
                (_, LineKind::Procedure | LineKind::Card) => (&mut sums.services, true),
                (_, LineKind::Product) => (&mut sums.services, false),
                (_, LineKind::StoredValue) => (&mut sums.stored_value, true),
                (_, LineKind::Deposit) => (&mut sums.deposits, false),
            };
            *sum += worked.amount;
            if prepaid {
                sums.prepaid += worked.amount;
            }
        }
        sums
    }

    fn all(&self) -> i64 {
        self.services + self.stored_value + self.deposits + self.kept + self.too_much
    }
}

/// Divides a refund; where nobody says how what leaves the clinic does, by the payments that hold the most.
///
/// # Errors
/// [`ErrorCode::WaysDiffer`] with what is left, [`ErrorCode::RefundTooLarge`] with what a payment can give back, each
/// with `way` counted from 1; [`ErrorCode::NotFound`] of a method or a payment.
pub(super) fn divide(
    connection: &Connection,
    sale: &Stands,
    parts: &[(&Standing, Worked)],
    asked: Option<&[RefundWayInput]>,
    basis: RefundBasis,
    today: NaiveDate,
) -> Result<Ways> {
    let sums = Sums::of(parts);
    let mut left: Vec<Paying> = sale.payments.clone();
    let debt = sums.services.min(sale.owed.max(0));
    let services = sums.services - debt;
    let sum = |ways: &[Way]| ways.iter().map(|way| way.amount).sum::<i64>();
    let mut ways = Vec::new();
    for method in [POINTS, STORED_VALUE] {
        ways.extend(give_back(&mut left, method, services - sum(&ways), false));
    }
    let stored = sum(&ways);
    let by_deposit = give_back(&mut left, DEPOSIT, services - stored + sums.stored_value, false);
    let deposited = sum(&by_deposit);
    ways.extend(by_deposit);
    // What paid a debt twice goes back the same way: out of what is kept here it never leaves the clinic.
    for method in [STORED_VALUE, DEPOSIT] {
        let rest = sums.too_much - (sum(&ways) - stored - deposited);
        ways.extend(give_back(&mut left, method, rest, true));
    }
    let too_much_here = sum(&ways) - stored - deposited;
    let outside = sums.all() - debt - stored - deposited - too_much_here;
    let for_services = services - stored - deposited.min(services - stored);
    let keepable = for_services + sums.deposits + sums.too_much - too_much_here;
    left.retain(|paying| !methods::is_kept_here(&paying.method));
    let going = match asked {
        None => propose(&left, outside, sums.kept, basis)?,
        Some(asked) => {
            let going = Going { outside, kept: sums.kept, keepable };
            check(&methods::all(connection)?, &left, &going, asked)?
        }
    };
    let (interest, steps) = interest(connection, &left, &going, &sums, basis, today)?;
    ways.extend(going);
    Ok(Ways { off_debt: debt - sums.too_much, ways, keepable, interest, steps })
}

/// Gives up to so much back to what it was paid from, the last payment first; of those that paid a debt only where that
/// is what goes back.
fn give_back(left: &mut [Paying], method: &str, most: i64, of_debts: bool) -> Vec<Way> {
    let mut ways = Vec::new();
    let mut rest = most;
    let by = |paying: &&mut Paying| paying.method == method && (paying.settles || !of_debts);
    for paying in left.iter_mut().rev().filter(by) {
        let amount = rest.min(paying.left.max(0));
        if amount > 0 {
            paying.left -= amount;
            rest -= amount;
            ways.push(Way {
                payment: Some(paying.id),
                method: method.into(),
                amount,
                reference: String::new(),
                back: true,
            });
        }
    }
    ways
}

/// By which payments so much leaves the clinic, if nobody says otherwise: those that hold the most before the others, so
/// that it goes in as few ways as can be.
fn propose(left: &[Paying], outside: i64, kept: i64, basis: RefundBasis) -> Result<Vec<Way>> {
    let way = |payment, method: &str, amount| Way {
        payment,
        method: method.into(),
        amount,
        reference: String::new(),
        back: false,
    };
    let mut by_left: Vec<&Paying> = left.iter().collect();
    by_left.sort_by_key(|paying| std::cmp::Reverse(paying.left));
    let mut rest = outside - kept;
    let mut ways = Vec::new();
    for paying in by_left {
        let amount = rest.min(paying.left.max(0));
        if amount > 0 {
            rest -= amount;
            // What came in before this program goes out as cash, unless it never should have been taken over.
            let as_cash = paying.method == OPENING && basis != RefundBasis::Opening;
            let method = if as_cash { methods::CASH } else { &paying.method };
            ways.push(way(Some(paying.id), method, amount));
        }
    }
    if rest > 0 {
        return Err(ErrorCode::RefundTooLarge.at("ways").with("most", outside - rest));
    }
    if kept > 0 {
        ways.push(way(None, methods::CASH, kept));
    }
    Ok(ways)
}

/// What leaves the clinic.
struct Going {
    outside: i64,
    /// What of it is no payment's: an earlier refund left it here.
    kept: i64,
    keepable: i64,
}

fn check(
    methods: &[PaymentMethod],
    left: &[Paying],
    going: &Going,
    asked: &[RefundWayInput],
) -> Result<Vec<Way>> {
    fields::between("ways", asked.len() as i64, 0, WAYS_MAX as i64)?;
    let mut ways: Vec<Way> = Vec::new();
    for (place, typed) in asked.iter().enumerate() {
        let at_way = |wrong: crate::Error| wrong.with("way", place + 1);
        fields::between("amount", typed.amount.0, 1, Fen::PRICE_MAX.0 * 10).map_err(at_way)?;
        let paying = match typed.payment {
            None => None,
            Some(id) => {
                let found = left.iter().find(|paying| paying.id == id);
                Some(found.ok_or_else(|| at_way(ErrorCode::NotFound.at("payment")))?)
            }
        };
        let as_paid = paying.is_some_and(|paying| paying.method == typed.method && typed.method != OPENING);
        let method = methods.iter().find(|method| method.code == typed.method && (method.active || as_paid));
        if [DEPOSIT, POINTS].contains(&typed.method.as_str()) || (method.is_none() && !as_paid) {
            return Err(at_way(ErrorCode::NotFound.at("method")));
        }
        let reference = fields::optional("reference", &typed.reference, NAME_MAX).map_err(at_way)?;
        ways.push(Way {
            payment: typed.payment,
            method: typed.method.clone(),
            amount: typed.amount.0,
            reference,
            back: false,
        });
        let sum = |of: &dyn Fn(&Way) -> bool| ways.iter().filter(|way| of(way)).map(|way| way.amount).sum();
        let most = paying.map_or(going.kept, |paying| paying.left.max(0));
        let together: i64 = sum(&|way| way.payment == typed.payment);
        let stays: i64 = sum(&|way| way.method == STORED_VALUE);
        let most = if together > most {
            Some(most)
        } else if stays > going.keepable || (typed.payment.is_none() && typed.method == STORED_VALUE) {
            Some(going.keepable)
        } else {
            None
        };
        if let Some(most) = most {
            return Err(at_way(ErrorCode::RefundTooLarge.at("amount").with("most", most)));
        }
    }
    let together: i64 = ways.iter().map(|way| way.amount).sum();
    if together == going.outside {
        Ok(ways)
    } else {
        Err(ErrorCode::WaysDiffer.at("ways").with("left", going.outside - together))
    }
}

/// On what was paid ahead and leaves the clinic, from the day of each payment: the loan prime rate where the client is not
/// the cause, the deposit rate where the client is (both the owner's settings).
fn interest(
    connection: &Connection,
    left: &[Paying],
    going: &[Way],
    sums: &Sums,
    basis: RefundBasis,
    today: NaiveDate,
) -> Result<(i64, Vec<RefundStep>)> {
    let paid = settings::choice(connection, SettingKey::RefundInterest)?;
    let rate = match basis {
        RefundBasis::Clinic if paid != "never" => SettingKey::RefundRateClinic,
        RefundBasis::Client if paid == "both" => SettingKey::RefundRateClient,
        _ => return Ok((0, Vec::new())),
    };
    let rate = settings::whole_number(connection, rate)?;
    let mut since: Vec<(NaiveDate, i64)> = Vec::new();
    for way in going.iter().filter(|way| way.method != STORED_VALUE) {
        let Some(paying) = left.iter().find(|paying| Some(paying.id) == way.payment) else { continue };
        match since.iter_mut().find(|(day, _)| *day == paying.day) {
            Some((_, sum)) => *sum += way.amount,
            None => since.push((paying.day, way.amount)),
        }
    }
    since.sort_unstable();
    let mut steps = Vec::new();
    for (day, amount) in since {
        let days = (today - day).num_days();
        let (amount, all) = (i128::from(amount), i128::from((sums.all() - sums.kept).max(1)));
        let base = amount * i128::from(sums.prepaid) / all;
        let exact = base * i128::from(rate) * i128::from(days.max(0));
        let year = 10_000 * 365;
        let interest = i64::try_from((exact * 2 + year) / (year * 2)).unwrap_or(i64::MAX);
        if interest > 0 {
            steps.push(RefundStep {
                count: days,
                price: Fen(i64::try_from(base).unwrap_or(i64::MAX)),
                rate,
                ..RefundStep::new(RefundStepKind::Interest, interest)
            });
        }
    }
    Ok((steps.iter().map(|step| step.amount.0).sum(), steps))
}
