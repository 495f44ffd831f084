//! Everybody by tier: how many have each, who will lose one, who nearly has the next, who has one by hand. Derived anew
//! whenever it is asked, so that no night, no closed month and no late record can leave it behind.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::{Folded, Until, fold};
use super::known::Beside;
use super::schemes::{self, of_day};
use super::standing::{is_near, named, next};
use super::types::{NextTier, TierName, TierRules};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients::hits;
use crate::clients::types::ClientHit;
use crate::error::Result;
use crate::ids::ClientId;
use crate::membership::spending::read as spending;
use crate::store::Store;
use crate::verbs::Verb;

/// The most clients that are listed; all are counted.
const LISTED_MAX: usize = 1_000;
/// The next tier is near where so much of what it asks for is missing at most, in thousandths.
const NEAR: i64 = 200;

/// Which clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TierGroup {
    /// Those of a tier.
    Tier {
        /// Which.
        code: String,
    },
    /// Those who will lose theirs soon.
    Falling,
    /// Those who nearly have the next.
    Rising,
    /// Those whose tier stands on one that was given by hand.
    Granted,
}

/// Whom to list.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ListMembers {
    /// Of which group.
    pub group: TierGroup,
}

/// How many have a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierCount {
    /// Which.
    pub tier: TierName,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
}

/// A client with a tier, or near one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierMember {
    /// Who.
    pub client: ClientHit,
    /// Which tier.
    pub tier: Option<TierName>,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// What was spent.
    pub lifetime: Fen,
    /// Of it what counts for the last twelve months.
    pub year: Fen,
    /// What comes next.
    pub next: Option<NextTier>,
    /// On which day it will be lost, where that is near.
    pub falls_on: Option<NaiveDate>,
    /// To which.
    pub falls_to: Option<TierName>,
    /// What keeps it; `None` where nothing does.
    pub missing: Option<Fen>,
    /// The last day of a tier that was given by hand.
    pub granted_until: Option<NaiveDate>,
}

/// Everybody by tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TierMembers {
    /// Whether the clinic has tiers.
    pub has_scheme: bool,
    /// The highest first.
    pub tiers: Vec<TierCount>,
    /// How many will lose theirs soon.
    #[ts(type = "number")]
    pub falling: i64,
    /// How many nearly have the next.
    #[ts(type = "number")]
    pub rising: i64,
    /// How many have one by hand.
    #[ts(type = "number")]
    pub granted: i64,
    /// Those of the group: who falls first, who is nearest, who spent most; the first of many.
    pub members: Vec<TierMember>,
    /// How many they are.
    #[ts(type = "number")]
    pub count: i64,
}

/// Lists them.
///
/// # Errors
/// What the disk gives.
pub fn members(store: &Store, actor: &Actor, input: &ListMembers) -> Result<TierMembers> {
    store.read(actor, Verb::TierMembers, |read| {
        let (connection, today) = (read.connection(), read.today());
        let schemes = schemes::all(connection)?;
        let steps = schemes::steps(&schemes);
        let rules = of_day(&steps, today).filter(|rules| !rules.tiers.is_empty());
        let mut answer = TierMembers {
            has_scheme: rules.is_some(),
            tiers: Vec::new(),
            falling: 0,
            rising: 0,
            granted: 0,
            members: Vec::new(),
            count: 0,
        };
        let Some(rules) = rules else { return Ok(answer) };
        let beside = Beside::all(connection)?;
        let mut counts = vec![0_i64; rules.tiers.len()];
        let mut found: Vec<Found> = Vec::new();
        spending::each(connection, &beside.clients(), |client, spent| {
            let known = beside.known(client, &steps, spent);
            let folded = fold(&known, today, Until::NextChange);
            if let Some(tier) = folded.tier {
                counts[tier.tier] += 1;
            }
            let one = Found {
                client,
                falling: falls(&folded, rules, today),
                rising: nearly(&folded, rules),
                granted_until: folded.granted.map(|place| known.grants[place].until),
                folded,
            };
            answer.falling += i64::from(one.falling);
            answer.rising += i64::from(one.rising);
            answer.granted += i64::from(one.granted_until.is_some());
            if one.is_of(&input.group, rules) {
                found.push(one);
            }
            Ok(())
        })?;
        answer.tiers = rules
            .tiers
            .iter()
            .zip(counts)
            .rev()
            .map(|(tier, count)| TierCount { tier: tier.named(), count })
            .collect();
        answer.count = found.len() as i64;
        found.sort_by_key(|one| one.place(&input.group, rules));
        for one in found.into_iter().take(LISTED_MAX) {
            let Found { client, folded, falling, granted_until, .. } = one;
            let fall = folded.ahead.filter(|_| falling);
            answer.members.push(TierMember {
                client: hits::hit(read, client)?,
                tier: folded.tier.map(|at| named(&steps, at)),
                since: folded.tier.and(folded.changes.last()).map(|change| change.day),
                lifetime: Fen(folded.lifetime),
                year: Fen(folded.year),
                next: next(rules, &folded),
                falls_on: fall.map(|ahead| ahead.change.day),
                falls_to: fall.and_then(|ahead| ahead.change.to).map(|at| named(&steps, at)),
                missing: fall.and_then(|ahead| ahead.missing).map(Fen),
                granted_until,
            });
        }
        Ok(answer)
    })
}

struct Found {
    client: ClientId,
    folded: Folded,
    falling: bool,
    rising: bool,
    granted_until: Option<NaiveDate>,
}

impl Found {
    fn is_of(&self, group: &TierGroup, rules: &TierRules) -> bool {
        match group {
            TierGroup::Tier { code } => self.folded.tier.is_some_and(|at| rules.tiers[at.tier].code == *code),
            TierGroup::Falling => self.falling,
            TierGroup::Rising => self.rising,
            TierGroup::Granted => self.granted_until.is_some(),
        }
    }

    /// The order in which a group is listed.
    fn place(&self, group: &TierGroup, rules: &TierRules) -> (i64, i64, ClientId) {
        let days = |day: Option<NaiveDate>| day.map_or(i64::MAX, |day| (day - NaiveDate::MIN).num_days());
        let first = match group {
            TierGroup::Tier { .. } => 0,
            TierGroup::Falling => days(self.folded.ahead.map(|ahead| ahead.change.day)),
            TierGroup::Rising => next(rules, &self.folded).map_or(i64::MAX, |next| next.missing.0),
            TierGroup::Granted => days(self.granted_until),
        };
        (first, -self.folded.lifetime, self.client)
    }
}

fn falls(folded: &Folded, rules: &TierRules, today: NaiveDate) -> bool {
    folded.ahead.is_some_and(|ahead| !ahead.change.up && is_near(rules, ahead.change.day, today))
}

fn nearly(folded: &Folded, rules: &TierRules) -> bool {
    next(rules, folded)
        .is_some_and(|next| next.missing.0 > 0 && next.missing.0 * 1_000 <= next.amount.0 * NEAR)
}
