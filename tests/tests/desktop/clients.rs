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

#[test]
fn any_name_and_any_text_is_kept_as_it_was_typed() {
    let demo = demo::signed_in(Role::Reception);
    let window = &demo.window;
    let long = "\u{957f}".repeat(60);
    // A rare character, right to left, emoji, quotes, wildcards and SQL; and what finds each.
    let names: [(&str, &str); 7] = [
        ("\u{20bb7}\u{91ce}\u{4e00}", "\u{20bb7}"),
        ("\u{4daf}", "\u{4daf}"),
        ("\u{5d0}\u{5d1}\u{5e8}\u{5d4}\u{5dd}", "\u{5d1}\u{5e8}"),
        ("\u{1f338}Lily\u{1f469}\u{200d}\u{2695}\u{fe0f}", "lily"),
        ("O'Brien \"%_\" <b>", "obrien"),
        ("Robert'); DROP TABLE client;--", "droptable"),
        (&long, "\u{957f}\u{957f}\u{957f}"),
    ];
    let text = "'; DROP TABLE visit; -- % _ \\ \" \u{1f338} <script>";
    for (name, found_by) in names {
        window.press("Ctrl+N");
        window.test_id("client-form-name").paste_text(name);
        for field in ["other-names", "wechat", "skin-type", "notes"] {
            window.test_id(&format!("client-form-{field}")).paste_text(text);
        }
        window.test_id("client-form-save").click();
        window.test_id("client-page").wait();
        assert_eq!(window.test_id("client-name").shown(), name);
        window.containing(text).wait();
        assert!(!window.scrolls_sideways(), "{name}");
        window.test_id("rail-clients").click();
        window.test_id("clients-search").paste_text(found_by);
        window.test_id("clients-row").containing(name).wait();
    }
}

#[test]
fn a_scan_of_old_paper_is_added_looked_at_and_removed() {
    let demo = demo::signed_in(Role::Nurse);
    let window = &demo.window;
    window.test_id("rail-clients").click();
    window.test_id("clients-row").nth(0).click();
    window.test_id("client-scan-add").wait();
    let picture = window.page_png();
    let paper = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj \
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj trailer<</Root 1 0 R>>";
    for (file, content) in [("page.png", picture.as_slice()), ("page.pdf", paper)] {
        let before = window.test_id("client-scan").count();
        window.hidden("[data-testid=client-scan-file]").upload(file, content);
        window.test_id("client-scan-title").type_text(file);
        window.test_id("client-scan-save").click();
        window.wait_until("it is in the file", || window.test_id("client-scan").count() == before + 1);
        window.test_id("client-scans").containing(file).click();
        window.test_id("client-scan-shown").css("img, iframe").wait();
        window.assert_accessible();
        window.press("Esc");
        window.test_id("client-scan-shown").wait_gone();
    }
    let before = window.test_id("client-scan").count();
    window.test_id("client-scan-remove").nth(0).click();
    window.test_id("client-scan-remove-ok").click();
    window.test_id("client-scan").nth(before - 1).wait_gone();
    // What is no paper is refused in words, and nothing is kept.
    window.hidden("[data-testid=client-scan-file]").upload("page.png", b"not a picture");
    window.test_id("client-scan-title").type_text("x");
    window.test_id("client-scan-save").click();
    window.css(".ant-form-item-explain-error, .ant-message-error, [role=alert]").wait();
    assert_eq!(window.test_id("client-scan").count(), before - 1);
}
