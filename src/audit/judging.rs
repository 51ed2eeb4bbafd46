//! Judging one question with the records at hand: best and worst case, the unmet core, and how far every condition is.

mod allocate;
mod deciding;
mod effect;
mod evaluation;
mod fewest;
mod judge;
mod modes;
mod progress;
mod relevant;

pub use allocate::{Mode, Outcome, Targets, outcomes};
#[cfg(feature = "office")]
pub use deciding::without_needless;
pub use effect::Effect;
pub use evaluation::Evaluation;
#[cfg(feature = "office")]
pub use evaluation::asked;
pub use judge::judge;
#[cfg(feature = "office")]
pub use modes::modes;
pub use progress::progress;
#[cfg(feature = "office")]
pub use relevant::relevant;
