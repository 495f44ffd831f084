//! Staff members: who they are, what they may do, how they sign in, what doctors are registered for.

pub mod pin;
pub mod registrations;
pub mod roster;
pub mod session;

pub(crate) use registrations::registered_for;
pub use registrations::{
    EndRegistration, PermitProcedures, Registration, RegistrationInput, end_registration, permit_procedures,
    register,
};
pub(crate) use roster::insert;
pub use roster::{EditStaff, NewStaff, ResetPin, StaffInput, StaffMember, add, all, edit, reset_pin};
pub use session::{ChangePin, Me, Person, SignIn, change_pin, me, people, sign_in, signer, witness};
