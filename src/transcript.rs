//! What a student has taken, takes and plans to take: records, their grades, and which of them are the same attempt.
//!
//! This module knows nothing of files (see [`crate::import`]) or of programs (see [`crate::audit`]).

mod grade;
pub(crate) mod own_table;
mod record;

pub use grade::{Completion, Grade};
pub use record::{Record, Stage};
