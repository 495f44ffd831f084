//! Who acts: a staff member's session, or a named rule of the system.

use crate::error::{ErrorCode, Result};
use crate::ids::StaffId;
use crate::permissions::{Permission, Role};
use crate::verbs::Verb;

/// A signed-in staff member. Made only by `staff::sign_in`, kept only in memory: a restart signs out.
#[derive(Clone, Debug)]
pub struct Session {
    staff_id: StaffId,
    name: String,
    roles: Vec<Role>,
}

impl Session {
    pub(crate) fn open(staff_id: StaffId, name: String, roles: Vec<Role>) -> Session {
        Session { staff_id, name, roles }
    }

    /// Who.
    #[must_use]
    pub fn staff_id(&self) -> StaffId {
        self.staff_id
    }

    /// The name at sign-in.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The roles at sign-in.
    #[must_use]
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Everything the roles allow together.
    #[must_use]
    pub fn permissions(&self) -> Vec<Permission> {
        Permission::ALL.iter().copied().filter(|permission| self.has(*permission)).collect()
    }

    /// Whether any of the roles has the permission.
    #[must_use]
    pub fn has(&self, permission: Permission) -> bool {
        self.roles.iter().any(|role| permission.roles().contains(role))
    }
}

/// A rule of the system, with the verbs it may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// First run: the clinic and its owner.
    FirstRun,
    /// The sign-in page, where nobody is signed in yet.
    SignInPage,
    /// Writes the batched audit lines of reads.
    AuditWriter,
    /// Makes smaller copies of photos.
    PreviewMaker,
}

impl Rule {
    fn may(self, verb: Verb) -> bool {
        let verbs: &[Verb] = match self {
            Rule::FirstRun => &[Verb::ClinicFound],
            Rule::SignInPage => &[Verb::SignIn, Verb::StaffAll, Verb::ClinicDetails, Verb::SettingsAll],
            Rule::AuditWriter => &[Verb::AuditFlush],
            Rule::PreviewMaker => &[Verb::PhotoPreview],
        };
        verbs.contains(&verb)
    }
}

/// Who acts.
#[derive(Clone, Debug)]
pub enum Actor {
    /// A person.
    Staff(Session),
    /// The program itself.
    System(Rule),
}

impl Actor {
    /// Refuses what the actor may not do.
    ///
    /// # Errors
    /// [`ErrorCode::NotPermitted`] with the verb's name.
    pub fn require(&self, verb: Verb) -> Result<()> {
        let allowed = match self {
            Actor::Staff(session) => session.has(verb.permission()),
            Actor::System(rule) => rule.may(verb),
        };
        if allowed { Ok(()) } else { Err(ErrorCode::NotPermitted.with("verb", verb.name())) }
    }

    /// The person, where it is one.
    #[must_use]
    pub fn staff_id(&self) -> Option<StaffId> {
        match self {
            Actor::Staff(session) => Some(session.staff_id),
            Actor::System(_) => None,
        }
    }

    /// Whether a person with this permission acts.
    #[must_use]
    pub fn has(&self, permission: Permission) -> bool {
        matches!(self, Actor::Staff(session) if session.has(permission))
    }
}

impl From<Session> for Actor {
    fn from(session: Session) -> Actor {
        Actor::Staff(session)
    }
}
