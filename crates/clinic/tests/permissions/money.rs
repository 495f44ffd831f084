//! The verbs of the till.

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::entitlements::changes;
use jingtai_clinic::billing::{
    self, InvoiceWish, PaySale, PaymentInput, SaleInput, SaleItem, SaleLineInput, accounts, begin,
    entitlements, hold, invoices, list, methods, offers, openings, pay, quote, refunds, settle,
};
use jingtai_clinic::ids::*;
use jingtai_clinic::membership::points::rewards::{self, RewardInput, RewardKind};
use jingtai_clinic::membership::points::rules::{PointsRules, SetPoints};
use jingtai_clinic::membership::points::{self, adjust};
use jingtai_clinic::membership::tiers::{self, grants, members, presets, preview, schemes, standing};
use jingtai_clinic::overdrafts;
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::{Actor, Result, Store, Verb};
use uuid::Uuid;

fn sale(client: ClientId) -> SaleInput {
    SaleInput {
        client,
        visit: None,
        lines: vec![SaleLineInput {
            item: SaleItem::Deposit { amount: Fen(100) },
            quantity: 1,
            discount: None,
            note: String::new(),
        }],
        discount: None,
        discount_reason: String::new(),
        no_plan_reason: String::new(),
        note: String::new(),
    }
}

fn refund(id: Uuid) -> refunds::RefundInput {
    refunds::RefundInput {
        sale: SaleId(id),
        basis: refunds::RefundBasis::Mistake,
        parts: vec![],
        ways: None,
        interest: None,
        reason: String::new(),
    }
}

fn paid() -> Vec<PaymentInput> {
    let cash =
        PaymentInput { method: "cash".into(), amount: Fen(100), tendered: None, reference: String::new() };
    vec![cash]
}

fn rules() -> tiers::TierRules {
    let mut rules = presets::rules(presets::TierPresetKind::Lifetime);
    rules.tiers.clear();
    rules
}

/// As the other `run`: everything about money.
pub(super) fn run(
    store: &Store,
    actor: &Actor,
    verb: Verb,
    client: ClientId,
    id: Uuid,
) -> Option<Result<()>> {
    let done = match verb {
        Verb::BillingRead => offers::all(store, actor).map(drop),
        Verb::BillingSetMethod => methods::set(store, actor, &[]),
        Verb::BillingSetCard => {
            let input = offers::CourseCardInput {
                id: None,
                name: String::new(),
                price: Fen(1),
                valid_days: None,
                items: vec![],
                active: true,
            };
            offers::set_card(store, actor, &input).map(drop)
        }
        Verb::BillingSetTopUp => {
            let input = offers::TopUpOfferInput { id: None, principal: Fen(0), gift: Fen(0), active: true };
            offers::set_top_up(store, actor, &input).map(drop)
        }
        Verb::SaleBegin => begin::begin(store, actor, begin::BeginSale { client }).map(drop),
        Verb::SaleQuote => quote::quote(store, actor, &quote::QuoteSale { sale: sale(client) }).map(drop),
        Verb::SalePay => {
            let input = PaySale {
                id: SaleId(id),
                sale: sale(client),
                total: Fen(100),
                payments: paid(),
                arrears: None,
                invoice: Some(InvoiceWish { title: "x".into(), tax_number: String::new() }),
                held: None,
            };
            pay::pay(store, actor, Witnessed { input: &input, witness: None }).map(drop)
        }
        Verb::SaleSettle => {
            let input = settle::SettleSale { id, sale: SaleId(id), payments: paid() };
            settle::settle(store, actor, &input).map(drop)
        }
        Verb::RefundQuote => {
            refunds::quote::quote(store, actor, &refunds::quote::QuoteRefund { refund: refund(id) }).map(drop)
        }
        Verb::RefundPay => {
            let input = refunds::PayRefund { id: RefundId(id), refund: refund(id), total: Fen(0) };
            refunds::pay::pay(store, actor, Witnessed { input: &input, witness: None }).map(drop)
        }
        Verb::RefundReverse => {
            let input =
                refunds::ReverseRefund { id: RefundId(id), refund: RefundId(id), reason: String::new() };
            refunds::reverse::reverse(store, actor, Witnessed { input: &input, witness: None }).map(drop)
        }
        Verb::SaleHold => {
            hold::hold(store, actor, &hold::HoldSale { id: None, sale: sale(client) }).map(drop)
        }
        Verb::SaleDropHeld => hold::drop(store, actor, hold::OfHeld { id: HeldSaleId(id) }),
        Verb::SaleNoteInvoice => {
            let input = invoices::NoteInvoice {
                sale: SaleId(id),
                kind: invoices::InvoiceState::Asked,
                title: "x".into(),
                tax_number: String::new(),
                number: String::new(),
                amount: Fen(100),
            };
            invoices::note(store, actor, &input).map(drop)
        }
        Verb::SaleRead => {
            let of = billing::open::OfSale { id: SaleId(id) };
            billing::open::open(store, actor, of)
                .map(drop)
                .and(list::of_day(store, actor, list::SalesOfDay { day: None }).map(drop))
        }
        Verb::AccountRead => {
            accounts::of_client(store, actor, accounts::AccountOf { client, entries: 100 }).map(drop)
        }
        Verb::EntitlementRead => {
            let of = entitlements::EntitlementsOf { client, all: true };
            entitlements::of_client(store, actor, of).map(drop)
        }
        verb => return ledgers(store, actor, verb, client, id),
    };
    Some(done)
}

/// What is kept beside the sales.
fn ledgers(store: &Store, actor: &Actor, verb: Verb, client: ClientId, id: Uuid) -> Option<Result<()>> {
    let done = match verb {
        Verb::EntitlementChange => {
            let input = changes::ChangeSessions {
                id: EntitlementChangeId(id),
                entitlement: EntitlementId(id),
                sessions: 1,
                becoming: changes::SessionsBecome::Void,
                reason: "x".into(),
            };
            changes::change(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::EntitlementReverse => {
            let [id, change] = [id; 2].map(EntitlementChangeId);
            let input = changes::ReverseChange { id, change, reason: "x".into() };
            changes::reverse(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::PointsRules => points::rules::settings(store, actor).map(drop),
        Verb::PointsSetRules => {
            let input = SetPoints { id: PointsSchemeId(Uuid::nil()), rules: PointsRules::default() };
            points::rules::set(store, actor, &input)
        }
        Verb::PointsSetReward => {
            let (id, kind) = (RewardId(Uuid::nil()), RewardKind::Product);
            let input = RewardInput { id, kind, item: Uuid::nil(), points: 0, active: true };
            rewards::set(store, actor, &input)
        }
        Verb::PointsRead => points::of_client(store, actor, points::PointsOf { client }).map(drop),
        Verb::PointsAdjust => {
            let input = adjust::AdjustPoints {
                id: PointsEntryId(id),
                client,
                points: 0,
                expires_on: None,
                reason: "x".into(),
            };
            adjust::adjust(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::PointsReverse => {
            let [id, entry] = [id; 2].map(PointsEntryId);
            let input = adjust::ReversePoints { id, entry, reason: "x".into() };
            adjust::reverse(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::TierSchemes => schemes::schemes(store, actor).map(drop),
        Verb::TierPreview => {
            let input = preview::PreviewTiers { rules: rules(), takes_effect_on: store.today() };
            preview::preview(store, actor, &input).map(drop)
        }
        Verb::TierSet => {
            let id = TierSchemeId(id);
            let input = schemes::SetTiers { id, rules: rules(), takes_effect_on: store.today() };
            schemes::set(store, actor, &input)
        }
        Verb::TierRead => standing::of_client(store, actor, tiers::TierOf { client }).map(drop),
        Verb::TierMembers => {
            let input = members::ListMembers { group: members::TierGroup::Falling };
            members::members(store, actor, &input).map(drop)
        }
        Verb::TierGrant => {
            let (id, until) = (TierGrantId(id), store.today());
            let input = grants::GrantTier { id, client, tier: "gold".into(), until, reason: "x".into() };
            grants::grant(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::TierEndGrant => {
            let (id, grant) = (TierGrantEndId(id), TierGrantId(id));
            let input = grants::EndTierGrant { id, grant, reason: "x".into() };
            grants::end(store, actor, Witnessed { input: &input, witness: None })
        }
        Verb::OpeningRead => openings::list::all(store, actor).map(drop),
        Verb::OpeningPreview => {
            let source = openings::OpeningSource::File { file_name: String::new() };
            let input = openings::PreviewOpening { source, again: false };
            openings::enter::preview(store, actor, &input, &[]).map(drop)
        }
        Verb::OpeningEnter => {
            let source = openings::OpeningSource::File { file_name: String::new() };
            let totals = openings::OpeningTotals::default();
            let input = openings::EnterOpening { id: OpeningId(id), source, again: false, totals };
            openings::enter::enter(store, actor, &input, None, &[]).map(drop)
        }
        Verb::OpeningReverse => {
            let input =
                openings::ReverseOpening { opening: OpeningId(id), client: None, reason: String::new() };
            openings::reverse::reverse(store, actor, &input, None)
        }
        Verb::OverdraftSettle => {
            let of = overdrafts::settle::Settled::Points { client };
            let input = overdrafts::settle::SettleOverdraft {
                id: SettlementId(id),
                of,
                amount: 1,
                reason: String::new(),
            };
            overdrafts::settle::settle(store, actor, &input)
        }
        verb => panic!("nothing runs {verb:?}"),
    };
    Some(done)
}
