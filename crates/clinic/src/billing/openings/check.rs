//! What opening balances would be: whose they are, and whether they can be so.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::form::SheetKind;
use super::read::{Typed, rows};
use super::types::{
    OpeningInput, OpeningPoints, OpeningPreview, OpeningPreviewRow, OpeningRowRead, OpeningSessions,
    OpeningSource, OpeningTotals,
};
use super::{SESSIONS_MAX, list};
use crate::amounts::Fen;
use crate::catalogue::{Procedure, procedures};
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX, between};
use crate::ids::{ClientId, ProcedureId};
use crate::membership::points::POINTS_MAX;
use crate::membership::tiers;
use crate::spreadsheet::form::{Line, date, number, plain};

/// Sessions that a client had, checked.
pub(super) struct Sessions {
    pub(super) procedure: ProcedureId,
    pub(super) name: String,
    pub(super) standard_name: String,
    pub(super) sessions: i64,
    pub(super) list_price: Fen,
    pub(super) paid: Fen,
    pub(super) gift: bool,
    pub(super) card_name: String,
    pub(super) expires_on: Option<NaiveDate>,
}

/// Money and spending: what stands in one row for each client.
#[derive(Default)]
pub(super) struct Money {
    pub(super) principal: Fen,
    pub(super) gift: Fen,
    pub(super) deposit: Fen,
    pub(super) lifetime: Fen,
    pub(super) last_year: Fen,
    pub(super) tier: String,
}

impl Money {
    fn is_empty(&self) -> bool {
        let amounts = [self.principal, self.gift, self.deposit, self.lifetime, self.last_year];
        amounts.iter().all(|amount| amount.0 == 0) && self.tier.is_empty()
    }

    /// # Errors
    /// [`ErrorCode::InvalidValue`] by field, [`ErrorCode::OpeningSpending`], [`ErrorCode::TooLong`].
    fn check(&self) -> Result<()> {
        let most = Fen::PRICE_MAX.0;
        for (field, amount) in [("principal", self.principal), ("gift", self.gift), ("deposit", self.deposit)]
        {
            between(field, amount.0, 0, most)?;
        }
        for (field, amount) in [("lifetime", self.lifetime), ("lastYear", self.last_year)] {
            between(field, amount.0, 0, most * 10)?;
        }
        if self.last_year > self.lifetime {
            return Err(ErrorCode::OpeningSpending.at("lastYear").with("most", self.lifetime.0));
        }
        Ok(())
    }
}

/// What a client had, checked.
pub(super) struct Part {
    pub(super) client: ClientId,
    pub(super) money: Money,
    pub(super) points: Vec<OpeningPoints>,
    pub(super) sessions: Vec<Sessions>,
    /// The row that has the money.
    row: Option<u32>,
}

impl Part {
    fn new(client: ClientId) -> Part {
        Part { client, money: Money::default(), points: Vec::new(), sessions: Vec::new(), row: None }
    }

    pub(super) fn totals(&self) -> OpeningTotals {
        OpeningTotals {
            clients: 1,
            principal: self.money.principal,
            gift: self.money.gift,
            deposit: self.money.deposit,
            sessions: self.sessions.iter().map(|one| one.sessions).sum(),
            paid: Fen(self.sessions.iter().map(|one| one.paid.0).sum()),
            points: self.points.iter().map(|one| one.points).sum(),
            lifetime: self.money.lifetime,
        }
    }
}

/// All of it.
#[derive(Default)]
pub(super) struct Checked {
    pub(super) rows: Vec<OpeningPreviewRow>,
    pub(super) parts: Vec<Part>,
}

impl Checked {
    pub(super) fn totals(&self) -> OpeningTotals {
        let mut all = OpeningTotals::default();
        for one in self.parts.iter().map(Part::totals) {
            all.clients += one.clients;
            all.principal.0 += one.principal.0;
            all.gift.0 += one.gift.0;
            all.deposit.0 += one.deposit.0;
            all.sessions += one.sessions;
            all.paid.0 += one.paid.0;
            all.points += one.points;
            all.lifetime.0 += one.lifetime.0;
        }
        all
    }

    pub(super) fn failed(&self) -> u32 {
        let failed = self.rows.iter().filter(|row| row.problem.is_some()).count();
        u32::try_from(failed).unwrap_or(u32::MAX)
    }

    pub(super) fn preview(self) -> OpeningPreview {
        OpeningPreview { totals: self.totals(), failed: self.failed(), rows: self.rows }
    }
}

/// Checks what comes from somewhere. Of a file every row that is wrong says why; by hand the first that is.
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`], [`ErrorCode::NoOpeningSheet`]; by hand, with `line` counted from 1 for points and
/// sessions: as [`Asking::session`], [`ErrorCode::Required`] where there is nothing.
pub(super) fn check(
    connection: &Connection,
    today: NaiveDate,
    source: &OpeningSource,
    bytes: &[u8],
    again: bool,
) -> Result<Checked> {
    let procedures = procedures::all(connection)?;
    let tiers = tiers::schemes::names(connection, today)?;
    let asking = Asking { connection, today, procedures: &procedures, tiers: &tiers, again };
    match source {
        OpeningSource::File { .. } => asking.file(rows(bytes)?),
        OpeningSource::Hand { input } => asking.hand(input),
    }
}

struct Asking<'a> {
    connection: &'a Connection,
    today: NaiveDate,
    procedures: &'a [Procedure],
    /// What tiers are called here.
    tiers: &'a [String],
    again: bool,
}

/// A row that can be so.
struct Row {
    client: ClientId,
    money: Money,
    points: Option<OpeningPoints>,
    sessions: Option<Sessions>,
}

impl Asking<'_> {
    fn file(&self, typed: Vec<Typed>) -> Result<Checked> {
        let mut checked = Checked::default();
        let mut places: HashMap<ClientId, usize> = HashMap::new();
        for Typed { sheet, number, kind, line } in typed {
            let named = ["name", "memberNumber", "phone"].map(|field| line.cell(field));
            let named = named.into_iter().find(|cell| !cell.is_empty()).unwrap_or_default().to_owned();
            let mut seen =
                OpeningPreviewRow { sheet, number, named, client: None, read: None, problem: None };
            let read = self.client(&line).and_then(|client| {
                seen.client = clients::reference(self.connection, client)?;
                let row = self.row(client, kind, &line)?;
                let place = places.get(&client).map(|place| &checked.parts[*place]);
                match place.and_then(|part| part.row).filter(|_| !row.money.is_empty()) {
                    Some(before) => Err(ErrorCode::OpeningTwice.at("name").with("row", before)),
                    None => Ok(row),
                }
            });
            match read {
                Ok(row) => {
                    seen.read = Some(written(&row));
                    let place = *places.entry(row.client).or_insert_with(|| {
                        checked.parts.push(Part::new(row.client));
                        checked.parts.len() - 1
                    });
                    let part = &mut checked.parts[place];
                    if !row.money.is_empty() {
                        part.row = Some(number);
                        part.money = row.money;
                    }
                    part.points.extend(row.points);
                    part.sessions.extend(row.sessions);
                }
                Err(error) => seen.problem = Some((&error).into()),
            }
            checked.rows.push(seen);
        }
        Ok(checked)
    }

    fn hand(&self, input: &OpeningInput) -> Result<Checked> {
        clients::require(self.connection, input.client)?;
        let client = clients::survivor(self.connection, input.client)?;
        self.first(client)?;
        let mut part = Part::new(client);
        part.money = Money {
            principal: input.principal,
            gift: input.gift,
            deposit: input.deposit,
            lifetime: input.lifetime,
            last_year: input.last_year,
            tier: self.tier(&input.tier)?,
        };
        part.money.check()?;
        for (place, points) in input.points.iter().enumerate() {
            part.points.push(self.points(points).map_err(|wrong| wrong.with("line", place + 1))?);
        }
        for (place, sessions) in input.sessions.iter().enumerate() {
            part.sessions.push(self.session(sessions).map_err(|wrong| wrong.with("line", place + 1))?);
        }
        if part.money.is_empty() && part.points.is_empty() && part.sessions.is_empty() {
            return Err(ErrorCode::Required.at("opening"));
        }
        let reference = clients::reference(self.connection, client)?;
        let row = |read| OpeningPreviewRow {
            sheet: String::new(),
            number: 0,
            named: reference.as_ref().map(|client| client.name.clone()).unwrap_or_default(),
            client: reference.clone(),
            read: Some(read),
            problem: None,
        };
        let mut rows = Vec::new();
        if !part.money.is_empty() {
            rows.push(row(of_money(&part.money)));
        }
        rows.extend(part.points.iter().map(|points| row(with_points(OpeningRowRead::default(), points))));
        rows.extend(part.sessions.iter().map(|sessions| row(of_sessions(sessions))));
        Ok(Checked { rows, parts: vec![part] })
    }

    /// A tier of the clinic's; where the clinic has none yet, whatever it is called.
    fn tier(&self, typed: &str) -> Result<String> {
        let name = fields::optional("tier", typed, NAME_MAX)?;
        if name.is_empty() || self.tiers.is_empty() || self.tiers.contains(&name) {
            return Ok(name);
        }
        Err(ErrorCode::TierUnknown.at("tier").with("name", &name).with("names", self.tiers.join("、")))
    }

    /// Refuses who has opening balances already, unless they are asked for again.
    fn first(&self, client: ClientId) -> Result<()> {
        if self.again {
            return Ok(());
        }
        let family = clients::family(self.connection, client)?;
        match list::day_of(self.connection, &family)? {
            Some(day) => Err(ErrorCode::OpeningThere.at("name").with("day", day)),
            None => Ok(()),
        }
    }

    fn row(&self, client: ClientId, kind: SheetKind, line: &Line) -> Result<Row> {
        self.first(client)?;
        let amount = |field| line.or(field, None, Fen(0), Fen::read);
        match kind {
            SheetKind::Balances => {
                let money = Money {
                    principal: amount("principal")?,
                    gift: amount("gift")?,
                    deposit: amount("deposit")?,
                    lifetime: amount("lifetime")?,
                    last_year: amount("lastYear")?,
                    tier: self.tier(line.cell("tier"))?,
                };
                money.check()?;
                let points: i64 = line.or("points", None, 0, whole)?;
                let expires_on = line.maybe("pointsExpireOn", None, date)?;
                let points = if points == 0 {
                    None
                } else {
                    Some(self.points(&OpeningPoints { points, expires_on })?)
                };
                Ok(Row { client, money, points, sessions: None })
            }
            SheetKind::Sessions => {
                let sessions = OpeningSessions {
                    procedure: self.procedure(line.cell("procedure"))?,
                    sessions: line.must("sessions", None, |cell| {
                        whole(cell).and_then(|sessions| u32::try_from(sessions).ok())
                    })?,
                    list_price: line.maybe("listPrice", None, Fen::read)?,
                    paid: amount("paid")?,
                    gift: line.or("gift", None, false, yes_or_no)?,
                    card_name: line.cell("cardName").to_owned(),
                    expires_on: line.maybe("expiresOn", None, date)?,
                };
                let sessions = Some(self.session(&sessions)?);
                Ok(Row { client, money: Money::default(), points: None, sessions })
            }
        }
    }

    fn points(&self, points: &OpeningPoints) -> Result<OpeningPoints> {
        between("points", points.points, 1, POINTS_MAX)?;
        self.to_come("pointsExpireOn", points.expires_on)?;
        Ok(points.clone())
    }

    fn to_come(&self, field: &'static str, last: Option<NaiveDate>) -> Result<()> {
        if last.is_some_and(|last| last < self.today) { Err(ErrorCode::DayPast.at(field)) } else { Ok(()) }
    }

    /// # Errors
    /// By field: [`ErrorCode::NotFound`], [`ErrorCode::InvalidValue`], [`ErrorCode::PriceMissing`],
    /// [`ErrorCode::OpeningAboveList`] with the most, [`ErrorCode::DayPast`], [`ErrorCode::TooLong`].
    fn session(&self, typed: &OpeningSessions) -> Result<Sessions> {
        let procedure = self.procedures.iter().find(|one| one.id == typed.procedure);
        let procedure = procedure.ok_or_else(|| ErrorCode::NotFound.at("procedure"))?;
        let sessions = between("sessions", i64::from(typed.sessions), 1, SESSIONS_MAX)?;
        between("paid", typed.paid.0, 0, Fen::PRICE_MAX.0)?;
        if typed.gift && typed.paid.0 > 0 {
            return Err(ErrorCode::InvalidValue.at("paid").with("least", 0).with("most", 0));
        }
        // Without any list price, one is an equal part of what was paid, rounded up.
        let by_paid = Some(Fen((typed.paid.0 + sessions - 1) / sessions)).filter(|price| price.0 > 0);
        let list_price = match (typed.list_price, procedure.list_price) {
            (Some(price), _) => price,
            (None, Some(price)) => price.max(by_paid.unwrap_or_default()),
            (None, None) => by_paid
                .ok_or_else(|| ErrorCode::PriceMissing.at("listPrice").with("name", &procedure.name))?,
        };
        between("listPrice", list_price.0, 1, Fen::PRICE_MAX.0)?;
        let most = list_price.0 * sessions;
        if typed.paid.0 > most {
            return Err(ErrorCode::OpeningAboveList.at("paid").with("most", most));
        }
        self.to_come("expiresOn", typed.expires_on)?;
        Ok(Sessions {
            procedure: procedure.id,
            name: procedure.name.clone(),
            standard_name: procedure.standard_name.clone(),
            sessions,
            list_price,
            paid: typed.paid,
            gift: typed.gift,
            card_name: fields::optional("cardName", &typed.card_name, NAME_MAX)?,
            expires_on: typed.expires_on,
        })
    }

    /// By its name, or by its standard name where only one has it.
    fn procedure(&self, cell: &str) -> Result<ProcedureId> {
        if cell.is_empty() {
            return Err(ErrorCode::Required.at("procedure"));
        }
        let asked = plain(cell);
        let named: Vec<_> = self.procedures.iter().filter(|one| plain(&one.name) == asked).collect();
        let standard: Vec<_> =
            self.procedures.iter().filter(|one| plain(&one.standard_name) == asked).collect();
        match (named.as_slice(), standard.as_slice()) {
            ([one, ..], _) | ([], [one]) => Ok(one.id),
            _ => Err(ErrorCode::UnknownProcedure.at("procedure").with("name", cell)),
        }
    }

    /// Whose a row is: by member number, else by phone, else by name; what else it says must agree.
    fn client(&self, line: &Line) -> Result<ClientId> {
        let [number, phone, name] = ["memberNumber", "phone", "name"].map(|field| line.cell(field));
        let found = if !number.is_empty() {
            self.ids("SELECT id FROM client WHERE member_number = ?1", number)?
        } else if !phone.is_empty() {
            let phone = fields::phone("phone", phone)?;
            self.ids("SELECT client_id FROM client_phone WHERE number = ?1 AND active", &phone)?
        } else if !name.is_empty() {
            self.ids("SELECT id FROM client WHERE name = ?1", name)?
        } else {
            return Err(ErrorCode::Required.at("name"));
        };
        let asked = [number, phone, name].into_iter().find(|cell| !cell.is_empty()).unwrap_or_default();
        let mut other = None;
        let mut fitting = Vec::new();
        for client in &found {
            let called = self.called(*client)?;
            if name.is_empty() || called.iter().any(|known| plain(known) == plain(name)) {
                fitting.push(*client);
            } else {
                other = called.into_iter().next();
            }
        }
        match (fitting.as_slice(), other) {
            ([one], _) => Ok(*one),
            ([], Some(name)) => Err(ErrorCode::OpeningNameDiffers.at("name").with("name", name)),
            ([], None) => Err(ErrorCode::OpeningClientUnknown.at("name").with("client", asked)),
            (several, _) => Err(ErrorCode::OpeningClientAmbiguous
                .at("name")
                .with("client", asked)
                .with("count", several.len())),
        }
    }

    /// The survivors of those that a query finds, each once.
    fn ids(&self, sql: &str, value: &str) -> Result<Vec<ClientId>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let ids =
            statement.query_map(params![value], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut found: Vec<ClientId> = Vec::new();
        for id in ids {
            let survivor = clients::survivor(self.connection, id)?;
            if !found.contains(&survivor) {
                found.push(survivor);
            }
        }
        Ok(found)
    }

    /// The names of a client's files.
    fn called(&self, client: ClientId) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for file in clients::family(self.connection, client)? {
            let name = self
                .connection
                .prepare_cached("SELECT name FROM client WHERE id = ?1")?
                .query_row([file], |row| row.get(0))
                .optional()?;
            names.extend(name);
        }
        Ok(names)
    }
}

/// A whole number, written with decimals or not.
fn whole(cell: &str) -> Option<i64> {
    let (whole, decimals) = cell.split_once('.').unwrap_or((cell, ""));
    if decimals.bytes().all(|digit| digit == b'0') { number(whole) } else { None }
}

fn yes_or_no(cell: &str) -> Option<bool> {
    match plain(cell).as_str() {
        "是" | "赠送" | "赠" | "yes" | "y" | "1" | "true" | "√" => Some(true),
        "否" | "no" | "n" | "0" | "false" | "×" => Some(false),
        _ => None,
    }
}

fn written(row: &Row) -> OpeningRowRead {
    let read = match &row.sessions {
        Some(sessions) => of_sessions(sessions),
        None => of_money(&row.money),
    };
    match &row.points {
        Some(points) => with_points(read, points),
        None => read,
    }
}

fn of_money(money: &Money) -> OpeningRowRead {
    OpeningRowRead {
        principal: money.principal,
        gift: money.gift,
        deposit: money.deposit,
        lifetime: money.lifetime,
        last_year: money.last_year,
        tier: money.tier.clone(),
        ..OpeningRowRead::default()
    }
}

fn with_points(read: OpeningRowRead, points: &OpeningPoints) -> OpeningRowRead {
    OpeningRowRead { points: points.points, points_expire_on: points.expires_on, ..read }
}

fn of_sessions(sessions: &Sessions) -> OpeningRowRead {
    OpeningRowRead {
        procedure: sessions.name.clone(),
        sessions: sessions.sessions,
        list_price: sessions.list_price,
        paid: sessions.paid,
        gift_sessions: sessions.gift,
        card_name: sessions.card_name.clone(),
        expires_on: sessions.expires_on,
        ..OpeningRowRead::default()
    }
}
