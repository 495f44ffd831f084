//! What a scanned code says, and which product and batch of the clinic it names.

use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{BatchId, ProductId};
use crate::scan::{self, ProductCode, Scanned};
use crate::store::Store;
use crate::verbs::Verb;

/// A code as the scanner sent it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReadScan {
    /// GS for FNC1, with or without a symbology identifier.
    pub text: String,
}

/// A code, and the product that has it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScanResult {
    /// What it says.
    pub scanned: Scanned,
    /// The product; `None` where no product has the code.
    pub product: Option<ProductId>,
    /// The batch of its lot that came in, or that its very pack came in with.
    pub batch: Option<BatchId>,
    /// A pack of this very code came in already.
    pub pack_received: bool,
    /// It was opened or used already.
    pub pack_used: bool,
}

/// Reads a code and finds its product.
///
/// # Errors
/// As [`scan::read`].
pub fn read(store: &Store, actor: &Actor, input: &ReadScan) -> Result<ScanResult> {
    store.read(actor, Verb::ScanRead, |read| {
        let scanned = scan::read(&input.text, read.today())?;
        let connection = read.connection();
        let product = product_of(connection, scanned.product_code.as_ref())?;
        let pack = match &scanned.unit_code {
            Some(code) => connection
                .prepare_cached("SELECT batch_id FROM pack WHERE code = ?1 LIMIT 1")?
                .query_row([code], |row| row.get(0))
                .optional()?,
            None => None,
        };
        let batch = match (pack, product, &scanned.lot) {
            (Some(batch), ..) => Some(batch),
            (None, Some(product), Some(lot)) => connection
                .prepare_cached(
                    "SELECT id FROM batch WHERE product_id = ?1 AND lot = ?2 ORDER BY expires_on LIMIT 1",
                )?
                .query_row(params![product, lot], |row| row.get(0))
                .optional()?,
            _ => None,
        };
        let pack_used = match &scanned.unit_code {
            Some(code) => connection
                .prepare_cached(
                    "SELECT 1 FROM vial WHERE unit_code = ?1
                     UNION ALL SELECT 1 FROM stock_movement WHERE unit_code = ?1 AND kind = 'used'",
                )?
                .exists([code])?,
            None => false,
        };
        Ok(ScanResult { scanned, product, batch, pack_received: pack.is_some(), pack_used })
    })
}

/// Reads the codes that a picture shows and that a pack can carry.
///
/// # Errors
/// As [`scan::picture::codes`]; what is wrong with the only code, where there is one.
pub fn read_picture(store: &Store, actor: &Actor, bytes: &[u8]) -> Result<Vec<ScanResult>> {
    actor.require(Verb::ScanRead)?;
    let codes = scan::picture::codes(bytes)?;
    let mut failure = None;
    let mut results = Vec::new();
    for text in codes {
        match read(store, actor, &ReadScan { text }) {
            Ok(result) => results.push(result),
            Err(error) => failure = Some(error),
        }
    }
    if results.is_empty() {
        return Err(failure.unwrap_or_else(|| ErrorCode::NoCodeInPicture.into()));
    }
    Ok(results)
}

/// The product that has a code.
fn product_of(connection: &Connection, code: Option<&ProductCode>) -> Result<Option<ProductId>> {
    let Some(code) = code else { return Ok(None) };
    Ok(connection
        .prepare_cached("SELECT product_id FROM product_code WHERE code = ?1 AND active")?
        .query_row([code.to_string()], |row| row.get(0))
        .optional()?)
}
