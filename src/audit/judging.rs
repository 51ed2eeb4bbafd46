//! Judging one question with the records at hand: best and worst case, the unmet core, and how far every condition is.

mod allocate;
mod deciding;
mod effect;
mod evaluation;
mod judge;
mod modes;
mod progress;

pub use allocate::{Mode, Outcome, Targets, outcomes};
pub use effect::Effect;
pub use evaluation::Evaluation;
pub use judge::judge;
pub use progress::progress;
