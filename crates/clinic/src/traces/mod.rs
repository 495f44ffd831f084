//! Look-up: from a batch to everybody on whom it was used, from a record to every hand that touched it, from a client
//! back to the supplier, and by doctor, procedure, product and equipment.

pub mod batch;
pub mod export;
pub mod find;
pub mod hands;
pub mod timeline;
