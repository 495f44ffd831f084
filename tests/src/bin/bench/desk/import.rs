//! An old list becoming clients.

use super::clinic::{Clinic, HEADINGS, lists};
use anyhow::{Context, Result};
use calamine::Reader as _;
use jingtai_clinic::clients::import::{self, Columns, Duplicates, ImportOptions, ImportPhase};
use jingtai_tests::report::{Goal, Measure};
use std::cell::Cell;
use std::io::Cursor;
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Reading is measured as the library reads the sheet that the import reads.
pub(super) fn measure(rows: u64) -> Result<Vec<Measure>> {
    let list = workbook(rows)?;
    let reading = Instant::now();
    let mut book = calamine::open_workbook_auto_from_rs(Cursor::new(&list))?;
    let sheet = book.worksheet_range_at(0).context("a sheet")??;
    let reading = reading.elapsed().as_secs_f64();
    anyhow::ensure!(sheet.height() as u64 == rows + 1, "the list has every row");
    drop((sheet, book));

    let clinic = Clinic::empty()?;
    let (began, stands) = (Instant::now(), Cell::new(None));
    let hear = |phase, _, _| {
        if phase == ImportPhase::Indexing && stands.get().is_none() {
            stands.set(Some(began.elapsed().as_secs_f64()));
        }
    };
    let options = ImportOptions { skip_errors: false, duplicates: Duplicates::Import };
    let (guess, never) = (Columns::Guess(None), AtomicBool::new(false));
    import::commit(&clinic.store, &clinic.owner, "list.xlsx", &list, &guess, options, &hear, &never)?;
    let all = began.elapsed().as_secs_f64();
    let stands = stands.get().unwrap_or(all);
    let measure =
        |name, seconds| Measure::new(name, seconds, "s").beside("calamine reading the file", reading);
    Ok(vec![
        measure("import: until every row stands", stands).goal(Goal::RatioAtMost(5.0)),
        measure("import: until every name is found", all),
    ])
}

fn workbook(rows: u64) -> Result<Vec<u8>> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(HEADINGS) {
        sheet.write_string(0, column, heading)?;
    }
    for (row, cells) in (1..).zip(lists(rows).flatten()) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell)?;
        }
    }
    Ok(book.save_to_buffer()?)
}
