//! What a photo is.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::types::{DataPurpose, words};
use crate::ids::{ClientId, PhotoId, TreatmentId, VisitId};

words! {
    /// 标准体位: from where it is taken, so that before and after can be compared.
    PhotoView {
        /// 正面.
        Front = "front",
        /// 左 45°.
        LeftOblique = "left_oblique",
        /// 左 90°.
        LeftProfile = "left_profile",
        /// 右 45°.
        RightOblique = "right_oblique",
        /// 右 90°.
        RightProfile = "right_profile",
        /// 仰头位: from below.
        ChinUp = "chin_up",
        /// 低头位.
        ChinDown = "chin_down",
        /// 皱眉.
        Frown = "frown",
        /// 抬眉.
        BrowsUp = "brows_up",
        /// 微笑.
        Smile = "smile",
        /// 身体正面.
        BodyFront = "body_front",
        /// 身体背面.
        BodyBack = "body_back",
        /// 身体左侧.
        BodyLeft = "body_left",
        /// 身体右侧.
        BodyRight = "body_right",
        /// 局部.
        Detail = "detail",
        /// Not said yet.
        Other = "other",
    }
    /// When it was taken, as seen from a treatment.
    PhotoStage {
        /// 术前.
        Before = "before",
        /// 术后即刻.
        RightAfter = "right_after",
        /// 复诊.
        FollowUp = "follow_up",
    }
    /// How large a copy is.
    PhotoSize {
        /// For a list: 320 pixels at most.
        Small = "small",
        /// For the screen: 2,048 pixels at most.
        Screen = "screen",
        /// As it was taken.
        Original = "original",
    }
}

/// A point, in ten-thousandths of the upright picture's width and height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mark {
    /// From its left edge.
    pub x: u32,
    /// From its top.
    pub y: u32,
}

/// What is said about a photo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhotoFacts {
    /// At which visit.
    pub visit: Option<VisitId>,
    /// Of which treatment record.
    pub treatment: Option<TreatmentId>,
    /// From where.
    pub view: PhotoView,
    /// Before or after.
    pub stage: PhotoStage,
    /// What it is for.
    pub purpose: DataPurpose,
    /// In words.
    pub note: String,
}

/// A photo.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// Its id.
    pub id: PhotoId,
    /// Whose.
    pub client: ClientId,
    /// What is said about it.
    pub facts: PhotoFacts,
    /// The file's name where it came from.
    pub file_name: String,
    /// The original's hash, in hexadecimal.
    pub sha256: String,
    /// The original's kind.
    pub media_type: String,
    /// The original's length, in bytes.
    #[ts(type = "number")]
    pub length: i64,
    /// Upright, in pixels.
    pub width: u32,
    /// Upright, in pixels.
    pub height: u32,
    /// Whether the original says where it was taken; no copy does.
    pub located: bool,
    /// With what.
    pub camera: String,
    /// UTC milliseconds, as the camera has it; where it has none, as the file has it.
    #[ts(type = "number")]
    pub taken_at: i64,
    /// Two points to align it by.
    pub marks: Option<[Mark; 2]>,
    /// Whether its previews are made.
    pub preview: PreviewState,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub added_at: i64,
    /// Who added it.
    pub added_by: Option<String>,
    /// Why it was taken out.
    pub removed_reason: Option<String>,
    /// Whether a signed record that was not withdrawn names it.
    pub signed: bool,
}

/// Whether a photo can be looked at in small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PreviewState {
    /// Not yet.
    Waiting,
    /// Yes.
    Made,
    /// The original cannot be decoded.
    Failed,
}
