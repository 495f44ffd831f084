//! A whole file read: the sheet, what its columns hold, and every row that is somebody.

use super::repairs::Repairs;
use super::row::{ReadRow, RowReader, text_of};
use super::{Columns, ImportCounts, ImportField, Mapping, cells, columns};
use crate::error::{ErrorCode, Result};
use crate::spreadsheet::{Book, Cell, Row, Sheet};

/// What a row of sums begins with.
const SUMS: &[&str] = &["合计", "合計", "总计", "總計", "小计", "小計", "共计", "共計", "total", "subtotal"];
/// What a row begins with that is a remark and nobody.
const REMARKS: &[&str] = &[
    "备注", "備註", "说明", "說明", "注:", "注：", "制表", "填表", "审核", "打印", "统计", "remark", "note:",
];
/// A longer text in the name's column, alone in its row, is a remark.
const LONGEST_LONE_NAME: usize = 12;

/// How many values of a column are shown, found in how many rows, cut to how many characters.
const SAMPLES: usize = 3;
const ROWS_SAMPLED: usize = 200;
const SAMPLE_LONGEST: usize = 40;

/// A file, read.
pub(super) struct List {
    pub(super) sheets: Vec<String>,
    pub(super) headings: Vec<String>,
    pub(super) mapping: Mapping,
    pub(super) samples: Vec<Vec<String>>,
    pub(super) rows: Vec<ReadRow>,
    /// `rows`, `blank` and `remarks`.
    pub(super) counts: ImportCounts,
    pub(super) repairs: Repairs,
}

impl List {
    /// Whether a column holds the name: without one no row is anybody.
    pub(super) fn has_names(&self) -> bool {
        self.mapping.columns.contains(&Some(ImportField::Name))
    }
}

/// Reads a file by the mapping given, else by the one guessed.
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`].
pub(super) fn read(bytes: &[u8], known: &Columns, today: chrono::NaiveDate) -> Result<List> {
    let mut book = Book::open(bytes)?;
    let names = book.sheet_names();
    let (sheet, mapping) = match known {
        Columns::Mapped(mapping) => (book.sheet(&mapping.sheet)?, mapping.clone()),
        Columns::Guess(sheet) => {
            let sheet = match sheet {
                Some(name) => book.sheet(name)?,
                None => likeliest(&mut book, &names)?,
            };
            let mapping = columns::guess(&sheet);
            (sheet, mapping)
        }
    };
    let headings = columns::headings(&sheet, mapping.header_row);
    let mut list = List {
        sheets: if matches!(book, Book::Delimited(_)) { Vec::new() } else { names },
        samples: samples(&sheet, mapping.header_row, headings.len()),
        headings,
        mapping,
        rows: Vec::new(),
        counts: ImportCounts::default(),
        repairs: Repairs::default(),
    };
    let body = sheet.rows.partition_point(|row| row.number <= list.mapping.header_row);
    let header =
        body.checked_sub(1).and_then(|index| sheet.rows.get(index)).filter(|_| list.mapping.header_row > 0);
    let reader = RowReader { mapping: &list.mapping, headings: &list.headings, today };
    let mut before = list.mapping.header_row;
    for row in &sheet.rows[body..] {
        list.counts.blank += row.number - before - 1;
        before = row.number;
        if is_empty(row) {
            list.counts.blank += 1;
        } else if is_remark(row, &list.mapping, header) {
            list.counts.remarks += 1;
        } else {
            list.rows.push(reader.read(row, &mut list.repairs));
        }
    }
    list.counts.rows = u32::try_from(list.rows.len()).unwrap_or(u32::MAX);
    Ok(list)
}

/// The first different values of each column, below the headings.
fn samples(sheet: &Sheet, header_row: u32, columns: usize) -> Vec<Vec<String>> {
    let mut samples = vec![Vec::new(); columns];
    for row in sheet.rows.iter().filter(|row| row.number > header_row).take(ROWS_SAMPLED) {
        for (sample, cell) in samples.iter_mut().zip(&row.cells) {
            if sample.len() < SAMPLES
                && let Some(text) = text_of(cell)
            {
                let text: String = text.chars().take(SAMPLE_LONGEST).collect();
                if !sample.contains(&text) {
                    sample.push(text);
                }
            }
        }
    }
    samples
}

/// The first sheet that has a column of names; else the first that holds anything.
fn likeliest(book: &mut Book<'_>, names: &[String]) -> Result<Sheet> {
    let mut first = None;
    for name in names {
        let sheet = book.sheet(name)?;
        if columns::guess(&sheet).columns.contains(&Some(ImportField::Name)) {
            return Ok(sheet);
        }
        first = first.or(Some(sheet).filter(|sheet| !sheet.rows.is_empty()));
    }
    first.ok_or_else(|| ErrorCode::ImportUnreadable.into())
}

/// Two to four words in Latin letters, each with a capital.
fn is_latin_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(|c: char| c.is_ascii_uppercase())
                && word.chars().all(|c| c.is_ascii_alphabetic() || matches!(c, '\'' | '-' | '.'))
        })
}

/// Whether nothing stands in the row but what a merged cell above put there.
fn is_empty(row: &Row) -> bool {
    row.cells.iter().enumerate().all(|(column, cell)| *cell == Cell::Empty || row.filled.contains(&column))
}

fn is_remark(row: &Row, mapping: &Mapping, header: Option<&Row>) -> bool {
    let own: Vec<(usize, String)> = row
        .cells
        .iter()
        .enumerate()
        .filter(|(column, _)| !row.filled.contains(column))
        .filter_map(|(column, cell)| Some((column, text_of(cell)?)))
        .collect();
    // The headings again, as every printed page has them.
    if let Some(header) = header
        && own.len() > 1
        && own.iter().all(|(column, text)| header.cells.get(*column).and_then(text_of).as_ref() == Some(text))
    {
        return true;
    }
    let field = |column: usize| mapping.columns.get(column).copied().flatten();
    let name = own.iter().find(|(column, _)| field(*column) == Some(ImportField::Name));
    let has_phone = own.iter().any(|(column, _)| field(*column) == Some(ImportField::Phone));
    let begins = |text: &str, words: &[&str]| {
        let text = cells::narrow(text).to_lowercase();
        words.iter().any(|word| text.starts_with(word))
    };
    if let Some((column, text)) = own.first().filter(|_| !has_phone) {
        let in_place_of_name = name.is_none_or(|(named, _)| named == column);
        if begins(text, SUMS) || (in_place_of_name && begins(text, REMARKS)) {
            return true;
        }
    }
    match (own.as_slice(), name) {
        // Elizabeth Taylor has no phone, and is nobody's remark.
        ([(_, text)], Some(_)) if is_latin_name(text) => false,
        ([(_, text)], Some(_)) => {
            text.chars().count() > LONGEST_LONE_NAME || text.contains(['：', ':', '，', '。', '；', '、'])
        }
        ([(column, _)], None) => field(*column).is_none(),
        _ => false,
    }
}
