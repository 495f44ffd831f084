//! Every screen in both languages, light and dark, on both screens: usable, and nothing wider than the window.

use jingtai_clinic::Role;
use jingtai_tests::display::Screen;
use jingtai_tests::window::Window;

use crate::{compliance, demo, ledgers, money, points, records, tiers};

/// A screen by its place in the rail, and what it shows once it is drawn.
const SCREENS: [(&str, &str); 7] = [
    ("today", "board"),
    ("calendar", "calendar-grid"),
    ("clients", "clients-row"),
    ("checkout", "sale-row"),
    ("staff", "staff-search"),
    ("settings", "screen-settings"),
    ("audit", "audit-kind"),
];

#[test]
fn every_screen_is_usable_on_a_laptop_in_dark_and_in_english() {
    let demo = demo::signed_in(Role::Owner);
    for (shade, language) in [("dark", "zh"), ("light", "en"), ("dark", "en")] {
        walk(&demo.window, "laptop", shade, language);
    }
}

#[test]
fn what_stands_behind_each_screen_is_usable_too() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    for (shade, language) in [("light", "zh"), ("dark", "en")] {
        window.prefer(shade, language);
        let look = |name: &str| looks_right(window, "laptop", shade, language, name);
        window.test_id("rail-calendar").click();
        window.test_id("calendar-grid").wait();
        for (key, shows, name) in [("W", "calendar-grid", "week"), ("L", "calendar-list", "day-list")] {
            window.press(key);
            window.test_id(shows).wait();
            look(name);
        }
        window.press("D");
        window.test_id("rail-settings").click();
        for section in ["clinic", "rules", "catalogue", "billing", "tiers", "points", "openings", "about"] {
            window.test_id(&format!("settings-{section}")).click();
            window.css(&format!("[data-testid=settings-{section}][aria-current=page]")).wait();
            look(&format!("settings-{section}"));
        }
        window.test_id("shortcuts").click();
        window.css("[role=dialog]").wait();
        look("shortcuts");
        window.press("Esc");
        window.css("[role=dialog]").wait_gone();
        window.test_id("rail-clients").click();
        window.test_id("clients-row").nth(12).click();
        window.test_id("client-timeline").wait();
        window.press("E");
        window.test_id("client-form-name").wait();
        look("edit-client");
        window.test_id("client-form-back").click();
        ledgers::with_points(window);
        look("points");
        window.press("Esc");
        window.test_id("points-drawer").wait_gone();
        ledgers::changed(window);
        look("entitlement");
        for drawer in ["entitlement-drawer", "entitlements-drawer"] {
            window.press("Esc");
            window.test_id(drawer).wait_gone();
        }
        tiers::falling(window);
        look("members");
        tiers::fallen(window);
        look("tier");
        window.press("Esc");
        window.test_id("tier-drawer").wait_gone();
        tiers::previewed(window);
        look("tiers-preview");
        tiers::left_preview(window);
        points::editing(window);
        look("points-rules");
        window.press("Esc");
        window.test_id("points-rules-drawer").wait_gone();
        points::spending(window);
        look("checkout-points");
        window.press("Esc");
        window.test_id("rail-staff").click();
        window.test_id("add-staff").click();
        window.css("[role=dialog], [data-testid=new-pin]").wait();
        look("add-staff");
        window.press("Esc");
    }
}

#[test]
fn every_screen_is_usable_on_a_desk_screen() {
    let demo = demo::open(Screen::Desk);
    demo::sign_in(&demo.window, Role::Owner);
    for (shade, language) in [("light", "zh"), ("dark", "en")] {
        walk(&demo.window, "desk", shade, language);
    }
}

#[test]
fn records_photos_and_stock_are_usable_too() {
    for (screen, size, shade, language) in
        [(Screen::Laptop, "laptop", "dark", "en"), (Screen::Desk, "desk", "light", "zh")]
    {
        let demo = demo::open(screen);
        let window = &demo.window;
        demo::sign_in(window, Role::Doctor);
        window.prefer(shade, language);
        let look = |name: &str| looks_right(window, size, shade, language, name);
        window.test_id("rail-treatments").click();
        window.test_id("treatment-row").nth(0).wait();
        look("treatments");
        window.test_id("treatment-find").click();
        window.test_id("find-row").nth(0).wait();
        look("find-treatments");
        window.press("Esc");
        records::unfinished(window);
        look("record");
        records::signed(window);
        look("signed");
        window.press("Esc");
        window.test_id("timeline-record").nth(0).wait();
        look("timeline");
        window.press("Esc");
        window.test_id("client-photos").wait();
        window.press("P");
        window.test_id("photos-page").wait();
        look("photos");
        window.press("A");
        window.test_id("photo-intake").wait();
        look("photos-intake");
        window.press("Esc");
        window.test_id("photo-intake").wait_gone();
        compliance::desk(window);
        look("compliance");
        compliance::complaint(window);
        look("complaint");
        window.press("Esc");
        window.press("Ctrl+N");
        window.test_id("complaint-new-text").wait();
        look("new-complaint");
        window.press("Esc");
        window.test_id("complaint-new-text").wait_gone();
        window.test_id("rail-stock").click();
        for tab in ["onhand", "deliveries", "vials"] {
            window.test_id(&format!("stock-tab-{tab}")).click();
            window.css(&format!("[aria-selected=true] [data-testid=stock-tab-{tab}]")).wait();
            look(&format!("stock-{tab}"));
        }
    }
}

#[test]
fn the_till_is_usable_too() {
    for (screen, size, shade, language) in
        [(Screen::Laptop, "laptop", "dark", "en"), (Screen::Desk, "desk", "light", "zh")]
    {
        let demo = demo::open(screen);
        let window = &demo.window;
        demo::sign_in(window, Role::Owner);
        window.prefer(shade, language);
        let look = |name: &str| looks_right(window, size, shade, language, name);
        window.test_id("rail-checkout").click();
        window.test_id("sale-row").nth(0).wait();
        look("checkout");
        window.test_id("checkout-waiting").nth(0).click();
        window.test_id("checkout-line").nth(0).wait();
        look("checkout-new");
        window.press("Esc");
        window.test_id("checkout-new").wait();
        money::open_owing(window);
        look("sale");
        window.test_id("sale-refund").click();
        window.test_id("refund-all").click();
        window.test_id("refund-steps").nth(0).wait();
        look("refund");
        window.press("Esc");
        window.test_id("refund-page").wait_gone();
        window.test_id("sale-settle").click();
        window.test_id("settle-dialog").wait();
        look("settle");
        window.press("Esc");
        window.test_id("settle-dialog").wait_gone();
        window.test_id("sale-client").click();
        window.test_id("client-account").wait();
        look("client-money");
        window.test_id("client-account-statement").click();
        window.test_id("statement-drawer").wait();
        look("statement");
        window.press("Esc");
    }
}

fn looks_right(window: &Window, size: &str, shade: &str, language: &str, name: &str) {
    window.assert_accessible();
    assert!(!window.scrolls_sideways(), "{name} is wider than the window ({size}, {shade}, {language})");
    window.screenshot(&format!("look-{size}-{shade}-{language}-{name}"));
}

fn walk(window: &Window, size: &str, shade: &str, language: &str) {
    window.prefer(shade, language);
    let look = |name: &str| looks_right(window, size, shade, language, name);
    for (screen, shows) in SCREENS {
        window.test_id(&format!("rail-{screen}")).click();
        window.test_id(shows).wait();
        look(screen);
    }
    window.test_id("rail-clients").click();
    window.test_id("clients-row").nth(3).click();
    window.test_id("client-timeline").wait();
    look("client");
    window.press("Ctrl+N");
    window.test_id("client-form-name").wait();
    look("new-client");
    window.press("Esc");
    window.press("F3");
    window.test_id("check-in-search").wait();
    look("check-in");
    window.press("Esc");
    window.test_id("check-in-search").wait_gone();
    window.test_id("rail-calendar").click();
    window.test_id("appointment-new").click();
    window.test_id("appointment-save").wait();
    look("appointment");
    window.press("Esc");
    window.test_id("appointment-save").wait_gone();
}
