//! What of a sale can be given back, how much that is and why, and where it goes: shown before anything is written.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stands::{self, Stands};
use super::types::{RefundBasis, RefundInput, RefundItem, RefundStep};
use super::ways::{self, Ways};
use super::work::{Holds, Standing, Worked};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::accounts;
use crate::billing::entitlements::Entitlement;
use crate::billing::types::LineKind;
use crate::clients::{self, types::ClientRef};
use crate::error::{ErrorCode, Result};
use crate::ids::PaymentId;
use crate::membership::points::follow::{self, Going, PointsTurn};
use crate::membership::tiers::{TierTurn, standing};
use crate::permissions::Permission;
use crate::settings::{self, SettingKey};
use crate::store::Store;
use crate::verbs::Verb;

/// What to compute.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct QuoteRefund {
    /// The refund; without parts, what can be given back.
    pub refund: RefundInput,
}

/// Something that can be given back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Refundable {
    /// What.
    pub item: RefundItem,
    /// The kind of line; what an earlier refund left here is stored value.
    pub kind: LineKind,
    /// What it was called; empty for money.
    pub name: String,
    /// What was paid for it.
    pub price: Fen,
    /// What of it went back.
    pub refunded: Fen,
    /// The most that can go back, whatever is computed.
    pub most: Fen,
    /// Its sessions.
    pub entitlements: Vec<Entitlement>,
    /// Packs that the client has.
    #[ts(type = "number")]
    pub packs: i64,
    /// What of it is kept here: principal, gift and deposit.
    pub kept: [Fen; 3],
}

/// What goes back of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuotedPart {
    /// Of what.
    pub item: RefundItem,
    /// As computed.
    pub proposed: Fen,
    /// As people decided; else as computed.
    pub amount: Fen,
    /// What is taken out of principal, gift and deposit.
    pub pots: [Fen; 3],
    /// The working; its amounts add up to the amount.
    pub steps: Vec<RefundStep>,
}

/// A way that it goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuotedWay {
    /// The payment that is given back; `None` for what an earlier refund left here.
    pub payment: Option<PaymentId>,
    /// By which method it goes.
    pub method: String,
    /// So much.
    pub amount: Fen,
    /// It goes back to where it was kept here; nobody chooses.
    pub back: bool,
}

/// A payment of the sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundablePayment {
    /// Which.
    pub id: PaymentId,
    /// The method's code.
    pub method: String,
    /// What the owner called it that day.
    pub name: String,
    /// What was paid.
    pub amount: Fen,
    /// What of it did not go back yet.
    pub left: Fen,
    /// When.
    pub day: NaiveDate,
}

/// A refund, computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefundQuote {
    /// The sale's number.
    pub number: String,
    /// Whose.
    pub client: ClientRef,
    /// When it was sold.
    pub day: NaiveDate,
    /// Until this day money paid ahead goes back for the asking.
    pub cooling_off_until: NaiveDate,
    /// Whether that day is not over.
    pub cooling_off: bool,
    /// Everything that was sold, as it stands.
    pub refundable: Vec<Refundable>,
    /// What is given back, in the order asked for.
    pub parts: Vec<QuotedPart>,
    /// All amounts together.
    pub amount: Fen,
    /// What of it is not owed any more; below nothing where it was paid too much.
    pub off_debt: Fen,
    /// What is still owed before it.
    pub owed: Fen,
    /// The sale's payments.
    pub payments: Vec<RefundablePayment>,
    /// Where it goes.
    pub ways: Vec<QuotedWay>,
    /// What of it may stay here as stored value.
    pub keepable: Fen,
    /// What interest comes to, where it is paid.
    pub interest: Fen,
    /// How.
    pub interest_steps: Vec<RefundStep>,
    /// On so much an invoice stands, which must be taken back as far as the sale is.
    pub invoiced: Fen,
    /// Whether who is signed in needs somebody else's approval.
    pub approval: bool,
    /// What becomes of the client's tier; `None` where it stays.
    pub tier: Option<TierTurn>,
    /// And of the client's points.
    pub points: Option<PointsTurn>,
}

/// Computes a refund.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the sale and of what is given back; by part, counted from 1: [`ErrorCode::Required`] where
/// nothing is given back, [`ErrorCode::InvalidValue`], [`ErrorCode::RefundTooLarge`]; by way: [`ErrorCode::WaysDiffer`],
/// [`ErrorCode::RefundTooLarge`].
pub fn quote(store: &Store, actor: &Actor, input: &QuoteRefund) -> Result<RefundQuote> {
    store.read(actor, Verb::RefundQuote, |read| {
        let (connection, today) = (read.connection(), read.today());
        let sale = stands::read(connection, input.refund.sale, today)?;
        // Every key that is pressed asks again; that the sale was read is said once.
        if input.refund.parts.is_empty() {
            read.note(sale.client);
        }
        chosen(input.refund.basis)?;
        let computed = compute(connection, &sale, &input.refund, today)?;
        of(connection, &sale, &computed, actor, today)
    })
}

/// A refund, computed.
pub(super) struct Computed<'a> {
    pub(super) parts: Vec<(&'a Standing, Worked)>,
    pub(super) ways: Ways,
}

impl Computed<'_> {
    pub(super) fn amount(&self) -> i64 {
        self.parts.iter().map(|(_, worked)| worked.amount).sum()
    }
}

/// The most parts.
const PARTS_MAX: usize = 80;

pub(super) fn compute<'a>(
    connection: &Connection,
    sale: &'a Stands,
    input: &RefundInput,
    today: NaiveDate,
) -> Result<Computed<'a>> {
    crate::fields::between("parts", input.parts.len() as i64, 0, PARTS_MAX as i64)?;
    let until = cooling_off_until(connection, sale)?;
    if input.basis == RefundBasis::CoolingOff && today > until {
        return Err(ErrorCode::CoolingOffOver.at("basis").with("day", until));
    }
    let mut parts: Vec<(&Standing, Worked)> = Vec::new();
    for (place, part) in input.parts.iter().enumerate() {
        let at_part = |wrong: crate::Error| wrong.with("part", place + 1);
        let thing = sale.things.iter().find(|thing| thing.item == part.item);
        let thing = thing.ok_or_else(|| at_part(ErrorCode::NotFound.at("item")))?;
        if input.parts[..place].iter().any(|before| before.item == part.item) {
            return Err(at_part(ErrorCode::NameTaken.at("item")));
        }
        parts.push((thing, thing.work(part, input.basis).map_err(at_part)?));
    }
    let ways = ways::divide(connection, sale, &parts, input.ways.as_deref(), input.basis, today)?;
    Ok(Computed { parts, ways })
}

/// The last day on which it goes back for the asking; of what was had before this program it is over.
fn cooling_off_until(connection: &Connection, sale: &Stands) -> Result<NaiveDate> {
    if sale.opening {
        return Ok(sale.day - chrono::Days::new(1));
    }
    Ok(sale.day + settings::days(connection, SettingKey::RefundFreeDays)?)
}

/// Opening balances are taken back as such, never by a refund that somebody chooses.
pub(super) fn chosen(basis: RefundBasis) -> Result<()> {
    if basis == RefundBasis::Opening { Err(ErrorCode::InvalidValue.at("basis")) } else { Ok(()) }
}

/// Whether somebody else must approve it.
pub(super) fn needs_approval(actor: &Actor) -> bool {
    !actor.has(Permission::Refund)
}

fn of(
    connection: &Connection,
    sale: &Stands,
    computed: &Computed<'_>,
    actor: &Actor,
    today: NaiveDate,
) -> Result<RefundQuote> {
    let client =
        clients::reference(connection, sale.client)?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
    let cooling_off_until = cooling_off_until(connection, sale)?;
    let parts = computed.parts.iter().map(|(thing, worked)| QuotedPart {
        item: thing.item,
        proposed: Fen(worked.proposed),
        amount: Fen(worked.amount),
        pots: worked.pots.map(Fen),
        steps: worked.steps.clone(),
    });
    let ways = computed.ways.ways.iter().map(|way| QuotedWay {
        payment: way.payment,
        method: way.method.clone(),
        amount: Fen(way.amount),
        back: way.back,
    });
    let payments = sale.payments.iter().map(|paying| RefundablePayment {
        id: paying.id,
        method: paying.method.clone(),
        name: paying.name.clone(),
        amount: Fen(paying.amount),
        left: Fen(paying.left),
        day: paying.day,
    });
    let (tier, points) = if computed.parts.is_empty() {
        (None, None)
    } else {
        let going = going(connection, sale, computed)?;
        (
            standing::after_refund(connection, sale.id, going.totals, today)?,
            follow::after_refund(connection, sale.id, &going, today)?,
        )
    };
    Ok(RefundQuote {
        number: sale.number.clone(),
        client,
        day: sale.day,
        cooling_off_until,
        cooling_off: today <= cooling_off_until,
        refundable: sale.things.iter().map(refundable).collect(),
        parts: parts.collect(),
        amount: Fen(computed.amount()),
        off_debt: Fen(computed.ways.off_debt),
        owed: Fen(sale.owed),
        payments: payments.collect(),
        ways: ways.collect(),
        keepable: Fen(computed.ways.keepable),
        interest: Fen(computed.ways.interest),
        interest_steps: computed.ways.steps.clone(),
        invoiced: sale.invoiced,
        approval: needs_approval(actor),
        tier,
        points,
    })
}

/// What goes back, as spending and points see it.
fn going(connection: &Connection, sale: &Stands, computed: &Computed<'_>) -> Result<Going> {
    let mut going = Going::default();
    for (thing, worked) in &computed.parts {
        if let RefundItem::Line { line } = thing.item {
            *going.totals.of_kind(thing.kind) -= worked.amount;
            going.lines.push((line, worked.amount));
            let sessions: i64 = worked.sessions.iter().map(|taken| taken.sessions).sum();
            going.counts.push((line, sessions + worked.packs));
        }
        going.totals.executed += worked.sessions.iter().map(|taken| taken.executed).sum::<i64>();
    }
    for way in &computed.ways.ways {
        let paid_by = sale.payments.iter().find(|paying| Some(paying.id) == way.payment);
        going.totals.way(paid_by.map(|paying| paying.method.as_str()), &way.method, way.amount);
        if let (true, Some(payment)) = (way.back, way.payment) {
            going.payments.push((payment, way.amount));
            for (_, pot, part) in accounts::taken_from(connection, payment, Fen(way.amount))? {
                *going.totals.by_pot(pot) -= part.0;
            }
        }
    }
    Ok(going)
}

fn refundable(thing: &Standing) -> Refundable {
    let mut of = Refundable {
        item: thing.item,
        kind: thing.kind,
        name: thing.name.clone(),
        price: Fen(thing.price),
        refunded: Fen(thing.refunded),
        most: Fen(thing.most()),
        entitlements: Vec::new(),
        packs: 0,
        kept: [Fen(0); 3],
    };
    match &thing.holds {
        Holds::Sessions(all) => of.entitlements.clone_from(all),
        Holds::Packs { left, .. } => of.packs = *left,
        Holds::Money(lot) => of.kept = lot.left.map(Fen),
        Holds::TooMuch => {}
    }
    of
}
