//! Stock: what came in is used, wasted, returned or there; nothing that must not be used can be; toxin needs two.

mod common;

use std::collections::BTreeMap;

use common::goods::{filler, packs, product, supplier};
use common::{Clinic, clinic};
use jingtai_clinic::amounts::{Fen, Quantity};
use jingtai_clinic::care::Care;
use jingtai_clinic::catalogue::{self, ProductInput, ProductKind};
use jingtai_clinic::ids::{BatchId, ClientId, ProductId, StaffId, SupplierId, VialId};
use jingtai_clinic::settings::{self, SetSetting, SettingKey};
use jingtai_clinic::staff::{self, SignIn};
use jingtai_clinic::stock::alerts::alerts;
use jingtai_clinic::stock::batches::{self, BatchFile, ListBatches, OfBatch};
use jingtai_clinic::stock::book::{self, BookStep, ReadBook};
use jingtai_clinic::stock::count::{Count, CountLine, Counted, count};
use jingtai_clinic::stock::deliveries::{self, ListDeliveries, OfDelivery};
use jingtai_clinic::stock::receive::{DeliveryLine, Receive, receive};
use jingtai_clinic::stock::reverse::{Reverse, reverse};
use jingtai_clinic::stock::scanned::{ReadScan, read};
use jingtai_clinic::stock::status::{HoldBatch, ReleaseBatch, hold, release};
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::stock::take_out::{Leaving, TakeOut, take_out};
use jingtai_clinic::stock::vials::{self, GiveDose, OfVial, OpenVial, WasteVial};
use jingtai_clinic::stock::{MovementKind, Witnessed};
use jingtai_clinic::{Actor, Error, ErrorCode, Role, Session, World};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;

/// A clinic with a supplier, a toxin of 100 U a vial, a filler of 1.0 mL, a nurse and a doctor.
struct House {
    clinic: Clinic,
    supplier: SupplierId,
    toxin: ProductId,
    filler: ProductId,
    nurse: Actor,
    doctor: Session,
}

fn house(seed: u64) -> House {
    let clinic = clinic(seed);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let supplier = SupplierInput { licence_expires_on: "2027-01-01".parse().ok(), ..supplier() };
    let supplier = suppliers::set(store, owner, &supplier).expect("a supplier");
    let toxin =
        ProductInput { codes: vec!["06901234567892".into()], ..product("保妥适", ProductKind::Drug, "") };
    let toxin = catalogue::set_product(store, owner, &toxin).expect("a toxin");
    let filler = catalogue::set_product(store, owner, &filler()).expect("a filler");
    let nurse = clinic.person(Role::Nurse);
    let Actor::Staff(doctor) = clinic.person(Role::Doctor) else { panic!("a person") };
    House { supplier, toxin, filler, nurse, doctor, clinic }
}

fn line(product: ProductId, lot: &str, expires_on: &str, count: u32) -> DeliveryLine {
    DeliveryLine { price: Some(Fen(100_000)), ..packs(count, product, lot, expires_on) }
}

impl House {
    fn delivery(&self, lines: Vec<DeliveryLine>) -> Receive {
        Receive {
            supplier: self.supplier,
            note_number: "SO-1".into(),
            received_on: "2026-03-02".parse().expect("a date"),
            inspected_by: self.nurse.staff_id().expect("a person"),
            inspection: "包装完好".into(),
            lines,
        }
    }

    fn two<'a, T>(&'a self, input: &'a T) -> Witnessed<'a, T> {
        Witnessed { input, witness: Some(&self.doctor) }
    }

    fn receive(&self, lines: Vec<DeliveryLine>) -> Result<(), Error> {
        let delivery = self.delivery(lines);
        receive(&self.clinic.store, &self.nurse, self.two(&delivery), &[]).map(drop)
    }

    fn batch(&self, lot: &str) -> BatchId {
        let all =
            batches::list(&self.clinic.store, &self.nurse, ListBatches { used_up: true }).expect("batches");
        all.iter().find(|batch| batch.lot == lot).expect("the batch").id
    }

    fn file(&self, lot: &str) -> BatchFile {
        batches::open(&self.clinic.store, &self.nurse, OfBatch { id: self.batch(lot) }).expect("the batch")
    }

    fn open_vial(&self, lot: &str, shared: bool) -> Result<VialId, Error> {
        let input = OpenVial { batch: self.batch(lot), unit_code: None, shared };
        vials::open(&self.clinic.store, &self.nurse, self.two(&input))
    }

    fn give(&self, vial: VialId, client: ClientId, units: i64) -> Result<(), Error> {
        let doctor: StaffId = self.doctor.staff_id();
        let input = GiveDose { vial, client, doctor, quantity: Quantity(units) };
        vials::give(&self.clinic.store, &self.nurse, self.two(&input)).map(drop)
    }

    fn book(&self) -> book::VialBook {
        let day = self.clinic.store.today();
        book::read(&self.clinic.store, &self.nurse, ReadBook { from: day, until: day }).expect("the book")
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}

#[test]
fn a_delivery_is_kept_whole_with_its_note() {
    let house = house(1);
    let store = &house.clinic.store;
    let mut toxin = line(house.toxin, "C1", "2027-06-30", 2);
    toxin.unit_codes = vec!["(01)06901234567892(21)A".into(), "(01)06901234567892(21)B".into()];
    let delivery = house.delivery(vec![toxin, line(house.filler, "F1", "2026-12-31", 5)]);
    let picture = [0x89, b'P', b'N', b'G', 1, 2, 3];
    let id = receive(store, &house.nurse, house.two(&delivery), &picture).expect("receives");

    let listed = deliveries::list(store, &house.nurse, ListDeliveries { before: None }).expect("deliveries");
    assert_eq!((listed.len(), listed[0].lines.len()), (1, 2));
    assert_eq!((listed[0].supplier.as_str(), listed[0].witness.as_deref()), ("国药", Some("Doctor")));
    assert_eq!(deliveries::note(store, &house.nurse, OfDelivery { id }).expect("the note"), picture);
    let file = house.file("C1");
    assert_eq!((file.received, file.batch.on_hand, file.unit_codes.len()), (Quantity(200), Quantity(200), 2));

    // The same lot again is the same batch; the same pack again is suspicious.
    house.receive(vec![line(house.filler, "F1", "2026-12-31", 1)]).expect("more of it");
    assert_eq!(house.file("F1").received, Quantity(60));
    let mut again = line(house.toxin, "C1", "2027-06-30", 1);
    again.unit_codes = vec!["(01)06901234567892(21)B".into()];
    assert_eq!(code(house.receive(vec![again])), ErrorCode::UnitCodeKnown);

    let scan = ReadScan { text: "(01)06901234567892(17)270630(10)C1(21)B".into() };
    let found = read(store, &house.nurse, &scan).expect("reads");
    assert_eq!((found.batch, found.pack_received, found.pack_used), (Some(house.batch("C1")), true, false));
}

#[test]
fn what_must_not_come_in_does_not_and_nothing_of_its_delivery_does() {
    let house = house(2);
    let good = line(house.filler, "F1", "2026-12-31", 1);
    let refused = |bad: DeliveryLine| {
        let error = house.receive(vec![good.clone(), bad]).expect_err("refused");
        assert_eq!(error.params.get("line").map(String::as_str), Some("1"), "{error:?}");
        error.code
    };
    assert_eq!(refused(line(house.filler, "X", "2026-03-01", 1)), ErrorCode::BatchExpired);
    assert_eq!(refused(line(house.filler, "F1", "2026-11-30", 1)), ErrorCode::LotHasOtherExpiry);
    assert_eq!(refused(line(house.filler, " ", "2026-12-31", 1)), ErrorCode::Required);
    assert_eq!(refused(line(house.filler, "X", "2026-12-31", 0)), ErrorCode::InvalidValue);
    let bare = ProductInput { name: "无证".into(), registration_number: String::new(), ..filler() };
    let bare = catalogue::set_product(&house.clinic.store, &house.clinic.owner, &bare).expect("a product");
    assert_eq!(refused(line(bare, "X", "2026-12-31", 1)), ErrorCode::RegistrationMissing);
    let all =
        batches::list(&house.clinic.store, &house.nurse, ListBatches { used_up: true }).expect("batches");
    assert!(all.is_empty());

    // Toxin needs a second person, who is another.
    let delivery = house.delivery(vec![line(house.toxin, "C1", "2027-06-30", 1)]);
    let alone = Witnessed { input: &delivery, witness: None };
    assert_eq!(code(receive(&house.clinic.store, &house.nurse, alone, &[])), ErrorCode::WitnessRequired);
    let Actor::Staff(nurse) = &house.nurse else { panic!("a person") };
    let twice = Witnessed { input: &delivery, witness: Some(nurse) };
    assert_eq!(code(receive(&house.clinic.store, &house.nurse, twice, &[])), ErrorCode::WitnessIsActor);
    // A licence that has ended supplies nothing.
    house.clinic.world.set(common::NOW + 400 * DAY_MS);
    let late = Receive { received_on: house.clinic.store.today(), ..delivery };
    assert_eq!(
        code(receive(&house.clinic.store, &house.nurse, house.two(&late), &[])),
        ErrorCode::LicenceExpired
    );
}

#[test]
fn a_witness_is_proved_by_a_pin_of_their_own() {
    let house = house(3);
    let store = &house.clinic.store;
    let as_doctor = |pin: &str| SignIn { staff_id: house.doctor.staff_id(), pin: pin.into() };
    assert!(staff::witness(store, &house.nurse, &as_doctor("730915")).is_ok());
    assert_eq!(code(staff::witness(store, &house.nurse, &as_doctor("111213"))), ErrorCode::PinWrong);
    let doctor = Actor::Staff(house.doctor.clone());
    assert_eq!(code(staff::witness(store, &doctor, &as_doctor("730915"))), ErrorCode::WitnessIsActor);
}

#[test]
fn a_batch_held_back_or_expired_cannot_be_chosen() {
    let house = house(4);
    let store = &house.clinic.store;
    house
        .receive(vec![line(house.toxin, "C1", "2026-03-05", 2), line(house.filler, "F1", "2026-03-05", 2)])
        .expect("in");
    let batch = house.batch("F1");
    let house_use =
        TakeOut { batch, quantity: Quantity(1), leaving: Leaving::House, reason: "演示".into() };
    take_out(store, &house.nurse, house.two(&house_use)).expect("is used");
    hold(store, &house.nurse, &HoldBatch { batch, recalled: true, reason: "厂家通知".into() })
        .expect("holds");
    assert_eq!(code(take_out(store, &house.nurse, house.two(&house_use))), ErrorCode::BatchHeld);
    let free = ReleaseBatch { batch, reason: "复检合格".into() };
    assert_eq!(code(release(store, &house.nurse, &free)), ErrorCode::NotPermitted);
    release(store, &house.clinic.owner, &free).expect("frees");
    take_out(store, &house.nurse, house.two(&house_use)).expect("is used again");

    hold(
        store,
        &house.nurse,
        &HoldBatch { batch: house.batch("C1"), recalled: false, reason: "漏冷链".into() },
    )
    .expect("holds");
    assert_eq!(code(house.open_vial("C1", false)), ErrorCode::BatchHeld);

    // Its last day is a day of use; the day after is not, but it may be thrown away.
    house.clinic.world.set(common::NOW + 3 * DAY_MS);
    take_out(store, &house.nurse, house.two(&house_use)).expect("on its last day");
    house.clinic.world.set(common::NOW + 4 * DAY_MS);
    assert_eq!(code(take_out(store, &house.nurse, house.two(&house_use))), ErrorCode::BatchExpired);
    let waste = TakeOut { leaving: Leaving::Wasted, ..house_use };
    take_out(store, &house.nurse, house.two(&waste)).expect("is thrown away");
    let too_much = TakeOut { quantity: Quantity(1_000), ..waste };
    assert_eq!(code(take_out(store, &house.nurse, house.two(&too_much))), ErrorCode::NotEnoughStock);
}

#[test]
fn the_vial_book_follows_every_unit_and_ends_at_zero() {
    let house = house(5);
    let store = &house.clinic.store;
    house.receive(vec![line(house.toxin, "C1", "2027-06-30", 2)]).expect("in");
    let (anna, berta) =
        (house.clinic.client("安娜", "13800000001"), house.clinic.client("贝塔", "13800000002"));
    let alone = OpenVial { batch: house.batch("C1"), unit_code: None, shared: false };
    let opening = Witnessed { input: &alone, witness: None };
    assert_eq!(code(vials::open(store, &house.nurse, opening)), ErrorCode::WitnessRequired);

    let vial = house.open_vial("C1", false).expect("opens");
    house.give(vial, anna, 40).expect("gives");
    // One vial is one client's, unless it was declared shared.
    assert_eq!(code(house.give(vial, berta, 20)), ErrorCode::UnitAlreadyUsed);
    assert_eq!(code(house.give(vial, anna, 61)), ErrorCode::NotEnoughStock);
    let empty = OfVial { vial };
    assert_eq!(code(vials::give_back(store, &house.nurse, house.two(&empty))), ErrorCode::VialNotEmpty);
    let rest = WasteVial { vial, quantity: Quantity(60), reason: "余量弃去".into() };
    vials::waste(store, &house.nurse, house.two(&rest)).expect("throws away");
    vials::give_back(store, &house.nurse, house.two(&empty)).expect("gives back");
    assert_eq!(code(house.give(vial, anna, 1)), ErrorCode::VialClosed);

    let shared = house.open_vial("C1", true).expect("opens");
    assert_eq!(code(house.open_vial("C1", true)), ErrorCode::NotEnoughStock);
    house.give(shared, anna, 30).expect("gives");
    house.give(shared, berta, 30).expect("gives");
    // What is in an opened vial leaves through the book only.
    let out = TakeOut {
        batch: house.batch("C1"),
        quantity: Quantity(1),
        leaving: Leaving::Wasted,
        reason: "x".into(),
    };
    assert_eq!(code(take_out(store, &house.nurse, house.two(&out))), ErrorCode::NotEnoughStock);

    let book = house.book();
    let steps: Vec<BookStep> = book.lines.iter().map(|line| line.step).collect();
    use BookStep::{Given, GivenBack, Opened, Received, Wasted};
    assert_eq!(steps, [Received, Opened, Given, Wasted, GivenBack, Opened, Given, Given]);
    let balances: Vec<i64> = book.lines.iter().map(|line| line.balance.0).collect();
    assert_eq!(balances, [200, 200, 160, 100, 100, 100, 70, 40]);
    assert!(book.lines.iter().all(|line| line.by.is_some() && line.witness.is_some()));
    assert_eq!(book.lines[2].client.as_ref().map(|client| client.id), Some(anna));
    assert_eq!(book.vials.iter().map(|vial| vial.left.0).collect::<Vec<_>>(), [40, 0]);

    // A dose that was wrong is taken back into its vial; the next day the vial is overdue.
    let dose = book.lines[7].movement.expect("a movement");
    let wrong = Reverse { id: dose, reason: "记错顾客".into() };
    reverse(store, &house.nurse, house.two(&wrong)).expect("takes back");
    assert_eq!(code(reverse(store, &house.nurse, house.two(&wrong))), ErrorCode::AlreadyReversed);
    assert_eq!(house.book().vials[0].left, Quantity(70));
    house.clinic.world.set(common::NOW + DAY_MS);
    assert_eq!(alerts(store, &house.nurse).expect("alerts").vials.len(), 1);
    assert!(house.book().vials[0].overdue);
}

#[test]
fn a_pack_s_own_code_is_opened_once_and_only_from_its_batch() {
    let house = house(6);
    let store = &house.clinic.store;
    let mut first = line(house.toxin, "C1", "2027-06-30", 2);
    first.unit_codes = vec!["81234560000000000001".into()];
    house.receive(vec![first, line(house.toxin, "C2", "2027-06-30", 1)]).expect("in");
    let open = |lot: &str, unit: &str| {
        let input = OpenVial { batch: house.batch(lot), unit_code: Some(unit.into()), shared: false };
        vials::open(store, &house.nurse, house.two(&input))
    };
    assert_eq!(code(open("C2", "81234560000000000001")), ErrorCode::UnitCodeUnknown);
    assert_eq!(code(open("C1", "81234560000000000002")), ErrorCode::UnitCodeUnknown);
    open("C1", "81234560000000000001").expect("opens");
    assert_eq!(code(open("C1", "81234560000000000001")), ErrorCode::UnitAlreadyUsed);
    // Where no pack of a batch was scanned, a code is noted as it is.
    open("C2", "81234560000000000009").expect("opens");
}

#[test]
fn a_count_brings_the_book_to_what_is_there_and_explains_it() {
    let house = house(7);
    let store = &house.clinic.store;
    house
        .receive(vec![line(house.filler, "F1", "2026-12-31", 5), line(house.filler, "F2", "2026-12-31", 5)])
        .expect("in");
    let counted = |lot: &str, expected: i64, counted: i64, reason: &str| CountLine {
        batch: house.batch(lot),
        expected: Quantity(expected),
        counted: Quantity(counted),
        reason: reason.into(),
    };
    let run = |lines: Vec<CountLine>| {
        let input = Count { lines, note: String::new() };
        count(store, &house.nurse, Witnessed { input: &input, witness: None })
    };
    assert_eq!(code(run(vec![counted("F1", 50, 40, "")])), ErrorCode::ReasonRequired);
    assert_eq!(code(run(vec![counted("F1", 60, 40, "x")])), ErrorCode::ChangedMeanwhile);
    let done = run(vec![counted("F1", 50, 40, "破损未记"), counted("F2", 50, 50, "")]).expect("counts");
    assert_eq!(done, Counted { batches: 2, differences: 1 });
    let file = house.file("F1");
    assert_eq!((file.counted, file.batch.on_hand), (Quantity(-10), Quantity(40)));
    assert_eq!(file.movements[0].reason, "破损未记");
}

#[test]
fn what_came_in_by_mistake_goes_out_again_unless_it_was_used() {
    let house = house(8);
    let store = &house.clinic.store;
    house.receive(vec![line(house.filler, "F1", "2026-12-31", 2)]).expect("in");
    let id = house.file("F1").movements[0].id;
    let wrong = Reverse { id, reason: "重复入库".into() };
    let used = TakeOut {
        batch: house.batch("F1"),
        quantity: Quantity(1),
        leaving: Leaving::House,
        reason: "x".into(),
    };
    let used = take_out(store, &house.nurse, house.two(&used)).expect("is used");
    assert_eq!(code(reverse(store, &house.nurse, house.two(&wrong))), ErrorCode::NotEnoughStock);
    let back = Reverse { id: used, reason: "x".into() };
    let reversal = reverse(store, &house.nurse, house.two(&back)).expect("takes back");
    reverse(store, &house.nurse, house.two(&wrong)).expect("takes back");
    assert_eq!(house.file("F1").batch.on_hand, Quantity(0));
    let again = Reverse { id: reversal, reason: "x".into() };
    assert_eq!(code(reverse(store, &house.nurse, house.two(&again))), ErrorCode::CannotReverse);
}

#[test]
fn alerts_follow_the_owner_s_limits() {
    let house = house(9);
    let (store, owner) = (&house.clinic.store, &house.clinic.owner);
    house
        .receive(vec![
            line(house.filler, "A", "2026-03-20", 1),
            line(house.filler, "B", "2026-05-20", 1),
            line(house.filler, "C", "2027-05-20", 1),
        ])
        .expect("in");
    let cares = || -> BTreeMap<String, Care> {
        let alerts = alerts(store, owner).expect("alerts");
        alerts.expiring.into_iter().map(|batch| (batch.lot, batch.care)).collect()
    };
    assert_eq!(cares(), BTreeMap::from([("A".into(), Care::Month), ("B".into(), Care::Soon)]));
    let month = SetSetting { key: SettingKey::ExpiryMonthDays, value: 80.into() };
    settings::set(store, owner, &month).expect("a limit");
    assert_eq!(cares()["B"], Care::Month);
    house.clinic.world.set(common::NOW + 30 * DAY_MS);
    assert_eq!(cares()["A"], Care::Now);

    // 1.5 mL were used in the window; what is left and may be used lasts no fortnight at that rate.
    assert!(alerts(store, owner).expect("alerts").low.is_empty());
    for lot in ["B", "C"] {
        let quantity = Quantity(if lot == "B" { 10 } else { 5 });
        let input =
            TakeOut { batch: house.batch(lot), quantity, leaving: Leaving::House, reason: "x".into() };
        take_out(store, &house.nurse, house.two(&input)).expect("is used");
    }
    let low = alerts(store, owner).expect("alerts").low;
    assert!(low.is_empty(), "30 days are enough: {low:?}");
    let enough = SetSetting { key: SettingKey::StockLowDays, value: 31.into() };
    settings::set(store, owner, &enough).expect("a limit");
    let low = alerts(store, owner).expect("alerts").low;
    assert_eq!((low[0].usable, low[0].used, low[0].lasts_days), (Quantity(5), Quantity(15), 30));
}

/// What may happen to one batch of toxin and one of filler.
#[derive(Clone, Debug)]
enum Act {
    Receive(bool, u32),
    TakeOut(bool, i64, u8),
    Open(bool),
    Give(u8, i64),
    Waste(u8, i64),
    GiveBack(u8),
    Count(bool, i64),
    Reverse(bool, u8),
    NextDay,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        3 => (any::<bool>(), 1..4_u32).prop_map(|(toxin, packs)| Act::Receive(toxin, packs)),
        3 => (any::<bool>(), 1..60_i64, 0..3_u8).prop_map(|(toxin, much, why)| Act::TakeOut(toxin, much, why)),
        3 => any::<bool>().prop_map(Act::Open),
        5 => (0..4_u8, 1..80_i64).prop_map(|(vial, much)| Act::Give(vial, much)),
        2 => (0..4_u8, 1..80_i64).prop_map(|(vial, much)| Act::Waste(vial, much)),
        2 => (0..4_u8).prop_map(Act::GiveBack),
        1 => (any::<bool>(), 0..300_i64).prop_map(|(toxin, much)| Act::Count(toxin, much)),
        3 => (any::<bool>(), 0..12_u8).prop_map(|(toxin, which)| Act::Reverse(toxin, which)),
        1 => Just(Act::NextDay),
    ]
}

fn run(house: &House, clients: &[ClientId], act: &Act) -> Result<(), Error> {
    let (store, nurse) = (&house.clinic.store, &house.nurse);
    let lot = |toxin: bool| if toxin { "C1" } else { "F1" };
    let batch = |toxin: bool| house.batch(lot(toxin));
    let vial = |which: u8| {
        let vials = house.book().vials;
        vials.get(usize::from(which) % vials.len().max(1)).map(|vial| vial.id)
    };
    match act {
        Act::Receive(toxin, packs) => {
            let product = if *toxin { house.toxin } else { house.filler };
            let mut delivery = house.delivery(vec![line(product, lot(*toxin), "2030-01-01", *packs)]);
            delivery.received_on = store.today();
            receive(store, nurse, house.two(&delivery), &[]).map(drop)
        }
        Act::TakeOut(toxin, much, why) => {
            let leaving = [Leaving::Wasted, Leaving::Returned, Leaving::House][usize::from(*why)];
            let input =
                TakeOut { batch: batch(*toxin), quantity: Quantity(*much), leaving, reason: "x".into() };
            take_out(store, nurse, house.two(&input)).map(drop)
        }
        Act::Open(shared) => house.open_vial("C1", *shared).map(drop),
        Act::Give(which, much) => {
            let Some(vial) = vial(*which) else { return Ok(()) };
            house.give(vial, clients[usize::from(*which) % clients.len()], *much)
        }
        Act::Waste(which, much) => {
            let Some(vial) = vial(*which) else { return Ok(()) };
            let input = WasteVial { vial, quantity: Quantity(*much), reason: "x".into() };
            vials::waste(store, nurse, house.two(&input)).map(drop)
        }
        Act::GiveBack(which) => {
            let Some(vial) = vial(*which) else { return Ok(()) };
            vials::give_back(store, nurse, house.two(&OfVial { vial }))
        }
        Act::Count(toxin, much) => {
            let expected = house.file(lot(*toxin)).batch.on_hand;
            let line =
                CountLine { batch: batch(*toxin), expected, counted: Quantity(*much), reason: "x".into() };
            let input = Count { lines: vec![line], note: String::new() };
            count(store, nurse, house.two(&input)).map(drop)
        }
        Act::Reverse(toxin, which) => {
            let movements = house.file(lot(*toxin)).movements;
            let id = movements[usize::from(*which) % movements.len()].id;
            reverse(store, nurse, house.two(&Reverse { id, reason: "x".into() })).map(drop)
        }
        Act::NextDay => {
            house.clinic.world.set(house.clinic.world.now() + DAY_MS);
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn what_came_in_is_used_wasted_returned_or_there(acts in prop::collection::vec(act(), 1..40)) {
        let house = house(10);
        house.receive(vec![line(house.toxin, "C1", "2030-01-01", 2), line(house.filler, "F1", "2030-01-01", 2)]).expect("in");
        let clients = [house.clinic.client("安娜", "13800000001"), house.clinic.client("贝塔", "13800000002")];
        for act in &acts {
            let sequence = house.clinic.store.sequence();
            if run(&house, &clients, act).is_err() {
                prop_assert_eq!(house.clinic.store.sequence(), sequence, "what is refused writes nothing");
            }
            for lot in ["C1", "F1"] {
                let file = house.file(lot);
                let gone = file.used.0 + file.wasted.0 + file.returned.0;
                prop_assert_eq!(file.received.0 + file.counted.0, gone + file.batch.on_hand.0, "{:?}", act);
                prop_assert!(file.batch.on_hand.0 >= 0);
                // By hand, from the movements alone.
                let sum = |kind: MovementKind| -> i64 {
                    file.movements.iter().filter(|line| line.kind == kind).map(|line| line.quantity.0).sum()
                };
                prop_assert_eq!(file.used.0, -sum(MovementKind::Used));
                prop_assert_eq!(file.received.0, sum(MovementKind::Received));
            }
            let book = house.book();
            let in_vials: i64 = book.vials.iter().map(|vial| vial.left.0).sum();
            prop_assert!(book.vials.iter().all(|vial| (0..=100).contains(&vial.left.0)));
            prop_assert!(book.vials.iter().all(|vial| !vial.given_back || vial.left.0 == 0));
            prop_assert!(in_vials <= house.file("C1").batch.on_hand.0, "opened vials are within the stock");
            if let Some(last) = book.lines.last() {
                prop_assert_eq!(last.balance, house.file("C1").batch.on_hand);
            }
        }
        // The balances are derived: made anew they are the same.
        let before = house.file("C1");
        house.clinic.store.rebuild_derived().expect("rebuilds");
        let after = house.file("C1");
        prop_assert_eq!((before.used, before.batch.on_hand), (after.used, after.batch.on_hand));
    }
}
