//! The till: from the visit to the payment, and what was bought in the hands of those who see it later.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};
use crate::tiers::congratulated;

/// The visit that stands at the till.
fn paying(window: &Window) -> Value {
    let board = call(window, "visits.board", json!({}));
    let visits = board["visits"].as_array().expect("visits").clone();
    visits.into_iter().find(|visit| visit["step"] == "paying").expect("somebody is paying")
}

pub(crate) fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

/// The latest sale of today.
pub(crate) fn latest(window: &Window) -> Value {
    let day = call(window, "sales.of_day", json!({ "day": null }));
    call(window, "sales.open", json!({ "id": day["sales"][0]["id"] }))
}

/// Opens the last sale of which something is owed, from the till's first page.
pub(crate) fn open_owing(window: &Window) {
    let today = text(&call(window, "sales.of_day", json!({ "day": null }))["day"]).to_owned();
    let today: chrono::NaiveDate = today.parse().expect("a day");
    let owes = |days: &i64| {
        let day = today - chrono::TimeDelta::days(*days);
        let sales = call(window, "sales.of_day", json!({ "day": day }))["sales"].clone();
        sales.as_array().expect("sales").iter().any(|sale| sale["owed"].as_i64() > Some(0))
    };
    let days = (0..30).find(owes).expect("somebody owes");
    for _ in 0..days {
        window.test_id("checkout-day-before").click();
    }
    window.test_id("sale-row-owed").click();
    window.test_id("sale-settle").wait();
}

/// What a client's plan asks for costs now, in fen.
fn asked_for(window: &Window, client: &Value) -> i64 {
    let line = call(window, "sales.begin", json!({ "client": client["id"] }))["unsold"][0].clone();
    let item = json!({ "kind": "procedure", "procedure": line["procedure"], "planLine": line["planLine"], "price": null });
    let lines = json!([{ "item": item, "quantity": line["sessions"], "discount": null, "note": "" }]);
    let sale = json!({
        "client": client["id"], "visit": null, "lines": lines, "discount": null, "discountReason": "", "noPlanReason": "", "note": "",
    });
    call(window, "sales.quote", json!({ "sale": sale }))["total"].as_i64().expect("a price")
}

/// Amounts as they are typed.
fn yuan(fen: i64) -> String {
    format!("{}.{:02}", fen / 100, fen % 100)
}

#[test]
fn a_visit_is_paid_with_three_methods_and_goes_on() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let visit = paying(window);
    let name = text(&visit["client"]["name"]);
    window.test_id("rail-checkout").click();
    window.test_id("checkout-waiting").nth(0).wait();
    window.assert_accessible();
    window.screenshot("checkout-home");
    window.test_id("checkout-waiting").containing(name).click();
    // What the plan asks for is on it; a pack to take home is found as it is typed without an input method.
    window.test_id("checkout-line").nth(0).wait();
    window.test_id("checkout-add").type_text("bsxhmm");
    window.test_id("checkout-add-hit").nth(0).wait();
    window.press("Enter");
    window.test_id("checkout-line").containing("面膜").wait();
    window
        .wait_until("it has its price", || window.test_id("checkout-line-price").nth(1).shown() == "168.00");
    window.assert_accessible();
    window.screenshot("checkout-lines");
    // The plan's price, or the member's where that is lower.
    let total = asked_for(window, &visit["client"]) + 16_800;
    window
        .wait_until("the total is that of both", || window.test_id("checkout-total").shown() == money(total));

    // Five hundred in cash, handed over as six; a hundred by card; the rest by the first method.
    let pays = |method: &str, amount: i64| {
        window.test_id(&format!("checkout-method-{method}")).click();
        let row = window.test_id(&format!("checkout-payment-{method}"));
        row.test_id("checkout-payment-amount").type_text(&yuan(amount));
    };
    pays("cash", 50_000);
    let cash = window.test_id("checkout-payment-cash");
    cash.test_id("checkout-payment-tendered").type_text("600");
    window.wait_until("the change is said", || window.test_id("checkout-change").shown().contains("100.00"));
    pays("card", 10_000);
    window.test_id("checkout-method-alipay").click();
    window.test_id("checkout-payment-alipay").wait();
    window.assert_accessible();
    window.screenshot("checkout-payments");
    window.test_id("checkout-pay").click();
    window.test_id("sale-page").wait();
    congratulated(window);
    assert!(window.test_id("sale-change").shown().contains("100.00"));
    window.assert_accessible();
    window.screenshot("sale");
    let sale = latest(window);
    assert_eq!((sale["client"]["name"].as_str(), sale["total"].as_i64()), (Some(name), Some(total)));
    let paid: Vec<_> = sale["payments"]
        .as_array()
        .expect("payments")
        .iter()
        .map(|paid| (text(&paid["method"]).to_owned(), paid["amount"].as_i64().expect("an amount")))
        .collect();
    let by = |method: &str, amount| (method.to_owned(), amount);
    assert_eq!(paid, [by("cash", 50_000), by("card", 10_000), by("alipay", total - 60_000)]);
    assert_eq!(sale["overrides"], json!([]), "the plan asked for it");
    // Nobody waits at the till any more.
    window.test_id("sale-next").click();
    window.wait_until("the visit went on", || {
        let board = call(window, "visits.board", json!({}));
        let visits = board["visits"].as_array().expect("visits").clone();
        visits.iter().any(|other| other["id"] == visit["id"] && other["step"] == "preparing")
    });
}

/// As it stands on the screen.
pub(crate) fn money(fen: i64) -> String {
    let (whole, cents) = (fen / 100, fen % 100);
    let digits: Vec<char> = whole.to_string().chars().collect();
    let grouped: String = digits
        .iter()
        .enumerate()
        .flat_map(|(at, digit)| {
            let comma = (at > 0 && (digits.len() - at).is_multiple_of(3)).then_some(',');
            comma.into_iter().chain([*digit])
        })
        .collect();
    format!("{grouped}.{cents:02}")
}

#[test]
fn a_debt_is_paid_off_and_what_was_bought_is_redeemed_by_a_record() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    window.test_id("rail-checkout").click();
    open_owing(window);
    window.test_id("sale-settle").click();
    window.test_id("settle-dialog").test_id("checkout-method-wechat").click();
    window.test_id("settle-dialog").test_id("checkout-payment-amount").wait();
    window.assert_accessible();
    window.screenshot("settle");
    window.test_id("settle-ok").click();
    window.test_id("settle-dialog").wait_gone();
    window.test_id("sale-settle").wait_gone();

    // What the client has is on the file, and the record takes it.
    let board = call(window, "visits.board", json!({}));
    let has = |visit: &Value| {
        let of = json!({ "client": visit["client"]["id"], "all": false });
        call(window, "entitlements.of_client", of)[0].clone()
    };
    let visits = board["visits"].as_array().expect("visits").clone();
    let visit =
        visits.iter().find(|visit| has(visit)["left"].as_i64() > Some(0)).expect("somebody has bought");
    let bought = has(visit);
    window.press("F2");
    demo::sign_in(window, Role::Doctor);
    let start = json!({ "client": visit["client"]["id"], "visit": null, "procedure": bought["procedure"], "planLine": null });
    let id = call(window, "treatments.start", start);
    window.test_id("rail-treatments").click();
    window.test_id("treatment-row").nth(0).wait();
    window.test_id("treatment-row").containing(text(&visit["client"]["name"])).click();
    window.test_id("treatment-page").wait();
    window.test_id("treatment-funding").containing("已购项目").click();
    window.test_id("funding-entitlements").containing(text(&bought["number"])).wait();
    window.assert_accessible();
    window.press("Ctrl+S");
    window.wait_until("the record names what it takes", || {
        let record = call(window, "treatments.open", json!({ "id": id }));
        record["body"]["funding"]["entitlement"] == bought["id"]
    });
}

#[test]
fn a_discount_beyond_the_limit_is_approved_with_a_pin_and_two_enters_pay_once() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let client = call(window, "clients.find", json!({ "query": "", "limit": 1 }))[0].clone();
    let before =
        call(window, "sales.of_day", json!({ "day": null }))["sales"].as_array().expect("sales").len();
    window.press("F4");
    window.test_id("checkout-choose").wait();
    window.test_id("checkout-choose-client").css("input").type_text(text(&client["memberNumber"]));
    window.css(".ant-select-item-option").containing(text(&client["memberNumber"])).click();
    window.test_id("checkout-add").wait();
    window.test_id("checkout-add").type_text("gznf");
    window.test_id("checkout-add-hit").nth(0).wait();
    window.press("Enter");
    window.test_id("checkout-line-price").nth(0).wait();
    window.test_id("checkout-no-plan-reason").type_text("老项目续做");
    window.test_id("checkout-line-discount").click();
    window.test_id("checkout-line-discount-value").type_text("8.8");
    window.press("Enter");
    window.test_id("checkout-discount-reason").type_text("朋友介绍");
    window.screenshot("checkout-discount");
    window.assert_accessible();
    // Paper and money are not at hand: it waits for the client, and is there again.
    window.press("Esc");
    window.press("F9");
    window.test_id("checkout-held-row").containing(text(&client["name"])).wait();
    window
        .test_id("checkout-resume")
        .nth(call(window, "sales.held", json!({})).as_array().expect("held").len() - 1)
        .click();
    window.test_id("checkout-line").nth(0).wait();
    assert_eq!(window.test_id("checkout-discount-reason").value(), "朋友介绍");
    window.test_id("checkout-method-wechat").click();
    window.press("Enter");
    window.test_id("checkout-approval-discount").wait();
    window.assert_accessible();
    window.screenshot("checkout-approval");
    let (owner, pin) = demo::somebody(Role::Owner);
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.press("Enter");
    window.press("Enter");
    window.test_id("sale-page").wait();
    window.screenshot("sale-approved");
    let day = call(window, "sales.of_day", json!({ "day": null }));
    assert_eq!(day["sales"].as_array().expect("sales").len(), before + 1);
    let sale = latest(window);
    assert_eq!(sale["approvedBy"].as_str(), Some(owner.as_str()));
    assert_eq!(sale["lines"][0]["reductions"][0]["kind"], "line");
    assert_eq!(sale["overrides"][0]["reason"], "老项目续做");
}

pub(crate) fn choose_person(window: &Window, name: &str) {
    window.test_id("witness-person").click();
    window.test_id("witness-person").css("input").type_text(name);
    window.press("Enter");
}
