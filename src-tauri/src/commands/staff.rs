//! Staff members, registrations, working hours and leave.

use jingtai_clinic::appointments::{LeaveInput, OfLeave, WorkingHours, hours};
use jingtai_clinic::staff::{
    self, EditStaff, EndRegistration, NewStaff, PermitProcedures, RegistrationInput, ResetPin,
};

use super::{Command, Nothing, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("staff.all", |store, actor, _: Nothing| staff::all(store, actor)),
        verb("staff.add", |store, actor, input: NewStaff| staff::add(store, actor, &input)),
        verb("staff.edit", |store, actor, input: EditStaff| staff::edit(store, actor, &input)),
        verb("staff.reset_pin", |store, actor, input: ResetPin| staff::reset_pin(store, actor, &input)),
        verb("staff.register", |store, actor, input: RegistrationInput| {
            staff::register(store, actor, &input)
        }),
        verb("staff.end_registration", |store, actor, input: EndRegistration| {
            staff::end_registration(store, actor, &input)
        }),
        verb("staff.permit_procedures", |store, actor, input: PermitProcedures| {
            staff::permit_procedures(store, actor, &input)
        }),
        verb("staff.set_hours", |store, actor, input: WorkingHours| hours::set_hours(store, actor, &input)),
        verb("staff.add_leave", |store, actor, input: LeaveInput| hours::add_leave(store, actor, &input)),
        verb("staff.end_leave", |store, actor, input: OfLeave| hours::end_leave(store, actor, input)),
    ]
}
