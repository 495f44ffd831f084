//! The demo clinic's stock: who supplied what, which batches expire soon or are held back, and toxin vials from
//! the safe to the client and back.

use chrono::{NaiveDate, TimeDelta};

use super::lines::{number, rows};
use super::plan::{DAY, MINUTE, Planner};
use super::records::Taken;
use super::run::Run;
use super::setup::Cast;
use super::till;
use crate::actor::{Actor, Session};
use crate::amounts::{Fen, Quantity};
use crate::catalogue::{self, Product, ProductInput, ProductKind};
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, SupplierId, VialId};
use crate::stock::batches::{self, Batch, ListBatches};
use crate::stock::receive::{DeliveryLine, Receive, receive};
use crate::stock::status::{HoldBatch, hold};
use crate::stock::suppliers::{self, SupplierInput};
use crate::stock::vials::{self, GiveDose, OfVial, OpenVial, WasteVial};
use crate::stock::{BatchStatus, Witnessed};
use crate::store::Store;

/// Deliveries: how many days before the present, and for how many days from the present their batches last.
pub(super) const DELIVERIES: [(i64, i64); 3] = [(55, 24), (32, 81), (6, 420)];
/// From how many days before the present on the vial book is kept.
pub(super) const BOOK_DAYS: i64 = 30;
/// From how many days before the present on the first vial opened is forgotten: what the owner should be told of.
const FORGOTTEN_DAYS: i64 = 4;
/// How many packs of each kind come with a delivery.
const TOXIN_PACKS: u32 = 48;
const OTHER_PACKS: u32 = 80;

/// What stands on the shelves when the demo begins.
#[derive(Default)]
pub(super) struct Shelves {
    suppliers: Vec<SupplierId>,
    /// What the offered procedures usually take.
    products: Vec<Product>,
    /// What each offer usually takes of which of them.
    usual: Vec<Vec<(usize, Quantity)>>,
}

/// Suppliers, and the numbers that would be read off the packs.
pub(super) fn furnish(store: &Store, owner: &Actor, today: NaiveDate, cast: &Cast) -> Result<Shelves> {
    let mut suppliers = Vec::new();
    for row in rows(include_str!("../../../../assets/demo/suppliers.txt")) {
        let input = SupplierInput {
            id: None,
            name: row[0].to_owned(),
            licence_number: row[1].to_owned(),
            licence_expires_on: Some(today + TimeDelta::days(number(row[2]))),
            contact: row[3].to_owned(),
            active: true,
        };
        suppliers.push(suppliers::set(store, owner, &input)?);
    }
    let all = catalogue::all(store, owner)?;
    let usual = |offer: &crate::ids::ProcedureId| {
        let procedure = all.procedures.iter().find(|procedure| procedure.id == *offer);
        procedure.map(|procedure| procedure.usual_products.clone()).unwrap_or_default()
    };
    let retail = till::retail();
    let priced =
        |product: &Product| retail.iter().find(|(name, _)| *name == product.name).map(|(_, price)| *price);
    let sold = all.products.iter().filter(|product| priced(product).is_some()).map(|product| product.id);
    let mut products: Vec<Product> = Vec::new();
    for id in cast.procedures.iter().flat_map(usual).map(|used| used.product_id).chain(sold) {
        let Some(product) = all.products.iter().find(|product| product.id == id) else {
            continue;
        };
        if products.iter().any(|known| known.id == product.id) {
            continue;
        }
        let place = products.len();
        let registration_number = match product.kind {
            ProductKind::Drug => format!("国药准字H2099{place:04}"),
            ProductKind::Device => format!("国械注准2099{place:04}"),
            ProductKind::Cosmetic => format!("国妆备字2099{place:04}"),
        };
        let codes = vec![crate::scan::with_check_digit(&format!("0690999{place:06}"))];
        let retail_price = priced(product);
        let input = ProductInput { registration_number, codes, retail_price, ..product.clone().into() };
        catalogue::set_product(store, owner, &input)?;
        products.push(product.clone());
    }
    let placed = |offer: &crate::ids::ProcedureId| {
        let place = |id| products.iter().position(|product| product.id == id);
        usual(offer).iter().filter_map(|used| Some((place(used.product_id)?, used.quantity))).collect()
    };
    let usual = cast.procedures.iter().map(placed).collect();
    Ok(Shelves { suppliers, products, usual })
}

impl Planner<'_> {
    /// Goods come in on the mornings of some days.
    pub(super) fn deliveries(&mut self) {
        for (index, (days_ago, _)) in DELIVERIES.iter().enumerate() {
            let day = (self.days - days_ago).max(0);
            self.happens(self.at(day, 10 * 60 + 20), super::agenda::Act::Deliver(index));
        }
    }
}

impl Run<'_> {
    /// A delivery of everything, and after the second one a look at what is not right with the first.
    pub(super) fn deliver(&self, index: usize) -> Result<()> {
        let (store, nurse) = (self.store, self.by(self.cast.nurse));
        let (days_ago, lasts) = DELIVERIES[index];
        let received_on = store.today();
        let present = received_on + TimeDelta::days(days_ago);
        let shelves = &self.cast.shelves;
        let line = |(place, product): (usize, &Product)| DeliveryLine {
            product: product.id,
            lot: format!("{}{:02}{:02}", ["A", "B", "C"][index], place + 11, index + 1),
            expires_on: present + TimeDelta::days(lasts + place as i64 % 3),
            produced_on: Some(received_on - TimeDelta::days(200)),
            packs: if product.toxin { TOXIN_PACKS } else { OTHER_PACKS },
            unit_codes: Vec::new(),
            price: Some(Fen(if product.toxin { 4_800_000 } else { 360_000 + 1_000 * place as i64 })),
        };
        let delivery = Receive {
            supplier: shelves.suppliers[index % shelves.suppliers.len()],
            note_number: format!("SO{}", received_on.format("%y%m%d")),
            received_on,
            inspected_by: self.cast.staff[self.cast.nurse],
            inspection: "包装完好，标签齐全，冷链合格。".to_owned(),
            lines: shelves.products.iter().enumerate().map(line).collect(),
        };
        receive(store, nurse, self.witnessed(&delivery)?, &[])?;
        if index == 1 {
            self.hold_back()?;
        }
        Ok(())
    }

    /// One batch of the first delivery is recalled, another is looked into.
    fn hold_back(&self) -> Result<()> {
        let all = batches::list(self.store, self.by(self.cast.nurse), ListBatches { used_up: false })?;
        let toxin = |batch: &&Batch| {
            self.cast.shelves.products.iter().any(|product| product.id == batch.product && product.toxin)
        };
        let mut first = all.iter().filter(|batch| batch.lot.starts_with('A') && !toxin(batch));
        for (recalled, reason) in [(true, "厂家召回通知（演示）"), (false, "外包装渗漏，待核查")]
        {
            let batch = first.next().ok_or(ErrorCode::NotFound)?.id;
            hold(
                self.store,
                self.by(self.cast.nurse),
                &HoldBatch { batch, recalled, reason: reason.to_owned() },
            )?;
        }
        Ok(())
    }

    /// A treatment begins: what it takes is chosen, toxin goes through the vial book, and the record is written.
    pub(super) fn treat(&mut self, coming: usize, now: i64) -> Result<()> {
        if now < self.plan.present - BOOK_DAYS * DAY {
            return Ok(());
        }
        let planned = &self.plan.comings[coming];
        let usual = &self.cast.shelves.usual[planned.offer];
        let batches = batches::list(self.store, self.by(self.cast.nurse), ListBatches { used_up: false })?;
        let mut taken = Vec::new();
        let mut left_out = false;
        for (place, quantity) in usual {
            let product = &self.cast.shelves.products[*place];
            let Some(batch) = first_to_expire(&batches, product) else { continue };
            let vial = if product.toxin {
                let (vial, left) = self.through_the_book(coming, now, *place, batch, *quantity)?;
                left_out |= left;
                Some(vial)
            } else {
                None
            };
            taken.push(Taken { product: product.id, batch, vial, quantity: *quantity });
        }
        // Of the day on which a vial was forgotten the record was forgotten as well.
        self.record(coming, self.arrived(coming)?, taken, now, !left_out)
    }

    /// A vial is opened, given from and, unless it is in use or forgotten, given back. Says whether it was forgotten.
    fn through_the_book(
        &mut self,
        coming: usize,
        now: i64,
        place: usize,
        batch: BatchId,
        dose: Quantity,
    ) -> Result<(VialId, bool)> {
        let planned = &self.plan.comings[coming];
        let (store, nurse) = (self.store, self.by(self.cast.nurse));
        let opening = OpenVial { batch, unit_code: None, shared: false };
        let vial = vials::open(store, nurse, self.witnessed(&opening)?)?;
        let giving = GiveDose {
            vial,
            client: self.client(planned.client)?,
            doctor: self.cast.staff[planned.doctor],
            quantity: dose,
        };
        vials::give(store, nurse, self.witnessed(&giving)?)?;
        // Who is treated right now has the vial still beside the chair.
        if self.plan.present - now < 30 * MINUTE {
            return Ok((vial, false));
        }
        if !self.vial_left_out && self.plan.present - now < FORGOTTEN_DAYS * DAY {
            self.vial_left_out = true;
            return Ok((vial, true));
        }
        let left = Quantity(self.cast.shelves.products[place].pack_quantity.0 - dose.0);
        if left.0 > 0 {
            let rest = WasteVial { vial, quantity: left, reason: "余量弃去，灭活处理".to_owned() };
            vials::waste(store, nurse, self.witnessed(&rest)?)?;
        }
        vials::give_back(store, nurse, self.witnessed(&OfVial { vial })?)?;
        Ok((vial, false))
    }

    /// Somebody acts, the owner looks on.
    pub(super) fn witnessed<'t, T>(&'t self, input: &'t T) -> Result<Witnessed<'t, T>> {
        let witness: &Session = match self.by(0) {
            Actor::Staff(session) => session,
            Actor::System(_) => return Err(ErrorCode::StorageFailed.into()),
        };
        Ok(Witnessed { input, witness: Some(witness) })
    }
}

/// The batch of a product that is used first, of those in the order in which they expire.
fn first_to_expire(batches: &[Batch], product: &Product) -> Option<BatchId> {
    let usable = |batch: &&Batch| {
        batch.product == product.id
            && batch.status == BatchStatus::Released
            && batch.days_left >= 0
            && batch.on_hand >= product.pack_quantity
    };
    batches.iter().find(usable).map(|batch| batch.id)
}
