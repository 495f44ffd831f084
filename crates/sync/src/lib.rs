//! What computers exchange: the change record, the clock that orders it, and the rule that merges it.
//!
//! Nothing here reads a file, a socket, a wall clock or a source of randomness: time, keys and salts are
//! arguments, so that a simulator can own them. Storage belongs to `jingtai-clinic`, transport to the server.

pub mod clock;
pub mod merge;
pub mod record;

pub use clock::{Clock, Stamp};
pub use record::{Body, Change, ChangeRecord, Header, RecordError, RecordHash, RowChange, Value};
