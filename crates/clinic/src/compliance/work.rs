//! Work that somebody must finish: complaints, records, overrides, vials; and batches that expire.

use super::{Asked, Matter, NeedsCare};
use crate::care::Care;
use crate::complaints::list as complaints;
use crate::error::Result;
use crate::overdrafts;
use crate::permissions::Permission;
use crate::settings::{self, SettingKey};
use crate::stock::alerts;
use crate::store::business_day;
use crate::treatments::{list, overrides};

/// Open ones: now until the client has an answer, then this month.
pub(super) fn complaints(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    Ok(complaints::of_everybody(asked.read.connection(), false)?
        .into_iter()
        .map(|complaint| NeedsCare {
            care: if complaint.answered_at.is_none() { Care::Now } else { Care::Month },
            on: business_day(asked.read.zone(), complaint.due_at),
            matter: Matter::Complaint { complaint },
        })
        .collect())
}

/// Records begun longer ago than the setting's hours. Who only signs sees their own and those that name nobody.
pub(super) fn unsigned(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    let (connection, actor) = (asked.read.connection(), asked.read.actor());
    let before = asked.read.now() - settings::hours_in_ms(connection, SettingKey::UnsignedHours)?;
    let sees_all = actor.has(Permission::ManageStaff) || !actor.has(Permission::SignTreatments);
    let mine = |doctor| sees_all || doctor == actor.staff_id();
    let records = list::unsigned(connection)?;
    Ok(records
        .into_iter()
        .filter(|record| record.created_at < before && (record.doctor.is_none() || mine(record.doctor)))
        .map(|record| NeedsCare {
            care: Care::Now,
            on: business_day(asked.read.zone(), record.created_at),
            matter: Matter::Unsigned { record },
        })
        .collect())
}

/// Those that nobody has seen.
pub(super) fn overrides(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    Ok(overrides::load(asked.read.connection(), false)?
        .into_iter()
        .map(|overridden| NeedsCare {
            care: Care::Now,
            on: business_day(asked.read.zone(), overridden.at),
            matter: Matter::Override { overridden },
        })
        .collect())
}

/// What two computers gave away twice.
pub(super) fn overdrafts(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    Ok(overdrafts::all(asked.read.connection(), asked.read.zone())?
        .into_iter()
        .map(|overdraft| NeedsCare {
            care: Care::Now,
            on: overdraft.since,
            matter: Matter::Overdraft { overdraft },
        })
        .collect())
}

/// Vials of earlier days that are not emptied and given back.
pub(super) fn vials(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    Ok(alerts::overdue(asked.read)?
        .into_iter()
        .map(|vial| NeedsCare { care: Care::Now, on: vial.opened_on, matter: Matter::Vial { vial } })
        .collect())
}

/// Batches on the shelf, by the days on which they expire.
pub(super) fn batches(asked: &Asked<'_>) -> Result<Vec<NeedsCare>> {
    Ok(alerts::expiring(asked.read)?
        .into_iter()
        .map(|batch| NeedsCare { care: batch.care, on: batch.expires_on, matter: Matter::Batch { batch } })
        .collect())
}
