//! A clinic in a folder, for tests that open it from outside the window.

use std::path::Path;
use std::sync::Arc;

use jingtai_clinic::clinic::ClinicDetails;
use jingtai_clinic::staff::{self, SignIn};
use jingtai_clinic::store::Founding;
use jingtai_clinic::store::keys::{KeyFile, Protection};
use jingtai_clinic::{Actor, Result, Store, SystemWorld, World};

/// The passphrase of clinics made here.
pub const PASSPHRASE: &str = "correct horse battery";
/// The owner's name.
pub const OWNER: &str = "院长";
/// The owner's PIN.
pub const OWNER_PIN: &str = "258014";

/// Makes a clinic with its owner, closed.
///
/// # Errors
/// What the store gives.
pub fn found(dir: &Path) -> Result<()> {
    found_in(dir, Arc::new(SystemWorld))
}

/// Makes it with time and randomness from elsewhere.
///
/// # Errors
/// What the store gives.
pub fn found_in(dir: &Path, world: Arc<dyn World>) -> Result<()> {
    let founding = Founding {
        details: ClinicDetails {
            name: "镜台".into(),
            address: String::new(),
            licence_number: String::new(),
            licence_expires_on: None,
            zone: "Asia/Shanghai".into(),
        },
        owner_name: OWNER.into(),
        owner_pin: OWNER_PIN.into(),
        protection: Protection::Passphrase(PASSPHRASE),
        demo: false,
    };
    Store::found(dir, world, &founding, |_| Ok(())).map(drop)
}

/// Opens it and signs the owner in.
///
/// # Errors
/// What the store gives.
pub fn open(dir: &Path) -> Result<(Store, Actor)> {
    let keys = KeyFile::load(dir)?.ok_or(jingtai_clinic::ErrorCode::NoClinic)?;
    let store = Store::open(dir, Arc::new(SystemWorld), keys.open_with_passphrase(PASSPHRASE)?)?;
    let staff_id = staff::people(&store)?[0].staff_id;
    let session = staff::sign_in(&store, &SignIn { staff_id, pin: OWNER_PIN.to_owned() })?;
    Ok((store, Actor::Staff(session)))
}
