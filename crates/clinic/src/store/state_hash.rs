//! One hash over the shared tables, by which replicas see that they are equal.

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::Store;
use crate::error::Result;

impl Store {
    /// SHA-256 over every row of every shared table, in the order of tables, keys and columns.
    ///
    /// # Errors
    /// What the disk gives.
    pub fn state_hash(&self) -> Result<String> {
        self.with_reader(|connection| {
            let mut hash = Sha256::new();
            for (table, columns) in self.shape.tables() {
                let mut names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
                names.sort_unstable();
                let keys: Vec<&str> = columns
                    .iter()
                    .filter(|column| column.in_key)
                    .map(|column| column.name.as_str())
                    .collect();
                let sql =
                    format!("SELECT {} FROM {} ORDER BY {}", names.join(", "), table.name, keys.join(", "));
                let mut statement = connection.prepare(&sql)?;
                let mut rows = statement.query([])?;
                hash.update(table.name);
                while let Some(row) = rows.next()? {
                    for index in 0..names.len() {
                        feed(&mut hash, row.get_ref(index)?);
                    }
                }
            }
            Ok(data_encoding::HEXLOWER.encode(&hash.finalize()))
        })
    }
}

fn feed(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match &value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(integer) => (1, &integer.to_be_bytes()),
        ValueRef::Real(real) => (2, &real.to_be_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}
