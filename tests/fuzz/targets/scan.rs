//! libFuzzer's way into [`jingtai_fuzz::scan`].
#![no_main]

use jingtai_fuzz::{contain_panics, run, scan};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: contain_panics(), |bytes: &[u8]| run(|| scan::take(bytes)));
