//! Writing an import: one transaction, one change record, all of it or nothing.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use rusqlite::{OptionalExtension, params};

use super::row::ReadRow;
use super::{Columns, Duplicates, ImportDone, ImportOptions, ImportPhase, RowState, duplicates, list};
use crate::actor::Actor;
use crate::clients::types::{AlertKind, Severity};
use crate::clients::{create, member};
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{AlertId, ClientId, ImportId};
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// How many rows go by between two reports of progress.
const PROGRESS_EVERY: usize = 200;

/// Imports. `progress` hears how many rows of how many a phase has done; `cancelled` may be set from another
/// thread at any time until the files stand ([`ImportPhase::Indexing`]).
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`], [`ErrorCode::ImportNoNameColumn`], [`ErrorCode::ImportHasErrors`] with the
/// number of rows, [`ErrorCode::Cancelled`]. Nothing is written then.
#[allow(clippy::too_many_arguments)] // what is imported, how, and how one hears of it
pub fn commit(
    store: &Store,
    actor: &Actor,
    file_name: &str,
    bytes: &[u8],
    known: &Columns,
    options: ImportOptions,
    progress: &dyn Fn(ImportPhase, u64, u64),
    cancelled: &AtomicBool,
) -> Result<ImportDone> {
    actor.require(Verb::ClientImport)?;
    let file_name = fields::optional("fileName", file_name, fields::LINE_MAX)?;
    progress(ImportPhase::Reading, 0, 0);
    let list = list::read(bytes, known, store.today())?;
    if !list.has_names() {
        return Err(ErrorCode::ImportNoNameColumn.into());
    }
    let errors = list.rows.iter().filter(|row| row.checked.is_none()).count();
    if errors > 0 && !options.skip_errors {
        return Err(ErrorCode::ImportHasErrors.with("rows", errors));
    }
    let stop = || if cancelled.load(Ordering::Relaxed) { Err(ErrorCode::Cancelled) } else { Ok(()) };
    let done = store.transact(actor, Verb::ClientImport, |tx| {
        let (states, _) = duplicates::states(tx.connection(), &list.rows)?;
        let wanted = |state: &RowState| match state {
            RowState::Ready => true,
            RowState::Error => false,
            RowState::DuplicateInFile | RowState::DuplicateOfClient => options.duplicates == Duplicates::Import,
        };
        let chosen: Vec<&ReadRow> =
            list.rows.iter().zip(&states).filter(|(_, state)| wanted(state)).map(|(row, _)| row).collect();
        let import = ImportId(tx.new_id());
        tx.detail("file", &file_name);
        tx.detail("rows", chosen.len());
        tx.connection().execute(
            "INSERT INTO client_import (id, file_name, rows, imported_at, imported_by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![import, file_name, chosen.len() as i64, tx.now(), tx.staff_id()],
        )?;
        let mut numbers = Numbers::new(&chosen);
        let total = chosen.len() as u64;
        for (index, row) in chosen.iter().enumerate() {
            stop()?;
            if index % PROGRESS_EVERY == 0 {
                progress(ImportPhase::Writing, index as u64, total);
            }
            let Some(checked) = &row.checked else { continue };
            let number = numbers.of(tx, row.member_number.as_deref())?;
            let client = create::insert(tx, checked, Some(import), Some(&number))?;
            for allergy in &row.allergies {
                insert_allergy(tx, client, allergy)?;
            }
        }
        progress(ImportPhase::Writing, total, total);
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        Ok(ImportDone {
            import_id: import,
            imported: count(chosen.len()),
            skipped: count(list.rows.len() - chosen.len()),
            renumbered: numbers.renumbered,
        })
    })?;
    // The files stand. What is left here when the program is ended is made up for when it is started.
    if let Err(error) = store.index_waiting(&|done, total| progress(ImportPhase::Indexing, done, total)) {
        tracing::error!(%error, "the search index waits");
    }
    Ok(done)
}

/// The list says what, not how bad: an alert of middle severity, so that it is seen on arrival and asked about.
fn insert_allergy(tx: &Tx<'_>, client: ClientId, substance: &str) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO client_alert (id, client_id, kind, substance, severity, reaction, noted_at, noted_by)
             VALUES (?1, ?2, ?3, ?4, ?5, '', ?6, ?7)",
        )?
        .execute(params![
            AlertId(tx.new_id()),
            client,
            AlertKind::Allergy,
            substance,
            Severity::Moderate,
            tx.now(),
            tx.staff_id()
        ])?;
    Ok(())
}

/// Member numbers: a number that the list gives stays where it is free, else the next is given.
struct Numbers<'a> {
    /// Numbers that stand in the list: none of them is given to another.
    in_list: HashSet<&'a str>,
    last: Option<(String, u32)>,
    renumbered: u32,
}

impl<'a> Numbers<'a> {
    fn new(rows: &[&'a ReadRow]) -> Numbers<'a> {
        let in_list = rows.iter().filter_map(|row| row.member_number.as_deref()).collect();
        Numbers { in_list, last: None, renumbered: 0 }
    }

    fn of(&mut self, tx: &Tx<'_>, given: Option<&str>) -> Result<String> {
        if let Some(given) = given {
            if is_free(tx, given)? {
                return Ok(given.to_owned());
            }
            self.renumbered += 1;
        }
        loop {
            let next = self.next(tx)?;
            if !self.in_list.contains(next.as_str()) && is_free(tx, &next)? {
                return Ok(next);
            }
        }
    }

    /// One query for the first; the others follow from it.
    fn next(&mut self, tx: &Tx<'_>) -> Result<String> {
        let (letter, number) = match self.last.take() {
            Some((letter, number)) => (letter, number + 1),
            None => {
                let next = member::next_number(tx)?;
                let digits = next.len() - next.bytes().rev().take_while(u8::is_ascii_digit).count();
                let number =
                    next[digits..].parse().map_err(|error| ErrorCode::StorageFailed.because(error))?;
                (next[..digits].to_owned(), number)
            }
        };
        let next = format!("{letter}{number:06}");
        self.last = Some((letter, number));
        Ok(next)
    }
}

fn is_free(tx: &Tx<'_>, number: &str) -> Result<bool> {
    let mut statement = tx.connection().prepare_cached("SELECT 1 FROM client WHERE member_number = ?1")?;
    Ok(statement.query_row([number], |_| Ok(())).optional()?.is_none())
}
