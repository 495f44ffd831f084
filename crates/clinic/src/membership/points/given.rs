//! Points for checking in 签到: once a day, whatever is checked in again.

use super::PointsKind;
use super::entries::{self, About, NewEntry};
use super::moves::{By, Moves};
use super::{redeem, rules};
use crate::error::Result;
use crate::ids::{ClientId, PointsEntryId, VisitId};
use crate::store::Tx;

/// Gives them, unless some were given today. Says how many.
pub(crate) fn sign_in(tx: &Tx<'_>, family: &[ClientId], visit: VisitId) -> Result<i64> {
    let connection = tx.connection();
    let rules = rules::current(connection)?;
    if rules.sign_in == 0 {
        return Ok(0);
    }
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT visit_id FROM points_entry
             WHERE client_id = ?1 AND business_day = ?2 AND kind = 'earn' AND visit_id IS NOT NULL",
        )?;
        let visits = statement
            .query_map(rusqlite::params![client, tx.today()], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<VisitId>>>()?;
        for visit in visits {
            if Moves::sign_in(connection, visit)?.stand() > 0 {
                return Ok(0);
            }
        }
    }
    // Two computers that check somebody in while apart both write; it counts once ([`super::fold::Once`]).
    let entry = NewEntry {
        expires_on: rules.last_day(tx.today()),
        about: About { visit: Some(visit), ..About::default() },
        ..NewEntry::of(PointsEntryId(tx.new_id()), family[0], PointsKind::Earn, rules.sign_in.into())
    };
    entries::write(tx, &entry)?;
    Ok(rules.sign_in.into())
}

/// Takes back what a check-in gave that is taken back itself; what of it was spent stays spent.
pub(crate) fn sign_out(tx: &Tx<'_>, family: &[ClientId], visit: VisitId) -> Result<()> {
    let given = Moves::sign_in(tx.connection(), visit)?;
    let spent = (given.stand() - redeem::available(tx.connection(), family, tx.today())?).max(0);
    given.bring_to(spent, By::default()).iter().try_for_each(|one| one.write(tx, By::default()))
}
