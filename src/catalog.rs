//! What the university offers: programs by edition, the courses they list, departments and their curricula.

mod check;
mod courses;
mod curricula;
pub mod curriculum;
pub mod document;
mod index;
mod locate;
mod parse;
mod problem;
mod read;

pub use courses::{CourseList, KnownCourse};
pub use curricula::{Curricula, SharedList};
pub use index::{Catalog, CourseId, NameId};
pub use problem::{Position, Problem, ProblemKind, Shape};
pub use read::{MAX_BYTES, read, read_checked, read_document};
