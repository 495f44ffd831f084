//! What is written out comes back the same, and no spreadsheet runs it.
#![allow(missing_docs)]

mod common;

use std::sync::atomic::AtomicBool;

use common::{Clinic, clinic};
use jingtai_clinic::ErrorCode;
use jingtai_clinic::clients::alerts::OfClient;
use jingtai_clinic::clients::export::{ExportClients, ExportFormat, ExportHeaders, export};
use jingtai_clinic::clients::import::{self, Columns, Duplicates, ImportDone, ImportOptions};
use jingtai_clinic::clients::search::{FindClients, find};
use jingtai_clinic::clients::{ClientFile, open};
use jingtai_clinic::tables::{self, ExportTable};

const SKIP: ImportOptions = ImportOptions { skip_errors: true, duplicates: Duplicates::Skip };

fn old_list() -> Vec<u8> {
    let path = format!("{}/../../tests/fixtures/old-clients-gb18030.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("a fixture")
}

fn commit(clinic: &Clinic, bytes: &[u8], options: ImportOptions) -> jingtai_clinic::Result<ImportDone> {
    let never = AtomicBool::new(false);
    import::commit(
        &clinic.store,
        &clinic.owner,
        "old",
        bytes,
        &Columns::Guess(None),
        options,
        &|_, _, _| {},
        &never,
    )
}

fn file(clinic: &Clinic, query: &str) -> ClientFile {
    let input = FindClients { query: query.into(), limit: 50, skip: None };
    let found = find(&clinic.store, &clinic.owner, &input).expect("an answer");
    open::open(&clinic.store, &clinic.owner, OfClient { client: found[0].id }).expect("a file")
}

fn headers() -> ExportHeaders {
    let words = "会员号 姓名 其他名字 性别 女 男 生日 农历 农历闰 电话 微信 证件号 来源 肤质 标签 最近到店 到店次数 建档日期 偏好 备注";
    let keys = "memberNumber name otherNames sex female male birthday lunar lunarLeap phones wechat idNumber source \
                skinType tags lastVisit visits created preferences notes";
    let object: serde_json::Map<String, serde_json::Value> = keys
        .split_whitespace()
        .zip(words.split(' '))
        .map(|(key, word)| (key.to_owned(), word.into()))
        .collect();
    serde_json::from_value(object.into()).expect("headers")
}

#[test]
fn what_is_written_out_reads_back_the_same() {
    for (format, name) in [(ExportFormat::Csv, "out.csv"), (ExportFormat::Xlsx, "out.xlsx")] {
        let (from, to) = (clinic(1), clinic(2));
        commit(&from, &old_list(), SKIP).expect("imported");
        let path = from.dir.path().join(name);
        let input = ExportClients { format, query: String::new(), headers: headers() };
        let done = export(&from.store, &from.owner, &input, &path).expect("exported");
        assert_eq!((done.rows, path.exists()), (65, true));
        assert_eq!(
            std::fs::read_dir(from.dir.path())
                .expect("files")
                .filter(|file| {
                    file.as_ref()
                        .expect("a file")
                        .path()
                        .extension()
                        .is_some_and(|extension| extension == "unfinished")
                })
                .count(),
            0
        );
        let bytes = std::fs::read(&path).expect("the file");
        if format == ExportFormat::Csv {
            assert!(bytes.starts_with(b"\xef\xbb\xbf"));
            assert!(String::from_utf8_lossy(&bytes).contains(",'=1+1,"), "a spreadsheet must not run it");
        }
        let strict = ImportOptions { skip_errors: false, duplicates: Duplicates::Import };
        assert_eq!(commit(&to, &bytes, strict).expect("imported").imported, 65);
        for query in ["8001", "𠮷野家", "13612340005", "lizhe", "13512340006"] {
            let (before, after) = (file(&from, query), file(&to, query));
            assert_eq!(
                (before.name, before.birthday, before.member_number),
                (after.name, after.birthday, after.member_number)
            );
            assert_eq!(before.notes.replace('\n', " "), after.notes.replace('\n', " "));
        }
    }
}

#[test]
fn an_export_names_whom_it_was_asked_for() {
    let clinic = clinic(1);
    commit(&clinic, &old_list(), SKIP).expect("imported");
    let path = clinic.dir.path().join("some.csv");
    let input = ExportClients { format: ExportFormat::Csv, query: "ouyang".into(), headers: headers() };
    assert_eq!(export(&clinic.store, &clinic.owner, &input, &path).expect("exported").rows, 1);
    assert!(
        String::from_utf8(std::fs::read(&path).expect("the file")).expect("text").contains("13512340001")
    );
    let nowhere = clinic.dir.path().join("no such folder").join("some.csv");
    let failed = export(&clinic.store, &clinic.owner, &input, &nowhere).expect_err("no folder");
    assert_eq!(failed.code, ErrorCode::ExportFailed);
}

#[test]
fn a_table_is_written_as_it_is_shown_and_nothing_in_it_is_run() {
    let clinic = clinic(3);
    let path = clinic.dir.path().join("table.xlsx");
    let table = ExportTable {
        title: "需要处理的事".into(),
        headings: vec!["事项".into(), "日期".into()],
        rows: vec![
            vec!["=HYPERLINK(\"http://x\")".into(), "2026-03-02 周一".into()],
            vec!["𠮷野 🌸".into(), "00123".into()],
        ],
    };
    let done = tables::export(&clinic.store, &clinic.owner, &table, &path).expect("exports");
    assert_eq!((done.path.as_str(), done.rows), (path.to_str().expect("a path"), 2));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("opens");
    let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).expect("a sheet").expect("reads");
    let read: Vec<Vec<String>> =
        sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    assert_eq!(read, [std::slice::from_ref(&table.headings), table.rows.as_slice()].concat());

    // What no spreadsheet holds is refused, and where it cannot be written nothing is left.
    let ragged = ExportTable { rows: vec![vec!["x".into()]], ..table.clone() };
    let refused = tables::export(&clinic.store, &clinic.owner, &ragged, &path).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::InvalidValue);
    let nowhere = clinic.dir.path().join("no folder").join("table.xlsx");
    let refused = tables::export(&clinic.store, &clinic.owner, &table, &nowhere).expect_err("refused");
    assert_eq!(refused.code, ErrorCode::ExportFailed);
    assert_eq!(
        std::fs::read_dir(clinic.dir.path())
            .expect("reads")
            .filter(|entry| {
                entry.as_ref().is_ok_and(|entry| entry.file_name().to_string_lossy().contains("unfinished"))
            })
            .count(),
        0
    );
}
