//! One row of a list read into a client's particulars, or errors in words.

use super::cells::{self, Phones};
use super::dates::{self, NoDate};
use super::form;
use super::repairs::{Repair, Repairs};
use super::{ImportField, ImportHint, Mapping, RowError};
use crate::clients::create::{Checked, check};
use crate::clients::types::{ClientInput, Contact, PhoneInput};
use crate::error::ErrorCode;
use crate::fields;
use crate::spreadsheet::{Cell, Row};

pub(super) use super::cells::{sex_of, text_of};

/// A row, read.
#[derive(Debug)]
pub(super) struct ReadRow {
    pub(super) number: u32,
    pub(super) input: ClientInput,
    pub(super) member_number: Option<String>,
    pub(super) allergies: Vec<String>,
    pub(super) errors: Vec<RowError>,
    /// `None` where there are errors.
    pub(super) checked: Option<Checked>,
}

/// What reads rows.
pub(super) struct RowReader<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) headings: &'a [String],
    pub(super) today: chrono::NaiveDate,
}

/// A row while it is read.
struct Draft<'r> {
    row: ReadRow,
    /// The column that a field came from.
    from: Vec<(ImportField, usize)>,
    cells: &'r [Cell],
    guardian: Contact,
    emergency: Contact,
    repairs: &'r mut Repairs,
}

impl RowReader<'_> {
    /// Reads a row.
    pub(super) fn read(&self, row: &Row, repairs: &mut Repairs) -> ReadRow {
        let mut draft = Draft {
            row: ReadRow {
                number: row.number,
                input: form::nobody(),
                member_number: None,
                allergies: Vec::new(),
                errors: Vec::new(),
                checked: None,
            },
            from: Vec::new(),
            cells: &row.cells,
            guardian: Contact { name: String::new(), phone: String::new(), relation: String::new() },
            emergency: Contact { name: String::new(), phone: String::new(), relation: String::new() },
            repairs,
        };
        for (column, field) in self.mapping.columns.iter().enumerate() {
            let Some(field) = *field else { continue };
            let Some(cell) = row.cells.get(column).filter(|cell| **cell != Cell::Empty) else { continue };
            if row.filled.contains(&column) {
                draft.note(Repair::MergedCell, "", &cell.written());
            }
            self.take(&mut draft, field, column, cell);
        }
        self.finish(draft)
    }

    fn take(&self, draft: &mut Draft<'_>, field: ImportField, column: usize, cell: &Cell) {
        let written = cell.written();
        draft.from.push((field, column));
        if let Cell::Failed(_) = cell {
            return draft.error(self, field, ErrorCode::InvalidValue, Some(ImportHint::FormulaFailed));
        }
        let text = cells::clean(&written);
        if text != written {
            draft.note(Repair::Invisible, &written, &text);
        }
        if field != ImportField::Name && cells::is_placeholder(&text) {
            return draft.note(Repair::Placeholder, &text, "");
        }
        let input = &mut draft.row.input;
        match field {
            ImportField::Name => self.name(draft, &text),
            ImportField::OtherNames => input.other_names = text,
            ImportField::Sex => match sex_of(&text) {
                Some(sex) => input.sex = sex,
                None => draft.error(self, field, ErrorCode::InvalidValue, None),
            },
            ImportField::Birthday | ImportField::LunarBirthday => {
                self.birthday(draft, field, column, cell, &text)
            }
            ImportField::Phone => self.phones(draft, field, cell, &text),
            ImportField::Wechat => input.wechat = Some(text),
            ImportField::IdNumber => match cells::digits_lost(cell) {
                true => draft.error(self, field, ErrorCode::InvalidIdNumber, Some(ImportHint::NumberRounded)),
                false => input.id_number = Some(text),
            },
            ImportField::MemberNumber => self.member_number(draft, cell, &text),
            ImportField::Source => input.source = Some(text),
            ImportField::Allergy if cells::denies_allergies(&text) => {
                draft.note(Repair::Placeholder, &text, "");
            }
            ImportField::Allergy => draft.row.allergies.push(text),
            ImportField::SkinType => input.skin_type = Some(text),
            ImportField::Preferences => input.preferences = text,
            ImportField::Tags => {
                let tags = text.split([',', '，', '、', ';', '；', '/', '|', '\n']).map(str::trim);
                input.tags.extend(tags.filter(|tag| !tag.is_empty()).map(str::to_owned));
            }
            ImportField::GuardianName => draft.guardian.name = text,
            ImportField::GuardianPhone => self.contact_phone(draft, field, cell, &text),
            ImportField::EmergencyName => draft.emergency.name = text,
            ImportField::EmergencyPhone => self.contact_phone(draft, field, cell, &text),
            ImportField::Notes => form::add_line(&mut input.notes, &text),
            ImportField::NotesWithHeading => {
                let heading = self.headings.get(column).map_or("", String::as_str);
                form::add_line(&mut input.notes, &format!("{heading}：{text}"));
            }
        }
    }

    fn name(&self, draft: &mut Draft<'_>, text: &str) {
        let narrow = cells::narrow(text);
        if narrow != text {
            draft.note(Repair::FullWidth, text, &narrow);
        }
        let name = cells::without_inner_spaces(&narrow);
        if name != narrow {
            draft.note(Repair::NameSpaces, &narrow, &name);
        }
        if cells::has_rare_character(&name) {
            draft.note(Repair::RareCharacter, &name, &name);
        }
        draft.row.input.name = name;
    }

    fn birthday(&self, draft: &mut Draft<'_>, field: ImportField, column: usize, cell: &Cell, text: &str) {
        use chrono::Datelike;
        let lunar = field == ImportField::LunarBirthday;
        let serial = match cell {
            Cell::Number(number) => dates::of_day_number(*number),
            _ => None,
        };
        if let Some(date) = &serial {
            draft.note(Repair::DayNumber, text, date);
        }
        match dates::read(serial.as_deref().unwrap_or(text), lunar, self.today.year()) {
            Ok((birthday, repairs)) => {
                for repair in repairs {
                    let after = format!("{} {}", birthday.date, birthday.calendar.as_str());
                    draft.note(repair, text, after.trim_end_matches(" solar"));
                }
                // The solar day stands where both are given: the lunar one follows from it.
                let kept = draft.row.input.birthday.as_ref();
                if kept.is_none_or(|kept| !lunar && kept.calendar != birthday.calendar) {
                    draft.row.input.birthday = Some(birthday);
                }
            }
            Err(NoDate::NoYear) => {
                let heading = self.headings.get(column).map_or("", String::as_str);
                form::add_line(&mut draft.row.input.notes, &format!("{heading}：{text}"));
                draft.note(Repair::NoYear, text, text);
            }
            Err(why) => {
                let hint = match why {
                    NoDate::DayOrMonth => Some(ImportHint::DayOrMonth),
                    NoDate::Incomplete => Some(ImportHint::DateIncomplete),
                    _ => None,
                };
                draft.error(self, field, ErrorCode::InvalidDate, hint);
            }
        }
    }

    fn phones(&self, draft: &mut Draft<'_>, field: ImportField, cell: &Cell, text: &str) {
        if cells::digits_lost(cell) {
            return draft.error(self, field, ErrorCode::InvalidPhone, Some(ImportHint::NumberRounded));
        }
        if matches!(cell, Cell::Number(_)) {
            draft.note(Repair::WrittenOut, &cells::as_shown(cell), text);
        }
        let narrow = cells::narrow(text);
        if narrow != text {
            draft.note(Repair::FullWidth, text, &narrow);
        }
        let Phones { phones, remarks } = cells::phones(&narrow);
        if phones.len() > 1 {
            let parted: Vec<&str> = phones.iter().map(|(number, _)| number.as_str()).collect();
            draft.note(Repair::PhonesParted, text, &parted.join(" + "));
        }
        if remarks {
            let labelled: Vec<String> =
                phones.iter().map(|(number, label)| format!("{number} {label}")).collect();
            draft.note(Repair::PhoneRemark, text, labelled.join(" + ").trim_end());
        }
        for (number, label) in phones {
            match fields::phone("phones", &number) {
                Ok(number) => {
                    let known =
                        draft.row.input.phones.iter().any(|phone| phone.number.as_ref() == Some(&number));
                    if !known {
                        draft.row.input.phones.push(PhoneInput { id: None, number: Some(number), label });
                    }
                }
                Err(error) => draft.error(self, field, error.code, None),
            }
        }
    }

    fn contact_phone(&self, draft: &mut Draft<'_>, field: ImportField, cell: &Cell, text: &str) {
        if cells::digits_lost(cell) {
            return draft.error(self, field, ErrorCode::InvalidPhone, Some(ImportHint::NumberRounded));
        }
        let contact =
            if field == ImportField::GuardianPhone { &mut draft.guardian } else { &mut draft.emergency };
        contact.phone = cells::narrow(text);
    }

    fn member_number(&self, draft: &mut Draft<'_>, cell: &Cell, text: &str) {
        if cells::digits_lost(cell) {
            return draft.error(
                self,
                ImportField::MemberNumber,
                ErrorCode::InvalidValue,
                Some(ImportHint::NumberRounded),
            );
        }
        if matches!(cell, Cell::Number(_)) && cells::as_shown(cell) != text {
            draft.note(Repair::WrittenOut, &cells::as_shown(cell), text);
        }
        match fields::some("memberNumber", Some(&cells::narrow(text)), fields::NAME_MAX) {
            Ok(number) => draft.row.member_number = number,
            Err(error) => draft.error(self, ImportField::MemberNumber, error.code, None),
        }
    }

    /// Checks the whole row. What a field's own rule refuses is named, and left out, so that every field's error
    /// comes to light at once.
    fn finish(&self, mut draft: Draft<'_>) -> ReadRow {
        let some = |contact: &Contact| {
            (!contact.name.is_empty() || !contact.phone.is_empty()).then(|| contact.clone())
        };
        draft.row.input.guardian = some(&draft.guardian);
        draft.row.input.emergency = some(&draft.emergency);
        for allergy in std::mem::take(&mut draft.row.allergies) {
            match fields::some("allergy", Some(&allergy), fields::NAME_MAX) {
                Ok(allergy) => draft.row.allergies.extend(allergy),
                Err(error) => draft.error(self, ImportField::Allergy, error.code, None),
            }
        }
        let mut checked = check(&draft.row.input, self.today);
        let mut rest = checked.is_err().then(|| draft.row.input.clone());
        while let (Err(error), Some(rest)) = (&checked, &mut rest) {
            let has = |field| draft.from.iter().any(|(other, _)| *other == field);
            let (field, code) = (form::column_of(error, has), error.code);
            draft.error(self, field.unwrap_or(ImportField::Name), code, None);
            match field {
                Some(field) if draft.row.errors.len() <= 2 * ImportField::ALL.len() => {
                    form::leave_out(rest, field)
                }
                _ => break,
            }
            checked = check(rest, self.today);
        }
        draft.row.checked = checked.ok().filter(|_| draft.row.errors.is_empty());
        draft.row
    }
}

impl Draft<'_> {
    fn note(&mut self, repair: Repair, before: &str, after: &str) {
        self.repairs.note(repair, self.row.number, before, after);
    }

    fn error(
        &mut self,
        reader: &RowReader<'_>,
        field: ImportField,
        code: ErrorCode,
        hint: Option<ImportHint>,
    ) {
        let from = self.from.iter().rev().find(|(other, _)| *other == field).map(|(_, column)| *column);
        let column = from.or_else(|| reader.mapping.columns.iter().position(|other| *other == Some(field)));
        let heading = column.and_then(|column| reader.headings.get(column)).cloned().unwrap_or_default();
        // A number whose last digits are lost is told as the spreadsheet shows it, not with digits made up.
        let told = |cell| if cells::digits_lost(cell) { cells::as_shown(cell) } else { cell.written() };
        let value = from.and_then(|column| self.cells.get(column)).map(told).unwrap_or_default();
        self.row.errors.push(RowError { row: self.row.number, field, heading, code, hint, value });
    }
}
