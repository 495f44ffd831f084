//! A line of a checkout as the catalogue, the plan and the stock of today have it, before any discount by hand.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::offers;
use super::price::{Price, portion};
use super::types::{LineKind, ReductionKind, SaleItem, SaleLineInput};
use crate::amounts::{Fen, Quantity};
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, between};
use crate::ids::{
    BatchId, ClientId, CourseCardId, PlanLineId, PlanVersionId, ProcedureId, ProductId, RewardId,
};
use crate::membership::points::earn::Multiplied;
use crate::membership::points::rewards::{self, RewardKind};
use crate::plans::PlanState;
use crate::plans::open as plans;
use crate::stock::batches;

pub(super) const SESSIONS_MAX: i64 = 100;
const CARDS_MAX: i64 = 20;
const PACKS_MAX: i64 = 1_000;

/// Sessions that a line gives.
#[derive(Clone, Debug)]
pub(super) struct Grant {
    pub(super) procedure: ProcedureId,
    pub(super) name: String,
    pub(super) standard_name: String,
    pub(super) card_name: String,
    pub(super) sessions: i64,
    /// Of one.
    pub(super) list_price: Fen,
    pub(super) gift: bool,
    pub(super) expires_on: Option<NaiveDate>,
}

/// Packs that a line takes out of stock.
#[derive(Clone, Debug)]
pub(super) struct Goods {
    pub(super) batch: BatchId,
    pub(super) lot: String,
    pub(super) expires_on: NaiveDate,
    /// In the product's smallest unit.
    pub(super) quantity: Quantity,
}

/// A line, read.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) item: Option<Uuid>,
    pub(super) plan_line: Option<PlanLineId>,
    pub(super) name: String,
    pub(super) standard_name: String,
    pub(super) quantity: i64,
    /// Of one.
    pub(super) list_price: Fen,
    pub(super) price: Price,
    pub(super) grants: Vec<Grant>,
    pub(super) goods: Option<Goods>,
    /// What is given on top of money paid ahead.
    pub(super) gift: Fen,
    /// So many points pay for it instead of money.
    pub(super) reward_points: i64,
    /// What it earns.
    pub(super) earns: Multiplied,
    pub(super) note: String,
}

impl Line {
    /// Whether it is money, which has no price to lower and does not pay for itself.
    pub(super) fn is_money(&self) -> bool {
        matches!(self.kind, LineKind::StoredValue | LineKind::Deposit)
    }

    /// Whether nothing can be taken off it.
    pub(super) fn is_priceless(&self) -> bool {
        self.is_money() || self.reward_points > 0
    }

    /// Whether a doctor must have approved it.
    pub(super) fn needs_plan(&self) -> bool {
        self.plan_line.is_none() && matches!(self.kind, LineKind::Procedure | LineKind::Card)
    }

    pub(super) fn new(
        kind: LineKind,
        item: Option<Uuid>,
        name: String,
        quantity: i64,
        list_price: Fen,
    ) -> Line {
        Line {
            kind,
            item,
            plan_line: None,
            name,
            standard_name: String::new(),
            quantity,
            list_price,
            price: Price::list(Fen(list_price.0 * quantity)),
            grants: Vec::new(),
            goods: None,
            gift: Fen(0),
            reward_points: 0,
            earns: Multiplied::NOTHING,
            note: String::new(),
        }
    }
}

/// What has been put on the lines before it: one checkout must not sell a plan's sessions, or a batch, twice.
#[derive(Debug, Default)]
pub(super) struct Before {
    plan_lines: Vec<(PlanLineId, i64)>,
    batches: Vec<(BatchId, i64)>,
}

/// Reads a line.
///
/// # Errors
/// By field: [`ErrorCode::NotFound`] for what is not sold any more, [`ErrorCode::PriceMissing`],
/// [`ErrorCode::PlanNotApproved`], [`ErrorCode::PlanLineSold`], [`ErrorCode::NotEnoughStock`], and as
/// [`batches::usable`].
pub(super) fn read(
    connection: &Connection,
    today: NaiveDate,
    client: ClientId,
    input: &SaleLineInput,
    before: &mut Before,
) -> Result<Line> {
    let quantity = i64::from(input.quantity);
    let mut line = match input.item {
        SaleItem::Procedure { procedure, plan_line, price } => {
            between("quantity", quantity, 1, SESSIONS_MAX)?;
            match plan_line {
                None => of_catalogue(connection, procedure, price, quantity)?,
                Some(plan_line) => {
                    of_plan(connection, client, procedure, plan_line, price, quantity, before)?
                }
            }
        }
        SaleItem::Card { card } => {
            between("quantity", quantity, 1, CARDS_MAX)?;
            of_card(connection, today, card, quantity)?
        }
        SaleItem::Product { product, batch } => {
            between("quantity", quantity, 1, PACKS_MAX)?;
            let goods = retail(connection, product)?;
            let price =
                goods.price.ok_or_else(|| ErrorCode::PriceMissing.at("product").with("name", &goods.name))?;
            of_stock(connection, today, (product, goods, price), batch, quantity, before)?
        }
        SaleItem::Reward { reward, plan_line } => {
            of_shop(connection, today, client, (reward, plan_line), quantity, before)?
        }
        SaleItem::StoredValue { principal, offer } => {
            between("quantity", quantity, 1, 1)?;
            between("principal", principal.0, 1, Fen::PRICE_MAX.0)?;
            let mut line = Line::new(LineKind::StoredValue, None, String::new(), 1, principal);
            if let Some(offer) = offer {
                let offer = offers::top_up(connection, offer)?;
                if offer.principal != principal {
                    return Err(ErrorCode::ChangedMeanwhile.at("principal"));
                }
                line.gift = offer.gift;
            }
            line
        }
        SaleItem::Deposit { amount } => {
            between("quantity", quantity, 1, 1)?;
            between("amount", amount.0, 1, Fen::PRICE_MAX.0)?;
            Line::new(LineKind::Deposit, None, String::new(), 1, amount)
        }
    };
    line.note = fields::optional("note", &input.note, LINE_MAX)?;
    Ok(line)
}

/// A procedure's names and list price.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) standard_name: String,
    pub(super) price: Option<Fen>,
}

pub(super) fn listed(connection: &Connection, procedure: ProcedureId) -> Result<Listed> {
    connection
        .prepare_cached("SELECT name, standard_name, list_price FROM procedure WHERE id = ?1 AND active")?
        .query_row([procedure], |row| {
            Ok(Listed { name: row.get(0)?, standard_name: row.get(1)?, price: row.get(2)? })
        })
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("procedure"))
}

/// Of one session: the catalogue's price, or what is typed where it has none.
fn unit_price(listed: &Listed, typed: Option<Fen>) -> Result<Fen> {
    match (listed.price, typed) {
        (Some(price), None) => Ok(price),
        // A price on the list is what is asked; less than it is a discount, more than it is not allowed (价格法 13).
        (Some(_), Some(_)) => Err(ErrorCode::InvalidValue.at("price").with("least", 0).with("most", 0)),
        (None, Some(typed)) => {
            between("price", typed.0, 1, Fen::PRICE_MAX.0)?;
            Ok(typed)
        }
        (None, None) => Err(ErrorCode::PriceMissing.at("price").with("name", &listed.name)),
    }
}

fn of_procedure(procedure: ProcedureId, listed: Listed, quantity: i64, list_price: Fen) -> Line {
    let Listed { name, standard_name, .. } = listed;
    let mut line = Line::new(LineKind::Procedure, Some(procedure.0), name.clone(), quantity, list_price);
    line.standard_name.clone_from(&standard_name);
    line.grants.push(Grant {
        procedure,
        name,
        standard_name,
        card_name: String::new(),
        sessions: quantity,
        list_price,
        gift: false,
        expires_on: None,
    });
    line
}

fn of_catalogue(
    connection: &Connection,
    procedure: ProcedureId,
    price: Option<Fen>,
    quantity: i64,
) -> Result<Line> {
    let listed = listed(connection, procedure)?;
    let list_price = unit_price(&listed, price)?;
    Ok(of_procedure(procedure, listed, quantity, list_price))
}

/// What a plan asks for of a procedure.
struct Asked {
    listed: Listed,
    sessions: i64,
    /// How many of them are sold already, on the lines before this one too.
    sold: i64,
    /// What the plan says that all of them cost.
    agreed: Option<Fen>,
}

/// What an approved plan asks for and was not sold yet.
fn asked_for(
    connection: &Connection,
    client: ClientId,
    procedure: ProcedureId,
    plan_line: PlanLineId,
    quantity: i64,
    before: &mut Before,
) -> Result<Asked> {
    let (version, alternative, sessions, agreed): (PlanVersionId, u8, i64, Option<Fen>) = connection
        .prepare_cached(
            "SELECT version_id, alternative, sessions, price FROM plan_line
             WHERE id = ?1 AND procedure_id = ?2",
        )?
        .query_row(params![plan_line, procedure], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?
        .ok_or_else(|| ErrorCode::NotFound.at("planLine"))?;
    let (plan, whose, closed) = plans::plan_of(connection, version)?;
    if !clients::family(connection, client)?.contains(&whose) {
        return Err(ErrorCode::NotFound.at("planLine"));
    }
    if closed {
        return Err(ErrorCode::PlanClosed.at("planLine"));
    }
    if plans::latest(connection, plan)? != Some(version) {
        return Err(ErrorCode::ChangedMeanwhile.at("planLine"));
    }
    let other = plans::agreed(connection, version)?.is_some_and(|agreed| agreed != alternative);
    if other || !matches!(plans::state(connection, version)?.0, PlanState::Approved | PlanState::Agreed) {
        return Err(ErrorCode::PlanNotApproved.at("planLine"));
    }
    let listed = listed(connection, procedure)?;
    let here: i64 =
        before.plan_lines.iter().filter(|(line, _)| *line == plan_line).map(|(_, sold)| sold).sum();
    let sold = sold_of(connection, plan_line)? + here;
    let left = sessions - sold;
    if quantity > left {
        return Err(ErrorCode::PlanLineSold
            .at("quantity")
            .with("name", &listed.name)
            .with("left", left.max(0)));
    }
    before.plan_lines.push((plan_line, quantity));
    Ok(Asked { listed, sessions, sold, agreed })
}

/// What a plan asks for, at the price that the plan says, never above the list's.
fn of_plan(
    connection: &Connection,
    client: ClientId,
    procedure: ProcedureId,
    plan_line: PlanLineId,
    typed: Option<Fen>,
    quantity: i64,
    before: &mut Before,
) -> Result<Line> {
    let Asked { listed, sessions, sold, agreed } =
        asked_for(connection, client, procedure, plan_line, quantity, before)?;
    let list_price = match (listed.price, typed, agreed) {
        // Nothing but the plan says what it costs: one session is an equal part, rounded up.
        (None, None, Some(agreed)) => Fen((agreed.0 + sessions - 1) / sessions.max(1)),
        (None, Some(_), Some(_)) => {
            return Err(ErrorCode::InvalidValue.at("price").with("least", 0).with("most", 0));
        }
        _ => unit_price(&listed, typed)?,
    };
    let mut line = of_procedure(procedure, listed, quantity, list_price);
    line.plan_line = Some(plan_line);
    if let Some(agreed) = agreed {
        line.price.lower(ReductionKind::Plan, portion(agreed, sold, quantity, sessions));
    }
    Ok(line)
}

/// Refuses what sells more of a plan's procedure than the plan asks for as it stands now.
pub(super) fn require_unsold(
    connection: &Connection,
    plan_line: PlanLineId,
    field: &'static str,
) -> Result<()> {
    let (asked, sold, name): (i64, i64, String) =
        connection
            .prepare_cached(include_str!("plan_sold.sql"))?
            .query_row([plan_line], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if sold > asked {
        return Err(ErrorCode::PlanLineSold.at(field).with("name", name).with("left", 0));
    }
    Ok(())
}

/// How many sessions of a plan's line were sold and did not go back: of the line itself, and of the same procedure in
/// earlier versions of the plan, which its lines take over in their order.
pub(super) fn sold_of(connection: &Connection, plan_line: PlanLineId) -> Result<i64> {
    let mut before: i64 = connection
        .prepare_cached(
            "SELECT coalesce(sum(plan_sold.sessions), 0)
             FROM plan_line AS l JOIN plan_version AS v ON v.id = l.version_id
             JOIN plan_version AS other ON other.plan_id = v.plan_id AND other.id <> v.id
             JOIN plan_line AS was ON was.version_id = other.id AND was.procedure_id = l.procedure_id
             JOIN plan_sold ON plan_sold.plan_line_id = was.id
             WHERE l.id = ?1",
        )?
        .query_row([plan_line], |row| row.get(0))?;
    let mut statement = connection.prepare_cached(
        "SELECT same.id, same.sessions,
                coalesce((SELECT sum(sessions) FROM plan_sold WHERE plan_line_id = same.id), 0)
         FROM plan_line AS l JOIN plan_line AS same ON same.version_id = l.version_id
             AND same.alternative = l.alternative AND same.procedure_id = l.procedure_id
         WHERE l.id = ?1 ORDER BY same.position",
    )?;
    let lines = statement
        .query_map([plan_line], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(PlanLineId, i64, i64)>>>()?;
    for (line, sessions, sold) in lines {
        let taken_over = before.clamp(0, (sessions - sold).max(0));
        if line == plan_line {
            return Ok(sold + taken_over);
        }
        before -= taken_over;
    }
    Ok(0)
}

fn of_card(connection: &Connection, today: NaiveDate, id: CourseCardId, quantity: i64) -> Result<Line> {
    let card = offers::card(connection, id)?;
    if !card.active {
        return Err(ErrorCode::NotFound.at("card"));
    }
    let expires_on = card
        .valid_days
        .map(|days| {
            today.checked_add_days(Days::new(days.into())).ok_or_else(|| ErrorCode::InvalidDate.at("card"))
        })
        .transpose()?;
    let list_price = card.list_price.max(card.price);
    let mut line = Line::new(LineKind::Card, Some(id.0), card.name.clone(), quantity, list_price);
    line.price.lower(ReductionKind::Card, Fen(card.price.0 * quantity));
    for item in &card.items {
        let listed = listed(connection, item.procedure)?;
        for (sessions, gift) in [(item.sessions, false), (item.gift_sessions, true)] {
            if sessions > 0 {
                line.grants.push(Grant {
                    procedure: item.procedure,
                    name: listed.name.clone(),
                    standard_name: listed.standard_name.clone(),
                    card_name: card.name.clone(),
                    sessions: i64::from(sessions) * quantity,
                    list_price: listed.price.unwrap_or_default(),
                    gift,
                    expires_on,
                });
            }
        }
    }
    Ok(line)
}

/// What is had for points, at no price; a procedure of an approved plan where one asks for it.
fn of_shop(
    connection: &Connection,
    today: NaiveDate,
    client: ClientId,
    (reward, plan_line): (RewardId, Option<PlanLineId>),
    quantity: i64,
    before: &mut Before,
) -> Result<Line> {
    let reward = rewards::offered(connection, reward)?;
    let mut line = match reward.kind {
        RewardKind::Procedure => {
            between("quantity", quantity, 1, SESSIONS_MAX)?;
            let procedure = ProcedureId(reward.item);
            let listed = match plan_line {
                Some(plan_line) => {
                    asked_for(connection, client, procedure, plan_line, quantity, before)?.listed
                }
                None => listed(connection, procedure)?,
            };
            let list_price = listed.price.unwrap_or_default();
            let mut line = of_procedure(procedure, listed, quantity, list_price);
            line.plan_line = plan_line;
            line
        }
        RewardKind::Product => {
            between("quantity", quantity, 1, PACKS_MAX)?;
            let product = ProductId(reward.item);
            let goods = retail(connection, product)?;
            let price = goods.price.unwrap_or_default();
            of_stock(connection, today, (product, goods, price), None, quantity, before)?
        }
    };
    line.price.lower(ReductionKind::Reward, Fen(0));
    line.reward_points = reward.points * quantity;
    Ok(line)
}

/// A product that is sold in packs.
struct Retail {
    name: String,
    price: Option<Fen>,
    /// How much a pack holds.
    pack: i64,
}

fn retail(connection: &Connection, product: ProductId) -> Result<Retail> {
    let found: Option<(Retail, bool)> = connection
        .prepare_cached(
            "SELECT name, retail_price, pack_quantity, toxin FROM product WHERE id = ?1 AND active",
        )?
        .query_row([product], |row| {
            Ok((Retail { name: row.get(0)?, price: row.get(1)?, pack: row.get(2)? }, row.get(3)?))
        })
        .optional()?;
    match found {
        None => Err(ErrorCode::NotFound.at("product")),
        Some((_, true)) => Err(ErrorCode::VialBookOnly.at("product")),
        Some((retail, false)) => Ok(retail),
    }
}

/// Packs, of the batch that is named or of the one that expires first and has enough.
fn of_stock(
    connection: &Connection,
    today: NaiveDate,
    (product, Retail { name, pack, .. }, price): (ProductId, Retail, Fen),
    batch: Option<BatchId>,
    quantity: i64,
    before: &mut Before,
) -> Result<Line> {
    let asked = pack * quantity;
    let free = |batch: BatchId, before: &Before| -> Result<i64> {
        let taken: i64 =
            before.batches.iter().filter(|(other, _)| *other == batch).map(|(_, taken)| taken).sum();
        Ok(batches::on_hand(connection, batch)?.0 - taken)
    };
    let batch = match batch {
        Some(batch) => batch,
        None => {
            let mut most = 0;
            let mut chosen = None;
            for candidate in batches_of(connection, product, today)? {
                if batches::usable(connection, candidate, today).is_err() {
                    continue;
                }
                let there = free(candidate, before)?;
                most = most.max(there / pack.max(1));
                if there >= asked {
                    chosen = Some(candidate);
                    break;
                }
            }
            chosen.ok_or_else(|| {
                ErrorCode::NotEnoughPacks.at("quantity").with("name", &name).with("packs", most)
            })?
        }
    };
    batches::usable(connection, batch, today)?;
    let there = free(batch, before)?;
    if there < asked {
        let packs = there / pack.max(1);
        return Err(ErrorCode::NotEnoughPacks.at("quantity").with("name", &name).with("packs", packs));
    }
    before.batches.push((batch, asked));
    let (of, lot, expires_on): (ProductId, String, NaiveDate) = connection
        .prepare_cached("SELECT product_id, lot, expires_on FROM batch WHERE id = ?1")?
        .query_row([batch], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    if of != product {
        return Err(ErrorCode::NotFound.at("batch"));
    }
    let mut line = Line::new(LineKind::Product, Some(product.0), name, quantity, price);
    line.goods = Some(Goods { batch, lot, expires_on, quantity: Quantity(asked) });
    Ok(line)
}

/// A product's batches that are not expired, the one that expires first before the others.
fn batches_of(connection: &Connection, product: ProductId, today: NaiveDate) -> Result<Vec<BatchId>> {
    let mut statement = connection.prepare_cached(
        "SELECT id FROM batch WHERE product_id = ?1 AND expires_on >= ?2 ORDER BY expires_on, id",
    )?;
    Ok(statement.query_map(params![product, today], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
