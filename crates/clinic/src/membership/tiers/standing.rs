//! A client's tier as people see it: what it is and gives, what comes next, what will be lost, and every change with what
//! caused it.

use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::{Ahead, At, Cause, Change, Folded, Step, Until};
use super::known::Gathered;
use super::schemes::{self, of_day};
use super::types::{
    ClientTier, NextTier, TierCause, TierChange, TierFall, TierName, TierOf, TierRule, TierRules,
    TierSpending, TierTurn,
};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::open::client_of;
use crate::clients::{self, types::ClientRef};
use crate::error::{ErrorCode, Result};
use crate::ids::SaleId;
use crate::membership::spending::sale::Totals;
use crate::membership::spending::{Spent, SpentKind, derive, read};
use crate::permissions::Permission;
use crate::store::Store;
use crate::verbs::Verb;

/// Of which sale.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TierOfSale {
    /// The sale.
    pub sale: SaleId,
}

/// A tier that a sale brought, to congratulate on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierUpgrade {
    /// Whom.
    pub client: ClientRef,
    /// The change.
    pub change: TierChange,
    /// What the tier gives, with what the tiers below it give, the highest first.
    pub rules: Vec<TierRule>,
    /// What comes after it.
    pub next: Option<NextTier>,
}

/// Reads a client's tier, with all files joined, as of today.
///
/// # Errors
/// [`ErrorCode::NotFound`].
pub fn of_client(store: &Store, actor: &Actor, input: TierOf) -> Result<ClientTier> {
    store.read(actor, Verb::TierRead, |read| {
        let (connection, today) = (read.connection(), read.today());
        let family = clients::family(connection, input.client)?;
        read.note(family[0]);
        let client =
            clients::reference(connection, family[0])?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
        let schemes = schemes::all(connection)?;
        let steps = schemes::steps(&schemes);
        let gathered = Gathered::of(connection, &family)?;
        let folded = gathered.fold(&steps, today, Until::NextChange);
        let telling = Telling { connection, steps: &steps, gathered: &gathered };
        let rules = of_day(&steps, today);
        let mut changes =
            folded.changes.iter().map(|change| telling.change(change)).collect::<Result<Vec<_>>>()?;
        changes.reverse();
        let mut grants: Vec<_> = gathered
            .grants
            .iter()
            .zip(&gathered.granted)
            .map(|(shown, granted)| {
                let mut shown = shown.clone();
                let known = rules.is_some_and(|rules| rules.place(&granted.code).is_some());
                shown.holds = known && granted.until >= today && granted.taken_back.is_none();
                shown
            })
            .collect();
        grants.reverse();
        let sees_money = read.actor().has(Permission::SeeMoney);
        Ok(ClientTier {
            client,
            has_scheme: rules.is_some_and(|rules| !rules.tiers.is_empty()),
            tier: folded.tier.map(|tier| telling.name(tier)),
            since: folded.tier.and(folded.changes.last()).map(|change| change.day),
            granted_until: folded.granted.map(|place| gathered.granted[place].until),
            rules: folded.tier.zip(rules).map_or_else(Vec::new, |(tier, rules)| given(rules, tier)),
            next: rules.filter(|_| sees_money).and_then(|rules| next(rules, &folded)),
            falls: match &folded.ahead {
                Some(ahead) => telling.fall(ahead, rules, today)?,
                None => None,
            }
            .map(|fall| TierFall { missing: fall.missing.filter(|_| sees_money), ..fall }),
            spending: sees_money
                .then_some(TierSpending { lifetime: Fen(folded.lifetime), year: Fen(folded.year) }),
            changes,
            grants,
        })
    })
}

/// The higher tier that a sale brought last, by its payments or by what was executed of it; `None` where it brought none, or
/// it is not the tier of today any more.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the sale.
pub fn of_sale(store: &Store, actor: &Actor, input: TierOfSale) -> Result<Option<TierUpgrade>> {
    store.read(actor, Verb::SaleRead, |read| {
        let (connection, today) = (read.connection(), read.today());
        let family = clients::family(connection, client_of(connection, input.sale)?)?;
        read.note(family[0]);
        let schemes = schemes::all(connection)?;
        let steps = schemes::steps(&schemes);
        let gathered = Gathered::of(connection, &family)?;
        let folded = gathered.fold(&steps, today, Until::Now);
        let Some(change) = folded.changes.last().filter(|change| change.up) else { return Ok(None) };
        let by_it = match change.cause {
            Cause::Spent(place) => {
                let spent = &gathered.spent[place];
                matches!(spent.kind, SpentKind::Paid | SpentKind::Executed)
                    && spent.sale == Some(input.sale.0)
            }
            _ => false,
        };
        let (Some(tier), Some(rules), true) = (folded.tier, of_day(&steps, today), by_it) else {
            return Ok(None);
        };
        let client =
            clients::reference(connection, family[0])?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
        let telling = Telling { connection, steps: &steps, gathered: &gathered };
        Ok(Some(TierUpgrade {
            client,
            change: telling.change(change)?,
            rules: given(rules, tier),
            next: next(rules, &folded),
        }))
    })
}

/// What one more refund of a sale would make of the client's tier; `None` where it stays.
pub(crate) fn after_refund(
    connection: &Connection,
    sale: SaleId,
    change: Totals,
    today: NaiveDate,
) -> Result<Option<TierTurn>> {
    let schemes = schemes::all(connection)?;
    let steps = schemes::steps(&schemes);
    if of_day(&steps, today).is_none() {
        return Ok(None);
    }
    let mut gathered = Gathered::of(connection, &clients::family(connection, client_of(connection, sale)?)?)?;
    let tier =
        |gathered: &Gathered| gathered.fold(&steps, today, Until::Now).tier.map(|at| named(&steps, at));
    let from = tier(&gathered);
    let before = std::mem::take(&mut gathered.spent);
    gathered.spent = derive::after_refund(connection, sale, change, today, before)?;
    read::in_order(&mut gathered.spent);
    let to = tier(&gathered);
    Ok((from != to).then_some(TierTurn { from, to }))
}

/// What a tier gives, and the tiers below it, the highest first.
fn given(rules: &TierRules, tier: At) -> Vec<TierRule> {
    rules.tiers.iter().take(tier.tier + 1).rev().cloned().collect()
}

/// The tier above.
pub(super) fn next(rules: &TierRules, folded: &Folded) -> Option<NextTier> {
    let tier = rules.tiers.get(folded.tier.map_or(0, |tier| tier.tier + 1))?;
    Some(NextTier {
        tier: tier.named(),
        window: tier.window,
        amount: tier.amount,
        missing: Fen(tier.missing(folded.lifetime, folded.year)),
    })
}

/// Says in words that people have what the fold says in places.
pub(super) struct Telling<'a> {
    pub(super) connection: &'a Connection,
    pub(super) steps: &'a [Step<'a>],
    pub(super) gathered: &'a Gathered,
}

impl Telling<'_> {
    fn name(&self, at: At) -> TierName {
        named(self.steps, at)
    }

    fn change(&self, change: &Change) -> Result<TierChange> {
        Ok(TierChange {
            day: change.day,
            from: change.from.map(|at| self.name(at)),
            to: change.to.map(|at| self.name(at)),
            up: change.up,
            cause: self.cause(change.cause)?,
        })
    }

    fn cause(&self, cause: Cause) -> Result<TierCause> {
        Ok(match cause {
            Cause::Spent(place) => self.spent(&self.gathered.spent[place])?,
            Cause::Opening => TierCause::Opening,
            Cause::Window => TierCause::Window,
            Cause::Scheme => TierCause::Scheme,
            Cause::Granted(place) => {
                TierCause::Granted { reason: self.gathered.grants[place].reason.clone() }
            }
            Cause::GrantEnded => TierCause::GrantEnded,
        })
    }

    fn spent(&self, spent: &Spent) -> Result<TierCause> {
        let number = |sql: &str, id: uuid::Uuid| -> Result<String> {
            Ok(self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
        };
        let of_sale = "SELECT number FROM sale WHERE id = ?1";
        Ok(match (spent.kind, spent.sale) {
            (SpentKind::Opening, _) | (_, None) => TierCause::Opening,
            (SpentKind::Paid, Some(sale)) => {
                TierCause::Paid { sale: SaleId(sale), number: number(of_sale, sale)? }
            }
            (SpentKind::Executed, Some(sale)) => {
                TierCause::Executed { sale: SaleId(sale), number: number(of_sale, sale)? }
            }
            (SpentKind::Voided, Some(sale)) => {
                TierCause::Voided { sale: SaleId(sale), number: number(of_sale, sale)? }
            }
            (SpentKind::Refund, Some(sale)) => TierCause::Refund {
                sale: SaleId(sale),
                number: number("SELECT number FROM refund WHERE id = ?1", spent.cause)?,
            },
        })
    }

    /// What will be lost; `None` where what comes is no loss.
    fn fall(&self, ahead: &Ahead, rules: Option<&TierRules>, today: NaiveDate) -> Result<Option<TierFall>> {
        let Ahead { change, missing } = ahead;
        if change.up {
            return Ok(None);
        }
        let near = rules.is_some_and(|rules| is_near(rules, change.day, today));
        Ok(Some(TierFall {
            on: change.day,
            to: change.to.map(|at| self.name(at)),
            missing: missing.map(Fen),
            cause: self.cause(change.cause)?,
            near,
        }))
    }
}

pub(super) fn named(steps: &[Step<'_>], at: At) -> TierName {
    steps[at.step].rules.tiers[at.tier].named()
}

/// Whether a fall is so near that it is said.
pub(super) fn is_near(rules: &TierRules, on: NaiveDate, today: NaiveDate) -> bool {
    on <= today + Days::new(rules.warn_days.into())
}
