//! What a sale is made of.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amounts::Fen;
use crate::clients::types::words;
use crate::ids::{
    BatchId, ClientId, CourseCardId, HeldSaleId, PlanLineId, ProcedureId, ProductId, RewardId, SaleId,
    TopUpOfferId, VisitId,
};

words! {
    /// What a line sells.
    LineKind {
        /// Sessions of a procedure.
        Procedure = "procedure",
        /// A course card 疗程卡.
        Card = "card",
        /// Packs of a product.
        Product = "product",
        /// 储值.
        StoredValue = "stored_value",
        /// 定金.
        Deposit = "deposit",
    }

    /// What a line's price was lowered by.
    ReductionKind {
        /// The plan says a lower price.
        Plan = "plan",
        /// The card costs less than what is on it.
        Card = "card",
        /// Given by hand on the line.
        Line = "line",
        /// Given by hand on the whole, this line's share.
        Sale = "sale",
        /// The client's tier.
        Tier = "tier",
        /// It is had for points.
        Reward = "reward",
        /// It was had before this program, at that price.
        Opening = "opening",
    }

    /// Where a client's money is kept here.
    Pot {
        /// 储值本金: paid in.
        Principal = "principal",
        /// 储值赠送: given on top.
        Gift = "gift",
        /// 定金.
        Deposit = "deposit",
    }
}

/// What is sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", rename_all_fields = "camelCase")]
pub enum SaleItem {
    /// Sessions of a procedure.
    Procedure {
        /// Which.
        procedure: ProcedureId,
        /// The line of an approved plan that asks for it.
        plan_line: Option<PlanLineId>,
        /// Of one session, where the catalogue has no price; else it must be `None`.
        price: Option<Fen>,
    },
    /// A course card.
    Card {
        /// Which.
        card: CourseCardId,
    },
    /// Packs of a product.
    Product {
        /// Which.
        product: ProductId,
        /// Of which batch; `None` for the one that expires first and has enough.
        batch: Option<BatchId>,
    },
    /// A reward of the points shop: sessions of a procedure, or packs.
    Reward {
        /// Which.
        reward: RewardId,
        /// The line of an approved plan that asks for it, where it is a procedure.
        plan_line: Option<PlanLineId>,
    },
    /// Money paid ahead.
    StoredValue {
        /// So much; with an offer, the offer's.
        principal: Fen,
        /// What gives something on top.
        offer: Option<TopUpOfferId>,
    },
    /// Money that holds an appointment or a price.
    Deposit {
        /// So much.
        amount: Fen,
    },
}

/// A discount given by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Discount {
    /// So much off, in fen.
    Off(Fen),
    /// So many thousandths are paid: 880 is 8.8 折.
    Rate(u16),
    /// This is paid, in fen.
    To(Fen),
}

/// A line as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaleLineInput {
    /// What.
    pub item: SaleItem,
    /// Sessions, cards or packs; 1 for money.
    pub quantity: u32,
    /// Given on this line.
    pub discount: Option<Discount>,
    /// In words.
    pub note: String,
}

/// A checkout as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleInput {
    /// To whom.
    pub client: ClientId,
    /// At which visit.
    pub visit: Option<VisitId>,
    /// In their order.
    pub lines: Vec<SaleLineInput>,
    /// Given on the whole, after those of the lines.
    pub discount: Option<Discount>,
    /// Why something was given by hand.
    pub discount_reason: String,
    /// Why a procedure is sold that no approved plan asks for.
    pub no_plan_reason: String,
    /// In words.
    pub note: String,
}

/// A payment as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentInput {
    /// The method's code.
    pub method: String,
    /// So much of what is to pay.
    pub amount: Fen,
    /// The cash that was handed over, where it is cash: what is over is the change.
    pub tendered: Option<Fen>,
    /// The number that the payment has elsewhere.
    pub reference: String,
}

/// A debt that is agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ArrearsInput {
    /// Until when.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// For whom an invoice is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InvoiceWish {
    /// 抬头.
    pub title: String,
    /// 税号; empty for a person.
    pub tax_number: String,
}

/// A checkout to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaySale {
    /// The sale's id, drawn once by the window that shows the checkout: said twice, it is paid once.
    pub id: SaleId,
    /// What is sold.
    pub sale: SaleInput,
    /// The total that the client was shown.
    pub total: Fen,
    /// How it is paid.
    pub payments: Vec<PaymentInput>,
    /// For what is left.
    pub arrears: Option<ArrearsInput>,
    /// Where an invoice is asked for.
    pub invoice: Option<InvoiceWish>,
    /// The checkout that was put aside and is paid now.
    pub held: Option<HeldSaleId>,
}

/// A sale was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Paid {
    /// Which.
    pub id: SaleId,
    /// Its number.
    pub number: String,
    /// The cash to hand back.
    pub change: Fen,
    /// What became of the client's points.
    pub points: PaidPoints,
}

/// What a sale did to the client's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaidPoints {
    /// So many it earned, as it stands.
    #[ts(type = "number")]
    pub earned: i64,
    /// So many it was paid with.
    #[ts(type = "number")]
    pub redeemed: i64,
    /// So many the client has now.
    #[ts(type = "number")]
    pub balance: i64,
}

/// What a line's price was lowered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Reduction {
    /// Why.
    pub kind: ReductionKind,
    /// By so much.
    pub amount: Fen,
    /// The tier's name; empty for another reason.
    pub name: String,
    /// What is paid by the tier's rule, in thousandths; 0 for another reason.
    #[ts(type = "number")]
    pub rate: i64,
}
