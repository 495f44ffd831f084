//! What a refund is made of.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Fen;
use crate::clients::types::words;
use crate::ids::{AccountEntryId, EntitlementId, PaymentId, RefundId, SaleId, SaleLineId};

words! {
    /// Whose cause a refund is.
    RefundBasis {
        /// Within the days in which money paid ahead goes back for the asking: the used part counts at the price that was
        /// paid.
        CoolingOff = "cooling_off",
        /// 非顾客原因: the used part counts at the price that was paid, with interest.
        Clinic = "clinic",
        /// 顾客原因: the used part counts at list price, never beyond what was paid, with interest.
        Client = "client",
        /// 录错: it was never meant to be sold.
        Mistake = "mistake",
        /// 撤销期初: what was had before this program was taken over wrongly. Nothing leaves the clinic.
        Opening = "opening",
    }

    /// What becomes of packs that are given back.
    GoodsFate {
        /// There are none, or the client keeps them.
        None = "none",
        /// They can be sold again.
        Restocked = "restocked",
        /// They came back and are thrown away.
        Discarded = "discarded",
    }

    /// A step of the working.
    RefundStepKind {
        /// What was paid for it.
        Prepaid = "prepaid",
        /// What of it went back before.
        RefundedBefore = "refunded_before",
        /// What was used, at the price that was paid.
        UsedAtPaid = "used_at_paid",
        /// What was used, at list price.
        UsedAtList = "used_at_list",
        /// What was given on top and used; it is not counted.
        GiftUsed = "gift_used",
        /// It cannot be less than nothing, nor more than is there.
        Bound = "bound",
        /// Only a part is given back.
        Part = "part",
        /// People agreed on another amount.
        ByHand = "by_hand",
        /// On what leaves the clinic, since it was paid.
        Interest = "interest",
    }
}

/// What can be given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RefundItem {
    /// A line of the sale.
    Line {
        /// Which.
        line: SaleLineId,
    },
    /// What an earlier refund of the sale left here as stored value.
    Kept {
        /// The entry that paid it in.
        lot: AccountEntryId,
    },
    /// What was paid more than was owed.
    Overpaid,
}

/// Sessions that are given back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionsBack {
    /// Of what.
    pub entitlement: EntitlementId,
    /// So many, at most what is left.
    pub sessions: u32,
}

/// One thing that is given back, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefundPartInput {
    /// What.
    pub item: RefundItem,
    /// Of a procedure or a card: which sessions; none where only an amount goes back.
    pub sessions: Vec<SessionsBack>,
    /// Of a product: how many packs; 0 where only an amount goes back.
    pub packs: u32,
    /// What becomes of them.
    pub goods: GoodsFate,
    /// Of money kept here: so much of what goes back; `None` for all of it.
    pub part: Option<Fen>,
    /// So much goes back, whatever is computed.
    pub amount: Option<Fen>,
}

/// How a part of it leaves the clinic, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefundWayInput {
    /// The payment that is given back; `None` for what an earlier refund left here.
    pub payment: Option<PaymentId>,
    /// By which method; `stored_value` leaves it here.
    pub method: String,
    /// So much.
    pub amount: Fen,
    /// The number that it has elsewhere.
    pub reference: String,
}

/// A refund as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefundInput {
    /// Of which sale.
    pub sale: SaleId,
    /// Whose cause.
    pub basis: RefundBasis,
    /// What is given back.
    pub parts: Vec<RefundPartInput>,
    /// How what leaves the clinic does; `None` as it is proposed.
    pub ways: Option<Vec<RefundWayInput>>,
    /// By which method interest is paid; `None` where it is not.
    pub interest: Option<String>,
    /// Why.
    pub reason: String,
}

/// A refund to write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PayRefund {
    /// The refund's id, drawn once by the window that shows it: said twice, it is paid once.
    pub id: RefundId,
    /// What is given back.
    pub refund: RefundInput,
    /// What the client was shown: all amounts, and the interest that is paid.
    pub total: Fen,
}

/// A refund to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReverseRefund {
    /// Its own id, drawn once by the window: said twice, it is taken back once.
    pub id: RefundId,
    /// The refund that was wrong.
    pub refund: RefundId,
    /// Why.
    pub reason: String,
}

/// A refund was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Refunded {
    /// Which.
    pub id: RefundId,
    /// Its number.
    pub number: String,
}

/// A step of the working. The amounts of a part's steps add up to its amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RefundStep {
    /// What it does.
    pub kind: RefundStepKind,
    /// Of which procedure; empty where it is clear.
    pub name: String,
    /// So many sessions, packs or days.
    #[ts(type = "number")]
    pub count: i64,
    /// Of so many.
    #[ts(type = "number")]
    pub of: i64,
    /// Of one, or what interest is paid on, or what of stored value was used.
    pub price: Fen,
    /// In hundredths of a percent a year.
    #[ts(type = "number")]
    pub rate: i64,
    /// Signed.
    pub amount: Fen,
}

impl RefundStep {
    pub(super) fn new(kind: RefundStepKind, amount: i64) -> RefundStep {
        RefundStep { kind, name: String::new(), count: 0, of: 0, price: Fen(0), rate: 0, amount: Fen(amount) }
    }
}
