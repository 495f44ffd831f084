//! A small clinic in a temporary folder, with one person in each role signed in.
#![allow(dead_code, missing_docs, unreachable_pub)] // each test file uses a part

pub mod goods;
pub mod house;
pub mod second;

use std::path::Path;
use std::sync::Arc;

use jingtai_clinic::clients::{Birthday, BirthdayCalendar, ClientInput, PhoneInput, Sex, create};
use jingtai_clinic::clinic::ClinicDetails;
use jingtai_clinic::ids::ClientId;
use jingtai_clinic::staff::{self, NewStaff, SignIn};
use jingtai_clinic::store::Founding;
use jingtai_clinic::store::keys::{KeyFile, Protection};
use jingtai_clinic::{Actor, Role, SeededWorld, Store};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "窗前明月光疑是地上霜";
pub const OWNER_PIN: &str = "258014";
/// 2026-03-02 10:00 in Shanghai, a Monday.
pub const NOW: i64 = 1_772_416_800_000;

pub struct Clinic {
    pub dir: TempDir,
    pub world: Arc<SeededWorld>,
    pub store: Store,
    pub owner: Actor,
}

pub fn clinic(seed: u64) -> Clinic {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let world = Arc::new(SeededWorld::new(seed, NOW));
    found(dir.path(), &world);
    let store = open(dir.path(), &world).expect("opens");
    let owner = sign_in(&store, "院长", OWNER_PIN);
    Clinic { dir, world, store, owner }
}

pub fn found(dir: &Path, world: &Arc<SeededWorld>) {
    let founding = Founding {
        details: ClinicDetails {
            name: "镜台医疗美容".into(),
            address: "上海市静安区".into(),
            licence_number: "PDY00000131010617D2172".into(),
            licence_expires_on: None,
            zone: "Asia/Shanghai".into(),
        },
        owner_name: "院长".into(),
        owner_pin: OWNER_PIN.into(),
        protection: Protection::Passphrase(PASSPHRASE),
        demo: false,
    };
    Store::found(dir, world.clone(), &founding, |_| Ok(())).expect("founds");
}

pub fn open(dir: &Path, world: &Arc<SeededWorld>) -> jingtai_clinic::Result<Store> {
    let keys = KeyFile::load(dir)?.expect("a key file");
    Store::open(dir, world.clone(), keys.open_with_passphrase(PASSPHRASE)?)
}

pub fn sign_in(store: &Store, name: &str, pin: &str) -> Actor {
    let people = staff::people(store).expect("people");
    let staff_id = people.iter().find(|person| person.name == name).expect("the person").staff_id;
    Actor::Staff(staff::sign_in(store, &SignIn { staff_id, pin: pin.into() }).expect("signs in"))
}

impl Clinic {
    /// A person who holds just this role, signed in.
    pub fn person(&self, role: Role) -> Actor {
        let name = format!("{role:?}");
        let pin = "730915";
        let input = NewStaff { name: name.clone(), phone: None, roles: vec![role], pin: pin.into() };
        staff::add(&self.store, &self.owner, &input).expect("adds");
        sign_in(&self.store, &name, pin)
    }

    pub fn client(&self, name: &str, phone: &str) -> ClientId {
        create::create(&self.store, &self.owner, &client_input(name, phone)).expect("creates")
    }
}

pub fn client_input(name: &str, phone: &str) -> ClientInput {
    ClientInput {
        name: name.into(),
        other_names: String::new(),
        sex: Sex::Female,
        birthday: Some(Birthday { date: "1990-05-03".into(), calendar: BirthdayCalendar::Solar }),
        phones: vec![PhoneInput { id: None, number: Some(phone.into()), label: String::new() }],
        wechat: None,
        id_number: None,
        guardian: None,
        emergency: None,
        source: None,
        referrer: None,
        skin_type: None,
        preferences: String::new(),
        notes: String::new(),
        tags: vec!["VIP".into()],
    }
}
