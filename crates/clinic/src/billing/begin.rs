//! What a checkout begins with: what approved plans ask for and nobody has sold yet, what the client has here and
//! owes, and what was put aside.

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::accounts::{self, Balances};
use super::entitlements::{self, Entitlement};
use super::hold::{self, HeldSale};
use super::lines::sold_of;
use super::price::portion;
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, PlanId, PlanLineId, ProcedureId, VisitId};
use crate::membership::points::entries;
use crate::plans::PlanState;
use crate::plans::open as plans;
use crate::settings::{self, SettingKey};
use crate::store::Store;
use crate::verbs::Verb;

/// Whose checkout.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct BeginSale {
    /// The client.
    pub client: ClientId,
}

/// What a plan asks for and nobody has sold yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnsoldLine {
    /// The plan.
    pub plan: PlanId,
    /// Made at which visit.
    pub visit: Option<VisitId>,
    /// The plan's line.
    pub plan_line: PlanLineId,
    /// Which procedure.
    pub procedure: ProcedureId,
    /// Its name that day.
    pub name: String,
    /// Whether the client agreed to it; else it is what was recommended.
    pub agreed: bool,
    /// How many sessions are not sold.
    #[ts(type = "number")]
    pub sessions: i64,
    /// What the plan says for them.
    pub price: Option<Fen>,
}

/// What a checkout begins with.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleBegun {
    /// To whom.
    pub client: ClientRef,
    /// What plans ask for.
    pub unsold: Vec<UnsoldLine>,
    /// What the client has here, and owes.
    pub balances: Balances,
    /// How many points there are.
    #[ts(type = "number")]
    pub points: i64,
    /// What the client has bought and not had yet.
    pub entitlements: Vec<Entitlement>,
    /// What was put aside for this client.
    pub held: Vec<HeldSale>,
    /// Whether the client may pay later: `never`, `approved` or `allowed`.
    pub arrears: String,
    /// Until when, unless another day is said.
    pub due_on: chrono::NaiveDate,
}

/// Reads it.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the client.
pub fn begin(store: &Store, actor: &Actor, input: BeginSale) -> Result<SaleBegun> {
    store.read(actor, Verb::SaleBegin, |read| {
        read.note(input.client);
        let (connection, today) = (read.connection(), read.today());
        let family = clients::family(connection, input.client)?;
        let client =
            clients::reference(connection, family[0])?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
        let mut entitlements = entitlements::of_family(connection, &family, today)?;
        entitlements.retain(|entitlement| entitlement.left > 0 && !entitlement.expired);
        let held = hold::all(connection, today, Some(&family))?;
        Ok(SaleBegun {
            client,
            unsold: unsold(connection, &family)?,
            balances: accounts::balances(connection, &family)?,
            points: entries::balance(connection, &family, today)?,
            entitlements,
            held,
            arrears: settings::choice(connection, SettingKey::Arrears)?,
            due_on: today + settings::days(connection, SettingKey::ArrearsDays)?,
        })
    })
}

/// Of the plans that are approved and not let go: the alternative that the client agreed to, else the one that is
/// recommended.
fn unsold(connection: &Connection, family: &[ClientId]) -> Result<Vec<UnsoldLine>> {
    let mut unsold = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT id, visit_id FROM plan WHERE client_id = ?1 AND closed_at IS NULL ORDER BY created_at DESC, id",
        )?;
        let open = statement
            .query_map([client], |row| Ok((row.get::<_, PlanId>(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(PlanId, Option<VisitId>)>>>()?;
        for (plan, visit) in open {
            let Some(version) = plans::latest(connection, plan)? else { continue };
            let state = plans::state(connection, version)?.0;
            if !matches!(state, PlanState::Approved | PlanState::Agreed) {
                continue;
            }
            let agreed = plans::agreed(connection, version)?;
            for line in plans::lines(connection, version)? {
                let sold = sold_of(connection, line.id)?;
                let (all, left) = (i64::from(line.sessions), i64::from(line.sessions) - sold);
                if line.alternative != agreed.unwrap_or(0) || left <= 0 {
                    continue;
                }
                unsold.push(UnsoldLine {
                    plan,
                    visit,
                    plan_line: line.id,
                    procedure: line.procedure,
                    name: line.name,
                    agreed: agreed.is_some(),
                    sessions: left,
                    price: line.price.map(|price| portion(price, sold, left, all)),
                });
            }
        }
    }
    Ok(unsold)
}
