//! The change record: one business transaction, whole, as bytes that are hashed, chained and signed.
//!
//! The header is signed by the computer that made the record and names the hash of the record before it;
//! the body is bound to the header by a commitment over a random salt and the bytes. Tables and columns
//! travel by name. The body is plain here; sealing wraps these same bytes later.

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Stamp;

/// The version of this format.
pub const FORMAT: u16 = 1;

/// A record's name in the chain: SHA-256 of its header's bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordHash(#[serde(with = "serde_bytes")] pub [u8; 32]);

impl RecordHash {
    /// What the first record of a chain names as the record before it.
    pub const NONE: RecordHash = RecordHash([0; 32]);
}

impl std::fmt::Debug for RecordHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().take(6).try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What is known of a record without its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// The version of this format.
    pub format: u16,
    /// The clinic.
    pub clinic: Uuid,
    /// The computer that made the record.
    pub computer: Uuid,
    /// Rises when a computer was restored from a backup and its chain would fork.
    pub incarnation: u32,
    /// 1 for the first record of an incarnation.
    pub sequence: u64,
    /// The record before it in the same chain.
    pub previous: RecordHash,
    /// When, by the hybrid clock.
    pub stamp: Stamp,
    /// The highest server sequence that was applied when the record was made; 0 without a server.
    pub seen: u64,
    /// The oldest schema whose programs can read the body.
    pub reads_from: u32,
    /// SHA-256 over the body's bytes, whose salt keeps small bodies from being guessed.
    pub commitment: RecordHash,
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Value {
    /// NULL.
    #[serde(rename = "n")]
    Null,
    /// INTEGER.
    #[serde(rename = "i")]
    Integer(i64),
    /// TEXT.
    #[serde(rename = "t")]
    Text(String),
    /// BLOB.
    #[serde(rename = "b")]
    Blob(#[serde(with = "serde_bytes")] Vec<u8>),
}

/// What happened to one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Born, with every column outside the key.
    #[serde(rename = "insert")]
    Insert(BTreeMap<String, Value>),
    /// Only the columns whose value changed.
    #[serde(rename = "patch")]
    Patch(BTreeMap<String, Value>),
    /// Ended. Nothing later brings the same key back.
    #[serde(rename = "tombstone")]
    Tombstone,
}

/// One row's change: the table and the key by name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RowChange {
    /// The table.
    pub table: String,
    /// The key's columns.
    pub key: BTreeMap<String, Value>,
    /// What happened.
    pub change: Change,
}

impl RowChange {
    /// The row's own id, where its key has one.
    #[must_use]
    pub fn id(&self) -> Option<Uuid> {
        id_of(self.key.get("id")?)
    }

    /// The id in a column of a row that is born; `None` for what happens to a row later.
    #[must_use]
    pub fn born_id(&self, column: &str) -> Option<Uuid> {
        match &self.change {
            Change::Insert(columns) => id_of(columns.get(column)?),
            _ => None,
        }
    }
}

/// The id that a BLOB of 16 bytes is.
fn id_of(value: &Value) -> Option<Uuid> {
    match value {
        Value::Blob(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

/// The content of a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// 32 random bytes.
    #[serde(with = "serde_bytes")]
    pub salt: Vec<u8>,
    /// The verb that made it, for people who read the log.
    pub verb: String,
    /// The rows, in an order that says nothing.
    pub rows: Vec<RowChange>,
}

/// A record as it is kept and sent: bytes, never encoded anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRecord {
    /// The header's bytes, as signed.
    pub header: Vec<u8>,
    /// Ed25519 over the header's bytes.
    pub signature: Vec<u8>,
    /// The body's bytes.
    pub body: Vec<u8>,
}

/// Why a record is refused.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The bytes are not a record's.
    #[error("the record's bytes cannot be read: {0}")]
    Unreadable(String),
    /// Made by a program whose format this one does not know.
    #[error("the record has format {0}, this program knows {FORMAT}")]
    NewerFormat(u16),
    /// The signature is not that computer's.
    #[error("the record's signature is wrong")]
    WrongSignature,
    /// The body is not the one the header promised.
    #[error("the record's body does not match its header")]
    WrongBody,
}

impl ChangeRecord {
    /// Encodes, commits and signs. `header.commitment` and `header.format` are set here.
    ///
    /// # Errors
    /// [`RecordError::Unreadable`] where the encoder refuses, which no value of these types makes it do.
    pub fn sign(mut header: Header, body: &Body, key: &SigningKey) -> Result<ChangeRecord, RecordError> {
        let body = encode(body)?;
        header.format = FORMAT;
        header.commitment = digest(&body);
        let header = encode(&header)?;
        let signature = key.sign(&header).to_bytes().to_vec();
        Ok(ChangeRecord { header, signature, body })
    }

    /// The record's name in its chain.
    #[must_use]
    pub fn hash(&self) -> RecordHash {
        digest(&self.header)
    }

    /// Reads the header without believing it; see [`ChangeRecord::verify`].
    ///
    /// # Errors
    /// Where the bytes are no header, or of a newer format.
    pub fn read_header(&self) -> Result<Header, RecordError> {
        let header: Header = decode(&self.header)?;
        if header.format > FORMAT {
            return Err(RecordError::NewerFormat(header.format));
        }
        Ok(header)
    }

    /// Reads the body after checking that it is the one the header promised.
    ///
    /// # Errors
    /// [`RecordError::WrongBody`], or unreadable bytes.
    pub fn read_body(&self, header: &Header) -> Result<Body, RecordError> {
        if digest(&self.body) != header.commitment {
            return Err(RecordError::WrongBody);
        }
        decode(&self.body)
    }

    /// Checks the signature.
    ///
    /// # Errors
    /// [`RecordError::WrongSignature`].
    pub fn verify(&self, key: &VerifyingKey) -> Result<(), RecordError> {
        let signature = Signature::from_slice(&self.signature).map_err(|_| RecordError::WrongSignature)?;
        key.verify_strict(&self.header, &signature).map_err(|_| RecordError::WrongSignature)
    }
}

fn digest(bytes: &[u8]) -> RecordHash {
    RecordHash(Sha256::digest(bytes).into())
}

fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, RecordError> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).map_err(|error| RecordError::Unreadable(error.to_string()))?;
    Ok(bytes)
}

fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, RecordError> {
    ciborium::from_reader(bytes).map_err(|error| RecordError::Unreadable(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn record(name: &str) -> (ChangeRecord, SigningKey) {
        let key = SigningKey::from_bytes(&[7; 32]);
        let header = Header {
            format: 0,
            clinic: Uuid::from_u128(1),
            computer: Uuid::from_u128(2),
            incarnation: 1,
            sequence: 1,
            previous: RecordHash::NONE,
            stamp: Stamp::at(1_700_000_000_000),
            seen: 0,
            reads_from: 1,
            commitment: RecordHash::NONE,
        };
        let body = Body {
            salt: vec![9; 32],
            verb: "clients.create".into(),
            rows: vec![RowChange {
                table: "client".into(),
                key: BTreeMap::from([("id".into(), Value::Blob(vec![1, 2]))]),
                change: Change::Insert(BTreeMap::from([("name".into(), Value::Text(name.into()))])),
            }],
        };
        (ChangeRecord::sign(header, &body, &key).expect("encodes"), key)
    }

    #[test]
    fn a_record_reads_back_as_it_was_made() {
        let (record, key) = record("欧阳𠮷");
        record.verify(&key.verifying_key()).expect("its own signature");
        let header = record.read_header().expect("header");
        let body = record.read_body(&header).expect("body");
        assert_eq!(
            body.rows[0].change,
            Change::Insert(BTreeMap::from([("name".into(), Value::Text("欧阳𠮷".into()))]))
        );
    }

    #[test]
    fn a_header_of_a_newer_format_is_named_as_such() {
        let (record, _) = record("a");
        let mut header = record.read_header().expect("header");
        header.format = FORMAT + 1;
        let newer = ChangeRecord { header: encode(&header).expect("encodes"), ..record };
        assert!(matches!(newer.read_header(), Err(RecordError::NewerFormat(format)) if format == FORMAT + 1));
    }

    proptest! {
        #[test]
        fn no_byte_can_be_changed_unnoticed(at in any::<prop::sample::Index>(), bit in 0u8..8, part in 0usize..3) {
            let (mut record, key) = record("张三");
            let bytes = [&mut record.header, &mut record.signature, &mut record.body];
            let bytes: &mut Vec<u8> = bytes.into_iter().nth(part).expect("three parts");
            let index = at.index(bytes.len());
            bytes[index] ^= 1 << bit;
            let noticed = record.verify(&key.verifying_key()).is_err()
                || record.read_header().and_then(|header| record.read_body(&header)).is_err();
            prop_assert!(noticed);
        }
    }
}
