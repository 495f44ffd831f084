//! The log is the whole truth: replayed into an empty store it gives an equal store, and stores that exchange
//! their records become equal, in whatever order they do it.

mod common;

use common::goods::{delivery, filler, packs, supplier};
use common::second::{pull, second_computer};
use common::{client_input, clinic, sign_in};
use jingtai_clinic::amounts::{Fen, Quantity};
use jingtai_clinic::catalogue;
use jingtai_clinic::clients::alerts::{self, AddAlert, EndAlert};
use jingtai_clinic::clients::data_consents::{self, DataConsentFor};
use jingtai_clinic::clients::edit::{self, EditClient};
use jingtai_clinic::clients::join::{self, EndJoin, Join};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::clients::{AlertKind, DataPurpose, PhoneInput, Severity, create};
use jingtai_clinic::complaints::list::{ComplaintLine, ListComplaints, list};
use jingtai_clinic::complaints::step::{self, CloseComplaint, End, Step, TakeStep};
use jingtai_clinic::complaints::take::{TakeComplaint, take};
use jingtai_clinic::complaints::{ComplaintKind, ComplaintOutcome};
use jingtai_clinic::drafts::{self, DraftOf, SaveDraft};
use jingtai_clinic::ids::{AliasId, BatchId, ClientId, ComplaintId, VisitId};
use jingtai_clinic::stock::batches::{self, ListBatches};
use jingtai_clinic::stock::receive::{DeliveryLine, receive};
use jingtai_clinic::stock::suppliers;
use jingtai_clinic::stock::{BatchStatus, Witnessed, status, take_out};
use jingtai_clinic::store::Applied;
use jingtai_clinic::visits::{CheckIn, MoveVisit, check_in, steps};
use jingtai_clinic::{Actor, ErrorCode, Store, World};
use proptest::prelude::*;

fn hashes(a: &Store, b: &Store) -> (String, String) {
    (a.state_hash().expect("a hash"), b.state_hash().expect("a hash"))
}

/// What a person does at one of the computers.
#[derive(Clone, Debug)]
enum Act {
    Create(u8),
    Rename(u8, u8),
    Note(u8, u8),
    Alert(u8),
    EndAlert(u8),
    Consent(u8),
    Join(u8, u8),
    EndJoin(u8),
    CheckIn(u8),
    Move(u8, u8),
    LeaveForm(u8),
    SaveForm(u8),
    Price(u8, u8),
    Receive(u8),
    TakeOut(u8),
    Hold(u8),
    Complain(u8),
    Respond(u8, u8),
}

fn act() -> impl Strategy<Value = Act> {
    let n = || 0u8..6;
    prop_oneof![
        3 => n().prop_map(Act::Create),
        3 => (n(), n()).prop_map(|(who, name)| Act::Rename(who, name)),
        2 => (n(), n()).prop_map(|(who, note)| Act::Note(who, note)),
        1 => n().prop_map(Act::Alert),
        1 => n().prop_map(Act::EndAlert),
        1 => n().prop_map(Act::Consent),
        2 => (n(), n()).prop_map(|(keep, lose)| Act::Join(keep, lose)),
        1 => n().prop_map(Act::EndJoin),
        2 => n().prop_map(Act::CheckIn),
        3 => (n(), n()).prop_map(|(visit, step)| Act::Move(visit, step)),
        1 => n().prop_map(Act::LeaveForm),
        1 => n().prop_map(Act::SaveForm),
        1 => (n(), n()).prop_map(|(which, price)| Act::Price(which, price)),
        2 => n().prop_map(Act::Receive),
        1 => n().prop_map(Act::TakeOut),
        1 => n().prop_map(Act::Hold),
        1 => n().prop_map(Act::Complain),
        2 => (n(), n()).prop_map(|(which, what)| Act::Respond(which, what)),
    ]
}

const NAMES: [&str; 6] = ["张三丰", "欧阳娜娜", "𠮷野", "单雄信", "Anna Smith", "䶮; DROP TABLE client"];

/// Runs an act; what the rules refuse is refused, and nothing is written.
fn run(store: &Store, actor: &Actor, act: &Act) {
    let clients = all_clients(store, actor);
    let pick = |index: u8| clients.get(usize::from(index) % clients.len().max(1)).copied();
    let name = |index: u8| NAMES[usize::from(index) % NAMES.len()];
    let draft = |n: u8, body: Option<&str>| SaveDraft {
        form: format!("form.{}", n % 2),
        body: body.map(|body| format!("{body} {n}")),
    };
    let refused = match act {
        Act::Price(which, price) => {
            let name = format!("项目{}", which % 2);
            let all = catalogue::all(store, actor).expect("the catalogue");
            let id =
                all.procedures.iter().find(|procedure| procedure.name == name).map(|procedure| procedure.id);
            let input = catalogue::ProcedureInput {
                id,
                name,
                standard_name: "面膜治疗".into(),
                specialty: catalogue::Specialty::Dermatology,
                level: None,
                list_price: Some(Fen(i64::from(*price) * 100)),
                minutes: 30,
                numbing_minutes: 0,
                return_interval_days: None,
                consent_template: String::new(),
                aftercare: String::new(),
                usual_products: vec![],
                active: true,
            };
            catalogue::set_procedure(store, actor, &input).err()
        }
        Act::Receive(n) => receive_lot(store, actor, *n).err(),
        Act::TakeOut(n) => batch(store, actor, *n).and_then(|batch| {
            let (quantity, reason) = (Quantity(3), "破损".into());
            let input = take_out::TakeOut { batch, quantity, leaving: take_out::Leaving::Wasted, reason };
            take_out::take_out(store, actor, Witnessed { input: &input, witness: None }).err()
        }),
        Act::Hold(n) => batch(store, actor, *n).and_then(|batch| {
            let input = status::HoldBatch { batch, recalled: n % 2 == 0, reason: "待查".into() };
            status::hold(store, actor, &input).err()
        }),
        Act::LeaveForm(n) => drafts::leave(store, actor, &draft(*n, Some("half"))).err(),
        Act::SaveForm(n) => drafts::save(store, actor, &draft(*n, None)).err(),
        Act::Create(n) => {
            create::create(store, actor, &client_input(name(*n), &format!("1380000000{n}"))).err()
        }
        Act::Rename(who, to) => pick(*who).and_then(|id| {
            let mut client = client_input(name(*to), "");
            client.phones =
                vec![PhoneInput { id: None, number: Some("13911112222".into()), label: "新".into() }];
            edit::edit(store, actor, &EditClient { id, client }).err()
        }),
        Act::Note(who, note) => pick(*who).and_then(|id| {
            let mut client = client_input(name(*who), "");
            client.notes = format!("备注 {note}");
            client.tags = vec![format!("标签{note}")];
            edit::edit(store, actor, &EditClient { id, client }).err()
        }),
        Act::Alert(who) => pick(*who).and_then(|client| {
            let input = AddAlert {
                client,
                kind: AlertKind::Allergy,
                substance: "利多卡因".into(),
                severity: Severity::Severe,
                reaction: "皮疹".into(),
            };
            alerts::add_alert(store, actor, &input).err()
        }),
        Act::EndAlert(who) => pick(*who).and_then(|client| {
            let health = alerts::health(store, actor, alerts::OfClient { client }).expect("health");
            let alert = health.alerts.first()?.id;
            alerts::end_alert(store, actor, &EndAlert { id: alert, reason: "误记".into() }).err()
        }),
        Act::Consent(who) => pick(*who).and_then(|client| {
            let input = DataConsentFor { client, purpose: DataPurpose::Treatment };
            data_consents::withdraw(store, actor, input)
                .or_else(|_| data_consents::give(store, actor, input))
                .err()
        }),
        Act::Join(keep, lose) => pick(*keep)
            .zip(pick(*lose))
            .and_then(|(survivor, loser)| join::join(store, actor, Join { survivor, loser }).err()),
        Act::EndJoin(who) => pick(*who).and_then(|client| {
            let file = jingtai_clinic::clients::open::open(store, actor, alerts::OfClient { client })
                .expect("opens");
            let alias: AliasId = file.joined.first()?.alias_id;
            join::end_join(store, actor, EndJoin { alias }).err()
        }),
        Act::Complain(who) => pick(*who).and_then(|client| {
            let input = TakeComplaint {
                kind: ComplaintKind::Complaint,
                client,
                signed: None,
                severity: Severity::Mild,
                text: "等太久".into(),
                began_on: None,
                told_at: None,
                responsible: None,
            };
            take(store, actor, &input).err()
        }),
        Act::Respond(which, what) => complaints(store, actor)
            .get(usize::from(*which))
            .and_then(|line| respond(store, actor, line.id, *what).err()),
        Act::CheckIn(who) => pick(*who).and_then(|client| {
            check_in::check_in(
                store,
                actor,
                &CheckIn { client, appointment: None, doctor: None, procedure: None },
            )
            .err()
        }),
        Act::Move(visit, step) => {
            open_visits(store, actor).get(usize::from(*visit)).copied().and_then(|visit| {
                let to = jingtai_clinic::visits::STEPS[usize::from(*step) + 1].to_owned();
                steps::move_to(store, actor, &MoveVisit { visit, to }).err()
            })
        }
    };
    if let Some(error) = refused {
        let ordinary = [
            ErrorCode::SameClient,
            ErrorCode::ClientJoined,
            ErrorCode::AlreadyCheckedIn,
            ErrorCode::NotFound,
            ErrorCode::VisitEnded,
            ErrorCode::NotEnoughStock,
            ErrorCode::NameTaken,
            ErrorCode::ComplaintClosed,
            ErrorCode::ComplaintOpen,
        ];
        assert!(ordinary.contains(&error.code), "{act:?}: {error}");
    }
}

fn complaints(store: &Store, actor: &Actor) -> Vec<ComplaintLine> {
    list(store, actor, ListComplaints { client: None, closed: true }).expect("lists")
}

fn respond(store: &Store, actor: &Actor, complaint: ComplaintId, what: u8) -> jingtai_clinic::Result<()> {
    let text = || "已处理".to_owned();
    let end = match what {
        0 => {
            return step::take(store, actor, &TakeStep { complaint, step: Step::Answered { text: text() } })
                .map(drop);
        }
        1 => {
            return step::take(store, actor, &TakeStep { complaint, step: Step::Noted { text: text() } })
                .map(drop);
        }
        2 | 3 => End::Closed { outcome: ComplaintOutcome::Settled, text: text() },
        4 => End::Reopened { reason: text() },
        _ => End::Dropped { reason: text() },
    };
    step::close(store, actor, &CloseComplaint { complaint, end }).map(drop)
}

/// A lot that both computers may receive: of one product, from one supplier, as far as this computer knows them.
fn receive_lot(store: &Store, actor: &Actor, n: u8) -> jingtai_clinic::Result<()> {
    let all = catalogue::all(store, actor)?;
    let product = match all.products.first() {
        Some(product) => product.id,
        None => catalogue::set_product(store, actor, &filler())?,
    };
    let supplier = match suppliers::all(store, actor)?.first() {
        Some(supplier) => supplier.id,
        None => suppliers::set(store, actor, &supplier())?,
    };
    let line = DeliveryLine {
        produced_on: (n > 3).then(|| "2025-01-01".parse().expect("a date")),
        ..packs(u32::from(n) + 1, product, &format!("L{}", n % 2), "2030-01-01")
    };
    let input = delivery(store.today(), supplier, actor.staff_id().expect("a person"), vec![line]);
    receive(store, actor, Witnessed { input: &input, witness: None }, &[]).map(drop)
}

fn batch(store: &Store, actor: &Actor, n: u8) -> Option<BatchId> {
    let all = batches::list(store, actor, ListBatches { used_up: true }).expect("batches");
    all.get(usize::from(n) % all.len().max(1)).map(|batch| batch.id)
}

/// Lot, quantity and status of every batch.
fn stock(store: &Store, actor: &Actor) -> Vec<(BatchId, Quantity, BatchStatus)> {
    let all = batches::list(store, actor, ListBatches { used_up: true }).expect("batches");
    let mut all: Vec<_> = all.iter().map(|batch| (batch.id, batch.on_hand, batch.status)).collect();
    all.sort_by_key(|(id, ..)| *id);
    all
}

fn all_clients(store: &Store, actor: &Actor) -> Vec<ClientId> {
    let input = FindClients { query: String::new(), limit: 50, skip: None };
    let mut ids: Vec<ClientId> =
        find(store, actor, &input).expect("finds").into_iter().map(|hit| hit.id).collect();
    ids.sort();
    ids
}

fn open_visits(store: &Store, actor: &Actor) -> Vec<VisitId> {
    let board = jingtai_clinic::visits::board::board(store, actor).expect("the board");
    board.visits.iter().filter(|card| card.left_at.is_none()).map(|card| card.id).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn replaying_the_log_gives_an_equal_store(acts in proptest::collection::vec(act(), 1..25), seed in 0u64..1000) {
        let clinic = clinic(seed);
        for act in &acts {
            run(&clinic.store, &clinic.owner, act);
            clinic.world.set(clinic.world.now() + 61_000);
        }
        clinic.store.flush_reads().expect("flushes");
        let (_dir, _world, replica) = second_computer(&clinic, seed + 1);
        let (live, replayed) = hashes(&clinic.store, &replica);
        prop_assert_eq!(live, replayed);
        prop_assert_eq!(clinic.store.verify_log().expect("whole"), replica.verify_log().expect("whole"));
        // What is derived follows: the same clients are found, and as much is on the shelves.
        prop_assert_eq!(all_clients(&clinic.store, &clinic.owner), all_clients(&replica, &clinic.owner));
        prop_assert_eq!(stock(&clinic.store, &clinic.owner), stock(&replica, &clinic.owner));
    }

    #[test]
    fn two_stores_that_exchange_their_records_are_equal(
        acts in proptest::collection::vec((any::<bool>(), act()), 1..30),
        drift in -86_400_000i64..400_000,
        seed in 0u64..1000,
    ) {
        let first = clinic(seed);
        for n in 0..3 {
            run(&first.store, &first.owner, &Act::Create(n));
        }
        let (_dir, world, second) = second_computer(&first, seed + 1);
        let owner = sign_in(&second, "院长", common::OWNER_PIN);
        // The second computer's clock is a day behind to six minutes ahead.
        world.set(first.world.now() + drift);
        for (index, (here, act)) in acts.iter().enumerate() {
            let (store, actor, world) =
                if *here { (&first.store, &first.owner, &first.world) } else { (&second, &owner, &world) };
            run(store, actor, act);
            world.set(world.now() + 61_000);
            // Now and then one of them hears of the other.
            match index % 7 {
                3 => pull(&first.store, &second),
                5 => pull(&second, &first.store),
                _ => {}
            }
        }
        first.store.flush_reads().expect("flushes");
        second.flush_reads().expect("flushes");
        pull(&second, &first.store);
        pull(&first.store, &second);
        let (one, other) = hashes(&first.store, &second);
        prop_assert_eq!(one, other);
        // How a complaint stands follows from its steps, in whatever order they arrived.
        let standing = |store: &Store, actor: &Actor| {
            let lines = complaints(store, actor).into_iter();
            lines.map(|line| (line.id, line.answered_at, line.closed_at, line.outcome, line.dropped)).collect::<Vec<_>>()
        };
        prop_assert_eq!(standing(&first.store, &first.owner), standing(&second, &owner));
        // And what each makes from now on the other still takes.
        run(&second, &owner, &Act::Rename(0, 1));
        pull(&second, &first.store);
        let (one, other) = hashes(&first.store, &second);
        prop_assert_eq!(one, other);
    }
}

#[test]
fn the_later_writing_of_a_field_wins_and_other_fields_stay() {
    let first = clinic(1);
    let id = first.client("张三", "13800000001");
    let (_dir, world, second) = second_computer(&first, 2);
    let owner = sign_in(&second, "院长", common::OWNER_PIN);

    let mut here = client_input("张三", "");
    here.phones.clear();
    here.notes = "爱喝茶".into();
    first.world.set(common::NOW + 60_000);
    edit::edit(&first.store, &first.owner, &EditClient { id, client: here.clone() }).expect("edits");

    let mut there = here.clone();
    there.notes = String::new();
    there.name = "张三丰".into();
    world.set(common::NOW + 120_000);
    edit::edit(&second, &owner, &EditClient { id, client: there }).expect("edits");

    pull(&first.store, &second);
    pull(&second, &first.store);
    for (store, actor) in [(&first.store, &first.owner), (&second, &owner)] {
        let file = jingtai_clinic::clients::open::open(store, actor, alerts::OfClient { client: id })
            .expect("opens");
        assert_eq!((file.name.as_str(), file.notes.as_str()), ("张三丰", "爱喝茶"));
    }
}

#[test]
fn a_record_taken_in_twice_changes_nothing_and_a_forged_one_is_refused() {
    let first = clinic(3);
    first.client("张三", "13800000001");
    let (_dir, _world, second) = second_computer(&first, 4);
    let last = first.store.records_after(0, 100).expect("records").pop().expect("a record").record;
    let before = second.state_hash().expect("a hash");
    assert_eq!(second.apply(&last).expect("applies"), Applied::Already);
    assert_eq!(second.state_hash().expect("a hash"), before);

    first.client("李四", "13800000002");
    let next = first.store.records_after(0, 100).expect("records").pop().expect("a record").record;
    let mut forged = next.clone();
    *forged.body.last_mut().expect("bytes") ^= 1;
    assert_eq!(second.apply(&forged).expect_err("another body").code, ErrorCode::RecordRefused);
    let mut forged = next.clone();
    *forged.signature.last_mut().expect("bytes") ^= 1;
    assert_eq!(second.apply(&forged).expect_err("another signature").code, ErrorCode::RecordRefused);
    assert_eq!(second.state_hash().expect("a hash"), before);
    assert_eq!(second.apply(&next).expect("applies"), Applied::Now);
}

#[test]
fn a_record_before_its_turn_and_one_of_another_clinic_are_refused() {
    let first = clinic(5);
    let (_dir, _world, second) = second_computer(&first, 6);
    first.client("张三", "13800000001");
    first.client("李四", "13800000002");
    let records = first.store.records_after(0, 100).expect("records");
    let last = &records[records.len() - 1].record;
    assert_eq!(second.apply(last).expect_err("a gap").code, ErrorCode::RecordRefused);

    let stranger = clinic(7);
    let foreign = &stranger.store.records_after(0, 1).expect("records")[0].record;
    assert_eq!(first.store.apply(foreign).expect_err("another clinic's").code, ErrorCode::RecordRefused);
}

#[test]
fn a_form_left_unsaved_waits_for_its_writer_at_every_computer() {
    let first = clinic(8);
    let (_dir, world, second) = second_computer(&first, 9);
    let owner = sign_in(&second, "院长", common::OWNER_PIN);
    let form = || "client.new".to_owned();
    let body = |text: &str| SaveDraft { form: form(), body: Some(text.into()) };
    let gone = SaveDraft { form: form(), body: None };
    let load = |store: &Store, actor: &Actor| {
        drafts::load(store, actor, &DraftOf { form: form() }).expect("reads").map(|draft| draft.body)
    };
    let before = first.store.sequence();
    drafts::save(&first.store, &first.owner, &body("张")).expect("keeps");
    assert_eq!(first.store.sequence(), before, "a keystroke is this computer's own");
    drafts::leave(&first.store, &first.owner, &body("张三")).expect("shares");
    assert_eq!(load(&first.store, &first.owner).as_deref(), Some("张三"));
    pull(&first.store, &second);
    assert_eq!(load(&second, &owner).as_deref(), Some("张三"));

    // It goes on being typed there, and what was typed last is offered.
    world.set(world.now() + 60_000);
    drafts::save(&second, &owner, &body("张三丰")).expect("keeps");
    assert_eq!(load(&second, &owner).as_deref(), Some("张三丰"));
    drafts::save(&second, &owner, &gone).expect("lets go");
    assert_eq!(load(&second, &owner), None);
    pull(&second, &first.store);
    assert_eq!(load(&first.store, &first.owner), None);

    // The same form can be left again.
    drafts::leave(&first.store, &first.owner, &body("李四")).expect("shares");
    pull(&first.store, &second);
    assert_eq!(load(&second, &owner).as_deref(), Some("李四"));
}
