//! Look-up: by batch, by doctor, by device, by supplier; a client's timeline; who touched a record.

use jingtai_clinic::tables::{self, ExportTable};
use jingtai_clinic::traces::batch::{self, TraceBatch};
use jingtai_clinic::traces::export::{self, ExportRecall};
use jingtai_clinic::traces::find::{self, FindTreatments};
use jingtai_clinic::traces::hands;
use jingtai_clinic::traces::timeline::{self, TimelineOf};
use jingtai_clinic::treatments::signed::OfSigned;

use super::{Command, on_desk, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("traces.batch", |store, actor, input: TraceBatch| batch::of_batch(store, actor, input)),
        verb("traces.find", |store, actor, input: FindTreatments| find::find(store, actor, input)),
        verb("traces.timeline", |store, actor, input: TimelineOf| timeline::of_client(store, actor, input)),
        verb("traces.hands", |store, actor, input: OfSigned| hands::of_record(store, actor, input)),
        on_desk("traces.export", |desk, input: ExportRecall| {
            let store = desk.store()?;
            let path = desk.free_export_path(&store, "recall", "xlsx")?;
            export::export(&store, &desk.actor()?, &input, &path)
        }),
        on_desk("tables.export", |desk, input: ExportTable| {
            let store = desk.store()?;
            let path = desk.free_export_path(&store, "table", "xlsx")?;
            tables::export(&store, &desk.actor()?, &input, &path)
        }),
    ]
}
