//! What a cell of a kind says: phones, numbers, names, words for the sex.

use encoding_rs::GBK;
use unicode_normalization::UnicodeNormalization;

use crate::clients::types::Sex;
use crate::spreadsheet::{Cell, is_invisible};

/// What people write where there is nothing.
const PLACEHOLDERS: &[&str] = &[
    "-", "--", "---", "/", "\\", "—", "——", "无", "無", "没有", "不详", "不詳", "未知", "暂无", "暫無",
    "n/a", "na", "null", "none", "?", "？", ".", "。", "*", "(空)",
];
/// Beyond this a spreadsheet's number has lost its last digits.
const WHOLE_UNTIL: f64 = 1e15;

/// A cell's text where it has one.
pub(super) fn text_of(cell: &Cell) -> Option<String> {
    let text = clean(&cell.written());
    (!text.is_empty()).then_some(text)
}

/// A number as a spreadsheet shows it: 1.38E+10 for what is wide.
pub(super) fn as_shown(cell: &Cell) -> String {
    match cell {
        Cell::Number(number) if number.abs() >= 1e10 => {
            let exponent = number.abs().log10().floor();
            let mantissa = (number / 10_f64.powf(exponent) * 1e5).round() / 1e5;
            format!("{mantissa}E+{exponent:02}")
        }
        cell => cell.written(),
    }
}

/// Without invisible characters, the apostrophe that makes a text of a number, the ".0" of a number that was
/// written as text, and spaces around.
pub(super) fn clean(text: &str) -> String {
    // Most cells hold nothing to clean.
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-');
    if text.chars().all(plain) {
        return text.to_owned();
    }
    let text =
        text.replace("_x000D_", "").replace("\r\n", "\n").replace(['\u{a0}', '\u{3000}', '\t', '\r'], " ");
    let text: String =
        text.chars().filter(|c| !is_invisible(*c) && (!c.is_control() || *c == '\n')).collect();
    let text = text.trim().trim_start_matches(['\'', '‘', '`']).trim();
    match text.strip_suffix(".0") {
        Some(whole) if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) => {
            whole.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// Full-width letters and digits as the usual ones; Chinese characters and punctuation stay.
pub(super) fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' if !matches!(c, '，' | '；' | '：' | '（' | '）' | '！' | '？') => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        c => c,
    };
    text.chars().map(narrow).collect()
}

/// Whether a remark about allergies says that there are none: 无药物过敏史, 否认过敏, 阴性.
pub(super) fn denies_allergies(text: &str) -> bool {
    let text = narrow(text).trim_end_matches(['。', '.', '；', ';', ' ']).to_lowercase();
    if ["否认", "否認", "阴性", "陰性", "(-)", "（-）", "不过敏", "不過敏", "nkda", "无殊"]
        .contains(&text.as_str())
    {
        return true;
    }
    // 无水酒精 is a substance: the denial has to name what it denies.
    let denies = [
        "无",
        "無",
        "否认",
        "否認",
        "没有",
        "沒有",
        "未发现",
        "未發現",
        "未见",
        "未見",
        "暂无",
        "暫無",
        "no ",
    ];
    let denied = ["过敏", "過敏", "过敏史", "過敏史", "史", "不良反应", "allergy", "allergies"];
    text.chars().count() <= 14
        && denies.iter().any(|word| text.starts_with(word))
        && denied.iter().any(|word| text.ends_with(word))
}

pub(super) fn is_placeholder(text: &str) -> bool {
    PLACEHOLDERS.contains(&text.to_lowercase().as_str())
}

/// Whether a long number's last digits are gone: kept as a number beyond 15 digits, or written as 4.4E+17.
pub(super) fn digits_lost(cell: &Cell) -> bool {
    match cell {
        Cell::Number(number) => number.abs() >= WHOLE_UNTIL || number.fract() != 0.0,
        Cell::Text(text) => {
            let text: String = clean(text).nfkc().collect::<String>().to_ascii_uppercase();
            text.split_once('E').is_some_and(|(mantissa, exponent)| {
                let exponent = exponent.trim_start_matches('+');
                let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
                mantissa.starts_with(|c: char| c.is_ascii_digit())
                    && number(mantissa)
                    && (1..=2).contains(&exponent.len())
                    && number(exponent)
            })
        }
        _ => false,
    }
}

/// 1 and 2 as in GB/T 2261.1.
pub(super) fn sex_of(text: &str) -> Option<Sex> {
    let text: String = text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect();
    Some(match text.as_str() {
        "女" | "女性" | "女士" | "小姐" | "太太" | "女孩" | "f" | "female" | "woman" | "ms" | "mrs" | "2"
        | "♀" => Sex::Female,
        "男" | "男性" | "先生" | "男士" | "男孩" | "m" | "male" | "man" | "mr" | "1" | "♂" => {
            Sex::Male
        }
        "0" | "9" | "保密" | "其他" | "unknown" | "other" => Sex::Unknown,
        _ => return None,
    })
}

/// 张 三 is 张三; names in letters keep their spaces.
pub(super) fn without_inner_spaces(name: &str) -> String {
    let chinese = |c: char| !c.is_ascii() && c.is_alphabetic();
    if name.chars().all(|c| chinese(c) || c.is_whitespace()) {
        name.split_whitespace().collect()
    } else {
        name.to_owned()
    }
}

/// Whether a Chinese character is outside GB 2312: traditional, or rare.
pub(super) fn has_rare_character(name: &str) -> bool {
    let is_han =
        |c: &char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    name.chars().filter(is_han).any(|c| {
        let mut buffer = [0; 4];
        let (bytes, _, unmappable) = GBK.encode(c.encode_utf8(&mut buffer));
        unmappable || !matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe])
    })
}

/// The phones of a cell, each with the remark that stood beside it.
pub(super) struct Phones {
    pub(super) phones: Vec<(String, String)>,
    pub(super) remarks: bool,
}

/// Parts a cell's phones: 138…/139…, 138…（老公）, 手机:138… 家:021-….
pub(super) fn phones(text: &str) -> Phones {
    let mut found = Phones { phones: Vec::new(), remarks: false };
    let pieces = text.split(['/', '、', ',', '，', ';', '；', '\n', '|', '\\', '或']);
    for piece in pieces.flat_map(at_spaces_between_phones) {
        let piece = piece.trim();
        if piece.is_empty() {
            continue;
        }
        let is_phone = |c: char| {
            c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.' | '\u{2010}'..='\u{2015}')
        };
        if piece.chars().all(is_phone) {
            found.phones.push((piece.to_owned(), String::new()));
            continue;
        }
        // The longest run of a phone's characters is the phone; the rest says whose or where.
        let run = piece
            .split(|c: char| !is_phone(c))
            .max_by_key(|run| run.bytes().filter(u8::is_ascii_digit).count());
        let run =
            run.map(|run| run.trim_matches(|c: char| !c.is_ascii_digit() && c != '+')).unwrap_or_default();
        if run.bytes().filter(u8::is_ascii_digit).count() < 3 {
            found.phones.push((piece.to_owned(), String::new()));
            continue;
        }
        let around = piece.replacen(run, " ", 1);
        let around = around.split(|c: char| c.is_whitespace() || "（）()【】[]:：".contains(c));
        let label = around.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        found.remarks |= !label.is_empty();
        found.phones.push((run.to_owned(), label));
    }
    found
}

/// Spaces part phones only where each part is one by itself.
fn at_spaces_between_phones(piece: &str) -> Vec<&str> {
    let parts: Vec<&str> = piece.split_whitespace().collect();
    let whole = |part: &&str| part.bytes().filter(u8::is_ascii_digit).count() >= 7;
    if parts.len() > 1 && parts.iter().all(whole) { parts } else { vec![piece] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_stand_in_a_cell_in_many_ways() {
        for (text, expected) in [
            ("13812346721", &[("13812346721", "")][..]),
            ("13812346721/13912346721", &[("13812346721", ""), ("13912346721", "")]),
            ("13812346721 13912346721", &[("13812346721", ""), ("13912346721", "")]),
            ("138 1234 6721", &[("138 1234 6721", "")]),
            ("13812346721（老公）", &[("13812346721", "老公")]),
            ("手机：13812346721、家 021-62358888", &[("13812346721", "手机"), ("021-62358888", "家")]),
            ("没电话", &[("没电话", "")]),
            ("微信同号 +86 13812346721", &[("+86 13812346721", "微信同号")]),
            ("021-62358888转123", &[("021-62358888", "转123")]),
        ] {
            let expected: Vec<_> = expected.iter().map(|(n, l)| ((*n).to_owned(), (*l).to_owned())).collect();
            assert_eq!(phones(text).phones, expected, "{text}");
        }
    }

    #[test]
    fn a_rounded_number_is_known() {
        for lost in
            [Cell::Number(4.401_061_985_031_2e17), Cell::Text("4.4E+17".into()), Cell::Text("1.38e10".into())]
        {
            assert!(digits_lost(&lost), "{lost:?}");
        }
        for whole in [
            Cell::Number(13_812_346_721.0),
            Cell::Text("E12345678".into()),
            Cell::Text("11010519491231002X".into()),
        ] {
            assert!(!digits_lost(&whole), "{whole:?}");
        }
        assert_eq!(as_shown(&Cell::Number(13_812_346_721.0)), "1.38123E+10");
    }

    #[test]
    fn names_lose_only_what_is_not_theirs() {
        assert_eq!(without_inner_spaces("张 三"), "张三");
        assert_eq!(without_inner_spaces("Ann Lee"), "Ann Lee");
        assert_eq!(clean("'\u{200b}张三\u{a0}"), "张三");
        assert_eq!(clean("1001.0"), "1001");
        assert_eq!(narrow("Ａnn１（大）"), "Ann1（大）");
        assert!(has_rare_character("陳䶮") && !has_rare_character("陈燕Ann"));
    }
}
