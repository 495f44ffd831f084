//! What a machine does to a file: the answer is a code that says what to do, and the file is unharmed.

mod common;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use common::{PASSPHRASE, clinic, found, open};
use jingtai_clinic::store::keys::{DatabaseKey, KeyFile};
use jingtai_clinic::{ErrorCode, SeededWorld, Store, SystemWorld};

fn code<T>(result: jingtai_clinic::Result<T>) -> Option<ErrorCode> {
    result.err().map(|error| error.code)
}

/// A clinic on disk with a client, closed.
fn closed_clinic(seed: u64) -> (tempfile::TempDir, Arc<SeededWorld>) {
    let clinic = clinic(seed);
    for n in 0..40 {
        clinic.client(&format!("顾客{n}"), &format!("138000000{n:02}"));
    }
    let (dir, world) = (clinic.dir, clinic.world);
    drop(clinic.store);
    (dir, world)
}

fn still_opens(dir: &Path, world: &Arc<SeededWorld>) {
    let store = open(dir, world).expect("opens");
    store.verify_log().expect("whole");
}

#[test]
fn nothing_readable_stands_on_the_disk() {
    let (dir, _) = closed_clinic(31);
    for entry in
        fs::read_dir(dir.path()).expect("reads").filter_map(Result::ok).filter(|entry| entry.path().is_file())
    {
        let bytes = fs::read(entry.path()).expect("reads");
        assert!(!bytes.starts_with(b"SQLite format 3"), "{:?}", entry.file_name());
        for secret in ["顾客1", "1380000000", "院长", PASSPHRASE] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} in {:?}", entry.file_name());
        }
    }
}

#[test]
fn a_wrong_key_opens_nothing_and_harms_nothing() {
    let (dir, world) = closed_clinic(32);
    let wrong = DatabaseKey::draw(&SystemWorld);
    assert_eq!(code(Store::open(dir.path(), world.clone(), wrong)), Some(ErrorCode::FileDamaged));
    still_opens(dir.path(), &world);
}

#[test]
fn a_truncated_file_and_a_flipped_page_are_named_and_left_as_they_are() {
    let (dir, world) = closed_clinic(33);
    let path = dir.path().join("clinic.db");
    let whole = fs::read(&path).expect("reads");

    let truncated = &whole[..whole.len() / 2 - 100];
    fs::write(&path, truncated).expect("writes");
    let opened = open(dir.path(), &world).and_then(|store| store.state_hash());
    assert_eq!(code(opened), Some(ErrorCode::FileDamaged));
    assert_eq!(fs::read(&path).expect("reads"), truncated, "left as it was");

    let mut noticed = 0;
    let pages = whole.len() / 4096;
    for page in [0, 1, pages / 3, pages / 2, pages - 2] {
        let mut flipped = whole.clone();
        flipped[page * 4096 + 1000] ^= 0x40;
        fs::write(&path, &flipped).expect("writes");
        let opened = open(dir.path(), &world).and_then(|store| {
            store.verify_log()?;
            store.state_hash()
        });
        if let Err(error) = opened {
            assert_eq!(error.code, ErrorCode::FileDamaged, "page {page}");
            noticed += 1;
        }
    }
    // A page that nothing reads (free, or of an index not asked) is not noticed until it is read.
    assert!(noticed >= 3, "only {noticed} of 5 flipped pages were noticed");
    fs::write(&path, &whole).expect("writes");
    still_opens(dir.path(), &world);
}

#[test]
fn two_programs_cannot_have_one_file_open() {
    let clinic = clinic(34);
    assert_eq!(code(open(clinic.dir.path(), &clinic.world)), Some(ErrorCode::FileInUse));
    clinic.client("张三", "13800000001");
}

#[test]
fn a_lost_key_file_is_not_taken_for_first_run() {
    let (dir, world) = closed_clinic(35);
    fs::remove_file(dir.path().join("clinic.keys")).expect("removes");
    assert!(KeyFile::load(dir.path()).expect("reads").is_none());
    assert!(Store::exists(dir.path()), "the database is still there to be saved");
    let founding = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| found(dir.path(), &world)));
    assert!(founding.is_err(), "no second clinic over it");
}

#[test]
fn a_backup_a_day_opens_with_the_same_key_and_holds_everything() {
    let clinic = clinic(37);
    clinic.client("张三", "13800000001");
    clinic.store.back_up_daily().expect("copies");
    let copy = clinic.dir.path().join("backups").join("clinic-2026-03-02.db");
    let first = fs::metadata(&copy).expect("a copy").modified().expect("a time");
    clinic.store.back_up_daily().expect("nothing more today");
    assert_eq!(fs::metadata(&copy).expect("a copy").modified().expect("a time"), first);

    let restored = tempfile::tempdir().expect("a temporary folder");
    fs::copy(&copy, restored.path().join("clinic.db")).expect("copies");
    fs::copy(clinic.dir.path().join("clinic.keys"), restored.path().join("clinic.keys")).expect("copies");
    let store = open(restored.path(), &clinic.world).expect("opens");
    assert_eq!(store.state_hash().expect("a hash"), clinic.store.state_hash().expect("a hash"));
    assert_eq!(store.verify_log().expect("whole"), clinic.store.verify_log().expect("whole"));
}
