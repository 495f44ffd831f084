//! A birthday as people write it, by either calendar.

use unicode_normalization::UnicodeNormalization;

use super::repairs::Repair;
use crate::clients::types::{Birthday, BirthdayCalendar};

/// Why a text is no birthday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDate {
    /// Not a date at all.
    Unreadable,
    /// 3/12/1985 may be March or December.
    DayOrMonth,
    /// 1985, 1985年3月.
    Incomplete,
    /// 3月12日.
    NoYear,
}

/// A birthday and what was done to read it.
pub(super) type ReadDate = Result<(Birthday, Vec<Repair>), NoDate>;

const LUNAR_MARKS: &[&str] =
    &["农历", "農曆", "农曆", "阴历", "陰曆", "旧历", "舊曆", "农", "農", "阴", "lunar"];
const SOLAR_MARKS: &[&str] = &["公历", "公曆", "阳历", "陽曆", "新历", "新曆", "国历", "國曆"];
const WORDS_BESIDE: &[&str] = &["出生日期", "出生", "生日", "生于", "生", "(", ")", "[", "]", ":", "约"];
/// Words that only the lunar calendar has.
const LUNAR_WORDS: &[char] = &['初', '正', '腊', '臘', '冬', '廿', '闰', '閏'];

/// Excel's day 1 is 1 January 1900; it counts a 29 February 1900 that was none.
pub(super) fn of_day_number(day: f64) -> Option<String> {
    // From 1910 on: smaller numbers are anything but a client's birthday.
    if day.fract() != 0.0 || !(3654.0..=73_050.0).contains(&day) {
        return None;
    }
    let epoch = chrono::NaiveDate::from_ymd_opt(1899, 12, 30)?;
    Some(epoch.checked_add_days(chrono::Days::new(day as u64))?.to_string())
}

/// Reads a text. `lunar`: the column's heading says 农历.
pub(super) fn read(text: &str, lunar: bool, this_year: i32) -> ReadDate {
    let mut text: String = text.nfkc().flat_map(char::to_lowercase).collect();
    text = text.trim().to_owned();
    let mut repairs = vec![Repair::TextDate];
    let mut calendar = if lunar { BirthdayCalendar::Lunar } else { BirthdayCalendar::Solar };
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-' | b'.')) {
        calendar = calendar_of(&text, calendar);
        text = text.replace(['闰', '閏'], "");
        for mark in SOLAR_MARKS.iter().chain(LUNAR_MARKS).chain(WORDS_BESIDE) {
            text = text.replace(mark, "");
        }
    }
    if calendar != BirthdayCalendar::Solar {
        repairs.push(Repair::Lunar);
    }
    let text = without_time(text.trim());
    let (year, month, day) =
        if text.contains('月') { by_words(text)? } else { by_numbers(text, this_year)? };
    let year = match year {
        0..=99 => {
            repairs.push(Repair::ShortYear);
            if 2000 + year <= this_year { 2000 + year } else { 1900 + year }
        }
        year => year,
    };
    let plausible = (1..=12).contains(&month) && (1..=31).contains(&day);
    if !plausible {
        return Err(NoDate::Unreadable);
    }
    if is_plain(text) {
        repairs.retain(|repair| *repair != Repair::TextDate);
    }
    Ok((Birthday { date: format!("{year:04}-{month:02}-{day:02}"), calendar }, repairs))
}

/// By which calendar a text says it is; else by the column's.
fn calendar_of(text: &str, column: BirthdayCalendar) -> BirthdayCalendar {
    if text.contains(['闰', '閏']) {
        BirthdayCalendar::LunarLeap
    } else if SOLAR_MARKS.iter().any(|mark| text.contains(mark)) {
        BirthdayCalendar::Solar
    } else if LUNAR_MARKS.iter().any(|mark| text.contains(mark)) || text.contains(LUNAR_WORDS) {
        BirthdayCalendar::Lunar
    } else {
        column
    }
}

/// Nothing had to be understood: YYYY-MM-DD.
fn is_plain(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// "1985-03-12 00:00:00" and "1985-03-12t00:00" without what stands behind the day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        // The marks were taken out, and with them the colons: hours stand behind a space or a t.
        return text
            .split_once(['t', ' '])
            .filter(|(date, _)| date.len() >= 8 && date.is_ascii())
            .map_or(text, |(date, _)| date);
    };
    text[..colon].rsplit_once(['t', ' ']).map_or(text, |(date, _)| date.trim())
}

type Parts = (i32, u32, u32);

/// 1985年3月12日, 八五年三月十二, 一九八五年腊月廿三.
fn by_words(text: &str) -> Result<Parts, NoDate> {
    let (year, rest) = match text.split_once('年') {
        Some((year, rest)) => (Some(year), rest),
        None => (None, text),
    };
    let (month, day) = rest.split_once('月').ok_or(NoDate::Incomplete)?;
    let day = day.trim().trim_end_matches(['日', '号', '號']);
    let month = number(month.trim()).ok_or(NoDate::Unreadable)?;
    if day.is_empty() {
        return Err(NoDate::Incomplete);
    }
    let day = number(day).ok_or(NoDate::Unreadable)?;
    let year = year.ok_or(NoDate::NoYear)?.trim();
    let year = number(year).or_else(|| digits(year)).ok_or(NoDate::Unreadable)?;
    i32::try_from(year).map(|year| (year, month, day)).map_err(|_| NoDate::Unreadable)
}

/// 1985/3/12, 85.3.12, 19850312, 850312, 13/3/1985.
fn by_numbers(text: &str, this_year: i32) -> Result<Parts, NoDate> {
    let text = text.trim_end_matches(['日', '号', '年', '.', '/', '-']);
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let parted = |c: char| {
        c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '_' | ' ' | ',' | '、' | '\\' | '年' | '—' | '。')
    };
    if !text.chars().all(parted) {
        return Err(NoDate::Unreadable);
    }
    let value = |part: &str| part.parse::<u32>().map_err(|_| NoDate::Unreadable);
    let year = |part: &str| part.parse::<i32>().map_err(|_| NoDate::Unreadable);
    match parts.as_slice() {
        [whole] => run_together(whole, this_year),
        [first, _] if first.len() == 4 => Err(NoDate::Incomplete),
        [month, day] if (1..=12).contains(&value(month)?) && (1..=31).contains(&value(day)?) => {
            Err(NoDate::NoYear)
        }
        [first, second, third] if first.len() == 4 => Ok((year(first)?, value(second)?, value(third)?)),
        [first, second, third] if third.len() == 4 || (value(third)? > 31 && value(first)? <= 31) => {
            match (value(first)?, value(second)?) {
                (month, day) if month == day || (day > 12 && month <= 12) => Ok((year(third)?, month, day)),
                (day, month) if day > 12 && month <= 12 => Ok((year(third)?, month, day)),
                _ => Err(NoDate::DayOrMonth),
            }
        }
        [first, second, third] if first.len() <= 2 => Ok((year(first)?, value(second)?, value(third)?)),
        _ => Err(NoDate::Unreadable),
    }
}

/// Digits without a separator.
fn run_together(digits: &str, this_year: i32) -> Result<Parts, NoDate> {
    let number: u32 = digits.parse().map_err(|_| NoDate::Unreadable)?;
    let year = |number: u32| i32::try_from(number).map_err(|_| NoDate::Unreadable);
    let is_year = |number: u32| (1900..=this_year.unsigned_abs()).contains(&number);
    match digits.len() {
        8 => Ok((year(number / 10_000)?, number / 100 % 100, number % 100)),
        // 200512 is December 2005 as well as 12 May 2020.
        6 if is_year(number / 100) && (1..=12).contains(&(number % 100)) => Err(NoDate::Incomplete),
        6 => Ok((year(number / 10_000)?, number / 100 % 100, number % 100)),
        5 => {
            let date = of_day_number(f64::from(number)).ok_or(NoDate::Unreadable)?;
            by_numbers(&date, this_year)
        }
        4 if is_year(number) => Err(NoDate::Incomplete),
        _ => Err(NoDate::Unreadable),
    }
}

/// 3, 三, 十二, 二十三, 廿三, 初八, 正, 腊.
fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let text = text.trim_start_matches('初');
    match text {
        "正" | "元" => return Some(1),
        "冬" => return Some(11),
        "腊" | "臘" => return Some(12),
        _ => {}
    }
    let text = text.replace('廿', "二十").replace('卅', "三十");
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digits(tens)? };
            let ones = if ones.is_empty() { 0 } else { digits(ones)? };
            (tens < 10 && ones < 10).then_some(tens * 10 + ones)
        }
        None => digits(&text).filter(|number| *number < 100),
    }
}

/// 一九八五, character by character.
fn digits(text: &str) -> Option<u32> {
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '〇' | '零' | '○' => Some(0),
        _ => "一二三四五六七八九".chars().position(|other| other == c).map(|at| at as u32 + 1),
    };
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    text.chars().try_fold(0, |number, c| Some(number * 10 + digit(c)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Result<String, NoDate> {
        read(text, false, 2026).map(|(birthday, _)| match birthday.calendar {
            BirthdayCalendar::Solar => birthday.date,
            BirthdayCalendar::Lunar => format!("{} lunar", birthday.date),
            BirthdayCalendar::LunarLeap => format!("{} leap", birthday.date),
        })
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let written = "1985-03-12;1985/3/12;1985.3.12;85.3.12;85-03-12;1985年3月12日;1985年03月12;85年3月12号;\
            19850312;850312;１９８５年３月１２日;一九八五年三月十二日;八五年三月十二;1985-03-12 00:00:00;\
            1985-03-12T08:30:00;1985 3 12;1985、3、12;31118;1985年3月12日生;公历1985-3-12;1985.3.12.";
        for text in written.split(';') {
            assert_eq!(date(text), Ok("1985-03-12".into()), "{text}");
        }
        assert_eq!(date("13/3/1985"), Ok("1985-03-13".into()));
        assert_eq!(date("3/13/1985"), Ok("1985-03-13".into()));
        assert_eq!(date("3/13/85"), Ok("1985-03-13".into()));
        assert_eq!(date("05.3.12"), Ok("2005-03-12".into()));
    }

    #[test]
    fn lunar_dates_say_so() {
        for text in [
            "农历1985-2-30",
            "1985年2月30日(农历)",
            "1985.2.30 阴历",
            "農曆一九八五年二月三十",
            "1985/2/30（农）",
        ] {
            assert_eq!(date(text), Ok("1985-02-30 lunar".into()), "{text}");
        }
        assert_eq!(date("1990年正月初一"), Ok("1990-01-01 lunar".into()));
        assert_eq!(date("1990年腊月廿三"), Ok("1990-12-23 lunar".into()));
        assert_eq!(date("农历1990年闰五月初八"), Ok("1990-05-08 leap".into()));
        let (birthday, _) = read("1985-2-21", true, 2026).expect("a date");
        assert_eq!(birthday.calendar, BirthdayCalendar::Lunar);
    }

    #[test]
    fn what_cannot_be_told_is_not_guessed() {
        for (text, why) in [
            ("3月12日", NoDate::NoYear),
            ("3/12", NoDate::NoYear),
            ("三月十二", NoDate::NoYear),
            ("农历八月十五", NoDate::NoYear),
            ("3/12/1985", NoDate::DayOrMonth),
            ("1985", NoDate::Incomplete),
            ("1985年3月", NoDate::Incomplete),
            ("1985.3", NoDate::Incomplete),
            ("200512", NoDate::Incomplete),
            ("1985年", NoDate::Incomplete),
            ("属牛", NoDate::Unreadable),
            ("1985-13-40", NoDate::Unreadable),
            ("13812346721", NoDate::Unreadable),
            ("40岁", NoDate::Unreadable),
            ("", NoDate::Unreadable),
            ("99999", NoDate::Unreadable),
        ] {
            assert_eq!(date(text), Err(why), "{text}");
        }
    }
}
