//! Complaints and adverse reactions: told, answered within their hours, assessed, reported, ended; shown at the next
//! arrival. Nothing is ever changed, what was wrong is taken back.

mod common;

use common::house::{House, code, house};
use common::{NOW, clinic, sign_in};
use jingtai_clinic::clients::Severity;
use jingtai_clinic::clients::join::{Join, join};
use jingtai_clinic::complaints::list::{ComplaintLine, ListComplaints, list};
use jingtai_clinic::complaints::open::{ComplaintFile, OfComplaint, open};
use jingtai_clinic::complaints::step::{self, CloseComplaint, End, OfStep, Step, TakeStep};
use jingtai_clinic::complaints::take::{TakeComplaint, TreatmentsOf, take, treatments_of};
use jingtai_clinic::complaints::{ComplaintKind, ComplaintOutcome, StepKind};
use jingtai_clinic::ids::{ClientId, ComplaintId, ComplaintStepId, SignedTreatmentId, StaffId};
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::traces::timeline::{self, TimelineOf};
use jingtai_clinic::visits::{ArrivalAlert, CheckIn, check_in};
use jingtai_clinic::{Actor, Error, ErrorCode, Role, Store};
use proptest::prelude::*;

const HOUR: i64 = 3_600_000;

fn told(client: ClientId) -> TakeComplaint {
    TakeComplaint {
        kind: ComplaintKind::AdverseReaction,
        client,
        signed: None,
        severity: Severity::Moderate,
        text: "右侧脸颊肿胀，\n发热 🌡".into(),
        began_on: None,
        told_at: None,
        responsible: None,
    }
}

fn read(store: &Store, actor: &Actor, id: ComplaintId) -> ComplaintFile {
    open(store, actor, OfComplaint { id }).expect("opens")
}

fn lines(store: &Store, actor: &Actor, client: Option<ClientId>, closed: bool) -> Vec<ComplaintLine> {
    list(store, actor, ListComplaints { client, closed }).expect("lists")
}

fn go(store: &Store, actor: &Actor, complaint: ComplaintId, step: Step) -> Result<ComplaintStepId, Error> {
    step::take(store, actor, &TakeStep { complaint, step })
}

fn end(store: &Store, actor: &Actor, complaint: ComplaintId, end: End) -> Result<ComplaintStepId, Error> {
    step::close(store, actor, &CloseComplaint { complaint, end })
}

fn answered() -> Step {
    Step::Answered { text: "已电话告知冰敷，明日复诊".into() }
}

fn settled() -> End {
    End::Closed { outcome: ComplaintOutcome::Recovered, text: "三日后消退".into() }
}

impl House {
    fn signed(&self) -> SignedTreatmentId {
        self.consent();
        self.sign(self.write(self.body()), &[]).expect("signs").id
    }
}

#[test]
fn the_clock_runs_from_when_it_was_told_until_the_client_has_an_answer() {
    let clinic = clinic(1);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let client = clinic.client("安娜", "13800000001");
    let id = take(store, owner, &TakeComplaint { told_at: Some(NOW - HOUR), ..told(client) }).expect("takes");
    let file = read(store, owner, id);
    assert_eq!((file.complaint.told_at, file.complaint.due_at), (NOW - HOUR, NOW + 23 * HOUR));
    assert_eq!((file.complaint.answered_at, file.taken_by.as_deref()), (None, Some("院长")));
    assert_eq!(file.complaint.text, "右侧脸颊肿胀，\n发热 🌡");

    // The hours are the owner's.
    let hours = SetSetting { key: SettingKey::ComplaintAnswerHours, value: 48.into() };
    settings::set(store, owner, &hours).expect("sets");
    assert_eq!(read(store, owner, id).complaint.due_at, NOW + 47 * HOUR);

    clinic.world.set(NOW + 2 * HOUR);
    go(store, owner, id, Step::Noted { text: "顾客发来照片".into() }).expect("notes");
    assert_eq!(read(store, owner, id).complaint.answered_at, None, "a note is no answer");
    go(store, owner, id, answered()).expect("answers");
    clinic.world.set(NOW + 5 * HOUR);
    go(store, owner, id, answered()).expect("answers again");
    assert_eq!(read(store, owner, id).complaint.answered_at, Some(NOW + 2 * HOUR), "the first answer counts");
}

#[test]
fn what_cannot_be_is_refused_at_its_field_and_nothing_is_written() {
    let house = house(2);
    let (store, nurse) = (&house.clinic.store, &house.nurse);
    let other = house.clinic.client("李四", "13800000002");
    let signed = house.signed();
    let good = told(house.client);
    let before = store.sequence();
    let today = store.today();
    let cases = [
        (TakeComplaint { text: " \u{200b}".into(), ..good.clone() }, ErrorCode::Required, "text"),
        (TakeComplaint { text: "x".repeat(10_001), ..good.clone() }, ErrorCode::TooLong, "text"),
        (TakeComplaint { began_on: today.succ_opt(), ..good.clone() }, ErrorCode::InvalidDate, "beganOn"),
        (TakeComplaint { told_at: Some(NOW + 1), ..good.clone() }, ErrorCode::InvalidDate, "toldAt"),
        (
            TakeComplaint { began_on: Some(today), told_at: Some(NOW - 24 * HOUR), ..good.clone() },
            ErrorCode::InvalidDate,
            "toldAt",
        ),
        (
            TakeComplaint { client: ClientId(uuid::Uuid::nil()), ..good.clone() },
            ErrorCode::NotFound,
            "client",
        ),
        // Another client's treatment is not what this one complains of.
        (
            TakeComplaint { client: other, signed: Some(signed), ..good.clone() },
            ErrorCode::NotFound,
            "signed",
        ),
        (
            TakeComplaint { responsible: Some(StaffId(uuid::Uuid::nil())), ..good.clone() },
            ErrorCode::NotFound,
            "responsible",
        ),
    ];
    for (input, expected, field) in cases {
        let error = take(store, nurse, &input).expect_err(field);
        assert_eq!((error.code, error.field), (expected, Some(field)));
    }
    assert_eq!(store.sequence(), before);
    let id = take(store, nurse, &TakeComplaint { signed: Some(signed), ..good }).expect("takes");
    let before = store.sequence();
    let to = StaffId(uuid::Uuid::nil());
    let steps = [
        (Step::Noted { text: String::new() }, ErrorCode::Required, "text"),
        (Step::Answered { text: "\n".into() }, ErrorCode::Required, "text"),
        (Step::Assigned { to, text: String::new() }, ErrorCode::NotFound, "to"),
        (Step::Reported { number: " ".into(), text: String::new() }, ErrorCode::Required, "number"),
    ];
    for (step, expected, field) in steps {
        let error = go(store, nurse, id, step).expect_err(field);
        assert_eq!((error.code, error.field), (expected, Some(field)));
    }
    let owner = &house.clinic.owner;
    let reopen = End::Reopened { reason: "又肿".into() };
    assert_eq!(code(end(store, owner, id, reopen)), ErrorCode::ComplaintOpen);
    let unsaid = End::Closed { outcome: ComplaintOutcome::Settled, text: String::new() };
    assert_eq!(code(end(store, owner, id, unsaid)), ErrorCode::Required);
    assert_eq!(code(end(store, owner, id, End::Dropped { reason: " ".into() })), ErrorCode::ReasonRequired);
    assert_eq!(store.sequence(), before);
}

#[test]
fn an_end_can_be_taken_up_again_and_a_mistake_stays_readable() {
    let clinic = clinic(3);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let client = clinic.client("安娜", "13800000001");
    let id = take(store, owner, &told(client)).expect("takes");
    end(store, owner, id, settled()).expect("closes");
    let closed = read(store, owner, id).complaint;
    assert_eq!((closed.outcome, closed.answered_at), (Some(ComplaintOutcome::Recovered), Some(NOW)));
    assert_eq!(lines(store, owner, None, false).len(), 0);
    assert_eq!(code(go(store, owner, id, answered())), ErrorCode::ComplaintClosed);
    assert_eq!(code(end(store, owner, id, settled())), ErrorCode::ComplaintClosed);
    // What comes to light later is still noted, and still reported.
    go(store, owner, id, Step::Noted { text: "一周后回访无不适".into() }).expect("notes");
    go(store, owner, id, Step::Reported { number: "3101-2026-7".into(), text: String::new() })
        .expect("reports");
    end(store, owner, id, End::Reopened { reason: "再次肿胀".into() }).expect("opens again");
    let open = read(store, owner, id).complaint;
    assert_eq!((open.closed_at, open.outcome, open.reported), (None, None, true));
    end(store, owner, id, End::Dropped { reason: "登记错顾客".into() }).expect("drops");
    let dropped = read(store, owner, id);
    assert!(dropped.complaint.dropped && dropped.complaint.closed_at.is_some());
    assert_eq!(dropped.steps.last().map(|step| step.text.as_str()), Some("登记错顾客"));
    assert_eq!(lines(store, owner, Some(client), true).len(), 1);
}

#[test]
fn a_step_taken_back_counts_for_nothing_and_stands_beside() {
    let house = house(4);
    let (store, nurse) = (&house.clinic.store, &house.nurse);
    let signed = house.signed();
    let id = take(store, nurse, &told(house.client)).expect("takes");
    let doctor = house.doctor.staff_id();
    let steps = [
        answered(),
        Step::Assessed { severity: Severity::Severe, signed: Some(signed), text: String::new() },
        Step::Assigned { to: doctor, text: String::new() },
        Step::Reported { number: "1".into(), text: String::new() },
    ];
    let taken: Vec<_> = steps.into_iter().map(|step| go(store, nurse, id, step).expect("takes")).collect();
    let stands = read(store, nurse, id).complaint;
    assert_eq!(
        (stands.severity, stands.signed, stands.responsible),
        (Severity::Severe, Some(signed), Some(doctor))
    );
    assert!(stands.reported && stands.answered_at.is_some());
    assert_eq!(
        (stands.procedure_name.as_deref(), stands.doctor_name.as_deref()),
        (Some("丰唇"), Some("医生"))
    );
    for step in &taken {
        step::take_back(store, nurse, OfStep { id: *step }).expect("takes back");
        assert_eq!(code(step::take_back(store, nurse, OfStep { id: *step })), ErrorCode::NothingToUndo);
    }
    let file = read(store, nurse, id);
    let stands = file.complaint;
    assert_eq!((stands.severity, stands.signed, stands.responsible), (Severity::Moderate, None, None));
    assert!(!stands.reported && stands.answered_at.is_none());
    assert_eq!(file.steps.iter().filter(|step| step.taken_back).count(), 4);
    assert_eq!(file.steps.iter().filter(|step| step.kind == StepKind::TakenBack).count(), 4);
    let back = file.steps.last().expect("a step").id;
    assert_eq!(code(step::take_back(store, nurse, OfStep { id: back })), ErrorCode::NothingToUndo);
}

#[test]
fn whoever_receives_the_client_knows_of_it() {
    let clinic = clinic(5);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let client = clinic.client("安娜", "13800000001");
    let reception = clinic.person(Role::Reception);
    let cashier = clinic.person(Role::Cashier);
    let id = take(store, &reception, &told(client)).expect("takes");
    let came = |actor: &Actor| {
        let input = CheckIn { client, appointment: None, doctor: None, procedure: None };
        let visit = check_in::check_in(store, actor, &input).expect("checks in");
        let about = |alert: &ArrivalAlert| match alert {
            ArrivalAlert::Complaint { complaint, closed, .. } => Some((*complaint, *closed)),
            _ => None,
        };
        let board = jingtai_clinic::visits::board::board(store, actor).expect("the board");
        let card = board.visits.iter().find(|card| card.id == visit.visit).expect("the card");
        let (at_arrival, on_board): (Vec<_>, Vec<_>) =
            (visit.alerts.iter().filter_map(about).collect(), card.alerts.iter().filter_map(about).collect());
        assert_eq!(at_arrival, on_board);
        check_in::undo(store, actor, jingtai_clinic::visits::OfVisit { visit: visit.visit }).expect("undoes");
        at_arrival
    };
    assert_eq!(came(&reception), [(id, false)]);
    assert!(!cashier.has(jingtai_clinic::Permission::SeeComplaints));

    // Told and ended between two visits it is still said once: on the day of the next arrival, and not after it.
    end(store, owner, id, settled()).expect("closes");
    clinic.world.set(NOW + 24 * HOUR);
    assert_eq!(came(&reception), [(id, true)]);
    let input = CheckIn { client, appointment: None, doctor: None, procedure: None };
    check_in::check_in(store, &reception, &input).expect("comes");
    clinic.world.set(NOW + 72 * HOUR);
    assert_eq!(came(&reception), []);
    // What is open is said every time, what was a mistake never.
    end(store, owner, id, End::Reopened { reason: "复发".into() }).expect("opens");
    assert_eq!(came(&reception), [(id, false)]);
    end(store, owner, id, End::Dropped { reason: "登记错".into() }).expect("drops");
    assert_eq!(came(&reception), []);
}

#[test]
fn it_stands_at_the_treatment_and_follows_the_client_into_a_joined_file() {
    let house = house(6);
    let (store, nurse, owner) = (&house.clinic.store, &house.nurse, &house.clinic.owner);
    let signed = house.signed();
    let second = house.clinic.client("安娜", "13800000003");
    join(store, owner, Join { survivor: second, loser: house.client }).expect("joins");
    let choices = treatments_of(store, nurse, TreatmentsOf { client: second }).expect("reads");
    assert_eq!(choices.iter().map(|treatment| treatment.signed).collect::<Vec<_>>(), [signed]);
    let id = take(store, nurse, &TakeComplaint { signed: Some(signed), ..told(second) }).expect("takes");
    let found = timeline::of_client(store, nurse, TimelineOf { client: house.client }).expect("reads");
    let about = &found.records[0].complaints;
    assert_eq!((about.len(), about[0].id, about[0].open), (1, id, true));
    assert_eq!(lines(store, nurse, Some(house.client), false).len(), 1);
    let doctor = sign_in(store, "医生", "730915");
    assert_eq!(code(end(store, nurse, id, settled())), ErrorCode::NotPermitted);
    end(store, &doctor, id, settled()).expect("a doctor ends it");
}

#[test]
fn what_waits_for_an_answer_comes_first() {
    let clinic = clinic(7);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let client = clinic.client("安娜", "13800000001");
    let at = |hours: i64| TakeComplaint { told_at: Some(NOW - hours * HOUR), ..told(client) };
    let ids: Vec<_> = [3, 30, 1, 50].map(|hours| take(store, owner, &at(hours)).expect("takes")).to_vec();
    go(store, owner, ids[3], answered()).expect("answers");
    end(store, owner, ids[2], settled()).expect("closes");
    let order: Vec<_> = lines(store, owner, None, true).iter().map(|line| line.id).collect();
    assert_eq!(order, [ids[1], ids[0], ids[3], ids[2]]);
}

#[derive(Clone, Debug)]
enum Act {
    Step(u8),
    End(u8),
    Back(u8),
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    /// Whatever is done about it, no step is lost or changed, and it is open exactly where its last word says so.
    #[test]
    fn no_step_is_ever_lost(acts in proptest::collection::vec(
        prop_oneof![(0u8..5).prop_map(Act::Step), (0u8..3).prop_map(Act::End), any::<u8>().prop_map(Act::Back)], 1..20,
    )) {
        let clinic = clinic(8);
        let (store, owner) = (&clinic.store, &clinic.owner);
        let client = clinic.client("安娜", "13800000001");
        let id = take(store, owner, &told(client)).expect("takes");
        let me = owner.staff_id().expect("a person");
        let mut open_now = true;
        let mut said: Vec<(ComplaintStepId, StepKind, String)> = Vec::new();
        for (turn, act) in acts.iter().enumerate() {
            clinic.world.set(NOW + turn as i64 * 1000);
            let text = format!("第{turn}步");
            let done = match act {
                Act::Step(kind) => go(store, owner, id, match kind {
                    0 => Step::Noted { text },
                    1 => Step::Answered { text },
                    2 => Step::Assessed { severity: Severity::Mild, signed: None, text },
                    3 => Step::Assigned { to: me, text },
                    _ => Step::Reported { number: "1".into(), text },
                }),
                Act::End(kind) => end(store, owner, id, match kind {
                    0 => End::Closed { outcome: ComplaintOutcome::Settled, text },
                    1 => End::Reopened { reason: text },
                    _ => End::Dropped { reason: text },
                }),
                Act::Back(which) => match read(store, owner, id).steps.get(usize::from(*which) % (said.len() + 1)) {
                    Some(step) => step::take_back(store, owner, OfStep { id: step.id }),
                    None => continue,
                },
            };
            let steps = read(store, owner, id).steps;
            let kept: Vec<_> = steps.iter().map(|step| (step.id, step.kind, step.text.clone())).collect();
            prop_assert_eq!(&kept[..said.len()], said.as_slice());
            prop_assert_eq!(kept.len(), said.len() + usize::from(done.is_ok()));
            if let (Ok(_), Act::End(kind)) = (&done, act) {
                open_now = *kind == 1;
            }
            prop_assert_eq!(read(store, owner, id).complaint.closed_at.is_none(), open_now);
            prop_assert_eq!(lines(store, owner, None, false).len(), usize::from(open_now));
            said = kept;
        }
    }
}
