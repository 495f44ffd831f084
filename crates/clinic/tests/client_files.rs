//! What a file keeps when it is edited, joined, numbered, and what its client is warned of on arrival.
#![allow(missing_docs)]

mod common;

use common::{Clinic, NOW, client_input, clinic};
use jingtai_clinic::appointments::{AppointmentInput, AppointmentStatus, CancelAppointment, OfAppointment};
use jingtai_clinic::appointments::{CalendarQuery, book, calendar, status};
use jingtai_clinic::clients::alerts::{AddAlert, OfClient, add_alert};
use jingtai_clinic::clients::edit::{EditClient, edit};
use jingtai_clinic::clients::import::{self, Columns, Duplicates, ImportOptions};
use jingtai_clinic::clients::join::{EndJoin, Join, end_join, join};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::clients::{
    AlertKind, ClientFile, ClientHit, ClientInput, Contact, PhoneInput, Severity, create, open,
};
use jingtai_clinic::ids::{AppointmentId, ClientId, VisitId};
use jingtai_clinic::visits::{
    ArrivalAlert, CheckIn, FillTriage, FilledBy, Keloid, MoveVisit, OfVisit, Pregnancy, TriageForm, check_in,
    steps, triage,
};
use jingtai_clinic::{ErrorCode, Role, World};
use proptest::prelude::*;
use std::sync::atomic::AtomicBool;

fn file(clinic: &Clinic, client: ClientId) -> ClientFile {
    open::open(&clinic.store, &clinic.owner, OfClient { client }).expect("opens")
}

/// What the form sends back when nothing is typed.
fn as_shown(file: &ClientFile) -> ClientInput {
    ClientInput {
        name: file.name.clone(),
        phones: file
            .phones
            .iter()
            .map(|phone| PhoneInput { id: Some(phone.id), number: None, label: phone.label.clone() })
            .collect(),
        wechat: file.wechat.clone(),
        guardian: file.guardian.clone(),
        emergency: file.emergency.clone(),
        tags: file.tags.clone(),
        ..client_input(&file.name, "")
    }
}

fn check(
    clinic: &Clinic,
    client: ClientId,
    appointment: Option<AppointmentId>,
) -> (VisitId, Vec<ArrivalAlert>) {
    let input = CheckIn { client, appointment, doctor: None, procedure: None };
    let done = check_in::check_in(&clinic.store, &clinic.owner, &input).expect("checks in");
    (done.visit, done.alerts)
}

/// Imports a list that has no errors, and gives how many files were made.
fn import_list(clinic: &Clinic, list: &str, duplicates: Duplicates) -> u32 {
    let options = ImportOptions { skip_errors: false, duplicates };
    let (guess, never) = (Columns::Guess(None), AtomicBool::new(false));
    let (store, owner) = (&clinic.store, &clinic.owner);
    let done = import::commit(store, owner, "x", list.as_bytes(), &guess, options, &|_, _, _| {}, &never);
    done.expect("imported").imported
}

fn first_hit(clinic: &Clinic, query: &str) -> ClientHit {
    let input = FindClients { query: query.into(), limit: 5, skip: None };
    find(&clinic.store, &clinic.owner, &input).expect("finds").remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is edited while two files are joined, what the other brought goes back with it.
    #[test]
    fn a_joined_file_can_be_edited_and_takes_its_own_back(
        note in "[a-z]{1,8}",
        removes_its_tag in any::<bool>(),
        adds_phone in any::<bool>(),
    ) {
        let clinic = clinic(31);
        let keep = clinic.client("张三", "13800000001");
        let mut other = client_input("张叁", "13900000002");
        other.tags = vec!["怕疼".into()];
        let lose = create::create(&clinic.store, &clinic.owner, &other).expect("creates");
        let before = (file(&clinic, keep), file(&clinic, lose));
        let alias = join(&clinic.store, &clinic.owner, Join { survivor: keep, loser: lose }).expect("joins");

        let joined = file(&clinic, keep);
        prop_assert_eq!(joined.phones.len(), 2);
        let mut typed = as_shown(&joined);
        typed.notes = note.clone();
        if removes_its_tag {
            typed.tags.retain(|tag| tag != "怕疼");
        }
        if adds_phone {
            typed.phones.push(PhoneInput { id: None, number: Some("13700000003".into()), label: String::new() });
        }
        edit(&clinic.store, &clinic.owner, &EditClient { id: keep, client: typed }).expect("a joined file is saved");
        let edited = file(&clinic, keep);
        prop_assert_eq!(edited.notes, note);
        prop_assert_eq!(edited.tags.contains(&"怕疼".to_owned()), !removes_its_tag);

        end_join(&clinic.store, &clinic.owner, EndJoin { alias }).expect("takes back");
        let (kept, lost) = (file(&clinic, keep), file(&clinic, lose));
        let numbers = |file: &ClientFile| file.phones.iter().map(|phone| phone.masked.clone()).collect::<Vec<_>>();
        prop_assert_eq!(numbers(&lost), numbers(&before.1));
        prop_assert_eq!(kept.tags, before.0.tags);
        prop_assert_eq!(lost.tags.len(), usize::from(!removes_its_tag));
        prop_assert_eq!(kept.phones.len(), 1 + usize::from(adds_phone));
    }
}

#[test]
fn a_number_that_only_begins_like_ours_does_not_stop_ours_from_rising() {
    let clinic = clinic(32);
    clinic.client("一", "13800000001");
    let list =
        "姓名,电话,会员号\n王芳,13800000011,A12345B\n李娜,13800000012,A1-0234\n赵敏,13800000013,A000041\n";
    import_list(&clinic, list, Duplicates::Import);
    let numbers: Vec<String> =
        ["二", "三"].map(|name| file(&clinic, clinic.client(name, "13800000002")).member_number).to_vec();
    assert_eq!(numbers, ["A000042", "A000043"]);
}

#[test]
fn a_mask_never_takes_the_place_of_a_phone() {
    let clinic = clinic(33);
    let contact =
        |phone: &str| Some(Contact { name: "母亲".into(), phone: phone.into(), relation: "母女".into() });
    let mut input = client_input("张三", "13800000001");
    input.emergency = contact("138****6721");
    let refused = create::create(&clinic.store, &clinic.owner, &input).expect_err("a mask is no phone");
    assert_eq!((refused.code, refused.field), (ErrorCode::InvalidPhone, Some("emergency")));

    input.emergency = contact("13812346721");
    input.wechat = Some("13800000001".into());
    let client = create::create(&clinic.store, &clinic.owner, &input).expect("creates");
    let shown = as_shown(&file(&clinic, client));
    assert_eq!(shown.wechat.as_deref(), Some("138 **** 0001"), "a phone for a name is masked as phones are");
    // Somebody else changes the phone while the form is open.
    let mut meanwhile = shown.clone();
    meanwhile.emergency = contact("13912340000");
    edit(&clinic.store, &clinic.owner, &EditClient { id: client, client: meanwhile }).expect("saves");
    let late = edit(&clinic.store, &clinic.owner, &EditClient { id: client, client: shown });
    assert_eq!(late.expect_err("the mask of an old phone").code, ErrorCode::ChangedMeanwhile);
    let now = as_shown(&file(&clinic, client));
    edit(&clinic.store, &clinic.owner, &EditClient { id: client, client: now }).expect("saves");
    let reveal = jingtai_clinic::clients::reveal::RevealOf {
        client,
        reveal: jingtai_clinic::clients::reveal::Reveal::EmergencyPhone,
    };
    let whole =
        jingtai_clinic::clients::reveal::reveal(&clinic.store, &clinic.owner, &reveal).expect("shows");
    assert_eq!(whole, "13912340000");
}

fn appointment(clinic: &Clinic, client: ClientId, doctor: &jingtai_clinic::Actor) -> AppointmentId {
    let input = AppointmentInput {
        client,
        doctor: doctor.staff_id(),
        room: None,
        equipment: None,
        procedure: None,
        starts_at: NOW + 3_600_000,
        ends_at: NOW + 5_400_000,
        note: String::new(),
        clash_reason: None,
    };
    book::book(&clinic.store, &clinic.owner, &input).expect("books")
}

fn status_of(clinic: &Clinic, id: AppointmentId) -> AppointmentStatus {
    let query = CalendarQuery { from: clinic.store.today(), to: clinic.store.today() };
    let calendar = calendar::calendar(&clinic.store, &clinic.owner, query).expect("reads");
    calendar.appointments.into_iter().find(|other| other.id == id).expect("the appointment").status
}

#[test]
fn a_check_in_taken_back_leaves_the_appointment_as_it_was() {
    let clinic = clinic(34);
    let doctor = clinic.person(Role::Doctor);
    let of = |id| OfAppointment { id };
    for (before, name) in [(AppointmentStatus::Confirmed, "张三"), (AppointmentStatus::NoShow, "李四")] {
        let client = clinic.client(name, "13800000001");
        let id = appointment(&clinic, client, &doctor);
        match before {
            AppointmentStatus::Confirmed => {
                status::confirm(&clinic.store, &clinic.owner, of(id)).expect("confirms")
            }
            _ => status::no_show(&clinic.store, &clinic.owner, of(id)).expect("notes"),
        }
        let (visit, _) = check(&clinic, client, Some(id));
        check_in::undo(&clinic.store, &clinic.owner, OfVisit { visit }).expect("undoes");
        assert_eq!(status_of(&clinic, id), before);
        let reason = "改期".to_owned();
        let _ = status::cancel(&clinic.store, &clinic.owner, &CancelAppointment { id, reason });
    }
}

#[test]
fn an_appointment_is_not_put_back_onto_another() {
    let clinic = clinic(35);
    let doctor = clinic.person(Role::Doctor);
    let (first, second) = (clinic.client("张三", "13800000001"), clinic.client("李四", "13800000002"));
    let id = appointment(&clinic, first, &doctor);
    let reason = "改期".to_owned();
    status::cancel(&clinic.store, &clinic.owner, &CancelAppointment { id, reason }).expect("cancels");
    let other = appointment(&clinic, second, &doctor);
    let refused =
        status::reopen(&clinic.store, &clinic.owner, OfAppointment { id }).expect_err("the time is taken");
    assert_eq!(refused.code, ErrorCode::ClashNeedsReason);
    assert_eq!(status_of(&clinic, id), AppointmentStatus::Cancelled);
    let reason = "改期".to_owned();
    status::cancel(&clinic.store, &clinic.owner, &CancelAppointment { id: other, reason }).expect("cancels");
    status::reopen(&clinic.store, &clinic.owner, OfAppointment { id }).expect("puts back");
    assert_eq!(status_of(&clinic, id), AppointmentStatus::Booked);
}

#[test]
fn who_left_and_came_again_is_not_brought_back_twice() {
    let clinic = clinic(36);
    let client = clinic.client("张三", "13800000001");
    let (visit, _) = check(&clinic, client, None);
    let left = MoveVisit { visit, to: "left".into() };
    steps::move_to(&clinic.store, &clinic.owner, &left).expect("leaves");
    check(&clinic, client, None);
    let refused = steps::undo(&clinic.store, &clinic.owner, OfVisit { visit }).expect_err("they are here");
    assert_eq!(refused.code, ErrorCode::AlreadyCheckedIn);
}

fn declare(clinic: &Clinic, visit: VisitId, allergies: &str, pregnancy: Pregnancy) {
    let form = TriageForm {
        wish: String::new(),
        pregnancy,
        allergies: allergies.into(),
        medication: String::new(),
        keloid: Keloid::NotAsked,
        recent_treatments: String::new(),
        filled_by: FilledBy::Client,
    };
    triage::fill(&clinic.store, &clinic.owner, &FillTriage { visit, form }).expect("fills");
}

/// What a new visit of this client would warn of.
fn warnings(clinic: &Clinic, visit: VisitId, client: ClientId) -> (VisitId, Vec<ArrivalAlert>) {
    let left = MoveVisit { visit, to: "left".into() };
    steps::move_to(&clinic.store, &clinic.owner, &left).expect("leaves");
    let (visit, mut alerts) = check(clinic, client, None);
    alerts.retain(|alert| {
        matches!(alert, ArrivalAlert::DeclaredAllergy { .. } | ArrivalAlert::Pregnancy { .. })
    });
    (visit, alerts)
}

#[test]
fn what_a_client_declares_warns_until_it_is_noted_or_over() {
    let clinic = clinic(37);
    let client = clinic.client("张三", "13800000001");
    let (visit, _) = check(&clinic, client, None);
    declare(&clinic, visit, "青霉素、没有", Pregnancy::Yes);
    let (visit, alerts) = warnings(&clinic, visit, client);
    let penicillin = ArrivalAlert::DeclaredAllergy { text: "青霉素".into() };
    let pregnant = ArrivalAlert::Pregnancy { pregnancy: Pregnancy::Yes };
    assert_eq!(alerts, [penicillin, pregnant.clone()]);

    // Noted in the file it is an alert of its own; a question that was skipped takes nothing back.
    let alert = AddAlert {
        client,
        kind: AlertKind::Allergy,
        substance: "青霉素类".into(),
        severity: Severity::Severe,
        reaction: String::new(),
    };
    add_alert(&clinic.store, &clinic.owner, &alert).expect("notes");
    declare(&clinic, visit, "", Pregnancy::NotAsked);
    let (visit, alerts) = warnings(&clinic, visit, client);
    assert_eq!(alerts, [pregnant]);

    // A pregnancy of last year is over.
    clinic.world.set(clinic.world.now() + 301 * 86_400_000);
    let (visit, alerts) = warnings(&clinic, visit, client);
    assert_eq!(alerts, []);
    declare(&clinic, visit, "没有", Pregnancy::No);
    assert_eq!(warnings(&clinic, visit, client).1, []);
}

#[test]
fn mother_and_daughter_share_a_phone_and_are_asked_about_by_nobody() {
    let clinic = clinic(38);
    let mother = clinic.client("王秀英", "13800000001");
    clinic.client("陈雨欣", "13800000001");
    let duplicate = |alerts: &[ArrivalAlert]| {
        alerts.iter().any(|alert| matches!(alert, ArrivalAlert::PossibleDuplicate { .. }))
    };
    let (visit, alerts) = check(&clinic, mother, None);
    assert!(!duplicate(&alerts), "{alerts:?}");
    check_in::undo(&clinic.store, &clinic.owner, OfVisit { visit }).expect("undoes");
    clinic.client("王秀瑛", "13800000001");
    assert!(duplicate(&check(&clinic, mother, None).1));
}

#[test]
fn a_list_says_in_many_ways_that_there_is_no_allergy() {
    let clinic = clinic(39);
    let list = "姓名,Mobile No.,过敏史,电话回访\n王芳,8613800000011,无药物过敏史,2024-1-3 已回访\n\
        李娜,13800000012,否认过敏,\n赵敏,13800000013,无水酒精,\nElizabeth Taylor,,,\n";
    assert_eq!(import_list(&clinic, list, Duplicates::Skip), 4);
    let find = |query: &str| first_hit(&clinic, query);
    assert_eq!(find("王芳").phone.as_deref(), Some("138 **** 0011"));
    assert_eq!(
        (find("王芳").has_alert, find("李娜").has_alert, find("赵敏").has_alert),
        (false, false, true)
    );
    assert_eq!(find("taylor").name, "Elizabeth Taylor");
}

#[test]
fn one_person_written_in_either_script_is_one_person() {
    let clinic = clinic(40);
    clinic.client("張麗", "13800000001");
    let list = "姓名,电话\n张丽,13800000001\n陳靜,13800000002\n陈静,13800000002\n";
    let guess = Columns::Guess(None);
    let preview = import::preview(&clinic.store, &clinic.owner, "x", list.as_bytes(), &guess).expect("reads");
    let counts = preview.counts;
    assert_eq!((counts.ready, counts.duplicates_in_file, counts.duplicates_of_clients), (1, 1, 1));
    assert_eq!(first_hit(&clinic, "张").name, "張麗");
}
