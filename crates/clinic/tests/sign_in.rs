//! Signing in, waiting after failures, and what the owner reads of it.

mod common;

use common::{NOW, OWNER_PIN, clinic, open, sign_in};
use jingtai_clinic::audit::{self, AuditFilter, AuditKind, AuditWords, ExportAudit};
use jingtai_clinic::clients::AssignmentRole;
use jingtai_clinic::clients::alerts::{OfClient, health};
use jingtai_clinic::clients::assign::{Assign, assign};
use jingtai_clinic::clients::open::open as open_file;
use jingtai_clinic::clients::reveal::{Reveal, RevealOf, reveal};
use jingtai_clinic::staff::{self, ChangePin, EditStaff, NewStaff, SignIn};
use jingtai_clinic::{ErrorCode, Role, World};

fn filter(kind: AuditKind) -> AuditFilter {
    AuditFilter {
        from: None,
        to: None,
        staff_id: None,
        client_id: None,
        kind,
        verb: None,
        before: None,
        limit: 100,
    }
}

#[test]
fn a_wait_after_failures_grows_and_outlives_a_restart() {
    let clinic = clinic(21);
    let staff_id = clinic.owner.staff_id().expect("a person");
    let try_pin = |store: &jingtai_clinic::Store, pin: &str| {
        staff::sign_in(store, &SignIn { staff_id, pin: pin.into() })
            .map(drop)
            .map_err(|error| (error.code, error.params["waitSeconds"].clone()))
    };
    assert_eq!(try_pin(&clinic.store, "000001"), Err((ErrorCode::PinWrong, "0".into())));
    assert_eq!(try_pin(&clinic.store, "000002"), Err((ErrorCode::PinWrong, "0".into())));
    assert_eq!(try_pin(&clinic.store, "000003"), Err((ErrorCode::PinWrong, "2".into())));
    // The right PIN has to wait as well, also after a restart.
    let (dir, world) = (clinic.dir, clinic.world);
    drop(clinic.store);
    let store = open(dir.path(), &world).expect("opens");
    assert_eq!(try_pin(&store, OWNER_PIN), Err((ErrorCode::PinWait, "2".into())));
    world.set(NOW + 2_000);
    assert_eq!(try_pin(&store, "000004"), Err((ErrorCode::PinWrong, "4".into())));
    world.set(NOW + 6_000);
    assert_eq!(try_pin(&store, OWNER_PIN), Ok(()));
    // Success forgets the failures.
    assert_eq!(try_pin(&store, "000005"), Err((ErrorCode::PinWrong, "0".into())));
}

#[test]
fn a_clock_set_back_does_not_lock_anybody_out() {
    let clinic = clinic(22);
    let staff_id = clinic.owner.staff_id().expect("a person");
    for _ in 0..3 {
        let _ = staff::sign_in(&clinic.store, &SignIn { staff_id, pin: "000001".into() });
    }
    clinic.world.set(NOW - 365 * 86_400_000);
    let error =
        staff::sign_in(&clinic.store, &SignIn { staff_id, pin: OWNER_PIN.into() }).expect_err("waits");
    assert_eq!((error.code, error.params["waitSeconds"].as_str()), (ErrorCode::PinWait, "2"));
}

#[test]
fn one_changes_ones_own_pin_with_the_old_one() {
    let clinic = clinic(23);
    let change = |old: &str, new: &str| {
        let input = ChangePin { old_pin: old.into(), new_pin: new.into() };
        staff::change_pin(&clinic.store, &clinic.owner, &input).map_err(|error| (error.code, error.field))
    };
    assert_eq!(change("111222", "730915"), Err((ErrorCode::PinWrong, Some("oldPin"))));
    assert_eq!(change(OWNER_PIN, "123456"), Err((ErrorCode::PinWeak, Some("newPin"))));
    assert_eq!(change(OWNER_PIN, "730915"), Ok(()));
    sign_in(&clinic.store, "院长", "730915");
}

#[test]
fn the_last_owner_can_neither_leave_nor_stop_being_one() {
    let clinic = clinic(24);
    let id = clinic.owner.staff_id().expect("a person");
    let edit = |roles: Vec<Role>, active: bool| {
        let input = EditStaff { id, name: "院长".into(), phone: None, roles, active };
        staff::edit(&clinic.store, &clinic.owner, &input).map_err(|error| error.code)
    };
    assert_eq!(edit(vec![Role::Doctor], true), Err(ErrorCode::LastOwner));
    assert_eq!(edit(vec![Role::Owner], false), Err(ErrorCode::LastOwner));
    let second =
        NewStaff { name: "合伙人".into(), phone: None, roles: vec![Role::Owner], pin: "730915".into() };
    staff::add(&clinic.store, &clinic.owner, &second).expect("adds");
    assert_eq!(edit(vec![Role::Doctor], true), Ok(()));
    let taken = staff::add(&clinic.store, &clinic.owner, &second).expect_err("the same name");
    assert_eq!(taken.code, ErrorCode::NameTaken);
}

#[test]
fn the_owner_reads_who_did_and_who_read_what() {
    let clinic = clinic(25);
    let client = clinic.client("张三", "13800001234");
    let doctor = clinic.person(Role::Doctor);
    let reception = clinic.person(Role::Reception);
    health(&clinic.store, &doctor, OfClient { client }).expect("reads");
    health(&clinic.store, &doctor, OfClient { client }).expect("reads again at once");
    let file = open_file(&clinic.store, &reception, OfClient { client }).expect("opens");
    assert_eq!(file.phones[0].masked, "138 **** 1234");
    let of = RevealOf { client, reveal: Reveal::Phone { id: file.phones[0].id } };
    assert_eq!(reveal(&clinic.store, &reception, &of).expect("shows"), "13800001234");

    let reads = audit::list(&clinic.store, &clinic.owner, &filter(AuditKind::Reads)).expect("lines");
    let health_reads: Vec<_> = reads.lines.iter().filter(|line| line.verb == "clients.health").collect();
    assert_eq!(health_reads.len(), 1, "two reads in a minute are one line");
    assert_eq!(health_reads[0].staff_id, doctor.staff_id());
    assert_eq!(health_reads[0].client_name.as_deref(), Some("张三"));

    let of_client = AuditFilter { client_id: Some(client), ..filter(AuditKind::Writes) };
    let writes = audit::list(&clinic.store, &clinic.owner, &of_client).expect("lines");
    let verbs: Vec<&str> = writes.lines.iter().map(|line| line.verb.as_str()).collect();
    assert_eq!(verbs, ["clients.reveal", "clients.create"], "the newest first");
    assert!(!format!("{:?}", writes.lines).contains("13800001234"), "a line never holds the number itself");
}

#[test]
fn pages_of_the_audit_view_follow_each_other_without_gap_or_repeat() {
    let clinic = clinic(26);
    for n in 0..25 {
        clinic.client(&format!("顾客{n}"), &format!("1380000{n:04}"));
        clinic.world.set(clinic.world.now() + 1_000);
    }
    let input = Assign {
        client: clinic.client("张三", "13800001234"),
        role: AssignmentRole::Consultant,
        staff_id: clinic.owner.staff_id(),
        reason: String::new(),
    };
    assign(&clinic.store, &clinic.owner, &input).expect("assigns");
    let mut seen = Vec::new();
    let mut before = None;
    loop {
        let page = AuditFilter { before, limit: 7, ..filter(AuditKind::All) };
        let page = audit::list(&clinic.store, &clinic.owner, &page).expect("lines");
        seen.extend(page.lines.iter().map(|line| line.id));
        before = page.next;
        if before.is_none() {
            break;
        }
    }
    let whole = AuditFilter { limit: 500, ..filter(AuditKind::All) };
    let whole = audit::list(&clinic.store, &clinic.owner, &whole).expect("lines");
    assert_eq!(seen, whole.lines.iter().map(|line| line.id).collect::<Vec<_>>());
    let folder = clinic.store.dir().join("exports");
    let input = ExportAudit { filter: filter(AuditKind::All), words: words() };
    let done = audit::export(&clinic.store, &clinic.owner, &input, &folder).expect("exports");
    let text = std::fs::read_to_string(&done.path).expect("reads");
    assert!(text.starts_with('\u{feff}'));
    assert_eq!(text.lines().count() as u32, done.rows + 1);
    assert!(text.contains("新建档案"), "{text}");
    assert!(!text.contains("clients.create"), "{text}");
    assert!(text.contains("归属: 咨询师"), "{text}");
}

fn words() -> AuditWords {
    let pairs = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(name, word)| ((*name).to_owned(), (*word).to_owned())).collect()
    };
    AuditWords {
        headings: ["时间", "员工", "动作", "读写", "顾客", "详情"].map(str::to_owned),
        system: "系统".into(),
        read: "读".into(),
        done: "写".into(),
        verbs: pairs(&[("clients.create", "新建档案")]),
        details: pairs(&[("role", "归属")]),
        values: [("role".to_owned(), pairs(&[("consultant", "咨询师")]))].into_iter().collect(),
    }
}
