//! What the university offers: programs by edition, the courses they list, departments and their curricula.

mod check;
mod courses;
mod curricula;
pub mod curriculum;
pub mod document;
mod index;
#[cfg(feature = "cli")]
pub mod layout;
mod locate;
mod parse;
mod problem;
mod read;

#[cfg(feature = "cli")]
pub(crate) use check::{check, is_date};
pub use courses::{CourseList, KnownCourse};
pub use curricula::{Curricula, SharedList};
#[cfg(feature = "cli")]
pub(crate) use curricula::{Group, Groups, SCHEMA as CURRICULA_SCHEMA};
pub use index::{Catalog, CourseId, NameId};
#[cfg(feature = "cli")]
pub(crate) use locate::locate;
#[cfg(feature = "cli")]
pub(crate) use parse::{data as shape_problem, nearest};
pub use problem::{Position, Problem, ProblemKind, Shape};
pub use read::{MAX_BYTES, checked, read, read_document};
