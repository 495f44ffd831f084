//! A day at the desk, for people who want to look: `cargo xtask run --headless` runs this and keeps the pictures.

use jingtai_clinic::Role;
use jingtai_tests::display::Screen;

use crate::demo;

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
        ("staff", "staff-search", "07-staff"),
        ("settings", "screen-settings", "08-settings"),
        ("audit", "audit-kind", "09-audit"),
    ] {
        window.test_id(&format!("rail-{screen}")).click();
        window.test_id(shows).wait();
        window.screenshot(name);
        window.assert_accessible();
    }
    window.press("Ctrl+L");
    window.test_id("pin").wait();
    window.screenshot("10-locked");
}
