//! What was bought is had: a signed treatment redeems a session, a withdrawn one gives it back.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::entitlements::Entitlement;
use jingtai_clinic::billing::{SaleItem, SaleLineInput};
use jingtai_clinic::ids::EntitlementId;
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::treatments::gate::ObstacleCode;
use jingtai_clinic::treatments::sign::Signed;
use jingtai_clinic::treatments::{Funding, FundingKind, TreatmentBody};

use crate::till::{CARD, LASER, Till, line, till};

fn lips(till: &Till, sessions: u32) -> SaleLineInput {
    let item = SaleItem::Procedure { procedure: till.house.lips, plan_line: None, price: Some(Fen(33_333)) };
    line(item, sessions)
}

fn body(till: &Till, entitlement: Option<EntitlementId>) -> TreatmentBody {
    TreatmentBody {
        funding: Funding { kind: Some(FundingKind::Entitlement), entitlement, reason: String::new() },
        uses: vec![till.house.using(till.house.filler, "F1", 1)],
        ..till.house.body()
    }
}

pub(crate) fn treat(till: &Till, entitlement: EntitlementId) -> Signed {
    till.house.sign(till.house.write(body(till, Some(entitlement))), &[]).expect("signs")
}

fn one(till: &Till) -> Entitlement {
    till.entitlements().remove(0)
}

#[test]
fn a_card_gives_its_sessions_and_its_gifts_and_says_when_they_end() {
    let till = till(30);
    till.sell(vec![till.cards(2), till.lasers(1)]);
    let all = till.entitlements();
    let had: Vec<_> = all
        .iter()
        .map(|one| (one.sessions, one.left, one.paid.0, one.gift, one.card_name.as_str()))
        .collect();
    assert_eq!(
        had,
        [
            (10, 10, 2 * CARD.0, false, "光子五次卡"),
            (2, 2, 0, true, "光子五次卡"),
            (1, 1, LASER.0, false, "")
        ]
    );
    assert_eq!(all[0].expires_on, Some("2027-03-02".parse().expect("a date")));
    assert!(all.iter().all(|one| one.list_price == LASER));
    till.pass_days(365);
    assert!(!one(&till).expired);
    till.pass_days(1);
    assert!(one(&till).expired);
}

#[test]
fn each_session_takes_its_part_and_the_last_one_the_last_fen() {
    let till = till(31);
    till.house.consent();
    let mut sale = till.sale(vec![lips(&till, 3)]);
    sale.lines[0].discount = Some(jingtai_clinic::billing::Discount::To(Fen(100)));
    let paying = till.paying(sale, vec![crate::till::paid("wechat", 100)]);
    till.pay_by(&till.reception, &paying, Some(till.owner_session())).expect("sells");
    let id = one(&till).id;
    let unredeemed = || (one(&till).left, one(&till).unredeemed.0);
    assert_eq!(unredeemed(), (3, 100));
    let first = treat(&till, id);
    assert_eq!(unredeemed(), (2, 67));
    treat(&till, id);
    assert_eq!(unredeemed(), (1, 34));
    let input = WithdrawTreatment { id: first.id, reason: "写错了人".into() };
    withdraw(till.store(), &till.house.doctor, &input).expect("withdraws");
    assert_eq!(unredeemed(), (2, 67));
    treat(&till, id);
    treat(&till, id);
    assert_eq!(unredeemed(), (0, 0));
    // Nothing is left: nobody signs on it, not even with a reason.
    let again = till.house.write(body(&till, Some(id)));
    assert_eq!(till.house.against(again.0), [ObstacleCode::EntitlementUsedUp]);
    assert!(till.house.sign(again, &[(ObstacleCode::EntitlementUsedUp, "x")]).is_err());
    assert_eq!(till.open(one(&till).sale).entitlements[0].left, 0);
}

#[test]
fn what_is_somebody_elses_or_of_something_else_is_not_redeemed() {
    let till = till(32);
    till.house.consent();
    till.sell(vec![till.lasers(1)]);
    let laser = one(&till).id;
    let none = till.house.write(body(&till, None));
    assert_eq!(till.house.against(none.0), [ObstacleCode::NoEntitlement]);
    let other = till.house.write(body(&till, Some(laser)));
    assert_eq!(till.house.against(other.0), [ObstacleCode::NoEntitlement]);
    // Paid at another computer, perhaps: the doctor goes on with a reason, and nothing is taken.
    till.house.sign(other, &[(ObstacleCode::NoEntitlement, "已在前台付款")]).expect("signs");
    assert_eq!(one(&till).left, 1);

    let mut sale = till.sale(vec![lips(&till, 1)]);
    sale.client = till.house.clinic.client("别人", "13800000002");
    let paying = till.paying(sale, vec![crate::till::paid("wechat", 33_333)]);
    let sold = till.pay(&paying).expect("sells");
    let theirs = till.open(sold.id).entitlements[0].id;
    let other = till.house.write(body(&till, Some(theirs)));
    assert_eq!(till.house.against(other.0), [ObstacleCode::NoEntitlement]);
}

#[test]
fn what_has_ended_is_had_only_with_a_reason() {
    let till = till(33);
    let item = jingtai_clinic::billing::offers::CardItem {
        procedure: till.house.lips,
        sessions: 2,
        gift_sessions: 0,
    };
    let card = jingtai_clinic::billing::offers::CourseCardInput {
        id: Some(till.card),
        name: "唇卡".into(),
        price: Fen(50_001),
        valid_days: Some(1),
        items: vec![item],
        active: true,
    };
    jingtai_clinic::billing::offers::set_card(till.store(), &till.house.clinic.owner, &card).expect("a card");
    till.sell(vec![till.cards(1)]);
    let id = one(&till).id;
    till.pass_days(2);
    till.house.consent();
    let late = till.house.write(body(&till, Some(id)));
    assert_eq!(till.house.against(late.0), [ObstacleCode::EntitlementExpired]);
    till.house.sign(late, &[(ObstacleCode::EntitlementExpired, "院长同意延期")]).expect("signs");
    assert_eq!((one(&till).left, one(&till).unredeemed.0), (1, 25_001));
}
