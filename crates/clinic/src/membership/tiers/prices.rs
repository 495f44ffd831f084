//! What a client's tier lowers a price to, and multiplies points by: a tier holds from the next sale on.

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::fold::Until;
use super::known::Gathered;
use super::schemes::{self, of_day};
use super::types::TierRule;
use crate::billing::LineKind;
use crate::clients;
use crate::error::Result;
use crate::ids::{ClientId, ProcedureId};
use crate::membership::{FULL, ONCE};

/// What a tier makes of a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TierPrice {
    /// The tier's name.
    pub(crate) name: String,
    /// What is paid of it, in thousandths.
    pub(crate) rate: u16,
}

/// The tiers that a client has: the highest, and what it takes over from those below.
#[derive(Clone, Debug, Default)]
pub(crate) struct TierPrices {
    tiers: Vec<TierRule>,
}

/// Of a client, before a sale.
pub(crate) fn of_client(connection: &Connection, client: ClientId, today: NaiveDate) -> Result<TierPrices> {
    let schemes = schemes::all(connection)?;
    let steps = schemes::steps(&schemes);
    let gives = |tier: &TierRule| tier.lowers() || tier.points_multiplier > ONCE;
    let Some(rules) = of_day(&steps, today).filter(|rules| rules.tiers.iter().any(gives)) else {
        return Ok(TierPrices::default());
    };
    let gathered = Gathered::of(connection, &clients::family(connection, client)?)?;
    let has = gathered.fold(&steps, today, Until::Now).tier.map_or(0, |at| at.tier + 1);
    Ok(TierPrices { tiers: rules.tiers[..has].to_vec() })
}

impl TierRule {
    fn lowers(&self) -> bool {
        i64::from(self.rate) < FULL
    }

    fn holds_for(&self, kind: LineKind, item: Option<Uuid>) -> bool {
        match kind {
            LineKind::Procedure => {
                let procedure = item.map(ProcedureId);
                self.all_procedures || procedure.is_some_and(|one| self.procedures.contains(&one))
            }
            LineKind::Card => self.cards,
            LineKind::Product => self.products,
            LineKind::StoredValue | LineKind::Deposit => false,
        }
    }
}

impl TierPrices {
    /// What points are multiplied by, in thousandths.
    pub(crate) fn points_multiplier(&self) -> u32 {
        self.tiers.iter().map(|tier| tier.points_multiplier).max().unwrap_or(ONCE)
    }

    /// The lowest price of those that hold for an item; of two that are the same, the higher tier's.
    pub(crate) fn of(&self, kind: LineKind, item: Option<Uuid>) -> Option<TierPrice> {
        let holding = self.tiers.iter().rev().filter(|tier| tier.lowers() && tier.holds_for(kind, item));
        holding
            .min_by_key(|tier| tier.rate)
            .map(|tier| TierPrice { name: tier.name.clone(), rate: tier.rate })
    }
}
