//! Codes scanned off packs, stock, and the vial book.

use std::sync::Arc;

use jingtai_clinic::stock::batches::{self, ListBatches, OfBatch};
use jingtai_clinic::stock::book::{self, ReadBook};
use jingtai_clinic::stock::count::{self, Count};
use jingtai_clinic::stock::deliveries::{self, ListDeliveries, OfDelivery};
use jingtai_clinic::stock::receive::{self, Receive};
use jingtai_clinic::stock::reverse::{self, Reverse};
use jingtai_clinic::stock::scanned::{self, ReadScan};
use jingtai_clinic::stock::status::{self, HoldBatch, ReleaseBatch};
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::stock::take_out::{self, TakeOut};
use jingtai_clinic::stock::vials::{self, GiveDose, OfVial, OpenVial, WasteVial};
use jingtai_clinic::stock::{Witnessed, alerts};
use jingtai_clinic::{Actor, Error, Store, staff};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use crate::desk::Desk;

use super::{Command, Download, Nothing, Upload, verb, verb_for_bytes, verb_with_bytes};

/// What is done, and the second person where the law wants two.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Witnessing<T> {
    /// What is done.
    pub input: T,
    /// The second person, with the PIN.
    pub witness: Option<staff::SignIn>,
}

/// A verb that a second person may have to witness.
pub(super) fn witnessed<I, O>(
    name: &'static str,
    run: impl Fn(&Store, &Actor, Witnessed<'_, I>) -> Result<O, Error> + Send + Sync + 'static,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: serde::Serialize + TS + 'static,
    Witnessing<I>: TS,
{
    verb(name, move |store, actor, asked: Witnessing<I>| {
        let witness = asked.witness.map(|person| staff::witness(store, actor, &person)).transpose()?;
        run(store, actor, Witnessed { input: &asked.input, witness: witness.as_ref() })
    })
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("scan.read", |store, actor, input: ReadScan| scanned::read(store, actor, &input)),
        verb("stock.batches", |store, actor, input: ListBatches| batches::list(store, actor, input)),
        verb("stock.batch", |store, actor, input: OfBatch| batches::open(store, actor, input)),
        verb("stock.alerts", |store, actor, _: Nothing| alerts::alerts(store, actor)),
        verb("stock.suppliers", |store, actor, _: Nothing| suppliers::all(store, actor)),
        verb("stock.set_supplier", |store, actor, input: SupplierInput| suppliers::set(store, actor, &input)),
        verb("stock.deliveries", |store, actor, input: ListDeliveries| deliveries::list(store, actor, input)),
        verb("stock.hold", |store, actor, input: HoldBatch| status::hold(store, actor, &input)),
        verb("stock.release", |store, actor, input: ReleaseBatch| status::release(store, actor, &input)),
        witnessed::<TakeOut, _>("stock.take_out", take_out::take_out),
        witnessed::<Reverse, _>("stock.reverse", reverse::reverse),
        witnessed::<Count, _>("stock.count", count::count),
        verb("vials.book", |store, actor, input: ReadBook| book::read(store, actor, input)),
        witnessed::<OpenVial, _>("vials.open", vials::open),
        witnessed::<GiveDose, _>("vials.give", vials::give),
        witnessed::<WasteVial, _>("vials.waste", vials::waste),
        witnessed::<OfVial, _>("vials.give_back", vials::give_back),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    // The bytes are the picture of the delivery note; none where there is none.
    let receive = |_: &Arc<Desk>, store: &Store, actor: &Actor, asked: Witnessing<Receive>, note: &[u8]| {
        let witness = asked.witness.map(|person| staff::witness(store, actor, &person)).transpose()?;
        let delivery = Witnessed { input: &asked.input, witness: witness.as_ref() };
        receive::receive(store, actor, delivery, note)
    };
    vec![
        verb_with_bytes("stock.receive", receive),
        verb_with_bytes("scan.picture", |_, store, actor, _: Nothing, bytes| {
            scanned::read_picture(store, actor, bytes)
        }),
    ]
}

pub(super) fn downloads() -> Vec<Download> {
    vec![verb_for_bytes("stock.delivery_note", |desk, input: OfDelivery| {
        deliveries::note(&*desk.store()?, &desk.actor()?, input)
    })]
}
