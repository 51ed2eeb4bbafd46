//! When courses are taught: the classes of a semester with their hours, and whether courses can be taken together.
//!
//! Nothing here bears on whether a program can be finished: a class says when a course can be sat in, not whether it
//! counts. What has no known time is never said to fit nor to clash.

mod clash;
mod offered;
mod times;

pub use clash::{Clash, Fit, fit};
pub use offered::{Class, Classes, Language, TermIndex, known_as};
pub use times::{Hour, NoTimes, PERIODS, Times, clock};
