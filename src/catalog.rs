//! What the university offers: programs by edition, the courses they list, departments and their curricula.

pub mod calendar;
mod check;
mod classes;
mod course;
mod courses;
mod curricula;
pub mod curriculum;
mod department;
pub mod document;
mod ease;
mod english;
mod index;
#[cfg(feature = "office")]
pub mod layout;
mod likelihood;
mod locate;
mod parse;
mod parts;
mod problem;
mod read;
mod registered;
mod text;

#[cfg(feature = "office")]
pub use check::KnownNames;
#[cfg(feature = "office")]
pub(crate) use check::{check, is_date};
pub use classes::{ClassFile, ClassTerms};
#[cfg(feature = "office")]
pub(crate) use classes::{ClassRow, LANGUAGES, SCHEMA as CLASSES_SCHEMA};
pub use course::{CourseFacts, CourseId, Ease, NameId};
pub use courses::{CourseList, KnownCourse};
pub use curricula::{Curricula, SharedList};
#[cfg(feature = "office")]
pub(crate) use curricula::{Group, Groups, OtherYear, SCHEMA as CURRICULA_SCHEMA};
pub use department::{department, graduate_units, groups};
#[cfg(feature = "office")]
pub(crate) use english::SCHEMA as ENGLISH_SCHEMA;
pub use english::{EnglishFile, EnglishName, EnglishNames, EnglishTerm};
pub use index::Catalog;
pub use likelihood::{Chance, chance};
#[cfg(feature = "office")]
pub(crate) use locate::locate;
#[cfg(feature = "office")]
pub(crate) use parse::{data as shape_problem, nearest};
pub use parts::{parts, stages};
pub use problem::{Position, Problem, ProblemKind, Shape};
#[cfg(feature = "office")]
pub use read::check_english;
pub use read::{MAX_BYTES, checked, read, read_document};
