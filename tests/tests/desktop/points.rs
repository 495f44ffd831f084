//! Points: earned and spent at the till, followed by a refund, given for a check-in, and the owner's rules of them.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};
use crate::ledgers::find;
use crate::money::{latest, text};
use crate::records::open_file;
use crate::tiers::congratulated;

fn points_of(window: &Window, client: &Value) -> Value {
    call(window, "points.of_client", json!({ "client": client["id"] }))
}

fn balance(window: &Window, client: &Value) -> i64 {
    points_of(window, client)["balance"].as_i64().expect("a balance")
}

/// The settings' part, as it stands.
pub(crate) fn rules(window: &Window) {
    window.test_id("rail-settings").click();
    window.test_id("settings-points").click();
    window.test_id("points-rules").wait();
    window.test_id("reward").nth(0).wait();
}

/// The form of the rules.
pub(crate) fn editing(window: &Window) {
    rules(window);
    window.test_id("points-rules-edit").click();
    window.test_id("points-per-point").wait();
}

/// A checkout for somebody with points: a laser, something from the shop, and what points pay of it. Says whose.
pub(crate) fn spending(window: &Window) -> Value {
    let client = find(window, |client| balance(window, client) >= 3_000);
    open_file(window, &client);
    window.test_id("client-sell").click();
    window.test_id("checkout-page").wait();
    // Whatever a plan proposes is not what is bought today.
    while window.test_id("checkout-line-remove").count() > 0 {
        window.test_id("checkout-line-remove").nth(0).click();
    }
    for typed in ["光子嫩肤", "jifen"] {
        let lines = window.test_id("checkout-line").count();
        window.test_id("checkout-add").type_text(typed);
        window.test_id("checkout-add-hit").nth(0).wait();
        window.press("Enter");
        window.wait_until("it is on it", || window.test_id("checkout-line").count() == lines + 1);
    }
    window.test_id("checkout-no-plan-reason").type_text("老顾客，医生已看过");
    window.test_id("checkout-points-takes").wait();
    window.test_id("checkout-method-points").click();
    window.test_id("checkout-payment-points").wait();
    client
}

#[test]
fn points_are_spent_and_earned_at_the_till_and_follow_a_refund() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    let client = spending(window);
    let before = balance(window, &client);
    window.assert_accessible();
    window.screenshot("checkout-points");
    assert!(window.test_id("checkout-line-price").nth(1).shown().contains('分'));
    assert!(window.test_id("checkout-balance").shown().contains("分抵 1 元"));
    // More than the rule allows says so beside it.
    let row = window.test_id("checkout-payment-points");
    let amount = row.test_id("checkout-payment-amount");
    amount.clone().type_text("9999");
    window.test_id("checkout-payment-problem").wait();
    amount.type_text("10");
    window.test_id("checkout-method-wechat").click();
    window.test_id("checkout-pay").click();
    window.test_id("sale-page").wait();
    congratulated(window);
    window.test_id("sale-paid-points").wait();
    window.assert_accessible();
    window.screenshot("sale-points");
    let sale = latest(window);
    let number = |of: &Value| of.as_i64().expect("a number");
    let (earned, redeemed) = (number(&sale["earned"]), number(&sale["redeemed"]));
    let reward = number(&sale["lines"][1]["rewardPoints"]);
    assert_eq!((redeemed, sale["lines"][1]["price"].as_i64()), (reward + 1_000, Some(0)));
    assert!(earned > 0);
    assert_eq!(balance(window, &client), before - redeemed + earned);

    window.test_id("sale-refund").click();
    window.test_id("refund-all").click();
    window.test_id("refund-turn").nth(0).wait();
    window.wait_until("it says what becomes of the points", || {
        let turns = window.test_id("refund-turn").count();
        (0..turns).any(|at| window.test_id("refund-turn").nth(at).shown().contains("退还积分"))
    });
    window.test_id("refund-back-points").wait();
    window.test_id("refund-reason").type_text("不做了");
    window.assert_accessible();
    window.screenshot("refund-points");
    window.test_id("refund-go").click();
    window.test_id("refund-ok").click();
    window.test_id("sale-refund-entry").nth(0).wait();
    assert_eq!(balance(window, &client), before);
    open_file(window, &client);
    window.test_id("client-points-all").click();
    window.test_id("points-cause").nth(0).wait();
    window.assert_accessible();
    window.screenshot("points-statement");
    window.test_id("points-cause").nth(0).click();
    window.test_id("sale-page").wait();
    assert!(window.test_id("sale-number").shown().contains(text(&sale["number"])));
}

#[test]
fn the_owner_writes_the_rules_and_what_is_had_for_points() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    editing(window);
    window.assert_accessible();
    window.screenshot("points-rules-form");
    window.test_id("points-per-point").type_text("10");
    window.test_id("points-birthday-times").type_text("0.5");
    window.test_id("points-rules-save").click();
    window.text("请填 1 到 100 之间的数，例如 1.5").wait();
    window.test_id("points-birthday-times").type_text("3");
    window.test_id("points-sign-in").type_text("8");
    window.press("Ctrl+S");
    window.test_id("points-rules-drawer").wait_gone();
    window.wait_until("what holds is what was typed", || {
        window.test_id("points-rules").shown().contains("每消费 10.00 元得 1 分")
    });
    window.assert_accessible();
    window.screenshot("points-rules");
    let rules = call(window, "points.rules", json!({}))["rules"].clone();
    assert_eq!(
        (&rules["fenPerPoint"], &rules["birthdayMultiplier"], &rules["signIn"]),
        (&json!(1_000), &json!(3_000), &json!(8))
    );
    // A thing more in the shop.
    let there = window.test_id("reward").count();
    window.test_id("reward-add").click();
    window.test_id("reward-points").type_text("150");
    window.test_id("reward-item").click();
    window
        .css(".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option")
        .nth(0)
        .click();
    window.test_id("reward-save").click();
    window.wait_until("it is offered", || window.test_id("reward").count() == there + 1);
    window.assert_accessible();
    window.screenshot("points-shop");
}

#[test]
fn a_check_in_says_what_it_gave() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let board = call(window, "visits.board", json!({}));
    let here: Vec<&Value> =
        board["visits"].as_array().expect("visits").iter().map(|visit| &visit["client"]["id"]).collect();
    let client = find(window, |client| !here.contains(&&client["id"]));
    let before = balance(window, &client);
    window.press("F3");
    window.test_id("check-in-search").type_text(text(&client["memberNumber"]));
    window.test_id("check-in-hit").containing(text(&client["name"])).wait();
    window.press("Enter");
    window.test_id("check-in-confirm").wait();
    assert!(window.test_id("check-in-points").shown().contains("签到得 5 分"));
    window.screenshot("check-in-points");
    assert_eq!(balance(window, &client), before + 5);
    window.test_id("check-in-undo").click();
    window.wait_until("it is taken back with the check-in", || balance(window, &client) == before);
}
