//! Whether the system's keyring really keeps a key: some forget at the end of the process, so the key is read
//! back from a new one.

use std::process::Command;

use jingtai_clinic::World;
use jingtai_clinic::ids::ClinicId;
use jingtai_clinic::store::keys::{self, DatabaseKey};
use uuid::Uuid;

/// Prints what may be shown of the key that this process finds in the keyring.
pub fn print_fingerprint(clinic: ClinicId) {
    match keys::read_from_keyring(clinic) {
        Ok(key) => println!("{}", key.fingerprint()),
        Err(error) => {
            tracing::info!(%error, "the keyring does not give the key");
            std::process::exit(1);
        }
    }
}

/// Puts a key of no use into the keyring, reads it back from a new process, and takes it out again.
#[must_use]
pub fn keyring_keeps(world: &dyn World) -> bool {
    let mut random = [0; 16];
    world.random(&mut random);
    let trial = ClinicId(Uuid::from_bytes(random));
    let key = DatabaseKey::draw(world);
    if let Err(error) = keys::put_in_keyring(trial, &key) {
        tracing::info!(%error, "no keyring here");
        return false;
    }
    let kept = read_back(trial).is_some_and(|fingerprint| fingerprint == key.fingerprint());
    keys::forget_in_keyring(trial);
    kept
}

fn read_back(clinic: ClinicId) -> Option<String> {
    let program = std::env::current_exe().ok()?;
    let output = Command::new(program).args(["--check-keyring", &clinic.to_string()]).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
