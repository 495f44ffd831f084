//! The board of today and what moves on it.

use jingtai_clinic::visits::{
    CheckIn, CloseForgotten, EditVisit, EndConsultation, FillTriage, MoveVisit, Numb, OfVisit, board,
    check_in, close, consultation, steps, triage,
};

use super::{Command, Nothing, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("visits.board", |store, actor, _: Nothing| board::board(store, actor)),
        verb("visits.check_in", |store, actor, input: CheckIn| check_in::check_in(store, actor, &input)),
        verb("visits.undo_check_in", |store, actor, input: OfVisit| check_in::undo(store, actor, input)),
        verb("visits.move", |store, actor, input: MoveVisit| steps::move_to(store, actor, &input)),
        verb("visits.undo_move", |store, actor, input: OfVisit| steps::undo(store, actor, input)),
        verb("visits.edit", |store, actor, input: EditVisit| steps::edit(store, actor, &input)),
        verb("visits.numb", |store, actor, input: Numb| steps::numb(store, actor, input)),
        verb("visits.close_forgotten", |store, actor, input: CloseForgotten| {
            close::close_forgotten(store, actor, &input)
        }),
        verb("triage.read", |store, actor, input: OfVisit| triage::read(store, actor, input)),
        verb("triage.fill", |store, actor, input: FillTriage| triage::fill(store, actor, &input)),
        verb("consultations.end", |store, actor, input: EndConsultation| {
            consultation::end(store, actor, &input)
        }),
    ]
}
