//! Birthdays by either calendar: checking, this year's day, age.

use chrono::{Datelike, NaiveDate};
use tyme4rs::tyme::lunar::{LunarDay, LunarMonth};

use super::types::{Birthday, BirthdayCalendar};
use crate::error::{ErrorCode, Result};

/// Checks a birthday as typed: a real date of its calendar, from 1900 on, not after today.
pub(crate) fn checked(birthday: &Birthday, today: NaiveDate) -> Result<Birthday> {
    let invalid = || ErrorCode::InvalidDate.at("birthday");
    let solar = to_solar(birthday, None).ok_or_else(invalid)?;
    if solar > today || solar.year() < 1900 {
        return Err(invalid());
    }
    let (year, month, day) = parts(&birthday.date).ok_or_else(invalid)?;
    Ok(Birthday { date: format!("{year:04}-{month:02}-{day:02}"), calendar: birthday.calendar })
}

/// The birthday in the solar calendar, in the year of birth or in another (lunar) year. A leap month that the
/// year does not have counts as the ordinary one; a day that the month does not have as its last.
fn to_solar(birthday: &Birthday, lunar_year: Option<i32>) -> Option<NaiveDate> {
    let (year, month, day) = parts(&birthday.date)?;
    if birthday.calendar == BirthdayCalendar::Solar {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let month = isize::try_from(month).ok()?;
    let day = usize::try_from(day).ok()?;
    let leap = birthday.calendar == BirthdayCalendar::LunarLeap;
    let lunar = match lunar_year {
        None => lunar_day(year, if leap { -month } else { month }, day),
        Some(year) => leap
            .then(|| lunar_day(year, -month, day))
            .flatten()
            .or_else(|| lunar_day(year, month, day))
            .or_else(|| lunar_day(year, month, day - 1)),
    }?;
    let solar = lunar.get_solar_day();
    NaiveDate::from_ymd_opt(
        i32::try_from(solar.get_year()).ok()?,
        u32::try_from(solar.get_month()).ok()?,
        u32::try_from(solar.get_day()).ok()?,
    )
}

fn lunar_day(year: i32, month: isize, day: usize) -> Option<LunarDay> {
    // The day's own check takes its month for granted and panics without it.
    LunarMonth::validate(year as isize, month).ok()?;
    LunarDay::validate(year as isize, month, day).ok()?;
    Some(LunarDay::from_ymd(year as isize, month, day))
}

fn parts(date: &str) -> Option<(i32, u32, u32)> {
    let mut parts = date.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u32 = parts.next()?.parse().ok()?;
    let day: u32 = parts.next()?.parse().ok()?;
    let plausible =
        parts.next().is_none() && (1800..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
    plausible.then_some((year, month, day))
}

/// The day in this solar year on which the birthday is kept; 29 February is kept on the 28th in other years.
#[must_use]
pub fn in_year(birthday: &Birthday, year: i32) -> Option<NaiveDate> {
    if birthday.calendar == BirthdayCalendar::Solar {
        let (_, month, day) = parts(&birthday.date)?;
        return NaiveDate::from_ymd_opt(year, month, day)
            .or_else(|| NaiveDate::from_ymd_opt(year, month, day - 1));
    }
    // A lunar year begins in January or February: its last weeks fall into the next solar year.
    [year, year - 1]
        .into_iter()
        .find_map(|lunar| to_solar(birthday, Some(lunar)).filter(|day| day.year() == year))
}

/// Full years on a day, by the solar date of birth.
#[must_use]
pub fn age_on(birthday: &Birthday, today: NaiveDate) -> Option<u16> {
    let born = to_solar(birthday, None)?;
    let had = (today.month(), today.day()) >= (born.month(), born.day());
    u16::try_from(today.year() - born.year() - i32::from(!had)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn birthday(date: &str, calendar: BirthdayCalendar) -> Birthday {
        Birthday { date: date.into(), calendar }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_lunar_birthday_moves_through_the_solar_year() {
        // 农历正月初一: New Year's Day of 2024 was 10 February, of 2025 29 January (published almanac).
        let new_year = birthday("1990-01-01", BirthdayCalendar::Lunar);
        assert_eq!(in_year(&new_year, 2024), Some(day("2024-02-10")));
        assert_eq!(in_year(&new_year, 2025), Some(day("2025-01-29")));
        // 腊月 days fall into the next solar year: 腊月廿三 of 2023 was 2 February 2024.
        let kitchen_god = birthday("1990-12-23", BirthdayCalendar::Lunar);
        assert_eq!(in_year(&kitchen_god, 2024), Some(day("2024-02-02")));
    }

    #[test]
    fn a_leap_month_exists_only_in_its_year() {
        // 2023 had a leap second month, 2024 none.
        let today = day("2026-01-01");
        assert!(checked(&birthday("2023-02-10", BirthdayCalendar::LunarLeap), today).is_ok());
        assert!(checked(&birthday("2024-02-10", BirthdayCalendar::LunarLeap), today).is_err());
        assert!(in_year(&birthday("2023-02-10", BirthdayCalendar::LunarLeap), 2024).is_some());
    }

    #[test]
    fn the_leap_day_is_kept_on_the_28th_in_other_years() {
        let leap = birthday("2000-02-29", BirthdayCalendar::Solar);
        assert_eq!(in_year(&leap, 2025), Some(day("2025-02-28")));
        assert_eq!(age_on(&leap, day("2025-02-28")), Some(24));
        assert_eq!(age_on(&leap, day("2025-03-01")), Some(25));
    }

    #[test]
    fn dates_that_are_not_are_refused() {
        let today = day("2026-11-22");
        for bad in
            ["2026-11-23", "1899-01-01", "1990-02-30", "1990-13-01", "90-1-1", "", "一九九〇", "1990-1-1-1"]
        {
            assert!(checked(&birthday(bad, BirthdayCalendar::Solar), today).is_err(), "{bad}");
        }
        assert_eq!(
            checked(&birthday("1990-1-5", BirthdayCalendar::Solar), today).expect("a date").date,
            "1990-01-05"
        );
    }
}
