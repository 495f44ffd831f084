//! Products 产品: drugs, devices and cosmetics, as their packs say.

use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ProductKind;
use super::history::{self, Item};
use crate::actor::Actor;
use crate::amounts::{Fen, Quantity, SCALE_MAX};
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, NAME_MAX, between};
use crate::ids::ProductId;
use crate::scan::ProductCode;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// The most codes of one product.
const CODES_MAX: usize = 20;

/// A product. Quantities of it are whole numbers of its smallest unit: 10^`scale` of them are one `unit`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// What the clinic calls it.
    pub name: String,
    /// 通用名.
    pub generic_name: String,
    /// Drug, device or cosmetic.
    pub kind: ProductKind,
    /// 一类 to 三类 of a device.
    pub device_class: Option<u8>,
    /// 生产企业.
    pub manufacturer: String,
    /// 国药准字, 国械注准.
    pub registration_number: String,
    /// The codes on its packs: GTIN or another UDI-DI, or the first seven digits of its 药品追溯码.
    pub codes: Vec<String>,
    /// 规格.
    pub specification: String,
    /// What doses are given in: U, mL, 支.
    pub unit: String,
    /// How many decimals of the unit are used.
    pub scale: u8,
    /// How much one pack or vial holds, in the smallest unit.
    pub pack_quantity: Quantity,
    /// What an allergy is compared with, parted by 、.
    pub ingredients: String,
    /// 禁忌.
    pub contraindications: String,
    /// 贮藏.
    pub storage: String,
    /// Whether it is kept in the vial book (医疗用毒性药品管理办法).
    pub toxin: bool,
    /// What a pack costs to take home; `None` for what is not sold.
    pub retail_price: Option<Fen>,
    /// Whether it is used.
    pub active: bool,
}

/// A product as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProductInput {
    /// The product that is edited; `None` for a new one.
    pub id: Option<ProductId>,
    /// What the clinic calls it.
    pub name: String,
    /// 通用名.
    pub generic_name: String,
    /// Drug, device or cosmetic.
    pub kind: ProductKind,
    /// 1 to 3, of a device only.
    pub device_class: Option<u8>,
    /// 生产企业.
    pub manufacturer: String,
    /// 国药准字, 国械注准; may be empty until a pack is at hand.
    pub registration_number: String,
    /// The codes on its packs.
    pub codes: Vec<String>,
    /// 规格.
    pub specification: String,
    /// What doses are given in.
    pub unit: String,
    /// 0 to 3.
    pub scale: u8,
    /// At least 1.
    pub pack_quantity: Quantity,
    /// Parted by 、.
    pub ingredients: String,
    /// 禁忌.
    pub contraindications: String,
    /// 贮藏.
    pub storage: String,
    /// Whether it is kept in the vial book.
    pub toxin: bool,
    /// What a pack costs to take home; `None` for what is not sold.
    pub retail_price: Option<Fen>,
    /// Whether it is used.
    pub active: bool,
}

/// What stands, to be edited.
impl From<Product> for ProductInput {
    fn from(product: Product) -> ProductInput {
        ProductInput {
            id: Some(product.id),
            name: product.name,
            generic_name: product.generic_name,
            kind: product.kind,
            device_class: product.device_class,
            manufacturer: product.manufacturer,
            registration_number: product.registration_number,
            codes: product.codes,
            specification: product.specification,
            unit: product.unit,
            scale: product.scale,
            pack_quantity: product.pack_quantity,
            ingredients: product.ingredients,
            contraindications: product.contraindications,
            storage: product.storage,
            toxin: product.toxin,
            retail_price: product.retail_price,
            active: product.active,
        }
    }
}

impl ProductInput {
    /// The product under an id, where every field is what it must be.
    pub(super) fn checked(&self, id: ProductId) -> Result<Product> {
        if self.device_class.is_some() && self.kind != ProductKind::Device {
            return Err(ErrorCode::ClassOfDeviceOnly.at("deviceClass"));
        }
        if self.toxin && self.kind != ProductKind::Drug {
            return Err(ErrorCode::ToxinIsDrug.at("toxin"));
        }
        if let Some(price) = self.retail_price {
            between("retailPrice", price.0, 0, Fen::PRICE_MAX.0)?;
            if self.toxin {
                return Err(ErrorCode::VialBookOnly.at("retailPrice"));
            }
        }
        let mut codes = Vec::new();
        for code in self.codes.iter().filter(|code| !code.trim().is_empty()) {
            let code = ProductCode::read(code).map_err(|wrong| wrong.at("codes"))?.to_string();
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes.sort_unstable();
        between("codes", codes.len(), 0, CODES_MAX)?;
        Ok(Product {
            id,
            name: fields::required("name", &self.name, NAME_MAX)?,
            generic_name: fields::optional("genericName", &self.generic_name, NAME_MAX)?,
            kind: self.kind,
            device_class: self.device_class.map(|class| between("deviceClass", class, 1, 3)).transpose()?,
            manufacturer: fields::optional("manufacturer", &self.manufacturer, LINE_MAX)?,
            registration_number: fields::optional("registrationNumber", &self.registration_number, LINE_MAX)?,
            codes,
            specification: fields::optional("specification", &self.specification, NAME_MAX)?,
            unit: fields::required("unit", &self.unit, 10)?,
            scale: between("scale", self.scale, 0, SCALE_MAX)?,
            pack_quantity: Quantity(between("packQuantity", self.pack_quantity.0, 1, Quantity::MAX.0)?),
            ingredients: fields::optional("ingredients", &self.ingredients, LINE_MAX)?,
            contraindications: fields::note("contraindications", &self.contraindications)?,
            storage: fields::optional("storage", &self.storage, LINE_MAX)?,
            toxin: self.toxin,
            retail_price: self.retail_price,
            active: self.active,
        })
    }
}

const COLUMNS: &str =
    "id, name, generic_name, kind, device_class, manufacturer, registration_number, specification,
    unit, scale, pack_quantity, ingredients, contraindications, storage, toxin, retail_price, active";

fn read(row: &Row<'_>) -> rusqlite::Result<Product> {
    Ok(Product {
        id: row.get(0)?,
        name: row.get(1)?,
        generic_name: row.get(2)?,
        kind: row.get(3)?,
        device_class: row.get(4)?,
        manufacturer: row.get(5)?,
        registration_number: row.get(6)?,
        codes: Vec::new(),
        specification: row.get(7)?,
        unit: row.get(8)?,
        scale: row.get(9)?,
        pack_quantity: row.get(10)?,
        ingredients: row.get(11)?,
        contraindications: row.get(12)?,
        storage: row.get(13)?,
        toxin: row.get(14)?,
        retail_price: row.get(15)?,
        active: row.get(16)?,
    })
}

pub(super) fn all(connection: &Connection) -> Result<Vec<Product>> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM product ORDER BY active DESC, name, id"))?;
    let mut products = statement.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    for product in &mut products {
        product.codes = codes(connection, product.id)?;
    }
    Ok(products)
}

fn codes(connection: &Connection, id: ProductId) -> Result<Vec<String>> {
    let mut statement = connection
        .prepare_cached("SELECT code FROM product_code WHERE product_id = ?1 AND active ORDER BY code")?;
    Ok(statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a product.
///
/// # Errors
/// By field; [`ErrorCode::NameTaken`] where another one in use has the name, [`ErrorCode::CodeTaken`] where
/// another one has the code, [`ErrorCode::UnitInUse`] where quantities of it are already counted in another unit.
pub fn set_product(store: &Store, actor: &Actor, input: &ProductInput) -> Result<ProductId> {
    store.transact(actor, Verb::CatalogueEditProduct, |tx| {
        let product = input.checked(input.id.unwrap_or_else(|| ProductId(tx.new_id())))?;
        tx.detail("name", &product.name);
        write(tx, &product)?;
        Ok(product.id)
    })
}

/// Writes a checked product and its history.
pub(super) fn write(tx: &Tx<'_>, product: &Product) -> Result<()> {
    let connection = tx.connection();
    let id = product.id;
    let taken = connection
        .prepare_cached("SELECT 1 FROM product WHERE name = ?1 AND active AND id <> ?2")?
        .exists(params![product.name, id])?;
    if taken && product.active {
        return Err(ErrorCode::NameTaken.at("name"));
    }
    let mut before = connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM product WHERE id = ?1"))?
        .query_row([id], read)
        .optional()?;
    if let Some(before) = &mut before {
        before.codes = codes(connection, id)?;
        let moved = [("scale", before.scale != product.scale), ("unit", before.unit != product.unit)];
        if let Some((field, _)) = moved.into_iter().find(|(_, moved)| *moved)
            && is_counted(connection, id)?
        {
            return Err(ErrorCode::UnitInUse.at(field));
        }
    }
    if before.as_ref() == Some(product) {
        return Ok(());
    }
    connection.prepare_cached(include_str!("write_product.sql"))?.execute(params![
        id,
        product.name,
        product.generic_name,
        product.kind,
        product.device_class,
        product.manufacturer,
        product.registration_number,
        product.specification,
        product.unit,
        product.scale,
        product.pack_quantity,
        product.ingredients,
        product.contraindications,
        product.storage,
        product.toxin,
        product.retail_price,
        product.active
    ])?;
    for was in before.iter().flat_map(|before| &before.codes).filter(|code| !product.codes.contains(code)) {
        connection.prepare_cached("UPDATE product_code SET active = 0 WHERE code = ?1")?.execute([was])?;
    }
    for code in &product.codes {
        let others = connection
            .prepare_cached("SELECT 1 FROM product_code WHERE code = ?1 AND active AND product_id <> ?2")?
            .exists(params![code, id])?;
        if others {
            return Err(ErrorCode::CodeTaken.at("codes").with("code", code));
        }
        connection
            .prepare_cached(
                "INSERT INTO product_code (code, product_id, active) VALUES (?1, ?2, 1)
                 ON CONFLICT DO UPDATE SET product_id = excluded.product_id, active = 1",
            )?
            .execute(params![code, id])?;
    }
    history::record(tx, Item::Product, id.0, before.as_ref(), product)
}

/// Whether a quantity of the product stands anywhere: its unit must not move under it.
fn is_counted(connection: &Connection, id: ProductId) -> Result<bool> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM procedure_product WHERE product_id = ?1 AND usual
             UNION ALL SELECT 1 FROM batch WHERE product_id = ?1",
        )?
        .exists([id])?)
}
