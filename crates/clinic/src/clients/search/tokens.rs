//! What a client is found by, and what a typed query asks for: the same normal form on both sides.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use hanconv::RawDictionary;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::pinyin;
use crate::clients::member::CODE_PREFIX;
use crate::fields;

/// Beginnings of so many letters stand in the index as words of their own. FTS5 keeps lists of the rows of short
/// prefixes only (the table's `prefix`); the rows of a longer one it gathers and sorts anew for every question,
/// which takes a syllable like "zhang" past 10 ms in a large clinic.
const LETTER_HEADS: std::ops::RangeInclusive<usize> = 4..=8;
/// Likewise the four digits that a phone is asked for by.
const DIGIT_HEAD: usize = 4;
/// Ends such a word. [`normalise`] leaves it in no other.
const HEAD_END: char = '·';
/// Parts beyond these are not asked for: FTS5 bounds the depth of an expression.
const PARTS_MAX: usize = 16;
/// From so many digits on, spaces in a number part its groups, not several fragments.
const WHOLE_PHONE: usize = 11;

/// The form in which words are kept and asked for: compatibility forms unfolded, lower case, marks on letters
/// dropped; spaces and punctuation out. Character by character, so that a part's form is a part of the form.
pub(super) fn normalise(text: &str) -> String {
    text.nfkd().flat_map(char::to_lowercase).filter(|c| !is_combining_mark(*c) && !is_separator(*c)).collect()
}

/// Traditional characters as simplified ones (the table of OpenCC, character by character): 張 is found by 张, and
/// the other way round. Readings are of the character as it was written: 乾 is not read as 干 is.
pub(crate) fn simplified(text: &str) -> String {
    static TABLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let one = |text: &str| text.chars().next();
        RawDictionary::TSCharacters.iter().filter_map(|(from, to)| Some((one(from)?, one(to)?))).collect()
    });
    text.chars().map(|c| TABLE.get(&c).copied().unwrap_or(c)).collect()
}

fn is_separator(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphanumeric();
    }
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{a1}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{2190}'..='\u{23ff}'
            | '\u{2e00}'..='\u{2e7f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{3030}' | '\u{30fb}'
            | '\u{fe00}'..='\u{fe4f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Everything of a client that search knows.
#[derive(Debug, Default)]
pub(super) struct Findable {
    pub(super) names: Vec<String>,
    pub(super) other_names: Vec<String>,
    pub(super) member_numbers: Vec<String>,
    pub(super) phones: Vec<String>,
}

/// The words of a client's row in the index, parted by spaces. Every query is a prefix, so a word that another
/// word begins with is left out.
pub(super) fn words(of: &Findable) -> String {
    let mut words = Vec::new();
    for name in &of.names {
        name_words(name, &mut words);
    }
    for name in
        of.other_names.iter().flat_map(|names| names.split([',', '，', '、', ';', '；', '/', '|', '\n']))
    {
        name_words(name, &mut words);
    }
    for number in of.member_numbers.iter().chain(&of.phones) {
        suffixes(&normalise(number), &mut words);
    }
    words.sort_unstable();
    let mut kept: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        if kept.last().is_some_and(|shorter| word.starts_with(shorter.as_str())) {
            kept.pop();
        }
        kept.push(word);
    }
    let heads: BTreeSet<String> =
        kept.iter().flat_map(|word| LETTER_HEADS.filter_map(|length| head(word, length))).collect();
    kept.extend(heads);
    kept.join(" ")
}

/// The word that stands for a beginning of so many characters, where there is one.
fn head(word: &str, length: usize) -> Option<String> {
    let head = word.get(..length)?;
    let letters = LETTER_HEADS.contains(&length) && head.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = length == DIGIT_HEAD && head.bytes().all(|byte| byte.is_ascii_digit());
    (letters || digits).then(|| format!("{head}{HEAD_END}"))
}

fn name_words(name: &str, words: &mut Vec<String>) {
    let name = normalise(name);
    suffixes(&simplified(&name), words);
    for reading in pinyin::readings(&name) {
        let initials: String = reading.iter().filter_map(|syllable| syllable.chars().next()).collect();
        suffixes(&initials, words);
        words.extend((0..reading.len()).map(|from| reading[from..].concat()));
    }
}

fn suffixes(text: &str, words: &mut Vec<String>) {
    words.extend(text.char_indices().map(|(at, _)| text[at..].to_owned()));
}

/// What a person, or a scanner, asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Query {
    /// The client of exactly this member number.
    Member(String),
    /// Clients who match every part; none: everybody.
    Parts(Vec<String>),
}

/// Reads what was typed.
pub(super) fn query(typed: &str) -> Query {
    let compatible: String = typed.nfkc().collect();
    let compatible = compatible.trim();
    if let Some(head) = compatible.get(..CODE_PREFIX.len())
        && head.eq_ignore_ascii_case(CODE_PREFIX)
    {
        return Query::Member(compatible[CODE_PREFIX.len()..].trim().to_owned());
    }
    if let Ok(phone) = fields::phone("query", compatible)
        && (phone.starts_with('+') || phone.len() >= WHOLE_PHONE)
    {
        return Query::Parts(vec![normalise(&phone)]);
    }
    let parts = compatible.split_whitespace().map(|part| simplified(&normalise(part)));
    let parts = parts.filter(|part| !part.is_empty());
    Query::Parts(parts.take(PARTS_MAX).collect())
}

/// The parts as FTS5 asks for them. Parts hold no quote: [`normalise`] took it out.
pub(super) fn expression(parts: &[String]) -> String {
    let term = |part: &String| match head(part, part.len()) {
        Some(head) => format!("\"{head}\""),
        None => format!("\"{part}\"*"),
    };
    parts.iter().map(term).collect::<Vec<_>>().join(" AND ")
}

/// What asks for names that sound like this one; `None` where nothing of two syllables or more is read.
pub(super) fn sounds(name: &str) -> Option<String> {
    let readings = pinyin::readings(&normalise(name));
    let whole: Vec<String> = readings
        .iter()
        .filter(|reading| reading.len() > 1)
        .map(|reading| format!("\"{}\"", reading.concat()))
        .collect();
    (!whole.is_empty()).then(|| whole.join(" OR "))
}

/// Whether two names are the same, or may be read the same.
pub(crate) fn sound_alike(one: &str, other: &str) -> bool {
    let (one, other) = (normalise(one), normalise(other));
    simplified(&one) == simplified(&other) || {
        let readings = pinyin::readings(&one);
        pinyin::readings(&other).iter().any(|reading| !reading.is_empty() && readings.contains(reading))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(name: &str) -> Vec<String> {
        let findable = Findable { names: vec![name.to_owned()], ..Findable::default() };
        words(&findable).split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_name_is_known_by_its_suffixes_readings_and_initials() {
        let words = words_of("张三丰");
        let (heads, whole): (Vec<&str>, Vec<&str>) =
            words.iter().map(String::as_str).partition(|word| word.ends_with(HEAD_END));
        assert_eq!(whole, ["feng", "sanfeng", "sf", "zhangsanfeng", "zsf", "三丰", "丰", "张三丰"]);
        let beginnings =
            ["feng", "sanfeng", "sanfen", "sanfe", "sanf", "zhangsan", "zhangsa", "zhangs", "zhang", "zhan"];
        assert_eq!(heads, beginnings.map(|head| format!("{head}{HEAD_END}")));
        assert!(words_of("O'Brien Ann").contains(&"obrienann".to_owned()));
        assert!(words_of("José").contains(&"jose".to_owned()));
    }

    #[test]
    fn a_character_is_found_in_either_script_and_read_as_it_is_written() {
        assert!(words_of("張麗").contains(&"张丽".to_owned()));
        assert_eq!(query("張"), query("张"));
        let words = words_of("乾隆");
        assert!(words.contains(&"干隆".to_owned()) && words.contains(&"qianlong".to_owned()), "{words:?}");
    }

    #[test]
    fn punctuation_is_no_part_of_a_query() {
        for typed in ["", "  ", "%", "_", "'\"; --", "，。！？", "·・…", "\u{200b}\u{feff}", "(*)"] {
            assert_eq!(query(typed), Query::Parts(vec![]), "{typed:?}");
        }
        let parts = |typed: &str| match query(typed) {
            Query::Parts(parts) => parts,
            Query::Member(number) => panic!("a member number: {number}"),
        };
        assert_eq!(parts("张 SAN"), ["张", "san"]);
        assert_eq!(parts("１３８ 1234"), ["138", "1234"]);
        assert_eq!(parts("+86 138-1234-6721"), ["13812346721"]);
        assert_eq!(parts("138 1234 6721"), ["13812346721"]);
        assert_eq!(parts("a\"b OR c*"), ["ab", "or", "c"]);
        assert_eq!(parts("🌸"), ["🌸"]);
        assert_eq!(query("jt1：A000123 "), Query::Member("A000123".to_owned()));
    }
}
