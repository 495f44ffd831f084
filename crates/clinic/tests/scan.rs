//! Codes off packs: what is read, what is refused and which part is named, and that no input does harm.

use chrono::NaiveDate;
use jingtai_clinic::scan::{self, CodeKind, Scanned};
use jingtai_clinic::{Error, ErrorCode};
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-22".parse().expect("a date")
}

fn read(text: &str) -> Scanned {
    scan::read(text, today()).unwrap_or_else(|error| panic!("{text:?}: {error:?}"))
}

fn refused(text: &str) -> Error {
    match scan::read(text, today()) {
        Err(error) => error,
        Ok(scanned) => panic!("{text:?} was read as {scanned:?}"),
    }
}

/// Identifier and value of each element.
fn elements(scanned: &Scanned) -> Vec<(&str, &str)> {
    scanned.elements.iter().map(|element| (element.ai.as_str(), element.value.as_str())).collect()
}

const WHOLE: &str = "(01)06901234567892(11)250115(17)270630(10)LOT-7/A(21)S0001";

#[test]
fn one_pack_reads_the_same_however_it_is_sent() {
    let raw = "0106901234567892112501151727063010LOT-7/A\u{1d}21S0001";
    for text in [
        WHOLE.to_owned(),
        raw.to_owned(),
        format!("]d2{raw}"),
        format!("]C1{raw}"),
        format!("]Q3{raw}"),
        format!("]J1{raw}"),
        format!("]d2\u{1d}{raw}\u{1d}\r\n"),
        raw.replace('\u{1d}', "\u{241d}"),
        "（01）06901234567892（11）250115（17）270630（10）LOT-7/A（21）S0001".to_owned(),
        "(01) 06901234567892 (11) 250115 (17) 270630 (10) LOT-7/A (21) S0001".to_owned(),
    ] {
        let scanned = read(&text);
        assert_eq!(scanned.kind, CodeKind::Gs1, "{text}");
        assert_eq!(scanned.product_code.as_ref().map(ToString::to_string).as_deref(), Some("06901234567892"));
        assert_eq!(scanned.lot.as_deref(), Some("LOT-7/A"), "{text}");
        assert_eq!(scanned.serial.as_deref(), Some("S0001"));
        assert_eq!(scanned.unit_code.as_deref(), Some("(01)06901234567892(21)S0001"));
        assert_eq!(scanned.expires_on, "2027-06-30".parse().ok());
        assert_eq!(scanned.produced_on, "2025-01-15".parse().ok());
    }
}

#[test]
fn what_is_no_gs1_code_is_known_by_its_form() {
    for (text, kind, product, unit) in [
        ("6901234567892", CodeKind::Gtin, "06901234567892", None),
        ("16901234567899", CodeKind::Gtin, "16901234567899", None),
        ("96385074", CodeKind::Gtin, "00000096385074", None),
        ("036000291452", CodeKind::Gtin, "00036000291452", None),
        ("]E06901234567892", CodeKind::Gtin, "06901234567892", None),
        ("81234560000000001234", CodeKind::Trace, "8123456", Some("81234560000000001234")),
        ("]C081234560000000001234", CodeKind::Trace, "8123456", Some("81234560000000001234")),
        ("MA.156.M0.100131.1ABCDE90.L20260101.V270101", CodeKind::Ma, "MA.156.M0.100131.1ABCDE90", None),
        (
            "MA.156.M0.100131.1ABCDE90.S0007",
            CodeKind::Ma,
            "MA.156.M0.100131.1ABCDE90",
            Some("MA.156.M0.100131.1ABCDE90.S0007"),
        ),
        ("AHM0000012345678BN20260101", CodeKind::Ahm, "AHM0000012345678BN20260101", None),
    ] {
        let scanned = read(text);
        assert_eq!(scanned.kind, kind, "{text}");
        assert_eq!(
            scanned.product_code.as_ref().map(ToString::to_string).as_deref(),
            Some(product),
            "{text}"
        );
        assert_eq!(scanned.unit_code.as_deref(), unit, "{text}");
        assert!(text.ends_with(&scanned.text), "kept whole: {text}");
    }
}

#[test]
fn a_fault_names_its_part() {
    let cases = [
        ("6901234567893", ErrorCode::ScanCheckDigit, &[("expected", "2")][..]),
        ("(01)06901234567893", ErrorCode::ScanCheckDigit, &[("ai", "01"), ("expected", "2")]),
        ("(01)0690123456789", ErrorCode::ScanLength, &[("ai", "01"), ("length", "13"), ("least", "14")]),
        (
            "(01)0690123456789X",
            ErrorCode::ScanCharacter,
            &[("ai", "01"), ("position", "14"), ("character", "X")],
        ),
        ("(17)261301", ErrorCode::ScanDate, &[("ai", "17"), ("part", "261301")]),
        ("(17)260230", ErrorCode::ScanDate, &[("ai", "17")]),
        ("(10)ABC DEF", ErrorCode::ScanCharacter, &[("ai", "10"), ("position", "4"), ("character", " ")]),
        ("(10)批号", ErrorCode::ScanCharacter, &[("ai", "10"), ("position", "1"), ("character", "批")]),
        ("(10)123456789012345678901", ErrorCode::ScanLength, &[("ai", "10"), ("most", "20")]),
        ("(10)", ErrorCode::ScanLength, &[("ai", "10"), ("length", "0")]),
        ("(01)06901234567892(01)16901234567899", ErrorCode::ScanConflict, &[("ai", "01")]),
        ("(422)000", ErrorCode::ScanValue, &[("ai", "422"), ("part", "000")]),
        ("(8006)069012345678920300", ErrorCode::ScanValue, &[("ai", "8006"), ("part", "0300")]),
        ("]d201069012345678921726123110A\u{1d}\u{1d}21B", ErrorCode::ScanIdentifier, &[("position", "29")]),
        ("]d20106901234567892AB", ErrorCode::ScanIdentifier, &[("position", "17"), ("value", "AB")]),
        ("(123)45", ErrorCode::ScanIdentifier, &[("position", "1")]),
    ];
    for (text, code, params) in cases {
        let error = refused(text);
        assert_eq!(error.code, code, "{text}: {error:?}");
        for (name, value) in params {
            assert_eq!(error.params.get(name).map(String::as_str), Some(*value), "{text}: {error:?}");
        }
    }
}

#[test]
fn what_is_no_code_is_said_to_be_none() {
    for text in
        ["", "   ", "hello", "张三", "138 1234 6721", "5", "]d2", "((((", &"9".repeat(5_000), "\u{1d}"]
    {
        assert!(scan::read(text, today()).is_err(), "{text:?}");
    }
    assert_eq!(refused("hello").code, ErrorCode::ScanUnrecognised);
    // An MA code of which a part says nothing names no product.
    assert_eq!(refused("MA.156..100131.1ABCDE90").code, ErrorCode::ScanUnrecognised);
}

#[test]
fn an_unknown_identifier_is_kept() {
    let scanned = read("]d2010690123456789219123456\u{1d}10LOT");
    assert_eq!(elements(&scanned), [("01", "06901234567892"), ("19", "123456"), ("10", "LOT")]);
    let scanned = read("(01)06901234567892(249)ABC(10)LOT");
    assert_eq!(elements(&scanned), [("01", "06901234567892"), ("249", "ABC"), ("10", "LOT")]);
    assert!(scanned.elements[1].title.is_empty());
}

#[test]
fn a_parenthesis_may_belong_to_a_value() {
    assert_eq!(elements(&read("(10)AB(C(21)7")), [("10", "AB(C"), ("21", "7")]);
    assert_eq!(elements(&read("(10)AB\\(21\\)C(21)7")), [("10", "AB(21)C"), ("21", "7")]);
    assert_eq!(elements(&read("]d210AB(21)C\u{1d}217")), [("10", "AB(21)C"), ("21", "7")]);
}

#[test]
fn a_picture_gives_its_codes_as_a_scanner_would() {
    for (picture, lot) in [
        (include_bytes!("fixtures/gs1-datamatrix.png").as_slice(), "DM-0001"),
        (include_bytes!("fixtures/gs1-128.png").as_slice(), "C128-1"),
        (include_bytes!("fixtures/gs1-qr-photo.jpg").as_slice(), "QR-0001"),
    ] {
        let codes = scan::picture::codes(picture).expect("finds a code");
        let scanned: Vec<Scanned> = codes.iter().map(|code| read(code)).collect();
        assert!(scanned.iter().any(|scanned| scanned.lot.as_deref() == Some(lot)), "{codes:?}");
        assert!(scanned.iter().all(|scanned| scanned.serial.as_deref() == Some("77")), "{codes:?}");
    }
    let nothing = image::DynamicImage::new_luma8(300, 300);
    let mut png = std::io::Cursor::new(Vec::new());
    nothing.write_to(&mut png, image::ImageFormat::Png).expect("writes");
    assert_eq!(
        scan::picture::codes(png.get_ref()).map_err(|error| error.code),
        Err(ErrorCode::NoCodeInPicture)
    );
    assert_eq!(
        scan::picture::codes(b"no picture").map_err(|error| error.code),
        Err(ErrorCode::InvalidPicture)
    );
}

/// A GTIN with its check digit, by the rule as GS1 words it: odd places from the right count three times.
fn gtin(thirteen: u64) -> String {
    let digits = format!("{:013}", thirteen % 10_000_000_000_000);
    let sum: u32 = digits
        .chars()
        .rev()
        .enumerate()
        .map(|(place, digit)| digit.to_digit(10).expect("a digit") * if place % 2 == 0 { 3 } else { 1 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

prop_compose! {
    fn element()(
        choice in 0..6_usize,
        text in "[!%-'*-?A-Z_a-z]{1,20}",
        number in any::<u64>(),
        year in 0..100_u32, month in 1..=12_u32, day in 0..=28_u32,
    ) -> (&'static str, String) {
        match choice {
            0 => ("01", gtin(number)),
            1 => ("17", format!("{year:02}{month:02}{day:02}")),
            2 => ("10", text),
            3 => ("21", text),
            4 => ("240", text),
            _ => ("37", (number % 100_000_000).to_string()),
        }
    }
}

prop_compose! {
    fn pack()(elements in prop::collection::vec(element(), 1..6)) -> Vec<(&'static str, String)> {
        let mut seen = std::collections::BTreeSet::new();
        elements.into_iter().filter(|(ai, _)| seen.insert(*ai)).collect()
    }
}

proptest! {
    #[test]
    fn what_was_put_in_is_read_back(pack in pack()) {
        let expected: Vec<(&str, &str)> = pack.iter().map(|(ai, value)| (*ai, value.as_str())).collect();
        let raw: Vec<String> = pack.iter().map(|(ai, value)| format!("{ai}{value}")).collect();
        let raw = format!("]d2{}", raw.join("\u{1d}"));
        let scanned = read(&raw);
        prop_assert_eq!(elements(&scanned), expected.clone());
        let printed: String = pack.iter().map(|(ai, value)| format!("({ai}){value}")).collect();
        let scanned = read(&printed);
        prop_assert_eq!(elements(&scanned), expected);
    }

    #[test]
    fn a_digit_changed_or_two_neighbours_exchanged_is_noticed(number in any::<u64>(), at in 0..13_usize, by in 1..10_u32) {
        let code = gtin(number);
        let mut changed: Vec<u32> = code.chars().filter_map(|digit| digit.to_digit(10)).collect();
        changed[at] = (changed[at] + by) % 10;
        let text: String = changed.iter().map(ToString::to_string).collect();
        prop_assert_eq!(refused(&text).code, ErrorCode::ScanCheckDigit);
        let mut exchanged: Vec<u8> = code.bytes().collect();
        exchanged.swap(at, at + 1);
        // Neighbours that differ by five are the one exchange that the rule cannot see.
        let differ = exchanged[at].abs_diff(exchanged[at + 1]);
        if differ != 0 && differ != 5 {
            let text = String::from_utf8(exchanged).expect("digits");
            prop_assert_eq!(refused(&text).code, ErrorCode::ScanCheckDigit);
        }
    }

    #[test]
    fn no_text_does_harm(text in any::<String>(), prefix in "(\\]d2|\\]C1|\\(|MA\\.|AHM|8|0|)") {
        let _ = scan::read(&format!("{prefix}{text}"), today());
    }

    #[test]
    fn no_nearly_right_text_does_harm(text in "(\\(?[0-9]{2,4}\\)?[0-9A-Z\u{1d}\\\\(]{0,16}){0,6}") {
        let _ = scan::read(&text, today());
        let _ = scan::read(&format!("]d2{text}"), today());
    }

    #[test]
    fn no_picture_does_harm(mut bytes in prop::collection::vec(any::<u8>(), 0..400), cut in 0..2_000_usize) {
        let _ = scan::picture::codes(&bytes);
        let whole = include_bytes!("fixtures/gs1-datamatrix.png");
        let mut broken = whole[..whole.len().min(cut)].to_vec();
        broken.append(&mut bytes);
        let _ = scan::picture::codes(&broken);
    }
}
