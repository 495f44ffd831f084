//! A sheet that this program knows: its columns by their headings, in either language and as people call them, and a row's
//! cells by field.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::{Cell, Row, Sheet};
use crate::error::{Error, ErrorCode, Result};

/// The headings stand in one of the first rows.
const HEADINGS_WITHIN: usize = 10;

/// The language of a file's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileLanguage {
    /// 中文.
    Zh,
    /// English.
    En,
}

/// A word in both languages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    zh: &'static str,
    en: &'static str,
}

pub(crate) const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

impl Words {
    pub(crate) fn of(self, language: FileLanguage) -> &'static str {
        match language {
            FileLanguage::Zh => self.zh,
            FileLanguage::En => self.en,
        }
    }
}

impl Words {
    /// Whether a text, without what people vary, is one of them.
    pub(crate) fn are(self, text: &str) -> bool {
        [self.zh, self.en].iter().any(|word| plain(word) == text)
    }
}

/// A column: the field it holds, and its heading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) field: &'static str,
    pub(crate) heading: Words,
    /// What else it is called.
    also: &'static [&'static str],
}

impl Column {
    pub(crate) const fn also(self, also: &'static [&'static str]) -> Column {
        Column { also, ..self }
    }
}

pub(crate) const fn column(field: &'static str, zh: &'static str, en: &'static str) -> Column {
    Column { field, heading: words(zh, en), also: &[] }
}

/// A sheet of a file.
#[derive(Debug)]
pub(crate) struct Form<K: 'static> {
    pub(crate) kind: K,
    pub(crate) name: Words,
    pub(crate) columns: &'static [Column],
}

impl<K> Form<K> {
    /// The field that a heading names.
    fn field(&self, heading: &str) -> Option<&'static str> {
        let heading = plain(heading);
        let names = |column: &&Column| {
            let own = [column.heading.zh, column.heading.en, column.field];
            own.iter().chain(column.also).any(|word| plain(word) == heading)
        };
        self.columns.iter().find(names).map(|column| column.field)
    }

    /// The row of the headings, by what must be among them, and the field of each column.
    pub(crate) fn headings(
        &self,
        sheet: &Sheet,
        are: impl Fn(&[Option<&'static str>]) -> bool,
    ) -> Option<(usize, Vec<Option<&'static str>>)> {
        sheet.rows.iter().take(HEADINGS_WITHIN).enumerate().find_map(|(index, row)| {
            let fields: Vec<_> = row.cells.iter().map(|cell| self.field(&cell.written())).collect();
            are(&fields).then_some((index, fields))
        })
    }
}

/// A heading or a word without what people vary: width, case, spaces, underscores, brackets.
pub(crate) fn plain(text: &str) -> String {
    let kept = text.nfkc().filter(|c| !c.is_whitespace() && !matches!(c, '_' | '(' | ')' | '*' | '\u{feff}'));
    kept.collect::<String>().to_lowercase()
}

/// A row's cells by field.
#[derive(Debug, Default)]
pub(crate) struct Line(pub(crate) BTreeMap<&'static str, String>);

impl Line {
    /// A row's cells by the fields of their columns.
    pub(crate) fn of(fields: &[Option<&'static str>], row: &Row) -> Line {
        let cell = |(column, field): (usize, &Option<&'static str>)| {
            let cell = row.cells.get(column).map(Cell::written).unwrap_or_default();
            Some(((*field)?, cell))
        };
        Line(fields.iter().enumerate().filter_map(cell).collect())
    }

    /// The cell; empty where there is none.
    pub(crate) fn cell(&self, field: &'static str) -> &str {
        self.0.get(field).map_or("", |cell| cell.trim())
    }

    pub(crate) fn text(&self, field: &'static str, was: Option<&String>) -> String {
        match self.0.get(field) {
            Some(cell) => cell.trim().to_owned(),
            None => was.cloned().unwrap_or_default(),
        }
    }

    /// A value that may be missing.
    pub(crate) fn maybe<T: Clone>(
        &self,
        field: &'static str,
        was: Option<T>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>> {
        match self.0.get(field).map(|cell| cell.trim()) {
            None => Ok(was),
            Some("") => Ok(None),
            Some(cell) => read(cell).map(Some).ok_or_else(|| unread(field, cell)),
        }
    }

    /// A value that an empty cell leaves at its default.
    pub(crate) fn or<T: Clone>(
        &self,
        field: &'static str,
        was: Option<T>,
        default: T,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T> {
        Ok(self.maybe(field, was, read)?.unwrap_or(default))
    }

    /// A value that must be there.
    pub(crate) fn must<T: Clone>(
        &self,
        field: &'static str,
        was: Option<T>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<T> {
        self.maybe(field, was, read)?.ok_or_else(|| ErrorCode::Required.at(field))
    }
}

pub(crate) fn unread(field: &'static str, cell: &str) -> Error {
    ErrorCode::CellUnreadable.at(field).with("cell", cell)
}

pub(crate) fn number<N: std::str::FromStr>(cell: &str) -> Option<N> {
    cell.replace(',', "").parse().ok()
}

pub(crate) fn date(cell: &str) -> Option<NaiveDate> {
    let plain = cell.replace(['/', '.', '年', '月'], "-").replace('日', "");
    NaiveDate::parse_from_str(plain.trim_end_matches('-'), "%Y-%m-%d").ok()
}
