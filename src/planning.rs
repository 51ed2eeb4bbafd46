//! Planning the semesters to come: what stands where, what to mind, where a course fits.
//!
//! Nothing here judges programs: a plan's courses are records with status planned, and the engine judges those. Nor does
//! [`week`], which says what can be sat in at the same time.

mod ahead;
mod board;
mod differences;
mod place;
mod warning;
mod ways;
mod week;

pub use ahead::Ahead;
pub use board::{BoardItem, Column, board, fitting_term, last_term, terms};
pub use differences::{Differences, Moved, adopted, differences, meant};
pub use place::{choices, planned};
pub use warning::{Warning, warnings};
pub use ways::{Free, without_clash};
pub use week::{Item, Week, week};
