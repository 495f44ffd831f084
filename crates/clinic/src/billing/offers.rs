//! What the clinic offers beside single procedures: course cards 疗程卡, and what is given on top of money paid
//! ahead 储值.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::methods::{self, PaymentMethod};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::catalogue::spelling::spelled;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX, between};
use crate::ids::{CourseCardId, ProcedureId, TopUpOfferId};
use crate::membership::points::rewards::{self, Reward};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most procedures on a card, and sessions of each.
const ITEMS_MAX: usize = 40;
const SESSIONS_MAX: u32 = 200;
/// The longest that a card holds: twenty years.
const DAYS_MAX: u32 = 7_300;

/// A procedure on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardItem {
    /// Which.
    pub procedure: ProcedureId,
    /// Sessions that the card's price pays for.
    pub sessions: u32,
    /// Sessions given on top.
    pub gift_sessions: u32,
}

/// A course card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CourseCard {
    /// Its id.
    pub id: CourseCardId,
    /// What it is called.
    pub name: String,
    /// What it costs.
    pub price: Fen,
    /// For how many days after the sale; `None` without end.
    pub valid_days: Option<u32>,
    /// What is on it.
    pub items: Vec<CardItem>,
    /// What the sessions that are paid for cost by the list, as far as they have a price.
    pub list_price: Fen,
    /// Whether it is sold.
    pub active: bool,
}

/// A course card as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CourseCardInput {
    /// The card that is edited; `None` for a new one.
    pub id: Option<CourseCardId>,
    /// What it is called.
    pub name: String,
    /// What it costs.
    pub price: Fen,
    /// For how many days after the sale; `None` without end.
    pub valid_days: Option<u32>,
    /// What is on it.
    pub items: Vec<CardItem>,
    /// Whether it is sold.
    pub active: bool,
}

/// So much paid in gives so much on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TopUpOffer {
    /// Its id.
    pub id: TopUpOfferId,
    /// 本金.
    pub principal: Fen,
    /// 赠送.
    pub gift: Fen,
    /// Whether it is offered.
    pub active: bool,
}

/// An offer as typed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TopUpOfferInput {
    /// The offer that is edited; `None` for a new one.
    pub id: Option<TopUpOfferId>,
    /// 本金.
    pub principal: Fen,
    /// 赠送.
    pub gift: Fen,
    /// Whether it is offered.
    pub active: bool,
}

/// What something for sale is typed as without an input method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Spelling {
    /// The procedure, card or product.
    pub id: Uuid,
    /// Its pinyin, and its initials.
    pub text: String,
}

/// Everything that a checkout offers beside the catalogue.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Offers {
    /// How clients pay, in the order in which it is offered.
    pub methods: Vec<PaymentMethod>,
    /// Course cards, those that are sold first.
    pub cards: Vec<CourseCard>,
    /// The smaller first.
    pub top_ups: Vec<TopUpOffer>,
    /// What is had for points, as far as it is offered; what costs least first.
    pub rewards: Vec<Reward>,
    /// How what is for sale is typed.
    pub spellings: Vec<Spelling>,
}

/// Reads them.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Offers> {
    store.read(actor, Verb::BillingRead, |read| {
        let connection = read.connection();
        Ok(Offers {
            methods: methods::all(connection)?,
            cards: cards(connection)?,
            top_ups: top_ups(connection)?,
            rewards: rewards::all(connection)?
                .into_iter()
                .filter(|reward| reward.active && reward.listed)
                .collect(),
            spellings: spellings(connection)?,
        })
    })
}

fn cards(connection: &Connection) -> Result<Vec<CourseCard>> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM course_card ORDER BY active DESC, name, id")?;
    let ids = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    ids.into_iter().map(|id| card(connection, id)).collect()
}

fn spellings(connection: &Connection) -> Result<Vec<Spelling>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, name FROM procedure WHERE active
         UNION ALL SELECT id, name FROM course_card WHERE active
         UNION ALL SELECT id, name FROM product
         WHERE active AND (retail_price IS NOT NULL
             OR EXISTS (SELECT 1 FROM points_reward WHERE item_id = product.id AND active))",
    )?;
    let rows = statement
        .query_map([], |row| Ok(Spelling { id: row.get(0)?, text: spelled(&row.get::<_, String>(1)?) }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One card.
pub(super) fn card(connection: &Connection, id: CourseCardId) -> Result<CourseCard> {
    let found = connection
        .prepare_cached("SELECT name, price, valid_days, active FROM course_card WHERE id = ?1")?
        .query_row([id], |row| {
            Ok(CourseCard {
                id,
                name: row.get(0)?,
                price: row.get(1)?,
                valid_days: row.get(2)?,
                items: Vec::new(),
                list_price: Fen(0),
                active: row.get(3)?,
            })
        })
        .optional()?;
    let mut card = found.ok_or_else(|| ErrorCode::NotFound.at("card"))?;
    let mut statement = connection.prepare_cached(
        "SELECT procedure_id, sessions, gift_sessions, coalesce(list_price, 0)
         FROM course_card_item JOIN procedure ON procedure.id = procedure_id
         WHERE card_id = ?1 AND sessions + gift_sessions > 0 ORDER BY procedure.name, procedure.id",
    )?;
    let rows = statement.query_map([id], |row| {
        let item = CardItem { procedure: row.get(0)?, sessions: row.get(1)?, gift_sessions: row.get(2)? };
        Ok((item, row.get::<_, i64>(3)?))
    })?;
    for row in rows {
        let (item, list_price) = row?;
        card.list_price.0 += i64::from(item.sessions) * list_price;
        card.items.push(item);
    }
    Ok(card)
}

/// Writes a card. What was sold keeps what it was.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`] where another one that is sold has the name.
pub fn set_card(store: &Store, actor: &Actor, input: &CourseCardInput) -> Result<CourseCardId> {
    store.transact(actor, Verb::BillingSetCard, |tx| {
        let connection = tx.connection();
        let id = input.id.unwrap_or_else(|| CourseCardId(tx.new_id()));
        let name = fields::required("name", &input.name, NAME_MAX)?;
        between("price", input.price.0, 1, Fen::PRICE_MAX.0)?;
        if let Some(days) = input.valid_days {
            between("validDays", days, 1, DAYS_MAX)?;
        }
        between("items", input.items.len() as i64, 1, ITEMS_MAX as i64)?;
        let taken = connection
            .prepare_cached("SELECT 1 FROM course_card WHERE name = ?1 AND active AND id <> ?2")?
            .exists(params![name, id])?;
        if taken && input.active {
            return Err(ErrorCode::NameTaken.at("name"));
        }
        tx.detail("name", &name);
        tx.detail("price", input.price.written());
        connection.execute(
            "INSERT INTO course_card (id, name, price, valid_days, active) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, price = excluded.price,
                 valid_days = excluded.valid_days, active = excluded.active",
            params![id, name, input.price, input.valid_days, input.active],
        )?;
        write_items(tx, id, &input.items)?;
        Ok(id)
    })
}

fn write_items(tx: &Tx<'_>, card: CourseCardId, items: &[CardItem]) -> Result<()> {
    let connection = tx.connection();
    // What is not on it any more has no sessions: rows of shared tables are not deleted.
    connection.execute(
        "UPDATE course_card_item SET sessions = 0, gift_sessions = 0
         WHERE card_id = ?1 AND sessions + gift_sessions > 0",
        [card],
    )?;
    let mut paid = false;
    for (place, item) in items.iter().enumerate() {
        if items[..place].iter().any(|before| before.procedure == item.procedure) {
            return Err(ErrorCode::NameTaken.at("items"));
        }
        let there =
            connection.prepare_cached("SELECT 1 FROM procedure WHERE id = ?1")?.exists([item.procedure])?;
        if !there {
            return Err(ErrorCode::NotFound.at("items"));
        }
        between("items", i64::from(item.sessions) + i64::from(item.gift_sessions), 1, SESSIONS_MAX.into())?;
        paid |= item.sessions > 0;
        connection.execute(
            "INSERT INTO course_card_item (card_id, procedure_id, sessions, gift_sessions)
             VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (card_id, procedure_id)
             DO UPDATE SET sessions = excluded.sessions, gift_sessions = excluded.gift_sessions",
            params![card, item.procedure, item.sessions, item.gift_sessions],
        )?;
    }
    if paid { Ok(()) } else { Err(ErrorCode::Required.at("items")) }
}

fn top_ups(connection: &Connection) -> Result<Vec<TopUpOffer>> {
    let mut statement = connection.prepare_cached(
        "SELECT id, principal, gift, active FROM top_up_offer ORDER BY principal, gift, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(TopUpOffer { id: row.get(0)?, principal: row.get(1)?, gift: row.get(2)?, active: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One offer that is made.
pub(super) fn top_up(connection: &Connection, id: TopUpOfferId) -> Result<TopUpOffer> {
    top_ups(connection)?
        .into_iter()
        .find(|offer| offer.id == id && offer.active)
        .ok_or_else(|| ErrorCode::NotFound.at("offer"))
}

/// Writes an offer.
///
/// # Errors
/// By field.
pub fn set_top_up(store: &Store, actor: &Actor, input: &TopUpOfferInput) -> Result<TopUpOfferId> {
    store.transact(actor, Verb::BillingSetTopUp, |tx| {
        between("principal", input.principal.0, 1, Fen::PRICE_MAX.0)?;
        between("gift", input.gift.0, 0, Fen::PRICE_MAX.0)?;
        let id = input.id.unwrap_or_else(|| TopUpOfferId(tx.new_id()));
        tx.detail("principal", input.principal.written());
        tx.detail("gift", input.gift.written());
        tx.connection().execute(
            "INSERT INTO top_up_offer (id, principal, gift, active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET principal = excluded.principal, gift = excluded.gift,
                 active = excluded.active",
            params![id, input.principal, input.gift, input.active],
        )?;
        Ok(id)
    })
}
