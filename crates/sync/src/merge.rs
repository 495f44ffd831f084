//! Last writer wins, field by field; a tombstone wins over everything.
//!
//! The rule is a join: commutative, associative and idempotent, so that computers which took in the same
//! records in any order hold the same rows. What is stored of a row is a [`RowVersion`]; what a record wants
//! of it is a [`Change`]; [`merge`] says which columns to write.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Stamp;
use crate::record::{Change, Value};

/// Which of two writings is the later: the stamp, and the computer where stamps are equal. One computer never
/// issues a stamp twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WriteStamp(pub Stamp, pub Uuid);

impl WriteStamp {
    /// 24 bytes that sort as the stamp does.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 24] {
        let mut bytes = [0; 24];
        bytes[..8].copy_from_slice(&self.0.to_i64().to_be_bytes());
        bytes[8..].copy_from_slice(self.1.as_bytes());
        bytes
    }

    /// The reverse of [`WriteStamp::to_bytes`]; `None` where the length is wrong.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<WriteStamp> {
        let (stamp, computer) = bytes.split_at_checked(8)?;
        let stamp = Stamp::from_i64(i64::from_be_bytes(stamp.try_into().ok()?));
        Some(WriteStamp(stamp, Uuid::from_slice(computer).ok()?))
    }
}

/// What is known of one row: when it was born, which fields were written since, and whether it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowVersion {
    /// The writing that counts for every column not named in `fields`.
    pub born: WriteStamp,
    /// Columns written after the birth.
    pub fields: BTreeMap<String, WriteStamp>,
    /// The tombstone.
    pub ended: Option<WriteStamp>,
}

impl RowVersion {
    /// A row just born.
    #[must_use]
    pub fn born(at: WriteStamp) -> RowVersion {
        RowVersion { born: at, fields: BTreeMap::new(), ended: None }
    }

    /// The writing that decided a column's value.
    #[must_use]
    pub fn writer_of(&self, column: &str) -> WriteStamp {
        self.fields.get(column).copied().unwrap_or(self.born)
    }
}

/// What to do with the row.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Write a new row with these columns.
    Insert(BTreeMap<String, Value>),
    /// Write these columns of the row that is there; may be none.
    Update(BTreeMap<String, Value>),
    /// Remove the row if it is there.
    Remove,
    /// The row is not here yet: the change waits for the record that bore it.
    Wait,
}

/// Merges one change into one row.
#[must_use]
pub fn merge(known: Option<RowVersion>, change: &Change, at: WriteStamp) -> (Verdict, Option<RowVersion>) {
    match (known, change) {
        (None, Change::Insert(columns)) => (Verdict::Insert(columns.clone()), Some(RowVersion::born(at))),
        (None, Change::Patch(_)) => (Verdict::Wait, None),
        (None, Change::Tombstone) => {
            (Verdict::Remove, Some(RowVersion { ended: Some(at), ..RowVersion::born(at) }))
        }
        (Some(mut version), Change::Tombstone) => {
            version.ended = Some(version.ended.map_or(at, |ended| ended.max(at)));
            (Verdict::Remove, Some(version))
        }
        (Some(version), _) if version.ended.is_some() => (Verdict::Update(BTreeMap::new()), Some(version)),
        (Some(mut version), Change::Insert(columns)) => {
            let winning = later_columns(&version, columns, at);
            if at > version.born {
                // The later birth counts for all columns; those written in between keep their own stamp.
                let between = |stamp: &WriteStamp| *stamp > at;
                version.fields.retain(|_, stamp| between(stamp));
                version.born = at;
            }
            (Verdict::Update(winning), Some(version))
        }
        (Some(mut version), Change::Patch(columns)) => {
            let winning = later_columns(&version, columns, at);
            version.fields.extend(winning.keys().map(|column| (column.clone(), at)));
            (Verdict::Update(winning), Some(version))
        }
    }
}

fn later_columns(
    version: &RowVersion,
    columns: &BTreeMap<String, Value>,
    at: WriteStamp,
) -> BTreeMap<String, Value> {
    columns
        .iter()
        .filter(|(column, _)| at > version.writer_of(column))
        .map(|(column, value)| (column.clone(), value.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: [&str; 3] = ["name", "notes", "source"];

    fn change() -> impl Strategy<Value = (Change, WriteStamp)> {
        let columns = || {
            proptest::collection::btree_map(
                proptest::sample::select(&COLUMNS[..]).prop_map(String::from),
                (0i64..5).prop_map(Value::Integer),
                1..=3,
            )
        };
        let full = proptest::array::uniform3(0i64..5).prop_map(|values| {
            COLUMNS
                .iter()
                .zip(values)
                .map(|(name, value)| (name.to_string(), Value::Integer(value)))
                .collect()
        });
        let change = prop_oneof![
            4 => columns().prop_map(Change::Patch),
            2 => full.prop_map(Change::Insert),
            1 => Just(Change::Tombstone),
        ];
        (change, 1i64..1000, 0u128..3).prop_map(|(change, millis, computer)| {
            (change, WriteStamp(Stamp::at(millis), Uuid::from_u128(computer)))
        })
    }

    type Row = Option<BTreeMap<String, Value>>;

    /// Applies changes in the given order; what must wait is tried again at the end, as the store does.
    fn fold(changes: &[(Change, WriteStamp)]) -> (Row, bool) {
        let (mut row, mut version): (Row, Option<RowVersion>) = (None, None);
        let mut todo: Vec<_> = changes.to_vec();
        loop {
            let before = todo.len();
            todo.retain(|(change, at)| {
                let (verdict, next) = merge(version.clone(), change, *at);
                match verdict {
                    Verdict::Wait => return true,
                    Verdict::Insert(columns) => row = Some(columns),
                    Verdict::Update(columns) => {
                        if let Some(row) = &mut row {
                            row.extend(columns);
                        }
                    }
                    Verdict::Remove => row = None,
                }
                version = next;
                false
            });
            if todo.is_empty() || todo.len() == before {
                return (row, version.is_some_and(|version| version.ended.is_some()));
            }
        }
    }

    proptest! {
        #[test]
        fn any_order_and_any_repetition_give_the_same_row(
            mut changes in proptest::collection::vec(change(), 1..12),
            seed in any::<u64>(),
        ) {
            changes.sort_by_key(|(_, at)| *at);
            changes.dedup_by_key(|(_, at)| *at);
            let expected = fold(&changes);
            let mut shuffled = changes.clone();
            let mut state = seed | 1;
            for i in (1..shuffled.len()).rev() {
                state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                shuffled.swap(i, (state >> 33) as usize % (i + 1));
            }
            shuffled.extend(changes.iter().cloned());
            prop_assert_eq!(fold(&shuffled), expected);
        }
    }

    #[test]
    fn the_stamp_survives_its_bytes() {
        let stamp = WriteStamp(Stamp::at(1_700_000_000_123), Uuid::from_u128(77));
        assert_eq!(WriteStamp::from_bytes(&stamp.to_bytes()), Some(stamp));
        assert_eq!(WriteStamp::from_bytes(&[1, 2, 3]), None);
    }
}
