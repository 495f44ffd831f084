//! A clinic with a doctor, one kind of filler in many batches, and records that are signed.

use super::bulk::{self, Bulk, Shelved};
use super::key::Remembering;
use crate::desk::clinic::{Clinic, connect};
use anyhow::{Context, Result};
use chrono::{NaiveDate, TimeDelta};
use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductInput, ProductKind, Specialty};
use jingtai_clinic::consents::{self, NotePaperConsent};
use jingtai_clinic::ids::{BatchId, ClientId, ProcedureId, ProductId, StaffId, TreatmentId};
use jingtai_clinic::staff::{self, NewStaff, PermitProcedures, RegistrationInput, SignIn};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::batches::{ListBatches, list};
use jingtai_clinic::stock::receive::{DeliveryLine, Receive, receive};
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::store::FILE;
use jingtai_clinic::treatments::sign::{SignTreatment, sign};
use jingtai_clinic::treatments::{
    Funding, FundingKind, OfTreatment, SaveTreatment, SiteMap, StartTreatment, TreatmentBody, Use, open,
    save, start,
};
use jingtai_clinic::{Actor, Role, Session, Store};
use tempfile::TempDir;

/// How many records a client has on average.
const OF_A_CLIENT: u64 = 10;
/// How many records a client has who comes for decades: the longest timelines.
pub(super) const OF_A_REGULAR: u64 = 500;
/// How many such clients there are. Each is looked at once: what was read a moment ago says nothing of how long a first
/// look takes.
pub(super) const REGULARS: usize = 50;
/// How many points a record has.
const POINTS: u32 = 5;
const PIN: &str = "730915";

pub(super) struct House {
    pub(super) store: Store,
    pub(super) owner: Actor,
    pub(super) doctor: Session,
    /// All of them; the regulars are the first.
    pub(super) clients: Vec<ClientId>,
    /// Those that records used.
    pub(super) batches: Vec<BatchId>,
    /// One that none of them did.
    pub(super) fresh: BatchId,
    /// Opens the file beside the program.
    pub(super) key: [u8; 32],
    procedure: ProcedureId,
    product: ProductId,
    /// The last field: the file is closed before it goes.
    pub(super) dir: TempDir,
}

impl House {
    /// A clinic with so many signed records. The house is furnished, and one record written and signed, through the verbs;
    /// the others are that record, copied in bulk onto other clients, batches and days. The log has no record of the
    /// copies: nothing that is measured reads it.
    pub(super) fn with_records(count: u64) -> Result<House> {
        let world = Remembering::new();
        let mut clinic = Clinic::empty_in(world.clone())?;
        clinic.take_in(count.div_ceil(OF_A_CLIENT).max(REGULARS as u64))?;
        let Clinic { store, owner, dir, .. } = clinic;
        let product = catalogue::set_product(&store, &owner, &filler())?;
        let procedure = catalogue::set_procedure(&store, &owner, &lips())?;
        let staff_id = doctor(&store, &owner, procedure)?;
        let doctor = staff::sign_in(&store, &SignIn { staff_id, pin: PIN.to_owned() })?;
        let uses = bulk::uses_of_batches(count);
        fill_shelves(&store, &owner, product, uses.len() as u64 + 1)?;
        let mut batches: Vec<_> = list(&store, &owner, ListBatches { used_up: false })?
            .into_iter()
            .map(|batch| (batch.lot, batch.id))
            .collect();
        batches.sort();
        let fresh = batches.pop().context("a batch")?.1;
        let key = world.key()?;
        let clients = bulk::clients(&connect(&dir.path().join(FILE), key)?)?;
        let (batches, lots) = batches.into_iter().map(|(lot, id)| (id, lot)).unzip();
        let mut house = House { store, owner, doctor, clients, batches, fresh, key, procedure, product, dir };
        let (id, saved_at) = house.write(house.clients[0], house.batches[0])?;
        house.sign(id, saved_at)?;
        house.copy(count, &uses, lots)?;
        Ok(house)
    }

    /// The store is closed while rows are written beside it.
    fn copy(&mut self, count: u64, uses: &[u32], lots: Vec<String>) -> Result<()> {
        let batches = self.batches.iter().map(|batch| batch.0).zip(lots).zip(uses.iter().copied());
        let mut bulk = Bulk {
            clients: &self.clients,
            batches: batches.map(|((id, lot), uses)| Shelved { id, lot, uses }).collect(),
            count,
        };
        self.store.flush_reads()?;
        bulk.write(&mut connect(&self.dir.path().join(FILE), self.key)?)?;
        self.store.rebuild_derived()?;
        Ok(())
    }

    /// A record, written and not signed, with the client's consent on paper.
    pub(super) fn write(&self, client: ClientId, batch: BatchId) -> Result<(TreatmentId, i64)> {
        let actor = Actor::Staff(self.doctor.clone());
        let paper = NotePaperConsent {
            client,
            procedure: self.procedure,
            doctor: self.doctor.staff_id(),
            signed_on: self.store.today(),
            note: String::new(),
        };
        consents::note_paper(&self.store, &actor, &paper, &[])?;
        let beginning = StartTreatment { client, visit: None, procedure: self.procedure, plan_line: None };
        let id = start::start(&self.store, &actor, &beginning)?;
        let saved_at = open::open(&self.store, &actor, OfTreatment { id })?.saved_at;
        let body = self.body(batch);
        Ok((id, save::save(&self.store, &actor, &SaveTreatment { id, saved_at, body })?.saved_at))
    }

    pub(super) fn sign(&self, id: TreatmentId, saved_at: i64) -> Result<()> {
        sign(&self.store, &self.doctor, &SignTreatment { id, saved_at, overrides: vec![] })?;
        Ok(())
    }

    fn body(&self, batch: BatchId) -> TreatmentBody {
        let point = |key: u32| Use {
            key,
            map: Some(SiteMap::FaceFront),
            x: 1_000 * key,
            y: 5_000,
            site: format!("部位 {key}"),
            product: self.product,
            batch: Some(batch),
            vial: None,
            unit_code: None,
            quantity: Quantity(1),
            depth: "真皮深层".to_owned(),
        };
        TreatmentBody {
            doctor: Some(self.doctor.staff_id()),
            indication: "要求改善，面诊评估适合。".to_owned(),
            course: "常规消毒后操作，过程顺利。".to_owned(),
            reactions: "无特殊不适".to_owned(),
            advice: "24 小时内不沾水，避免按压。".to_owned(),
            uses: (1..=POINTS).map(point).collect(),
            funding: Funding {
                kind: Some(FundingKind::Free), entitlement: None, reason: "体验".to_owned()
            },
            ..TreatmentBody::default()
        }
    }
}

fn filler() -> ProductInput {
    ProductInput {
        id: None,
        name: "玻尿酸".to_owned(),
        generic_name: "透明质酸钠".to_owned(),
        kind: ProductKind::Device,
        device_class: None,
        manufacturer: "某厂".to_owned(),
        registration_number: "国械注准20990001".to_owned(),
        codes: vec![],
        specification: String::new(),
        unit: "mL".to_owned(),
        scale: 1,
        pack_quantity: Quantity(10),
        ingredients: "透明质酸钠".to_owned(),
        contraindications: String::new(),
        storage: String::new(),
        toxin: false,
        retail_price: None,
        active: true,
    }
}

fn lips() -> ProcedureInput {
    ProcedureInput {
        id: None,
        name: "丰唇".to_owned(),
        standard_name: "填充物注射".to_owned(),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: None,
        minutes: 30,
        numbing_minutes: 0,
        return_interval_days: None,
        consent_template: "填充知情同意书".to_owned(),
        aftercare: String::new(),
        usual_products: vec![],
        active: true,
    }
}

fn doctor(store: &Store, owner: &Actor, procedure: ProcedureId) -> Result<StaffId> {
    let input =
        NewStaff { name: "医生".to_owned(), phone: None, roles: vec![Role::Doctor], pin: PIN.to_owned() };
    let staff_id = staff::add(store, owner, &input)?;
    let registration = RegistrationInput {
        staff_id,
        specialty: Specialty::Dermatology,
        title_number: "1".to_owned(),
        practice_number: "110310000000001".to_owned(),
        filed_on: NaiveDate::from_ymd_opt(2020, 1, 1).context("a date")?,
        expires_on: None,
    };
    staff::register(store, owner, &registration)?;
    let permitted = PermitProcedures { staff_id, procedure_ids: vec![procedure] };
    staff::permit_procedures(store, owner, &permitted)?;
    Ok(staff_id)
}

fn fill_shelves(store: &Store, owner: &Actor, product: ProductId, batches: u64) -> Result<()> {
    let supplier = SupplierInput {
        id: None,
        name: "供货商".to_owned(),
        licence_number: "沪AA".to_owned(),
        licence_expires_on: None,
        contact: String::new(),
        active: true,
    };
    let supplier = suppliers::set(store, owner, &supplier)?;
    let line = |n: u64| DeliveryLine {
        product,
        lot: format!("L{n:06}"),
        expires_on: store.today() + TimeDelta::days(365),
        produced_on: None,
        packs: 1_000,
        unit_codes: vec![],
        price: None,
    };
    let lines: Vec<_> = (0..batches).map(line).collect();
    for some in lines.chunks(50) {
        let delivery = Receive {
            supplier,
            note_number: String::new(),
            received_on: store.today(),
            inspected_by: owner.staff_id().context("a person")?,
            inspection: String::new(),
            lines: some.to_vec(),
        };
        receive(store, owner, Witnessed { input: &delivery, witness: None }, &[])?;
    }
    Ok(())
}
