//! A program without a window that only writes, for tests that kill it, fill its disk or take its folder away.
//!
//! `writer DIR` opens the clinic in DIR, makes one client after another and prints `ok SEQUENCE CLIENT` after
//! each commit, `failed CODE` when one is refused. After a failure it removes DIR/ballast, if there is one, and
//! goes on. It ends after `--count N` clients.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use jingtai_clinic::clients::{ClientInput, PhoneInput, Sex, create};
use jingtai_tests::clinic;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let dir = PathBuf::from(arguments.next().context("writer DIR [--count N]")?);
    let count = match (arguments.next().as_deref(), arguments.next()) {
        (None, None) => u64::MAX,
        (Some("--count"), Some(count)) => count.parse()?,
        _ => bail!("writer DIR [--count N]"),
    };
    let mut out = std::io::stdout().lock();
    let (store, owner) = match clinic::open(&dir) {
        Ok(opened) => opened,
        Err(error) => {
            writeln!(out, "failed {}", error.code)?;
            return Ok(());
        }
    };
    for n in 0..count {
        match create::create(&store, &owner, &client(n)) {
            Ok(id) => writeln!(out, "ok {} {id}", store.sequence())?,
            Err(error) => {
                writeln!(out, "failed {}", error.code)?;
                let ballast = dir.join("ballast");
                if ballast.exists() {
                    std::fs::remove_file(ballast)?;
                } else {
                    return Ok(());
                }
            }
        }
        out.flush()?;
    }
    writeln!(out, "whole {}", store.verify_log()?)?;
    Ok(())
}

fn client(n: u64) -> ClientInput {
    ClientInput {
        name: format!("顾客{n}"),
        other_names: String::new(),
        sex: Sex::Female,
        birthday: None,
        phones: vec![PhoneInput { id: None, number: Some(format!("138{n:08}")), label: String::new() }],
        wechat: None,
        id_number: None,
        guardian: None,
        emergency: None,
        source: None,
        referrer: None,
        skin_type: None,
        preferences: String::new(),
        notes: "备注".repeat(200),
        tags: Vec::new(),
    }
}
