//! Checkout: what is for sale and how it is paid, sales, and what clients have here.

use jingtai_clinic::billing::accounts::{self, AccountOf};
use jingtai_clinic::billing::begin::{self, BeginSale};
use jingtai_clinic::billing::entitlements::{self, EntitlementsOf};
use jingtai_clinic::billing::hold::{self, HoldSale, OfHeld};
use jingtai_clinic::billing::invoices::{self, NoteInvoice};
use jingtai_clinic::billing::list::{self, SalesOf, SalesOfDay};
use jingtai_clinic::billing::methods::{self, PaymentMethod};
use jingtai_clinic::billing::offers::{self, CourseCardInput, TopUpOfferInput};
use jingtai_clinic::billing::open::{self, OfSale};
use jingtai_clinic::billing::quote::{self, QuoteSale};
use jingtai_clinic::billing::refunds::{self, PayRefund, ReverseRefund, quote::QuoteRefund};
use jingtai_clinic::billing::settle::{self, SettleSale};
use jingtai_clinic::billing::{PaySale, pay};

use super::stock::witnessed;
use super::{Command, Nothing, verb};

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
    ]
}
