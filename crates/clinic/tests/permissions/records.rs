//! The verbs of the catalogue, the stock, plans and treatment records.

use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::ids::*;
use jingtai_clinic::stock::{self, Witnessed};
use jingtai_clinic::{Actor, Result, Store, Verb, catalogue, plans, staff, treatments};
use uuid::Uuid;

/// Nobody witnesses: the permission is looked at first.
fn alone<T>(input: &T) -> Witnessed<'_, T> {
    Witnessed { input, witness: None }
}

/// As the other `run`: everything that it leaves over.
pub(super) fn run(store: &Store, actor: &Actor, verb: Verb, client: ClientId) -> Option<Result<()>> {
    let id = Uuid::from_u128(1);
    let folder = store.dir().join("exports");
    let done = match verb {
        Verb::CatalogueEditProduct => {
            let input = catalogue::ProductInput {
                id: None,
                name: String::new(),
                generic_name: String::new(),
                kind: catalogue::ProductKind::Drug,
                device_class: None,
                manufacturer: String::new(),
                registration_number: String::new(),
                codes: vec![],
                specification: String::new(),
                unit: String::new(),
                scale: 0,
                pack_quantity: Quantity(1),
                ingredients: String::new(),
                contraindications: String::new(),
                storage: String::new(),
                toxin: false,
                active: true,
            };
            catalogue::set_product(store, actor, &input).map(drop)
        }
        Verb::CatalogueAddStarter => {
            let input =
                catalogue::starter::AddStarter { procedures: vec![], products: vec![], with_prices: true };
            catalogue::starter::add(store, actor, &input).map(drop)
        }
        Verb::CatalogueImportPreview => catalogue::import::preview(store, actor, b"name").map(drop),
        Verb::CatalogueImport => catalogue::import::commit(store, actor, b"name,unit,kind\n").map(drop),
        Verb::CatalogueExport => {
            let input = catalogue::export::ExportCatalogue { language: catalogue::FileLanguage::Zh };
            catalogue::export::export(store, actor, input, &folder).map(drop)
        }
        Verb::ScanRead => {
            let input = stock::scanned::ReadScan { text: "6901234567892".into() };
            stock::scanned::read(store, actor, &input).map(drop)
        }
        Verb::Witness => {
            let input = staff::SignIn { staff_id: StaffId(id), pin: "1".into() };
            staff::witness(store, actor, &input).map(drop)
        }
        Verb::StockRead => stock::alerts::alerts(store, actor).map(drop),
        Verb::StockSetSupplier => {
            let input = stock::suppliers::SupplierInput {
                id: None,
                name: String::new(),
                licence_number: String::new(),
                licence_expires_on: None,
                contact: String::new(),
                active: true,
            };
            stock::suppliers::set(store, actor, &input).map(drop)
        }
        Verb::StockReceive => {
            let input = stock::receive::Receive {
                supplier: SupplierId(id),
                note_number: String::new(),
                received_on: "2026-01-01".parse().expect("a date"),
                inspected_by: StaffId(id),
                inspection: String::new(),
                lines: vec![],
            };
            stock::receive::receive(store, actor, alone(&input), &[]).map(drop)
        }
        Verb::StockTakeOut => {
            let input = stock::take_out::TakeOut {
                batch: BatchId(id),
                quantity: Quantity(1),
                leaving: stock::take_out::Leaving::Wasted,
                reason: String::new(),
            };
            stock::take_out::take_out(store, actor, alone(&input)).map(drop)
        }
        Verb::StockReverse => {
            let input = stock::reverse::Reverse { id: MovementId(id), reason: String::new() };
            stock::reverse::reverse(store, actor, alone(&input)).map(drop)
        }
        Verb::StockCount => {
            let input = stock::count::Count { lines: vec![], note: String::new() };
            stock::count::count(store, actor, alone(&input)).map(drop)
        }
        Verb::BatchOpen => {
            stock::batches::open(store, actor, stock::batches::OfBatch { id: BatchId(id) }).map(drop)
        }
        Verb::BatchHold => {
            let input =
                stock::status::HoldBatch { batch: BatchId(id), recalled: true, reason: String::new() };
            stock::status::hold(store, actor, &input)
        }
        Verb::BatchRelease => {
            let input = stock::status::ReleaseBatch { batch: BatchId(id), reason: String::new() };
            stock::status::release(store, actor, &input)
        }
        Verb::DeliveryShow => {
            let input = stock::deliveries::ListDeliveries { before: None };
            stock::deliveries::list(store, actor, input).map(drop)
        }
        Verb::VialBook => {
            let day = "2026-03-02".parse().expect("a date");
            stock::book::read(store, actor, stock::book::ReadBook { from: day, until: day }).map(drop)
        }
        Verb::VialOpen => {
            let input = stock::vials::OpenVial { batch: BatchId(id), unit_code: None, shared: false };
            stock::vials::open(store, actor, alone(&input)).map(drop)
        }
        Verb::VialGive => {
            let input = stock::vials::GiveDose {
                vial: VialId(id),
                client,
                doctor: StaffId(id),
                quantity: Quantity(1),
            };
            stock::vials::give(store, actor, alone(&input)).map(drop)
        }
        Verb::VialWaste => {
            let input =
                stock::vials::WasteVial { vial: VialId(id), quantity: Quantity(1), reason: String::new() };
            stock::vials::waste(store, actor, alone(&input)).map(drop)
        }
        Verb::VialGiveBack => {
            stock::vials::give_back(store, actor, alone(&stock::vials::OfVial { vial: VialId(id) }))
        }
        Verb::PlanRead => plans::open::waiting(store, actor).map(drop),
        Verb::PlanDraft => {
            let input =
                plans::DraftPlan { id: None, client, visit: None, note: String::new(), lines: vec![] };
            plans::draft::draft(store, actor, &input).map(drop)
        }
        Verb::PlanClose => {
            plans::draft::close(store, actor, &plans::ClosePlan { id: PlanId(id), reason: String::new() })
        }
        Verb::PlanDecide => {
            let input =
                plans::DecidePlan { version: PlanVersionId(id), approve: true, reason: String::new() };
            plans::decide::decide(store, actor, &input)
        }
        Verb::PlanAgree => {
            let input = plans::AgreePlan { version: PlanVersionId(id), alternative: 0 };
            plans::agree::agree(store, actor, &input)
        }
        Verb::TreatmentRead => treatments::choices::choices(store, actor).map(drop),
        Verb::TreatmentStart => {
            let input = treatments::StartTreatment {
                client,
                visit: None,
                procedure: ProcedureId(id),
                plan_line: None,
            };
            treatments::start::start(store, actor, &input).map(drop)
        }
        Verb::TreatmentSave => {
            let input = treatments::SaveTreatment {
                id: TreatmentId(id),
                saved_at: 0,
                body: treatments::TreatmentBody::default(),
            };
            treatments::save::save(store, actor, &input).map(drop)
        }
        Verb::TreatmentDiscard => {
            let input = treatments::DiscardTreatment { id: TreatmentId(id), reason: String::new() };
            treatments::save::discard(store, actor, &input)
        }
        verb => panic!("nothing runs {verb:?}"),
    };
    Some(done)
}
