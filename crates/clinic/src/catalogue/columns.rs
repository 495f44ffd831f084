//! The catalogue's spreadsheet: which sheets and columns it has, and the words that it is known by. A file
//! written in either language is read in either, so both stand here, beside what reads them.

use super::history::Item;
use super::{ProductKind, Specialty};
pub use crate::spreadsheet::form::FileLanguage;
use crate::spreadsheet::form::{Form, Words, column, plain, words};

/// A sheet of the file.
pub(super) type SheetForm = Form<Item>;

/// The item's id, so that a renamed item is still itself.
pub(super) const ID: &str = "id";

/// In the order in which they are read: procedures name products.
pub(super) const SHEETS: &[SheetForm] = &[
    SheetForm {
        kind: Item::Product,
        name: words("产品", "Products"),
        columns: &[
            column("name", "名称", "Name"),
            column("genericName", "通用名", "Generic name"),
            column("kind", "类别", "Kind"),
            column("deviceClass", "管理类别", "Device class"),
            column("manufacturer", "生产企业", "Manufacturer"),
            column("registrationNumber", "注册证号", "Registration number"),
            column("codes", "产品码", "Codes"),
            column("specification", "规格", "Specification"),
            column("unit", "单位", "Unit"),
            column("scale", "小数位", "Decimals"),
            column("packQuantity", "每包装含量", "Pack holds"),
            column("ingredients", "成分", "Ingredients"),
            column("contraindications", "禁忌", "Contraindications"),
            column("storage", "贮藏", "Storage"),
            column("toxin", "毒性药品", "Toxin"),
            column("retailPrice", "零售价", "Retail price"),
            column("active", "在用", "In use"),
            column(ID, "编号", "ID"),
        ],
    },
    SheetForm {
        kind: Item::Procedure,
        name: words("项目", "Procedures"),
        columns: &[
            column("name", "名称", "Name"),
            column("standardName", "标准名", "Standard name"),
            column("specialty", "科目", "Specialty"),
            column("level", "级别", "Level"),
            column("listPrice", "价目", "List price"),
            column("minutes", "时长（分钟）", "Minutes"),
            column("numbingMinutes", "敷麻（分钟）", "Numbing minutes"),
            column("returnIntervalDays", "复购间隔（天）", "Return interval (days)"),
            column("consentTemplate", "知情同意书", "Consent form"),
            column("aftercare", "术后须知", "Aftercare"),
            column("usualProducts", "常用产品", "Usual products"),
            column("active", "在用", "In use"),
            column(ID, "编号", "ID"),
        ],
    },
    SheetForm {
        kind: Item::Equipment,
        name: words("设备", "Equipment"),
        columns: &[
            column("name", "名称", "Name"),
            column("manufacturer", "生产企业", "Manufacturer"),
            column("model", "型号", "Model"),
            column("serialNumber", "序列号", "Serial number"),
            column("registrationNumber", "注册证号", "Registration number"),
            column("registrationExpiresOn", "注册证到期", "Registration ends"),
            column("filingNumber", "备案号", "Filing number"),
            column("filingExpiresOn", "备案到期", "Filing ends"),
            column("lastMaintainedOn", "上次维护", "Last maintained"),
            column("maintenanceMonths", "维护周期（月）", "Maintenance (months)"),
            column("active", "在用", "In use"),
            column(ID, "编号", "ID"),
        ],
    },
];

const SPECIALTIES: &[(Specialty, Words)] = &[
    (Specialty::Surgery, words("美容外科", "Surgery")),
    (Specialty::Dermatology, words("美容皮肤科", "Dermatology")),
    (Specialty::Dentistry, words("美容牙科", "Dentistry")),
    (Specialty::Tcm, words("美容中医科", "Traditional Chinese medicine")),
];

const KINDS: &[(ProductKind, Words)] = &[
    (ProductKind::Drug, words("药品", "Drug")),
    (ProductKind::Device, words("医疗器械", "Device")),
    (ProductKind::Cosmetic, words("化妆品", "Cosmetic")),
];

const YES_NO: &[(bool, Words)] = &[(true, words("是", "Yes")), (false, words("否", "No"))];

/// A value that has words of its own.
pub(super) trait Worded: Copy + PartialEq + 'static {
    /// The values and their words.
    const WORDS: &'static [(Self, Words)];
    /// The key that the database has, where there is one.
    fn key(self) -> &'static str;

    fn word(self, language: FileLanguage) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, words)| words.of(language))
    }

    fn of_word(text: &str) -> Option<Self> {
        let text = plain(text);
        let is = |(value, words): &&(Self, Words)| words.are(&text) || plain(value.key()) == text;
        Self::WORDS.iter().find(is).map(|(value, _)| *value)
    }
}

impl Worded for Specialty {
    const WORDS: &'static [(Self, Words)] = SPECIALTIES;
    fn key(self) -> &'static str {
        self.as_str()
    }
}

impl Worded for ProductKind {
    const WORDS: &'static [(Self, Words)] = KINDS;
    fn key(self) -> &'static str {
        self.as_str()
    }
}

impl Worded for bool {
    const WORDS: &'static [(Self, Words)] = YES_NO;
    fn key(self) -> &'static str {
        if self { "1" } else { "0" }
    }
}
