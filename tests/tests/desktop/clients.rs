//! Client files: made, found, imported.

use jingtai_clinic::Role;

use crate::demo;

#[test]
fn a_new_client_is_found_by_pinyin_initials_and_the_end_of_the_phone() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    window.test_id("rail-clients").click();
    window.test_id("client-new").click();
    window.assert_accessible();
    window.test_id("client-form-name").type_text("\u{5c09}\u{8fdf}\u{8212}\u{82ac}");
    window.test_id("client-form-phone-0").type_text("13955557777");
    window.test_id("client-form-save").click();
    window.test_id("client-page").wait();
    assert_eq!(window.test_id("client-name").shown(), "\u{5c09}\u{8fdf}\u{8212}\u{82ac}");
    window.assert_accessible();
    for typed in ["yuchi", "weichi", "ycsf", "5557777", "\u{8212}\u{82ac}"] {
        window.test_id("rail-clients").click();
        window.test_id("clients-search").type_text(typed);
        window.test_id("clients-row").containing("\u{5c09}\u{8fdf}\u{8212}\u{82ac}").wait();
    }
    window.assert_accessible();
}

#[test]
fn what_was_typed_survives_a_power_cut() {
    let mut demo = demo::signed_in(Role::Reception);
    let window = &mut demo.window;
    window.test_id("rail-clients").click();
    window.test_id("client-new").click();
    window.test_id("client-form-name").type_text("\u{6ca1}\u{5b58}\u{5b8c}");
    let kept = serde_json::json!({ "name": "drafts.load", "input": { "form": "client.new" } });
    window.wait_until("the draft is kept", || {
        window
            .invoke("call", kept.clone())
            .is_ok_and(|draft| draft.to_string().contains("\u{6ca1}\u{5b58}\u{5b8c}"))
    });
    window.kill();
    window.reopen();
    demo::sign_in(window, Role::Reception);
    window.test_id("rail-clients").click();
    window.test_id("client-new").click();
    window.test_id("client-draft-go-on").click();
    assert_eq!(window.test_id("client-form-name").value(), "\u{6ca1}\u{5b58}\u{5b8c}");
}

#[test]
fn a_cashier_sees_neither_phones_in_full_nor_health_data() {
    let demo = demo::signed_in(Role::Cashier);
    let window = &demo.window;
    let refused = window.invoke(
        "call",
        serde_json::json!({ "name": "clients.health", "input": { "client": "00000000-0000-0000-0000-000000000000" } }),
    );
    assert_eq!(refused.expect_err("refused in Rust")["code"], "not_permitted");
    window.test_id("rail-clients").click();
    window.test_id("clients-row").nth(0).click();
    window.test_id("client-page").wait();
    assert_eq!(window.test_id("client-reveal-phone-0").count(), 0);
    assert_eq!(window.test_id("client-alert-add").count(), 0);
}
