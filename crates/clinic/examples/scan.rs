//! Reads codes, one a line, and prints what each says as one line of JSON; `\x1d` or ␝ stands for GS.
//!
//! ```text
//! cargo run --example scan -- [--today 2026-11-22] < codes.txt
//! ```

use std::io::{BufRead, Write};

use chrono::{DateTime, NaiveDate};
use jingtai_clinic::{SystemWorld, World, scan};

/// Greenwich's day.
fn now() -> NaiveDate {
    DateTime::from_timestamp_millis(SystemWorld.now()).unwrap_or_default().date_naive()
}

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--today").skip(1);
    let today: NaiveDate = arguments.next().and_then(|day| day.parse().ok()).unwrap_or_else(now);
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let said = match scan::read(&line?.replace("\\x1d", "\u{1d}"), today) {
            Ok(scanned) => serde_json::json!({ "ok": scanned }),
            Err(error) => serde_json::json!({ "error": error.code, "params": error.params }),
        };
        writeln!(out, "{said}")?;
    }
    Ok(())
}
