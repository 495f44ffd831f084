//! The demo clinic's points: the rules as shipped, with a member day, points as money, a shop, and some for checking in
//! and for bringing somebody.

use super::setup::Cast;
use crate::error::Result;
use crate::ids::{PointsSchemeId, ProductId, RewardId};
use crate::membership::points::rewards::{self, RewardInput, RewardKind};
use crate::membership::points::rules::{
    self, PointsItem, PointsItemRule, PointsMoney, PointsRules, SetPoints,
};
use crate::store::Store;

/// By the owner.
const OWNER: usize = 0;
/// What the first products of the counter cost in points, and what a session of the first procedure on a card does.
const GOODS: [i64; 3] = [800, 1_200, 2_000];
const SESSION: i64 = 3_000;

/// Rules and the shop. Says what of the shop is a product, the cheapest first.
pub(super) fn set_up(store: &Store, cast: &Cast) -> Result<Vec<(RewardId, i64)>> {
    let owner = &cast.actors[OWNER];
    let creams: &[ProductId] = &cast.counter.retail;
    // What is sold at cost earns nothing.
    let excluded = creams.last().map(|id| PointsItem::Product { id: *id });
    let rules = PointsRules {
        member_days: vec![8],
        items: excluded.map(|item| PointsItemRule { item, multiplier: 0 }).into_iter().collect(),
        sign_in: 5,
        referral: 500,
        money: Some(PointsMoney { points_per_yuan: 100, least: 500, most_percent: 30 }),
        ..PointsRules::default()
    };
    rules::set(store, owner, &SetPoints { id: PointsSchemeId(super::draw(store)), rules })?;
    let offer = |kind, item, points| -> Result<(RewardId, i64)> {
        let id = RewardId(super::draw(store));
        rewards::set(store, owner, &RewardInput { id, kind, item, points, active: true })?;
        Ok((id, points))
    };
    let mut goods = Vec::new();
    for (cream, points) in creams.iter().zip(GOODS) {
        goods.push(offer(RewardKind::Product, cream.0, points)?);
    }
    if let Some(procedure) = cast.counter.cards.first().and_then(|(_, on_it)| on_it.first()) {
        offer(RewardKind::Procedure, procedure.0, SESSION)?;
    }
    Ok(goods)
}
