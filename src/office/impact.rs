//! What a change of the catalog does: invented students are judged by the catalog as it was and as it is, and of those who
//! gain and those who lose the smallest are told. The words are in [`crate::i18n::office::impact`].
//!
//! Pure library code: no clock, no files, and of one seed always the same students, so that it can run anywhere.

mod change;
mod found;
mod pool;
mod profiles;
mod random;
mod records;
mod shares;
mod shrink;
mod trial;
mod what_changed;

use std::rc::Rc;

use crate::catalog::{Catalog, Curricula};

pub use found::{Affected, Case, Effect, Impact, ProgramImpact};
pub use trial::{STUDENTS, Trial, Wanted};

/// Judges invented students by both catalogs. `curricula` are those of the entry years, the same for both.
pub fn impact(old: &Catalog, new: &Catalog, curricula: &[Curricula], wanted: Wanted) -> Impact {
    let mut trial = Trial::new(Rc::new(old.clone()), Rc::new(new.clone()), curricula.into(), wanted);
    while trial.step() {}
    trial.into_impact()
}
