//! Keys by the words on them: `Enter`, `Ctrl+K`, `Shift+F2`.

use anyhow::{Result, bail};
use fantoccini::actions::{ActionSequence, InputSource as _, KeyAction, KeyActions};
use fantoccini::key::Key;

/// A chord pressed and let go.
pub fn chord(spelled: &str) -> Result<ActionSequence> {
    let keys = parse(spelled)?;
    let mut actions = KeyActions::new("keyboard".to_owned());
    for value in &keys {
        actions = actions.then(KeyAction::Down { value: *value });
    }
    for value in keys.iter().rev() {
        actions = actions.then(KeyAction::Up { value: *value });
    }
    Ok(actions.into())
}

/// What a US keyboard gives with Shift held, beside capital letters. Scanners act as such a keyboard.
const SHIFTED: &str = "~!@#$%^&*()_+{}|:\"<>?";

/// Characters one after the other with nothing between them, as a scanner sends them; a line's end is Enter.
pub fn burst(text: &str) -> ActionSequence {
    let shift = char::from(Key::Shift);
    let mut actions = KeyActions::new("keyboard".to_owned());
    for c in text.chars() {
        let value = if c == '\n' { Key::Enter.into() } else { c };
        let shifted = c.is_ascii_uppercase() || SHIFTED.contains(c);
        if shifted {
            actions = actions.then(KeyAction::Down { value: shift });
        }
        actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        if shifted {
            actions = actions.then(KeyAction::Up { value: shift });
        }
    }
    actions.into()
}

fn parse(spelled: &str) -> Result<Vec<char>> {
    spelled.split('+').map(|word| named(word.trim())).collect()
}

fn named(word: &str) -> Result<char> {
    let mut characters = word.chars();
    if let (Some(one), None) = (characters.next(), characters.next()) {
        // A chord names the key, not the letter: Ctrl+K is pressed without Shift.
        return Ok(one.to_ascii_lowercase());
    }
    let key = match word {
        "Ctrl" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Enter" => Key::Enter,
        "Esc" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "F1" => Key::F1,
        "F2" => Key::F2,
        "F3" => Key::F3,
        "F4" => Key::F4,
        "F5" => Key::F5,
        "F6" => Key::F6,
        "F7" => Key::F7,
        "F8" => Key::F8,
        "F9" => Key::F9,
        "F10" => Key::F10,
        "F11" => Key::F11,
        "F12" => Key::F12,
        _ => bail!("no key is called `{word}`"),
    };
    Ok(key.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chords_are_spelled_as_on_the_keys() {
        assert_eq!(parse("Ctrl+K").expect("known"), ['\u{e009}', 'k']);
        assert_eq!(parse("F2").expect("known"), ['\u{e032}']);
        assert_eq!(parse("Hyper+K").expect_err("unknown").to_string(), "no key is called `Hyper`");
    }
}
