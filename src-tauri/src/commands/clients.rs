//! Client files, and lists of them.

use std::sync::atomic::Ordering;

use jingtai_clinic::clients::alerts::{self, AddAlert, EndAlert, OfClient};
use jingtai_clinic::clients::assign::{self, Assign};
use jingtai_clinic::clients::data_consents::{self, DataConsentFor};
use jingtai_clinic::clients::duplicates::{self, DuplicateQuery};
use jingtai_clinic::clients::edit::{self, EditClient};
use jingtai_clinic::clients::export::{self, ExportClients, ExportFormat};
use jingtai_clinic::clients::import::{self, Columns, ImportOptions, ImportPhase, Mapping};
use jingtai_clinic::clients::join::{self, EndJoin, Join};
use jingtai_clinic::clients::reveal::{self, RevealOf};
use jingtai_clinic::clients::scans::{self, AddScan, OfScan};
use jingtai_clinic::clients::search::{self, FindClients};
use jingtai_clinic::clients::{ClientInput, create, open};

use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Download, Nothing, Upload, on_desk, verb, verb_for_bytes, verb_with_bytes};
use crate::desk::News;

/// A list to look at; its bytes travel beside.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreviewImport {
    /// The file's name.
    pub file_name: String,
    /// How its columns are known.
    pub columns: Columns,
}

/// A list to import; its bytes travel beside.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunImport {
    /// The file's name.
    pub file_name: String,
    /// What each column holds.
    pub mapping: Mapping,
    /// How to import.
    pub options: ImportOptions,
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("clients.find", |store, actor, input: FindClients| search::find(store, actor, &input)),
        verb("clients.possible_duplicates", |store, actor, input: DuplicateQuery| {
            duplicates::possible(store, actor, &input)
        }),
        verb("clients.open", |store, actor, input: OfClient| open::open(store, actor, input)),
        verb("clients.health", |store, actor, input: OfClient| alerts::health(store, actor, input)),
        verb("clients.create", |store, actor, input: ClientInput| create::create(store, actor, &input)),
        verb("clients.edit", |store, actor, input: EditClient| edit::edit(store, actor, &input)),
        verb("clients.reveal", |store, actor, input: RevealOf| reveal::reveal(store, actor, &input)),
        verb("clients.assign", |store, actor, input: Assign| assign::assign(store, actor, &input)),
        verb("clients.add_alert", |store, actor, input: AddAlert| alerts::add_alert(store, actor, &input)),
        verb("clients.end_alert", |store, actor, input: EndAlert| alerts::end_alert(store, actor, &input)),
        verb("clients.give_data_consent", |store, actor, input: DataConsentFor| {
            data_consents::give(store, actor, input)
        }),
        verb("clients.withdraw_data_consent", |store, actor, input: DataConsentFor| {
            data_consents::withdraw(store, actor, input)
        }),
        verb("clients.remove_scan", |store, actor, input: OfScan| scans::remove(store, actor, input)),
        verb("clients.join", |store, actor, input: Join| join::join(store, actor, input)),
        verb("clients.end_join", |store, actor, input: EndJoin| join::end_join(store, actor, input)),
        on_desk("clients.export", |desk, input: ExportClients| {
            let extension = match input.format {
                ExportFormat::Xlsx => "xlsx",
                ExportFormat::Csv => "csv",
            };
            let store = desk.store()?;
            export::export(
                &store,
                &desk.actor()?,
                &input,
                &desk.free_export_path(&store, "clients", extension)?,
            )
        }),
        on_desk("clients.cancel_import", |desk, _: Nothing| {
            desk.import_cancelled.store(true, Ordering::Relaxed);
            Ok(())
        }),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    vec![
        verb_with_bytes("clients.add_scan", |_, store, actor, input: AddScan, bytes| {
            scans::add(store, actor, &input, bytes)
        }),
        verb_with_bytes("clients.import_preview", |_, store, actor, input: PreviewImport, bytes| {
            import::preview(store, actor, &input.file_name, bytes, &input.columns)
        }),
        verb_with_bytes("clients.import", |desk, store, actor, input: RunImport, bytes| {
            desk.import_cancelled.store(false, Ordering::Relaxed);
            let show = |phase: ImportPhase, done, total| {
                desk.tell(News::Progress { task: "import", phase: phase.as_str(), done, total });
            };
            let RunImport { file_name, mapping, options } = input;
            let cancelled = &desk.import_cancelled;
            let columns = Columns::Mapped(mapping);
            import::commit(store, actor, &file_name, bytes, &columns, options, &show, cancelled)
        }),
    ]
}

pub(super) fn downloads() -> Vec<Download> {
    vec![verb_for_bytes("clients.scan", |desk, input: OfScan| {
        scans::show(&*desk.store()?, &desk.actor()?, input)
    })]
}
