//! The owner's audit view.

use jingtai_clinic::audit::{self, AuditFilter, ExportAudit};

use super::{Command, Nothing, on_desk, verb};

pub(super) fn commands() -> Vec<Command> {
    vec![
        verb("audit.list", |store, actor, input: AuditFilter| audit::list(store, actor, &input)),
        on_desk("audit.export", |desk, input: ExportAudit| {
            audit::export(&*desk.store()?, &desk.actor()?, &input, desk.exports())
        }),
        verb("audit.verbs", |_, _, _: Nothing| Ok(audit::verbs())),
    ]
}
