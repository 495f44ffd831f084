//! Making and opening the file.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use ed25519_dalek::SigningKey;
use jingtai_sync::{Clock, RecordHash, Stamp};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use uuid::Uuid;
use zeroize::Zeroize;

use super::keys::{DatabaseKey, KeyFile, Protection, RecoveryCode};
use super::{FILE, Identity, Store, Writer, backup, connection, files, migrate, schema};
use crate::actor::{Actor, Rule};
use crate::clinic;
use crate::error::{ErrorCode, Result};
use crate::ids::{ClinicId, ComputerId};
use crate::verbs::Verb;
use crate::world::World;

const LOCK_FILE: &str = "clinic.lock";
const FOUNDING_FOLDER: &str = "founding";

/// Where business days are until the clinic says otherwise.
pub(crate) const DEFAULT_ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

/// What first run asks for.
pub struct Founding<'a> {
    /// The clinic.
    pub details: clinic::ClinicDetails,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's PIN.
    pub owner_pin: String,
    /// What protects the key from day to day.
    pub protection: Protection<'a>,
    /// Whether this is the demo clinic.
    pub demo: bool,
}

impl Store {
    /// Whether a clinic is in the folder.
    #[must_use]
    pub fn exists(dir: &Path) -> bool {
        dir.join(FILE).exists()
    }

    /// Makes a clinic: the keys, the file, the owner; `fill` may write more before anything stands in place.
    /// All of it is made in a folder of its own and moved when whole, so that a crash leaves no half clinic.
    ///
    /// # Errors
    /// [`ErrorCode::ClinicExists`], what the fields give, what `fill` gives, what the disk gives.
    pub fn found(
        dir: &Path,
        world: Arc<dyn World>,
        founding: &Founding<'_>,
        fill: impl FnOnce(&Store) -> Result<()>,
    ) -> Result<RecoveryCode> {
        fs::create_dir_all(dir)?;
        if Store::exists(dir) {
            return Err(ErrorCode::ClinicExists.into());
        }
        let unfinished = dir.join(FOUNDING_FOLDER);
        if unfinished.exists() {
            fs::remove_dir_all(&unfinished)?;
        }
        let made = found_in(&unfinished, world, founding, fill).and_then(|code| {
            // The old key file of a clinic whose database is gone may still open its backups.
            let keys = dir.join(super::keys::KEY_FILE);
            if keys.exists() {
                fs::rename(&keys, dir.join("clinic.keys.old"))?;
            }
            for entry in fs::read_dir(&unfinished)?.filter_map(Result::ok) {
                if entry.file_name() != FILE && entry.file_name() != LOCK_FILE {
                    fs::rename(entry.path(), dir.join(entry.file_name()))?;
                }
            }
            fs::rename(unfinished.join(FILE), dir.join(FILE))?;
            Ok(code)
        });
        if let Err(error) = fs::remove_dir_all(&unfinished) {
            tracing::warn!(%error, "the folder of the founding could not be removed");
        }
        made
    }

    /// Opens the clinic in the folder. A file of an older program is copied to `backups/`, then migrated.
    ///
    /// # Errors
    /// [`ErrorCode::NoClinic`], [`ErrorCode::FileInUse`], [`ErrorCode::FileDamaged`], [`ErrorCode::FileNewer`],
    /// [`ErrorCode::MigrationEdited`], and what the disk gives. The file is left as it was.
    pub fn open(dir: &Path, world: Arc<dyn World>, key: DatabaseKey) -> Result<Store> {
        if !Store::exists(dir) {
            return Err(ErrorCode::NoClinic.into());
        }
        let lock = lock(dir)?;
        let path = dir.join(FILE);
        let mut writing = connection::writing(&path, &key)?;
        let migrated = match migrate::check(&writing)? {
            migrate::Need::Nothing => false,
            migrate::Need::From(from) => {
                backup::before_migration(dir, &writing, &key, from, world.now())?;
                migrate::apply(&mut writing, from, world.now())?;
                true
            }
        };
        let store = Store::assemble(dir, world, key, writing, lock)?;
        if migrated {
            let writer = store.writer();
            let sqlite = Transaction::new_unchecked(&writer.connection, TransactionBehavior::Immediate)?;
            store.try_waiting(&sqlite, &mut std::collections::BTreeSet::new())?;
            sqlite.commit()?;
        }
        files::sweep(&store)?;
        Ok(store)
    }

    /// An empty file that takes in another computer's records.
    ///
    /// # Errors
    /// [`ErrorCode::ClinicExists`], and what the disk gives.
    pub fn open_replica(
        dir: &Path,
        world: Arc<dyn World>,
        key: DatabaseKey,
        clinic: ClinicId,
        computer: ComputerId,
        signing_key: &SigningKey,
    ) -> Result<Store> {
        if Store::exists(dir) {
            return Err(ErrorCode::ClinicExists.into());
        }
        initialise(dir, world, key, clinic, computer, signing_key, None)
    }

    fn assemble(
        dir: &Path,
        world: Arc<dyn World>,
        key: DatabaseKey,
        writing: rusqlite::Connection,
        lock: File,
    ) -> Result<Store> {
        let shape = schema::Shape::read(&writing)?;
        let (identity, writer) = {
            let mut statement = writing.prepare(
                "SELECT computer_id, signing_key, incarnation, sequence, head, clock,
                        (SELECT clinic_id FROM this_clinic)
                 FROM this_computer",
            )?;
            let found = statement
                .query_row([], |row| {
                    let mut secret: [u8; 32] = row.get(1)?;
                    let signing_key = SigningKey::from_bytes(&secret);
                    secret.zeroize();
                    let computer: ComputerId = row.get(0)?;
                    let clock = Clock::resume(Stamp::from_i64(row.get(5)?));
                    Ok((
                        computer,
                        signing_key,
                        row.get(2)?,
                        row.get::<_, i64>(3)?,
                        row.get(4)?,
                        clock,
                        row.get(6)?,
                    ))
                })
                .optional()?;
            let (computer, signing_key, incarnation, sequence, head, clock, clinic) =
                found.ok_or(ErrorCode::FileDamaged)?;
            let zone = clinic::zone(&writing)?.unwrap_or(DEFAULT_ZONE);
            drop(statement);
            let writer = Writer {
                connection: writing,
                signing_key,
                clock,
                incarnation,
                sequence: sequence as u64,
                head: RecordHash(head),
                ids_drawn: None,
                filled: None,
            };
            (Identity { clinic, computer, zone }, writer)
        };
        Ok(Store {
            dir: dir.to_owned(),
            key,
            world,
            shape,
            writer: Mutex::new(writer),
            filling: AtomicBool::new(false),
            readers: Mutex::new(Vec::new()),
            identity: RwLock::new(identity),
            noted_reads: Mutex::default(),
            listeners: RwLock::new(Vec::new()),
            _lock: lock,
        })
    }

    pub(super) fn path(&self) -> PathBuf {
        self.dir.join(FILE)
    }
}

fn found_in(
    dir: &Path,
    world: Arc<dyn World>,
    founding: &Founding<'_>,
    fill: impl FnOnce(&Store) -> Result<()>,
) -> Result<RecoveryCode> {
    let mut random = [0; 16];
    let mut draw = || {
        world.random(&mut random);
        uuid::Builder::from_random_bytes(random).into_uuid()
    };
    let (clinic, computer) = (ClinicId(draw()), ComputerId(draw()));
    let key = DatabaseKey::draw(&*world);
    let recovery = RecoveryCode::draw(&*world);
    fs::create_dir_all(dir)?;
    KeyFile::make(&*world, clinic, founding.demo, &key, &founding.protection, &recovery)?.save(dir)?;
    let (clinic_key, signing_key) = (draw_signing_key(&*world), draw_signing_key(&*world));
    let store = initialise(dir, world, key, clinic, computer, &signing_key, Some(&clinic_key))?;
    store.begin_filling()?;
    store.transact(&Actor::System(Rule::FirstRun), Verb::ClinicFound, |tx| {
        clinic::found(tx, founding, &clinic_key, &signing_key.verifying_key())
    })?;
    store.set_zone(clinic::zone(&store.writer().connection)?.unwrap_or(DEFAULT_ZONE));
    fill(&store)?;
    store.flush_reads()?;
    store.index_waiting(&|_, _| {})?;
    store.end_filling()?;
    // Folds the log into the file and removes it, so that one file moves.
    store.readers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    store
        .writer()
        .connection
        .execute_batch("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;")?;
    drop(store);
    File::open(dir.join(FILE))?.sync_all()?;
    Ok(recovery)
}

fn draw_signing_key(world: &dyn World) -> SigningKey {
    let mut secret = [0; 32];
    world.random(&mut secret);
    let key = SigningKey::from_bytes(&secret);
    secret.zeroize();
    key
}

fn initialise(
    dir: &Path,
    world: Arc<dyn World>,
    key: DatabaseKey,
    clinic: ClinicId,
    computer: ComputerId,
    signing_key: &SigningKey,
    clinic_key: Option<&SigningKey>,
) -> Result<Store> {
    fs::create_dir_all(dir)?;
    let lock = lock(dir)?;
    let mut writing = connection::writing(&dir.join(FILE), &key)?;
    migrate::apply(&mut writing, 0, world.now())?;
    writing.execute(
        "INSERT INTO this_computer
             (only_row, computer_id, signing_key, clinic_key, incarnation, sequence, head, clock)
         VALUES (1, ?1, ?2, ?3, 1, 0, ?4, 0)",
        params![computer, signing_key.to_bytes(), clinic_key.map(SigningKey::to_bytes), RecordHash::NONE.0],
    )?;
    writing.execute("INSERT INTO this_clinic (only_row, clinic_id) VALUES (1, ?1)", [clinic])?;
    Store::assemble(dir, world, key, writing, lock)
}

/// A program that was just ended may hold the lock for a moment longer; only one that stays is another program.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: Duration = Duration::from_millis(100);

fn lock(dir: &Path) -> Result<File> {
    let file = File::options().create(true).append(true).open(dir.join(LOCK_FILE))?;
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(LOCK_PAUSE),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(ErrorCode::FileInUse.into())
}

impl Drop for Store {
    fn drop(&mut self) {
        if let Err(error) = self.flush_reads() {
            tracing::error!(%error, "the last audit lines of reads were not written");
        }
    }
}

/// The incarnation and sequence of the record last made here; for tests and diagnosis.
impl Store {
    /// How many records this computer has made.
    #[must_use]
    pub fn sequence(&self) -> u64 {
        self.writer().sequence
    }

    /// The clinic's id.
    #[must_use]
    pub fn clinic_id(&self) -> ClinicId {
        self.identity().clinic
    }
}

/// Draws a new computer's id and key; what joins is admitted by the owner ([`clinic::admit_computer`]).
#[must_use]
pub fn draw_computer(world: &dyn World) -> (ComputerId, SigningKey) {
    let mut random = [0; 16];
    world.random(&mut random);
    (ComputerId(Uuid::from_bytes(random)), draw_signing_key(world))
}
