//! What a clinic buys, and from whom.
#![allow(dead_code, missing_docs, unreachable_pub)] // each test file uses a part

use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::catalogue::{ProductInput, ProductKind};
use jingtai_clinic::ids::{ProductId, StaffId, SupplierId};
use jingtai_clinic::stock::receive::{DeliveryLine, Receive};
use jingtai_clinic::stock::suppliers::SupplierInput;

/// A pack of a hundred units; a drug is a toxin.
pub fn product(name: &str, kind: ProductKind, ingredients: &str) -> ProductInput {
    ProductInput {
        id: None,
        name: name.into(),
        generic_name: String::new(),
        kind,
        device_class: None,
        manufacturer: String::new(),
        registration_number: "国械注准20990001".into(),
        codes: vec![],
        specification: String::new(),
        unit: "U".into(),
        scale: 0,
        pack_quantity: Quantity(100),
        ingredients: ingredients.into(),
        contraindications: String::new(),
        storage: String::new(),
        toxin: kind == ProductKind::Drug,
        retail_price: None,
        active: true,
    }
}

/// A syringe of one millilitre.
pub fn filler() -> ProductInput {
    ProductInput {
        unit: "mL".into(),
        scale: 1,
        pack_quantity: Quantity(10),
        device_class: Some(3),
        ..product("玻尿酸", ProductKind::Device, "")
    }
}

pub fn supplier() -> SupplierInput {
    SupplierInput {
        id: None,
        name: "国药".into(),
        licence_number: "沪AA".into(),
        licence_expires_on: None,
        contact: String::new(),
        active: true,
    }
}

pub fn packs(packs: u32, product: ProductId, lot: &str, expires_on: &str) -> DeliveryLine {
    DeliveryLine {
        product,
        lot: lot.into(),
        expires_on: expires_on.parse().expect("a date"),
        produced_on: None,
        packs,
        unit_codes: vec![],
        price: None,
    }
}

/// A delivery of a day.
pub fn delivery(
    day: chrono::NaiveDate,
    supplier: SupplierId,
    inspected_by: StaffId,
    lines: Vec<DeliveryLine>,
) -> Receive {
    Receive {
        supplier,
        note_number: String::new(),
        received_on: day,
        inspected_by,
        inspection: String::new(),
        lines,
    }
}
