//! Points and tiers.

use jingtai_clinic::membership::points::adjust::{self, AdjustPoints, ReversePoints};
use jingtai_clinic::membership::points::rewards::{self, RewardInput};
use jingtai_clinic::membership::points::rules::{self, SetPoints};
use jingtai_clinic::membership::points::{self, PointsOf};
use jingtai_clinic::membership::tiers::TierOf;
use jingtai_clinic::membership::tiers::grants::{self, EndTierGrant, GrantTier};
use jingtai_clinic::membership::tiers::members::{self, ListMembers};
use jingtai_clinic::membership::tiers::preview::{self, PreviewTiers};
use jingtai_clinic::membership::tiers::schemes::{self, SetTiers};
use jingtai_clinic::membership::tiers::standing::{self, TierOfSale};

use super::stock::witnessed;
use super::{Command, Nothing, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("points.of_client", |store, actor, input: PointsOf| points::of_client(store, actor, input)),
        verb("points.rules", |store, actor, _: Nothing| rules::settings(store, actor)),
        verb("points.set_rules", |store, actor, input: SetPoints| rules::set(store, actor, &input)),
        verb("points.set_reward", |store, actor, input: RewardInput| rewards::set(store, actor, &input)),
        witnessed::<AdjustPoints, _>("points.adjust", adjust::adjust),
        witnessed::<ReversePoints, _>("points.reverse", adjust::reverse),
        verb("tiers.schemes", |store, actor, _: Nothing| schemes::schemes(store, actor)),
        verb("tiers.preview", |store, actor, input: PreviewTiers| preview::preview(store, actor, &input)),
        verb("tiers.set", |store, actor, input: SetTiers| schemes::set(store, actor, &input)),
        verb("tiers.of_client", |store, actor, input: TierOf| standing::of_client(store, actor, input)),
        verb("tiers.of_sale", |store, actor, input: TierOfSale| standing::of_sale(store, actor, input)),
        verb("tiers.members", |store, actor, input: ListMembers| members::members(store, actor, &input)),
        witnessed::<GrantTier, _>("tiers.grant", grants::grant),
        witnessed::<EndTierGrant, _>("tiers.end_grant", grants::end),
    ]
}
