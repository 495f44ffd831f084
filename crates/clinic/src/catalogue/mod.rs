//! What the clinic offers and with what: procedures, products, equipment, rooms.
//!
//! Everything here is edited with history ([`history`]): who changed which field from what to what. A treatment
//! record keeps the names and prices of its own day, so an edit changes no past. Lists travel as XLSX
//! ([`export`], [`import`]); a new clinic begins with the starter catalogue ([`starter`]).

mod columns;
mod equipment;
pub mod export;
pub mod history;
pub mod import;
mod line;
pub(crate) mod procedures;
mod products;
mod rooms;
pub(crate) mod spelling;
pub mod starter;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::clients::types::words;
use crate::error::Result;
use crate::store::Store;
use crate::verbs::Verb;

pub use columns::FileLanguage;
pub(crate) use equipment::all as equipment;
pub use equipment::{Equipment, EquipmentInput, set_equipment};
pub use procedures::{Procedure, ProcedureInput, UsualProduct, set_procedure};
pub use products::{Product, ProductInput, set_product};
pub(crate) use rooms::rooms;
pub use rooms::{Room, RoomInput, set_room};

words! {
    /// 科目.
    Specialty {
        /// 美容外科.
        Surgery = "surgery",
        /// 美容皮肤科.
        Dermatology = "dermatology",
        /// 美容牙科.
        Dentistry = "dentistry",
        /// 美容中医科.
        Tcm = "tcm",
    }
    /// What a product is in law.
    ProductKind {
        /// 药品.
        Drug = "drug",
        /// 医疗器械.
        Device = "device",
        /// 化妆品.
        Cosmetic = "cosmetic",
    }
}

/// Everything there is to choose from.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Catalogue {
    /// By specialty and name.
    pub procedures: Vec<Procedure>,
    /// By name.
    pub products: Vec<Product>,
    /// In their order.
    pub rooms: Vec<Room>,
    /// By name.
    pub equipment: Vec<Equipment>,
}

/// The whole catalogue.
///
/// # Errors
/// What the disk gives.
pub fn all(store: &Store, actor: &Actor) -> Result<Catalogue> {
    store.read(actor, Verb::CatalogueRead, |read| {
        let connection = read.connection();
        Ok(Catalogue {
            procedures: procedures::all(connection)?,
            products: products::all(connection)?,
            rooms: rooms(connection)?,
            equipment: equipment::all(connection)?,
        })
    })
}
