//! The database's key, and the ways to it: the passphrase, the system's keyring, the recovery code.
//!
//! The key is 32 random bytes. `clinic.keys` beside the file holds it wrapped, once for the recovery code and
//! once for the passphrase where one is set; a stolen computer shows nothing, and a clinic that forgot its
//! passphrase is not locked out. Wrapping: XChaCha20-Poly1305 under a key from argon2id (passphrase) or
//! HKDF-SHA-256 (recovery code, 128 random bits).

use std::io::Write;
use std::path::Path;

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::error::{ErrorCode, Result};
use crate::ids::ClinicId;
use crate::world::World;

/// The key file's name in the data folder.
pub const KEY_FILE: &str = "clinic.keys";

/// The least length of a passphrase, in characters.
pub const PASSPHRASE_MIN: usize = 10;

const KEYRING_SERVICE: &str = "cn.jingtai.desk";

/// 32 bytes that open the file. Wiped from memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct DatabaseKey([u8; 32]);

impl DatabaseKey {
    /// A new one.
    #[must_use]
    pub fn draw(world: &dyn World) -> DatabaseKey {
        let mut bytes = [0; 32];
        world.random(&mut bytes);
        DatabaseKey(bytes)
    }

    /// The statement that gives it to SQLCipher as a raw key.
    pub(super) fn pragma(&self) -> String {
        format!("PRAGMA key = \"x'{}'\";", data_encoding::HEXLOWER.encode(&self.0))
    }

    /// What may be shown of it: enough to see that two processes read the same key.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        data_encoding::HEXLOWER.encode(&Sha256::digest(self.0)[..8])
    }
}

/// 128 random bits, written in 28 characters of Crockford's base 32 of which the last are a check.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryCode([u8; 16]);

const RECOVERY_ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl RecoveryCode {
    /// A new one.
    #[must_use]
    pub fn draw(world: &dyn World) -> RecoveryCode {
        let mut bytes = [0; 16];
        world.random(&mut bytes);
        RecoveryCode(bytes)
    }

    /// Seven groups of four.
    #[must_use]
    pub fn show(&self) -> String {
        let bits = self.with_check();
        let text: Vec<char> =
            (0..28).map(|i| RECOVERY_ALPHABET[((bits >> (135 - 5 * i)) & 31) as usize] as char).collect();
        text.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
    }

    /// Reads what a person typed: any case, any grouping, O for 0, I and L for 1.
    ///
    /// # Errors
    /// [`ErrorCode::RecoveryCodeMistyped`].
    pub fn parse(typed: &str) -> Result<RecoveryCode> {
        let mut bits: u128 = 0;
        let mut check: u32 = 0;
        let mut count = 0;
        for character in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let upper = match character.to_ascii_uppercase() {
                'O' => b'0',
                'I' | 'L' => b'1',
                c => u8::try_from(c).map_err(|_| ErrorCode::RecoveryCodeMistyped.at("code"))?,
            };
            let value = RECOVERY_ALPHABET.iter().position(|c| *c == upper);
            let value = value.ok_or_else(|| ErrorCode::RecoveryCodeMistyped.at("code"))? as u128;
            // 25 characters are 125 bits, the 26th holds the last 3 of the code and the first 2 of the check.
            match count {
                0..25 => bits = bits << 5 | value,
                25 => {
                    bits = bits << 3 | value >> 2;
                    check = (value & 3) as u32;
                }
                _ => check = check << 5 | value as u32,
            }
            count += 1;
        }
        let code = RecoveryCode(bits.to_be_bytes());
        if count == 28 && check == code.check() {
            Ok(code)
        } else {
            Err(ErrorCode::RecoveryCodeMistyped.at("code"))
        }
    }

    fn check(&self) -> u32 {
        let digest = Sha256::digest(self.0);
        (u32::from(digest[0]) << 8 | u32::from(digest[1])) >> 4
    }

    fn with_check(&self) -> Wide {
        Wide { high: u128::from_be_bytes(self.0), low: self.check() }
    }

    fn wrapping_key(&self) -> [u8; 32] {
        let mut key = [0; 32];
        hkdf::Hkdf::<Sha256>::new(None, &self.0)
            .expand(b"jingtai recovery code: database key", &mut key)
            .expect("32 bytes are a length HKDF gives");
        key
    }
}

/// 128 bits and 12 bits of check, read as 140.
#[derive(Clone, Copy)]
struct Wide {
    high: u128,
    low: u32,
}

impl std::ops::Shr<u32> for Wide {
    type Output = u128;
    fn shr(self, by: u32) -> u128 {
        if by >= 12 { self.high >> (by - 12) } else { self.high << (12 - by) | u128::from(self.low >> by) }
    }
}

/// How the key is wrapped for one way to it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "way")]
enum Slot {
    Passphrase { memory_kib: u32, passes: u32, salt: String, nonce: String, wrapped: String },
    RecoveryCode { nonce: String, wrapped: String },
    Keyring,
}

/// The key file: the ways to the key, and nothing about the clinic but its id.
#[derive(Serialize, Deserialize)]
pub struct KeyFile {
    version: u32,
    /// The clinic.
    pub clinic: ClinicId,
    /// Whether this is the demo clinic, whose passphrase is shown.
    pub demo: bool,
    slots: Vec<Slot>,
}

/// What protects the key day to day.
pub enum Protection<'a> {
    /// A passphrase asked at every start.
    Passphrase(&'a str),
    /// The system's keyring.
    Keyring,
}

impl KeyFile {
    /// Wraps a key for the recovery code and for day-to-day use.
    ///
    /// # Errors
    /// [`ErrorCode::PassphraseWeak`], [`ErrorCode::KeyringUnavailable`].
    pub fn make(
        world: &dyn World,
        clinic: ClinicId,
        demo: bool,
        key: &DatabaseKey,
        protection: &Protection<'_>,
        recovery: &RecoveryCode,
    ) -> Result<KeyFile> {
        let mut file = KeyFile { version: 1, clinic, demo, slots: Vec::new() };
        let (nonce, wrapped) = wrap(world, clinic, &recovery.wrapping_key(), key);
        file.slots.push(Slot::RecoveryCode { nonce, wrapped });
        file.protect(world, key, protection)?;
        Ok(file)
    }

    /// Replaces what protects the key day to day; the recovery code stays.
    ///
    /// # Errors
    /// As [`KeyFile::make`].
    pub fn protect(
        &mut self,
        world: &dyn World,
        key: &DatabaseKey,
        protection: &Protection<'_>,
    ) -> Result<()> {
        let slot = match protection {
            Protection::Passphrase(passphrase) => {
                if passphrase.chars().count() < PASSPHRASE_MIN {
                    return Err(ErrorCode::PassphraseWeak.at("passphrase"));
                }
                let mut salt = [0; 16];
                world.random(&mut salt);
                let (memory_kib, passes) = (65_536, 3);
                let (nonce, wrapped) =
                    wrap(world, self.clinic, &passphrase_key(passphrase, &salt, memory_kib, passes)?, key);
                let salt = data_encoding::BASE64.encode(&salt);
                Slot::Passphrase { memory_kib, passes, salt, nonce, wrapped }
            }
            Protection::Keyring => {
                put_in_keyring(self.clinic, key)?;
                Slot::Keyring
            }
        };
        self.slots.retain(|slot| matches!(slot, Slot::RecoveryCode { .. }));
        self.slots.push(slot);
        Ok(())
    }

    /// Reads the key file of a data folder; `None` where there is none.
    ///
    /// # Errors
    /// [`ErrorCode::KeyFileDamaged`].
    pub fn load(dir: &Path) -> Result<Option<KeyFile>> {
        match std::fs::read(dir.join(KEY_FILE)) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .map(Some)
                .map_err(|error| ErrorCode::KeyFileDamaged.because(error)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes it: to a temporary name, synced, then renamed, so that a half-written one never stands there.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub fn save(&self, dir: &Path) -> Result<()> {
        let text =
            serde_json::to_vec_pretty(self).map_err(|error| ErrorCode::StorageFailed.because(error))?;
        let unfinished = dir.join("clinic.keys.new");
        let mut file = std::fs::File::create(&unfinished)?;
        file.write_all(&text)?;
        file.sync_all()?;
        std::fs::rename(&unfinished, dir.join(KEY_FILE))?;
        Ok(())
    }

    /// Whether the keyring, and no passphrase, protects the key.
    #[must_use]
    pub fn uses_keyring(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot, Slot::Keyring))
    }

    /// # Errors
    /// [`ErrorCode::PassphraseWrong`].
    pub fn open_with_passphrase(&self, passphrase: &str) -> Result<DatabaseKey> {
        for slot in &self.slots {
            if let Slot::Passphrase { memory_kib, passes, salt, nonce, wrapped } = slot {
                let wrapping = passphrase_key(passphrase, &decode(salt)?, *memory_kib, *passes)?;
                if let Some(key) = unwrap(self.clinic, &wrapping, nonce, wrapped)? {
                    return Ok(key);
                }
            }
        }
        Err(ErrorCode::PassphraseWrong.at("passphrase"))
    }

    /// # Errors
    /// [`ErrorCode::RecoveryCodeWrong`].
    pub fn open_with_recovery_code(&self, code: &RecoveryCode) -> Result<DatabaseKey> {
        for slot in &self.slots {
            if let Slot::RecoveryCode { nonce, wrapped } = slot
                && let Some(key) = unwrap(self.clinic, &code.wrapping_key(), nonce, wrapped)?
            {
                return Ok(key);
            }
        }
        Err(ErrorCode::RecoveryCodeWrong.at("code"))
    }
}

/// Keeps a clinic's key in the system's keyring. Some keyrings forget at the next process or reboot: who calls
/// this reads it back from a new process before relying on it.
///
/// # Errors
/// [`ErrorCode::KeyringUnavailable`].
pub fn put_in_keyring(clinic: ClinicId, key: &DatabaseKey) -> Result<()> {
    keyring_entry(clinic)?.set_secret(&key.0).map_err(|error| ErrorCode::KeyringUnavailable.because(error))
}

/// Reads a clinic's key from the system's keyring.
///
/// # Errors
/// [`ErrorCode::KeyringUnavailable`].
pub fn read_from_keyring(clinic: ClinicId) -> Result<DatabaseKey> {
    let unavailable = |error| ErrorCode::KeyringUnavailable.because(error);
    let secret = keyring_entry(clinic)?.get_secret().map_err(unavailable)?;
    let bytes = secret.try_into().map_err(|_| ErrorCode::KeyringUnavailable)?;
    Ok(DatabaseKey(bytes))
}

/// Takes a clinic's key out of the keyring again, where a new process could not read it back.
pub fn forget_in_keyring(clinic: ClinicId) {
    if let Ok(entry) = keyring_entry(clinic)
        && let Err(error) = entry.delete_credential()
    {
        tracing::warn!(%error, "the keyring did not let go of an entry");
    }
}

fn keyring_entry(clinic: ClinicId) -> Result<keyring::Entry> {
    keyring::Entry::new(KEYRING_SERVICE, &clinic.to_string())
        .map_err(|error| ErrorCode::KeyringUnavailable.because(error))
}

fn passphrase_key(passphrase: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<[u8; 32]> {
    let damaged = |_| ErrorCode::KeyFileDamaged;
    let params = Params::new(memory_kib, passes, 1, Some(32)).map_err(damaged)?;
    let mut key = [0; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key)
        .map_err(damaged)?;
    Ok(key)
}

fn wrap(world: &dyn World, clinic: ClinicId, wrapping: &[u8; 32], key: &DatabaseKey) -> (String, String) {
    let mut nonce = [0; 24];
    world.random(&mut nonce);
    let sealed = XChaCha20Poly1305::new(wrapping.into())
        .encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.0, aad: clinic.0.as_bytes() })
        .expect("32 bytes are within the cipher's limit");
    (data_encoding::BASE64.encode(&nonce), data_encoding::BASE64.encode(&sealed))
}

fn unwrap(clinic: ClinicId, wrapping: &[u8; 32], nonce: &str, wrapped: &str) -> Result<Option<DatabaseKey>> {
    let (nonce, wrapped) = (decode(nonce)?, decode(wrapped)?);
    if nonce.len() != 24 {
        return Err(ErrorCode::KeyFileDamaged.into());
    }
    let opened = XChaCha20Poly1305::new(wrapping.into())
        .decrypt(XNonce::from_slice(&nonce), Payload { msg: &wrapped, aad: clinic.0.as_bytes() });
    Ok(opened.ok().and_then(|bytes| bytes.try_into().ok()).map(DatabaseKey))
}

fn decode(text: &str) -> Result<Vec<u8>> {
    data_encoding::BASE64.decode(text.as_bytes()).map_err(|error| ErrorCode::KeyFileDamaged.because(error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::SystemWorld;

    fn key_file() -> (KeyFile, DatabaseKey, RecoveryCode) {
        let world = SystemWorld;
        let (key, code) = (DatabaseKey::draw(&world), RecoveryCode::draw(&world));
        let clinic = ClinicId(uuid::Uuid::from_u128(5));
        let file = KeyFile::make(
            &world,
            clinic,
            false,
            &key,
            &Protection::Passphrase("窗前明月光疑是地上霜"),
            &code,
        );
        (file.expect("makes"), key, code)
    }

    #[test]
    fn passphrase_and_recovery_code_open_the_same_key() {
        let (file, key, code) = key_file();
        let by_passphrase = file.open_with_passphrase("窗前明月光疑是地上霜").expect("opens");
        let typed = code.show().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        let by_code =
            file.open_with_recovery_code(&RecoveryCode::parse(&typed).expect("reads")).expect("opens");
        assert_eq!(by_passphrase.fingerprint(), key.fingerprint());
        assert_eq!(by_code.fingerprint(), key.fingerprint());
    }

    #[test]
    fn a_wrong_passphrase_and_a_wrong_code_open_nothing() {
        let (file, ..) = key_file();
        assert_eq!(
            file.open_with_passphrase("wrong horse").err().map(|e| e.code),
            Some(ErrorCode::PassphraseWrong)
        );
        let other = RecoveryCode::draw(&SystemWorld);
        assert_eq!(
            file.open_with_recovery_code(&other).err().map(|e| e.code),
            Some(ErrorCode::RecoveryCodeWrong)
        );
    }

    #[test]
    fn one_wrong_character_of_a_recovery_code_is_noticed() {
        let code = RecoveryCode::draw(&SystemWorld).show();
        assert_eq!(code.len(), 34);
        let mut missed = 0;
        for (at, character) in code.char_indices().filter(|(_, c)| *c != '-') {
            let wrong = if character == '7' { "8" } else { "7" };
            let typed = format!("{}{wrong}{}", &code[..at], &code[at + 1..]);
            missed += usize::from(RecoveryCode::parse(&typed).is_ok());
        }
        // 12 bits of check: one in 4,096 slips through, so two of 28 is as good as never.
        assert!(missed < 2);
        assert!(RecoveryCode::parse(&code[..33]).is_err());
        assert!(RecoveryCode::parse("恢复码").is_err());
    }

    #[test]
    fn a_half_written_key_file_is_named_as_such() {
        let dir = tempfile::tempdir().expect("temporary folder");
        let (file, ..) = key_file();
        file.save(dir.path()).expect("saves");
        let text = std::fs::read(dir.path().join(KEY_FILE)).expect("reads");
        std::fs::write(dir.path().join(KEY_FILE), &text[..text.len() / 2]).expect("writes");
        assert_eq!(KeyFile::load(dir.path()).err().map(|e| e.code), Some(ErrorCode::KeyFileDamaged));
    }
}
