//! Who may do what: one table of roles and permissions. Every verb names one permission (`verbs`).

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A staff member's role; a person may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 院长, 老板.
    Owner,
    /// 医生.
    Doctor,
    /// 护士.
    Nurse,
    /// 咨询师.
    Consultant,
    /// 前台.
    Reception,
    /// 财务.
    Cashier,
}

impl Role {
    /// All of them.
    pub const ALL: &[Role] =
        &[Role::Owner, Role::Doctor, Role::Nurse, Role::Consultant, Role::Reception, Role::Cashier];

    /// As the database keeps it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Owner => "owner",
            Role::Doctor => "doctor",
            Role::Nurse => "nurse",
            Role::Consultant => "consultant",
            Role::Reception => "reception",
            Role::Cashier => "cashier",
        }
    }
}

impl ToSql for Role {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Role {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        Role::ALL.iter().copied().find(|role| role.as_str() == text).ok_or(FromSqlError::InvalidType)
    }
}

macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident: $($role:ident)+;)*) => {
        /// Something that a role may do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum Permission { $($(#[$doc])* $name),* }

        impl Permission {
            /// All of them.
            pub const ALL: &[Permission] = &[$(Permission::$name),*];

            /// The roles that have it: the one table.
            #[must_use]
            pub fn roles(self) -> &'static [Role] {
                match self { $(Permission::$name => &[$(Role::$role),+]),* }
            }
        }
    };
}

permissions! {
    /// One's own session, PIN and drafts; the list of procedures, rooms and colleagues.
    Work: Owner Doctor Nurse Consultant Reception Cashier;
    /// The clinic's details, its rules and settings.
    ManageClinic: Owner;
    /// Products: what stands on their packs.
    EditProducts: Owner Nurse;
    /// What is in stock.
    SeeStock: Owner Doctor Nurse Consultant Reception Cashier;
    /// Receive, count, take out, take back.
    KeepStock: Owner Nurse;
    /// On whom a batch was used; audited.
    SeeBatchClients: Owner Doctor Nurse;
    /// Hold a batch back.
    HoldBatches: Owner Doctor Nurse;
    /// Free it again.
    ReleaseBatches: Owner;
    /// Open toxin vials, give from them, keep their book.
    UseVials: Owner Doctor Nurse;
    /// Staff members, roles, registrations, PINs, working hours.
    ManageStaff: Owner;
    /// Who did or read what.
    ReadAudit: Owner;
    /// Find clients and open their files, phones and ID masked.
    SeeClients: Owner Doctor Nurse Consultant Reception Cashier;
    /// Make and edit client files.
    EditClients: Owner Doctor Nurse Consultant Reception;
    /// Show a phone or an ID number in full; audited.
    RevealContacts: Owner Consultant Reception;
    /// Allergies, contraindications, triage forms, scans of old paper; audited.
    SeeHealth: Owner Doctor Nurse Consultant Reception;
    /// Write them.
    EditHealth: Owner Doctor Nurse Consultant Reception;
    /// Join two files of one person, and take it back.
    JoinClients: Owner Reception Consultant;
    /// Import a list of clients.
    ImportClients: Owner;
    /// Export client data.
    ExportClients: Owner;
    /// The calendar.
    SeeCalendar: Owner Doctor Nurse Consultant Reception Cashier;
    /// Make, move and cancel appointments.
    EditCalendar: Owner Doctor Nurse Consultant Reception;
    /// The board of today.
    SeeBoard: Owner Doctor Nurse Consultant Reception Cashier;
    /// Check in, move from step to step, close.
    RunVisits: Owner Doctor Nurse Consultant Reception;
    /// Plans and treatment records; audited.
    SeeTreatments: Owner Doctor Nurse Consultant;
    /// Propose a plan, note what the client agreed to.
    DraftPlans: Owner Doctor Consultant;
    /// Approve a plan, for the specialties one is registered for.
    ApprovePlans: Doctor;
    /// Write treatment records.
    WriteTreatments: Doctor Nurse;
    /// Sign, amend and withdraw treatment records.
    SignTreatments: Doctor;
    /// Note consent forms that were signed on paper, and their withdrawal.
    NoteConsents: Owner Doctor Nurse Reception;
    /// What doctors went on in spite of; audited.
    SeeOverrides: Owner;
    /// Photos of clients; audited.
    SeePhotos: Owner Doctor Nurse Consultant;
    /// Take photos in, say what they show.
    AddPhotos: Owner Doctor Nurse Consultant;
    /// Take a photo out of a file, and back into it.
    RemovePhotos: Owner Doctor Nurse;
    /// Copies of photos that leave the program; audited.
    ExportPhotos: Owner Doctor;
    /// Seal a client's record before both parties.
    SealRecords: Owner Doctor;
    /// Complaints and adverse reactions; audited.
    SeeComplaints: Owner Doctor Nurse Consultant Reception;
    /// Write one down, and what was done about it.
    TakeComplaints: Owner Doctor Nurse Consultant Reception;
    /// Say how one ended, or that it was none.
    CloseComplaints: Owner Doctor;
    /// What needs care, as far as one may see it.
    SeeCompliance: Owner Doctor Nurse;
    /// Sales, payments, what clients have and owe.
    SeeMoney: Owner Consultant Reception Cashier;
    /// Take money, hold and settle.
    Sell: Owner Consultant Reception Cashier;
    /// Let a client pay later.
    AllowArrears: Owner;
    /// Give money back; others need the approval of one who may.
    Refund: Owner Cashier;
    /// Void, convert and transfer sessions, adjust points; others need the approval of one who may.
    ChangeLedgers: Owner Cashier;
    /// Give a tier by hand; others need the approval of one who may.
    GrantTiers: Owner;
    /// Take over what clients had before this program; said with one's PIN.
    OpenBalances: Owner;
    /// Make good what two computers gave away twice.
    SettleOverdrafts: Owner;
    /// What a client has bought and not had yet.
    SeeEntitlements: Owner Doctor Nurse Consultant Reception Cashier;
    /// Record how a consultation ended.
    Consult: Owner Doctor Consultant;
}
