//! An empty spreadsheet with the columns that are read.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::form::{NOTES, SHEETS};
use crate::actor::Actor;
use crate::catalogue::FileLanguage;
use crate::error::Result;
use crate::exports::{self, failed};
use crate::store::Store;
use crate::verbs::Verb;

/// In which language.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OpeningTemplate {
    /// Of the headings and notes.
    pub language: FileLanguage,
}

/// A written template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OpeningTemplateWritten {
    /// The file.
    pub path: String,
}

/// Writes it.
///
/// # Errors
/// [`crate::ErrorCode::ExportFailed`] with the path. No file is left then.
pub fn write(
    store: &Store,
    actor: &Actor,
    input: OpeningTemplate,
    path: &Path,
) -> Result<OpeningTemplateWritten> {
    actor.require(Verb::OpeningPreview)?;
    let fill = |unfinished: &Path| {
        let mut book = filled(input.language).map_err(|error| failed(unfinished, error))?;
        exports::save(&mut book, unfinished)
    };
    exports::whole(path, fill, |()| {
        store.transact(actor, Verb::OpeningPreview, |tx| {
            tx.leave_line();
            Ok(())
        })
    })?;
    Ok(OpeningTemplateWritten { path: path.display().to_string() })
}

fn filled(language: FileLanguage) -> std::result::Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let (bold, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
    for form in SHEETS {
        let sheet = book.add_worksheet();
        sheet.set_name(form.name.of(language))?;
        for (column, known) in (0..).zip(form.columns) {
            sheet.write_string_with_format(0, column, known.heading.of(language), &bold)?;
            // A member number or a phone keeps its zeros.
            if ["memberNumber", "phone"].contains(&known.field) {
                sheet.set_column_format(column, &text)?;
            }
            sheet.set_column_width(column, 16)?;
        }
        sheet.set_freeze_panes(1, 0)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(match language {
        FileLanguage::Zh => "说明",
        FileLanguage::En => "Notes",
    })?;
    for (row, (zh, en)) in (0..).zip(NOTES) {
        let note = match language {
            FileLanguage::Zh => zh,
            FileLanguage::En => en,
        };
        sheet.write_string(row, 0, *note)?;
    }
    sheet.set_column_width(0, 110)?;
    Ok(book)
}
