//! What needs care, and a client's reaction: told, answered, taken back, closed, and said at the next arrival.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};

/// Opens what needs care.
pub(crate) fn desk(window: &Window) {
    window.test_id("rail-compliance").click();
    window.test_id("matter-open").nth(0).wait();
}

/// Opens the first complaint that waits for an answer.
pub(crate) fn complaint(window: &Window) {
    window.test_id("rail-compliance").click();
    window.test_id("compliance-tab-complaints").click();
    window.test_id("complaint-row").nth(0).click();
    window.test_id("complaint-page").wait();
}

#[test]
fn what_needs_care_stands_in_three_columns_and_opens_what_it_is_about() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let counts = call(window, "compliance.counts", json!({}));
    desk(window);
    for level in ["now", "month", "soon"] {
        assert_eq!(
            window.test_id(&format!("care-{level}-count")).shown(),
            counts[level].to_string(),
            "{level}"
        );
    }
    assert_eq!(window.test_id("compliance-count").shown(), counts["now"].to_string());
    window.assert_accessible();
    window.screenshot("compliance");

    // An override is noted as seen where it stands, and is gone.
    let overrides = window.test_id("matter-see").count();
    assert!(overrides > 0, "the demo has one");
    window.test_id("matter-see").nth(0).click();
    window.wait_until("it is gone", || window.test_id("matter-see").count() == overrides - 1);

    // The licence opens the clinic's details, a registration its doctor.
    for (words, shows) in [("执业许可证", "clinic-licence-ends"), ("主诊医师", "registration")] {
        window.test_id("compliance-filter").type_text(words);
        window.wait_until("one is left", || window.test_id("matter-open").count() == 1);
        window.test_id("matter-open").click();
        window.css(&format!("[data-testid^={shows}]")).wait();
        window.press("Esc");
        desk(window);
    }

    // The list of complaints leaves as a file.
    window.test_id("compliance-tab-complaints").click();
    window.test_id("complaint-row").nth(0).wait();
    window.test_id("export-complaints").click();
    window.test_id("exported-complaints").wait();
}

#[test]
fn a_treatment_says_what_was_complained_of_after_it() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let all = call(window, "complaints.list", json!({ "client": null, "closed": true }));
    let about = all.as_array().expect("lines").iter().find(|line| !line["signed"].is_null()).expect("one");
    let number = about["client"]["memberNumber"].as_str().expect("a number");
    window.test_id("rail-clients").click();
    window.test_id("clients-search").type_text(number);
    window.wait_until("nobody else is in the list", || window.test_id("clients-row").count() == 1);
    window.test_id("clients-row").click();
    window.test_id("client-complaints").test_id("complaint-line").wait();
    window.assert_accessible();
    window.screenshot("complaint-in-file");
    window.press("T");
    window.test_id("timeline-complaint").click();
    window.test_id("complaint-page").wait();
    assert_eq!(window.test_id("complaint-text").shown(), about["text"].as_str().expect("a text"));
    window.press("Esc");
    window.test_id("timeline-complaint").wait();
}

#[test]
fn a_reaction_is_told_answered_closed_and_said_at_the_next_arrival() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let hits = call(window, "clients.find", json!({ "query": "", "limit": 60 }));
    let here = call(window, "visits.board", json!({}));
    let is_here = |hit: &Value| {
        let visits = here["visits"]
            .as_array()
            .expect("visits")
            .iter()
            .chain(here["coming"].as_array().expect("coming"));
        visits.into_iter().any(|visit| visit["client"]["id"] == hit["id"])
    };
    let told = call(window, "complaints.list", json!({ "client": null, "closed": true }));
    let complained =
        |hit: &Value| told.as_array().expect("lines").iter().any(|line| line["client"]["id"] == hit["id"]);
    let client = hits.as_array().expect("clients").iter().find(|hit| !is_here(hit) && !complained(hit));
    let client = client.expect("somebody who is not here").clone();
    let number = client["memberNumber"].as_str().expect("a number");

    desk(window);
    window.press("Ctrl+N");
    window.css("[data-testid=complaint-client] input").type_text(number);
    window.css(".ant-select-item-option").wait();
    window.wait_until("only this client is offered", || window.css(".ant-select-item-option").count() == 1);
    window.press("Enter");
    window.test_id("complaint-kind-adverse_reaction").click();
    window.test_id("complaint-new-severity-severe").click();
    window.test_id("complaint-new-text").paste_text("右脸肿胀 𠮷");
    window.assert_accessible();
    window.screenshot("complaint-take");
    window.press("Ctrl+Enter");
    window.test_id("complaint-page").wait();
    assert_eq!(window.test_id("complaint-text").shown(), "右脸肿胀 𠮷");
    assert_eq!(window.test_id("complaint-state").shown(), "待答复");

    // Nothing said is refused at the field; an answer stops the clock; taken back it runs again.
    window.test_id("complaint-do-answered").click();
    window.test_id("complaint-step-ok").click();
    window.css(".ant-form-item-explain-error").wait();
    window.test_id("complaint-step-text").type_text("马上回院检查");
    window.press("Ctrl+Enter");
    window.containing("处理中").wait();
    window.test_id("complaint-step").wait();
    window.assert_accessible();
    window.screenshot("complaint-answered");
    window.test_id("complaint-step-back").click();
    window.wait_until("it waits again", || window.test_id("complaint-state").shown() == "待答复");

    window.test_id("complaint-do-closed").click();
    window.test_id("complaint-outcome-recovered").click();
    window.test_id("complaint-step-text").type_text("三天后消退");
    window.press("Ctrl+Enter");
    window.wait_until("it is closed", || window.test_id("complaint-state").shown().contains("已痊愈"));
    window.test_id("complaint-do-reopened").click();
    window.test_id("complaint-step-text").type_text("又肿了");
    window.press("Ctrl+Enter");
    // The end was an answer.
    window.wait_until("it is open", || window.test_id("complaint-state").shown() == "处理中");

    // Whoever receives the client is told.
    window.test_id("rail-today").click();
    window.press("F3");
    window.test_id("check-in-search").type_text(number);
    window.test_id("check-in-hit").containing(client["name"].as_str().expect("a name")).wait();
    window.press("Enter");
    window.test_id("check-in-confirm").wait();
    window.css("[data-testid=arrival-alerts] [data-kind=complaint]").wait();
    window.screenshot("complaint-arrival");
}
