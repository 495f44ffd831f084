//! What a treatment record holds.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Quantity;
use crate::catalogue::Specialty;
use crate::clients::types::{ClientRef, words};
use crate::ids::{
    BatchId, ClientId, EntitlementId, EquipmentId, PlanLineId, ProcedureId, ProductId, SignedTreatmentId,
    StaffId, TreatmentId, VialId, VisitId,
};

words! {
    /// A drawing on which points are set.
    SiteMap {
        /// The face from the front.
        FaceFront = "face_front",
        /// Its left side.
        FaceLeft = "face_left",
        /// Its right side.
        FaceRight = "face_right",
        /// The body from the front.
        BodyFront = "body_front",
        /// And from behind.
        BodyBack = "body_back",
    }
    /// What pays for a treatment.
    FundingKind {
        /// 划扣: a session that was bought.
        Entitlement = "entitlement",
        /// 免费.
        Free = "free",
        /// 补做: done again after an earlier one.
        Redo = "redo",
    }
    /// How it was made painless.
    #[derive(Default)]
    AnaesthesiaMethod {
        /// None.
        #[default]
        None = "none",
        /// 表面麻醉: cream.
        Topical = "topical",
        /// 局部浸润麻醉.
        Local = "local",
        /// 神经阻滞.
        Block = "block",
        /// 静脉镇静.
        Sedation = "sedation",
        /// 全身麻醉.
        General = "general",
    }
}

/// What pays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Funding {
    /// In which way; `None` while nobody has said.
    pub kind: Option<FundingKind>,
    /// What is redeemed.
    pub entitlement: Option<EntitlementId>,
    /// Why it is free, or done again.
    pub reason: String,
}

/// Anaesthesia.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Anaesthesia {
    /// How.
    pub method: AnaesthesiaMethod,
    /// For how many minutes before.
    pub minutes: u32,
    /// In words.
    pub note: String,
}

/// So much of a batch, at a point of a map or, where there is none, to the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Use {
    /// Its name within the record.
    pub key: u32,
    /// On which drawing.
    pub map: Option<SiteMap>,
    /// From its left edge, in ten-thousandths of its width.
    pub x: u32,
    /// From its top, in ten-thousandths of its height.
    pub y: u32,
    /// Where, in words: 眉间, 左侧咬肌.
    pub site: String,
    /// Which product.
    pub product: ProductId,
    /// Which batch; `None` while nobody has chosen one.
    pub batch: Option<BatchId>,
    /// Out of which opened vial, where it is toxin.
    pub vial: Option<VialId>,
    /// Out of which pack, where it carries a code of its own.
    pub unit_code: Option<String>,
    /// In the product's smallest unit.
    pub quantity: Quantity,
    /// Layer and technique: 真皮深层, 骨膜上.
    pub depth: String,
}

/// What an energy device was set to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Energy {
    /// Which piece of equipment.
    pub equipment: EquipmentId,
    /// Where.
    pub site: String,
    /// 光斑, as the device names it: 7 mm.
    pub spot: String,
    /// 能量密度: 18 J/cm².
    pub fluence: String,
    /// 脉冲数, 发数.
    pub pulses: u32,
    /// 深度, 层次: 3.0 mm.
    pub depth: String,
    /// Wavelength, pulse width, passes: whatever else it was set to.
    pub other: String,
}

/// A drug on the prescription.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PrescriptionLine {
    /// Which drug.
    pub product: ProductId,
    /// How much is given out, in its smallest unit.
    pub quantity: Quantity,
    /// 用法: 外用, 口服.
    pub route: String,
    /// 单次剂量: 适量, 1 片.
    pub dose: String,
    /// 频次: 每日两次.
    pub frequency: String,
    /// For how many days.
    pub days: u32,
}

/// Everything that a record says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TreatmentBody {
    /// Who does it, and will sign.
    pub doctor: Option<StaffId>,
    /// Who helps.
    pub assistants: Vec<StaffId>,
    /// 适应证: why it is done.
    pub indication: String,
    /// How it was made painless.
    pub anaesthesia: Anaesthesia,
    /// What was used, where.
    pub uses: Vec<Use>,
    /// What the devices were set to.
    pub energy: Vec<Energy>,
    /// How it was done, in words.
    pub course: String,
    /// 术中术后反应.
    pub reactions: String,
    /// 医嘱: what the client was told.
    pub advice: String,
    /// When to come again.
    pub next_on: Option<NaiveDate>,
    /// What pays.
    pub funding: Funding,
    /// 处方.
    pub prescription: Vec<PrescriptionLine>,
}

/// What of one batch a record uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BatchTotal {
    /// Which product.
    pub product: ProductId,
    /// Which batch.
    pub batch: Option<BatchId>,
    /// All of it, in the product's smallest unit.
    pub quantity: Quantity,
    /// At how many points.
    pub points: u32,
}

/// The procedure of a record, with the names of its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfProcedure {
    /// Which.
    pub id: ProcedureId,
    /// What the clinic calls it.
    pub name: String,
    /// Its standard name.
    pub standard_name: String,
    /// 科目.
    pub specialty: Specialty,
    /// The consent form it needs; empty for none.
    pub consent_template: String,
}

/// A record as it is written.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Treatment {
    /// Its id.
    pub id: TreatmentId,
    /// Whose.
    pub client: ClientRef,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// Of which plan.
    pub plan_line: Option<PlanLineId>,
    /// What is done.
    pub procedure: OfProcedure,
    /// What it says.
    pub body: TreatmentBody,
    /// What it uses of each batch.
    pub totals: Vec<BatchTotal>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub created_at: i64,
    /// UTC milliseconds, of the last saving: whoever saves says which one they saw.
    #[ts(type = "number")]
    pub saved_at: i64,
    /// Who saved it.
    pub saved_by: Option<String>,
    /// Why it was let go.
    pub discarded_reason: Option<String>,
    /// The signed record that it became.
    pub signed: Option<SignedTreatmentId>,
}

/// Which record.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct OfTreatment {
    /// Its id.
    pub id: TreatmentId,
}

/// A record to begin.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartTreatment {
    /// Whose.
    pub client: ClientId,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// What is done.
    pub procedure: ProcedureId,
    /// Of which plan.
    pub plan_line: Option<PlanLineId>,
}

/// A record to save.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveTreatment {
    /// Which.
    pub id: TreatmentId,
    /// The saving that the writer saw last.
    #[ts(type = "number")]
    pub saved_at: i64,
    /// What it says now.
    pub body: TreatmentBody,
}

/// A record to let go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DiscardTreatment {
    /// Which.
    pub id: TreatmentId,
    /// Why.
    pub reason: String,
}

/// What of each batch a body uses, in the order of the first point of each.
#[must_use]
pub fn totals(body: &TreatmentBody) -> Vec<BatchTotal> {
    let mut totals: Vec<BatchTotal> = Vec::new();
    for used in &body.uses {
        let same = |total: &&mut BatchTotal| total.product == used.product && total.batch == used.batch;
        match totals.iter_mut().find(same) {
            Some(total) => {
                total.quantity.0 += used.quantity.0;
                total.points += u32::from(used.map.is_some());
            }
            None => totals.push(BatchTotal {
                product: used.product,
                batch: used.batch,
                quantity: used.quantity,
                points: u32::from(used.map.is_some()),
            }),
        }
    }
    totals
}
