//! A spreadsheet's cells, whatever the file's format, and nothing of what they mean.

mod delimited;
pub(crate) mod form;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::AssertUnwindSafe;

use calamine::{Data, DataRef, DataType, Dimensions, ExcelDateTime, Reader, Sheets, Xlsx};

use crate::error::{Error, ErrorCode, Result};

/// Columns beyond this are nobody's list.
const COLUMNS_MAX: usize = 256;
/// Larger files are not a clinic's list.
const BYTES_MAX: usize = 256 << 20;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Cell {
    #[default]
    Empty,
    Text(String),
    Number(f64),
    /// A date, by year, month, day; a time of day is dropped.
    Date(u16, u8, u8),
    /// A formula that failed: #N/A.
    Failed(String),
}

impl Cell {
    /// As a text: numbers written out, dates as YYYY-MM-DD.
    pub(crate) fn written(&self) -> String {
        match self {
            Cell::Empty => String::new(),
            Cell::Text(text) | Cell::Failed(text) => text.clone(),
            Cell::Number(number) if number.fract() == 0.0 && number.abs() < 1e18 => format!("{number:.0}"),
            Cell::Number(number) => format!("{number}"),
            Cell::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// A row that is not empty.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// As the spreadsheet numbers it, from 1.
    pub(crate) number: u32,
    pub(crate) cells: Vec<Cell>,
    /// Columns whose value was filled in from a merged cell above.
    pub(crate) filled: Vec<usize>,
}

/// One sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Rising by number; empty rows are left out.
    pub(crate) rows: Vec<Row>,
}

/// A file with its sheets, read one by one.
pub(crate) enum Book<'a> {
    Xlsx(Box<Xlsx<Cursor<&'a [u8]>>>),
    Other(Box<Sheets<Cursor<&'a [u8]>>>),
    Delimited(Sheet),
}

impl Book<'_> {
    /// Opens by what the bytes are, not by the file's name.
    ///
    /// # Errors
    /// [`ErrorCode::ImportUnreadable`].
    pub(crate) fn open(bytes: &[u8]) -> Result<Book<'_>> {
        if bytes.is_empty() || bytes.len() > BYTES_MAX {
            return Err(ErrorCode::ImportUnreadable.into());
        }
        let is_zip = bytes.starts_with(b"PK");
        let is_compound = bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
        if !is_zip && !is_compound {
            return Ok(Book::Delimited(delimited::read(bytes)?));
        }
        contained(|| {
            if is_zip && let Ok(xlsx) = Xlsx::new(Cursor::new(bytes)) {
                return Ok(Book::Xlsx(Box::new(xlsx)));
            }
            let other = calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
            Ok(Book::Other(Box::new(other)))
        })
    }

    /// The names of the sheets; a text file has one without a name.
    pub(crate) fn sheet_names(&self) -> Vec<String> {
        match self {
            Book::Xlsx(book) => book.sheet_names(),
            Book::Other(book) => book.sheet_names(),
            Book::Delimited(_) => vec![String::new()],
        }
    }

    /// Reads a sheet.
    ///
    /// # Errors
    /// [`ErrorCode::ImportUnreadable`].
    pub(crate) fn sheet(&mut self, name: &str) -> Result<Sheet> {
        contained(|| match self {
            Book::Xlsx(book) => {
                let merged = book.merge_cells_by_sheet_name(name).unwrap_or_default();
                let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
                let mut cells = book.worksheet_cells_reader(name).map_err(unreadable)?;
                while let Some(cell) = cells.next_cell().map_err(unreadable)? {
                    let (row, column) = cell.get_position();
                    put(&mut rows, row, column as usize, of_ref(cell.get_value()));
                }
                Ok(sheet(name, rows, &merged))
            }
            Book::Other(book) => {
                let range = book.worksheet_range(name).map_err(unreadable)?;
                let (top, left) = range.start().unwrap_or_default();
                let mut rows = BTreeMap::new();
                for (row, column, value) in range.used_cells() {
                    put(&mut rows, top + row as u32, left as usize + column, of_data(value));
                }
                let merged = match &**book {
                    Sheets::Xls(xls) => xls.merge_cells_by_sheet_name(name).unwrap_or_default(),
                    _ => Vec::new(),
                };
                Ok(sheet(name, rows, &merged))
            }
            Book::Delimited(sheet) => Ok(sheet.clone()),
        })
    }
}

/// A reader of foreign bytes that panics must not take the program with it.
fn contained<T>(read: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(ErrorCode::ImportUnreadable.into()))
}

fn unreadable(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    ErrorCode::ImportUnreadable.because(error)
}

fn put(rows: &mut BTreeMap<u32, Vec<Cell>>, row: u32, column: usize, cell: Cell) {
    if cell != Cell::Empty && column < COLUMNS_MAX {
        let cells = rows.entry(row).or_default();
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
    }
}

/// A cell merged over several rows counts for each of those that are not empty. Merged over several columns it
/// is a title or a remark and stays where it is.
fn sheet(name: &str, rows: BTreeMap<u32, Vec<Cell>>, merged: &[Dimensions]) -> Sheet {
    let number = |(row, cells)| Row { number: row + 1, cells, filled: Vec::new() };
    let mut rows: Vec<Row> = rows.into_iter().map(number).collect();
    for region in
        merged.iter().filter(|region| region.start.1 == region.end.1 && region.end.0 > region.start.0)
    {
        let column = region.start.1 as usize;
        let first = rows.partition_point(|row| row.number <= region.start.0);
        let after = rows.partition_point(|row| row.number <= region.end.0 + 1);
        let Some(top) = rows.get(first).filter(|row| row.number == region.start.0 + 1) else { continue };
        let Some(value) = top.cells.get(column).filter(|cell| **cell != Cell::Empty).cloned() else {
            continue;
        };
        for row in &mut rows[first + 1..after] {
            if row.cells.len() <= column {
                row.cells.resize(column + 1, Cell::Empty);
            }
            if row.cells[column] == Cell::Empty {
                row.cells[column] = value.clone();
                row.filled.push(column);
            }
        }
    }
    Sheet { name: name.to_owned(), rows }
}

fn of_ref(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::SharedString(text) => text_cell(text),
        DataRef::String(text) => text_cell(text),
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::DateTime(time) => date_cell(time),
        DataRef::Error(error) => Cell::Failed(error.to_string()),
        other => other.as_string().map_or(Cell::Empty, |text| text_cell(&text)),
    }
}

fn of_data(value: &Data) -> Cell {
    match value {
        Data::String(text) => text_cell(text),
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(time) => date_cell(time),
        Data::Error(error) => Cell::Failed(error.to_string()),
        other => other.as_string().map_or(Cell::Empty, |text| text_cell(&text)),
    }
}

fn date_cell(time: &ExcelDateTime) -> Cell {
    // A phone or a number in a column formatted as a date is no day number.
    if time.is_duration() || !(1.0..200_000.0).contains(&time.as_f64()) {
        return Cell::Number(time.as_f64());
    }
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    Cell::Date(year, month, day)
}

/// A text that shows nothing is nothing.
pub(crate) fn text_cell(text: &str) -> Cell {
    let shows = |c: char| !c.is_whitespace() && !c.is_control() && !is_invisible(c) && c != '\'';
    if text.chars().any(shows) { Cell::Text(text.to_owned()) } else { Cell::Empty }
}

/// Characters that no one sees: zero-width, direction marks, byte order marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
