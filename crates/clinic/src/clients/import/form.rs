//! The form of a new client, filled from a row: empty, and how its own check names what a column holds.

use super::ImportField;
use crate::clients::types::{ClientInput, Sex};
use crate::error::Error;

/// The column that an error of the form's own check belongs to.
pub(super) fn column_of(error: &Error, has: impl Fn(ImportField) -> bool) -> Option<ImportField> {
    Some(match error.field? {
        "name" => ImportField::Name,
        "otherNames" => ImportField::OtherNames,
        "birthday" if has(ImportField::Birthday) => ImportField::Birthday,
        "birthday" => ImportField::LunarBirthday,
        "phones" => ImportField::Phone,
        "wechat" => ImportField::Wechat,
        "idNumber" => ImportField::IdNumber,
        "guardian" => ImportField::GuardianPhone,
        "emergency" => ImportField::EmergencyPhone,
        "source" => ImportField::Source,
        "skinType" => ImportField::SkinType,
        "preferences" => ImportField::Preferences,
        "notes" => ImportField::Notes,
        "tags" => ImportField::Tags,
        _ => return None,
    })
}

/// Empties what a field was read into.
pub(super) fn leave_out(input: &mut ClientInput, field: ImportField) {
    match field {
        // Any name passes in place of the one that did not.
        ImportField::Name => input.name = "?".into(),
        ImportField::OtherNames => input.other_names.clear(),
        ImportField::Birthday | ImportField::LunarBirthday => input.birthday = None,
        ImportField::Phone => input.phones.clear(),
        ImportField::Wechat => input.wechat = None,
        ImportField::IdNumber => input.id_number = None,
        ImportField::GuardianName | ImportField::GuardianPhone => input.guardian = None,
        ImportField::EmergencyName | ImportField::EmergencyPhone => input.emergency = None,
        ImportField::Source => input.source = None,
        ImportField::SkinType => input.skin_type = None,
        ImportField::Preferences => input.preferences.clear(),
        ImportField::Notes | ImportField::NotesWithHeading => input.notes.clear(),
        ImportField::Tags => input.tags.clear(),
        ImportField::Sex | ImportField::MemberNumber | ImportField::Allergy => {}
    }
}

/// An empty form.
pub(super) fn nobody() -> ClientInput {
    ClientInput {
        name: String::new(),
        other_names: String::new(),
        sex: Sex::Unknown,
        birthday: None,
        phones: Vec::new(),
        wechat: None,
        id_number: None,
        guardian: None,
        emergency: None,
        source: None,
        referrer: None,
        skin_type: None,
        preferences: String::new(),
        notes: String::new(),
        tags: Vec::new(),
    }
}

/// Adds a line to the notes.
pub(super) fn add_line(notes: &mut String, line: &str) {
    if !notes.is_empty() {
        notes.push('\n');
    }
    notes.push_str(line.trim_start_matches('：'));
}
