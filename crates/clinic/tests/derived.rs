//! What is found at once is derived from what the records say, and says the same.

mod common;

use common::house::{House, house};
use common::second::second_computer;
use jingtai_clinic::amounts::Quantity;
use jingtai_clinic::ids::{SignedTreatmentId, TreatmentId};
use jingtai_clinic::traces::batch::{TraceBatch, of_batch};
use jingtai_clinic::traces::timeline::{self, TimelineOf};
use jingtai_clinic::treatments::DiscardTreatment;
use jingtai_clinic::treatments::amend::{WithdrawTreatment, withdraw};
use jingtai_clinic::treatments::list::{self as treatments, ListTreatments};
use jingtai_clinic::treatments::save::discard;
use jingtai_clinic::treatments::signed::{SignedOf, of_client as signed_of};
use jingtai_clinic::{Actor, Store, World};
use proptest::prelude::*;

/// What is done about treatment records.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Write,
    Sign(usize),
    Amend(usize),
    Withdraw(usize),
    LetGo(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        Just(Deed::Write),
        (0usize..4).prop_map(Deed::Sign),
        (0usize..4).prop_map(Deed::Amend),
        (0usize..4).prop_map(Deed::Withdraw),
        (0usize..4).prop_map(Deed::LetGo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// What is found at once is derived: it has to say what the records say one by one, here, on another computer and
    /// made anew.
    #[test]
    fn what_is_found_at_once_is_what_the_records_say(deeds in prop::collection::vec(deed(), 1..16), seed in 0u64..1000) {
        let house = house(seed);
        house.consent();
        let (store, doctor) = (&house.clinic.store, Actor::Staff(house.doctor.clone()));
        let mut written = Vec::new();
        let signed = || signed_of(store, &doctor, SignedOf { client: house.client }).expect("records");
        for deed in deeds {
            // What the rules refuse is refused, and nothing is written.
            match deed {
                Deed::Write => written.push(house.write(house.body())),
                Deed::Sign(n) => drop(written.get(n).map(|record| house.sign(*record, &[]))),
                Deed::Amend(n) => drop(signed().get(n).map(|record| house.amend(record.id, "逐层注射。", "轻度肿胀"))),
                Deed::LetGo(n) => drop(written.get(n).map(|(id, _)| {
                    discard(store, &doctor, &DiscardTreatment { id: *id, reason: "误建".into() })
                })),
                Deed::Withdraw(n) => drop(signed().get(n).map(|record| {
                    withdraw(store, &house.doctor, &WithdrawTreatment { id: record.id, reason: "误签".into() })
                })),
            }
            house.clinic.world.set(house.clinic.world.now() + 1_000);
            let found = Found::by(store, &house);
            let of_client = ListTreatments { client: Some(house.client) };
            let all = treatments::list(store, &doctor, of_client).expect("a list").into_iter();
            let due = all.filter(|line| line.signed.is_none() && !line.discarded).map(|line| line.id);
            prop_assert_eq!(&found.unsigned, &due.collect::<Vec<_>>());
            let signed = signed();
            let in_short = signed.iter().map(|record| {
                let amendments = u32::try_from(record.amendments.len()).expect("few");
                (record.id, record.amended.reactions.clone(), amendments, record.withdrawal.is_some())
            });
            prop_assert_eq!(&found.timeline, &in_short.collect::<Vec<_>>());
            let used = signed.iter().map(|record| (Some(record.id), Quantity(30), record.withdrawal.is_some()));
            prop_assert_eq!(&found.uses, &used.collect::<Vec<_>>());
        }
        let here = Found::by(store, &house);
        let (_dir, _world, replica) = second_computer(&house.clinic, seed + 1);
        prop_assert_eq!(&Found::by(&replica, &house), &here);
        store.rebuild_derived().expect("rebuilds");
        prop_assert_eq!(Found::by(store, &house), here);
    }
}

/// What is found at once of a client's records and a batch.
#[derive(Debug, PartialEq)]
struct Found {
    unsigned: Vec<TreatmentId>,
    timeline: Vec<(SignedTreatmentId, String, u32, bool)>,
    uses: Vec<(Option<SignedTreatmentId>, Quantity, bool)>,
}

impl Found {
    fn by(store: &Store, house: &House) -> Found {
        let doctor = Actor::Staff(house.doctor.clone());
        let everybody = ListTreatments { client: None };
        let unsigned = treatments::list(store, &doctor, everybody).expect("a list").into_iter();
        let timeline = timeline::of_client(store, &doctor, TimelineOf { client: house.client });
        let records = timeline.expect("a timeline").records.into_iter();
        let uses = of_batch(store, &house.clinic.owner, TraceBatch { batch: house.batch("F1") });
        Found {
            unsigned: unsigned.map(|line| line.id).collect(),
            timeline: records
                .map(|record| (record.id, record.reactions, record.amendments, record.withdrawn))
                .collect(),
            uses: uses
                .expect("uses")
                .into_iter()
                .map(|used| (used.signed, used.quantity, used.withdrawn))
                .collect(),
        }
    }
}
