//! A tier by hand: a fact with a reason and a last day. Where what was spent gives a higher one, that holds.

use chrono::{Months, NaiveDate};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::schemes;
use crate::actor::Actor;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::{ClientId, TierGrantEndId, TierGrantId};
use crate::permissions::Permission;
use crate::stock::Witnessed;
use crate::store::Store;
use crate::verbs::Verb;

/// For so long at most.
const GRANTED_MAX: Months = Months::new(120);

/// A tier to give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GrantTier {
    /// Drawn once by the window: said twice, it is given once.
    pub id: TierGrantId,
    /// To whom.
    pub client: ClientId,
    /// Which.
    pub tier: String,
    /// The last day.
    pub until: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A tier that was given, to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndTierGrant {
    /// Drawn once by the window: said twice, it is taken back once.
    pub id: TierGrantEndId,
    /// Which.
    pub grant: TierGrantId,
    /// Why.
    pub reason: String,
}

/// Gives a tier from now on. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the client and of the tier, [`ErrorCode::DayPast`], [`ErrorCode::InvalidDate`] of the last
/// day, [`ErrorCode::ReasonRequired`], [`ErrorCode::TooLong`] of the reason, [`ErrorCode::ApprovalRequired`],
/// [`ErrorCode::WitnessIsActor`], [`ErrorCode::NotPermitted`] of the approver, [`ErrorCode::ChangedMeanwhile`] where
/// something else has this id.
pub fn grant(store: &Store, actor: &Actor, granting: Witnessed<'_, GrantTier>) -> Result<()> {
    let input = granting.input;
    store.transact(actor, Verb::TierGrant, |tx| {
        let connection = tx.connection();
        clients::require(connection, input.client)?;
        let client = clients::survivor(connection, input.client)?;
        let before: Option<(ClientId, bool)> = connection
            .query_row(
                "SELECT client_id, code = ?2 AND until = ?3 AND reason = ?4 FROM tier_grant WHERE id = ?1",
                params![input.id, input.tier, input.until, input.reason.trim()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        match before {
            None => {}
            Some((whose, true)) if clients::survivor(connection, whose)? == client => return Ok(()),
            Some(_) => return Err(ErrorCode::ChangedMeanwhile.at("id")),
        }
        tx.about(client);
        let schemes = schemes::all(connection)?;
        let steps = schemes::steps(&schemes);
        let tier = schemes::of_day(&steps, tx.today())
            .and_then(|rules| rules.tiers.iter().find(|tier| tier.code == input.tier))
            .ok_or_else(|| ErrorCode::NotFound.at("tier"))?;
        if input.until < tx.today() {
            return Err(ErrorCode::DayPast.at("until"));
        }
        if input.until > tx.today() + GRANTED_MAX {
            return Err(ErrorCode::InvalidDate.at("until"));
        }
        let reason = fields::reason(&input.reason)?;
        let approver = granting.approved(actor, Permission::GrantTiers, "tiers")?;
        tx.detail("tier", &tier.name);
        tx.detail("until", input.until);
        connection.execute(
            "INSERT INTO tier_grant (id, client_id, code, name, until, reason, approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                input.id,
                client,
                tier.code,
                tier.name,
                input.until,
                reason,
                approver,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(())
    })
}

/// Takes a tier that was given back, from now on. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::AlreadyReversed`] where it was taken back, [`ErrorCode::GrantOver`] where its last
/// day is over; [`ErrorCode::ReasonRequired`], [`ErrorCode::TooLong`] of the reason, [`ErrorCode::ApprovalRequired`],
/// [`ErrorCode::WitnessIsActor`], [`ErrorCode::NotPermitted`] of the approver.
pub fn end(store: &Store, actor: &Actor, ending: Witnessed<'_, EndTierGrant>) -> Result<()> {
    let input = ending.input;
    store.transact(actor, Verb::TierEndGrant, |tx| {
        let connection = tx.connection();
        let (client, name, until): (ClientId, String, NaiveDate) = connection
            .query_row("SELECT client_id, name, until FROM tier_grant WHERE id = ?1", [input.grant], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("grant"))?;
        let before: Option<TierGrantEndId> = connection
            .query_row(
                "SELECT id FROM tier_grant_end WHERE grant_id = ?1 ORDER BY id <> ?2, at, id",
                params![input.grant, input.id],
                |row| row.get(0),
            )
            .optional()?;
        match before {
            None => {}
            Some(id) if id == input.id => return Ok(()),
            Some(_) => return Err(ErrorCode::AlreadyReversed.at("grant")),
        }
        tx.about(clients::survivor(connection, client)?);
        if until < tx.today() {
            return Err(ErrorCode::GrantOver.at("grant"));
        }
        let reason = fields::reason(&input.reason)?;
        let approver = ending.approved(actor, Permission::GrantTiers, "tiers")?;
        tx.detail("tier", name);
        connection.execute(
            "INSERT INTO tier_grant_end (id, grant_id, reason, approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![input.id, input.grant, reason, approver, tx.today(), tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}
