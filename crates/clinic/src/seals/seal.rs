//! A seal made, and seals compared with what they list.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use super::parts::{Part, finished};
use crate::actor::Actor;
use crate::clients;
use crate::clients::types::ClientRef;
use crate::error::{ErrorCode, Result};
use crate::fields::{self, NAME_MAX};
use crate::ids::{ClientId, SealId, SealPartId};
use crate::staff::roster::name_of;
use crate::stock::Witnessed;
use crate::store::Store;
use crate::verbs::Verb;

/// The version of the manifest.
const FORMAT: u32 = 1;

/// What is sealed, and before whom.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SealRecord {
    /// Whose record.
    pub client: ClientId,
    /// Why: a complaint, a court, the client's wish.
    pub reason: String,
    /// Who stands for the client.
    pub party: String,
    /// As what: 本人, 配偶, 代理人.
    pub party_relation: String,
}

/// The list that two people sign for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The version of this form.
    pub format: u32,
    /// Whose record.
    pub client: ClientRef,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub at: i64,
    /// Why.
    pub reason: String,
    /// Who stands for the client.
    pub party: String,
    /// As what.
    pub party_relation: String,
    /// Who sealed.
    pub by: String,
    /// Who witnessed it.
    pub witness: String,
    /// The seal that this one adds to.
    pub supplement_of: Option<SealId>,
    /// What is sealed.
    pub parts: Vec<Part>,
}

/// A seal.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Seal {
    /// Its id.
    pub id: SealId,
    /// The list as it was signed for.
    pub manifest: Manifest,
    /// The hash of the list, in hexadecimal.
    pub sha256: String,
    /// Whether the list and every part still have their hashes.
    pub whole: bool,
    /// The parts that have not.
    #[ts(type = "Array<string>")]
    pub broken: Vec<Uuid>,
}

/// Whose seals.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SealsOf {
    /// The client.
    pub client: ClientId,
}

/// A client's seals and what came after them.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClientSeals {
    /// In the order of time.
    pub seals: Vec<Seal>,
    /// What is finished and in no seal.
    pub open: Vec<Part>,
}

/// A client's seals; the read leaves a trace.
///
/// # Errors
/// [`ErrorCode::FileDamaged`] for a list that cannot be read.
pub fn of_client(store: &Store, actor: &Actor, input: SealsOf) -> Result<ClientSeals> {
    store.read(actor, Verb::SealRead, |read| {
        read.note(input.client);
        let connection = read.connection();
        let family = clients::family(connection, input.client)?;
        let parts = finished(connection, &family)?;
        let seals = load(connection, &family, &parts)?;
        let open = parts.into_iter().filter(|part| !sealed(&seals, part.id)).collect();
        Ok(ClientSeals { seals, open })
    })
}

fn sealed(seals: &[Seal], part: Uuid) -> bool {
    seals.iter().any(|seal| seal.manifest.parts.iter().any(|sealed| sealed.id == part))
}

/// Seals everything that is finished and in no seal yet: the first time all of it, then as a supplement.
///
/// # Errors
/// [`ErrorCode::WitnessRequired`] without a second person; [`ErrorCode::NothingToSeal`]; by field
/// [`ErrorCode::ReasonRequired`], [`ErrorCode::Required`].
pub fn seal(store: &Store, actor: &Actor, sealing: Witnessed<'_, SealRecord>) -> Result<SealId> {
    let input = sealing.input;
    store.transact(actor, Verb::SealRecord, |tx| {
        let witness = sealing.required(actor)?;
        let reason = fields::reason(&input.reason)?;
        let party = fields::required("party", &input.party, NAME_MAX)?;
        let party_relation = fields::required("partyRelation", &input.party_relation, NAME_MAX)?;
        let connection = tx.connection();
        let client =
            clients::reference(connection, input.client)?.ok_or_else(|| ErrorCode::NotFound.at("client"))?;
        tx.about(client.id);
        let family = clients::family(connection, client.id)?;
        let mut parts = finished(connection, &family)?;
        let seals = load(connection, &family, &parts)?;
        parts.retain(|part| !sealed(&seals, part.id));
        if parts.is_empty() {
            return Err(ErrorCode::NothingToSeal.at("client"));
        }
        let id = SealId(tx.new_id());
        let manifest = Manifest {
            format: FORMAT,
            client,
            at: tx.now(),
            reason,
            party,
            party_relation,
            by: name_of(connection, tx.staff_id())?.unwrap_or_default(),
            witness: name_of(connection, Some(witness))?.unwrap_or_default(),
            supplement_of: seals.first().map(|seal| seal.id),
            parts,
        };
        let written =
            serde_json::to_string(&manifest).map_err(|error| ErrorCode::StorageFailed.because(error))?;
        tx.detail("parts", manifest.parts.len());
        tx.detail("reason", &manifest.reason);
        connection.execute(
            "INSERT INTO record_seal
                 (id, client_id, supplement_of, reason, party, party_relation, manifest, sha256, at, by, witness)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                manifest.client.id,
                manifest.supplement_of,
                manifest.reason,
                manifest.party,
                manifest.party_relation,
                written,
                <[u8; 32]>::from(Sha256::digest(&written)),
                tx.now(),
                tx.staff_id(),
                witness
            ],
        )?;
        for part in &manifest.parts {
            connection
                .prepare_cached("INSERT INTO record_seal_part (id, seal_id, part_id) VALUES (?1, ?2, ?3)")?
                .execute(params![SealPartId(tx.new_id()), id, part.id])?;
        }
        Ok(id)
    })
}

fn load(connection: &Connection, family: &[ClientId], parts: &[Part]) -> Result<Vec<Seal>> {
    let now: BTreeMap<Uuid, &str> = parts.iter().map(|part| (part.id, part.sha256.as_str())).collect();
    let mut seals = Vec::new();
    for client in family {
        let mut statement = connection.prepare_cached(
            "SELECT id, manifest, sha256 FROM record_seal WHERE client_id = ?1 ORDER BY at, id",
        )?;
        let rows = statement.query_map([client], |row| {
            Ok((row.get::<_, SealId>(0)?, row.get::<_, String>(1)?, row.get::<_, [u8; 32]>(2)?))
        })?;
        for row in rows {
            let (id, written, sha256) = row?;
            let manifest: Manifest =
                serde_json::from_str(&written).map_err(|error| ErrorCode::FileDamaged.because(error))?;
            let stands = |part: &&Part| now.get(&part.id) != Some(&part.sha256.as_str());
            let broken: Vec<Uuid> = manifest.parts.iter().filter(stands).map(|part| part.id).collect();
            let whole = broken.is_empty() && <[u8; 32]>::from(Sha256::digest(&written)) == sha256;
            seals.push(Seal { id, manifest, sha256: data_encoding::HEXLOWER.encode(&sha256), whole, broken });
        }
    }
    seals.sort_by_key(|seal: &Seal| (seal.manifest.at, seal.id));
    Ok(seals)
}
