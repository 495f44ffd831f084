//! Tiers: earned in the moment of payment, kept with what caused them, lost with a refund or on a stated day, and the same
//! on every computer.

use chrono::{Days, NaiveDate};
use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::refunds::reverse::reverse as reverse_refund;
use jingtai_clinic::billing::refunds::{RefundBasis, ReverseRefund};
use jingtai_clinic::billing::settle::{SettleSale, settle};
use jingtai_clinic::billing::{self, ArrearsInput, Discount, PaySale, ReductionKind, SaleItem};
use jingtai_clinic::clients::join::{EndJoin, Join, end_join, join};
use jingtai_clinic::ids::{ClientId, RefundId, SaleId, TierGrantEndId, TierGrantId, TierSchemeId};
use jingtai_clinic::membership::spending::{Counting, SpendingCounts, StoredValueCounts};
use jingtai_clinic::membership::tiers::grants::{EndTierGrant, GrantTier, end, grant};
use jingtai_clinic::membership::tiers::members::{ListMembers, TierGroup, TierMembers, members};
use jingtai_clinic::membership::tiers::presets::{TierPresetKind, rules};
use jingtai_clinic::membership::tiers::preview::{PreviewTiers, TierPreview, preview};
use jingtai_clinic::membership::tiers::schemes::{SetTiers, schemes, set};
use jingtai_clinic::membership::tiers::standing::{TierOfSale, of_client, of_sale};
use jingtai_clinic::membership::tiers::{ClientTier, TierCause, TierOf, TierRules};
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::{Actor, Error, ErrorCode, Store, World};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::common::sign_in;
use crate::giving_back::{everything, refund};
use crate::redeeming::treat;
use crate::till::{CREAM, LASER, Till, code, line, paid, refusal, till};

/// Basic from the first purchase at 9.5 折, silver from 3,000 at 8.8 折 for lasers, gold from 5,000 in twelve months.
fn small(till: &Till) -> TierRules {
    let mut rules = rules(TierPresetKind::Boutique);
    rules.tiers[1].amount = Fen(3 * LASER.0);
    rules.tiers[1].procedures = vec![till.laser];
    rules.tiers[2].amount = Fen(5 * LASER.0);
    rules
}

fn begin(till: &Till, id: u128, rules: TierRules, on: NaiveDate) -> Result<(), Error> {
    let input = SetTiers { id: TierSchemeId(Uuid::from_u128(id)), rules, takes_effect_on: on };
    set(till.store(), &till.house.clinic.owner, &input)
}

/// A till with these rules, in force today.
pub(crate) fn with_tiers(seed: u64) -> Till {
    let till = till(seed);
    begin(&till, 1, small(&till), till.store().today()).expect("rules");
    till
}

fn tier_at(store: &Store, actor: &Actor, client: ClientId) -> ClientTier {
    of_client(store, actor, TierOf { client }).expect("a tier")
}

fn tier_of(till: &Till, client: ClientId) -> ClientTier {
    tier_at(till.store(), &till.reception, client)
}

fn tier(till: &Till) -> String {
    tier_of(till, till.client()).tier.map_or_else(String::new, |tier| tier.code)
}

fn spent(till: &Till) -> (i64, i64) {
    let spending = tier_of(till, till.client()).spending.expect("for who sees money");
    (spending.lifetime.0, spending.year.0)
}

fn upgrade(till: &Till, sale: SaleId) -> Option<String> {
    let upgrade = of_sale(till.store(), &till.reception, TierOfSale { sale }).expect("an answer");
    upgrade.and_then(|upgrade| upgrade.change.to).map(|tier| tier.code)
}

fn looked_at(till: &Till, group: TierGroup) -> TierMembers {
    members(till.store(), &till.reception, &ListMembers { group }).expect("members")
}

#[test]
fn a_tier_is_earned_by_a_payment_and_lowers_the_next_price() {
    let till = with_tiers(120);
    assert_eq!(tier(&till), "");
    let first = till.sell(vec![till.lasers(3)]);
    assert_eq!((first.total, upgrade(&till, first.id).as_deref()), (Fen(3 * LASER.0), Some("silver")));
    let of = tier_of(&till, till.client());
    let caused = TierCause::Paid { sale: first.id, number: first.number.clone() };
    assert_eq!((of.changes.len(), &of.changes[0].cause, of.changes[0].up), (1, &caused, true));
    let next = of.next.expect("gold comes next");
    assert_eq!((next.tier.code.as_str(), next.missing), ("gold", Fen(2 * LASER.0)));

    // 8.8 折 for what is listed, basic's 9.5 折 for the rest; nothing for what no tier names.
    let lips = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(10_001)) };
    let second = till.sell(vec![till.lasers(1), line(lips, 1), till.creams(1), till.cards(1)]);
    let lowered: Vec<_> = second
        .lines
        .iter()
        .map(|line| {
            let by = line.reductions.iter().find(|one| one.kind == ReductionKind::Tier);
            (line.price.0, by.map(|one| (one.amount.0, one.name.as_str(), one.rate)))
        })
        .collect();
    assert_eq!(lowered[0], (88_000, Some((12_000, "银卡会员", 880))));
    assert_eq!(lowered[1], (9_501, Some((500, "基础会员", 950))));
    assert_eq!((lowered[2].1, lowered[3].1), (None, None));
    assert_eq!(upgrade(&till, second.id).as_deref(), Some("gold"));
    assert_eq!(upgrade(&till, first.id), None, "it is not the tier of today any more");
    // 12,345 of cream is no service.
    assert_eq!(spent(&till).0, 300_000 + 88_000 + 9_501 + second.lines[3].price.0);
}

#[test]
fn a_plans_price_and_a_tiers_are_not_taken_twice() {
    let till = with_tiers(121);
    till.sell(vec![till.lasers(3)]);
    let dear = till.plan(2, 190_000);
    let seen = till.quote(&till.sale(vec![till.of_plan(dear, 2)])).expect("a price");
    assert_eq!(seen.total, Fen(176_000), "the tier asks less than the plan");
    let till = with_tiers(122);
    till.sell(vec![till.lasers(3)]);
    let cheap = till.plan(2, 150_000);
    let mut sale = till.sale(vec![till.of_plan(cheap, 2)]);
    let seen = till.quote(&sale).expect("a price");
    assert_eq!((seen.total, seen.lines[0].reductions.len()), (Fen(150_000), 1), "the plan asks less");
    sale.discount = Some(Discount::Off(Fen(1_000)));
    assert_eq!(till.quote(&sale).expect("a price").total, Fen(149_000));
}

#[test]
fn a_refund_takes_its_spending_and_its_tier_and_says_so_before() {
    let till = with_tiers(123);
    till.sell(vec![till.lasers(2)]);
    let sold = till.sell(vec![till.lasers(4)]);
    assert_eq!((tier(&till).as_str(), spent(&till)), ("gold", (580_000, 580_000)));
    let mut asked = refund(sold.id, RefundBasis::CoolingOff, vec![]);
    let nothing = till.refund_quote(&asked).expect("a quote");
    assert_eq!(nothing.tier, None);
    asked.parts = everything(&nothing);
    let turn = till.refund_quote(&asked).expect("a quote").tier.expect("it would be lost");
    let turned = (turn.from.map(|tier| tier.code), turn.to.map(|tier| tier.code));
    assert_eq!(turned, (Some("gold".into()), Some("basic".into())));
    till.pass_days(1);
    let given = till.give_back(9, &asked).expect("gives back");
    let of = tier_of(&till, till.client());
    let by = TierCause::Refund { sale: sold.id, number: given.number.clone() };
    assert_eq!(
        (tier(&till).as_str(), spent(&till), &of.changes[0].cause),
        ("basic", (200_000, 200_000), &by)
    );
    // The refund was wrong: everything is as it was, on its own day.
    till.pass_days(20);
    let back =
        ReverseRefund { id: RefundId(Uuid::from_u128(10)), refund: given.id, reason: "退错了".into() };
    reverse_refund(till.store(), &till.cashier, Witnessed { input: &back, witness: None })
        .expect("takes back");
    let of = tier_of(&till, till.client());
    let falls = of.falls.expect("in a year");
    assert_eq!((tier(&till).as_str(), falls.on), ("gold", "2027-04-01".parse().expect("a day")));
}

#[test]
fn what_counts_is_the_owners_choice() {
    use SpendingCounts::{Executed, Sold};
    use StoredValueCounts::{PaidIn, Used};
    let till = with_tiers(124);
    let rule = SetSetting { key: SettingKey::StoredValueOrder, value: "gift_first".into() };
    settings::set(till.store(), &till.house.clinic.owner, &rule).expect("a rule");
    // 5,000 paid ahead with 500 on top; then a laser at 9.5 折 and a cream, 950 of them paid with what was paid ahead.
    till.sell(vec![line(SaleItem::StoredValue { principal: Fen(500_000), offer: Some(till.offer) }, 1)]);
    let sale = till.sale(vec![till.lasers(1), till.creams(1)]);
    let payments = vec![paid("stored_value", 95_000), paid("cash", CREAM.0)];
    till.pay(&till.paying(sale, payments)).expect("sells");
    let counted = |id: u128, counts, stored_value, products| {
        let mut rules = small(&till);
        rules.counting = Counting { counts, stored_value, products };
        begin(&till, id, rules, till.store().today()).expect("rules");
        let world = &till.house.clinic.world;
        world.set(world.now() + 1);
        spent(&till).0
    };
    let (principal, all) = (45_000, 95_000 + CREAM.0);
    let laser = |money: i64| money * 95_000 / all;
    assert_eq!(counted(2, Sold, Used, false), laser(CREAM.0 + principal));
    assert_eq!(counted(3, Sold, Used, true), CREAM.0 + principal);
    assert_eq!(counted(4, Sold, PaidIn, false), 500_000 + laser(CREAM.0));
    assert_eq!(counted(5, Sold, PaidIn, true), 500_000 + CREAM.0);
    assert_eq!(counted(6, Executed, Used, false), 0);
    assert_eq!(counted(7, Executed, PaidIn, true), 500_000 + CREAM.0 - laser(CREAM.0));
}

#[test]
fn where_execution_counts_the_signature_brings_the_tier_and_its_withdrawal_takes_it() {
    let till = with_tiers(125);
    till.house.consent();
    let mut rules = small(&till);
    rules.counting.counts = SpendingCounts::Executed;
    rules.tiers[1].amount = Fen(30_000);
    begin(&till, 2, rules, till.store().today()).expect("rules");
    let lips = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(33_333)) };
    let sold = till.sell(vec![line(lips, 2)]);
    assert_eq!((tier(&till).as_str(), spent(&till).0), ("basic", 0));
    let signed = treat(&till, sold.entitlements[0].id);
    let of = tier_of(&till, till.client());
    let by = TierCause::Executed { sale: sold.id, number: sold.number };
    assert_eq!((tier(&till).as_str(), spent(&till).0, &of.changes[0].cause), ("silver", 33_333, &by));
    assert_eq!(upgrade(&till, sold.id).as_deref(), Some("silver"));
    let input = WithdrawTreatment { id: signed.id, reason: "写错了人".into() };
    till.pass_days(1);
    withdraw(till.store(), &till.house.doctor, &input).expect("withdraws");
    assert_eq!((tier(&till).as_str(), spent(&till).0), ("basic", 0));
    // That it was had once is history.
    let of = tier_of(&till, till.client());
    assert_eq!(of.changes.iter().map(|change| change.up).collect::<Vec<_>>(), [false, true, true]);
}

#[test]
fn a_debt_counts_when_it_is_paid() {
    let till = with_tiers(126);
    let mut owing = till.paying(till.sale(vec![till.lasers(3)]), vec![paid("wechat", 100_000)]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
    let sold = till.pay_by(&till.reception, &owing, Some(till.owner_session())).expect("sells");
    assert_eq!((tier(&till).as_str(), spent(&till).0), ("basic", 100_000));
    till.pass_days(3);
    let rest = vec![paid("cash", 200_000)];
    let input = SettleSale { id: Uuid::from_u128(7), sale: sold.id, payments: rest };
    settle(till.store(), &till.reception, &input).expect("pays");
    assert_eq!(upgrade(&till, sold.id).as_deref(), Some("silver"));
}

#[test]
fn joined_files_have_one_tier_and_parted_ones_their_own() {
    let till = with_tiers(127);
    till.sell(vec![till.lasers(2)]);
    let mut sale = till.sale(vec![till.lasers(2)]);
    sale.client = till.other;
    till.pay(&till.paying(sale, vec![paid("cash", 2 * LASER.0)])).expect("sells");
    assert_eq!(tier(&till), "basic");
    let owner = &till.house.clinic.owner;
    let alias =
        join(till.store(), owner, Join { survivor: till.client(), loser: till.other }).expect("joins");
    assert_eq!((tier(&till).as_str(), spent(&till).0), ("silver", 4 * LASER.0));
    let silver = || looked_at(&till, TierGroup::Tier { code: "silver".into() });
    assert_eq!((silver().count, silver().members[0].client.id), (1, till.client()));
    end_join(till.store(), owner, EndJoin { alias }).expect("parts");
    assert_eq!((tier(&till).as_str(), silver().count), ("basic", 0));
}

#[test]
fn a_preview_says_who_moves_and_they_do() {
    let till = with_tiers(128);
    till.sell(vec![till.lasers(3)]);
    let mut sale = till.sale(vec![till.lasers(1)]);
    sale.client = till.other;
    till.pay(&till.paying(sale, vec![paid("cash", LASER.0)])).expect("sells");
    let today = till.store().today();
    let look = |rules: &TierRules, on: NaiveDate| -> TierPreview {
        let input = PreviewTiers { rules: rules.clone(), takes_effect_on: on };
        preview(till.store(), &till.house.clinic.owner, &input).expect("a preview")
    };
    let mut other = small(&till);
    other.tiers[1].amount = Fen(4 * LASER.0);
    other.tiers[2].amount = Fen(LASER.0);
    other.tiers.swap(1, 2);
    // Gold from 1,000, silver above it from 4,000: who has silver falls to gold, who has basic rises to it.
    let on = today + Days::new(10);
    let seen = look(&other, on);
    let moved = |moves: &jingtai_clinic::membership::tiers::preview::TierMoves| {
        let of = |tier: &Option<jingtai_clinic::membership::tiers::TierName>| {
            tier.as_ref().map_or("", |tier| tier.code.as_str()).to_owned()
        };
        moves
            .clients
            .iter()
            .map(|one| (one.client.id, of(&one.from), of(&one.to), one.on))
            .collect::<Vec<_>>()
    };
    let told = "2026-05-01".parse().expect("a day");
    assert_eq!(moved(&seen.up), [(till.other, "basic".into(), "gold".into(), on)]);
    assert_eq!(moved(&seen.down), [(till.client(), "silver".into(), "gold".into(), told)]);
    assert_eq!((seen.replaced.count, seen.clients), (0, 2));
    let sizes: Vec<_> =
        seen.sizes.iter().map(|size| (size.tier.code.as_str(), size.now, size.then)).collect();
    assert_eq!(sizes, [("basic", 1, 0), ("gold", 0, 2), ("silver", 1, 0)]);
    assert_eq!(tier(&till), "silver", "looking changes nothing");
    begin(&till, 2, other.clone(), on).expect("planned");
    let read = schemes(till.store(), &till.reception).expect("rules");
    assert_eq!(read.planned, Some(TierSchemeId(Uuid::from_u128(2))));
    assert_eq!(read.current, Some(TierSchemeId(Uuid::from_u128(1))));
    till.pass_days(10);
    assert_eq!(tier_of(&till, till.other).tier.expect("a tier").code, "gold");
    let falls = tier_of(&till, till.client()).falls.expect("it is said");
    assert_eq!((falls.on, falls.missing, falls.cause), (told, Some(Fen(LASER.0)), TierCause::Scheme));
    let falling = looked_at(&till, TierGroup::Falling);
    assert_eq!((falling.falling, falling.members.len()), (0, 0), "not within thirty days yet");
    till.pass_days(25);
    let falling = looked_at(&till, TierGroup::Falling);
    assert_eq!((falling.falling, falling.members[0].falls_on), (1, Some(told)));
    till.pass_days(40);
    assert_eq!(tier(&till), "gold");
    // A tier that is gone is replaced at once.
    other.tiers.remove(1);
    let seen = look(&other, till.store().today());
    assert_eq!((seen.replaced.count, seen.up.count, seen.down.count), (2, 0, 0));
}

#[test]
fn whoever_writes_rules_drops_those_that_were_planned() {
    let till = with_tiers(134);
    till.sell(vec![till.lasers(1)]);
    let today = till.store().today();
    let mut dear = small(&till);
    dear.tiers.remove(0);
    begin(&till, 2, dear, today + Days::new(10)).expect("planned");
    begin(&till, 3, small(&till), today + Days::new(20)).expect("planned");
    let planned = || schemes(till.store(), &till.reception).expect("rules").planned;
    assert_eq!(planned(), Some(TierSchemeId(Uuid::from_u128(3))));
    till.pass_days(15);
    assert_eq!((tier(&till).as_str(), planned().is_some()), ("basic", true), "the first plan never began");
}

#[test]
fn rules_that_cannot_be_are_refused_where_they_are_wrong() {
    let till = till(129);
    let today = till.store().today();
    let refused = |change: &dyn Fn(&mut TierRules), param: &str| {
        let mut rules = small(&till);
        change(&mut rules);
        refusal(begin(&till, 3, rules, today), param)
    };
    let at = |tier: &str| tier.to_owned();
    let no_list = refused(&|rules| rules.tiers[1].procedures.clear(), "tier");
    assert_eq!(no_list, (ErrorCode::Required, Some("procedures"), at("2")));
    let unknown = refused(&|rules| rules.tiers[1].procedures[0].0 = Uuid::nil(), "tier");
    assert_eq!(unknown, (ErrorCode::NotFound, Some("procedures"), at("2")));
    let low = refused(&|rules| rules.tiers[1].amount = Fen(0), "tier");
    assert_eq!(low, (ErrorCode::InvalidValue, Some("amount"), at("2")));
    let rolling = jingtai_clinic::membership::tiers::TierWindow::Rolling;
    let below = refused(
        &|rules| {
            rules.tiers[1].window = rolling;
            rules.tiers[2].amount = rules.tiers[1].amount;
        },
        "name",
    );
    assert_eq!(below, (ErrorCode::TierNotAbove, Some("amount"), "银卡会员".into()));
    let twice = refused(&|rules| rules.tiers[2].name = "银卡会员".into(), "tier");
    assert_eq!(twice, (ErrorCode::NameTaken, Some("name"), at("3")));
    let free = refused(&|rules| rules.tiers[0].rate = 0, "tier");
    assert_eq!(free, (ErrorCode::InvalidValue, Some("rate"), at("1")));
    let blank = refused(&|rules| rules.tiers[2].benefits.push(" ".into()), "tier");
    assert_eq!(blank, (ErrorCode::Required, Some("benefits"), at("3")));
    let yesterday = begin(&till, 3, small(&till), today - Days::new(1));
    assert_eq!(refusal(yesterday, "").0, ErrorCode::DayPast);
    begin(&till, 3, small(&till), today).expect("rules");
    begin(&till, 3, small(&till), today).expect("the same");
    let other = TierRules { warn_days: 3, ..small(&till) };
    assert_eq!(code(begin(&till, 3, other, today)), ErrorCode::ChangedMeanwhile);
    assert_eq!(schemes(till.store(), &till.reception).expect("rules").schemes.len(), 1);
}

#[test]
fn a_tier_by_hand_needs_the_owner_a_reason_and_a_last_day() {
    let till = with_tiers(130);
    till.sell(vec![till.lasers(1)]);
    let today = till.store().today();
    let give = |id: u128, tier: &str, until: NaiveDate, approver: bool| {
        let id = TierGrantId(Uuid::from_u128(id));
        let input =
            GrantTier {
                id, client: till.client(), tier: tier.into(), until, reason: "老板的朋友".into()
            };
        let witness = approver.then(|| till.owner_session());
        grant(till.store(), &till.reception, Witnessed { input: &input, witness })
    };
    let until = today + Days::new(30);
    assert_eq!(refusal(give(1, "gold", until, false), "why").2, "tiers");
    assert_eq!(refusal(give(1, "diamond", until, true), "").1, Some("tier"));
    assert_eq!(code(give(1, "gold", today - Days::new(1), true)), ErrorCode::DayPast);
    give(1, "gold", until, true).expect("gives");
    give(1, "gold", until, true).expect("the same");
    assert_eq!(code(give(1, "silver", until, true)), ErrorCode::ChangedMeanwhile);
    let of = tier_of(&till, till.client());
    assert_eq!((of.grants.len(), of.grants[0].holds, of.granted_until), (1, true, Some(until)));
    assert_eq!(of.changes[0].cause, TierCause::Granted { reason: "老板的朋友".into() });
    let falls = of.falls.expect("it ends");
    assert_eq!((falls.on, falls.near, falls.cause), (until + Days::new(1), false, TierCause::GrantEnded));
    assert_eq!(looked_at(&till, TierGroup::Granted).members[0].granted_until, Some(until));
    let back = |id: u128| {
        let id = TierGrantEndId(Uuid::from_u128(id));
        let input = EndTierGrant { id, grant: TierGrantId(Uuid::from_u128(1)), reason: "给错了".into() };
        end(till.store(), &till.house.clinic.owner, Witnessed { input: &input, witness: None })
    };
    back(1).expect("takes back");
    back(1).expect("the same");
    assert_eq!(code(back(2)), ErrorCode::AlreadyReversed);
    assert_eq!(tier(&till), "basic");
    give(2, "gold", until, true).expect("gives");
    till.pass_days(31);
    assert_eq!(tier(&till), "basic", "its last day is over");
    let input = EndTierGrant {
        id: TierGrantEndId(Uuid::from_u128(3)),
        grant: TierGrantId(Uuid::from_u128(2)),
        reason: "晚了".into(),
    };
    let late = end(till.store(), &till.house.clinic.owner, Witnessed { input: &input, witness: None });
    assert_eq!(code(late), ErrorCode::GrantOver);
}

#[test]
fn amounts_are_told_to_those_who_may_see_money() {
    let till = with_tiers(131);
    till.sell(vec![till.lasers(3)]);
    let doctor = tier_at(till.store(), &Actor::Staff(till.house.doctor.clone()), till.client());
    assert_eq!(doctor.tier.expect("a tier").code, "silver");
    assert_eq!((doctor.spending, doctor.next), (None, None));
    assert!(tier_of(&till, till.client()).spending.is_some());
}

#[test]
fn two_computers_that_sold_apart_show_the_same_tier() {
    let till = with_tiers(132);
    let (_dir, world, second) = second_computer(&till.house.clinic, 133);
    world.set(till.house.clinic.world.now() + 1_000);
    till.sell(vec![till.lasers(2)]);
    let there = till.paying(till.sale(vec![till.lasers(1)]), vec![]);
    let owner = sign_in(&second, "院长", crate::common::OWNER_PIN);
    let sale = PaySale { total: LASER, payments: vec![paid("cash", LASER.0)], ..there };
    let input = PaySale { id: SaleId(Uuid::from_u128(77)), ..sale };
    billing::pay::pay(&second, &owner, Witnessed { input: &input, witness: None }).expect("sells");
    let of = |store: &Store| tier_at(store, &sign_in(store, "院长", crate::common::OWNER_PIN), till.client());
    assert_eq!(of(till.store()).tier.expect("a tier").code, "basic");
    pull(till.store(), &second);
    pull(&second, till.store());
    let (here, there) = (of(till.store()), of(&second));
    assert_eq!(here, there);
    assert_eq!(here.tier.expect("a tier").code, "silver");
    till.store().rebuild_derived().expect("rebuilds");
    assert_eq!(of(till.store()), there, "made anew it says the same");
}
