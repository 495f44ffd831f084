//! Sessions that become others: voided 作废, converted 转换 into another procedure's, transferred 转让 to another client.
//!
//! What was paid for them goes with them. Nobody sells or buys: what they became is of the same line of the same sale, so
//! that a refund of that line finds all of them. What the clinic keeps of voided sessions is executed without a treatment.
//! A change that was wrong is taken back by one that names it, as long as nothing came of what the sessions became.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Change, Entitlement, EntitlementCause, Given, give, one, write};
use crate::actor::Actor;
use crate::amounts::Fen;
use crate::billing::lines::{SESSIONS_MAX, listed, require_unsold};
use crate::billing::price::portion;
use crate::clients::{self, types::words};
use crate::error::{ErrorCode, Result};
use crate::fields::{self, LINE_MAX, between};
use crate::ids::{ClientId, EntitlementChangeId, EntitlementId, ProcedureId, StaffId};
use crate::permissions::Permission;
use crate::stock::Witnessed;
use crate::store::{Store, Tx};
use crate::verbs::Verb;

words! {
    /// What becomes of sessions.
    EntitlementChangeKind {
        /// They count no more.
        Void = "void",
        /// They become another procedure's.
        Convert = "convert",
        /// They become another client's.
        Transfer = "transfer",
    }

    /// How a client agreed.
    AgreedHow {
        /// Face to face.
        InPerson = "in_person",
        /// On paper that the clinic keeps.
        Signed = "signed",
        /// In a message that the clinic keeps.
        Message = "message",
    }
}

/// A client's consent to a transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientAgreement {
    /// How it was given.
    pub how: AgreedHow,
    /// In words: who, where the paper is.
    pub note: String,
}

/// What becomes of sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SessionsBecome {
    /// Nothing.
    Void,
    /// Another procedure's.
    Convert {
        /// Of which.
        procedure: ProcedureId,
        /// How many.
        into: u32,
    },
    /// Another client's.
    Transfer {
        /// Whose.
        to: ClientId,
        /// The consent of who had them.
        giver: ClientAgreement,
        /// The consent of who has them now.
        taker: ClientAgreement,
    },
}

/// A change of sessions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeSessions {
    /// Drawn once by the window: said twice, it is done once.
    pub id: EntitlementChangeId,
    /// Of which.
    pub entitlement: EntitlementId,
    /// So many, at most what is left.
    pub sessions: u32,
    /// What of them.
    pub becoming: SessionsBecome,
    /// Why.
    pub reason: String,
}

/// A change to take back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReverseChange {
    /// Its own id, drawn once by the window: said twice, it is taken back once.
    pub id: EntitlementChangeId,
    /// The change that was wrong.
    pub change: EntitlementChangeId,
    /// Why.
    pub reason: String,
}

/// Changes sessions. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`] of the entitlement, the procedure or the client, [`ErrorCode::InvalidValue`] of more sessions
/// than there are, [`ErrorCode::SameProcedure`], [`ErrorCode::TransferToSelf`], [`ErrorCode::ReasonRequired`],
/// [`ErrorCode::ApprovalRequired`], [`ErrorCode::NotPermitted`] of the approver.
pub fn change(store: &Store, actor: &Actor, changing: Witnessed<'_, ChangeSessions>) -> Result<()> {
    let input = changing.input;
    store.transact(actor, Verb::EntitlementChange, |tx| {
        if already(tx, input.id, input.entitlement, None)? {
            return Ok(());
        }
        let (client, had) = one(tx.connection(), input.entitlement, tx.today())?;
        tx.about(client);
        let sessions = between("sessions", i64::from(input.sessions), 1, had.left.max(0))?;
        let reason = fields::reason(&input.reason)?;
        let moved = portion(Fen(had.unredeemed.0.max(0)), 0, sessions, had.left);
        let taking = Taking { tx, id: input.id, client, had: &had, sessions, moved };
        let (kind, into, giver, taker) = match &input.becoming {
            SessionsBecome::Void => (EntitlementChangeKind::Void, None, None, None),
            SessionsBecome::Convert { procedure, into } => {
                let into = (client, taking.convert(*procedure, *into)?);
                (EntitlementChangeKind::Convert, Some(into), None, None)
            }
            SessionsBecome::Transfer { to, giver, taker } => {
                let to = taking.taker(*to)?;
                let into = (to, taking.transfer(to)?);
                (EntitlementChangeKind::Transfer, Some(into), Some(giver), Some(taker))
            }
        };
        taking.take(kind)?;
        let change = Row {
            id: input.id,
            kind,
            entitlement: input.entitlement,
            client,
            sessions,
            into,
            reverses: None,
            reason: &reason,
            giver: agreed("giver", giver)?,
            taker: agreed("taker", taker)?,
            approver: changing.approved(actor, Permission::ChangeLedgers, "ledgers")?,
        };
        change.write(tx)?;
        tx.detail("kind", kind.as_str());
        tx.detail("sessions", sessions);
        if let Some((to, _)) = into.filter(|(to, _)| *to != client)
            && let Some(taker) = clients::reference(tx.connection(), to)?
        {
            tx.detail("taker", taker.member_number);
        }
        Ok(())
    })
}

/// Takes a change back. The second person, where there is one, approves what the first may not.
///
/// # Errors
/// [`ErrorCode::NotFound`], [`ErrorCode::CannotReverse`] of what itself takes one back, [`ErrorCode::AlreadyReversed`],
/// [`ErrorCode::SessionsUsed`] where something came of what they became, [`ErrorCode::PlanLineSold`] where the plan's
/// sessions were sold again; [`ErrorCode::ReasonRequired`], [`ErrorCode::ApprovalRequired`],
/// [`ErrorCode::NotPermitted`] of the approver.
pub fn reverse(store: &Store, actor: &Actor, reversing: Witnessed<'_, ReverseChange>) -> Result<()> {
    let input = reversing.input;
    store.transact(actor, Verb::EntitlementReverse, |tx| {
        let connection = tx.connection();
        type Found =
            (EntitlementChangeKind, EntitlementId, ClientId, i64, Option<EntitlementId>, Option<ClientId>, bool);
        let found: Option<Found> = connection
            .query_row(
                "SELECT kind, entitlement_id, client_id, sessions, into_id, into_client_id, reverses IS NOT NULL
                 FROM entitlement_change WHERE id = ?1",
                [input.change],
                |row| {
                    Ok((
                        row.get(0)?,
                        row.get(1)?,
                        row.get(2)?,
                        row.get(3)?,
                        row.get(4)?,
                        row.get(5)?,
                        row.get(6)?,
                    ))
                },
            )
            .optional()?;
        let (kind, entitlement, client, sessions, into, into_client, reversal) =
            found.ok_or_else(|| ErrorCode::NotFound.at("change"))?;
        if already(tx, input.id, entitlement, Some(input.change))? {
            return Ok(());
        }
        tx.about(client);
        if reversal {
            return Err(ErrorCode::CannotReverse.at("change"));
        }
        let mut reversed = connection.prepare("SELECT 1 FROM entitlement_change WHERE reverses = ?1")?;
        if reversed.exists([input.change])? {
            return Err(ErrorCode::AlreadyReversed.at("change"));
        }
        let reason = fields::reason(&input.reason)?;
        let (mut moved, mut executed) = (Fen(0), Fen(0));
        if let Some(into) = into {
            let (_, became) = one(connection, into, tx.today())?;
            if became.left != became.sessions || became.unredeemed != became.paid {
                return Err(ErrorCode::SessionsUsed.at("change").with("left", became.left.max(0)));
            }
            moved = became.paid;
            let back = Change { moved, change: Some(input.id), ..Change::of(cause(kind), -became.sessions) };
            write(tx, into, &back)?;
        } else {
            executed = connection.query_row(
                "SELECT sum(executed) FROM entitlement_entry WHERE change_id = ?1",
                [input.change],
                |row| row.get(0),
            )?;
        }
        let back = Change {
            moved: Fen(-moved.0),
            executed: Fen(-executed.0),
            change: Some(input.id),
            ..Change::of(cause(kind), sessions)
        };
        write(tx, entitlement, &back)?;
        let (_, now) = one(connection, entitlement, tx.today())?;
        if let Some(plan_line) = now.plan_line {
            require_unsold(connection, plan_line, "change")?;
        }
        let change = Row {
            id: input.id,
            kind,
            entitlement,
            client,
            sessions,
            into: into_client.zip(into),
            reverses: Some(input.change),
            reason: &reason,
            giver: agreed("giver", None)?,
            taker: agreed("taker", None)?,
            approver: reversing.approved(actor, Permission::ChangeLedgers, "ledgers")?,
        };
        change.write(tx)?;
        tx.detail("kind", kind.as_str());
        tx.detail("sessions", sessions);
        Ok(())
    })
}

/// As the entries say it.
fn cause(kind: EntitlementChangeKind) -> EntitlementCause {
    match kind {
        EntitlementChangeKind::Void => EntitlementCause::Voided,
        EntitlementChangeKind::Convert => EntitlementCause::Converted,
        EntitlementChangeKind::Transfer => EntitlementCause::Transferred,
    }
}

/// Whether a change of this id is written: this one, or it is another.
fn already(
    tx: &Tx<'_>,
    id: EntitlementChangeId,
    entitlement: EntitlementId,
    reverses: Option<EntitlementChangeId>,
) -> Result<bool> {
    let same: Option<bool> = tx
        .connection()
        .prepare_cached(
            "SELECT entitlement_id = ?2 AND reverses IS ?3 FROM entitlement_change WHERE id = ?1",
        )?
        .query_row(params![id, entitlement, reverses], |row| row.get(0))
        .optional()?;
    match same {
        Some(false) => Err(ErrorCode::ChangedMeanwhile.at("id")),
        Some(true) => Ok(true),
        None => Ok(false),
    }
}

/// How a client agreed, as it is kept; nothing where nobody need have.
fn agreed(field: &'static str, agreement: Option<&ClientAgreement>) -> Result<(&'static str, String)> {
    match agreement {
        None => Ok(("", String::new())),
        Some(given) => Ok((given.how.as_str(), fields::optional(field, &given.note, LINE_MAX)?)),
    }
}

/// Sessions that are being taken.
struct Taking<'a> {
    tx: &'a Tx<'a>,
    id: EntitlementChangeId,
    client: ClientId,
    had: &'a Entitlement,
    sessions: i64,
    /// What was paid for them.
    moved: Fen,
}

impl Taking<'_> {
    fn take(&self, kind: EntitlementChangeKind) -> Result<()> {
        let mut change = Change { change: Some(self.id), ..Change::of(cause(kind), -self.sessions) };
        match kind {
            EntitlementChangeKind::Void => change.executed = self.moved,
            EntitlementChangeKind::Convert | EntitlementChangeKind::Transfer => change.moved = self.moved,
        }
        write(self.tx, self.had.id, &change)
    }

    fn convert(&self, procedure: ProcedureId, into: u32) -> Result<EntitlementId> {
        if procedure == self.had.procedure {
            return Err(ErrorCode::SameProcedure.at("procedure"));
        }
        let into = between("into", i64::from(into), 1, SESSIONS_MAX)?;
        let listed = listed(self.tx.connection(), procedure)?;
        // Without a price of its own, one is an equal part of what was paid, rounded up.
        let list_price = listed.price.unwrap_or(Fen((self.moved.0 + into - 1) / into));
        let given = Given {
            client: self.client,
            procedure,
            name: &listed.name,
            standard_name: &listed.standard_name,
            sessions: into,
            list_price,
            ..self.of_had()
        };
        give(self.tx, &given)
    }

    /// Who takes them.
    fn taker(&self, to: ClientId) -> Result<ClientId> {
        let connection = self.tx.connection();
        clients::require(connection, to)?;
        let to = clients::survivor(connection, to)?;
        if to == clients::survivor(connection, self.client)? {
            return Err(ErrorCode::TransferToSelf.at("to"));
        }
        Ok(to)
    }

    fn transfer(&self, to: ClientId) -> Result<EntitlementId> {
        give(self.tx, &Given { client: to, ..self.of_had() })
    }

    fn of_had(&self) -> Given<'_> {
        Given {
            client: self.client,
            sale: self.had.sale,
            line: self.had.line,
            plan_line: None,
            procedure: self.had.procedure,
            name: &self.had.name,
            standard_name: &self.had.standard_name,
            card_name: &self.had.card_name,
            sessions: self.sessions,
            list_price: self.had.list_price,
            paid: self.moved,
            gift: self.had.gift,
            expires_on: self.had.expires_on,
            from: Some(self.had.id),
        }
    }
}

/// A change as it is written.
struct Row<'a> {
    id: EntitlementChangeId,
    kind: EntitlementChangeKind,
    entitlement: EntitlementId,
    client: ClientId,
    sessions: i64,
    into: Option<(ClientId, EntitlementId)>,
    reverses: Option<EntitlementChangeId>,
    reason: &'a str,
    giver: (&'static str, String),
    taker: (&'static str, String),
    approver: Option<StaffId>,
}

impl Row<'_> {
    fn write(&self, tx: &Tx<'_>) -> Result<()> {
        tx.connection().execute(
            "INSERT INTO entitlement_change (id, kind, entitlement_id, client_id, sessions, into_id, into_client_id,
                 reverses, reason, giver_agreed, giver_note, taker_agreed, taker_note, approved_by, business_day, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
            params![
                self.id,
                self.kind,
                self.entitlement,
                self.client,
                self.sessions,
                self.into.map(|(_, into)| into),
                self.into.map(|(client, _)| client),
                self.reverses,
                self.reason,
                self.giver.0,
                self.giver.1,
                self.taker.0,
                self.taker.1,
                self.approver,
                tx.today(),
                tx.now(),
                tx.staff_id()
            ],
        )?;
        Ok(())
    }
}
