//! What axe-core finds on a screen that would keep a person from using it.

use crate::window::{Window, fail, or_fail, root};
use serde_json::Value;

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// axe-core's name of the rule, such as `color-contrast`.
    pub rule: String,
    /// `serious` or `critical`.
    pub impact: String,
    /// What to do.
    pub help: String,
    /// The elements, as CSS selectors.
    pub elements: Vec<String>,
}

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    // Behind a dialog nothing can be used, and its mask stands between every text and its ground.
    const dialogs = [...document.querySelectorAll('[role=dialog]')].filter((dialog) => dialog.checkVisibility());
    axe.run(dialogs.at(-1) ?? document, { resultTypes: ['violations'] }).then(
        (result) => done({ violations: result.violations.map((v) => ({
            rule: v.id, impact: v.impact, help: v.help, elements: v.nodes.map((n) => n.target.join(' ')),
        })) }),
        (error) => done({ error: String(error) }),
    );";

impl Window {
    /// The serious and critical violations of what the window shows now.
    #[track_caller]
    pub fn violations(&self) -> Vec<Violation> {
        let source = root().join("ui/node_modules/axe-core/axe.min.js");
        let axe = or_fail(std::fs::read_to_string(source), "axe-core is not there, run `npm ci` in ui/");
        // A script's `this` is not the window, and axe looks for it to hang itself on.
        self.script(&format!("if (!window.axe) {{ (function () {{ {axe} }}).call(window); }}"), vec![]);
        let result = self.script_async(RUN, vec![]);
        if let Some(error) = result["error"].as_str() {
            fail(&format!("axe-core failed: {error}"));
        }
        let violations = result["violations"].as_array().into_iter().flatten();
        violations.map(read).filter(|v| ["serious", "critical"].contains(&v.impact.as_str())).collect()
    }

    /// Fails the test if anything on the screen would keep a person from using it.
    #[track_caller]
    pub fn assert_accessible(&self) {
        let violations = self.violations();
        if !violations.is_empty() {
            fail(&format!("the screen is not accessible: {violations:#?}"));
        }
    }
}

fn read(violation: &Value) -> Violation {
    let text = |name: &str| violation[name].as_str().unwrap_or_default().to_owned();
    let elements = violation["elements"].as_array().into_iter().flatten();
    Violation {
        rule: text("rule"),
        impact: text("impact"),
        help: text("help"),
        elements: elements.filter_map(|e| e.as_str().map(str::to_owned)).collect(),
    }
}
