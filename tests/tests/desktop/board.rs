//! Check-in and the board of today.

use jingtai_clinic::Role;
use serde_json::{Value, json};

use crate::demo;

/// Somebody of the demo who has not come today and has no appointment today.
fn somebody_not_here(window: &jingtai_tests::window::Window) -> String {
    let call = |name: &str, input: Value| {
        window.invoke("call", json!({ "name": name, "input": input })).expect("a read that is allowed")
    };
    let board = call("visits.board", json!({}));
    let here = board.to_string();
    let hits = call("clients.find", json!({ "query": "", "limit": 50 }));
    let names: Vec<&str> =
        hits.as_array().expect("hits").iter().filter_map(|hit| hit["name"].as_str()).collect();
    let free = |name: &&&str| {
        name.chars().count() == 3
            && !here.contains(**name)
            && names.iter().filter(|other| other.contains(**name)).count() == 1
    };
    (*names.iter().find(free).expect("somebody is not here")).to_owned()
}

#[test]
fn a_returning_client_is_checked_in_with_f3_three_characters_enter_enter() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let name = somebody_not_here(window);
    window.assert_accessible();
    window.press("F3");
    window.test_id("check-in-search").type_text(&name);
    window.test_id("check-in-hit").containing(&name).wait();
    window.press("Enter");
    window.test_id("check-in-confirm").wait();
    window.assert_accessible();
    window.press("Enter");
    window.test_id("board-column-arrived").containing(&name).wait();
}

#[test]
fn an_appointment_arrives_moves_and_comes_back_by_undo() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let board = window.invoke("call", json!({ "name": "visits.board", "input": {} })).expect("the board");
    let coming = &board["coming"][0];
    let (id, client) = (coming["id"].clone(), coming["client"]["id"].clone());
    let name = coming["client"]["name"].as_str().expect("a name").to_owned();
    let checked_in = window
        .invoke(
            "call",
            json!({ "name": "visits.check_in",
                    "input": { "client": client, "appointment": id, "doctor": null, "procedure": null } }),
        )
        .expect("checks in");
    // The board follows what another place did.
    window.test_id("board-column-arrived").containing(&name).wait();
    let card = format!("board-card-{}", checked_in["visit"].as_str().expect("an id"));
    window.test_id(&card).click();
    window.press("Esc");
    window.test_id(&card).wait();
    let visit = json!({ "visit": checked_in["visit"], "to": "consulting" });
    window.invoke("call", json!({ "name": "visits.move", "input": visit })).expect("moves");
    window.test_id("board-column-consulting").containing(&name).wait();
    let visit = json!({ "visit": checked_in["visit"] });
    window.invoke("call", json!({ "name": "visits.undo_move", "input": visit })).expect("undoes");
    window.test_id("board-column-arrived").containing(&name).wait();
}
