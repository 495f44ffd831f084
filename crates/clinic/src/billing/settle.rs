//! Paying what was left to pay 补欠款.

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::accounts;
use super::methods::POINTS;
use super::pay::{Set, bounded, change, paid_by, points, said_before, write_set};
use super::types::{Paid, PaymentInput};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::clients;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClientId, SaleId};
use crate::membership::points::follow;
use crate::store::Store;
use crate::verbs::Verb;

/// Payments of a debt.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettleSale {
    /// Drawn once by the window: said twice, it is paid once.
    pub id: Uuid,
    /// Of which sale.
    pub sale: SaleId,
    /// At most what is owed.
    pub payments: Vec<PaymentInput>,
}

/// Takes it.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the sale, [`ErrorCode::Required`] without a payment, [`ErrorCode::OwesLess`] with what
/// is owed, [`ErrorCode::NotPayableWithPoints`], and as [`write_set`].
pub fn settle(store: &Store, actor: &Actor, input: &SettleSale) -> Result<Paid> {
    store.transact(actor, Verb::SaleSettle, |tx| {
        let connection = tx.connection();
        let (client, number): (ClientId, String) = connection
            .query_row("SELECT client_id, number FROM sale WHERE id = ?1", [input.sale], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?
            .ok_or_else(|| ErrorCode::NotFound.at("sale"))?;
        bounded(&input.payments)?;
        if input.payments.is_empty() {
            return Err(ErrorCode::Required.at("payments"));
        }
        let family = clients::family(connection, client)?;
        let paid = || -> Result<Paid> {
            let points = points(connection, input.sale, &family, tx.today())?;
            Ok(Paid { id: input.sale, number: number.clone(), change: change(&input.payments), points })
        };
        let used = connection
            .prepare_cached(
                "SELECT 1 FROM payment WHERE set_id = ?1 UNION ALL SELECT 1 FROM sale WHERE id = ?1",
            )?
            .exists([input.id])?;
        if used {
            return if said_before(connection, input.id, input.sale, &input.payments)? {
                paid()
            } else {
                Err(ErrorCode::ChangedMeanwhile.at("id"))
            };
        }
        tx.about(client);
        // What was bought on credit is paid with money.
        if paid_by(&input.payments, POINTS).0 > 0 {
            return Err(ErrorCode::NotPayableWithPoints.at("payments").with("payable", 0));
        }
        let owed = owed_of(tx.connection(), input.sale)?;
        let has = accounts::balances(connection, &family)?;
        let together =
            write_set(tx, &Set { sale: input.sale, id: input.id, client: family[0] }, &input.payments, &has)?;
        if together > owed {
            return Err(ErrorCode::OwesLess.at("payments").with("owed", owed.0));
        }
        follow::paid(tx, input.sale)?;
        tx.detail("number", &number);
        tx.detail("amount", together.written());
        paid()
    })
}

/// What of a sale is still owed.
pub(super) fn owed_of(connection: &rusqlite::Connection, sale: SaleId) -> Result<Fen> {
    Ok(connection
        .prepare_cached("SELECT coalesce((SELECT owed FROM sale_debt WHERE sale_id = ?1), 0)")?
        .query_row([sale], |row| row.get(0))?)
}
