//! Reading and writing the entries of the ledger.

use rusqlite::{Connection, params};

use super::fold::{self, Folded, Noted, Once};
use super::{PointsCause, PointsKind};
use crate::clients::{self, types::ClientRef};
use crate::error::Result;
use crate::ids::{
    ClientId, OpeningClientId, PaymentId, PointsEntryId, RefundId, SaleId, SaleLineId, SettlementId, StaffId,
    VisitId,
};
use crate::store::Tx;
use chrono::NaiveDate;

/// An entry as it is kept.
pub(super) struct Entry {
    pub(super) noted: Noted,
    pub(super) cause: Option<PointsCause>,
    pub(super) reason: String,
    pub(super) reversed: bool,
    pub(super) approved_by: Option<String>,
    pub(super) by: Option<String>,
}

/// Those of a family, as people see them.
pub(super) fn shown(connection: &Connection, family: &[ClientId]) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(include_str!("entries.sql"))?;
        let rows = statement.query_map([client], |row| {
            let sale = match row.get(11)? {
                Some(id) => Some((id, row.get(12)?)),
                None => None,
            };
            let newcomer = match row.get(16)? {
                Some(id) => Some(ClientRef { id, name: row.get(17)?, member_number: row.get(18)? }),
                None => None,
            };
            let cause = Caused {
                sale,
                refund: row.get(13)?,
                reward: row.get(14)?,
                signed_in: row.get(15)?,
                newcomer,
            };
            Ok(Entry {
                noted: Noted {
                    id: row.get(0)?,
                    at: row.get(1)?,
                    day: row.get(2)?,
                    kind: row.get(3)?,
                    points: row.get(4)?,
                    expires_on: row.get(5)?,
                    reverses: row.get(6)?,
                    let_go: row.get(19)?,
                    once: None,
                },
                cause: cause.told(),
                reason: row.get(7)?,
                reversed: row.get(8)?,
                approved_by: row.get(9)?,
                by: row.get(10)?,
            })
        })?;
        entries.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    for entry in &mut entries {
        let newcomer = match &entry.cause {
            Some(PointsCause::Referral { client, .. }) => Some(client.id),
            _ => None,
        };
        let signed_in = matches!(entry.cause, Some(PointsCause::SignIn));
        entry.noted.once = once(connection, &entry.noted, signed_in, newcomer)?;
    }
    Ok(entries)
}

/// What it is given for once.
fn once(
    connection: &Connection,
    noted: &Noted,
    signed_in: bool,
    newcomer: Option<ClientId>,
) -> Result<Option<Once>> {
    Ok(match newcomer {
        _ if noted.kind != PointsKind::Earn => None,
        Some(newcomer) => Some(Once::Referral(clients::survivor(connection, newcomer)?)),
        None => signed_in.then_some(Once::SignIn(noted.day)),
    })
}

/// What an entry names.
struct Caused {
    sale: Option<(SaleId, String)>,
    refund: Option<String>,
    reward: Option<String>,
    signed_in: bool,
    newcomer: Option<ClientRef>,
}

impl Caused {
    fn told(self) -> Option<PointsCause> {
        match (self.newcomer, self.sale, self.refund, self.reward) {
            (Some(client), _, refund, _) => Some(PointsCause::Referral { client, refund }),
            (None, Some((sale, number)), Some(refund), _) => {
                Some(PointsCause::Refund { sale, number, refund })
            }
            (None, Some((sale, number)), None, Some(name)) => {
                Some(PointsCause::Reward { sale, number, name })
            }
            (None, Some((sale, number)), None, None) => Some(PointsCause::Sale { sale, number }),
            (None, None, ..) => self.signed_in.then_some(PointsCause::SignIn),
        }
    }
}

/// A family's points, folded.
pub(super) fn folded(connection: &Connection, family: &[ClientId], today: NaiveDate) -> Result<Folded> {
    Ok(fold::fold(noted(connection, family)?, today))
}

/// A family's balance.
pub(crate) fn balance(connection: &Connection, family: &[ClientId], today: NaiveDate) -> Result<i64> {
    Ok(folded(connection, family, today)?.balance)
}

/// A family's points as they are, and as they would be with some more entries.
pub(super) fn folded_with(
    connection: &Connection,
    family: &[ClientId],
    more: Vec<Noted>,
    today: NaiveDate,
) -> Result<(Folded, Folded)> {
    let entries = noted(connection, family)?;
    let before = fold::fold(entries.clone(), today);
    Ok((before, fold::fold(entries.into_iter().chain(more).collect(), today)))
}

fn noted(connection: &Connection, family: &[ClientId]) -> Result<Vec<Noted>> {
    let mut entries = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT id, at, business_day, kind, points, expires_on, reverses, let_go, visit_id IS NOT NULL, newcomer_id
             FROM points_entry WHERE client_id = ?1",
        )?;
        let mut rows = statement.query([client])?;
        while let Some(row) = rows.next()? {
            let mut noted = Noted {
                id: row.get(0)?,
                at: row.get(1)?,
                day: row.get(2)?,
                kind: row.get(3)?,
                points: row.get(4)?,
                expires_on: row.get(5)?,
                reverses: row.get(6)?,
                let_go: row.get(7)?,
                once: None,
            };
            noted.once = once(connection, &noted, row.get(8)?, row.get(9)?)?;
            entries.push(noted);
        }
    }
    Ok(entries)
}

/// By how much a family's points are overdrawn; the day has no part in it.
pub(crate) fn overdrawn(connection: &Connection, family: &[ClientId]) -> Result<i64> {
    Ok(folded(connection, family, NaiveDate::MAX)?.overdrawn)
}

/// Takes back what a client's opening balances brought in. `false` where some of it was spent; nothing is written then.
pub(crate) fn take_back_opening(
    tx: &Tx<'_>,
    family: &[ClientId],
    opening: OpeningClientId,
    reason: &str,
    approver: StaffId,
) -> Result<bool> {
    let mut statement = tx.connection().prepare_cached(
        "SELECT id, client_id, points FROM points_entry WHERE opening_client_id = ?1 AND kind = 'opening'
         ORDER BY id",
    )?;
    let brought = statement
        .query_map([opening], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(PointsEntryId, ClientId, i64)>>>()?;
    if brought.is_empty() {
        return Ok(true);
    }
    let folded = folded(tx.connection(), family, tx.today())?;
    let spent = |id: PointsEntryId| folded.lots.iter().any(|lot| lot.entry == id && lot.spent() > 0);
    if brought.iter().any(|(id, ..)| spent(*id)) {
        return Ok(false);
    }
    for (reverses, client, points) in brought {
        let entry = NewEntry {
            reverses: Some(reverses),
            reason,
            opening: Some(opening),
            approver: Some(approver),
            ..NewEntry::of(PointsEntryId(tx.new_id()), client, PointsKind::Reverse, -points)
        };
        write(tx, &entry)?;
    }
    Ok(true)
}

/// What changes a client's points.
pub(crate) struct NewEntry<'a> {
    pub(crate) id: PointsEntryId,
    pub(crate) client: ClientId,
    pub(crate) kind: PointsKind,
    /// Signed.
    pub(crate) points: i64,
    pub(crate) expires_on: Option<NaiveDate>,
    pub(crate) reverses: Option<PointsEntryId>,
    /// So many of what it takes back are not asked for, where they are spent.
    pub(crate) let_go: i64,
    pub(crate) reason: &'a str,
    pub(crate) opening: Option<OpeningClientId>,
    pub(crate) settlement: Option<SettlementId>,
    pub(crate) approver: Option<StaffId>,
    /// What it is about.
    pub(crate) about: About,
}

/// What an entry is about.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct About {
    /// The sale that earned or spent it.
    pub(crate) sale: Option<SaleId>,
    /// The payment that it was.
    pub(crate) payment: Option<PaymentId>,
    /// The line that it paid for.
    pub(crate) line: Option<SaleLineId>,
    /// The refund that it follows.
    pub(crate) refund: Option<RefundId>,
    /// The check-in.
    pub(crate) visit: Option<VisitId>,
    /// Who was brought.
    pub(crate) newcomer: Option<ClientId>,
}

impl NewEntry<'_> {
    /// Without end, of its own, and without a reason yet.
    pub(crate) fn of(id: PointsEntryId, client: ClientId, kind: PointsKind, points: i64) -> Self {
        NewEntry {
            id,
            client,
            kind,
            points,
            expires_on: None,
            reverses: None,
            let_go: 0,
            reason: "",
            opening: None,
            settlement: None,
            approver: None,
            about: About::default(),
        }
    }
}

pub(crate) fn write(tx: &Tx<'_>, entry: &NewEntry<'_>) -> Result<()> {
    tx.connection()
        .prepare_cached(
            "INSERT INTO points_entry (id, client_id, kind, points, expires_on, reverses, reason, opening_client_id,
                 settlement_id, approved_by, business_day, at, by, sale_id, payment_id, line_id, refund_id, visit_id,
                 newcomer_id, let_go)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
        )?
        .execute(params![
            entry.id,
            entry.client,
            entry.kind,
            entry.points,
            entry.expires_on,
            entry.reverses,
            entry.reason,
            entry.opening,
            entry.settlement,
            entry.approver,
            tx.today(),
            tx.now(),
            tx.staff_id(),
            entry.about.sale,
            entry.about.payment,
            entry.about.line,
            entry.about.refund,
            entry.about.visit,
            entry.about.newcomer,
            entry.let_go
        ])?;
    Ok(())
}
