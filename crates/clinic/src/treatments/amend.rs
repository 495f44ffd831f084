//! A signed record is never changed: an amendment stands beside it with who, when, why and the difference; a
//! withdrawal gives back what it took, and both stay readable (医疗纠纷预防和处理条例).

use chrono::NaiveDate;
use rusqlite::params;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

use super::signed::{amended, require_standing};
use super::types::TreatmentBody;
use crate::actor::{Actor, Session};
use crate::billing::entitlements;
use crate::catalogue::history::FieldChange;
use crate::error::{ErrorCode, Result};
use crate::fields::{self};
use crate::ids::{AmendmentId, MovementId, SignedTreatmentId, TreatmentWithdrawalId};
use crate::stock::used;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

/// What may be amended: what was seen, thought and said. What was used is amended by withdrawing the record and
/// writing it anew, so that the stock follows.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmendTreatment {
    /// Which.
    pub id: SignedTreatmentId,
    /// Why.
    pub reason: String,
    /// 适应证.
    pub indication: String,
    /// How it was done.
    pub course: String,
    /// 反应.
    pub reactions: String,
    /// 医嘱.
    pub advice: String,
    /// When to come again.
    pub next_on: Option<NaiveDate>,
}

/// A record to withdraw.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WithdrawTreatment {
    /// Which.
    pub id: SignedTreatmentId,
    /// Why.
    pub reason: String,
}

/// Amends a signed record, by a doctor who proved to be there with a PIN.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`]; [`ErrorCode::NothingAmended`]; [`ErrorCode::TreatmentWithdrawn`];
/// [`ErrorCode::NotFound`].
pub fn amend(store: &Store, doctor: &Session, input: &AmendTreatment) -> Result<()> {
    store.transact(&Actor::Staff(doctor.clone()), Verb::TreatmentAmend, |tx| {
        let reason = fields::reason(&input.reason)?;
        let now = standing(tx, input.id)?;
        let next = TreatmentBody {
            indication: fields::note("indication", &input.indication)?,
            course: fields::note("course", &input.course)?,
            reactions: fields::note("reactions", &input.reactions)?,
            advice: fields::note("advice", &input.advice)?,
            next_on: input.next_on,
            ..now.clone()
        };
        let changes = changes(&now, &next);
        if changes.is_empty() {
            return Err(ErrorCode::NothingAmended.at("reason"));
        }
        let written = serde_json::to_string(&changes).map_err(|error| ErrorCode::StorageFailed.because(error))?;
        tx.detail("fields", changes.len());
        tx.connection().execute(
            "INSERT INTO treatment_amendment (id, signed_id, reason, changes, at, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![AmendmentId(tx.new_id()), input.id, reason, written, tx.now(), tx.staff_id()],
        )?;
        Ok(())
    })
}

/// What the record says today, every amendment included.
fn standing(tx: &Tx<'_>, id: SignedTreatmentId) -> Result<TreatmentBody> {
    tx.about(require_standing(tx.connection(), id)?);
    amended(tx.connection(), id)
}

fn changes(before: &TreatmentBody, after: &TreatmentBody) -> Vec<FieldChange> {
    let fields: [(&str, Value, Value); 5] = [
        ("indication", json!(before.indication), json!(after.indication)),
        ("course", json!(before.course), json!(after.course)),
        ("reactions", json!(before.reactions), json!(after.reactions)),
        ("advice", json!(before.advice), json!(after.advice)),
        ("nextOn", json!(before.next_on), json!(after.next_on)),
    ];
    fields
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(field, before, after)| FieldChange { field: field.to_owned(), before, after })
        .collect()
}

/// A body with an amendment's changes.
pub(crate) fn apply(body: &mut TreatmentBody, changes: &[FieldChange]) {
    for change in changes {
        let text = || change.after.as_str().unwrap_or_default().to_owned();
        match change.field.as_str() {
            "indication" => body.indication = text(),
            "course" => body.course = text(),
            "reactions" => body.reactions = text(),
            "advice" => body.advice = text(),
            "nextOn" => body.next_on = change.after.as_str().and_then(|day| day.parse().ok()),
            _ => {}
        }
    }
}

/// Withdraws a signed record: what it took goes back into stock, but for toxin, whose book stands for itself and
/// waits for the record that is written anew.
///
/// # Errors
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::TreatmentWithdrawn`], [`ErrorCode::NotFound`].
pub fn withdraw(store: &Store, doctor: &Session, input: &WithdrawTreatment) -> Result<()> {
    store.transact(&Actor::Staff(doctor.clone()), Verb::TreatmentWithdraw, |tx| {
        let reason = fields::reason(&input.reason)?;
        tx.about(require_standing(tx.connection(), input.id)?);
        tx.detail("reason", &reason);
        tx.connection().execute(
            "INSERT INTO treatment_withdrawal (id, signed_id, reason, at, by) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![TreatmentWithdrawalId(tx.new_id()), input.id, reason, tx.now(), tx.staff_id()],
        )?;
        let movements: Vec<MovementId> = tx
            .connection()
            .prepare_cached(
                "SELECT movement_id FROM treatment_use JOIN stock_movement AS m ON m.id = movement_id
                 WHERE signed_id = ?1 AND vial_id IS NULL
                     AND NOT EXISTS (SELECT 1 FROM stock_movement AS back WHERE back.reverses = m.id)",
            )?
            .query_map([input.id], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for movement in movements {
            used::give_back(tx, movement, &reason)?;
        }
        entitlements::give_back(tx, input.id)?;
        Ok(())
    })
}
