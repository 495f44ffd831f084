//! The starter catalogue: what a boutique clinic usually offers and uses, to choose from. It carries no
//! registration numbers and no codes: those are read off the pack at hand, never shipped.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::history::Item;
use super::import::{CataloguePreview, CataloguePreviewRow, Plan, RowOutcome, own_sheet};
use crate::actor::Actor;
use crate::error::Result;
use crate::store::Store;
use crate::verbs::Verb;

const PRODUCTS: &str = include_str!("../../../../assets/catalogue/products.csv");
const PROCEDURES: &str = include_str!("../../../../assets/catalogue/procedures.csv");

/// What to take from the starter catalogue, by name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddStarter {
    /// Procedures; the products that they usually take come with them.
    pub procedures: Vec<String>,
    /// Further products.
    pub products: Vec<String>,
    /// Whether its prices, which are no more than a guess at what is usual, come too.
    pub with_prices: bool,
}

/// Something of the starter catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StarterItem {
    /// A procedure or a product.
    pub item: Item,
    /// Its name.
    pub name: String,
    /// A procedure's specialty, a product's kind.
    pub group: String,
    /// Whether the clinic has one of that name already.
    pub present: bool,
}

fn sheets() -> Result<Vec<(&'static super::columns::SheetForm, crate::spreadsheet::Sheet)>> {
    Ok(vec![own_sheet(Item::Product, PRODUCTS)?, own_sheet(Item::Procedure, PROCEDURES)?])
}

/// What there is to choose from.
///
/// # Errors
/// What the disk gives.
pub fn starter(store: &Store, actor: &Actor) -> Result<Vec<StarterItem>> {
    store.read(actor, Verb::CatalogueRead, |read| {
        let mut drawn = 0;
        let plan = Plan::of(read.connection(), read.today(), sheets()?, || {
            drawn += 1;
            Uuid::from_u128(drawn)
        })?;
        Ok(plan.offers())
    })
}

/// Adds what was chosen and is not there yet; what stands under a name already stays as it is.
///
/// # Errors
/// What the disk gives.
pub fn add(store: &Store, actor: &Actor, input: &AddStarter) -> Result<CataloguePreview> {
    store.transact(actor, Verb::CatalogueAddStarter, |tx| {
        let mut plan = Plan::of(tx.connection(), tx.today(), sheets()?, || tx.new_id())?;
        let chosen =
            |row: &CataloguePreviewRow| row.item == Item::Procedure && input.procedures.contains(&row.name);
        let needed: BTreeSet<String> = plan
            .usual_products(chosen)
            .into_iter()
            .filter_map(|id| plan.product_name(id).map(str::to_owned))
            .collect();
        plan.retain(|row| {
            let wanted = chosen(row)
                || (row.item == Item::Product
                    && (input.products.contains(&row.name) || needed.contains(&row.name)));
            wanted && row.outcome == RowOutcome::New
        });
        if !input.with_prices {
            plan.without_prices();
        }
        plan.write(tx)
    })
}
