//! PINs: six digits, kept as argon2id, slower after each failure.

use argon2::password_hash::SaltString;
use argon2::{Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;
use crate::world::World;

/// A PIN's digits.
pub const DIGITS: usize = 6;

/// The longest wait after failures, in seconds.
const LONGEST_WAIT: i64 = 900;
/// Failures that cost no wait.
const FREE_FAILURES: u32 = 2;

/// Refuses what is not six digits, and those that are guessed first: 000000, 123456, 654321 and their like.
pub(crate) fn check(field: &'static str, pin: &str) -> Result<()> {
    let digits = pin.as_bytes();
    let weak = || ErrorCode::PinWeak.at(field);
    if digits.len() != DIGITS || !digits.iter().all(u8::is_ascii_digit) {
        return Err(weak());
    }
    let in_a_row = |step: i16| digits.windows(2).all(|pair| i16::from(pair[1]) - i16::from(pair[0]) == step);
    if in_a_row(0) || in_a_row(1) || in_a_row(-1) { Err(weak()) } else { Ok(()) }
}

/// argon2id with OWASP's parameters (19 MiB, 2 passes): slow enough for six digits behind a growing wait.
fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(19_456, 2, 1, None).map_err(|_| ErrorCode::StorageFailed)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

pub(crate) fn hash(world: &dyn World, pin: &str) -> Result<String> {
    let mut salt = [0; 16];
    world.random(&mut salt);
    let salt = SaltString::encode_b64(&salt).map_err(|_| ErrorCode::StorageFailed)?;
    let hash = hasher()?.hash_password(pin.as_bytes(), &salt).map_err(|_| ErrorCode::StorageFailed)?;
    Ok(hash.to_string())
}

pub(crate) fn matches(pin: &str, hash: &str) -> Result<bool> {
    let parsed = PasswordHash::new(hash).map_err(|_| ErrorCode::FileDamaged)?;
    Ok(hasher()?.verify_password(pin.as_bytes(), &parsed).is_ok())
}

/// Seconds that must pass after the `count`th failure in a row: none for the first two, then 2, 4, 8 … 900.
#[must_use]
pub(crate) fn wait_seconds(count: u32) -> i64 {
    match count.checked_sub(FREE_FAILURES) {
        None | Some(0) => 0,
        Some(over) => 1_i64.checked_shl(over.min(20)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT),
    }
}

/// Failures so far, and seconds still to wait. A clock set back cannot lengthen a wait beyond its own length.
pub(crate) fn failures(connection: &Connection, staff: StaffId, now: i64) -> Result<(u32, i64)> {
    let found: Option<(u32, i64)> = connection
        .prepare_cached("SELECT count, not_before FROM pin_failure WHERE staff_id = ?1")?
        .query_row([staff], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((count, not_before)) = found else { return Ok((0, 0)) };
    let left = (not_before - now).div_euclid(1_000) + i64::from((not_before - now).rem_euclid(1_000) > 0);
    Ok((count, left.clamp(0, wait_seconds(count))))
}

pub(crate) fn note_failure(connection: &Connection, staff: StaffId, count: u32, now: i64) -> Result<()> {
    connection.execute(
        "INSERT INTO pin_failure (staff_id, count, not_before) VALUES (?1, ?2, ?3)
         ON CONFLICT (staff_id) DO UPDATE SET count = excluded.count, not_before = excluded.not_before",
        params![staff, count, now + wait_seconds(count) * 1_000],
    )?;
    Ok(())
}

pub(crate) fn forget_failures(connection: &Connection, staff: StaffId) -> Result<()> {
    connection.execute("DELETE FROM pin_failure WHERE staff_id = ?1", [staff])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_that_are_guessed_first_are_refused() {
        for weak in ["000000", "123456", "654321", "12345", "1234567", "12345a", "一二三四五六", ""] {
            assert_eq!(check("pin", weak).map_err(|e| e.code), Err(ErrorCode::PinWeak), "{weak}");
        }
        for good in ["258014", "112233", "123457"] {
            assert!(check("pin", good).is_ok(), "{good}");
        }
    }

    #[test]
    fn each_failure_costs_more_up_to_a_quarter_of_an_hour() {
        let waits: Vec<i64> = (0..16).map(wait_seconds).collect();
        assert_eq!(waits[..6], [0, 0, 0, 2, 4, 8]);
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        assert_eq!(wait_seconds(u32::MAX), LONGEST_WAIT);
    }
}
