//! Tells what is inside a Rust string literal from what is code or comment: enough for a rule about strings,
//! far less than a parser.

/// The lines, from 1, on which a string or character literal holds a character that `test` accepts.
pub(super) fn lines_with(source: &str, test: impl Fn(char) -> bool) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut line = 1;
    let mut state = State::Code;
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let (next, taken) = state.step(rest, c);
        if matches!(state, State::Text { .. }) && test(c) && lines.last() != Some(&line) {
            lines.push(line);
        }
        line += rest[..taken].matches('\n').count();
        state = next;
        rest = &rest[taken..];
    }
    lines
}

#[derive(Clone, Copy)]
enum State {
    Code,
    LineComment,
    BlockComment {
        depth: usize,
    },
    /// In a string: `hashes` is `None` where a backslash escapes, else how many # end it.
    Text {
        hashes: Option<usize>,
        quote: char,
    },
}

impl State {
    /// The state after the text at the head of `rest` and how many bytes that text has.
    fn step(self, rest: &str, c: char) -> (State, usize) {
        match self {
            State::Code => open(rest, c),
            State::LineComment if c == '\n' => (State::Code, 1),
            State::BlockComment { depth } if rest.starts_with("*/") => {
                (if depth == 1 { State::Code } else { State::BlockComment { depth: depth - 1 } }, 2)
            }
            State::BlockComment { depth } if rest.starts_with("/*") => {
                (State::BlockComment { depth: depth + 1 }, 2)
            }
            State::Text { hashes: None, .. } if c == '\\' => {
                (self, 1 + rest[1..].chars().next().map_or(0, char::len_utf8))
            }
            State::Text { hashes: None, quote } if c == quote => (State::Code, 1),
            State::Text { hashes: Some(hashes), .. } if c == '"' && closes(&rest[1..], hashes) => {
                (State::Code, 1 + hashes)
            }
            _ => (self, c.len_utf8()),
        }
    }
}

fn open(rest: &str, c: char) -> (State, usize) {
    if rest.starts_with("//") {
        return (State::LineComment, 2);
    }
    if rest.starts_with("/*") {
        return (State::BlockComment { depth: 1 }, 2);
    }
    match c {
        '"' => (State::Text { hashes: None, quote: '"' }, 1),
        // `'a'` and `'\n'` are characters, `'a` is a lifetime.
        '\'' if rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'') => {
            (State::Text { hashes: None, quote: '\'' }, 1)
        }
        'r' => {
            let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
            if rest[1 + hashes..].starts_with('"') {
                (State::Text { hashes: Some(hashes), quote: '"' }, 2 + hashes)
            } else {
                (State::Code, 1)
            }
        }
        _ => (State::Code, c.len_utf8()),
    }
}

fn closes(rest: &str, hashes: usize) -> bool {
    rest.bytes().take(hashes).filter(|b| *b == b'#').count() == hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(source: &str) -> Vec<usize> {
        lines_with(source, |c| c == '字')
    }

    #[test]
    fn strings_count_and_comments_do_not() {
        assert_eq!(lines("// 字\n/* 字 /* 字 */ 字 */\n//! 字\n"), []);
        assert_eq!(lines("let a = \"字\";\nlet b = r#\"x\"字\"#;\nlet c = '字';\n"), [1, 2, 3]);
    }

    #[test]
    fn an_escaped_quote_does_not_end_a_string() {
        assert_eq!(lines("let a = \"\\\"字\"; // 字\n"), [1]);
        assert_eq!(lines("let a = \"\\\"\"; // 字\n"), []);
    }

    #[test]
    fn a_lifetime_opens_nothing() {
        assert_eq!(lines("fn f<'a>(x: &'a str) {} // 字's\n"), []);
    }

    #[test]
    fn a_string_of_several_lines_is_found_on_its_line() {
        assert_eq!(lines("let a = \"one\ntwo 字\nthree\";\n"), [2]);
    }
}
