//! What a checkout costs, line by line, before anything is written: what the client is shown before paying
//! (明码标价规定 15).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::accounts::{self, Balances};
use super::cart::{self, Cart};
use super::lines::Line;
use super::types::{LineKind, Reduction, SaleInput};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::error::Result;
use crate::ids::BatchId;
use crate::membership::points::earn::PointsWhy;
use crate::membership::points::redeem;
use crate::membership::points::rules::PointsMoney;
use crate::store::Store;
use crate::verbs::Verb;

/// Sessions that a line gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct QuotedSessions {
    /// Of what.
    pub name: String,
    /// How many.
    #[ts(type = "number")]
    pub sessions: i64,
    /// Given on top.
    pub gift: bool,
}

/// Where a line's packs come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotedBatch {
    /// Which.
    pub batch: BatchId,
    /// Its lot.
    pub lot: String,
    /// The last day of use.
    pub expires_on: NaiveDate,
}

/// A line with its price and how it came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotedLine {
    /// What it sells.
    pub kind: LineKind,
    /// What it is called; empty for money.
    pub name: String,
    /// The standard name of a procedure.
    pub standard_name: String,
    /// Sessions, cards or packs.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Of one.
    pub list_price: Fen,
    /// Of all, by the list.
    pub list_total: Fen,
    /// What it was lowered by, in this order.
    pub reductions: Vec<Reduction>,
    /// What is paid.
    pub price: Fen,
    /// Sessions that it gives.
    pub sessions: Vec<QuotedSessions>,
    /// Where its packs come from.
    pub batch: Option<QuotedBatch>,
    /// Given on top of money paid ahead.
    pub gift: Fen,
    /// Whether no approved plan asks for it although one should.
    pub without_plan: bool,
    /// So many points pay for it instead of money.
    #[ts(type = "number")]
    pub reward_points: i64,
    /// What it earns, multiplied by so many thousandths; 0 where nothing.
    pub multiplier: u32,
    /// Why.
    pub multiplied_by: PointsWhy,
}

/// What a checkout has to do with points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuotedPoints {
    /// So many the client has.
    #[ts(type = "number")]
    pub available: i64,
    /// So many pay for rewards.
    #[ts(type = "number")]
    pub rewards: i64,
    /// How points are money, where they are.
    pub money: Option<PointsMoney>,
    /// So much of the total they can pay now.
    pub payable: Fen,
    /// So many are earned at most, where all is paid with money.
    #[ts(type = "number")]
    pub earns: i64,
}

impl From<&Line> for QuotedLine {
    fn from(line: &Line) -> QuotedLine {
        let sessions = line.grants.iter().map(|grant| QuotedSessions {
            name: grant.name.clone(),
            sessions: grant.sessions,
            gift: grant.gift,
        });
        QuotedLine {
            kind: line.kind,
            name: line.name.clone(),
            standard_name: line.standard_name.clone(),
            quantity: line.quantity,
            list_price: line.list_price,
            list_total: line.price.list,
            reductions: line.price.reductions.clone(),
            price: line.price.now,
            sessions: sessions.collect(),
            batch: line.goods.as_ref().map(|goods| QuotedBatch {
                batch: goods.batch,
                lot: goods.lot.clone(),
                expires_on: goods.expires_on,
            }),
            gift: line.gift,
            without_plan: line.needs_plan(),
            reward_points: line.reward_points,
            multiplier: line.earns.multiplier,
            multiplied_by: line.earns.why,
        }
    }
}

/// A checkout, priced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// In their order.
    pub lines: Vec<QuotedLine>,
    /// By the list.
    pub list_total: Fen,
    /// What is to pay.
    pub total: Fen,
    /// Whether something is given by hand, which needs a reason.
    pub by_hand: bool,
    /// Whether more is given by hand than who is signed in may give.
    pub over_limit: bool,
    /// What that person may give, in thousandths of a price.
    #[ts(type = "number")]
    pub limit: i64,
    /// Whether something is sold that no approved plan asks for, which needs a reason.
    pub without_plan: bool,
    /// What the client has here, and owes.
    pub balances: Balances,
    /// How much of the total stored value can pay now.
    pub stored_value: Fen,
    /// How much of it a deposit can.
    pub deposit: Fen,
    /// What it has to do with points.
    pub points: QuotedPoints,
}

/// What to price.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct QuoteSale {
    /// The checkout.
    pub sale: SaleInput,
}

/// Prices a checkout.
///
/// # Errors
/// As the sale itself would, by line.
pub fn quote(store: &Store, actor: &Actor, input: &QuoteSale) -> Result<Quote> {
    store.read(actor, Verb::SaleQuote, |read| {
        let connection = read.connection();
        let cart = cart::read(connection, read.today(), &input.sale)?;
        let family = clients::family(connection, input.sale.client)?;
        let balances = accounts::balances(connection, &family)?;
        let points = redeem::available(connection, &family, read.today())?;
        let limit = cart::limit_of(connection, cart::roles(actor))?;
        Ok(of(&cart, balances, points, limit))
    })
}

fn of(cart: &Cart, balances: Balances, points: i64, limit: i64) -> Quote {
    let rewards = cart.reward_points();
    let payable = |money: PointsMoney| money.payable(cart.payable_with_stored_value(), points - rewards);
    Quote {
        lines: cart.lines.iter().map(QuotedLine::from).collect(),
        list_total: cart.list_total,
        total: cart.total,
        by_hand: cart.by_hand > 0,
        over_limit: cart.by_hand > limit,
        limit,
        without_plan: !cart.without_plan.is_empty(),
        balances,
        stored_value: Fen(balances.stored_value().0.min(cart.payable_with_stored_value().0)),
        deposit: Fen(balances.deposit.0.max(0).min(cart.payable_with_deposit().0)),
        points: QuotedPoints {
            available: points,
            rewards,
            money: cart.points.money,
            payable: cart.points.money.map_or(Fen(0), payable),
            earns: cart.earns(),
        },
    }
}
