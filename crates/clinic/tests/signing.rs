//! Signing: every obstacle is named and refused; what was signed is locked, hashed and never changed by any verb.

mod common;

use common::goods::product;
use common::house::{House, code, house};
use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{self, ProductInput, ProductKind};
use jingtai_clinic::clients::alerts::{AddAlert, add_alert};
use jingtai_clinic::clients::{AlertKind, DataPurpose, Severity};
use jingtai_clinic::consents::{self, ConsentsOf, OfConsent, WithdrawConsent};
use jingtai_clinic::ids::{ConsentId, OverrideId, VialId};
use jingtai_clinic::photos::add::{AddPhoto, add};
use jingtai_clinic::photos::edit::{RemovePhoto, remove};
use jingtai_clinic::photos::{PhotoFacts, PhotoStage, PhotoView};
use jingtai_clinic::seals::PartKind;
use jingtai_clinic::seals::seal::{self as seals, SealRecord, SealsOf};
use jingtai_clinic::staff::{self, NewStaff, SignIn};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::status::{HoldBatch, hold};
use jingtai_clinic::stock::vials::{self, GiveDose, OpenVial};
use jingtai_clinic::traces::batch::{self, TraceBatch};
use jingtai_clinic::traces::find::{self, FindTreatments};
use jingtai_clinic::traces::hands::{self, HandKind};
use jingtai_clinic::traces::timeline::{self, TimelineOf};
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::treatments::gate::ObstacleCode;
use jingtai_clinic::treatments::overrides::{self, ListOverrides, OfOverride};
use jingtai_clinic::treatments::sign::{SignTreatment, Signed, sign};
use jingtai_clinic::treatments::signed::{OfSigned, SignedOf, SignedTreatment, of_client};
use jingtai_clinic::treatments::{
    DiscardTreatment, Funding, PrescriptionLine, SaveTreatment, TreatmentBody, Use, save,
};
use jingtai_clinic::{Actor, ErrorCode, Role};
use proptest::prelude::*;

#[test]
fn a_signature_locks_hashes_and_takes_stock() {
    let house = house(1);
    house.consent();
    let written = house.write(house.body());
    assert_eq!(house.against(written.0), []);
    let signed = house.sign(written, &[]).expect("signs");
    let read = house.read(signed.id);
    assert!(read.whole && read.sha256.len() == 64);
    assert_eq!(read.text.doctor.practice_number.as_deref(), Some("110310000000001"));
    assert_eq!((read.text.batches[0].lot.as_str(), read.text.products[0].name.as_str()), ("F1", "玻尿酸"));
    let file = house.file("F1");
    assert_eq!((file.used, file.batch.on_hand), (Quantity(30), Quantity(170)));
    assert_eq!(file.movements[0].client.as_ref().map(|client| client.id), Some(house.client));

    looked_up(&house, &signed, &read);

    // The names of its day stay.
    let renamed =
        ProductInput {
            id: Some(house.filler), name: "新名".into(), ..product("", ProductKind::Device, "x")
        };
    catalogue::set_product(&house.clinic.store, &house.clinic.owner, &renamed).expect("renames");
    assert_eq!(house.read(signed.id).text.products[0].name, "玻尿酸");

    // Nothing changes it any more.
    assert_eq!(code(house.sign(written, &[])), ErrorCode::TreatmentSigned);
    let input = SaveTreatment { id: written.0, saved_at: written.1, body: TreatmentBody::default() };
    assert_eq!(code(save::save(&house.clinic.store, &house.nurse, &input)), ErrorCode::TreatmentSigned);
    let input = DiscardTreatment { id: written.0, reason: "x".into() };
    assert_eq!(code(save::discard(&house.clinic.store, &house.nurse, &input)), ErrorCode::TreatmentSigned);
    assert_eq!(house.read(signed.id).text, read.text);
}

/// From the batch to the client, from the client to the supplier, from the record to every hand.
fn looked_up(house: &House, signed: &Signed, read: &SignedTreatment) {
    let store = &house.clinic.store;
    let uses =
        batch::of_batch(store, &house.clinic.owner, TraceBatch { batch: house.batch("F1") }).expect("reads");
    let used = uses.iter().map(|used| (used.client.id, used.quantity, used.signed)).collect::<Vec<_>>();
    assert_eq!(used, [(house.client, Quantity(30), Some(signed.id))]);
    assert_eq!(uses[0].procedure_name.as_deref(), Some(read.text.procedure.name.as_str()));
    let found = timeline::of_client(store, &house.nurse, TimelineOf { client: house.client }).expect("reads");
    let (line, batch) = (&found.records[0], &found.batches[0]);
    assert_eq!((line.id, line.uses[0].batch, line.uses[0].quantity), (signed.id, Some(0), Quantity(30)));
    assert_eq!((batch.id, batch.lot.as_str(), batch.suppliers.len()), (house.batch("F1"), "F1", 1));
    let hands = hands::of_record(store, &house.nurse, OfSigned { id: signed.id }).expect("reads");
    for what in [HandKind::Received, HandKind::Started, HandKind::Saved, HandKind::Signed] {
        assert!(hands.iter().any(|hand| hand.what == what && !hand.name.is_empty()), "{what:?} in {hands:?}");
    }
    let today = store.today();
    let all = FindTreatments {
        from: today,
        to: today,
        doctor: None,
        procedure: None,
        equipment: None,
        product: None,
        supplier: None,
    };
    let found = |by| find::find(store, &house.nurse, by).expect("finds").total;
    assert_eq!(found(all), 1);
    assert_eq!(find::find(store, &house.nurse, all).expect("finds").lines[0].lots, ["F1"]);
    assert_eq!(found(FindTreatments { doctor: Some(house.doctor.staff_id()), ..all }), 1);
    assert_eq!(found(FindTreatments { product: Some(house.filler), ..all }), 1);
    assert_eq!(found(FindTreatments { product: Some(house.toxin), ..all }), 0);
    let tomorrow = today.succ_opt().expect("a day");
    assert_eq!(found(FindTreatments { from: tomorrow, to: tomorrow, ..all }), 0);
    let backwards = FindTreatments { to: today.pred_opt().expect("a day"), ..all };
    assert_eq!(code(find::find(store, &house.nurse, backwards)), ErrorCode::InvalidDate);
}

#[test]
fn every_obstacle_is_said_at_once_and_a_few_can_be_answered_for() {
    use ObstacleCode::{Allergy, BatchHeld, NoBatch, NoConsent, NoFunding};
    let house = house(2);
    let allergy = AddAlert {
        client: house.client,
        kind: AlertKind::Allergy,
        substance: "利多卡因".into(),
        severity: Severity::Severe,
        reaction: String::new(),
    };
    add_alert(&house.clinic.store, &house.nurse, &allergy).expect("an allergy");
    let held = HoldBatch { batch: house.batch("F1"), recalled: true, reason: "厂家".into() };
    hold(&house.clinic.store, &house.nurse, &held).expect("holds");
    let mut body = house.body();
    body.funding = Funding::default();
    body.uses.push(Use { batch: None, key: 2, ..house.using(house.filler, "F1", 1) });
    let written = house.write(body.clone());
    assert_eq!(house.against(written.0), [NoConsent, BatchHeld, NoBatch, Allergy, NoFunding]);
    assert_eq!(code(house.sign(written, &[])), ErrorCode::SignatureForbidden);

    // What is unknown cannot be answered for.
    let all = [(NoConsent, "x"), (BatchHeld, "x"), (NoBatch, "x"), (Allergy, "x"), (NoFunding, "x")];
    assert_eq!(code(house.sign(written, &all)), ErrorCode::SignatureForbidden);
    body.uses.pop();
    body.funding = house.body().funding;
    let written = house.rewrite(written.0, body);
    let some = [(NoConsent, "急诊，纸质补签"), (BatchHeld, "召回前已注射"), (Allergy, " ")];
    assert_eq!(
        code(house.sign(written, &some)),
        ErrorCode::SignatureForbidden,
        "a reason of nothing is none"
    );
    let reasons = [(NoConsent, "急诊，纸质补签"), (BatchHeld, "召回前已注射"), (Allergy, "皮试阴性")];
    let signed = house.sign(written, &reasons).expect("signs with reasons");
    let overrides = house.read(signed.id).overrides;
    assert_eq!(overrides.len(), 3);
    assert!(overrides.iter().all(|line| !line.seen && !line.reason.is_empty()));
    assert!(overrides.iter().any(|line| line.code == "allergy" && line.detail.contains("利多卡因")));

    // They stand before the owner until somebody has seen them; seen twice, once is kept.
    let waiting =
        |seen| overrides::list(&house.clinic.store, &house.clinic.owner, ListOverrides { seen }).unwrap();
    let before = waiting(false);
    assert_eq!(before.len(), 3);
    assert!(before.iter().all(|line| line.client.id == house.client && line.signed == Some(signed.id)));
    let one = OfOverride { id: before[0].id };
    for _ in 0..2 {
        overrides::see(&house.clinic.store, &house.clinic.owner, one).expect("sees");
    }
    assert_eq!((waiting(false).len(), waiting(true).len()), (2, 3));
    assert_eq!(waiting(true).iter().filter(|line| line.seen_by.is_some()).count(), 1);
    let nobody = OfOverride { id: OverrideId(uuid::Uuid::nil()) };
    assert_eq!(code(overrides::see(&house.clinic.store, &house.clinic.owner, nobody)), ErrorCode::NotFound);
}

#[test]
fn only_the_doctor_of_the_record_and_of_the_consent_signs() {
    use ObstacleCode::{ConsentNamesAnother, NoConsent, NotPermitted, NotRegistered};
    let house = house(3);
    house.consent();
    let input =
        NewStaff { name: "替班".into(), phone: None, roles: vec![Role::Doctor], pin: "730916".into() };
    let other = staff::add(&house.clinic.store, &house.clinic.owner, &input).expect("another doctor");
    let as_other = SignIn { staff_id: other, pin: "730916".into() };
    let other_session = staff::signer(&house.clinic.store, &house.nurse, &as_other).expect("proves");
    let written = house.write(house.body());
    let input = SignTreatment { id: written.0, saved_at: written.1, overrides: vec![] };
    assert_eq!(code(sign(&house.clinic.store, &other_session, &input)), ErrorCode::NotTheDoctor);
    let Actor::Staff(nurse) = &house.nurse else { panic!("a person") };
    assert_eq!(code(sign(&house.clinic.store, nurse, &input)), ErrorCode::NotPermitted);

    let body = TreatmentBody { doctor: Some(other), ..house.body() };
    let written = house.rewrite(written.0, body);
    assert_eq!(house.against(written.0), [NotRegistered, NotPermitted, ConsentNamesAnother]);
    // A consent that was withdrawn, or is too old, is none.
    let of = ConsentsOf { client: house.client };
    let consent = consents::of_client(&house.clinic.store, &house.nurse, of).expect("consents").remove(0);
    let input = WithdrawConsent { id: consent.id, reason: "顾客要求".into() };
    consents::withdraw(&house.clinic.store, &house.nurse, &input).expect("withdraws");
    assert!(house.against(written.0).contains(&NoConsent));
    house.consent();
    house.clinic.world.set(common::NOW + 31 * 86_400_000);
    assert!(house.against(written.0).contains(&NoConsent));
}

#[test]
fn toxin_is_signed_for_as_the_vial_book_has_it() {
    use ObstacleCode::{DoseDiffers, DoseNotInBook, NoVial};
    let house = house(4);
    house.consent();
    let (store, witness) = (&house.clinic.store, Some(&house.doctor));
    let opening = OpenVial { batch: house.batch("T1"), unit_code: None, shared: false };
    let vial = vials::open(store, &house.nurse, Witnessed { input: &opening, witness }).expect("opens");
    let with = |vial: Option<VialId>, units: i64| TreatmentBody {
        uses: vec![Use { vial, ..house.using(house.toxin, "T1", units) }],
        ..house.body()
    };
    let written = house.write(with(None, 40));
    assert_eq!(house.against(written.0), [NoVial]);
    let written = house.rewrite(written.0, with(Some(vial), 40));
    assert_eq!(house.against(written.0), [DoseNotInBook]);
    let dose =
        GiveDose { vial, client: house.client, doctor: house.doctor.staff_id(), quantity: Quantity(30) };
    vials::give(store, &house.nurse, Witnessed { input: &dose, witness }).expect("gives");
    assert_eq!(house.against(written.0), [DoseDiffers]);
    let rest = GiveDose { quantity: Quantity(10), ..dose };
    vials::give(store, &house.nurse, Witnessed { input: &rest, witness }).expect("gives");
    let signed = house.sign(written, &[]).expect("signs");
    assert_eq!(house.file("T1").used, Quantity(40), "what the book gave is not taken twice");

    // A second record cannot claim the same doses; one written anew after a withdrawal can.
    let second = house.write(with(Some(vial), 40));
    assert_eq!(house.against(second.0), [DoseNotInBook]);
    let input = WithdrawTreatment { id: signed.id, reason: "部位记错".into() };
    withdraw(store, &house.doctor, &input).expect("withdraws");
    assert_eq!(house.file("T1").used, Quantity(40), "the vial book stands for itself");
    assert_eq!(house.against(second.0), []);
}

#[test]
fn a_withdrawn_record_gives_back_what_it_took_and_stays_readable() {
    let house = house(5);
    house.consent();
    let written = house.write(house.body());
    let signed = house.sign(written, &[]).expect("signs");
    let input = WithdrawTreatment { id: signed.id, reason: "写错顾客".into() };
    withdraw(&house.clinic.store, &house.doctor, &input).expect("withdraws");
    assert_eq!(code(withdraw(&house.clinic.store, &house.doctor, &input)), ErrorCode::TreatmentWithdrawn);
    assert_eq!(code(house.amend(signed.id, "x", "")), ErrorCode::TreatmentWithdrawn);
    assert_eq!(house.file("F1").batch.on_hand, Quantity(200));
    let read = house.read(signed.id);
    assert_eq!(read.withdrawal.map(|withdrawal| withdrawal.reason).as_deref(), Some("写错顾客"));
    assert_eq!(read.text.body.course, house.body().course);
    // The record may be written anew and signed again; both stay.
    let again = house.rewrite(written.0, house.body());
    house.sign(again, &[]).expect("signs again");
    let of = SignedOf { client: house.client };
    assert_eq!(of_client(&house.clinic.store, &house.nurse, of).expect("records").len(), 2);
}

#[test]
fn the_inked_page_attaches_to_the_consent_that_was_noted_without_it() {
    let house = house(8);
    let store = &house.clinic.store;
    house.consent();
    let all =
        || consents::of_client(store, &house.nurse, ConsentsOf { client: house.client }).expect("reads");
    let of = OfConsent { id: all()[0].id };
    assert!(!all()[0].scanned);
    assert_eq!(code(consents::scans::scan(store, &house.nurse, of)), ErrorCode::NotFound);
    for (bytes, field) in [(&b""[..], "scan"), (b"no picture", "scan")] {
        let refused = consents::scans::add(store, &house.nurse, of, bytes).expect_err("refused");
        assert_eq!((refused.code, refused.field), (ErrorCode::InvalidPicture, Some(field)));
    }
    let nobodys = OfConsent { id: ConsentId(uuid::Uuid::nil()) };
    let pages: [&[u8]; 2] = [b"%PDF-1.7 first page", b"%PDF-1.7 both pages"];
    assert_eq!(code(consents::scans::add(store, &house.nurse, nobodys, pages[0])), ErrorCode::NotFound);
    for page in pages {
        consents::scans::add(store, &house.nurse, of, page).expect("adds");
        assert_eq!(consents::scans::scan(store, &house.nurse, of).expect("shows"), page);
        house.clinic.world.set(house.clinic.store.world().now() + 1);
    }
    assert!(all()[0].scanned);
    // Both are parts of the record, the first as well.
    let parts =
        seals::of_client(store, &house.clinic.owner, SealsOf { client: house.client }).expect("reads").open;
    assert_eq!(parts.iter().filter(|part| part.kind == PartKind::ConsentScan).count(), 2);
}

#[test]
fn a_seal_lists_what_is_finished_and_what_comes_later_is_a_supplement() {
    let house = house(12);
    let store = &house.clinic.store;
    let owner = &house.clinic.owner;
    house.consent();
    let written = house.write(house.body());
    let open_parts = || seals::of_client(store, owner, SealsOf { client: house.client }).expect("reads").open;
    assert_eq!(open_parts().len(), 1, "the consent; what is not signed is not finished");
    let signed = house.sign(written, &[]).expect("signs");
    let input = SealRecord {
        client: house.client,
        reason: "投诉".into(),
        party: "林晓".into(),
        party_relation: "本人".into(),
    };
    let alone = Witnessed { input: &input, witness: None };
    assert_eq!(code(seals::seal(store, owner, alone)), ErrorCode::WitnessRequired);
    let both = || Witnessed { input: &input, witness: Some(&house.doctor) };
    let first = seals::seal(store, owner, both()).expect("seals");
    assert_eq!(code(seals::seal(store, owner, both())), ErrorCode::NothingToSeal);

    house.amend(signed.id, "x", "次日淤青").expect("amends");
    assert_eq!(open_parts().len(), 1);
    seals::seal(store, owner, both()).expect("a supplement");
    let read = seals::of_client(store, owner, SealsOf { client: house.client }).expect("reads");
    let [main, supplement] = read.seals.as_slice() else { panic!("{:?}", read.seals) };
    assert_eq!((main.id, supplement.manifest.supplement_of), (first, Some(first)));
    assert_eq!((main.manifest.parts.len(), supplement.manifest.parts.len()), (2, 1));
    assert_eq!(main.manifest.parts[0].sha256, house.read(signed.id).sha256);
    assert_eq!((main.manifest.by.as_str(), main.manifest.party.as_str()), ("院长", "林晓"));
    assert!(main.whole && supplement.whole && read.open.is_empty());
}

#[test]
fn a_photo_stays_as_long_as_the_record_that_shows_it() {
    let house = house(13);
    let store = &house.clinic.store;
    house.consent();
    let written = house.write(house.body());
    let mut picture = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut picture, image::ImageFormat::Png).expect("encodes");
    let facts = PhotoFacts {
        visit: None,
        treatment: Some(written.0),
        view: PhotoView::Front,
        stage: PhotoStage::Before,
        purpose: DataPurpose::PhotoArchive,
        note: String::new(),
    };
    let photo = AddPhoto { client: house.client, facts, file_name: "a.png".into(), file_changed_at: None };
    let id = add(store, &house.nurse, &photo, picture.get_ref()).expect("adds");
    let signed = house.sign(written, &[]).expect("signs");
    assert_eq!(house.read(signed.id).text.photos[0].id, id);
    let out = || remove(store, &house.nurse, &RemovePhoto { id, reason: "拍错人".into() });
    assert_eq!(code(out()), ErrorCode::PhotoSigned);
    let back = WithdrawTreatment { id: signed.id, reason: "写错人".into() };
    withdraw(store, &house.doctor, &back).expect("withdraws");
    out().expect("nothing stands that shows it");
}

#[test]
fn prescriptions_are_numbered_without_gaps() {
    let house = house(6);
    house.consent();
    let drug = ProductInput { toxin: false, ..product("药膏", ProductKind::Drug, "维A酸") };
    let drug = catalogue::set_product(&house.clinic.store, &house.clinic.owner, &drug).expect("a drug");
    let line = PrescriptionLine {
        product: drug,
        quantity: Quantity(1),
        route: "外用".into(),
        dose: "适量".into(),
        frequency: "每晚一次".into(),
        days: 14,
    };
    let body = TreatmentBody { prescription: vec![line], ..house.body() };
    let numbers: Vec<_> = (0..3)
        .map(|index| {
            if index == 1 {
                // What is refused uses up no number.
                let late = house.write(body.clone());
                assert!(house.sign((late.0, late.1 - 1), &[]).is_err());
            }
            house.sign(house.write(body.clone()), &[]).expect("signs").prescription_number
        })
        .collect();
    let expected = ["A-2026-000001", "A-2026-000002", "A-2026-000003"];
    assert_eq!(numbers, expected.map(|number| Some(number.to_owned())));
    assert_eq!(house.sign(house.write(house.body()), &[]).expect("signs").prescription_number, None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn an_amendment_never_loses_a_word(words in prop::collection::vec(("[^\\x00-\\x1f]{0,30}", "[^\\x00-\\x1f]{0,30}"), 1..6)) {
        let house = house(7);
        house.consent();
        let signed = house.sign(house.write(house.body()), &[]).expect("signs");
        let original = house.read(signed.id).text;
        let mut said = vec![(original.body.course.clone(), original.body.reactions.clone())];
        for (course, reactions) in &words {
            if house.amend(signed.id, course, reactions).is_ok() {
                let now = house.read(signed.id).amended;
                said.push((now.course, now.reactions));
            }
        }
        let read = house.read(signed.id);
        prop_assert_eq!(&read.text, &original, "what was signed stands as it was");
        prop_assert!(read.whole);
        prop_assert_eq!(read.amendments.len(), said.len() - 1);
        // Taken back one by one, the amendments lead to what was signed.
        let (mut course, mut reactions) = said.pop().expect("the last");
        for amendment in read.amendments.iter().rev() {
            for change in &amendment.changes {
                let (now, before) = (change.after.as_str().expect("a text"), change.before.as_str().expect("a text"));
                let field = if change.field == "course" { &mut course } else { &mut reactions };
                prop_assert_eq!(field.as_str(), now);
                before.clone_into(field);
            }
            prop_assert_eq!((course.clone(), reactions.clone()), said.pop().expect("an earlier one"));
        }
        prop_assert_eq!((course, reactions), (original.body.course, original.body.reactions));
    }
}
