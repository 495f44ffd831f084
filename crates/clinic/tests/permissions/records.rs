//! The verbs of the catalogue, the stock, plans and treatment records.

use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::clients::{DataPurpose, Severity};
use jingtai_clinic::ids::*;
use jingtai_clinic::stock::{self, Witnessed};
use jingtai_clinic::{
    Actor, Result, Store, Verb, catalogue, complaints, compliance, consents, photos, plans, seals, staff,
    tables, traces, treatments,
};
use uuid::Uuid;

/// A person's session; a rule of the system signs nothing.
fn person(actor: &Actor) -> Option<&jingtai_clinic::Session> {
    match actor {
        Actor::Staff(session) => Some(session),
        Actor::System(_) => None,
    }
}

/// Nobody witnesses: the permission is looked at first.
fn alone<T>(input: &T) -> Witnessed<'_, T> {
    Witnessed { input, witness: None }
}

/// As the other `run`: everything that it leaves over.
pub(super) fn run(
    store: &Store,
    actor: &Actor,
    verb: Verb,
    client: ClientId,
    id: Uuid,
) -> Option<Result<()>> {
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
                retail_price: None,
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
        Verb::TreatmentSign => {
            let input =
                treatments::sign::SignTreatment { id: TreatmentId(id), saved_at: 0, overrides: vec![] };
            treatments::sign::sign(store, person(actor)?, &input).map(drop)
        }
        Verb::TreatmentAmend => {
            let input = treatments::amend::AmendTreatment {
                id: SignedTreatmentId(id),
                reason: String::new(),
                indication: String::new(),
                course: String::new(),
                reactions: String::new(),
                advice: String::new(),
                next_on: None,
            };
            treatments::amend::amend(store, person(actor)?, &input)
        }
        Verb::TreatmentWithdraw => {
            let input =
                treatments::amend::WithdrawTreatment { id: SignedTreatmentId(id), reason: String::new() };
            treatments::amend::withdraw(store, person(actor)?, &input)
        }
        Verb::PhotoRead => photos::list::of_client(store, actor, photos::list::PhotosOf { client }).map(drop),
        Verb::PhotoAdd => {
            let input = photos::add::AddPhoto {
                client,
                facts: facts(),
                file_name: String::new(),
                file_changed_at: None,
            };
            photos::add::add(store, actor, &input, &[]).map(drop)
        }
        Verb::PhotoCard => {
            photos::card::look(store, actor, &photos::card::LookAtCard { folder: String::new() }).map(drop)
        }
        Verb::PhotoEdit => {
            photos::edit::mark(store, actor, photos::edit::MarkPhoto { id: PhotoId(id), marks: None })
        }
        Verb::PhotoRemove => {
            let input = photos::edit::RemovePhoto { id: PhotoId(id), reason: String::new() };
            photos::edit::remove(store, actor, &input)
        }
        Verb::PhotoRestore => photos::edit::restore(store, actor, photos::edit::OfPhoto { id: PhotoId(id) }),
        Verb::PhotoExport => {
            let input =
                photos::export::ExportPhotos { ids: vec![PhotoId(id)], purpose: DataPurpose::Treatment };
            photos::export::export(store, actor, &input, std::path::Path::new("/nowhere")).map(drop)
        }
        Verb::SealRead => seals::seal::of_client(store, actor, seals::seal::SealsOf { client }).map(drop),
        Verb::SealRecord => {
            let input = seals::seal::SealRecord {
                client,
                reason: String::new(),
                party: String::new(),
                party_relation: String::new(),
            };
            seals::seal::seal(store, actor, Witnessed { input: &input, witness: None }).map(drop)
        }
        Verb::TraceBatch => {
            traces::batch::of_batch(store, actor, traces::batch::TraceBatch { batch: BatchId(id) }).map(drop)
        }
        Verb::TraceFind => {
            let day = "2026-01-01".parse().expect("a date");
            let input = traces::find::FindTreatments {
                from: day,
                to: day,
                doctor: None,
                procedure: None,
                equipment: None,
                product: None,
                supplier: None,
            };
            traces::find::find(store, actor, input).map(drop)
        }
        Verb::TableExport => {
            let input = tables::ExportTable { title: "x".into(), headings: vec![], rows: vec![] };
            tables::export(store, actor, &input, &folder.join("table.xlsx")).map(drop)
        }
        Verb::TraceExport => {
            let input = traces::export::ExportRecall { batch: BatchId(id), headers: recall_headers() };
            traces::export::export(store, actor, &input, std::path::Path::new("/nowhere/recall.xlsx"))
                .map(drop)
        }
        Verb::ComplaintRead => {
            let input = complaints::list::ListComplaints { client: Some(client), closed: true };
            complaints::list::list(store, actor, input).map(drop)
        }
        Verb::ComplaintTake => {
            let input = complaints::take::TakeComplaint {
                kind: complaints::ComplaintKind::Complaint,
                client,
                signed: None,
                severity: Severity::Mild,
                text: String::new(),
                began_on: None,
                told_at: None,
                responsible: None,
            };
            complaints::take::take(store, actor, &input).map(drop)
        }
        Verb::ComplaintStep => {
            let step = complaints::step::Step::Noted { text: String::new() };
            let input = complaints::step::TakeStep { complaint: ComplaintId(id), step };
            complaints::step::take(store, actor, &input).map(drop)
        }
        Verb::ComplaintClose => {
            let end = complaints::step::End::Dropped { reason: String::new() };
            let input = complaints::step::CloseComplaint { complaint: ComplaintId(id), end };
            complaints::step::close(store, actor, &input).map(drop)
        }
        Verb::ComplianceRead => compliance::desk(store, actor).map(drop),
        Verb::OverrideRead => {
            treatments::overrides::list(store, actor, treatments::overrides::ListOverrides { seen: true })
                .map(drop)
        }
        Verb::OverrideSee => {
            treatments::overrides::see(store, actor, treatments::overrides::OfOverride { id: OverrideId(id) })
        }
        Verb::ConsentRead => consents::of_client(store, actor, consents::ConsentsOf { client }).map(drop),
        Verb::ConsentAddScan => {
            consents::scans::add(store, actor, consents::OfConsent { id: ConsentId(id) }, b"").map(drop)
        }
        Verb::ConsentNote => {
            let input = consents::NotePaperConsent {
                client,
                procedure: ProcedureId(id),
                doctor: StaffId(id),
                signed_on: "2026-01-01".parse().expect("a date"),
                note: String::new(),
            };
            consents::note_paper(store, actor, &input, &[]).map(drop)
        }
        Verb::ConsentWithdraw => {
            let input = consents::WithdrawConsent { id: ConsentId(id), reason: String::new() };
            consents::withdraw(store, actor, &input)
        }
        Verb::TreatmentDiscard => {
            let input = treatments::DiscardTreatment { id: TreatmentId(id), reason: String::new() };
            treatments::save::discard(store, actor, &input)
        }
        verb => return super::money::run(store, actor, verb, client, id),
    };
    Some(done)
}

fn facts() -> photos::PhotoFacts {
    photos::PhotoFacts {
        visit: None,
        treatment: None,
        view: photos::PhotoView::Front,
        stage: photos::PhotoStage::Before,
        purpose: DataPurpose::Treatment,
        note: String::new(),
    }
}

fn recall_headers() -> traces::export::RecallHeaders {
    let names = [
        "memberNumber",
        "name",
        "phones",
        "day",
        "procedure",
        "doctor",
        "product",
        "lot",
        "quantity",
        "state",
        "withdrawn",
        "unsigned",
        "sold",
        "returned",
    ];
    let words = names.into_iter().map(|name| (name.to_owned(), name.into())).collect();
    serde_json::from_value(serde_json::Value::Object(words)).expect("headers")
}
