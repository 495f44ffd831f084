//! Work beside the desk: the daily backup, audit lines of reads and names of long lists that wait to be written;
//! previews of photos.

use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use jingtai_clinic::Store;
use jingtai_clinic::photos::previews;

use crate::desk::{Desk, News};

/// How often noted reads are written.
const FLUSH_EVERY: Duration = Duration::from_secs(5);
/// After how many flushes a backup is looked for: every ten minutes, the first after one, when whoever opened the
/// program is at work and the disk is theirs again.
const FLUSHES_A_BACKUP: u32 = 120;
const FLUSHES_BEFORE_THE_FIRST: u32 = 12;

/// Starts the work for an open file; it ends when the file is closed.
pub(crate) fn start(desk: &Arc<Desk>, store: &Arc<Store>) {
    start_previews(desk, store);
    let (desk, store) = (Arc::downgrade(desk), Arc::downgrade(store));
    thread::spawn(move || {
        let mut flushes = 0;
        while let Some(()) = round(&desk, &store, flushes % FLUSHES_A_BACKUP == FLUSHES_BEFORE_THE_FIRST) {
            flushes += 1;
            thread::sleep(FLUSH_EVERY);
        }
    });
}

/// Something to do, raised by one thread and waited for by another.
#[derive(Debug, Default)]
pub(crate) struct Signal {
    raised: Mutex<bool>,
    news: Condvar,
}

impl Signal {
    pub(crate) fn raise(&self) {
        *self.raised.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.news.notify_all();
    }

    /// Waits until it is raised, for so long at most, and lowers it.
    fn wait(&self, longest: Duration) -> bool {
        let raised = self.raised.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self.news.wait_timeout_while(raised, longest, |raised| !*raised);
        let (mut raised, _) = waited.unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut raised)
    }
}

/// Makes previews as photos come, those that were missing at the start first.
fn start_previews(desk: &Arc<Desk>, store: &Arc<Store>) {
    let (desk, store) = (Arc::downgrade(desk), Arc::downgrade(store));
    thread::spawn(move || {
        let mut wanted = true;
        while let (Some(desk), Some(store)) = (desk.upgrade(), store.upgrade()) {
            if wanted {
                let show = |done, total| {
                    desk.tell(News::Progress { task: "previews", phase: "", done, total });
                };
                if let Err(error) = previews::make_missing(&store, &show) {
                    tracing::error!(%error, "previews wait");
                }
            }
            drop(store);
            wanted = desk.photos_changed.wait(FLUSH_EVERY);
        }
    });
}

fn round(desk: &Weak<Desk>, store: &Weak<Store>, back_up: bool) -> Option<()> {
    let (desk, store) = (desk.upgrade()?, store.upgrade()?);
    if let Err(error) = store.flush_reads() {
        tracing::error!(%error, "audit lines of reads wait");
    }
    // What an import left when the program was ended, and long lists that came from other computers.
    if let Err(error) = store.index_waiting(&|_, _| {}) {
        tracing::error!(%error, "the search index waits");
    }
    if back_up {
        let problem = store.back_up_daily().err();
        if let Some(error) = &problem {
            tracing::error!(%error, "no backup today");
        }
        desk.note_backup(problem.map(|error| error.code));
    }
    Some(())
}
