//! What a student has taken, takes and plans to take: records, their grades, and which of them are the same attempt.
//!
//! This module knows nothing of files (see [`crate::import`]) or of programs (see [`crate::audit`]).

mod grade;
mod identity;
pub(crate) mod own_table;
mod record;
mod stage;

pub use grade::{Completion, Grade};
pub use identity::Identity;
pub use record::Record;
pub use stage::Stage;
