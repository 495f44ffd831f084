//! What the program can be told when it is started.

use std::path::PathBuf;

use jingtai_clinic::ids::ClinicId;

/// How the window is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args {
    /// Where the clinic's file is; the system's place for data where not given.
    pub data_dir: Option<PathBuf>,
    /// Open the demo clinic, making it where there is none.
    pub demo: bool,
    /// The window's inner size in logical pixels.
    pub size: Option<(u32, u32)>,
}

/// What a start is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The desk.
    Window(Args),
    /// The screens' types, generated.
    PrintTypeScript,
    /// Reads a key back from the keyring, for the process that put it there.
    CheckKeyring(ClinicId),
}

impl Args {
    /// What can be told.
    pub const USAGE: &str = "jingtai [--data-dir DIR] [--demo] [--window WIDTHxHEIGHT]\n\
        jingtai --print-typescript\n\
        jingtai --check-keyring CLINIC";

    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// A sentence about the first argument that is not understood.
    pub fn parse(arguments: impl Iterator<Item = String>) -> Result<Wish, String> {
        let mut args = Args::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
            match argument.as_str() {
                "--print-typescript" => return Ok(Wish::PrintTypeScript),
                "--check-keyring" => {
                    let id = value()?.parse().map_err(|error| format!("--check-keyring: {error}"))?;
                    return Ok(Wish::CheckKeyring(ClinicId(id)));
                }
                "--demo" => args.demo = true,
                "--data-dir" => args.data_dir = Some(PathBuf::from(value()?)),
                "--window" => {
                    let text = value()?;
                    let size =
                        text.split_once('x').and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
                    args.size = Some(size.ok_or(format!("--window {text}: not WIDTHxHEIGHT"))?);
                }
                other => return Err(format!("unknown argument {other}")),
            }
        }
        Ok(Wish::Window(args))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Wish, String> {
        Args::parse(line.split_whitespace().map(String::from))
    }

    #[test]
    fn arguments_are_read_and_mistakes_named() {
        let args = Args { data_dir: Some("x".into()), demo: true, size: Some((1366, 768)) };
        assert_eq!(parse("--demo --data-dir x --window 1366x768"), Ok(Wish::Window(args)));
        assert_eq!(parse(""), Ok(Wish::Window(Args::default())));
        assert!(parse("--window 1366").is_err_and(|problem| problem.contains("WIDTHxHEIGHT")));
        assert!(parse("--data-dir").is_err_and(|problem| problem.contains("needs a value")));
        assert!(parse("--dmeo").is_err_and(|problem| problem.contains("--dmeo")));
    }
}
