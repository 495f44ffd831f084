//! First run, the passphrase, signing in, the lock.

use jingtai_clinic::Role;
use jingtai_tests::display::Screen;
use jingtai_tests::window::Setup;

use crate::demo;

#[test]
fn a_clinic_is_made_and_opened_again_by_passphrase_and_by_recovery_code() {
    let mut window = Setup::new().open();
    window.assert_accessible();
    window.test_id("choose-make").click();
    window.test_id("clinic-name").type_text("\u{955c}\u{53f0}\u{533b}\u{7f8e}");
    window.test_id("clinic-address").type_text("1 Nanjing Road");
    window.assert_accessible();
    window.test_id("next").click();
    window.test_id("owner-name").type_text("\u{5f20}\u{9662}\u{957f}");
    window.test_id("new-pin").type_text("258014");
    window.test_id("new-pin-again").type_text("258014");
    window.test_id("next").click();
    window.test_id("passphrase").type_text("correct horse battery");
    window.test_id("passphrase-again").type_text("correct horse battery");
    window.test_id("next").click();
    let code = window.test_id("recovery-code").shown().split_whitespace().collect::<String>();
    assert_eq!(code.replace('-', "").len(), 28, "{code}");
    window.assert_accessible();
    let plain = code.replace('-', "");
    window.text("\u{6211}\u{5df2}\u{6284}\u{5728}\u{7eb8}\u{4e0a}").click();
    window.test_id("last-group").type_text(&plain[24..]);
    window.test_id("recovery-done").click();
    window.test_id("people-filter").wait();
    window.containing("\u{5f20}\u{9662}\u{957f}").wait();

    window.kill();
    window.reopen();
    window.test_id("passphrase").type_text("wrong horse battery");
    window.press("Enter");
    window.css(".ant-form-item-explain-error").wait();
    window.assert_accessible();
    window.test_id("passphrase").type_text("correct horse battery");
    window.press("Enter");
    window.test_id("people-filter").wait();

    window.kill();
    window.reopen();
    window.test_id("use-recovery-code").click();
    window.test_id("recovery-code-input").type_text(&code.to_lowercase());
    window.test_id("passphrase").type_text("another long passphrase");
    window.test_id("passphrase-again").type_text("another long passphrase");
    window.test_id("unlock").click();
    window.test_id("people-filter").wait();
}

#[test]
fn the_lock_hides_everything_and_gives_it_back() {
    let demo = demo::open(Screen::Laptop);
    let window = &demo.window;
    window.test_id("demo-band").wait();
    window.assert_accessible();
    demo::sign_in(window, Role::Reception);
    let board = window.invoke("call", serde_json::json!({ "name": "visits.board", "input": {} }));
    let board = board.expect("the board");
    let name = board["visits"][0]["client"]["name"].as_str().expect("somebody is here").to_owned();
    window.test_id("board").containing(&name).wait();
    window.press("Ctrl+L");
    window.test_id("pin").wait();
    window.assert_accessible();
    window.test_id("board").wait_gone();
    let refused = window.invoke("call", serde_json::json!({ "name": "visits.board", "input": {} }));
    assert_eq!(refused.expect_err("refused in Rust")["code"], "signed_out");
    window.test_id("pin").type_text("111112");
    window.press("Enter");
    window.wait_until("the wrong PIN is refused", || !window.test_id("pin-refused").shown().is_empty());
    window.test_id("pin").type_text(&demo::somebody(Role::Reception).1);
    window.press("Enter");
    window.test_id("board").containing(&name).wait();
}

#[test]
fn f2_puts_another_person_at_the_desk() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    window.press("F2");
    demo::sign_in(window, Role::Doctor);
    window.test_id("person").containing(&demo::somebody(Role::Doctor).0).wait();
}

#[test]
fn a_key_in_the_keyring_opens_the_clinic_without_being_asked_for() {
    let mut window = Setup::new().keyring().open();
    window.test_id("choose-make").click();
    window.test_id("clinic-name").type_text("\u{955c}\u{53f0}");
    window.test_id("next").click();
    window.test_id("owner-name").type_text("\u{5f20}\u{9662}\u{957f}");
    window.test_id("new-pin").type_text("258014");
    window.test_id("new-pin-again").type_text("258014");
    window.test_id("next").click();
    // It is offered once a key was put there and read back from a new process.
    window.css("label.ant-radio-wrapper-disabled").wait_gone();
    window.css("label.ant-radio-wrapper").nth(1).click();
    window.test_id("next").click();
    let code = window.test_id("recovery-code").shown().replace(['-', ' ', '\n'], "");
    window.text("\u{6211}\u{5df2}\u{6284}\u{5728}\u{7eb8}\u{4e0a}").click();
    window.test_id("last-group").type_text(&code[24..]);
    window.test_id("recovery-done").click();
    window.test_id("people-filter").wait();
    window.kill();
    window.reopen();
    window.test_id("people-filter").wait();
}
