//! Treatment records until they are signed: begun with what is usual, saved as often as one likes, never lost.

mod common;

use common::goods::{delivery, filler, packs, supplier};
use common::{Clinic, clinic};
use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductInput, Specialty, UsualProduct};
use jingtai_clinic::ids::{ClientId, ProcedureId, ProductId, TreatmentId, VisitId};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::batches::{ListBatches, list as batches};
use jingtai_clinic::stock::receive::receive;
use jingtai_clinic::stock::status::{HoldBatch, hold};
use jingtai_clinic::stock::suppliers;
use jingtai_clinic::treatments::last_time::{AsLastTime, as_last_time};
use jingtai_clinic::treatments::list::{ListTreatments, list};
use jingtai_clinic::treatments::{
    AnaesthesiaMethod, DiscardTreatment, Energy, OfTreatment, PrescriptionLine, SaveTreatment, SiteMap,
    StartTreatment, Treatment, TreatmentBody, choices, open, save, start,
};
use jingtai_clinic::visits::{CheckIn, check_in};
use jingtai_clinic::{Actor, Error, ErrorCode, Role};

struct House {
    clinic: Clinic,
    client: ClientId,
    filler: ProductId,
    lips: ProcedureId,
    doctor: Actor,
    nurse: Actor,
}

fn house(seed: u64) -> House {
    let clinic = clinic(seed);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let filler = catalogue::set_product(store, owner, &filler()).expect("a filler");
    let lips = ProcedureInput {
        id: None,
        name: "丰唇".into(),
        standard_name: "填充物注射".into(),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: None,
        minutes: 30,
        numbing_minutes: 25,
        return_interval_days: Some(180),
        consent_template: String::new(),
        aftercare: "勿按压。".into(),
        usual_products: vec![UsualProduct { product_id: filler, quantity: Quantity(10) }],
        active: true,
    };
    let lips = catalogue::set_procedure(store, owner, &lips).expect("a procedure");
    let client = clinic.client("安娜", "13800000001");
    let (doctor, nurse) = (clinic.person(Role::Doctor), clinic.person(Role::Nurse));
    House { client, filler, lips, doctor, nurse, clinic }
}

impl House {
    fn receive(&self, lot: &str, expires_on: &str) {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let supplier = match suppliers::all(store, owner).expect("suppliers").first() {
            Some(supplier) => supplier.id,
            None => suppliers::set(store, owner, &supplier()).expect("a supplier"),
        };
        let lines = vec![packs(5, self.filler, lot, expires_on)];
        let input = delivery(store.today(), supplier, owner.staff_id().expect("a person"), lines);
        receive(store, owner, Witnessed { input: &input, witness: None }, &[]).expect("receives");
    }

    fn start(&self, by: &Actor, visit: Option<VisitId>) -> Treatment {
        let input = StartTreatment { client: self.client, visit, procedure: self.lips, plan_line: None };
        let id = start::start(&self.clinic.store, by, &input).expect("begins");
        self.open(id)
    }

    fn open(&self, id: TreatmentId) -> Treatment {
        open::open(&self.clinic.store, &self.doctor, OfTreatment { id }).expect("opens")
    }

    fn save(&self, of: &Treatment, body: TreatmentBody) -> Result<Treatment, Error> {
        let input = SaveTreatment { id: of.id, saved_at: of.saved_at, body };
        save::save(&self.clinic.store, &self.nurse, &input)?;
        Ok(self.open(of.id))
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}

#[test]
fn a_record_begins_with_what_is_usual_out_of_what_expires_first() {
    let house = house(1);
    for (lot, day) in
        [("LATE", "2028-01-01"), ("SOON", "2026-06-01"), ("HELD", "2026-04-01"), ("LAST", "2026-03-02")]
    {
        house.receive(lot, day);
    }
    let all = batches(&house.clinic.store, &house.doctor, ListBatches { used_up: true }).expect("batches");
    let id = |lot: &str| all.iter().find(|batch| batch.lot == lot).expect("it").id;
    let held = HoldBatch { batch: id("HELD"), recalled: true, reason: "x".into() };
    hold(&house.clinic.store, &house.doctor, &held).expect("holds");
    let lots: Vec<String> = choices::choices(&house.clinic.store, &house.nurse)
        .expect("choices")
        .into_iter()
        .map(|choice| choice.lot)
        .collect();
    assert_eq!(lots, ["LAST", "SOON", "LATE"], "its last day is a day of use");
    house.clinic.world.set(common::NOW + 86_400_000);

    let input = CheckIn {
        client: house.client,
        appointment: None,
        doctor: house.doctor.staff_id(),
        procedure: Some(house.lips),
    };
    let visit = check_in::check_in(&house.clinic.store, &house.clinic.owner, &input).expect("arrives").visit;
    let treatment = house.start(&house.nurse, Some(visit));
    let body = &treatment.body;
    assert_eq!(body.doctor, house.doctor.staff_id(), "the visit's doctor");
    assert_eq!(body.assistants, [house.nurse.staff_id().expect("a person")]);
    assert_eq!((body.anaesthesia.method, body.anaesthesia.minutes), (AnaesthesiaMethod::Topical, 25));
    assert_eq!((body.advice.as_str(), body.next_on), ("勿按压。", "2026-08-30".parse().ok()));
    assert_eq!(
        (body.uses.len(), body.uses[0].batch, body.uses[0].quantity),
        (1, Some(id("SOON")), Quantity(10))
    );
    // Somebody else's visit is not this client's.
    let other = house.clinic.client("贝塔", "13800000002");
    let wrong = StartTreatment { client: other, visit: Some(visit), procedure: house.lips, plan_line: None };
    assert_eq!(code(start::start(&house.clinic.store, &house.nurse, &wrong)), ErrorCode::ChangedMeanwhile);
}

#[test]
fn points_of_one_batch_are_added_up() {
    let house = house(2);
    house.receive("A", "2027-01-01");
    let treatment = house.start(&house.doctor, None);
    let mut body = treatment.body.clone();
    let point = |key: u32, x: u32, quantity: i64| {
        let mut used = treatment.body.uses[0].clone();
        (used.key, used.map, used.x, used.y) = (key, Some(SiteMap::FaceFront), x, 6_200);
        (used.site, used.quantity) = (" 上唇 ".into(), Quantity(quantity));
        used
    };
    body.uses = vec![point(1, 4_800, 2), point(2, 5_200, 3), treatment.body.uses[0].clone()];
    let saved = house.save(&treatment, body).expect("saves");
    assert_eq!(saved.body.uses[0].site, "上唇");
    assert_eq!((saved.totals.len(), saved.totals[0].quantity, saved.totals[0].points), (1, Quantity(15), 2));
}

#[test]
fn two_who_write_at_once_do_not_overwrite_one_another() {
    let house = house(3);
    let seen = house.start(&house.doctor, None);
    let mine = TreatmentBody { course: "第一份".into(), ..seen.body.clone() };
    let saved = house.save(&seen, mine).expect("saves");
    let late = TreatmentBody { course: "第二份".into(), ..seen.body.clone() };
    assert_eq!(code(house.save(&seen, late.clone())), ErrorCode::ChangedMeanwhile);
    assert_eq!(house.open(seen.id).body.course, "第一份");
    let again = house.save(&saved, late).expect("saves what was seen");
    assert!(again.saved_at > saved.saved_at, "two savings within a millisecond are two");
    assert_eq!(again.saved_by.as_deref(), Some("Nurse"));
}

#[test]
fn what_a_record_cannot_say_is_refused_by_its_place() {
    let house = house(4);
    house.receive("A", "2027-01-01");
    let treatment = house.start(&house.doctor, None);
    let refused = |change: &dyn Fn(&mut TreatmentBody)| {
        let mut body = treatment.body.clone();
        change(&mut body);
        let error = house.save(&treatment, body).expect_err("refused");
        (error.code, error.field, error.params.get("line").cloned())
    };
    let first = Some("0".to_owned());
    assert_eq!(
        refused(&|body| body.uses[0].quantity = Quantity(0)),
        (ErrorCode::InvalidValue, Some("uses"), first.clone())
    );
    assert_eq!(
        refused(&|body| body.uses[0].x = 10_001),
        (ErrorCode::InvalidValue, Some("uses"), first.clone())
    );
    let other = ProductInput { name: "另一种".into(), ..filler() };
    let other = catalogue::set_product(&house.clinic.store, &house.clinic.owner, &other).expect("a product");
    assert_eq!(
        refused(&|body| body.uses[0].product = other),
        (ErrorCode::NotFound, Some("uses"), first.clone()),
        "a batch is of its product"
    );
    let drug = PrescriptionLine {
        product: house.filler,
        quantity: Quantity(1),
        route: "外用".into(),
        dose: "适量".into(),
        frequency: "每日两次".into(),
        days: 3,
    };
    assert_eq!(
        refused(&|body| body.prescription = vec![drug.clone()]),
        (ErrorCode::PrescriptionOfDrugsOnly, Some("prescription"), first)
    );
    assert_eq!(refused(&|body| body.course = "长".repeat(10_001)).0, ErrorCode::TooLong);
    assert_eq!(house.open(treatment.id).body, treatment.body, "nothing was written");
}

#[test]
fn as_last_time_brings_what_still_holds() {
    let house = house(5);
    house.receive("OLD", "2026-03-05");
    let ask = |except: TreatmentId| {
        let input = AsLastTime { client: house.client, procedure: house.lips, except };
        as_last_time(&house.clinic.store, &house.doctor, input).expect("asks")
    };
    let first = house.start(&house.doctor, None);
    assert_eq!(ask(first.id), None, "there was no last time");
    let mut body = first.body.clone();
    (body.indication, body.reactions) = ("唇薄".into(), "轻度肿胀".into());
    body.uses[0].map = Some(SiteMap::FaceFront);
    body.energy = vec![Energy {
        equipment: jingtai_clinic::ids::EquipmentId(uuid::Uuid::nil()),
        site: "唇".into(),
        spot: "7 mm".into(),
        fluence: "18 J/cm²".into(),
        pulses: 12,
        depth: String::new(),
        other: String::new(),
    }];
    house.save(&first, body.clone()).expect("saves");

    house.clinic.world.set(common::NOW + 10 * 86_400_000);
    house.receive("NEW", "2027-01-01");
    let next = house.start(&house.doctor, None);
    let copied = ask(next.id).expect("a last time");
    assert_eq!((copied.indication.as_str(), copied.energy.len()), ("唇薄", 1));
    assert_eq!(copied.uses[0].map, Some(SiteMap::FaceFront));
    assert!(copied.reactions.is_empty() && copied.funding.kind.is_none());
    assert_ne!(copied.uses[0].batch, body.uses[0].batch, "an expired batch gives way");
    assert_eq!(copied.next_on, "2026-09-08".parse().ok());
    // What was let go was no treatment.
    let discard = DiscardTreatment { id: first.id, reason: "误建".into() };
    save::discard(&house.clinic.store, &house.doctor, &discard).expect("lets go");
    assert_eq!(ask(next.id), None);
}

#[test]
fn a_record_let_go_stays_readable_and_is_written_no_more() {
    let house = house(6);
    let treatment = house.start(&house.doctor, None);
    let discard = |reason: &str| {
        let input = DiscardTreatment { id: treatment.id, reason: reason.into() };
        save::discard(&house.clinic.store, &house.nurse, &input)
    };
    assert_eq!(code(discard(" ")), ErrorCode::ReasonRequired);
    discard("误建").expect("lets go");
    assert_eq!(code(discard("again")), ErrorCode::TreatmentDiscarded);
    assert_eq!(code(house.save(&treatment, treatment.body.clone())), ErrorCode::TreatmentDiscarded);
    assert_eq!(house.open(treatment.id).discarded_reason.as_deref(), Some("误建"));
    let unfinished =
        list(&house.clinic.store, &house.nurse, ListTreatments { client: None }).expect("a list");
    let of_client = ListTreatments { client: Some(house.client) };
    let all = list(&house.clinic.store, &house.nurse, of_client).expect("a list");
    assert_eq!((unfinished.len(), all.len(), all[0].discarded), (0, 1, true));
}
