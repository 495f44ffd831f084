//! Migrations: numbered files with checksums, applied at start, all of them or none.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::derived;
use crate::error::{ErrorCode, Result};

struct Migration {
    number: u32,
    name: &'static str,
    text: &'static str,
    /// The oldest schema whose programs can read records made after this migration.
    reads_from: u32,
}

macro_rules! migration {
    ($number:literal, $name:literal, reads_from $reads_from:literal) => {
        Migration {
            number: $number,
            name: $name,
            text: include_str!(concat!("../../../../migrations/clinic/", $name, ".sql")),
            reads_from: $reads_from,
        }
    };
}

const MIGRATIONS: &[Migration] = &[
    migration!(1, "0001_store", reads_from 1),
    migration!(2, "0002_staff", reads_from 2),
    migration!(3, "0003_clients", reads_from 3),
    migration!(4, "0004_appointments", reads_from 4),
    migration!(5, "0005_visits", reads_from 5),
    migration!(6, "0006_left_drafts", reads_from 6),
    migration!(7, "0007_index_later", reads_from 6),
    migration!(8, "0008_undo_check_in", reads_from 8),
    migration!(9, "0009_index_anew", reads_from 8),
    migration!(10, "0010_catalogue", reads_from 10),
    migration!(11, "0011_stock", reads_from 11),
    migration!(12, "0012_treatments", reads_from 12),
    migration!(13, "0013_signing", reads_from 13),
    migration!(14, "0014_photos", reads_from 14),
    migration!(15, "0015_seals", reads_from 15),
    migration!(16, "0016_complaints", reads_from 16),
    migration!(17, "0017_papers", reads_from 17),
    migration!(18, "0018_derived", reads_from 17),
    migration!(19, "0019_billing", reads_from 19),
    migration!(20, "0020_refunds", reads_from 20),
    migration!(21, "0021_ledgers", reads_from 21),
    migration!(22, "0022_tiers", reads_from 22),
    migration!(23, "0023_points", reads_from 23),
];

/// The schema this program writes.
pub const SCHEMA: u32 = MIGRATIONS[MIGRATIONS.len() - 1].number;

/// The oldest schema that can read what this program records.
pub(super) const READS_FROM: u32 = MIGRATIONS[MIGRATIONS.len() - 1].reads_from;

/// What an existing file needs before it can be used.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Need {
    Nothing,
    /// From this schema up; 0 is an empty file.
    From(u32),
}

/// Compares the file's migrations with this program's.
///
/// # Errors
/// [`ErrorCode::FileNewer`], [`ErrorCode::MigrationEdited`].
pub(super) fn check(connection: &Connection) -> Result<Need> {
    let has_table = connection
        .query_row("SELECT 1 FROM sqlite_schema WHERE name = 'migration'", [], |_| Ok(()))
        .optional()?
        .is_some();
    if !has_table {
        return Ok(Need::From(0));
    }
    let mut statement = connection.prepare("SELECT number, checksum FROM migration ORDER BY number")?;
    let applied = statement
        .query_map([], |row| Ok((row.get::<_, u32>(0)?, row.get::<_, Vec<u8>>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let newest = applied.last().map_or(0, |(number, _)| *number);
    if newest > SCHEMA {
        return Err(ErrorCode::FileNewer.with("file", newest).with("program", SCHEMA));
    }
    for (migration, (number, checksum)) in MIGRATIONS.iter().zip(&applied) {
        if migration.number != *number || checksum_of(migration) != *checksum {
            return Err(ErrorCode::MigrationEdited.with("number", number));
        }
    }
    Ok(if newest == SCHEMA { Need::Nothing } else { Need::From(newest) })
}

/// Applies what comes after `from` and makes anew what is derived, in one transaction: a failure leaves the file as it was.
pub(super) fn apply(connection: &mut Connection, from: u32, now: i64) -> Result<()> {
    let tx = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    for migration in MIGRATIONS.iter().filter(|migration| migration.number > from) {
        tx.execute_batch(migration.text)?;
        tx.execute(
            "INSERT INTO migration (number, name, checksum, reads_from, applied_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![migration.number, migration.name, checksum_of(migration), migration.reads_from, now],
        )?;
    }
    derived::rebuild(&tx)?;
    tx.commit()?;
    Ok(())
}

fn checksum_of(migration: &Migration) -> Vec<u8> {
    Sha256::digest(migration.text.as_bytes()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_each_other_and_name_their_files() {
        for (index, migration) in MIGRATIONS.iter().enumerate() {
            assert_eq!(migration.number as usize, index + 1);
            assert!(migration.name.starts_with(&format!("{:04}_", migration.number)));
            assert!(migration.reads_from <= migration.number);
        }
        assert_eq!(SCHEMA as usize, MIGRATIONS.len());
    }

    #[test]
    fn a_file_of_a_newer_program_and_an_edited_migration_are_refused() {
        let mut connection = Connection::open_in_memory().expect("opens");
        assert_eq!(check(&connection).expect("reads"), Need::From(0));
        apply(&mut connection, 0, 0).expect("applies");
        assert_eq!(check(&connection).expect("reads"), Need::Nothing);

        connection.execute("UPDATE migration SET checksum = x'00' WHERE number = 2", []).expect("edits");
        let error = check(&connection).expect_err("an edited migration");
        assert_eq!((error.code, error.params["number"].as_str()), (ErrorCode::MigrationEdited, "2"));

        connection
            .execute("INSERT INTO migration VALUES (?1, 'later', x'00', ?1, 0)", [SCHEMA + 1])
            .expect("a later program's");
        assert_eq!(check(&connection).expect_err("a newer file").code, ErrorCode::FileNewer);
    }

    #[test]
    fn what_is_derived_is_made_anew_from_what_an_older_file_holds() {
        let mut connection = Connection::open_in_memory().expect("opens");
        apply(&mut connection, 0, 0).expect("applies");
        let older = "INSERT INTO treatment (id, client_id, procedure_id, body, created_at, saved_at)
                     VALUES (zeroblob(16), zeroblob(16), zeroblob(16), '{}', 0, 0)";
        connection.execute(older, []).expect("a record");
        apply(&mut connection, SCHEMA, 0).expect("applies");
        let unsigned = "SELECT count(*) FROM unsigned_treatment";
        assert_eq!(connection.query_row(unsigned, [], |row| row.get(0)), Ok(1));
    }

    #[test]
    fn a_migration_that_fails_leaves_nothing_behind() {
        let mut connection = Connection::open_in_memory().expect("opens");
        connection.execute_batch("CREATE TABLE visit (x)").expect("in the way of the fifth");
        apply(&mut connection, 0, 0).expect_err("the fifth fails");
        assert_eq!(check(&connection).expect("reads"), Need::From(0));
    }
}
