//! The clinic's computers: each has a letter, and a key that the clinic's own key certifies.

use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use jingtai_sync::record::Body;
use jingtai_sync::{Change, Value};
use rusqlite::params;
use uuid::Uuid;

use crate::actor::Actor;
use crate::error::{ErrorCode, Result};
use crate::fields;
use crate::ids::ComputerId;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// Admits a computer: gives it a letter and certifies its key. Only the computer that holds the clinic's key
/// can.
///
/// # Errors
/// [`ErrorCode::NotFound`] where this computer does not hold the clinic's key.
pub fn admit_computer(
    store: &Store,
    actor: &Actor,
    id: ComputerId,
    name: &str,
    public_key: &VerifyingKey,
) -> Result<()> {
    store.transact(actor, Verb::ComputerAdmit, |tx| {
        let name = fields::required("name", name, fields::NAME_MAX)?;
        let secret: Option<[u8; 32]> =
            tx.connection().query_row("SELECT clinic_key FROM this_computer", [], |row| row.get(0))?;
        let clinic_key = SigningKey::from_bytes(&secret.ok_or(ErrorCode::NotFound)?);
        write(tx, &clinic_key, id, &name, public_key)
    })
}

/// Writes a computer's row with the next free letter.
pub(super) fn write(
    tx: &Tx<'_>,
    clinic_key: &SigningKey,
    id: ComputerId,
    name: &str,
    public_key: &VerifyingKey,
) -> Result<()> {
    let taken: u32 = tx.connection().query_row("SELECT count(*) FROM computer", [], |row| row.get(0))?;
    let letter = letter(taken);
    let certificate = clinic_key.sign(&statement(id.0, &letter, public_key.as_bytes())).to_bytes();
    tx.connection().execute(
        "INSERT INTO computer (id, name, letter, public_key, certificate, joined_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, name, letter, public_key.to_bytes(), certificate, tx.now()],
    )?;
    Ok(())
}

/// A, B, … Z, AA, AB, …
fn letter(mut index: u32) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + (index % 26) as u8));
        if index < 26 {
            return letters.iter().rev().collect();
        }
        index = index / 26 - 1;
    }
}

/// What the clinic's key signs of a computer.
fn statement(id: Uuid, letter: &str, public_key: &[u8]) -> Vec<u8> {
    [b"jingtai computer 1\0".as_slice(), id.as_bytes(), letter.as_bytes(), b"\0", public_key].concat()
}

/// The key of a computer whose first words are in the record that founds the clinic: the body must hold the
/// clinic's public key and the computer's row, certified by it. `None` otherwise.
#[must_use]
pub fn certified_in(body: &Body, computer: Uuid) -> Option<Vec<u8>> {
    let column = |table: &str, id: Option<Uuid>, name: &str| -> Option<Vec<u8>> {
        body.rows.iter().find_map(|row| {
            let Change::Insert(columns) = &row.change else { return None };
            let fits = id.is_none_or(|id| row.id() == Some(id));
            match columns.get(name) {
                Some(Value::Blob(bytes)) if row.table == table && fits => Some(bytes.clone()),
                Some(Value::Text(text)) if row.table == table && fits => Some(text.clone().into_bytes()),
                _ => None,
            }
        })
    };
    let clinic_key: [u8; 32] = column("clinic", None, "public_key")?.try_into().ok()?;
    let public_key = column("computer", Some(computer), "public_key")?;
    let letter = String::from_utf8(column("computer", Some(computer), "letter")?).ok()?;
    let certificate = Signature::from_slice(&column("computer", Some(computer), "certificate")?).ok()?;
    VerifyingKey::from_bytes(&clinic_key)
        .ok()?
        .verify(&statement(computer, &letter, &public_key), &certificate)
        .ok()?;
    Some(public_key)
}

#[cfg(test)]
mod tests {
    use super::letter;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 1, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letter).collect();
        assert_eq!(letters, ["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    }
}
