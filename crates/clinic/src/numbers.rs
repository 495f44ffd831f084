//! Numbers that papers carry: `A-2026-000123`, the computer's letter, the year, and a count without gaps. Two offline
//! computers have different letters and never give the same.

use chrono::Datelike;

use crate::error::Result;
use crate::store::Tx;

/// What is numbered, each by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Numbered {
    /// 处方.
    Prescription,
    /// 收费单.
    Sale,
    /// 退款单, with an R before its count.
    Refund,
    /// 期初, brought forward: with a B before its count.
    Opening,
    /// 期初 taken back, with BR.
    OpeningBack,
}

/// This computer's letter.
pub(crate) fn letter(tx: &Tx<'_>) -> Result<String> {
    Ok(tx
        .connection()
        .prepare_cached("SELECT letter FROM computer WHERE id = ?1")?
        .query_row([tx.identity().computer], |row| row.get(0))?)
}

/// The next one of this computer in this year, by the clinic's calendar.
pub(crate) fn next(tx: &Tx<'_>, what: Numbered) -> Result<String> {
    let mark = match what {
        Numbered::Prescription | Numbered::Sale => "",
        Numbered::Refund => "R",
        Numbered::Opening => "B",
        Numbered::OpeningBack => "BR",
    };
    let prefix = format!("{}-{}-{mark}", letter(tx)?, tx.today().year());
    let last = match what {
        Numbered::Prescription => {
            "SELECT max(number) FROM prescription WHERE number >= ?1 AND number < ?1 || ':'"
        }
        Numbered::Sale | Numbered::Opening => {
            "SELECT max(number) FROM sale WHERE number >= ?1 AND number < ?1 || ':'"
        }
        Numbered::Refund | Numbered::OpeningBack => {
            "SELECT max(number) FROM refund WHERE number >= ?1 AND number < ?1 || ':'"
        }
    };
    let last: Option<String> =
        tx.connection().prepare_cached(last)?.query_row([&prefix], |row| row.get(0))?;
    let last: u32 = last.and_then(|last| last[prefix.len()..].parse().ok()).unwrap_or(0);
    Ok(format!("{prefix}{:06}", last + 1))
}
