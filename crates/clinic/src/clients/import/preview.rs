//! What an import would do, before anything is written.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};

use super::list::List;
use super::repairs::{Repair, Repairs};
use super::row::ReadRow;
use super::{Columns, ImportPreview, PreviewRow, RowState, duplicates, list};
use crate::actor::Actor;
use crate::error::Result;
use crate::store::Store;
use crate::verbs::Verb;

/// How many rows are shown as they will be read.
const ROWS_SHOWN: usize = 50;
/// How many errors and duplicates are told.
const TOLD: usize = 1_000;

/// Reads a spreadsheet and says what would become of every row. `file_name` is for the log only: what the bytes
/// are, they say themselves.
///
/// # Errors
/// [`crate::ErrorCode::ImportUnreadable`].
pub fn preview(
    store: &Store,
    actor: &Actor,
    file_name: &str,
    bytes: &[u8],
    known: &Columns,
) -> Result<ImportPreview> {
    store.read(actor, Verb::ClientImportPreview, |read| {
        tracing::info!(file_name, bytes = bytes.len(), "reading a list of clients");
        let List { sheets, headings, mapping, samples, mut rows, mut counts, mut repairs } =
            list::read(bytes, known, read.today())?;
        let not_imported: Vec<String> = headings
            .iter()
            .enumerate()
            .filter(|(column, heading)| {
                !heading.is_empty() && mapping.columns.get(*column).copied().flatten().is_none()
            })
            .map(|(_, heading)| heading.clone())
            .collect();
        let mut preview = ImportPreview {
            sheets,
            headings,
            mapping,
            samples,
            not_imported,
            counts,
            rows: Vec::new(),
            errors: Vec::new(),
            duplicates: Vec::new(),
            repairs: Vec::new(),
        };
        // Without names every row would be an error, which helps nobody: the mapping lacks its column.
        if preview.mapping.columns.contains(&Some(super::ImportField::Name)) {
            let (states, known) = duplicates::states(read.connection(), &rows)?;
            let count = |state| {
                u32::try_from(states.iter().filter(|other| **other == state).count()).unwrap_or(u32::MAX)
            };
            counts.ready = count(RowState::Ready);
            counts.errors = count(RowState::Error);
            counts.duplicates_in_file = count(RowState::DuplicateInFile);
            counts.duplicates_of_clients = count(RowState::DuplicateOfClient);
            note_taken_numbers(read.connection(), &rows, &mut repairs)?;
            preview.counts = counts;
            preview.rows =
                rows.iter().zip(&states).take(ROWS_SHOWN).map(|(row, state)| shown(row, *state)).collect();
            preview.errors =
                rows.iter_mut().flat_map(|row| std::mem::take(&mut row.errors)).take(TOLD).collect();
            preview.duplicates = known.into_iter().take(TOLD).collect();
            preview.repairs = repairs.into_list();
        }
        Ok(preview)
    })
}

fn note_taken_numbers(connection: &Connection, rows: &[ReadRow], repairs: &mut Repairs) -> Result<()> {
    let mut seen = HashSet::new();
    let mut taken = connection.prepare("SELECT 1 FROM client WHERE member_number = ?1")?;
    for row in rows.iter().filter(|row| row.checked.is_some()) {
        if let Some(number) = &row.member_number
            && (!seen.insert(number) || taken.query_row([number], |_| Ok(())).optional()?.is_some())
        {
            repairs.note(Repair::MemberNumberTaken, row.number, number, "");
        }
    }
    Ok(())
}

fn shown(row: &ReadRow, state: RowState) -> PreviewRow {
    // As it will be written where it passed every check, else as far as it was read.
    let typed = &row.input;
    let checked = row.checked.as_ref();
    PreviewRow {
        row: row.number,
        state,
        member_number: row.member_number.clone(),
        name: checked.map_or(&typed.name, |checked| &checked.name).clone(),
        sex: typed.sex,
        birthday: checked.map_or(&typed.birthday, |checked| &checked.birthday).clone(),
        phones: typed.phones.iter().filter_map(|phone| phone.number.clone()).collect(),
        id_number: checked
            .map_or_else(|| typed.id_number.clone(), |checked| checked.id_number.clone().flatten()),
        source: checked.map_or(&typed.source, |checked| &checked.source).clone(),
        tags: checked.map_or(&typed.tags, |checked| &checked.tags).clone(),
        notes: checked.map_or(&typed.notes, |checked| &checked.notes).clone(),
    }
}
