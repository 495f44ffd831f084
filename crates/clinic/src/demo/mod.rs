//! The demo clinic: made-up people and two years of made-up days, to look at and to try anything on.
//!
//! It is filled by the same verbs as the UI uses, each at the moment at which the thing happened, so that its
//! log, audit and search are those of a real clinic. First everything is planned ([`plan`], which touches no
//! file), then done in the order of time ([`run`]). One seed and one present give one clinic.

mod agenda;
mod complaints;
mod day;
mod dice;
mod house;
mod ledgers;
mod lines;
mod names;
mod particulars;
mod pictures;
mod plan;
mod points;
mod records;
mod refunds;
mod run;
mod setup;
mod slots;
mod stockroom;
mod tiers;
mod till;
mod today;
mod visit;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use serde::Serialize;
use ts_rs::TS;

use crate::clients::ClientInput;
use crate::clinic::ClinicDetails;
use crate::error::{ErrorCode, Result};
use crate::permissions::Role;
use crate::store::keys::Protection;
use crate::store::{Founding, Store, business_day, day_start};
use crate::world::SeededWorld;

use house::House;

/// An id as a window draws it.
fn draw(store: &Store) -> uuid::Uuid {
    let mut id = [0; 16];
    store.world().random(&mut id);
    uuid::Builder::from_random_bytes(id).into_uuid()
}

/// What opens the demo clinic.
pub const PASSPHRASE: &str = "jingtai-demo";

/// When and where the demo clinic's history ends and its day goes on.
#[derive(Clone, Copy, Debug)]
pub struct Present {
    /// UTC milliseconds.
    pub now: i64,
    /// The clinic's zone: it says which hour it is there.
    pub zone: chrono_tz::Tz,
}

impl Present {
    /// This moment in Shanghai.
    #[must_use]
    pub fn in_shanghai(now: i64) -> Present {
        Present { now, zone: chrono_tz::Asia::Shanghai }
    }

    fn today(self) -> chrono::NaiveDate {
        business_day(self.zone, self.now)
    }
}

/// In how many days the demo clinic's licence ends.
const LICENCE_DAYS: i64 = 76;

/// A staff member of the demo clinic and the PIN to sign in with.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DemoPerson {
    /// The name.
    pub name: String,
    /// Six digits.
    pub pin: String,
    /// The roles.
    pub roles: Vec<Role>,
}

/// How much is made up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DemoSize {
    /// Client files.
    pub clients: u32,
    /// Days of history before today.
    pub days: u32,
}

impl DemoSize {
    /// Two years of a busy boutique clinic.
    pub const FULL: DemoSize = DemoSize { clients: 3_000, days: 730 };
    /// Two months, for tests.
    pub const TEST: DemoSize = DemoSize { clients: 200, days: 60 };
}

/// The staff of the demo clinic, the owner first.
#[must_use]
pub fn people() -> Vec<DemoPerson> {
    let house = House::read();
    let person = |worker: &house::Worker| DemoPerson {
        name: worker.name.to_owned(),
        pin: worker.pin.to_owned(),
        roles: worker.roles.clone(),
    };
    house.workers.iter().map(person).collect()
}

/// People as the demo clinic has them, without end, for lists of any length; one seed gives one list. `now` (UTC
/// milliseconds) is the day they are written down.
pub fn people_to_list(seed: u64, now: i64) -> impl Iterator<Item = ClientInput> {
    let mut dice = dice::Dice::new(seed);
    let mut particulars = particulars::Particulars::read();
    let today = Present::in_shanghai(now).today();
    (0..).map(move |index| particulars.of(&mut dice, index, today))
}

/// Makes the demo clinic in a folder. The history ends at its present, and the appointments of the coming two
/// weeks are booked. `progress` hears how many steps of how many are done.
///
/// # Errors
/// [`ErrorCode::Cancelled`] once `cancelled` is set: no clinic is left then. [`ErrorCode::ClinicExists`], and
/// what the disk gives.
pub fn found(
    dir: &Path,
    seed: u64,
    present: Present,
    size: DemoSize,
    progress: &(dyn Fn(u64, u64) + Sync),
    cancelled: &AtomicBool,
) -> Result<()> {
    let house = House::read();
    let plan = plan::make(&house, seed, present, size);
    let first_day = present.today() - chrono::TimeDelta::days(i64::from(size.days));
    // The evening before the first day of the history: staff and catalogue are entered.
    let world = Arc::new(SeededWorld::new(seed, day_start(present.zone, first_day) - 5 * 3_600_000));
    let owner = house.workers.first().ok_or(ErrorCode::StorageFailed)?;
    let founding = Founding {
        details: ClinicDetails {
            name: "镜台医疗美容诊所（演示）".to_owned(),
            address: "上海市静安区愚园路 1088 弄 6 号".to_owned(),
            licence_number: "PDY00000031010619D1522".to_owned(),
            licence_expires_on: Some(present.today() + chrono::TimeDelta::days(LICENCE_DAYS)),
            zone: present.zone.name().to_owned(),
        },
        owner_name: owner.name.to_owned(),
        owner_pin: owner.pin.to_owned(),
        protection: Protection::Passphrase(PASSPHRASE),
        demo: true,
    };
    let stop = || if cancelled.load(Ordering::Relaxed) { Err(ErrorCode::Cancelled.into()) } else { Ok(()) };
    progress(0, 1);
    stop()?;
    Store::found(dir, world.clone(), &founding, |store| {
        let cast = setup::enter(store, &world, &house, present.today())?;
        stop()?;
        run::all(store, &world, &cast, &plan, progress, &stop)?;
        world.set(present.now);
        Ok(())
    })?;
    Ok(())
}
