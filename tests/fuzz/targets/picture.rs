//! libFuzzer's way into [`jingtai_fuzz::picture`].
#![no_main]

use jingtai_fuzz::{contain_panics, picture, run};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: contain_panics(), |bytes: &[u8]| run(|| picture::take(bytes)));
