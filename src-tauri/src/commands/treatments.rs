//! Plans and treatment records.

use jingtai_clinic::plans::open::{self as plans, PlansOf};
use jingtai_clinic::plans::{AgreePlan, ClosePlan, DecidePlan, DraftPlan, agree, decide, draft};
use jingtai_clinic::treatments::last_time::{self, AsLastTime};
use jingtai_clinic::treatments::list::{self, ListTreatments};
use jingtai_clinic::treatments::{
    DiscardTreatment, OfTreatment, SaveTreatment, StartTreatment, choices, open, save, start,
};

use super::{Command, Nothing, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("plans.of_client", |store, actor, input: PlansOf| plans::of_client(store, actor, input)),
        verb("plans.waiting", |store, actor, _: Nothing| plans::waiting(store, actor)),
        verb("plans.draft", |store, actor, input: DraftPlan| draft::draft(store, actor, &input)),
        verb("plans.close", |store, actor, input: ClosePlan| draft::close(store, actor, &input)),
        verb("plans.decide", |store, actor, input: DecidePlan| decide::decide(store, actor, &input)),
        verb("plans.agree", |store, actor, input: AgreePlan| agree::agree(store, actor, &input)),
        verb("treatments.list", |store, actor, input: ListTreatments| list::list(store, actor, input)),
        verb("treatments.open", |store, actor, input: OfTreatment| open::open(store, actor, input)),
        verb("treatments.choices", |store, actor, _: Nothing| choices::choices(store, actor)),
        verb("treatments.start", |store, actor, input: StartTreatment| start::start(store, actor, &input)),
        verb("treatments.save", |store, actor, input: SaveTreatment| save::save(store, actor, &input)),
        verb("treatments.discard", |store, actor, input: DiscardTreatment| {
            save::discard(store, actor, &input)
        }),
        verb("treatments.as_last_time", |store, actor, input: AsLastTime| {
            last_time::as_last_time(store, actor, input)
        }),
    ]
}
