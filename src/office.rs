//! Tools for those who keep the catalog: tables for spreadsheets, differences in words, the official pages read in.
//!
//! Native only; nothing here is part of the app.

pub mod diff;
pub mod sheet;
pub mod standard;
