//! Photos of clients: standard views before and after, kept as they were taken.
//!
//! The original is sealed on disk with its SHA-256 and never altered ([`add`]); previews are made of it beside the
//! desk ([`previews`]), upright and without what the camera wrote beside the picture. What leaves the program is
//! such a copy in full size ([`export`]), and where it is meant for publicity only with that consent
//! (个人信息保护法 29, 民法典 1019). A photo taken into the wrong file is taken out with a reason and stays readable.
//!
//! A camera's card is looked at when the screen asks ([`card`]) instead of through the system's file events: cards
//! come and go with their mount, which those events do not survive.

pub mod add;
pub mod card;
pub mod edit;
mod exif;
pub mod export;
pub mod list;
pub mod previews;
pub mod show;
mod types;

pub use types::*;
