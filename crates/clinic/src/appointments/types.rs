//! What an appointment holds.

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::ClientHit;
use crate::clients::types::words;
use crate::ids::{AppointmentId, ClientId, EquipmentId, LeaveId, ProcedureId, RoomId, StaffId};

words! {
    /// Where an appointment stands.
    AppointmentStatus {
        /// 已预约.
        Booked = "booked",
        /// 已确认.
        Confirmed = "confirmed",
        /// 已到店.
        Arrived = "arrived",
        /// 未到.
        NoShow = "no_show",
        /// 已取消.
        Cancelled = "cancelled",
    }
}

/// What and when, as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AppointmentInput {
    /// Who comes.
    pub client: ClientId,
    /// With whom.
    pub doctor: Option<StaffId>,
    /// Where.
    pub room: Option<RoomId>,
    /// With what.
    pub equipment: Option<EquipmentId>,
    /// What for.
    pub procedure: Option<ProcedureId>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub starts_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub ends_at: i64,
    /// Free text.
    pub note: String,
    /// Why a clash is accepted.
    pub clash_reason: Option<String>,
}

/// A time and place to move to.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditAppointment {
    /// Which.
    pub id: AppointmentId,
    /// What it is to be.
    pub appointment: AppointmentInput,
}

/// An appointment as the calendar shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// Who comes.
    pub client: ClientHit,
    /// With whom.
    pub doctor: Option<StaffId>,
    /// Where.
    pub room: Option<RoomId>,
    /// With what.
    pub equipment: Option<EquipmentId>,
    /// What for.
    pub procedure: Option<ProcedureId>,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub starts_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub ends_at: i64,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// Why it was cancelled.
    pub cancel_reason: Option<String>,
    /// Why a clash was accepted.
    pub clash_reason: Option<String>,
    /// Free text.
    pub note: String,
}

/// What two appointments, or an appointment and a leave, both claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ClashOver {
    /// The doctor has another appointment.
    Doctor,
    /// The room is taken.
    Room,
    /// The equipment is in use.
    Equipment,
    /// The client has another appointment.
    Client,
    /// The doctor does not work then.
    OutsideHours,
    /// The doctor is on leave.
    Leave,
}

/// A clash, shown before saving.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Clash {
    /// Over what.
    pub over: ClashOver,
    /// With which appointment.
    pub with: Option<AppointmentId>,
    /// Whose, or why.
    pub name: String,
    /// UTC milliseconds.
    #[ts(type = "number | null")]
    pub starts_at: Option<i64>,
    /// UTC milliseconds.
    #[ts(type = "number | null")]
    pub ends_at: Option<i64>,
}

/// Asks for the clashes of an appointment not yet saved.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ClashQuery {
    /// The appointment that is moved; it does not clash with itself.
    pub id: Option<AppointmentId>,
    /// What it is to be.
    pub appointment: AppointmentInput,
}

/// Days of the calendar.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct CalendarQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day; at most 31 days later.
    pub to: NaiveDate,
}

/// A doctor's regular hours on a weekday.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkingHours {
    /// Who.
    pub staff_id: StaffId,
    /// 1 is Monday, 7 Sunday.
    pub weekday: u8,
    /// Whether they work then.
    pub works: bool,
    /// Minutes after midnight.
    pub starts: u16,
    /// Minutes after midnight.
    pub ends: u16,
}

/// A leave.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Leave {
    /// Its id.
    pub id: LeaveId,
    /// Whose.
    pub staff_id: StaffId,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub starts_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub ends_at: i64,
    /// Why.
    pub reason: String,
}

/// A leave as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LeaveInput {
    /// Whose.
    pub staff_id: StaffId,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub starts_at: i64,
    /// UTC milliseconds.
    #[ts(type = "number")]
    pub ends_at: i64,
    /// Why.
    pub reason: String,
}

/// What the calendar shows.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// Where days begin and end, minutes after midnight.
    pub day_starts: u16,
    /// Minutes after midnight.
    pub day_ends: u16,
    /// The grid, minutes.
    pub slot: u16,
    /// In the order of their start.
    pub appointments: Vec<Appointment>,
    /// Every doctor's regular hours.
    pub hours: Vec<WorkingHours>,
    /// Leaves that touch these days.
    pub leaves: Vec<Leave>,
}

/// An appointment to cancel.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct CancelAppointment {
    /// Which.
    pub id: AppointmentId,
    /// Why.
    pub reason: String,
}

/// An appointment by its id.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfAppointment {
    /// Which.
    pub id: AppointmentId,
}

/// A leave by its id.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
pub struct OfLeave {
    /// Which.
    pub id: LeaveId,
}
