//! Complaints and adverse reactions, and the desk of what needs care.

use jingtai_clinic::complaints::list::{self, ListComplaints};
use jingtai_clinic::complaints::open::{self, OfComplaint};
use jingtai_clinic::complaints::step::{self, CloseComplaint, OfStep, TakeStep};
use jingtai_clinic::complaints::take::{self, TakeComplaint, TreatmentsOf};
use jingtai_clinic::compliance;

use super::{Command, Nothing, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("complaints.list", |store, actor, input: ListComplaints| list::list(store, actor, input)),
        verb("complaints.open", |store, actor, input: OfComplaint| open::open(store, actor, input)),
        verb("complaints.treatments_of", |store, actor, input: TreatmentsOf| {
            take::treatments_of(store, actor, input)
        }),
        verb("complaints.take", |store, actor, input: TakeComplaint| take::take(store, actor, &input)),
        verb("complaints.step", |store, actor, input: TakeStep| step::take(store, actor, &input)),
        verb("complaints.close", |store, actor, input: CloseComplaint| step::close(store, actor, &input)),
        verb("complaints.take_back", |store, actor, input: OfStep| step::take_back(store, actor, input)),
        verb("compliance.desk", |store, actor, _: Nothing| compliance::desk(store, actor)),
        verb("compliance.counts", |store, actor, _: Nothing| compliance::counts(store, actor)),
    ]
}
