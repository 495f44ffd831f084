//! Ledgers: sessions that somebody else gets, points by hand, and what clients had in the clinic's old program.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};
use crate::money::{choose_person, money, text};
use crate::records::open_file;
use crate::refunds::sell;

/// Two clients who have files of their own.
fn two(window: &Window) -> (Value, Value) {
    let hits = call(window, "clients.find", json!({ "query": "", "limit": 2 }));
    (hits[0].clone(), hits[1].clone())
}

/// Opens the points of somebody who has some.
pub(crate) fn with_points(window: &Window) {
    let client = find(window, |client| {
        let points = call(window, "points.of_client", json!({ "client": client["id"] }));
        points["lines"].as_array().is_some_and(|lines| lines.iter().any(|line| line["kind"] == "redeem"))
    });
    open_file(window, &client);
    window.test_id("client-points-all").click();
    window.test_id("points-line").nth(0).wait();
}

/// Opens an entitlement of which something became somebody else's, or another procedure's.
pub(crate) fn changed(window: &Window) {
    let away = |one: &Value| one["away"].as_i64() > Some(0);
    let client = find(window, |client| owned(window, client).iter().any(away));
    let number = owned(window, &client).into_iter().find(away).expect("it")["number"].clone();
    open_file(window, &client);
    window.test_id("client-entitlements-all").click();
    window.test_id("entitlements-drawer").text(text(&number)).nth(0).click();
    window.test_id("entitlement-step").nth(0).wait();
}

/// The first client of whom something holds.
pub(crate) fn find(window: &Window, holds: impl Fn(&Value) -> bool) -> Value {
    let page = |skip: u32| call(window, "clients.find", json!({ "query": "", "skip": skip, "limit": 100 }));
    (0..3)
        .flat_map(|n| page(n * 100).as_array().cloned().unwrap_or_default())
        .find(|client| holds(client))
        .expect("somebody")
}

fn owned(window: &Window, client: &Value) -> Vec<Value> {
    let of = json!({ "client": client["id"], "all": true });
    call(window, "entitlements.of_client", of).as_array().expect("entitlements").clone()
}

#[test]
fn sessions_are_given_to_somebody_else_by_who_may_and_are_taken_back() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let (giver, taker) = two(window);
    let sale = sell(window);
    let bought = sale["entitlements"].as_array().expect("sessions").iter();
    let bought = bought.clone().find(|one| one["gift"] == false).expect("sessions").clone();
    open_file(window, &giver);
    window.test_id("client-entitlements").wait();
    window.assert_accessible();
    window.screenshot("client-ledgers");
    window.test_id("client-entitlements-all").click();
    window.test_id("entitlements-drawer").text(text(&bought["number"])).nth(0).click();
    window.test_id("entitlement-drawer").wait();
    window.test_id("entitlement-transfer").click();
    window.test_id("change-sessions").type_text("2");
    window.test_id("change-to").click();
    window.test_id("change-to").css("input").type_text(text(&taker["memberNumber"]));
    window.css(".ant-select-item-option").containing(text(&taker["name"])).click();
    // Neither agreed yet: nothing can be done.
    assert!(window.test_id("change-apply").attribute("disabled").is_some());
    window.test_id("change-giver-in_person").click();
    window.test_id("change-taker-signed").click();
    window.test_id("change-reason").type_text("转给姐妹");
    let (owner, pin) = demo::somebody(Role::Owner);
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.assert_accessible();
    window.screenshot("entitlement-transfer");
    window.test_id("change-apply").click();
    window.test_id("entitlement-step").nth(0).wait();
    window.assert_accessible();
    window.screenshot("entitlement");
    let (had, paid) =
        (bought["sessions"].as_i64().expect("sessions"), bought["paid"].as_i64().expect("paid"));
    let theirs = owned(window, &taker);
    let theirs = theirs.iter().find(|one| one["from"] == bought["id"]).expect("the taker has them");
    assert_eq!((theirs["left"].as_i64(), theirs["paid"].as_i64()), (Some(2), Some(paid * 2 / had)));
    let left = |window: &Window| {
        let all = owned(window, &giver);
        all.iter().find(|one| one["id"] == bought["id"]).expect("it")["left"].as_i64()
    };
    assert_eq!(left(window), Some(had - 2));
    // The client changes their mind.
    window.test_id("entitlement-undo").click();
    window.test_id("change-reason").type_text("改主意了");
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.test_id("change-apply").click();
    window.test_id("entitlement-step").nth(1).wait();
    window.wait_until("they are back", || left(window) == Some(had));
}

#[test]
fn points_are_given_by_hand_and_the_file_says_what_ends_next() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let (client, _) = two(window);
    let points = || call(window, "points.of_client", json!({ "client": client["id"] }));
    let before = points()["balance"].as_i64().expect("a balance");
    open_file(window, &client);
    window.test_id("client-points-all").click();
    window.test_id("points-adjust").click();
    window.test_id("points-amount").type_text("500");
    window.test_id("points-reason").type_text("答谢会");
    window.assert_accessible();
    window.test_id("points-apply").click();
    window.test_id("points-line").nth(0).wait();
    window.wait_until("they are there", || points()["balance"] == before + 500);
    window.assert_accessible();
    window.screenshot("points");
    window.test_id("points-undo").nth(0).click();
    window.test_id("points-reason").type_text("重复了");
    window.test_id("points-apply").click();
    window.wait_until("they are taken back", || points()["balance"] == before);
}

#[test]
fn what_clients_had_is_taken_over_from_a_spreadsheet_and_taken_back_whole() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    // Somebody who had nothing in the old program yet, as far as is known here.
    let hits = call(window, "clients.find", json!({ "query": "", "limit": 60 }));
    let fresh = |client: &&Value| {
        let of = json!({ "client": client["id"] });
        call(window, "openings.of_client", of).as_array().is_some_and(Vec::is_empty)
    };
    let client = hits.as_array().expect("clients").iter().find(fresh).expect("somebody").clone();
    let balances = || {
        let of = json!({ "client": client["id"], "entries": 1 });
        call(window, "accounts.of_client", of)["balances"]["principal"].as_i64().expect("a balance")
    };
    let before = balances();
    let list = |amount: &str| {
        format!(
            "会员号,姓名,储值余额,积分\n{},{},{amount},88\n",
            text(&client["memberNumber"]),
            text(&client["name"])
        )
    };
    window.test_id("rail-settings").click();
    window.test_id("settings-openings").click();
    window.test_id("openings-row").nth(0).wait();
    window.assert_accessible();
    window.screenshot("openings");
    window.test_id("openings-import").click();
    // A cell that says nothing stops all of it, and says where.
    window.hidden("[data-testid=openings-file]").upload("旧系统.csv", list("三千").as_bytes());
    window.test_id("openings-preview-row").nth(0).wait();
    window.test_id("openings-stopped").wait();
    assert!(window.test_id("openings-take-over").attribute("disabled").is_some());
    window.assert_accessible();
    window.screenshot("openings-problem");
    window.hidden("[data-testid=openings-file]").upload("旧系统.csv", list("3000.50").as_bytes());
    window.wait_until("the mended file is looked at", || {
        window.test_id("openings-take-over").attribute("disabled").is_none()
    });
    assert!(window.test_id("openings-total-principal").shown().contains(&money(300_050)));
    window.test_id("openings-take-over").click();
    let (_, pin) = demo::somebody(Role::Owner);
    window.test_id("openings-pin").type_text(&pin);
    window.assert_accessible();
    window.screenshot("openings-confirm");
    window.test_id("openings-confirm").click();
    window.wait_until("they are there", || balances() == before + 300_050);
    window.test_id("openings-row").nth(0).click();
    window.test_id("openings-take-back").click();
    window.test_id("openings-reason").type_text("导错了文件");
    window.test_id("openings-pin").type_text(&pin);
    window.assert_accessible();
    window.screenshot("openings-take-back");
    window.test_id("openings-take-back-apply").click();
    window.wait_until("they are gone", || balances() == before);
    window.assert_accessible();
}
