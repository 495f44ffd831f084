//! What needs care: each thing at its level, by the day, and only before those who may see it.

mod common;

use chrono::{NaiveDate, TimeDelta};
use common::goods::supplier;
use common::house::{House, house};
use common::{NOW, clinic, sign_in};
use jingtai_clinic::care::Care;
use jingtai_clinic::catalogue::{self, EquipmentInput, Specialty};
use jingtai_clinic::clients::Severity;
use jingtai_clinic::clinic::{self as clinic_details, ClinicDetails};
use jingtai_clinic::complaints::ComplaintKind;
use jingtai_clinic::complaints::step::{Step, TakeStep, take as step};
use jingtai_clinic::complaints::take::{TakeComplaint, take};
use jingtai_clinic::compliance::{self, CareCounts, Matter};
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::staff::{self, RegistrationInput};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::stock::vials::{self, OpenVial};
use jingtai_clinic::treatments::gate::ObstacleCode;
use jingtai_clinic::treatments::overrides::{self, OfOverride};
use jingtai_clinic::{Actor, Role, Store};
use proptest::prelude::*;

const DAY: i64 = 86_400_000;

/// Kind, level and day of what an actor sees.
fn seen(store: &Store, actor: &Actor) -> Vec<(&'static str, Care, NaiveDate)> {
    let desk = compliance::desk(store, actor).expect("reads");
    desk.iter().map(|one| (kind(&one.matter), one.care, one.on)).collect()
}

fn kinds(store: &Store, actor: &Actor) -> Vec<&'static str> {
    seen(store, actor).into_iter().map(|(kind, ..)| kind).collect()
}

fn kind(matter: &Matter) -> &'static str {
    match matter {
        Matter::ClinicLicence { .. } => "licence",
        Matter::Registration { .. } => "registration",
        Matter::EquipmentRegistration { .. } => "equipment registration",
        Matter::EquipmentFiling { .. } => "equipment filing",
        Matter::Maintenance { .. } => "maintenance",
        Matter::SupplierLicence { .. } => "supplier",
        Matter::Batch { .. } => "batch",
        Matter::Vial { .. } => "vial",
        Matter::Unsigned { .. } => "unsigned",
        Matter::Overdraft { .. } => "overdraft",
        Matter::Override { .. } => "override",
        Matter::Complaint { .. } => "complaint",
    }
}

fn device(name: &str) -> EquipmentInput {
    EquipmentInput {
        id: None,
        name: name.into(),
        manufacturer: String::new(),
        model: String::new(),
        serial_number: String::new(),
        registration_number: "国械注准20163240001".into(),
        registration_expires_on: None,
        filing_number: String::new(),
        filing_expires_on: None,
        last_maintained_on: None,
        maintenance_months: None,
        active: true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    /// Over: now. Within the first limit: this month. Within the second: soon. Beyond: not at all.
    #[test]
    fn a_paper_needs_care_by_its_last_day(days in -40i64..160, month in 1i64..60, soon in 1i64..120) {
        let clinic = clinic(1);
        let (store, owner) = (&clinic.store, &clinic.owner);
        for (key, value) in [(SettingKey::ExpiryMonthDays, month), (SettingKey::ExpirySoonDays, soon)] {
            settings::set(store, owner, &SetSetting { key, value: value.into() }).expect("sets");
        }
        let on = store.today() + TimeDelta::days(days);
        let expected = if days < 0 {
            Some(Care::Now)
        } else if days <= month {
            Some(Care::Month)
        } else if days <= soon {
            Some(Care::Soon)
        } else {
            None
        };
        catalogue::set_equipment(store, owner, &EquipmentInput { registration_expires_on: Some(on), ..device("热玛吉") }).expect("a device");
        catalogue::set_equipment(store, owner, &EquipmentInput { filing_expires_on: Some(on), ..device("光子") }).expect("a device");
        let supplier = SupplierInput { licence_expires_on: Some(on), ..supplier() };
        suppliers::set(store, owner, &supplier).expect("a supplier");
        let details = ClinicDetails {
            name: "镜台".into(),
            address: String::new(),
            licence_number: "PDY".into(),
            licence_expires_on: Some(on),
            zone: "Asia/Shanghai".into(),
        };
        clinic_details::edit(store, owner, &details).expect("edits");
        let mut found = seen(store, owner);
        found.sort();
        let all = ["equipment filing", "equipment registration", "licence", "supplier"];
        prop_assert_eq!(found, all.into_iter().filter_map(|kind| Some((kind, expected?, on))).collect::<Vec<_>>());
    }
}

#[test]
fn a_maintenance_is_due_with_its_day_and_what_is_out_of_use_is_not() {
    let clinic = clinic(2);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let day = |days| Some(store.today() + TimeDelta::days(days));
    let set = |name: &str, last, months, active| {
        let input =
            EquipmentInput { last_maintained_on: last, maintenance_months: months, active, ..device(name) };
        catalogue::set_equipment(store, owner, &input).expect("a device");
    };
    // Today is 2026-03-02.
    set("今天到期", Some("2025-12-02".parse().expect("a date")), Some(3), true);
    set("下月", Some("2026-01-02".parse().expect("a date")), Some(3), true);
    set("从未保养", None, Some(6), true);
    set("不需保养", day(-900), None, true);
    set("停用", day(-900), Some(1), false);
    set("刚保养", day(0), Some(12), true);
    let expected = [
        ("maintenance", Care::Now, "2026-03-02"),
        ("maintenance", Care::Month, "2026-03-02"),
        ("maintenance", Care::Soon, "2026-04-02"),
    ];
    let expected = expected.map(|(kind, care, on)| (kind, care, on.parse().expect("a date")));
    assert_eq!(seen(store, owner), expected);
}

#[test]
fn of_a_doctors_registrations_the_longest_counts() {
    let house = house(3);
    let (store, owner) = (&house.clinic.store, &house.clinic.owner);
    let doctor = sign_in(store, "医生", "730915");
    let day = |days| Some(store.today() + TimeDelta::days(days));
    let register = |specialty, expires_on| {
        let input = RegistrationInput {
            staff_id: house.doctor.staff_id(),
            specialty,
            title_number: "1".into(),
            practice_number: "2".into(),
            filed_on: "2020-01-01".parse().expect("a date"),
            expires_on,
        };
        staff::register(store, owner, &input).expect("registers");
    };
    // Dermatology has no end from the start: an older one that ends is no matter.
    register(Specialty::Dermatology, day(3));
    assert_eq!(kinds(store, owner), Vec::<&str>::new());
    register(Specialty::Surgery, day(10));
    let ends = ("registration", Care::Month, day(10).expect("a day"));
    assert_eq!(seen(store, owner), [ends]);
    assert_eq!(seen(store, &doctor), [ends], "doctors see their own");
    assert_eq!(kinds(store, &house.nurse), Vec::<&str>::new());
    register(Specialty::Surgery, day(400));
    assert_eq!(kinds(store, owner), Vec::<&str>::new(), "filed again in time");
}

impl House {
    fn after(&self, days: i64) {
        self.clinic.world.set(NOW + days * DAY);
    }
}

#[test]
fn work_left_lying_is_said_until_it_is_done_to_those_whose_it_is() {
    let house = house(4);
    let (store, owner, nurse) = (&house.clinic.store, &house.clinic.owner, &house.nurse);
    let doctor = sign_in(store, "医生", "730915");
    let other = house.clinic.person(Role::Doctor);
    // Both batches expire in 91 days.
    let soon = SetSetting { key: SettingKey::ExpirySoonDays, value: 89.into() };
    settings::set(store, owner, &soon).expect("sets");
    assert_eq!(compliance::counts(store, owner).expect("counts"), CareCounts::default());

    let told = TakeComplaint {
        kind: ComplaintKind::Complaint,
        client: house.client,
        signed: None,
        severity: Severity::Mild,
        text: "等了一小时".into(),
        began_on: None,
        told_at: None,
        responsible: None,
    };
    let complaint = take(store, nurse, &told).expect("takes");
    let tomorrow = store.today() + TimeDelta::days(1);
    assert_eq!(seen(store, &other), [("complaint", Care::Now, tomorrow)]);
    let answer = TakeStep { complaint, step: Step::Answered { text: "已致歉".into() } };
    step(store, nurse, &answer).expect("answers");
    assert_eq!(seen(store, &other), [("complaint", Care::Month, tomorrow)]);

    let opening = OpenVial { batch: house.batch("T1"), unit_code: None, shared: false };
    vials::open(store, nurse, Witnessed { input: &opening, witness: Some(&house.doctor) }).expect("opens");
    let written = house.write(house.body());
    house.after(1);
    assert_eq!(kinds(store, nurse), ["vial", "complaint"], "24 hours are not over yet");
    house.clinic.world.set(NOW + DAY + 1000);
    assert_eq!(kinds(store, nurse), ["unsigned", "vial", "complaint"]);
    assert_eq!(kinds(store, &doctor), ["unsigned", "vial", "complaint"]);
    assert_eq!(kinds(store, &other), ["vial", "complaint"], "another doctor's record is not theirs to sign");

    house.sign(written, &[(ObstacleCode::NoConsent, "急诊")]).expect("signs");
    assert_eq!(kinds(store, owner), ["vial", "override", "complaint"]);
    assert_eq!(kinds(store, &doctor), ["vial", "complaint"], "overrides are the owner's to see");
    let Matter::Override { overridden } = compliance::desk(store, owner).expect("reads").remove(1).matter
    else {
        panic!("an override")
    };
    overrides::see(store, owner, OfOverride { id: overridden.id }).expect("sees");
    assert_eq!(kinds(store, owner), ["vial", "complaint"]);

    // Who does not keep the stock is not troubled by it.
    house.after(2);
    assert_eq!(kinds(store, nurse), ["vial", "complaint", "batch", "batch"]);
    assert_eq!(kinds(store, &doctor), ["vial", "complaint"]);
    let counts = compliance::counts(store, nurse).expect("counts");
    assert_eq!(counts, CareCounts { now: 1, month: 1, soon: 2 });
}
