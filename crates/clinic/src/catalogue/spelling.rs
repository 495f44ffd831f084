//! Names of the catalogue as they are typed without an input method: 水光 is shuiguang, and sg.

use pinyin::ToPinyin;

/// The whole pinyin and the initials, a blank between them; what is no Chinese character stays in both. Polyphonic
/// characters have their most usual reading: names of procedures are read, not called.
pub(crate) fn spelled(name: &str) -> String {
    let (mut whole, mut initials) = (String::new(), String::new());
    for character in name.chars() {
        match character.to_pinyin() {
            Some(read) => {
                whole.push_str(read.plain());
                initials.push_str(read.first_letter());
            }
            None => {
                let plain: String =
                    character.to_lowercase().filter(|plain| plain.is_alphanumeric()).collect();
                whole.push_str(&plain);
                initials.push_str(&plain);
            }
        }
    }
    format!("{whole} {initials}")
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn a_name_is_typed_by_its_sounds_or_their_first_letters() {
        for (name, typed) in [
            ("水光", "shuiguang sg"),
            ("光子嫩肤（颈部）", "guangzinenfujingbu gznfjb"),
            ("B5修复霜 40mL", "b5xiufushuang40ml b5xfs40ml"),
            ("𠮷", "𠮷 𠮷"),
            ("", " "),
        ] {
            assert_eq!(spelled(name).trim(), typed.trim(), "{name}");
        }
    }
}
