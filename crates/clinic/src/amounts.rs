//! Amounts are whole numbers: money in fen, quantities in a product's smallest unit. How people write and read
//! them stands here; nothing in this crate computes with a float.

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

macro_rules! whole_numbers {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
        )]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "number")] pub i64);

        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map($name)
            }
        }
    )*};
}

whole_numbers! {
    /// Money in fen, a hundredth of a yuan.
    Fen,
    /// So much of a product in its smallest unit: at a scale of 1, 10 stands for 1.0 mL.
    Quantity,
}

/// The most decimals a product's unit has.
pub const SCALE_MAX: u8 = 3;

impl Fen {
    /// The largest price: ten million yuan.
    pub const PRICE_MAX: Fen = Fen(1_000_000_000);

    /// Reads 1,280.00 as people write it: full-width digits, separators, ¥ and 元 are understood.
    #[must_use]
    pub fn read(text: &str) -> Option<Fen> {
        let plain: String = text.nfkc().filter(|c| !matches!(c, '¥' | '元' | '￥')).collect();
        read_decimal(&plain, 2).map(Fen)
    }

    /// 1280.00, as a spreadsheet has it.
    #[must_use]
    pub fn written(self) -> String {
        write_decimal(self.0, 2)
    }
}

impl Quantity {
    /// The largest quantity of one entry.
    pub const MAX: Quantity = Quantity(1_000_000_000);

    /// Reads a quantity in a unit of so many decimals; more decimals than it has are no quantity of it.
    #[must_use]
    pub fn read(text: &str, scale: u8) -> Option<Quantity> {
        let plain: String = text.nfkc().collect();
        read_decimal(&plain, scale).map(Quantity)
    }

    /// In the product's unit, with its decimals.
    #[must_use]
    pub fn written(self, scale: u8) -> String {
        write_decimal(self.0, scale)
    }
}

/// A number that is not negative; zeros behind the last decimal are no decimals.
fn read_decimal(text: &str, scale: u8) -> Option<i64> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | ' ' | '\u{a0}')).collect();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = decimals.trim_end_matches('0');
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > usize::from(scale) {
        return None;
    }
    let padded = format!("{whole}{decimals:0<width$}", width = usize::from(scale));
    padded.parse().ok()
}

fn write_decimal(number: i64, scale: u8) -> String {
    if scale == 0 {
        return number.to_string();
    }
    let base = 10_u64.pow(u32::from(scale));
    let (sign, size) = (if number < 0 { "-" } else { "" }, number.unsigned_abs());
    format!("{sign}{}.{:0>width$}", size / base, size % base, width = usize::from(scale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn prices_are_read_as_people_write_them() {
        for (typed, fen) in [
            ("1280", 128_000),
            ("1,280.00", 128_000),
            ("¥1280.5", 128_050),
            ("１２８０．０５元", 128_005),
            ("0.10", 10),
            ("1280.500", 128_050),
        ] {
            assert_eq!(Fen::read(typed), Some(Fen(fen)), "{typed}");
        }
        for bad in ["", ".", "-1", "1.005", "一千", "1e3", "1.2.3", "9999999999999999999"] {
            assert_eq!(Fen::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_unit_has_no_more_decimals_than_it_has() {
        assert_eq!(Quantity::read("0.8", 1), Some(Quantity(8)));
        assert_eq!(Quantity::read("0.85", 1), None);
        assert_eq!(Quantity::read("50", 0), Some(Quantity(50)));
        assert_eq!(Quantity::read("0.5", 0), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(number in 0..=i64::MAX / 1000, scale in 0..=SCALE_MAX) {
            let quantity = Quantity(number);
            prop_assert_eq!(Quantity::read(&quantity.written(scale), scale), Some(quantity));
        }
    }
}
