//! How a name is read aloud, in every way a receptionist may type it.
//!
//! The crate `pinyin` (after Unicode's Unihan) knows what a character can be read as, not what it is read as in
//! a surname; `surnames.txt` says that. A character without a reading stands alone: it is found by itself.

use std::collections::HashMap;
use std::sync::OnceLock;

use pinyin::{ToPinyin, ToPinyinMulti};

/// At most so many readings of one name are indexed.
const READINGS_OF_A_NAME: usize = 8;
/// At most so many readings of one character.
const READINGS_OF_A_CHARACTER: usize = 4;
/// Longer runs are transliterated names and prose, read in the main way only.
const LONGEST_WITH_VARIANTS: usize = 8;

/// Readings by what is read.
type Table = HashMap<&'static str, Vec<&'static str>>;

fn surnames() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| table(include_str!("surnames.txt")))
}

fn table(text: &'static str) -> Table {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.filter_map(|line| line.split_once(' ')).flat_map(|(written, readings)| {
        written.split('/').map(move |written| (written, readings.split(' ').collect()))
    });
    entries.collect()
}

/// One way to read a run of characters: its syllables.
pub(super) type Reading = Vec<String>;

/// Every reading of each run of `name` that has one (normalised text: see [`super::tokens::normalise`]).
/// Runs are parted by characters that have no reading; Latin words and numbers inside a run are read as written.
pub(super) fn readings(name: &str) -> Vec<Reading> {
    let characters: Vec<char> = name.chars().collect();
    let mut all = Vec::new();
    let mut run: Vec<Vec<String>> = Vec::new();
    let mut has_han = false;
    let mut at = 0;
    if let Some((length, compound)) = compound_surname(&characters) {
        let rest = run_until_break(&characters[length..]);
        for surname in compound {
            let surname = surname.split('-').map(|syllable| vec![syllable.to_owned()]);
            all.extend(combinations(surname.chain(rest.iter().cloned()).collect()));
        }
        at = length + rest.len();
    }
    while at < characters.len() {
        if characters[at].is_ascii_alphanumeric() {
            let word: String = characters[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).collect();
            at += word.len();
            run.push(vec![word]);
            continue;
        }
        let syllables = of_character(characters[at], at == 0);
        at += 1;
        if !syllables.is_empty() {
            has_han = true;
            run.push(syllables);
        } else if std::mem::take(&mut has_han) {
            all.extend(combinations(std::mem::take(&mut run)));
        } else {
            run.clear();
        }
    }
    if has_han {
        all.extend(combinations(run));
    }
    all
}

/// The readings of the characters up to the first without one.
fn run_until_break(characters: &[char]) -> Vec<Vec<String>> {
    characters.iter().map(|c| of_character(*c, false)).take_while(|readings| !readings.is_empty()).collect()
}

fn compound_surname(name: &[char]) -> Option<(usize, &'static [&'static str])> {
    [3, 2].into_iter().find_map(|length| {
        let surname: String = name.get(..length)?.iter().collect();
        surnames().get(surname.as_str()).map(|readings| (length, readings.as_slice()))
    })
}

fn of_character(c: char, surname: bool) -> Vec<String> {
    if c.is_ascii() {
        return Vec::new();
    }
    let mut found: Vec<String> = Vec::new();
    let mut add = |reading: &str| {
        // ü is typed as v or as u.
        for typed in [reading.replace('ü', "v"), reading.replace('ü', "u")] {
            let typed = typed.replace('ê', "e");
            if !found.contains(&typed) && found.len() < READINGS_OF_A_CHARACTER {
                found.push(typed);
            }
        }
    };
    let mut buffer = [0; 4];
    let written: &str = c.encode_utf8(&mut buffer);
    if surname {
        surnames().get(written).into_iter().flatten().for_each(|reading| add(reading));
    }
    if c == '𠮷' {
        // In names a form of 吉; Unihan reads it as nothing.
        add("ji");
    }
    if let Some(main) = c.to_pinyin() {
        add(main.plain());
    }
    for other in c.to_pinyin_multi().into_iter().flatten() {
        add(other.plain());
    }
    found
}

/// The run with every character read in its main way, then each other reading of one character, then of two.
fn combinations(run: Vec<Vec<String>>) -> Vec<Reading> {
    let main: Vec<usize> = vec![0; run.len()];
    let mut chosen = vec![main.clone()];
    let others: Vec<(usize, usize)> = run
        .iter()
        .enumerate()
        .flat_map(|(place, readings)| (1..readings.len()).map(move |reading| (place, reading)))
        .collect();
    if run.len() <= LONGEST_WITH_VARIANTS {
        for (place, reading) in &others {
            let mut one = main.clone();
            one[*place] = *reading;
            chosen.push(one);
        }
        for (first, (place, reading)) in others.iter().enumerate() {
            for (other_place, other_reading) in
                others.iter().skip(first + 1).filter(|other| other.0 != *place)
            {
                let mut two = main.clone();
                two[*place] = *reading;
                two[*other_place] = *other_reading;
                chosen.push(two);
            }
        }
    }
    chosen.truncate(READINGS_OF_A_NAME);
    let spell = |choice: Vec<usize>| {
        choice.into_iter().zip(&run).map(|(reading, all)| all[reading].clone()).collect()
    };
    chosen.into_iter().map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(name: &str) -> Vec<String> {
        readings(name).iter().map(|reading| reading.concat()).collect()
    }

    #[test]
    fn surnames_are_read_as_people_are_called_and_as_strangers_read_them() {
        let expected = "单雄信 shanxiongxin danxiongxin; 解晓东 xiexiaodong jiexiaodong; 尉迟恭 yuchigong weichigong;
            万俟卨 moqixie wanqixie; 长孙无忌 zhangsunwuji; 澹台明月 tantaimingyue; 吕布 lvbu lubu; 女娲 nvwa nuwa;
            𠮷田 jitian; 刘䶮 liuyan; 李喆 lizhe; anna张 annazhang; 区伟 ouwei quwei; 缪缪 miaomou moumou;
            長孫皓 zhangsunhao; 吐谷浑氏 tuyuhunshi";
        for line in expected.split(';') {
            let mut words = line.split_whitespace();
            let name = words.next().expect("a name");
            let spelled = spelled(name);
            for reading in words {
                assert!(spelled.iter().any(|s| s == reading), "{name}: {reading} is not in {spelled:?}");
            }
            assert!(spelled.len() <= 3 * READINGS_OF_A_NAME);
        }
    }

    #[test]
    fn what_has_no_reading_parts_the_rest() {
        assert_eq!(spelled("שרה"), Vec::<String>::new());
        assert_eq!(spelled("ann"), Vec::<String>::new());
        assert_eq!(spelled("娜🌸花"), ["na", "nuo", "hua"]);
    }
}
