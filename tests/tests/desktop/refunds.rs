//! Giving money back: from a sale to the words that are confirmed, and what stands afterwards.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};
use crate::money::{choose_person, latest, money, text};

/// Sells a course card and a pack to somebody who has nothing yet, paid in two ways; the sale's page is open.
pub(crate) fn sell(window: &Window) -> Value {
    let client = call(window, "clients.find", json!({ "query": "", "limit": 1 }))[0].clone();
    let offers = call(window, "billing.offers", json!({}));
    let card = offers["cards"][0]["id"].clone();
    let catalogue = call(window, "catalogue.all", json!({}));
    let cream = catalogue["products"]
        .as_array()
        .expect("products")
        .iter()
        .find(|product| product["retailPrice"].is_number() && product["active"] == true)
        .expect("a pack to take home")["id"]
        .clone();
    let line = |item: Value| json!({ "item": item, "quantity": 1, "discount": null, "note": "" });
    let sale = json!({
        "client": client["id"], "visit": null,
        "lines": [line(json!({ "kind": "card", "card": card })), line(json!({ "kind": "product", "product": cream, "batch": null }))],
        "discount": null, "discountReason": "", "noPlanReason": "老顾客续卡", "note": "",
    });
    let total = call(window, "sales.quote", json!({ "sale": sale }))["total"].as_i64().expect("a price");
    let paid = |method: &str, amount: i64| json!({ "method": method, "amount": amount, "tendered": null, "reference": "" });
    let input = json!({
        "id": "0197c0de-0000-7000-8000-0000000000aa", "sale": sale, "total": total,
        "payments": [paid("wechat", total - 100_000), paid("cash", 100_000)], "arrears": null, "invoice": null, "held": null,
    });
    call(window, "sales.pay", json!({ "input": input, "witness": null }));
    let sale = latest(window);
    window.test_id("rail-checkout").click();
    window.text(text(&sale["number"])).click();
    window.test_id("sale-page").wait();
    sale
}

#[test]
fn sessions_go_back_with_their_working_by_who_may_and_the_rest_stays_here_as_stored_value() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let sale = sell(window);
    let card = &sale["lines"][0];
    let bought = sale["entitlements"]
        .as_array()
        .expect("sessions")
        .iter()
        .find(|one| one["line"] == card["id"] && one["gift"] == false)
        .expect("sessions of the card")
        .clone();
    window.test_id("sale-refund").click();
    window.test_id("refund-page").wait();
    window.test_id("refund-thing").nth(0).wait();
    window.assert_accessible();
    window.screenshot("refund");
    // Two sessions, and the pack that nobody opened.
    window.test_id("refund-sessions").nth(0).type_text("2");
    window.test_id("refund-packs").type_text("1");
    window.wait_until("the working of both is there", || window.test_id("refund-steps").count() == 2);
    let (paid, sessions) =
        (bought["paid"].as_i64().expect("paid"), bought["sessions"].as_i64().expect("sessions"));
    let amount = paid * 2 / sessions + sale["lines"][1]["price"].as_i64().expect("a price");
    window.wait_until("the total is that of both", || {
        window.test_id("refund-total").shown().contains(&money(amount))
    });
    window.assert_accessible();
    window.screenshot("refund-working");
    window.test_id("refund-reason").type_text("出国，剩下的不做了");
    window.test_id("refund-go").click();
    window.test_id("refund-confirm-words").wait();
    window.assert_accessible();
    window.screenshot("refund-confirm");
    let (owner, pin) = demo::somebody(Role::Owner);
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.test_id("refund-ok").click();
    window.test_id("sale-refund-entry").nth(0).wait();
    window.assert_accessible();
    window.screenshot("sale-refunded");
    let after = latest(window);
    let refund = &after["refunds"][0];
    assert_eq!(
        (refund["amount"].as_i64(), refund["approvedBy"].as_str()),
        (Some(amount), Some(owner.as_str()))
    );
    assert_eq!(refund["payments"][0]["method"], "wechat", "by the payment that holds the most");
    assert_eq!(refund["parts"][1]["goods"], "restocked");

    // Everything else, kept here.
    window.test_id("sale-refund").click();
    window.test_id("refund-page").wait();
    window.test_id("refund-all").click();
    window.test_id("refund-keep").click();
    window.test_id("refund-reason").type_text("换成储值");
    let rest = after["total"].as_i64().expect("a total") - amount;
    window.wait_until("the total is the rest", || {
        window.test_id("refund-total").shown().contains(&money(rest))
    });
    window.test_id("refund-go").click();
    window.test_id("refund-confirm-words").wait();
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.test_id("refund-ok").click();
    window.test_id("sale-refund-entry").nth(1).wait();
    window.test_id("sale-refund").wait();
    let of = json!({ "client": sale["client"]["id"], "entries": 10 });
    let account = call(window, "accounts.of_client", of);
    let kept: Vec<i64> = account["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .filter(|entry| entry["cause"] == "kept")
        .map(|entry| entry["amount"].as_i64().expect("an amount"))
        .collect();
    assert_eq!((kept.len(), kept.iter().sum::<i64>()), (2, rest), "what either payment still held");
    window.test_id("sale-client").click();
    window.test_id("client-account-statement").click();
    window.test_id("statement-drawer").wait();
    window.assert_accessible();
    window.screenshot("refund-statement");
}

#[test]
fn a_refund_that_was_wrong_is_taken_back() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let sale = sell(window);
    window.test_id("sale-refund").click();
    window.test_id("refund-page").wait();
    window.test_id("refund-all").click();
    window.test_id("refund-reason").type_text("点错了");
    window.test_id("refund-go").click();
    window.test_id("refund-confirm-words").wait();
    window.test_id("refund-ok").click();
    window.test_id("sale-refund-entry").nth(0).wait();
    let left = || {
        let of = json!({ "client": sale["client"]["id"], "all": true });
        let all = call(window, "entitlements.of_client", of);
        let own: i64 = all
            .as_array()
            .expect("sessions")
            .iter()
            .filter(|one| one["sale"] == sale["id"])
            .map(|one| one["left"].as_i64().expect("left"))
            .sum();
        own
    };
    assert_eq!(left(), 0);
    window.test_id("sale-refund-reverse").click();
    window.test_id("refund-reverse-dialog").wait();
    window.test_id("refund-reverse-reason").type_text("应退另一单");
    window.assert_accessible();
    window.screenshot("refund-reverse");
    window.test_id("refund-reverse-apply").click();
    window.test_id("refund-reverse-dialog").wait_gone();
    window.test_id("sale-refund-entry").nth(1).wait();
    window.assert_accessible();
    window.screenshot("sale-refund-reversed");
    let sessions: i64 = sale["entitlements"]
        .as_array()
        .expect("sessions")
        .iter()
        .map(|one| one["sessions"].as_i64().expect("sessions"))
        .sum();
    assert_eq!(left(), sessions);
}
