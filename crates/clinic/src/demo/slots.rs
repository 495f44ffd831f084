//! Where a day still has room: a doctor, a room and the equipment at once.

use super::dice::Dice;
use super::house::{House, Offer};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    Doctor(usize),
    Room(usize),
    Equipment(usize),
}

/// A place found; minutes after midnight.
#[derive(Clone, Copy)]
pub(super) struct Slot {
    pub(super) starts: i64,
    pub(super) ends: i64,
    pub(super) room: usize,
}

/// What is claimed of one day.
#[derive(Default)]
pub(super) struct Slots {
    claims: Vec<(Claim, i64, i64)>,
}

/// The calendar's grid, in minutes.
pub(super) const GRID: i64 = 15;
/// Hours of the day and how much they are liked: before lunch, in the afternoon, after work.
const LIKED: [(i64, f64); 11] = [
    (9, 1.0),
    (10, 2.6),
    (11, 2.2),
    (12, 0.9),
    (13, 1.7),
    (14, 2.8),
    (15, 2.8),
    (16, 2.2),
    (17, 1.5),
    (18, 1.9),
    (19, 1.2),
];

/// A minute of the day at which people like to come.
pub(super) fn liked_minute(dice: &mut Dice) -> i64 {
    let hour = dice.weighted(LIKED.iter().map(|(_, weight)| *weight)).map_or(10, |index| LIKED[index].0);
    hour * 60 + dice.between(0, 59)
}

impl Slots {
    /// Looks for a liked time within the doctor's hours and these minutes, and claims it.
    pub(super) fn find(
        &mut self,
        dice: &mut Dice,
        house: &House,
        doctor: usize,
        offer: &Offer,
        within: (i64, i64),
    ) -> Option<Slot> {
        let worker = &house.workers[doctor];
        let least = within.0.max(i64::from(worker.starts));
        let most = within.1.min(i64::from(worker.ends));
        (0..24).find_map(|_| {
            let starts = liked_minute(dice) / GRID * GRID;
            let ends = starts + length(offer);
            (starts >= least && ends <= most).then(|| self.claim(doctor, offer, starts, ends)).flatten()
        })
    }

    /// Looks for a time near a minute, earlier ones first, and claims it.
    pub(super) fn near(&mut self, house: &House, doctor: usize, offer: &Offer, minute: i64) -> Option<Slot> {
        let worker = &house.workers[doctor];
        [0, 1, -1, 2, -2].into_iter().find_map(|step| {
            let starts = (minute.div_euclid(GRID) + step) * GRID;
            let ends = starts + length(offer);
            let works = starts >= i64::from(worker.starts) && ends <= i64::from(worker.ends);
            works.then(|| self.claim(doctor, offer, starts, ends)).flatten()
        })
    }

    fn claim(&mut self, doctor: usize, offer: &Offer, starts: i64, ends: i64) -> Option<Slot> {
        let free = |claim: Claim| {
            !self.claims.iter().any(|(held, from, to)| *held == claim && *from < ends && *to > starts)
        };
        let equipment = offer.equipment.map(Claim::Equipment);
        if !free(Claim::Doctor(doctor)) || !equipment.is_none_or(free) {
            return None;
        }
        let room = offer.rooms.iter().copied().find(|room| free(Claim::Room(*room)))?;
        let claims = [Some(Claim::Doctor(doctor)), Some(Claim::Room(room)), equipment];
        self.claims.extend(claims.into_iter().flatten().map(|claim| (claim, starts, ends)));
        Some(Slot { starts, ends, room })
    }
}

/// A time that is taken although it lies outside the hours or beside others.
pub(super) fn squeezed(offer: &Offer, starts: i64) -> Slot {
    Slot { starts, ends: starts + length(offer), room: offer.rooms.first().copied().unwrap_or_default() }
}

/// How long the doctor is booked: no less than half an hour.
fn length(offer: &Offer) -> i64 {
    i64::from(offer.minutes.max(30)).div_euclid(GRID) * GRID
}
