//! First run, the demo, and opening the file.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use jingtai_clinic::clinic::{self, ClinicDetails};
use jingtai_clinic::demo::{self, DemoPerson, DemoSize, Present};
use jingtai_clinic::settings::{self, SettingKey};
use jingtai_clinic::staff::{self, Me};
use jingtai_clinic::store::Founding;
use jingtai_clinic::store::backup::BackupState;
use jingtai_clinic::store::keys::{self, Protection, RecoveryCode};
use jingtai_clinic::{Actor, Error, ErrorCode, Rule, Store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Nothing, on_desk};
use crate::desk::{Desk, News};
use crate::keyring_check;

/// The demo clinic is the same on every computer.
pub const DEMO_SEED: u64 = 20_260_101;

/// Which page the window shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// First run.
    NoClinic,
    /// The file waits for its passphrase.
    FileLocked,
    /// The sign-in page.
    SignedOut,
    /// The desk.
    SignedIn,
    /// The desk, behind the lock.
    Locked,
}

/// What the demo's pages show.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DemoHint {
    /// The passphrase.
    pub passphrase: String,
    /// Who can sign in, with their PINs.
    pub people: Vec<DemoPerson>,
}

/// The clinic on the window's edge.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClinicCard {
    /// Its name.
    pub name: String,
    /// Its time zone.
    pub zone: String,
    /// Whether it has a logo.
    pub has_logo: bool,
}

/// Where the desk stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskState {
    /// Which page.
    pub stage: Stage,
    /// The demo's passphrase and PINs; `None` for a real clinic.
    pub demo: Option<DemoHint>,
    /// The clinic; `None` while the file is closed.
    pub clinic: Option<ClinicCard>,
    /// Who is signed in.
    pub me: Option<Me>,
    /// After how many idle minutes the window locks.
    pub idle_lock_minutes: u32,
    /// The program's version.
    pub version: &'static str,
    /// The newest backup.
    pub backup: BackupState,
}

/// What protects the key.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ProtectionInput {
    /// Asked at every start.
    Passphrase {
        /// At least ten characters.
        passphrase: String,
    },
    /// The system's keyring.
    Keyring,
}

/// What first run asks.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreateClinic {
    /// The clinic.
    pub clinic: ClinicDetails,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's PIN.
    pub owner_pin: String,
    /// What protects the key.
    pub protection: ProtectionInput,
}

/// A clinic just made.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CreatedClinic {
    /// Shown once, kept nowhere.
    pub recovery_code: String,
}

/// The passphrase.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Unlock {
    /// As typed.
    pub passphrase: String,
}

/// The recovery code, and the passphrase from now on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnlockWithRecoveryCode {
    /// As typed.
    pub code: String,
    /// At least ten characters.
    pub new_passphrase: String,
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        on_desk("desk.state", |desk, _: Nothing| state(desk)),
        on_desk("setup.keyring_available", |desk, _: Nothing| {
            Ok(keyring_check::keyring_keeps(&**desk.world()))
        }),
        on_desk("setup.create_clinic", |desk, input: CreateClinic| create_clinic(desk, &input)),
        on_desk("setup.open_demo", |desk, _: Nothing| open_demo(desk)),
        on_desk("setup.cancel_demo", |desk, _: Nothing| {
            desk.demo_cancelled.store(true, Ordering::Relaxed);
            Ok(())
        }),
        on_desk("setup.unlock", |desk, input: Unlock| {
            let key = desk.key_file()?.open_with_passphrase(&input.passphrase)?;
            desk.open(key)
        }),
        on_desk("setup.unlock_with_recovery_code", |desk, input: UnlockWithRecoveryCode| {
            unlock_with_code(desk, &input)
        }),
    ]
}

/// Opens the file where nobody need be asked: the key is in the keyring, or it is the demo that was asked for.
///
/// # Errors
/// Where a person must be asked after all, or the file cannot be opened.
pub fn open_unasked(desk: &Arc<Desk>, demo: bool) -> Result<(), Error> {
    let keys = desk.key_file()?;
    let key = if keys.uses_keyring() {
        keys::read_from_keyring(keys.clinic)?
    } else if demo && keys.demo {
        keys.open_with_passphrase(demo::PASSPHRASE)?
    } else {
        return Err(ErrorCode::SignedOut.into());
    };
    desk.open(key)
}

fn state(desk: &Arc<Desk>) -> Result<DeskState, Error> {
    let store = desk.store().ok();
    let session = desk.session();
    let keys = desk.key_file();
    let stage = match (&store, &keys, &session) {
        (None, Err(error), _) if error.code == ErrorCode::NoClinic => Stage::NoClinic,
        (None, ..) => Stage::FileLocked,
        (Some(_), _, None) => Stage::SignedOut,
        (Some(_), _, Some(_)) if desk.is_locked() => Stage::Locked,
        (Some(_), _, Some(_)) => Stage::SignedIn,
    };
    let is_demo = keys.is_ok_and(|keys| keys.demo);
    let page = Actor::System(Rule::SignInPage);
    let mut state = DeskState {
        stage,
        demo: is_demo.then(|| DemoHint { passphrase: demo::PASSPHRASE.to_owned(), people: demo::people() }),
        clinic: None,
        me: session.as_ref().map(staff::me),
        idle_lock_minutes: 10,
        version: env!("CARGO_PKG_VERSION"),
        backup: BackupState { last_at: None, problem: desk.backup_problem() },
    };
    if let Some(store) = &store {
        let details = clinic::details(store, &page)?;
        let has_logo = clinic::logo(store, &page)?.is_some();
        state.clinic = Some(ClinicCard { name: details.name, zone: details.zone, has_logo });
        state.idle_lock_minutes =
            u32::try_from(settings::number(store, &page, SettingKey::IdleLockMinutes)?).unwrap_or(10);
        state.backup.last_at = store.last_backup()?;
    }
    Ok(state)
}

fn create_clinic(desk: &Arc<Desk>, input: &CreateClinic) -> Result<CreatedClinic, Error> {
    let protection = match &input.protection {
        ProtectionInput::Passphrase { passphrase } => Protection::Passphrase(passphrase),
        ProtectionInput::Keyring if keyring_check::keyring_keeps(&**desk.world()) => Protection::Keyring,
        ProtectionInput::Keyring => return Err(ErrorCode::KeyringUnavailable.at("protection")),
    };
    let founding = Founding {
        details: input.clinic.clone(),
        owner_name: input.owner_name.clone(),
        owner_pin: input.owner_pin.clone(),
        protection,
        demo: false,
    };
    let code = Store::found(desk.data_dir(), desk.world().clone(), &founding, |_| Ok(()))?;
    let keys = desk.key_file()?;
    let key = match &input.protection {
        ProtectionInput::Passphrase { passphrase } => keys.open_with_passphrase(passphrase)?,
        ProtectionInput::Keyring => keys::read_from_keyring(keys.clinic)?,
    };
    desk.open(key)?;
    Ok(CreatedClinic { recovery_code: code.show() })
}

fn open_demo(desk: &Arc<Desk>) -> Result<(), Error> {
    desk.demo_cancelled.store(false, Ordering::Relaxed);
    let show = |done, total| desk.tell(News::Progress { task: "demo", phase: "", done, total });
    let present = Present::in_shanghai(desk.world().now());
    demo::found(desk.data_dir(), DEMO_SEED, present, DemoSize::FULL, &show, &desk.demo_cancelled)?;
    open_unasked(desk, true)
}

fn unlock_with_code(desk: &Arc<Desk>, input: &UnlockWithRecoveryCode) -> Result<(), Error> {
    let code = RecoveryCode::parse(&input.code)?;
    let mut keys = desk.key_file()?;
    let key = keys.open_with_recovery_code(&code)?;
    keys.protect(&**desk.world(), &key, &Protection::Passphrase(&input.new_passphrase))
        .map_err(|error| error.at("newPassphrase"))?;
    desk.open(key)?;
    keys.save(desk.data_dir())
}
