//! What the log says of each row ([`jingtai_sync::merge`]), kept beside the rows.

use std::collections::BTreeMap;

use jingtai_sync::Value;
use jingtai_sync::merge::{RowVersion, WriteStamp};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{ErrorCode, Result};

/// A row's key as bytes: the id itself where the key is one blob, else its values in the columns' order.
pub(super) fn row_key(key: &BTreeMap<String, Value>) -> Result<Vec<u8>> {
    if key.len() == 1
        && let Some(Value::Blob(id)) = key.values().next()
    {
        return Ok(id.clone());
    }
    encode(&key.values().collect::<Vec<_>>())
}

pub(super) fn load(connection: &Connection, table: &str, row_key: &[u8]) -> Result<Option<RowVersion>> {
    let mut statement = connection.prepare_cached(
        "SELECT born, fields, ended FROM row_version WHERE table_name = ?1 AND row_key = ?2",
    )?;
    let found = statement
        .query_row(params![table, row_key], |row| {
            Ok((
                row.get::<_, Vec<u8>>(0)?,
                row.get::<_, Option<Vec<u8>>>(1)?,
                row.get::<_, Option<Vec<u8>>>(2)?,
            ))
        })
        .optional()?;
    let Some((born, fields, ended)) = found else { return Ok(None) };
    let fields: BTreeMap<String, WriteStamp> = match fields {
        Some(bytes) => {
            ciborium::from_reader(bytes.as_slice()).map_err(|error| ErrorCode::FileDamaged.because(error))?
        }
        None => BTreeMap::new(),
    };
    Ok(Some(RowVersion { born: stamp(&born)?, fields, ended: ended.as_deref().map(stamp).transpose()? }))
}

pub(super) fn save(connection: &Connection, table: &str, row_key: &[u8], version: &RowVersion) -> Result<()> {
    let fields = if version.fields.is_empty() { None } else { Some(encode(&version.fields)?) };
    connection
        .prepare_cached(
            "INSERT INTO row_version (table_name, row_key, born, fields, ended) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (table_name, row_key) DO UPDATE SET
                 born = excluded.born, fields = excluded.fields, ended = excluded.ended",
        )?
        .execute(params![
            table,
            row_key,
            version.born.to_bytes(),
            fields,
            version.ended.map(WriteStamp::to_bytes)
        ])?;
    Ok(())
}

fn stamp(bytes: &[u8]) -> Result<WriteStamp> {
    WriteStamp::from_bytes(bytes).ok_or_else(|| ErrorCode::FileDamaged.into())
}

fn encode<T: serde::Serialize>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|error| ErrorCode::StorageFailed.because(error))?;
    Ok(bytes)
}
