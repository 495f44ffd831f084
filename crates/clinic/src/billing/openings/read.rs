//! A spreadsheet's rows of opening balances, and nothing yet of whose they are.

use super::form::{SHEETS, SheetKind};
use crate::error::{ErrorCode, Result};
use crate::spreadsheet::form::{Form, Line};
use crate::spreadsheet::{Book, Sheet};

/// A row.
pub(super) struct Typed {
    pub(super) sheet: String,
    pub(super) number: u32,
    pub(super) kind: SheetKind,
    pub(super) line: Line,
}

/// What a row may name its client by.
const IDENTITY: [&str; 3] = ["memberNumber", "phone", "name"];
/// What a list ends with where people added it up.
const SUMS: [&str; 5] = ["合计", "总计", "小计", "合　计", "total"];

/// Every row of every sheet that holds opening balances.
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`], [`ErrorCode::NoOpeningSheet`].
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Typed>> {
    let mut book = Book::open(bytes)?;
    let mut rows = Vec::new();
    let mut known = false;
    for name in book.sheet_names() {
        let sheet = book.sheet(&name)?;
        let Some((form, header, fields)) = form_of(&sheet) else { continue };
        known = true;
        let lines = sheet.rows[header + 1..].iter().map(|row| (row.number, Line::of(&fields, row)));
        rows.extend(lines.filter(|(_, line)| says_something(form, line)).map(|(number, line)| Typed {
            sheet: name.clone(),
            number,
            kind: form.kind,
            line,
        }));
    }
    if known { Ok(rows) } else { Err(ErrorCode::NoOpeningSheet.into()) }
}

type Headed = (&'static Form<SheetKind>, usize, Vec<Option<&'static str>>);

fn form_of(sheet: &Sheet) -> Option<Headed> {
    // What has procedures has sessions, whatever else its columns could mean.
    SHEETS.iter().rev().find_map(|form| {
        let needs = |fields: &[Option<&'static str>]| {
            let has = |field: &str| fields.iter().flatten().any(|known| *known == field);
            IDENTITY.iter().any(|field| has(field))
                && match form.kind {
                    SheetKind::Sessions => has("procedure") && has("sessions"),
                    SheetKind::Balances => own(form).any(has),
                }
        };
        form.headings(sheet, needs).map(|(header, fields)| (form, header, fields))
    })
}

/// The columns that say what a client had.
fn own(form: &'static Form<SheetKind>) -> impl Iterator<Item = &'static str> {
    form.columns.iter().map(|column| column.field).filter(|field| !IDENTITY.contains(field))
}

/// A row without an amount says nothing, and a sum is nobody's.
fn says_something(form: &'static Form<SheetKind>, line: &Line) -> bool {
    let name = line.cell("name").to_lowercase();
    let sum = SUMS.contains(&name.as_str())
        && ["memberNumber", "phone"].iter().all(|field| line.cell(field).is_empty());
    let said = |field: &'static str| !matches!(line.cell(field), "" | "0" | "0.0" | "0.00" | "-");
    !sum && own(form).any(said)
}
