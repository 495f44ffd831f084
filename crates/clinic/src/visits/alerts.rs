//! What to know of a client who arrives. Later domains add theirs to [`SOURCES`].

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::types::{ArrivalAlert, Pregnancy};
use crate::actor::Actor;
use crate::clients::types::{AlertKind, Birthday, DataPurpose};
use crate::clients::{self, birthday, data_consents, duplicates};
use crate::complaints;
use crate::error::Result;
use crate::ids::ClientId;
use crate::permissions::Permission;

/// How many days ahead a birthday is mentioned.
const BIRTHDAY_DAYS: i64 = 7;

/// Where alerts come from, in the order in which they are shown; health first, and only for those who may
/// read it.
const SOURCES: &[(Option<Permission>, Source)] = &[
    (Some(Permission::SeeHealth), from_health),
    (Some(Permission::SeeHealth), from_triage),
    (Some(Permission::SeeComplaints), from_complaints),
    (None, from_data_consents),
    (None, from_duplicates),
    (None, from_birthday),
];

type Source = fn(&Connection, &[ClientId], NaiveDate) -> Result<Vec<ArrivalAlert>>;

/// Everything to know of a client (with the files joined into theirs) on a day.
pub(crate) fn at_arrival(
    connection: &Connection,
    actor: &Actor,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<Vec<ArrivalAlert>> {
    let mut alerts = Vec::new();
    for (permission, source) in SOURCES {
        if permission.is_none_or(|permission| actor.has(permission)) {
            alerts.extend(source(connection, family, today)?);
        }
    }
    Ok(alerts)
}

fn from_health(connection: &Connection, family: &[ClientId], _: NaiveDate) -> Result<Vec<ArrivalAlert>> {
    let mut held = Vec::new();
    for client in family {
        held.extend(
            clients::alerts::of(connection, *client)?.into_iter().filter(|alert| alert.ended_at.is_none()),
        );
    }
    held.sort_by_key(|alert| (alert.kind, std::cmp::Reverse(alert.severity), alert.noted_at));
    Ok(held
        .into_iter()
        .map(|alert| match alert.kind {
            AlertKind::Allergy => {
                ArrivalAlert::Allergy { substance: alert.substance, severity: alert.severity }
            }
            AlertKind::Contraindication => {
                ArrivalAlert::Contraindication { substance: alert.substance, severity: alert.severity }
            }
        })
        .collect())
}

/// What was declared counts for so long: a pregnancy ends, and each visit asks again.
const DECLARED_MS: i64 = 300 * 86_400_000;
/// How a client says that there is nothing.
const NOTHING: &[&str] = &["没有", "无", "無", "沒有", "none", "no", "不清楚", "否认", "否認"];

fn from_triage(connection: &Connection, family: &[ClientId], today: NaiveDate) -> Result<Vec<ArrivalAlert>> {
    let since = today.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() - DECLARED_MS;
    let mut pregnancies: Vec<(i64, Pregnancy)> = Vec::new();
    let mut allergies: Vec<(i64, String)> = Vec::new();
    for client in family {
        // A question that was skipped takes nothing back.
        let pregnancy = connection
            .prepare_cached(
                "SELECT filled_at, pregnancy FROM triage_form
                 WHERE client_id = ?1 AND filled_at >= ?2 AND pregnancy <> 'not_asked'
                 ORDER BY filled_at DESC LIMIT 1",
            )?
            .query_row(params![client, since], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        pregnancies.extend(pregnancy);
        let declared = connection
            .prepare_cached(
                "SELECT filled_at, allergies FROM triage_form
                 WHERE client_id = ?1 AND filled_at >= ?2 AND trim(allergies) <> ''
                 ORDER BY filled_at DESC LIMIT 1",
            )?
            .query_row(params![client, since], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        allergies.extend(declared);
    }
    let mut alerts = Vec::new();
    if let Some((_, declared)) = allergies.into_iter().max_by_key(|(at, _)| *at) {
        alerts.extend(not_noted(connection, family, &declared)?);
    }
    let pregnancy = pregnancies.into_iter().max_by_key(|(at, _)| *at).map(|(_, pregnancy)| pregnancy);
    alerts.extend(
        pregnancy
            .filter(|pregnancy| {
                matches!(pregnancy, Pregnancy::Yes | Pregnancy::Breastfeeding | Pregnancy::Trying)
            })
            .map(|pregnancy| ArrivalAlert::Pregnancy { pregnancy }),
    );
    Ok(alerts)
}

/// What of a declaration stands in no alert of the file.
fn not_noted(connection: &Connection, family: &[ClientId], declared: &str) -> Result<Option<ArrivalAlert>> {
    let mut noted: Vec<String> = Vec::new();
    for client in family {
        noted.extend(
            clients::alerts::of(connection, *client)?
                .into_iter()
                .filter(|alert| alert.kind == AlertKind::Allergy)
                .map(|alert| alert.substance.to_lowercase()),
        );
    }
    let is_new = |part: &&str| {
        let part = part.to_lowercase();
        !part.is_empty()
            && !NOTHING.contains(&part.as_str())
            && !noted.iter().any(|noted| noted.contains(&part) || part.contains(noted.as_str()))
    };
    let parts: Vec<&str> =
        declared.split(['、', '，', ',', '；', ';', '\n', '。']).map(str::trim).filter(is_new).collect();
    Ok((!parts.is_empty()).then(|| ArrivalAlert::DeclaredAllergy { text: parts.join("、") }))
}

/// What is open; and what was told since the last visit, even where it ended meanwhile: whoever receives the client
/// knows of it.
fn from_complaints(
    connection: &Connection,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<Vec<ArrivalAlert>> {
    let complaints = complaints::list::of_family(connection, family)?;
    let mut alerts = Vec::new();
    for complaint in complaints.into_iter().filter(|complaint| !complaint.dropped) {
        let closed = complaint.closed_at.is_some();
        if closed && came_since(connection, family, complaint.told_at, today)? {
            continue;
        }
        alerts.push(ArrivalAlert::Complaint {
            complaint: complaint.id,
            of: complaint.kind,
            severity: complaint.severity,
            text: complaint.text,
            closed,
        });
    }
    Ok(alerts)
}

/// Whether a client came after a moment, on an earlier day than today.
fn came_since(connection: &Connection, family: &[ClientId], moment: i64, today: NaiveDate) -> Result<bool> {
    for client in family {
        let came = connection
            .prepare_cached(
                "SELECT 1 FROM visit
                 WHERE client_id = ?1 AND arrived_at > ?2 AND business_day < ?3 AND NOT undone",
            )?
            .exists(params![client, moment, today.to_string()])?;
        if came {
            return Ok(true);
        }
    }
    Ok(false)
}

fn from_data_consents(
    connection: &Connection,
    family: &[ClientId],
    _: NaiveDate,
) -> Result<Vec<ArrivalAlert>> {
    let consents = data_consents::of(connection, family)?;
    let holds = consents
        .iter()
        .any(|consent| consent.purpose == DataPurpose::Treatment && consent.withdrawn_at.is_none());
    Ok(if holds { Vec::new() } else { vec![ArrivalAlert::NoDataConsent] })
}

fn from_duplicates(connection: &Connection, family: &[ClientId], _: NaiveDate) -> Result<Vec<ArrivalAlert>> {
    let strong = duplicates::strong_for(connection, family)?;
    strong
        .into_iter()
        .map(|client| {
            Ok(connection
                .prepare_cached("SELECT name, member_number FROM client WHERE id = ?1")?
                .query_row([client], |row| {
                    Ok(ArrivalAlert::PossibleDuplicate { name: row.get(0)?, member_number: row.get(1)? })
                })?)
        })
        .collect()
}

fn from_birthday(
    connection: &Connection,
    family: &[ClientId],
    today: NaiveDate,
) -> Result<Vec<ArrivalAlert>> {
    let typed: Option<Birthday> = connection
        .prepare_cached(
            "SELECT birthday, birthday_calendar FROM client WHERE id = ?1 AND birthday IS NOT NULL",
        )?
        .query_row([family[0]], |row| Ok(Birthday { date: row.get(0)?, calendar: row.get(1)? }))
        .optional()?;
    let days = typed.and_then(|typed| {
        [today.year(), today.year() + 1]
            .into_iter()
            .filter_map(|year| birthday::in_year(&typed, year))
            .map(|day| (day - today).num_days())
            .find(|days| (0..=BIRTHDAY_DAYS).contains(days))
    });
    Ok(days
        .and_then(|days| u8::try_from(days).ok())
        .map(|days| ArrivalAlert::Birthday { days })
        .into_iter()
        .collect())
}
