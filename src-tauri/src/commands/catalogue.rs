//! The catalogue.

use jingtai_clinic::catalogue::export::{self, ExportCatalogue};
use jingtai_clinic::catalogue::history::{self, HistoryOf};
use jingtai_clinic::catalogue::starter::{self, AddStarter};
use jingtai_clinic::catalogue::{self, EquipmentInput, ProcedureInput, ProductInput, RoomInput, import};

use super::{Command, Nothing, Upload, on_desk, verb, verb_with_bytes};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("catalogue.all", |store, actor, _: Nothing| catalogue::all(store, actor)),
        verb("catalogue.history", |store, actor, input: HistoryOf| history::history(store, actor, input)),
        verb("catalogue.set_procedure", |store, actor, input: ProcedureInput| {
            catalogue::set_procedure(store, actor, &input)
        }),
        verb("catalogue.set_product", |store, actor, input: ProductInput| {
            catalogue::set_product(store, actor, &input)
        }),
        verb("catalogue.set_room", |store, actor, input: RoomInput| {
            catalogue::set_room(store, actor, &input)
        }),
        verb("catalogue.set_equipment", |store, actor, input: EquipmentInput| {
            catalogue::set_equipment(store, actor, &input)
        }),
        verb("catalogue.starter", |store, actor, _: Nothing| starter::starter(store, actor)),
        verb("catalogue.add_starter", |store, actor, input: AddStarter| starter::add(store, actor, &input)),
        on_desk("catalogue.export", |desk, input: ExportCatalogue| {
            let store = desk.store()?;
            let path = desk.free_export_path(&store, "catalogue", "xlsx")?;
            export::export(&store, &desk.actor()?, input, &path)
        }),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    vec![
        verb_with_bytes("catalogue.import_preview", |_, store, actor, _: Nothing, bytes| {
            import::preview(store, actor, bytes)
        }),
        verb_with_bytes("catalogue.import", |_, store, actor, _: Nothing, bytes| {
            import::commit(store, actor, bytes)
        }),
    ]
}
