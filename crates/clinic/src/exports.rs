//! A file that is written out: whole or not there, and never without its trace.

use std::fs::{self, File};
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::error::{Error, ErrorCode, Result};

type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Writes a file under a temporary name, leaves the trace, and only then gives it its name. Whatever fails, no file
/// is left.
pub(crate) fn whole<T>(
    path: &Path,
    write: impl FnOnce(&Path) -> Result<T>,
    trace: impl FnOnce(&T) -> Result<()>,
) -> Result<T> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    let unfinished = path.with_file_name(name);
    write(&unfinished)
        .and_then(|written| {
            trace(&written)?;
            fs::rename(&unfinished, path).map_err(|error| failed(path, error))?;
            Ok(written)
        })
        .inspect_err(|_| {
            let _ = fs::remove_file(&unfinished);
        })
}

/// The file could not be written.
pub(crate) fn failed(path: &Path, cause: impl Into<Cause>) -> Error {
    ErrorCode::ExportFailed.with("path", path.display()).because(cause)
}

/// A workbook of one sheet: headings, and rows as text: no spreadsheet runs a cell, and no phone loses its zero.
pub(crate) fn sheet<'a, R>(
    headings: impl IntoIterator<Item = &'a str>,
    rows: impl IntoIterator<Item = R>,
) -> Result<Workbook, XlsxError>
where
    R: IntoIterator<Item = &'a String>,
{
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    for (line, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row) {
            sheet.write_string_with_format(line, column, cell, &text)?;
        }
    }
    sheet.set_autofit_max_width(480).autofit();
    sheet.set_freeze_panes(1, 0)?;
    Ok(book)
}

/// Saves a workbook, on the disk when it returns.
pub(crate) fn save(book: &mut Workbook, path: &Path) -> Result<()> {
    let file = File::create(path).map_err(|error| failed(path, error))?;
    let finished = file.try_clone().map_err(|error| failed(path, error))?;
    book.save_to_writer(file).map_err(|error| failed(path, error))?;
    finished.sync_all().map_err(|error| failed(path, error))
}
