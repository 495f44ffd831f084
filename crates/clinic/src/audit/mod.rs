//! Who did or read what, when. Lines are written by the store; here they are read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rusqlite::{Row, ToSql};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, StaffId};
use crate::store::{Read, Store, day_start};
use crate::verbs::Verb;

/// Doing or reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AuditKind {
    /// Both.
    All,
    /// Only what was read.
    Reads,
    /// Only what was done.
    Writes,
}

/// Which lines are asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditFilter {
    /// First day, YYYY-MM-DD.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Who.
    pub staff_id: Option<StaffId>,
    /// About whom.
    pub client_id: Option<ClientId>,
    /// Doing or reading.
    pub kind: AuditKind,
    /// Which verb.
    pub verb: Option<String>,
    /// Lines before this one (its `next`).
    #[ts(type = "string | null")]
    pub before: Option<Uuid>,
    /// At most this many, up to 500.
    pub limit: u32,
}

/// A line.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditLine {
    /// Its id; ids rise with time.
    #[ts(type = "string")]
    pub id: Uuid,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Who; `None` for a rule of the system.
    pub staff_id: Option<StaffId>,
    /// The name.
    pub staff_name: Option<String>,
    /// What.
    pub verb: String,
    /// Whether it was a read.
    pub is_read: bool,
    /// About whom.
    pub client_id: Option<ClientId>,
    /// The name.
    pub client_name: Option<String>,
    /// What else is known of it.
    pub detail: BTreeMap<String, String>,
}

/// Lines, the newest first.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuditPage {
    /// The lines.
    pub lines: Vec<AuditLine>,
    /// Where the next page begins; `None` at the end.
    #[ts(type = "string | null")]
    pub next: Option<Uuid>,
}

/// The words of an export, in the language of whoever exports.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditWords {
    /// The headings: when, who, what, read or done, client, details.
    pub headings: [String; 6],
    /// For lines of no person.
    pub system: String,
    /// It was read.
    pub read: String,
    /// It was done.
    pub done: String,
    /// What each verb is called.
    pub verbs: BTreeMap<String, String>,
    /// What each detail is called.
    pub details: BTreeMap<String, String>,
    /// What a detail's values are called, where they are not words already.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
}

impl AuditWords {
    fn verb<'a>(&'a self, name: &'a str) -> &'a str {
        self.verbs.get(name).map_or(name, String::as_str)
    }

    fn detail(&self, name: &str, value: &str) -> String {
        let value = self.values.get(name).and_then(|words| words.get(value)).map_or(value, String::as_str);
        let name = self.details.get(name).map_or(name, String::as_str);
        format!("{name}: {value}")
    }
}

/// Lines to export.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ExportAudit {
    /// Which; its page and limit are not looked at.
    pub filter: AuditFilter,
    /// The words of the file.
    pub words: AuditWords,
}

/// A finished export.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AuditExport {
    /// The file.
    pub path: String,
    /// How many lines it has.
    pub rows: u32,
}

/// Every verb that can stand in a line, for the filter.
#[must_use]
pub fn verbs() -> Vec<&'static str> {
    Verb::ALL.iter().map(|verb| verb.name()).collect()
}

/// A page of lines. Reads not yet written are written first, so that the page is complete.
///
/// # Errors
/// What the disk gives.
pub fn list(store: &Store, actor: &Actor, filter: &AuditFilter) -> Result<AuditPage> {
    store.flush_reads()?;
    store.read(actor, Verb::AuditList, |read| page(read, filter, filter.limit.clamp(1, 500)))
}

/// Writes all lines that fit the filter as CSV (UTF-8 with BOM, as spreadsheets expect) into `folder`, under a
/// temporary name until it is whole.
///
/// # Errors
/// [`ErrorCode::ExportFailed`], what the disk gives.
pub fn export(store: &Store, actor: &Actor, input: &ExportAudit, folder: &Path) -> Result<AuditExport> {
    store.flush_reads()?;
    store.read(actor, Verb::AuditExport, |read| {
        let path = folder.join(format!(
            "audit-{}.csv",
            crate::store::local_time(read.zone(), read.now()).format("%Y%m%d-%H%M%S")
        ));
        let failed =
            |error: std::io::Error| ErrorCode::ExportFailed.with("path", path.display()).because(error);
        let unfinished = path.with_extension("csv.unfinished");
        std::fs::create_dir_all(folder).map_err(failed)?;
        let rows = write_csv(read, input, &unfinished).inspect_err(|_| {
            let _ = std::fs::remove_file(&unfinished);
        })?;
        std::fs::rename(&unfinished, &path).map_err(failed)?;
        Ok(AuditExport { path: path.display().to_string(), rows })
    })
}

fn write_csv(read: &Read<'_>, input: &ExportAudit, path: &PathBuf) -> Result<u32> {
    let words = &input.words;
    use std::io::Write;
    let failed = |error| ErrorCode::ExportFailed.with("path", path.display()).because(error);
    let csv_failed = |error: csv::Error| ErrorCode::ExportFailed.with("path", path.display()).because(error);
    let mut file = std::fs::File::create(path).map_err(failed)?;
    file.write_all("\u{feff}".as_bytes()).map_err(failed)?;
    let mut csv = csv::Writer::from_writer(file);
    csv.write_record(&words.headings).map_err(csv_failed)?;
    let mut filter = AuditFilter { before: None, limit: 500, ..input.filter.clone() };
    let mut rows = 0;
    loop {
        let page = page(read, &filter, 500)?;
        for line in &page.lines {
            let at = crate::store::local_time(read.zone(), line.at).format("%Y-%m-%d %H:%M:%S").to_string();
            let detail: Vec<String> =
                line.detail.iter().map(|(name, value)| words.detail(name, value)).collect();
            csv.write_record([
                at.as_str(),
                line.staff_name.as_deref().unwrap_or(&words.system),
                words.verb(&line.verb),
                if line.is_read { &words.read } else { &words.done },
                line.client_name.as_deref().unwrap_or_default(),
                &detail.join("; "),
            ])
            .map_err(csv_failed)?;
            rows += 1;
        }
        match page.next {
            Some(next) => filter.before = Some(next),
            None => break,
        }
    }
    let file = csv.into_inner().map_err(|error| ErrorCode::ExportFailed.because(error.into_error()))?;
    file.sync_all().map_err(failed)?;
    Ok(rows)
}

fn page(read: &Read<'_>, filter: &AuditFilter, limit: u32) -> Result<AuditPage> {
    let zone = read.zone();
    let from = filter.from.map(|day| day_start(zone, day));
    let until = filter.to.and_then(|day| day.succ_opt()).map(|day| day_start(zone, day));
    let is_read = match filter.kind {
        AuditKind::All => None,
        AuditKind::Reads => Some(true),
        AuditKind::Writes => Some(false),
    };
    let mut statement = read.connection().prepare_cached(include_str!("page.sql"))?;
    let parameters: [(&str, &dyn ToSql); 8] = [
        (":from", &from),
        (":until", &until),
        (":staff", &filter.staff_id),
        (":client", &filter.client_id),
        (":is_read", &is_read),
        (":verb", &filter.verb),
        (":before", &filter.before),
        (":limit", &(limit + 1)),
    ];
    let mut lines = statement.query_map(&parameters[..], line)?.collect::<rusqlite::Result<Vec<_>>>()?;
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    let next = if more { lines.last().map(|line| line.id) } else { None };
    Ok(AuditPage { lines, next })
}

fn line(row: &Row<'_>) -> rusqlite::Result<AuditLine> {
    let detail: String = row.get(8)?;
    Ok(AuditLine {
        id: row.get(0)?,
        at: row.get(1)?,
        staff_id: row.get(2)?,
        staff_name: row.get(3)?,
        verb: row.get(4)?,
        is_read: row.get(5)?,
        client_id: row.get(6)?,
        client_name: row.get(7)?,
        detail: serde_json::from_str(&detail).unwrap_or_default(),
    })
}
