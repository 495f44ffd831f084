//! Appointments: made by keys and moved by hand.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo;

fn of_today(window: &Window) -> Vec<Value> {
    let board = window.invoke("call", json!({ "name": "visits.board", "input": {} })).expect("the board");
    board["coming"].as_array().expect("appointments").clone()
}

fn shown(window: &Window, id: &str) -> Value {
    of_today(window).into_iter().find(|other| other["id"] == id).expect("still expected")
}

#[test]
fn an_appointment_is_dragged_to_another_doctor_confirmed_and_taken_back() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let booked = |coming: &Value| coming["status"] == "booked";
    let coming = of_today(window).into_iter().rfind(booked).expect("somebody has not confirmed yet");
    let id = coming["id"].as_str().expect("an id").to_owned();
    window.test_id("rail-calendar").click();
    let block = format!("appointment-{id}");
    window.test_id(&block).click();
    window.test_id("appointment-confirm").click();
    window.wait_until("it is confirmed", || shown(window, &id)["status"] == "confirmed");
    window.press("Esc");
    window.test_id("appointment-save").wait_gone();
    window.press("U");
    window.wait_until("it is booked again", || shown(window, &id)["status"] == "booked");
    window.screenshot("calendar-day");

    let column = "return document.querySelector(`[data-appointment='${arguments[0]}']`).closest('[data-column]').dataset.column";
    let here = window.script(column, vec![json!(id)]);
    let columns =
        "return [...document.querySelectorAll('[data-column]')].map((column) => column.dataset.column)";
    let columns = window.script(columns, vec![]);
    let other =
        columns.as_array().expect("columns").iter().find(|key| **key != here).expect("another column");
    let other = format!("calendar-column-{}", other.as_str().expect("a key"));
    window.test_id(&block).drag_to(&window.test_id(&other));
    let moved = || shown(window, &id)["doctor"] != coming["doctor"];
    let clashes = || window.test_id("appointment-clash-reason").count() > 0;
    window.wait_until("it is moved, or the clash is shown", || moved() || clashes());
    if clashes() {
        assert!(!moved(), "nothing is saved before the reason is typed");
        window.test_id("appointment-clash-reason").type_text("\u{8001}\u{987e}\u{5ba2}");
        window.test_id("appointment-save").click();
        window.wait_until("it is moved", moved);
    }
    window.test_id(&other).test_id(&block).wait();
}

#[test]
fn an_appointment_half_typed_is_there_again_after_a_power_cut() {
    let mut demo = demo::signed_in(Role::Reception);
    let draft = json!({ "name": "drafts.load", "input": { "form": "appointment.new" } });
    let window = &demo.window;
    window.test_id("rail-calendar").click();
    window.test_id("appointment-new").click();
    window.test_id("appointment-note").type_text("abc");
    window.wait_until("the draft is kept", || {
        window.invoke("call", draft.clone()).is_ok_and(|kept| !kept.is_null())
    });
    window.kill();
    demo.window.reopen();
    let window = &demo.window;
    demo::sign_in(window, Role::Reception);
    window.test_id("rail-calendar").click();
    window.test_id("appointment-new").click();
    window.test_id("appointment-draft-go-on").click();
    window.wait_until("the note is back", || window.test_id("appointment-note").value() == "abc");
}
