//! What a client has spent: money that was really received for what was sold (DOMAIN.md, "Membership").
//!
//! Derived from sales, their payments, refunds and executed sessions, by every way in which an owner may want it counted,
//! so that another rule needs no other figures: each sale by itself ([`sale`]), brought up to date by [`derive`].

pub(crate) mod derive;
pub(crate) mod read;
pub(crate) mod sale;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::clients::types::words;

pub(crate) use derive::{rebuild, refresh};

words! {
    /// What changed how much a client has spent.
    SpentKind {
        /// A sale, or a debt, was paid.
        Paid = "paid",
        /// A refund, or one taken back.
        Refund = "refund",
        /// A session was had, or one that was had is given back.
        Executed = "executed",
        /// What the clinic keeps of sessions that count no more, or gives up again.
        Voided = "voided",
        /// It was spent before this program.
        Opening = "opening",
    }

    /// When money that was received counts.
    SpendingCounts {
        /// 成交: when what it pays for is sold.
        Sold = "sold",
        /// 消耗: when it is executed.
        Executed = "executed",
    }

    /// When stored value counts: once, never at both.
    StoredValueCounts {
        /// When something is paid with it.
        Used = "used",
        /// When it is paid in.
        PaidIn = "paid_in",
    }
}

/// How spending is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counting {
    /// When services count.
    pub counts: SpendingCounts,
    /// When stored value does.
    pub stored_value: StoredValueCounts,
    /// Whether products count as well.
    pub products: bool,
}

/// Money, by what it was received for, in fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// Procedures and cards that were sold.
    pub(crate) sold: i64,
    /// Sessions that were had.
    pub(crate) executed: i64,
    /// Products.
    pub(crate) products: i64,
}

/// What counts, in fen, signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Amounts {
    /// Where stored value counts when it is used.
    pub(crate) used: Parts,
    /// Where it counts when it is paid in: what was paid with it does not.
    pub(crate) paid_in: Parts,
    /// Money paid ahead, which counts where stored value counts when it is paid in.
    pub(crate) ahead: i64,
}

impl Amounts {
    /// As columns keep them.
    fn fields(&self) -> [i64; 7] {
        let Amounts { used, paid_in, ahead } = self;
        [used.sold, used.executed, used.products, paid_in.sold, paid_in.executed, paid_in.products, *ahead]
    }

    fn of(fields: [i64; 7]) -> Amounts {
        let parts =
            |at: usize| Parts { sold: fields[at], executed: fields[at + 1], products: fields[at + 2] };
        Amounts { used: parts(0), paid_in: parts(3), ahead: fields[6] }
    }

    /// Of a spending that is known as one figure: it counts by every way of counting.
    pub(crate) fn plain(amount: i64) -> Amounts {
        let parts = Parts { sold: amount, executed: amount, products: 0 };
        Amounts { used: parts, paid_in: parts, ahead: 0 }
    }

    fn each(&self, other: &Amounts, of: impl Fn(i64, i64) -> i64) -> Amounts {
        let (one, two) = (self.fields(), other.fields());
        Amounts::of(std::array::from_fn(|at| of(one[at], two[at])))
    }

    pub(crate) fn add(&mut self, other: &Amounts) {
        *self = self.each(other, |one, two| one + two);
    }

    fn less(&self, other: &Amounts) -> Amounts {
        self.each(other, |one, two| one - two)
    }

    /// Takes a part of each amount out, the other's beside it.
    fn take(&mut self, part: impl Fn(i64, i64) -> i64, other: &Amounts) -> Amounts {
        let taken = self.each(other, part);
        *self = self.less(&taken);
        taken
    }

    /// What counts.
    pub(crate) fn counted(&self, by: Counting) -> i64 {
        let (parts, ahead) = match by.stored_value {
            StoredValueCounts::Used => (&self.used, 0),
            StoredValueCounts::PaidIn => (&self.paid_in, self.ahead),
        };
        let services = match by.counts {
            SpendingCounts::Sold => parts.sold,
            SpendingCounts::Executed => parts.executed,
        };
        services + ahead + if by.products { parts.products } else { 0 }
    }
}

/// Something that changed what a client has spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spent {
    /// The clinic's day.
    pub(crate) day: NaiveDate,
    /// UTC milliseconds.
    pub(crate) at: i64,
    /// The payments made at once (the sale's own id at the sale), the refund, the session's entry, the opening.
    pub(crate) cause: Uuid,
    /// What it is.
    pub(crate) kind: SpentKind,
    /// Of which sale.
    pub(crate) sale: Option<Uuid>,
    /// On which day the money came to count: what is taken back is taken out of that day.
    pub(crate) counts_on: NaiveDate,
    /// How much.
    pub(crate) amounts: Amounts,
    /// Whether it makes one purchase more, or one less.
    pub(crate) sales: i64,
}
