//! What the program remembers between clicks: the open file, who is signed in, whether the window is locked.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, PoisonError, RwLock};

use crate::background::Signal;
use jingtai_clinic::store::Tag;
use jingtai_clinic::store::keys::{DatabaseKey, KeyFile};
use jingtai_clinic::{Actor, Error, ErrorCode, Session, Store, World};

/// What the window is told without having asked.
#[derive(Clone, Debug)]
pub enum News<'a> {
    /// These tags changed; the screens fetch them anew.
    Changed(&'a BTreeSet<Tag>),
    /// A long task has come this far.
    Progress {
        /// Which.
        task: &'static str,
        /// Which part of it; "" where it has one part only.
        phase: &'static str,
        /// Steps done.
        done: u64,
        /// Steps in all.
        total: u64,
    },
    /// Opened, signed in, locked: ask for the state.
    Stage,
}

type Teller = Box<dyn Fn(News<'_>) + Send + Sync>;

/// The desk's state, shared by all commands.
pub struct Desk {
    data_dir: PathBuf,
    exports: PathBuf,
    world: Arc<dyn World>,
    state: RwLock<State>,
    teller: RwLock<Option<Teller>>,
    /// Raised when photos came, whose previews are to be made.
    pub(crate) photos_changed: Signal,
    /// Raised to stop the demo that is being made.
    pub demo_cancelled: AtomicBool,
    /// Raised to stop the import that is running.
    pub import_cancelled: AtomicBool,
}

#[derive(Default)]
struct State {
    store: Option<Arc<Store>>,
    session: Option<Session>,
    locked: bool,
    backup_problem: Option<ErrorCode>,
}

impl Desk {
    /// A desk over a data folder; nothing is opened yet. Exports are written to `exports`.
    #[must_use]
    pub fn new(data_dir: PathBuf, exports: PathBuf, world: Arc<dyn World>) -> Desk {
        Desk {
            data_dir,
            exports,
            world,
            state: RwLock::default(),
            teller: RwLock::new(None),
            photos_changed: Signal::default(),
            demo_cancelled: AtomicBool::new(false),
            import_cancelled: AtomicBool::new(false),
        }
    }

    /// Where the clinic's file is.
    #[must_use]
    pub fn data_dir(&self) -> &Path {
        &self.data_dir
    }

    /// Where exports go.
    #[must_use]
    pub fn exports(&self) -> &Path {
        &self.exports
    }

    /// A path for an export of today that no file has yet; makes the folder.
    ///
    /// # Errors
    /// [`ErrorCode::ExportFailed`] where the folder cannot be made.
    pub fn free_export_path(&self, store: &Store, stem: &str, extension: &str) -> Result<PathBuf, Error> {
        self.free_export(store, stem, &format!(".{extension}"))
    }

    /// A path for a folder of exports of today that there is not yet.
    ///
    /// # Errors
    /// As [`Desk::free_export_path`].
    pub fn free_export_folder(&self, store: &Store, stem: &str) -> Result<PathBuf, Error> {
        self.free_export(store, stem, "")
    }

    fn free_export(&self, store: &Store, stem: &str, ending: &str) -> Result<PathBuf, Error> {
        std::fs::create_dir_all(&self.exports)
            .map_err(|error| ErrorCode::ExportFailed.with("path", self.exports.display()).because(error))?;
        let day = store.today();
        let named = |n: u32| self.exports.join(format!("{stem}-{day}-{n}{ending}"));
        Ok((1..).map(named).find(|path| !path.exists()).unwrap_or_else(|| named(0)))
    }

    /// Time and randomness.
    #[must_use]
    pub fn world(&self) -> &Arc<dyn World> {
        &self.world
    }

    /// Sets who is told news.
    pub fn tell_news_to(&self, teller: impl Fn(News<'_>) + Send + Sync + 'static) {
        *self.teller.write().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(teller));
    }

    /// Tells the window.
    pub fn tell(&self, news: News<'_>) {
        if let Some(teller) = &*self.teller.read().unwrap_or_else(PoisonError::into_inner) {
            teller(news);
        }
    }

    /// The open file.
    ///
    /// # Errors
    /// [`ErrorCode::SignedOut`] where none is open.
    pub fn store(&self) -> Result<Arc<Store>, Error> {
        self.read().store.clone().ok_or_else(|| ErrorCode::SignedOut.into())
    }

    /// Who acts.
    ///
    /// # Errors
    /// [`ErrorCode::SignedOut`] where nobody is signed in or the window is locked.
    pub fn actor(&self) -> Result<Actor, Error> {
        let state = self.read();
        match &state.session {
            Some(session) if !state.locked => Ok(Actor::Staff(session.clone())),
            _ => Err(ErrorCode::SignedOut.into()),
        }
    }

    /// The session, locked or not.
    #[must_use]
    pub fn session(&self) -> Option<Session> {
        self.read().session.clone()
    }

    /// Whether the window is locked over a session.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.read().locked
    }

    /// Opens the clinic's file with its key and lets the background work begin.
    ///
    /// # Errors
    /// What [`Store::open`] gives.
    pub fn open(self: &Arc<Desk>, key: DatabaseKey) -> Result<(), Error> {
        let store = Arc::new(Store::open(&self.data_dir, self.world.clone(), key)?);
        let desk = Arc::downgrade(self);
        store.on_change(move |tags| {
            if let Some(desk) = desk.upgrade() {
                desk.tell(News::Changed(tags));
                if tags.contains(&Tag::Photos) {
                    desk.photos_changed.raise();
                }
            }
        });
        self.write(|state| state.store = Some(store.clone()));
        crate::background::start(self, &store);
        Ok(())
    }

    /// The key file of the data folder.
    ///
    /// # Errors
    /// [`ErrorCode::NoClinic`], [`ErrorCode::KeyFileDamaged`].
    pub fn key_file(&self) -> Result<KeyFile, Error> {
        if !Store::exists(&self.data_dir) {
            return Err(ErrorCode::NoClinic.into());
        }
        KeyFile::load(&self.data_dir)?.ok_or_else(|| ErrorCode::KeyFileDamaged.into())
    }

    /// Signs a person in, in place of whoever was.
    pub fn sign_in(&self, session: Session) {
        self.write(|state| {
            state.session = Some(session);
            state.locked = false;
        });
    }

    /// Locks the window over the session.
    pub fn lock(&self) {
        self.write(|state| state.locked = state.session.is_some());
    }

    /// Signs out.
    pub fn sign_out(&self) {
        self.write(|state| {
            state.session = None;
            state.locked = false;
        });
    }

    /// Why the last backup failed.
    #[must_use]
    pub fn backup_problem(&self) -> Option<ErrorCode> {
        self.read().backup_problem
    }

    /// Notes how the last backup went.
    pub fn note_backup(&self, problem: Option<ErrorCode>) {
        self.write(|state| state.backup_problem = problem);
    }

    fn read(&self) -> std::sync::RwLockReadGuard<'_, State> {
        self.state.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.write().unwrap_or_else(PoisonError::into_inner));
        self.tell(News::Stage);
    }
}
