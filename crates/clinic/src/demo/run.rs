//! Doing what was planned, each act by the person whose work it is, with the clock set to its moment.

use super::agenda::{Act, Plan};
use super::complaints::Complaints;
use super::plan::DAY;
use super::setup::Cast;
use super::stockroom::BOOK_DAYS;
use super::tiers::STRICTER_DAYS;
use crate::actor::Actor;
use crate::appointments::{
    AppointmentInput, CancelAppointment, LeaveInput, OfAppointment, book, hours, status,
};
use crate::catalogue::{self, EquipmentInput};
use crate::clients::alerts::{AddAlert, add_alert};
use crate::clients::assign::{Assign, assign};
use crate::clients::create::create;
use crate::clients::data_consents::{self, DataConsentFor};
use crate::clients::join::{Join, join};
use crate::error::{ErrorCode, Result};
use crate::ids::{AppointmentId, ClientId, VisitId};
use crate::store::Store;
use crate::visits::{
    CheckIn, CloseForgotten, ConsultationOutcome, EditVisit, EndConsultation, FillTriage, MoveVisit, Numb,
    check_in, close, consultation, steps, triage,
};
use crate::world::SeededWorld;

/// How many acts lie between two words about the progress.
const PROGRESS_EVERY: usize = 100;

/// Does everything.
pub(super) fn all(
    store: &Store,
    world: &SeededWorld,
    cast: &Cast,
    plan: &Plan,
    progress: &(dyn Fn(u64, u64) + Sync),
    stop: &dyn Fn() -> Result<()>,
) -> Result<()> {
    let mut run = Run {
        store,
        cast,
        plan,
        clients: vec![None; plan.files.len()],
        appointments: vec![None; plan.comings.len()],
        visits: vec![None; plan.comings.len()],
        vial_left_out: false,
        photographed: 0,
        complaints: Complaints::read(),
    };
    let (mut brought_forward, mut stricter) = (false, false);
    let total = plan.agenda.len() as u64;
    for (done, (at, act)) in plan.agenda.iter().enumerate() {
        if done % PROGRESS_EVERY == 0 {
            progress(done as u64, total);
        }
        stop()?;
        world.set(*at);
        if !brought_forward && plan.present - at <= BOOK_DAYS * DAY {
            run.bring_forward()?;
            brought_forward = true;
        }
        if !stricter && plan.present - at <= STRICTER_DAYS * DAY {
            run.make_stricter()?;
            stricter = true;
        }
        run.act(*at, act)?;
    }
    progress(total, total);
    Ok(())
}

pub(super) struct Run<'a> {
    pub(super) store: &'a Store,
    pub(super) cast: &'a Cast,
    pub(super) plan: &'a Plan,
    clients: Vec<Option<ClientId>>,
    appointments: Vec<Option<AppointmentId>>,
    visits: Vec<Option<VisitId>>,
    /// Whether the one vial that nobody gave back is open.
    pub(super) vial_left_out: bool,
    /// How many treatments were photographed.
    pub(super) photographed: u32,
    /// What clients complained of.
    pub(super) complaints: Complaints,
}

impl<'a> Run<'a> {
    fn act(&mut self, at: i64, act: &Act) -> Result<()> {
        let (store, desk, nurse) = (self.store, self.by(self.cast.reception), self.by(self.cast.nurse));
        match act {
            Act::MakeFile(file) => {
                let planned = &self.plan.files[*file];
                let mut input = planned.input.clone();
                input.referrer = planned.referrer.map(|referrer| self.client(referrer)).transpose()?;
                self.clients[*file] = Some(create(store, desk, &input)?);
                Ok(())
            }
            Act::Consent(file, purpose) => data_consents::give(
                store,
                desk,
                DataConsentFor { client: self.client(*file)?, purpose: *purpose },
            ),
            Act::Withdraw(file, purpose) => data_consents::withdraw(
                store,
                desk,
                DataConsentFor { client: self.client(*file)?, purpose: *purpose },
            ),
            Act::Warn(file, index) => {
                let warning = &self.plan.files[*file].warnings[*index];
                let alert = AddAlert {
                    client: self.client(*file)?,
                    kind: warning.kind,
                    substance: warning.substance.to_owned(),
                    severity: warning.severity,
                    reaction: warning.reaction.to_owned(),
                };
                add_alert(store, nurse, &alert).map(drop)
            }
            Act::Assign(file, role, worker, reason) => {
                let staff_id = Some(self.cast.staff[*worker]);
                let input = Assign {
                    client: self.client(*file)?,
                    role: *role,
                    staff_id,
                    reason: (*reason).to_owned(),
                };
                assign(store, desk, &input)
            }
            Act::Deliver(index) => self.deliver(*index),
            Act::Maintain(index) => {
                let owner = self.by(0);
                let id = self.cast.equipment[*index];
                let piece = catalogue::all(store, owner)?.equipment.into_iter().find(|piece| piece.id == id);
                let piece = piece.ok_or_else(|| ErrorCode::NotFound.at("equipment"))?;
                let today = Some(store.today());
                let input = EquipmentInput { last_maintained_on: today, ..piece.into() };
                catalogue::set_equipment(store, owner, &input).map(drop)
            }
            Act::Draft(coming) => self.draft(*coming).map(drop),
            Act::PutAside(coming) => self.put_aside(*coming),
            Act::Complain(index) => self.complain(*index),
            Act::Respond(index, step) => self.respond(*index, *step),
            Act::Join(survivor, loser) => {
                let both = Join { survivor: self.client(*survivor)?, loser: self.client(*loser)? };
                join(store, desk, both).map(drop)
            }
            Act::Leave(worker, starts_at, ends_at) => {
                let staff_id = self.cast.staff[*worker];
                let leave = LeaveInput {
                    staff_id,
                    starts_at: *starts_at,
                    ends_at: *ends_at,
                    reason: "学术会议".to_owned(),
                };
                hours::add_leave(store, desk, &leave).map(drop)
            }
            Act::Book(_) | Act::Confirm(_) | Act::Cancel(..) | Act::NoShow(_) => self.calendar(at, act),
            Act::Move(coming, "preparing") => {
                self.check_out(*coming, at)?;
                self.visit(at, act)
            }
            Act::Move(coming, "treating") => {
                self.check_out(*coming, at)?;
                self.visit(at, act)?;
                self.treat(*coming, at)?;
                if self.plan.present - at > BOOK_DAYS * DAY { Ok(()) } else { self.change_ledgers(*coming) }
            }
            _ => self.visit(at, act),
        }
    }

    fn calendar(&mut self, at: i64, act: &Act) -> Result<()> {
        let (store, desk) = (self.store, self.by(self.cast.reception));
        match act {
            Act::Book(coming) => {
                let input = self.appointment_input(*coming)?;
                // A third is booked by the client's consultant, over the phone.
                let by = if coming % 3 == 0 { self.consultant(*coming) } else { self.cast.reception };
                self.appointments[*coming] = Some(book::book(store, self.by(by), &input)?);
                self.take_deposit(*coming, at)
            }
            Act::Confirm(coming) => {
                status::confirm(store, desk, OfAppointment { id: self.appointment(*coming)? })
            }
            Act::NoShow(coming) => {
                status::no_show(store, desk, OfAppointment { id: self.appointment(*coming)? })
            }
            Act::Cancel(coming, reason) => {
                let input =
                    CancelAppointment { id: self.appointment(*coming)?, reason: (*reason).to_owned() };
                status::cancel(store, desk, &input)
            }
            _ => Ok(()),
        }
    }

    fn visit(&mut self, at: i64, act: &Act) -> Result<()> {
        let (store, desk, nurse) = (self.store, self.by(self.cast.reception), self.by(self.cast.nurse));
        match act {
            Act::CheckIn(coming) => {
                let planned = &self.plan.comings[*coming];
                let walk_in = planned.booked_for.is_none();
                let input = CheckIn {
                    client: self.client(planned.client)?,
                    appointment: self.appointments[*coming],
                    doctor: walk_in.then(|| self.cast.staff[planned.doctor]),
                    procedure: walk_in.then(|| self.cast.procedures[planned.offer]),
                };
                self.visits[*coming] = Some(check_in::check_in(store, desk, &input)?.visit);
                Ok(())
            }
            Act::Place(coming) => {
                let planned = &self.plan.comings[*coming];
                let input = EditVisit {
                    visit: self.arrived(*coming)?,
                    doctor: Some(self.cast.staff[planned.doctor]),
                    consultant: Some(self.cast.staff[self.consultant(*coming)]),
                    room: Some(self.cast.rooms[planned.room]),
                    procedure: Some(self.cast.procedures[planned.offer]),
                };
                steps::edit(store, desk, &input)
            }
            Act::Move(coming, to) => {
                let by = match *to {
                    "consulting" => self.by(self.consultant(*coming)),
                    "paying" | "left" => desk,
                    _ => nurse,
                };
                steps::move_to(store, by, &MoveVisit { visit: self.arrived(*coming)?, to: (*to).to_owned() })
            }
            Act::Numb(coming) => {
                let minutes = Some(self.cast.numbing_minutes[self.plan.comings[*coming].offer].max(20));
                steps::numb(store, nurse, Numb { visit: self.arrived(*coming)?, minutes })
            }
            Act::Triage(coming, form) => triage::fill(
                store,
                nurse,
                &FillTriage { visit: self.arrived(*coming)?, form: (**form).clone() },
            ),
            Act::Consult(coming, not_agreed, note) => {
                let outcome = match not_agreed {
                    None => ConsultationOutcome::Agreed,
                    Some(_) => ConsultationOutcome::NotAgreed,
                };
                let (reason, note) = (not_agreed.unwrap_or_default().to_owned(), (*note).to_owned());
                let input = EndConsultation { visit: self.arrived(*coming)?, outcome, reason, note };
                consultation::end(store, self.by(self.consultant(*coming)), &input)?;
                match outcome {
                    ConsultationOutcome::Agreed => self.propose(*coming, at),
                    ConsultationOutcome::NotAgreed => Ok(()),
                }
            }
            Act::CloseForgotten(coming, note) => {
                let input = CloseForgotten { visit: self.arrived(*coming)?, note: (*note).to_owned() };
                close::close_forgotten(store, desk, &input)
            }
            _ => Ok(()),
        }
    }

    fn appointment_input(&self, coming: usize) -> Result<AppointmentInput> {
        let planned = &self.plan.comings[coming];
        let (starts_at, ends_at) = planned.booked_for.ok_or(ErrorCode::NotFound)?;
        Ok(AppointmentInput {
            client: self.client(planned.client)?,
            doctor: Some(self.cast.staff[planned.doctor]),
            room: Some(self.cast.rooms[planned.room]),
            equipment: self.cast.equipment_of[planned.offer].map(|index| self.cast.equipment[index]),
            procedure: Some(self.cast.procedures[planned.offer]),
            starts_at,
            ends_at,
            note: planned.note.to_owned(),
            clash_reason: Some(planned.clash_reason.to_owned()),
        })
    }

    pub(super) fn by(&self, worker: usize) -> &'a Actor {
        &self.cast.actors[worker]
    }

    pub(super) fn consultant(&self, coming: usize) -> usize {
        self.plan.files[self.plan.comings[coming].client].consultant
    }

    /// The files that are made by now, in the order of the plan.
    pub(super) fn files(&self) -> impl Iterator<Item = Option<ClientId>> {
        self.clients.iter().copied()
    }

    pub(super) fn client(&self, file: usize) -> Result<ClientId> {
        self.clients[file].ok_or_else(|| ErrorCode::NotFound.at("client"))
    }

    fn appointment(&self, coming: usize) -> Result<AppointmentId> {
        self.appointments[coming].ok_or_else(|| ErrorCode::NotFound.at("appointment"))
    }

    pub(super) fn arrived(&self, coming: usize) -> Result<VisitId> {
        self.visits[coming].ok_or_else(|| ErrorCode::NotFound.at("visit"))
    }
}
