//! What spans crates: the harness that drives the real window, and the report that the benchmarks fill.
//!
//! A test speaks to [`window::Window`]; nothing here knows a screen of the program.

pub mod clinic;
pub mod report;

#[cfg(target_os = "linux")]
pub mod axe;
#[cfg(target_os = "linux")]
pub mod display;
#[cfg(target_os = "linux")]
pub mod driver;
#[cfg(target_os = "linux")]
pub mod group;
#[cfg(target_os = "linux")]
mod keyring;
#[cfg(target_os = "linux")]
pub mod keys;
#[cfg(target_os = "linux")]
pub mod target;
#[cfg(target_os = "linux")]
pub mod window;
