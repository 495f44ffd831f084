//! Photos of clients.

use jingtai_clinic::photos::add::{self, AddFromCard, AddPhoto};
use jingtai_clinic::photos::card::{self, LookAtCard, OnCard};
use jingtai_clinic::photos::edit::{self, DescribePhoto, MarkPhoto, OfPhoto, RemovePhoto};
use jingtai_clinic::photos::export::{self, ExportPhotos};
use jingtai_clinic::photos::list::{self, PhotosOf};
use jingtai_clinic::photos::show::{self, ShowPhoto};

use super::{Command, Download, Nothing, Upload, on_desk, verb, verb_for_bytes, verb_with_bytes};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("photos.of_client", |store, actor, input: PhotosOf| list::of_client(store, actor, input)),
        verb("photos.cards", |store, actor, _: Nothing| card::cards(store, actor)),
        verb("photos.card", |store, actor, input: LookAtCard| card::look(store, actor, &input)),
        verb("photos.add_from_card", |store, actor, input: AddFromCard| {
            add::add_from_card(store, actor, &input)
        }),
        verb("photos.describe", |store, actor, input: DescribePhoto| edit::describe(store, actor, &input)),
        verb("photos.mark", |store, actor, input: MarkPhoto| edit::mark(store, actor, input)),
        verb("photos.remove", |store, actor, input: RemovePhoto| edit::remove(store, actor, &input)),
        verb("photos.restore", |store, actor, input: OfPhoto| edit::restore(store, actor, input)),
        on_desk("photos.export", |desk, input: ExportPhotos| {
            let store = desk.store()?;
            let folder = desk.free_export_folder(&store, "photos")?;
            export::export(&store, &desk.actor()?, &input, &folder)
        }),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    vec![verb_with_bytes("photos.add", |_, store, actor, input: AddPhoto, bytes| {
        add::add(store, actor, &input, bytes)
    })]
}

pub(super) fn downloads() -> Vec<Download> {
    vec![
        verb_for_bytes("photos.show", |desk, input: ShowPhoto| {
            show::show(&*desk.store()?, &desk.actor()?, input)
        }),
        verb_for_bytes("photos.card_preview", |desk, input: OnCard| card::preview(&desk.actor()?, &input)),
    ]
}
