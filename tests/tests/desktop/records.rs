//! Plans, treatment records and photos: proposed, approved, placed on the map, signed, amended, found from the batch.

use jingtai_clinic::Role;
use jingtai_tests::window::Window;
use serde_json::{Value, json};

use crate::demo::{self, call};

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

/// Somebody of whom nothing is to be known.
fn client(window: &Window) -> Value {
    let hits = call(window, "clients.find", json!({ "query": "", "limit": 60 }));
    let hits = hits.as_array().expect("clients").clone();
    hits.into_iter().find(|hit| hit["hasAlert"] == false).expect("somebody without warnings")
}

/// A procedure that the doctor at this window may do and that takes from stock something that is no toxin.
fn procedure(window: &Window) -> Value {
    let me = call(window, "desk.state", json!({}))["me"]["staffId"].clone();
    let staff = call(window, "staff.all", json!({}));
    let staff =
        staff.as_array().expect("staff").iter().find(|member| member["id"] == me).expect("me").clone();
    let permitted = staff["permittedProcedures"].as_array().expect("procedures").clone();
    let all = call(window, "catalogue.all", json!({}));
    let choices = call(window, "treatments.choices", json!({}));
    let plain = |used: &Value| {
        let id = &used["productId"];
        let product =
            all["products"].as_array().expect("products").iter().find(|product| product["id"] == *id);
        let stocked = choices.as_array().expect("choices").iter().any(|choice| choice["product"] == *id);
        stocked && product.is_some_and(|product| product["toxin"] == false)
    };
    let fits = |procedure: &&Value| {
        let uses = procedure["usualProducts"].as_array().expect("products");
        permitted.contains(&procedure["id"]) && !uses.is_empty() && uses.iter().all(plain)
    };
    all["procedures"].as_array().expect("procedures").iter().find(fits).expect("such a procedure").clone()
}

/// Opens the first record of the demo that is not finished.
pub(crate) fn unfinished(window: &Window) {
    window.test_id("rail-treatments").click();
    window.test_id("treatment-row").nth(0).click();
    window.test_id("treatment-page").wait();
}

/// Opens the latest signed record of a client who was photographed, from the timeline.
pub(crate) fn signed(window: &Window) {
    let hits = call(window, "clients.find", json!({ "query": "", "limit": 200 }));
    let signed = |hit: &&Value| {
        let records = call(window, "treatments.signed_of", json!({ "client": hit["id"] }));
        let shown =
            |record: &Value| record["text"]["photos"].as_array().is_some_and(|photos| !photos.is_empty());
        records.as_array().is_some_and(|records| records.iter().any(shown))
    };
    let client = hits.as_array().expect("clients").iter().find(signed).expect("somebody was treated");
    open_file(window, client);
    window.press("T");
    window.test_id("timeline-record").nth(0).click();
    window.test_id("signed-page").wait();
}

pub(crate) fn open_file(window: &Window, client: &Value) {
    window.test_id("rail-clients").click();
    // Who was looked at last is there again; the list is behind.
    let shows = |id: &str| window.test_id(id).count() > 0;
    window.wait_until("the clients are there", || shows("clients-search") || shows("client-page"));
    if shows("client-page") {
        window.test_id("rail-clients").click();
    }
    window.test_id("clients-search").type_text(&text(&client["memberNumber"]));
    window.wait_until("nobody else is in the list", || window.test_id("clients-row").count() == 1);
    window.test_id("clients-row").click();
    window.test_id("client-page").wait();
}

#[test]
fn a_record_is_placed_on_the_map_signed_and_amended() {
    let demo = demo::signed_in(Role::Doctor);
    let window = &demo.window;
    let (_, pin) = demo::somebody(Role::Doctor);
    let (client, procedure) = (client(window), procedure(window));
    let begin =
        json!({ "client": client["id"], "visit": null, "procedure": procedure["id"], "planLine": null });
    call(window, "treatments.start", begin);
    window.test_id("rail-treatments").click();
    window.test_id("treatment-search").type_text(&text(&client["memberNumber"]));
    window.test_id("treatment-row").nth(0).click();
    window.test_id("map-face_front").click();
    window.test_id("map-point").nth(0).wait();
    // Once more, beside it, and the other side by a key.
    window.press("Enter");
    window.test_id("map-point").nth(1).wait();
    window.press("X");
    window.test_id("map-point").nth(2).wait();
    window.press("2");
    window.test_id("use-total").wait();
    window.assert_accessible();
    window.screenshot("record-map");

    // Unsaved, it is saved before it is signed; what is missing is said, and where.
    window.press("F9");
    window.test_id("sign-blocked").wait();
    window.test_id("sign-obstacle-no_funding").wait();
    window.assert_accessible();
    window.screenshot("sign-blocked");
    window.test_id("sign-go-no_funding").click();
    window.test_id("treatment-funding").css("[role=radio]").nth(1).click();
    window.test_id("treatment-funding-reason").type_text("VIP");
    window.test_id("consent-new").click();
    window.test_id("consent-note").type_text("paper");
    window.assert_accessible();
    window.test_id("consent-ok").click();
    window.test_id("consent-dialog").wait_gone();
    window.press("F9");
    window.test_id("signer-pin").type_text(&pin);
    window.assert_accessible();
    window.screenshot("sign");
    window.test_id("sign-ok").click();
    window.test_id("signed-page").wait();
    window.test_id("signed-use").nth(2).wait();
    window.assert_accessible();
    window.screenshot("signed");

    window.test_id("signed-amend").click();
    window.test_id("amend-reactions").type_text("bruise");
    window.test_id("amend-reason").type_text("call");
    window.test_id("signer-pin").type_text(&pin);
    window.assert_accessible();
    window.test_id("amend-ok").click();
    window.test_id("signed-amendment").containing("bruise").wait();
    window.screenshot("signed-amended");

    // The batch knows on whom it was used.
    let signed = call(window, "treatments.signed_of", json!({ "client": client["id"] }));
    assert_eq!(signed[0]["whole"], true);
    let lot = text(&signed[0]["text"]["batches"][0]["lot"]);
    window.test_id("rail-stock").click();
    window.test_id("stock-search").type_text(&lot);
    window.test_id("batch-row").nth(0).click();
    window.test_id("batch-uses").containing(&text(&client["memberNumber"])).wait();
    window.assert_accessible();
    window.screenshot("batch-uses");
}

#[test]
fn a_plan_is_proposed_sent_back_and_approved() {
    let demo = demo::signed_in(Role::Doctor);
    let window = &demo.window;
    let (client, procedure) = (client(window), procedure(window));
    let line = json!({ "alternative": 0, "procedure": procedure["id"], "sessions": 3, "price": 880_000, "note": "" });
    let plan = json!({ "id": null, "client": client["id"], "visit": null, "note": "", "lines": [line] });
    call(window, "plans.draft", plan);
    open_file(window, &client);
    window.test_id("client-plans").test_id("plan-card").nth(0).click();
    window.test_id("plan-approve").wait();
    window.assert_accessible();
    window.screenshot("plan");
    window.test_id("plan-send-back").click();
    window.test_id("plan-reason").type_text("2");
    window.test_id("plan-reason-ok").click();
    window.test_id("plan-change").click();
    window.test_id("plan-sessions").nth(0).type_text("2");
    window.assert_accessible();
    window.test_id("plan-save-approve").click();
    window.test_id("plan-agree").nth(0).click();
    window.test_id("plan-agreed").wait();
    window.screenshot("plan-agreed");
    let plans = call(window, "plans.of_client", json!({ "client": client["id"] }));
    let ours =
        plans.as_array().expect("plans").iter().find(|plan| plan["versions"][0]["lines"][0]["sessions"] == 2);
    assert_eq!(ours.expect("the plan")["state"], "agreed");
}

/// A picture of one colour; no two are one.
fn picture(red: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_fn(600, 800, |x, y| image::Rgb([red, (x / 3) as u8, (y / 4) as u8]));
    image::DynamicImage::from(pixels).write_to(&mut bytes, image::ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}

#[test]
fn photos_are_taken_in_marked_and_compared() {
    let demo = demo::signed_in(Role::Doctor);
    let window = &demo.window;
    let client = client(window);
    open_file(window, &client);
    window.test_id("client-photos-open").click();
    window.test_id("empty").wait();
    window.assert_accessible();
    window.press("A");
    window.hidden("[data-testid=photo-files]").upload("one.jpg", &picture(40));
    window.test_id("photo-choose-files").drop_file("two.jpg", &picture(220));
    window.hidden("[data-testid=photo-files]").upload("three.jpg", b"no picture");
    window.test_id("photo-incoming").nth(2).wait();
    window.assert_accessible();
    window.test_id("photo-intake-run").click();
    window.css("[data-testid=photo-incoming][data-state=failed]").wait();
    window.screenshot("photos-intake");
    // What did not work is not lost without asking.
    window.press("Esc");
    window.test_id("photo-intake-leave").click();
    window.test_id("photo-intake").wait_gone();
    // The previews come by themselves.
    window.css("li[data-testid^=photo-] img").nth(1).wait();
    window.assert_accessible();
    window.screenshot("photos");

    // Two points on each.
    for nth in [0, 1] {
        window.css("li[data-testid^=photo-] button").nth(nth).click();
        window.test_id("photo-mark-points").click();
        window.test_id("photo-figure").click();
        window.test_id("photo-mark").nth(0).wait();
        window.script(
            "const figure = document.querySelector('[data-testid=photo-figure]').getBoundingClientRect();
             document.querySelector('[data-testid=photo-figure]').dispatchEvent(new MouseEvent('click',
                 { bubbles: true, clientX: figure.x + figure.width / 2 + 40, clientY: figure.y + 40 }));",
            vec![],
        );
        window.test_id("photo-marking").wait_gone();
        window.test_id("photo-mark").nth(1).wait();
        window.assert_accessible();
        window.screenshot("photo");
        window.press("Esc");
        window.test_id("photo-viewer").wait_gone();
    }
    for nth in [0, 1] {
        window.css("li[data-testid^=photo-] .ant-checkbox-wrapper").nth(nth).click();
    }
    window.press("C");
    window.test_id("photo-compare").wait();
    window.test_id("photo-side-before").wait();
    window.test_id("photo-side-after").wait();
    window.assert_accessible();
    window.screenshot("photos-compare");
}
