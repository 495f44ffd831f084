//! What a client's file holds, as the UI sees it and as it is typed.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{AlertId, AliasId, ClientId, DataConsentId, PhoneId, ScanId, StaffId};

/// An enum that the database keeps as its snake_case word.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$variant),*];

            /// As the database keeps it.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.as_str().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let text = value.as_str()?;
                $name::ALL.iter().copied().find(|word| word.as_str() == text).ok_or(FromSqlError::InvalidType)
            }
        }
    )*};
}
pub(crate) use words;

words! {
    /// 性别.
    Sex {
        /// 女.
        Female = "female",
        /// 男.
        Male = "male",
        /// Not said.
        Unknown = "unknown",
    }
    /// By which calendar a birthday is kept.
    BirthdayCalendar {
        /// 公历.
        Solar = "solar",
        /// 农历.
        Lunar = "lunar",
        /// 农历闰月.
        LunarLeap = "lunar_leap",
    }
    /// What an alert warns of.
    AlertKind {
        /// 过敏.
        Allergy = "allergy",
        /// 禁忌.
        Contraindication = "contraindication",
    }
    /// How bad it is.
    Severity {
        /// 轻.
        Mild = "mild",
        /// 中.
        Moderate = "moderate",
        /// 重.
        Severe = "severe",
    }
    /// Whom a client is assigned to (归属).
    AssignmentRole {
        /// 咨询师.
        Consultant = "consultant",
        /// 医生.
        Doctor = "doctor",
    }
    /// What a client's data may be used for (个人信息保护法 28–31: each by a consent of its own).
    DataPurpose {
        /// 诊疗.
        Treatment = "treatment",
        /// 照片存档.
        PhotoArchive = "photo_archive",
        /// 宣传.
        Publicity = "publicity",
        /// 云端副本.
        CloudCopy = "cloud_copy",
    }
}

/// A birthday by its calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Birthday {
    /// YYYY-MM-DD of that calendar.
    pub date: String,
    /// Which.
    pub calendar: BirthdayCalendar,
}

/// Somebody beside the client: guardian, emergency contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Contact {
    /// The name.
    pub name: String,
    /// The phone; masked when read.
    pub phone: String,
    /// 关系.
    pub relation: String,
}

/// A phone as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PhoneInput {
    /// The phone that is edited; `None` for a new one.
    pub id: Option<PhoneId>,
    /// As typed; `None` leaves an existing one as it is.
    pub number: Option<String>,
    /// 手机, 家里…; free text.
    pub label: String,
}

/// A client's own particulars, as typed in the form of a new file or of an edit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientInput {
    /// 姓名.
    pub name: String,
    /// Former, English, nick names.
    pub other_names: String,
    /// 性别.
    pub sex: Sex,
    /// 生日.
    pub birthday: Option<Birthday>,
    /// Phones in their order; the first is the main one. A phone left out is retired.
    pub phones: Vec<PhoneInput>,
    /// 微信.
    pub wechat: Option<String>,
    /// 证件号; `None` leaves an existing one as it is, "" removes it.
    pub id_number: Option<String>,
    /// 监护人.
    pub guardian: Option<Contact>,
    /// 紧急联系人.
    pub emergency: Option<Contact>,
    /// 来源渠道.
    pub source: Option<String>,
    /// 转介绍人.
    pub referrer: Option<ClientId>,
    /// 肤质.
    pub skin_type: Option<String>,
    /// 偏好.
    pub preferences: String,
    /// 备注.
    pub notes: String,
    /// 标签.
    pub tags: Vec<String>,
}

/// A hit of the search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientHit {
    /// The file.
    pub id: ClientId,
    /// The name.
    pub name: String,
    /// 会员号.
    pub member_number: String,
    /// The sex.
    pub sex: Sex,
    /// Full years today.
    pub age: Option<u16>,
    /// The main phone, masked.
    pub phone: Option<String>,
    /// When the client last came, UTC milliseconds.
    #[ts(type = "number | null")]
    pub last_visit_at: Option<i64>,
    /// How many visits there were.
    pub visits: u32,
    /// Whether an allergy or contraindication is noted; `false` for a role that has no need of it.
    pub has_alert: bool,
}

/// A phone as it stands on a screen.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Phone {
    /// Its id, by which it is revealed.
    pub id: PhoneId,
    /// Masked.
    pub masked: String,
    /// 手机, 家里….
    pub label: String,
}

/// Who the client is assigned to, and since when.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    /// As what.
    pub role: AssignmentRole,
    /// Whom; `None` where an assignment was taken away.
    pub staff_id: Option<StaffId>,
    /// The name.
    pub staff_name: Option<String>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub assigned_at: i64,
    /// Who decided it.
    pub assigned_by: Option<String>,
    /// Why.
    pub reason: String,
}

/// A consent to a use of data.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DataConsent {
    /// Its id.
    pub id: DataConsentId,
    /// For what.
    pub purpose: DataPurpose,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub given_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number | null")]
    pub withdrawn_at: Option<i64>,
    /// Who wrote it down.
    pub recorded_by: Option<String>,
}

/// A joined file.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct JoinedFile {
    /// The row that joins.
    pub alias_id: AliasId,
    /// The file that is read as this one.
    pub loser_id: ClientId,
    /// Its name.
    pub name: String,
    /// Its member number.
    pub member_number: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub joined_at: i64,
    /// Who joined them.
    pub joined_by: Option<String>,
}

/// A client's file as opened. Health data comes by a read of its own ([`ClientHealth`]).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientFile {
    /// The file; where a joined file was asked for, the survivor.
    pub id: ClientId,
    /// 会员号.
    pub member_number: String,
    /// The code shown as QR and scanned at the desk.
    pub member_code: String,
    /// The QR of the member code, an SVG document.
    pub member_qr: String,
    /// 姓名.
    pub name: String,
    /// Former, English, nick names.
    pub other_names: String,
    /// 性别.
    pub sex: Sex,
    /// 生日.
    pub birthday: Option<Birthday>,
    /// This year's birthday in the solar calendar, YYYY-MM-DD.
    pub birthday_this_year: Option<String>,
    /// Full years today.
    pub age: Option<u16>,
    /// Masked.
    pub phones: Vec<Phone>,
    /// 微信.
    pub wechat: Option<String>,
    /// Masked.
    pub id_number: Option<String>,
    /// Phone masked.
    pub guardian: Option<Contact>,
    /// Phone masked.
    pub emergency: Option<Contact>,
    /// 来源渠道.
    pub source: Option<String>,
    /// 转介绍人.
    pub referrer: Option<ClientRef>,
    /// 肤质.
    pub skin_type: Option<String>,
    /// 偏好.
    pub preferences: String,
    /// 备注.
    pub notes: String,
    /// 标签.
    pub tags: Vec<String>,
    /// The newest first, for both roles.
    pub assignments: Vec<Assignment>,
    /// All, also withdrawn ones.
    pub data_consents: Vec<DataConsent>,
    /// Files joined into this one.
    pub joined: Vec<JoinedFile>,
    /// Other files that may be the same person.
    pub possible_duplicates: Vec<PossibleDuplicate>,
    /// The newest first.
    pub visits: Vec<VisitLine>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
}

/// A client named by another record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientRef {
    /// The file.
    pub id: ClientId,
    /// The name.
    pub name: String,
    /// 会员号.
    pub member_number: String,
}

/// A visit or an appointment in the client's timeline.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VisitLine {
    /// visit, appointment.
    pub kind: TimelineKind,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// The step or the status.
    pub state: String,
    /// What for.
    pub procedure: Option<String>,
    /// With whom.
    pub doctor: Option<String>,
    /// What was written down.
    pub note: String,
}

/// What a line of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimelineKind {
    /// 到店.
    Visit,
    /// 预约.
    Appointment,
    /// 面诊.
    Consultation,
}

/// A file that may be the same person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PossibleDuplicate {
    /// The other file.
    pub client: ClientHit,
    /// Why it is thought so.
    pub why: DuplicateReason,
}

/// Why two files may be one person's; the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DuplicateReason {
    /// The same ID number.
    SameIdNumber,
    /// The same phone.
    SamePhone,
    /// The same name and birthday.
    SameNameAndBirthday,
    /// The same name, or one that sounds the same.
    NearName,
}

/// An allergy or contraindication.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientAlert {
    /// Its id.
    pub id: AlertId,
    /// What it warns of.
    pub kind: AlertKind,
    /// 物质 or 情况.
    pub substance: String,
    /// How bad.
    pub severity: Severity,
    /// 反应.
    pub reaction: String,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub noted_at: i64,
    /// Who noted it.
    pub noted_by: Option<String>,
    /// UTC milliseconds; `None` while it holds.
    #[ts(type = "number | null")]
    pub ended_at: Option<i64>,
    /// Why it no longer holds.
    pub ended_reason: Option<String>,
}

/// A scan of old paper.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientScan {
    /// Its id.
    pub id: ScanId,
    /// What it is.
    pub title: String,
    /// image/png, image/jpeg, image/webp, application/pdf.
    pub media_type: String,
    /// Bytes.
    #[ts(type = "number")]
    pub length: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub added_at: i64,
    /// Who added it.
    pub added_by: Option<String>,
}

/// What only a role with need of it reads; the read leaves an audit line.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClientHealth {
    /// Those that hold first, the severe before the mild; then those that ended.
    pub alerts: Vec<ClientAlert>,
    /// The newest first.
    pub scans: Vec<ClientScan>,
}
