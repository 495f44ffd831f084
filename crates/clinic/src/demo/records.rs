//! The demo clinic's plans and treatment records: proposed by consultants, approved, written by the nurse and signed
//! by the doctor; a few that wait, a few that were signed in spite of something.

use super::lines::{number, rows};
use super::pictures;
use super::plan::{DAY, MINUTE};
use super::run::Run;
use super::stockroom::BOOK_DAYS;
use super::till::FREE;
use crate::actor::{Actor, Session};
use crate::amounts::{Fen, Quantity};
use crate::clients::types::DataPurpose;
use crate::consents::{self, NotePaperConsent};
use crate::error::{ErrorCode, Result};
use crate::ids::{
    BatchId, EntitlementId, PlanVersionId, ProductId, SignedTreatmentId, TreatmentId, VialId, VisitId,
};
use crate::photos::add::{self, AddPhoto};
use crate::photos::{PhotoFacts, PhotoStage, PhotoView};
use crate::plans::{AgreePlan, DecidePlan, DraftPlan, PlanLineInput, agree, decide, draft};
use crate::treatments::amend::{self, AmendTreatment};
use crate::treatments::gate::{self, ObstacleCode};
use crate::treatments::sign::{self, Override, SignTreatment};
use crate::treatments::{
    Anaesthesia, AnaesthesiaMethod, Energy, Funding, FundingKind, OfTreatment, SaveTreatment, SiteMap,
    StartTreatment, TreatmentBody, Use, open, save, start,
};

/// Of so many treatments the consent of one is missing, and one record is amended.
const WITHOUT_CONSENT: usize = 53;
const AMENDED: usize = 31;
/// Treatments that are photographed: the first of the last days.
const PHOTO_DAYS: i64 = 12;
const PHOTOGRAPHED: u32 = 3;

/// What a treatment took of one batch.
pub(super) struct Taken {
    pub(super) product: ProductId,
    pub(super) batch: BatchId,
    pub(super) vial: Option<VialId>,
    pub(super) quantity: Quantity,
}

/// A point of a map.
struct Point {
    map: Option<SiteMap>,
    x: u32,
    y: u32,
    site: &'static str,
}

/// Where a procedure is usually placed; one place without a map where nothing is known.
fn points(procedure: &str) -> Vec<Point> {
    let known: Vec<Point> = rows(include_str!("../../../../assets/demo/points.txt"))
        .filter(|row| row[0] == procedure)
        .map(|row| Point {
            map: SiteMap::ALL.iter().copied().find(|map| map.as_str() == row[1]),
            x: number(row[2]),
            y: number(row[3]),
            site: row[4],
        })
        .collect();
    if known.is_empty() { vec![Point { map: None, x: 0, y: 0, site: "全面部" }] } else { known }
}

impl Run<'_> {
    /// A consultation that ended well leaves a plan, which the doctor approves and the client agrees to.
    pub(super) fn propose(&self, coming: usize, now: i64) -> Result<()> {
        if self.plan.present - now > BOOK_DAYS * DAY {
            return Ok(());
        }
        let version = self.draft(coming)?;
        let doctor = self.by(self.plan.comings[coming].doctor);
        decide::decide(self.store, doctor, &DecidePlan { version, approve: true, reason: String::new() })?;
        let agreed = AgreePlan { version, alternative: 0 };
        agree::agree(self.store, self.by(self.consultant(coming)), &agreed)
    }

    /// What the consultant proposes.
    pub(super) fn draft(&self, coming: usize) -> Result<PlanVersionId> {
        let planned = &self.plan.comings[coming];
        let store = self.store;
        let procedure = self.cast.procedures[planned.offer];
        let price = crate::catalogue::all(store, self.by(0))?
            .procedures
            .iter()
            .find(|known| known.id == procedure)
            .and_then(|known| known.list_price);
        // A third of them is a course of three, at nine tenths.
        let sessions = if coming % 3 == 1 { 3 } else { 1 };
        let course = |price: Fen| Fen(price.0 * 3 * 9 / 10 / 10_000 * 10_000);
        let price = if sessions == 3 { price.map(course) } else { price };
        let line = PlanLineInput { alternative: 0, procedure, sessions, price, note: String::new() };
        let plan = DraftPlan {
            id: None,
            client: self.client(planned.client)?,
            visit: Some(self.arrived(coming)?),
            note: planned.note.to_owned(),
            lines: vec![line],
        };
        draft::draft(store, self.by(self.consultant(coming)), &plan)
    }

    /// The record of a treatment: written by the nurse and, unless the doctor has yet to come to it, signed.
    pub(super) fn record(
        &mut self,
        coming: usize,
        visit: VisitId,
        taken: Vec<Taken>,
        now: i64,
        sign: bool,
    ) -> Result<()> {
        let planned = &self.plan.comings[coming];
        let (store, nurse) = (self.store, self.by(self.cast.nurse));
        let client = self.client(planned.client)?;
        let procedure = self.cast.procedures[planned.offer];
        let beginning = StartTreatment { client, visit: Some(visit), procedure, plan_line: None };
        let id = start::start(store, nurse, &beginning)?;
        let written = open::open(store, nurse, OfTreatment { id })?;
        let owned = if coming.is_multiple_of(FREE) { None } else { self.owned(coming)? };
        let body = self.body(coming, &written.procedure.name, taken, owned.map(|owned| owned.id));
        let saved_at =
            save::save(store, nurse, &SaveTreatment { id, saved_at: written.saved_at, body })?.saved_at;
        self.photograph(coming, visit, id, now)?;
        // Who is treated right now is signed for when it is done.
        if !sign || self.plan.present - now < 30 * MINUTE {
            return Ok(());
        }
        if !coming.is_multiple_of(WITHOUT_CONSENT) {
            let paper = NotePaperConsent {
                client,
                procedure,
                doctor: self.cast.staff[planned.doctor],
                signed_on: store.today(),
                note: String::new(),
            };
            consents::note_paper(store, nurse, &paper, &[])?;
        }
        self.sign(coming, id, saved_at)
    }

    fn body(
        &self,
        coming: usize,
        procedure: &str,
        taken: Vec<Taken>,
        entitlement: Option<EntitlementId>,
    ) -> TreatmentBody {
        let planned = &self.plan.comings[coming];
        let placed = points(procedure);
        // What is injected is placed; what it is dissolved in and drawn up with is of the whole.
        let injected = taken.iter().position(|taken| taken.vial.is_some()).unwrap_or(0);
        let whole = [Point { map: None, x: 0, y: 0, site: "" }];
        let mut uses = Vec::new();
        for (place, taken) in taken.into_iter().enumerate() {
            let points = if place == injected { placed.as_slice() } else { &whole };
            let share = taken.quantity.0 / points.len() as i64;
            for (index, point) in points.iter().enumerate() {
                let rest = if index == 0 { taken.quantity.0 - share * points.len() as i64 } else { 0 };
                let quantity = Quantity(share + rest);
                if quantity.0 > 0 {
                    uses.push(Use {
                        key: uses.len() as u32 + 1,
                        map: point.map,
                        x: point.x,
                        y: point.y,
                        site: point.site.to_owned(),
                        product: taken.product,
                        batch: Some(taken.batch),
                        vial: taken.vial,
                        unit_code: None,
                        quantity,
                        depth: if point.map.is_some() { "真皮深层" } else { "" }.to_owned(),
                    });
                }
            }
        }
        let energy = self.cast.equipment_of[planned.offer].map(|piece| Energy {
            equipment: self.cast.equipment[piece],
            site: "全面部".to_owned(),
            spot: "7 mm".to_owned(),
            fluence: "16 J/cm²".to_owned(),
            pulses: 180 + (coming % 9) as u32 * 20,
            depth: String::new(),
            other: "双脉冲，接触冷却".to_owned(),
        });
        let minutes = self.cast.numbing_minutes[planned.offer];
        TreatmentBody {
            doctor: Some(self.cast.staff[planned.doctor]),
            assistants: vec![self.cast.staff[self.cast.nurse]],
            indication: "要求改善，面诊评估适合，已告知风险与替代方案。".to_owned(),
            anaesthesia: Anaesthesia {
                method: if minutes > 0 { AnaesthesiaMethod::Topical } else { AnaesthesiaMethod::None },
                minutes,
                note: String::new(),
            },
            uses,
            energy: energy.into_iter().collect(),
            course: "常规消毒后操作，过程顺利。".to_owned(),
            reactions: if coming.is_multiple_of(4) { "局部轻度红肿" } else { "无特殊不适" }.to_owned(),
            advice: "24 小时内不沾水，避免按压，一周内避免高温与饮酒。".to_owned(),
            next_on: None,
            funding: Funding {
                kind: Some(match entitlement {
                    Some(_) => FundingKind::Entitlement,
                    None => FundingKind::Free,
                }),
                entitlement,
                reason: if entitlement.is_none() { "会员生日礼遇" } else { "" }.to_owned(),
            },
            prescription: Vec::new(),
        }
    }

    /// Signs what may be signed; a missing consent is answered for, everything else waits.
    fn sign(&mut self, coming: usize, id: TreatmentId, saved_at: i64) -> Result<()> {
        let (store, nurse) = (self.store, self.by(self.cast.nurse));
        let doctor = self.session(self.plan.comings[coming].doctor)?;
        let against = gate::obstacles(store, nurse, OfTreatment { id })?;
        if against.iter().any(|obstacle| obstacle.code != ObstacleCode::NoConsent) {
            return Ok(());
        }
        let reason = "纸质同意书在前台，次日补录".to_owned();
        let overrides =
            against.iter().map(|obstacle| Override { code: obstacle.code, reason: reason.clone() }).collect();
        let signed = sign::sign(store, doctor, &SignTreatment { id, saved_at, overrides })?;
        if coming.is_multiple_of(AMENDED) {
            self.amend(doctor, signed.id)?;
        }
        let client = self.client(self.plan.comings[coming].client)?;
        self.complaints.signed.push((signed.id, client));
        Ok(())
    }

    fn amend(&self, doctor: &Session, id: SignedTreatmentId) -> Result<()> {
        let body = crate::treatments::signed::open(
            self.store,
            self.by(self.cast.nurse),
            crate::treatments::signed::OfSigned { id },
        )?
        .amended;
        let change = AmendTreatment {
            id,
            reason: "次日电话随访后补充".to_owned(),
            indication: body.indication,
            course: body.course,
            reactions: format!("{}；次日复查轻度淤青，嘱冷敷。", body.reactions),
            advice: body.advice,
            next_on: body.next_on,
        };
        amend::amend(self.store, doctor, &change)
    }

    /// Before and right after, from three sides.
    fn photograph(&mut self, coming: usize, visit: VisitId, treatment: TreatmentId, now: i64) -> Result<()> {
        if self.photographed >= PHOTOGRAPHED || self.plan.present - now > PHOTO_DAYS * DAY {
            return Ok(());
        }
        self.photographed += 1;
        let client = self.client(self.plan.comings[coming].client)?;
        for (stage, redness, minutes) in [(PhotoStage::Before, 24, 25), (PhotoStage::RightAfter, 80, 1)] {
            for view in [PhotoView::Front, PhotoView::LeftOblique, PhotoView::RightOblique] {
                let grain = self.photographed * 100 + u32::from(redness);
                let photo = AddPhoto {
                    client,
                    facts: PhotoFacts {
                        visit: Some(visit),
                        treatment: Some(treatment),
                        view,
                        stage,
                        purpose: DataPurpose::PhotoArchive,
                        note: String::new(),
                    },
                    file_name: format!("IMG_{grain:04}.JPG"),
                    file_changed_at: Some(now - minutes * MINUTE),
                };
                let picture = pictures::face(view, redness, grain)?;
                add::add(self.store, self.by(self.cast.nurse), &photo, &picture)?;
            }
        }
        Ok(())
    }

    fn session(&self, worker: usize) -> Result<&Session> {
        match self.by(worker) {
            Actor::Staff(session) => Ok(session),
            Actor::System(_) => Err(ErrorCode::StorageFailed.into()),
        }
    }
}
