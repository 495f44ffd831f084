//! A clinic that sells: procedures with and without a price, a cream, a card, an offer, and people at the till.

use std::cell::Cell;

use jingtai_clinic::amounts::Fen;
use jingtai_clinic::billing::accounts::{Account, AccountOf};
use jingtai_clinic::billing::begin::{BeginSale, SaleBegun};
use jingtai_clinic::billing::entitlements::{Entitlement, EntitlementsOf};
use jingtai_clinic::billing::offers::{CardItem, CourseCardInput, TopUpOfferInput};
use jingtai_clinic::billing::open::{OfSale, Sale};
use jingtai_clinic::billing::quote::{Quote, QuoteSale};
use jingtai_clinic::billing::{
    Paid, PaySale, PaymentInput, SaleInput, SaleItem, SaleLineInput, accounts, begin, entitlements, offers,
    open, pay, quote,
};
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductInput, ProductKind, Specialty};
use jingtai_clinic::ids::{ClientId, CourseCardId, PlanLineId, ProcedureId, ProductId, SaleId, TopUpOfferId};
use jingtai_clinic::plans::open::{PlansOf, of_client};
use jingtai_clinic::plans::{DecidePlan, DraftPlan, PlanLineInput, decide, draft};
use jingtai_clinic::stock::receive::receive;
use jingtai_clinic::stock::suppliers::SupplierInput;
use jingtai_clinic::stock::{Witnessed, suppliers};
use jingtai_clinic::{Actor, Error, ErrorCode, Role, Session, Store, World};
use uuid::Uuid;

use crate::common::goods::{delivery, packs, product, supplier};
use crate::common::house::{House, house};

/// One session by the list.
pub(crate) const LASER: Fen = Fen(100_000);
/// One pack of cream.
pub(crate) const CREAM: Fen = Fen(12_345);
/// Five lasers and one on top.
pub(crate) const CARD: Fen = Fen(400_001);

pub(crate) struct Till {
    pub(crate) house: House,
    pub(crate) reception: Actor,
    pub(crate) cashier: Actor,
    pub(crate) laser: ProcedureId,
    pub(crate) cream: ProductId,
    pub(crate) card: CourseCardId,
    pub(crate) offer: TopUpOfferId,
    /// Another client.
    pub(crate) other: ClientId,
    drawn: Cell<u128>,
}

pub(crate) fn till(seed: u64) -> Till {
    let house = house(seed);
    let (store, owner) = (&house.clinic.store, &house.clinic.owner);
    let laser = ProcedureInput {
        id: None,
        name: "光子".into(),
        standard_name: "强脉冲光治疗".into(),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: Some(LASER),
        minutes: 30,
        numbing_minutes: 0,
        return_interval_days: None,
        consent_template: String::new(),
        aftercare: String::new(),
        usual_products: vec![],
        active: true,
    };
    let laser = catalogue::set_procedure(store, owner, &laser).expect("a procedure");
    let cream = ProductInput { retail_price: Some(CREAM), ..product("修复霜", ProductKind::Cosmetic, "") };
    let cream = catalogue::set_product(store, owner, &cream).expect("a cream");
    let from = SupplierInput { name: "日化".into(), ..supplier() };
    let from = suppliers::set(store, owner, &from).expect("a supplier");
    let lines = vec![packs(2, cream, "K1", "2026-09-01"), packs(5, cream, "K2", "2027-09-01")];
    let delivery = delivery(store.today(), from, owner.staff_id().expect("a person"), lines);
    receive(store, owner, Witnessed { input: &delivery, witness: None }, &[]).expect("receives");
    let card = CourseCardInput {
        id: None,
        name: "光子五次卡".into(),
        price: CARD,
        valid_days: Some(365),
        items: vec![CardItem { procedure: laser, sessions: 5, gift_sessions: 1 }],
        active: true,
    };
    let card = offers::set_card(store, owner, &card).expect("a card");
    let offer = TopUpOfferInput { id: None, principal: Fen(500_000), gift: Fen(50_000), active: true };
    let offer = offers::set_top_up(store, owner, &offer).expect("an offer");
    let other = house.clinic.client("钱七", "13600136000");
    let (reception, cashier) = (house.clinic.person(Role::Reception), house.clinic.person(Role::Cashier));
    Till { house, reception, cashier, laser, cream, card, offer, other, drawn: Cell::new(1_000) }
}

pub(crate) fn line(item: SaleItem, quantity: u32) -> SaleLineInput {
    SaleLineInput { item, quantity, discount: None, note: String::new() }
}

pub(crate) fn paid(method: &str, amount: i64) -> PaymentInput {
    PaymentInput { method: method.into(), amount: Fen(amount), tendered: None, reference: String::new() }
}

impl Till {
    pub(crate) fn store(&self) -> &Store {
        &self.house.clinic.store
    }

    pub(crate) fn client(&self) -> ClientId {
        self.house.client
    }

    pub(crate) fn lasers(&self, sessions: u32) -> SaleLineInput {
        line(SaleItem::Procedure { procedure: self.laser, plan_line: None, price: None }, sessions)
    }

    pub(crate) fn creams(&self, packs: u32) -> SaleLineInput {
        line(SaleItem::Product { product: self.cream, batch: None }, packs)
    }

    pub(crate) fn cards(&self, cards: u32) -> SaleLineInput {
        line(SaleItem::Card { card: self.card }, cards)
    }

    /// A checkout for which no reason is missing.
    pub(crate) fn sale(&self, lines: Vec<SaleLineInput>) -> SaleInput {
        SaleInput {
            client: self.client(),
            visit: None,
            lines,
            discount: None,
            discount_reason: "老顾客".into(),
            no_plan_reason: "急诊".into(),
            note: String::new(),
        }
    }

    pub(crate) fn quote(&self, sale: &SaleInput) -> Result<Quote, Error> {
        quote::quote(self.store(), &self.reception, &QuoteSale { sale: sale.clone() })
    }

    /// The checkout at today's total.
    pub(crate) fn paying(&self, sale: SaleInput, payments: Vec<PaymentInput>) -> PaySale {
        self.drawn.set(self.drawn.get() + 1);
        let total = self.quote(&sale).expect("a price").total;
        PaySale {
            id: SaleId(Uuid::from_u128(self.drawn.get())),
            sale,
            total,
            payments,
            arrears: None,
            invoice: None,
            held: None,
        }
    }

    pub(crate) fn pay(&self, input: &PaySale) -> Result<Paid, Error> {
        self.pay_by(&self.reception, input, None)
    }

    pub(crate) fn pay_by(
        &self,
        actor: &Actor,
        input: &PaySale,
        approver: Option<&Session>,
    ) -> Result<Paid, Error> {
        pay::pay(self.store(), actor, Witnessed { input, witness: approver })
    }

    /// Sells, all of it paid by WeChat.
    pub(crate) fn sell(&self, lines: Vec<SaleLineInput>) -> Sale {
        let mut paying = self.paying(self.sale(lines), Vec::new());
        if paying.total.0 > 0 {
            paying.payments = vec![paid("wechat", paying.total.0)];
        }
        let sold = self.pay(&paying).expect("sells");
        self.open(sold.id)
    }

    pub(crate) fn open(&self, id: SaleId) -> Sale {
        open::open(self.store(), &self.reception, OfSale { id }).expect("the sale")
    }

    pub(crate) fn begin(&self) -> SaleBegun {
        begin::begin(self.store(), &self.reception, BeginSale { client: self.client() }).expect("begins")
    }

    pub(crate) fn account(&self) -> Account {
        accounts::of_client(self.store(), &self.reception, AccountOf { client: self.client(), entries: 100 })
            .expect("an account")
    }

    pub(crate) fn entitlements(&self) -> Vec<Entitlement> {
        let of = EntitlementsOf { client: self.client(), all: true };
        entitlements::of_client(self.store(), &self.reception, of).expect("entitlements")
    }

    pub(crate) fn pass_days(&self, days: i64) {
        let world = &self.house.clinic.world;
        world.set(world.now() + days * 86_400_000);
    }

    pub(crate) fn owner_session(&self) -> &Session {
        match &self.house.clinic.owner {
            Actor::Staff(session) => session,
            Actor::System(_) => panic!("a person"),
        }
    }

    /// Lasers in a plan that the doctor approved, at this price for all of them.
    pub(crate) fn plan(&self, sessions: u32, price: i64) -> PlanLineId {
        let lines = vec![PlanLineInput {
            alternative: 0,
            procedure: self.laser,
            sessions,
            price: Some(Fen(price)),
            note: String::new(),
        }];
        let input = DraftPlan { id: None, client: self.client(), visit: None, note: "提亮".into(), lines };
        draft::draft(self.store(), &self.house.clinic.owner, &input).expect("a plan");
        let plans = of_client(self.store(), &self.house.clinic.owner, PlansOf { client: self.client() });
        let plan = plans.expect("plans").remove(0);
        let input = DecidePlan { version: plan.versions[0].id, approve: true, reason: String::new() };
        let doctor = Actor::Staff(self.house.doctor.clone());
        decide::decide(self.store(), &doctor, &input).expect("approves");
        plan.versions[0].lines[0].id
    }

    pub(crate) fn of_plan(&self, plan_line: PlanLineId, sessions: u32) -> SaleLineInput {
        let item = SaleItem::Procedure { procedure: self.laser, plan_line: Some(plan_line), price: None };
        line(item, sessions)
    }
}

pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, Error>) -> ErrorCode {
    result.expect_err("refused").code
}

/// The field and one of the params of a refusal.
pub(crate) fn refusal<T: std::fmt::Debug>(
    result: Result<T, Error>,
    param: &str,
) -> (ErrorCode, Option<&'static str>, String) {
    let wrong = result.expect_err("refused");
    (wrong.code, wrong.field, wrong.params.get(param).cloned().unwrap_or_default())
}
