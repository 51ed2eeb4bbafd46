//! What the university offers: programs by edition, the courses they list, departments and their curricula.

pub mod document;
