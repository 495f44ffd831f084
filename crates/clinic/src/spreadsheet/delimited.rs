//! Text files: which encoding, which separator, which row.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::{Row, Sheet, text_cell};
use crate::error::{ErrorCode, Result};

/// How much of a file says what its encoding is.
const SAMPLE: usize = 64 << 10;

/// Reads a text file as a sheet without a name.
///
/// # Errors
/// [`ErrorCode::ImportUnreadable`] for bytes that are no text.
pub(super) fn read(bytes: &[u8]) -> Result<Sheet> {
    let text = decode(bytes);
    if text.contains('\0') {
        return Err(ErrorCode::ImportUnreadable.into());
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut number = 0;
    for record in reader.records() {
        let record = record.map_err(|error| ErrorCode::ImportUnreadable.because(error))?;
        let start = record.position().map_or(0, csv::Position::byte);
        number += 1 + empty_lines(&text, usize::try_from(start).unwrap_or(usize::MAX));
        let cells: Vec<_> = record.iter().map(text_cell).collect();
        if cells.iter().any(|cell| *cell != super::Cell::Empty) {
            sheet.rows.push(Row { number, cells, filled: Vec::new() });
        }
    }
    Ok(sheet)
}

/// Empty lines at a place between two records: the reader passes over them, a spreadsheet counts them.
fn empty_lines(text: &str, start: usize) -> u32 {
    let rest = text.get(start..).unwrap_or_default();
    // The second half of the line end before.
    let rest = if text[..start.min(text.len())].ends_with('\r') {
        rest.strip_prefix('\n').unwrap_or(rest)
    } else {
        rest
    };
    let ends = &rest[..rest.len() - rest.trim_start_matches(['\r', '\n']).len()];
    let lines = ends.replace("\r\n", "\n").len();
    u32::try_from(lines).unwrap_or(u32::MAX)
}

fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    let (text, _) = encoding(bytes).decode_without_bom_handling(bytes);
    text.into_owned()
}

fn encoding(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return UTF_8;
    }
    // UTF-16 without a mark: separators and digits have a zero byte on one side.
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > sample.len() / 20 {
        return if odd >= even { UTF_16LE } else { UTF_16BE };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Deny);
    let fits = |encoding: &'static Encoding| !encoding.decode_without_bom_handling(bytes).1;
    match guess {
        guess if guess == BIG5 && fits(BIG5) => BIG5,
        // A clinic here that writes no UTF-8 writes what its Excel writes.
        _ if guess == GBK || fits(GB18030) => GB18030,
        guess => guess,
    }
}

/// The separator that stands most often in the first lines.
fn separator(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let count =
        |separator: u8| lines.iter().map(|line| line.bytes().filter(|byte| *byte == separator).count()).sum();
    [b',', b'\t', b';', b'|']
        .into_iter()
        .rev()
        .max_by_key(|separator| -> usize { count(*separator) })
        .unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::super::Cell;
    use super::*;

    const TEXT: &str = "姓名,电话\r\n\r\n欧阳娜娜,13812346721\r\n\"两\n行\",1\r\n查,2\r\n";

    fn first(sheet: &Sheet) -> (Vec<u32>, Cell) {
        (sheet.rows.iter().map(|row| row.number).collect(), sheet.rows[1].cells[0].clone())
    }

    #[test]
    fn every_usual_encoding_is_read() {
        let utf16 = |unit: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", TEXT.as_bytes()].concat(),
            GB18030.encode(TEXT).0.into_owned(),
            utf16(u16::to_le_bytes),
            [vec![0xff, 0xfe], utf16(u16::to_le_bytes)].concat(),
            [vec![0xfe, 0xff], utf16(u16::to_be_bytes)].concat(),
        ] {
            let sheet = read(&bytes).expect("a sheet");
            assert_eq!(first(&sheet), (vec![1, 3, 4, 5], Cell::Text("欧阳娜娜".into())), "{bytes:x?}");
        }
    }

    #[test]
    fn tabs_and_semicolons_part_as_well() {
        for separator in ["\t", ";", "|"] {
            let sheet = read(TEXT.replace(',', separator).as_bytes()).expect("a sheet");
            assert_eq!(sheet.rows[1].cells[1], Cell::Text("13812346721".into()));
        }
    }
}
