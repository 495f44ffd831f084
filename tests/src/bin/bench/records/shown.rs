//! A client's whole timeline as the window gets it: asked for by the page, answered as something the page can read.

use super::house::{House, REGULARS};
use anyhow::{Context, Result};
use jingtai_clinic::ids::ClientId;
use jingtai_tests::clinic;
use jingtai_tests::report::{Goal, Measure, median};
use jingtai_tests::window::{Setup, Window};
use serde_json::json;

/// Each regular once, as the core is asked.
pub(super) fn measure(house: House) -> Result<Vec<Measure>> {
    let House { store, clients, dir, .. } = house;
    drop(store);
    let window = Setup::new().data(dir.path()).open();
    window.css("[data-testid=passphrase]").type_text(clinic::PASSPHRASE);
    window.press("Enter");
    window.test_id("people-filter").type_text(clinic::OWNER);
    window.press("Enter");
    window.test_id("pin").type_text(clinic::OWNER_PIN);
    window.press("Enter");
    window.test_id("frame").wait();
    let look = |client: &ClientId| timeline_ms(&window, &client.0.to_string());
    let took = clients[..REGULARS].iter().map(look).collect::<Result<Vec<_>>>()?;
    let name = "timeline of 500 records in the window: median";
    Ok(vec![Measure::new(name, median(took).context("looks")?, "ms").goal(Goal::AtMost(16.0))])
}

fn timeline_ms(window: &Window, client: &str) -> Result<f64> {
    let script = "
        const [input, done] = arguments;
        const began = performance.now();
        window.__TAURI_INTERNALS__.invoke('call', { name: 'traces.timeline', input }).then(
            ({ records }) => done(records.length > 0 ? performance.now() - began : null), () => done(null));";
    let took = window.script_async(script, vec![json!({ "client": client })]);
    took.as_f64().context("the timeline is answered")
}
