//! The calendar.

use jingtai_clinic::appointments::{
    AppointmentInput, CalendarQuery, CancelAppointment, ClashQuery, EditAppointment, OfAppointment, book,
    calendar, clash, status,
};

use super::{Command, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("appointments.calendar", |store, actor, input: CalendarQuery| {
            calendar::calendar(store, actor, input)
        }),
        verb("appointments.clashes", |store, actor, input: ClashQuery| clash::clashes(store, actor, &input)),
        verb("appointments.book", |store, actor, input: AppointmentInput| book::book(store, actor, &input)),
        verb("appointments.edit", |store, actor, input: EditAppointment| book::edit(store, actor, &input)),
        verb("appointments.confirm", |store, actor, input: OfAppointment| {
            status::confirm(store, actor, input)
        }),
        verb("appointments.no_show", |store, actor, input: OfAppointment| {
            status::no_show(store, actor, input)
        }),
        verb("appointments.cancel", |store, actor, input: CancelAppointment| {
            status::cancel(store, actor, &input)
        }),
        verb("appointments.reopen", |store, actor, input: OfAppointment| status::reopen(store, actor, input)),
    ]
}
