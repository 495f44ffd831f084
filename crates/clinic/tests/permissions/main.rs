//! Every verb against every role: refused exactly where the table says so, before anything else is looked at.

#[path = "../common/mod.rs"]
mod common;
mod money;
mod records;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use common::house::house;
use common::{Clinic, client_input, clinic};
use jingtai_clinic::appointments::{
    self as appts, AppointmentInput, CalendarQuery, LeaveInput, WorkingHours,
};
use jingtai_clinic::audit::{self, AuditFilter, AuditKind};
use jingtai_clinic::catalogue::{self, RoomInput};
use jingtai_clinic::clients::export;
use jingtai_clinic::clients::import::{self, Duplicates, ImportOptions};
use jingtai_clinic::clients::{self, AlertKind, AssignmentRole, DataPurpose, Severity};
use jingtai_clinic::clinic::{self as clinic_details, ClinicDetails};
use jingtai_clinic::consents;
use jingtai_clinic::ids::*;
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::staff;
use jingtai_clinic::visits::{self, ConsultationOutcome, FilledBy, Keloid, Pregnancy, TriageForm};
use jingtai_clinic::{Actor, ErrorCode, Permission, Result, Role, Rule, Store, Verb};
use uuid::Uuid;

/// The id of nothing.
const NOTHING: Uuid = Uuid::from_u128(1);

/// Runs a verb with an input that is well-formed, about `id` wherever it names something; `None` where no person can
/// run it.
fn run(store: &Store, actor: &Actor, verb: Verb, client: ClientId, id: Uuid) -> Option<Result<()>> {
    let visit = visits::OfVisit { visit: VisitId(id) };
    let of_client = clients::alerts::OfClient { client };
    let appointment = AppointmentInput {
        client,
        doctor: None,
        room: None,
        equipment: None,
        procedure: None,
        starts_at: common::NOW,
        ends_at: common::NOW + 60_000,
        note: String::new(),
        clash_reason: Some("测试".into()),
    };
    let of_appointment = appts::OfAppointment { id: AppointmentId(id) };
    let folder = store.dir().join("exports");
    let done = match verb {
        Verb::ClinicFound | Verb::AuditFlush | Verb::SignIn | Verb::PhotoPreview => return None,
        Verb::ClinicEdit => {
            let details = ClinicDetails {
                name: "镜台".into(),
                address: String::new(),
                licence_number: String::new(),
                licence_expires_on: None,
                zone: "Asia/Shanghai".into(),
            };
            clinic_details::edit(store, actor, &details)
        }
        Verb::ClinicSetLogo => clinic_details::set_logo(store, actor, &[]),
        Verb::ClinicDetails => clinic_details::details(store, actor).map(drop),
        Verb::ComputerAdmit => {
            let (computer, key) = jingtai_clinic::store::draw_computer(store.world());
            clinic_details::admit_computer(store, actor, computer, "x", &key.verifying_key())
        }
        Verb::SettingsAll => settings::all(store, actor).map(drop),
        Verb::SettingsSet => {
            let input = SetSetting { key: SettingKey::IdleLockMinutes, value: serde_json::Value::Null };
            settings::set(store, actor, &input)
        }
        Verb::AuditList => audit::list(store, actor, &filter()).map(drop),
        Verb::AuditExport => {
            let input = audit::ExportAudit { filter: filter(), words: audit::AuditWords::default() };
            audit::export(store, actor, &input, &folder).map(drop)
        }
        Verb::DraftLeave => {
            let input = jingtai_clinic::drafts::SaveDraft { form: "x".into(), body: Some("{}".into()) };
            jingtai_clinic::drafts::leave(store, actor, &input)
        }
        Verb::DraftSave => {
            let input = jingtai_clinic::drafts::SaveDraft { form: "x".into(), body: None };
            jingtai_clinic::drafts::save(store, actor, &input)
        }
        Verb::DraftLoad => {
            let input = jingtai_clinic::drafts::DraftOf { form: "x".into() };
            jingtai_clinic::drafts::load(store, actor, &input).map(drop)
        }
        Verb::ChangePin => {
            let input = staff::ChangePin { old_pin: "1".into(), new_pin: "111111".into() };
            staff::change_pin(store, actor, &input)
        }
        Verb::StaffAll => staff::all(store, actor).map(drop),
        Verb::StaffAdd => {
            let input =
                staff::NewStaff { name: String::new(), phone: None, roles: vec![], pin: String::new() };
            staff::add(store, actor, &input).map(drop)
        }
        Verb::StaffEdit => {
            let input = staff::EditStaff {
                id: StaffId(id),
                name: String::new(),
                phone: None,
                roles: vec![],
                active: true,
            };
            staff::edit(store, actor, &input)
        }
        Verb::StaffResetPin => {
            staff::reset_pin(store, actor, &staff::ResetPin { id: StaffId(id), pin: "1".into() })
        }
        Verb::StaffRegister => {
            let input = staff::RegistrationInput {
                staff_id: StaffId(id),
                specialty: catalogue::Specialty::Surgery,
                title_number: String::new(),
                practice_number: String::new(),
                filed_on: "2026-01-01".parse().expect("a date"),
                expires_on: None,
            };
            staff::register(store, actor, &input).map(drop)
        }
        Verb::StaffEndRegistration => {
            let input = staff::EndRegistration { id: RegistrationId(id), reason: String::new() };
            staff::end_registration(store, actor, &input)
        }
        Verb::StaffPermitProcedures => {
            let input = staff::PermitProcedures { staff_id: StaffId(id), procedure_ids: vec![] };
            staff::permit_procedures(store, actor, &input)
        }
        Verb::StaffSetHours => {
            let input = WorkingHours { staff_id: StaffId(id), weekday: 9, works: true, starts: 0, ends: 0 };
            appts::hours::set_hours(store, actor, &input)
        }
        Verb::StaffAddLeave => {
            let input = LeaveInput { staff_id: StaffId(id), starts_at: 1, ends_at: 0, reason: String::new() };
            appts::hours::add_leave(store, actor, &input).map(drop)
        }
        Verb::StaffEndLeave => appts::hours::end_leave(store, actor, appts::OfLeave { id: LeaveId(id) }),
        Verb::CatalogueRead => catalogue::all(store, actor).map(drop),
        Verb::CatalogueEdit => {
            catalogue::set_room(store, actor, &RoomInput { id: None, name: String::new(), active: true })
                .map(drop)
        }
        Verb::ClientFind => {
            let input = clients::search::FindClients { query: String::new(), limit: 5, skip: None };
            clients::search::find(store, actor, &input).map(drop)
        }
        Verb::ClientOpen => clients::open::open(store, actor, of_client).map(drop),
        Verb::ClientHealth => clients::alerts::health(store, actor, of_client).map(drop),
        Verb::ClientCreate => clients::create::create(store, actor, &client_input("", "")).map(drop),
        Verb::ClientEdit => {
            let input = clients::edit::EditClient { id: client, client: client_input("", "") };
            clients::edit::edit(store, actor, &input)
        }
        Verb::ClientReveal => {
            let input = clients::reveal::RevealOf { client, reveal: clients::reveal::Reveal::IdNumber };
            clients::reveal::reveal(store, actor, &input).map(drop)
        }
        Verb::ClientAssign => {
            let input = clients::assign::Assign {
                client,
                role: AssignmentRole::Doctor,
                staff_id: None,
                reason: String::new(),
            };
            clients::assign::assign(store, actor, &input)
        }
        Verb::ClientAddAlert => {
            let input = clients::alerts::AddAlert {
                client,
                kind: AlertKind::Allergy,
                substance: String::new(),
                severity: Severity::Mild,
                reaction: String::new(),
            };
            clients::alerts::add_alert(store, actor, &input).map(drop)
        }
        Verb::ClientEndAlert => {
            let input = clients::alerts::EndAlert { id: AlertId(id), reason: String::new() };
            clients::alerts::end_alert(store, actor, &input)
        }
        Verb::ClientGiveConsent | Verb::ClientWithdrawConsent => {
            let input = clients::data_consents::DataConsentFor { client, purpose: DataPurpose::CloudCopy };
            if verb == Verb::ClientGiveConsent {
                clients::data_consents::give(store, actor, input)
            } else {
                clients::data_consents::withdraw(store, actor, input)
            }
        }
        Verb::ClientAddScan => {
            let input = clients::scans::AddScan { client, title: String::new() };
            clients::scans::add(store, actor, &input, b"").map(drop)
        }
        Verb::ClientShowScan => {
            clients::scans::show(store, actor, clients::scans::OfScan { id: ScanId(id) }).map(drop)
        }
        Verb::ClientRemoveScan => {
            clients::scans::remove(store, actor, clients::scans::OfScan { id: ScanId(id) })
        }
        Verb::ClientJoin => {
            let input = clients::join::Join { survivor: client, loser: client };
            clients::join::join(store, actor, input).map(drop)
        }
        Verb::ClientEndJoin => {
            clients::join::end_join(store, actor, clients::join::EndJoin { alias: AliasId(id) })
        }
        Verb::ClientImportPreview | Verb::ClientImport | Verb::ClientExport => {
            return Some(lists(store, actor, verb, &folder));
        }
        Verb::AppointmentList => {
            let day = "2026-03-02".parse().expect("a date");
            appts::calendar::calendar(store, actor, CalendarQuery { from: day, to: day }).map(drop)
        }
        Verb::AppointmentBook => appts::book::book(store, actor, &appointment).map(drop),
        Verb::AppointmentMove => {
            let input = appts::EditAppointment { id: AppointmentId(id), appointment };
            appts::book::edit(store, actor, &input)
        }
        Verb::AppointmentConfirm => appts::status::confirm(store, actor, of_appointment),
        Verb::AppointmentCancel => {
            let input = appts::CancelAppointment { id: AppointmentId(id), reason: String::new() };
            appts::status::cancel(store, actor, &input)
        }
        Verb::AppointmentNoShow => appts::status::no_show(store, actor, of_appointment),
        Verb::AppointmentReopen => appts::status::reopen(store, actor, of_appointment),
        Verb::VisitBoard => visits::board::board(store, actor).map(drop),
        Verb::VisitCheckIn => {
            let client = ClientId(id);
            let input = visits::CheckIn {
                client,
                appointment: Some(AppointmentId(id)),
                doctor: None,
                procedure: None,
            };
            visits::check_in::check_in(store, actor, &input).map(drop)
        }
        Verb::VisitUndoCheckIn => visits::check_in::undo(store, actor, visit),
        Verb::VisitMove => {
            let input = visits::MoveVisit { visit: visit.visit, to: "nowhere".into() };
            visits::steps::move_to(store, actor, &input)
        }
        Verb::VisitUndoMove => visits::steps::undo(store, actor, visit),
        Verb::VisitEdit => {
            let input = visits::EditVisit {
                visit: visit.visit,
                doctor: None,
                consultant: None,
                room: None,
                procedure: None,
            };
            visits::steps::edit(store, actor, &input)
        }
        Verb::VisitNumb => {
            visits::steps::numb(store, actor, visits::Numb { visit: visit.visit, minutes: None })
        }
        Verb::VisitCloseForgotten => {
            let input = visits::CloseForgotten { visit: visit.visit, note: String::new() };
            visits::close::close_forgotten(store, actor, &input)
        }
        Verb::TriageRead => visits::triage::read(store, actor, visit).map(drop),
        Verb::TriageFill => {
            let form = TriageForm {
                wish: String::new(),
                pregnancy: Pregnancy::No,
                allergies: String::new(),
                medication: String::new(),
                keloid: Keloid::No,
                recent_treatments: String::new(),
                filled_by: FilledBy::Staff,
            };
            visits::triage::fill(store, actor, &visits::FillTriage { visit: visit.visit, form })
        }
        Verb::ConsultationEnd => {
            let input = visits::EndConsultation {
                visit: visit.visit,
                outcome: ConsultationOutcome::Agreed,
                reason: String::new(),
                note: String::new(),
            };
            visits::consultation::end(store, actor, &input).map(drop)
        }
        verb => return records::run(store, actor, verb, client, id),
    };
    Some(done)
}

/// The verbs that read or write whole lists, on a file that is no list.
fn lists(store: &Store, actor: &Actor, verb: Verb, folder: &Path) -> Result<()> {
    let options = ImportOptions { skip_errors: false, duplicates: Duplicates::Skip };
    match verb {
        Verb::ClientImportPreview => {
            import::preview(store, actor, "x", b"", &import::Columns::Guess(None)).map(drop)
        }
        Verb::ClientImport => import::commit(
            store,
            actor,
            "x",
            b"",
            &import::Columns::Guess(None),
            options,
            &|_, _, _| {},
            &AtomicBool::new(false),
        )
        .map(drop),
        _ => {
            let input = serde_json::from_value(serde_json::json!({
                "format": "csv", "query": "", "headers": headers(),
            }));
            export::export(store, actor, &input.expect("an export's input"), &folder.join("x.csv")).map(drop)
        }
    }
}

fn filter() -> AuditFilter {
    AuditFilter {
        from: None,
        to: None,
        staff_id: None,
        client_id: None,
        kind: AuditKind::All,
        verb: None,
        before: None,
        limit: 10,
    }
}

#[test]
fn every_verb_is_refused_exactly_to_the_roles_that_lack_its_permission() {
    let clinic: Clinic = clinic(11);
    let client = clinic.client("张三", "13800000001");
    for role in Role::ALL {
        let actor = clinic.person(*role);
        for verb in Verb::ALL {
            let Some(result) = run(&clinic.store, &actor, *verb, client, NOTHING) else { continue };
            let refused = matches!(&result, Err(error) if error.code == ErrorCode::NotPermitted);
            let allowed = verb.permission().roles().contains(role);
            assert_eq!(refused, !allowed, "{verb:?} by {role:?}: {result:?}");
        }
    }
}

/// Every verb, by everybody, about everything that a signed record names, and about the record itself.
#[test]
fn no_verb_changes_a_signed_record() {
    let house = house(13);
    let store = &house.clinic.store;
    house.consent();
    let written = house.write(house.body());
    let signed = house.sign(written, &[]).expect("signs").id;
    house.amend(signed, "补记一", "淤青").expect("amends");
    let consents = consents::of_client(store, &house.nurse, consents::ConsentsOf { client: house.client });
    let ids = [
        signed.0,
        written.0.0,
        house.client.0,
        house.lips.0,
        house.filler.0,
        house.batch("F1").0,
        house.doctor.staff_id().0,
        consents.expect("reads")[0].id.0,
    ];
    let actors: Vec<Actor> = [Role::Reception, Role::Consultant, Role::Cashier]
        .map(|role| house.clinic.person(role))
        .into_iter()
        .chain([house.nurse.clone(), house.clinic.owner.clone(), house.doctor.clone().into()])
        .collect();
    let before = house.read(signed);
    for verb in Verb::ALL {
        for actor in &actors {
            for id in ids {
                let _ = run(store, actor, *verb, house.client, id);
            }
        }
        let now = house.read(signed);
        assert!(now.whole && now.text == before.text && now.sha256 == before.sha256, "{verb:?}");
        let kept = now.amendments.get(..before.amendments.len());
        assert_eq!(format!("{kept:?}"), format!("{:?}", Some(&*before.amendments)), "{verb:?}");
    }
}

#[test]
fn rules_of_the_system_may_only_what_they_are_for() {
    let clinic = clinic(12);
    let client = clinic.client("张三", "13800000001");
    for rule in [Rule::FirstRun, Rule::SignInPage, Rule::AuditWriter] {
        let actor = Actor::System(rule);
        for verb in
            [Verb::ClientFind, Verb::ClientOpen, Verb::ClientCreate, Verb::StaffAdd, Verb::VisitCheckIn]
        {
            let result = run(&clinic.store, &actor, verb, client, NOTHING).expect("a person's verb");
            assert_eq!(result.expect_err("refused").code, ErrorCode::NotPermitted, "{verb:?} by {rule:?}");
        }
    }
}

#[test]
fn the_table_keeps_what_the_clinic_must_keep_apart() {
    let may = |role: Role, permission: Permission| permission.roles().contains(&role);
    assert!(!may(Role::Cashier, Permission::SeeHealth), "health data is not for the till");
    for role in [Role::Doctor, Role::Nurse, Role::Cashier] {
        assert!(!may(role, Permission::RevealContacts), "{role:?} has no need of phones in full");
    }
    // A doctor's word and hand are no owner's, unless the owner is a doctor.
    let medical = [Permission::ApprovePlans, Permission::WriteTreatments, Permission::SignTreatments];
    for permission in Permission::ALL {
        assert_eq!(may(Role::Owner, *permission), !medical.contains(permission), "{permission:?}");
    }
}

fn headers() -> serde_json::Value {
    let names = [
        "memberNumber",
        "name",
        "otherNames",
        "sex",
        "female",
        "male",
        "birthday",
        "lunar",
        "lunarLeap",
        "phones",
        "wechat",
        "idNumber",
        "source",
        "skinType",
        "tags",
        "lastVisit",
        "visits",
        "created",
        "preferences",
        "notes",
    ];
    names.iter().map(|name| ((*name).to_owned(), serde_json::Value::from(*name))).collect()
}
