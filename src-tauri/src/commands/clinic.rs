//! The clinic's details and settings.

use jingtai_clinic::clinic::{self, ClinicDetails};
use jingtai_clinic::settings::{self, SetSetting};
use jingtai_clinic::{Actor, Rule};

use super::{Command, Download, Nothing, Upload, verb, verb_for_bytes, verb_with_bytes};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("clinic.details", |store, actor, _: Nothing| clinic::details(store, actor)),
        verb("clinic.edit", |store, actor, input: ClinicDetails| clinic::edit(store, actor, &input)),
        verb("settings.all", |store, actor, _: Nothing| settings::all(store, actor)),
        verb("settings.set", |store, actor, input: SetSetting| settings::set(store, actor, &input)),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    vec![verb_with_bytes("clinic.set_logo", |_, store, actor, _: Nothing, bytes| {
        clinic::set_logo(store, actor, bytes)
    })]
}

pub(super) fn downloads() -> Vec<Download> {
    vec![verb_for_bytes("clinic.logo", |desk, _: Nothing| {
        // The sign-in page shows it too.
        let logo = clinic::logo(&*desk.store()?, &Actor::System(Rule::SignInPage))?;
        Ok(logo.unwrap_or_default())
    })]
}
