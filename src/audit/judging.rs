//! Judging one question with the records at hand: best and worst case, the unmet core, and how far every condition is.

mod allocate;
mod deciding;
mod evaluation;
mod modes;
mod progress;
mod status;

pub use allocate::{Mode, Outcome, Targets, outcomes};
pub use evaluation::Evaluation;
pub use progress::progress;
pub use status::status;
