//! Importing a clinic's old list of clients: a spreadsheet that people kept by hand for years.
//!
//! [`preview`] reads it and says what would become of every row; [`commit`] reads it again and writes all of it
//! in one transaction, or nothing. What cannot be read is said, never guessed; what was repaired on the way is
//! counted and shown.

mod cells;
mod columns;
mod commit;
mod dates;
mod duplicates;
mod form;
mod list;
mod preview;
mod repairs;
mod row;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::types::{Birthday, ClientRef, Sex};
use crate::error::ErrorCode;
use crate::ids::ImportId;

pub use commit::commit;
pub use preview::preview;
pub use repairs::{Repair, RepairExample, Repaired};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportField {
    /// 姓名.
    Name,
    /// Former, English, nick names.
    OtherNames,
    /// 性别.
    Sex,
    /// 生日.
    Birthday,
    /// 农历生日.
    LunarBirthday,
    /// Phones; several columns may hold some.
    Phone,
    /// 微信.
    Wechat,
    /// 证件号.
    IdNumber,
    /// 会员号.
    MemberNumber,
    /// 来源渠道.
    Source,
    /// 过敏史: becomes an alert.
    Allergy,
    /// 肤质.
    SkinType,
    /// 偏好.
    Preferences,
    /// 标签; several columns may hold some.
    Tags,
    /// 监护人.
    GuardianName,
    /// 监护人电话.
    GuardianPhone,
    /// 紧急联系人.
    EmergencyName,
    /// 紧急联系人电话.
    EmergencyPhone,
    /// 备注; several columns may hold some.
    Notes,
    /// Goes into the notes behind its heading; any number of columns.
    NotesWithHeading,
}

impl ImportField {
    /// All of them, in the order in which a person is asked.
    pub const ALL: &[ImportField] = &[
        ImportField::Name,
        ImportField::OtherNames,
        ImportField::Sex,
        ImportField::Birthday,
        ImportField::LunarBirthday,
        ImportField::Phone,
        ImportField::Wechat,
        ImportField::IdNumber,
        ImportField::MemberNumber,
        ImportField::Source,
        ImportField::Allergy,
        ImportField::SkinType,
        ImportField::Preferences,
        ImportField::Tags,
        ImportField::GuardianName,
        ImportField::GuardianPhone,
        ImportField::EmergencyName,
        ImportField::EmergencyPhone,
        ImportField::Notes,
        ImportField::NotesWithHeading,
    ];

    /// Whether several columns may hold it.
    #[must_use]
    pub fn repeats(self) -> bool {
        use ImportField::{Notes, NotesWithHeading, Phone, Tags};
        matches!(self, Phone | Tags | Notes | NotesWithHeading)
    }
}

/// Where what stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// Which sheet; for a text file "".
    pub sheet: String,
    /// The row of the headings as the spreadsheet numbers it; 0 where there is none.
    pub header_row: u32,
    /// What each column holds, from the first on; `None` for one that is not imported.
    pub columns: Vec<Option<ImportField>>,
}

/// How the columns are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Columns {
    /// Guessed, on this sheet or on the likeliest.
    Guess(Option<String>),
    /// A person said.
    Mapped(Mapping),
}

/// What to do with files that seem to be here already, or stand twice in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// Leave them out.
    Skip,
    /// Import them all the same.
    Import,
}

/// How to import.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportOptions {
    /// Leave rows with errors out; without it one such row stops the import.
    pub skip_errors: bool,
    /// What to do with duplicates.
    pub duplicates: Duplicates,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// It will be imported.
    Ready,
    /// It has errors.
    Error,
    /// An earlier row is the same person.
    DuplicateInFile,
    /// A client is the same person.
    DuplicateOfClient,
}

/// A row as it will be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewRow {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// What will become of it.
    pub state: RowState,
    /// 会员号; `None`: the next will be given.
    pub member_number: Option<String>,
    /// 姓名.
    pub name: String,
    /// 性别.
    pub sex: Sex,
    /// 生日.
    pub birthday: Option<Birthday>,
    /// In full: they stand in the file that is imported.
    pub phones: Vec<String>,
    /// 证件号.
    pub id_number: Option<String>,
    /// 来源渠道.
    pub source: Option<String>,
    /// 标签.
    pub tags: Vec<String>,
    /// 备注.
    pub notes: String,
}

/// What would help to understand an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportHint {
    /// The spreadsheet kept only the first digits of a long number (4.4E+17).
    NumberRounded,
    /// Which number is the month and which the day cannot be told.
    DayOrMonth,
    /// The day or the month is missing.
    DateIncomplete,
    /// A formula that has no value.
    FormulaFailed,
}

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowError {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// What the column holds.
    pub field: ImportField,
    /// The column's heading.
    pub heading: String,
    /// What is wrong.
    pub code: ErrorCode,
    /// What helps to understand it.
    pub hint: Option<ImportHint>,
    /// What stands there.
    pub value: String,
}

/// A row that is somebody who is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RowDuplicate {
    /// As the spreadsheet numbers it.
    pub row: u32,
    /// The name in it.
    pub name: String,
    /// The earlier row.
    pub of_row: Option<u32>,
    /// The client.
    pub of_client: Option<ClientRef>,
}

/// How many rows there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportCounts {
    /// Rows that hold somebody: `ready` + `errors` + both kinds of duplicates.
    pub rows: u32,
    /// Empty rows.
    pub blank: u32,
    /// Sums, remarks, repeated headings.
    pub remarks: u32,
    /// Rows that will be imported whatever is chosen.
    pub ready: u32,
    /// Rows with errors.
    pub errors: u32,
    /// Rows that an earlier row is the same person of.
    pub duplicates_in_file: u32,
    /// Rows that a client is the same person of.
    pub duplicates_of_clients: u32,
}

/// What an import would do.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportPreview {
    /// All sheets of the file; empty for a text file.
    pub sheets: Vec<String>,
    /// The headings, one for each column.
    pub headings: Vec<String>,
    /// What each column holds: as given, else as guessed.
    pub mapping: Mapping,
    /// Of each column the first few different values as they stand in the file.
    pub samples: Vec<Vec<String>>,
    /// Headings of columns that are not imported.
    pub not_imported: Vec<String>,
    /// How many rows.
    pub counts: ImportCounts,
    /// The first rows as they will be read.
    pub rows: Vec<PreviewRow>,
    /// What is wrong, the first thousand.
    pub errors: Vec<RowError>,
    /// Who is known, the first thousand.
    pub duplicates: Vec<RowDuplicate>,
    /// What was repaired on the way.
    pub repairs: Vec<Repaired>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ImportPhase {
    /// The file is read.
    Reading,
    /// Files are made; all of it can still be stopped.
    Writing,
    /// All stands; the names are put where they can be found.
    Indexing,
}

impl ImportPhase {
    /// As the window is told.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            ImportPhase::Reading => "reading",
            ImportPhase::Writing => "writing",
            ImportPhase::Indexing => "indexing",
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportDone {
    /// The act of importing.
    pub import_id: ImportId,
    /// How many files were made.
    pub imported: u32,
    /// How many rows were left out.
    pub skipped: u32,
    /// Rows whose member number another client has: they were given the next one.
    pub renumbered: u32,
}
