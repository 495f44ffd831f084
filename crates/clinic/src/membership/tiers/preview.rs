//! Who would have another tier under other rules: everybody's is derived twice, with the rules as they are and as they
//! would be.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::fold::{At, Step, Until, fold};
use super::known::Beside;
use super::schemes::{self, checked, in_time};
use super::standing::named;
use super::types::{TierName, TierRule, TierRules};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients::{self, types::ClientRef};
use crate::error::Result;
use crate::ids::ClientId;
use crate::membership::spending::read as spending;
use crate::store::Store;
use crate::verbs::Verb;

/// The most clients of a kind that are named; all are counted.
const NAMED_MAX: usize = 500;

/// Rules to try.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewTiers {
    /// They.
    pub rules: TierRules,
    /// From this day on.
    pub takes_effect_on: NaiveDate,
}

/// A client whose tier would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierMove {
    /// Who.
    pub client: ClientRef,
    /// From which.
    pub from: Option<TierName>,
    /// To which.
    pub to: Option<TierName>,
    /// When.
    pub on: NaiveDate,
    /// What was spent, by the rules as they would be.
    pub lifetime: Fen,
    /// Of it what counts for the last twelve months.
    pub year: Fen,
}

/// Clients whose tier would change in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct TierMoves {
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// Who, those who spent most first; the first of many.
    pub clients: Vec<TierMove>,
}

/// How many have a tier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierSize {
    /// Which.
    pub tier: TierName,
    /// Now; 0 for one that is new.
    #[ts(type = "number")]
    pub now: i64,
    /// Then, when those who fall have fallen; 0 for one that is gone.
    #[ts(type = "number")]
    pub then: i64,
}

/// What other rules would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TierPreview {
    /// Who would move up, at once.
    pub up: TierMoves,
    /// Who would move down, when they were told.
    pub down: TierMoves,
    /// Who has a tier that would be gone, and gets what they have spent enough for at once.
    pub replaced: TierMoves,
    /// The tiers of both, the lowest first.
    pub sizes: Vec<TierSize>,
    /// Of how many clients.
    #[ts(type = "number")]
    pub clients: i64,
}

/// One of them, on the way.
struct Moved {
    client: ClientId,
    from: Option<At>,
    to: Option<At>,
    on: NaiveDate,
    lifetime: i64,
    year: i64,
}

/// Tries rules on everybody.
///
/// # Errors
/// As [`schemes::set`].
pub fn preview(store: &Store, actor: &Actor, input: &PreviewTiers) -> Result<TierPreview> {
    store.read(actor, Verb::TierPreview, |read| {
        let connection = read.connection();
        let rules = checked(connection, &input.rules)?;
        let day = input.takes_effect_on;
        in_time(day, read.today())?;
        let schemes = schemes::all(connection)?;
        let now = schemes::steps(&schemes);
        let at = if day == read.today() { i64::MAX } else { i64::MIN };
        // What has not begun would not begin any more.
        let mut then: Vec<Step<'_>> = now.iter().filter(|step| step.day <= read.today()).copied().collect();
        then.push(Step { day, at, rules: &rules });
        let beside = Beside::all(connection)?;
        let mut seen = Seen::new(&now, &then, &rules);
        spending::each(connection, &beside.clients(), |client, spent| {
            let was = fold(&beside.known(client, &now, spent), day, Until::Now);
            let will = fold(&beside.known(client, &then, spent), day, Until::RulesHeld);
            let step = then.len() - 1;
            let ruled = will.ruled.map(|(on, tier)| (tier.map(|tier| At { step, tier }), on));
            let (to, on) = ruled.filter(|(tier, _)| *tier != will.tier).unwrap_or((will.tier, day));
            seen.note(Moved { client, from: was.tier, to, on, lifetime: will.lifetime, year: will.year });
            Ok(())
        })?;
        Ok(TierPreview {
            up: seen.moves(connection, &seen.up)?,
            down: seen.moves(connection, &seen.down)?,
            replaced: seen.moves(connection, &seen.replaced)?,
            sizes: seen.sizes(),
            clients: seen.clients,
        })
    })
}

/// What was seen so far.
struct Seen<'a> {
    now: &'a [Step<'a>],
    then: &'a [Step<'a>],
    rules: &'a TierRules,
    /// How many have each tier now, and then.
    had: Vec<(At, i64)>,
    have: Vec<(At, i64)>,
    up: Vec<Moved>,
    down: Vec<Moved>,
    replaced: Vec<Moved>,
    clients: i64,
}

impl<'a> Seen<'a> {
    fn new(now: &'a [Step<'a>], then: &'a [Step<'a>], rules: &'a TierRules) -> Seen<'a> {
        let (had, have, up, down, replaced) = (vec![], vec![], vec![], vec![], vec![]);
        Seen { now, then, rules, had, have, up, down, replaced, clients: 0 }
    }

    fn note(&mut self, moved: Moved) {
        self.clients += 1;
        count(&mut self.had, moved.from);
        count(&mut self.have, moved.to);
        let place = |steps: &[Step<'_>], at: At| self.rules.place(&steps[at.step].rules.tiers[at.tier].code);
        let from = moved.from.map(|at| place(self.now, at));
        let to = moved.to.map(|at| place(self.then, at));
        match (from, to) {
            (Some(None), _) => self.replaced.push(moved),
            (from, to) if to > from => self.up.push(moved),
            (from, to) if to < from => self.down.push(moved),
            _ => {}
        }
    }

    /// Who they are, those who spent most first.
    fn moves(&self, connection: &Connection, moved: &[Moved]) -> Result<TierMoves> {
        let mut sorted: Vec<&Moved> = moved.iter().collect();
        sorted.sort_by_key(|one| (std::cmp::Reverse((one.lifetime, one.year)), one.client));
        let mut moves = TierMoves { count: moved.len() as i64, clients: Vec::new() };
        for one in sorted.into_iter().take(NAMED_MAX) {
            if let Some(client) = clients::reference(connection, one.client)? {
                moves.clients.push(TierMove {
                    client,
                    from: one.from.map(|at| named(self.now, at)),
                    to: one.to.map(|at| named(self.then, at)),
                    on: one.on,
                    lifetime: Fen(one.lifetime),
                    year: Fen(one.year),
                });
            }
        }
        Ok(moves)
    }

    /// The tiers of the rules to try, then those that would be gone.
    fn sizes(&self) -> Vec<TierSize> {
        let sum = |counted: &[(At, i64)], steps: &[Step<'_>], code: &str| -> i64 {
            counted.iter().filter(|(at, _)| named(steps, *at).code == code).map(|(_, count)| count).sum()
        };
        let mut tiers: Vec<TierName> = self.rules.tiers.iter().map(TierRule::named).collect();
        for (at, _) in &self.had {
            let had = named(self.now, *at);
            if tiers.iter().all(|tier| tier.code != had.code) {
                tiers.push(had);
            }
        }
        let size = |tier: TierName| TierSize {
            now: sum(&self.had, self.now, &tier.code),
            then: sum(&self.have, self.then, &tier.code),
            tier,
        };
        tiers.into_iter().map(size).collect()
    }
}

fn count(counted: &mut Vec<(At, i64)>, at: Option<At>) {
    let Some(at) = at else { return };
    match counted.iter_mut().find(|(known, _)| *known == at) {
        Some((_, count)) => *count += 1,
        None => counted.push((at, 1)),
    }
}
