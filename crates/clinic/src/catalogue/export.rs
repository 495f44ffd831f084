//! The catalogue as a spreadsheet, in the form that [`super::import`] reads.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::{FileLanguage, ID, SHEETS, SheetForm, Worded};
use super::history::Item;
use super::line::{BETWEEN, TIMES};
use super::{Catalogue, Equipment, Procedure, Product};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::error::Result;
use crate::exports::{self, failed};
use crate::store::Store;
use crate::verbs::Verb;

/// What to write.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ExportCatalogue {
    /// The language of headings and words.
    pub language: FileLanguage,
}

/// A finished export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CatalogueExported {
    /// The file.
    pub path: String,
    /// How many items it has.
    pub rows: u32,
}

/// Writes procedures, products and equipment into an XLSX file, under a temporary name until it is whole.
///
/// # Errors
/// [`crate::ErrorCode::ExportFailed`] with the path, what the disk gives. No file is left then.
pub fn export(
    store: &Store,
    actor: &Actor,
    input: ExportCatalogue,
    path: &Path,
) -> Result<CatalogueExported> {
    let catalogue = store.read(actor, Verb::CatalogueExport, |read| {
        let connection = read.connection();
        Ok(Catalogue {
            procedures: super::procedures::all(connection)?,
            products: super::products::all(connection)?,
            rooms: Vec::new(),
            equipment: super::equipment::all(connection)?,
        })
    })?;
    let write = |unfinished: &Path| write(&catalogue, input.language, unfinished);
    exports::whole(path, write, |()| {
        store.transact(actor, Verb::CatalogueExport, |tx| {
            tx.leave_line();
            Ok(())
        })
    })?;
    let rows = catalogue.procedures.len() + catalogue.products.len() + catalogue.equipment.len();
    Ok(CatalogueExported { path: path.display().to_string(), rows: u32::try_from(rows).unwrap_or(u32::MAX) })
}

fn write(catalogue: &Catalogue, language: FileLanguage, path: &Path) -> Result<()> {
    let mut book = Workbook::new();
    for form in SHEETS {
        let rows: Vec<Vec<String>> = match form.kind {
            Item::Procedure => {
                let cells = |procedure: &Procedure| {
                    row(form, |field| of_procedure(procedure, field, catalogue, language))
                };
                catalogue.procedures.iter().map(cells).collect()
            }
            Item::Product => {
                let cells = |product: &Product| row(form, |field| of_product(product, field, language));
                catalogue.products.iter().map(cells).collect()
            }
            Item::Equipment | Item::Room => {
                let cells = |piece: &Equipment| row(form, |field| of_equipment(piece, field, language));
                catalogue.equipment.iter().map(cells).collect()
            }
        };
        write_sheet(&mut book, form, language, &rows).map_err(|error| failed(path, error))?;
    }
    exports::save(&mut book, path)
}

fn write_sheet(
    book: &mut Workbook,
    form: &SheetForm,
    language: FileLanguage,
    rows: &[Vec<String>],
) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    sheet.set_name(form.name.of(language))?;
    for (column, name) in form.columns.iter().enumerate() {
        sheet.write_string(0, column as u16, name.heading.of(language))?;
    }
    for (index, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            // As strings: a registration number is no number, and nothing is a formula.
            sheet.write_string(index as u32 + 1, column as u16, cell)?;
        }
    }
    sheet.set_autofit_max_width(360).autofit();
    sheet.set_row_format(0, &Format::new().set_bold())?.set_freeze_panes(1, 1)?;
    Ok(())
}

fn row(form: &SheetForm, cell: impl Fn(&str) -> String) -> Vec<String> {
    form.columns.iter().map(|column| cell(column.field)).collect()
}

fn some(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn of_procedure(procedure: &Procedure, field: &str, catalogue: &Catalogue, language: FileLanguage) -> String {
    match field {
        "name" => procedure.name.clone(),
        "standardName" => procedure.standard_name.clone(),
        "specialty" => procedure.specialty.word(language).to_owned(),
        "level" => some(procedure.level),
        "listPrice" => procedure.list_price.map(Fen::written).unwrap_or_default(),
        "minutes" => procedure.minutes.to_string(),
        "numbingMinutes" => procedure.numbing_minutes.to_string(),
        "returnIntervalDays" => some(procedure.return_interval_days),
        "consentTemplate" => procedure.consent_template.clone(),
        "aftercare" => procedure.aftercare.clone(),
        "usualProducts" => usual(procedure, catalogue),
        "active" => procedure.active.word(language).to_owned(),
        ID => procedure.id.to_string(),
        _ => String::new(),
    }
}

fn usual(procedure: &Procedure, catalogue: &Catalogue) -> String {
    let parts = procedure.usual_products.iter().filter_map(|usual| {
        let product = catalogue.products.iter().find(|product| product.id == usual.product_id)?;
        Some(format!("{}{TIMES}{}", product.name, usual.quantity.written(product.scale)))
    });
    parts.collect::<Vec<_>>().join(&BETWEEN.to_string())
}

fn of_product(product: &Product, field: &str, language: FileLanguage) -> String {
    match field {
        "name" => product.name.clone(),
        "genericName" => product.generic_name.clone(),
        "kind" => product.kind.word(language).to_owned(),
        "deviceClass" => some(product.device_class),
        "manufacturer" => product.manufacturer.clone(),
        "registrationNumber" => product.registration_number.clone(),
        "codes" => product.codes.join(" "),
        "specification" => product.specification.clone(),
        "unit" => product.unit.clone(),
        "scale" => product.scale.to_string(),
        "packQuantity" => product.pack_quantity.written(product.scale),
        "ingredients" => product.ingredients.clone(),
        "contraindications" => product.contraindications.clone(),
        "storage" => product.storage.clone(),
        "toxin" => product.toxin.word(language).to_owned(),
        "retailPrice" => product.retail_price.map(Fen::written).unwrap_or_default(),
        "active" => product.active.word(language).to_owned(),
        ID => product.id.to_string(),
        _ => String::new(),
    }
}

fn of_equipment(piece: &Equipment, field: &str, language: FileLanguage) -> String {
    match field {
        "name" => piece.name.clone(),
        "manufacturer" => piece.manufacturer.clone(),
        "model" => piece.model.clone(),
        "serialNumber" => piece.serial_number.clone(),
        "registrationNumber" => piece.registration_number.clone(),
        "registrationExpiresOn" => some(piece.registration_expires_on),
        "filingNumber" => piece.filing_number.clone(),
        "filingExpiresOn" => some(piece.filing_expires_on),
        "lastMaintainedOn" => some(piece.last_maintained_on),
        "maintenanceMonths" => some(piece.maintenance_months),
        "active" => piece.active.word(language).to_owned(),
        ID => piece.id.to_string(),
        _ => String::new(),
    }
}
