//! Kuayu (跨域): which cross-domain micro-programs can a student finish, what counts, and what is missing.
//!
//! This library is the domain: it knows no browser, no clock and no language. The app (`src/main.rs`) and the command
//! line (`src/bin/kuayu.rs`) are two faces of it.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

pub mod audit;
pub mod catalog;
pub mod classes;
#[cfg(feature = "cli")]
pub mod cli;
pub mod credits;
pub mod day;
pub mod deadlines;
pub mod degree;
pub mod export;
pub mod graduation;
pub mod i18n;
pub mod ics;
pub mod import;
pub mod names;
pub mod next_step;
#[cfg(feature = "cli")]
pub mod office;
pub mod planning;
pub mod procedure;
pub mod regulation;
pub mod rules;
pub mod saved;
pub mod search;
pub mod sheet;
pub mod sorting;
pub mod term;
pub mod transcript;
