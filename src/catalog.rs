//! What the university offers: programs by edition, the courses they list, departments and their curricula.

pub mod curriculum;
pub mod document;
mod index;

pub use index::{Catalog, CourseId, NameId};
