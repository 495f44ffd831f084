//! A day at the desk, for people who want to look: `cargo xtask run --headless` runs this and keeps the pictures.

use jingtai_clinic::Role;
use jingtai_tests::display::Screen;

use crate::{demo, ledgers, points, records, tiers};

#[test]
fn walk_a_day() {
    let demo = demo::open(Screen::Laptop);
    let window = &demo.window;
    window.screenshot("01-sign-in");
    demo::sign_in(window, Role::Owner);
    window.test_id("board").wait();
    window.screenshot("02-today");
    window.press("F3");
    window.test_id("check-in-search").wait();
    window.screenshot("03-check-in");
    window.press("Esc");
    window.test_id("rail-clients").click();
    window.test_id("clients-row").nth(0).wait();
    window.screenshot("04-clients");
    window.test_id("clients-row").nth(9).click();
    window.test_id("client-timeline").wait();
    window.screenshot("05-client");
    for (screen, shows, name) in [
        ("calendar", "calendar-grid", "06-calendar"),
        ("treatments", "treatment-row", "07-treatments"),
        ("checkout", "sale-row", "19-checkout"),
        ("stock", "batch-row", "08-stock"),
        ("compliance", "matter-open", "18-compliance"),
        ("staff", "staff-search", "09-staff"),
        ("settings", "screen-settings", "10-settings"),
        ("audit", "audit-kind", "11-audit"),
    ] {
        window.test_id(&format!("rail-{screen}")).click();
        window.test_id(shows).wait();
        window.screenshot(name);
        window.assert_accessible();
    }
    // What the plan of who waits at the till asks for, and a sale of today.
    window.test_id("rail-checkout").click();
    window.test_id("checkout-waiting").nth(0).click();
    window.test_id("checkout-line-price").nth(0).wait();
    window.screenshot("20-paying");
    window.press("Esc");
    window.test_id("sale-row").nth(0).click();
    window.test_id("sale-page").wait();
    window.screenshot("21-sale");
    window.assert_accessible();
    window.test_id("sale-refund").click();
    window.test_id("refund-all").click();
    window.test_id("refund-steps").nth(0).wait();
    window.screenshot("22-refund");
    window.press("Esc");
    window.test_id("refund-page").wait_gone();
    // What clients had in the old program, somebody's points, and sessions that became somebody else's.
    window.test_id("rail-settings").click();
    window.test_id("settings-openings").click();
    window.test_id("openings-row").nth(0).click();
    window.test_id("openings-take-back").wait();
    window.screenshot("23-openings");
    window.press("Esc");
    ledgers::with_points(window);
    window.screenshot("24-points");
    window.press("Esc");
    window.test_id("points-drawer").wait_gone();
    ledgers::changed(window);
    window.screenshot("25-entitlement");
    window.press("Esc");
    window.test_id("entitlement-drawer").wait_gone();
    window.press("Esc");
    window.test_id("entitlements-drawer").wait_gone();
    // Who will lose their tier, somebody's tier, and what other rules would change.
    tiers::falling(window);
    window.screenshot("26-members");
    tiers::fallen(window);
    window.screenshot("27-tier");
    window.press("Esc");
    window.test_id("tier-drawer").wait_gone();
    tiers::previewed(window);
    window.screenshot("28-tier-rules");
    tiers::left_preview(window);
    // The rules of points and the shop, and somebody who pays with points.
    points::rules(window);
    window.screenshot("29-points-rules");
    points::spending(window);
    window.screenshot("30-paying-with-points");
    window.press("Esc");
    // A doctor's part of it: a record that is not finished, one that is signed, its photos, its batch.
    window.press("F2");
    demo::sign_in(window, Role::Doctor);
    records::unfinished(window);
    window.screenshot("12-record");
    records::signed(window);
    window.screenshot("13-signed");
    window.press("Esc");
    window.test_id("timeline-record").nth(0).wait();
    window.screenshot("14-timeline");
    window.press("Esc");
    window.test_id("client-photos").wait();
    window.press("P");
    window.test_id("photos-page").wait();
    window.screenshot("15-photos");
    window.test_id("rail-stock").click();
    window.test_id("stock-tab-vials").click();
    window.test_id("vial-sums").wait();
    window.screenshot("16-vial-book");
    window.assert_accessible();
    window.press("Ctrl+L");
    window.test_id("pin").wait();
    window.screenshot("17-locked");
}
