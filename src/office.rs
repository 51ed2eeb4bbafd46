//! Tools for the office: the catalog as tables for spreadsheets, differences in words, the official pages read in, and
//! the list of students whose transcripts are judged together.
//!
//! The command line and the office's page (`office/`, in a worker) call this; no student's page does.

pub mod batch;
pub mod classes;
pub mod course_list;
pub mod curricula;
pub mod diff;
pub mod editor;
pub mod english;
pub mod impact;
pub mod odd;
pub mod opener;
pub mod problem;
pub mod remark;
pub mod roster;
#[cfg(feature = "cli")]
pub mod schema;
pub mod standard;
pub mod tables;
