//! A whole checkout, priced: each line as today's catalogue has it and as the client's tier lowers it, then what is given
//! by hand on the line, then its share of what is given by hand on the whole.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::lines::{self, Before, Line};
use super::price::spread;
use super::types::{LineKind, ReductionKind, SaleInput};
use crate::actor::{Actor, Session};
use crate::amounts::Fen;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::between;
use crate::membership::FULL;
use crate::membership::points::earn::{Multipliers, earned};
use crate::membership::points::rules::{self, PointsRules};
use crate::membership::tiers::prices::{self, TierPrices};
use crate::permissions::Role;
use crate::settings::{self, SettingKey};

/// The most lines.
pub(super) const LINES_MAX: usize = 60;

/// A checkout, priced.
#[derive(Debug)]
pub(super) struct Cart {
    pub(super) lines: Vec<Line>,
    pub(super) list_total: Fen,
    pub(super) total: Fen,
    /// The largest part of a line's price that is given by hand, in thousandths.
    pub(super) by_hand: i64,
    /// What no approved plan asks for.
    pub(super) without_plan: Vec<String>,
    /// The owner's rules of points.
    pub(super) points: PointsRules,
}

impl Cart {
    /// What stored value may pay: everything but money.
    pub(super) fn payable_with_stored_value(&self) -> Fen {
        Fen(self.lines.iter().filter(|line| !line.is_money()).map(|line| line.price.now.0).sum())
    }

    /// So many points pay for what is had for them.
    pub(super) fn reward_points(&self) -> i64 {
        self.lines.iter().map(|line| line.reward_points).sum()
    }

    /// How many points it earns at most: where all of it is paid with money.
    pub(super) fn earns(&self) -> i64 {
        let lines = self.lines.iter().filter(|line| !line.is_money());
        let lines = lines.map(|line| (line.price.now.0, line.earns.multiplier));
        earned(self.payable_with_stored_value().0, lines, self.points.fen_per_point)
    }

    /// What a deposit may pay: everything but a deposit.
    pub(super) fn payable_with_deposit(&self) -> Fen {
        let deposit = |line: &&Line| line.kind != LineKind::Deposit;
        Fen(self.lines.iter().filter(deposit).map(|line| line.price.now.0).sum())
    }
}

/// Prices it.
///
/// # Errors
/// As [`lines::read`], with `line` counted from 1; [`ErrorCode::Required`] of lines, and of a discount by field.
pub(super) fn read(connection: &Connection, today: NaiveDate, input: &SaleInput) -> Result<Cart> {
    clients::require(connection, input.client)?;
    if input.lines.is_empty() {
        return Err(ErrorCode::Required.at("lines"));
    }
    between("lines", input.lines.len() as i64, 1, LINES_MAX as i64)?;
    let tier = prices::of_client(connection, input.client, today)?;
    let points = Multipliers::of(
        connection,
        rules::current(connection)?,
        input.client,
        tier.points_multiplier(),
        today,
    )?;
    let mut before = Before::default();
    let mut priced = Vec::new();
    for (place, typed) in input.lines.iter().enumerate() {
        let at_line = |wrong: crate::Error| wrong.with("line", place + 1);
        let mut line = lines::read(connection, today, input.client, typed, &mut before).map_err(at_line)?;
        if line.reward_points == 0 {
            lower_for_tier(&mut line, &tier).map_err(at_line)?;
            line.earns = points.of_line(connection, line.kind, line.item)?;
        }
        if let Some(discount) = typed.discount {
            if line.is_priceless() {
                return Err(at_line(ErrorCode::InvalidValue.at("discount")));
            }
            let to = discount.of(line.price.now).map_err(at_line)?;
            line.price.lower(ReductionKind::Line, to);
        }
        priced.push(line);
    }
    if let Some(discount) = input.discount {
        let weights: Vec<i64> =
            priced.iter().map(|line| if line.is_money() { 0 } else { line.price.now.0 }).collect();
        let all = Fen(weights.iter().sum());
        let off = Fen(all.0 - discount.of(all)?.0);
        if all.0 > 0 {
            for (line, share) in priced.iter_mut().zip(spread(off, &weights)) {
                line.price.lower(ReductionKind::Sale, Fen(line.price.now.0 - share.0));
            }
        }
    }
    let sum = |of: fn(&Line) -> i64| Fen(priced.iter().map(of).sum());
    let (list_total, total) = (sum(|line| line.price.list.0), sum(|line| line.price.now.0));
    between("total", total.0, 0, Fen::PRICE_MAX.0 * 10)?;
    let without_plan: Vec<String> =
        priced.iter().filter(|line| line.needs_plan()).map(|line| line.name.clone()).collect();
    let by_hand = priced.iter().map(by_hand).max().unwrap_or(0);
    Ok(Cart { lines: priced, list_total, total, by_hand, without_plan, points: points.rules })
}

/// What the client's tier makes of the list's price; of a card's, of its own. Where the plan says less, that holds.
fn lower_for_tier(line: &mut Line, tier: &TierPrices) -> Result<()> {
    let Some(price) = tier.of(line.kind, line.item) else { return Ok(()) };
    let of = if line.kind == LineKind::Card { line.price.now } else { line.price.list };
    line.price.lower_for(price, of)
}

/// The part of a line's price that is given by hand, in thousandths; the fen that a share is rounded by is nobody's
/// gift.
fn by_hand(line: &Line) -> i64 {
    let given = line.price.by_hand().0;
    let before = given + line.price.now.0;
    if given == 0 { 0 } else { (((given - 1) * FULL) as u64).div_ceil(before as u64).max(1) as i64 }
}

/// How much of a price somebody may give by hand, in thousandths: the most that a role of theirs may.
pub(super) fn limit_of(connection: &Connection, roles: &[Role]) -> Result<i64> {
    let mut most = 0;
    for role in roles {
        let percent = match role {
            Role::Owner => 100,
            Role::Reception => settings::whole_number(connection, SettingKey::DiscountReception)?,
            Role::Consultant => settings::whole_number(connection, SettingKey::DiscountConsultant)?,
            Role::Cashier => settings::whole_number(connection, SettingKey::DiscountCashier)?,
            Role::Doctor | Role::Nurse => 0,
        };
        most = most.max(percent * FULL / 100);
    }
    Ok(most)
}

/// The roles of who acts.
pub(super) fn roles(actor: &Actor) -> &[Role] {
    match actor {
        Actor::Staff(session) => Session::roles(session),
        Actor::System(_) => &[],
    }
}
