//! A code as text: nothing panics, and what was read is read again from what it is written as.

use jingtai_clinic::scan::{self, CodeKind, ProductCode, Scanned};

/// Puts one input to the test.
pub fn take(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let today = "2026-11-22".parse().expect("a date");
    let typed = ProductCode::read(text);
    if let Ok(code) = &typed {
        assert_eq!(ProductCode::read(&code.to_string()).ok().as_ref(), Some(code), "typed");
    }
    let Ok(scanned) = scan::read(text, today) else { return };
    if let Some(code) = &scanned.product_code {
        assert_eq!(ProductCode::read(&code.to_string()).ok().as_ref(), Some(code), "a product's code");
    }
    if scanned.kind == CodeKind::Gs1 {
        // Without brackets nobody knows where an identifier ends that the table does not know.
        let known = scanned.elements.iter().all(|element| !element.title.is_empty());
        for written in [Some(printed(&scanned)), known.then(|| raw(&scanned))].into_iter().flatten() {
            let again = scan::read(&written, today).unwrap_or_else(|error| panic!("{written:?}: {error:?}"));
            assert_eq!(again.elements, scanned.elements, "{written:?}");
            assert_eq!(again.unit_code, scanned.unit_code, "{written:?}");
        }
    }
}

fn raw(scanned: &Scanned) -> String {
    let elements = scanned.elements.iter().map(|element| format!("{}{}", element.ai, element.value));
    format!("]d2{}", elements.collect::<Vec<_>>().join("\u{1d}"))
}

fn printed(scanned: &Scanned) -> String {
    let value = |value: &str| value.replace('(', "\\(").replace(')', "\\)");
    scanned.elements.iter().map(|element| format!("({}){}", element.ai, value(&element.value))).collect()
}
