//! A second computer of a clinic, and how the two exchange what they wrote.
#![allow(dead_code, missing_docs, unreachable_pub)] // each test file uses a part

use std::sync::Arc;

use jingtai_clinic::clinic::admit_computer;
use jingtai_clinic::store::draw_computer;
use jingtai_clinic::store::keys::DatabaseKey;
use jingtai_clinic::{SeededWorld, Store};
use tempfile::TempDir;

use super::{Clinic, NOW};

/// A second computer of the same clinic, with everything that the first has.
pub fn second_computer(first: &Clinic, seed: u64) -> (TempDir, Arc<SeededWorld>, Store) {
    let world = Arc::new(SeededWorld::new(seed, NOW + 1_000));
    let (computer, key) = draw_computer(&*world);
    admit_computer(&first.store, &first.owner, computer, "诊室", &key.verifying_key()).expect("admits");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let database_key = DatabaseKey::draw(&*world);
    let second =
        Store::open_replica(dir.path(), world.clone(), database_key, first.store.clinic_id(), computer, &key)
            .expect("an empty store");
    pull(&first.store, &second);
    (dir, world, second)
}

/// Everything that `from` has, offered to `to`.
pub fn pull(from: &Store, to: &Store) {
    let mut after = 0;
    loop {
        let page = from.records_after(after, 100).expect("records");
        let Some(last) = page.last() else { return };
        after = last.position;
        for logged in &page {
            to.apply(&logged.record).expect("applies");
        }
    }
}
