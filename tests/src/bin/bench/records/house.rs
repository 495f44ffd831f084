//! A clinic with a doctor, one kind of filler in many batches, and records that are signed.

use anyhow::{Context, Result};
use chrono::{NaiveDate, TimeDelta};
use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductInput, ProductKind, Specialty};
use jingtai_clinic::clients::{ClientInput, create};
use jingtai_clinic::consents::{self, NotePaperConsent};
use jingtai_clinic::ids::{BatchId, ClientId, ProcedureId, ProductId, StaffId, TreatmentId};
use jingtai_clinic::staff::{self, NewStaff, PermitProcedures, RegistrationInput, SignIn};
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::batches::{ListBatches, list};
use jingtai_clinic::stock::receive::{DeliveryLine, Receive, receive};
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::treatments::sign::{SignTreatment, sign};
use jingtai_clinic::treatments::{
    Funding, FundingKind, OfTreatment, SaveTreatment, SiteMap, StartTreatment, TreatmentBody, Use, open,
    save, start,
};
use jingtai_clinic::{Actor, Role, Session, Store, SystemWorld, World, demo};
use jingtai_tests::clinic;
use tempfile::TempDir;

/// How many records one batch is used in: what a recall finds.
pub(super) const USES_OF_A_BATCH: u64 = 200;
/// How many records of all are of one client: the longest timeline.
pub(super) const OF_ONE_CLIENT: u64 = 500;
/// How many records another client has on average.
const OF_A_CLIENT: u64 = 10;
/// How many points a record has.
const POINTS: u32 = 5;
const PIN: &str = "730915";

pub(super) struct House {
    pub(super) store: Store,
    pub(super) owner: Actor,
    pub(super) doctor: Session,
    pub(super) regular: ClientId,
    pub(super) batches: Vec<BatchId>,
    pub(super) clients: Vec<ClientId>,
    procedure: ProcedureId,
    product: ProductId,
    /// The last field: the file is closed before it goes.
    _dir: TempDir,
}

impl House {
    /// A clinic with so many signed records.
    pub(super) fn with_records(count: u64) -> Result<House> {
        let house = House::furnished(count)?;
        for n in 0..count {
            let client = if n < OF_ONE_CLIENT {
                house.regular
            } else {
                house.clients[n as usize % house.clients.len()]
            };
            let batch = house.batches[(n / USES_OF_A_BATCH) as usize];
            let (id, saved_at) = house.write(client, batch)?;
            house.sign(id, saved_at)?;
            if n % 5_000 == 0 {
                eprintln!("-- {n} of {count} records");
            }
        }
        Ok(house)
    }

    fn furnished(count: u64) -> Result<House> {
        let dir = tempfile::tempdir()?;
        clinic::found(dir.path())?;
        let (store, owner) = clinic::open(dir.path())?;
        let product = catalogue::set_product(&store, &owner, &filler())?;
        let procedure = catalogue::set_procedure(&store, &owner, &lips())?;
        let staff_id = doctor(&store, &owner, procedure)?;
        let doctor = staff::sign_in(&store, &SignIn { staff_id, pin: PIN.to_owned() })?;
        // One batch more than the records take: what is signed later has some.
        fill_shelves(&store, &owner, product, count / USES_OF_A_BATCH + 2)?;
        let mut batches: Vec<_> = list(&store, &owner, ListBatches { used_up: false })?
            .into_iter()
            .map(|batch| (batch.lot, batch.id))
            .collect();
        batches.sort();
        let batches = batches.into_iter().map(|(_, id)| id).collect();
        let mut people = demo::people_to_list(7, SystemWorld.now());
        let mut person = || -> Result<ClientId> {
            let input = people.next().context("people")?;
            // One nobody refers: the list is of strangers.
            let id = create::create(&store, &owner, &ClientInput { referrer: None, ..input })?;
            let paper = NotePaperConsent {
                client: id,
                procedure,
                doctor: staff_id,
                signed_on: store.today(),
                note: String::new(),
            };
            consents::note_paper(&store, &owner, &paper, &[])?;
            Ok(id)
        };
        let regular = person()?;
        let clients = (0..count.div_ceil(OF_A_CLIENT)).map(|_| person()).collect::<Result<_>>()?;
        Ok(House { store, owner, doctor, regular, batches, clients, procedure, product, _dir: dir })
    }

    /// A record, written and not signed.
    pub(super) fn write(&self, client: ClientId, batch: BatchId) -> Result<(TreatmentId, i64)> {
        let actor = Actor::Staff(self.doctor.clone());
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
                kind: Some(FundingKind::Entitlement),
                entitlement: None,
                reason: String::new(),
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
