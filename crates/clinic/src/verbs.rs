//! Every verb of this crate, each with the permission it needs. `Store::transact` and `Store::read` take one,
//! so that no verb can be run without its check.

use crate::permissions::Permission;

macro_rules! verbs {
    ($($name:ident = $text:literal needs $permission:ident;)*) => {
        /// Something a person, or a rule of the system, does or reads.
        #[allow(missing_docs)] // the names are the documentation
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Verb { $($name),* }

        impl Verb {
            /// All of them.
            pub const ALL: &[Verb] = &[$(Verb::$name),*];

            /// As the audit view and the change records name it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Verb::$name => $text),* }
            }

            /// What a staff member needs to be allowed.
            #[must_use]
            pub fn permission(self) -> Permission {
                match self { $(Verb::$name => Permission::$permission),* }
            }
        }
    };
}

verbs! {
    ClinicFound = "clinic.found" needs ManageClinic;
    ClinicEdit = "clinic.edit" needs ManageClinic;
    ClinicSetLogo = "clinic.set_logo" needs ManageClinic;
    ClinicDetails = "clinic.details" needs Work;
    ComputerAdmit = "computers.admit" needs ManageClinic;
    SettingsAll = "settings.all" needs Work;
    SettingsSet = "settings.set" needs ManageClinic;
    AuditFlush = "audit.flush" needs Work;
    AuditList = "audit.list" needs ReadAudit;
    AuditExport = "audit.export" needs ReadAudit;
    DraftSave = "drafts.save" needs Work;
    DraftLeave = "drafts.leave" needs Work;
    DraftLoad = "drafts.load" needs Work;

    SignIn = "session.sign_in" needs Work;
    ChangePin = "session.change_pin" needs Work;
    Witness = "session.witness" needs Work;
    StaffAll = "staff.all" needs Work;
    StaffAdd = "staff.add" needs ManageStaff;
    StaffEdit = "staff.edit" needs ManageStaff;
    StaffResetPin = "staff.reset_pin" needs ManageStaff;
    StaffRegister = "staff.register" needs ManageStaff;
    StaffEndRegistration = "staff.end_registration" needs ManageStaff;
    StaffPermitProcedures = "staff.permit_procedures" needs ManageStaff;
    StaffSetHours = "staff.set_hours" needs ManageStaff;
    StaffAddLeave = "staff.add_leave" needs EditCalendar;
    StaffEndLeave = "staff.end_leave" needs EditCalendar;
    CatalogueRead = "catalogue.read" needs Work;
    TableExport = "tables.export" needs ExportClients;
    ScanRead = "scan.read" needs Work;
    CatalogueEdit = "catalogue.edit" needs ManageClinic;
    CatalogueEditProduct = "catalogue.edit_product" needs EditProducts;
    CatalogueAddStarter = "catalogue.add_starter" needs ManageClinic;
    CatalogueImportPreview = "catalogue.import_preview" needs ManageClinic;
    CatalogueImport = "catalogue.import" needs ManageClinic;
    CatalogueExport = "catalogue.export" needs ManageClinic;

    StockRead = "stock.read" needs SeeStock;
    StockSetSupplier = "stock.set_supplier" needs KeepStock;
    StockReceive = "stock.receive" needs KeepStock;
    StockTakeOut = "stock.take_out" needs KeepStock;
    StockReverse = "stock.reverse" needs KeepStock;
    StockCount = "stock.count" needs KeepStock;
    BatchOpen = "stock.batch" needs SeeBatchClients;
    BatchHold = "stock.hold" needs HoldBatches;
    BatchRelease = "stock.release" needs ReleaseBatches;
    DeliveryShow = "stock.deliveries" needs SeeStock;
    VialBook = "vials.book" needs UseVials;
    VialOpen = "vials.open" needs UseVials;
    VialGive = "vials.give" needs UseVials;
    VialWaste = "vials.waste" needs UseVials;
    VialGiveBack = "vials.give_back" needs UseVials;

    ClientFind = "clients.find" needs SeeClients;
    ClientOpen = "clients.open" needs SeeClients;
    ClientHealth = "clients.health" needs SeeHealth;
    ClientCreate = "clients.create" needs EditClients;
    ClientEdit = "clients.edit" needs EditClients;
    ClientReveal = "clients.reveal" needs RevealContacts;
    ClientAssign = "clients.assign" needs EditClients;
    ClientAddAlert = "clients.add_alert" needs EditHealth;
    ClientEndAlert = "clients.end_alert" needs EditHealth;
    ClientGiveConsent = "clients.give_data_consent" needs EditClients;
    ClientWithdrawConsent = "clients.withdraw_data_consent" needs EditClients;
    ClientAddScan = "clients.add_scan" needs EditHealth;
    ClientShowScan = "clients.show_scan" needs SeeHealth;
    ClientRemoveScan = "clients.remove_scan" needs EditHealth;
    ClientJoin = "clients.join" needs JoinClients;
    ClientEndJoin = "clients.end_join" needs JoinClients;
    ClientImportPreview = "clients.import_preview" needs ImportClients;
    ClientImport = "clients.import" needs ImportClients;
    ClientExport = "clients.export" needs ExportClients;

    AppointmentList = "appointments.list" needs SeeCalendar;
    AppointmentBook = "appointments.book" needs EditCalendar;
    AppointmentMove = "appointments.move" needs EditCalendar;
    AppointmentConfirm = "appointments.confirm" needs EditCalendar;
    AppointmentCancel = "appointments.cancel" needs EditCalendar;
    AppointmentNoShow = "appointments.no_show" needs EditCalendar;
    AppointmentReopen = "appointments.reopen" needs EditCalendar;

    VisitBoard = "visits.board" needs SeeBoard;
    VisitCheckIn = "visits.check_in" needs RunVisits;
    VisitUndoCheckIn = "visits.undo_check_in" needs RunVisits;
    VisitMove = "visits.move" needs RunVisits;
    VisitUndoMove = "visits.undo_move" needs RunVisits;
    VisitEdit = "visits.edit" needs RunVisits;
    VisitNumb = "visits.numb" needs RunVisits;
    VisitCloseForgotten = "visits.close_forgotten" needs RunVisits;
    PlanRead = "plans.read" needs SeeTreatments;
    PlanDraft = "plans.draft" needs DraftPlans;
    PlanClose = "plans.close" needs DraftPlans;
    PlanDecide = "plans.decide" needs ApprovePlans;
    PlanAgree = "plans.agree" needs DraftPlans;
    TreatmentRead = "treatments.read" needs SeeTreatments;
    TreatmentStart = "treatments.start" needs WriteTreatments;
    TreatmentSave = "treatments.save" needs WriteTreatments;
    TreatmentDiscard = "treatments.discard" needs WriteTreatments;
    TreatmentSign = "treatments.sign" needs SignTreatments;
    TreatmentAmend = "treatments.amend" needs SignTreatments;
    TreatmentWithdraw = "treatments.withdraw" needs SignTreatments;
    PhotoRead = "photos.read" needs SeePhotos;
    PhotoAdd = "photos.add" needs AddPhotos;
    PhotoCard = "photos.card" needs AddPhotos;
    PhotoEdit = "photos.edit" needs AddPhotos;
    PhotoRemove = "photos.remove" needs RemovePhotos;
    PhotoRestore = "photos.restore" needs RemovePhotos;
    PhotoExport = "photos.export" needs ExportPhotos;
    PhotoPreview = "photos.preview" needs SeePhotos;
    SealRead = "seals.read" needs SeeTreatments;
    SealRecord = "seals.seal" needs SealRecords;
    TraceBatch = "traces.batch" needs SeeBatchClients;
    TraceFind = "traces.find" needs SeeTreatments;
    TraceExport = "traces.export" needs ExportClients;
    ComplaintRead = "complaints.read" needs SeeComplaints;
    ComplaintTake = "complaints.take" needs TakeComplaints;
    ComplaintStep = "complaints.step" needs TakeComplaints;
    ComplaintClose = "complaints.close" needs CloseComplaints;
    ComplianceRead = "compliance.read" needs SeeCompliance;
    OverrideRead = "overrides.list" needs SeeOverrides;
    OverrideSee = "overrides.see" needs SeeOverrides;
    ConsentRead = "consents.read" needs SeeTreatments;
    ConsentNote = "consents.note_paper" needs NoteConsents;
    ConsentAddScan = "consents.add_scan" needs NoteConsents;
    ConsentWithdraw = "consents.withdraw" needs NoteConsents;
    BillingRead = "billing.read" needs Work;
    BillingSetMethod = "billing.set_method" needs ManageClinic;
    BillingSetCard = "billing.set_card" needs ManageClinic;
    BillingSetTopUp = "billing.set_top_up" needs ManageClinic;
    SaleBegin = "sales.begin" needs Sell;
    SaleQuote = "sales.quote" needs Sell;
    SalePay = "sales.pay" needs Sell;
    SaleSettle = "sales.settle" needs Sell;
    SaleHold = "sales.hold" needs Sell;
    SaleDropHeld = "sales.drop_held" needs Sell;
    SaleNoteInvoice = "sales.note_invoice" needs Sell;
    RefundQuote = "refunds.quote" needs Sell;
    RefundPay = "refunds.pay" needs Sell;
    RefundReverse = "refunds.reverse" needs Sell;
    SaleRead = "sales.read" needs SeeMoney;
    AccountRead = "accounts.read" needs SeeMoney;
    EntitlementRead = "entitlements.read" needs SeeEntitlements;
    EntitlementChange = "entitlements.change" needs Sell;
    EntitlementReverse = "entitlements.reverse" needs Sell;
    PointsRead = "points.read" needs SeeMoney;
    PointsAdjust = "points.adjust" needs Sell;
    PointsReverse = "points.reverse" needs Sell;
    PointsRules = "points.rules" needs Work;
    PointsSetRules = "points.set_rules" needs ManageClinic;
    PointsSetReward = "points.set_reward" needs ManageClinic;
    TierSchemes = "tiers.schemes" needs Work;
    TierPreview = "tiers.preview" needs ManageClinic;
    TierSet = "tiers.set" needs ManageClinic;
    TierRead = "tiers.read" needs SeeClients;
    TierMembers = "tiers.members" needs SeeMoney;
    TierGrant = "tiers.grant" needs Sell;
    TierEndGrant = "tiers.end_grant" needs Sell;
    OpeningRead = "openings.read" needs OpenBalances;
    OpeningPreview = "openings.preview" needs OpenBalances;
    OpeningEnter = "openings.enter" needs OpenBalances;
    OpeningReverse = "openings.reverse" needs OpenBalances;
    OverdraftSettle = "overdrafts.settle" needs SettleOverdrafts;
    TriageRead = "triage.read" needs SeeHealth;
    TriageFill = "triage.fill" needs EditHealth;
    ConsultationEnd = "consultations.end" needs Consult;
}
