//! Plans, consents and treatment records.

use jingtai_clinic::consents::{self, ConsentsOf, NotePaperConsent, OfConsent, WithdrawConsent};
use jingtai_clinic::plans::open::{self as plans, PlansOf};
use jingtai_clinic::plans::{AgreePlan, ClosePlan, DecidePlan, DraftPlan, agree, decide, draft};
use jingtai_clinic::seals::seal::{self as seals, SealRecord, SealsOf};
use jingtai_clinic::treatments::amend::{self, AmendTreatment, WithdrawTreatment};
use jingtai_clinic::treatments::last_time::{self, AsLastTime};
use jingtai_clinic::treatments::list::{self, ListTreatments};
use jingtai_clinic::treatments::overrides::{self, ListOverrides, OfOverride};
use jingtai_clinic::treatments::sign::{self, SignTreatment};
use jingtai_clinic::treatments::signed::{self, OfSigned, SignedOf};
use jingtai_clinic::treatments::{
    DiscardTreatment, OfTreatment, SaveTreatment, StartTreatment, choices, gate, open, save, start,
};
use jingtai_clinic::{Error, Session, Store, staff};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use ts_rs::TS;

use super::stock::witnessed;
use super::{Command, Download, Nothing, Upload, verb, verb_for_bytes, verb_with_bytes};

/// What a doctor does with the PIN.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Signing<T> {
    /// What is done.
    pub input: T,
    /// The doctor, with the PIN.
    pub signer: staff::SignIn,
}

/// A verb that a doctor proves with a PIN, whoever is signed in.
fn signed_by_doctor<I, O>(
    name: &'static str,
    run: impl Fn(&Store, &Session, &I) -> Result<O, Error> + Send + Sync + 'static,
) -> Command
where
    I: DeserializeOwned + TS + 'static,
    O: serde::Serialize + TS + 'static,
    Signing<I>: TS,
{
    verb(name, move |store, actor, asked: Signing<I>| {
        run(store, &staff::signer(store, actor, &asked.signer)?, &asked.input)
    })
}

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
        verb("treatments.obstacles", |store, actor, input: OfTreatment| gate::obstacles(store, actor, input)),
        signed_by_doctor::<SignTreatment, _>("treatments.sign", sign::sign),
        signed_by_doctor::<AmendTreatment, _>("treatments.amend", amend::amend),
        signed_by_doctor::<WithdrawTreatment, _>("treatments.withdraw", amend::withdraw),
        verb("treatments.signed", |store, actor, input: OfSigned| signed::open(store, actor, input)),
        verb("treatments.signed_of", |store, actor, input: SignedOf| signed::of_client(store, actor, input)),
        verb("overrides.list", |store, actor, input: ListOverrides| overrides::list(store, actor, input)),
        verb("overrides.see", |store, actor, input: OfOverride| overrides::see(store, actor, input)),
        verb("seals.of_client", |store, actor, input: SealsOf| seals::of_client(store, actor, input)),
        witnessed::<SealRecord, _>("seals.seal", seals::seal),
        verb("consents.of_client", |store, actor, input: ConsentsOf| {
            consents::of_client(store, actor, input)
        }),
        verb("consents.withdraw", |store, actor, input: WithdrawConsent| {
            consents::withdraw(store, actor, &input)
        }),
    ]
}

pub(super) fn uploads() -> Vec<Upload> {
    // The bytes are the scan of the paper; none where there is none.
    vec![
        verb_with_bytes("consents.note_paper", |_, store, actor, input: NotePaperConsent, scan| {
            consents::note_paper(store, actor, &input, scan)
        }),
        verb_with_bytes("consents.add_scan", |_, store, actor, input: OfConsent, scan| {
            consents::scans::add(store, actor, input, scan)
        }),
    ]
}

pub(super) fn downloads() -> Vec<Download> {
    vec![verb_for_bytes("consents.scan", |desk, input: OfConsent| {
        consents::scans::scan(&*desk.store()?, &desk.actor()?, input)
    })]
}
