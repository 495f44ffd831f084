//! One row of a catalogue spreadsheet read as a procedure, a product or a piece of equipment. A column that the
//! file does not have leaves the field as it is; a cell that is empty empties it.

use super::columns::Worded;
use super::procedures::UsualProduct;
use super::{Equipment, EquipmentInput, Procedure, ProcedureInput, Product, ProductInput};
use crate::amounts::{Fen, Quantity};
use crate::error::{ErrorCode, Result};
use crate::spreadsheet::form::{Line, date, number, unread};

/// Between two usual products, and between a product and its quantity.
pub(super) const BETWEEN: char = '；';
pub(super) const TIMES: char = '×';

pub(super) fn procedure(
    line: &Line,
    was: Option<&Procedure>,
    products: &[Product],
) -> Result<ProcedureInput> {
    let usual_products = match line.0.get("usualProducts") {
        None => was.map(|was| was.usual_products.clone()).unwrap_or_default(),
        Some(cell) => usual(cell, products)?,
    };
    Ok(ProcedureInput {
        id: was.map(|was| was.id),
        name: line.text("name", was.map(|was| &was.name)),
        standard_name: line.text("standardName", was.map(|was| &was.standard_name)),
        specialty: line.must("specialty", was.map(|was| was.specialty), Worded::of_word)?,
        level: line.maybe("level", was.and_then(|was| was.level), number)?,
        list_price: line.maybe("listPrice", was.and_then(|was| was.list_price), Fen::read)?,
        minutes: line.must("minutes", was.map(|was| was.minutes), number)?,
        numbing_minutes: line.or("numbingMinutes", was.map(|was| was.numbing_minutes), 0, number)?,
        return_interval_days: line.maybe(
            "returnIntervalDays",
            was.and_then(|was| was.return_interval_days),
            number,
        )?,
        consent_template: line.text("consentTemplate", was.map(|was| &was.consent_template)),
        aftercare: line.text("aftercare", was.map(|was| &was.aftercare)),
        usual_products,
        active: line.or("active", was.map(|was| was.active), true, Worded::of_word)?,
    })
}

/// Usual products as they are written: `name×quantity；name×quantity`.
fn usual(cell: &str, products: &[Product]) -> Result<Vec<UsualProduct>> {
    let parts = cell.split([BETWEEN, ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let wrong = || unread("usualProducts", part);
            let (name, quantity) = part.rsplit_once([TIMES, '*', 'x', 'X']).ok_or_else(wrong)?;
            let name = name.trim();
            let product = products
                .iter()
                .find(|product| product.name == name)
                .ok_or_else(|| ErrorCode::UnknownProduct.at("usualProducts").with("name", name))?;
            let quantity = Quantity::read(quantity.trim(), product.scale).ok_or_else(wrong)?;
            Ok(UsualProduct { product_id: product.id, quantity })
        })
        .collect()
}

pub(super) fn product(line: &Line, was: Option<&Product>) -> Result<ProductInput> {
    let scale = line.or("scale", was.map(|was| was.scale), 0, number)?;
    let codes = match line.0.get("codes") {
        None => was.map(|was| was.codes.clone()).unwrap_or_default(),
        Some(cell) => cell
            .split([' ', '、', ',', '，', ';', '；', '\n'])
            .filter(|code| !code.is_empty())
            .map(str::to_owned)
            .collect(),
    };
    Ok(ProductInput {
        id: was.map(|was| was.id),
        name: line.text("name", was.map(|was| &was.name)),
        generic_name: line.text("genericName", was.map(|was| &was.generic_name)),
        kind: line.must("kind", was.map(|was| was.kind), Worded::of_word)?,
        device_class: line.maybe("deviceClass", was.and_then(|was| was.device_class), class)?,
        manufacturer: line.text("manufacturer", was.map(|was| &was.manufacturer)),
        registration_number: line.text("registrationNumber", was.map(|was| &was.registration_number)),
        codes,
        specification: line.text("specification", was.map(|was| &was.specification)),
        unit: line.text("unit", was.map(|was| &was.unit)),
        scale,
        pack_quantity: line
            .must("packQuantity", was.map(|was| was.pack_quantity), |cell| Quantity::read(cell, scale))?,
        ingredients: line.text("ingredients", was.map(|was| &was.ingredients)),
        contraindications: line.text("contraindications", was.map(|was| &was.contraindications)),
        storage: line.text("storage", was.map(|was| &was.storage)),
        toxin: line.or("toxin", was.map(|was| was.toxin), false, Worded::of_word)?,
        retail_price: line.maybe("retailPrice", was.and_then(|was| was.retail_price), Fen::read)?,
        active: line.or("active", was.map(|was| was.active), true, Worded::of_word)?,
    })
}

/// 三类, Ⅲ, III or 3.
fn class(cell: &str) -> Option<u8> {
    match cell.trim_end_matches(['类', '類']).trim_start_matches('第').to_uppercase().as_str() {
        "1" | "一" | "I" | "Ⅰ" => Some(1),
        "2" | "二" | "II" | "Ⅱ" => Some(2),
        "3" | "三" | "III" | "Ⅲ" => Some(3),
        _ => None,
    }
}

pub(super) fn equipment(line: &Line, was: Option<&Equipment>) -> Result<EquipmentInput> {
    Ok(EquipmentInput {
        id: was.map(|was| was.id),
        name: line.text("name", was.map(|was| &was.name)),
        manufacturer: line.text("manufacturer", was.map(|was| &was.manufacturer)),
        model: line.text("model", was.map(|was| &was.model)),
        serial_number: line.text("serialNumber", was.map(|was| &was.serial_number)),
        registration_number: line.text("registrationNumber", was.map(|was| &was.registration_number)),
        registration_expires_on: line.maybe(
            "registrationExpiresOn",
            was.and_then(|was| was.registration_expires_on),
            date,
        )?,
        filing_number: line.text("filingNumber", was.map(|was| &was.filing_number)),
        filing_expires_on: line.maybe("filingExpiresOn", was.and_then(|was| was.filing_expires_on), date)?,
        last_maintained_on: line.maybe(
            "lastMaintainedOn",
            was.and_then(|was| was.last_maintained_on),
            date,
        )?,
        maintenance_months: line.maybe(
            "maintenanceMonths",
            was.and_then(|was| was.maintenance_months),
            number,
        )?,
        active: line.or("active", was.map(|was| was.active), true, Worded::of_word)?,
    })
}
