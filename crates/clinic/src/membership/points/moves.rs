//! What some entries of the ledger are together — what a sale earned, what a payment by points took — and what brings them
//! to another figure: reversals that name them, and reversals of those.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::PointsKind;
use super::entries::{self, About, NewEntry};
use super::fold::Noted;
use crate::error::Result;
use crate::ids::{ClientId, PaymentId, PointsEntryId, RefundId, SaleId, SaleLineId, VisitId};
use crate::store::Tx;

/// By what points change.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct By {
    /// The refund; `None` for what is no refund.
    pub(super) refund: Option<RefundId>,
    /// The refund that it takes back.
    pub(super) takes_back: Option<RefundId>,
}

/// An entry that is no reversal, and what of it stands.
#[derive(Debug)]
struct Moved {
    id: PointsEntryId,
    client: ClientId,
    about: About,
    /// 1 for what came in, -1 for what went.
    sign: i64,
    /// How many points it was, without the sign.
    points: i64,
    /// How many of them were not reversed.
    left: i64,
    reversals: Vec<Reversal>,
}

/// A reversal of it.
#[derive(Debug)]
struct Reversal {
    id: PointsEntryId,
    refund: Option<RefundId>,
    /// How many points of it were not reversed in turn.
    stands: i64,
}

/// A reversal to write.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned {
    client: ClientId,
    points: i64,
    reverses: PointsEntryId,
    about: About,
    /// So many of them are not asked for, where they are spent.
    let_go: i64,
}

impl Planned {
    pub(super) fn client(&self) -> ClientId {
        self.client
    }

    /// Signed.
    pub(super) fn points(&self) -> i64 {
        self.points
    }

    pub(super) fn write(&self, tx: &Tx<'_>, by: By) -> Result<()> {
        let entry = NewEntry {
            reverses: Some(self.reverses),
            let_go: self.let_go,
            about: About { refund: by.refund, ..self.about },
            ..NewEntry::of(PointsEntryId(tx.new_id()), self.client, PointsKind::Reverse, self.points)
        };
        entries::write(tx, &entry)
    }

    /// Lets up to so many go; says how many are left of them.
    pub(super) fn let_go(&mut self, most: i64) -> i64 {
        self.let_go = most.clamp(0, -self.points.min(0));
        most - self.let_go
    }

    /// As it would stand in the ledger, after everything that does.
    pub(super) fn noted(&self, place: u32, today: chrono::NaiveDate) -> Noted {
        Noted {
            id: PointsEntryId(Uuid::from_u128(u128::MAX - u128::from(u32::MAX - place))),
            at: i64::MAX,
            day: today,
            kind: PointsKind::Reverse,
            points: self.points,
            expires_on: None,
            reverses: Some(self.reverses),
            let_go: self.let_go,
            once: None,
        }
    }
}

/// Some entries.
#[derive(Debug)]
pub(super) struct Moves(Vec<Moved>);

struct Row {
    id: PointsEntryId,
    client: ClientId,
    points: i64,
    reverses: Option<PointsEntryId>,
    refund: Option<RefundId>,
    about: About,
}

impl Moves {
    /// What a sale earned.
    pub(super) fn earned(connection: &Connection, sale: SaleId) -> Result<Moves> {
        Moves::read(
            connection,
            "sale_id = ?1 AND payment_id IS NULL AND line_id IS NULL AND newcomer_id IS NULL
                 AND kind IN ('earn', 'reverse')",
            sale.0,
        )
    }

    /// What bringing somebody earned with a sale.
    pub(super) fn referral(connection: &Connection, sale: SaleId) -> Result<Moves> {
        Moves::read(
            connection,
            "sale_id = ?1 AND newcomer_id IS NOT NULL AND kind IN ('earn', 'reverse')",
            sale.0,
        )
    }

    /// What a check-in earned.
    pub(super) fn sign_in(connection: &Connection, visit: VisitId) -> Result<Moves> {
        Moves::read(connection, "visit_id = ?1 AND kind IN ('earn', 'reverse')", visit.0)
    }

    /// What one payment by points took.
    pub(super) fn payment(connection: &Connection, payment: PaymentId) -> Result<Moves> {
        Moves::read(
            connection,
            "sale_id = (SELECT sale_id FROM payment WHERE id = ?1) AND payment_id = ?1",
            payment.0,
        )
    }

    /// What one line that is a reward took.
    pub(super) fn reward(connection: &Connection, line: SaleLineId) -> Result<Moves> {
        Moves::read(
            connection,
            "sale_id = (SELECT sale_id FROM sale_line WHERE id = ?1) AND line_id = ?1",
            line.0,
        )
    }

    fn read(connection: &Connection, which: &str, id: Uuid) -> Result<Moves> {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT id, client_id, points, reverses, refund_id, sale_id, payment_id, line_id, visit_id, newcomer_id
             FROM points_entry WHERE {which} ORDER BY at, id"
        ))?;
        let rows = statement
            .query_map(params![id], |row| {
                Ok(Row {
                    id: row.get(0)?,
                    client: row.get(1)?,
                    points: row.get(2)?,
                    reverses: row.get(3)?,
                    refund: row.get(4)?,
                    about: About {
                        sale: row.get(5)?,
                        payment: row.get(6)?,
                        line: row.get(7)?,
                        refund: None,
                        visit: row.get(8)?,
                        newcomer: row.get(9)?,
                    },
                })
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(Moves::of(&rows))
    }

    /// Whatever the order in which they arrived; nothing is reversed twice, whatever two computers did while apart.
    fn of(rows: &[Row]) -> Moves {
        let reversals = |id: PointsEntryId| rows.iter().filter(move |row| row.reverses == Some(id));
        let moved = rows.iter().filter(|row| row.reverses.is_none()).map(|row| {
            let (sign, points) = (row.points.signum(), row.points.abs());
            let mut moved = Moved {
                id: row.id,
                client: row.client,
                about: row.about,
                sign,
                points,
                left: points,
                reversals: Vec::new(),
            };
            for back in reversals(row.id) {
                let mut stands = (-sign * back.points).clamp(0, moved.left);
                moved.left -= stands;
                for again in reversals(back.id) {
                    let restored = (sign * again.points).clamp(0, stands);
                    stands -= restored;
                    moved.left += restored;
                }
                moved.reversals.push(Reversal { id: back.id, refund: back.refund, stands });
            }
            moved
        });
        Moves(moved.collect())
    }

    /// How many points of it stand, without the sign.
    pub(super) fn stand(&self) -> i64 {
        self.0.iter().map(|moved| moved.left).sum()
    }

    /// How many there were, without the sign.
    pub(super) fn all(&self) -> i64 {
        self.0.iter().map(|moved| moved.points).sum()
    }

    /// What brings what stands down to so much, the last of it first; or up to it, where a refund is taken back, as far
    /// as refunds had brought it down, that one's part first.
    pub(super) fn bring_to(&self, target: i64, by: By) -> Vec<Planned> {
        let mut more = target.max(0) - self.stand();
        let mut planned = Vec::new();
        let mut plan = |moved: &Moved, points: i64, reverses| {
            if points != 0 {
                planned.push(Planned {
                    client: moved.client,
                    points,
                    reverses,
                    about: moved.about,
                    let_go: 0,
                });
            }
        };
        for moved in self.0.iter().rev() {
            let less = (-more).clamp(0, moved.left);
            plan(moved, -moved.sign * less, moved.id);
            more += less;
        }
        if by.takes_back.is_some() {
            for its in [true, false] {
                for moved in self.0.iter().rev() {
                    let of = |back: &&Reversal| (back.refund == by.takes_back) == its;
                    for back in moved.reversals.iter().filter(of) {
                        let restored = more.clamp(0, back.stands);
                        plan(moved, moved.sign * restored, back.id);
                        more -= restored;
                    }
                }
            }
        }
        planned
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn row(n: usize, points: i64, reverses: Option<usize>, refund: Option<u128>) -> Row {
        let id = |n: usize| PointsEntryId(Uuid::from_u128(n as u128 + 1));
        Row {
            id: id(n),
            client: ClientId(Uuid::nil()),
            points,
            reverses: reverses.map(id),
            refund: refund.map(|refund| RefundId(Uuid::from_u128(refund))),
            about: About::default(),
        }
    }

    fn by(refund: u128, takes_back: Option<u128>) -> By {
        let id = |id| RefundId(Uuid::from_u128(id));
        By { refund: Some(id(refund)), takes_back: takes_back.map(id) }
    }

    /// The entries after what is planned.
    fn written(mut rows: Vec<Row>, planned: &[Planned], refund: u128) -> Vec<Row> {
        for one in planned {
            let n = rows.len();
            let reverses = rows.iter().position(|row| row.id == one.reverses);
            rows.push(row(n, one.points, reverses, Some(refund)));
        }
        rows
    }

    proptest! {
        /// Of what was earned, or spent, in whatever portions: refunds bring it down to any figure, and whichever of
        /// them is taken back, it is what it was without that one.
        #[test]
        fn what_stands_is_what_it_is_brought_to(
            portions in prop::collection::vec(1..500_i64, 1..5),
            spent in any::<bool>(),
            refunds in prop::collection::vec(0..=1_000_i64, 1..5),
            which in 0..5_usize,
        ) {
            let sign = if spent { -1 } else { 1 };
            let mut rows: Vec<Row> =
                portions.iter().enumerate().map(|(n, points)| row(n, sign * points, None, None)).collect();
            let all: i64 = portions.iter().sum();
            let mut stands = all;
            let mut took = Vec::new();
            for (n, share) in refunds.iter().enumerate() {
                let target = stands * share / 1_000;
                took.push(stands - target);
                let refund = n as u128 + 1;
                rows = written(rows_of(&rows), &Moves::of(&rows).bring_to(target, by(refund, None)), refund);
                stands = target;
                prop_assert_eq!(Moves::of(&rows).stand(), stands);
            }
            let which = which % took.len();
            let target = stands + took[which];
            let planned = Moves::of(&rows).bring_to(target, by(99, Some(which as u128 + 1)));
            let points: i64 = planned.iter().map(|one| one.points).sum();
            prop_assert_eq!(points, sign * took[which]);
            rows = written(rows, &planned, 99);
            prop_assert_eq!(Moves::of(&rows).stand(), target);
            prop_assert_eq!(Moves::of(&rows).all(), all);
        }
    }

    fn rows_of(rows: &[Row]) -> Vec<Row> {
        rows.iter().map(|one| Row { ..*one }).collect()
    }

    #[test]
    fn what_two_computers_reverse_while_apart_is_reversed_once() {
        let rows = [row(0, 100, None, None), row(1, -80, Some(0), Some(1)), row(2, -80, Some(0), Some(2))];
        assert_eq!(Moves::of(&rows).stand(), 0);
        let more = Moves::of(&rows).bring_to(100, By::default());
        assert!(more.is_empty(), "only a refund that is taken back brings something up");
    }
}
