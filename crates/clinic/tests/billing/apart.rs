//! What must not go wrong between two tills, two versions of a plan, two files of one person.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::hold::{HoldSale, hold};
use jingtai_clinic::billing::settle::{SettleSale, settle};
use jingtai_clinic::billing::{ArrearsInput, PaymentInput, SaleItem, SaleLineInput};
use jingtai_clinic::clients::join::{EndJoin, Join, end_join, join};
use jingtai_clinic::ids::SaleId;
use jingtai_clinic::plans::open::{PlansOf, of_client};
use jingtai_clinic::plans::{DecidePlan, DraftPlan, PlanLineInput, decide, draft};
use jingtai_clinic::{Actor, ErrorCode};
use uuid::Uuid;

use crate::till::{LASER, Till, code, line, paid, refusal, till};

fn top_up(till: &Till) -> SaleLineInput {
    line(SaleItem::StoredValue { principal: Fen(500_000), offer: Some(till.offer) }, 1)
}

#[test]
fn another_checkout_under_an_old_id_is_not_believed_paid() {
    let till = till(50);
    let mut paying = till.paying(till.sale(vec![till.lasers(1)]), vec![paid("wechat", LASER.0)]);
    till.pay(&paying).expect("sells");
    paying.payments = vec![paid("cash", LASER.0)];
    assert_eq!(refusal(till.pay(&paying), ""), (ErrorCode::ChangedMeanwhile, Some("id"), String::new()));
    let mut other = till.paying(till.sale(vec![till.lasers(2)]), vec![paid("wechat", 2 * LASER.0)]);
    other.id = paying.id;
    assert_eq!(code(till.pay(&other)), ErrorCode::ChangedMeanwhile);

    let mut owing = till.paying(till.sale(vec![till.lasers(1)]), vec![]);
    owing.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
    let sold = till.pay_by(&till.reception, &owing, Some(till.owner_session())).expect("sells");
    let pay = |id: Uuid, amount| {
        let input = SettleSale { id, sale: sold.id, payments: vec![paid("cash", amount)] };
        settle(till.store(), &till.reception, &input)
    };
    pay(Uuid::from_u128(7), 100).expect("pays");
    for (id, amount) in [(Uuid::from_u128(7), 200), (sold.id.0, 100), (paying.id.0, LASER.0)] {
        assert_eq!(refusal(pay(id, amount), ""), (ErrorCode::ChangedMeanwhile, Some("id"), String::new()));
    }
    assert_eq!(till.account().balances.owed, Fen(LASER.0 - 100));
}

#[test]
fn what_a_changed_plan_still_asks_for_is_what_was_not_sold_of_it() {
    let till = till(51);
    let first = till.plan(3, 270_000);
    till.sell(vec![till.of_plan(first, 2)]);
    let owner = &till.house.clinic.owner;
    let plans = || of_client(till.store(), owner, PlansOf { client: till.client() }).expect("plans");
    let lines = [3, 1].map(|sessions| PlanLineInput {
        alternative: 0,
        procedure: till.laser,
        sessions,
        price: Some(Fen(90_000 * i64::from(sessions))),
        note: String::new(),
    });
    let input = DraftPlan {
        id: Some(plans()[0].id),
        client: till.client(),
        visit: None,
        note: String::new(),
        lines: lines.to_vec(),
    };
    draft::draft(till.store(), owner, &input).expect("a version");
    let version = plans()[0].versions[0].id;
    let doctor = Actor::Staff(till.house.doctor.clone());
    let word = DecidePlan { version, approve: true, reason: String::new() };
    decide::decide(till.store(), &doctor, &word).expect("approves");
    // Two of the three are sold already; the one beside them is not.
    let unsold: Vec<_> =
        till.begin().unsold.iter().map(|line| (line.sessions, line.price.expect("a price").0)).collect();
    assert_eq!(unsold, [(1, 90_000), (1, 90_000)]);
    let changed = till.begin().unsold[0].plan_line;
    let refused = till.quote(&till.sale(vec![till.of_plan(changed, 2)]));
    assert_eq!(refusal(refused, "left"), (ErrorCode::PlanLineSold, Some("quantity"), "1".into()));
    assert_eq!(code(till.quote(&till.sale(vec![till.of_plan(first, 1)]))), ErrorCode::ChangedMeanwhile);
}

#[test]
fn money_paid_ahead_is_not_lent_by_way_of_what_is_here_already() {
    let till = till(52);
    till.sell(vec![top_up(&till), line(SaleItem::Deposit { amount: Fen(30_000) }, 1)]);
    let refused = |lines: Vec<SaleLineInput>, payments: Vec<PaymentInput>| {
        let mut paying = till.paying(till.sale(lines), payments);
        paying.arrears = Some(ArrearsInput { due_on: till.store().today(), reason: "下次补".into() });
        code(till.pay_by(&till.reception, &paying, Some(till.owner_session())))
    };
    // The laser is paid with what is here; what is left would be the top-up's.
    let payments = vec![paid("stored_value", LASER.0), paid("cash", 400_000)];
    assert_eq!(refused(vec![till.lasers(1), top_up(&till)], payments), ErrorCode::ArrearsNotAllowed);
    let deposit = line(SaleItem::Deposit { amount: Fen(50_000) }, 1);
    let payments = vec![paid("deposit", 30_000), paid("cash", 40_000)];
    assert_eq!(refused(vec![till.lasers(1), deposit], payments), ErrorCode::ArrearsNotAllowed);
}

#[test]
fn files_that_are_parted_again_have_what_was_their_own() {
    let till = till(53);
    let other = till.house.clinic.client("安娜二", "13800000009");
    till.sell(vec![top_up(&till)]);
    let mut sale = till.sale(vec![top_up(&till)]);
    sale.client = other;
    till.pay(&till.paying(sale, vec![paid("wechat", 500_000)])).expect("sells");
    let owner = &till.house.clinic.owner;
    let alias = join(till.store(), owner, Join { survivor: till.client(), loser: other }).expect("joins");
    assert_eq!(till.account().balances.principal, Fen(1_000_000));
    let payments = vec![paid("stored_value", 700_000)];
    till.pay(&till.paying(till.sale(vec![till.lasers(7)]), payments)).expect("sells");
    assert_eq!(till.account().balances.principal, Fen(300_000));
    end_join(till.store(), owner, EndJoin { alias }).expect("parts them");
    assert_eq!((till.account().balances.principal, till.account().balances.gift), (Fen(0), Fen(50_000)));
}

#[test]
fn amounts_that_no_sum_holds_are_refused_and_nothing_is_put_aside_for_somebody_else() {
    let till = till(54);
    let huge = |amount: i64, tendered: Option<i64>| {
        let payment = PaymentInput { tendered: tendered.map(Fen), ..paid("cash", amount) };
        let mut paying = till.paying(till.sale(vec![till.lasers(1)]), vec![payment.clone(), payment]);
        paying.id = SaleId(Uuid::from_u128(1));
        refusal(till.pay(&paying), "payment")
    };
    let (invalid, first) = (ErrorCode::InvalidValue, "1".to_owned());
    assert_eq!(huge(i64::MAX, None), (invalid, Some("amount"), first.clone()));
    assert_eq!(huge(LASER.0, Some(i64::MAX)), (invalid, Some("tendered"), first.clone()));
    assert_eq!(huge(LASER.0, Some(690_123_456_789_200)), (invalid, Some("tendered"), first));

    let held = HoldSale { id: None, sale: till.sale(vec![till.lasers(1)]) };
    let id = hold(till.store(), &till.reception, &held).expect("holds");
    let mut theirs = till.sale(vec![till.lasers(2)]);
    theirs.client = till.house.clinic.client("别人", "13800000002");
    let over = HoldSale { id: Some(id), sale: theirs.clone() };
    assert_eq!(code(hold(till.store(), &till.reception, &over)), ErrorCode::NotFound);
    let mut paying = till.paying(theirs, vec![paid("wechat", 2 * LASER.0)]);
    paying.held = Some(id);
    assert_eq!(code(till.pay(&paying)), ErrorCode::NotFound);
    let mut long = held.sale;
    long.no_plan_reason = "长".repeat(201);
    let long = HoldSale { id: None, sale: long };
    assert_eq!(code(hold(till.store(), &till.reception, &long)), ErrorCode::TooLong);
    let cheap =
        line(SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(0)) }, 1);
    assert_eq!(code(till.quote(&till.sale(vec![cheap]))), ErrorCode::InvalidValue);
}
