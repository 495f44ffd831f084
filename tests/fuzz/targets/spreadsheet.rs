//! libFuzzer's way into [`jingtai_fuzz::spreadsheet`].
#![no_main]

use jingtai_fuzz::{contain_panics, run, spreadsheet};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: contain_panics(), |bytes: &[u8]| run(|| spreadsheet::take(bytes)));
