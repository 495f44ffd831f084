//! A clinic of any size in a folder of its own, and a bare file with the same settings to set beside it.

use anyhow::Result;
use jingtai_clinic::clients::import::{self, Columns, Duplicates, ImportOptions};
use jingtai_clinic::clients::{BirthdayCalendar, ClientInput, Sex};
use jingtai_clinic::{Actor, Store, SystemWorld, World, demo};
use jingtai_tests::clinic;
use rusqlite::{Connection, Transaction, params};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// How many clients are written at once; what they take in memory is bounded by it.
const AT_ONCE: usize = 50_000;

pub(crate) struct Clinic {
    pub(crate) store: Store,
    pub(crate) owner: Actor,
    pub(super) clients: u64,
    /// Some of the names, for what is asked.
    pub(super) names: Vec<String>,
    /// Some of the phones.
    pub(super) phones: Vec<String>,
    /// The last field: the file is closed before it goes.
    pub(crate) dir: TempDir,
}

impl Clinic {
    /// A clinic without clients.
    pub(super) fn empty() -> Result<Clinic> {
        Clinic::empty_in(Arc::new(SystemWorld))
    }

    /// One founded with time and randomness from elsewhere.
    pub(crate) fn empty_in(world: Arc<dyn World>) -> Result<Clinic> {
        let dir = tempfile::tempdir()?;
        clinic::found_in(dir.path(), world)?;
        let (store, owner) = clinic::open(dir.path())?;
        Ok(Clinic { store, owner, clients: 0, names: Vec::new(), phones: Vec::new(), dir })
    }

    /// A clinic with so many clients, written by importing lists of them.
    pub(super) fn with_clients(count: u64) -> Result<Clinic> {
        let mut clinic = Clinic::empty()?;
        clinic.take_in(count)?;
        Ok(clinic)
    }

    /// So many more clients.
    pub(crate) fn take_in(&mut self, count: u64) -> Result<()> {
        for list in lists(count) {
            for row in list.iter().step_by(97) {
                self.names.push(row[NAME].clone());
                self.phones.push(row[PHONE].split('/').next().unwrap_or_default().to_owned());
            }
            self.import(&csv_of(&list)?)?;
            self.clients += list.len() as u64;
            eprintln!("-- {} of {count} clients", self.clients);
        }
        Ok(())
    }

    /// Imports a list with all of its rows.
    pub(super) fn import(&self, bytes: &[u8]) -> Result<()> {
        let options = ImportOptions { skip_errors: false, duplicates: Duplicates::Import };
        let (guess, never) = (Columns::Guess(None), AtomicBool::new(false));
        import::commit(&self.store, &self.owner, "list", bytes, &guess, options, &|_, _, _| {}, &never)?;
        Ok(())
    }
}

/// A row of an old list, and what stands above its columns.
pub(super) type ListRow = [String; 6];
pub(super) const HEADINGS: [&str; 6] = ["姓名", "性别", "生日", "电话", "来源", "备注"];
const NAME: usize = 0;
const PHONE: usize = 3;

/// Believable people, the same ones in each run, in lists of a bounded length.
pub(super) fn lists(count: u64) -> impl Iterator<Item = Vec<ListRow>> {
    let mut people = demo::people_to_list(7, SystemWorld.now()).take(count as usize);
    std::iter::from_fn(move || {
        let list: Vec<ListRow> = people.by_ref().take(AT_ONCE).map(row).collect();
        (!list.is_empty()).then_some(list)
    })
}

fn row(person: ClientInput) -> ListRow {
    let sex = match person.sex {
        Sex::Female => "女",
        Sex::Male => "男",
        Sex::Unknown => "",
    };
    let birthday = person.birthday.filter(|birthday| birthday.calendar == BirthdayCalendar::Solar);
    let phones = person.phones.into_iter().filter_map(|phone| phone.number);
    [
        person.name,
        sex.to_owned(),
        birthday.map(|birthday| birthday.date).unwrap_or_default(),
        phones.collect::<Vec<_>>().join("/"),
        person.source.unwrap_or_default(),
        person.notes,
    ]
}

fn csv_of(list: &[ListRow]) -> Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record(HEADINGS)?;
    for row in list {
        csv.write_record(row)?;
    }
    Ok(csv.into_inner()?)
}

/// A file with the settings of the clinic's own: encrypted and durable.
pub(crate) fn connect(path: &Path, key: [u8; 32]) -> Result<Connection> {
    let connection = Connection::open(path)?;
    let key: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    connection.execute_batch(&format!("PRAGMA key = \"x'{key}'\";"))?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000;
         PRAGMA cache_size = -65536;",
    )?;
    Ok(connection)
}

/// A bare file with the clinic's tables and settings.
pub(crate) fn bare_file(dir: &Path) -> Result<Connection> {
    let connection = connect(&dir.join("bare.db"), [0x5a; 32])?;
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/clinic");
    let mut files =
        std::fs::read_dir(migrations)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    files.sort();
    for file in files {
        connection.execute_batch(&std::fs::read_to_string(file)?)?;
    }
    Ok(connection)
}

/// What every action leaves beside its own rows: the audit line and the change record.
pub(crate) fn leave_trace(
    sqlite: &Transaction<'_>,
    n: i64,
    verb: &str,
    record: &jingtai_sync::ChangeRecord,
) -> Result<()> {
    let id = i128::from(n).to_be_bytes();
    sqlite
        .prepare_cached(
            "INSERT INTO audit_line (id, at, staff_id, verb, is_read, client_id, detail)
             VALUES (?1, ?2, ?1, ?3, 0, ?1, '{}')",
        )?
        .execute(params![id, n, verb])?;
    sqlite
        .prepare_cached(
            "INSERT INTO change_record
                 (computer_id, incarnation, sequence, hash, stamp, header, signature, body, state, position)
             VALUES (zeroblob(16), 1, ?1, zeroblob(32), ?1, ?2, ?3, ?4, 'applied', ?1)",
        )?
        .execute(params![n, record.header, record.signature, record.body])?;
    Ok(())
}
