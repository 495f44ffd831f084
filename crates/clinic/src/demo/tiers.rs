//! The demo clinic's tiers: the boutique scheme, made stricter a month ago, and a few given by hand.

use super::run::Run;
use super::setup::Cast;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::error::Result;
use crate::ids::{ClientId, ProcedureId, TierGrantId, TierSchemeId};
use crate::membership::tiers::TierRules;
use crate::membership::tiers::grants::{GrantTier, grant};
use crate::membership::tiers::presets::{TierPresetKind, rules};
use crate::membership::tiers::schemes::{SetTiers, set};
use crate::stock::Witnessed;
use crate::store::Store;

/// So many days ago silver was made dearer.
pub(super) const STRICTER_DAYS: i64 = 29;
/// What silver asked for before, in fen.
const SILVER_BEFORE: Fen = Fen(800_000);
/// By the owner.
const OWNER: usize = 0;

/// The scheme that ships, with every other procedure on silver's list.
fn boutique(procedures: &[ProcedureId]) -> TierRules {
    let mut rules = rules(TierPresetKind::Boutique);
    rules.tiers[1].procedures = procedures.iter().copied().step_by(2).collect();
    rules
}

/// What the clinic began with.
pub(super) fn set_up(store: &Store, cast: &Cast) -> Result<()> {
    let mut rules = boutique(&cast.procedures);
    rules.tiers[1].amount = SILVER_BEFORE;
    begin(store, &cast.actors[OWNER], rules)
}

fn begin(store: &Store, owner: &Actor, rules: TierRules) -> Result<()> {
    let id = TierSchemeId(super::draw(store));
    set(store, owner, &SetTiers { id, rules, takes_effect_on: store.today() })
}

impl Run<'_> {
    /// From now on it is the scheme as it ships: who has too little for silver now will lose it.
    pub(super) fn make_stricter(&self) -> Result<()> {
        begin(self.store, self.by(OWNER), boutique(&self.cast.procedures))
    }

    /// Somebody has a tier for what they do for the clinic.
    pub(super) fn give_tier(&self, client: ClientId) -> Result<()> {
        let input = GrantTier {
            id: TierGrantId(self.draw()),
            client,
            tier: "gold".to_owned(),
            until: self.store.today() + chrono::Days::new(40),
            reason: "美妆博主合作".to_owned(),
        };
        grant(self.store, self.by(OWNER), Witnessed { input: &input, witness: None })
    }
}
