//! The ways in which a client pays: those shipped, as the owner named and ordered them, and the owner's own.
//!
//! What is shipped is not written into the file: two computers that edit it apart edit the same rows.

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX};
use crate::store::Store;
use crate::verbs::Verb;

/// Cash, counted in the drawer.
pub const CASH: &str = "cash";
/// What the client has paid ahead.
pub const STORED_VALUE: &str = "stored_value";
/// What the client has left as a deposit.
pub const DEPOSIT: &str = "deposit";
/// 积分抵现.
pub const POINTS: &str = "points";
/// What was paid before this program: nothing comes in, and nobody chooses it.
pub const OPENING: &str = "opening";

/// Whether what it pays with is kept here, and nothing comes in.
pub(super) fn is_kept_here(code: &str) -> bool {
    [STORED_VALUE, DEPOSIT, POINTS].contains(&code)
}

/// The shipped methods, and whether each asks for the number that the payment has elsewhere.
const SHIPPED: [(&str, bool); 11] = [
    ("wechat", false),
    ("alipay", false),
    (CASH, false),
    ("card", false),
    ("meituan", true),
    ("douyin", true),
    ("instalment", true),
    ("transfer", true),
    (STORED_VALUE, false),
    (DEPOSIT, false),
    (POINTS, false),
];

/// The most methods.
const METHODS_MAX: usize = 60;

/// A way to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PaymentMethod {
    /// What it is known by, for good.
    pub code: String,
    /// What the owner calls it; empty for a shipped one's own name.
    pub name: String,
    /// Whether the number that the payment has elsewhere must be given.
    pub needs_reference: bool,
    /// Whether it is offered.
    pub active: bool,
}

/// Every method, in the order in which they are offered.
pub(crate) fn all(connection: &Connection) -> Result<Vec<PaymentMethod>> {
    let mut statement = connection.prepare_cached(
        "SELECT code, name, needs_reference, active, position FROM payment_method ORDER BY position, code",
    )?;
    let edited = statement
        .query_map([], |row| {
            let method = PaymentMethod {
                code: row.get(0)?,
                name: row.get(1)?,
                needs_reference: row.get(2)?,
                active: row.get(3)?,
            };
            Ok((row.get::<_, i64>(4)?, method))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let untouched = SHIPPED.iter().enumerate().filter_map(|(place, (code, needs_reference))| {
        if edited.iter().any(|(_, method)| method.code == *code) {
            return None;
        }
        let method = PaymentMethod {
            code: (*code).to_owned(),
            name: String::new(),
            needs_reference: *needs_reference,
            active: true,
        };
        Some((place as i64, method))
    });
    let mut methods: Vec<_> = untouched.chain(edited.clone()).collect();
    methods.sort_by_key(|(position, _)| *position);
    Ok(methods.into_iter().map(|(_, method)| method).collect())
}

/// The methods in the order in which they are to be offered, with their names.
///
/// # Errors
/// By field: a name of the owner's own must not be empty, codes must not repeat, what is shipped must be there;
/// [`ErrorCode::NameTaken`].
pub fn set(store: &Store, actor: &Actor, methods: &[PaymentMethod]) -> Result<()> {
    store.transact(actor, Verb::BillingSetMethod, |tx| {
        if methods.len() > METHODS_MAX {
            return Err(ErrorCode::InvalidValue.at("methods").with("least", 1).with("most", METHODS_MAX));
        }
        let connection = tx.connection();
        let known = all(connection)?;
        if let Some(missing) =
            known.iter().find(|known| !methods.iter().any(|method| method.code == known.code))
        {
            return Err(ErrorCode::ChangedMeanwhile.at("methods").with("name", &missing.code));
        }
        let mut names: Vec<String> = Vec::new();
        for (place, method) in methods.iter().enumerate() {
            let shipped = SHIPPED.iter().any(|(code, _)| *code == method.code);
            let code = fields::required("code", &method.code, NAME_MAX)?;
            let name = if shipped {
                fields::optional("name", &method.name, NAME_MAX)?
            } else {
                fields::required("name", &method.name, NAME_MAX)?
            };
            if methods[..place].iter().any(|before| before.code == method.code)
                || (!name.is_empty() && names.contains(&name))
            {
                return Err(ErrorCode::NameTaken.at("name"));
            }
            // What is paid with here has no number elsewhere.
            let needs_reference = method.needs_reference && code != CASH && !is_kept_here(&code);
            connection.execute(
                "INSERT INTO payment_method (code, name, needs_reference, position, active)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (code) DO UPDATE SET name = excluded.name,
                     needs_reference = excluded.needs_reference, position = excluded.position,
                     active = excluded.active",
                params![code, name, needs_reference, place as i64, method.active],
            )?;
            names.push(name);
        }
        Ok(())
    })
}
