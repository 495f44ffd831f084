//! How much care something needs that ends on a day: a batch, a certificate, a filing, a maintenance.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::settings::{self, SettingKey};

/// How much care something needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Care {
    /// Now.
    Now,
    /// This month.
    Month,
    /// Soon.
    Soon,
}

/// The days up to which something that ends needs care.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    today: NaiveDate,
    month: NaiveDate,
    soon: NaiveDate,
}

impl Limits {
    /// By the owner's settings.
    pub(crate) fn read(connection: &Connection, today: NaiveDate) -> Result<Limits> {
        let month = today + settings::days(connection, SettingKey::ExpiryMonthDays)?;
        let soon = today + settings::days(connection, SettingKey::ExpirySoonDays)?;
        Ok(Limits { today, month, soon: soon.max(month) })
    }

    /// The last day that is looked at.
    pub(crate) fn last(self) -> NaiveDate {
        self.soon
    }

    /// What ends with this day: over it needs care now, up to the first limit this month, up to the second soon,
    /// and beyond that none.
    pub(crate) fn care(self, last_day: NaiveDate) -> Option<Care> {
        match last_day {
            day if day < self.today => Some(Care::Now),
            day if day <= self.month => Some(Care::Month),
            day if day <= self.soon => Some(Care::Soon),
            _ => None,
        }
    }
}
