//! Everybody on whom a batch was used, with their phones, as a spreadsheet: the list that is telephoned through on the
//! day of a recall.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::batch;
use crate::actor::Actor;
use crate::clients;
use crate::error::Result;
use crate::exports::{self, failed};
use crate::ids::BatchId;
use crate::store::{Read, Store, business_day};
use crate::verbs::Verb;

/// The words of the file, in the language of whoever exports.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecallHeaders {
    /// 会员号.
    pub member_number: String,
    /// 姓名.
    pub name: String,
    /// 电话.
    pub phones: String,
    /// 日期.
    pub day: String,
    /// 项目.
    pub procedure: String,
    /// 医生.
    pub doctor: String,
    /// 产品.
    pub product: String,
    /// 批号.
    pub lot: String,
    /// 用量.
    pub quantity: String,
    /// 状态.
    pub state: String,
    /// 已撤回.
    pub withdrawn: String,
    /// 未签字.
    pub unsigned: String,
    /// 零售.
    pub sold: String,
    /// 退回.
    pub returned: String,
}

impl RecallHeaders {
    fn in_order(&self) -> [&str; 10] {
        [
            &self.member_number,
            &self.name,
            &self.phones,
            &self.day,
            &self.procedure,
            &self.doctor,
            &self.product,
            &self.lot,
            &self.quantity,
            &self.state,
        ]
    }
}

/// What to write.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportRecall {
    /// Which batch.
    pub batch: BatchId,
    /// The words.
    pub headers: RecallHeaders,
}

/// A finished list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RecallExported {
    /// The file.
    pub path: String,
    /// How many uses it has.
    pub rows: u32,
}

/// Writes the list as XLSX, under a temporary name until it is whole. The trace of it stands before the file does.
///
/// # Errors
/// [`crate::ErrorCode::ExportFailed`] with the path, [`crate::ErrorCode::NotFound`]. No file is left then.
pub fn export(store: &Store, actor: &Actor, input: &ExportRecall, path: &Path) -> Result<RecallExported> {
    let rows = store.read(actor, Verb::TraceExport, |read| rows(read, input))?;
    let write = |unfinished: &Path| {
        let mut book =
            exports::sheet(input.headers.in_order(), &rows).map_err(|error| failed(unfinished, error))?;
        exports::save(&mut book, unfinished)
    };
    exports::whole(path, write, |()| {
        store.transact(actor, Verb::TraceExport, |tx| {
            tx.detail("lot", rows.first().map(|row| row[7].as_str()).unwrap_or_default());
            tx.detail("rows", rows.len());
            tx.leave_line();
            Ok(())
        })
    })?;
    Ok(RecallExported {
        path: path.display().to_string(),
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
    })
}

type Cells = [String; 10];

fn rows(read: &Read<'_>, input: &ExportRecall) -> Result<Vec<Cells>> {
    let (product, lot, unit, scale): (String, String, String, u8) = read.connection().query_row(
        "SELECT product.name, lot, unit, scale FROM batch JOIN product ON product.id = product_id WHERE batch.id = ?1",
        [input.batch],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let uses = batch::load(read, input.batch)?;
    uses.into_iter()
        .map(|used| {
            let state = match (&used.signed, used.withdrawn) {
                (_, true) => input.headers.withdrawn.clone(),
                (None, _) if used.sale.is_some() && used.quantity.0 < 0 => input.headers.returned.clone(),
                (None, _) if used.sale.is_some() => input.headers.sold.clone(),
                (None, _) => input.headers.unsigned.clone(),
                _ => String::new(),
            };
            let family = clients::family(read.connection(), used.client.id)?;
            let phones = clients::phones(read.connection(), &family)?;
            Ok([
                used.client.member_number.clone(),
                used.client.name.clone(),
                phones.join(" / "),
                business_day(read.zone(), used.at).to_string(),
                used.procedure_name.unwrap_or_default(),
                used.doctor_name.unwrap_or_default(),
                product.clone(),
                lot.clone(),
                format!("{} {unit}", used.quantity.written(scale)),
                state,
            ])
        })
        .collect()
}
