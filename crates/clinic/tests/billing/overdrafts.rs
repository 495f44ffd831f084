//! What two computers give away twice while apart stands before the owner until it is made good, and nothing is dropped.

use std::sync::atomic::{AtomicU64, Ordering};

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::entitlements::EntitlementCause;
use jingtai_clinic::billing::entitlements::history::{OfEntitlement, history};
use jingtai_clinic::billing::refunds::RefundBasis;
use jingtai_clinic::billing::settle::{SettleSale, settle as pay_debt};
use jingtai_clinic::billing::{ArrearsInput, PaySale, Pot, SaleItem, pay};
use jingtai_clinic::compliance::{Matter, desk};
use jingtai_clinic::ids::{PointsEntryId, RefundId, SaleId, SettlementId};
use jingtai_clinic::membership::points::adjust::{AdjustPoints, adjust};
use jingtai_clinic::membership::points::{PointsOf, of_client as points_of};
use jingtai_clinic::overdrafts::settle::{SettleOverdraft, Settled, settle};
use jingtai_clinic::overdrafts::{Overdraft, OverdraftOf};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Error, ErrorCode, Store, World};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::giving_back::{paying, refund, sessions};
use crate::model::Desk;
use crate::till::{LASER, Till, code, line, paid, refusal, till};

/// A second computer, and the owner at it.
struct Apart {
    _dir: tempfile::TempDir,
    second: Store,
    owner: Actor,
}

fn apart(till: &Till, seed: u64) -> Apart {
    let (dir, world, second) = second_computer(&till.house.clinic, seed);
    world.set(till.house.clinic.world.now() + 5_000);
    let owner = crate::common::sign_in(&second, "院长", crate::common::OWNER_PIN);
    Apart { _dir: dir, second, owner }
}

impl Apart {
    fn meet(&self, till: &Till) {
        pull(till.store(), &self.second);
        pull(&self.second, till.store());
        // What is done after they met is done later.
        let world = &till.house.clinic.world;
        world.set(world.now() + 10_000);
        assert_eq!(overdrafts(till.store(), &till.house.clinic.owner), overdrafts(&self.second, &self.owner));
        self.second.rebuild_derived().expect("anew");
        assert_eq!(overdrafts(till.store(), &till.house.clinic.owner), overdrafts(&self.second, &self.owner));
    }
}

fn overdrafts(store: &Store, owner: &Actor) -> Vec<Overdraft> {
    let of = |matter| match matter {
        Matter::Overdraft { overdraft } => Some(overdraft),
        _ => None,
    };
    desk(store, owner).expect("the desk").into_iter().filter_map(|one| of(one.matter)).collect()
}

fn settling(id: u128, of: Settled, amount: i64) -> SettleOverdraft {
    SettleOverdraft { id: SettlementId(Uuid::from_u128(id)), of, amount, reason: "本店承担".into() }
}

/// The owner's word; said twice it counts once.
fn make_good(till: &Till, of: Settled, amount: i64) -> Result<(), Error> {
    static DRAWN: AtomicU64 = AtomicU64::new(1_000);
    let input = settling(DRAWN.fetch_add(1, Ordering::Relaxed).into(), of, amount);
    settle(till.store(), &till.house.clinic.owner, &input)?;
    settle(till.store(), &till.house.clinic.owner, &input)
}

#[test]
fn stored_value_spent_twice_is_made_good_in_its_pot() {
    let till = till(80);
    till.sell(vec![line(SaleItem::StoredValue { principal: Fen(500_000), offer: None }, 1)]);
    let there = apart(&till, 81);
    let spend = |id: u128, store: &Store, actor: &Actor| {
        let sale = till.sale(vec![till.lasers(4)]);
        let input = PaySale {
            id: SaleId(Uuid::from_u128(id)),
            total: Fen(4 * LASER.0),
            payments: vec![paid("stored_value", 4 * LASER.0)],
            sale,
            arrears: None,
            invoice: None,
            held: None,
        };
        pay::pay(store, actor, Witnessed { input: &input, witness: None }).expect("sells");
    };
    spend(1 << 90, till.store(), &till.house.clinic.owner);
    assert!(overdrafts(till.store(), &till.house.clinic.owner).is_empty());
    spend(1 << 91, &there.second, &there.owner);
    there.meet(&till);
    let found = overdrafts(till.store(), &till.house.clinic.owner);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].of, found[0].amount), (&OverdraftOf::Pot { pot: Pot::Principal }, 300_000));
    assert_eq!(found[0].client.id, till.client());
    let pot = Settled::Pot { client: till.client(), pot: Pot::Principal };
    let asked = make_good(&till, pot, 300_001);
    assert_eq!(refusal(asked, "most"), (ErrorCode::NotOverdrawn, Some("amount"), "300000".into()));
    assert_eq!(
        code(make_good(&till, Settled::Pot { client: till.client(), pot: Pot::Gift }, 1)),
        ErrorCode::NotOverdrawn
    );
    make_good(&till, pot, 100_000).expect("a part");
    assert_eq!(overdrafts(till.store(), &till.house.clinic.owner)[0].amount, 200_000);
    make_good(&till, pot, 200_000).expect("the rest");
    assert!(overdrafts(till.store(), &till.house.clinic.owner).is_empty());
    let account = till.account();
    assert_eq!(account.balances.principal, Fen(0));
    assert_eq!((account.entries[0].amount, account.entries[0].reason.as_str()), (Fen(200_000), "本店承担"));
    there.meet(&till);
}

#[test]
fn a_session_had_twice_is_executed_once_and_made_good() {
    let till = till(82);
    till.house.consent();
    let item = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(33_333)) };
    till.sell(vec![line(item, 1)]);
    let there = apart(&till, 83);
    let mut one = Desk::new(&till, till.store(), 1 << 32);
    let mut other = Desk::new(&till, &there.second, 1 << 64);
    one.treat(0);
    other.treat(0);
    there.meet(&till);
    let had = till.entitlements().remove(0);
    let found = overdrafts(till.store(), &till.house.clinic.owner);
    let OverdraftOf::Sessions { entitlement, .. } = found[0].of else { panic!("sessions: {found:?}") };
    assert_eq!((entitlement, found[0].amount), (had.id, 1));
    let executed = |till: &Till| -> Vec<(EntitlementCause, i64)> {
        let story =
            history(till.store(), &till.reception, OfEntitlement { id: had.id }).expect("its history");
        story.entries.iter().map(|entry| (entry.cause, entry.executed.0)).collect()
    };
    use EntitlementCause::{Redeemed, Settled as MadeGood};
    assert_eq!(executed(&till), [(Redeemed, 33_333), (Redeemed, 0)], "the earlier has all of it");
    make_good(&till, Settled::Sessions { entitlement }, 1).expect("made good");
    assert!(overdrafts(till.store(), &till.house.clinic.owner).is_empty());
    let now = till.entitlements().remove(0);
    assert_eq!((now.left, now.unredeemed), (0, Fen(0)));
    assert_eq!(executed(&till), [(Redeemed, 33_333), (Redeemed, 0), (MadeGood, 0)]);
    there.meet(&till);
}

#[test]
fn points_spent_twice_are_made_good() {
    let till = till(84);
    let points = |id: u128, points, store: &Store, actor: &Actor| {
        let id = PointsEntryId(Uuid::from_u128(id));
        let input =
            AdjustPoints { id, client: till.client(), points, expires_on: None, reason: "兑换".into() };
        adjust(store, actor, Witnessed { input: &input, witness: None }).expect("adjusts");
    };
    points(1, 100, till.store(), &till.cashier);
    let there = apart(&till, 85);
    points(2, -80, till.store(), &till.cashier);
    points(3, -70, &there.second, &there.owner);
    there.meet(&till);
    let found = overdrafts(till.store(), &till.house.clinic.owner);
    assert_eq!((&found[0].of, found[0].amount), (&OverdraftOf::Points, 50));
    make_good(&till, Settled::Points { client: till.client() }, 50).expect("made good");
    assert!(overdrafts(till.store(), &till.house.clinic.owner).is_empty());
    let now = points_of(till.store(), &till.reception, PointsOf { client: till.client() }).expect("points");
    assert_eq!((now.balance, now.lines[0].points), (0, 50));
    there.meet(&till);
}

#[test]
fn a_debt_paid_twice_a_plan_sold_twice_and_a_line_given_back_twice_stand_there_too() {
    let till = till(86);
    let plan = till.plan(2, 150_000);
    let mut owing = till.paying(till.sale(vec![till.lasers(1)]), vec![]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次".into() });
    let debt = till.pay_by(&till.house.clinic.owner, &owing, None).expect("sells").id;
    let sale = till.sell(vec![till.lasers(2)]);
    let there = apart(&till, 87);
    let both: [(&Store, &Actor, u128); 2] =
        [(till.store(), &till.house.clinic.owner, 1), (&there.second, &there.owner, 2)];
    for (store, actor, id) in both {
        let input = SettleSale { id: Uuid::from_u128(id), sale: debt, payments: vec![paid("cash", LASER.0)] };
        pay_debt(store, actor, &input).expect("pays");
        let input = PaySale {
            id: SaleId(Uuid::from_u128(id << 70)),
            sale: till.sale(vec![till.of_plan(plan, 2)]),
            total: Fen(150_000),
            payments: vec![paid("wechat", 150_000)],
            arrears: None,
            invoice: None,
            held: None,
        };
        pay::pay(store, actor, Witnessed { input: &input, witness: None }).expect("sells the plan's");
        let back =
            paying(store, actor, id, &refund(sale.id, RefundBasis::Clinic, vec![sessions(&sale, 0, 2)]));
        let back =
            jingtai_clinic::billing::refunds::PayRefund { id: RefundId(Uuid::from_u128(id << 80)), ..back };
        jingtai_clinic::billing::refunds::pay::pay(store, actor, Witnessed { input: &back, witness: None })
            .expect("gives back");
    }
    there.meet(&till);
    let found = overdrafts(till.store(), &till.house.clinic.owner);
    let mut debts = 0;
    for one in &found {
        match &one.of {
            OverdraftOf::Debt { sale, .. } => {
                assert_eq!((*sale, one.amount), (debt, LASER.0));
                debts += 1;
            }
            OverdraftOf::Plan { plan_line, .. } => {
                assert_eq!(one.amount, 2);
                make_good(&till, Settled::Plan { plan_line: *plan_line }, 2).expect("accepted");
            }
            OverdraftOf::Line { line, sale: of, .. } => {
                assert_eq!((*of, one.amount), (sale.id, 2 * LASER.0));
                make_good(&till, Settled::Line { line: *line }, one.amount).expect("accepted");
            }
            OverdraftOf::Sessions { entitlement, .. } => {
                assert_eq!(one.amount, 2);
                make_good(&till, Settled::Sessions { entitlement: *entitlement }, 2).expect("made good");
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((found.len(), debts), (4, 1));
    // What was paid too much is given back, as every refund is.
    let left = overdrafts(till.store(), &till.house.clinic.owner);
    assert!(matches!(left.as_slice(), [Overdraft { of: OverdraftOf::Debt { .. }, .. }]), "{left:?}");
    let back = till.refund_quote(&refund(debt, RefundBasis::Mistake, vec![])).expect("a quote");
    let too_much =
        back.refundable.iter().find(|one| one.item == jingtai_clinic::billing::refunds::RefundItem::Overpaid);
    let too_much = crate::giving_back::part(too_much.expect("too much").item);
    till.give_back(1 << 90, &refund(debt, RefundBasis::Mistake, vec![too_much])).expect("gives it back");
    assert!(overdrafts(till.store(), &till.house.clinic.owner).is_empty());
    there.meet(&till);
}

#[test]
fn only_the_owner_makes_good() {
    let till = till(88);
    let input = settling(1, Settled::Points { client: till.client() }, 1);
    assert_eq!(code(settle(till.store(), &till.cashier, &input)), ErrorCode::NotPermitted);
    assert_eq!(code(settle(till.store(), &till.house.clinic.owner, &input)), ErrorCode::NotOverdrawn);
}
