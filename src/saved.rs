//! What the student entered, as one versioned document: the only thing the app stores.
//!
//! Reading never fails as a whole: [`read()`] keeps every part that it understands and counts what it does not, so that
//! the caller can keep the original aside. Nothing here knows where the text is stored.
//!
//! To change the document's shape: raise [`VERSION`], add a step to `migrate`, keep a test with a document of the
//! version before.

pub mod backup;
mod busy;
mod changes;
mod decisions;
mod document;
mod entries;
pub mod keeper;
pub mod marks;
mod outcome;
mod plan;
mod read;
pub mod share;
mod stored;
pub mod ticks;

pub use busy::Busy;
pub use document::{Document, Settings, Theme, VERSION};
pub use keeper::Keeper;
pub use marks::{Mark, Step};
pub use outcome::Outcome;
pub use plan::{Plan, PlannedCourse};
pub use read::{Damage, read};
pub use stored::Stored;
