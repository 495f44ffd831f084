//! What a clinic's old spreadsheet becomes, row by row.
#![allow(missing_docs)]

mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use common::{Clinic, clinic};
use jingtai_clinic::ErrorCode;
use jingtai_clinic::clients::alerts::{self, OfClient};
use jingtai_clinic::clients::import::{
    self, Columns, Duplicates, ImportDone, ImportField, ImportHint, ImportOptions, ImportPhase,
    ImportPreview, Mapping, Repair, RowState,
};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::clients::{BirthdayCalendar, ClientFile, ClientHit, open};
use proptest::prelude::*;

const XLSX: &str = "old-clients.xlsx";
const CSV: &str = "old-clients-gb18030.csv";
const SKIP: ImportOptions = ImportOptions { skip_errors: true, duplicates: Duplicates::Skip };

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/../../tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).expect("a fixture")
}

fn preview(clinic: &Clinic, bytes: &[u8]) -> ImportPreview {
    import::preview(&clinic.store, &clinic.owner, "old", bytes, &Columns::Guess(None)).expect("a preview")
}

fn commit(clinic: &Clinic, bytes: &[u8], options: ImportOptions) -> jingtai_clinic::Result<ImportDone> {
    let never = AtomicBool::new(false);
    import::commit(
        &clinic.store,
        &clinic.owner,
        "old.xlsx",
        bytes,
        &Columns::Guess(None),
        options,
        &|_, _, _| {},
        &never,
    )
}

fn hits(clinic: &Clinic, query: &str) -> Vec<ClientHit> {
    find(&clinic.store, &clinic.owner, &FindClients { query: query.into(), limit: 50, skip: None })
        .expect("an answer")
}

fn file(clinic: &Clinic, query: &str) -> ClientFile {
    let found = hits(clinic, query);
    assert_eq!(found.len(), 1, "{query} finds {found:?}");
    open::open(&clinic.store, &clinic.owner, OfClient { client: found[0].id }).expect("a file")
}

#[test]
fn the_old_list_is_understood() {
    let clinic = clinic(1);
    let preview = preview(&clinic, &fixture(XLSX));
    assert_eq!(preview.sheets, ["说明", "老客户", "积分"]);
    assert_eq!((preview.mapping.sheet.as_str(), preview.mapping.header_row), ("老客户", 4));
    assert_eq!(preview.not_imported, ["序号", "积分"]);
    let columns: BTreeMap<&str, Option<ImportField>> =
        preview.headings.iter().map(String::as_str).zip(preview.mapping.columns.iter().copied()).collect();
    assert_eq!(columns["生日(农历)"], Some(ImportField::LunarBirthday));
    assert_eq!(columns["来源/渠道"], Some(ImportField::Source));
    assert_eq!(columns["介绍人"], Some(ImportField::NotesWithHeading));
    let counts = preview.counts;
    assert_eq!((counts.rows, counts.ready, counts.errors, counts.duplicates_in_file), (537, 523, 13, 1));
    assert_eq!((counts.blank, counts.remarks, counts.duplicates_of_clients), (2, 4, 0));
    assert_eq!((preview.duplicates[0].row, preview.duplicates[0].of_row), (23, Some(6)));
    assert_eq!(preview.rows.len(), 50);
    assert_eq!(preview.rows.iter().filter(|row| row.state == RowState::Error).count(), 13);
}

#[test]
fn what_cannot_be_read_is_said_where_it_stands() {
    use ErrorCode::{InvalidDate, InvalidIdNumber, InvalidPhone, InvalidValue, Required, TooLong};
    use ImportHint::{DateIncomplete, DayOrMonth, FormulaFailed, NumberRounded};
    let clinic = clinic(1);
    let errors = preview(&clinic, &fixture(XLSX)).errors;
    let long = "很".repeat(61);
    let expected = [
        (11, "联系电话", InvalidPhone, Some(NumberRounded), "1.38E+10"),
        (13, "身份证号码", InvalidIdNumber, Some(NumberRounded), "4.40106E+17"),
        (15, "身份证号码", InvalidIdNumber, None, "110105194912310021"),
        (17, "生日", InvalidDate, Some(DayOrMonth), "3/12/1985"),
        (18, "性别", InvalidValue, None, "未婚"),
        (19, "姓 名", Required, None, ""),
        (20, "生日", InvalidDate, Some(DateIncomplete), "1985年"),
        (21, "联系电话", InvalidPhone, None, "找不到了"),
        (30, "生日", InvalidValue, Some(FormulaFailed), "#N/A"),
        (33, "生日", InvalidDate, None, "2099-01-01"),
        (34, "生日", InvalidDate, None, "1985-02-31"),
        (35, "姓 名", TooLong, None, long.as_str()),
        (43, "生日", InvalidDate, None, "属牛"),
        (43, "身份证号码", InvalidIdNumber, Some(NumberRounded), "4.40106E+17"),
    ];
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.row, error.heading.as_str(), error.code, error.hint, error.value.as_str()))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_was_repaired_is_counted() {
    let clinic = clinic(1);
    let repairs = preview(&clinic, &fixture(XLSX)).repairs;
    let counts: BTreeMap<Repair, u32> =
        repairs.iter().map(|repaired| (repaired.repair, repaired.count)).collect();
    let expected = [
        (Repair::WrittenOut, 252),
        (Repair::PhonesParted, 3),
        (Repair::PhoneRemark, 2),
        (Repair::FullWidth, 1),
        (Repair::NameSpaces, 2),
        (Repair::Invisible, 4),
        (Repair::MergedCell, 2),
        (Repair::TextDate, 319),
        (Repair::ShortYear, 63),
        (Repair::DayNumber, 1),
        (Repair::Lunar, 64),
        (Repair::NoYear, 2),
        (Repair::Placeholder, 3),
        (Repair::RareCharacter, 1),
        (Repair::MemberNumberTaken, 1),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
    let phone = repairs.iter().find(|repaired| repaired.repair == Repair::WrittenOut).expect("phones");
    assert_eq!(
        (phone.examples[0].before.as_str(), phone.examples[0].after.as_str()),
        ("1.38123E+10", "13812340001")
    );
}

#[test]
fn the_old_list_becomes_clients() {
    let clinic = clinic(1);
    let done = commit(&clinic, &fixture(XLSX), SKIP).expect("imported");
    assert_eq!((done.imported, done.skipped, done.renumbered), (523, 14, 1));

    let first = file(&clinic, "张无忌");
    assert_eq!((first.member_number.as_str(), first.notes.as_str()), ("1001", "怕疼"));
    assert_eq!((first.source.as_deref(), first.tags.len()), (Some("老客户"), 2));
    assert_eq!(first.birthday.map(|birthday| birthday.date).as_deref(), Some("1985-03-12"));
    // The same number again: the next is given. A000003 stands in the list and is given to nobody else.
    assert!(file(&clinic, "成昆").member_number.starts_with('A'));
    assert_eq!(file(&clinic, "A000003").name, "李四");

    let both = file(&clinic, "欧阳娜娜");
    let masked: Vec<&str> = both.phones.iter().map(|phone| phone.masked.as_str()).collect();
    assert_eq!(masked, ["138 **** 0004", "139 **** 0004"]);
    assert_eq!(file(&clinic, "13812340006").phones[0].label, "老公");
    let labels: Vec<String> = file(&clinic, "殷素素").phones.into_iter().map(|phone| phone.label).collect();
    assert_eq!(labels, ["手机", "家"]);

    let lunar = file(&clinic, "Anna Lee").birthday.expect("a birthday");
    assert_eq!((lunar.date.as_str(), lunar.calendar), ("1985-02-30", BirthdayCalendar::Lunar));
    let leap = file(&clinic, "俞岱岩").birthday.expect("a birthday");
    assert_eq!((leap.date.as_str(), leap.calendar), ("1990-05-08", BirthdayCalendar::LunarLeap));
    let no_year = file(&clinic, "赵敏");
    assert_eq!((no_year.birthday, no_year.notes.as_str()), (None, "生日：3月12日\n绍兴人"));
    assert_eq!(file(&clinic, "陳美麗").notes, "介绍人：张无忌");
    for merged in ["韦一笑", "殷天正", "彭莹玉"] {
        assert_eq!(file(&clinic, merged).source.as_deref(), Some("小红书"));
    }
    assert_eq!(file(&clinic, "谢逊").phones[0].masked, "138 **** 0029");
    assert_eq!(file(&clinic, "13812340037").name, "O'Brien %_; DROP TABLE client");

    let allergic = hits(&clinic, "王难姑")[0].clone();
    assert!(allergic.has_alert && !hits(&clinic, "胡青牛")[0].has_alert);
    let health =
        alerts::health(&clinic.store, &clinic.owner, OfClient { client: allergic.id }).expect("health");
    assert_eq!(health.alerts[0].substance, "青霉素");

    let again = preview(&clinic, &fixture(XLSX)).counts;
    assert_eq!((again.ready, again.errors), (1, 13), "all but one without phone and birthday are known now");
    let done = commit(&clinic, &fixture(XLSX), SKIP).expect("imported");
    assert_eq!((done.imported, done.skipped), (1, 536));
}

#[test]
fn a_list_saved_as_text_in_the_old_encoding_is_read() {
    let clinic = clinic(1);
    let preview = preview(&clinic, &fixture(CSV));
    assert_eq!(
        (preview.counts.rows, preview.counts.ready, preview.counts.blank, preview.counts.remarks),
        (66, 65, 2, 1)
    );
    assert_eq!((preview.errors[0].row, preview.errors[0].value.as_str()), (5, "1.35E+10"));
    commit(&clinic, &fixture(CSV), SKIP).expect("imported");
    assert_eq!(file(&clinic, "8001").notes, "怕疼\n只约周末");
    assert_eq!(file(&clinic, "𠮷野家").member_number, "8002");
    assert_eq!(file(&clinic, "13612340005").name, "单晓燕");
    assert_eq!(file(&clinic, "lizhe").birthday.expect("a birthday").calendar, BirthdayCalendar::Lunar);
}

#[test]
fn all_or_nothing() {
    let clinic = clinic(1);
    let before = (clinic.store.sequence(), hits(&clinic, ""));
    let bytes = fixture(XLSX);
    let strict = ImportOptions { skip_errors: false, duplicates: Duplicates::Import };
    let refused = commit(&clinic, &bytes, strict).expect_err("errors");
    assert_eq!((refused.code, refused.params["rows"].as_str()), (ErrorCode::ImportHasErrors, "13"));

    let cancelled = AtomicBool::new(false);
    let seen = RefCell::new(Vec::new());
    let progress = |phase: ImportPhase, done: u64, total: u64| {
        seen.borrow_mut().push((phase, done, total));
        cancelled.store(done >= 400, Ordering::Relaxed);
    };
    let stopped = import::commit(
        &clinic.store,
        &clinic.owner,
        "x",
        &bytes,
        &Columns::Guess(None),
        SKIP,
        &progress,
        &cancelled,
    );
    assert_eq!(stopped.expect_err("cancelled").code, ErrorCode::Cancelled);
    use ImportPhase::{Reading, Writing};
    let heard = [(Reading, 0, 0), (Writing, 0, 523), (Writing, 200, 523), (Writing, 400, 523)];
    assert_eq!(*seen.borrow(), heard);
    assert_eq!((clinic.store.sequence(), hits(&clinic, "")), before);

    let everything = ImportOptions { skip_errors: true, duplicates: Duplicates::Import };
    assert_eq!(commit(&clinic, &bytes, everything).expect("imported").imported, 524);
    assert_eq!(clinic.store.sequence(), before.0 + 1, "one business transaction, one change record");
}

#[test]
fn a_list_without_headings_is_read_by_what_stands_in_it() {
    let clinic = clinic(1);
    let text =
        "13512340001,张无忌,男,1985/3/12\n13512340002,赵敏,女,1986/3/12\n13512340003,周芷若,女,1987/3/12\n";
    let guessed = preview(&clinic, text.as_bytes());
    use ImportField::{Birthday, Name, Phone, Sex};
    assert_eq!(guessed.mapping.columns, [Some(Phone), Some(Name), Some(Sex), Some(Birthday)]);
    assert_eq!(guessed.counts.ready, 3);
    // A person may say otherwise.
    let mapping = Mapping { sheet: String::new(), header_row: 1, columns: vec![None, Some(Name)] };
    let said = import::preview(
        &clinic.store,
        &clinic.owner,
        "x",
        text.as_bytes(),
        &Columns::Mapped(mapping.clone()),
    )
    .expect("a preview");
    assert_eq!(
        (said.counts.ready, said.not_imported),
        (2, vec!["13512340001".into(), "男".into(), "1985/3/12".into()])
    );
    let nameless = Mapping { columns: vec![Some(Phone)], ..mapping };
    let never = AtomicBool::new(false);
    let refused = import::commit(
        &clinic.store,
        &clinic.owner,
        "x",
        text.as_bytes(),
        &Columns::Mapped(nameless),
        SKIP,
        &|_, _, _| {},
        &never,
    );
    assert_eq!(refused.expect_err("no names").code, ErrorCode::ImportNoNameColumn);
}

#[test]
fn a_long_list_is_found_once_the_import_says_so() {
    let clinic = clinic(1);
    let rows: Vec<String> = (0..2_500).map(|n| format!("{},1381{n:07},会员{n}", nth_name(n))).collect();
    let text = format!("姓名,电话,备注\n{}\n", rows.join("\n"));
    let indexed = RefCell::new(Vec::new());
    let progress = |phase: ImportPhase, done: u64, total: u64| {
        if phase == ImportPhase::Indexing {
            indexed.borrow_mut().push((done, total));
        }
    };
    let never = AtomicBool::new(false);
    let guess = Columns::Guess(None);
    let (store, owner) = (&clinic.store, &clinic.owner);
    let done = import::commit(store, owner, "x", text.as_bytes(), &guess, SKIP, &progress, &never);
    assert_eq!(done.expect("imported").imported, 2_500);
    assert_eq!(*indexed.borrow(), [(0, 2_500), (1_000, 2_500), (2_000, 2_500), (2_500, 2_500)]);
    for n in [0, 999, 1_000, 2_499] {
        assert_eq!(hits(&clinic, &format!("1381{n:07}"))[0].name, nth_name(n));
        assert!(hits(&clinic, &nth_name(n)).iter().any(|hit| hit.name == nth_name(n)));
    }
}

fn nth_name(n: usize) -> String {
    let pick = |list: &str, at: usize| list.chars().nth(at).expect("in the list");
    [
        pick("王李张刘陈杨赵黄周吴", n % 10),
        pick("若梦诗雨佳欣怡静雅琪", n / 10 % 10),
        pick("婷娜丽敏芳燕玲霞梅兰", n / 100 % 10),
    ]
    .into_iter()
    .collect()
}

#[test]
fn another_sheet_is_guessed_anew_and_every_column_shows_what_stands_in_it() {
    let clinic = clinic(1);
    let first = preview(&clinic, &fixture(XLSX));
    for (heading, sample) in first.headings.iter().zip(&first.samples) {
        assert!(sample.len() <= 3, "{heading}: {sample:?}");
    }
    let phone = first.mapping.columns.iter().position(|field| *field == Some(ImportField::Phone));
    assert!(!first.samples[phone.expect("a phone column")].is_empty());
    let other = first.sheets.iter().find(|name| **name != first.mapping.sheet).expect("two sheets").clone();
    let bytes = fixture(XLSX);
    let chosen = Columns::Guess(Some(other.clone()));
    let second = import::preview(&clinic.store, &clinic.owner, "x", &bytes, &chosen).expect("a preview");
    assert_eq!(second.mapping.sheet, other);
    assert_eq!(second.mapping.columns.len(), second.headings.len());
    assert_eq!(second.samples.len(), second.headings.len());
}

/// What stands on disk may be anything: cut, changed, or nothing of the kind.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let whole = prop::sample::select(vec![XLSX, CSV]).prop_map(fixture);
    let cut = (
        whole,
        any::<prop::sample::Index>(),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..20),
    );
    let cut = cut.prop_map(|(mut bytes, end, changes)| {
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        bytes.truncate(end.index(bytes.len()) * 2);
        bytes
    });
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..2_000),
        cut,
        any::<String>().prop_map(String::into_bytes),
        "(姓名|电话|生日|性别|备注|会员号|,|\"|\n|[0-9/.+年月日E-]|张|三| ){0,300}"
            .prop_map(String::into_bytes),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_import_panic(bytes in damaged()) {
        thread_local!(static CLINIC: Clinic = clinic(3));
        CLINIC.with(|clinic| {
            let _ = import::preview(&clinic.store, &clinic.owner, "x", &bytes, &Columns::Guess(None));
            let _ = commit(clinic, &bytes, SKIP);
        });
    }
}
