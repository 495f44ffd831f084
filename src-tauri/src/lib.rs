//! The desktop program: the window, what it remembers between clicks, and the commands that the screens call.
//!
//! Rules belong to `jingtai-clinic`; a command parses, calls and maps the error. Nothing here writes to the
//! database but through a verb.

pub mod args;
pub mod background;
pub mod commands;
pub mod desk;
pub mod keyring_check;
pub mod typescript;
pub mod window;
