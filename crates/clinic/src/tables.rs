//! Any table of the screens as a spreadsheet, in the words in which it stands there.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::exports::{self, failed};
use crate::fields;
use crate::store::Store;
use crate::verbs::Verb;

/// The most rows and columns that a spreadsheet holds.
const ROWS_MAX: usize = 1_048_575;
const COLUMNS_MAX: usize = 256;
/// The longest text in a cell; what is longer is cut.
const CELL_MAX: usize = 32_767;

/// A table as it is shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportTable {
    /// What it is called.
    pub title: String,
    /// One a column.
    pub headings: Vec<String>,
    /// The cells of each row, as many as there are headings.
    pub rows: Vec<Vec<String>>,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TableExported {
    /// The file.
    pub path: String,
    /// How many rows it has.
    pub rows: u32,
}

/// Writes the table as XLSX, under a temporary name until it is whole. The trace of it stands before the file does.
///
/// # Errors
/// [`ErrorCode::InvalidValue`] for a table that no spreadsheet holds, [`ErrorCode::ExportFailed`] with the path. No
/// file is left then.
pub fn export(store: &Store, actor: &Actor, input: &ExportTable, path: &Path) -> Result<TableExported> {
    actor.require(Verb::TableExport)?;
    let title = fields::required("title", &input.title, fields::NAME_MAX)?;
    let columns = input.headings.len();
    let fits = input.rows.iter().all(|row| row.len() == columns) && input.rows.len() <= ROWS_MAX;
    if columns == 0 || columns > COLUMNS_MAX || !fits {
        return Err(ErrorCode::InvalidValue.at("rows"));
    }
    let cut = |cell: &String| cell.chars().take(CELL_MAX).collect::<String>();
    let rows: Vec<Vec<String>> = input.rows.iter().map(|row| row.iter().map(cut).collect()).collect();
    let write = |unfinished: &Path| {
        let mut book = exports::sheet(input.headings.iter().map(String::as_str), &rows)
            .map_err(|error| failed(unfinished, error))?;
        exports::save(&mut book, unfinished)
    };
    exports::whole(path, write, |()| {
        store.transact(actor, Verb::TableExport, |tx| {
            tx.detail("title", &title);
            tx.detail("rows", rows.len());
            tx.leave_line();
            Ok(())
        })
    })?;
    Ok(TableExported {
        path: path.display().to_string(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
    })
}
