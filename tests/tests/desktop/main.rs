//! Tests of the real window. One binary, one module for each thing a person comes to do.

#![cfg(target_os = "linux")]

mod board;
mod calendar;
mod clients;
mod compliance;
mod day;
mod demo;
mod entry;
mod import;
mod ledgers;
mod look;
mod money;
mod points;
mod records;
mod refunds;
mod smoke;
mod stock;
mod tiers;
mod visit;
