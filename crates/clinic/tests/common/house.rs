//! A clinic with a doctor, a nurse, a client, a filler, a toxin and a procedure: all that a signature needs.
#![allow(dead_code, missing_docs, unreachable_pub)] // each test file uses a part

use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductKind, Specialty};
use jingtai_clinic::consents::{self, NotePaperConsent};
use jingtai_clinic::ids::{BatchId, ClientId, ProcedureId, ProductId, SignedTreatmentId, TreatmentId};
use jingtai_clinic::staff::{self, NewStaff, PermitProcedures, RegistrationInput};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::batches::{BatchFile, ListBatches, OfBatch, list, open as open_batch};
use jingtai_clinic::stock::receive::receive;
use jingtai_clinic::stock::suppliers;
use jingtai_clinic::treatments::amend::{AmendTreatment, amend};
use jingtai_clinic::treatments::gate::{ObstacleCode, obstacles};
use jingtai_clinic::treatments::sign::{Override, SignTreatment, Signed, sign};
use jingtai_clinic::treatments::signed::{OfSigned, SignedTreatment, open as open_signed};
use jingtai_clinic::treatments::{
    Funding, FundingKind, OfTreatment, SaveTreatment, StartTreatment, TreatmentBody, Use, open, save, start,
};
use jingtai_clinic::{Actor, Error, ErrorCode, Role, Session};

use super::goods::{delivery, packs, product, supplier};
use super::{Clinic, clinic, sign_in};

pub struct House {
    pub clinic: Clinic,
    pub client: ClientId,
    pub filler: ProductId,
    pub toxin: ProductId,
    pub lips: ProcedureId,
    pub doctor: Session,
    pub nurse: Actor,
}

pub fn house(seed: u64) -> House {
    let clinic = clinic(seed);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let filler = product("玻尿酸", ProductKind::Device, "透明质酸钠、利多卡因");
    let filler = catalogue::set_product(store, owner, &filler).expect("a filler");
    let toxin = product("保妥适", ProductKind::Drug, "A型肉毒毒素、人血白蛋白");
    let toxin = catalogue::set_product(store, owner, &toxin).expect("a toxin");
    let lips = ProcedureInput {
        id: None,
        name: "丰唇".into(),
        standard_name: "填充物注射".into(),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: None,
        minutes: 30,
        numbing_minutes: 0,
        return_interval_days: None,
        consent_template: "填充知情同意书".into(),
        aftercare: String::new(),
        usual_products: vec![],
        active: true,
    };
    let lips = catalogue::set_procedure(store, owner, &lips).expect("a procedure");
    let input =
        NewStaff { name: "医生".into(), phone: None, roles: vec![Role::Doctor], pin: "730915".into() };
    let staff_id = staff::add(store, owner, &input).expect("a doctor");
    let registration = RegistrationInput {
        staff_id,
        specialty: Specialty::Dermatology,
        title_number: "1".into(),
        practice_number: "110310000000001".into(),
        filed_on: "2020-01-01".parse().expect("a date"),
        expires_on: None,
    };
    staff::register(store, owner, &registration).expect("registers");
    let permitted = PermitProcedures { staff_id, procedure_ids: vec![lips] };
    staff::permit_procedures(store, owner, &permitted).expect("permits");
    let Actor::Staff(doctor) = sign_in(store, "医生", "730915") else { panic!("a person") };
    let client = clinic.client("安娜", "13800000001");
    let nurse = clinic.person(Role::Nurse);
    let supplier = suppliers::set(store, owner, &supplier()).expect("a supplier");
    let lines = vec![packs(2, filler, "F1", "2026-06-01"), packs(2, toxin, "T1", "2026-06-01")];
    let delivery = delivery(store.today(), supplier, owner.staff_id().expect("a person"), lines);
    receive(store, &nurse, Witnessed { input: &delivery, witness: Some(&doctor) }, &[]).expect("receives");
    House { client, filler, toxin, lips, doctor, nurse, clinic }
}

impl House {
    pub fn batch(&self, lot: &str) -> BatchId {
        let all = list(&self.clinic.store, &self.nurse, ListBatches { used_up: true }).expect("batches");
        all.iter().find(|batch| batch.lot == lot).expect("it").id
    }

    pub fn file(&self, lot: &str) -> BatchFile {
        open_batch(&self.clinic.store, &self.nurse, OfBatch { id: self.batch(lot) }).expect("it")
    }

    pub fn using(&self, product: ProductId, lot: &str, quantity: i64) -> Use {
        Use {
            key: 1,
            map: None,
            x: 0,
            y: 0,
            site: String::new(),
            product,
            batch: Some(self.batch(lot)),
            vial: None,
            unit_code: None,
            quantity: Quantity(quantity),
            depth: String::new(),
        }
    }

    pub fn body(&self) -> TreatmentBody {
        TreatmentBody {
            doctor: Some(self.doctor.staff_id()),
            course: "逐层注射，无不适。".into(),
            uses: vec![self.using(self.filler, "F1", 30)],
            funding: Funding { kind: Some(FundingKind::Free), reason: "体验".into(), ..Funding::default() },
            ..TreatmentBody::default()
        }
    }

    pub fn write(&self, body: TreatmentBody) -> (TreatmentId, i64) {
        let input =
            StartTreatment { client: self.client, visit: None, procedure: self.lips, plan_line: None };
        let id = start::start(&self.clinic.store, &self.nurse, &input).expect("begins");
        self.rewrite(id, body)
    }

    pub fn rewrite(&self, id: TreatmentId, body: TreatmentBody) -> (TreatmentId, i64) {
        let seen = open::open(&self.clinic.store, &self.nurse, OfTreatment { id }).expect("opens").saved_at;
        let input = SaveTreatment { id, saved_at: seen, body };
        (id, save::save(&self.clinic.store, &self.nurse, &input).expect("saves").saved_at)
    }

    pub fn consent(&self) {
        let input = NotePaperConsent {
            client: self.client,
            procedure: self.lips,
            doctor: self.doctor.staff_id(),
            signed_on: self.clinic.store.today(),
            note: String::new(),
        };
        consents::note_paper(&self.clinic.store, &self.nurse, &input, &[]).expect("a consent");
    }

    pub fn against(&self, id: TreatmentId) -> Vec<ObstacleCode> {
        let found = obstacles(&self.clinic.store, &self.nurse, OfTreatment { id }).expect("obstacles");
        found.into_iter().map(|obstacle| obstacle.code).collect()
    }

    pub fn sign(
        &self,
        (id, saved_at): (TreatmentId, i64),
        overrides: &[(ObstacleCode, &str)],
    ) -> Result<Signed, Error> {
        let given =
            |(code, reason): &(ObstacleCode, &str)| Override { code: *code, reason: (*reason).into() };
        let input = SignTreatment { id, saved_at, overrides: overrides.iter().map(given).collect() };
        sign(&self.clinic.store, &self.doctor, &input)
    }

    pub fn read(&self, id: SignedTreatmentId) -> SignedTreatment {
        open_signed(&self.clinic.store, &self.nurse, OfSigned { id }).expect("reads")
    }

    pub fn amend(&self, id: SignedTreatmentId, course: &str, reactions: &str) -> Result<(), Error> {
        let input = AmendTreatment {
            id,
            reason: "补记".into(),
            indication: String::new(),
            course: course.into(),
            reactions: reactions.into(),
            advice: String::new(),
            next_on: None,
        };
        amend(&self.clinic.store, &self.doctor, &input)
    }
}

pub fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}
