//! The evening before: staff, registrations, hours, procedures, rooms, equipment; and everybody signs in once.

use chrono::{NaiveDate, TimeDelta};

use super::house::House;
use super::stockroom::{self, Shelves};
use super::till::{self, Counter};
use super::{points, tiers};
use crate::actor::Actor;
use crate::appointments::{WorkingHours, hours};
use crate::catalogue::history::Item;
use crate::catalogue::starter::{self, AddStarter};
use crate::catalogue::{self, EquipmentInput, ProcedureInput, RoomInput};
use crate::error::{ErrorCode, Result};
use crate::ids::{EquipmentId, ProcedureId, RoomId, StaffId};
use crate::permissions::Role;
use crate::staff::{self, EditStaff, NewStaff, PermitProcedures, RegistrationInput, SignIn};
use crate::store::Store;
use crate::world::{SeededWorld, World};

/// Everybody and everything that was entered, in the order of the house's lists.
pub(super) struct Cast {
    pub(super) staff: Vec<StaffId>,
    /// Signed in.
    pub(super) actors: Vec<Actor>,
    pub(super) procedures: Vec<ProcedureId>,
    pub(super) rooms: Vec<RoomId>,
    pub(super) equipment: Vec<EquipmentId>,
    /// Suppliers and products.
    pub(super) shelves: Shelves,
    /// What is sold beside procedures.
    pub(super) counter: Counter,
    /// The equipment that a procedure needs.
    pub(super) equipment_of: Vec<Option<usize>>,
    pub(super) numbing_minutes: Vec<u32>,
    pub(super) reception: usize,
    pub(super) nurse: usize,
}

/// Enters it all.
pub(super) fn enter(store: &Store, world: &SeededWorld, house: &House, today: NaiveDate) -> Result<Cast> {
    let (staff, actors) = people(store, world, house)?;
    let owner = &actors[0];
    let (rooms, equipment, procedures) = catalogue(store, world, house, owner, today)?;
    for (index, worker) in house.workers.iter().enumerate() {
        for weekday in 1..=7 {
            if worker.weekdays.is_empty() {
                break;
            }
            let works = worker.weekdays.contains(&weekday);
            let hours = WorkingHours {
                staff_id: staff[index],
                weekday,
                works,
                starts: worker.starts,
                ends: worker.ends,
            };
            tick(world);
            hours::set_hours(store, owner, &hours)?;
        }
    }
    registrations(store, world, house, owner, &staff, today)?;
    for doctor in house.with_role(Role::Doctor) {
        let permitted =
            house.offers.iter().zip(&procedures).filter(|(offer, _)| offer.doctors.contains(&doctor));
        let procedure_ids = permitted.map(|(_, id)| *id).collect();
        tick(world);
        staff::permit_procedures(store, owner, &PermitProcedures { staff_id: staff[doctor], procedure_ids })?;
    }
    let first = |role| house.with_role(role).first().copied().ok_or(ErrorCode::StorageFailed);
    let mut cast = Cast {
        staff,
        procedures,
        rooms,
        equipment,
        equipment_of: house.offers.iter().map(|offer| offer.equipment).collect(),
        numbing_minutes: house.offers.iter().map(|offer| offer.numbing_minutes).collect(),
        reception: first(Role::Reception)?,
        nurse: first(Role::Nurse)?,
        shelves: Shelves::default(),
        counter: Counter::default(),
        actors,
    };
    tick(world);
    cast.shelves = stockroom::furnish(store, &cast.actors[0], today, &cast)?;
    tick(world);
    cast.counter = till::set_up(store, &cast.actors[0])?;
    tick(world);
    tiers::set_up(store, &cast)?;
    tick(world);
    cast.counter.rewards = points::set_up(store, &cast)?;
    Ok(cast)
}

/// Nobody enters two things in one moment.
fn tick(world: &SeededWorld) {
    world.set(world.now() + 21_000);
}

fn people(store: &Store, world: &SeededWorld, house: &House) -> Result<(Vec<StaffId>, Vec<Actor>)> {
    let founder = staff::people(store)?.first().map(|person| person.staff_id).ok_or(ErrorCode::NotFound)?;
    let mut staff = vec![founder];
    let sign_in = |staff_id, pin: &str| -> Result<Actor> {
        tick(world);
        Ok(staff::sign_in(store, &SignIn { staff_id, pin: pin.to_owned() })?.into())
    };
    let mut actors = Vec::with_capacity(house.workers.len());
    for (index, worker) in house.workers.iter().enumerate() {
        let (name, phone, roles) =
            (worker.name.to_owned(), Some(worker.phone.to_owned()), worker.roles.clone());
        if index == 0 {
            let owner = sign_in(founder, worker.pin)?;
            staff::edit(store, &owner, &EditStaff { id: founder, name, phone, roles, active: true })?;
            // Signed in anew: a session has the roles of its beginning.
            actors.push(sign_in(founder, worker.pin)?);
        } else {
            tick(world);
            let id =
                staff::add(store, &actors[0], &NewStaff { name, phone, roles, pin: worker.pin.to_owned() })?;
            staff.push(id);
            actors.push(sign_in(id, worker.pin)?);
        }
    }
    Ok((staff, actors))
}

type Entered = (Vec<RoomId>, Vec<EquipmentId>, Vec<ProcedureId>);

fn catalogue(
    store: &Store,
    world: &SeededWorld,
    house: &House,
    owner: &Actor,
    today: NaiveDate,
) -> Result<Entered> {
    let mut entered: Entered = Default::default();
    for name in &house.rooms {
        tick(world);
        let room = RoomInput { id: None, name: (*name).to_owned(), active: true };
        entered.0.push(catalogue::set_room(store, owner, &room)?);
    }
    for piece in &house.equipment {
        tick(world);
        let equipment = EquipmentInput {
            id: None,
            name: piece.name.to_owned(),
            manufacturer: piece.manufacturer.to_owned(),
            model: piece.model.to_owned(),
            serial_number: piece.serial_number.to_owned(),
            registration_number: piece.registration_number.to_owned(),
            registration_expires_on: Some(today + TimeDelta::days(piece.registration_days_left)),
            filing_number: String::new(),
            filing_expires_on: None,
            last_maintained_on: None,
            maintenance_months: Some(piece.maintenance_months),
            active: true,
        };
        entered.1.push(catalogue::set_equipment(store, owner, &equipment)?);
    }
    tick(world);
    let all = starter::starter(store, owner)?;
    let named =
        |item| all.iter().filter(|offer| offer.item == item).map(|offer| offer.name.clone()).collect();
    let everything =
        AddStarter { procedures: named(Item::Procedure), products: named(Item::Product), with_prices: true };
    starter::add(store, owner, &everything)?;
    let procedures = catalogue::all(store, owner)?.procedures;
    for offer in &house.offers {
        let procedure = procedures
            .iter()
            .find(|procedure| procedure.name == offer.name)
            .ok_or_else(|| ErrorCode::NotFound.with("procedure", offer.name))?;
        if offer.weight == 0.0 {
            tick(world);
            catalogue::set_procedure(
                store,
                owner,
                &ProcedureInput { active: false, ..procedure.clone().into() },
            )?;
        }
        entered.2.push(procedure.id);
    }
    Ok(entered)
}

fn registrations(
    store: &Store,
    world: &SeededWorld,
    house: &House,
    owner: &Actor,
    staff: &[StaffId],
    today: NaiveDate,
) -> Result<()> {
    for filed in &house.filed {
        tick(world);
        let registration = RegistrationInput {
            staff_id: staff[filed.worker],
            specialty: filed.specialty,
            title_number: filed.title_number.to_owned(),
            practice_number: filed.practice_number.to_owned(),
            filed_on: today - TimeDelta::days(filed.filed_days_ago),
            expires_on: filed.expires_in_days.map(|days| today + TimeDelta::days(days)),
        };
        staff::register(store, owner, &registration)?;
    }
    Ok(())
}
