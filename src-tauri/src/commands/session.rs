//! Signing in, locking, drafts.

use std::sync::Arc;

use jingtai_clinic::drafts::{self, DraftOf, SaveDraft};
use jingtai_clinic::staff::{self, ChangePin, Me, SignIn};
use jingtai_clinic::{Error, ErrorCode};
use serde::Deserialize;
use ts_rs::TS;

use super::{Command, Nothing, on_desk, verb};
use crate::desk::Desk;

/// The PIN of who is signed in behind the lock, or of anybody who closes a client screen.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PinInput {
    /// Six digits.
    pub pin: String,
}

pub(super) fn commands() -> Vec<Command> {
    vec![
        on_desk("session.people", |desk, _: Nothing| staff::people(&*desk.store()?)),
        on_desk("session.sign_in", |desk, input: SignIn| sign_in(desk, &input)),
        on_desk("session.lock", |desk, _: Nothing| {
            desk.lock();
            desk.store()?.flush_reads()
        }),
        on_desk("session.unlock", |desk, input: PinInput| {
            let session = desk.session().ok_or(ErrorCode::SignedOut)?;
            sign_in(desk, &SignIn { staff_id: session.staff_id(), pin: input.pin })
        }),
        on_desk("session.sign_out", |desk, _: Nothing| {
            desk.sign_out();
            desk.store()?.flush_reads()
        }),
        verb("session.change_pin", |store, actor, input: ChangePin| staff::change_pin(store, actor, &input)),
        verb("drafts.save", |store, actor, input: SaveDraft| drafts::save(store, actor, &input)),
        verb("drafts.leave", |store, actor, input: SaveDraft| drafts::leave(store, actor, &input)),
        verb("drafts.load", |store, actor, input: DraftOf| drafts::load(store, actor, &input)),
    ]
}

fn sign_in(desk: &Arc<Desk>, input: &SignIn) -> Result<Me, Error> {
    let session = staff::sign_in(&*desk.store()?, input)?;
    let me = staff::me(&session);
    desk.sign_in(session);
    Ok(me)
}
