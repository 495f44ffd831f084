//! Tiers: reached at the till and lost with a refund, tried by the owner before they hold, given by hand, listed.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};
use crate::money::{choose_person, latest, text};
use crate::records::open_file;

fn tier_of(window: &Window, client: &Value) -> Value {
    call(window, "tiers.of_client", json!({ "client": client["id"] }))
}

/// The first client whose tier is such.
pub(crate) fn somebody(window: &Window, such: impl Fn(&Value) -> bool) -> Value {
    let page = |skip: u32| call(window, "clients.find", json!({ "query": "", "skip": skip, "limit": 100 }));
    (0..3)
        .flat_map(|n| page(n * 100).as_array().cloned().unwrap_or_default())
        .find(|client| such(&tier_of(window, client)))
        .expect("somebody")
}

/// Where the latest sale brought a tier, that is said before anything else, and is read.
pub(crate) fn congratulated(window: &Window) {
    let sale = latest(window);
    if !call(window, "tiers.of_sale", json!({ "sale": sale["id"] })).is_null() {
        window.test_id("congratulation-close").click();
        window.test_id("congratulation").wait_gone();
    }
}

/// What dearer silver would change, before anything is written.
pub(crate) fn previewed(window: &Window) {
    window.test_id("rail-settings").click();
    window.test_id("settings-tiers").click();
    window.test_id("tiers-edit").click();
    window.test_id("tier-amount-1").type_text("30000");
    window.test_id("tiers-look").click();
    window.test_id("tiers-moves-down").click();
    window.test_id("tiers-move-client").nth(0).wait();
}

/// Leaves it, and what was typed with it.
pub(crate) fn left_preview(window: &Window) {
    window.press("Esc");
    window.test_id("tiers-look").wait();
    window.press("Esc");
    window.test_id("tiers-drawer").wait_gone();
}

/// Those who will lose their tier.
pub(crate) fn falling(window: &Window) {
    window.test_id("rail-clients").click();
    let shows = |id: &str| window.test_id(id).count() > 0;
    window.wait_until("the clients are there", || {
        ["clients-search", "client-page", "client-tiers-back"].into_iter().any(shows)
    });
    if !shows("clients-search") {
        window.test_id("rail-clients").click();
    }
    window.test_id("client-tiers-open").click();
    window.test_id("client-tiers-group-falling").click();
    window.wait_until("those who fall are there", || {
        let count = window.test_id("client-tiers-group-falling").shown();
        window.test_id("client-tiers-row").count() > 0 && !count.contains(" 0")
    });
}

/// The tier of the first of them.
pub(crate) fn fallen(window: &Window) {
    window.test_id("client-tiers-row").nth(0).click();
    window.test_id("client-tier-all").click();
    window.test_id("tier-fall").wait();
}

fn code(window: &Window, client: &Value) -> Value {
    tier_of(window, client)["tier"]["code"].clone()
}

#[test]
fn a_payment_brings_a_tier_and_its_refund_takes_it() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let client = somebody(window, |of| of["tier"].is_null() && of["spending"]["lifetime"] == 0);
    open_file(window, &client);
    window.test_id("client-sell").click();
    // Two cards of a year are enough for silver.
    window.test_id("checkout-add").type_text("焕肤年卡");
    window.test_id("checkout-add-hit").nth(0).wait();
    window.press("Enter");
    window.test_id("checkout-line-quantity").type_text("2");
    window.test_id("checkout-no-plan-reason").type_text("老顾客，医生已看过");
    window.wait_until("it has its price", || window.test_id("checkout-total").shown() == "19,600.00");
    window.test_id("checkout-pay").click();
    window.test_id("congratulation").wait();
    let words = window.test_id("congratulation-words").shown();
    assert!(words.contains(text(&client["name"])) && words.contains("银卡会员"), "{words}");
    window.assert_accessible();
    window.screenshot("congratulation");
    window.test_id("congratulation-close").click();
    window.test_id("congratulation").wait_gone();
    window.test_id("sale-congratulate").wait();
    window.assert_accessible();
    let sale = latest(window);
    assert_eq!(tier_of(window, &client)["changes"][0]["cause"]["number"], sale["number"]);
    // The next price is a member's.
    open_file(window, &client);
    window.test_id("client-tier-badge").wait();
    window.assert_accessible();
    window.screenshot("client-tier");
    window.test_id("client-sell").click();
    window.test_id("checkout-tier").wait();
    window.test_id("checkout-add").type_text("光子嫩肤");
    window.test_id("checkout-add-hit").nth(0).wait();
    window.press("Enter");
    window.wait_until("the price is a member's", || {
        window.test_id("checkout-line-why").shown().contains("8.8")
    });
    window.screenshot("checkout-tier");
    window.test_id("checkout-line-remove").click();
    window.press("Esc");

    window.test_id("rail-checkout").click();
    window.text(text(&sale["number"])).click();
    window.test_id("sale-refund").click();
    window.test_id("refund-all").click();
    window.test_id("refund-turn").nth(0).wait();
    window.test_id("refund-reason").type_text("不做了");
    window.assert_accessible();
    window.test_id("refund-go").click();
    window.test_id("refund-confirm-turn").nth(0).wait();
    window.screenshot("refund-tier");
    window.test_id("refund-ok").click();
    window.test_id("sale-refund-entry").nth(0).wait();
    assert_eq!(code(window, &client), Value::Null);
    open_file(window, &client);
    window.test_id("client-tier-all").click();
    window.wait_until("nothing is spent", || window.test_id("tier-lifetime").shown() == "0.00");
    window.assert_accessible();
    window.screenshot("tier-history");
}

#[test]
fn the_owner_tries_rules_on_everybody_before_they_hold() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    window.test_id("rail-settings").click();
    window.test_id("settings-tiers").click();
    window.test_id("tiers-in-force").wait();
    window.assert_accessible();
    window.screenshot("tiers");
    window.test_id("tiers-edit").click();
    window.test_id("tier-amount-1").type_text("30000");
    window.assert_accessible();
    window.screenshot("tiers-editor");
    window.test_id("tiers-look").click();
    window.test_id("tiers-moves-down").wait();
    window.assert_accessible();
    window.screenshot("tiers-preview");
    let read = call(window, "tiers.schemes", json!({}));
    let mut rules = read["schemes"][0]["rules"].clone();
    rules["tiers"][1]["amount"] = json!(3_000_000);
    let today = call(window, "sales.of_day", json!({ "day": null }))["day"].clone();
    let seen = call(window, "tiers.preview", json!({ "rules": rules, "takesEffectOn": today }));
    let down = seen["down"]["count"].as_i64().expect("a count");
    assert!(down > 0, "{seen}");
    assert!(window.test_id("tiers-moves-down").shown().contains(&down.to_string()));
    window.test_id("tiers-moves-down").click();
    window.test_id("tiers-move-client").nth(0).wait();
    window.screenshot("tiers-moves");
    window.test_id("tiers-save").click();
    window.test_id("tiers-drawer").wait_gone();
    window.wait_until("they hold", || {
        let read = call(window, "tiers.schemes", json!({}));
        read["schemes"][0]["id"] == read["current"]
            && read["schemes"][0]["rules"]["tiers"][1]["amount"] == 3_000_000
    });
    // They were told that they will lose it; nobody has lost it yet.
    let falling = call(window, "tiers.members", json!({ "group": { "kind": "tier", "code": "silver" } }));
    let size = seen["sizes"].as_array().expect("sizes").iter().find(|size| size["tier"]["code"] == "silver");
    assert_eq!(falling["count"], size.expect("silver")["now"]);
}

#[test]
fn a_tier_is_given_by_hand_with_the_owners_pin_and_found_among_the_members() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let client = somebody(window, |of| of["tier"]["code"] == "basic" && of["grants"] == json!([]));
    open_file(window, &client);
    window.test_id("client-tier-all").click();
    window.test_id("tier-grant").click();
    window.test_id("tier-choice").click();
    window.css(".ant-select-item-option").containing("金卡会员").click();
    window.test_id("tier-until").type_text("2099-12-31");
    window.press("Tab");
    window.test_id("tier-reason").type_text("老板的朋友");
    let (owner, pin) = demo::somebody(Role::Owner);
    choose_person(window, &owner);
    window.test_id("witness-pin").type_text(&pin);
    window.test_id("tier-apply").click();
    // Too far away: it says so, and nothing that was typed is lost.
    window.test_id("tier-dialog").containing("10 年").wait();
    window.assert_accessible();
    window.screenshot("tier-grant");
    let until = "2030-12-31";
    window.test_id("tier-until").type_text(until);
    window.press("Tab");
    window.test_id("witness-pin").type_text(&pin);
    window.test_id("tier-apply").click();
    window.test_id("tier-grant-state").nth(0).wait();
    assert_eq!(code(window, &client), "gold");
    window.press("Esc");
    window.test_id("tier-drawer").wait_gone();
    window.press("Esc");
    window.test_id("client-tiers-open").click();
    window.test_id("client-tiers-group-granted").click();
    window.test_id("table-client-tiers").containing(text(&client["name"])).wait();
    window.assert_accessible();
    window.screenshot("members-granted");
    window.test_id("client-tiers-group-falling").click();
    window.wait_until("the list is another", || {
        let falling = call(window, "tiers.members", json!({ "group": { "kind": "falling" } }));
        let rows = window.test_id("client-tiers-row").count();
        rows > 0 && rows as i64 <= falling["count"].as_i64().expect("a count")
    });
    window.assert_accessible();
    window.screenshot("members-falling");
}
