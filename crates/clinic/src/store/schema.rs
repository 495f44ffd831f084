//! Every table, declared once: what kind it is and which of the UI's reads it feeds.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;

/// What the UI refetches when a table changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Tag {
    /// The clinic, its computers and settings.
    Clinic,
    /// Staff, registrations, hours.
    Staff,
    /// Procedures, products, rooms, equipment.
    Catalogue,
    /// Batches, deliveries, movements, vials.
    Stock,
    /// Client files.
    Clients,
    /// Plans, consents and treatment records.
    Treatments,
    /// Photos of clients.
    Photos,
    /// Complaints and adverse reactions.
    Complaints,
    /// Sales, payments, entitlements, stored value.
    Money,
    /// The calendar.
    Appointments,
    /// Visits, triage forms, consultations.
    Visits,
    /// Who did or read what.
    Audit,
}

/// How a table is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Recorded and synced; fields may change, the last writer wins.
    Shared,
    /// Recorded and synced; rows are only ever added.
    Ledger,
    /// This computer only.
    Local,
    /// Can be dropped and rebuilt from the shared tables.
    Derived,
}

/// A table's declaration.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// How it is kept.
    pub kind: Kind,
    /// What it feeds; `None` for what no screen reads.
    pub tag: Option<Tag>,
}

const fn shared(name: &'static str, tag: Tag) -> Table {
    Table { name, kind: Kind::Shared, tag: Some(tag) }
}

const fn ledger(name: &'static str, tag: Tag) -> Table {
    Table { name, kind: Kind::Ledger, tag: Some(tag) }
}

const fn local(name: &'static str) -> Table {
    Table { name, kind: Kind::Local, tag: None }
}

const fn derived(name: &'static str) -> Table {
    Table { name, kind: Kind::Derived, tag: None }
}

/// All tables.
pub const TABLES: &[Table] = &[
    local("migration"),
    local("this_computer"),
    local("this_clinic"),
    local("change_record"),
    derived("row_version"),
    local("draft"),
    Table { name: "left_draft", kind: Kind::Shared, tag: None },
    local("pin_failure"),
    shared("computer", Tag::Clinic),
    shared("clinic", Tag::Clinic),
    shared("setting", Tag::Clinic),
    ledger("audit_line", Tag::Audit),
    shared("staff", Tag::Staff),
    shared("staff_role", Tag::Staff),
    shared("doctor_registration", Tag::Staff),
    shared("doctor_procedure", Tag::Staff),
    shared("working_hours", Tag::Staff),
    shared("leave", Tag::Appointments),
    shared("procedure", Tag::Catalogue),
    shared("room", Tag::Catalogue),
    shared("equipment", Tag::Catalogue),
    shared("product", Tag::Catalogue),
    shared("product_code", Tag::Catalogue),
    shared("procedure_product", Tag::Catalogue),
    ledger("catalogue_edit", Tag::Catalogue),
    shared("supplier", Tag::Stock),
    shared("batch", Tag::Stock),
    ledger("batch_status", Tag::Stock),
    ledger("delivery", Tag::Stock),
    ledger("pack", Tag::Stock),
    ledger("stock_movement", Tag::Stock),
    ledger("stock_count", Tag::Stock),
    ledger("stock_count_line", Tag::Stock),
    ledger("vial", Tag::Stock),
    ledger("vial_return", Tag::Stock),
    derived("batch_balance"),
    derived("batch_use"),
    shared("client", Tag::Clients),
    shared("client_phone", Tag::Clients),
    shared("client_tag", Tag::Clients),
    shared("client_alert", Tag::Clients),
    ledger("client_assignment", Tag::Clients),
    shared("client_data_consent", Tag::Clients),
    shared("client_alias", Tag::Clients),
    shared("client_scan", Tag::Clients),
    shared("sealed_file", Tag::Clients),
    ledger("client_import", Tag::Clients),
    derived("client_rank"),
    derived("client_search"),
    derived("client_to_index"),
    shared("appointment", Tag::Appointments),
    shared("visit", Tag::Visits),
    ledger("visit_step", Tag::Visits),
    shared("plan", Tag::Treatments),
    ledger("plan_version", Tag::Treatments),
    ledger("plan_line", Tag::Treatments),
    ledger("plan_decision", Tag::Treatments),
    ledger("plan_agreement", Tag::Treatments),
    shared("treatment", Tag::Treatments),
    derived("unsigned_treatment"),
    derived("timeline_entry"),
    ledger("paper_consent", Tag::Treatments),
    ledger("consent_withdrawal", Tag::Treatments),
    ledger("signed_treatment", Tag::Treatments),
    ledger("treatment_use", Tag::Treatments),
    ledger("treatment_device", Tag::Treatments),
    ledger("treatment_override", Tag::Treatments),
    shared("photo", Tag::Photos),
    shared("photo_preview", Tag::Photos),
    ledger("signed_photo", Tag::Photos),
    ledger("record_seal", Tag::Treatments),
    ledger("record_seal_part", Tag::Treatments),
    ledger("override_seen", Tag::Treatments),
    ledger("treatment_amendment", Tag::Treatments),
    ledger("treatment_withdrawal", Tag::Treatments),
    ledger("prescription", Tag::Treatments),
    ledger("consent_scan", Tag::Treatments),
    ledger("complaint", Tag::Complaints),
    ledger("complaint_step", Tag::Complaints),
    shared("payment_method", Tag::Money),
    shared("course_card", Tag::Money),
    shared("course_card_item", Tag::Money),
    shared("top_up_offer", Tag::Money),
    ledger("sale", Tag::Money),
    ledger("sale_line", Tag::Money),
    ledger("sale_reduction", Tag::Money),
    ledger("sale_override", Tag::Money),
    ledger("payment", Tag::Money),
    ledger("arrears", Tag::Money),
    ledger("account_entry", Tag::Money),
    ledger("entitlement", Tag::Money),
    ledger("entitlement_entry", Tag::Money),
    ledger("entitlement_change", Tag::Money),
    ledger("points_entry", Tag::Money),
    ledger("points_scheme", Tag::Money),
    ledger("points_member_day", Tag::Money),
    ledger("points_item", Tag::Money),
    shared("points_reward", Tag::Money),
    ledger("opening", Tag::Money),
    ledger("opening_client", Tag::Money),
    ledger("opening_reversal", Tag::Money),
    ledger("settlement", Tag::Money),
    derived("overdrawn"),
    ledger("tier_scheme", Tag::Money),
    ledger("tier", Tag::Money),
    ledger("tier_procedure", Tag::Money),
    ledger("tier_benefit", Tag::Money),
    ledger("tier_grant", Tag::Money),
    ledger("tier_grant_end", Tag::Money),
    derived("spending"),
    ledger("refund", Tag::Money),
    ledger("refund_part", Tag::Money),
    ledger("refund_step", Tag::Money),
    ledger("refund_payment", Tag::Money),
    ledger("invoice_note", Tag::Money),
    shared("held_sale", Tag::Money),
    shared("triage_form", Tag::Visits),
    ledger("consultation", Tag::Visits),
];

/// Whether what is written to a table is recorded, and synced.
pub(crate) fn is_recorded(name: &str) -> bool {
    static RECORDED: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let recorded = |table: &&Table| matches!(table.kind, Kind::Shared | Kind::Ledger);
        TABLES.iter().filter(recorded).map(|table| table.name).collect()
    });
    RECORDED.contains(name)
}

/// A column as the file has it.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) in_key: bool,
}

/// The shared tables and their columns, read once when the file is opened.
#[derive(Debug)]
pub(crate) struct Shape {
    tables: BTreeMap<&'static str, (Table, Vec<Column>)>,
}

impl Shape {
    pub(crate) fn read(connection: &Connection) -> Result<Shape> {
        let mut tables = BTreeMap::new();
        for table in TABLES.iter().filter(|table| is_recorded(table.name)) {
            let mut statement =
                connection.prepare("SELECT name, pk > 0 FROM pragma_table_info(?1) ORDER BY cid")?;
            let columns = statement
                .query_map([table.name], |row| Ok(Column { name: row.get(0)?, in_key: row.get(1)? }))?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            tables.insert(table.name, (*table, columns));
        }
        Ok(Shape { tables })
    }

    /// A shared table by its name; `None` for one that this version does not know.
    pub(crate) fn table(&self, name: &str) -> Option<(&Table, &[Column])> {
        self.tables.get(name).map(|(table, columns)| (table, columns.as_slice()))
    }

    /// All shared tables in the order of their names.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (&Table, &[Column])> {
        self.tables.values().map(|(table, columns)| (table, columns.as_slice()))
    }
}
