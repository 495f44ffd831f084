//! What each rule finds, and what it leaves alone.

use super::*;

fn lines(path: &str, text: &str) -> Vec<Option<usize>> {
    hold(&File { path, text }).iter().map(|finding| finding.line).collect()
}

fn holds(path: &str, text: &str) {
    assert_eq!(hold(&File { path, text }), [], "{path}");
}

#[test]
fn a_file_of_601_lines_is_long() {
    let text = format!("//! A file.\n{}", "fn f() {}\n".repeat(LONGEST));
    assert_eq!(lines("crates/clinic/src/a.rs", &text), [None]);
    holds("crates/clinic/src/a.rs", text.strip_suffix("fn f() {}\n").expect("repeated above"));
    holds("ui/src/api/generated.ts", &format!("{text}export type A = {{ \n"));
    holds("ui/package-lock.json", &text);
}

#[test]
fn unfinished_work_is_found() {
    for word in UNFINISHED.iter().map(|(word, _)| word) {
        assert_eq!(lines("crates/sync/src/a.rs", &format!("//! A.\n\n{word})]\n")), [Some(3)], "{word}");
    }
    holds("README.md", &format!("The rules forbid {}.\n", UNFINISHED[0].0));
}

#[test]
fn narrowed_ui_tests_are_found() {
    for word in NARROWED {
        assert_eq!(lines("ui/src/a.test.tsx", &format!("it{word}'x')\n")), [Some(1)]);
        holds("ui/src/a.ts", &format!("rows{word}3)\n"));
    }
}

#[test]
fn sql_stands_where_the_checks_are() {
    for statement in STATEMENTS {
        let text = format!("//! A.\nconst Q: &str = \"{statement}x\";\n");
        assert_eq!(lines("src-tauri/src/a.rs", &text), [Some(2)]);
        holds("crates/clinic/src/a.rs", &text);
        holds("tests/tests/a.rs", &text);
    }
}

#[test]
fn chinese_is_in_locale_files() {
    let text = "export const a = '顾客';\n// ok\nexport const b = '，';\n";
    assert_eq!(lines("ui/src/routes/a.tsx", text), [Some(1), Some(3)]);
    holds("ui/src/locales/zh-CN.ts", text);
    holds("ui/src/routes/a.test.tsx", text);
    assert_eq!(lines("src-tauri/src/a.rs", "//! 顾客\nconst A: &str = \"顾客\";\n"), [Some(2)]);
    holds("src-tauri/src/a.rs", "//! A.\n\n#[cfg(test)]\nmod tests {\n    const A: &str = \"顾客\";\n}\n");
    holds("crates/clinic/src/a.rs", "//! A.\nconst A: &str = \"顾客\";\n");
}

#[test]
fn a_module_says_what_it_is_for() {
    assert_eq!(lines("crates/sync/src/a.rs", "fn f() {}\n"), [Some(1)]);
    holds("src-tauri/build.rs", "fn main() {}\n");
}

#[test]
fn lines_and_files_end_cleanly() {
    assert_eq!(lines("a.md", "one \ntwo\t\nthree\n"), [Some(1), Some(2)]);
    assert_eq!(lines("a.md", "one"), [None]);
    assert_eq!(lines("a.md", "one\n\n"), [None]);
    holds("a.md", "");
}

#[test]
fn made_files_are_not_tracked() {
    assert!(made_not_written("ui/dist/index.html").is_some());
    assert!(made_not_written("crates/clinic/target/debug/x").is_some());
    assert!(made_not_written("ui/src/target.ts").is_none());
}
