//! The program's start: what the arguments ask for.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use jingtai_desktop::args::{Args, Wish};
use jingtai_desktop::{keyring_check, typescript, window};

fn main() {
    tracing_subscriber::fmt().with_writer(std::io::stderr).init();
    match Args::parse(std::env::args().skip(1)) {
        Ok(Wish::PrintTypeScript) => print!("{}", typescript::module()),
        Ok(Wish::CheckKeyring(clinic)) => keyring_check::print_fingerprint(clinic),
        Ok(Wish::Window(args)) => {
            if let Err(error) = window::run(args) {
                tracing::error!(%error, "the window could not be opened");
                std::process::exit(1);
            }
        }
        Err(problem) => {
            eprintln!("{problem}\n{}", Args::USAGE);
            std::process::exit(2);
        }
    }
}
