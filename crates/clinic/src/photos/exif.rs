//! What a camera wrote beside the picture.

use std::io::Cursor;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeZone};
use exif::{DateTime, Exif, In, Reader, Tag, Value};

/// Longest name of a camera, in characters.
const CAMERA_MAX: usize = 60;

/// What is kept of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// UTC milliseconds.
    pub(super) taken_at: Option<i64>,
    /// Maker and model.
    pub(super) camera: String,
    /// It says where.
    pub(super) located: bool,
}

/// What a picture says of itself; nothing where it says nothing that can be read. A time without an offset is of the
/// clinic's zone.
pub(super) fn read(bytes: &[u8], zone: chrono_tz::Tz) -> Written {
    let Ok(found) = Reader::new().read_from_container(&mut Cursor::new(bytes)) else {
        return Written::default();
    };
    let model = [Tag::Make, Tag::Model].into_iter().filter_map(|tag| text(&found, tag)).collect::<Vec<_>>();
    Written {
        taken_at: taken_at(&found, zone),
        camera: model.join(" ").chars().filter(|c| !c.is_control()).take(CAMERA_MAX).collect(),
        located: found.fields().any(|field| field.tag.context() == exif::Context::Gps),
    }
}

fn text(found: &Exif, tag: Tag) -> Option<String> {
    match &found.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => {
            let line = String::from_utf8_lossy(lines.first()?).trim().to_owned();
            (!line.is_empty()).then_some(line)
        }
        _ => None,
    }
}

fn taken_at(found: &Exif, zone: chrono_tz::Tz) -> Option<i64> {
    let ascii = |tag| text(found, tag);
    let mut time = DateTime::from_ascii(ascii(Tag::DateTimeOriginal)?.as_bytes()).ok()?;
    if let Some(offset) = ascii(Tag::OffsetTimeOriginal) {
        // An offset that cannot be read is none.
        let _ = time.parse_offset(offset.as_bytes());
    }
    let local: NaiveDateTime = NaiveDate::from_ymd_opt(time.year.into(), time.month.into(), time.day.into())?
        .and_hms_opt(time.hour.into(), time.minute.into(), time.second.into())?;
    let instant = match time.offset {
        Some(minutes) => {
            FixedOffset::east_opt(i32::from(minutes) * 60)?.from_local_datetime(&local).single()?.to_utc()
        }
        None => zone.from_local_datetime(&local).earliest()?.to_utc(),
    };
    Some(instant.timestamp_millis())
}
