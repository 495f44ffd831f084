//! Which column holds what: by its heading, else by what stands in it.

use unicode_normalization::UnicodeNormalization;

use super::{ImportField, Mapping, dates, row};
use crate::spreadsheet::{Cell, Row, Sheet};

/// Headings stand in one of the first rows.
const HEADER_WITHIN: usize = 30;
/// How many rows say what a column without a heading holds.
const SAMPLE: usize = 200;

/// Headings in normal form ([`normal`]), simplified, traditional and English.
#[rustfmt::skip]
const HEADINGS: &[(ImportField, &str)] = &[
    (ImportField::Name, "\
        姓名 名字 顾客姓名 客户姓名 会员姓名 客人姓名 患者姓名 顾客 客户 会员 求美者 客户名称 顾客名称 会员名称 客户名 称呼 真实姓名 客戶姓名 顧客姓名 \
        會員姓名 顧客 客戶 會員 稱呼 name fullname customername customer clientname client patientname \
        patient membername"),
    (ImportField::OtherNames, "\
        曾用名 英文名 别名 昵称 网名 小名 英文姓名 別名 暱稱 網名 othername othernames nickname englishname alias"),
    (ImportField::Sex, "性别 性別 sex gender"),
    (ImportField::Birthday, "\
        生日 出生日期 出生年月 出生年月日 公历生日 阳历生日 新历生日 陽曆生日 國曆生日 birthday birthdate dateofbirth dob born"),
    (ImportField::Phone, "\
        手机 手机号 手机号码 电话 电话号码 联系电话 联系方式 移动电话 联系手机 备用电话 座机 家庭电话 固定电话 手機 手機號 手機號碼 電話 電話號碼 聯絡電話 \
        聯繫電話 phone phonenumber phoneno mobile mobileno mobilephone mobilenumber tel telephone cell cellphone \
        contact"),
    (ImportField::Wechat, "微信 微信号 微信號 wechat wechatid weixin"),
    (ImportField::IdNumber, "身份证 身份证号 身份证号码 证件号 证件号码 身份證 身份證號 身份證號碼 證件號碼 护照 護照 idnumber idcard idno passport"),
    (ImportField::MemberNumber, "\
        会员号 会员卡号 会员编号 卡号 编号 客户编号 顾客编号 档案号 档案编号 病历号 客户号 會員號 會員卡號 會員編號 卡號 編號 檔案號 病歷號 memberno \
        membernumber memberid cardno cardnumber clientno clientid customerid customerno"),
    (ImportField::Source, "来源 渠道 来源渠道 客户来源 顾客来源 获客渠道 来院渠道 來源 來源渠道 客戶來源 source channel"),
    (ImportField::Allergy, "过敏 过敏史 药物过敏 药物过敏史 過敏 過敏史 藥物過敏 allergy allergies"),
    (ImportField::SkinType, "肤质 皮肤类型 皮肤性质 膚質 皮膚類型 skin skintype"),
    (ImportField::Preferences, "偏好 喜好 爱好 愛好 preference preferences"),
    (ImportField::Tags, "标签 分类 客户类型 客户分类 標籤 分類 tag tags"),
    (ImportField::GuardianName, "监护人 监护人姓名 家长 監護人 guardian guardianname"),
    (ImportField::GuardianPhone, "监护人电话 家长电话 監護人電話 guardianphone"),
    (ImportField::EmergencyName, "紧急联系人 紧急联系人姓名 緊急聯絡人 緊急聯繫人 emergencycontact emergencyname"),
    (ImportField::EmergencyPhone, "紧急联系人电话 紧急联系电话 紧急电话 緊急聯絡電話 emergencyphone"),
    (ImportField::Notes, "备注 备注信息 说明 备忘 備註 備注 說明 note notes remark remarks memo comment comments"),
    (ImportField::NotesWithHeading, "\
        介绍人 推荐人 转介绍人 地址 住址 家庭住址 职业 单位 介紹人 推薦人 職業 单位名称 address occupation referrer referredby"),
];

/// A heading without what people put around it: spaces, punctuation, 必填.
fn normal(heading: &str) -> String {
    let heading: String =
        heading.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect();
    let heading = heading.trim_end_matches("必填").trim_end_matches("选填").trim_end_matches("選填");
    heading.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned()
}

fn of_heading(heading: &str) -> Option<ImportField> {
    let heading = normal(heading);
    let has = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    if has(&["生日", "出生", "birthday"]) && has(&["农", "農", "阴", "陰", "旧历", "lunar"]) {
        return Some(ImportField::LunarBirthday);
    }
    if let Some((field, _)) =
        HEADINGS.iter().find(|(_, headings)| headings.split(' ').any(|known| known == heading))
    {
        return Some(*field);
    }
    // A date of a call, an address: what the column holds is named last.
    let last = [
        "回访", "回訪", "地址", "时间", "時間", "日期", "记录", "記錄", "状态", "狀態", "次数", "次數",
        "归属", "歸屬",
    ];
    if last.iter().any(|word| heading.ends_with(word)) && !heading.ends_with("出生日期") {
        return None;
    }
    if has(&["紧急", "緊急", "监护", "監護", "家长", "推荐", "介绍", "医生", "咨询", "员工", "顾问"])
    {
        return None;
    }
    let holding: &[(&[&str], ImportField)] = &[
        (&["身份证", "身份證"], ImportField::IdNumber),
        (&["手机", "手機", "电话", "電話"], ImportField::Phone),
        (&["生日", "出生"], ImportField::Birthday),
        (&["微信"], ImportField::Wechat),
        (&["姓名"], ImportField::Name),
        (&["过敏", "過敏"], ImportField::Allergy),
        (&["备注", "備註"], ImportField::Notes),
    ];
    holding.iter().find(|(words, _)| has(words)).map(|(_, field)| *field)
}

/// Where the headings stand: the row among the first whose cells are headings most often, a name among them or
/// at least two. As an index into the sheet's rows.
pub(super) fn header(sheet: &Sheet) -> Option<usize> {
    let known = |row: &Row| -> Vec<ImportField> {
        row.cells.iter().filter_map(|cell| of_heading(&row::text_of(cell)?)).collect()
    };
    let scored = sheet.rows.iter().take(HEADER_WITHIN).enumerate().filter_map(|(index, row)| {
        let known = known(row);
        // A title holds one cell, and a person's row none.
        let enough = known.len() >= 2 || (known.contains(&ImportField::Name) && row.cells.len() <= 2);
        enough.then_some((known.len(), index))
    });
    scored.max_by_key(|(score, index)| (*score, std::cmp::Reverse(*index))).map(|(_, index)| index)
}

/// The headings of a sheet, one for each column that holds anything.
pub(super) fn headings(sheet: &Sheet, header_row: u32) -> Vec<String> {
    let width = sheet
        .rows
        .iter()
        .filter(|row| row.number >= header_row)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let header = sheet.rows.iter().find(|row| row.number == header_row && header_row > 0);
    let heading =
        |column| header.and_then(|row: &Row| row::text_of(row.cells.get(column)?)).unwrap_or_default();
    (0..width).map(heading).collect()
}

/// What the columns hold, as far as can be told.
pub(super) fn guess(sheet: &Sheet) -> Mapping {
    let header = header(sheet);
    let header_row = header.map_or(0, |index| sheet.rows[index].number);
    let headings = headings(sheet, header_row);
    let mut columns: Vec<Option<ImportField>> = headings.iter().map(|heading| of_heading(heading)).collect();
    let body = &sheet.rows[header.map_or(0, |index| index + 1)..];
    let body = &body[..body.len().min(SAMPLE)];
    // A second column of what stands once is not imported; one without a heading says by itself what it is.
    let mut taken = Vec::new();
    for column in &mut columns {
        if let Some(field) = *column
            && !field.repeats()
        {
            if taken.contains(&field) {
                *column = None;
            }
            taken.push(field);
        }
    }
    let knows_name = taken.contains(&ImportField::Name);
    for (column, heading) in headings.iter().enumerate() {
        if columns[column].is_none()
            && (heading.is_empty() || header.is_none() || !knows_name)
            && let Some(field) = of_content(body, column)
            && (field.repeats() || !taken.contains(&field))
        {
            columns[column] = Some(field);
            taken.push(field);
        }
    }
    Mapping { sheet: sheet.name.clone(), header_row, columns }
}

fn of_content(rows: &[Row], column: usize) -> Option<ImportField> {
    let texts: Vec<String> = rows.iter().filter_map(|row| row::text_of(row.cells.get(column)?)).collect();
    let dates = rows.iter().filter(|row| matches!(row.cells.get(column), Some(Cell::Date(..)))).count();
    let mostly = |count: usize| count > 0 && count * 10 >= texts.len() * 6;
    let count = |test: &dyn Fn(&str) -> bool| texts.iter().filter(|text| test(text.trim())).count();
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if mostly(count(&|text| text.len() == 11 && text.starts_with('1') && digits(text))) {
        return Some(ImportField::Phone);
    }
    if mostly(count(&|text| text.len() == 18 && text.get(..17).is_some_and(digits))) {
        return Some(ImportField::IdNumber);
    }
    if mostly(count(&|text| row::sex_of(text).is_some() && !digits(text))) {
        return Some(ImportField::Sex);
    }
    if mostly(dates) || mostly(count(&|text| !digits(text) && dates::read(text, false, 2100).is_ok())) {
        return Some(ImportField::Birthday);
    }
    let is_name = |text: &str| {
        let characters = text.chars().filter(|c| !c.is_whitespace());
        (2..=4).contains(&characters.clone().count())
            && characters.clone().all(|c| !c.is_ascii() && c.is_alphabetic())
    };
    let mut different: Vec<&String> = texts.iter().collect();
    different.sort_unstable();
    different.dedup();
    // Words from a short list (a channel, a tag) are no names.
    (mostly(count(&is_name)) && different.len() * 2 > texts.len()).then_some(ImportField::Name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_as_people_write_them() {
        use ImportField::*;
        #[rustfmt::skip]
        let known = [
            ("姓名", Some(Name)), ("顾客姓名 *", Some(Name)), ("姓名（必填）", Some(Name)), ("會員姓名", Some(Name)),
            ("Full Name", Some(Name)), ("手机号码", Some(Phone)), ("手机2", Some(Phone)), ("聯絡電話", Some(Phone)),
            ("Mobile No.", Some(Phone)), ("电话回访", None), ("身份证地址", None), ("电话归属", None), ("电话/手机", Some(Phone)), ("生日(农历)", Some(LunarBirthday)),
            ("农历生日", Some(LunarBirthday)), ("出生日期", Some(Birthday)), ("D.O.B.", Some(Birthday)),
            ("来源/渠道", Some(Source)), ("會員編號", Some(MemberNumber)), ("ID Card", Some(IdNumber)),
            ("身份证号码（18位）", Some(IdNumber)), ("积分", None), ("储值余额", None), ("序号", None),
            ("紧急联系人电话", Some(EmergencyPhone)), ("介绍人", Some(NotesWithHeading)), ("介绍人电话", None),
            ("药物过敏史", Some(Allergy)), ("", None),
        ];
        for (heading, field) in known {
            assert_eq!(of_heading(heading), field, "{heading}");
        }
    }
}
