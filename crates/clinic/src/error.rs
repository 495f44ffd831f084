//! What can go wrong, by a stable code that the UI translates, with its cause for the log.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// The result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A stable code: the UI has a message and a remedy for each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum ErrorCode { $($(#[$doc])* $name),* }

        impl ErrorCode {
            /// All of them.
            pub const ALL: &[ErrorCode] = &[$(ErrorCode::$name),*];
        }
    };
}

codes! {
    /// The role may not do this. Params: verb.
    NotPermitted,
    /// Nobody is signed in, or the window is locked.
    SignedOut,
    /// Params: waitSeconds until the next try.
    PinWrong,
    /// Too early after a failure. Params: waitSeconds.
    PinWait,
    /// A PIN is six digits, not all the same and not in a row.
    PinWeak,
    /// The passphrase opens nothing.
    PassphraseWrong,
    /// At least ten characters.
    PassphraseWeak,
    /// The recovery code opens nothing.
    RecoveryCodeWrong,
    /// A character or the check of the recovery code is off.
    RecoveryCodeMistyped,
    /// The system's keyring gives no lasting place for the key.
    KeyringUnavailable,
    /// The key is right and the file is not a readable database.
    FileDamaged,
    /// The file was written by a newer program. Params: file, program (schema numbers).
    FileNewer,
    /// A migration's text is not the one the file was made with. Params: number.
    MigrationEdited,
    /// The key file beside the database is missing or unreadable.
    KeyFileDamaged,
    /// The disk is full; nothing was written.
    DiskFull,
    /// The folder cannot be written.
    ReadOnly,
    /// Another program has this file open.
    FileInUse,
    /// There is no clinic in this folder.
    NoClinic,
    /// There is already a clinic in this folder.
    ClinicExists,
    /// Reading or writing failed for another reason.
    StorageFailed,
    /// A field must not be empty.
    Required,
    /// Params: max characters.
    TooLong,
    /// A value does not have the form the field asks for.
    InvalidValue,
    /// Not a date, or not a date of that calendar.
    InvalidDate,
    /// Phones are 3 to 20 digits, with + and spaces.
    InvalidPhone,
    /// The ID number's length, date or check character is off.
    InvalidIdNumber,
    /// A time zone name that is not known.
    UnknownZone,
    /// Not a picture that can be read, or too large.
    InvalidPicture,
    /// A picture in HEIC, which is not read here.
    HeicPicture,
    /// The same picture is in a client's file already. Params: client.
    PhotoKept,
    /// A signed record names the photo.
    PhotoSigned,
    /// It stands in a seal.
    PartSealed,
    /// The complaint ended; it must be opened again first.
    ComplaintClosed,
    /// The complaint did not end.
    ComplaintOpen,
    /// Nothing finished that is in no seal yet.
    NothingToSeal,
    /// A camera's card or folder is gone or cannot be read. Params: path.
    CardUnreadable,
    /// The client does not consent to that use. Params: client.
    PurposeNotConsented,
    /// The thing is not there (any more).
    NotFound,
    /// Another act changed it meanwhile; look again.
    ChangedMeanwhile,
    /// The clinic needs at least one active owner.
    LastOwner,
    /// Somebody or something of that name is already in use.
    NameTaken,
    /// The sessions are that procedure's already.
    SameProcedure,
    /// Who has them takes them.
    TransferToSelf,
    /// Something came of what the sessions became. Params: left.
    SessionsUsed,
    /// A tier asks for no more than the one below it. Params: tier (from 1), name (of the one below).
    TierNotAbove,
    /// No tier is called so. Params: name, names (of those there are).
    TierUnknown,
    /// A tier that was given by hand is over.
    GrantOver,
    /// Params: available (points).
    PointsTooFew,
    /// Fewer points are not taken at once. Params: least.
    PointsBelowLeast,
    /// Points pay no more of it. Params: payable (fen).
    NotPayableWithPoints,
    /// It is over already.
    DayPast,
    /// Nothing is overdrawn there, or not so much. Params: most.
    NotOverdrawn,
    /// No sheet has the headings of opening balances.
    NoOpeningSheet,
    /// No client of that member number, phone or name. Params: client.
    OpeningClientUnknown,
    /// Several clients have it. Params: client, count.
    OpeningClientAmbiguous,
    /// The client of that member number or phone has another name. Params: name.
    OpeningNameDiffers,
    /// The client has opening balances already. Params: day.
    OpeningThere,
    /// The client has it in another row too. Params: row.
    OpeningTwice,
    /// More was spent in twelve months than ever. Params: most (fen).
    OpeningSpending,
    /// More was paid than by the list. Params: most (fen).
    OpeningAboveList,
    /// Some of it was used. Params: name, count (clients).
    OpeningUsed,
    /// Only surgery has levels.
    LevelOfSurgeryOnly,
    /// Only devices have a class.
    ClassOfDeviceOnly,
    /// What is kept in the vial book is a drug.
    ToxinIsDrug,
    /// The code stands on another product. Params: code.
    CodeTaken,
    /// Quantities are already counted in this unit, with these decimals.
    UnitInUse,
    /// No product of that name. Params: name.
    UnknownProduct,
    /// No procedure of that name. Params: name.
    UnknownProcedure,
    /// A cell does not hold what its column asks for. Params: cell.
    CellUnreadable,
    /// No sheet has the headings of procedures, products or equipment.
    NoCatalogueSheet,
    /// The plan was let go.
    PlanClosed,
    /// No doctor has approved all of the plan.
    PlanNotApproved,
    /// The doctor is not registered for it. Params: specialties.
    DoctorNotRegistered,
    /// The record is signed: it is amended, never changed.
    TreatmentSigned,
    /// The record was let go.
    TreatmentDiscarded,
    /// Only drugs are prescribed.
    PrescriptionOfDrugsOnly,
    /// Only the doctor whom the record names signs it.
    NotTheDoctor,
    /// Something forbids the signature. Params: obstacle, about.
    SignatureForbidden,
    /// The amendment says nothing new.
    NothingAmended,
    /// The record was withdrawn.
    TreatmentWithdrawn,
    /// A discount or a debt that somebody else must approve with a PIN. Params: why; limit in percent.
    ApprovalRequired,
    /// A procedure that no approved plan asks for is sold only with a reason. Params: names.
    PlanReasonRequired,
    /// The plan's sessions are sold already. Params: name, left.
    PlanLineSold,
    /// No batch has so many packs. Params: name, packs.
    NotEnoughPacks,
    /// Nothing says what it costs. Params: name.
    PriceMissing,
    /// A discount takes off more than there is.
    DiscountTooLarge,
    /// The payments are not the total. Params: left in fen, negative where too much was paid.
    PaymentsDiffer,
    /// The client has not so much kept here. Params: available in fen.
    BalanceTooSmall,
    /// Stored value and deposits cannot pay for themselves. Params: payable in fen.
    NotPayableWithBalance,
    /// Debts are not allowed here.
    ArrearsNotAllowed,
    /// The checkout was taken up or let go elsewhere.
    HeldSaleEnded,
    /// More is paid than is owed. Params: owed in fen.
    OwesLess,
    /// More is given back than there is. Params: most in fen; part or way, counted from 1.
    RefundTooLarge,
    /// The ways are not what is given back. Params: left in fen, negative where they are too much.
    WaysDiffer,
    /// The days in which money paid ahead goes back for the asking are over. Params: day.
    CoolingOffOver,
    /// Only with its registration number may a drug or device come in. Params: name, line.
    RegistrationMissing,
    /// Params: expiresOn.
    BatchExpired,
    /// Quarantined or recalled. Params: status, reason.
    BatchHeld,
    /// One lot has one expiry. Params: expiresOn, line.
    LotHasOtherExpiry,
    /// Params: onHand.
    NotEnoughStock,
    /// A pack of this code came in already. Params: code, line.
    UnitCodeKnown,
    /// No pack of this code came in with the batch. Params: code.
    UnitCodeUnknown,
    /// The pack was already used on somebody.
    UnitAlreadyUsed,
    /// The supplier's licence has ended.
    LicenceExpired,
    /// A second person must confirm.
    WitnessRequired,
    /// The second person must be another.
    WitnessIsActor,
    /// Only toxin has vials in the book.
    NotToxin,
    /// Toxin is used through the vial book.
    VialBookOnly,
    /// The empty vial was given back.
    VialClosed,
    /// Params: left.
    VialNotEmpty,
    /// It was taken back already.
    AlreadyReversed,
    /// What takes another one back cannot itself be taken back.
    CannotReverse,
    /// Nothing that a pack carries.
    ScanUnrecognised,
    /// No application identifier stands where one must. Params: position, value.
    ScanIdentifier,
    /// Params: ai, value, length; least, most.
    ScanLength,
    /// Params: ai, value, position, character.
    ScanCharacter,
    /// Params: ai, value, expected.
    ScanCheckDigit,
    /// Not a day, or not a time. Params: ai, value, part.
    ScanDate,
    /// Not a value of this identifier. Params: ai, value, part.
    ScanValue,
    /// The code says two things of one. Params: ai, value.
    ScanConflict,
    /// The picture shows no code.
    NoCodeInPicture,
    /// A file cannot be joined with itself.
    SameClient,
    /// A client cannot refer themselves.
    SelfReferral,
    /// The file was joined into another.
    ClientJoined,
    /// A clash of doctor, room or equipment needs a reason.
    ClashNeedsReason,
    /// The end is not after the start.
    EndBeforeStart,
    /// The appointment is already over, arrived or cancelled.
    AppointmentClosed,
    /// The client is already checked in today.
    AlreadyCheckedIn,
    /// The visit has ended.
    VisitEnded,
    /// There is nothing left to undo.
    NothingToUndo,
    /// Not one of the clinic's steps.
    UnknownStep,
    /// A reason must be given.
    ReasonRequired,
    /// The spreadsheet cannot be read.
    ImportUnreadable,
    /// No column holds the name.
    ImportNoNameColumn,
    /// Rows have errors; nothing was written. Params: rows.
    ImportHasErrors,
    /// Cancelled by a person; nothing was written.
    Cancelled,
    /// The file could not be written. Params: path.
    ExportFailed,
    /// A record is of another clinic, out of order, forged or unreadable.
    RecordRefused,
    /// The same place in a chain holds another record.
    RecordFork,
    /// The command does not exist or its input has the wrong form.
    BadCommand,
}

impl fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

/// An error: the code, the field it belongs to, what its message needs, and why.
#[derive(Debug)]
pub struct Error {
    /// The stable code.
    pub code: ErrorCode,
    /// The input's field, where there is one.
    pub field: Option<&'static str>,
    /// What the message names.
    pub params: BTreeMap<&'static str, String>,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    /// At a field of the input.
    #[must_use]
    pub fn at(mut self, field: &'static str) -> Error {
        self.field = Some(field);
        self
    }

    /// With something for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Error {
        self.params.insert(name, value.to_string());
        self
    }

    /// With the cause, for the log.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        self.cause = Some(cause.into());
        self
    }
}

impl From<ErrorCode> for Error {
    fn from(code: ErrorCode) -> Error {
        Error { code, field: None, params: BTreeMap::new(), cause: None }
    }
}

impl ErrorCode {
    /// The error of this code at a field.
    #[must_use]
    pub fn at(self, field: &'static str) -> Error {
        Error::from(self).at(field)
    }

    /// The error of this code with something for the message.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl ToString) -> Error {
        Error::from(self).with(name, value)
    }

    /// The error of this code with its cause.
    #[must_use]
    pub fn because(self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
        Error::from(self).because(cause)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(field) = self.field {
            write!(f, " at {field}")?;
        }
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as &(dyn std::error::Error + 'static))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Error {
        use rusqlite::ffi::ErrorCode as Sqlite;
        let code = match error.sqlite_error_code() {
            Some(Sqlite::DiskFull) => ErrorCode::DiskFull,
            Some(Sqlite::ReadOnly | Sqlite::CannotOpen | Sqlite::PermissionDenied) => ErrorCode::ReadOnly,
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => ErrorCode::FileInUse,
            Some(Sqlite::NotADatabase | Sqlite::DatabaseCorrupt) => ErrorCode::FileDamaged,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => ErrorCode::NotFound,
            _ => ErrorCode::StorageFailed,
        };
        code.because(error)
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        use std::io::ErrorKind;
        let code = match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => ErrorCode::DiskFull,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => ErrorCode::ReadOnly,
            _ => ErrorCode::StorageFailed,
        };
        code.because(error)
    }
}

impl From<jingtai_sync::RecordError> for Error {
    fn from(error: jingtai_sync::RecordError) -> Error {
        ErrorCode::RecordRefused.because(error)
    }
}
