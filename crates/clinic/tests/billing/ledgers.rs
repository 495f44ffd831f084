//! Sessions that become others: what was paid goes with them, nothing is created or lost, and what was wrong is taken back.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::SaleItem;
use jingtai_clinic::billing::entitlements::changes::{
    AgreedHow, ChangeSessions, ClientAgreement, ReverseChange, SessionsBecome, change, reverse,
};
use jingtai_clinic::billing::entitlements::history::{EntitlementHistory, OfEntitlement, history};
use jingtai_clinic::billing::entitlements::{Entitlement, EntitlementCause, EntitlementsOf, of_client};
use jingtai_clinic::billing::refunds::RefundBasis;
use jingtai_clinic::ids::{ClientId, EntitlementChangeId, EntitlementId, ProcedureId};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Error, ErrorCode, Session, Store};
use uuid::Uuid;

use crate::common::second::{pull, second_computer};
use crate::giving_back::{line as whole_line, refund, sessions};
use crate::till::{CARD, LASER, Till, code, line, till};

fn becoming(id: u128, of: EntitlementId, sessions: u32, becoming: SessionsBecome) -> ChangeSessions {
    let id = EntitlementChangeId(Uuid::from_u128(id));
    ChangeSessions { id, entitlement: of, sessions, becoming, reason: "顾客要求".into() }
}

fn agreed() -> ClientAgreement {
    ClientAgreement { how: AgreedHow::Signed, note: "转让书 3 号".into() }
}

fn to(client: ClientId) -> SessionsBecome {
    SessionsBecome::Transfer { to: client, giver: agreed(), taker: agreed() }
}

fn into(procedure: ProcedureId, sessions: u32) -> SessionsBecome {
    SessionsBecome::Convert { procedure, into: sessions }
}

fn do_it(
    store: &Store,
    actor: &Actor,
    input: &ChangeSessions,
    approver: Option<&Session>,
) -> Result<(), Error> {
    change(store, actor, Witnessed { input, witness: approver })
}

fn undo(till: &Till, id: u128, of: u128) -> Result<(), Error> {
    let [id, change] = [id, of].map(|id| EntitlementChangeId(Uuid::from_u128(id)));
    let input = ReverseChange { id, change, reason: "做错了".into() };
    reverse(till.store(), &till.cashier, Witnessed { input: &input, witness: None })
}

fn of(till: &Till, client: ClientId) -> Vec<Entitlement> {
    of_client(till.store(), &till.reception, EntitlementsOf { client, all: true }).expect("entitlements")
}

fn told(till: &Till, id: EntitlementId) -> EntitlementHistory {
    history(till.store(), &till.reception, OfEntitlement { id }).expect("its history")
}

/// What is left of it, of its price, and what went away.
fn stands(one: &Entitlement) -> (i64, i64, i64, i64) {
    (one.left, one.unredeemed.0, one.away, one.moved.0)
}

#[test]
fn sessions_become_another_procedures_with_what_was_paid_for_them() {
    let till = till(60);
    till.sell(vec![till.cards(1)]);
    let card = till.entitlements().into_iter().find(|one| !one.gift).expect("the card's");
    let input = becoming(1, card.id, 2, into(till.house.lips, 3));
    do_it(till.store(), &till.cashier, &input, None).expect("converts");
    do_it(till.store(), &till.cashier, &input, None).expect("the same");
    let all = till.entitlements();
    let [had, became] = [false, true]
        .map(|new| all.iter().find(|one| !one.gift && one.from.is_some() == new).expect("it").clone());
    // Two of five of 4000.01.
    assert_eq!(stands(&had), (3, CARD.0 - 160_000, 2, 160_000));
    assert_eq!((became.sessions, became.paid, became.from), (3, Fen(160_000), Some(card.id)));
    assert_eq!(
        (became.procedure, &became.card_name, became.expires_on),
        (till.house.lips, &card.card_name, card.expires_on)
    );
    // Lips have no price on the list: one is a third of what was paid, rounded up.
    assert_eq!(became.list_price, Fen(53_334));
    let story = told(&till, became.id);
    let made = story.made_by.expect("by a change");
    assert_eq!((made.from_name.as_str(), made.sessions, made.into_sessions), ("光子", 2, 3));
    let story = told(&till, card.id);
    let step = &story.entries[0];
    assert_eq!(
        (step.cause, step.sessions, step.after, step.moved),
        (EntitlementCause::Converted, -2, 3, Fen(160_000))
    );
    undo(&till, 2, 1).expect("takes it back");
    undo(&till, 2, 1).expect("the same");
    assert_eq!(code(undo(&till, 3, 1)), ErrorCode::AlreadyReversed);
    assert_eq!(code(undo(&till, 3, 2)), ErrorCode::CannotReverse);
    let all = till.entitlements();
    assert_eq!(stands(all.iter().find(|one| one.id == card.id).expect("it")), (5, CARD.0, 0, 0));
    assert_eq!(stands(all.iter().find(|one| one.id == became.id).expect("it")), (0, 0, 3, 160_000));
}

#[test]
fn sessions_that_are_voided_one_after_the_other_each_say_what_is_kept_of_them() {
    let till = till(65);
    till.sell(vec![till.lasers(3)]);
    let id = till.entitlements()[0].id;
    for change in 1..=2 {
        do_it(till.store(), &till.cashier, &becoming(change, id, 1, SessionsBecome::Void), None)
            .expect("voids");
        till.pass_days(1);
    }
    let kept = || told(&till, id).entries.iter().map(|step| step.executed.0).collect::<Vec<_>>();
    assert_eq!(kept(), [LASER.0, LASER.0]);
    undo(&till, 3, 1).expect("takes the first back");
    assert_eq!(kept(), [0, LASER.0, 0]);
}

#[test]
fn sessions_become_another_clients_and_the_line_that_sold_them_finds_them_for_a_refund() {
    let till = till(61);
    let sale = till.sell(vec![till.lasers(4)]);
    let other = till.house.clinic.client("李四", "13900139000");
    let had = till.entitlements().remove(0);
    do_it(till.store(), &till.cashier, &becoming(1, had.id, 1, to(other)), None).expect("transfers");
    let theirs = of(&till, other).remove(0);
    assert_eq!((theirs.left, theirs.paid, theirs.list_price), (1, LASER, LASER));
    let made = told(&till, theirs.id).made_by.expect("by a transfer");
    assert_eq!((made.from_client.id, made.into_client.expect("whose").id), (till.client(), other));
    assert_eq!(made.giver.expect("agreed").note, "转让书 3 号");
    // All four go back: two that are here, one there, and one was had by nobody.
    let quote = till.refund_quote(&refund(sale.id, RefundBasis::Clinic, vec![])).expect("a quote");
    let had: Vec<_> =
        quote.refundable[0].entitlements.iter().map(|one| (one.left, one.holder.as_str())).collect();
    assert_eq!(had, [(3, ""), (1, "李四")], "whoever gives it back sees whose sessions go");
    let mut all = whole_line(&sale, 0);
    all.sessions = quote.refundable[0]
        .entitlements
        .iter()
        .map(|one| jingtai_clinic::billing::refunds::SessionsBack {
            entitlement: one.id,
            sessions: u32::try_from(one.left).expect("few"),
        })
        .collect();
    let all = refund(sale.id, RefundBasis::Clinic, vec![all]);
    assert_eq!(till.refund_quote(&all).expect("a quote").amount, Fen(4 * LASER.0));
    till.give_back(9, &all).expect("gives back");
    assert_eq!(of(&till, other)[0].left, 0);
    // What came of the transfer stands in its way.
    assert_eq!(code(undo(&till, 2, 1)), ErrorCode::SessionsUsed);
}

#[test]
fn what_is_voided_is_kept_by_the_clinic_and_counts_as_had() {
    let till = till(62);
    let sale = till.sell(vec![till.lasers(4)]);
    let had = till.entitlements().remove(0);
    do_it(till.store(), &till.cashier, &becoming(1, had.id, 1, SessionsBecome::Void), None).expect("voids");
    let one = till.entitlements().remove(0);
    assert_eq!((one.left, one.voided, one.unredeemed), (3, 1, Fen(3 * LASER.0)));
    let rest = refund(sale.id, RefundBasis::Client, vec![sessions(&sale, 0, 3)]);
    assert_eq!(till.refund_quote(&rest).expect("a quote").amount, Fen(3 * LASER.0));
    undo(&till, 2, 1).expect("counts again");
    let one = till.entitlements().remove(0);
    assert_eq!((one.left, one.voided, one.unredeemed), (4, 0, Fen(4 * LASER.0)));
}

#[test]
fn a_change_asks_for_what_it_needs() {
    let till = till(63);
    till.sell(vec![till.lasers(2)]);
    let had = till.entitlements().remove(0).id;
    let ask = |actor: &Actor, becoming: ChangeSessions, approver| {
        code(do_it(till.store(), actor, &becoming, approver))
    };
    let void = || becoming(1, had, 1, SessionsBecome::Void);
    assert_eq!(ask(&till.reception, void(), None), ErrorCode::ApprovalRequired);
    let doctor = till.house.doctor.clone();
    assert_eq!(ask(&till.reception, void(), Some(&doctor)), ErrorCode::NotPermitted);
    assert_eq!(ask(&till.cashier, ChangeSessions { sessions: 3, ..void() }, None), ErrorCode::InvalidValue);
    assert_eq!(
        ask(&till.cashier, ChangeSessions { reason: " ".into(), ..void() }, None),
        ErrorCode::ReasonRequired
    );
    assert_eq!(ask(&till.cashier, becoming(1, had, 1, into(till.laser, 1)), None), ErrorCode::SameProcedure);
    assert_eq!(ask(&till.cashier, becoming(1, had, 1, to(till.client())), None), ErrorCode::TransferToSelf);
    let nobody = ClientId(Uuid::from_u128(7));
    assert_eq!(ask(&till.cashier, becoming(1, had, 1, to(nobody)), None), ErrorCode::NotFound);
    do_it(till.store(), &till.reception, &void(), Some(till.owner_session())).expect("approved");
    assert_eq!(told(&till, had).entries[0].change.as_ref().expect("it").approved_by.as_deref(), Some("院长"));
}

#[test]
fn a_plans_sessions_that_went_away_can_be_sold_again_but_not_twice() {
    let till = till(64);
    let plan = till.plan(2, 150_000);
    till.sell(vec![till.of_plan(plan, 2)]);
    let had = till.entitlements().remove(0);
    do_it(till.store(), &till.cashier, &becoming(1, had.id, 2, into(till.house.lips, 1)), None)
        .expect("converts");
    till.sell(vec![till.of_plan(plan, 2)]);
    assert_eq!(code(undo(&till, 2, 1)), ErrorCode::PlanLineSold);
    let refused =
        till.pay(&till.paying(till.sale(vec![line(SaleItem::Deposit { amount: Fen(1) }, 1)]), vec![]));
    assert!(refused.is_err(), "nothing else was broken");
    assert_eq!(till.entitlements().iter().map(|one| one.left).sum::<i64>(), 3);
}

#[test]
fn the_same_session_given_away_on_two_computers_is_one_too_many_and_costs_nothing_twice() {
    let till = till(65);
    let sale = till.sell(vec![till.lasers(1)]);
    let other = till.house.clinic.client("李四", "13900139000");
    let (_dir, _world, second) = second_computer(&till.house.clinic, 66);
    let had = till.entitlements().remove(0).id;
    do_it(till.store(), &till.cashier, &becoming(1, had, 1, to(other)), None).expect("transfers");
    let owner = crate::common::sign_in(&second, "院长", crate::common::OWNER_PIN);
    do_it(&second, &owner, &becoming(2, had, 1, into(till.house.lips, 1)), None).expect("converts");
    pull(till.store(), &second);
    pull(&second, till.store());
    let all = till.entitlements();
    let one = all.iter().find(|one| one.id == had).expect("it");
    assert_eq!(stands(one), (-1, -LASER.0, 2, 2 * LASER.0));
    // A refund of everything never gives back more than was paid.
    let quote = till.refund_quote(&refund(sale.id, RefundBasis::Clinic, vec![])).expect("a quote");
    assert_eq!(quote.refundable[0].most, LASER);
}
