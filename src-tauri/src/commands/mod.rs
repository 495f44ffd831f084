//! The commands that the screens call: parse, call the verb, map the error. One file per domain.
//!
//! A table of our own behind one Tauri command, rather than one Tauri command each: the same table gives the
//! screens their types (`typescript`), and every command can be called in a test without a window.

pub mod appointments;
pub mod audit;
pub mod billing;
pub mod catalogue;
pub mod clients;
pub mod clinic;
pub mod complaints;
pub mod membership;
pub mod photos;
pub mod session;
pub mod setup;
pub mod staff;
pub mod stock;
pub mod traces;
pub mod treatments;
pub mod visits;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jingtai_clinic::{Actor, Error, ErrorCode, Store};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::desk::Desk;
use crate::typescript::Types;

/// An error as the screens get it.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Failure {
    /// The stable code.
    pub code: ErrorCode,
    /// The input's field, where there is one.
    pub field: Option<String>,
    /// What the message names.
    pub params: BTreeMap<String, String>,
}

impl Failure {
    pub(crate) fn bad_command() -> Failure {
        Error::from(ErrorCode::BadCommand).into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        let mut causes = Vec::new();
        let mut source = std::error::Error::source(&error);
        while let Some(cause) = source {
            causes.push(cause.to_string());
            source = cause.source();
        }
        tracing::info!(%error, ?causes, "refused");
        Failure {
            code: error.code,
            field: error.field.map(str::to_owned),
            params: error.params.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        }
    }
}

/// The input of a command that needs none.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[ts(type = "Record<string, never>")]
pub struct Nothing {}

/// An answer as the JSON that the screens read: written once, not first as a tree of values.
pub type Json = String;

type Run = Box<dyn Fn(&Arc<Desk>, Value) -> Result<Json, Error> + Send + Sync>;
type RunUpload = Box<dyn Fn(&Arc<Desk>, Value, &[u8]) -> Result<Json, Error> + Send + Sync>;
type RunDownload = Box<dyn Fn(&Arc<Desk>, Value) -> Result<Vec<u8>, Error> + Send + Sync>;

/// A command: its name, what it does, and its types.
pub struct Command {
    /// As the screens call it.
    pub name: &'static str,
    run: Run,
    /// The names of its input's and output's types.
    pub describe: fn(&mut Types) -> (String, String),
}

/// A command that takes bytes.
pub struct Upload {
    /// As the screens call it.
    pub name: &'static str,
    run: RunUpload,
    /// The names of its input's and output's types.
    pub describe: fn(&mut Types) -> (String, String),
}

/// A command that gives bytes.
pub struct Download {
    /// As the screens call it.
    pub name: &'static str,
    run: RunDownload,
    /// The name of its input's type.
    pub describe: fn(&mut Types) -> String,
}

fn parse<I: DeserializeOwned>(input: Value) -> Result<I, Error> {
    serde_json::from_value(input).map_err(|error| ErrorCode::BadCommand.because(error))
}

fn write<O: Serialize>(output: &O) -> Result<Json, Error> {
    serde_json::to_string(output).map_err(|error| ErrorCode::BadCommand.because(error))
}

/// A command on the desk itself.
fn on_desk<I: DeserializeOwned + TS + 'static, O: Serialize + TS + 'static>(
    name: &'static str,
    run: impl Fn(&Arc<Desk>, I) -> Result<O, Error> + Send + Sync + 'static,
) -> Command {
    Command {
        name,
        run: Box::new(move |desk, input| write(&run(desk, parse(input)?)?)),
        describe: |types| (types.name_of::<I>(), types.name_of::<O>()),
    }
}

/// A command that is one verb, done by who is signed in.
fn verb<I: DeserializeOwned + TS + 'static, O: Serialize + TS + 'static>(
    name: &'static str,
    run: impl Fn(&Store, &Actor, I) -> Result<O, Error> + Send + Sync + 'static,
) -> Command {
    on_desk(name, move |desk, input| run(&*desk.store()?, &desk.actor()?, input))
}

/// A verb that takes bytes.
fn verb_with_bytes<I: DeserializeOwned + TS + 'static, O: Serialize + TS + 'static>(
    name: &'static str,
    run: impl Fn(&Arc<Desk>, &Store, &Actor, I, &[u8]) -> Result<O, Error> + Send + Sync + 'static,
) -> Upload {
    Upload {
        name,
        run: Box::new(move |desk, input, bytes| {
            write(&run(desk, &*desk.store()?, &desk.actor()?, parse(input)?, bytes)?)
        }),
        describe: |types| (types.name_of::<I>(), types.name_of::<O>()),
    }
}

/// A verb that gives bytes.
fn verb_for_bytes<I: DeserializeOwned + TS + 'static>(
    name: &'static str,
    run: impl Fn(&Arc<Desk>, I) -> Result<Vec<u8>, Error> + Send + Sync + 'static,
) -> Download {
    Download {
        name,
        run: Box::new(move |desk, input| run(desk, parse(input)?)),
        describe: |types| types.name_of::<I>(),
    }
}

/// All commands.
#[must_use]
pub fn all() -> Vec<Command> {
    [
        setup::commands(),
        session::commands(),
        clinic::commands(),
        catalogue::commands(),
        stock::commands(),
        treatments::commands(),
        complaints::commands(),
        traces::commands(),
        photos::commands(),
        staff::commands(),
        audit::commands(),
        billing::commands(),
        membership::commands(),
        clients::commands(),
        appointments::commands(),
        visits::commands(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All commands that take bytes.
#[must_use]
pub fn uploads() -> Vec<Upload> {
    [
        clinic::uploads(),
        billing::uploads(),
        catalogue::uploads(),
        stock::uploads(),
        treatments::uploads(),
        photos::uploads(),
        clients::uploads(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// All commands that give bytes.
#[must_use]
pub fn downloads() -> Vec<Download> {
    [
        clinic::downloads(),
        stock::downloads(),
        treatments::downloads(),
        photos::downloads(),
        clients::downloads(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

static COMMANDS: LazyLock<BTreeMap<&'static str, Command>> =
    LazyLock::new(|| all().into_iter().map(|command| (command.name, command)).collect());
static UPLOADS: LazyLock<BTreeMap<&'static str, Upload>> =
    LazyLock::new(|| uploads().into_iter().map(|upload| (upload.name, upload)).collect());
static DOWNLOADS: LazyLock<BTreeMap<&'static str, Download>> =
    LazyLock::new(|| downloads().into_iter().map(|download| (download.name, download)).collect());

/// Runs a command.
///
/// # Errors
/// Its error; [`ErrorCode::BadCommand`] for an unknown name or an input of the wrong form.
pub fn call(desk: &Arc<Desk>, name: &str, input: Value) -> Result<Json, Failure> {
    let command = COMMANDS.get(name).ok_or_else(Failure::bad_command)?;
    Ok((command.run)(desk, input)?)
}

/// Runs a command that takes bytes.
///
/// # Errors
/// As [`call`].
pub fn upload(desk: &Arc<Desk>, name: &str, input: Value, bytes: &[u8]) -> Result<Json, Failure> {
    let upload = UPLOADS.get(name).ok_or_else(Failure::bad_command)?;
    Ok((upload.run)(desk, input, bytes)?)
}

/// Runs a command that gives bytes.
///
/// # Errors
/// As [`call`].
pub fn download(desk: &Arc<Desk>, name: &str, input: Value) -> Result<Vec<u8>, Failure> {
    let download = DOWNLOADS.get(name).ok_or_else(Failure::bad_command)?;
    Ok((download.run)(desk, input)?)
}

/// The input of an upload, which travels percent-encoded in a header.
///
/// # Errors
/// [`ErrorCode::BadCommand`].
pub fn read_header(text: &str) -> Result<Value, Failure> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        let (Some(high), Some(low)) = (digit(rest.next()), digit(rest.next())) else {
            return Err(Failure::bad_command());
        };
        bytes.push((high * 16 + low) as u8);
    }
    serde_json::from_slice(&bytes).map_err(|error| Failure::from(ErrorCode::BadCommand.because(error)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_name() {
        assert_eq!(all().len(), COMMANDS.len());
        assert_eq!(uploads().len(), UPLOADS.len());
        assert_eq!(downloads().len(), DOWNLOADS.len());
    }

    #[test]
    fn a_header_brings_what_was_put_in() {
        let input = read_header("%7B%22title%22%3A%22%E6%97%A7%E7%97%85%E5%8E%86%22%7D").expect("reads");
        assert_eq!(input["title"], "\u{65e7}\u{75c5}\u{5386}");
        assert!(read_header("%7").is_err());
        assert!(read_header("%zz").is_err());
    }
}
