//! An old list of clients: previewed, or refused as unreadable.
//!
//! Bytes that begin as XML stand for the first sheet of a workbook. A workbook is a ZIP file, and nearly every change to
//! one is no more than a wrong checksum.

use std::io::{Cursor, Write};

use jingtai_clinic::ErrorCode;
use jingtai_clinic::clients::import::{self, Columns};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::Clinic;

// Of the thread, so that its folder goes with the thread.
thread_local! {
    static CLINIC: Clinic = Clinic::found().expect("a clinic");
}

/// Puts one input to the test.
pub fn take(bytes: &[u8]) {
    match bytes {
        [b'<', ..] => CLINIC.with(|clinic| preview(clinic, &workbook(bytes))),
        _ => CLINIC.with(|clinic| preview(clinic, bytes)),
    }
}

fn preview(Clinic { store, owner, .. }: &Clinic, bytes: &[u8]) {
    match import::preview(store, owner, "list", bytes, &Columns::Guess(None)) {
        Ok(preview) => {
            assert_eq!(preview.headings.len(), preview.samples.len());
            // By its own mapping it is read the same again.
            let known = Columns::Mapped(preview.mapping);
            let again = import::preview(store, owner, "list", bytes, &known).expect("is read again");
            assert_eq!(again.counts, preview.counts);
        }
        Err(error) => assert_eq!(error.code, ErrorCode::ImportUnreadable, "{error:?}"),
    }
}

fn workbook(sheet: &[u8]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("is written");
    }
    zip.finish().expect("a workbook").into_inner()
}

const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
    <sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Target="worksheets/sheet1.xml"
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>"#;
