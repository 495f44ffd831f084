//! Writing clients out, as a spreadsheet or as text: every cell a text that no spreadsheet runs or rounds.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{BirthdayCalendar, Sex};
use super::{family, hits, search, tags};
use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::exports::{self, failed};
use crate::fields;
use crate::ids::ClientId;
use crate::permissions::Permission;
use crate::store::{Read, Store, business_day};
use crate::verbs::Verb;

/// The file's format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// XLSX.
    Xlsx,
    /// CSV in UTF-8 with a byte order mark, as spreadsheets expect.
    Csv,
}

/// The words of the file, in the language of whoever exports.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportHeaders {
    /// 会员号.
    pub member_number: String,
    /// 姓名.
    pub name: String,
    /// 其他名字.
    pub other_names: String,
    /// 性别.
    pub sex: String,
    /// 女.
    pub female: String,
    /// 男.
    pub male: String,
    /// 生日.
    pub birthday: String,
    /// 农历, in front of a birthday kept by it.
    pub lunar: String,
    /// 农历闰月, likewise.
    pub lunar_leap: String,
    /// 电话.
    pub phones: String,
    /// 微信.
    pub wechat: String,
    /// 证件号.
    pub id_number: String,
    /// 来源渠道.
    pub source: String,
    /// 肤质.
    pub skin_type: String,
    /// 标签.
    pub tags: String,
    /// 最近到店.
    pub last_visit: String,
    /// 到店次数.
    pub visits: String,
    /// 建档日期.
    pub created: String,
    /// 偏好.
    pub preferences: String,
    /// 备注.
    pub notes: String,
}

/// What to write.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportClients {
    /// The format.
    pub format: ExportFormat,
    /// Those whom this query finds; empty: everybody.
    pub query: String,
    /// The words of the file.
    pub headers: ExportHeaders,
}

/// A finished export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExportDone {
    /// The file.
    pub path: String,
    /// How many clients it has.
    pub rows: u32,
}

/// How many columns there are.
const COLUMNS: usize = 16;
/// The most rows of a sheet below its header.
const SHEET_ROWS: usize = 1_048_575;

type Cells = [String; COLUMNS];

/// Writes the clients whom a query finds into a file, under a temporary name until it is whole. Phones and ID
/// numbers are whole only for who may see them; health data is not written. Leaves an audit line.
///
/// # Errors
/// [`ErrorCode::ExportFailed`] with the path, what the disk gives. No file is left then.
pub fn export(store: &Store, actor: &Actor, input: &ExportClients, path: &Path) -> Result<ExportDone> {
    let write = |unfinished: &Path| {
        store.read(actor, Verb::ClientExport, |read| {
            let clients = search::all_matching(read.connection(), &input.query)?;
            if clients.len() > SHEET_ROWS && input.format == ExportFormat::Xlsx {
                return Err(ErrorCode::ExportFailed.with("path", path.display()).with("rows", clients.len()));
            }
            let rows = clients.iter().map(|client| cells(read, *client, &input.headers));
            match input.format {
                ExportFormat::Csv => write_csv(unfinished, &input.headers, rows)?,
                ExportFormat::Xlsx => write_xlsx(unfinished, &input.headers, rows)?,
            }
            Ok(clients.len())
        })
    };
    let rows = exports::whole(path, write, |rows| {
        store.transact(actor, Verb::ClientExport, |tx| {
            tx.detail("rows", rows);
            tx.detail("everybody", input.query.trim().is_empty());
            tx.leave_line();
            Ok(())
        })
    })?;
    Ok(ExportDone { path: path.display().to_string(), rows: u32::try_from(rows).unwrap_or(u32::MAX) })
}

fn header(words: &ExportHeaders) -> Cells {
    [
        &words.member_number,
        &words.name,
        &words.other_names,
        &words.sex,
        &words.birthday,
        &words.phones,
        &words.wechat,
        &words.id_number,
        &words.source,
        &words.skin_type,
        &words.tags,
        &words.last_visit,
        &words.visits,
        &words.created,
        &words.preferences,
        &words.notes,
    ]
    .map(Clone::clone)
}

fn cells(read: &Read<'_>, client: ClientId, words: &ExportHeaders) -> Result<Cells> {
    let hit = hits::hit(read, client)?;
    let whole = read.actor().has(Permission::RevealContacts);
    let family = family(read.connection(), client)?;
    let mut phones = super::phones(read.connection(), &family)?;
    if !whole {
        phones = phones.iter().map(|number| fields::masked_phone(number)).collect();
    }
    let mut all_tags = Vec::new();
    for file in &family {
        all_tags.extend(tags::of(read.connection(), *file)?);
    }
    all_tags.sort();
    all_tags.dedup();
    let date = |millis: i64| business_day(read.zone(), millis).to_string();
    let last_visit = hit.last_visit_at.map(date).unwrap_or_default();
    let mut statement = read.connection().prepare_cached(include_str!("export.sql"))?;
    Ok(statement.query_row([client], |row| {
        let text = |column| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
        let id_number = text("id_number")?;
        let calendar: BirthdayCalendar = row.get("birthday_calendar")?;
        let mark = match calendar {
            BirthdayCalendar::Solar => "",
            BirthdayCalendar::Lunar => &words.lunar,
            BirthdayCalendar::LunarLeap => &words.lunar_leap,
        };
        let sex = match hit.sex {
            Sex::Female => words.female.clone(),
            Sex::Male => words.male.clone(),
            Sex::Unknown => String::new(),
        };
        let birthday = text("birthday")?;
        Ok([
            hit.member_number.clone(),
            hit.name.clone(),
            text("other_names")?,
            sex,
            if birthday.is_empty() { birthday } else { format!("{mark} {birthday}").trim_start().to_owned() },
            phones.join(" / "),
            text("wechat")?,
            if whole { id_number } else { fields::masked_id(&id_number) },
            text("source")?,
            text("skin_type")?,
            all_tags.join("、"),
            last_visit.clone(),
            hit.visits.to_string(),
            date(row.get("created_at")?),
            text("preferences")?,
            text("notes")?,
        ])
    })?)
}

fn write_csv(path: &Path, words: &ExportHeaders, rows: impl Iterator<Item = Result<Cells>>) -> Result<()> {
    let mut file = File::create(path).map_err(|error| failed(path, error))?;
    file.write_all("\u{feff}".as_bytes()).map_err(|error| failed(path, error))?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
    for row in std::iter::once(Ok(header(words))).chain(rows) {
        csv.write_record(row?.iter().map(|cell| inert(cell).into_owned()))
            .map_err(|error| failed(path, error))?;
    }
    let file = csv.into_inner().map_err(|error| failed(path, error.into_error()))?;
    file.sync_all().map_err(|error| failed(path, error))
}

/// A text that a spreadsheet would run as a formula stands behind an apostrophe; an import takes it off again.
fn inert(cell: &str) -> std::borrow::Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

fn write_xlsx(path: &Path, words: &ExportHeaders, rows: impl Iterator<Item = Result<Cells>>) -> Result<()> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let bold = Format::new().set_bold();
    let write = |sheet: &mut Worksheet, row: usize, cells: &Cells| -> Result<(), XlsxError> {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            // As strings: a phone is no number, and nothing is a formula.
            sheet.write_string(row as u32, column as u16, cell)?;
        }
        Ok(())
    };
    write(sheet, 0, &header(words)).map_err(|error| failed(path, error))?;
    for (index, row) in rows.enumerate() {
        write(sheet, index + 1, &row?).map_err(|error| failed(path, error))?;
    }
    sheet
        .set_row_format(0, &bold)
        .and_then(|sheet| sheet.set_freeze_panes(1, 0))
        .map_err(|error| failed(path, error))?;
    exports::save(&mut book, path)
}
