//! The compliance desk: what needs care, in three levels, each thing with what it opens.
//!
//! Nothing is kept here and no rule is of this module's own: every source is another domain's list, shown to whom that
//! list may be shown. Later domains add theirs to [`SOURCES`].

mod papers;
mod work;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::actor::Actor;
use crate::care::{Care, Limits};
use crate::catalogue::Specialty;
use crate::complaints::list::ComplaintLine;
use crate::error::Result;
use crate::ids::{EquipmentId, StaffId, SupplierId};
use crate::overdrafts::Overdraft;
use crate::permissions::Permission;
use crate::stock::alerts::{Expiring, OverdueVial};
use crate::store::{Read, Store};
use crate::treatments::list::TreatmentLine;
use crate::treatments::overrides::Overridden;
use crate::verbs::Verb;

/// What something that needs care is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "snake_case", rename_all_fields = "camelCase", tag = "kind")]
pub enum Matter {
    /// The clinic's own licence (医疗机构执业许可证) ends.
    ClinicLicence {
        /// Its number.
        number: String,
    },
    /// A doctor's registration for a specialty ends, and none of them lasts longer.
    Registration {
        /// Whose.
        staff: StaffId,
        /// By name.
        name: String,
        /// For what.
        specialty: Specialty,
    },
    /// A device's registration (注册证) ends.
    EquipmentRegistration {
        /// Which.
        equipment: EquipmentId,
        /// Its name.
        name: String,
        /// The registration's number.
        number: String,
    },
    /// A device's filing (备案) ends.
    EquipmentFiling {
        /// Which.
        equipment: EquipmentId,
        /// Its name.
        name: String,
        /// The filing's number.
        number: String,
    },
    /// A device must be maintained.
    Maintenance {
        /// Which.
        equipment: EquipmentId,
        /// Its name.
        name: String,
        /// When it was last; `None`: never, as far as is written here.
        last_on: Option<NaiveDate>,
    },
    /// A supplier's licence (经营许可证) ends.
    SupplierLicence {
        /// Whose.
        supplier: SupplierId,
        /// By name.
        name: String,
        /// The licence's number.
        number: String,
    },
    /// A batch on the shelf expires.
    Batch {
        /// Which.
        batch: Expiring,
    },
    /// A vial was not emptied and given back on its day: the book is not at zero.
    Vial {
        /// Which.
        vial: OverdueVial,
    },
    /// A treatment record is not signed.
    Unsigned {
        /// Which.
        record: TreatmentLine,
    },
    /// A doctor went on in spite of something, and nobody has seen it.
    Override {
        /// What.
        overridden: Overridden,
    },
    /// Two computers gave away the same while apart.
    Overdraft {
        /// What.
        overdraft: Overdraft,
    },
    /// A complaint or an adverse reaction is open.
    Complaint {
        /// Which.
        complaint: ComplaintLine,
    },
}

/// Something that needs care.
#[derive(Clone, Debug, Serialize, TS)]
pub struct NeedsCare {
    /// How much.
    pub care: Care,
    /// The day that counts: the last on which a paper or a batch holds, when a maintenance is due, when a vial was
    /// opened, a record begun, an override signed, an answer due.
    pub on: NaiveDate,
    /// What it is.
    pub matter: Matter,
}

/// How much needs care.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct CareCounts {
    /// Now.
    pub now: u32,
    /// This month.
    pub month: u32,
    /// Soon.
    pub soon: u32,
}

/// What a source is asked with.
struct Asked<'a> {
    read: &'a Read<'a>,
    limits: Limits,
}

type Source = fn(&Asked<'_>) -> Result<Vec<NeedsCare>>;

/// Where what needs care comes from, each with the permission that its list needs.
const SOURCES: &[(Permission, Source)] = &[
    (Permission::SeeComplaints, work::complaints),
    (Permission::SeeTreatments, work::unsigned),
    (Permission::SeeOverrides, work::overrides),
    (Permission::SettleOverdrafts, work::overdrafts),
    (Permission::UseVials, work::vials),
    (Permission::KeepStock, work::batches),
    (Permission::ManageClinic, papers::clinic_licence),
    (Permission::SeeCompliance, papers::registrations),
    (Permission::SeeCompliance, papers::equipment),
    (Permission::KeepStock, papers::supplier_licences),
];

/// Everything that needs care, the most pressing first; what names clients leaves a trace.
///
/// # Errors
/// What the disk gives.
pub fn desk(store: &Store, actor: &Actor) -> Result<Vec<NeedsCare>> {
    store.read(actor, Verb::ComplianceRead, |read| {
        let found = gather(read)?;
        for one in &found {
            match &one.matter {
                Matter::Unsigned { record } => read.note(record.client.id),
                Matter::Override { overridden } => read.note(overridden.client.id),
                Matter::Overdraft { overdraft } => read.note(overdraft.client.id),
                Matter::Complaint { complaint } => read.note(complaint.client.id),
                _ => {}
            }
        }
        Ok(found)
    })
}

/// How much needs care. Nobody is named, so that nothing is traced.
///
/// # Errors
/// What the disk gives.
pub fn counts(store: &Store, actor: &Actor) -> Result<CareCounts> {
    store.read(actor, Verb::ComplianceRead, |read| {
        let mut counts = CareCounts::default();
        for one in gather(read)? {
            match one.care {
                Care::Now => counts.now += 1,
                Care::Month => counts.month += 1,
                Care::Soon => counts.soon += 1,
            }
        }
        Ok(counts)
    })
}

fn gather(read: &Read<'_>) -> Result<Vec<NeedsCare>> {
    let asked = Asked { read, limits: Limits::read(read.connection(), read.today())? };
    let mut found = Vec::new();
    for (permission, source) in SOURCES {
        if read.actor().has(*permission) {
            found.extend(source(&asked)?);
        }
    }
    found.sort_by_key(|one| (one.care, one.on));
    Ok(found)
}
