//! A catalogue taken in from a spreadsheet: first looked at row by row, then written as a whole or not at all.
//!
//! A row is an item that stands already where it carries the item's id, or else its name (equipment: its name and
//! serial number). Items that the file does not name stay as they are.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::columns::{self, SHEETS, SheetForm};
use super::history::{FieldChange, Item, differences};
use super::line;
use super::starter::StarterItem;
use super::{Equipment, Procedure, Product, equipment, procedures, products};
use crate::actor::Actor;
use crate::error::{Error, ErrorCode, Result};
use crate::ids::{EquipmentId, ProcedureId, ProductId};
use crate::spreadsheet::form::Line;
use crate::spreadsheet::{Book, Sheet};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// A sheet with fewer known headings is no catalogue.
const HEADINGS_LEAST: usize = 3;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// A new item.
    New,
    /// An item that changes.
    Changed,
    /// An item as it stands.
    Same,
    /// It cannot be read; nothing of the file is written then.
    Failed,
}

/// Why a row failed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowProblem {
    /// The stable code.
    pub code: ErrorCode,
    /// The column's field.
    pub field: Option<String>,
    /// What the message names.
    pub params: std::collections::BTreeMap<String, String>,
}

/// A row of the file, looked at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CataloguePreviewRow {
    /// What it is.
    pub item: Item,
    /// As the spreadsheet numbers it, from 1.
    pub number: u32,
    /// The item's name.
    pub name: String,
    /// What becomes of it.
    pub outcome: RowOutcome,
    /// Which fields change, and how.
    pub changes: Vec<FieldChange>,
    /// Why it failed.
    pub problem: Option<RowProblem>,
}

/// A file, looked at: its rows in their order.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CataloguePreview {
    /// Those that are not the same.
    pub rows: Vec<CataloguePreviewRow>,
    /// How many are new.
    pub new: u32,
    /// How many change.
    pub changed: u32,
    /// How many stay.
    pub same: u32,
    /// How many failed.
    pub failed: u32,
}

/// An item as a row has it.
enum Planned {
    Procedure(Procedure),
    Product(Product),
    Equipment(Equipment),
}

struct PlannedRow {
    seen: CataloguePreviewRow,
    item: Option<Planned>,
}

/// What a file would make of a catalogue.
#[derive(Default)]
pub(super) struct Plan {
    rows: Vec<PlannedRow>,
}

/// What stands before, and grows with every row read.
struct Standing {
    procedures: Vec<Procedure>,
    products: Vec<Product>,
    equipment: Vec<Equipment>,
    today: NaiveDate,
}

/// Looks at a file.
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`], [`ErrorCode::NoCatalogueSheet`].
pub fn preview(store: &Store, actor: &Actor, bytes: &[u8]) -> Result<CataloguePreview> {
    store.read(actor, Verb::CatalogueImportPreview, |read| {
        let mut drawn = 0;
        let plan = Plan::of(read.connection(), read.today(), sheets(bytes)?, || {
            drawn += 1;
            Uuid::from_u128(drawn)
        })?;
        Ok(plan.preview())
    })
}

/// Writes a file's rows, all of them or none.
///
/// # Errors
/// As [`preview`]; [`ErrorCode::ImportHasErrors`] with the number of rows that failed.
pub fn commit(store: &Store, actor: &Actor, bytes: &[u8]) -> Result<CataloguePreview> {
    let sheets = sheets(bytes)?;
    store.transact(actor, Verb::CatalogueImport, |tx| {
        let plan = Plan::of(tx.connection(), tx.today(), sheets, || tx.new_id())?;
        plan.write(tx)
    })
}

/// The sheets of a file that are catalogues, in the order in which they are read.
fn sheets(bytes: &[u8]) -> Result<Vec<(&'static SheetForm, Sheet)>> {
    let mut book = Book::open(bytes)?;
    let mut found = Vec::new();
    for name in book.sheet_names() {
        let sheet = book.sheet(&name)?;
        if let Some(form) = form_of(&sheet) {
            found.push((form, sheet));
        }
    }
    if found.is_empty() {
        return Err(ErrorCode::NoCatalogueSheet.into());
    }
    found.sort_by_key(|(form, _)| SHEETS.iter().position(|other| other.kind == form.kind));
    Ok(found)
}

/// The form most of whose columns a sheet has.
fn form_of(sheet: &Sheet) -> Option<&'static SheetForm> {
    let known =
        |form: &SheetForm| headings(form, sheet).map_or(0, |(_, fields)| fields.iter().flatten().count());
    SHEETS.iter().max_by_key(|form| known(form)).filter(|form| known(form) >= HEADINGS_LEAST)
}

/// The row of the headings, and the field of each column.
fn headings(form: &SheetForm, sheet: &Sheet) -> Option<(usize, Vec<Option<&'static str>>)> {
    form.headings(sheet, |fields| fields.contains(&Some("name")))
}

impl Plan {
    /// Reads sheets against what stands.
    pub(super) fn of(
        connection: &Connection,
        today: NaiveDate,
        sheets: Vec<(&'static SheetForm, Sheet)>,
        mut new_id: impl FnMut() -> Uuid,
    ) -> Result<Plan> {
        let mut standing = Standing {
            procedures: procedures::all(connection)?,
            products: products::all(connection)?,
            equipment: equipment::all(connection)?,
            today,
        };
        let mut plan = Plan::default();
        for (form, sheet) in sheets {
            let Some((header, fields)) = headings(form, &sheet) else { continue };
            let mut named = BTreeSet::new();
            for row in &sheet.rows[header + 1..] {
                let line = Line::of(&fields, row);
                plan.rows.push(standing.row(form.kind, row.number, &line, &mut named, &mut new_id)?);
            }
        }
        Ok(plan)
    }

    /// What a person looks at.
    pub(super) fn preview(&self) -> CataloguePreview {
        let count = |outcome| self.rows.iter().filter(|row| row.seen.outcome == outcome).count() as u32;
        CataloguePreview {
            rows: self
                .rows
                .iter()
                .map(|row| row.seen.clone())
                .filter(|row| row.outcome != RowOutcome::Same)
                .collect(),
            new: count(RowOutcome::New),
            changed: count(RowOutcome::Changed),
            same: count(RowOutcome::Same),
            failed: count(RowOutcome::Failed),
        }
    }

    /// Keeps only the rows that a person wants.
    pub(super) fn retain(&mut self, wanted: impl Fn(&CataloguePreviewRow) -> bool) {
        self.rows.retain(|row| wanted(&row.seen));
    }

    /// The prices taken off what is new.
    pub(super) fn without_prices(&mut self) {
        for row in &mut self.rows {
            if let Some(Planned::Procedure(procedure)) = &mut row.item {
                procedure.list_price = None;
            }
        }
    }

    /// The products that its procedures usually take.
    pub(super) fn usual_products(
        &self,
        wanted: impl Fn(&CataloguePreviewRow) -> bool,
    ) -> BTreeSet<ProductId> {
        self.rows
            .iter()
            .filter(|row| wanted(&row.seen))
            .filter_map(|row| match &row.item {
                Some(Planned::Procedure(procedure)) => Some(&procedure.usual_products),
                _ => None,
            })
            .flatten()
            .map(|usual| usual.product_id)
            .collect()
    }

    /// The names of its products by id.
    pub(super) fn product_name(&self, id: ProductId) -> Option<&str> {
        self.rows.iter().find_map(|row| match &row.item {
            Some(Planned::Product(product)) if product.id == id => Some(product.name.as_str()),
            _ => None,
        })
    }

    /// Its procedures and products as they are offered.
    pub(super) fn offers(&self) -> Vec<StarterItem> {
        let offer = |row: &PlannedRow| {
            let group = match row.item.as_ref()? {
                Planned::Procedure(procedure) => procedure.specialty.as_str(),
                Planned::Product(product) => product.kind.as_str(),
                Planned::Equipment(_) => return None,
            };
            let present = row.seen.outcome != RowOutcome::New;
            Some(StarterItem {
                item: row.seen.item,
                name: row.seen.name.clone(),
                group: group.to_owned(),
                present,
            })
        };
        self.rows.iter().filter_map(offer).collect()
    }

    /// Writes every row.
    pub(super) fn write(&self, tx: &Tx<'_>) -> Result<CataloguePreview> {
        let preview = self.preview();
        if preview.failed > 0 {
            return Err(ErrorCode::ImportHasErrors.with("rows", preview.failed));
        }
        tx.detail("new", preview.new);
        tx.detail("changed", preview.changed);
        for row in self.rows.iter().filter(|row| row.seen.outcome != RowOutcome::Same) {
            match &row.item {
                Some(Planned::Procedure(procedure)) => procedures::write(tx, procedure)?,
                Some(Planned::Product(product)) => products::write(tx, product)?,
                Some(Planned::Equipment(piece)) => equipment::write(tx, piece)?,
                None => {}
            }
        }
        Ok(preview)
    }
}

impl Standing {
    fn row(
        &mut self,
        item: Item,
        number: u32,
        line: &Line,
        named: &mut BTreeSet<String>,
        new_id: &mut impl FnMut() -> Uuid,
    ) -> Result<PlannedRow> {
        let read = match item {
            Item::Procedure => self.procedure(line, new_id),
            Item::Product => self.product(line, new_id),
            Item::Equipment | Item::Room => self.piece(line, new_id),
        };
        let name = line.cell("name").to_owned();
        let key = format!("{name}\n{}", line.cell("serialNumber"));
        // The second of two rows with one name would be a second item or undo the first.
        let read = match read {
            Ok(_) if !named.insert(key) => Err(ErrorCode::NameTaken.at("name")),
            read => read,
        };
        Ok(match read {
            Ok((outcome, changes, planned)) => PlannedRow {
                seen: CataloguePreviewRow { item, number, name, outcome, changes, problem: None },
                item: Some(planned),
            },
            Err(error) => PlannedRow {
                seen: CataloguePreviewRow {
                    item,
                    number,
                    name,
                    outcome: RowOutcome::Failed,
                    changes: Vec::new(),
                    problem: Some(RowProblem::from(&error)),
                },
                item: None,
            },
        })
    }

    fn procedure(&mut self, line: &Line, new_id: &mut impl FnMut() -> Uuid) -> Result<Read> {
        let was = found(&self.procedures, line, |other| (other.id.0, other.name == line.cell("name")))?;
        let id = was.map_or_else(|| ProcedureId(new_id()), |was| was.id);
        let procedure = line::procedure(line, was, &self.products)?.checked(id)?;
        let (outcome, changes) = outcome(was, &procedure)?;
        Ok((outcome, changes, Planned::Procedure(procedure)))
    }

    fn product(&mut self, line: &Line, new_id: &mut impl FnMut() -> Uuid) -> Result<Read> {
        let was = found(&self.products, line, |other| (other.id.0, other.name == line.cell("name")))?;
        let id = was.map_or_else(|| ProductId(new_id()), |was| was.id);
        let product = line::product(line, was)?.checked(id)?;
        let (outcome, changes) = outcome(was, &product)?;
        self.products.retain(|other| other.id != id);
        self.products.push(product.clone());
        Ok((outcome, changes, Planned::Product(product)))
    }

    fn piece(&mut self, line: &Line, new_id: &mut impl FnMut() -> Uuid) -> Result<Read> {
        let was = found(&self.equipment, line, |other| {
            let same_serial = other.serial_number == line.cell("serialNumber");
            (other.id.0, other.name == line.cell("name") && same_serial)
        })?;
        let id = was.map_or_else(|| EquipmentId(new_id()), |was| was.id);
        let piece = line::equipment(line, was)?.checked(id, self.today)?;
        let (outcome, changes) = outcome(was, &piece)?;
        Ok((outcome, changes, Planned::Equipment(piece)))
    }
}

type Read = (RowOutcome, Vec<FieldChange>, Planned);

/// The item that a row is about: the one of its id, else the one that `is` it.
fn found<'a, T>(items: &'a [T], line: &Line, is: impl Fn(&T) -> (Uuid, bool)) -> Result<Option<&'a T>> {
    let id = line.cell(columns::ID);
    if !id.is_empty() {
        let id: Uuid = id.parse().map_err(|_| ErrorCode::CellUnreadable.at(columns::ID).with("cell", id))?;
        if let Some(item) = items.iter().find(|item| is(item).0 == id) {
            return Ok(Some(item));
        }
    }
    Ok(items.iter().find(|item| is(item).1))
}

fn outcome<T: Serialize>(was: Option<&T>, now: &T) -> Result<(RowOutcome, Vec<FieldChange>)> {
    let changes = differences(was, now)?;
    Ok(match was {
        None => (RowOutcome::New, Vec::new()),
        Some(_) if changes.is_empty() => (RowOutcome::Same, changes),
        Some(_) => (RowOutcome::Changed, changes),
    })
}

impl From<&Error> for RowProblem {
    fn from(error: &Error) -> RowProblem {
        RowProblem {
            code: error.code,
            field: error.field.map(str::to_owned),
            params: error.params.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
        }
    }
}

/// A text file of the program's own, read as one sheet.
pub(super) fn own_sheet(item: Item, text: &'static str) -> Result<(&'static SheetForm, Sheet)> {
    let form = SHEETS.iter().find(|form| form.kind == item).ok_or(ErrorCode::NoCatalogueSheet)?;
    Ok((form, Book::open(text.as_bytes())?.sheet("")?))
}
