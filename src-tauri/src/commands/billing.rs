//! Checkout: what is for sale and how it is paid, sales, and what clients have here.

use jingtai_clinic::billing::accounts::{self, AccountOf};
use jingtai_clinic::billing::begin::{self, BeginSale};
use jingtai_clinic::billing::entitlements::changes::{self, ChangeSessions, ReverseChange};
use jingtai_clinic::billing::entitlements::history::{self, OfEntitlement};
use jingtai_clinic::billing::entitlements::{self, EntitlementsOf};
use jingtai_clinic::billing::hold::{self, HoldSale, OfHeld};
use jingtai_clinic::billing::invoices::{self, NoteInvoice};
use jingtai_clinic::billing::list::{self, SalesOf, SalesOfDay};
use jingtai_clinic::billing::methods::{self, PaymentMethod};
use jingtai_clinic::billing::offers::{self, CourseCardInput, TopUpOfferInput};
use jingtai_clinic::billing::open::{self, OfSale};
use jingtai_clinic::billing::openings::list::{self as openings, OfOpening, OpeningsOf};
use jingtai_clinic::billing::openings::template::{self, OpeningTemplate};
use jingtai_clinic::billing::openings::{EnterOpening, PreviewOpening, ReverseOpening, enter, reverse};
use jingtai_clinic::billing::quote::{self, QuoteSale};
use jingtai_clinic::billing::refunds::{self, PayRefund, ReverseRefund, quote::QuoteRefund};
use jingtai_clinic::billing::settle::{self, SettleSale};
use jingtai_clinic::billing::{PaySale, pay};
use jingtai_clinic::overdrafts::settle::{self as overdrafts, SettleOverdraft};
use jingtai_clinic::{Actor, Error, Session, Store, staff};

use super::stock::{Witnessing, witnessed};
use super::{Command, Nothing, Upload, on_desk, verb, verb_with_bytes};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("billing.offers", |store, actor, _: Nothing| offers::all(store, actor)),
        verb("billing.set_methods", |store, actor, input: Vec<PaymentMethod>| {
            methods::set(store, actor, &input)
        }),
        verb("billing.set_card", |store, actor, input: CourseCardInput| {
            offers::set_card(store, actor, &input)
        }),
        verb("billing.set_top_up", |store, actor, input: TopUpOfferInput| {
            offers::set_top_up(store, actor, &input)
        }),
        verb("sales.begin", |store, actor, input: BeginSale| begin::begin(store, actor, input)),
        verb("sales.quote", |store, actor, input: QuoteSale| quote::quote(store, actor, &input)),
        witnessed::<PaySale, _>("sales.pay", pay::pay),
        verb("sales.settle", |store, actor, input: SettleSale| settle::settle(store, actor, &input)),
        verb("refunds.quote", |store, actor, input: QuoteRefund| refunds::quote::quote(store, actor, &input)),
        witnessed::<PayRefund, _>("refunds.pay", refunds::pay::pay),
        witnessed::<ReverseRefund, _>("refunds.reverse", refunds::reverse::reverse),
        verb("sales.held", |store, actor, _: Nothing| hold::list(store, actor)),
        verb("sales.hold", |store, actor, input: HoldSale| hold::hold(store, actor, &input)),
        verb("sales.drop_held", |store, actor, input: OfHeld| hold::drop(store, actor, input)),
        verb("sales.note_invoice", |store, actor, input: NoteInvoice| invoices::note(store, actor, &input)),
        verb("sales.open", |store, actor, input: OfSale| open::open(store, actor, input)),
        verb("sales.of_day", |store, actor, input: SalesOfDay| list::of_day(store, actor, input)),
        verb("sales.of_client", |store, actor, input: SalesOf| list::of_client(store, actor, input)),
        verb("accounts.of_client", |store, actor, input: AccountOf| accounts::of_client(store, actor, input)),
        verb("entitlements.of_client", |store, actor, input: EntitlementsOf| {
            entitlements::of_client(store, actor, input)
        }),
        verb("entitlements.history", |store, actor, input: OfEntitlement| {
            history::history(store, actor, input)
        }),
        witnessed::<ChangeSessions, _>("entitlements.change", changes::change),
        witnessed::<ReverseChange, _>("entitlements.reverse", changes::reverse),
        verb("openings.all", |store, actor, _: Nothing| openings::all(store, actor)),
        verb("openings.open", |store, actor, input: OfOpening| openings::open(store, actor, input)),
        verb("openings.of_client", |store, actor, input: OpeningsOf| {
            openings::of_client(store, actor, input)
        }),
        on_desk("openings.template", |desk, input: OpeningTemplate| {
            let store = desk.store()?;
            let path = desk.free_export_path(&store, "openings", "xlsx")?;
            template::write(&store, &desk.actor()?, input, &path)
        }),
        verb("openings.reverse", |store, actor, asked: Witnessing<ReverseOpening>| {
            let said = said(store, actor, asked.witness.as_ref())?;
            reverse::reverse(store, actor, &asked.input, said.as_ref())
        }),
        verb("overdrafts.settle", |store, actor, input: SettleOverdraft| {
            overdrafts::settle(store, actor, &input)
        }),
    ]
}

/// Who says it with a PIN, be it who is signed in.
fn said(store: &Store, actor: &Actor, person: Option<&staff::SignIn>) -> Result<Option<Session>, Error> {
    person.map(|person| staff::signer(store, actor, person)).transpose()
}

pub(super) fn uploads() -> Vec<Upload> {
    // The bytes are the spreadsheet; none where it is entered by hand.
    vec![
        verb_with_bytes("openings.preview", |_, store, actor, input: PreviewOpening, bytes| {
            enter::preview(store, actor, &input, bytes)
        }),
        verb_with_bytes("openings.enter", |_, store, actor, asked: Witnessing<EnterOpening>, bytes| {
            let said = said(store, actor, asked.witness.as_ref())?;
            enter::enter(store, actor, &asked.input, said.as_ref(), bytes)
        }),
    ]
}
