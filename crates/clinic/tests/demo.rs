//! The demo clinic: whole, alive at any hour, and the same for the same seed.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jingtai_clinic::appointments::{AppointmentStatus, CalendarQuery, calendar::calendar};
use jingtai_clinic::billing::begin::{BeginSale, begin};
use jingtai_clinic::clients::duplicates::{DuplicateQuery, possible};
use jingtai_clinic::demo::{self, DemoSize, Present};
use jingtai_clinic::staff::{self, SignIn};
use jingtai_clinic::store::keys::KeyFile;
use jingtai_clinic::visits::{Board, board::board};
use jingtai_clinic::{Actor, ErrorCode, Permission, Role, SeededWorld, Store, World};

/// Thursday, 19 November 2026, 15:40 in Shanghai.
const AFTERNOON: i64 = 1_795_074_000_000;
const HOUR: i64 = 3_600_000;

fn found(dir: &Path, seed: u64, now: i64, size: DemoSize) -> Store {
    let reported = AtomicU64::new(0);
    let progress = |done: u64, all: u64| {
        assert!(done <= all);
        reported.fetch_max(done, Ordering::Relaxed);
    };
    demo::found(dir, seed, Present::in_shanghai(now), size, &progress, &AtomicBool::new(false))
        .expect("a demo clinic");
    assert!(reported.load(Ordering::Relaxed) > 0);
    open(dir, seed, now)
}

fn open(dir: &Path, seed: u64, now: i64) -> Store {
    let key = KeyFile::load(dir)
        .expect("keys")
        .expect("a key file")
        .open_with_passphrase(demo::PASSPHRASE)
        .expect("the passphrase");
    let world: Arc<dyn World> = Arc::new(SeededWorld::new(seed + 1, now));
    Store::open(dir, world, key).expect("it opens")
}

fn sign_in(store: &Store, index: usize) -> Actor {
    let person = &demo::people()[index];
    let known = staff::people(store).expect("people");
    let staff_id =
        known.iter().find(|known| known.name == person.name).expect("on the sign-in page").staff_id;
    staff::sign_in(store, &SignIn { staff_id, pin: person.pin.clone() }).expect("the PIN").into()
}

fn open_steps(board: &Board) -> std::collections::BTreeSet<&str> {
    board.visits.iter().filter(|visit| visit.left_at.is_none()).map(|visit| visit.step.as_str()).collect()
}

#[test]
fn a_small_demo_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let store = found(dir.path(), 7, AFTERNOON, DemoSize::TEST);
    let actors: Vec<Actor> = (0..demo::people().len()).map(|index| sign_in(&store, index)).collect();
    let owner = &actors[0];
    assert!(owner.has(Permission::ManageStaff));

    // Every role is there, every PIN signs in.
    let members = staff::all(&store, owner).unwrap();
    assert_eq!(members.len(), 8);
    for role in Role::ALL {
        assert!(members.iter().any(|member| member.roles.contains(role)), "{role:?}");
    }
    let doctors = members.iter().filter(|member| member.roles.contains(&Role::Doctor));
    for doctor in doctors {
        assert!(
            !doctor.registrations.is_empty() && !doctor.permitted_procedures.is_empty(),
            "{}",
            doctor.name
        );
    }
    let soon = store.today() + chrono::TimeDelta::days(60);
    let expiring = |member: &staff::StaffMember| {
        member.registrations.iter().filter(|filed| filed.expires_on.is_some_and(|day| day < soon)).count()
    };
    assert_eq!(members.iter().map(expiring).sum::<usize>(), 1);

    let born = Born::read(&store);
    assert_eq!(born.count("client"), 200);
    assert!(born.count("visit") > 400, "{}", born.count("visit"));
    assert!(born.count("appointment") > 400, "{}", born.count("appointment"));
    assert!((6..60).contains(&born.count("client_alert")), "{}", born.count("client_alert"));
    assert!(born.count("client_data_consent") > 200);
    assert_eq!(born.count("client_alias"), 2);
    assert_eq!((born.count("procedure"), born.count("product")), (132, 116));
    assert_eq!((born.count("room"), born.count("equipment")), (6, 6));
    assert_eq!((born.count("delivery"), born.count("supplier"), born.count("batch_status")), (3, 2, 2));
    assert!(
        born.count("vial") > 20 && born.count("vial_return") < born.count("vial"),
        "{}",
        born.count("vial")
    );
    let signed = born.count("signed_treatment");
    assert!(signed > 60 && born.count("treatment") > signed, "{signed} of {}", born.count("treatment"));
    assert!(born.count("treatment_override") >= 1 && born.count("treatment_amendment") >= 1);
    assert!(born.count("plan") > 5 && born.count("plan_agreement") < born.count("plan"));
    assert_eq!(born.count("photo"), 18);
    // Who is treated has paid, in every way; a few things wait for the owner, a client at the till for reception.
    let methods: std::collections::BTreeSet<String> = born.texts("payment", "method").into_iter().collect();
    for method in ["wechat", "alipay", "cash", "card", "meituan", "deposit", "stored_value"] {
        assert!(methods.contains(method), "nobody paid by {method}");
    }
    let redeemed = born.count("entitlement_entry");
    assert!(redeemed * 10 > signed * 8 && redeemed < signed, "{redeemed} of {signed} were paid for");
    for (table, most) in
        [("sale_override", 12), ("arrears", 20), ("refund", 60), ("invoice_note", 120), ("held_sale", 1)]
    {
        assert!((1..=most).contains(&born.count(table)), "{} of {table}", born.count(table));
    }
    let standing = board(&store, owner).unwrap();
    let paying: Vec<_> = standing.visits.iter().filter(|visit| visit.step == "paying").collect();
    assert_eq!(paying.len(), 1);
    let begun = begin(&store, owner, BeginSale { client: paying[0].client.id }).unwrap();
    assert!(begun.unsold.iter().any(|line| line.visit == Some(paying[0].id) && line.agreed));
    assert_eq!(store.verify_log().expect("an unbroken log"), store.sequence());

    let names = born.texts("client", "name");
    for compound in ["欧阳", "司马", "上官", "尉迟", "诸葛", "令狐", "司徒", "慕容"] {
        if names.iter().any(|name| name.starts_with(compound)) {
            break;
        }
        assert_ne!(compound, "慕容", "no compound surname");
    }
    assert!(names.iter().any(|name| name.contains(['𠮷', '䶮', '喆', '堃', '犇'])), "no rare character");
    assert!(names.iter().any(|name| name.is_ascii()), "no foreign name");
    let women = born.texts("client", "sex").iter().filter(|sex| *sex == "female").count();
    assert!((160..=196).contains(&women), "{women} of 200");
}

#[test]
fn today_is_alive_at_any_hour() {
    let midnight = AFTERNOON - 15 * HOUR - 40 * 60_000;
    for minutes in [1, 3 * 60 + 14, 8 * 60 + 5, 15 * 60 + 40, 20 * 60 + 50, 23 * 60 + 57] {
        let dir = tempfile::tempdir().unwrap();
        let now = midnight + minutes * 60_000;
        let size = DemoSize { clients: 120, days: 21 };
        let store = found(dir.path(), 11, now, size);
        let desk = sign_in(&store, 0);
        let board = board(&store, &desk).unwrap();
        assert!(open_steps(&board).len() >= 5, "at minute {minutes}: {:?}", open_steps(&board));
        let here: Vec<_> = board.visits.iter().filter(|visit| visit.left_at.is_none()).collect();
        assert!((5..=8).contains(&here.len()), "at minute {minutes}: {} are here", here.len());
        assert!(
            here.iter().any(|visit| visit.numbing_until.is_some_and(|until| until > now)),
            "no numbing timer runs"
        );
        assert!(here.iter().any(|visit| !visit.alerts.is_empty()), "nothing to know of anybody");
        assert!(board.visits.iter().any(|visit| visit.left_at.is_some()), "nobody left");
        assert!(board.visits.iter().all(|visit| visit.arrived_at <= now && visit.step_since <= now));
        assert_eq!(board.forgotten.len(), 1, "at minute {minutes}");
        let today = store.today();
        let query = CalendarQuery { from: today, to: today + chrono::TimeDelta::days(14) };
        let ahead = calendar(&store, &desk, query).unwrap();
        let waits = |status| matches!(status, AppointmentStatus::Booked | AppointmentStatus::Confirmed);
        let until = now + 24 * HOUR;
        let coming = ahead.appointments.iter().filter(|appointment| waits(appointment.status));
        let soon = coming.clone().filter(|appointment| (now..until).contains(&appointment.starts_at)).count();
        assert!(soon >= 6, "at minute {minutes}: {soon} within a day");
        assert!(
            board.coming.iter().all(|appointment| appointment.starts_at > now),
            "somebody is late at once"
        );
        if (8 * 60..19 * 60).contains(&minutes) {
            assert!(
                (6..=9).contains(&board.coming.len()),
                "at minute {minutes}: {} to come",
                board.coming.len()
            );
        }
        assert_eq!(ahead.leaves.len(), 1);
    }
}

#[test]
fn one_seed_gives_one_clinic_and_another_seed_another() {
    let size = DemoSize { clients: 80, days: 10 };
    let hash = |seed: u64| {
        let dir = tempfile::tempdir().unwrap();
        found(dir.path(), seed, AFTERNOON, size).state_hash().unwrap()
    };
    let first = hash(3);
    assert_eq!(first, hash(3));
    assert_ne!(first, hash(4));
}

#[test]
fn possible_duplicates_are_there_to_be_found() {
    let dir = tempfile::tempdir().unwrap();
    let store = found(dir.path(), 7, AFTERNOON, DemoSize::TEST);
    let desk = sign_in(&store, 6);
    let phones = Born::read(&store).texts("client_phone", "number");
    let mut seen = std::collections::BTreeSet::new();
    let twice: Vec<&String> = phones.iter().filter(|phone| !seen.insert(phone.as_str())).collect();
    assert!(twice.len() >= 6, "{}", twice.len());
    let query = DuplicateQuery { phones: vec![twice[1].clone()], ..DuplicateQuery::default() };
    assert!(!possible(&store, &desk, &query).unwrap().is_empty());
}

#[test]
fn cancelling_leaves_no_clinic() {
    let dir = tempfile::tempdir().unwrap();
    let cancelled = AtomicBool::new(false);
    let progress = |done: u64, _: u64| {
        if done > 300 {
            cancelled.store(true, Ordering::Relaxed);
        }
    };
    let made =
        demo::found(dir.path(), 7, Present::in_shanghai(AFTERNOON), DemoSize::TEST, &progress, &cancelled);
    assert_eq!(made.map_err(|error| error.code), Err(ErrorCode::Cancelled));
    assert!(!Store::exists(dir.path()));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "something was left behind");
}

/// The rows that the log's records have borne.
struct Born(Vec<jingtai_sync::RowChange>);

impl Born {
    fn read(store: &Store) -> Born {
        let (mut after, mut rows) = (0, Vec::new());
        loop {
            let page = store.records_after(after, 500).expect("the log");
            let Some(last) = page.last() else { return Born(rows) };
            after = last.position;
            for logged in &page {
                let header = logged.record.read_header().expect("a header");
                rows.extend(logged.record.read_body(&header).expect("a body").rows);
            }
        }
    }

    fn of<'a>(
        &'a self,
        table: &'a str,
    ) -> impl Iterator<Item = &'a std::collections::BTreeMap<String, jingtai_sync::Value>> {
        self.0.iter().filter(move |row| row.table == table).filter_map(|row| match &row.change {
            jingtai_sync::Change::Insert(columns) => Some(columns),
            _ => None,
        })
    }

    fn count(&self, table: &str) -> usize {
        self.of(table).count()
    }

    fn texts(&self, table: &str, column: &str) -> Vec<String> {
        let text =
            |columns: &std::collections::BTreeMap<String, jingtai_sync::Value>| match columns.get(column) {
                Some(jingtai_sync::Value::Text(text)) => Some(text.clone()),
                _ => None,
            };
        self.of(table).filter_map(text).collect()
    }
}
