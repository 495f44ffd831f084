//! What `cargo xtask fuzz` puts to the readers of foreign bytes, put to them here: every input that it begins with, whole
//! and cut short. That keeps its targets true as well.

#[path = "../fuzz/src/lib.rs"]
#[allow(dead_code, unreachable_pub)] // a library of its own there; how a target ends is libFuzzer's alone
mod fuzz;

use std::path::{Path, PathBuf};

/// Each input is cut short at so many places.
const CUTS: usize = 8;

fn seeds(target: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let entries = std::fs::read_dir(folder).expect("a folder of seeds");
    entries.map(|entry| entry.expect("a seed").path()).collect()
}

fn put(target: &str, take: fn(&[u8])) {
    let seeds = seeds(target);
    assert!(!seeds.is_empty(), "{target} has seeds");
    for seed in seeds {
        let bytes = std::fs::read(&seed).expect("can be read");
        eprintln!("{}", seed.display());
        for cut in 0..=CUTS {
            take(&bytes[..bytes.len() * cut / CUTS]);
        }
    }
}

#[test]
fn codes_as_text() {
    put("scan", fuzz::scan::take);
}

#[test]
fn pictures() {
    put("picture", fuzz::picture::take);
}

#[test]
fn lists_of_clients() {
    put("spreadsheet", fuzz::spreadsheet::take);
}
