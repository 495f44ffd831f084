//! The demo clinic's people, procedures, rooms and equipment, as their files say.

use super::lines::{number, rows};
use crate::catalogue::Specialty;
use crate::permissions::Role;

/// A staff member.
pub(super) struct Worker {
    pub(super) name: &'static str,
    pub(super) pin: &'static str,
    pub(super) roles: Vec<Role>,
    pub(super) phone: &'static str,
    /// 1 is Monday; none for those who keep no hours.
    pub(super) weekdays: Vec<u8>,
    /// Minutes after midnight.
    pub(super) starts: u16,
    pub(super) ends: u16,
}

/// A procedure of the starter catalogue. Rooms, equipment and doctors are named by their place in the lists.
pub(super) struct Offer {
    pub(super) name: &'static str,
    pub(super) minutes: u32,
    pub(super) numbing_minutes: u32,
    pub(super) rooms: Vec<usize>,
    pub(super) equipment: Option<usize>,
    /// How often it is asked for; 0 for what is not offered.
    pub(super) weight: f64,
    pub(super) doctors: Vec<usize>,
}

/// A doctor's registration; days are counted from the present.
pub(super) struct Filed {
    pub(super) worker: usize,
    pub(super) specialty: Specialty,
    pub(super) title_number: &'static str,
    pub(super) practice_number: &'static str,
    pub(super) filed_days_ago: i64,
    pub(super) expires_in_days: Option<i64>,
}

/// A piece of equipment; days are counted from the present.
pub(super) struct Machine {
    pub(super) name: &'static str,
    pub(super) serial_number: &'static str,
    pub(super) manufacturer: &'static str,
    pub(super) model: &'static str,
    pub(super) registration_number: &'static str,
    pub(super) registration_days_left: i64,
    pub(super) maintained_days_ago: i64,
    pub(super) maintenance_months: u32,
}

/// Everything that stands in the clinic.
pub(super) struct House {
    pub(super) workers: Vec<Worker>,
    pub(super) offers: Vec<Offer>,
    pub(super) rooms: Vec<&'static str>,
    pub(super) equipment: Vec<Machine>,
    pub(super) filed: Vec<Filed>,
}

impl House {
    pub(super) fn read() -> House {
        let workers: Vec<Worker> =
            rows(include_str!("../../../../assets/demo/people.txt")).map(|row| worker(&row)).collect();
        let rooms: Vec<&str> =
            rows(include_str!("../../../../assets/demo/rooms.txt")).map(|row| row[0]).collect();
        let equipment: Vec<Machine> =
            rows(include_str!("../../../../assets/demo/equipment.txt")).map(|row| machine(&row)).collect();
        let filed: Vec<Filed> = rows(include_str!("../../../../assets/demo/registrations.txt"))
            .filter_map(|row| {
                Some(Filed {
                    worker: workers.iter().position(|worker| worker.name == row[0])?,
                    specialty: specialty(row[1]),
                    title_number: row[2],
                    practice_number: row[3],
                    filed_days_ago: number(row[4]),
                    expires_in_days: row[5].parse().ok(),
                })
            })
            .collect();
        let offers = rows(include_str!("../../../../assets/demo/procedures.txt"))
            .map(|row| Offer {
                name: row[0],
                minutes: number(row[2]),
                numbing_minutes: number(row[3]),
                rooms: row[4]
                    .split(' ')
                    .filter_map(|name| rooms.iter().position(|room| *room == name))
                    .collect(),
                equipment: equipment.iter().position(|machine| machine.name == row[5]),
                weight: number(row[6]),
                doctors: doctors_of(&filed, specialty(row[1])),
            })
            .collect();
        House { workers, offers, rooms, equipment, filed }
    }

    /// The places of those who hold a role.
    pub(super) fn with_role(&self, role: Role) -> Vec<usize> {
        (0..self.workers.len()).filter(|index| self.workers[*index].roles.contains(&role)).collect()
    }
}

fn worker(row: &[&'static str]) -> Worker {
    let minutes = |time: &str| {
        let (hours, minutes) = time.split_once(':').unwrap_or_default();
        number::<u16>(hours) * 60 + number::<u16>(minutes)
    };
    let role = |word: &str| Role::ALL.iter().copied().find(|role| role.as_str() == word);
    Worker {
        name: row[0],
        pin: row[1],
        roles: row[2].split(' ').filter_map(role).collect(),
        phone: row[3],
        weekdays: row[4].split_whitespace().map(number).collect(),
        starts: minutes(row[5]),
        ends: minutes(row[6]),
    }
}

fn machine(row: &[&'static str]) -> Machine {
    Machine {
        name: row[0],
        serial_number: row[1],
        manufacturer: row[2],
        model: row[3],
        registration_number: row[4],
        registration_days_left: number(row[5]),
        maintained_days_ago: number(row[6]),
        maintenance_months: number(row[7]),
    }
}

fn specialty(word: &str) -> Specialty {
    Specialty::ALL
        .iter()
        .copied()
        .find(|specialty| specialty.as_str() == word)
        .unwrap_or(Specialty::Dermatology)
}

fn doctors_of(filed: &[Filed], specialty: Specialty) -> Vec<usize> {
    let mut doctors: Vec<usize> =
        filed.iter().filter(|filed| filed.specialty == specialty).map(|filed| filed.worker).collect();
    doctors.dedup();
    doctors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_is_held_and_every_pin_is_allowed() {
        let house = House::read();
        for role in Role::ALL {
            assert!(!house.with_role(*role).is_empty(), "{role:?}");
        }
        for worker in &house.workers {
            assert!(crate::staff::pin::check("pin", worker.pin).is_ok(), "{}", worker.name);
        }
        assert_eq!(house.workers.len(), 8);
    }

    #[test]
    fn what_is_offered_has_a_doctor_and_a_room_and_every_day_has_two_doctors() {
        let house = House::read();
        assert_eq!((house.offers.len(), house.rooms.len(), house.equipment.len()), (16, 6, 6));
        assert_eq!(house.filed.len(), 5);
        for offer in &house.offers {
            assert!(!offer.rooms.is_empty(), "{}", offer.name);
            assert_eq!(offer.weight > 0.0, !offer.doctors.is_empty(), "{}", offer.name);
        }
        for weekday in 1..=7 {
            let doctors = house.workers.iter().filter(|worker| worker.weekdays.contains(&weekday)).count();
            assert!(doctors >= 2, "weekday {weekday}");
        }
    }
}
