//! What a cashier waits for. The size is the number of sales that the clinic has already.

use crate::desk::clinic::{Clinic, bare_file, leave_trace};
use anyhow::{Context, Result, bail};
use jingtai_clinic::amounts::{Fen, Quantity};
use jingtai_clinic::billing::accounts::{AccountOf, of_client as account};
use jingtai_clinic::billing::entitlements::{EntitlementsOf, of_client as entitlements};
use jingtai_clinic::billing::offers::{CardItem, CourseCardInput, TopUpOfferInput, set_card, set_top_up};
use jingtai_clinic::billing::openings::enter::{enter, preview};
use jingtai_clinic::billing::openings::{EnterOpening, OpeningSource, PreviewOpening};
use jingtai_clinic::billing::quote::{QuoteSale, quote};
use jingtai_clinic::billing::{
    Discount, InvoiceWish, PaySale, PaymentInput, SaleInput, SaleItem, SaleLineInput, pay,
};
use jingtai_clinic::catalogue::{self, ProcedureInput, ProductInput, ProductKind, Specialty};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::ids::{
    ClientId, CourseCardId, OpeningId, PointsEntryId, ProcedureId, ProductId, SaleId, TierSchemeId,
    TopUpOfferId,
};
use jingtai_clinic::membership::points::adjust::{AdjustPoints, adjust};
use jingtai_clinic::membership::points::{PointsOf, of_client as points};
use jingtai_clinic::membership::tiers::TierOf;
use jingtai_clinic::membership::tiers::presets::{TierPresetKind, rules};
use jingtai_clinic::membership::tiers::schemes::{SetTiers, set as set_tiers};
use jingtai_clinic::membership::tiers::standing::of_client as tier;
use jingtai_clinic::stock::Witnessed;
use jingtai_clinic::stock::receive::{DeliveryLine, Receive, receive};
use jingtai_clinic::stock::suppliers::{self, SupplierInput};
use jingtai_clinic::{Actor, SystemWorld, World};
use jingtai_sync::{Change, ChangeRecord, Value};
use jingtai_tests::report::{Goal, Measure, at_rank, median};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use std::time::Instant;

/// Some years of a busy boutique clinic.
const SALES: u64 = 20_000;
const CLIENTS: u64 = 2_000;
/// How many are found at once.
const PAGE: u32 = 100;
/// How often each is timed.
const CHECKOUTS: usize = 300;
/// Of one client whose file is opened.
const ENTRIES: usize = 5_000;

pub(super) fn measure(size: Option<u64>) -> Result<Vec<Measure>> {
    let till = Till::with_sales(size.unwrap_or(SALES))?;
    Ok([till.checkout()?, till.opened()?, till.points()?, till.taken_over()?].concat())
}

struct Till {
    clinic: Clinic,
    clients: Vec<ClientId>,
    procedures: Vec<ProcedureId>,
    creams: Vec<ProductId>,
    card: CourseCardId,
    offer: TopUpOfferId,
}

impl Till {
    /// The house, and sales of two lines by everybody in turn.
    fn with_sales(count: u64) -> Result<Till> {
        let mut clinic = Clinic::empty_in(std::sync::Arc::new(SystemWorld))?;
        clinic.take_in(CLIENTS)?;
        let till = Till::furnish(clinic)?;
        for n in 0..count as usize {
            let lines = vec![till.procedure(n, 2), till.cream(n)];
            till.sell(till.clients[n % till.clients.len()], lines, None)?;
            if n % 5_000 == 4_999 {
                eprintln!("-- {} of {count} sales", n + 1);
            }
        }
        Ok(till)
    }

    fn furnish(clinic: Clinic) -> Result<Till> {
        let (store, owner) = (&clinic.store, &clinic.owner);
        let page = |skip| find(store, owner, &FindClients { query: String::new(), skip, limit: PAGE });
        let mut clients: Vec<ClientId> = Vec::new();
        for skip in (0..CLIENTS as u32).step_by(PAGE as usize) {
            clients.extend(page(Some(skip))?.into_iter().map(|hit| hit.id));
        }
        let procedures = (0..8)
            .map(|n| catalogue::set_procedure(store, owner, &procedure(n)))
            .collect::<Result<Vec<_>, _>>()?;
        let creams =
            (0..4).map(|n| catalogue::set_product(store, owner, &cream(n))).collect::<Result<Vec<_>, _>>()?;
        let supplier = SupplierInput {
            id: None,
            name: "国药".to_owned(),
            licence_number: "沪AA".to_owned(),
            licence_expires_on: None,
            contact: String::new(),
            active: true,
        };
        let supplier = suppliers::set(store, owner, &supplier)?;
        let today = store.today();
        let lines = creams.iter().map(|product| DeliveryLine {
            product: *product,
            lot: "L1".to_owned(),
            expires_on: today + chrono::TimeDelta::days(700),
            produced_on: None,
            packs: 10_000,
            unit_codes: Vec::new(),
            price: None,
        });
        let delivery = Receive {
            supplier,
            note_number: String::new(),
            received_on: today,
            inspected_by: owner.staff_id().context("a person")?,
            inspection: String::new(),
            lines: lines.collect(),
        };
        receive(store, owner, Witnessed { input: &delivery, witness: None }, &[])?;
        let item =
            |procedure: &ProcedureId| CardItem { procedure: *procedure, sessions: 5, gift_sessions: 1 };
        let card = CourseCardInput {
            id: None,
            name: "年卡".to_owned(),
            price: Fen(1_234_567),
            valid_days: Some(365),
            items: procedures.iter().take(4).map(item).collect(),
            active: true,
        };
        let card = set_card(store, owner, &card)?;
        let offer = TopUpOfferInput { id: None, principal: Fen(500_000), gift: Fen(50_000), active: true };
        let offer = set_top_up(store, owner, &offer)?;
        // Everybody has a tier after the first sale, and most lines a lower price by it.
        let mut tiers = rules(TierPresetKind::Boutique);
        tiers.tiers[1].procedures = procedures.iter().copied().take(4).collect();
        set_tiers(
            store,
            owner,
            &SetTiers { id: TierSchemeId(random_id()), rules: tiers, takes_effect_on: today },
        )?;
        Ok(Till { clinic, clients, procedures, creams, card, offer })
    }

    fn procedure(&self, n: usize, sessions: u32) -> SaleLineInput {
        let procedure = self.procedures[n % self.procedures.len()];
        line(SaleItem::Procedure { procedure, plan_line: None, price: None }, sessions)
    }

    fn cream(&self, n: usize) -> SaleLineInput {
        line(SaleItem::Product { product: self.creams[n % self.creams.len()], batch: None }, 1)
    }

    /// Sells; the rest is paid by WeChat. Says how long the sale itself took, in milliseconds.
    fn sell(&self, client: ClientId, lines: Vec<SaleLineInput>, discount: Option<Discount>) -> Result<f64> {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let sale = SaleInput {
            client,
            visit: None,
            lines,
            discount,
            discount_reason: "老顾客".to_owned(),
            no_plan_reason: "续做".to_owned(),
            note: String::new(),
        };
        let quoted = quote(store, owner, &QuoteSale { sale: sale.clone() })?;
        let mut left = quoted.total.0;
        let mut payments = Vec::new();
        for (method, amount) in [
            ("stored_value", quoted.stored_value.0.min(left)),
            ("cash", left.min(10_000)),
            ("wechat", i64::MAX),
        ] {
            let amount = amount.min(left);
            if amount > 0 {
                payments.push(PaymentInput {
                    method: method.to_owned(),
                    amount: Fen(amount),
                    tendered: None,
                    reference: String::new(),
                });
                left -= amount;
            }
        }
        let input = PaySale {
            id: SaleId(random_id()),
            sale,
            total: quoted.total,
            payments,
            arrears: None,
            invoice: discount
                .map(|_| InvoiceWish { title: "某某公司".to_owned(), tax_number: String::new() }),
            held: None,
        };
        let began = Instant::now();
        pay::pay(store, owner, Witnessed { input: &input, witness: None })?;
        Ok(began.elapsed().as_secs_f64() * 1000.0)
    }

    /// Ten lines with everything there is: procedures, packs, a card, money paid ahead, discounts on a line and on the
    /// whole, three payments, an invoice. The bare transaction writes the same rows and nothing else.
    fn checkout(&self) -> Result<Vec<Measure>> {
        let mut took = Vec::with_capacity(CHECKOUTS);
        for n in 0..CHECKOUTS {
            let mut lines: Vec<SaleLineInput> =
                (0..5).map(|at| self.procedure(n + at, 1 + at as u32)).collect();
            lines[0].discount = Some(Discount::Rate(950));
            lines.extend((0..3).map(|at| self.cream(n + at)));
            lines.push(line(SaleItem::Card { card: self.card }, 1));
            let top_up = SaleItem::StoredValue { principal: Fen(500_000), offer: Some(self.offer) };
            lines.push(line(top_up, 1));
            let client = self.clients[n % 100];
            took.push(self.sell(client, lines, Some(Discount::Off(Fen(12_345))))?);
        }
        let last = self.clinic.store.sequence() as i64 - 1;
        let record = self.clinic.store.records_after(last, 1)?.pop().context("the last record")?.record;
        let dir = tempfile::tempdir()?;
        let mut bare = bare_file(dir.path())?;
        let mut bare_took = Vec::with_capacity(CHECKOUTS);
        for n in 1..=CHECKOUTS as i64 {
            let began = Instant::now();
            write(&mut bare, n, &record)?;
            bare_took.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let worst = at_rank(&took, 0.99).context("checkouts")?;
        let (value, bare) = (median(took).context("checkouts")?, median(bare_took).context("checkouts")?);
        Ok(vec![
            Measure::new("checkout of ten lines: median", value, "ms")
                .beside("the same rows, bare SQLite", bare)
                .goal(Goal::RatioAtMost(3.0)),
            Measure::new("checkout of ten lines: 99th percentile", worst, "ms").goal(Goal::AtMost(20.0)),
        ])
    }

    /// A client with many entries: balances, the first page of the statement, and what is left to be had.
    fn opened(&self) -> Result<Vec<Measure>> {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let client = *self.clients.last().context("clients")?;
        for n in 0..ENTRIES / 2 {
            let top_up = SaleItem::StoredValue { principal: Fen(500_000), offer: Some(self.offer) };
            self.sell(client, vec![line(top_up, 1), self.procedure(n, 1)], None)?;
        }
        let mut took = Vec::new();
        for _ in 0..CHECKOUTS {
            let began = Instant::now();
            account(store, owner, AccountOf { client, entries: 50 })?;
            entitlements(store, owner, EntitlementsOf { client, all: false })?;
            took.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let mut tier_took = Vec::new();
        for _ in 0..CHECKOUTS {
            let began = Instant::now();
            tier(store, owner, TierOf { client })?;
            tier_took.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let (value, tier) = (median(took).context("looks")?, median(tier_took).context("looks")?);
        let name = "a client of 5,000 ledger entries: balances, statement, entitlements";
        Ok(vec![
            Measure::new(name, value, "ms").goal(Goal::AtMost(5.0)),
            Measure::new("a client of 5,000 ledger entries: tier and its history", tier, "ms")
                .goal(Goal::AtMost(5.0)),
        ])
    }

    /// A clinic that switches: everybody's balances and sessions out of a spreadsheet, looked at and taken over.
    fn taken_over(&self) -> Result<Vec<Measure>> {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let Actor::Staff(said) = owner else { bail!("the owner is a person") };
        let page = |skip| find(store, owner, &FindClients { query: String::new(), skip, limit: PAGE });
        let mut rows = "会员号,项目,剩余次数,单次原价,剩余实付\n".to_owned();
        for skip in (0..CLIENTS as u32).step_by(PAGE as usize) {
            for hit in page(Some(skip))? {
                rows.push_str(&format!("{},项目1,3,1280,2940\n", hit.member_number));
            }
        }
        let source = OpeningSource::File { file_name: "旧系统.csv".to_owned() };
        let asked = PreviewOpening { source: source.clone(), again: false };
        let began = Instant::now();
        let totals = preview(store, owner, &asked, rows.as_bytes())?.totals;
        let looked = began.elapsed().as_secs_f64() * 1000.0;
        let id = OpeningId(random_id());
        let input = EnterOpening { id, source, again: false, totals };
        let began = Instant::now();
        enter(store, owner, &input, Some(said), rows.as_bytes())?;
        let took = began.elapsed().as_secs_f64() * 1000.0;
        Ok(vec![
            Measure::new("opening balances of 2,000 clients: looked at", looked, "ms"),
            Measure::new("opening balances of 2,000 clients: taken over", took, "ms"),
        ])
    }

    /// A client with many entries of points, half of them spent: the lots folded, and the statement.
    fn points(&self) -> Result<Vec<Measure>> {
        let (store, owner) = (&self.clinic.store, &self.clinic.owner);
        let client = *self.clients.first().context("clients")?;
        for n in 0..ENTRIES as i64 {
            let given = n % 2 == 0;
            let input = AdjustPoints {
                id: PointsEntryId(random_id()),
                client,
                points: if given { 100 } else { -50 },
                expires_on: given.then(|| store.today() + chrono::TimeDelta::days(n % 700)),
                reason: "活动".to_owned(),
            };
            adjust(store, owner, Witnessed { input: &input, witness: None })?;
        }
        let mut took = Vec::new();
        for _ in 0..CHECKOUTS {
            let began = Instant::now();
            points(store, owner, PointsOf { client })?;
            took.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let value = median(took).context("looks")?;
        let name = "points of 5,000 entries: lots and statement";
        Ok(vec![Measure::new(name, value, "ms").goal(Goal::AtMost(10.0))])
    }
}

/// An id as a window draws it.
pub(crate) fn random_id() -> uuid::Uuid {
    let mut id = [0; 16];
    SystemWorld.random(&mut id);
    uuid::Uuid::from_bytes(id)
}

fn line(item: SaleItem, quantity: u32) -> SaleLineInput {
    SaleLineInput { item, quantity, discount: None, note: String::new() }
}

fn procedure(n: usize) -> ProcedureInput {
    ProcedureInput {
        id: None,
        name: format!("项目{n}"),
        standard_name: format!("标准名{n}"),
        specialty: Specialty::Dermatology,
        level: None,
        list_price: Some(Fen(98_765 + n as i64 * 1_111)),
        minutes: 30,
        numbing_minutes: 0,
        return_interval_days: None,
        consent_template: String::new(),
        aftercare: String::new(),
        usual_products: Vec::new(),
        active: true,
    }
}

fn cream(n: usize) -> ProductInput {
    ProductInput {
        id: None,
        name: format!("修复霜{n}"),
        generic_name: String::new(),
        kind: ProductKind::Cosmetic,
        device_class: None,
        manufacturer: String::new(),
        registration_number: String::new(),
        codes: Vec::new(),
        specification: String::new(),
        unit: "mL".to_owned(),
        scale: 0,
        pack_quantity: Quantity(40),
        ingredients: String::new(),
        contraindications: String::new(),
        storage: String::new(),
        toxin: false,
        retail_price: Some(Fen(19_800)),
        active: true,
    }
}

/// Writes the rows of a record anew under other ids, with the audit line and a change record.
fn write(bare: &mut Connection, n: i64, record: &ChangeRecord) -> Result<()> {
    let sqlite = bare.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let body = record.read_body(&record.read_header()?)?;
    for row in body.rows.iter().filter(|row| row.table != "audit_line") {
        let Change::Insert(columns) = &row.change else { continue };
        let fields: Vec<(&String, Sql)> = row
            .key
            .iter()
            .map(|(name, value)| (name, another(value, n)))
            .chain(columns.iter().map(|(name, value)| (name, plain(value))))
            .collect();
        let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).collect();
        let places: Vec<String> = (1..=fields.len()).map(|place| format!("?{place}")).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES ({})", row.table, names.join(", "), places.join(", "));
        sqlite.prepare_cached(&sql)?.execute(params_from_iter(fields.into_iter().map(|(_, value)| value)))?;
    }
    leave_trace(&sqlite, n, "sales.pay", record)?;
    Ok(sqlite.commit()?)
}

fn plain(value: &Value) -> Sql {
    match value {
        Value::Null => Sql::Null,
        Value::Integer(number) => Sql::Integer(*number),
        Value::Text(text) => Sql::Text(text.clone()),
        Value::Blob(bytes) => Sql::Blob(bytes.clone()),
    }
}

/// The key of another row.
fn another(value: &Value, n: i64) -> Sql {
    match plain(value) {
        Sql::Blob(mut bytes) => {
            for (byte, mark) in bytes.iter_mut().rev().zip(n.to_be_bytes().into_iter().rev()) {
                *byte ^= mark;
            }
            Sql::Blob(bytes)
        }
        other => other,
    }
}
