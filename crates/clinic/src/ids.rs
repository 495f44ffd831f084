//! Ids that cannot be taken for one another. All are UUIDs, kept as 16 bytes, written as text for the UI.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                Uuid::column_result(value).map($name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A clinic.
    ClinicId,
    /// One of the clinic's computers.
    ComputerId,
    /// A staff member.
    StaffId,
    /// A doctor's registration for a specialty.
    RegistrationId,
    /// A client's file.
    ClientId,
    /// One of a client's phones.
    PhoneId,
    /// An allergy or contraindication.
    AlertId,
    /// A client's consent to a use of data.
    DataConsentId,
    /// The row that joins two files.
    AliasId,
    /// A scan of old paper.
    ScanId,
    /// A sealed file.
    FileId,
    /// An import.
    ImportId,
    /// A procedure of the catalogue.
    ProcedureId,
    /// A product of the catalogue.
    ProductId,
    /// An edit of the catalogue.
    CatalogueEditId,
    /// A supplier.
    SupplierId,
    /// A batch: product, lot and expiry.
    BatchId,
    /// A change of a batch's status.
    BatchStatusId,
    /// A delivery.
    DeliveryId,
    /// A pack with a code of its own.
    PackId,
    /// A movement of stock.
    MovementId,
    /// A stock count.
    CountId,
    /// A line of a stock count.
    CountLineId,
    /// An opened vial of toxin.
    VialId,
    /// An empty vial given back.
    VialReturnId,
    /// A room.
    RoomId,
    /// A piece of equipment.
    EquipmentId,
    /// An appointment.
    AppointmentId,
    /// A doctor's leave.
    LeaveId,
    /// A plan.
    PlanId,
    /// A version of a plan.
    PlanVersionId,
    /// A procedure in a version of a plan.
    PlanLineId,
    /// A doctor's word on a version.
    PlanDecisionId,
    /// A client's agreement to a version.
    PlanAgreementId,
    /// A treatment record.
    TreatmentId,
    /// A treatment record as it was signed.
    SignedTreatmentId,
    /// A use of a batch in a signed record.
    TreatmentUseId,
    /// A device in a signed record.
    TreatmentDeviceId,
    /// What a doctor went on in spite of.
    OverrideId,
    /// An owner's look at it.
    OverrideSeenId,
    /// An amendment.
    AmendmentId,
    /// A withdrawal of a signed record.
    TreatmentWithdrawalId,
    /// A prescription.
    PrescriptionId,
    /// A consent to a procedure.
    ConsentId,
    /// A withdrawal of a consent.
    ConsentWithdrawalId,
    /// A photo.
    PhotoId,
    /// A photo in a signed record.
    SignedPhotoId,
    /// A sealing of a client's record.
    SealId,
    /// A complaint or an adverse reaction.
    ComplaintId,
    /// A step taken about it.
    ComplaintStepId,
    /// A scan added to a consent later.
    ConsentScanId,
    /// A part in a seal.
    SealPartId,
    /// What a treatment redeems.
    EntitlementId,
    /// A redemption, or one given back.
    EntitlementEntryId,
    /// Sessions voided, converted or transferred.
    EntitlementChangeId,
    /// A change of a client's points.
    PointsEntryId,
    /// The owner's rules of points, as they were written once.
    PointsSchemeId,
    /// What is had for points.
    RewardId,
    /// Opening balances, taken over in one go.
    OpeningId,
    /// A client's part of them.
    OpeningClientId,
    /// A part of them taken back.
    OpeningReversalId,
    /// The owner's rules of tiers, as they were written once.
    TierSchemeId,
    /// A tier of such rules.
    TierId,
    /// A tier given by hand.
    TierGrantId,
    /// Its taking back.
    TierGrantEndId,
    /// What the owner made good.
    SettlementId,
    /// A sale.
    SaleId,
    /// A line of it.
    SaleLineId,
    /// What a line's price was lowered by.
    ReductionId,
    /// What was sold in spite of something.
    SaleOverrideId,
    /// A payment.
    PaymentId,
    /// What was left to pay.
    ArrearsId,
    /// A change of a client's money kept here.
    AccountEntryId,
    /// A refund.
    RefundId,
    /// What went back of one thing.
    RefundPartId,
    /// A step of its working.
    RefundStepId,
    /// A way that it went.
    RefundPaymentId,
    /// A word about an invoice.
    InvoiceNoteId,
    /// A checkout put aside.
    HeldSaleId,
    /// A course card.
    CourseCardId,
    /// What paying in gives on top.
    TopUpOfferId,
    /// A visit.
    VisitId,
    /// One change of a visit's step.
    VisitStepId,
    /// A triage form.
    TriageId,
    /// A consultation.
    ConsultationId,
}
