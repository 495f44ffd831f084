//! The catalogue, codes off packs, and the stock: from the supplier's pack to the batch that nobody may use.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::json;

use crate::demo::{self, call};

/// A product of the demo's shelves, toxin or not, with its code and its name.
fn product(window: &Window, toxin: bool) -> (String, String) {
    let all = call(window, "catalogue.all", json!({}));
    let products = all["products"].as_array().expect("products");
    let found = products
        .iter()
        .find(|product| product["toxin"] == toxin && !product["codes"].as_array().expect("codes").is_empty());
    let found = found.expect("a product with a code");
    (
        found["codes"][0].as_str().expect("a code").to_owned(),
        found["name"].as_str().expect("a name").to_owned(),
    )
}

fn on_hand(window: &Window, lot: &str) -> Option<i64> {
    let batches = call(window, "stock.batches", json!({ "usedUp": true }));
    let found = batches.as_array().expect("batches").iter().find(|batch| batch["lot"] == lot)?.clone();
    found["onHand"].as_i64()
}

#[test]
fn a_price_is_changed_and_its_history_says_from_what() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    window.test_id("rail-settings").click();
    window.test_id("settings-catalogue").click();
    window.test_id("catalogue-procedures-search").type_text("\u{5149}\u{5b50}\u{5ae9}\u{80a4}");
    window.test_id("catalogue-procedure-row").nth(0).click();
    window.test_id("procedure-price").wait();
    window.assert_accessible();
    assert_eq!(window.test_id("procedure-price").value(), "1280.00");
    window.test_id("procedure-price").type_text("1480.5");
    window.press("Tab");
    window.test_id("procedure-save").click();
    window.test_id("catalogue-drawer").wait_gone();
    window.test_id("row-catalogue-procedures").containing("1,480.50").wait();
    window.test_id("catalogue-procedure-row").nth(0).click();
    window.test_id("catalogue-part-history").click();
    window.test_id("catalogue-history").containing("1,480.50").wait();
    assert!(window.test_id("catalogue-history").shown().contains("1,280.00"));
    window.assert_accessible();
    window.screenshot("catalogue-history");
}

#[test]
fn a_delivery_is_received_by_scanning_its_packs() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    let (code, name) = product(window, false);
    window.test_id("rail-stock").click();
    window.test_id("batch-state").nth(0).wait();
    window.test_id("stock-alerts").wait();
    window.assert_accessible();
    window.screenshot("stock-on-hand");
    window.test_id("stock-receive").click();
    for serial in ["S1", "S2", "S2"] {
        // As a scanner sends it that writes FNC1 out.
        window.test_id("receive-scan").paste_text(&format!("(01){code}(17)291231(10)NEW-1(21){serial}"));
        window.press("Enter");
        window.wait_until("the scan is taken", || window.test_id("receive-scan").value().is_empty());
    }
    // One lot is one line, and a pack that was scanned twice is one pack.
    assert_eq!(window.test_id("receive-line").count(), 1);
    assert!(window.test_id("receive-line").containing(&name).count() > 0, "{name}");
    assert_eq!(window.test_id("receive-line-packs").value(), "2");
    window.assert_accessible();
    window.screenshot("stock-receive");
    window.test_id("receive-supplier").click();
    window.press("Enter");
    window.test_id("receive-save").click();
    window.test_id("receive-done").wait();
    assert!(on_hand(window, "NEW-1").is_some_and(|quantity| quantity > 0));
    window.test_id("stock-search").type_text("NEW-1");
    window.test_id("batch-row").nth(0).click();
    window.test_id("batch-drawer").containing("NEW-1").wait();
    window.test_id("movement").nth(0).wait();
    window.assert_accessible();
    window.screenshot("stock-batch");
}

#[test]
fn a_batch_held_back_cannot_be_chosen_any_more() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    let choosable = |lot: &str| {
        let choices = call(window, "treatments.choices", json!({}));
        choices.as_array().expect("choices").iter().any(|choice| choice["lot"] == lot)
    };
    let first = call(window, "treatments.choices", json!({}))[0].clone();
    let lot = first["lot"].as_str().expect("a lot").to_owned();
    window.test_id("rail-stock").click();
    window.test_id("stock-search").type_text(&lot);
    window.test_id("batch-row").nth(0).click();
    window.test_id("batch-recall").click();
    window.test_id("stock-recall-reason").type_text("\u{5382}\u{5bb6}\u{901a}\u{77e5}");
    window.assert_accessible();
    window.test_id("stock-recall-ok").click();
    window.wait_until("the batch is said to be recalled", || {
        window.test_id("batch-status").shown().contains("\u{53ec}\u{56de}")
    });
    assert!(!choosable(&lot), "{lot}");
}

#[test]
fn toxin_goes_through_the_vial_book_with_two_people() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    let (doctor, pin) = demo::somebody(Role::Doctor);
    window.test_id("rail-stock").click();
    window.test_id("stock-tab-vials").click();
    window.test_id("vial-sums").wait();
    window.assert_accessible();
    let open = window.test_id("vial-card").count();
    window.test_id("vial-open").click();
    window.test_id("witness-person").click();
    window.test_id("witness-person").css("input").type_text(&doctor);
    window.press("Enter");
    window.test_id("witness-pin").type_text(&pin);
    window.assert_accessible();
    window.screenshot("vial-open");
    window.test_id("vial-opening-ok").click();
    window.test_id("vial-card").nth(open).wait();
    window.screenshot("vial-book");
}

#[test]
fn a_scan_anywhere_says_what_the_pack_is() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    window.test_id("board").wait();
    let (code, name) = product(window, true);
    window.scan(&format!("01{code}1729123110LOT7\n"));
    window.test_id("scan-panel").wait();
    window.test_id("scan-product").containing(&name).wait();
    assert_eq!(window.test_id("scan-lot").shown(), "LOT7");
    window.assert_accessible();
    window.screenshot("scan");
    window.press("Esc");
    window.test_id("scan-panel").wait_gone();
    // A wrong check digit is said to be one.
    let wrong = if code.ends_with('0') { "1" } else { "0" };
    window.scan(&format!("01{}{wrong}\n", &code[..13]));
    window.test_id("scan-failure").wait();
    window.screenshot("scan-failure");
}
