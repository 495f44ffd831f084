//! Sessions that become others, in the model: no fen and no session is made or lost by it.

use jingtai_clinic::ErrorCode;
use jingtai_clinic::billing::entitlements::Entitlement;
use jingtai_clinic::billing::entitlements::changes::{
    AgreedHow, ChangeSessions, ClientAgreement, ReverseChange, SessionsBecome, change, reverse,
};
use jingtai_clinic::ids::EntitlementChangeId;
use jingtai_clinic::stock::Witnessed;

use super::Desk;

impl Desk<'_> {
    pub(super) fn change(&mut self, which: usize, how: u8) {
        let left: Vec<Entitlement> = self.entitlements().into_iter().filter(|one| one.left > 0).collect();
        let Some(one) = left.get(which % left.len().max(1)) else { return };
        let agreed = || ClientAgreement { how: AgreedHow::InPerson, note: String::new() };
        let becoming = match how {
            0 => SessionsBecome::Void,
            1 => {
                let lips = self.till.house.lips;
                let other = if one.procedure == lips { self.till.laser } else { lips };
                SessionsBecome::Convert { procedure: other, into: 2 }
            }
            _ => SessionsBecome::Transfer { to: self.till.other, giver: agreed(), taker: agreed() },
        };
        let id = EntitlementChangeId(self.draw());
        let input =
            ChangeSessions { id, entitlement: one.id, sessions: 1, becoming, reason: "顾客要求".into() };
        let make = || change(self.store, &self.owner, Witnessed { input: &input, witness: None });
        make().expect("changes");
        make().expect("the same");
        self.changed.push(id);
    }

    pub(super) fn undo(&mut self, which: usize) {
        if self.changed.is_empty() {
            return;
        }
        let change = self.changed.remove(which % self.changed.len());
        let input =
            ReverseChange { id: EntitlementChangeId(self.draw()), change, reason: "做错了".into() };
        match reverse(self.store, &self.owner, Witnessed { input: &input, witness: None }) {
            Ok(()) => {}
            Err(wrong) => assert_eq!(wrong.code, ErrorCode::SessionsUsed),
        }
    }
}
