//! A clinic's old spreadsheet, brought in by the owner.

use jingtai_clinic::Role;
use jingtai_tests::target::Target;

use crate::demo;

const LIST: &[u8] = include_bytes!("../../fixtures/old-clients.xlsx");

#[test]
fn an_old_spreadsheet_is_checked_imported_and_found() {
    let demo = demo::signed_in(Role::Owner);
    let window = &demo.window;
    window.test_id("rail-clients").click();
    window.test_id("client-import-open").click();
    window.hidden("[data-testid=client-import-file]").upload("old-clients.xlsx", LIST);
    window.test_id("client-import-columns").wait();
    window.assert_accessible();
    window.test_id("client-import-next").click();
    let number = |target: Target<'_>| -> usize {
        let digits: String = target.shown().chars().filter(char::is_ascii_digit).collect();
        digits.parse().expect("a number")
    };
    let ready = number(window.test_id("client-import-count-willImport"));
    let errors = number(window.test_id("client-import-count-errors"));
    assert!(ready > 400 && errors > 0, "{ready} ready, {errors} with errors");
    window.assert_accessible();
    // Rows with errors are left out, or stop it: as the owner chooses.
    window.css("label.ant-checkbox-wrapper").nth(0).click();
    assert!(window.test_id("client-import-commit").attribute("disabled").is_some());
    window.css("label.ant-checkbox-wrapper").nth(0).click();
    window.test_id("client-import-commit").click();
    window.test_id("client-import-done").wait();
    assert!(window.test_id("client-import-done").shown().contains(&ready.to_string()));
    window.test_id("client-import-to-list").click();
    window.test_id("clients-row").nth(0).wait();
}
