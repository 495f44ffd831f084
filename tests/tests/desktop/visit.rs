//! A visit as it is lived: moved by hand, the screen turned to the client, a code scanned anywhere.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};

/// Somebody who waits at the first step, and whose form is not filled in yet where `without_triage`.
fn somebody_who_arrived(window: &Window, without_triage: bool) -> Value {
    let board = call(window, "visits.board", json!({}));
    let cards = board["visits"].as_array().expect("cards").clone();
    let fits = |card: &&Value| {
        card["leftAt"].is_null()
            && (card["step"] == "arrived" || card["step"] == "triage")
            && (!without_triage || card["hasTriage"] == false)
    };
    if let Some(card) = cards.iter().find(fits) {
        return card.clone();
    }
    // Nobody does: the next who is expected comes now.
    let coming = &board["coming"][0];
    let input = json!({ "client": coming["client"]["id"], "appointment": coming["id"], "doctor": null, "procedure": null });
    let visit = call(window, "visits.check_in", input)["visit"].clone();
    let board = call(window, "visits.board", json!({}));
    let card = board["visits"].as_array().expect("cards").iter().find(|card| card["id"] == visit).cloned();
    card.expect("the card of who came")
}

#[test]
fn a_card_is_dragged_to_the_next_step_and_taken_back() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let visit = somebody_who_arrived(window, false);
    let step = visit["step"].as_str().expect("a step").to_owned();
    let card = format!("board-card-{}", visit["id"].as_str().expect("an id"));
    window.test_id(&card).drag_to(&window.test_id("board-column-consulting"));
    window.test_id("board-column-consulting").test_id(&card).wait();
    assert_eq!(window.test_id("visit-panel").count(), 0, "a drag is no click");
    window.test_id(&card).click();
    window.test_id("visit-next").wait();
    window.press("Esc");
    window.test_id("visit-next").wait_gone();
    window.press("U");
    window.test_id(&format!("board-column-{step}")).test_id(&card).wait();
}

#[test]
fn a_client_fills_in_the_form_and_only_a_pin_leads_back() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    let visit = somebody_who_arrived(window, true);
    let id = visit["id"].as_str().expect("an id").to_owned();
    window.test_id(&format!("board-card-{id}")).click();
    window.test_id("triage-turn").click();
    window.test_id("triage-begin").wait();
    window.assert_accessible();
    window.screenshot("turned-greeting");
    window.test_id("triage-begin").click();
    window.test_id("triage-wish").test_id("triage-text").type_text("\u{6de1}\u{6591}");
    window.test_id("triage-next").click();
    if visit["client"]["sex"] != "male" {
        window.test_id("triage-choice-no").click();
        window.test_id("triage-next").click();
    }
    window.test_id("triage-allergies").test_id("triage-none").click();
    window.assert_accessible();
    window.screenshot("turned-question");
    // Nothing of the program can be reached: not by its keys, nor by a scan.
    for keys in ["F3", "Ctrl+K", "F2", "Esc", "Ctrl+N"] {
        window.press(keys);
    }
    window.scan("JT1:A000001\n");
    window.test_id("triage-allergies").wait();
    assert_eq!(window.test_id("check-in-search").count(), 0);
    window.test_id("triage-next").click();
    for question in ["medication", "keloid", "recentTreatments"] {
        window.test_id(&format!("triage-{question}")).wait();
        window.test_id("triage-next").click();
    }
    window.test_id("triage-review").wait();
    window.assert_accessible();
    window.screenshot("turned-review");
    window.test_id("triage-finish").click();
    window.test_id("triage-thanks").wait();

    window.test_id("client-facing-staff").click();
    window.test_id("client-facing-pin-input").type_text("111112");
    window.press("Enter");
    window.wait_until("a wrong PIN is refused", || {
        !window.test_id("client-facing-pin").css("[role=alert]").shown().is_empty()
    });
    window.test_id("client-facing-pin-input").type_text(&demo::somebody(Role::Nurse).1);
    window.press("Enter");
    window.test_id("client-facing").wait_gone();
    window.test_id("board").wait();
    let filled = call(window, "triage.read", json!({ "visit": id }))["current"].clone();
    assert_eq!((&filled["wish"], &filled["filledBy"]), (&json!("\u{6de1}\u{6591}"), &json!("client")));
    assert_eq!(filled["allergies"], "\u{6ca1}\u{6709}");
}

#[test]
fn a_member_code_is_taken_wherever_the_caret_is() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let board = call(window, "visits.board", json!({}));
    let coming = &board["coming"][0]["client"];
    let (number, name) = (coming["memberNumber"].as_str().expect("a number"), coming["name"].clone());
    let name = name.as_str().expect("a name");
    let code = format!("JT1:{number}\n");

    // Nothing has the caret: the check-in stands ready, and Enter, Enter does it.
    window.test_id("board").wait();
    window.scan(&code);
    window.test_id("check-in-hit").containing(name).wait();
    window.press("Esc");
    window.test_id("check-in-hit").wait_gone();

    // The caret is in a note: what was typed stays, the code is taken out.
    window.test_id("rail-calendar").click();
    window.test_id("appointment-new").click();
    window.test_id("appointment-note").type_text("abc");
    window.scan(&code);
    window.test_id("check-in-hit").containing(name).wait();
    window.press("Enter");
    window.test_id("check-in-confirm").wait();
    window.press("Enter");
    window.test_id("check-in-confirm").wait_gone();
    assert_eq!(window.test_id("appointment-note").value(), "abc");
    window.press("Esc");

    // Among the files it opens the file.
    window.test_id("rail-clients").click();
    window.test_id("clients-row").nth(0).wait();
    window.scan(&code);
    window.test_id("client-timeline").wait();
    window.test_id("client-code").click();
    window.test_id("client-qr").wait();
    window.containing(number).wait();
}

#[test]
fn a_turned_screen_stays_turned_whatever_the_client_presses() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    let visit = somebody_who_arrived(window, true);
    window.test_id(&format!("board-card-{}", visit["id"].as_str().expect("an id"))).click();
    window.test_id("triage-turn").click();
    window.test_id("triage-begin").wait();
    for keys in ["F5", "Ctrl+R", "Alt+Left"] {
        window.press(keys);
        window.test_id("triage-begin").wait();
    }
    // However it came about.
    window.script("document.getElementById('cover').replaceChildren(); location.reload();", vec![]);
    window.test_id("triage-begin").wait();
    let menu = "return document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))";
    assert_eq!(window.script(menu, vec![]), json!(false), "no menu offers to reload");
}
