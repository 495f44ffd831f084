//! What the demo clinic's clients had in its old program when the till came into use, and what became of some sessions
//! since.

use chrono::{Datelike, NaiveDate};

use super::run::Run;
use crate::actor::Actor;
use crate::billing::entitlements::changes::{
    AgreedHow, ChangeSessions, ClientAgreement, SessionsBecome, change,
};
use crate::billing::entitlements::{self, EntitlementsOf};
use crate::billing::openings::enter::{enter, preview};
use crate::billing::openings::{EnterOpening, OpeningSource, PreviewOpening};
use crate::error::{ErrorCode, Result};
use crate::ids::{EntitlementChangeId, OpeningId, PointsEntryId};
use crate::membership::points::adjust::{AdjustPoints, adjust};
use crate::stock::Witnessed;

/// By the owner.
const OWNER: usize = 0;
/// One client in so many had something in the old program.
const HAD: usize = 9;

impl Run<'_> {
    /// Takes over what the old program says, from the two lists that it gave.
    pub(super) fn bring_forward(&self) -> Result<()> {
        let end = NaiveDate::from_ymd_opt(self.store.today().year(), 12, 31).unwrap_or_default();
        let mut balances =
            vec!["手机,姓名,储值本金,储值赠送,积分,积分到期日,累计消费,近12个月消费,会员等级".to_owned()];
        let mut sessions = vec!["手机,姓名,项目,剩余次数,单次原价,剩余实付,卡名".to_owned()];
        for (file, planned) in self.plan.files.iter().enumerate().filter(|(file, _)| file % HAD == 4) {
            let phone = planned.input.phones.first().and_then(|phone| phone.number.as_deref());
            let (Ok(_), Some(phone)) = (self.client(file), phone) else { continue };
            let who = format!("{phone},{}", planned.input.name);
            let spent = (file % 7 + 1) * 8_600;
            let paid_in = if file % 2 == 0 { (file % 5 + 1) * 2_000 } else { 0 };
            let tier = if spent >= 50_000 { "金卡会员" } else { "" };
            let (gift, points, year) = (paid_in / 10, spent / 10, spent / 3);
            balances.push(format!("{who},{paid_in},{gift},{points},{end},{spent},{year},{tier}"));
            if file % (3 * HAD) == 4 {
                let left = file % 4 + 1;
                sessions.push(format!("{who},光子嫩肤,{left},1280,{},老卡", left * 980));
            }
        }
        self.take_over("旧系统余额.csv", balances)?;
        self.take_over("旧系统疗程.csv", sessions)
    }

    /// Without the rows that the preview finds something wrong with: who has two files yet, or no phone.
    fn take_over(&self, name: &str, mut rows: Vec<String>) -> Result<()> {
        let (owner, source) = (self.by(OWNER), OpeningSource::File { file_name: name.to_owned() });
        let Actor::Staff(said) = owner else { return Err(ErrorCode::SignedOut.into()) };
        // Who had money may have had sessions as well: the second list comes on top of the first.
        let asked = PreviewOpening { source: source.clone(), again: true };
        let look = |rows: &[String]| preview(self.store, owner, &asked, rows.join("\n").as_bytes());
        for wrong in look(&rows)?.rows.iter().rev().filter(|row| row.problem.is_some()) {
            rows.remove(wrong.number as usize - 1);
        }
        let totals = look(&rows)?.totals;
        if totals.clients == 0 {
            return Ok(());
        }
        let input = EnterOpening { id: OpeningId(self.draw()), source, again: true, totals };
        enter(self.store, owner, &input, Some(said), rows.join("\n").as_bytes()).map(drop)
    }

    /// Somebody gives a session to a friend, or has another procedure instead; somebody gets points for a birthday.
    pub(super) fn change_ledgers(&self, coming: usize) -> Result<()> {
        let client = self.client(self.plan.comings[coming].client)?;
        if coming % 6 == 1 {
            let input = AdjustPoints {
                id: PointsEntryId(self.draw()),
                client,
                points: 200,
                expires_on: self.store.today().checked_add_months(chrono::Months::new(3)),
                reason: "生日礼".to_owned(),
            };
            adjust(self.store, self.by(OWNER), Witnessed { input: &input, witness: None })?;
        }
        if coming % 67 == 5 {
            self.give_tier(client)?;
        }
        if coming % 5 != 2 {
            return Ok(());
        }
        let owned =
            entitlements::of_client(self.store, self.by(OWNER), EntitlementsOf { client, all: false })?;
        let Some(one) = owned.into_iter().find(|one| one.left > 2 && one.away == 0) else { return Ok(()) };
        let other = self.files().flatten().find(|other| *other != client);
        let agreed = |note: &str| ClientAgreement { how: AgreedHow::Signed, note: note.to_owned() };
        let (becoming, reason) = match other {
            Some(to) if coming.is_multiple_of(2) => {
                let (giver, taker) = (agreed("转让书已存档"), agreed("转让书已存档"));
                (SessionsBecome::Transfer { to, giver, taker }, "转给姐妹一次")
            }
            _ => {
                let other = self.cast.procedures.iter().copied().find(|other| *other != one.procedure);
                let procedure = other.ok_or_else(|| ErrorCode::NotFound.at("procedure"))?;
                (SessionsBecome::Convert { procedure, into: 1 }, "皮肤状态改变，改做其他项目")
            }
        };
        let id = EntitlementChangeId(self.draw());
        let input =
            ChangeSessions { id, entitlement: one.id, sessions: 1, becoming, reason: reason.to_owned() };
        change(self.store, self.by(OWNER), Witnessed { input: &input, witness: None })
    }
}
